"""phpdotenv (5), as used by Laravel for its .env. Pure.

``#`` ends a value that is not quoted, ``${NAME}`` is expanded if NAME is set before, and a blank in
a value that is not quoted is an error, with which the program does not start. After ``="`` a value
spans lines up to the next quote, even one in a comment. Versions differ in where that is, in names
that are not ASCII, and in short ones after ``export``: what depends on it is not certain.
"""

from __future__ import annotations

import re

from . import BYTE_ORDER_MARK, Refused, Untold, Variables, unix

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Callable, NoReturn

# What PHP's trim and ctype_space take for blanks.
_TRIMMED = " \t\n\r\0\v"
_SPACE = " \t\n\r\v\f"
_NAME = re.compile(r"[a-zA-Z0-9_.\x80-\U0010ffff]+\Z")
_SHORT = re.compile(r"export[ \t\r\v\f].?[ \t\n\r\0\v]*(?:=|\Z)")
_REFERENCE = re.compile(r"\$\{([a-zA-Z0-9_.]+)\}")
_ESCAPES = {"f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}
_ESCAPES.update({sign: sign for sign in '"\\$'})


# Versions split a file into entries by different rules: before 5.6.1, before 5.8, and since then.
_OLD, _MIDDLE, _NEW = range(3)


def read(text: str, path: str) -> Variables:
    """Return the variables as ``Dotenv::load`` parses them."""
    text = text.removeprefix(BYTE_ORDER_MARK)
    variables = Variables(path)
    rows = unix(text).split("\n")
    rules = (_OLD, _MIDDLE, _NEW) if '="' in text else (_NEW,)
    cuts = [_cut(rows, rule) for rule in rules]
    alike = 0
    for entry, *others in zip(*cuts):
        if any(each != entry for each in others):
            break
        _take(variables, *entry)
        alike += 1
    rest = [cut[alike][0] for cut in cuts if len(cut) > alike]
    if rest:
        _leave(variables, rows, min(rest))
    return variables


def _leave(variables: Variables, rows: list[str], first: int) -> None:
    """Make uncertain what is set from a line on; raises Refused if nothing is."""
    untold = False
    for line, row in enumerate(rows[first - 1 :], first):
        name = _name(row.partition("=")[0].strip(_TRIMMED))
        if name:
            variables.put(name, line, _untold)
            untold = True
    if not untold:
        words = "a closing quote is missing, which some versions of phpdotenv refuse"
        raise Refused(variables.path, first, words)


def _take(variables: Variables, line: int, entry: str) -> None:
    """Set the variable of one entry."""
    name, equals, value = entry.partition("=")
    name = _name(name.strip(_TRIMMED) if equals else name)
    if not name:
        raise Refused(variables.path, line, "this is not NAME=VALUE")
    if _SHORT.match(entry.strip(_TRIMMED)):
        words = "this name after export is too short for some versions of phpdotenv"
        raise Refused(variables.path, line, words)
    if not name.isascii():
        variables.put(name, line, _untold)
    elif not equals:
        variables.drop(name)
    else:
        text, references = _value(value.strip(_TRIMMED), variables.path, line)
        variables.put(name, line, _expand(text, references, variables))


def _untold() -> NoReturn:
    """Raise Untold: versions differ."""
    raise Untold("is read differently by different versions of phpdotenv")


def _cut(rows: list[str], rule: int) -> list[tuple[int, str]]:
    """Return the entries: rows that belong to one value are joined, comments and empty rows left
    out.
    """
    made: list[tuple[int, str]] = []
    first, open_ = 0, False
    held: list[str] = []
    for number, row in enumerate(rows, 1):
        starts = (rule == _OLD or not open_) and _starts(row, rule)
        if starts or open_:
            first = number if not held else first
            held.append(row)
            open_ = not _stops(row, starts, rule)
            if open_:
                continue
            row = "\n".join(held)
        line = first if held else number
        held = []
        stripped = row.strip(_TRIMMED)
        if stripped and stripped[0] != "#":
            made.append((line, row))
    if held and rule == _NEW:
        made.append((first, "\n".join(held)))
    return made


def _starts(row: str, rule: int) -> bool:
    """Tell whether a value of several lines begins in this row."""
    at = row.find('="')
    if at < 0 or (rule == _NEW and "#" in row[:at]):
        return False
    return not _stops(row, True, rule)


def _stops(row: str, started: bool, rule: int) -> bool:
    """Tell whether a value of several lines ends in this row."""
    if row == '"' and rule != _NEW:
        return True
    # Overlapping matches count: a quote after a quote. Before 5.8, not one that begins the row.
    plain = row.replace("\\\\", "")
    if rule == _NEW:
        plain = f" {plain}"
    count = sum(1 for at in range(1, len(plain)) if plain[at] == '"' and plain[at - 1] != "\\")
    return count > 1 if started else count > 0


def _name(text: str) -> str:
    """Return the name without ``export`` and quotes; "" if it is not valid."""
    if len(text) > 6 and text.startswith("export") and text[6] in _SPACE:
        text = text[6:].lstrip(_TRIMMED)
    if len(text) > 2 and text[0] == text[-1] and text[0] in "'\"":
        text = text[1:-1]
    return text if _NAME.match(text) else ""


def _value(text: str, path: str, line: int) -> tuple[str, list[int]]:
    """Return the value without quotes, escapes and comment, and where references may begin."""
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
    """Return a function that expands references."""

    def expanded() -> str:
        whole = text
        # Backwards, like the program, so that one reference can yield another.
        for at in reversed(references):
            match = _REFERENCE.match(whole, at)
            known = variables.known(match[1]) if match else None
            if match and known is not None:
                whole = whole[:at] + known + whole[match.end() :]
        return whole

    return expanded
