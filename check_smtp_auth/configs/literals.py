"""Values written as literals in the code of a language: what PHP and Ruby have in common. Pure.

A file is cut into tokens, statements and entries are found in them by their marks, and a value is
examined only when it is asked for. Nothing is run: what is not a literal raises ``Code``. All of it
takes time in proportion to the text, and no recursion.
"""

from __future__ import annotations

from ..record import Record
from .reading import fault

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Callable, Union

    # Kind ("string", "number", "name", "variable", "code", "mark"), value and line. Strings and
    # numbers have their value; "code" is what would have to be run, or is not understood.
    Token = tuple[str, Union[str, int], int]
    Tokens = Sequence[Token]
    Literal = Union[str, int, bool, None]

BRACKETS = {"(": ")", "[": "]", "{": "}"}
CLOSING = frozenset(BRACKETS.values())
# Larger numbers are floating-point ones, or longer than any setting here.
LARGEST = 2**63 - 1


class Code(Exception):
    """A value that cannot be known without running something; the argument is its line."""


class Setting(Record):
    """A value as it is written: the file, the line, and its tokens."""

    path: str
    line: int
    tokens: Tokens


class Settings:
    """The settings of a program by their names, each examined when it is asked for.

    ``literal`` returns the value of tokens, or raises Code. Every method raises Misconfigured,
    which names file, line and setting.
    """

    def __init__(self, path: str, literal: Callable[[Tokens], Literal]) -> None:
        """Begin with none; ``path`` is the file named in errors about a missing one."""
        self.found: dict[str, Setting] = {}
        self._path = path
        self._literal = literal

    def value(self, name: str) -> Literal:
        """Return the value of a setting, None if there is none."""
        setting = self.found.get(name)
        if setting is None:
            return None
        try:
            return self._literal(setting.tokens)
        except Code as code:
            raise fault(
                setting.path,
                code.args[0] or setting.line,
                f"{name} is computed by code, which is not run: only a plain value can be read",
            ) from None

    def place(self, name: str) -> tuple[str, int]:
        """Return the file and line of a setting."""
        setting = self.found.get(name)
        return (setting.path, setting.line) if setting else (self._path, 0)

    def wrong(self, name: str, words: str) -> Exception:
        """Return the error about a setting, at its place."""
        return fault(*self.place(name), f"{name} {words}")


def skip(tokens: Tokens, start: int) -> int:
    """Return the index after the bracket that closes the one at ``start``, or after the last token
    if none does.
    """
    depth = 0
    for index in range(start, len(tokens)):
        kind, value, _ = tokens[index]
        if kind == "mark" and value in BRACKETS:
            depth += 1
        elif kind == "mark" and value in CLOSING:
            depth -= 1
            if depth <= 0:
                return index + 1
    return len(tokens)


def parted(tokens: Tokens, marks: frozenset[str]) -> Iterator[Tokens]:
    """Yield the tokens between these marks, which do not count within brackets."""
    start = index = 0
    while index < len(tokens):
        kind, value, _ = tokens[index]
        if kind == "mark" and value in BRACKETS:
            index = skip(tokens, index)
            continue
        if kind == "mark" and value in marks:
            yield tokens[start:index]
            start = index + 1
        index += 1
    if start < len(tokens):
        yield tokens[start:]


COMMA = frozenset(",")


def is_mark(tokens: Tokens, index: int, *marks: str) -> bool:
    """Tell whether these marks begin at an index."""
    there = tokens[index : index + len(marks)]
    return [("mark", mark) for mark in marks] == [token[:2] for token in there]


def is_name(tokens: Tokens, index: int, *names: str) -> bool:
    """Tell whether one of these names, given in lower case, is at an index, in any case."""
    if not 0 <= index < len(tokens):
        return False
    kind, value, _ = tokens[index]
    return kind == "name" and str(value).lower() in names


def string_at(tokens: Tokens, index: int) -> str | None:
    """Return the string at an index, None if there is none."""
    token = tokens[index] if 0 <= index < len(tokens) else None
    return str(token[1]) if token and token[0] == "string" else None
