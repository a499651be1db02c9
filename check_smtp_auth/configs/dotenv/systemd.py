"""systemd's EnvironmentFile= (254 and newer). Pure.

As in a shell, backslashes and quotes are removed, and a value ends with its line. Nothing is
expanded; ``;`` begins a comment like ``#``, and neither does within a value. Names that are not
valid are ignored.
"""

from __future__ import annotations

import re

from . import Lines, Untold, Variables

_ENDS = "\n\r"
_SPACE = " \t\n\r"
_ESCAPED_END = re.compile(r"(?<!\\)(?:\\\\)*\\\Z")
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*\Z")
# What a backslash escapes between double quotes.
_ESCAPED = '"\\`$'


def read(text: str, path: str) -> Variables:
    """Return the variables as ``EnvironmentFile=`` sets them."""
    variables, lines = Variables(path), Lines(text)
    text = text.split("\0", 1)[0]
    at, hidden = 0, 0
    while at < len(text):
        if text[at] in _SPACE:
            at += 1
            continue
        start = at
        at, name = _name(text, at)
        if name is None:
            if _ESCAPED_END.search(text, start, at):
                hidden = text.find("\n", at + 1) if "\n" in text[at + 1 :] else len(text)
            continue
        at, value = _value(text, at)
        if _NAME.match(name):
            variables.put(name, lines.at(start), _doubtful if start < hidden else value)
    return variables


def _doubtful() -> str:
    """Raise Untold: up to version 253, a comment that ends in a backslash is continued."""
    raise Untold("follows a comment that ends in a backslash, which hides it in some versions")


def _name(text: str, at: int) -> tuple[int, str | None]:
    """Parse up to the "=", or a whole line without one: return where that ends, and the name."""
    start = at
    if text[at] in "#;":
        while at < len(text) and text[at] not in _ENDS:
            # A backslash in a comment escapes what follows, but not the line end.
            at += 1
        return at, None
    while at < len(text) and text[at] not in _ENDS:
        if text[at] == "=" and at > start:
            return at + 1, text[start:at].rstrip(_SPACE)
        at += 1
    return at, None


def _value(text: str, at: int) -> tuple[int, str]:
    """Parse a value: return where it ends, and its meaning."""
    made: list[str] = []
    # Trailing blanks are removed, except escaped ones, and those before a quote.
    kept, plain = 0, False
    while at < len(text):
        sign = text[at]
        at += 1
        if sign in _ENDS:
            break
        if sign == "\\":
            plain, kept = True, len(made)
            if at < len(text) and text[at] not in _ENDS:
                made.append(text[at])
                kept = len(made)
            at += 1
        elif not plain and sign in "'\"":
            at = _quoted(text, at, sign, made)
            kept = len(made)
        elif not plain and sign in _SPACE:
            pass
        else:
            plain = True
            made.append(sign)
            if sign not in _SPACE:
                kept = len(made)
    return at, "".join(made[:kept] if plain else made)


def _quoted(text: str, at: int, quote: str, made: list[str]) -> int:
    """Parse up to the closing quote, or to the end; return what follows it."""
    while at < len(text):
        sign = text[at]
        at += 1
        if sign == quote:
            break
        if sign == "\\" and quote == '"' and at < len(text):
            sign = text[at]
            at += 1
            if sign == "\n":
                continue
            if sign not in _ESCAPED:
                made.append("\\")
        made.append(sign)
    return at
