"""The driver of the dialogue: octets in, events out, and how it ends."""

from __future__ import annotations

import pytest
from conversation import (
    ACCEPTED,
    GREETING,
    HELLO_STARTTLS,
    VERIFIED,
    OneExchange,
    begin,
    fixed_nonce,
    hello,
    lead,
    octets,
    plan,
    server_first,
)
from hypothesis import given
from hypothesis import strategies as st
from properties import PROPERTY

from check_smtp_auth.accounts import Misconfigured
from check_smtp_auth.observation import Failure, Kind, Stage
from check_smtp_auth.sasl import Credential, Mechanism
from check_smtp_auth.secret import Secret
from check_smtp_auth.smtp.conversation import (
    ASK_LEAVE,
    START_TLS,
    Command,
    Conversation,
    Work,
)
from check_smtp_auth.smtp.dialogue import Plan
from check_smtp_auth.smtp.reply import NEED_DATA


def ends(conversation: Conversation) -> tuple[str, str] | None:
    """Where and why it ended before a login was accepted; it is over."""
    assert conversation.next_event() is None
    failure = conversation.failure
    return (failure.stage, failure.kind) if failure else None


# Ways to each stage, at which the reply to our last line is due.
STARTTLS = plan("starttls")
WITH_SENDER = plan().replace(sender="me@example.com", recipient="you@example.com")
STAGES: dict[str, tuple[Plan, list[str]]] = {
    Stage.GREETING: (plan(), []),
    Stage.EHLO: (plan(), [GREETING]),
    Stage.STARTTLS: (STARTTLS, [GREETING, HELLO_STARTTLS]),
    Stage.AUTH: (plan(), [GREETING, hello()]),
    Stage.MAIL: (WITH_SENDER, [GREETING, hello(), ACCEPTED]),
    Stage.RCPT: (WITH_SENDER, [GREETING, hello(), ACCEPTED, "250 ok"]),
}
FAREWELLS: dict[str, tuple[Plan, list[str]]] = {
    "QUIT": (plan(), [GREETING, hello(), ACCEPTED]),
    "RSET": (WITH_SENDER, [GREETING, hello(), ACCEPTED, "250 ok", "250 ok"]),
}


def at(stage: str) -> Conversation:
    """A conversation that waits for a reply at this stage."""
    settings, answers = {**STAGES, **FAREWELLS}[stage]
    conversation = begin(settings)
    lead(conversation, *answers)
    return conversation


def test_the_server_speaks_first() -> None:
    """Nothing is said before the greeting, however often one asks."""
    conversation = begin()
    assert [conversation.next_event() for _ in range(3)] == [NEED_DATA] * 3


def test_a_line_is_to_be_sent_once() -> None:
    """What is to be said is given out once; then the reply is waited for."""
    conversation = begin()
    conversation.receive_data(octets(GREETING))
    event = conversation.next_event()
    assert isinstance(event, Command)
    assert event.shown == "EHLO client.example.com"
    assert conversation.next_event() is NEED_DATA


def test_what_is_to_be_answered_waits_for_its_answer() -> None:
    """TLS, leave and work are asked for until they are answered, whatever comes meanwhile."""
    conversation = at(Stage.STARTTLS)
    conversation.receive_data(octets("220 go"))
    assert conversation.next_event() is conversation.next_event() is START_TLS
    conversation.answer(VERIFIED)
    assert isinstance(conversation.next_event(), Command)
    conversation.receive_data(octets(hello("SCRAM-SHA-256")))
    assert conversation.next_event() is conversation.next_event() is ASK_LEAVE
    conversation.answer(True)
    work = conversation.next_event()
    assert isinstance(work, Work)
    assert conversation.next_event() is work


def test_leave_is_asked_for_once_before_all_that_counts() -> None:
    """The guard is asked before the first work and the first AUTH, and not again."""
    conversation = begin()
    seen: list[str] = []
    left = [GREETING, hello("SCRAM-SHA-256"), server_first(), "535 no", "221 bye"]
    while (event := conversation.next_event()) is not None:
        if isinstance(event, Command):
            seen.append(event.shown.split()[0])
        elif isinstance(event, Work):
            seen.append("work")
            conversation.answer(event.function())
        elif event is ASK_LEAVE:
            seen.append("leave")
            conversation.answer(True)
        else:
            conversation.receive_data(octets(left.pop(0)))
    assert seen == ["EHLO", "leave", "work", "AUTH", "work", "***", "QUIT"]


@pytest.mark.parametrize("offer", ["SIZE", "AUTH", "AUTH X-OTHER"])
def test_leave_is_not_asked_for_what_cannot_be(offer: str) -> None:
    """Where there is no way to log in, no try is spent."""
    conversation = begin()
    lead(conversation, GREETING)
    conversation.receive_data(octets(f"250-mail\n250 {offer}"))
    event = conversation.next_event()
    assert isinstance(event, Command)
    assert event.shown == "QUIT"


@pytest.mark.parametrize("more", [b"2", b"\r\n", b"250 ok\r\n", b"\x16\x03\x03", b"\0" * 9_000])
def test_octets_before_tls_are_an_injection(more: bytes) -> None:
    """Whatever comes behind the reply to STARTTLS ends it: no TLS, and not a word more."""
    conversation = at(Stage.STARTTLS)
    conversation.receive_data(b"220 go\r\n" + more)
    assert ends(conversation) == (Stage.STARTTLS, Kind.INJECTION)


@pytest.mark.parametrize(
    ("stage", "reply"),
    [
        (Stage.GREETING, GREETING),
        (Stage.EHLO, hello()),
        (Stage.EHLO, "502 no"),
        (Stage.AUTH, "535 no"),
        (Stage.MAIL, "250 ok"),
    ],
)
@pytest.mark.parametrize("more", [b"2", b"250 ok\r\n", b"\r\n"])
def test_a_reply_before_its_command(stage: str, reply: str, more: bytes) -> None:
    """A server that answers what was not said breaks the protocol, and is told nothing more."""
    conversation = at(stage)
    conversation.receive_data(octets(reply) + more)
    said = lead(conversation)
    assert said == []
    failure = conversation.failure
    assert failure is not None
    refused = reply.startswith("5") and stage == Stage.AUTH
    assert failure.kind == (Kind.REPLY if refused else Kind.PROTOCOL)


@pytest.mark.parametrize("stage", STAGES)
def test_a_closed_connection_is_lost(stage: str) -> None:
    """A server that closes instead of answering is told with the stage it did so at."""
    conversation = at(stage)
    conversation.receive_data(b"")
    assert ends(conversation) == (stage, Kind.LOST)


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("begun", [b"2", b"250-ok\r\n", b"235 2.7.0 ok"])
def test_a_reply_cut_short_is_none(stage: str, begun: bytes) -> None:
    """A server that closes in the middle of a reply has broken the protocol."""
    conversation = at(stage)
    conversation.receive_data(begun)
    conversation.receive_data(b"")
    assert ends(conversation) == (stage, Kind.PROTOCOL)


@pytest.mark.parametrize("stage", STAGES)
def test_a_connection_that_fails_ends_it(stage: str) -> None:
    """What the network does to it is told as it was, with the stage; nothing is said after it."""
    conversation = at(stage)
    conversation.break_off(Kind.TIMEOUT, "in so many words")
    assert conversation.failure == Failure(stage, Kind.TIMEOUT, "in so many words")
    assert conversation.next_event() is None


def test_a_handshake_that_fails_ends_it() -> None:
    """A certificate that is not verified is a failure of TLS, with OpenSSL's code for it."""
    conversation = at(Stage.STARTTLS)
    conversation.receive_data(octets("220 go"))
    assert conversation.next_event() is START_TLS
    conversation.break_off(Kind.CERTIFICATE, "expired", 10)
    assert conversation.failure == Failure(Stage.TLS, Kind.CERTIFICATE, "expired", code=10)
    assert conversation.next_event() is None


@pytest.mark.parametrize("farewell", FAREWELLS)
@pytest.mark.parametrize("end", ["timeout", "closed", "nonsense", "cut short"])
def test_what_becomes_of_a_farewell_changes_nothing(farewell: str, end: str) -> None:
    """Once all is known, no silence, no closing and no nonsense of the server's counts."""
    conversation = at(farewell)
    if end == "timeout":
        conversation.break_off(Kind.TIMEOUT)
    elif end == "closed":
        conversation.receive_data(b"")
    else:
        conversation.receive_data(b"what?\r\n" if end == "nonsense" else b"221-bye\r\n")
        conversation.receive_data(b"")
    assert ends(conversation) is None
    assert conversation.dialogue.accepted
    assert conversation.exchanges[-1].reply is None


def test_a_farewell_does_not_hide_a_refusal() -> None:
    """A refusal stays one, whatever becomes of the QUIT after it."""
    conversation = at(Stage.AUTH)
    assert lead(conversation, "535 no") == ["QUIT"]
    conversation.break_off(Kind.LOST)
    assert ends(conversation) == (Stage.AUTH, Kind.REPLY)


class Buggy(Mechanism):
    """A mechanism with a fault in it."""

    name = "BUGGY"
    blocking = True

    def start(self) -> bytes:
        """Fail as only a bug does."""
        raise ZeroDivisionError


def test_a_bug_is_not_taken_for_a_fact() -> None:
    """What no server can have brought about comes out as what it is."""
    mechanism = Buggy(Credential("", Secret(b"")), fixed_nonce)
    conversation = Conversation(OneExchange(mechanism), lambda: 0.0)
    work = conversation.next_event()
    assert isinstance(work, Work)
    with pytest.raises(ZeroDivisionError):
        work.function()


def test_what_is_wrong_on_our_side_comes_out() -> None:
    """A password that a mechanism cannot carry is nobody's failure but ours."""
    conversation = begin(plan(password="pen\u0007cil"))
    lead(conversation, GREETING)
    conversation.receive_data(octets(hello("SCRAM-SHA-256")))
    with pytest.raises(Misconfigured):
        conversation.next_event()


LOGIN_STREAM = b"".join(map(octets, (GREETING, hello("LOGIN"), "334 ", "334 ", "535-no\n535 no")))


@PROPERTY
@given(st.lists(st.integers(1, len(LOGIN_STREAM) - 1), max_size=12))
def test_cutting_up_changes_nothing(cuts: list[int]) -> None:
    """However the network cuts what the server says in its turn, the same is said upon it."""
    places = sorted({0, len(LOGIN_STREAM), *cuts})
    lines = iter(LOGIN_STREAM.splitlines(keepends=True))
    conversation = begin(plan(wanted=["LOGIN"]))
    said = []
    left = b""
    position = 0
    while (event := conversation.next_event()) is not None:
        if isinstance(event, Command):
            said.append(event.shown)
            if event.shown == "QUIT":
                break
        elif event is ASK_LEAVE:
            conversation.answer(True)
        else:
            left = left or next(lines)
            cut = next(place for place in places if place > position) - position
            conversation.receive_data(left[:cut])
            position += len(left[:cut])
            left = left[cut:]
    assert said == ["EHLO client.example.com", "AUTH LOGIN", "***", "***", "QUIT"]
