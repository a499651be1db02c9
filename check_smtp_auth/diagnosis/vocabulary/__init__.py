"""The words that servers use, by meaning: a file for each language. Pure.

A word or phrase is listed under its meaning, in capitals, or under several ("A+B"); the patterns in
``rows`` consist of meanings. All languages have the same meanings, so that a row applies to all of
them. The longest phrase counts: "sender address" is SENDER, and nothing in it is CLIENT. If a
phrase is listed twice, the first entry counts.

Case does not matter; a hyphen is read as a blank; a phrase with accents is also found without them,
as many servers write it. ENDINGS are the endings of a language's words, so that one form of a word
covers all ("senha" for "senhas"); if there are none, "zamítnut/o/a" is "zamítnut", "zamítnuto" and
"zamítnuta".
Chinese, Japanese and Korean have no blanks that separate words, so each character is a word, and a
phrase is found wherever its characters follow each other; "not" is part of the phrases.
"""

from __future__ import annotations

from functools import cached_property, lru_cache

from ..names import MARKS
from .english import ENGLISH

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from .forms import Endings

# The most words in a phrase; in Chinese, Japanese and Korean, each character is a word.
LONGEST_PHRASE = 5
LONGEST_DENSE = 13

# What "not" turns a meaning into. "" removes it: "not locked" says nothing.
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
# In a threat, or under a condition, these have not happened.
STATES = frozenset(("LOCKED", "DISABLED", "EXPIRED", "LISTED"))

# English words without a meaning here; they must not count as words of another language.
FILLERS = (
    " about address again also because been both cannot check click code contact data details "
    " does done else email error find from further given go going good gsmtp have help here "
    " http https information into its just know learn made mail make many more most need next "
    " looked nsmtp other page read said says some sorry such than thank that them then there these "
    " they this those time under very visit want when which will with word work year your "
)
# In a text in another language, no English phrase begins with these.
FUNCTION_WORDS = (
    " a o e y i u w z v s k de da das dos em na nas nos por para com que se os as um uma ao"
    " el la las los un una une del con su al lo le les du des et est en au aux sur par qui"
    " pas der die den dem ein und ist zu im von mit auf il gli di che ze we za od po ke het"
    " een van te met og och av si "
)
# An English sentence has at least OF_ENGLISH_TELL of these. Its other words are names, or English
# words that are in no vocabulary, not forms of another language's words.
OF_ENGLISH = frozenset(
    (
        *("the", "is", "are", "was", "were", "been", "has", "have", "your", "this", "that", "for"),
        *("from", "with", "of", "to"),
    )
)
OF_ENGLISH_TELL = 2
# A shorter word does not indicate any language.
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
        of a word than the listed one count; and which words are not English.
        """
        self.languages = languages
        self.accents = accents
        self.forms = forms
        self.foreign = foreign
        self.longest = max(each.longest for each in languages)
        self.known: dict[tuple[str, ...], tuple[int, str]] = {}

    def phrase(self, words: list[str], at: int) -> tuple[int, str]:
        """Return the length in words of the longest phrase that begins at a place, and its meaning;
        (0, "") if there is none. The listed form takes precedence over other forms.
        """
        following = tuple(words[at : at + self.longest])
        found = self.known.get(following)
        if found is None:
            self.known[following] = found = self._phrase(list(following))
        return found

    def _phrase(self, words: list[str]) -> tuple[int, str]:
        """Return the same for the longest phrase that begins these words."""
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
    """Return the length of a phrase that was found; ``max`` keeps the first of equal ones."""
    return found[0]


class Language:
    """The words of one language. The text of its table is searched as it is: a reply contains a
    dozen of a thousand phrases, so that building a dictionary of all would cost more.
    """

    def __init__(
        self, table: str, endings: str | None = None, glue: str = " ", digraphs: bool = False
    ) -> None:
        """Take the table of words, with a line for each meaning, the endings (None: each word has
        one form), the separator of words, and whether letters with accents may be written as two.
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
        """The words as they are written, with all accents."""
        return Entries(self.lines)

    @cached_property
    def plain(self) -> Entries:
        """The words without accents."""
        if not self.endings:
            return self.written
        from .forms import plain, with_digraphs

        return Entries(plain(with_digraphs(self.lines) if self.digraphs else self.lines))

    def phrase(self, words: list[str], at: int, accents: bool = True) -> tuple[int, str]:
        """Return the result of ``Vocabulary.phrase``, for words in the listed forms."""
        entries = self.written if accents else self.plain
        text = entries.text
        found = (0, "")
        start = 0
        most = min(self.longest, len(words) - at)
        for length in range(1, most + 1):
            said = "," + self.glue + self.glue.join(words[at : at + length])
            start = text.find(said if length < most else said + ",", start)
            if said[-1] == "," or start < 0:
                break  # no longer phrase begins so, and none before ``start``
            whole = start
            if text[start + len(said)] != ",":
                whole = text.find(said + ",", start)
            if whole >= 0:
                found = (length, entries.meaning(whole))
        return found

    def in_other_forms(self, words: list[str], at: int, found: tuple[int, str]) -> tuple[int, str]:
        """Return the result of ``phrase`` for words in any of their forms, if that is longer than
        ``found``; else ``found``.
        """
        if not self.endings:
            return found
        off = self.endings.off
        words = words[at : at + self.longest]
        stems = [off(word) for word in words]
        head = f", {stems[0][:-1]}"
        if len(words[0]) <= self.endings.shortest:
            # A short word has only one form, which was already found if it stands alone.
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
    """The entries of a table, one in each line; and the same as one text to search for phrases,
    with a comma on each side of a phrase: "NOT, not, no,OR, or,".
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
    """Return the vocabulary of the languages that words may be in; English is always one."""
    return _vocabulary_for(tuple(word for word in words if word not in MARKS))


@lru_cache(2)  # a text that no row matches is read again
def _vocabulary_for(words: tuple[str, ...]) -> Vocabulary:
    """Return the result of ``vocabulary_for`` for words without marks."""
    if all(map(is_english, words)):
        return Vocabulary([english()], accents=False, forms=False)
    from .forms import DIGRAPHS
    from .languages import language, names_for

    accents = not all(map(str.isascii, words))
    digraphs = not accents and any(two in word for _, two in DIGRAPHS for word in words)
    found = [language(name, digraphs) for name in names_for(words)]
    dense = [each for each in found if not each.glue]
    # "IP" in a Chinese text has its English meaning.
    known = [*(each for each in found if each.glue), english(), *dense]
    foreign = frozenset(word for word in words if not is_english(word))
    return Vocabulary(known, accents, not is_in_english(words), foreign)


@lru_cache(1)
def english() -> Language:
    """Return English, the language of nearly all replies."""
    return Language(ENGLISH)


def is_in_english(words: Sequence[str]) -> bool:
    """Tell whether words are an English sentence, whatever else is among them."""
    return sum(map(OF_ENGLISH.__contains__, words)) >= OF_ENGLISH_TELL


@lru_cache(256)  # it is asked several times
def is_english(word: str) -> bool:
    """Tell whether a word is English, or does not indicate any language."""
    return word.isascii() and (
        len(word) < SHORTEST_TELLING
        or not word.isalpha()
        or f" {word} " in FILLERS
        or word in ENGLISH
    )


def is_known(word: str) -> bool:
    """Tell whether a word is in the English vocabulary."""
    begun = f" {word}"
    return begun in ENGLISH and any(f"{begun}{end}" in ENGLISH for end in ", :\n")


@lru_cache(256)
def beginning_with(letters: str) -> frozenset[str]:
    """Return the words of the English vocabulary that begin with some letters."""
    found = ENGLISH.split(f" {letters}")[1:]
    return frozenset(f"{letters}{rest}".split(None, 1)[0].rstrip(",:") for rest in found)


def is_dense(character: str) -> bool:
    """Tell whether a character belongs to a script without blanks between words: Chinese, Japanese,
    or Korean with its endings.
    """
    return "\u3040" <= character <= "\u9fff" or "\uac00" <= character <= "\ud7a3"
