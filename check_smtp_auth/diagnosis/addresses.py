"""Addresses between characters of a script without blanks, separated from these. Pure.

Apart from ``reading``, since most replies are in a script with blanks.
"""

from __future__ import annotations

from .reading import ADDRESSED
from .vocabulary import is_dense


def addresses_apart(text: str) -> str:
    """Return a text with blanks around addresses, and numbers with dots, between characters of a
    script without blanks.
    """
    return " ".join([" ".join(_pieces(chunk)) for chunk in text.split(" ")])


def _pieces(chunk: str) -> list[str]:
    """Return what is between two blanks, with such an address separated from what is around it."""
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
    """Tell whether one of the marks is inside, not at an end."""
    return any(mark in run.strip(ADDRESSED) for mark in ADDRESSED)
