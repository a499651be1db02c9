"""A dialogue led by hand: the test says what the server answers, and sees what we said."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from typing import TYPE_CHECKING, Any

from check_smtp_auth.observation import Stage, TLSFacts
from check_smtp_auth.record import Record
from check_smtp_auth.sasl import FAILURES, Credential, Proof
from check_smtp_auth.secret import Secret
from check_smtp_auth.smtp.dialogue import Dialogue, Plan, StartTLS, Stopped, Work
from check_smtp_auth.smtp.reply import Reply

if TYPE_CHECKING:
    from check_smtp_auth.smtp.dialogue import Step

USER, PASSWORD = "user", "pencil"
NONCE = b"0123456789abcdefgh"
VERIFIED = TLSFacts("TLSv1.3", "TLS_AES_256_GCM_SHA384", True, None)
UNVERIFIED = VERIFIED.replace(verified=False)
STARTED_TLS = "(TLS)"

# What the dialogue's own type is, but for the result, with which some scripts end.
Script = Generator["Step", Any, object]


class Course(Record):
    """How a dialogue went: our lines, what may be shown of them, and how it ended.

    ``waiting`` says that the dialogue would have gone on with another answer, ``heard``
    how many answers it took.
    """

    said: list[str]
    shown: list[str]
    stopped: Stopped | None
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


def converse(dialogue: Dialogue, *answers: str, facts: TLSFacts = VERIFIED) -> Course:
    """Lead a dialogue to its end, or as far as the answers go; all of them must be wanted.

    An answer is a reply, its lines as the server sends them. QUIT needs none; when TLS is
    to start, these are the facts of it.
    """
    return lead(dialogue.script(), *answers, facts=facts)


def lead(script: Script, *answers: str, facts: TLSFacts = VERIFIED) -> Course:
    """Lead a script as ``converse`` does."""
    course = follow(script, *answers, facts=facts)
    assert course.heard >= len(answers), "the dialogue ended before these answers"
    return course


def follow(script: Script, *answers: str, facts: TLSFacts = VERIFIED) -> Course:
    """Lead a script as far as it goes; answers may be left."""
    said: list[str] = []
    shown: list[str] = []
    left = list(answers)
    stopped = None
    waiting = False
    try:
        step = next(script)
        while True:
            if isinstance(step, Work):
                step = work(script, step)
                continue
            if isinstance(step, StartTLS):
                said.append(STARTED_TLS)
                step = script.send(facts)
                continue
            if step.line is not None:
                said.append(step.line.reveal().decode())
                shown.append(step.shown)
            if not left and step.stage == Stage.QUIT:
                left.append("221 bye")
            if not left:
                waiting = True
                break
            step = script.send(reply(left.pop(0)))
    except StopIteration:
        pass
    except Stopped as stop:
        stopped = stop
    return Course(said, shown, stopped, waiting, len(answers) - len(left))


def work(script: Script, step: Work) -> Step:
    """Do what may take long, and tell the script what came of it; return its next step."""
    try:
        result = step.function(*step.arguments)
    except FAILURES as error:
        return script.throw(error)
    return script.send(result)


def reply(text: str) -> Reply:
    """Make a reply from its lines."""
    lines = text.split("\n")
    return Reply(int(lines[-1][:3]), tuple(line[4:] for line in lines))
