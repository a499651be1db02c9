"""PHP as far as it is data: tokens, literals, arrays and statements. Nothing is run. Pure.

Supported are what PHP's own manual calls literals ("Strings", "Integers", "Arrays"), comments of
all three kinds, and literals joined by a dot. Octets that are not UTF-8 are surrogates, as they are
in the text.
"""

from __future__ import annotations

import re

from .literals import BRACKETS, COMMA, LARGEST, Code, is_mark, is_name, parted, skip, string_at
from .reading import fault

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from .literals import Literal, Token, Tokens

# Every octet from 0x80 on is a letter.
_LETTER = "A-Za-z_\x80-\U0010ffff"
_WORD = rf"[{_LETTER}][0-9{_LETTER}]*"
_OPEN = re.compile(r"<\?(?:php(?=\s|\Z)|=)", re.IGNORECASE)
_SCAN = re.compile(
    rf"""(?P<blank>\s+)
    |(?P<comment>/\*.*?\*/|(?://|\#(?!\[))[^\n\r?]*(?:\?(?!>)[^\n\r?]*)*)
    |(?P<close>\?>)
    |<<<[ \t]*(?P<quote>["']?)(?P<here>{_WORD})(?P=quote)\r?\n
    |'(?P<single>[^'\\]*(?:\\.[^'\\]*)*)'
    |"(?P<double>[^"\\]*(?:\\.[^"\\]*)*)"
    |`(?P<command>[^`\\]*(?:\\.[^`\\]*)*)`
    |(?P<variable>\${_WORD})
    |(?P<name>\\?{_WORD}(?:\\{_WORD})*)
    |(?P<number>0[xX][0-9a-fA-F_]+|0[bB][01_]+|0[oO][0-7_]+
        |(?:[0-9][0-9_]*(?:\.[0-9_]*)?|\.[0-9][0-9_]*)(?:[eE][+-]?[0-9_]+)?)
    |(?P<mark>=>|===?|\.\.\.|[-.+*/%&|^?<>!]=|\|\||["'`]|/\*|.)""",
    re.DOTALL | re.VERBOSE,
)
# What makes of a string code: a variable in it, or ${{ and {{$.
_INTERPOLATION = re.compile(rf"\\.|(\$[{_LETTER}]|(?P<braces>\$\{{|\{{\$))", re.DOTALL)
_ESCAPE = re.compile(rb'\\(?:([nrtvef\\$"])|([0-7]{1,3})|x([0-9A-Fa-f]{1,2})|u\{([^}]*)\})')
_SHORT = dict(zip(b"nrtvef", b"\n\r\t\v\x1b\f"))
_CONSTANTS: dict[str, Literal] = {"true": True, "false": False, "null": None}
DOT, ARROW = frozenset("."), frozenset(("=>",))
# Keywords that may be followed by a colon and statements instead of a block, and their ends.
ALTERNATIVES = ("if", "while", "for", "foreach", "switch", "declare")
ENDS = tuple(f"end{name}" for name in ALTERNATIVES)
LAST = ("return", "exit", "die", "__halt_compiler")
INCLUDES = ("include", "include_once", "require", "require_once", "eval", "extract", "parse_str")


def tokens_of(text: str, path: str) -> list[Token]:
    """Return the tokens of a file; raises Misconfigured, with the line, for what has no end."""
    found: list[Token] = []
    opening = _OPEN.search(text)
    if opening is None:
        return found
    position, line = opening.end(), 1 + text.count("\n", 0, opening.end())
    while position < len(text):
        match = _SCAN.match(text, position)
        assert match is not None  # the last alternative takes any character
        kind = match.lastgroup or ""
        end = match.end()
        if kind == "here":
            token, end = _heredoc(text, match, path, line)
            found.append(token)
        elif kind == "close":
            found.append(("mark", ";", line))
            opening = _OPEN.search(text, end)
            end = opening.end() if opening else len(text)
        elif kind not in ("blank", "comment"):
            found.append(_token(kind, match[kind], path, line))
        line += text.count("\n", position, end)
        position = end
    return found


def _token(kind: str, text: str, path: str, line: int) -> Token:
    """Return the token for a match of the scanner."""
    if kind == "mark" and text in ('"', "'", "`", "/*"):
        raise fault(path, line, "the string or comment that begins here has no end")
    if kind == "single":
        return "string", re.sub(r"\\([\\'])", r"\1", text), line
    if kind == "double":
        return _double(text, path, line, quote=True)
    if kind == "command":
        return "code", "", line
    if kind == "number":
        return _number(text, line)
    return kind, text, line


def _double(text: str, path: str, line: int, quote: bool) -> Token:
    """Return the token of a text in double quotes or a heredoc, where quotes are not escaped."""
    code = False
    for match in _INTERPOLATION.finditer(text):
        code = code or match[1] is not None
        if match["braces"] and quote and "}" not in text[match.end() :]:
            raise fault(path, line, "quotes inside code inside a string are not supported")
    return ("code", text, line) if code else _unescaped(text, line, quote)


def _unescaped(text: str, line: int, quote: bool) -> Token:
    """Return the token of a text with its escapes replaced, each by a number of octets."""

    def octets(match: re.Match[bytes]) -> bytes:
        short, octal, digits, point = match.groups()
        if short:
            if short == b'"' and not quote:
                return match[0]
            return bytes([_SHORT.get(short[0], short[0])])
        if octal:
            return bytes([int(octal, 8) & 0xFF])
        if digits:
            return bytes([int(digits, 16)])
        return chr(int(point[:9], 16)).encode("utf-8", "surrogatepass")

    try:
        whole = _ESCAPE.sub(octets, text.encode("utf-8", "surrogateescape"))
    except (ValueError, OverflowError):  # a \u{...} that PHP rejects, too
        return "code", "", line
    return "string", whole.decode("utf-8", "surrogateescape"), line


def _heredoc(text: str, match: re.Match[str], path: str, line: int) -> tuple[Token, int]:
    """Return the string of a heredoc or nowdoc, and where it ends; raises Misconfigured."""
    closing = re.compile(rf"^([ \t]*){re.escape(match['here'])}(?![0-9{_LETTER}])", re.MULTILINE)
    end = closing.search(text, match.end())
    if end is None:
        raise fault(path, line, "the string or comment that begins here has no end")
    body = text[match.end() : end.start()]
    body = body[:-2] if body.endswith("\r\n") else body[:-1]
    indent = end[1]
    if indent:
        lines = [row[len(indent) :] if row.startswith(indent) else row for row in body.split("\n")]
        body = "\n".join(lines)
    if match["quote"] == "'":
        return ("string", body, line), end.end()
    return _double(body, path, line, quote=False), end.end()


def _number(text: str, line: int) -> Token:
    """Return the token of a whole number; what PHP takes for a floating-point one is code."""
    digits = text.replace("_", "").lower()
    base = {"0x": 16, "0b": 2, "0o": 8}.get(digits[:2], 8 if digits[0] == "0" else 10)
    try:
        value = int(digits, base) if len(digits) < 70 else LARGEST + 1
    except ValueError:
        return "code", "", line
    return ("number", value, line) if value <= LARGEST else ("code", "", line)


def literal(tokens: Tokens) -> Literal:
    """Return the value of literals, joined by dots if there are several; raises Code."""
    if not tokens or is_mark(tokens, len(tokens) - 1, "."):
        raise Code(tokens[0][2] if tokens else 0)
    parts = [_single(part) for part in parted(tokens, DOT)]
    if len(parts) == 1:
        return parts[0]
    return "".join(text_of(part) for part in parts)


def _single(tokens: Tokens) -> Literal:
    """Return the value of one literal; raises Code."""
    line = tokens[0][2] if tokens else 0
    if is_mark(tokens, 0, "-") and len(tokens) == 2 and tokens[1][0] == "number":
        return -int(tokens[1][1])
    if len(tokens) != 1:
        raise Code(line)
    kind, value, _ = tokens[0]
    if kind in ("string", "number"):
        return value
    if kind == "name" and str(value).lstrip("\\").lower() in _CONSTANTS:
        return _CONSTANTS[str(value).lstrip("\\").lower()]
    raise Code(line)


def text_of(value: Literal) -> str:
    """Return a value as text, as PHP converts it."""
    if value is None or value is False:
        return ""
    return "1" if value is True else str(value)


def is_true(value: Literal) -> bool:
    """Tell whether a value counts as true in PHP."""
    return value not in (None, False, 0, "", "0")


def array(tokens: Tokens) -> Iterator[tuple[str | int, Tokens]]:
    """Yield the keys of an array and the tokens of their values, in order; raises Code if it is not
    an array, or if a key is not a literal. Values without a key are numbered.
    """
    start = 1 if is_name(tokens, 0, "array") else 0
    opening = "(" if start else "["
    line = tokens[0][2] if tokens else 0
    if not is_mark(tokens, start, opening) or skip(tokens, start) != len(tokens):
        raise Code(line)
    for number, entry in enumerate(parted(tokens[start + 1 : -1], COMMA)):
        if not entry or is_mark(entry, 0, "..."):
            raise Code(line)
        key_tokens = next(parted(entry, ARROW), entry)
        value = entry[len(key_tokens) + 1 :]
        key = literal(key_tokens) if value else number
        if key is None:
            raise Code(entry[0][2])
        yield key, value or entry


def element(tokens: Tokens, index: int) -> str | None:
    """Return the key of the element that is named at an index, as in ``['key']``; None for any
    other.
    """
    if is_mark(tokens, index, "[") and is_mark(tokens, index + 2, "]"):
        return string_at(tokens, index + 1)
    return None


def statements(tokens: Tokens) -> Iterator[tuple[bool, Tokens]]:
    """Yield each statement of the file itself, until one that ends the file, and whether it is
    outside of any ``if:`` and the like. A block in braces belongs to the statement before it.
    """
    start = index = inside = 0
    while index < len(tokens):
        kind, value, _ = tokens[index]
        ended = kind == "mark" and value in ("{", ";")
        index = skip(tokens, index) if kind == "mark" and value in BRACKETS else index + 1
        if not ended and index < len(tokens):
            continue
        statement = tokens[start : index - 1 if value == ";" else index]
        start = index
        if statement:
            yield not inside, statement
            if not inside and is_name(statement, 0, *LAST):
                return
            inside += _opened(statement)


def _opened(statement: Tokens) -> int:
    """Return how many blocks that need an ``endif`` or the like stay open after a statement."""
    before: list[int] = []
    count = 0
    for index, (kind, value, _) in enumerate(statement):
        if kind == "mark" and value == "(":
            before.append(index - 1)
        elif kind == "mark" and value == ")" and before:
            opens = is_name(statement, before.pop(), *ALTERNATIVES)
            count += opens and is_mark(statement, index + 1, ":")
        count -= is_name(statement, index, *ENDS)
    return count
