"""dotenvy (0.15), a Rust crate, as used by Vaultwarden for its .env. Pure.

As in a shell, quoted and unquoted pieces are concatenated, and a backslash escapes outside of
single quotes. ``$NAME`` and ``${NAME}`` are expanded except between single quotes; a name without
braces ends at the first character that is neither letter nor digit. Of equal names the first
counts. Whatever the parser rejects stops the program.
"""

from __future__ import annotations

import re

from . import BYTE_ORDER_MARK, UNICODE_BLANKS, Refused, Untold, Variables

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Callable

_SPACE = "\t\n\v\f\r \x85" + UNICODE_BLANKS
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.]*")
# How the end of a statement is found: by state and character, with "" for any other character.
_NEXT = {
    "plain": {"\\": "escape", '"': '"', "'": "'", "": "plain"},
    "blank": {"\\": "escape", '"': '"', "'": "'", "#": "comment", "": "plain"},
    "escape": {"": "plain"},
    '"': {"\\": '"\\', '"': "plain", "": '"'},
    '"\\': {"": '"'},
    "'": {"\\": "'\\", "'": "plain", "": "'"},
    "'\\": {"": "'"},
}
_ESCAPES = {"n": "\n", **{sign: sign for sign in "\\'\"$ "}}


def read(text: str, path: str) -> Variables:
    """Return the variables as ``from_path`` parses them."""
    text = text.removeprefix(BYTE_ORDER_MARK)
    variables = Variables(path)
    for line, statement in _statements(text, path):
        rest = statement.strip(_SPACE)
        if not rest or rest[0] == "#":
            continue
        name, rest = _name(rest, path, line)
        earlier = variables.line(name) > 0
        if not rest or rest[0] == "#":
            meant: Callable[[], str] = str
        else:
            meant = _Value(rest, path, line, variables).meant
        variables.put("" if earlier else name, line, meant)
    variables.drop("")
    return variables


def _statements(text: str, path: str) -> Iterator[tuple[int, str]]:
    """Yield the statements, of which a quoted value may span lines, without comments."""
    held, first, state = "", 1, "plain"
    rows = text.split("\n")
    for number, row in enumerate(rows, 1):
        row += "\n" if number < len(rows) else ""
        if not row:
            break
        if not held:
            first = number
        if (held or row).lstrip(_SPACE).startswith("#"):
            held, state = "", "plain"
            continue
        state, end = _state(state, row)
        held += row[:end]
        if state in ("plain", "comment"):
            yield first, held
            held, state = "", "plain"
    if state != "plain":
        raise Refused(path, first, "a quote is not closed, or the file ends with a space")


def _state(state: str, row: str) -> tuple[str, int]:
    """Return the state at the end of a row, or where its comment begins."""
    for at, sign in enumerate(row):
        if state == "plain" and sign in _SPACE and sign not in "\n\r":
            state = "blank"
            continue
        state = _NEXT[state].get(sign, _NEXT[state][""])
        if state == "comment":
            return state, at
    return state, len(row)


def _name(text: str, path: str, line: int) -> tuple[str, str]:
    """Parse ``NAME =``: return the name, and what follows."""
    for exported in (False, True):
        match = _NAME.match(text)
        if not match:
            break
        text = text[match.end() :].lstrip(_SPACE)
        if text[:1] == "=":
            return match[0], text[1:].lstrip(_SPACE)
        if match[0] != "export" or exported:
            break
    raise Refused(path, line, "this is not NAME=VALUE")


class _Value:
    """A value to be parsed."""

    def __init__(self, text: str, path: str, line: int, variables: Variables) -> None:
        self.text, self.path, self.line, self.variables = text, path, line, variables
        self.untold: Untold | None = None

    def meant(self) -> str:
        """Return the value without quotes and escapes, and with references expanded."""
        made: list[str] = []
        text, at, quote = self.text, 0, ""
        while at < len(text):
            sign = text[at]
            at += 1
            if quote == "'":
                if sign == "'":
                    quote = ""
                else:
                    made.append(sign)
            elif sign == "$":
                at = self.reference(at, made)
            elif sign == "\\":
                if text[at : at + 1]:
                    made.append(self.escaped(text[at]))
                at += 1
            elif sign == quote:
                quote = ""
            elif not quote and sign in "'\"":
                quote = sign
            elif not quote and sign in " \t":
                self.end(at)
                break
            else:
                made.append(sign)
        if quote:
            raise Refused(self.path, self.line, "a closing quote is missing")
        if self.untold:  # not before the program has parsed all of it
            raise self.untold
        return "".join(made)

    def known(self, name: str) -> str:
        """Return the value of a reference."""
        try:
            return (self.variables.known(name) or "") if name else ""
        except Untold as untold:
            self.untold = untold
            return ""

    def escaped(self, sign: str) -> str:
        """Return the meaning of a character after a backslash."""
        if sign not in _ESCAPES:
            raise Refused(self.path, self.line, "there is a backslash that escapes nothing")
        return _ESCAPES[sign]

    def end(self, at: int) -> None:
        """Raise Refused for what follows a blank, unless it is a comment."""
        rest = self.text[at:].lstrip(" \t")
        if rest and rest[0] != "#":
            raise Refused(self.path, self.line, "text follows a space that is not quoted")

    def reference(self, at: int, made: list[str]) -> int:
        """Add the value of a variable; return where the reference ends."""
        text = self.text
        if text[at : at + 1] == "{":
            end = text.find("}", at)
            if end < 0:
                raise Refused(self.path, self.line, "a closing brace is missing")
            name, after = text[at + 1 : end], end + 1
        else:
            after = at
            while after < len(text) and text[after].isalnum():
                after += 1
            name = text[at:after]
            # In the parser, the character that ends a name loses its special meaning.
            if after < len(text) and text[after] != "$":
                made.append(self.known(name))
                made.append(text[after])
                return after + 1
        made.append(self.known(name))
        return after
