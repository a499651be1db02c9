"""Decodes escapes: how HTML, URLs, JSON, C, xtext, quoted-printable and UTF-7 write a character.
Pure.
"""

from __future__ import annotations

from .decode import HEXADECIMAL

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Callable

# What may stand between the characters of an escape.
_BETWEEN = b" \t\r\n-._,:'\"[]()<>/|"
# In longer texts these are not removed.
_SHORT = 4_096
_TO_DELETE = bytes(range(0x7F)) + b"\x7f" * 0x81


def unescaped(octets: bytes) -> Iterator[bytes]:
    """Yield the text with all its escapes decoded, first, and with one kind of them decoded at a
    time, if there are several; and without what may stand between the characters of an escape.
    """
    kinds = [kind for mark, kind in _KINDS.items() if mark in octets]
    if not kinds:
        return
    plain = octets
    for kind in kinds:
        plain = kind(plain)
    yield plain
    if len(octets) <= _SHORT:
        yield octets.translate(None, _BETWEEN)
    if len(kinds) > 1:
        yield from (kind(octets) for kind in kinds)
    if b"+" in octets:
        if b"%" in octets:  # a blank, in the fields of a form
            yield _percent(octets.replace(b"+", b" "))
        yield _in_utf7(octets)
    if b"\\" in octets:
        yield octets.replace(b"\\", b"")


def _html(octets: bytes) -> bytes:
    """Decode the character references of HTML."""
    first, *parts = octets.split(b"&")
    return first + _each(parts, _after_ampersand)


def _backslashes(octets: bytes) -> bytes:
    """Decode the escapes of JSON and C."""
    first, *parts = octets.replace(b"\\\\", b"\\\0").split(b"\\")
    return first + _each(parts, _after_backslash)


def _percent(octets: bytes) -> bytes:
    """Decode the escapes of URLs for octets, and Microsoft's for characters."""
    return _pairs(octets, b"%")


def _printable(octets: bytes) -> bytes:
    """Decode quoted-printable."""
    return _pairs(octets.replace(b"=\r\n", b"").replace(b"=\n", b""), b"=")


def _xtext(octets: bytes) -> bytes:
    """Decode the xtext of RFC 3461."""
    return _pairs(octets, b"+")


# By the octet that begins an escape; those of HTML come first, since they may contain the others.
_KINDS: dict[bytes, Callable[[bytes], bytes]] = {
    b"&": _html,
    b"\\": _backslashes,
    b"%": _percent,
    b"=": _printable,
    b"+": _xtext,
}


def _each(parts: list[bytes], read: Callable[[bytes], bytes]) -> bytes:
    """Decode the start of each part, and join the parts; equal parts are decoded once."""
    known = {part: read(part) for part in set(parts)}
    return b"".join(map(known.__getitem__, parts))


def _in_utf7(octets: bytes) -> bytes:
    """Decode UTF-7. Non-ASCII octets are errors in it, which its decoder handles slowly, one by
    one.
    """
    text = octets if octets.isascii() else octets.translate(_TO_DELETE)
    return text.decode("utf-7", "replace").replace("\x7f", "\ufffd").encode("utf-8", "replace")


def _pairs(octets: bytes, mark: bytes) -> bytes:
    """Decode the two hexadecimal digits after each mark, or the four after the mark and "u"."""
    first, *parts = octets.split(mark)

    def after_mark(part: bytes) -> bytes:
        code = _number(part[:2], 16, 2)
        if code >= 0:
            return bytes((code,)) + part[2:]
        code = _number(part[1:5], 16, 4) if part[:1] in b"uU" else -1
        return _character(code) + part[5:] if code >= 0 else mark + part

    return first + _each(parts, after_mark)


def _after_backslash(part: bytes) -> bytes:
    """Decode what follows a backslash in JSON or C. A second backslash, here replaced by NUL,
    stands for one.
    """
    if not part or part[:1] == b"\0":
        return b"\\" + part[1:]
    for mark, digits in ((b"u", 4), (b"U", 8), (b"x", 2)):
        code = _number(part[1 : 1 + digits], 16, digits) if part[:1] == mark else -1
        if code >= 0:
            made = bytes((code,)) if mark == b"x" else _character(code)
            return made + part[1 + digits :]
    if part[:2] == b"u{":
        code = _number(part[2:].partition(b"}")[0], 16)
        return _character(code) + part.partition(b"}")[2] if code >= 0 else part
    rest = part[:3].lstrip(HEXADECIMAL[:8]) + part[3:]
    code = _number(part[: len(part) - len(rest)], 8)
    return bytes((code & 255,)) + rest if code >= 0 else part


def _after_ampersand(part: bytes) -> bytes:
    """Decode what follows an ampersand in HTML."""
    if part[:1] == b"#":
        base, start = (16, 2) if part[1:2] in (b"x", b"X") else (10, 1)
        after = part[start : start + 9].lower().lstrip(HEXADECIMAL[:base])
        end = min(len(part), start + 9) - len(after)
        code = _number(part[start:end], base)
        rest = part[end + 1 :] if part[end : end + 1] == b";" else part[end:]
        return _character(code) + rest if code >= 0 else b"&" + part
    name, semicolon, rest = part.partition(b";")
    if semicolon and len(name) <= 32:
        from html.entities import html5

        made = html5.get(name.decode("latin-1") + ";")
        if made is not None:
            return made.encode() + rest
    return b"&" + part


def _number(digits: bytes, base: int, length: int = 0) -> int:
    """Return the value of digits, of exactly ``length`` digits if that is given; -1 if invalid."""
    if not digits or len(digits) > 8 or (length and len(digits) != length):
        return -1
    return -1 if digits.lower().strip(HEXADECIMAL[:base]) else int(digits, base)


def _character(code: int) -> bytes:
    """Return a character in UTF-8; empty if there is none with this code."""
    return chr(code).encode("utf-8", "surrogatepass") if code < 0x110000 else b""
