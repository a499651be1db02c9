"""The order of a login: who says what after what, and when we take leave."""

from __future__ import annotations

import hashlib

import pytest
from conversation import STARTED_TLS, UNVERIFIED, VERIFIED, Course, converse, plan

from check_smtp_auth.accounts import Pins
from check_smtp_auth.observation import Certificate, Kind, Stage, TLSFacts
from check_smtp_auth.smtp.dialogue import Dialogue

GREETING = "220 mail.example.com ESMTP"
HELLO = "250-mail.example.com\n250 AUTH PLAIN LOGIN CRAM-MD5"
HELLO_STARTTLS = "250-mail.example.com\n250 STARTTLS"
ACCEPTED = "235 2.7.0 ok"
EHLO, HELO = "EHLO client.example.com", "HELO client.example.com"
PLAIN = "AUTH PLAIN AHVzZXIAcGVuY2ls"


def implicit(*answers: str, wanted: tuple[str, ...] = ("PLAIN",)) -> Course:
    """Lead a dialogue that began under TLS."""
    return converse(Dialogue(plan("implicit", wanted), VERIFIED), *answers)


def ending(course: Course) -> tuple[str, str, int]:
    """Return where and why it stopped, and the code of the reply that made it (0: none)."""
    assert course.failure is not None
    told = course.failure.reply
    return course.failure.stage, course.failure.kind, told.code if told else 0


def test_a_login_says_nothing_needless() -> None:
    """A login is EHLO, AUTH with the secret, and QUIT, and nothing before the greeting."""
    course = implicit(GREETING, HELLO, ACCEPTED)
    assert course.said == [EHLO, PLAIN, "QUIT"]
    assert course.failure is None
    assert implicit().said == []


def test_secrets_have_a_twin_that_may_be_shown() -> None:
    """What may be shown of the dialogue has stars where the secret was."""
    assert implicit(GREETING, HELLO, ACCEPTED).shown == [EHLO, "AUTH PLAIN ***", "QUIT"]
    login = implicit(GREETING, HELLO, "334 ", "334 ", ACCEPTED, wanted=("LOGIN",))
    assert login.shown == [EHLO, "AUTH LOGIN", "***", "***", "QUIT"]


def test_a_reply_to_quit_does_not_matter() -> None:
    """Whatever the server says to QUIT, the login was accepted."""
    for farewell in ("221 bye", "500 what?", "421 too slow", "250 ok"):
        assert implicit(GREETING, HELLO, ACCEPTED, farewell).failure is None


def test_starttls_then_ehlo_again() -> None:
    """With STARTTLS the server is asked again under TLS, before anything secret is said."""
    course = converse(
        Dialogue(plan("starttls", ["PLAIN"])),
        *(GREETING, HELLO_STARTTLS, "220 go", HELLO, ACCEPTED),
    )
    assert course.said == [EHLO, "STARTTLS", STARTED_TLS, EHLO, PLAIN, "QUIT"]


def test_what_was_offered_before_tls_does_not_count() -> None:
    """Mechanisms that were offered in clear text only are not used under TLS."""
    dialogue = Dialogue(plan("starttls"))
    before = "250-mail.example.com\n250-STARTTLS\n250 AUTH SCRAM-SHA-256 PLAIN"
    course = converse(dialogue, GREETING, before, "220 go", "250-other.example.com\n250 AUTH LOGIN")
    assert course.said[-1] == "AUTH LOGIN"
    assert dialogue.before_tls is not None
    assert dialogue.before_tls.mechanisms == ("SCRAM-SHA-256", "PLAIN")
    assert dialogue.capabilities is not None
    assert dialogue.capabilities.name == "other.example.com"
    assert dialogue.capabilities.mechanisms == ("LOGIN",)


def test_auth_offered_only_before_tls_is_not_offered() -> None:
    """A server that stops offering AUTH once TLS is up gets no login, and QUIT."""
    before = "250-mail.example.com\n250-STARTTLS\n250 AUTH PLAIN"
    course = converse(Dialogue(plan("starttls")), GREETING, before, "220 go", "250 mail")
    assert ending(course) == (Stage.EHLO, Kind.NO_AUTH, 0)
    assert course.said == [EHLO, "STARTTLS", STARTED_TLS, EHLO, "QUIT"]


def test_without_starttls_nothing_secret_is_said() -> None:
    """A server that does not offer STARTTLS is left, though it offers AUTH."""
    course = converse(Dialogue(plan("starttls")), GREETING, HELLO)
    assert course.said == [EHLO, "QUIT"]
    assert ending(course) == (Stage.STARTTLS, Kind.NO_STARTTLS, 0)


@pytest.mark.parametrize("answer", ["454 4.7.0 TLS not available", "502 no", "554 no"])
def test_starttls_refused(answer: str) -> None:
    """A server that refuses STARTTLS is left without a login."""
    course = converse(Dialogue(plan("starttls")), GREETING, HELLO_STARTTLS, answer)
    assert course.said == [EHLO, "STARTTLS", "QUIT"]
    assert ending(course) == (Stage.STARTTLS, Kind.REPLY, int(answer[:3]))


def test_helo_tells_that_auth_is_not_offered() -> None:
    """A server that knows only HELO is asked by HELO, once, and is found to offer no AUTH."""
    for unknown in ("500 what?", "501 no", "502 no", "504 no"):
        dialogue = Dialogue(plan(), VERIFIED)
        course = converse(dialogue, GREETING, unknown, "250 mail.example.com")
        assert course.said == [EHLO, HELO, "QUIT"]
        assert ending(course) == (Stage.EHLO, Kind.NO_AUTH, 0)
        assert dialogue.capabilities is not None
        assert not dialogue.capabilities.extended


def test_ehlo_and_helo_refused() -> None:
    """Where HELO is refused too, the refusal of EHLO is what is told."""
    course = implicit(GREETING, "502 5.5.1 no EHLO", "550 no HELO")
    assert course.said == [EHLO, HELO, "QUIT"]
    assert ending(course) == (Stage.EHLO, Kind.REPLY, 502)


@pytest.mark.parametrize("refusal", ["421 busy", "450 later", "503 no", "550 go away", "554 no"])
def test_a_refusal_at_ehlo_is_no_reason_for_helo(refusal: str) -> None:
    """A server that refuses us, not the command, is not asked by HELO."""
    course = implicit(GREETING, refusal)
    assert HELO not in course.said
    assert ending(course) == (Stage.EHLO, Kind.REPLY, int(refusal[:3]))


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        (["421 busy"], []),
        ([GREETING, "421 busy"], [EHLO]),
        ([GREETING, HELLO, "421 busy"], [EHLO, PLAIN]),
    ],
    ids=["greeting", "ehlo", "auth"],
)
def test_no_quit_after_421(answers: list[str], said: list[str]) -> None:
    """A server that has said that it closes the connection gets no QUIT."""
    course = implicit(*answers)
    assert course.said == said
    assert ending(course)[1:] == (Kind.REPLY, 421)


def test_no_quit_after_421_to_starttls() -> None:
    """A server that closes instead of starting TLS gets no QUIT either."""
    course = converse(Dialogue(plan("starttls")), GREETING, HELLO_STARTTLS, "421 busy")
    assert course.said == [EHLO, "STARTTLS"]


def test_no_quit_after_421_to_helo() -> None:
    """A server that closes at HELO gets no QUIT."""
    course = implicit(GREETING, "502 no EHLO", "421 closing")
    assert course.said == [EHLO, HELO]


@pytest.mark.parametrize(
    ("answers", "stage", "code"),
    [
        (["554 no service"], Stage.GREETING, 554),
        ([GREETING, "550 go away"], Stage.EHLO, 550),
        ([GREETING, HELLO, "535 5.7.8 no"], Stage.AUTH, 535),
        ([GREETING, HELLO, "454 4.7.0 later"], Stage.AUTH, 454),
    ],
)
def test_quit_after_a_refusal(answers: list[str], stage: str, code: int) -> None:
    """A server that has refused us and still listens gets QUIT, and no second login."""
    course = implicit(*answers)
    assert course.said[-1] == "QUIT"
    assert sum(line.startswith("AUTH") for line in course.said) <= 1
    assert ending(course) == (stage, Kind.REPLY, code)


@pytest.mark.parametrize(
    ("answers", "stage"),
    [
        (["250 hello"], Stage.GREETING),
        (["334 "], Stage.GREETING),
        ([GREETING, "220 hello"], Stage.EHLO),
        ([GREETING, "354 go on"], Stage.EHLO),
        ([GREETING, HELLO, "250 ok"], Stage.AUTH),
        ([GREETING, HELLO, "220 ok"], Stage.AUTH),
        ([GREETING, HELLO, "236 ok"], Stage.AUTH),
    ],
)
def test_a_success_that_was_not_due(answers: list[str], stage: str) -> None:
    """A positive reply with another code than is due is no success, least of all at AUTH."""
    course = implicit(*answers)
    assert ending(course)[:2] == (stage, Kind.PROTOCOL)
    assert len([line for line in course.said if line.startswith("AUTH")]) <= 1


def test_a_positive_reply_to_starttls_must_be_220() -> None:
    """TLS is not started on a reply that does not say so."""
    course = converse(Dialogue(plan("starttls")), GREETING, HELLO_STARTTLS, "250 ok")
    assert STARTED_TLS not in course.said
    assert ending(course)[:2] == (Stage.STARTTLS, Kind.PROTOCOL)


def test_auth_without_a_usable_mechanism() -> None:
    """A server whose mechanisms we do not have is left with QUIT, and the choice is kept."""
    dialogue = Dialogue(plan(), VERIFIED)
    course = converse(dialogue, GREETING, "250-mail\n250 AUTH NTLM GSSAPI")
    assert course.said == [EHLO, "QUIT"]
    assert ending(course) == (Stage.AUTH, Kind.NO_MECHANISM, 0)
    assert dialogue.choice is not None
    assert set(dialogue.choice.skipped) == {"NTLM", "GSSAPI"}


CHANNELS = [
    ("implicit", VERIFIED, False, "AUTH PLAIN"),
    ("implicit", UNVERIFIED, False, "AUTH CRAM-MD5"),
    ("none", None, True, "AUTH CRAM-MD5"),
    ("none", None, False, "AUTH CRAM-MD5"),
]


@pytest.mark.parametrize(("tls", "facts", "clear_allowed", "begins"), CHANNELS)
def test_the_channel_decides_on_the_mechanism(
    tls: str, facts: TLSFacts | None, clear_allowed: bool, begins: str
) -> None:
    """The password itself is sent over verified TLS only, where there is another way."""
    course = converse(Dialogue(plan(tls, clear_allowed=clear_allowed), facts), GREETING, HELLO)
    assert course.said[-1].startswith(begins)


def test_a_secret_does_not_travel_in_clear_text() -> None:
    """Without TLS and without leave, PLAIN and LOGIN are not used at all."""
    hello = "250-mail\n250 AUTH PLAIN LOGIN"
    course = converse(Dialogue(plan("none")), GREETING, hello)
    assert course.said == [EHLO, "QUIT"]
    assert ending(course) == (Stage.AUTH, Kind.EXPOSED, 0)
    allowed = converse(Dialogue(plan("none", clear_allowed=True)), GREETING, hello)
    assert allowed.said[-1] == PLAIN


def test_verification_comes_from_the_handshake() -> None:
    """After STARTTLS without verification, what exposes the secret comes last."""
    course = converse(
        Dialogue(plan("starttls")), GREETING, HELLO_STARTTLS, "220 go", HELLO, facts=UNVERIFIED
    )
    assert course.said[-1] == "AUTH CRAM-MD5"


PINNED = VERIFIED.replace(certificate=Certificate(b"der", "CN=mail", "O=Their CA", 0, 1, ()))
OTHERS = [Pins(fingerprint="00" * 32), Pins(issuer="Our CA")]
OURS = [Pins(), Pins(issuer="Their"), Pins(fingerprint=hashlib.sha256(b"der").hexdigest())]


@pytest.mark.parametrize("pins", OTHERS)
@pytest.mark.parametrize("facts", [PINNED, VERIFIED])
def test_another_certificate_than_the_pinned_one(pins: Pins, facts: TLSFacts) -> None:
    """Over TLS with another certificate, or with none known, nothing is said that counts."""
    course = converse(Dialogue(plan().replace(pins=pins), facts))
    assert course.said == []
    assert ending(course) == (Stage.TLS, Kind.PIN, 0)
    dialogue = Dialogue(plan("starttls").replace(pins=pins))
    course = converse(dialogue, GREETING, HELLO_STARTTLS, "220 go", facts=facts)
    assert course.said == [EHLO, "STARTTLS", STARTED_TLS, "QUIT"]
    assert ending(course) == (Stage.TLS, Kind.PIN, 0)


@pytest.mark.parametrize("pins", OURS)
def test_the_pinned_certificate_is_no_trouble(pins: Pins) -> None:
    """With the certificate that was pinned the login goes on, under either kind of TLS."""
    implicit = converse(Dialogue(plan().replace(pins=pins), PINNED), GREETING, HELLO)
    assert implicit.said[-1] == PLAIN
    dialogue = Dialogue(plan("starttls").replace(pins=pins))
    answers = (GREETING, HELLO_STARTTLS, "220 go", HELLO)
    assert converse(dialogue, *answers, facts=PINNED).said[-1] == PLAIN


def test_the_mechanism_that_worked_before_is_used_again() -> None:
    """A dialogue that is told what worked last time uses that."""
    course = converse(Dialogue(plan(kept="LOGIN"), VERIFIED), GREETING, HELLO)
    assert course.said[-1] == "AUTH LOGIN"


def test_without_leave_there_is_no_auth() -> None:
    """Where the guard refuses leave at the last moment, the server gets QUIT and no AUTH."""
    course = converse(Dialogue(plan(), VERIFIED), GREETING, HELLO, leave=False)
    assert course.said == [EHLO, "QUIT"]
    assert ending(course) == (Stage.AUTH, Kind.HELD, 0)
