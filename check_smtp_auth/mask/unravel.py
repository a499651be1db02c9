"""Takes apart what a text may be wrapped in, without knowing what is looked for. Pure.

Every wrapping is tried on every text, and on all that comes out of it. What makes no sense
comes out as noise, in which nothing is found.
"""

from __future__ import annotations

from .decode import FREQUENT, HEXADECIMAL, RARE, in_turns
from .spelling import turned

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .decode import Decoder

# Noise to NUL, by which what reads as text is told from it.
_VISIBLE = bytes(octet if 0x20 <= octet < 0x7F or octet in b"\t\r\n" else 0 for octet in range(256))
_NO_CONTROLS = bytes(octet if octet >= 0x20 and octet != 0x7F else 0 for octet in range(256))
# What escapes begin with, and what may stand between their characters.
_MARKS = b"&%=+\\"
_BETWEEN = b" \t\r\n-._,:'\"[]()<>/|"
# Noise has text of fewer octets in it by chance; what rare codes make is more of it.
_LEAST_TEXT, _LEAST_RARE = 6, 10
# Longer texts are not looked at backwards for what is wrapped in them, nor turned by 13 letters.
_SHORT = 4_096
# How many octets are looked at in all: so many, or not much more than those that came; a text
# counts for more than it has.
_ALLOWANCE, _MORE, EACH = 180_000, 60_000, 300
# How many octets are made in all of what may be in rare codes; of one, about so many.
_RARE, _RARE_FACTOR = 160_000, 32


def unravelled(text: str, among: int = 1) -> Iterator[tuple[bytes, bool]]:
    """Yield the text, and all that may be wrapped in it: octets, and whether they are text as
    such; else text is somewhere in them. What is wrapped most comes last, or not at all. Where it
    is one ``among`` so many, it gets its share of what one by itself would be given.
    """
    # In these, rare codes are looked for: in nothing that was turned, or is in such a code itself.
    straight = set(roots(text))
    found = dict.fromkeys(each for root in roots(text) for each in _turned(root))
    if len(text) <= 2 * _SHORT:
        from .between import closed_up

        closed = (made.encode("utf-8", "surrogatepass") for made in closed_up(text))
        found.update(dict.fromkeys(each for octets in closed for each in _turned(octets)))
    todo = list(found)
    size = sum(map(len, todo))
    left = max(_ALLOWANCE - 2 * size, _MORE + size) // among
    left = max(left, size + EACH * len(todo))
    rare = _RARE // among
    for octets in todo:
        left -= len(octets) + EACH
        if left < 0:
            return
        yield octets, True
        inner: list[bytes] = []
        unwrapped = list(_unescaped(octets))
        for plain in unwrapped:
            # What was escaped as a whole may be turned; of that which was not, it was seen.
            inner += _turned(plain) if 5 * len(plain) < 4 * len(octets) else [plain]
        if not octets.isascii():
            inner += _in_ordinary_forms(octets)
        for noise in _decoded(octets, FREQUENT):
            yield noise, False
            for within in _texts_in(noise, _LEAST_TEXT):
                inner += _turned(within)
                unwrapped.append(within)
        if octets in straight and len(octets) * _RARE_FACTOR <= rare:
            noise = b"\x01".join(_decoded(octets, RARE))
            rare -= len(noise)
            yield noise, False
            yield from ((each, False) for each in in_turns(octets))
            inner += _texts_in(noise, _LEAST_RARE)
            straight.update(unwrapped)
        new = dict.fromkeys(each for each in inner if each not in found)
        found.update(new)
        todo += new


def _decoded(octets: bytes, decoders: Iterable[Decoder]) -> Iterator[bytes]:
    """Yield what some decoders make of octets."""
    return (noise for decoder in decoders for noise in decoder(octets))


def _texts_in(noise: bytes, least: int) -> Iterator[bytes]:
    """Yield what reads as text in noise: in ASCII, in UTF-16, and in UTF-8 with other letters."""
    for octets in (noise, noise.replace(b"\0", b"")) if noise.count(0) > 3 else (noise,):
        runs = octets.translate(_VISIBLE).split(b"\0")
        found = b"\n".join(run for run in runs if len(run) >= least)
        if found:
            yield found
    if len(noise) <= _SHORT and not noise.isascii():
        text = noise.translate(_NO_CONTROLS).decode("utf-8", "replace").replace("\ufffd", "\0")
        for part in text.split("\0"):
            if not part.isascii() and len(part.encode()) >= 2 * least:
                yield _ordinary_forms(part)


def roots(text: str) -> list[bytes]:
    """The text, and where it was taken for Latin-1 and is UTF-8, what it is."""
    found = [text.encode("utf-8", "surrogatepass")]
    if not text.isascii():
        found.append(_ordinary_forms(text))
        try:
            found.append(text.encode("latin-1"))
        except UnicodeEncodeError:
            pass
    return found


def _ordinary_forms(text: str) -> bytes:
    """Return a text without the odd forms of letters that Unicode has, and without what is not
    printed.
    """
    from unicodedata import normalize

    plain = normalize("NFKC", text)
    return "".join(c for c in plain if c.isprintable() or c in "\r\n\t").encode("utf-8", "replace")


def _in_ordinary_forms(octets: bytes) -> list[bytes]:
    """The same of octets, if they are UTF-8."""
    try:
        return [_ordinary_forms(octets.decode("utf-8"))]
    except UnicodeDecodeError:
        return []


def _turned(octets: bytes) -> list[bytes]:
    """Octets as they are, backwards, and by 13 letters, where they are few."""
    return [octets] if len(octets) > _SHORT else list(turned(octets))


def _unescaped(octets: bytes) -> Iterator[bytes]:
    """Yield the text without each kind of escapes that it has; and without what may stand between
    the characters of an escape.
    """
    if len(octets) <= _SHORT and any(mark in octets for mark in _MARKS):
        yield octets.translate(None, _BETWEEN)
    if b"%" in octets:
        yield _pairs(octets, b"%")
        if b"+" in octets:  # a blank in a form's fields
            yield _pairs(octets.replace(b"+", b" "), b"%")
    if b"=" in octets:
        yield _pairs(octets.replace(b"=\r\n", b"").replace(b"=\n", b""), b"=")
    if b"+" in octets:
        yield _pairs(octets, b"+")
        yield octets.decode("utf-7", "replace").encode("utf-8", "replace")
    if b"\\" in octets:
        yield octets.replace(b"\\", b"")
        first, *parts = octets.replace(b"\\\\", b"\\\0").split(b"\\")
        yield first + b"".join(_after_backslash(part) for part in parts)
    if b"&" in octets:
        first, *parts = octets.split(b"&")
        yield first + b"".join(map(_after_ampersand, parts))


def _pairs(octets: bytes, mark: bytes) -> bytes:
    """Read the two hexadecimal digits after each of a mark, or four after the mark and "u"."""
    first, *parts = octets.split(mark)
    made = [first]
    for part in parts:
        code = _number(part[:2], 16, 2)
        if code >= 0:
            made += (bytes((code,)), part[2:])
            continue
        code = _number(part[1:5], 16, 4) if part[:1] in b"uU" else -1
        made += (_character(code), part[5:]) if code >= 0 else (mark, part)
    return b"".join(made)


def _after_backslash(part: bytes) -> bytes:
    """Read what a backslash begins, in JSON or C; before another, which is NUL here, it is one."""
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
    """Read what an ampersand begins in HTML."""
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
    """Read a number, of so many digits if that is given; -1 for none."""
    if not digits or len(digits) > 8 or (length and len(digits) != length):
        return -1
    if digits.lower().translate(None, HEXADECIMAL[:base]):
        return -1
    return int(digits, base)


def _character(code: int) -> bytes:
    """Return a character in UTF-8, nothing for what is none."""
    return chr(code).encode("utf-8", "surrogatepass") if code < 0x110000 else b""
