"""The words that mail servers use: one of them is no echo of a secret. Pure."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(None)
def ordinary_words() -> frozenset[bytes]:
    """Return them, in small letters."""
    from ..diagnosis.vocabulary import FILLERS, cyrillic, latin
    from ..diagnosis.vocabulary.english import ENGLISH

    tables = ENGLISH, FILLERS, *latin.LANGUAGES.values(), *cyrillic.LANGUAGES.values()
    text = " ".join(tables).lower().replace(",", " ").replace(":", " ")
    return frozenset(text.encode().split())


def is_ordinary(word: str) -> bool:
    """Tell whether a word is one of them."""
    return word.encode() in ordinary_words()
