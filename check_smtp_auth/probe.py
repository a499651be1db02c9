"""Where the conversation meets the wire: one attempt to log in to one account, and what it showed.

A ``Probe`` connects, and does over the connection what the conversation asks for, in time. It
does not judge what it sees, and knows no threshold. Whatever goes wrong on the way is a fact
like any other; only bugs come out as exceptions.
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
from .observation import Failure, Kind, Observation, Stage, Times
from .record import Record
from .secret import oddity
from .smtp.conversation import ASK_LEAVE, START_TLS, Command, Conversation, Work
from .smtp.dialogue import Dialogue, Plan
from .smtp.reply import NEED_DATA

TYPE_CHECKING = False
if TYPE_CHECKING:
    import ssl
    from typing import Callable

    from .accounts import Account
    from .net.loop import Clock, Steps
    from .net.wire import Wire
    from .observation import FailedConnect, StageName, TLSFacts
    from .smtp.conversation import Event
    from .state.guard import Decision

    Permit = Callable[[float, float], Steps[Decision]]


class Known(Record):
    """What is known from earlier runs: the mechanism that succeeded last time; and whether changes
    for the worse since then are to be accepted.
    """

    mechanism: str = ""
    accept_drift: bool = False


NOTHING = Known()
# How long to wait for the reply to QUIT, in seconds: all that matters is known by then.
QUIT_PATIENCE = 2.0
# How long after the deadline the secret may still be looked for in the replies, in seconds.
MASKING = 0.3


def probe(
    account: Account,
    credential: sasl.Credential,
    started: float,
    permit: Permit | None = None,
    known: Known = NOTHING,
    clock: Clock = time.monotonic,
    random_octets: sasl.RandomOctets = os.urandom,
) -> Steps[Observation]:
    """Make one attempt and return what was seen. ``started`` (monotonic) is when the run
    of this account began; it ends ``account.timeout`` seconds later. ``permit`` is asked
    before AUTH, and told how long it took to read the files that are trusted.

    Raises Misconfigured where the trust settings cannot be used.
    """

    def attempt(whole_store: bool) -> Probe:
        return Probe(account, credential, started, permit, known, clock, random_octets, whole_store)

    observation = yield from attempt(whole_store=False).run()
    failure = observation.failure
    if failure and failure.kind == Kind.CERTIFICATE and trust.may_lack(account.trust, failure.code):
        # Nothing secret was sent yet: try again with the part of the store that was left unread.
        observation = yield from attempt(whole_store=True).run()
    return observation


class Probe:
    """One attempt. The facts about the connection gather in its attributes, those about the login
    in its conversation.
    """

    def __init__(
        self,
        account: Account,
        credential: sasl.Credential,
        started: float,
        permit: Permit | None,
        known: Known,
        clock: Clock,
        random_octets: sasl.RandomOctets,
        whole_store: bool = False,
    ) -> None:
        """Prepare; nothing is opened yet."""
        self.account = account
        self.credential = credential
        self.started = started
        self.permit = permit
        self.known = known
        self.clock = clock
        self.random_octets = random_octets
        self.whole_store = whole_store
        self.context: ssl.SSLContext | None = None
        self.until = started + account.timeout
        self.stage: StageName = Stage.DNS
        self.tries: list[FailedConnect] = []
        self.wire: Wire | None = None
        self.conversation: Conversation | None = None
        self.waited = self.trusting = 0.0
        self.tls: TLSFacts | None = None
        self.connect_time: float | None = None
        self.tls_time: float | None = None

    def run(self) -> Steps[Observation]:
        """Make the attempt."""
        failure = None
        try:
            wire = yield from self._open()
            yield from self._converse(wire)
        except Broken as broken:
            failure = Failure(self.stage, broken.kind, broken.detail, code=broken.code)
        finally:
            if self.wire is not None:
                self.wire.close()
        return self._observation(failure)

    def _open(self) -> Steps[Wire]:
        """Resolve, connect, and start implicit TLS."""
        account = self.account
        if account.tls != "none":
            began = self.clock()
            self.context = yield from trust.context(account.trust, self.until, self.whole_store)
            self.trusting = self.clock() - began
        addresses = yield from resolve(account.host, account.port, account.family, self.until)
        self.stage = Stage.CONNECT
        self.wire, self.connect_time = yield from connect(
            addresses, account.source_address, self.until, self.clock, self.tries
        )
        if account.behind_proxy:
            from .net.proxy import header  # for those few who ask for it

            yield from self.wire.send(header(*self.wire.ends))
        if account.tls == "implicit":
            self.stage = Stage.TLS
            yield from self._start_tls(self.wire)
        return self.wire

    def _converse(self, wire: Wire) -> Steps[None]:
        """Hold the conversation: do what it asks for, until it is over."""
        dialogue = Dialogue(self._plan(wire), self.tls)
        conversation = self.conversation = Conversation(dialogue, self.clock)
        while (event := conversation.next_event()) is not None:
            try:
                if isinstance(event, Command):
                    if event.stage == Stage.QUIT:
                        wire.until = min(self.until, self.clock() + QUIT_PATIENCE)
                    assert event.line is not None
                    yield from wire.send(event.line.reveal() + b"\r\n")
                elif event is not NEED_DATA:
                    conversation.answer((yield from self._do(event, wire)))
                    continue
                # Nothing can have come in reply yet: asking again would only say NEED_DATA.
                conversation.receive_data((yield from wire.receive()))
            except Broken as broken:
                conversation.break_off(broken.kind, broken.detail, broken.code)

    def _do(self, event: Event, wire: Wire) -> Steps[object]:
        """Do what the conversation asks for, and return what came of it; raises Broken."""
        if event is START_TLS:
            return (yield from self._start_tls(wire))
        if event is ASK_LEAVE:
            return (yield from self._ask_leave())
        assert isinstance(event, Work)
        return (yield from background(event.function, self.until))

    def _start_tls(self, wire: Wire) -> Steps[TLSFacts]:
        """Shake hands, and time it."""
        assert self.context is not None
        began = self.clock()
        try:
            self.tls = yield from wire.start_tls(self.context, self.account.tls_name)
        except Broken:
            self.tls = wire.seen
            raise
        self.tls_time = self.clock() - began
        return self.tls

    def _ask_leave(self) -> Steps[bool]:
        """Ask the guard whether the login may be tried; raises Broken if it is too late then."""
        if self.permit is None:
            return True
        decision = yield from self.permit(self.until, self.trusting)
        self.waited = decision.waited
        if decision.go and self.clock() >= self.until:
            raise Broken(Kind.TIMEOUT)
        return decision.go

    def _plan(self, wire: Wire) -> Plan:
        """Return what the script needs to know."""
        account = self.account
        return Plan(
            tls=account.tls,
            hello=account.hello or hello_name(wire.local_address),
            credential=self.credential,
            wanted=account.mechanisms,
            clear_allowed=account.allow_cleartext or is_loopback(wire.address),
            random_octets=self.random_octets,
            kept=self.known.mechanism,
            accept_drift=self.known.accept_drift,
            sender=account.sender,
            recipient=account.recipient,
            pins=account.pins,
            behind_proxy=account.behind_proxy,
        )

    def _observation(self, failure: Failure | None) -> Observation:
        """Sum up what was seen, with the secret masked."""
        secret, talk = self.credential.secret.reveal(), self.conversation
        auth = talk.auth_time if talk is not None else None
        total = self.clock() - self.started
        seen = Observation(
            address=self.wire.address if self.wire else None,
            tries=tuple(self.tries),
            tls=self.tls,
            times=Times(self.connect_time, self.tls_time, auth, total, wait=self.waited),
            secret_oddity=oddity(secret),
            **(talk.facts() if talk is not None else {"failure": failure}),
        )
        latest = self.until + MASKING
        mask = Mask(self.credential.secret, self.account.names, late=lambda: self.clock() > latest)
        for response in talk.secrets if talk is not None else ():
            mask.also_hide(response.reveal())
        return masked(seen, mask)
