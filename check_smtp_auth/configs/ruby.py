"""Ruby as far as it is data: tokens and literals as ``inspect`` writes them. Nothing is run. Pure.

Supported are strings in both kinds of quotes, symbols, whole numbers, ``true``, ``false``, ``nil``,
and comments. Other forms of literals (``%q()``, heredocs, regular expressions) would change the
meaning of quotes after them, so a file with one is rejected.
"""

from __future__ import annotations

import re

from .literals import COMMA, Code, is_mark, parted
from .reading import fault

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from .literals import Literal, Token, Tokens

_WORD = r"[A-Za-z_\x80-\U0010ffff][0-9A-Za-z_\x80-\U0010ffff]*"
_SCAN = re.compile(
    rf"""(?P<end>(?:\A|(?<=\n))__END__(?=\r?\n|\Z))
    |(?P<comment>(?:\A|(?<=\n))=begin\b.*?(?:\n=end\b[^\n]*|\Z)|\#[^\n]*)
    |(?P<line>\r?\n)|(?P<blank>\s+|\\\r?\n)
    |(?P<colon>:?)(?:'(?P<single>[^'\\]*(?:\\.[^'\\]*)*)'|"(?P<double>[^"\\]*(?:\\.[^"\\]*)*)")
    |:(?P<symbol>{_WORD}[?!=]?)(?![?!=:])
    |(?P<label>{_WORD}[?!]?(?=:(?!:)))
    |(?P<name>{_WORD}[?!]?)
    |(?P<number>[0-9]+(?:_[0-9]+)*(?!\.[0-9])(?![0-9A-Za-z_]))
    |(?P<other>[$@]+{_WORD}|[0-9][0-9A-Za-z_.]*)
    |(?P<odd>["'`/]|<<[~-]?["'`A-Z_]|%[qQwWiIrsx]?[^\w\s=]|\?["'`])
    |(?P<mark>=>|::|\|\|=|[=!]=|=~|.)""",
    re.DOTALL | re.VERBOSE,
)
# A string with one of these is code, which is interpolated; $" is a variable, too.
_INTERPOLATION = re.compile(
    r"\\.|(\#(?:\{|\$[-0-9A-Za-z_\x80-\U0010ffff~*$?!@/\\;,.=:<>\"&`'+]|\$\Z|@@?[A-Za-z_\x80-\U0010ffff]))",
    re.DOTALL,
)
_ESCAPE = re.compile(
    rb"\\(?:([0-7]{1,3})|x([0-9A-Fa-f]{1,2})|u([0-9A-Fa-f]{4})|u\{([0-9A-Fa-f \t]+)\}|(\r?\n|.))",
    re.DOTALL,
)
_SHORT = dict(zip(b"abtnvfres", b"\a\b\t\n\v\f\r\x1b "))
NEWLINE = ("mark", "\n")
_CONSTANTS: dict[str, Literal] = {"true": True, "false": False, "nil": None}


def tokens_of(text: str, path: str) -> list[Token]:
    """Return the tokens of a file; raises Misconfigured, with the line, for other code."""
    found: list[Token] = []
    position, line = int(text.startswith("\ufeff")), 1
    while position < len(text):
        match = _SCAN.match(text, position)
        assert match is not None  # the last alternative takes any character
        kind = match.lastgroup or ""
        if kind == "end":
            break
        if kind == "odd":
            raise fault(path, line, "this cannot be read: only plain strings in quotes can")
        if kind == "line":
            found.append(("mark", "\n", line))
        elif kind not in ("blank", "comment"):
            found += _tokens(kind, match, line)
        position = match.end()
        line += match[0].count("\n")
    return found


def _tokens(kind: str, match: re.Match[str], line: int) -> list[Token]:
    """Return the tokens for a match of the scanner."""
    text = match[kind]
    if kind in ("single", "double"):
        token = _plain(text, line) if kind == "single" else _double(text, line)
        after = match.string[match.end() : match.end() + 2]
        if match["colon"] or (after[:1] == ":" and after != "::"):
            token = ("symbol" if match["colon"] else "label", *token[1:])
        return [token]
    if kind == "number":
        octal = len(text) > 1 and text[0] == "0"
        return [("code", "", line) if octal or len(text) > 18 else ("number", int(text), line)]
    return [("code" if kind == "other" else kind, text, line)]


def _plain(text: str, line: int) -> Token:
    """Return the text in single quotes."""
    return "string", re.sub(r"\\([\\'])", r"\1", text), line


def _double(text: str, line: int) -> Token:
    """Return the token of a text in double quotes, with escapes replaced, mostly by octets."""

    def octets(escape: re.Match[bytes]) -> bytes:
        octal, digits, point, points, other = escape.groups()
        if octal:
            return bytes([int(octal, 8) & 0xFF])
        if digits:
            return bytes([int(digits, 16)])
        if point or points:
            return b"".join(_character(each) for each in (point or points).split())
        if other in (b"u", b"x", b"c", b"C", b"M"):
            raise ValueError
        return b"" if b"\n" in other else bytes([_SHORT.get(other[0], other[0])])

    if any(match[1] for match in _INTERPOLATION.finditer(text)):
        return "code", "", line
    try:
        whole = _ESCAPE.sub(octets, text.encode("utf-8", "surrogateescape"))
    except (ValueError, OverflowError):  # invalid, or one that inspect does not write
        return "code", "", line
    return "string", whole.decode("utf-8", "surrogateescape"), line


def _character(point: bytes) -> bytes:
    """Return a character by its number; raises ValueError or OverflowError."""
    return chr(int(point[:9], 16)).encode("utf-8")


def literal(tokens: Tokens) -> Literal:
    """Return the value of a literal, or the name of a symbol; raises Code."""
    line = tokens[0][2] if tokens else 0
    if len(tokens) != 1:
        raise Code(line)
    kind, value, _ = tokens[0]
    if kind in ("string", "number", "symbol"):
        return value
    if kind == "name" and value in _CONSTANTS:
        return _CONSTANTS[str(value)]
    raise Code(line)


def hash_of(tokens: Tokens) -> Iterator[tuple[str, Tokens]]:
    """Yield the symbols that are the keys of a hash, and the tokens of their values, from the
    tokens between its braces; raises Code for anything else.
    """
    for entry in parted([token for token in tokens if token[:2] != NEWLINE], COMMA):
        kind, value, line = entry[0] if entry else ("", "", 0)
        rocket = is_mark(entry, 1, "=>")
        if kind == "label" or (kind == "symbol" and rocket):
            yield str(value), entry[2:]
        elif not rocket or kind not in ("string", "number"):
            raise Code(line)
