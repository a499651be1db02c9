"""One spelling for what is written in several ways: quotes, blanks and stops beyond ASCII. Pure.

Apart from ``reading``, since most replies are ASCII.
"""

from __future__ import annotations

# Characters, and what takes their place.
SPELLINGS = (
    ("\u00a0\u2007\u202f\u3000\t", " "),
    ("\u2018\u2019\u02bc", "'"),
    ("\u201c\u201d\u201e\u00ab\u00bb\u300c\u300d\u300e\u300f", '"'),
    ("\u2010\u2011\uff0d", "-"),
    ("\u2013\u2014|", " - "),
    ("\u3002\uff01\uff1f\uff1b\uff1a\uff0e\u2026\u061b\u061f", ". "),
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
