"""Takes apart what a text may be wrapped in, without knowing what is looked for. Pure.

Every wrapping is tried on every text, and on all that comes out of it. What makes no sense
comes out as noise, in which nothing is found.
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

# Noise has text of fewer octets in it by chance; what rare codes make is more of it.
_LEAST_TEXT, _LEAST_RARE = 6, 10
# What reads as text, by its least length.
_TEXTS = {least: re.compile(rb"[\t\r\n -~]{%d,}" % least) for least in (_LEAST_TEXT, _LEAST_RARE)}
# Controls, too, are no UTF-8 that is text.
_NO_CONTROLS = bytes(octet if octet >= 0x20 and octet != 0x7F else 0xFF for octet in range(256))
# Longer texts are not looked at backwards for what is wrapped in them, nor turned by 13 letters.
_SHORT = 4_096
# What is between noises that are looked at in one go.
_APART = b" \xff "
# How many octets are looked at in all: so many, or not much more than those that came; a text
# counts for more than it has.
_ALLOWANCE, _MORE, EACH, _NO_END = 150_000, 60_000, 660, 1 << 60
# How many octets are made in all of what may be in rare codes; of one, about so many.
_RARE, _RARE_FACTOR = 160_000, 32


def unravelled(text: str, said: Sequence[bytes], among: int = 1) -> Iterator[tuple[bytes, bool]]:
    """Yield the text, whose octets are ``said`` (see ``roots``), and all that may be wrapped in it:
    octets, and whether they are text as such; else text is somewhere in them. What is wrapped most
    comes last, or not at all. Where it is one ``among`` so many, it gets its share of what one by
    itself would be given.
    """
    # In these, rare codes are looked for: in nothing that was turned, or is in such a code itself.
    straight = set(said)
    layers = _Layers([*said, *_closed_up(text)], among)
    rare = _RARE // among
    for octets in layers.all():
        yield octets, True
        is_rare = octets in straight and len(octets) * _RARE_FACTOR <= rare
        unwrapped: list[bytes] = []
        if layers.room >= 0 or is_rare:
            for number, plain in enumerate(unescaped(octets)):
                # What was escaped as a whole may be turned; of that which was not, it was seen.
                # What comes first, without all escapes, never has to wait.
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
                    # In what is shorter nothing is wrapped that would have to be turned for that.
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
    """What is to be looked at: each once, and no more than there is room for. Where there are
    escapes of several kinds, these make many by being read in every order: those come last.
    """

    def __init__(self, first: Sequence[bytes], among: int) -> None:
        """Begin with what is looked at in any case, turned as well."""
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
        """Add a layer, and turned ones of it, unless the room is used up: then it stays so. It may
        be what was ``escaped`` in one that is there.
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
        """Tell whether there is room for one more."""
        self.room -= len(octets) + EACH
        return self.room >= 0

    def all(self) -> Iterator[bytes]:
        """Yield each, also those that are added meanwhile."""
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
    """Yield a text that is not long without what stands between its characters."""
    if len(text) <= 2 * _SHORT:
        from .between import closed_up

        yield from (made.encode("utf-8", "surrogatepass") for made in closed_up(text))


def _joined(noises: list[bytes]) -> list[bytes]:
    """Join what is little, so that it is looked at in one go, with what no secret goes over."""
    return [_APART.join(noises)] if sum(map(len, noises)) <= _SHORT else noises


def _decoded(octets: bytes, decoders: Iterable[Decoder]) -> Iterator[bytes]:
    """Yield what some decoders make of octets."""
    return (noise for decoder in decoders for noise in decoder(octets))


def _texts_in(noise: bytes, least: int) -> Iterator[bytes]:
    """Yield what reads as text in noise: in ASCII, in UTF-16, and in UTF-8 with other letters."""
    for octets in (noise, noise.replace(b"\0", b"")) if noise.count(0) > 3 else (noise,):
        found = b"\n".join(_TEXTS[least].findall(octets))
        if found:
            yield found
    if len(noise) <= _SHORT and not noise.isascii():
        for part in noise.translate(_NO_CONTROLS).decode("utf-8", "replace").split("\ufffd"):
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
    if not plain.isprintable():
        kept = {c for c in set(plain) if c.isprintable() or c in "\r\n\t"}
        plain = "".join(filter(kept.__contains__, plain))
    return plain.encode("utf-8", "replace")


def _in_ordinary_forms(octets: bytes) -> list[bytes]:
    """The same of octets, if they are UTF-8."""
    try:
        return [_ordinary_forms(octets.decode("utf-8"))]
    except UnicodeDecodeError:
        return []
