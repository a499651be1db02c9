"""Corrects words that a server misspells: "acount", "exeeded", "recepient". Pure.

Apart from ``reading``, and only for an English text that no row matches as it is: whoever writes
"pasword" means the password, but most words that are not in the vocabulary are simply other words.
"""

from __future__ import annotations

from .vocabulary import FILLERS, beginning_with, is_known

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

LETTERS = "abcdefghijklmnopqrstuvwxyz"
# A shorter word resembles too many others; a longer one is not a word.
SHORTEST, LONGEST = 6, 16
# The endings of plurals and adverbs.
ENDINGS = ("s", "es", "ly")
# No refusal has more misspelt words, and looking for more would take long.
MOST = 8


def corrected(words: list[str]) -> list[str]:
    """Return the words of a clause, where those that differ from a word of the vocabulary by one
    letter, or by two exchanged ones, are corrected; unchanged if the text is not English.
    """
    spelled = [word for word in words if word.isalpha()]
    unknown = [word for word in spelled if f" {word} " not in FILLERS and not is_known(word)]
    doubtful = {word for word in unknown if SHORTEST <= len(word) <= LONGEST and word.isascii()}
    if 2 * len(unknown) > len(spelled) or len(doubtful) > MOST:
        return words
    right = {word: _right(word) for word in doubtful}
    return [right.get(word, word) for word in words]


def _right(word: str) -> str:
    """Return the nearest word of the vocabulary, the word itself if none is near."""
    known = beginning_with(word[0])
    return next((each for each in (*_forms(word), *_near(word)) if each in known), word)


def _forms(word: str) -> Iterator[str]:
    """Yield a word without the ending of its plural, or of its adverb."""
    yield from (word.removesuffix(ending) for ending in ENDINGS if word.endswith(ending))


def _near(word: str) -> Iterator[str]:
    """Yield the words with one letter added, removed, replaced or exchanged; the first letter
    stays, and the ending, which makes another form of a word ("delete", "deleted").
    """
    for at in range(1, len(word)):
        head, tail = word[:at], word[at:]
        yield from (head + letter + tail for letter in LETTERS)
        if len(tail) > 1:
            yield head + tail[1:]
            yield from (head + letter + tail[1:] for letter in LETTERS)
            yield head + tail[1] + tail[0] + tail[2:]
