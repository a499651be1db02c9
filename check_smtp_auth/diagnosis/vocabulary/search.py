"""Which languages words are of, where no sign tells: looked for in the languages' files. Pure."""

from __future__ import annotations

from functools import lru_cache
from itertools import accumulate

from . import SHORTEST_TELLING, __path__
from .languages import SIGNS, words_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


@lru_cache(1)  # a text that no row knows is read again
def by_tables(words: tuple[str, ...]) -> dict[str, int]:
    """Return of each language of the Latin script how many words begin as one of its words."""
    return _found([f" {word[: max(SHORTEST_TELLING, len(word) - 2)]}" for word in words])


def by_whole_words(words: tuple[str, ...]) -> dict[str, int]:
    """Return of each language of the Latin script how many words are its own."""
    return _found([f" {word}{end}" for word in words for end in ",\n"])


def _found(stems: list[str]) -> dict[str, int]:
    """Return how many of these are in the table of each language of the Latin script.

    They are looked for in all the files at once, as octets: to import them takes longer.
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
    """Return the tables of all languages of the Latin script, and where each of them ends."""
    tables = [_table(name) for name in SIGNS]
    return dict(zip(SIGNS, accumulate(map(len, tables)))), b"".join(tables)


def _table(name: str) -> bytes:
    """Return the table of a language's words, as it stands in its file."""
    loader: Any = __spec__.loader
    try:
        source: bytes = loader.get_data(f"{__path__[0]}/{name}.py")
    except (AttributeError, OSError):  # there are only files that have been compiled
        return words_of(name).encode()
    return source[source.index(b"\nWORDS") : source.rindex(b'"""')]
