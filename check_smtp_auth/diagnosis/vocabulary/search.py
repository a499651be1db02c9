"""Searches the languages' files for words, if no sign indicates a language. Pure."""

from __future__ import annotations

from functools import lru_cache
from itertools import accumulate

from . import SHORTEST_TELLING, __path__
from .languages import SIGNS, words_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


@lru_cache(1)  # a text that no row matches is read again
def by_tables(words: tuple[str, ...]) -> dict[str, int]:
    """Return how many words begin like one of each language of the Latin script."""
    return _found([f" {word[: max(SHORTEST_TELLING, len(word) - 2)]}" for word in words])


def by_whole_words(words: tuple[str, ...]) -> dict[str, int]:
    """Return how many words are in the table of each language of the Latin script."""
    return _found([f" {word}{end}" for word in words for end in ",\n"])


def _found(stems: list[str]) -> dict[str, int]:
    """Return how many of these are in the table of each language of the Latin script.

    All files are searched at once, as octets: importing them takes longer.
    """
    ends, tables = _tables()
    shares = dict.fromkeys(SIGNS, 0)
    for stem in map(str.encode, stems):
        place = tables.find(stem)
        for name, end in ends.items():
            if 0 <= place < end:
                shares[name] += 1
                place = tables.find(stem, end)
    return shares


@lru_cache(1)
def _tables() -> tuple[dict[str, int], bytes]:
    """Return where the table of each language of the Latin script ends, and all these tables."""
    tables = [_table(name) for name in SIGNS]
    return dict(zip(SIGNS, accumulate(map(len, tables)))), b"".join(tables)


def _table(name: str) -> bytes:
    """Return the table of a language's words, as it is in its file."""
    loader: Any = __spec__.loader
    try:
        source: bytes = loader.get_data(f"{__path__[0]}/{name}.py")
    except (AttributeError, OSError):  # only compiled files are installed
        return words_of(name).encode()
    return source[source.index(b"\nWORDS") : source.rindex(b'"""')]
