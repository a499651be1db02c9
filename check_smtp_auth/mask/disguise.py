"""Finds a secret in a text, in whatever form a server may echo it. Pure.

There is no list of forms, but three steps, each as general as possible:

1. ``unravel`` yields the text, and all that may be wrapped in it, layer by layer: escapes of HTML,
   URLs, JSON, C, xtext and quoted-printable, and the encodings of ``decode`` at any alignment.
2. Case, blanks, and the signs that may group a secret, are removed from both sides.
3. Both are compared by windows of six characters, so that a part is found too; backwards and in
   ROT13 as well. A shorter secret is found where it stands as a word.

A window within ordinary words of the text is no echo: otherwise, with the password "password1", no
reply could be shown.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate, compress

from .decode import with_decoded
from .spelling import length, same_case, spellings, turned, windows
from .stars import ordinary_words
from .unravel import EACH, roots, unravelled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Callable

WINDOW = 6
# Any window contains one of the pieces of four octets that begin at every third place.
PIECE, STEP = 4, 3
# Up to so many pieces are searched for in a text; of more, the pieces of the text are looked up.
FEW = 60
# If there are more places that may be part of the secret, or if the text is longer, innocent ones
# are not distinguished from the others.
MOST, LONGEST = 100, 8_192
# How many octets are searched for one account, which takes about a quarter of a second. Only a
# malicious server sends more. After that everything is hidden.
_IN_ALL = 2_000_000
_SIGNS = bytes(octet for octet in range(128) if not chr(octet).isalnum())
_BLANKS = bytes(range(33)) + b"\x7f"
_GROUPING = _BLANKS + b"-._:,;=+*#'\"`()[]{}<>/\\|~"
_WORDS = bytes.maketrans(_SIGNS, b" " * len(_SIGNS))
_ONE_BLANK = bytes.maketrans(b"\t\r\n", b"   ")
# The owner of a blank between words, and 0 for all other octets.
_ANYBODY = 1
_BLANKS_ALONE = bytes(_ANYBODY * (octet == 0x20) for octet in range(256))
_NAMES = bytes.maketrans(b"@.-_+", b" " * 5)
# An octet that no text contains once its blanks are alike, and what is long enough between such.
_NO_OCTET = 0x0A
_RUNS = re.compile(rb"[^\n]{%d,}" % WINDOW)
_LETTERS = re.compile(rb"[a-zA-Z\x80-\xff]+")


class _TooMany(Exception):
    """There are too many places that look like parts of the secret, or too much to search."""


class Finder:
    """Searches texts for some secrets, and for ``messages``, which count only as a whole.
    ``public`` are names that are not secret, whatever the secret consists of: the user's, the
    host's. Once it is ``late``, it gives up (``gave_up``): from then on, every text counts as
    containing the secret.
    """

    def __init__(
        self,
        secrets: Iterable[bytes],
        messages: Iterable[bytes] = (),
        public: Iterable[str] = (),
        late: Callable[[], bool] = lambda: False,
    ) -> None:
        """Prepare what is searched for."""
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
            # Non-ASCII octets are not text once they are reversed.
            in_noise = spelt if secret.isascii() else {*spelt, secret.lower()[::-1]}
            # Without its blanks, a window that contains some has less than six characters.
            for left_out in (*_folds(secret), b"") if b" " in secret else _folds(secret):
                self._needles.append(_Needles(turns, left_out))
                if left_out in (_SIGNS, _BLANKS, b""):
                    self._in_noise.append(_Needles(in_noise, left_out))
            self._words.update(_as_words({secret, *turns}))
            self._strong.update(filter(_is_strong, turns))
        # A short secret has no needles.
        self._needles = [each for each in self._needles if each.texts]
        self._in_noise = [each for each in self._in_noise if each.texts]
        # Noise contains words of three letters by chance.
        self._in_noise_words = {word for word in self._words if length(word) > 3}
        self._left, self._late, self.gave_up = _IN_ALL, late, False

    def finds(self, text: str, among: int = 1) -> bool:
        """Tell whether a text contains a secret, whole or a part of six characters. ``among`` is
        how many searches share the time for one.
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
        """Tell whether octets contain a secret. Octets that are not ``plain`` have noise in them,
        and any text in them comes again by itself. A secret that is an ordinary word may occur in
        what the server ``said``, but in any disguise it is not an ordinary word.
        """
        self._left -= len(octets) + EACH
        self.gave_up = self.gave_up or self._left < 0 or self._late()
        if self.gave_up:
            raise _TooMany
        if plain and not octets.isascii():
            octets = same_case(octets)
        small = octets.lower().translate(_ONE_BLANK)
        if self._messages:
            folded = small.translate(None, _SIGNS)
            if any(each in folded for each in self._messages if each):
                return True
        owners = None
        for needles in self._needles if plain else self._in_noise:
            found = dict.fromkeys(needles.found_in(small))
            if not found:
                continue
            if owners is None:
                owners = self._owners(small)
            folded = small.translate(None, needles.left_out)
            theirs = [*compress(owners, small.translate(_selector(needles.left_out)))]
            for part in found:
                whole = part in needles.texts
                if (whole and not said) or not _is_innocent(part, folded, theirs, whole):
                    return True
        if any(word in small for word in self._strong):
            return True
        if not self._words:
            return False
        if not plain:
            return _has_word([octets], self._in_noise_words)
        return _has_word(list(with_decoded(octets)), self._words)

    def _owners(self, octets: bytes) -> list[int]:
        """Return for each octet the number of the ordinary word or public name that it belongs to;
        0 for none, _ANYBODY for a blank, which may belong to any. All are 0 if the text is long.
        """
        if len(octets) > LONGEST:
            return [0] * len(octets)
        owners = [*octets.translate(_BLANKS_ALONE)]
        for number, (start, end) in enumerate(self._ordinary(octets), _ANYBODY + 1):
            owners[start:end] = [number] * (end - start)
        return owners

    def _ordinary(self, octets: bytes) -> Iterator[tuple[int, int]]:
        """Yield start and end of ordinary words and public names."""
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
    """One secret in several spellings, folded by removing some signs."""

    def __init__(self, spelt: Iterable[bytes], left_out: bytes) -> None:
        """Fold the spellings, and cut them into the pieces by which a part of them is found."""
        self.left_out = left_out
        self.texts = {text.translate(None, left_out) for text in spelt}
        self.texts = {text for text in self.texts if length(text) >= WINDOW}
        self._windows: set[str] | None = None
        self._pieces = set(_pieces(self.texts, STEP))
        self._all = set(_pieces(self.texts, 1)) if len(self._pieces) > FEW else None
        octets = b"".join(self.texts)
        self._of_them = bytes(octet if octet in octets else _NO_OCTET for octet in range(256))

    def found_in(self, octets: bytes) -> Iterator[bytes]:
        """Yield the windows of the secret that are in octets, once folded; raises _TooMany."""
        # All other octets are removed at once: of noise, these are most.
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
            # A search in the secret itself would be slow if it is long and repetitive.
            self._windows = {window for text in self.texts for window in windows(text, WINDOW)}
        for part in around:
            found = (each for each in windows(part, WINDOW) if each in self._windows)
            yield from (each.encode("utf-8", "surrogateescape") for each in found)


def _is_innocent(found: bytes, text: bytes, owners: list[int], whole: bool) -> bool:
    """Tell whether what was found in a folded text is always inside of ordinary words or public
    names; a ``whole`` secret inside of a single one.
    """
    for at in _places(text, found):
        owner = set(owners[at : at + len(found)]) - {_ANYBODY}
        if 0 in owner or (len(owner) > 1 and whole):
            return False
    return True


def _places(text: bytes, part: bytes) -> Iterator[int]:
    """Yield all positions of a part in a text."""
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + 1)


def _pieces(texts: Iterable[bytes], step: int) -> Iterator[bytes]:
    """Yield pieces of texts, beginning at every ``step`` octets."""
    for text in texts:
        for at in range(0, len(text) - PIECE + 1, step):
            yield text[at : at + PIECE]


def _folds(secret: bytes) -> tuple[bytes, ...]:
    """Return the sets of signs to remove, one after another. A match of the letters and digits
    alone, without any signs, still counts. If too little is left of a secret, the signs are also
    removed one by one.
    """
    if secret.isalnum():
        return (_SIGNS,)
    plain = secret.translate(None, _GROUPING)
    if length(plain) < WINDOW:
        return (_SIGNS, _GROUPING, _BLANKS, *(_BLANKS + bytes((sign,)) for sign in b"-._,:'\"/|"))
    return (_SIGNS, _BLANKS) if plain.isalnum() else (_SIGNS, _GROUPING, _BLANKS)


def _as_words(spelt: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the letters and digits of those spellings that are too short for a window; and these
    spellings in hexadecimal, also of UTF-16.
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
    """Tell whether one of some texts contains a short secret as a word, or in pieces as words."""
    texts = [text.lower() for text in texts]
    letters = b" ".join(texts).translate(None, _SIGNS)
    found = [word for word in words if word in letters]
    return bool(found) and any(_stands_in(text, word) for text in texts for word in found)


def _stands_in(text: bytes, word: bytes) -> bool:
    """Tell whether a word begins and ends in a text where words of the text begin or end."""
    letters = text.translate(None, _SIGNS)
    edges = {0, *accumulate(map(len, text.translate(_WORDS).split()))}
    return any(at in edges and at + len(word) in edges for at in _places(letters, word))


@lru_cache(None)  # a few sets of signs
def _selector(left_out: bytes) -> bytes:
    """Return a table for octets: 0 for those that are left out, 1 for all others."""
    return bytes(octet not in left_out for octet in range(256))


def _is_strong(spelling: bytes) -> bool:
    """Tell whether a spelling is too short for a window, but cannot be part of another word."""
    return 3 < length(spelling) < WINDOW and not spelling.isalpha()
