"""What a conversation notes: times, whether the secret went out, and nothing for ever."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from conversation import (
    ACCEPTED,
    GREETING,
    PASSWORD,
    USER,
    VERIFIED,
    OneExchange,
    base64,
    begin,
    fixed_nonce,
    hello,
    lead,
    octets,
    plan,
    server_first,
)
from player import connection, observed

from check_smtp_auth.observation import Failure, Kind, Stage
from check_smtp_auth.sasl import Credential, Mechanism, NoTicket
from check_smtp_auth.secret import STARS, Secret
from check_smtp_auth.smtp.conversation import ASK_LEAVE, Command, Conversation, Work
from check_smtp_auth.smtp.dialogue import Dialogue, Plan
from check_smtp_auth.smtp.reply import NEED_DATA

CONNECTION = connection(Dialogue(plan(), VERIFIED))
WITH_SENDER = plan().replace(sender="me@example.com", recipient="you@example.com")


SERVER_FIRST, BAD_SALT = server_first(), server_first("c2FsdA")
# The answers that lead a mechanism to where the reply to its last word is due.
ANSWERS: dict[str, list[str]] = {
    "PLAIN": [],
    "LOGIN": ["334 ", "334 "],
    "CRAM-MD5": ["334 YWJj"],
    "SCRAM-SHA-256": [SERVER_FIRST],
}


class Hours:
    """A clock that is moved by hand."""

    def __init__(self) -> None:
        """Begin at some time."""
        self.now = 1000.0

    def __call__(self) -> float:
        """Tell the time."""
        return self.now


def test_exchanges_are_timed_and_nothing_else_is() -> None:
    """Each exchange takes from its line to its reply: leave and key derivation are no part."""
    clock = Hours()
    conversation = Conversation(Dialogue(plan(), VERIFIED), clock)
    left = [GREETING, hello("SCRAM-SHA-256"), SERVER_FIRST]
    while left:
        event = conversation.next_event()
        if event is NEED_DATA:
            clock.now += 1
            conversation.receive_data(octets(left.pop(0)))
        elif event is ASK_LEAVE:
            clock.now += 100
            conversation.answer(True)
        elif isinstance(event, Work):
            clock.now += 100
            conversation.answer(event.function())
    work = conversation.next_event()
    assert isinstance(work, Work)
    clock.now += 100
    conversation.answer(work.function())
    assert isinstance(conversation.next_event(), Command)
    clock.now += 3
    conversation.break_off(Kind.TIMEOUT)
    assert [(each.stage, each.seconds) for each in conversation.exchanges] == [
        *((Stage.GREETING, 1), (Stage.EHLO, 1), (Stage.AUTH, 1), (Stage.AUTH, 3))
    ]
    assert conversation.exchanges[-1].reply is None
    assert conversation.auth_time == 4


def test_what_was_not_reached_takes_no_time() -> None:
    """Where it never came to AUTH, AUTH has no time, rather than none."""
    conversation = begin()
    lead(conversation, GREETING, "250 mail", "221 bye")
    assert conversation.auth_time is None


@pytest.mark.parametrize("answers", [["554 no", "221 bye"], [GREETING, hello(), ACCEPTED]])
def test_an_observation_is_added_to(answers: list[str]) -> None:
    """What is told of the login is what the conversation showed; the connection is as it was."""
    conversation = begin()
    lead(conversation, *answers)
    seen = observed(conversation, CONNECTION)
    accepted = ACCEPTED in answers
    assert (seen.accepted, seen.secret_sent) == (accepted, accepted)
    assert (seen.failure is None) == accepted
    assert seen.mechanism == ("PLAIN" if accepted else None)
    assert len(seen.exchanges) == len(answers)
    assert (seen.address, seen.tls, seen.times.connect) == ("192.0.2.1", VERIFIED, 0.01)


@pytest.mark.parametrize(
    ("mechanism", "shown"), [("SCRAM-SHA-256", STARS), ("CRAM-MD5", "YWJj"), ("LOGIN", "")]
)
def test_challenges_that_are_noise_are_not_noted(mechanism: str, shown: str) -> None:
    """Nobody reads a nonce, and to look for the secret in one takes longer than the login."""
    conversation = begin(plan(wanted=[mechanism]))
    lead(conversation, GREETING, hello(mechanism), *ANSWERS[mechanism])
    replies = [each.reply for each in conversation.exchanges if each.stage == Stage.AUTH]
    assert replies
    assert all(reply is not None and str(reply) == f"334 {shown}".strip() for reply in replies)


@pytest.mark.parametrize("mechanism", ANSWERS)
@pytest.mark.parametrize("end", ["535 no", ACCEPTED, "421 bye", "334 YWJj", ""])
def test_a_secret_that_was_sent_counts(mechanism: str, end: str) -> None:
    """Once secret or proof are out, whatever the server makes of them, that is noted."""
    conversation = begin(plan(wanted=[mechanism]))
    lead(conversation, GREETING, hello(mechanism), *ANSWERS[mechanism])
    assert conversation.secret_sent
    lead(conversation, end) if end else conversation.break_off(Kind.TIMEOUT)
    assert conversation.secret_sent


UNSENT: dict[str, tuple[Plan, list[str]]] = {
    "before AUTH": (plan(), [GREETING]),
    "LOGIN's user refused": (plan(), [GREETING, hello("LOGIN"), "334 ", "535 no"]),
    "LOGIN's user accepted": (plan(), [GREETING, hello("LOGIN"), "334 ", ACCEPTED]),
    "CRAM-MD5 refused at once": (plan(), [GREETING, hello("CRAM-MD5"), "504 no"]),
    "SCRAM refused before its proof": (plan(), [GREETING, hello("SCRAM-SHA-256"), "535 no"]),
    "PLAIN held back and refused": (plan(password="x" * 400), [GREETING, hello(), "535 no"]),
    "PLAIN held back and accepted": (plan(password="x" * 400), [GREETING, hello(), ACCEPTED]),
}


@pytest.mark.parametrize("case", UNSENT)
def test_a_secret_that_was_not_sent_does_not_count(case: str) -> None:
    """Where the server ended it before the secret, nothing of it went out, and none is spent."""
    settings, answers = UNSENT[case]
    conversation = begin(settings)
    lead(conversation, *answers)
    conversation.break_off(Kind.TIMEOUT)
    assert conversation.next_event() is None
    assert not conversation.secret_sent


def test_without_leave_nothing_is_sent() -> None:
    """A login that the guard holds back gives nothing away."""
    conversation = begin()
    lead(conversation, GREETING)
    conversation.receive_data(octets(hello()))
    assert conversation.next_event() is ASK_LEAVE
    conversation.answer(False)
    assert lead(conversation, "221 bye") == ["QUIT"]
    assert conversation.failure == Failure(Stage.AUTH, Kind.HELD)
    assert not conversation.secret_sent


class Ticketless(Mechanism):
    """A mechanism that gets no ticket; ``refused`` says that the KDC refused us."""

    name = "GSSAPI"
    blocking = True

    def __init__(self, refused: bool) -> None:
        """Begin an exchange."""
        super().__init__(Credential("", Secret(b"")), fixed_nonce)
        self.refused = refused

    def start(self) -> bytes:
        """Raise NoTicket."""
        self.committed = self.refused
        raise NoTicket("the KDC's words")


@pytest.mark.parametrize("refused", [True, False])
def test_a_ticket_refused_counts(refused: bool) -> None:
    """A KDC that refuses us has counted a failed login; one that is not there has not."""
    conversation = Conversation(OneExchange(Ticketless(refused)), lambda: 0.0)
    assert lead(conversation) == []
    assert conversation.failure == Failure(Stage.TOKEN, Kind.NO_TICKET, "the KDC's words")
    assert conversation.secret_sent == refused


def test_responses_are_listed_as_they_were_sent() -> None:
    """All that a server could echo of a login is listed, and nothing that is no secret."""
    proof = base64(b"user 2c7bc0a4c0e1b5a1a5aebcaeed0cbd47")
    sent: dict[str, list[str]] = {}
    for mechanism, answers in ANSWERS.items():
        conversation = begin(plan(wanted=[mechanism]))
        lead(conversation, GREETING, hello(mechanism), *answers, "535 no")
        sent[mechanism] = [secret.reveal().decode() for secret in conversation.secrets]
    assert sent["PLAIN"] == [base64(b"\0user\0pencil")]
    assert sent["LOGIN"] == [base64(USER.encode()), base64(PASSWORD.encode())]
    assert [len(line) for line in sent["CRAM-MD5"]] == [len(proof)]
    assert len(sent["SCRAM-SHA-256"]) == 2
    assert PASSWORD not in repr(conversation.secrets)


@contextmanager
def without_collector() -> Iterator[None]:
    """Switch the collector of reference cycles off, as the plugin does; it finds what is new."""
    gc.disable()
    gc.freeze()  # what there is, which takes long to look through
    try:
        yield
    finally:
        gc.unfreeze()
        gc.enable()


ENDINGS: dict[str, tuple[Plan, list[str]]] = {
    "accepted": (plan(), [GREETING, hello(), ACCEPTED, "221 bye"]),
    "rejected": (plan(), [GREETING, hello(), "535 no", "221 bye"]),
    "421": (plan(), [GREETING, hello(), "421 bye"]),
    "greeting refused": (plan(), ["554 no", "221 bye"]),
    "not offered": (plan(), [GREETING, "250 mail", "221 bye"]),
    "cancelled": (plan(), [GREETING, hello("CRAM-MD5"), "334 !", "501 cancelled", "221 bye"]),
    "challenge rejected aside": (
        plan(),
        [GREETING, hello("SCRAM-SHA-256"), "334 !", "501 cancelled", "221 bye"],
    ),
    "salt rejected aside": (
        plan(),
        [GREETING, hello("SCRAM-SHA-256"), BAD_SALT, "501 cancelled", "221 bye"],
    ),
    "early": (plan(), [GREETING, hello("LOGIN"), ACCEPTED, "221 bye"]),
    "unproven": (plan(), [GREETING, hello("SCRAM-SHA-256"), ACCEPTED, "221 bye"]),
    "nonsense": (plan(), ["what?"]),
    "sender refused": (WITH_SENDER, [GREETING, hello(), ACCEPTED, "550 no", "221 bye"]),
    "left in the middle": (plan(), [GREETING, hello("LOGIN"), "334 "]),
    "left at QUIT": (plan(), [GREETING, hello(), "535 no"]),
}


@pytest.mark.parametrize("ending", ENDINGS)
def test_nothing_is_left_behind(ending: str) -> None:
    """A conversation, however it ends, holds no memory that only a collector could free."""
    settings, answers = ENDINGS[ending]
    lead(begin(settings), *answers)
    with without_collector():
        for _ in range(5):
            lead(begin(settings), *answers)
        assert gc.collect() == 0
