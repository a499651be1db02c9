"""From a server's reply to a diagnosis. Pure.

What decides, in this order: the text (``rows``); reply code with enhanced status code; reply code
alone, with the stage (``reply_codes``).

The text is read in steps, each a module: ``reading`` removes names and splits the text into words;
``clauses`` finds what the words mean (``vocabulary``), what is negated and what is only threatened;
``rows`` maps that to a diagnosis.
"""

from __future__ import annotations

from functools import lru_cache

from ..observation import Kind, Stage
from ..record import Record
from ..smtp.reply import Reply, enhanced_code
from .clauses import Clause, read_clauses
from .names import COLON, PAUSE, STOP
from .reading import read
from .rows import ABOUT, ENTRY, ROWS, Row
from .vocabulary import is_english

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ..observation import Failure, StageName
    from .catalogue import Slug

# These codes are only used for AUTH, so a quoted reply with one of them is a reply to AUTH.
OF_AUTH = (432, 534, 535, 538)
# Status codes of HTTP, from an API behind the server.
OF_HTTP = ("400", "401", "402", "403", "404", "408", "410", "429")
# These precede the reason for a failed login, whose words may say little by themselves.
BEFORE_REASON = ("failed: ", "failure: ", "denied: ", "rejected: ", "refused: ", "not possible: ")
REASONS = ("reason: ", "because ", "unsuccessful: ", *BEFORE_REASON)
# So do these, with a name and a colon in between.
FOR_WHOM = ("failed for ", "unsuccessful for ", "denied for ", "rejected for ", "refused for ")
# The diagnoses that a reason overrides.
REASONED = ("credentials-rejected", "auth-not-offered")
# Diagnoses of what passes by itself. A login that is said to be wrong overrides them, and rows for
# the subject of a text (ABOUT), unless the sentence also says how often it was tried.
PASSING = ("rate-limited", "temporary-failure")
WRONG = ("INVALID", "WRONGSECRET")
REFUSED = (("PASSWORD", "DENIED"), ("CREDENTIALS", "DENIED"), ("ACCOUNT", "UNKNOWN"))
EXCESS = frozenset(("TOOMANY", "EXCEEDED", "LOCKED", "LISTED", "COUNTED"))
# A text that begins with these is advice, or a record ("user=..."), not a reason.
ADVICE = ("check ", "please ", "make sure ", "verify ", "ensure ", "see ")
RECORD = "="
# A clause with so many possible causes names none.
CAUSES = 3
NO_CAUSES = {"", "temporary-failure"}


class Decision(Record):
    """The diagnosis for a reply, the row that matched, and the words that the row matched; the row
    is None if the reply code alone decided.
    """

    slug: Slug
    row: Row | None = None
    words: str = ""


def slug_of_reply(failure: Failure, own: frozenset[str] = frozenset()) -> Slug | None:
    """Return the diagnosis of a failure with a reply; None if the reply says nothing about it, as
    is usual for one that is not a refusal. ``own`` as in ``decide``.
    """
    assert failure.reply is not None
    reply = failure.reply.unmasked
    if failure.kind in (Kind.REPLY, Kind.UNSENT):
        return classify(failure.stage, reply, own)
    if reply.code < 400:  # a refusal in words, with a code for success
        decision = decide(failure.stage, reply, own)
        return decision.slug if decision.row else None
    return None


def classify(stage: StageName, reply: Reply, own: frozenset[str] = frozenset()) -> Slug:
    """Return the diagnosis for a refusal at a stage."""
    return decide(stage, reply, own).slug


def decide(stage: StageName, reply: Reply, own: frozenset[str] = frozenset()) -> Decision:
    """Return the diagnosis for a refusal at a stage, and why.

    ``own`` are the names that the server has from us and may echo, in lower case.
    """
    if stage == Stage.STARTTLS:
        farewell = decide(Stage.EHLO, reply, own) if reply.code == 421 else None
        return farewell if farewell and farewell.row else Decision("starttls-unavailable")
    if reply.code == 334 and _is_error_document(reply):
        return Decision("token-rejected")
    if stage == Stage.AUTH and reply.code in (523, 538):  # whatever the text says
        return Decision("encryption-required")
    inner = _nested(stage, reply)
    if inner is not None:
        return decide(*inner, own)
    row, words = next(fitting(stage, reply, own), (None, ""))
    reason = _reason(reply) if row and row.slug in REASONED else None
    if reason:
        told = next(fitting(stage, reason, own), None)
        if told:
            reply, (row, words) = reason, told
    if row and (row.slug in PASSING or row.codes == ABOUT):
        row, words = _told_wrong(stage, reply, own) or (row, words)
    if row is None or row.codes == ABOUT:
        row, words = next(fitting(stage, reply, own, _corrected), (row, words))
    if row is None and stage == Stage.AUTH and str(reply.code).startswith(ABOUT):
        row, words = next(fitting(stage, reply, own, joined), (None, ""))
        if row is None:
            row, words = next(fitting(stage, reply, own, hints=True), (None, ""))
    if row is None or not row.slug:
        from .reply_codes import by_code  # if the words do not decide

        return Decision(by_code(stage, reply))
    return Decision(row.slug, row, words)


def fitting(
    stage: StageName,
    reply: Reply,
    own: frozenset[str] = frozenset(),
    rewrite: Callable[[list[str]], list[str]] | None = None,
    hints: bool = False,
) -> Iterator[tuple[Row, str]]:
    """Yield all rows that match a reply, in order, each with the words that it matched.

    ``rewrite`` changes the words of the reply first; if it changes none, nothing is yielded.
    ``hints`` as in ``read_clauses``.
    """
    rows: list[Row] = []
    for text in _readings(reply.text):
        words = _read(text, own, stage in ENTRY or reply.code == 421)
        if rewrite:
            written, words = words, rewrite(words)
            if words == written:
                continue
        clauses = read_clauses(words, hints)
        if hints and [each.places for each in clauses] == [
            each.places for each in read_clauses(words)
        ]:
            continue  # the hints add nothing
        rows = rows or _rows(stage, reply)
        said = [clause for clause in clauses if not _is_list(clause, rows)]
        heard = _heard(said)
        for row in rows:
            found = _fits(row, said, heard)
            if found:
                yield row, found


def _readings(text: str) -> Iterable[str]:
    """Return the text, and its readings in other encodings if it may be in one."""
    if text.isascii():
        return (text,)
    from .charsets import readings

    return readings(text)


def _rows(stage: StageName, reply: Reply) -> list[Row]:
    """Return the rows that apply at a stage, to the codes of a reply."""
    code = f"{reply.code} {reply.enhanced or ''}"
    return [
        row
        for row in ROWS
        if (not row.stages or stage in row.stages) and (not row.codes or code.startswith(row.codes))
    ]


@lru_cache(16)  # a text that no row matches is read again, in each possible encoding
def _read(text: str, own: frozenset[str], entry: bool) -> list[str]:
    """Return the result of ``read``."""
    return read(text, own, entry)


def _corrected(words: list[str]) -> list[str]:
    """Return the words with misspelt ones corrected, if they are English."""
    spelled = [word for word in words if word.isalpha()]
    if 2 * sum(map(is_english, spelled)) < len(spelled):
        return words
    from .misspellings import corrected

    return corrected(words)


def joined(words: list[str]) -> list[str]:
    """Return the words as one clause: "blocked: country" says more than its halves."""
    return [
        PAUSE if word == STOP and before == COLON else word
        for before, word in zip([STOP, *words], words)
    ]


def _is_list(clause: Clause, rows: list[Row]) -> bool:
    """Tell whether a clause lists so many causes ("or") that it names none of them."""
    places = clause.places
    if "OR" not in places and ("BUT" in places or len(set(places.get(PAUSE, ()))) < CAUSES - 1):
        return False
    heard = _heard([clause])
    causes = {row.slug for row in rows if row.codes != ABOUT and _fits(row, [clause], heard)}
    return len(causes - NO_CAUSES) >= CAUSES


def _heard(said: list[Clause]) -> frozenset[str]:
    """Return all words and meanings of the clauses, in the forms that patterns have them."""
    places = [each for clause in said for each in clause.places]
    return frozenset((*places, *(f"{each};" for each in places)))


def _fits(row: Row, said: list[Clause], heard: frozenset[str]) -> str:
    """Return the words that a row matches; "" if it does not match. ``heard`` as of ``_heard``."""
    for pattern in row.patterns:
        head = pattern.partition(" ")[0]
        if head not in heard and ("|" not in head or heard.isdisjoint(head.split("|"))):
            continue  # most patterns end here
        tail = pattern.rpartition(" ")[2]
        if tail not in heard and ("|" not in tail or heard.isdisjoint(tail.split("|"))):
            continue  # and most others here
        found = [_found(part.split(), said) for part in pattern.split("; ")]
        if all(found):
            return " ... ".join(found)
    return ""


def _found(parts: list[str], said: list[Clause]) -> str:
    """Return the words of a clause that has all parts of a pattern; "" if none has."""
    for clause in said:
        places = clause.says(parts)
        if places:
            return clause.words_at(places) or " ".join(parts)
    return ""


def _reason(reply: Reply) -> Reply | None:
    """Return a reply with only the text after the last words that introduce a reason, or None."""
    text = reply.text.lower()
    starts = [text.rfind(each) + len(each) for each in REASONS if each in text]
    rests = [] if starts else [text.partition(each)[2].partition(": ")[2] for each in FOR_WHOM]
    start = max([0, *starts, *(len(text) - len(rest) for rest in rests if rest)])
    reason = text[start:]
    if not start or reason.startswith(ADVICE) or RECORD in reason.partition(" ")[0]:
        return None
    return Reply(reply.code, (f"{reply.enhanced or ''} {reply.text[start:]}".strip(),))


def _told_wrong(stage: StageName, reply: Reply, own: frozenset[str]) -> tuple[Row, str] | None:
    """Return the row that matches the first sentence of several, with its words, if that sentence
    says that name or password are wrong but not how often they were tried; else None.
    """
    text = reply.text.replace("! ", ". ").replace("; ", ". ").replace(" - ", ". ")
    first, stop, _ = text.partition(". ")
    if not stop or stage != Stage.AUTH or not str(reply.code).startswith(ABOUT):
        return None
    told = next(fitting(stage, Reply(reply.code, (first,)), own), None)
    heard = _heard(read_clauses(_read(first, own, False)))
    wrong = not heard.isdisjoint(WRONG) or any(heard.issuperset(each) for each in REFUSED)
    if not wrong or not heard.isdisjoint(EXCESS):
        return None
    return told if told and told[0].slug == "credentials-rejected" else None


def _nested(stage: StageName, reply: Reply) -> tuple[StageName, Reply] | None:
    """Return the reply that another one quotes ("... Error: 535 5.7.3 ..."), with its stage."""
    words = reply.text.split()
    for at, (word, following) in enumerate(zip(words, words[1:])):
        if len(word) != 3 or not (word.isascii() and word.isdigit()):
            continue
        if word[0] not in "45" or word in OF_HTTP:
            continue
        if enhanced_code(following) or (at and words[at - 1].endswith(":")):
            inner = Reply(int(word), (" ".join(words[at + 1 :]),))
            around = " ".join(words[:at]).lower()
            by_auth = inner.code in OF_AUTH or "authenticat" in around
            return (Stage.AUTH if by_auth else stage), inner
    return None


def _is_error_document(reply: Reply) -> bool:
    """Tell whether a challenge is OAuth's error document (RFC 7628 section 3.2.2).

    That is JSON with a key "status"; these are the first octets of an object in base64.
    """
    return reply.text.startswith(("eyJ", "eyA"))
