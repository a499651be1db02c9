"""Where the script meets the wire: one attempt on one account, seen and written down.

A ``Probe`` connects, runs the dialogue's script over the connection and notes each
exchange. It has no opinion of what it sees, and knows no threshold. Whatever goes wrong
on the way is a fact like another; only bugs come out as exceptions.
"""

from __future__ import annotations

import os
import time

from . import sasl
from .mask import Mask, masked
from .net import trust
from .net.background import background
from .net.connect import connect
from .net.local import hello_name, is_loopback
from .net.loop import Broken
from .net.resolve import resolve
from .observation import (
    Certificate,
    Exchange,
    FailedConnect,
    Failure,
    Kind,
    MechanismFacts,
    Observation,
    Stage,
    Times,
    TLSFacts,
)
from .smtp.dialogue import Command, Dialogue, Plan, StartTLS, Stopped, Work
from .smtp.reply import NEED_DATA, ProtocolViolation, Reply, ReplyReader

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from .accounts import Account
    from .net.loop import Clock, Steps
    from .net.wire import Wire
    from .observation import StageName
    from .smtp.dialogue import Script, Step
    from .state.guard import Decision

    Permit = Callable[[float], Steps[Decision]]

# How long to wait for the reply to QUIT, in seconds: by then all that matters is known.
QUIT_PATIENCE = 2.0


def probe(
    account: Account,
    credential: sasl.Credential,
    started: float,
    permit: Permit | None = None,
    kept: str = "",
    clock: Clock = time.monotonic,
    random_octets: sasl.RandomOctets = os.urandom,
) -> Steps[Observation]:
    """Make one attempt and return what was seen. ``started`` (monotonic) is when the run
    of this account began; it ends ``account.timeout`` seconds later. ``permit`` is asked
    before AUTH; ``kept`` is the mechanism that succeeded last time.

    Raises Misconfigured where the trust settings cannot be used.
    """

    def attempt(whole_store: bool) -> Probe:
        return Probe(account, credential, started, permit, kept, clock, random_octets, whole_store)

    observation = yield from attempt(whole_store=False).run()
    failure = observation.failure
    if failure and failure.kind == Kind.CERTIFICATE and trust.may_lack(account.trust, failure.code):
        # Nothing secret was sent yet: ask the part of the store that was left unread.
        observation = yield from attempt(whole_store=True).run()
    return observation


class Probe:
    """One attempt. Facts gather in its attributes until ``_observation`` sums them up."""

    def __init__(
        self,
        account: Account,
        credential: sasl.Credential,
        started: float,
        permit: Permit | None,
        kept: str,
        clock: Clock,
        random_octets: sasl.RandomOctets,
        whole_store: bool = False,
    ) -> None:
        """Prepare; nothing is opened yet."""
        self.account = account
        self.credential = credential
        self.started = started
        self.permit = permit
        self.kept = kept
        self.clock = clock
        self.random_octets = random_octets
        self.context = None if account.tls == "none" else trust.context(account.trust, whole_store)
        self.until = started + account.timeout
        self.mask = Mask(credential.secret)
        self.stage: StageName = Stage.DNS
        self.tries: list[FailedConnect] = []
        self.exchanges: list[Exchange] = []
        self.reader = ReplyReader()
        self.dialogue: Dialogue | None = None
        self.wire: Wire | None = None
        self.permitted = False
        self.waited = 0.0
        self.secret_sent = False
        self.tls: TLSFacts | None = None
        self.connect_time: float | None = None
        self.tls_time: float | None = None

    def run(self) -> Steps[Observation]:
        """Make the attempt."""
        failure = None
        try:
            yield from self._attempt()
        except Broken as broken:
            failure = Failure(self.stage, broken.kind, broken.detail, code=broken.code)
        except ProtocolViolation as violation:
            failure = Failure(self.stage, Kind.PROTOCOL, str(violation))
        except Stopped as stop:
            failure = Failure(stop.stage, stop.kind, stop.detail, stop.reply)
            self.secret_sent = self.secret_sent or self._is_committed()
        finally:
            if self.wire is not None:
                self.wire.close()
        return masked(self._observation(failure), self.mask)

    def _attempt(self) -> Steps[None]:
        """Resolve, connect, start implicit TLS, hold the dialogue."""
        account = self.account
        addresses = yield from resolve(account.host, account.port, account.family, self.until)
        self.stage = Stage.CONNECT
        self.wire, self.connect_time = yield from connect(
            addresses, account.source_address, self.until, self.clock, self.tries
        )
        if account.tls == "implicit":
            yield from self._start_tls()
        self.stage = Stage.GREETING
        self.dialogue = Dialogue(self._plan(), self.tls)
        yield from self._converse(self.dialogue.script())

    def _plan(self) -> Plan:
        """Tell the script what it needs to know."""
        assert self.wire is not None
        account = self.account
        return Plan(
            tls=account.tls,
            hello=account.hello or hello_name(self.wire.local_address),
            credential=self.credential,
            wanted=account.mechanisms,
            clear_allowed=account.allow_cleartext or is_loopback(self.wire.address),
            random_octets=self.random_octets,
            kept=self.kept,
            sender=account.sender,
            recipient=account.recipient,
        )

    def _converse(self, script: Script) -> Steps[None]:
        """Run the script: do what it yields, and send it what came of it."""
        try:
            step = next(script)
            while True:
                try:
                    answer = yield from self._do(step)
                except (*sasl.FAILURES, Stopped) as error:
                    step = script.throw(error)
                else:
                    step = script.send(answer)
        except StopIteration:
            return

    def _do(self, step: Step) -> Steps[object]:
        """Do one step of the script."""
        if isinstance(step, Command):
            if step.stage == Stage.QUIT:
                return (yield from self._take_leave(step))
            if step.stage == Stage.AUTH:
                yield from self._ask_permit()
            return (yield from self._exchange(step))
        if isinstance(step, StartTLS):
            if self.reader.unread:
                raise Broken(Kind.INJECTION)
            return (yield from self._start_tls())
        work: Work = step
        yield from self._ask_permit()  # a mechanism may ask others before it says AUTH
        return (yield from background(lambda: work.function(*work.arguments), self.until))

    def _ask_permit(self) -> Steps[None]:
        """Ask the guard for leave, once, before the first AUTH; raises Stopped without it."""
        if self.permitted or self.permit is None:
            return
        decision = yield from self.permit(self.until)
        self.waited = decision.waited
        self.permitted = decision.go
        if not decision.go:
            raise Stopped(Stage.AUTH, Kind.HELD)
        if self.clock() >= self.until:
            raise Broken(Kind.TIMEOUT)

    def _take_leave(self, command: Command) -> Steps[Reply | None]:
        """Say what remains to be said; what becomes of it changes nothing any more."""
        assert self.wire is not None
        self.wire.until = min(self.until, self.clock() + QUIT_PATIENCE)
        try:
            return (yield from self._exchange(command))
        except (Broken, ProtocolViolation):
            return None

    def _exchange(self, command: Command) -> Steps[Reply]:
        """Send a line, read the reply, and note both."""
        assert self.wire is not None
        self.stage = command.stage
        began = self.clock()
        reply = None
        try:
            if command.line is not None:
                if self.reader.unread:
                    raise ProtocolViolation("a reply to a command not yet sent")
                line = command.line.reveal()
                if command.shown != line.decode("utf-8"):
                    self.secret_sent = self._is_committed()
                    self.mask.also_hide(line.rpartition(b" ")[2])
                yield from self.wire.send(line + b"\r\n")
            reply = yield from self._read_reply()
            return reply
        finally:
            elapsed = self.clock() - began
            self.exchanges.append(Exchange(command.stage, command.shown, reply, elapsed))

    def _is_committed(self) -> bool:
        """Tell whether the mechanism has given the secret out, or a proof of it."""
        mechanism = self.dialogue.mechanism if self.dialogue else None
        return mechanism is not None and mechanism.committed

    def _read_reply(self) -> Steps[Reply]:
        """Read until a whole reply is there."""
        assert self.wire is not None
        while True:
            event = self.reader.next_event()
            if event is not NEED_DATA:
                assert isinstance(event, Reply)
                return event
            data = yield from self.wire.receive()
            self.reader.receive_data(data)
            if not data and self.reader.next_event() is NEED_DATA:
                raise Broken(Kind.LOST)

    def _start_tls(self) -> Steps[TLSFacts]:
        """Shake hands, and time it."""
        assert self.wire is not None
        assert self.context is not None
        self.stage = Stage.TLS
        began = self.clock()
        try:
            self.tls = yield from self.wire.start_tls(self.context, self.account.tls_name)
        except Broken:
            if self.wire.seen is not None:
                self.tls = TLSFacts(None, None, False, self.wire.seen)
            raise
        self.tls_time = self.clock() - began
        self._require_pins(self.tls.certificate)
        return self.tls

    def _require_pins(self, certificate: Certificate | None) -> None:
        """Raise Stopped for a certificate that is not the one pinned: before any AUTH."""
        pins = self.account.pins
        if pins.fingerprint and (certificate is None or certificate.sha256 != pins.fingerprint):
            raise Stopped(Stage.TLS, Kind.PIN, "the certificate has another fingerprint")
        if pins.issuer and (certificate is None or pins.issuer not in certificate.issuer):
            raise Stopped(Stage.TLS, Kind.PIN, "the certificate is from another issuer")

    def _observation(self, failure: Failure | None) -> Observation:
        """Sum up."""
        dialogue = self.dialogue
        mechanism = dialogue.mechanism if dialogue else None
        choice = dialogue.choice if dialogue else None
        secret = self.credential.secret.reveal()
        spoken = [exchange.seconds for exchange in self.exchanges if exchange.stage == Stage.AUTH]
        return Observation(
            address=self.wire.address if self.wire else None,
            tries=tuple(self.tries),
            tls=self.tls,
            before_tls=dialogue.before_tls if dialogue else None,
            capabilities=dialogue.capabilities if dialogue else None,
            mechanism=mechanism.name if mechanism else None,
            skipped=choice.skipped if choice else {},
            mechanism_facts=mechanism.facts if mechanism else MechanismFacts(),
            exchanges=tuple(self.exchanges),
            failure=failure,
            times=Times(
                self.connect_time,
                self.tls_time,
                sum(spoken) if spoken else None,
                self.clock() - self.started,
                wait=self.waited,
            ),
            accepted=dialogue.accepted if dialogue else False,
            secret_sent=self.secret_sent,
            secret_has_blanks=secret != secret.strip(),
        )
