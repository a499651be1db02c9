"""Replaces only the secret by stars, if it is short or a word that servers use. Pure."""

from __future__ import annotations

from functools import lru_cache

from ..secret import STARS


def starred(text: str, secret: str) -> str:
    """Return a text with stars for a secret wherever it stands as a word. A short one, or one of
    letters alone, may be part of other words, and stays there; one with a digit or a sign is
    replaced anywhere.
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
    """Return a text with only ASCII letters in lower case: others may become two characters."""
    return text.encode("utf-8", "surrogatepass").lower().decode("utf-8", "surrogatepass")


def is_ordinary(word: str) -> bool:
    """Tell whether a word is one that mail servers use."""
    return word.encode() in ordinary_words()


@lru_cache(None)
def ordinary_words() -> frozenset[bytes]:
    """Return the words that mail servers use, in lower case."""
    from ..diagnosis.vocabulary import FILLERS
    from ..diagnosis.vocabulary.english import ENGLISH
    from ..diagnosis.vocabulary.languages import NAMES, words_of

    tables = ENGLISH, FILLERS, *map(words_of, NAMES)
    text = " ".join(tables).lower().replace(",", " ").replace(":", " ")
    return frozenset(text.encode().split())
