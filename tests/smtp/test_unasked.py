"""A server that ends its service unasked, by 421, in one breath with another reply."""

from __future__ import annotations

import pytest
from conversation import (
    ACCEPTED,
    GREETING,
    HELLO_STARTTLS,
    VERIFIED,
    begin,
    hello,
    lead,
    octets,
    plan,
    server_first,
)
from fakes import outcomes
from player import connection, observed

from check_smtp_auth.accounts import Policy
from check_smtp_auth.diagnosis import Verdict, diagnose
from check_smtp_auth.observation import Kind, Stage
from check_smtp_auth.smtp.conversation import Conversation
from check_smtp_auth.smtp.dialogue import Dialogue, Plan
from check_smtp_auth.smtp.reply import NEED_DATA

WITH_SENDER = plan().replace(sender="me@example.com", recipient="you@example.com")
LONG = plan(password="x" * 400)
# What a server says of its farewell, and what that means before a login.
FAREWELLS = {
    "421 4.7.0 Too many connections from your address": "rate-limited",
    "421-4.7.0 Too many concurrent\n421 4.7.0 SMTP sessions": "rate-limited",
    "421 4.3.2 Service shutting down": "server-unavailable",
    "421 Bye": "server-unavailable",
    "421 4.7.0 Your IP address is on our block list": "client-not-allowed",
}
# By the reply that the farewell comes with: the plan, what was heard before, that reply, and
# the stage at which the farewell then is the last word.
PLACES: dict[str, tuple[Plan, list[str], str, str]] = {
    "greeting": (plan(), [], GREETING, Stage.EHLO),
    "ehlo": (plan(), [GREETING], hello(), Stage.EHLO),
    "ehlo before TLS": (plan("starttls"), [GREETING], HELLO_STARTTLS, Stage.EHLO),
    "a challenge": (LONG, [GREETING, hello()], "334 ", Stage.AUTH),
    "SCRAM's challenge": (plan(), [GREETING, hello("SCRAM-SHA-1")], server_first(), Stage.AUTH),
    "235": (WITH_SENDER, [GREETING, hello()], ACCEPTED, Stage.MAIL),
    "mail": (WITH_SENDER, [GREETING, hello(), ACCEPTED], "250 ok", Stage.RCPT),
}
BEFORE_THE_LOGIN = [place for place in PLACES if PLACES[place][3] not in (Stage.MAIL, Stage.RCPT)]


def parted(place: str, farewell: str) -> Conversation:
    """A conversation in which the farewell comes with the reply, in one piece."""
    settings, before, reply, _ = PLACES[place]
    conversation = begin(settings)
    lead(conversation, *before)
    conversation.receive_data(octets(reply) + octets(farewell))
    return conversation


def verdict(conversation: Conversation) -> Verdict:
    """The judgement on what the conversation showed."""
    seen = observed(conversation, connection(Dialogue(plan(), VERIFIED)))
    return diagnose(outcomes.ACCOUNT, seen, Policy(), outcomes.NOW)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("farewell", FAREWELLS)
def test_a_farewell_with_another_reply(place: str, farewell: str) -> None:
    """A 421 that comes with another reply ends it as a refusal, and not a word more is said."""
    conversation = parted(place, farewell)
    said = lead(conversation)
    assert conversation.next_event() is None
    assert said == []
    failure = conversation.failure
    assert failure is not None
    assert failure.reply is not None
    assert (failure.stage, failure.kind) == (PLACES[place][3], Kind.REPLY)
    assert failure.reply.code == 421
    assert str(failure.reply) in verdict(conversation).summary


@pytest.mark.parametrize("place", BEFORE_THE_LOGIN)
@pytest.mark.parametrize("farewell", FAREWELLS)
def test_the_farewells_text_decides(place: str, farewell: str) -> None:
    """It is judged by its text, wherever it comes, and nothing secret counts as sent."""
    conversation = parted(place, farewell)
    lead(conversation)
    assert verdict(conversation).slug == FAREWELLS[farewell]
    assert not conversation.secret_sent or place == "SCRAM's challenge"


# In answer to STARTTLS a farewell without a reason is a STARTTLS refused.
CUTS = [
    (place, farewell)
    for place in PLACES
    for farewell in FAREWELLS
    if "challenge" not in place and (place, farewell) != ("ehlo before TLS", "421 Bye")
]


@pytest.mark.parametrize(("place", "farewell"), CUTS)
def test_how_it_is_cut_up_decides_nothing(place: str, farewell: str) -> None:
    """In one piece with the reply, cut anywhere, or on its own, a 421 has one diagnosis."""
    settings, before, reply, _ = PLACES[place]
    apart = begin(settings)
    lead(apart, *before, reply, farewell)
    expected = verdict(apart).slug
    whole = octets(farewell)
    for cut in range(len(whole)):
        conversation = begin(settings)
        lead(conversation, *before)
        conversation.receive_data(octets(reply) + whole[:cut])
        said = lead(conversation)
        if cut:
            assert said == []
            assert conversation.next_event() is NEED_DATA
        conversation.receive_data(whole[cut:])
        lead(conversation)
        assert verdict(conversation).slug == expected


@pytest.mark.parametrize("begun", ["4", "42", "421", "421-", "421 4.7.0 Too", "421-a\r\n421 b"])
def test_a_farewell_cut_short(begun: str) -> None:
    """Where the server closes in the middle of it, it has broken the protocol."""
    conversation = begin()
    conversation.receive_data(octets(GREETING) + begun.encode())
    assert conversation.next_event() is NEED_DATA
    conversation.receive_data(b"")
    assert conversation.next_event() is None
    assert conversation.failure is not None
    assert conversation.failure.kind == Kind.PROTOCOL


@pytest.mark.parametrize("more", ["422 x", "42x", "421x", "421-a\n420 b", "554 no", "220 hi"])
def test_what_is_no_farewell(more: str) -> None:
    """Anything else that comes unasked breaks the protocol."""
    conversation = parted("greeting", more)
    assert lead(conversation) == []
    assert conversation.failure is not None
    assert (conversation.failure.stage, conversation.failure.kind) == (Stage.EHLO, Kind.PROTOCOL)


@pytest.mark.parametrize("farewell", FAREWELLS)
def test_after_all_was_accepted_it_is_a_notice(farewell: str) -> None:
    """A login that was accepted stays so, with the reply or after it; -v tells the farewell."""
    for settings, before, reply in (
        (plan(), [GREETING, hello()], ACCEPTED),
        (WITH_SENDER, [GREETING, hello(), ACCEPTED, "250 ok"], "250 ok"),
    ):
        together, apart = begin(settings), begin(settings)
        for conversation in (together, apart):
            lead(conversation, *before)
        together.receive_data(octets(reply) + octets(farewell))
        assert lead(together) == []
        lead(apart, reply, farewell)
        for conversation in (together, apart):
            assert conversation.next_event() is None
            judged = verdict(conversation)
            assert judged.slug == "authenticated"
            assert any(
                "the server closed the session with an error: 421" in note
                for note in judged.notices
            )


@pytest.mark.parametrize("begun", ["4", "421", "421-a\r\n", "421 b"])
def test_a_farewell_after_all_is_not_waited_for(begun: str) -> None:
    """Once all is known, half a farewell keeps nobody waiting."""
    conversation = begin()
    lead(conversation, GREETING, hello())
    conversation.receive_data(octets(ACCEPTED) + begun.encode())
    assert conversation.next_event() is None
    assert verdict(conversation).slug == "authenticated"


def test_a_farewell_in_place_of_tls_is_an_injection() -> None:
    """Behind the reply to STARTTLS nothing may come in clear text, a 421 no more than others."""
    conversation = begin(plan("starttls"))
    lead(conversation, GREETING, HELLO_STARTTLS)
    conversation.receive_data(octets("220 go") + octets("421 bye"))
    assert conversation.next_event() is None
    assert conversation.failure is not None
    assert conversation.failure.kind == Kind.INJECTION


def test_leave_is_not_asked_for_after_a_farewell() -> None:
    """No try is reserved on a server that has ended its service."""
    conversation = parted("ehlo", "421 bye")
    assert conversation.next_event() is None
    assert conversation.dialogue.mechanism is not None
    assert [each.said for each in conversation.exchanges] == ["", "EHLO client.example.com", ""]
