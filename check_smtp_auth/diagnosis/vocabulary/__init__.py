"""The words that servers use, by what they mean: a file for each script. Pure.

A word or phrase stands under its meaning, in capitals, or under several ("A+B"); the table in
``rows`` is made of meanings. All languages have the same ones, so that a row serves all of
them. The longest phrase counts: "sender address" is SENDER, and nothing in it CLIENT.

Case does not matter; a hyphen reads as a blank; a phrase with accents is also found without.
"""

from __future__ import annotations

from .english import ENGLISH

# No phrase has more words than this; in Chinese, Japanese and Korean a character is a word.
LONGEST_PHRASE = 5
DENSE = "dense"
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
# What stays of a letter where its accent is left off.
PLAIN = tuple(
    zip(
        "áàâãäåąčćçďéèêëěęíìîïłňńñóòôõöøřśšşťúùûüůýźžżğăőţűё",
        "aaaaaaacccdeeeeeeiiiilnnnoooooorssstuuuuuyzzzgaotuе",
    )
)
# What is written for some of them where there are none, in German and the Nordic languages.
DIGRAPHS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "æ": "ae", "å": "aa"})
# What stays of a word without its ending has as many letters at least.
SHORTEST_STEM = 4
# An English sentence has so many of these; what else is in it are names, or words of English
# that are in no vocabulary, not forms of another language's.
OF_ENGLISH = frozenset(
    (
        *("the", "is", "are", "was", "were", "been", "has", "have", "your", "this", "that", "for"),
        *("from", "with", "of", "to"),
    )
)
OF_ENGLISH_TELL = 2
# So many words of another language tell which it is.
TELLING = 6
_built: dict[tuple[str, ...], Vocabulary] = {}


class Vocabulary:
    """The words of some languages, searched as the text that they are: of its thousands of
    phrases a reply has a dozen, so that it costs more to make a dictionary of them.

    ``text`` has an entry a line, as in "NOT:, not, no,". Where a phrase stands twice, the first
    counts. ``glue`` is what stands between the words of a phrase. ``plain`` is a text without
    accents, for words whose ``endings`` do not count.
    """

    def __init__(
        self, text: str, glue: str = " ", plain: str = "", endings: Endings | None = None
    ) -> None:
        """Take the texts."""
        self.text = text if glue else text.replace(" ", "")
        self.glue = glue
        self.longest = LONGEST_PHRASE if glue else LONGEST_DENSE
        self.plain = plain
        self.endings = endings

    def phrase(self, words: list[str], at: int) -> tuple[int, str]:
        """Return how many words the longest phrase has that begins at a place, and what it
        means; (0, "") if none does. As it is written goes before another form of it.
        """
        found = (0, "")
        start = 0
        for length in range(1, min(self.longest, len(words) - at) + 1):
            said = "," + self.glue + self.glue.join(words[at : at + length])
            start = self.text.find(said, start)
            if said[-1] == "," or start < 0:
                break  # nor does a longer one begin so, or not before
            whole = start
            if self.text[start + len(said)] != ",":
                whole = self.text.find(said + ",", start)
            if whole >= 0:
                found = (length, _meaning(self.text, whole))
        if self.endings:
            return self._in_other_forms(self.endings, words[at : at + self.longest], found)
        return found

    def _in_other_forms(
        self, endings: Endings, words: list[str], found: tuple[int, str]
    ) -> tuple[int, str]:
        """Return what ``phrase`` does of the words in any of their forms, if that is longer than
        what was found.
        """
        stems = [endings.off(word) for word in words]
        # A short word has one form, which was found if it stands alone.
        head = f", {stems[0][:-1]}" if len(words[0]) > SHORTEST_STEM else f", {words[0]} "
        place = self.plain.find(head)
        while place >= 0:
            end = self.plain.index(",", place + 2)
            phrase = self.plain[place + 2 : end].split(" ")
            if found[0] < len(phrase) <= len(words) and all(
                endings.off(each) == stem for each, stem in zip(phrase, stems)
            ):
                found = (len(phrase), _meaning(self.plain, place))
            place = self.plain.find(head, end)
        return found


class Endings:
    """What words of some languages end in, by case, gender, number and person."""

    def __init__(self, endings: str) -> None:
        """Take the endings, with blanks between them."""
        self.known = frozenset(_plain(endings).split())
        self.longest = max(map(len, self.known), default=0)
        self.seen: dict[str, str] = {}

    def off(self, word: str) -> str:
        """Return a word without its endings and accents, and with a hyphen; a short one as it
        is.
        """
        if len(word) <= SHORTEST_STEM:
            return word
        stem = self.seen.get(word)
        if stem is None:
            rest = word if word.isascii() else _plain(word)
            while rest != stem:
                stem = rest
                for length in range(min(self.longest, len(stem) - SHORTEST_STEM), 0, -1):
                    if stem[-length:] in self.known:
                        rest = stem[:-length]
                        break
            self.seen[word] = stem = f"{stem}-"
        return stem


def _meaning(text: str, place: int) -> str:
    """Return the meaning of the entry at a place of a text."""
    start = text.rfind("\n", 0, place) + 1
    return text[start : text.index(":", start)]


def vocabularies_for(words: list[str]) -> list[Vocabulary]:
    """Return the vocabularies of the languages that words may be of, English always among
    them; the most likely first.
    """
    tables = _languages(words)
    accents = not all(map(str.isascii, words))
    names = (*tables, "with accents" if accents else "without")
    if tables and sum(map(OF_ENGLISH.__contains__, words)) >= OF_ENGLISH_TELL:
        names = (*names, "as written")
    if names not in _built:
        lines = "".join([_lines(table) for table, _ in reversed(tables.values())])
        text = _forms(lines if accents else _digraphs(lines))
        plain = _plain(text)
        endings = None
        if tables and names[-1] != "as written":
            endings = Endings(" ".join([endings for _, endings in tables.values()]))
        _built[names] = Vocabulary(
            (text if accents else plain) + _lines(ENGLISH), " ", plain, endings
        )
    found = [_built[names]]
    if any(is_dense(word[0]) for word in words):
        if (DENSE,) not in _built:
            from .dense import WORDS

            _built[DENSE,] = Vocabulary(_lines(WORDS), glue="")
        found.append(_built[DENSE,])
    return found


def _languages(words: list[str]) -> dict[str, tuple[str, str]]:
    """Return the tables of the languages that the words are most likely of, by name, each with
    the endings of its words.

    That a word begins as one of theirs does is enough; and half as many such words as the
    likeliest has, since a language too many does no harm.
    """
    others = []
    for word in words:
        if (
            len(word) > 3
            and word[0] < "\u0250"  # Latin, where other scripts begin thereafter
            and f" {word} " not in FILLERS
            and word not in ENGLISH
            and word.isalpha()
        ):
            others.append(f" {word[: max(4, len(word) - 2)]}")
            if len(others) == TELLING:
                break
    tables: dict[str, tuple[str, str]] = {}
    if others:
        from .latin import BARE, ENDINGS, LANGUAGES

        shares = {
            name: sum(word in table or word in BARE.get(name, "") for word in others)
            for name, table in LANGUAGES.items()
        }
        enough = max(1, max(shares.values()) / 2)
        likely = {name: LANGUAGES[name] for name in LANGUAGES if shares[name] >= enough}
        tables = _with_endings(likely, ENDINGS)
    if any("\u0370" <= word[0] <= "\u03ff" for word in words):
        from . import greek

        tables.update(_with_endings(greek.LANGUAGES, greek.ENDINGS))
    if any("\u0400" <= word[0] <= "\u04ff" for word in words):
        from . import cyrillic

        tables.update(_with_endings(cyrillic.LANGUAGES, cyrillic.ENDINGS))
    if any("\u0600" <= word[0] <= "\u06ff" for word in words):
        from . import arabic

        tables.update(_with_endings(arabic.LANGUAGES, arabic.ENDINGS))
    return tables


def _with_endings(languages: dict[str, str], endings: dict[str, str]) -> dict[str, tuple[str, str]]:
    """Return tables with the endings of their words."""
    return {name: (table, endings.get(name, "")) for name, table in languages.items()}


def is_dense(character: str) -> bool:
    """Tell whether a character is of a script without blanks between its words: Chinese,
    Japanese, and Korean with its endings.
    """
    return "\u3040" <= character <= "\u9fff" or "\uac00" <= character <= "\ud7a3"


def _lines(table: str) -> str:
    """Return a table with each entry in one line, and a comma on each side of a phrase."""
    return table.replace("\n    ", " ").replace(":", ":,").replace("\n", ",\n")


def _forms(text: str) -> str:
    """Return lines with all forms of their phrases; of thousands a few hundred have some."""
    pieces: list[str] = []
    start = 0
    slash = text.find("/")
    while slash >= 0:
        begin, end = text.rfind(", ", start, slash) + 2, text.index(",", slash)
        pieces += text[start:begin], ", ".join(inflected(text[begin:end]))
        start = end
        slash = text.find("/", end)
    return "".join((*pieces, text[start:]))


def _plain(text: str) -> str:
    """Return a text without accents."""
    for accented, plain in PLAIN:
        text = text.replace(accented, plain)
    return text


def _digraphs(text: str) -> str:
    """Return lines, and once more with what is written for letters with accents."""
    return text + text.translate(DIGRAPHS) if "ä" in text or "ø" in text else text


def inflected(phrase: str) -> list[str]:
    """Return the forms of a phrase: of "suspendu/e/s" without and with each ending."""
    stem, *endings = phrase.split("/")
    return [stem, *(stem + ending for ending in endings)]
