"""Plays a transcript: the server's octets to the conversation that the probe drives too, and
then judges.

What the server has sent by the time we speak has arrived by then; how it was cut up on the
way is what ``WAYS`` tells.
"""

from __future__ import annotations

from collections.abc import Iterator

from conversation import UNVERIFIED, VERIFIED, drive
from transcript import GREETING, TLS, Transcript, Turn

from check_smtp_auth.accounts import Pins, Policy
from check_smtp_auth.diagnosis import diagnose
from check_smtp_auth.observation import Observation, Times
from check_smtp_auth.record import Record
from check_smtp_auth.sasl import Credential
from check_smtp_auth.secret import Secret
from check_smtp_auth.smtp.conversation import Conversation
from check_smtp_auth.smtp.dialogue import Dialogue, Plan

LINES, OCTETS, GLUED = "line by line", "octet by octet", "glued to what follows"
WAYS = (LINES, OCTETS, GLUED)


class Played(Record):
    """What came of a transcript: what we said, what was seen, and the diagnosis."""

    said: list[str]
    observation: Observation
    slug: str
    state: str


def play(transcript: Transcript, way: str) -> Played:
    """Play a transcript with the server's octets delivered this way."""
    implicit = transcript.turns[0].said == TLS
    facts = UNVERIFIED if transcript.settings["insecure"] == "yes" else VERIFIED
    facts = facts.replace(bindings=transcript.bindings)
    dialogue = Dialogue(plan(transcript), facts if implicit else None)
    conversation = Conversation(dialogue, lambda: 0.0)
    server = Server(transcript, way)
    drive(conversation, server.listen, server.speak, facts)
    seen = observed(conversation, connection(dialogue))
    policy = Policy(expect_rejected=transcript.settings["expect"] == "rejected")
    verdict = diagnose(transcript.account, seen, policy, now=0.0)
    return Played(server.heard, seen, verdict.slug, verdict.state)


class Server:
    """The server of a transcript."""

    def __init__(self, transcript: Transcript, way: str) -> None:
        """Prepare; under implicit TLS the handshake has been made."""
        first = transcript.turns[0]
        self.way = way
        self.heard = [] if first.said == GREETING else [first.said]
        self.turns = iter(transcript.turns[1:])
        self.pieces = self.cut(first)

    def listen(self, line: str, _shown: str) -> None:
        """Hear a line; what is sent upon it is the transcript's next turn."""
        self.heard.append(line)
        self.pieces = self.cut(next(self.turns, Turn(line, (), False)))

    def speak(self) -> bytes:
        """Send the next piece."""
        piece = next(self.pieces, None)
        assert piece is not None, f"after {self.heard} the transcript has no reply"
        return piece

    def cut(self, turn: Turn) -> Iterator[bytes]:
        """Cut what is sent in a turn as the way of delivery wants it, b"" for its closing.

        What follows the reply that is due has arrived with its last piece.
        """
        lines = list(turn.answer)
        last = next((n for n, line in enumerate(lines, 1) if line[3:4] != b"-"), len(lines))
        reply, rest = b"".join(lines[:last]), b"".join(lines[last:])
        pieces = {
            LINES: lines[:last],
            OCTETS: [reply[i : i + 1] for i in range(len(reply))],
            GLUED: [reply] if reply else [],
        }[self.way]
        if pieces:
            yield from (*pieces[:-1], pieces[-1] + rest)
        if turn.closes:
            yield b""


def observed(conversation: Conversation, seen: Observation) -> Observation:
    """Return what was seen of a connection with what was said over it."""
    times = seen.times.replace(auth=conversation.auth_time)
    return seen.replace(times=times, **conversation.facts())


def connection(dialogue: Dialogue) -> Observation:
    """What is seen of a connection but for what is said over it."""
    times = Times(0.01, 0.02, None, 0.1)
    return Observation(None, times, address="192.0.2.1", tls=dialogue.tls)


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
        kept=settings["kept"],
        accept_drift=settings["drift"] == "accepted",
        pins=Pins(mechanism=settings["pinned"]),
        behind_proxy=settings["proxy"] == "yes",
    )
