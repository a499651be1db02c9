"""From a server's reply to a diagnosis. Pure.

What generalises, in this order: what the text says (``rows``); reply code with enhanced
status code; reply code alone, with the stage (``reply_codes``).

The text is read in steps, each a module: ``reading`` clears it of names and cuts it into
words; ``clauses`` finds what the words mean (``vocabulary``), what is negated and what is
only threatened; ``rows`` says what that makes.
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

# These codes are AUTH's, so a reply within another that has one is AUTH's too.
OF_AUTH = (432, 534, 535, 538)
# These are HTTP's, of an API behind the server.
OF_HTTP = ("400", "401", "402", "403", "404", "408", "410", "429")
# Behind these stands why a login failed, in words that may say little by themselves.
BEFORE_REASON = ("failed: ", "failure: ", "denied: ", "rejected: ", "refused: ", "not possible: ")
REASONS = ("reason: ", "because ", "unsuccessful: ", *BEFORE_REASON)
# So also, with a name and a colon between.
FOR_WHOM = ("failed for ", "unsuccessful for ", "denied for ", "rejected for ", "refused for ")
# A verdict that gives way to the reason.
REASONED = ("credentials-rejected", "auth-not-offered")
# What passes by itself, and what a text is only about, gives way to a login that is told to be
# wrong, unless that is told with how often it was tried.
PASSING = ("rate-limited", "temporary-failure")
WRONG = ("INVALID", "WRONGSECRET")
REFUSED = (("PASSWORD", "DENIED"), ("CREDENTIALS", "DENIED"), ("ACCOUNT", "UNKNOWN"))
EXCESS = frozenset(("TOOMANY", "EXCEEDED", "LOCKED", "LISTED", "COUNTED"))
# What begins so is advice, or a record ("user=..."), and no reason.
ADVICE = ("check ", "please ", "make sure ", "verify ", "ensure ", "see ")
RECORD = "="
# A clause that could mean so many things means none.
CAUSES = 3
NO_CAUSES = {"", "temporary-failure"}


class Decision(Record):
    """What a reply means, by which row, and which of its words made that row fit; where its
    code alone tells, the row is None.
    """

    slug: Slug
    row: Row | None = None
    words: str = ""


def slug_of_reply(failure: Failure, own: frozenset[str] = frozenset()) -> Slug | None:
    """Return the diagnosis of a failure that came with a reply; None where the reply tells
    nothing, as one that is not a refusal mostly does. ``own`` as in ``decide``.
    """
    assert failure.reply is not None
    reply = failure.reply.unmasked
    if failure.kind in (Kind.REPLY, Kind.UNSENT):
        return classify(failure.stage, reply, own)
    if reply.code < 400:  # a refusal in words, with the code of a success
        decision = decide(failure.stage, reply, own)
        return decision.slug if decision.row else None
    return None


def classify(stage: StageName, reply: Reply, own: frozenset[str] = frozenset()) -> Slug:
    """Return the diagnosis for a refusal at a stage."""
    return decide(stage, reply, own).slug


def decide(stage: StageName, reply: Reply, own: frozenset[str] = frozenset()) -> Decision:
    """Return what a refusal at a stage means, and why.

    ``own`` are the names that the server has from us and may echo, in lower case.
    """
    if stage == Stage.STARTTLS:
        farewell = decide(Stage.EHLO, reply, own) if reply.code == 421 else None
        return farewell if farewell and farewell.row else Decision("starttls-unavailable")
    if reply.code == 334 and _is_error_document(reply):
        return Decision("token-rejected")
    if stage == Stage.AUTH and reply.code in (523, 538):  # whatever the text is about
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
        from .reply_codes import by_code  # where the words do not tell

        return Decision(by_code(stage, reply))
    return Decision(row.slug, row, words)


def fitting(
    stage: StageName,
    reply: Reply,
    own: frozenset[str] = frozenset(),
    rewrite: Callable[[list[str]], list[str]] | None = None,
    hints: bool = False,
) -> Iterator[tuple[Row, str]]:
    """Yield all rows that fit a reply, in order, each with the words that make it fit.

    ``rewrite`` makes other words of its words first; where it leaves them, none is yielded.
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
            continue  # nothing else is said
        rows = rows or _rows(stage, reply)
        said = [clause for clause in clauses if not _is_list(clause, rows)]
        heard = _heard(said)
        for row in rows:
            found = _fits(row, said, heard)
            if found:
                yield row, found


def _readings(text: str) -> Iterable[str]:
    """Return the text, and as it reads in other encodings if it may be in one."""
    if text.isascii():
        return (text,)
    from .charsets import readings

    return readings(text)


def _rows(stage: StageName, reply: Reply) -> list[Row]:
    """Return the rows that hold at a stage, for a reply with such codes."""
    code = f"{reply.code} {reply.enhanced or ''}"
    return [
        row
        for row in ROWS
        if (not row.stages or stage in row.stages) and (not row.codes or code.startswith(row.codes))
    ]


@lru_cache(16)  # a text that no row knows is read again, in each encoding that it may be in
def _read(text: str, own: frozenset[str], entry: bool) -> list[str]:
    """Return what ``read`` does."""
    return read(text, own, entry)


def _corrected(words: list[str]) -> list[str]:
    """Return the words with those set right that are misspelt, if it is English that they are."""
    spelled = [word for word in words if word.isalpha()]
    if 2 * sum(map(is_english, spelled)) < len(spelled):
        return words
    from .misspellings import corrected

    return corrected(words)


def joined(words: list[str]) -> list[str]:
    """Return the words as one clause: "blocked: country" tells more than its halves."""
    return [
        PAUSE if word == STOP and before == COLON else word
        for before, word in zip([STOP, *words], words)
    ]


def _is_list(clause: Clause, rows: list[Row]) -> bool:
    """Tell whether a clause lists so many causes ("or") that it tells none of them."""
    places = clause.places
    if "OR" not in places and ("BUT" in places or len(set(places.get(PAUSE, ()))) < CAUSES - 1):
        return False
    heard = _heard([clause])
    causes = {row.slug for row in rows if row.codes != ABOUT and _fits(row, [clause], heard)}
    return len(causes - NO_CAUSES) >= CAUSES


def _heard(said: list[Clause]) -> frozenset[str]:
    """Return all the words and meanings of what is said, as a pattern begins with them."""
    places = [each for clause in said for each in clause.places]
    return frozenset((*places, *(f"{each};" for each in places)))


def _fits(row: Row, said: list[Clause], heard: frozenset[str]) -> str:
    """Return the words that make a row fit; "" if it does not. ``heard`` as of ``_heard``."""
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
    """Return a reply with what stands behind the last words that introduce a reason, or None."""
    text = reply.text.lower()
    starts = [text.rfind(each) + len(each) for each in REASONS if each in text]
    rests = [] if starts else [text.partition(each)[2].partition(": ")[2] for each in FOR_WHOM]
    start = max([0, *starts, *(len(text) - len(rest) for rest in rests if rest)])
    reason = text[start:]
    if not start or reason.startswith(ADVICE) or RECORD in reason.partition(" ")[0]:
        return None
    return Reply(reply.code, (f"{reply.enhanced or ''} {reply.text[start:]}".strip(),))


def _told_wrong(stage: StageName, reply: Reply, own: frozenset[str]) -> tuple[Row, str] | None:
    """Return the row that fits the first sentence of several, with its words, if that says that
    name or password are wrong and nothing of how often they were tried; else None.
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

    That is JSON with a key "status"; an object's first octets are these in base64.
    """
    return reply.text.startswith(("eyJ", "eyA"))
