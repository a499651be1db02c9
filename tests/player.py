"""Plays a transcript: the server's lines to the real reader and dialogue, and then judges.

It does what ``probe`` does with a network, in the same order, and knows no more of SMTP.
What the server has sent by the time we speak has arrived by then; how it was cut up on the
way is what ``WAYS`` tells.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from conversation import UNVERIFIED, VERIFIED, work
from transcript import GREETING, TLS, Transcript, Turn

from check_smtp_auth.accounts import Policy
from check_smtp_auth.diagnosis import diagnose
from check_smtp_auth.observation import (
    Exchange,
    Failure,
    Kind,
    MechanismFacts,
    Observation,
    Stage,
    Times,
)
from check_smtp_auth.record import Record
from check_smtp_auth.sasl import Credential
from check_smtp_auth.secret import Secret
from check_smtp_auth.smtp.dialogue import Command, Dialogue, Plan, StartTLS, Stopped, Work
from check_smtp_auth.smtp.reply import NEED_DATA, NeedData, ProtocolViolation, Reply, ReplyReader

if TYPE_CHECKING:
    from check_smtp_auth.smtp.dialogue import Step

LINES, OCTETS, GLUED = "line by line", "octet by octet", "glued to what follows"
WAYS = (LINES, OCTETS, GLUED)


class Played(Record):
    """What came of a transcript: what we said, what was seen, and the diagnosis."""

    said: list[str]
    observation: Observation
    slug: str
    state: str


class Ended(Exception):
    """What the network does to a dialogue: the connection is lost, or not clean for TLS."""


def play(transcript: Transcript, way: str) -> Played:
    """Play a transcript with the server's octets delivered this way."""
    player = Player(transcript, way)
    seen = player.observation(player.run())
    policy = Policy(expect_rejected=transcript.settings["expect"] == "rejected")
    verdict = diagnose(transcript.account, seen, policy, now=0.0)
    return Played(player.said, seen, verdict.slug, verdict.state)


class Player:
    """One transcript being played."""

    def __init__(self, transcript: Transcript, way: str) -> None:
        """Prepare; under implicit TLS the handshake has been made."""
        self.way = way
        self.turns = transcript.turns
        self.turn = self.turns[0]
        implicit = self.turn.said == TLS
        self.said = [TLS] if implicit else []
        facts = UNVERIFIED if transcript.settings["insecure"] == "yes" else VERIFIED
        self.facts = facts.replace(bindings=transcript.bindings)
        self.dialogue = Dialogue(plan(transcript), self.facts if implicit else None)
        self.reader = ReplyReader()
        self.stage = Stage.GREETING
        self.exchanges: list[Exchange] = []

    def run(self) -> Failure | None:
        """Play to the end; return what ended it, None for a login."""
        script = self.dialogue.script()
        try:
            step = next(script)
            while True:
                step = work(script, step) if isinstance(step, Work) else script.send(self.do(step))
        except StopIteration:
            return None
        except Stopped as stop:
            return Failure(stop.stage, stop.kind, stop.detail, stop.reply)
        except ProtocolViolation as violation:
            return Failure(self.stage, Kind.PROTOCOL, str(violation))
        except Ended as end:
            return Failure(self.stage, str(end))

    def do(self, step: Step) -> object:
        """Do one step: start TLS, or say a line and hear the reply."""
        if isinstance(step, StartTLS):
            if self.reader.unread:
                raise Ended(Kind.INJECTION)
            self.say(TLS)
            return self.facts
        assert isinstance(step, Command)
        self.stage = step.stage
        try:
            if step.line is not None:
                if self.reader.unread:
                    raise ProtocolViolation("a reply to a command not yet sent")
                self.say(step.line.reveal().decode())
            reply = self.hear()
        except (Ended, ProtocolViolation):
            if step.stage == Stage.QUIT:
                return None
            raise
        self.exchanges.append(Exchange(step.stage, step.shown, reply, 0.001))
        return reply

    def say(self, line: str) -> None:
        """Note our line; the server's turn is the next one in the transcript."""
        self.said.append(line)
        turns = [turn for turn in self.turns if turn.said != GREETING]
        more = len(self.said) <= len(turns)
        self.turn = turns[len(self.said) - 1] if more else Turn(line, (), False)

    def hear(self) -> Reply:
        """Deliver what the server sends now; return its reply."""
        event: Reply | NeedData = NEED_DATA
        for chunk in self.chunks():
            self.reader.receive_data(chunk)
            event = self.reader.next_event() if event is NEED_DATA else event
        if event is NEED_DATA and self.turn.closes:
            self.reader.receive_data(b"")
            event = self.reader.next_event()
            if event is NEED_DATA:
                raise Ended(Kind.LOST)
        assert isinstance(event, Reply), f"after {self.said} the transcript has no reply"
        return event

    def chunks(self) -> list[bytes]:
        """Cut what the server sends now as the way of delivery wants it."""
        whole = b"".join(self.turn.answer)
        if self.way == OCTETS:
            return [whole[i : i + 1] for i in range(len(whole))]
        return [whole] if self.way == GLUED and whole else list(self.turn.answer)

    def observation(self, failure: Failure | None) -> Observation:
        """Sum up, as ``probe`` does."""
        dialogue = self.dialogue
        mechanism = dialogue.mechanism
        return Observation(
            address="192.0.2.1",
            tries=(),
            tls=dialogue.tls,
            before_tls=dialogue.before_tls,
            capabilities=dialogue.capabilities,
            mechanism=mechanism.name if mechanism else None,
            skipped=dialogue.choice.skipped if dialogue.choice else {},
            mechanism_facts=mechanism.facts if mechanism else MechanismFacts(),
            exchanges=tuple(self.exchanges),
            failure=failure,
            times=Times(0.01, 0.02, 0.03, 0.1),
            accepted=dialogue.accepted,
        )


def plan(transcript: Transcript) -> Plan:
    """Return what the script needs to know."""
    settings = transcript.settings
    account = transcript.account
    credential = Credential(
        settings["user"],
        Secret(settings["password"].encode()),
        settings["authzid"],
        settings["proof"],
        account.host,
        account.port,
    )
    return Plan(
        settings["tls"],
        "client.example.com",
        credential,
        tuple(settings["mechanisms"].split()),
        settings["cleartext"] == "allowed",
        lambda _count: transcript.nonce,
        sender=settings["sender"].replace("<>", "") if settings["sender"] else None,
        recipient=settings["recipient"] or None,
    )
