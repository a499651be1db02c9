"""Unwraps what may be wrapped in a text, without knowing what is searched for. Pure.

Every decoder is applied to every text, and to all that comes out of it. A decoder that does not fit
yields noise, in which nothing is found.
"""

from __future__ import annotations

import re

from .decode import FREQUENT, LEAST, RARE, in_turns
from .escapes import unescaped
from .spelling import turned

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from .decode import Decoder

# Noise contains shorter texts by chance; rare encodings yield more noise than others.
_LEAST_TEXT, _LEAST_RARE = 6, 10
# Readable text, by its minimum length.
_TEXTS = {least: re.compile(rb"[\t\r\n -~]{%d,}" % least) for least in (_LEAST_TEXT, _LEAST_RARE)}
# Makes control characters invalid as UTF-8, since text has none.
_NO_CONTROLS = bytes(octet if octet >= 0x20 and octet != 0x7F else 0xFF for octet in range(256))
# What is wrapped in longer texts is not searched for backwards, nor in ROT13.
_SHORT = 4_096
# The separator of noises that are searched at once.
_APART = b" \xff "
# How many octets are searched in all: so many, or not many more than those that came. A text counts
# for more octets than it has.
_ALLOWANCE, _MORE, EACH, _NO_END = 150_000, 60_000, 660, 1 << 60
# How many octets are decoded from rare encodings in all; each octet yields about so many.
_RARE, _RARE_FACTOR = 160_000, 32


def unravelled(text: str, said: Sequence[bytes], among: int = 1) -> Iterator[tuple[bytes, bool]]:
    """Yield the text, whose octets are ``said`` (see ``roots``), and all that may be wrapped in it:
    octets, and whether all of them are text; if not, text is somewhere in them. The most deeply
    wrapped come last, or not at all. ``among`` is how many texts share the limits for one.
    """
    # Rare encodings are only tried on these: not on what was turned, or came from such an encoding.
    straight = set(said)
    layers = _Layers([*said, *_closed_up(text)], among)
    rare = _RARE // among
    for octets in layers.all():
        yield octets, True
        is_rare = octets in straight and len(octets) * _RARE_FACTOR <= rare
        unwrapped: list[bytes] = []
        if layers.room >= 0 or is_rare:
            for number, plain in enumerate(unescaped(octets)):
                # A text that was escaped as a whole may be turned; any other was turned before.
                # The first one, with all escapes decoded, is never moved to the end.
                layers.add(plain, 5 * len(plain) < 4 * len(octets), octets if number else b"")
                unwrapped.append(plain)
            if not octets.isascii():
                for plain in _in_ordinary_forms(octets):
                    layers.add(plain, turn=False)
        noises = list(_decoded(octets, FREQUENT))
        yield from ((noise, False) for noise in _joined(noises))
        if layers.room >= 0 or is_rare:
            for noise in noises:
                for within in _texts_in(noise, _LEAST_TEXT):
                    # Shorter text wraps nothing that could only be decoded if turned.
                    layers.add(within, turn=len(within) >= LEAST)
                    unwrapped.append(within)
        if is_rare:
            noise = b"\x01".join(_decoded(octets, RARE))
            rare -= len(noise)
            yield noise, False
            yield from ((each, False) for each in in_turns(octets))
            for within in _texts_in(noise, _LEAST_RARE):
                layers.add(within, turn=False)
            straight.update(unwrapped)


class _Layers:
    """The octets to search, each only once, and no more than there is room for. Escapes of several
    kinds yield many texts, as they can be decoded in any order: these come last.
    """

    def __init__(self, first: Sequence[bytes], among: int) -> None:
        """Take the octets that are searched in any case, turned as well."""
        self._found: set[bytes] = set()
        self._todo: list[bytes] = []
        self._last: list[bytes] = []
        self._unescaped: set[bytes] = set()
        self.room = _NO_END
        for octets in first:
            self.add(octets, turn=True)
        size = sum(map(len, self._todo))
        left = max(_ALLOWANCE - 2 * size, _MORE + size) // among
        self.room = max(left - size - EACH * len(self._todo), 0)

    def add(self, octets: bytes, turn: bool, escaped: bytes = b"") -> None:
        """Add octets, and what they are if turned, unless the room is used up; then nothing is
        added any more. ``escaped`` are the octets that they were decoded from, if only some escapes
        were: if those were decoded so themselves, these come last.
        """
        new = turned(octets) if turn and len(octets) <= _SHORT else (octets,)
        for each in new:
            if self.room < 0 or each in self._found:
                continue
            if escaped:
                self._unescaped.add(each)
            if escaped and escaped in self._unescaped:
                self._found.add(each)
                self._last.append(each)
            elif self._takes(each):
                self._found.add(each)
                self._todo.append(each)

    def _takes(self, octets: bytes) -> bool:
        """Tell whether there is room for these octets, and use it."""
        self.room -= len(octets) + EACH
        return self.room >= 0

    def all(self) -> Iterator[bytes]:
        """Yield all octets, also those that are added meanwhile."""
        yield from self._todo
        done = len(self._todo)
        for octets in self._last:
            if not self._takes(octets):
                return
            yield octets
            while done < len(self._todo):
                yield self._todo[done]
                done += 1


def _closed_up(text: str) -> Iterator[bytes]:
    """Yield a text, unless it is long, without what is inserted between its characters."""
    if len(text) <= 2 * _SHORT:
        from .between import closed_up

        yield from (made.encode("utf-8", "surrogatepass") for made in closed_up(text))


def _joined(noises: list[bytes]) -> list[bytes]:
    """Join noises, if they are short, to search them at once; no secret spans the joints."""
    return [_APART.join(noises)] if sum(map(len, noises)) <= _SHORT else noises


def _decoded(octets: bytes, decoders: Iterable[Decoder]) -> Iterator[bytes]:
    """Yield what some decoders make of octets."""
    return (noise for decoder in decoders for noise in decoder(octets))


def _texts_in(noise: bytes, least: int) -> Iterator[bytes]:
    """Yield the readable text in noise: ASCII, UTF-16, and UTF-8 with other letters."""
    for octets in (noise, noise.replace(b"\0", b"")) if noise.count(0) > 3 else (noise,):
        found = b"\n".join(_TEXTS[least].findall(octets))
        if found:
            yield found
    if len(noise) <= _SHORT and not noise.isascii():
        for part in noise.translate(_NO_CONTROLS).decode("utf-8", "replace").split("\ufffd"):
            if not part.isascii() and len(part.encode()) >= 2 * least:
                yield _ordinary_forms(part)


def roots(text: str) -> list[bytes]:
    """Return the octets of a text, and those in Latin-1, if it was decoded so and may be UTF-8."""
    found = [text.encode("utf-8", "surrogatepass")]
    if not text.isascii():
        found.append(_ordinary_forms(text))
        try:
            found.append(text.encode("latin-1"))
        except UnicodeEncodeError:
            pass
    return found


def _ordinary_forms(text: str) -> bytes:
    """Return a text in UTF-8, with compatibility forms of characters replaced (NFKC), and without
    what cannot be printed.
    """
    from unicodedata import normalize

    plain = normalize("NFKC", text)
    if not plain.isprintable():
        kept = {c for c in set(plain) if c.isprintable() or c in "\r\n\t"}
        plain = "".join(filter(kept.__contains__, plain))
    return plain.encode("utf-8", "replace")


def _in_ordinary_forms(octets: bytes) -> list[bytes]:
    """Return the same for octets; empty if they are not UTF-8."""
    try:
        return [_ordinary_forms(octets.decode("utf-8"))]
    except UnicodeDecodeError:
        return []
