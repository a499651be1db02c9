"""python-dotenv (1.2), from PyPI. Pure.

``${NAME}`` and ``${NAME:-default}`` are expanded, between single quotes too. A line that cannot be
parsed is skipped.
"""

from __future__ import annotations

import re

from . import BYTE_ORDER_MARK, Lines, Variables, end_of_line, unix

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Callable

_SPACE = re.compile(r"\s*")
_BLANKS = re.compile(r"[^\S\n]*")
_EXPORT = re.compile(r"export[^\S\n]+")
_NAME = re.compile(r"'([^']+)'|(?!')([^=#\s]+)")
_QUOTED = {
    "'": re.compile(r"'([^'\\]*(?:\\.[^'\\]*)*)'", re.DOTALL),
    '"': re.compile(r'"([^"\\]*(?:\\.[^"\\]*)*)"', re.DOTALL),
}
_ESCAPES = {"'": re.compile(r"\\([\\'])"), '"': re.compile(r"\\([\\'\"abfnrtv])")}
_MEANT = {"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}
_COMMENT = re.compile(r"\s#")
_REFERENCE = re.compile(r"\$\{([^}:]*)(?::-([^}]*))?\}")


def read(text: str, path: str) -> Variables:
    """Return the variables as ``dotenv_values`` does."""
    text = unix(text).removeprefix(BYTE_ORDER_MARK)
    variables, lines = Variables(path), Lines(text)
    position = _after(_SPACE, text, 0)
    while position < len(text):
        line = lines.at(position)
        position, name, value = _statement(text, position)
        if name is not None:
            variables.put(name, line, None if value is None else _expand(value, variables))
        position = _after(_SPACE, text, position)
    return variables


def _statement(text: str, position: int) -> tuple[int, str | None, str | None]:
    """Parse a statement: return where it ends, its name (none if it has none) and its value."""
    name, value = None, None
    position = _after(_EXPORT, text, position)
    if text[position : position + 1] != "#":
        match = _NAME.match(text, position)
        if not match:
            return end_of_line(text, position), None, None
        name = match[1] or match[2]
        position = _after(_BLANKS, text, match.end())
        if text[position : position + 1] == "=":
            taken = _value(text, position + 1)
            if taken is None:
                return end_of_line(text, position), None, None
            position, value = taken
    position = _after(_BLANKS, text, position)
    if text[position : position + 1] == "#":
        position = end_of_line(text, position)
    if text[position : position + 1] not in ("", "\n"):
        return end_of_line(text, position), None, None
    return position, name, value


def _value(text: str, start: int) -> tuple[int, str] | None:
    """Parse the value after "=": return where it ends, and its text; None if a quote is missing."""
    position = _after(_BLANKS, text, start)
    first = text[position : position + 1]
    if first == "#" and position > start:
        return position, ""
    if first in _QUOTED:
        match = _QUOTED[first].match(text, position)
        if not match:
            return None
        return match.end(), _ESCAPES[first].sub(lambda one: _MEANT.get(one[1], one[1]), match[1])
    end = end_of_line(text, position)
    comment = _COMMENT.search(text, position, end)
    return end, text[position : comment.start() if comment else end].rstrip()


def _expand(value: str, variables: Variables) -> Callable[[], str]:
    """Return a function that expands references."""

    def expanded() -> str:
        def reference(match: re.Match[str]) -> str:
            name, default = match.groups()
            if variables.line(name):  # a variable that is set to nothing does not use the default
                return variables.known(name) or ""
            if default is None and name:
                variables.known(name)
            return default or ""

        # Only up to the last brace: otherwise unclosed ones would take quadratic time.
        last = value.rfind("}") + 1
        return _REFERENCE.sub(reference, value[:last]) + value[last:]

    return expanded


def _after(pattern: re.Pattern[str], text: str, position: int) -> int:
    """Return where an optional pattern ends."""
    match = pattern.match(text, position)
    return match.end() if match else position
