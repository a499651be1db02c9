r"""dotenvy (0.15), of Rust's crates, as Vaultwarden reads its .env. Pure.

As in a shell, pieces in quotes and without follow each other, and a backslash escapes outside of
single quotes. ``$NAME`` and ``${NAME}`` are expanded but between single quotes; a name without
braces ends at the first sign that is neither letter nor digit. Of equal names the first counts.
What the parser does not take stops the program.
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
# How the end of a statement is looked for: by state and sign, else by "" for any other sign.
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
    """Read as ``from_path`` does."""
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
    """Yield what belongs together, a value in quotes goes over lines; without its comment."""
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
    """Go through a row: the state at its end, or where its comment begins."""
    for at, sign in enumerate(row):
        if state == "plain" and sign in _SPACE and sign not in "\n\r":
            state = "blank"
            continue
        state = _NEXT[state].get(sign, _NEXT[state][""])
        if state == "comment":
            return state, at
    return state, len(row)


def _name(text: str, path: str, line: int) -> tuple[str, str]:
    """Read ``NAME =``: the name, and what follows."""
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
    """A value that is to be understood."""

    def __init__(self, text: str, path: str, line: int, variables: Variables) -> None:
        self.text, self.path, self.line, self.variables = text, path, line, variables
        self.untold: Untold | None = None

    def meant(self) -> str:
        """Take off quotes and escapes, and put variables in the place of references."""
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
        if self.untold:  # not before the program has taken all of it
            raise self.untold
        return "".join(made)

    def known(self, name: str) -> str:
        """Return what a reference stands for."""
        try:
            return (self.variables.known(name) or "") if name else ""
        except Untold as untold:
            self.untold = untold
            return ""

    def escaped(self, sign: str) -> str:
        """Return what a sign means after a backslash."""
        if sign not in _ESCAPES:
            raise Refused(self.path, self.line, "there is a backslash that escapes nothing")
        return _ESCAPES[sign]

    def end(self, at: int) -> None:
        """Refuse what follows a blank, but for a comment."""
        rest = self.text[at:].lstrip(" \t")
        if rest and rest[0] != "#":
            raise Refused(self.path, self.line, "text follows a space that is not quoted")

    def reference(self, at: int, made: list[str]) -> int:
        """Put a variable in its place; return where the reference ends."""
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
            # As the parser has it, the sign that ends a name loses its meaning.
            if after < len(text) and text[after] != "$":
                made.append(self.known(name))
                made.append(text[after])
                return after + 1
        made.append(self.known(name))
        return after
