"""Finds a secret in a text, under whatever disguise a server's echo may give it. Pure.

Not a list of forms, but three steps, each as general as may be:

1. ``unravel`` gives the text, and all that may be wrapped in it, layer by layer: escapes of HTML,
   URLs, JSON, C, xtext and quoted-printable, and the codes of ``decode`` at any alignment.
2. Case, blanks, and what a secret may be grouped by, are left out of both sides.
3. They are compared by windows of six characters, so that a part is found too; backwards and
   turned by 13 letters as well. A shorter secret is found where it stands as a word.

A window within ordinary words of the text is no echo: with the password "password1" no reply
could be read.
"""

from __future__ import annotations

import re
from itertools import accumulate

from .decode import with_decoded
from .spelling import length, spellings, turned
from .stars import ordinary_words
from .unravel import EACH, roots, unravelled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Callable

WINDOW = 6
# Within any window there is a piece of four octets that begins at every third place.
PIECE, STEP = 4, 3
# Up to so many pieces are looked for in a text; with more, those of the text are looked up.
FEW = 60
# Of more places where there may be a part of the secret, or in a longer text, no innocent one
# is told from the others.
MOST, LONGEST = 100, 8_192
# How many octets are looked at for one account, a quarter of a second or so; what no server says
# unless it means ill. After that all is hidden.
_IN_ALL = 2_000_000
_SIGNS = bytes(octet for octet in range(128) if not chr(octet).isalnum())
_BLANKS = bytes(range(33)) + b"\x7f"
_GROUPING = _BLANKS + b"-._:,;=+*#'\"`()[]{}<>/\\|~"
_WORDS = bytes.maketrans(_SIGNS, b" " * len(_SIGNS))
_ONE_BLANK = bytes.maketrans(b"\t\r\n", b"   ")
_NAMES = bytes.maketrans(b"@.-_+", b" " * 5)
# What no text has once its blanks are alike, and what is long enough between such.
_NO_OCTET = 0x0A
_RUNS = re.compile(rb"[^\n]{%d,}" % WINDOW)
_LETTERS = re.compile(rb"[a-zA-Z\x80-\xff]+")


class _TooMany(Exception):
    """There are too many places that look like parts of the secret, or too much to look at."""


class Finder:
    """Looks for some secrets in texts, and for ``messages`` that count only as a whole.
    ``public`` are names that are no secret, whatever a secret is made of: the user's, the host's.
    Once it is ``late`` it has ``gave_up``, and finds everything.
    """

    def __init__(
        self,
        secrets: Iterable[bytes],
        messages: Iterable[bytes] = (),
        public: Iterable[str] = (),
        late: Callable[[], bool] = lambda: False,
    ) -> None:
        """Prepare what is looked for."""
        names = {name.casefold().encode() for name in public if name}
        names.update(*(name.translate(_NAMES).split() for name in names))
        self._public = {each for name in names for each in turned(name)}
        self._ordinary_words: dict[bytes, bool] = {}
        self._messages = [each.lower().translate(None, _SIGNS) for each in messages]
        self._needles: list[_Needles] = []
        self._in_noise: list[_Needles] = []
        self._words: set[bytes] = set()
        self._strong: set[bytes] = set()
        for secret in secrets:
            spelt = set(spellings(secret))
            turns = {each for text in spelt for each in turned(text)}
            # What is not ASCII is no text any more once its octets are turned around.
            in_noise = spelt if secret.isascii() else {*spelt, secret.lower()[::-1]}
            # Of six characters of which some are blanks, less than six are left without these.
            for left_out in (*_folds(secret), b"") if b" " in secret else _folds(secret):
                self._needles.append(_Needles(turns, left_out))
                if left_out in (_SIGNS, _BLANKS, b""):
                    self._in_noise.append(_Needles(in_noise, left_out))
            self._words.update(_as_words({secret, *turns}))
            self._strong.update(filter(_is_strong, turns))
        # Of a short secret there are none.
        self._needles = [each for each in self._needles if each.texts]
        self._in_noise = [each for each in self._in_noise if each.texts]
        # Three letters are a word of noise by chance.
        self._in_noise_words = {word for word in self._words if length(word) > 3}
        self._left, self._late, self.gave_up = _IN_ALL, late, False

    def finds(self, text: str, among: int = 1) -> bool:
        """Tell whether a text has one of them in it, whole or a part of six characters. As one
        ``among`` so many it gets its share of the time that one by itself is given.
        """
        said = roots(text)
        try:
            return self.gave_up or any(
                self._in(octets, plain, octets in said)
                for octets, plain in unravelled(text, said, among)
            )
        except _TooMany:
            return True

    def _in(self, octets: bytes, plain: bool, said: bool) -> bool:
        """Look at octets themselves; what is not plain has noise in it, and all text of that
        comes by itself. A secret that is an ordinary word may be ``said``, and is no ordinary
        word in any disguise.
        """
        self._left -= len(octets) + EACH
        self.gave_up = self.gave_up or self._left < 0 or self._late()
        if self.gave_up:
            raise _TooMany
        if plain and not octets.isascii():
            octets = _same_case(octets)
        small = octets.lower().translate(_ONE_BLANK)
        if self._messages:
            folded = small.translate(None, _SIGNS)
            if any(each in folded for each in self._messages if each):
                return True
        for needles in self._needles if plain else self._in_noise:
            owners = None
            for found in dict.fromkeys(needles.found_in(small)):
                if owners is None:
                    folded = small.translate(None, needles.left_out)
                    owners = self._owners(small, needles.left_out)
                whole = found in needles.texts
                if (whole and not said) or not _is_innocent(found, folded, owners, whole):
                    return True
        if any(word in small for word in self._strong):
            return True
        if not self._words:
            return False
        if not plain:
            return _has_word([octets], self._in_noise_words)
        return _has_word(list(with_decoded(octets)), self._words)

    def _owners(self, octets: bytes, left_out: bytes) -> list[int]:
        """Return of each octet that is not left out in which ordinary word or public name it is: a
        number, 0 for none, -1 for a blank, which is anybody's. All are 0 where the text is long.
        """
        if len(octets) > LONGEST:
            return [0] * len(octets)
        owners = [-(octet == 0x20) for octet in octets]
        for number, (start, end) in enumerate(self._ordinary(octets), 1):
            owners[start:end] = [number] * (end - start)
        return [owner for owner, octet in zip(owners, octets) if octet not in left_out]

    def _ordinary(self, octets: bytes) -> Iterator[tuple[int, int]]:
        """Yield where ordinary words and public names begin and end."""
        known = self._ordinary_words
        for run in _LETTERS.finditer(octets):
            word = run[0]
            if word not in known:
                known[word] = not ordinary_words().isdisjoint(turned(word))
            if known[word] or word in self._public:
                yield run.span()
        for name in self._public:
            yield from ((at, at + len(name)) for at in _places(octets, name))


class _Needles:
    """One secret in several spellings, folded by leaving out some signs."""

    def __init__(self, spelt: Iterable[bytes], left_out: bytes) -> None:
        """Fold them, and cut them into the pieces by which a part of them is found."""
        self.left_out = left_out
        self.texts = {text.translate(None, left_out) for text in spelt}
        self.texts = {text for text in self.texts if length(text) >= WINDOW}
        self._windows: set[str] | None = None
        self._pieces = set(_pieces(self.texts, STEP))
        self._all = set(_pieces(self.texts, 1)) if len(self._pieces) > FEW else None
        octets = b"".join(self.texts)
        self._of_them = bytes(octet if octet in octets else _NO_OCTET for octet in range(256))

    def found_in(self, octets: bytes) -> Iterator[bytes]:
        """Yield what of octets, folded, is a window of the secret; raises _TooMany."""
        # What is of other octets than these is left out in one go: of noise, that is most.
        text = b"\n".join(_RUNS.findall(octets.translate(self._of_them, self.left_out)))
        if not text:
            return
        if self._all is not None:
            every = range(0, len(text) - PIECE + 1, STEP)
            places = [at for at in every if text[at : at + PIECE] in self._all]
        else:
            pieces = [piece for piece in self._pieces if piece in text]
            places = [at for piece in pieces for at in _places(text, piece)]
        if not places:
            return
        yield from (each for each in self.texts if each in text)
        wide = 2 if text.isascii() else 4 * WINDOW
        around = {text[max(0, at - wide) : at + PIECE + wide] for at in places}
        if len(around) > MOST:
            raise _TooMany
        if self._windows is None:
            # To search the secret itself takes long where it is long, and much in it alike.
            self._windows = {window for text in self.texts for window in _windows(text)}
        for part in around:
            windows = (window for window in _windows(part) if window in self._windows)
            yield from (window.encode("utf-8", "surrogateescape") for window in windows)


def _is_innocent(found: bytes, text: bytes, owners: list[int], whole: bool) -> bool:
    """Tell whether what was found in a folded text stands within ordinary words, or public names,
    only; a ``whole`` secret within a single one.
    """
    for at in _places(text, found):
        owner = set(owners[at : at + len(found)]) - {-1}
        if 0 in owner or (len(owner) > 1 and whole):
            return False
    return True


def _windows(octets: bytes) -> Iterator[str]:
    """Yield all that stands side by side in octets, as many characters as are found."""
    text = octets.decode("utf-8", "surrogateescape")
    return (text[at : at + WINDOW] for at in range(len(text) - WINDOW + 1))


def _places(text: bytes, part: bytes) -> Iterator[int]:
    """Yield where a part is in a text."""
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + 1)


def _pieces(texts: Iterable[bytes], step: int) -> Iterator[bytes]:
    """Yield pieces of texts, one at every so many places."""
    for text in texts:
        for at in range(0, len(text) - PIECE + 1, step):
            yield text[at : at + PIECE]


def _folds(secret: bytes) -> tuple[bytes, ...]:
    """What is to be left out, one after another: without all signs a match of letters and digits
    is still one. Where too little is left of a secret, one sign after another.
    """
    if secret.isalnum():
        return (_SIGNS,)
    plain = secret.translate(None, _GROUPING)
    if length(plain) < WINDOW:
        return (_SIGNS, _GROUPING, _BLANKS, *(_BLANKS + bytes((sign,)) for sign in b"-._,:'\"/|"))
    return (_SIGNS, _BLANKS) if plain.isalnum() else (_SIGNS, _GROUPING, _BLANKS)


def _as_words(spelt: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the letters and digits of those that are too short for a window; and all of them in
    hexadecimal, also of UTF-16.
    """
    for spelling in spelt:
        word = spelling.translate(None, _SIGNS)
        if length(word) > 2 and length(spelling.translate(None, _BLANKS)) < WINDOW:
            yield word
            yield spelling.hex().encode()
            yield b"".join(b"0x%02x" % octet for octet in spelling)
            yield b"0x" + spelling.hex().encode()
            yield b"".join(b"%02x00" % octet for octet in spelling)
            yield b"".join(b"00%02x" % octet for octet in spelling)


def _has_word(texts: list[bytes], words: Iterable[bytes]) -> bool:
    """Tell whether a short secret stands in one of some texts as a word, or in pieces of one."""
    texts = [text.lower() for text in texts]
    letters = b" ".join(texts).translate(None, _SIGNS)
    found = [word for word in words if word in letters]
    return bool(found) and any(_stands_in(text, word) for text in texts for word in found)


def _stands_in(text: bytes, word: bytes) -> bool:
    """Tell whether a word begins and ends in a text where one of those there does."""
    letters = text.translate(None, _SIGNS)
    edges = {0, *accumulate(map(len, text.translate(_WORDS).split()))}
    return any(at in edges and at + len(word) in edges for at in _places(letters, word))


def _is_strong(spelling: bytes) -> bool:
    """Tell whether one that is too short for a window is still none that stands in other words."""
    return 3 < length(spelling) < WINDOW and not spelling.isalpha()


def _same_case(octets: bytes) -> bytes:
    """Fold the case of letters that are not ASCII; what is not UTF-8 counts as Latin-1."""
    try:
        return octets.decode("utf-8").casefold().encode()
    except UnicodeDecodeError:
        return octets.decode("latin-1").casefold().encode()
