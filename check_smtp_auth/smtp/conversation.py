"""The login from octets to octets: drives a script, and notes what was said. Pure.

It has the shape of h11: ask a ``Conversation`` for its ``next_event``, do it, and report the
result: octets by ``receive_data``, anything else by ``answer``, a connection that failed by
``break_off``. So a conversation is the same over a network and in a transcript. It never speaks
out of turn, and starts TLS only if nothing has come that TLS would not protect.
"""

from __future__ import annotations

from ..observation import Exchange, Failure, Kind, MechanismFacts, Stage
from ..record import Record
from ..secret import STARS, Secret
from .reply import NEED_DATA, Cue, ProtocolViolation, Reply, ReplyReader, quoted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Generator
    from typing import Any, Callable, Final, Union

    from ..observation import KindName, StageName
    from .dialogue import Dialogue

    Event = Union["Command", "Work", Cue]
    Script = Generator[Event, Any, None]
    Clock = Callable[[], float]


class Command(Record):
    """A line to send (None: just await the greeting), and what may be printed of it. The
    script is answered with the Reply, or None where QUIT got none.
    """

    stage: StageName
    line: Secret | None
    shown: str


class Work(Record):
    """A function that may take long; to be answered with its result."""

    function: Callable[[], Any]


# Await the greeting, and say goodbye: the same in every conversation.
GREETING: Final = Command(Stage.GREETING, None, "")
QUIT: Final = Command(Stage.QUIT, Secret(b"QUIT"), "QUIT")
# Start TLS now; to be answered with TLSFacts.
START_TLS: Final = Cue("START_TLS")
# May a login be tried? To be answered with True or False.
ASK_LEAVE: Final = Cue("ASK_LEAVE")


class Stopped(Exception):
    """The login goes no further: a fact about the server or the account, not a bug."""

    def __init__(
        self,
        stage: StageName,
        kind: KindName,
        detail: str = "",
        reply: Reply | None = None,
        last: Reply | None = None,
    ) -> None:
        """``reply`` is the one that stopped it, if any; ``last`` the last one that came, if that
        was another.
        """
        super().__init__(stage, kind, detail)
        self.stage = stage
        self.kind = kind
        self.detail = detail
        self.reply = reply
        self._last = last or reply

    @property
    def hearing(self) -> bool:
        """Whether the server is still listening, so that QUIT is due.

        It is not after 421 (RFC 5321 section 3.8), nor after a reply that made no sense.
        """
        if self._last is None:
            return True
        return self._last.code >= 400 and self._last.code != 421


class Conversation:
    """One conversation with one server: what to do next, and what it showed.

    ``failure`` is what ended it before a login was accepted, or None; ``secret_sent`` says whether
    the secret or a proof of it was sent; ``secrets`` are the responses as they were sent, in
    base64, which a server may echo.
    """

    def __init__(self, dialogue: Dialogue, clock: Clock) -> None:
        """Begin the dialogue; ``clock`` gives seconds, by which exchanges are timed."""
        self.dialogue = dialogue
        self.exchanges: list[Exchange] = []
        self.failure: Failure | None = None
        self.secret_sent = False
        self.secrets: list[Secret] = []
        self._clock = clock
        self._reader = ReplyReader()
        self._script = dialogue.script()
        self._step: Event | None = None
        self._stage: StageName = Stage.GREETING
        self._said: Command | None = None  # what is to be answered
        self._began = 0.0
        self.answer(None)

    def next_event(self) -> Event | None:
        """Return what is to be done now; None when the conversation is over.

        A ``Command``: send its line. ``NEED_DATA``: wait for octets, and pass them on.
        ``START_TLS``, ``ASK_LEAVE`` and ``Work``: do it, and ``answer``.
        """
        while True:
            step = self._step
            try:
                if self._said is not None:
                    event = self._hear(self._said)
                elif self._reader.has_begun() and (isinstance(step, Command) or step is ASK_LEAVE):
                    event = self._hear_unasked()
                else:
                    if isinstance(step, Command):
                        self._say(step)
                    return step
            except ProtocolViolation as violation:
                self.break_off(Kind.PROTOCOL, str(violation))
                continue
            if event is not None:
                return event

    def receive_data(self, data: bytes) -> None:
        """Take octets from the server; b"" says that it has closed its side."""
        self._reader.receive_data(data)

    def answer(self, result: object) -> None:
        """Pass the result of the script's step to it, and take its next step."""
        self._step = self._said = None
        try:
            self._take(self._script.send(result))
        except StopIteration:
            pass
        except Stopped as stop:
            self.failure = Failure(stop.stage, stop.kind, stop.detail, stop.reply)
            # A KDC that gives no ticket may count that as a failed login.
            self.secret_sent |= stop.kind == Kind.NO_TICKET and self._is_committed()

    def break_off(self, kind: KindName, detail: str = "", code: int | None = None) -> None:
        """End it: the connection failed during the last event.

        What happens to QUIT no longer matters.
        """
        if self._said is not None:
            self._note(self._said, None)
        self._end(Failure(self._stage, kind, detail, code=code))

    @property
    def auth_time(self) -> float | None:
        """How long AUTH took, None if it was not reached."""
        spoken = [exchange.seconds for exchange in self.exchanges if exchange.stage == Stage.AUTH]
        return sum(spoken) if spoken else None

    def facts(self) -> dict[str, Any]:
        """Return what the conversation showed, by the names of an Observation's fields."""
        dialogue, choice, mechanism = self.dialogue, self.dialogue.choice, self.dialogue.mechanism
        return {
            "before_tls": dialogue.before_tls,
            "capabilities": dialogue.capabilities,
            "mechanism": mechanism.name if mechanism else None,
            "skipped": choice.skipped if choice else {},
            "mechanism_facts": mechanism.facts if mechanism else MechanismFacts(),
            "exchanges": tuple(self.exchanges),
            "failure": self.failure,
            "accepted": dialogue.accepted,
            "secret_sent": self.secret_sent,
        }

    def _take(self, step: Event) -> None:
        """Turn to the script's next step."""
        self._step = step
        if isinstance(step, Command):
            self._stage, self._began = step.stage, self._clock()
            if step.line is None:
                self._said = step
        elif step is START_TLS:
            if self._reader.has_begun():
                self.break_off(Kind.INJECTION, quoted(self._reader.unread))
            else:
                self._stage = Stage.TLS

    def _hear(self, command: Command) -> Event | None:
        """Take the reply to a command; return what is to be done if there is none yet. Raises
        ProtocolViolation.
        """
        reply = self._reader.next_event()
        if isinstance(reply, Reply):
            self._note(command, reply)
            self.answer(reply)
        elif self._reader.closed:
            self.break_off(Kind.LOST)
        else:
            return NEED_DATA
        return None

    def _hear_unasked(self) -> Event | None:
        """Take a reply that nothing was sent for, if it may come; else raise ProtocolViolation."""
        unasked = self.dialogue.unasked
        reply: Reply | Cue | None = None
        if any(map(self._reader.has_begun, unasked)):
            reply = self._reader.next_event()
        if reply is NEED_DATA and self._stage != Stage.QUIT:  # which does not wait for it
            return NEED_DATA
        if not isinstance(reply, Reply) or reply.code not in unasked:
            raise ProtocolViolation("a reply to a command not yet sent")
        # It says nothing about STARTTLS, which was not sent yet.
        stage = Stage.EHLO if self._stage == Stage.STARTTLS else self._stage
        self.exchanges.append(Exchange(stage, "", reply, 0.0))
        self._end(Failure(stage, unasked[reply.code], reply=reply))
        return None

    def _end(self, failure: Failure) -> None:
        """Go no further, for this reason; if only QUIT was left, that is no failure."""
        step, self._step, self._said = self._step, None, None
        if isinstance(step, Command) and step.stage == Stage.QUIT:
            self.answer(None)
        else:
            self.failure = failure

    def _say(self, command: Command) -> None:
        """Note that a line is about to be sent."""
        self._said = command
        line = command.line.reveal() if command.line else b""
        if command.shown != line.decode("utf-8"):
            self.secret_sent = self._is_committed()
            self.secrets.append(Secret(line.rpartition(b" ")[2]))

    def _note(self, command: Command, reply: Reply | None) -> None:
        """Note what was said, and the reply to it if there was one."""
        elapsed = self._clock() - self._began
        mechanism = self.dialogue.mechanism
        if reply is not None and reply.code == 334 and mechanism is not None and mechanism.opaque:
            reply = Reply(reply.code, (STARS,))
        self.exchanges.append(Exchange(command.stage, command.shown, reply, elapsed))

    def _is_committed(self) -> bool:
        """Tell whether the mechanism has given out the secret, or a proof of it."""
        mechanism = self.dialogue.mechanism
        return mechanism is not None and mechanism.committed
