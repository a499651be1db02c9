"""What --from and --from-keys may say; each as in ``values``. Pure."""

from __future__ import annotations

from ..accounts import Program
from ..configs import all_kinds, kind_of
from .values import printable

# What --from-keys can say of a file.
PARTS = ("host", "port", "user", "password", "tls", "from", "url", "dialect")


def program(text: str) -> Program:
    """A kind of program, its file and the name of a login: KIND[:FILE][#NAME]."""
    where, _, name = text.partition("#")
    word, _, path = where.partition(":")
    kind = kind_of(word)
    if kind is None:
        raise ValueError(f"must be KIND[:FILE][#NAME], a kind of {', '.join(all_kinds())}")
    if not path and kind.default is None:
        raise ValueError(f"{word} needs its file: {word}:FILE")
    if "\0" in path or not name.isprintable():
        raise ValueError("must not contain control characters")
    return Program(word, path or kind.default or "", name)


def keys(text: str) -> dict[str, str]:
    """What stands where in a file: PART=KEY,PART=KEY."""
    found: dict[str, str] = {}
    for pair in text.split(","):
        part, equals, key = (each.strip() for each in pair.partition("="))
        if not equals or not key or part in found or part not in PARTS:
            raise ValueError(
                f"must be PART=KEY,PART=KEY, each part once, and one of {', '.join(PARTS)}"
            )
        found[part] = printable(key)
    return found
