"""From words to clauses of meanings: what is said, about whom, and what is negated. Pure."""

from __future__ import annotations

from ..record import Record
from .names import ASKED, COLON, IP, MARKS, PAUSE, STOP
from .vocabulary import OPPOSITES, STATES, vocabulary_for

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from .vocabulary import Vocabulary

# How many words apart the parts of a pattern may be; a comma counts as some words. If each
# character is a word, they may be further apart.
REACH, REACH_DENSE, COMMA = 11, 22, 4
DENSE_FROM = "\u3040"
FAR = 1_000  # the distance of a word from itself, as each part needs a word of its own
# Advice with these after "if ...," is not a demand of the server.
ADVISED = frozenset(("APPPASSWORD", "SECONDFACTOR", "OAUTH", "BROWSER", "CHANGE", "NEWPASSWORD"))
# In a warning, these have not happened.
WARNED = STATES | {"TOOMANY"}
# Words for what happens in general, and for what has happened.
HAPPENS = frozenset(("is", "are", "gets", "get"))
HAPPENED = frozenset(("has", "have", "had", "been", "was", "were", "now"))
# "Mail from" one of these is mail that a client sends; otherwise it is the command, with a sender.
MAIL_FROM = ("mail", "from")
SENDS = frozenset((IP, "CLIENT", "IPADDR", "BLACKLIST"))
# Negations that follow what they negate, if that is near: "license missing".
NEAR = 3
LACKING = frozenset(("missing", "absent", "lacking"))
# The words for "not" that follow the verb if nothing else does: "stimmt nicht".
BEHIND = frozenset(("nicht", "niet", "inte", "ej", "ikke", "değil", "degil"))
# "Or" before another possible reason.
OTHERWISE = frozenset(("or", "oder", "ou", "eller", "lub", "nebo", "или", "veya"))
# No phrase of any language begins with these, so they are not looked up.
SILENT = frozenset(
    (
        *("and", "with", "been", "it", "we", "my", "here", "then", "using", "currently", "sorry"),
        *("contact", "learn", "click", "visit", "closing", "issue", *MARKS),
    )
)
# How far "not" reaches.
NEGATION = 5
# The most places of one meaning that are examined; no real clause has as many.
MOST = 40


class Term(Record):
    """A word or phrase with its meanings, and its place."""

    at: int
    words: tuple[str, ...]
    meanings: tuple[str, ...]


class Clause:
    """One clause: the places of each meaning, and of each single word, in it."""

    def __init__(self, terms: list[Term], words: list[tuple[int, str]]) -> None:
        """Take the terms, and the words with their places."""
        self.terms = terms
        self.hints = bool(terms) and "HINT" in terms[0].meanings and terms[0].at <= NEAR
        self.reach = REACH
        self.places: dict[str, list[int]] = {}
        for at, word in words:
            self.places.setdefault(word, []).append(at)
            if word >= DENSE_FROM:
                self.reach = REACH_DENSE
        for term in terms:
            for meaning in term.meanings:
                self.places.setdefault(meaning, []).append(term.at)

    def says(self, parts: list[str]) -> tuple[int, ...]:
        """Return the places of a pattern's parts, if they are close enough together; else ().

        A part is a meaning, a word, or several of these with "|" between, of which any one matches.
        """
        options = []
        for part in parts:
            found = self.places.get(part)
            if found is None and "|" in part:
                found = [at for each in part.split("|") for at in self.places.get(each, ())]
            if not found:
                return ()
            options.append(found[:MOST])
        return _together(options, self.reach)

    def words_at(self, places: tuple[int, ...]) -> str:
        """Return the words at these places, in order."""
        said = {term.at: " ".join(term.words) for term in self.terms}
        return " ... ".join(said[at] for at in sorted(set(places)) if at in said)


def _together(options: list[list[int]], reach: int) -> tuple[int, ...]:
    """Return one place from each list, the closest ones; () if they are out of reach."""
    if len(options) == 1:
        return (options[0][0],)
    best: tuple[int, ...] = ()
    for first in options[0]:
        places = (
            first,
            *(min(each, key=lambda at: abs(at - first) or FAR) for each in options[1:]),
        )
        span = max(places) - min(places)
        if len(set(places)) == len(places) and span <= reach:
            best, reach = places, span
    return best


def read_clauses(words: list[str], hints: bool = False) -> list[Clause]:
    """Return the clauses of the words, by the meanings of the phrases in them.

    What is only asked ("forgotten your password?") or supposed ("perhaps it is locked") is left out
    if anything else is said; with ``hints`` it is kept, and so is advice under a condition.
    """
    known = vocabulary_for(words)
    told: list[Clause] = []
    supposed: list[Clause] = []
    before, hint = STOP, False
    for piece in _pieces(words):
        mark = piece.pop() if piece[-1] in (COLON, ASKED) else STOP
        if not piece:
            continue
        clause = _clause(piece, known, before == ASKED, hints)
        if before != COLON or not hint:
            hint = mark == ASKED or piece[0] == PAUSE or (before != COLON and clause.hints)
        (supposed if hint else told).append(clause)
        before = mark
    return told if not hints and any(clause.terms for clause in told) else told + supposed


def _pieces(words: list[str]) -> Iterator[list[str]]:
    """Yield the words of each clause; an "or" after the first comma of one begins a new clause."""
    start = 0
    whole = True
    for end in range(len(words) + 1):
        if end == len(words) or words[end] == STOP:
            if end > start:
                yield words[start:end]
            start, whole = end + 1, True
        elif words[end] == PAUSE:
            if whole and end > start and words[end + 1 : end + 2] and words[end + 1] in OTHERWISE:
                yield words[start:end]
                start = end
            whole = False


def _clause(words: list[str], known: Vocabulary, advice: bool, hints: bool) -> Clause:
    """Return one clause; ``advice``: it answers a question; ``hints`` as in ``read_clauses``."""
    places = []
    at = 0
    for word in words:
        at += COMMA if word == PAUSE else 1
        places.append(at)
    terms = list(_terms(words, places, known))
    if MAIL_FROM[1] in words:
        terms = [
            term
            for term, after in zip(terms, [*terms[1:], None])
            if term.words != MAIL_FROM
            or after is None
            or after.at - term.at > NEAR
            or SENDS.isdisjoint(after.meanings)
        ]
    if _warns(words, terms):
        terms = [term for term in terms if not WARNED.intersection(term.meanings)]
    terms = _without_conditions(terms, advice, hints)
    if words[-1] == "not" and terms and terms[-1].at == places[-1]:
        # "Your name is fine, but the password isn't" is about the password.
        start = max((at for at, word in zip(places, words) if word in ("but", PAUSE)), default=0)
        terms[-1] = terms[-1].replace(meanings=("INVALID",))
        terms = [term for term in terms if term.at > start]
    return Clause(_negated(terms), list(zip(places, words)))


def _terms(words: list[str], places: list[int], known: Vocabulary) -> Iterator[Term]:
    """Yield the phrases that have a meaning, the longest at each place."""
    at = 0
    while at < len(words):
        step = 1
        if words[at] not in SILENT:
            length, found = known.phrase(words, at)
            if length:
                yield Term(places[at], tuple(words[at : at + length]), tuple(found.split("+")))
                step = length
        elif words[at] == PAUSE:
            yield Term(places[at], (PAUSE,), (PAUSE,))
        elif words[at] == IP:
            yield Term(places[at], ("(an address)",), (IP,))
        at += step


def _warns(words: list[str], terms: list[Term]) -> bool:
    """Tell whether a clause says what happens in general: "too many failures will lock the
    account", "after 10 failures the account is locked".
    """
    if any("WARNING" in term.meanings for term in terms):
        return True
    general = not HAPPENS.isdisjoint(words) and HAPPENED.isdisjoint(words)
    return words[0] == "after" and general


def _without_conditions(terms: list[Term], advice: bool, hints: bool) -> list[Term]:
    """Return the terms without those under a condition ("if", "unless"), up to the next comma, and
    without threats ("will be locked"); unless ``hints`` count, also without the advice after a
    condition ("if you use two steps, you need an app password").
    """
    kept: list[Term] = []
    condition = threat = False
    advice = advice or (bool(terms) and not {"IF", "HINT"}.isdisjoint(terms[0].meanings))
    for term in terms:
        if PAUSE in term.meanings:
            condition = threat = False
        elif "IF" in term.meanings:
            condition = True
        elif "WILL" in term.meanings:
            threat = True
        if threat and STATES.intersection(term.meanings):
            kept = [each for each in kept if "BASICAUTH" not in each.meanings]
        if (
            not condition
            and not (threat and WARNED.intersection(term.meanings))
            and not (advice and not hints and ADVISED.intersection(term.meanings))
        ):
            kept.append(term)
    return kept


def _negated(terms: list[Term]) -> list[Term]:
    """Return the terms with what "not" applies to replaced by its opposite: the next meaning that
    has one, up to the next comma. The term right after "not" is also found as "-MEANING". "Missing"
    applies to the term before it.
    """
    turned = list(terms)
    for index, term in enumerate(terms):
        if "NOT" not in term.meanings:
            continue
        if index and term.words[0] in LACKING and _turn_before(turned, index):
            continue
        if not _turn_after(turned, index) and index and term.words[0] in BEHIND:
            _turn_before(turned, index)
    return turned


def _turn_before(turned: list[Term], index: int) -> bool:
    """Negate the term before the "not" at an index, if it is near; tell whether it is."""
    before = turned[index - 1]
    near = turned[index].at - before.at - len(before.words) < NEAR
    if near and PAUSE not in before.meanings:
        turned[index - 1] = _opposite(_without(before))
    return near


def _turn_after(turned: list[Term], index: int) -> bool:
    """Negate a term after the "not" at an index; tell whether there is one to negate."""
    term = turned[index]
    for later in range(index + 1, len(turned)):
        other = turned[later]
        far = other.at - term.at > NEGATION + len(term.words)
        if far or {PAUSE, "BUT"}.intersection(other.meanings):
            return False
        if later == index + 1:
            turned[later] = other = _without(other)
        if any(each in OPPOSITES for each in other.meanings):
            turned[later] = _opposite(other)
            return True
    return False


def _without(term: Term) -> Term:
    """Return the term with its "-MEANING"s added."""
    lacking = tuple(f"-{each}" for each in term.meanings if each not in OPPOSITES)
    return term.replace(meanings=term.meanings + lacking)


def _opposite(term: Term) -> Term:
    """Return the term with the opposites of its meanings."""
    opposite = (OPPOSITES.get(each, each) for each in term.meanings)
    return term.replace(meanings=tuple(filter(None, opposite)))
