"""Asking about sender and recipient after the login, without sending mail."""

from __future__ import annotations

import pytest
from conversation import VERIFIED, Course, converse, plan

from check_smtp_auth.observation import Kind, Stage
from check_smtp_auth.smtp.dialogue import Dialogue

LOGIN = ("220 hi", "250-mail.example.com\n250 AUTH PLAIN", "235 ok")
MAIL, RCPT = "MAIL FROM:<me@example.com>", "RCPT TO:<you@example.org>"
BOTH = {"sender": "me@example.com", "recipient": "you@example.org"}


def ask(settings: dict[str, str], *answers: str) -> tuple[Dialogue, Course]:
    """Log in, then ask; the course has only what was said after the login."""
    dialogue = Dialogue(plan().replace(**settings), VERIFIED)
    course = converse(dialogue, *LOGIN, *answers)
    return dialogue, course.replace(said=course.said[2:])


def test_nothing_is_asked_unasked() -> None:
    """Without -f a login is followed by QUIT."""
    _, course = ask({})
    assert course.said == ["QUIT"]


def test_sender_and_recipient() -> None:
    """Sender and recipient are asked about, then forgotten by RSET; there is no DATA."""
    dialogue, course = ask(BOTH, "250 ok", "250 ok", "250 ok")
    assert course.said == [MAIL, RCPT, "RSET", "QUIT"]
    assert course.failure is None
    assert dialogue.accepted


@pytest.mark.parametrize(("sender", "line"), [("", "MAIL FROM:<>"), ("me@example.com", MAIL)])
def test_sender_alone(sender: str, line: str) -> None:
    """The sender may be asked about alone, also the null sender."""
    _, course = ask({"sender": sender}, "250 ok", "250 ok")
    assert course.said == [line, "RSET", "QUIT"]


@pytest.mark.parametrize(
    ("answers", "stage", "code"),
    [
        (["550 no"], Stage.MAIL, 550),
        (["451 later"], Stage.MAIL, 451),
        (["250 ok", "550 no"], Stage.RCPT, 550),
        (["250 ok", "450 later"], Stage.RCPT, 450),
    ],
)
def test_refused(answers: list[str], stage: str, code: int) -> None:
    """A refusal says at which stage, that the login was accepted, and leaves by QUIT."""
    dialogue, course = ask(BOTH, *answers)
    assert course.said[-1] == "QUIT"
    assert course.said[:-1] == [MAIL, RCPT][: len(answers)]
    assert dialogue.accepted
    assert course.failure is not None
    assert course.failure.reply is not None
    assert (course.failure.stage, course.failure.kind) == (stage, Kind.REPLY)
    assert course.failure.reply.code == code


def test_forwarding_is_accepting() -> None:
    """251 is an accepted recipient, but no accepted sender."""
    assert ask(BOTH, "250 ok", "251 will forward", "250 ok")[1].failure is None
    assert ask(BOTH, "251 will forward")[1].failure is not None


@pytest.mark.parametrize("answer", ["354 go on", "235 ok", "220 ok"])
def test_other_positive_replies(answer: str) -> None:
    """A positive reply that was not due is none, and nothing more is said."""
    for answers in ([answer], ["250 ok", answer]):
        _, course = ask(BOTH, *answers)
        assert course.failure is not None
        assert course.failure.kind == Kind.PROTOCOL
        assert "DATA" not in course.said


@pytest.mark.parametrize("answer", ["250 ok", "500 what?", "502 no"])
def test_the_reply_to_rset_does_not_matter(answer: str) -> None:
    """Whatever is said to RSET, sender and recipient were accepted."""
    _, course = ask(BOTH, "250 ok", "250 ok", answer)
    assert (course.said[-1], course.failure) == ("QUIT", None)


@pytest.mark.parametrize("answers", [["421 bye"], ["250 ok", "421 bye"]])
def test_no_quit_after_421(answers: list[str]) -> None:
    """A server that closes when it is asked gets no QUIT."""
    assert ask(BOTH, *answers)[1].said == [MAIL, RCPT][: len(answers)]


def test_no_quit_after_421_to_rset() -> None:
    """A server that closes at RSET gets no QUIT, and the login was accepted all the same."""
    _, course = ask(BOTH, "250 ok", "250 ok", "421 bye")
    assert course.said == [MAIL, RCPT, "RSET"]
    assert course.failure is None


def test_not_before_the_login() -> None:
    """A login that is refused, or not believed, is not followed by questions."""
    for refusal in ("535 no", "454 later", "250 ok"):
        course = converse(Dialogue(plan().replace(**BOTH), VERIFIED), *LOGIN[:2], refusal)
        assert MAIL not in course.said
