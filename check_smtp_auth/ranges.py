"""Ranges in the notation of the Monitoring Plugins guidelines: ``[@][start:]end``. Pure."""

from __future__ import annotations

from .record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

INFINITY = float("inf")
# Nobody means a number with more digits, and perfdata would repeat it.
LONGEST = 20


class Range(Record):
    """The range of good values. ``str()`` returns the notation as it was written."""

    start: float
    end: float
    inverted: bool
    text: str

    def contains(self, value: float) -> bool:
        """Tell whether a value is good: inside or, with "@", outside. Both ends are inside."""
        return (self.start <= value <= self.end) != self.inverted

    def side(self, value: float) -> Literal["below", "above", "inside"]:
        """Tell where a value is that is not good; "inside" is for a range with "@"."""
        if self.inverted:
            return "inside"
        return "below" if value < self.start else "above"

    def __str__(self) -> str:
        """The notation, for perfdata."""
        return self.text


def parse_range(text: str) -> Range:
    """Parse a range: "10" is 0 to 10, "10:" is 10 or more, "~:10" is 10 or less, "@" inverts it.

    Raises ValueError, whose text does not repeat the notation.
    """
    inverted = text.startswith("@")
    start_text, colon, end_text = text[1 if inverted else 0 :].rpartition(":")
    start = -INFINITY if start_text == "~" else _number(start_text or "0")
    end = INFINITY if colon and not end_text else _number(end_text)
    if start > end:
        raise ValueError("a range must start with the smaller number")
    return Range(start, end, inverted, text)


def _number(text: str) -> float:
    """Parse a plain decimal number, also .5 and 5. as in C; the guidelines do not have the other
    notations of Python.
    """
    digits = text[1:] if text.startswith("-") else text
    digits = digits.replace(".", "", 1)
    if len(text) > LONGEST or not (digits.isascii() and digits.isdigit()):
        raise ValueError("a range is [@][start:]end with plain numbers, such as 0.5 or 1:10")
    return float(text)
