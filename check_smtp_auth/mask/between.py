"""Removes what is inserted between the characters of a text, if it is more than a sign. Pure."""

from __future__ import annotations

import re
from unicodedata import combining, normalize

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

# What a terminal or a browser does not display: control sequences (ECMA-48) and tags.
_MARKUP = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"
    r"|(?:\x1b\]|\x9d)[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)?"
    r"|\x1b[ -/]*[0-~]"
    r"|<[^<>]{1,80}>"
)
# The same text after each of at least four characters; or at least five characters twice each.
_ALIKE = re.compile(r"(?s).(.{1,20}?)(?:.\1){3,}.?")
_DOUBLED = re.compile(r"(?s)(?:(.)\1){5,}")


def closed_up(text: str) -> Iterator[str]:
    """Yield a text with each kind of insertion between its characters removed."""
    if any(mark in text for mark in "\x1b\x9b\x9d<"):
        yield _MARKUP.sub("", text)
    if not text.isascii():
        yield "".join(each for each in normalize("NFKC", text) if not combining(each))
    for pattern in (_ALIKE, _DOUBLED):
        found = pattern.sub(_first_of_each, text)
        if found != text:
            yield found


def _first_of_each(run: re.Match[str]) -> str:
    """Return the characters of a run without the same text after each, or without the doubles."""
    return run[0][:: len(run[1]) + 1 if run.re is _ALIKE else 2]
