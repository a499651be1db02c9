"""A secret that is a word, as servers use it or a short one, is replaced by stars alone. Pure."""

from __future__ import annotations

from functools import lru_cache

from ..secret import STARS


def starred(text: str, secret: str) -> str:
    """Replace a secret wherever it stands as a word. One of letters alone is part of
    other words, one that has a digit or a sign in it is not.
    """
    word = secret.lower()
    apart = len(word) < 4 or word.isalpha()
    lower = _in_lower_case(text)
    start = lower.find(_in_lower_case(secret))
    while start >= 0:
        end = start + len(word)
        inside = apart and (lower[start - 1 : start].isalnum() or lower[end : end + 1].isalnum())
        if not inside:
            text, lower = (each[:start] + STARS + each[end:] for each in (text, lower))
            end = start + len(STARS)
        start = lower.find(word, start + 1 if inside else end)
    return text


def _in_lower_case(text: str) -> str:
    """Fold the case of ASCII letters alone: others may have a lower case of two letters."""
    return text.encode("utf-8", "surrogatepass").lower().decode("utf-8", "surrogatepass")


def is_ordinary(word: str) -> bool:
    """Tell whether mail servers use a word."""
    return word.encode() in ordinary_words()


@lru_cache(None)
def ordinary_words() -> frozenset[bytes]:
    """The words that mail servers use, in small letters."""
    from ..diagnosis.vocabulary import FILLERS
    from ..diagnosis.vocabulary.english import ENGLISH
    from ..diagnosis.vocabulary.languages import NAMES, words_of

    tables = ENGLISH, FILLERS, *map(words_of, NAMES)
    text = " ".join(tables).lower().replace(",", " ").replace(":", " ")
    return frozenset(text.encode().split())
