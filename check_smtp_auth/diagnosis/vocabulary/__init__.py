"""The words that servers use, by what they mean: a file for each language. Pure.

A word or phrase stands under its meaning, in capitals, or under several ("A+B"); the table in
``rows`` is made of meanings. All languages have the same ones, so that a row serves all of
them. The longest phrase counts: "sender address" is SENDER, and nothing in it CLIENT. Where a
phrase stands twice, the first counts.

Case does not matter; a hyphen reads as a blank; a phrase with accents is also found without, as
many servers write it. ENDINGS are what a language's words end in, so that one form of a word
stands for all ("senha" for "senhas"); where there are none, "zamítnut/o/a" is "zamítnut",
"zamítnuto" and "zamítnuta".
In Chinese, Japanese and Korean there are no blanks to tell words by, so each character is a word,
and a phrase stands wherever its characters follow each other; "not" is part of the phrases.
"""

from __future__ import annotations

from functools import cached_property, lru_cache

from ..names import MARKS
from .english import ENGLISH

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from .forms import Endings

# No phrase has more words than this; in Chinese, Japanese and Korean a character is a word.
LONGEST_PHRASE = 5
LONGEST_DENSE = 13

# What "not" makes of a meaning. "" takes it away: what is not locked is no news.
OPPOSITES = {
    "ALLOWED": "FORBIDDEN",
    "FORBIDDEN": "ALLOWED",
    "ACCEPTED": "DENIED",
    "DENIED": "ACCEPTED",
    "ENABLED": "DISABLED",
    "DISABLED": "ENABLED",
    "VALID": "INVALID",
    "INVALID": "VALID",
    "KNOWN": "UNKNOWN",
    "UNKNOWN": "KNOWN",
    "SUPPORTED": "UNSUPPORTED",
    "UNSUPPORTED": "SUPPORTED",
    "AVAILABLE": "UNAVAILABLE",
    "SUCCESS": "FAILED",
    "VERIFIED": "UNVERIFIED",
    "LOCKED": "",
    "EXPIRED": "",
    "EXCEEDED": "",
    "REQUIRED": "",
    "TOOMANY": "",
}
# What is threatened, or said under a condition, has not happened.
STATES = frozenset(("LOCKED", "DISABLED", "EXPIRED", "LISTED"))

# Words of English that say nothing here, so that they make no language of a reply.
FILLERS = (
    " about address again also because been both cannot check click code contact data details "
    " does done else email error find from further given go going good gsmtp have help here "
    " http https information into its just know learn made mail make many more most need next "
    " looked nsmtp other page read said says some sorry such than thank that them then there these "
    " they this those time under very visit want when which will with word work year your "
)
# With these no phrase of English begins, where the text is in another language.
FUNCTION_WORDS = (
    " a o e y i u w z v s k de da das dos em na nas nos por para com que se os as um uma ao"
    " el la las los un una une del con su al lo le les du des et est en au aux sur par qui"
    " pas der die den dem ein und ist zu im von mit auf il gli di che ze we za od po ke het"
    " een van te met og och av si "
)
# An English sentence has so many of these; what else is in it are names, or words of English
# that are in no vocabulary, not forms of another language's.
OF_ENGLISH = frozenset(
    (
        *("the", "is", "are", "was", "were", "been", "has", "have", "your", "this", "that", "for"),
        *("from", "with", "of", "to"),
    )
)
OF_ENGLISH_TELL = 2
# A shorter word tells of no language.
SHORTEST_TELLING = 4


class Vocabulary:
    """The words of the languages that a reply may be in."""

    def __init__(
        self,
        languages: list[Language],
        accents: bool,
        forms: bool,
        foreign: frozenset[str] = frozenset(),
    ) -> None:
        """Take the languages, the likeliest first; whether accents are written; whether other forms
        of a word than the one that is written count; and which words English does not have.
        """
        self.languages = languages
        self.accents = accents
        self.forms = forms
        self.foreign = foreign
        self.longest = max(each.longest for each in languages)
        self.known: dict[tuple[str, ...], tuple[int, str]] = {}

    def phrase(self, words: list[str], at: int) -> tuple[int, str]:
        """Return how many words the longest phrase has that begins at a place, and what it
        means; (0, "") if none does. As it is written goes before another form of it.
        """
        following = tuple(words[at : at + self.longest])
        found = self.known.get(following)
        if found is None:
            self.known[following] = found = self._phrase(list(following))
        return found

    def _phrase(self, words: list[str]) -> tuple[int, str]:
        """Look for the longest phrase that words begin with."""
        found = (0, "")
        own = next((at for at, word in enumerate(words) if word in self.foreign), len(words))
        for each in self.languages:
            said = words[:own] if each is english() else words
            silent = self.foreign and each is english() and f" {words[0]} " in FUNCTION_WORDS
            if said and not silent:
                found = max(found, each.phrase(said, 0, self.accents), key=_length)
        for each in self.languages if self.forms else ():
            found = each.in_other_forms(words, 0, found)
        return found


def _length(found: tuple[int, str]) -> int:
    """Return how long a phrase is that was found; of two the first counts."""
    return found[0]


class Language:
    """The words of one language, searched as the text that they are: of its thousand phrases a
    reply has a dozen, so that it costs more to make a dictionary of them.
    """

    def __init__(
        self, table: str, endings: str | None = None, glue: str = " ", digraphs: bool = False
    ) -> None:
        """Take the table of its words, a line each meaning, what they end in (None: a word has one
        form), what stands between them, and whether letters with accents may be written as two.
        """
        self.glue = glue
        self.longest = LONGEST_PHRASE if glue else LONGEST_DENSE
        self.digraphs = digraphs
        self.endings: Endings | None = None
        self.lines = table if glue else table.replace(" ", "")
        if endings is not None:
            from .forms import Endings, with_forms

            self.endings, self.lines = Endings(endings), with_forms(table)

    @cached_property
    def written(self) -> Entries:
        """Its words as they are written with all accents."""
        return Entries(self.lines)

    @cached_property
    def plain(self) -> Entries:
        """Its words without accents."""
        if not self.endings:
            return self.written
        from .forms import plain, with_digraphs

        return Entries(plain(with_digraphs(self.lines) if self.digraphs else self.lines))

    def phrase(self, words: list[str], at: int, accents: bool = True) -> tuple[int, str]:
        """Return what ``Vocabulary.phrase`` does, of words as they are written."""
        entries = self.written if accents else self.plain
        text = entries.text
        found = (0, "")
        start = 0
        most = min(self.longest, len(words) - at)
        for length in range(1, most + 1):
            said = "," + self.glue + self.glue.join(words[at : at + length])
            start = text.find(said if length < most else said + ",", start)
            if said[-1] == "," or start < 0:
                break  # nor does a longer one begin so, or not before
            whole = start
            if text[start + len(said)] != ",":
                whole = text.find(said + ",", start)
            if whole >= 0:
                found = (length, entries.meaning(whole))
        return found

    def in_other_forms(self, words: list[str], at: int, found: tuple[int, str]) -> tuple[int, str]:
        """Return what ``phrase`` does of the words in any of their forms, if that is longer than
        what was found.
        """
        if not self.endings:
            return found
        off = self.endings.off
        words = words[at : at + self.longest]
        stems = [off(word) for word in words]
        head = f", {stems[0][:-1]}"
        if len(words[0]) <= self.endings.shortest:
            # A short word has one form, which was found if it stands alone.
            if len(words) == 1:
                return found
            head = f", {words[0]} {stems[1].rstrip('-')}"
        text = self.plain.text
        place = text.find(head)
        while place >= 0:
            end = text.index(",", place + 2)
            phrase = text[place + 2 : end].split(" ")
            if found[0] < len(phrase) <= len(words) and all(
                off(each) == stem for each, stem in zip(phrase, stems)
            ):
                found = (len(phrase), self.plain.meaning(place))
            place = text.find(head, end)
        return found


class Entries:
    """The entries of a table, a line each; and the same as a text to find a phrase in, which has
    a comma on each side there: "NOT, not, no,OR, or,".
    """

    def __init__(self, lines: str) -> None:
        """Take the lines."""
        self.lines = lines
        self.text = lines.replace(":", ",").replace("\n", ",")

    def meaning(self, place: int) -> str:
        """Return the meaning of the phrase at a place of the text."""
        start = self.lines.rfind("\n", 0, place) + 1
        return self.lines[start : self.lines.index(":", start)]


def vocabulary_for(words: list[str]) -> Vocabulary:
    """Return the vocabulary of the languages that words may be of, English always among them."""
    return _vocabulary_for(tuple(word for word in words if word not in MARKS))


@lru_cache(2)  # a text that no row knows is read again
def _vocabulary_for(words: tuple[str, ...]) -> Vocabulary:
    """Return what ``vocabulary_for`` does, of words without marks."""
    if all(map(is_english, words)):
        return Vocabulary([english()], accents=False, forms=False)
    from .forms import DIGRAPHS
    from .languages import language, names_for

    accents = not all(map(str.isascii, words))
    digraphs = not accents and any(two in word for _, two in DIGRAPHS for word in words)
    found = [language(name, digraphs) for name in names_for(words)]
    dense = [each for each in found if not each.glue]
    # "IP" within Chinese is what it is in English.
    known = [*(each for each in found if each.glue), english(), *dense]
    foreign = frozenset(word for word in words if not is_english(word))
    return Vocabulary(known, accents, not is_in_english(words), foreign)


@lru_cache(1)
def english() -> Language:
    """Return English, which nearly all replies are in."""
    return Language(ENGLISH)


def is_in_english(words: Sequence[str]) -> bool:
    """Tell whether words are a sentence in English, whatever else is among them."""
    return sum(map(OF_ENGLISH.__contains__, words)) >= OF_ENGLISH_TELL


@lru_cache(256)  # it is asked several times
def is_english(word: str) -> bool:
    """Tell whether a word is one of English, or one that tells of no language."""
    return word.isascii() and (
        len(word) < SHORTEST_TELLING
        or not word.isalpha()
        or f" {word} " in FILLERS
        or word in ENGLISH
    )


def is_known(word: str) -> bool:
    """Tell whether a word is one of English's vocabulary."""
    begun = f" {word}"
    return begun in ENGLISH and any(f"{begun}{end}" in ENGLISH for end in ", :\n")


@lru_cache(256)
def beginning_with(letters: str) -> frozenset[str]:
    """Return the words of English that begin with some letters."""
    found = ENGLISH.split(f" {letters}")[1:]
    return frozenset(f"{letters}{rest}".split(None, 1)[0].rstrip(",:") for rest in found)


def is_dense(character: str) -> bool:
    """Tell whether a character is of a script without blanks between its words: Chinese,
    Japanese, and Korean with its endings.
    """
    return "\u3040" <= character <= "\u9fff" or "\uac00" <= character <= "\ud7a3"
