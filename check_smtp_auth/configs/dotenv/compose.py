"""Docker Compose's env_file (compose-go, v2). Pure.

``#`` after a blank ends a plain value. ``$NAME``, ``${NAME}``, ``${NAME:-default}`` and so on are
expanded except between single quotes, ``$$`` is a dollar sign. ``NAME: value`` is accepted as well.
"""

from __future__ import annotations

import re

from ..golang import BLANKS as _SPACE
from . import (
    BYTE_ORDER_MARK,
    FROM_OUTSIDE,
    Lines,
    Refused,
    Untold,
    Variables,
    end_of_line,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Callable

# White space within a statement in Go.
_BLANKS = "\t\v\f\r \x85\xa0"
_EXPORT = re.compile(r"export[\t\n\f\r ]+")
_NAME_END = re.compile(r"[=:\n]")
_ESCAPE = re.compile(r"\\([abcfnrtv$\"\\]|0[0-9]{0,3})")
_MEANT = {"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}
_MEANT.update({'"': '"', "\\": "\\", "$": "$$", "c": "\\c"})
_REFERENCE = re.compile(
    r"\$(?:(\$)|([_a-zA-Z][_a-zA-Z0-9]*)|\{(?:([_a-zA-Z][_a-zA-Z0-9]*(?::?[-+?](?:.*))?)\}|()))"
)
_OPERATOR = re.compile(r":?[-+?]")
# How deep defaults may be nested.
_DEEPEST = 20


def read(text: str, path: str) -> Variables:
    """Return the variables as Compose parses them for ``env_file``."""
    text = text.removeprefix(BYTE_ORDER_MARK)
    reader = _Reader(text, path)
    reader.read()
    return reader.variables


class _Reader:
    """Compose's parser: the text, and the variables that are set so far."""

    def __init__(self, text: str, path: str) -> None:
        self.text, self.path = text, path
        self.variables, self.lines = Variables(path), Lines(text)

    def read(self) -> None:
        """Parse the whole text."""
        text, at = self.text, self.start(0)
        while at < len(text):
            line = self.lines.at(at)
            name, at, inherited = self.name(at, line)
            if inherited:
                self.variables.put(name, line, _inherited)
            elif text[at : at + 1] in ("'", '"'):
                quote = text[at]
                at, value = self.quoted(at, quote, line)
                self.variables.put(
                    name, line, value if quote == "'" else self.made(_unescaped(value), line)
                )
            else:
                end = end_of_line(text, at)
                value = text[at:end].split(" #", 1)[0].rstrip(_SPACE)
                self.variables.put(name, line, self.made(value, line))
                at = end
            at = self.start(at)

    def start(self, at: int) -> int:
        """Return where the next statement begins."""
        text = self.text
        while at < len(text):
            if text[at] in _SPACE:
                at += 1
            elif text[at] == "#":
                at = end_of_line(text, at)
            else:
                break
        return at

    def name(self, at: int, line: int) -> tuple[str, int, bool]:
        """Parse the name: return it, where its value begins, and whether it has no value."""
        text = self.text
        if _EXPORT.match(text, at):
            at += len("export")
            while text[at : at + 1] and text[at] in _BLANKS:
                at += 1
        match = _NAME_END.search(text, at)
        end = match.start() if match else len(text)
        for sign in text[at:end]:
            if not (sign in _BLANKS or sign in "_.-[]" or sign.isalpha() or sign.isnumeric()):
                raise Refused(self.path, line, "this is not NAME=VALUE")
        if at >= len(text):
            raise Refused(self.path, line, "this is not NAME=VALUE")
        if not match:
            return "", at, False  # Compose then takes the last line for a value without a name
        name = text[at:end].rstrip(_SPACE)
        if " " in name:
            raise Refused(self.path, line, "there is a space in the name of a variable")
        at = end + 1
        while text[at : at + 1] and text[at] in _BLANKS:
            at += 1
        return name, at, match[0] == "\n"

    def quoted(self, at: int, quote: str, line: int) -> tuple[int, str]:
        """Parse a quoted value: return where it ends, and its content."""
        made: list[str] = []
        start, text = at + 1, self.text
        for piece in re.compile(rf"\\?{quote}|\\[^{quote}]", re.DOTALL).finditer(text, start):
            if piece[0] == quote:
                made.append(text[start : piece.start()])
                return piece.end(), "".join(made)
            if piece[0][1] == quote:
                made += [text[start : piece.start()], quote]
                start = piece.end()
        raise Refused(self.path, line, "a closing quote is missing")

    def made(self, value: str, line: int) -> Callable[[], str]:
        """Return a function that expands the references in a value."""

        def refuse() -> Refused:
            return Refused(self.path, line, "there is a reference that Compose does not accept")

        return lambda: _expanded(value, self.variables, refuse)


def _inherited() -> str:
    """Raise Untold: the value of a name alone is that with which Compose was started."""
    raise Untold(FROM_OUTSIDE)


def _unescaped(value: str) -> str:
    """Return a text without backslashes; an escaped dollar sign is doubled."""

    def meant(match: re.Match[str]) -> str:
        sign = match[1]
        if sign[0] != "0":
            return _MEANT[sign]
        digits = sign[1:]
        if len(digits) == 3 and all(digit in "01234567" for digit in digits):
            code = int(digits, 8)
            if code < 256:
                return chr(code)
        return "\\" + digits

    return _ESCAPE.sub(meant, value)


def _expanded(
    value: str, variables: Variables, refuse: Callable[[], Refused], depth: int = 0
) -> str:
    """Return a text with references expanded."""
    if depth > _DEEPEST:
        raise Untold("has defaults nested too deeply")

    def reference(match: re.Match[str]) -> str:
        dollar, name, _, invalid = match.groups()
        if dollar:
            return "$"
        if invalid is not None:
            raise refuse()
        if name:
            return variables.known(name) or ""
        inner, rest = _to_its_brace(match[0])
        operator = _OPERATOR.search(inner)
        if not operator:
            return variables.known(inner) or ""
        made = _chosen(inner, operator[0], variables, refuse, depth)
        return made + _expanded(rest, variables, refuse, depth + 1)

    return _REFERENCE.sub(reference, value)


def _chosen(
    inner: str, operator: str, variables: Variables, refuse: Callable[[], Refused], depth: int
) -> str:
    """Return the value of ``NAME:-default`` and the like."""
    name, _, other = inner.partition(operator)
    text = variables.known(name, fallback=operator[-1] != "?")
    given = bool(text) if operator[0] == ":" else text is not None
    if operator[-1] == "?" and not given:
        raise refuse()
    if (operator[-1] == "-" and not given) or (operator[-1] == "+" and given):
        return _expanded(other, variables, refuse, depth + 1)
    return text or ""


def _to_its_brace(reference: str) -> tuple[str, str]:
    """Split ``${...}rest`` where its first brace is closed."""
    depth, at = 0, 0
    while at < len(reference):
        if reference[at] == "}":
            depth -= 1
            if not depth:
                return reference[2:at], reference[at + 1 :]
        elif reference[at] == "{":
            depth += 1
            at += 1
        at += 1
    return reference[2:-1], ""
