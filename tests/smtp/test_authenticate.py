"""The AUTH exchange (RFC 4954): initial responses, challenges, and what a server may not do."""

from __future__ import annotations

import hmac
from binascii import a2b_base64

import pytest
from conversation import (
    NONCE,
    PASSWORD,
    USER,
    VERIFIED,
    Course,
    OneExchange,
    base64,
    converse,
    fixed_nonce,
    plan,
    server_first,
)
from sasl.scram_server import ScramServer

from check_smtp_auth.observation import Kind
from check_smtp_auth.sasl import Credential, Mechanism
from check_smtp_auth.secret import Secret
from check_smtp_auth.smtp.dialogue import Dialogue

NAMES = ("PLAIN", "LOGIN", "CRAM-MD5", "SCRAM-SHA-1", "SCRAM-SHA-256", "SCRAM-SHA-512")
ACCEPTED = "235 2.7.0 ok"


class Saying(Mechanism):
    """A mechanism of the test's own: it begins with these octets, and echoes challenges."""

    def __init__(self, name: str, initial: bytes | None) -> None:
        """Begin an exchange."""
        super().__init__(Credential("", Secret(b"")), fixed_nonce)
        self.name = name
        self.initial = initial
        self.challenges: list[bytes] = []

    def start(self) -> bytes | None:
        """Return the initial response, if any."""
        return self.initial

    def respond(self, challenge: bytes) -> bytes:
        """Return the challenge."""
        self.challenges.append(challenge)
        return challenge


def begin(name: str, *answers: str, user: str = USER, password: str = PASSWORD) -> Course:
    """Lead a dialogue that uses this mechanism; the answers are those to AUTH and after."""
    dialogue = Dialogue(plan("implicit", [name], user, password), VERIFIED)
    course = converse(dialogue, "220 hi", f"250-mail\n250 AUTH {name}", *answers)
    return course.replace(said=course.said[1:])


def kind_of(course: Course) -> str | None:
    """Return why the dialogue stopped; None if the login was accepted."""
    return course.failure.kind if course.failure else None


def test_no_initial_response() -> None:
    """Where the server speaks first, the AUTH command is the mechanism's name alone."""
    assert converse(OneExchange(Saying("MINE", None))).said == ["AUTH MINE"]


def test_an_empty_initial_response_is_an_equals_sign() -> None:
    """An empty initial response is sent as "=", so that it is not taken for none."""
    assert converse(OneExchange(Saying("MINE", b""))).said == ["AUTH MINE ="]


def test_an_empty_response_to_a_challenge_is_an_empty_line() -> None:
    """Only the initial response is "=" when it is empty."""
    course = converse(OneExchange(Saying("MINE", None)), "334 ", "235 ok")
    assert course.said == ["AUTH MINE", ""]


@pytest.mark.parametrize(("name", "length"), [("FOUR", 512), ("THR", 511)])
def test_an_initial_response_that_fits(name: str, length: int) -> None:
    """A command line of 512 octets, its end included, is sent in one go."""
    course = converse(OneExchange(Saying(name, b"x" * 375)), "235 ok")
    assert [len(line) + 2 for line in course.said] == [length]


def test_an_initial_response_that_does_not_fit_is_held_back() -> None:
    """A longer one waits for the server's empty challenge, and is not sent twice."""
    mechanism = Saying("FIVES", b"x" * 375)
    course = converse(OneExchange(mechanism), "334 ", "334 YWJj", "235 ok")
    assert course.said == ["AUTH FIVES", base64(b"x" * 375), "YWJj"]
    assert course.shown == ["AUTH FIVES", "***", "***"]
    assert mechanism.challenges == [b"abc"]


def test_a_long_password_is_held_back() -> None:
    """PLAIN with a long password is a command and a response, not a line too long."""
    course = begin("PLAIN", "334 ", ACCEPTED, password="x" * 400)
    assert course.said == ["AUTH PLAIN", base64(b"\0user\0" + b"x" * 400), "QUIT"]
    assert kind_of(course) is None


def test_a_response_may_be_longer_than_a_command() -> None:
    """What answers a challenge is sent whole, however long it is."""
    course = begin("LOGIN", "334 ", "334 ", ACCEPTED, password="x" * 9_000)
    assert len(course.said[2]) == 12_000


def test_challenges_reach_the_mechanism_decoded() -> None:
    """A mechanism sees the octets of a challenge, also none, and also all 256 of them."""
    mechanism = Saying("MINE", None)
    octets = bytes(range(256))
    converse(OneExchange(mechanism), f"334 {base64(octets)}", "334 ", "334", "334 YQ== ", "235 ok")
    assert mechanism.challenges == [octets, b"", b"", b"a"]


def test_the_longest_challenge_is_answered() -> None:
    """A challenge of 12,288 octets of base64 is answered as any other."""
    challenge = bytes(range(256)) * 36
    assert len(base64(challenge)) == 12_288
    digest = hmac.new(PASSWORD.encode(), challenge, "md5").hexdigest()
    course = begin("CRAM-MD5", f"334 {base64(challenge)}", ACCEPTED)
    assert a2b_base64(course.said[1]) == f"{USER} {digest}".encode()
    assert kind_of(course) is None


NOT_BASE64 = ["!!!", "Go ahead", "YWJ", "YWJj YWJj", "=", "YWJj\0", "ÄÖÜß", "*", "YWJj-_"]


@pytest.mark.parametrize("text", NOT_BASE64)
@pytest.mark.parametrize("name", ["LOGIN", "PLAIN"])
def test_prompts_need_not_be_base64(name: str, text: str) -> None:
    """A prompt in clear text does no harm where the answer does not depend on it."""
    password = "x" * 400  # held back, so that PLAIN sees a challenge too
    prompts = [f"334 {text}"] * (2 if name == "LOGIN" else 1)
    assert kind_of(begin(name, *prompts, ACCEPTED, password=password)) is None


@pytest.mark.parametrize("text", NOT_BASE64)
@pytest.mark.parametrize("name", ["CRAM-MD5", "SCRAM-SHA-256"])
def test_challenges_must_be_base64(name: str, text: str) -> None:
    """A challenge that must be heeded and is not base64 cancels the exchange."""
    course = begin(name, f"334 {text}", "501 cancelled")
    assert course.said[1] == "*"
    assert kind_of(course) == Kind.PROTOCOL


@pytest.mark.parametrize("text", ["334-YWJj\n334 YWJj", "334-YWJj\n334 "])
def test_a_challenge_of_several_lines(text: str) -> None:
    """A challenge in several lines is never put together to something that was not sent."""
    course = begin("CRAM-MD5", text)
    digest = hmac.new(PASSWORD.encode(), b"abc", "md5").hexdigest()
    assert course.said[1] in ("*", base64(f"{USER} {digest}".encode()))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("refusal", ["535 5.7.8 no", "454 4.7.0 later", "501 what?", "421 busy"])
def test_no_cancelling_after_a_final_reply(name: str, refusal: str) -> None:
    """After a refusal the exchange is over: no "*", no second AUTH, no other mechanism."""
    course = begin(name, refusal)
    assert "*" not in course.said
    assert len([line for line in course.said if line.startswith("AUTH")]) == 1
    assert kind_of(course) == Kind.REPLY


SERVER_FIRST = server_first()
ENDLESS = {
    "PLAIN": ("PLAIN", ["334 "]),
    "LOGIN": ("LOGIN", ["334 "] * 3),
    "CRAM-MD5": ("CRAM-MD5", ["334 YWJj"] * 2),
    "SCRAM-SHA-1": ("SCRAM-SHA-1", [SERVER_FIRST] * 2),
    "SCRAM-SHA-256": ("SCRAM-SHA-256", [SERVER_FIRST] * 2),
    "SCRAM, after an error": (
        "SCRAM-SHA-256",
        [SERVER_FIRST, *[f"334 {base64(b'e=other-error')}"] * 2],
    ),
}


@pytest.mark.parametrize("case", ENDLESS)
def test_endless_challenges_are_cancelled(case: str) -> None:
    """A server that goes on asking is answered with "*" once it has asked for all there is."""
    name, challenges = ENDLESS[case]
    course = begin(name, *challenges, "501 cancelled")
    assert course.said[len(challenges)] == "*"
    assert kind_of(course) is not None


CANCELLED = {
    "challenge rejected": ("CRAM-MD5", ["334 "]),
    "server not verified": ("SCRAM-SHA-256", [SERVER_FIRST, f"334 {base64(b'v=AAAA')}"]),
}


@pytest.mark.parametrize("case", CANCELLED)
def test_quit_after_a_cancelled_exchange(case: str) -> None:
    """After "*" comes QUIT: the server has answered, and listens (RFC 5321 4.1.1.10)."""
    name, challenges = CANCELLED[case]
    assert begin(name, *challenges, "501 cancelled").said[-2:] == ["*", "QUIT"]


@pytest.mark.parametrize("case", CANCELLED)
def test_no_quit_after_421_to_a_cancelled_exchange(case: str) -> None:
    """A server that closes when an exchange is cancelled gets no QUIT."""
    name, challenges = CANCELLED[case]
    assert begin(name, *challenges, "421 closing").said[-1] == "*"


@pytest.mark.parametrize("answer", ["501 cancelled", "535 no", ACCEPTED, "334 "])
def test_a_cancelled_exchange_is_no_login(answer: str) -> None:
    """Whatever the server answers to "*", it is not taken for a login."""
    course = begin("LOGIN", "334 ", "334 ", "334 ", answer)
    assert course.said.count("*") == 1
    assert kind_of(course) == Kind.PROTOCOL


EARLY = {
    "PLAIN held back": ("PLAIN", 0, "x" * 400),
    "LOGIN before the name": ("LOGIN", 0, PASSWORD),
    "LOGIN before the password": ("LOGIN", 1, PASSWORD),
    "CRAM-MD5 before the digest": ("CRAM-MD5", 0, PASSWORD),
}


@pytest.mark.parametrize("case", EARLY)
def test_accepted_before_the_secret_was_asked_for(case: str) -> None:
    """A server that accepts before it has the secret has checked nothing: never OK."""
    name, challenges, password = EARLY[case]
    course = begin(name, *["334 "] * challenges, ACCEPTED, password=password)
    assert kind_of(course) == Kind.EARLY
    assert course.said[-1] == "QUIT"


@pytest.mark.parametrize("name", ["SCRAM-SHA-1", "SCRAM-SHA-256", "SCRAM-SHA-512"])
@pytest.mark.parametrize("challenges", [0, 1])
def test_accepted_before_the_server_has_proved_itself(name: str, challenges: int) -> None:
    """Under SCRAM a server that accepts without its own proof is not believed."""
    server = ScramServer(name, USER, PASSWORD)
    first = server.first(f"n,,n={USER},r={base64(NONCE)}".encode())
    course = begin(name, *[f"334 {base64(first)}"] * challenges, ACCEPTED)
    assert kind_of(course) == Kind.UNPROVEN
    assert course.said[-1] == "QUIT"
