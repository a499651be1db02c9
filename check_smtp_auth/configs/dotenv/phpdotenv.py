r"""phpdotenv (5), as Laravel reads its .env. Pure.

``#`` ends a value that is not quoted, ``${NAME}`` is expanded where NAME is set before, and a blank
in a value that is not quoted is an error, on which the program does not start. After ``="`` a value
goes on over lines until a quote ends it: in a comment, too. Versions before 5.6.1 do not take a
quote after another ``=`` for that end, and refuse names that are not ASCII: what depends on either
cannot be told.
"""

from __future__ import annotations

import re

from . import BYTE_ORDER_MARK, Refused, Untold, Variables, unix

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Callable, NoReturn

# PHP's trim and ctype_space, on octets.
_TRIMMED = " \t\n\r\0\v"
_SPACE = " \t\n\r\v\f"
_NAME = re.compile(r"[a-zA-Z0-9_.\x80-\U0010ffff]+\Z")
_REFERENCE = re.compile(r"\$\{([a-zA-Z0-9_.]+)\}")
_ESCAPES = {"f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}
_ESCAPES.update({sign: sign for sign in '"\\$'})


class _Unclear(Exception):
    """Versions differ over where a value ends; the argument is the line where it begins."""


def read(text: str, path: str) -> Variables:
    """Read as ``Dotenv::load`` does."""
    if text.startswith(BYTE_ORDER_MARK):
        text = text[1:]
    variables = Variables(path)
    rows = unix(text).split("\n")
    try:
        for line, entry in _entries(rows):
            _take(variables, line, entry)
    except _Unclear as unclear:
        first: int = unclear.args[0]
        for line, row in enumerate(rows[first - 1 :], first):
            name = _name(row.partition("=")[0].strip(_TRIMMED))
            if name:
                variables.put(name, line, _untold)
    return variables


def _take(variables: Variables, line: int, entry: str) -> None:
    """Set the variable of one entry."""
    name, equals, value = entry.partition("=")
    name = _name(name.strip(_TRIMMED) if equals else name)
    if not name:
        raise Refused(variables.path, line, "this is not NAME=VALUE")
    if not name.isascii():
        variables.put(name, line, _untold)
    elif not equals:
        variables.drop(name)
    else:
        text, references = _value(value.strip(_TRIMMED), variables.path, line)
        variables.put(name, line, _expand(text, references, variables))


def _untold() -> NoReturn:
    """Tell that versions differ."""
    raise Untold("is read differently by different versions of phpdotenv")


def _entries(rows: list[str]) -> Iterator[tuple[int, str]]:
    """Put rows together that belong to one value; leave out comments and what is empty."""
    first, open_ = 0, False
    held: list[str] = []
    for number, row in enumerate(rows, 1):
        started = '="' in row and not _stops(row, True)
        if started and open_:
            raise _Unclear(first)
        if started or open_:
            first = number if not held else first
            held.append(row)
            open_ = not _stops(row, started)
            if open_:
                continue
            row = "\n".join(held)
        line = first if held else number
        held = []
        stripped = row.strip(_TRIMMED)
        if stripped and stripped[0] != "#":
            yield line, row


def _stops(row: str, started: bool) -> bool:
    """Tell whether a value over several lines ends in this row."""
    if row == '"':
        return True
    # Overlapping ones count as well: a quote after a quote.
    plain = row.replace("\\\\", "")
    count = sum(1 for at in range(1, len(plain)) if plain[at] == '"' and plain[at - 1] != "\\")
    return count > 1 if started else count > 0


def _name(text: str) -> str:
    """Take off ``export`` and quotes; "" where that is no name."""
    if len(text) > 8 and text.startswith("export") and text[6] in _SPACE:
        text = text[6:].lstrip(_TRIMMED)
    if len(text) > 2 and text[0] == text[-1] and text[0] in "'\"":
        text = text[1:-1]
    return text if _NAME.match(text) else ""


def _value(text: str, path: str, line: int) -> tuple[str, list[int]]:
    """Take off quotes, escapes and the comment; and tell where a reference may begin."""
    made: list[str] = []
    references: list[int] = []
    state = "start"
    for sign in text:
        if state == "escape":
            if sign not in _ESCAPES:
                raise Refused(path, line, "there is a backslash that escapes nothing")
            made.append(_ESCAPES[sign])
            state = '"'
        elif state in ("'", '"'):
            if sign == state:
                state = "after"
            elif sign == "\\" and state == '"':
                state = "escape"
            else:
                if sign == "$" and state == '"':
                    references.append(len(made))
                made.append(sign)
        elif sign == "#":
            break
        elif state == "after" or (state == "plain" and sign in _SPACE):
            if sign not in _SPACE:
                raise Refused(path, line, "text follows a space or a closing quote")
            state = "after"
        elif state == "start" and sign in "'\"":
            state = sign
        else:
            if sign == "$":
                references.append(len(made))
            made.append(sign)
            state = "plain"
    if state in ("'", '"', "escape"):
        raise Refused(path, line, "a closing quote is missing")
    return "".join(made), references


def _expand(text: str, references: list[int], variables: Variables) -> Callable[[], str]:
    """Return what puts variables in the place of references."""

    def expanded() -> str:
        whole = text
        # From the last one on, as the program does: so one can be made of another.
        for at in reversed(references):
            match = _REFERENCE.match(whole, at)
            known = variables.known(match[1]) if match else None
            if match and known is not None:
                whole = whole[:at] + known + whole[match.end() :]
        return whole

    return expanded
