"""One spelling for what is written in several ways: quotes, blanks and stops beyond ASCII. Pure.

Apart from ``reading``, since most replies are ASCII.
"""

from __future__ import annotations

from .vocabulary import is_dense

# What an address, or the number of a version, has within.
ADDRESSED = "@./\\"
# Characters, and what takes their place.
SPELLINGS = (
    ("\u00a0\u2007\u202f\u3000\t", " "),
    ("\u2018\u2019\u02bc", "'"),
    ("\u201c\u201d\u201e\u00ab\u00bb\u300c\u300d\u300e\u300f", '"'),
    ("\u2010\u2011\uff0d", "-"),
    ("\u2013\u2014|", " - "),
    ("\u3002\uff01\uff1b\uff1a\uff0e\u2026\u061b", ". "),
    ("\uff1f\u061f", "? "),
    ("\uff0c\u3001\u060c", ", "),
    ("\uff08", " ("),
    ("\uff09", ") "),
    ("\u0131", "i"),  # Turkish has i without and I with a dot
    ("\u0307", ""),
    ("\u0219", "\u015f"),  # Romanian's comma below is written as a cedilla as well
    ("\u021b", "\u0163"),
    *zip(
        "\u03ac\u03ad\u03ae\u03af\u03cc\u03cd\u03ce", "\u03b1\u03b5\u03b7\u03b9\u03bf\u03c5\u03c9"
    ),  # Greek
    # Arabic: many write one alif and one ya; vowel signs, and what stretches a word.
    ("\u0622\u0623\u0625", "\u0627"),
    ("\u0649", "\u064a"),
    ("\u0640\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652", ""),
)


def spellings() -> dict[int, str]:
    """Return what takes the place of each such character, as ``str.translate`` takes it."""
    return {ord(each): spelling for characters, spelling in SPELLINGS for each in characters}


def addresses_apart(text: str) -> str:
    """Return a text with blanks around addresses, and numbers with dots, that stand between
    characters of a script without blanks.
    """
    if not any(mark in text for mark in ADDRESSED) or not any(map(is_dense, text)):
        return text
    return " ".join([" ".join(_pieces(chunk)) for chunk in text.split(" ")])


def _pieces(chunk: str) -> list[str]:
    """Return what stands between two blanks, such an address apart from what is around it."""
    runs = [""]
    for before, character in zip(chunk[:1] + chunk, chunk):
        if is_dense(before) != is_dense(character):
            runs.append("")
        runs[-1] += character
    pieces = runs[:1]
    for run in runs[1:]:
        if _is_address(pieces[-1]) or _is_address(run):
            pieces.append(run)
        else:
            pieces[-1] += run
    return pieces


def _is_address(run: str) -> bool:
    """Tell whether one of the marks stands within, and not at an end."""
    return any(mark in run.strip(ADDRESSED) for mark in ADDRESSED)
