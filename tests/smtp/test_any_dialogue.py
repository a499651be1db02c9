"""What holds in every dialogue, whatever the server says."""

from __future__ import annotations

from binascii import b2a_base64

from conversation import NONCE, PASSWORD, STARTED_TLS, UNVERIFIED, VERIFIED, Course, follow, plan
from hypothesis import given, settings
from hypothesis import strategies as st
from properties import EXAMPLES, PROPERTY

from check_smtp_auth.record import Record
from check_smtp_auth.sasl import NAMES as ALL
from check_smtp_auth.sasl import Proof
from check_smtp_auth.smtp.dialogue import Dialogue

NAMES = [name for name in ALL if name != "GSSAPI"]  # which would ask a KDC


def challenge(octets: bytes) -> str:
    """Return a reply with this challenge."""
    return f"334 {b2a_base64(octets, newline=False).decode()}"


BOUND = VERIFIED.replace(bindings={"tls-exporter": b"exported"})
SERVER_FIRST = b"r=" + b2a_base64(NONCE, newline=False) + b"more,s=c2FsdA==,i=1"
HELLO = f"250-mail.example.com\n250-STARTTLS\n250 AUTH {' '.join(ALL)} X-OTHER"
ANYTHING = st.sampled_from(
    [
        *("235 ok", "235 ok", "220 go", "250 ok", "354 go on", "334 ", "334 not base64!"),
        *map(challenge, (b"abc", SERVER_FIRST, SERVER_FIRST, b"e=other-error", b"v=AAAA")),
        *("421 bye", "454 later", "500 what?", "502 no", "535 no", "554 no"),
        *(HELLO, "250-mail\n250 AUTH PLAIN", "250-mail\n250 STARTTLS"),
    ]
)


class Led(Record):
    """A dialogue of some kind with some server, and how it went."""

    tls: str
    password: str
    safe: bool
    answers: tuple[str, ...]
    course: Course


@st.composite
def dialogues(draw: st.DrawFn) -> Led:
    """Lead a dialogue. Servers mostly begin well, so that most dialogues come to AUTH."""
    tls = draw(st.sampled_from(["implicit", "starttls", "none"]))
    facts = draw(st.sampled_from([VERIFIED, UNVERIFIED, BOUND]))
    proof = draw(st.sampled_from([Proof.PASSWORD, Proof.TOKEN, Proof.CERTIFICATE]))
    password = draw(st.sampled_from([PASSWORD, "x" * 400]))
    clear_allowed = draw(st.booleans())
    wanted = draw(st.lists(st.sampled_from(NAMES), unique=True, max_size=2))
    due = ["220 hi", HELLO, *(["220 go", HELLO] if tls == "starttls" else [])]
    begins = [draw(ANYTHING) if draw(st.integers(0, 9)) == 9 else answer for answer in due]
    answers = (*begins, *draw(st.lists(ANYTHING, max_size=6)))
    dialogue = Dialogue(
        plan(tls, wanted, password=password, clear_allowed=clear_allowed, proof=proof),
        facts if tls == "implicit" else None,
    )
    course = follow(dialogue, *answers, facts=facts)
    return Led(tls, password, tls != "none" or clear_allowed, answers, course)


@settings(PROPERTY, max_examples=2 * EXAMPLES)
@given(dialogues())
def test_any_dialogue(led: Led) -> None:
    """No server brings us to log in twice, to speak out of turn, or to show the secret."""
    said = led.course.said
    auths = [place for place, line in enumerate(said) if line.startswith("AUTH")]
    assert len(auths) <= 1, "one login in a run"
    assert "QUIT" not in said[:-1], "nothing follows QUIT"
    assert said.count("*") <= 1
    assert all(len(line) + 2 <= 512 for line in said if line[:4] in ("AUTH", "EHLO", "HELO"))
    assert all(led.password not in line and "=" not in line for line in led.course.shown)
    if auths and led.tls == "starttls":
        assert STARTED_TLS in said[: auths[0]], "no login before TLS"
        assert said.count(STARTED_TLS) == 1
    if not led.safe:
        exposing = ("AUTH PLAIN", "AUTH LOGIN", "AUTH OAUTHBEARER", "AUTH XOAUTH2")
        assert not any(line.startswith(exposing) for line in said)


@settings(PROPERTY, max_examples=2 * EXAMPLES)
@given(dialogues())
def test_success_is_235_alone(led: Led) -> None:
    """A login counts as accepted by a 235 alone, and the connection is then left by QUIT."""
    course = led.course
    if course.failure is None and (not course.waiting or course.said[-1:] == ["QUIT"]):
        heard = led.answers[: course.heard]
        assert "235 ok" in heard[-2:]
        assert course.said[-1] == "QUIT"


@settings(PROPERTY, max_examples=2 * EXAMPLES)
@given(dialogues())
def test_cancelling_answers_a_challenge(led: Led) -> None:
    """We cancel only while the server waits for a response, and say nothing after 421."""
    # Each answer stands beside what was said upon it; TLS was begun upon no answer of its own.
    lines = [line for line in led.course.said if line != STARTED_TLS]
    for answer, line in zip(led.answers, lines):
        assert line != "*" or answer.startswith("334")
        assert not answer.startswith("421")
