"""A conversation led by hand: the test says what the server answers, and sees what we said."""

from __future__ import annotations

from binascii import b2a_base64
from collections.abc import Sequence
from typing import TYPE_CHECKING, Callable

from transcript import TLS as STARTED_TLS

from check_smtp_auth.observation import Failure, TLSFacts
from check_smtp_auth.record import Record
from check_smtp_auth.sasl import Credential, Mechanism, Proof
from check_smtp_auth.secret import Secret
from check_smtp_auth.smtp.conversation import (
    ASK_LEAVE,
    START_TLS,
    Command,
    Conversation,
    Work,
)
from check_smtp_auth.smtp.dialogue import Dialogue, Plan, authenticate
from check_smtp_auth.smtp.reply import NEED_DATA

if TYPE_CHECKING:
    from check_smtp_auth.smtp.conversation import Script

USER, PASSWORD = "user", "pencil"
NONCE = b"0123456789abcdefgh"
VERIFIED = TLSFacts("TLSv1.3", "TLS_AES_256_GCM_SHA384", True, None)
UNVERIFIED = VERIFIED.replace(verified=False)
GREETING = "220 mail.example.com ESMTP"
HELLO_STARTTLS = "250-mail.example.com\n250 STARTTLS"
ACCEPTED = "235 2.7.0 ok"


class Course(Record):
    """How a dialogue went: our lines, what may be shown of them, and how it ended.

    ``waiting`` says that the dialogue would have gone on with another answer, ``heard``
    how many answers it took.
    """

    said: list[str]
    shown: list[str]
    failure: Failure | None
    waiting: bool
    heard: int


def plan(
    tls: str = "implicit",
    wanted: Sequence[str] = (),
    user: str = USER,
    password: str = PASSWORD,
    clear_allowed: bool = False,
    kept: str = "",
    proof: str = Proof.PASSWORD,
) -> Plan:
    """Return what the script needs to know; the nonce is always the same."""
    secret = Secret(password.encode())
    credential = Credential(user, secret, proof=proof, host="mail.example.com", port=465)
    return Plan(
        *(tls, "client.example.com", credential, tuple(wanted), clear_allowed, fixed_nonce, kept)
    )


def fixed_nonce(_count: int) -> bytes:
    """Give the same octets to every exchange."""
    return NONCE


class OneExchange(Dialogue):
    """A dialogue of nothing but AUTH, by a mechanism of the test's own."""

    def __init__(self, mechanism: Mechanism) -> None:
        """Begin."""
        super().__init__(plan(), VERIFIED)
        self.mechanism = mechanism

    def script(self) -> Script:
        """Say AUTH, and hear what comes of it."""
        assert self.mechanism is not None
        yield from authenticate(self.mechanism)


def converse(
    dialogue: Dialogue, *answers: str, facts: TLSFacts = VERIFIED, leave: bool = True
) -> Course:
    """Lead a dialogue to its end, or as far as the answers go; all of them must be wanted.

    An answer is a reply, its lines as the server sends them. QUIT needs none; when TLS is
    to start, these are the facts of it; ``leave`` is whether a login may be tried.
    """
    course = follow(dialogue, *answers, facts=facts, leave=leave)
    assert course.heard >= len(answers), "the dialogue ended before these answers"
    return course


def follow(
    dialogue: Dialogue, *answers: str, facts: TLSFacts = VERIFIED, leave: bool = True
) -> Course:
    """Lead a dialogue as far as it goes; answers may be left."""
    said: list[str] = []
    shown: list[str] = []
    left = list(answers)
    waiting = False

    def say(line: str, what_is_shown: str) -> None:
        said.append(line)
        shown.append(what_is_shown)

    def hear() -> bytes | None:
        nonlocal waiting
        if not left and said[-1:] == ["QUIT"]:
            return b"221 bye\r\n"
        waiting = not left
        return None if waiting else octets(left.pop(0))

    conversation = Conversation(dialogue, lambda: 0.0)
    drive(conversation, say, hear, facts, leave)
    shown = [line for line in shown if line != STARTED_TLS]
    return Course(said, shown, conversation.failure, waiting, len(answers) - len(left))


def hello(mechanism: str = "PLAIN") -> str:
    """A reply to EHLO that offers this mechanism."""
    return f"250-mail.example.com\n250 AUTH {mechanism}"


def begin(settings: Plan | None = None) -> Conversation:
    """Begin a conversation under implicit TLS, or as the plan says."""
    settings = settings or plan()
    tls = VERIFIED if settings.tls == "implicit" else None
    return Conversation(Dialogue(settings, tls), lambda: 0.0)


def lead(conversation: Conversation, *answers: str, facts: TLSFacts = VERIFIED) -> list[str]:
    """Give the conversation these answers, return what it said; then it waits, or is over."""
    said: list[str] = []
    left = [octets(answer) for answer in answers]

    def hear() -> bytes | None:
        return left.pop(0) if left else None

    drive(conversation, lambda line, _shown: said.append(line), hear, facts)
    assert not left, "the conversation ended before these answers"
    return said


def drive(
    conversation: Conversation,
    say: Callable[[str, str], None],
    hear: Callable[[], bytes | None],
    facts: TLSFacts = VERIFIED,
    leave: bool = True,
) -> None:
    """Do what a conversation asks for, to its end, or until there is nothing left to hear.

    ``say`` is told each line of ours, and what may be shown of it; ``hear`` gives the octets
    that come next, b"" where the server closes, None where the test has no more.
    """
    while (event := conversation.next_event()) is not None:
        if isinstance(event, Command):
            assert event.line is not None
            say(event.line.reveal().decode(), event.shown)
        elif isinstance(event, Work):
            conversation.answer(event.function())
        elif event is ASK_LEAVE:
            conversation.answer(leave)
        elif event is START_TLS:
            say(STARTED_TLS, STARTED_TLS)
            conversation.answer(facts)
        else:
            assert event is NEED_DATA
            data = hear()
            if data is None:
                return
            conversation.receive_data(data)


def octets(answer: str) -> bytes:
    """A reply as it comes over the wire."""
    return "".join(f"{line}\r\n" for line in answer.split("\n")).encode()


def base64(text: bytes) -> str:
    """Base64 as it stands in the dialogue."""
    return b2a_base64(text, newline=False).decode()


def server_first(salt: str = "c2FsdA==") -> str:
    """SCRAM's first challenge, with this salt in base64."""
    return f"334 {base64(f'r={base64(NONCE)}more,s={salt},i=1'.encode())}"
