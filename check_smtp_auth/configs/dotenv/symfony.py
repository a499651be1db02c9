"""symfony/dotenv (5 to 7), of PHP. Pure.

Quoted and plain pieces of a value are concatenated as in a shell. ``$NAME``, ``${NAME}`` and
``${NAME:-default}`` are expanded except between single quotes; ``$(command)`` would be run.
Whatever the parser rejects stops the program.

Versions up to 5.4.53 expand each piece by itself, at once; that of Debian 13 (6.4.50) expands the
whole value after all files are read. A value that differs is not certain.
"""

from __future__ import annotations

import re

from . import BYTE_ORDER_MARK, RUNS_A_COMMAND, Lines, Refused, Untold, Variables, end_of_line, unix

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

DIFFERS = "is read differently by different versions of Symfony: put it in single quotes"
_NAME = re.compile(r"(export[ \t]+)?(_?[A-Za-z][A-Za-z0-9_]*)")
_EMPTY = re.compile(r"[ \t]*(?:#[^\n]*)?$", re.MULTILINE)
_PLAIN_END = "\n\"'"
_TRIMMED = " \t\n\r\0\v"
_SPACE = re.compile(r"[ \t\n\v\f\r]")
_ESCAPED = re.compile(r"(?<!\\)(\\+)\$")
_LITERAL = "\0"  # replaces a $ that is not a reference
_REFERENCE = re.compile(r"(?<!\\)(\\*)\$(?!\()(\{)?(_?[A-Za-z][A-Za-z0-9_]*)?(:[-=][^}]*)?(\})?")


def read(text: str, path: str, earlier: Variables | None = None) -> Variables:
    """Return the variables as ``Dotenv::load`` parses them, added to those ``earlier``."""
    if text.startswith(BYTE_ORDER_MARK):
        raise Refused(path, 1, "the file begins with a byte order mark, which Symfony refuses")
    reader = _Reader(unix(text), path, earlier)
    reader.read()
    return reader.variables


class _Reader:
    """Symfony's parser: a position in the text, and the variables that were set before it."""

    def __init__(self, text: str, path: str, earlier: Variables | None) -> None:
        self.text, self.at, self.path = text, 0, path
        self.variables = Variables(path, earlier)
        self.lines = Lines(text)
        self.why = ""
        self.used: dict[str, str | None] = {}  # what the current value refers to, and its text

    def read(self) -> None:
        """Parse the whole text."""
        self.skip()
        while self.at < len(self.text):
            line = self.line()
            name = self.name()
            self.why, self.used = "", {}
            text = self.value()
            self.variables.put(name, line, self.untold if self.why else text)
            self.variables.relies(name, self.used)
            self.skip()

    def untold(self) -> str:
        """Raise Untold, with why the current value is not certain."""
        raise Untold(self.why)

    def refuse(self, words: str) -> NoReturn:
        """Raise Refused, as the program stops here."""
        raise Refused(self.path, self.line(), words)

    def line(self) -> int:
        """Return the line of the position."""
        return self.lines.at(self.at)

    def skip(self) -> None:
        """Skip blanks and comments."""
        text, at = self.text, self.at
        while at < len(text):
            if text[at] in " \t\n\v\f\r":
                at += 1
            elif text[at] == "#":
                at = end_of_line(text, at)
            else:
                break
        self.at = at

    def name(self) -> str:
        """Parse ``NAME=``."""
        match = _NAME.match(self.text, self.at)
        if not match:
            self.refuse("this is not NAME=VALUE")
        if self.text[match.end() : match.end() + 1] != "=":
            self.refuse("= must directly follow the name of a variable")
        self.at = match.end() + 1
        return match[2]

    def value(self) -> str:
        """Parse a value up to the end of its line."""
        empty = _EMPTY.match(self.text, self.at)
        if empty:
            self.at = empty.end()
            return ""
        if self.text[self.at] in " \t":
            self.refuse("there are spaces before the value")
        made: list[str] = []
        raw: list[str] = []
        while self.at < len(self.text) and self.text[self.at] != "\n":
            sign = self.text[self.at]
            if sign == "'":
                piece = self.single()
                made.append(piece)
                raw.append(piece.replace("\\", "\\\\").replace("$", _LITERAL))
                continue
            piece = self.double() if sign == '"' else self.plain()
            made.append(self.resolved(piece))
            raw.append(_ESCAPED.sub(_literal, piece))
            if sign != '"' and self.text[self.at : self.at + 1] == "#":
                break
        value, whole = "".join(made), "".join(raw)
        may_differ = (len(raw) > 1 and "$" in whole) or f"{_LITERAL}(" in whole
        if may_differ and not self.why and self.as_a_whole(whole) != value:
            self.why = DIFFERS
        return value

    def as_a_whole(self, whole: str) -> str:
        """Return the value expanded as newer versions do."""
        try:
            return self.resolved(whole).replace(_LITERAL, "$")
        except Refused:
            self.refuse("a reference is not complete, which some versions of Symfony refuse")

    def single(self) -> str:
        """Parse a text between single quotes."""
        end = self.text.find("'", self.at + 1)
        if end < 0:
            self.refuse("a closing quote is missing")
        piece = self.text[self.at + 1 : end]
        self.at = end + 1
        return piece

    def double(self) -> str:
        """Parse a text between double quotes."""
        text, start = self.text, self.at + 1
        end = start - 1
        while True:
            end = text.find('"', end + 1)
            if end < 0:
                self.refuse("a closing quote is missing")
            if text[end - 1] != "\\" or text[end - 2] == "\\":
                break
        self.at = end + 1
        return text[start:end].replace('\\"', '"').replace("\\r", "\r").replace("\\n", "\n")

    def plain(self) -> str:
        """Parse a text without quotes, up to a quote, a comment or the end of the line."""
        text = self.text
        before, made = text[self.at - 1], []
        while self.at < len(text):
            sign = text[self.at]
            if sign in _PLAIN_END or (sign == "#" and before in " \t"):
                break
            if sign == "\\" and text[self.at + 1 : self.at + 2] in ('"', "'"):
                self.at += 1
                sign = text[self.at]
            made.append(sign)
            before = sign
            if sign == "$" and text[self.at + 1 : self.at + 2] == "(":
                end = self.parentheses(self.at + 1)
                made.append(text[self.at + 1 : end])
                self.at = end
            else:
                self.at += 1
        piece = "".join(made).rstrip(_TRIMMED)
        if _SPACE.search(piece) and not self.why:
            same, plain = self.resolved(piece) == piece, "$" not in piece
            if not self.why and (same or plain):
                some = "" if same and plain else ", which some versions of Symfony refuse"
                self.refuse(f"a value with spaces in it is not quoted{some}")
        return piece

    def parentheses(self, start: int) -> int:
        """Return where the parenthesis at ``start`` ends, in the same line."""
        depth = 0
        for at in range(start, end_of_line(self.text, start)):
            depth += {"(": 1, ")": -1}.get(self.text[at], 0)
            if not depth:
                break
        else:
            self.refuse("a closing parenthesis is missing")
        return at + 1

    def resolved(self, piece: str) -> str:
        """Return a text with references expanded; note commands and unknown variables."""
        if "$" in piece and not self.why:
            try:
                piece = _REFERENCE.sub(self.reference, _without_escapes(piece))
            except Untold as untold:
                self.why = str(untold)
        return piece.replace("\\\\", "\\")

    def reference(self, match: re.Match[str]) -> str:
        """Return the value of a reference."""
        backslashes, opened, name, default, closed = match.groups()
        if len(backslashes) % 2:
            return match[0][1:]
        if name is None and default is None and closed is None:
            return match[0]
        if opened and not closed:
            self.refuse("a closing brace is missing")
        found = self.variables.known(name, bool(default)) if name else ""
        if name:
            self.used[name] = found
        text = found or ""
        if not text and default:
            if any(sign in default for sign in "'\"{$"):
                self.refuse("the default of a reference has an invalid character")
            text = default[2:]
            if default[1] == "=" and name:
                self.variables.put(name, self.line(), text)
        return backslashes + text + ("}" if closed and not opened else "")


def _literal(match: re.Match[str]) -> str:
    """Mark the $ after an odd number of backslashes, the last of which escapes it."""
    backslashes = match[1]
    return f"{backslashes[:-1]}{_LITERAL}" if len(backslashes) % 2 else match[0]


def _without_escapes(piece: str) -> str:
    r"""Return a text without the backslash of each ``\$(command)``; raises Untold for
    ``$(command)``.

    A command has balanced parentheses, none of them empty.
    """
    escaped: list[int] = []
    open_: list[tuple[int, bool]] = []  # the position of each, and whether its content is valid
    for at, sign in enumerate(piece):
        if sign == "(":
            open_.append((at, True))
        elif sign == ")" and open_:
            start, good = open_.pop()
            good = good and at > start + 1
            if not good and open_:
                open_[-1] = open_[-1][0], False
            if good and piece[start - 1 : start] == "$":
                if piece[start - 2 : start - 1] != "\\" or start < 2:
                    raise Untold(RUNS_A_COMMAND)
                escaped.append(start - 2)
    for at in sorted(escaped, reverse=True):
        piece = piece[:at] + piece[at + 1 :]
    return piece
