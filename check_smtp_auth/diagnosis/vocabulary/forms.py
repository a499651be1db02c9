"""The forms of words in languages other than English: with endings, without accents, and with two
letters for one. Pure.
"""

from __future__ import annotations

from functools import lru_cache

# Letters with accents, and the same without; the last one is Russian.
ACCENTED = "áàâãäåąčćçďéèêëěęíìîïłňńñóòôõöøřśšşťúùûüůýźžżğăőţűё"
LETTERS = "aaaaaaacccdeeeeeeiiiilnnnoooooorssstuuuuuyzzzgaotuе"
# A longer text is a table.
SHORTEST_TABLE = 500
# The digraphs that German and the Nordic languages use if accents cannot be written.
DIGRAPHS = (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ø", "oe"), ("æ", "ae"), ("å", "aa"))
# The fewest letters of a word without its ending.
SHORTEST_STEM = 4


class Endings:
    """The endings of words in a language, for case, gender, number and person."""

    def __init__(self, endings: str) -> None:
        """Take the endings, separated by blanks."""
        self.known = frozenset(plain(endings).split())
        self.longest = max(map(len, self.known), default=0)
        self.shortest = SHORTEST_STEM
        self.seen: dict[str, str] = {}

    def off(self, word: str) -> str:
        """Return a word without endings and accents, and with a hyphen; a short one unchanged."""
        if len(word) <= SHORTEST_STEM:
            return word
        stem = self.seen.get(word)
        if stem is None:
            rest = word if word.isascii() else plain(word)
            while rest != stem:
                stem = rest
                for length in range(min(self.longest, len(stem) - SHORTEST_STEM), 0, -1):
                    if stem[-length:] in self.known:
                        rest = stem[:-length]
                        break
            self.seen[word] = stem = f"{stem}-"
        return stem


def with_forms(lines: str) -> str:
    """Return lines with all forms of their phrases; of thousands, a few hundred have some."""
    first, *rest = lines.split("/")
    pieces = [first]
    stem = _last(first)
    for each in rest:
        pieces += ", ", stem, each
        if "," in each or "\n" in each:
            stem = _last(each)
    return "".join(pieces)


def _last(lines: str) -> str:
    """Return the last phrase of lines."""
    return lines[max(lines.rfind(", "), lines.rfind(": ")) + 2 :]


def plain(text: str) -> str:
    """Return a text without accents."""
    if text.isascii():
        return text
    if len(text) < SHORTEST_TABLE:
        return text.translate(_letters())
    try:
        octets = text.encode("latin-1")
        return octets.translate(bytes(map(_letters().get, *2 * [range(256)]))).decode("latin-1")
    except UnicodeEncodeError:
        pass
    accented = ACCENTED[-1] if LETTERS[-1] in text else ACCENTED  # of Cyrillic
    for each, letter in zip(accented, LETTERS[-len(accented) :]):
        text = text.replace(each, letter)
    return text


@lru_cache(1)
def _letters() -> dict[int, int]:
    """Return the letters without accents, as ``str.translate`` requires it."""
    return str.maketrans(ACCENTED, LETTERS)


def with_digraphs(text: str) -> str:
    """Return lines twice, the second time with digraphs for letters with accents."""
    if "ä" not in text and "ø" not in text:
        return text
    spelled = text
    for accented, letters in DIGRAPHS:
        spelled = spelled.replace(accented, letters)
    return text + spelled


def inflected(phrase: str) -> list[str]:
    """Return the forms of a phrase: for "zamítnut/o/a" without and with each ending."""
    stem, *endings = phrase.split("/")
    return [stem, *(stem + ending for ending in endings)]
