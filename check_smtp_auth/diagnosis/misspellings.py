"""Words that a server writes wrongly, set right: "acount", "exeeded", "recepient". Pure.

Apart from ``reading``, and only for an English text that no row knows as it stands: whoever
writes "pasword" means the password, but most words that are not in the vocabulary are other
words.
"""

from __future__ import annotations

from .vocabulary import FILLERS, beginning_with, is_known

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

LETTERS = "abcdefghijklmnopqrstuvwxyz"
# A shorter word is too near to too many others; a longer one is no word.
SHORTEST, LONGEST = 6, 16
# What a plural or an adverb ends in.
ENDINGS = ("s", "es", "ly")
# No refusal has more words that are misspelt; to look for so many would take long.
MOST = 8


def corrected(words: list[str]) -> list[str]:
    """Return the words of a clause with those set right that are one letter, or two exchanged
    ones, away from a word of the vocabulary; as they are where the text is not in English.
    """
    spelled = [word for word in words if word.isalpha()]
    unknown = [word for word in spelled if f" {word} " not in FILLERS and not is_known(word)]
    doubtful = {word for word in unknown if SHORTEST <= len(word) <= LONGEST and word.isascii()}
    if 2 * len(unknown) > len(spelled) or len(doubtful) > MOST:
        return words
    right = {word: _right(word) for word in doubtful}
    return [right.get(word, word) for word in words]


def _right(word: str) -> str:
    """Return the word of the vocabulary that is nearest, the word itself where none is near."""
    known = beginning_with(word[0])
    return next((each for each in (*_forms(word), *_near(word)) if each in known), word)


def _forms(word: str) -> Iterator[str]:
    """Yield a word without the ending of its plural, or of its adverb."""
    yield from (word.removesuffix(ending) for ending in ENDINGS if word.endswith(ending))


def _near(word: str) -> Iterator[str]:
    """Yield what is a letter too many, too few, wrong or exchanged away; the first letter stays,
    and the ending, which makes another form of a word ("delete", "deleted").
    """
    for at in range(1, len(word)):
        head, tail = word[:at], word[at:]
        yield from (head + letter + tail for letter in LETTERS)
        if len(tail) > 1:
            yield head + tail[1:]
            yield from (head + letter + tail[1:] for letter in LETTERS)
            yield head + tail[1] + tail[0] + tail[2:]
