"""The login as a script: who says what, in the order it is spoken. Pure.

An SMTP login is lock-step, so it is written as a generator: it yields what is to be done
(a ``Command`` to send, ``START_TLS``, ``ASK_LEAVE``, ``Work``) and is sent what came of
it (a ``Reply``, ``TLSFacts``, yes or no, a result). Order on the page is order on the wire.
It never sees an octet: ``conversation`` drives it. Sources: RFC 5321 (SMTP), RFC 3207
(STARTTLS), RFC 4954 (AUTH).
"""

from __future__ import annotations

from binascii import a2b_base64, b2a_base64

from .. import sasl
from ..certificate import end_point
from ..observation import Kind, Stage, TLSFacts
from ..record import Record
from ..sasl.choice import WEAK_BINDING, Channel, Choice, choose
from ..secret import STARS, Secret
from .capabilities import Capabilities, parse_hello
from .conversation import ASK_LEAVE, START_TLS, Command, Stopped, Work

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Generator
    from typing import Any, Callable

    from ..accounts import Pins
    from ..observation import KindName, StageName
    from .conversation import Event, Script
    from .reply import Reply

# RFC 4954 section 4: the AUTH command with its initial response is held to the length of
# an SMTP command line, its end included; the responses that follow are not.
MAX_COMMAND = 512
# Replies that say "I do not know EHLO"; others refuse us, not the command.
EHLO_UNKNOWN = (500, 501, 502, 504)
_BASE64 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/="


class Plan(Record):
    """What the script needs to know.

    ``tls`` is "starttls", "implicit" or "none"; ``hello`` the name for EHLO; ``wanted`` the
    mechanisms allowed, in order (empty: choose); ``clear_allowed`` whether the secret may
    travel without TLS; ``kept`` the mechanism that succeeded last time; ``sender`` and
    ``recipient`` what to ask for after the login, if anything; ``pins`` what the certificate
    must be like, if anything.
    """

    tls: str
    hello: str
    credential: sasl.Credential
    wanted: tuple[str, ...]
    clear_allowed: bool
    random_octets: sasl.RandomOctets
    kept: str = ""
    sender: str | None = None
    recipient: str | None = None
    pins: Pins | None = None


class Dialogue:
    """One conversation with one server, and what it showed."""

    def __init__(self, plan: Plan, tls: TLSFacts | None = None) -> None:
        """Prepare; ``tls`` gives the facts of implicit TLS, which started before us."""
        self.plan = plan
        self.tls = tls
        self.before_tls: Capabilities | None = None
        self.capabilities: Capabilities | None = None
        self.choice: Choice | None = None
        self.mechanism: sasl.Mechanism | None = None
        self.accepted = False
        self._listening = False  # the server, from its greeting until it takes leave

    def script(self) -> Script:
        """The whole conversation; raises Stopped when no login was accepted."""
        try:
            yield from self._login()
        except Stopped as stop:
            # Not kept beyond this clause: it holds our frame, and would be held by it.
            if self._listening and stop.hearing:
                yield _command(Stage.QUIT, "QUIT")
            raise
        if self._listening:
            yield _command(Stage.QUIT, "QUIT")

    def _login(self) -> Script:
        """Greeting, EHLO, STARTTLS and EHLO again, AUTH."""
        self._require_pins()
        greeting = yield Command(Stage.GREETING, None, "")
        self._listening = True
        _require(220, greeting, Stage.GREETING)
        hello = yield from self._say_hello()
        if self.plan.tls == "starttls":
            self.before_tls = hello
            yield from self._start_tls(hello)
            hello = yield from self._say_hello()
        self.capabilities = hello
        mechanism = self.mechanism = self._choose(hello)
        if not (yield ASK_LEAVE):
            raise Stopped(Stage.AUTH, Kind.HELD)
        _require(235, (yield from authenticate(mechanism)), Stage.AUTH)
        try:
            mechanism.finish()
        except sasl.EarlySuccess:
            raise Stopped(Stage.AUTH, Kind.EARLY) from None
        except sasl.ServerNotVerified:
            raise Stopped(Stage.AUTH, Kind.UNPROVEN) from None
        self.accepted = True
        yield from self._ask_envelope()

    def _ask_envelope(self) -> Script:
        """Ask whether the sender and the recipient would be taken; no mail is sent."""
        if self.plan.sender is None:
            return
        _require(250, (yield _command(Stage.MAIL, f"MAIL FROM:<{self.plan.sender}>")), Stage.MAIL)
        if self.plan.recipient is not None:
            reply = yield _command(Stage.RCPT, f"RCPT TO:<{self.plan.recipient}>")
            if reply.code != 251:  # "will forward" (RFC 5321 section 4.2.3)
                _require(250, reply, Stage.RCPT)
        reply = yield _command(Stage.QUIT, "RSET")
        self._listening = reply is not None and reply.code != 421

    def _say_hello(self) -> Generator[Event, Any, Capabilities]:
        """EHLO; HELO where that is unknown, only to be able to say that AUTH is not offered."""
        reply = yield _command(Stage.EHLO, f"EHLO {self.plan.hello}")
        if reply.code not in EHLO_UNKNOWN:
            return parse_hello(_require(250, reply, Stage.EHLO))
        refusal = reply
        reply = yield _command(Stage.EHLO, f"HELO {self.plan.hello}")
        if reply.code != 250:
            raise Stopped(Stage.EHLO, Kind.REPLY, reply=refusal, last=reply)
        self.capabilities = parse_hello(reply, extended=False)
        raise Stopped(Stage.EHLO, Kind.NO_AUTH)

    def _start_tls(self, hello: Capabilities) -> Script:
        """STARTTLS; what was learnt before it counts no more (RFC 3207 section 4.2)."""
        if "STARTTLS" not in hello.keywords:
            raise Stopped(Stage.STARTTLS, Kind.NO_STARTTLS)
        _require(220, (yield _command(Stage.STARTTLS, "STARTTLS")), Stage.STARTTLS)
        self.tls = yield START_TLS
        self._require_pins()

    def _require_pins(self) -> None:
        """Stop before anything is said over TLS whose certificate is not the one pinned."""
        pins, certificate = self.plan.pins, self.tls.certificate if self.tls else None
        if self.tls is None or pins is None:
            return
        if pins.fingerprint and (certificate is None or certificate.sha256 != pins.fingerprint):
            raise Stopped(Stage.TLS, Kind.PIN, "the certificate has another fingerprint")
        if pins.issuer and (certificate is None or pins.issuer not in certificate.issuer):
            raise Stopped(Stage.TLS, Kind.PIN, "the certificate is from another issuer")

    def _choose(self, hello: Capabilities) -> sasl.Mechanism:
        """Choose the one mechanism of this run; raises Stopped where there is none."""
        if "AUTH" not in hello.keywords:
            raise Stopped(Stage.EHLO, Kind.NO_AUTH)
        plan = self.plan
        choice = choose(hello.mechanisms, plan.wanted, self._channel(), plan.credential, plan.kept)
        self.choice = choice
        if choice.name is None:
            kind: KindName = Kind.EXPOSED if choice.exposed else Kind.NO_MECHANISM
            raise Stopped(Stage.AUTH, kind)
        return sasl.create(choice.name, plan.credential, plan.random_octets, choice.binding)

    def _channel(self) -> Channel:
        """The connection as the choice of a mechanism sees it."""
        if self.tls is None:
            clear_allowed = self.plan.clear_allowed
            return Channel(Channel.CLEAR_ALLOWED if clear_allowed else Channel.CLEAR)
        trust = Channel.VERIFIED if self.tls.verified else Channel.UNVERIFIED
        bindings = self.tls.bindings
        certificate = self.tls.certificate
        if certificate and any(name.endswith("-PLUS") for name in self.plan.wanted):
            end = end_point(certificate.der)
            bindings = {**bindings, WEAK_BINDING: end} if end else bindings
        return Channel(trust, bindings)


def authenticate(mechanism: sasl.Mechanism) -> Generator[Event, Any, Reply]:
    """The AUTH exchange (RFC 4954 section 4); returns the final reply, whatever it is.

    Raises Stopped when a challenge cannot be answered; the exchange is cancelled first.
    """
    try:
        held = yield from _call(mechanism, mechanism.start)
    except sasl.NoTicket as error:
        raise Stopped(Stage.TOKEN, Kind.NO_TICKET, str(error)) from None
    line = shown = f"AUTH {mechanism.name}"
    if held is not None:
        encoded = _encode(held) or "="
        if len(line) + 1 + len(encoded) + 2 <= MAX_COMMAND:
            line, shown, held = f"{line} {encoded}", f"{shown} {STARS}", None
    reply: Reply = yield Command(Stage.AUTH, Secret(line.encode("ascii")), shown)
    while reply.code == 334:
        try:
            if held is not None:
                response, held = held, None
            else:
                challenge = _decode(reply, mechanism)
                response = yield from _call(mechanism, mechanism.respond, challenge)
        except (sasl.ChallengeRejected, sasl.ServerNotVerified) as error:
            cancelled = yield _command(Stage.AUTH, "*")
            proven = isinstance(error, sasl.ChallengeRejected)
            kind: KindName = Kind.PROTOCOL if proven else Kind.UNPROVEN
            # With the reply: some servers put a refusal into a 334.
            raise Stopped(Stage.AUTH, kind, str(error), reply, cancelled) from None
        reply = yield Command(Stage.AUTH, Secret(_encode(response).encode("ascii")), STARS)
    if reply.code == 235 and held is not None:
        raise Stopped(Stage.AUTH, Kind.EARLY)
    return reply


def _call(
    mechanism: sasl.Mechanism, function: Callable[..., Any], *arguments: Any
) -> Generator[Event, Any, Any]:
    """Call a mechanism's function, aside where it may take long; raises what it raises."""
    if not mechanism.blocking:
        return function(*arguments)

    def work() -> tuple[Any, Any]:
        # What is raised goes back as a value: an error would keep the other thread's frames.
        try:
            return function(*arguments), None
        except sasl.FAILURES as error:
            return error.args, type(error)

    result, raised = yield Work(work)
    if raised is not None:
        raise raised(*result)
    return result


def _command(stage: StageName, line: str) -> Command:
    """A command without a secret in it."""
    return Command(stage, Secret(line.encode("utf-8")), line)


def _require(code: int, reply: Reply, stage: StageName) -> Reply:
    """Return the reply if it has the code; else raise Stopped: refused, or nonsense."""
    if reply.code == code:
        return reply
    if reply.code >= 400:
        raise Stopped(stage, Kind.REPLY, reply=reply)
    raise Stopped(stage, Kind.PROTOCOL, f"reply {reply.code} where {code} was due", reply)


def _encode(octets: bytes) -> str:
    """Base64 without line ends."""
    return b2a_base64(octets, newline=False).decode("ascii")


def _decode(reply: Reply, mechanism: sasl.Mechanism) -> bytes:
    """Decode the challenge in a 334 reply; raises ChallengeRejected."""
    octets = " ".join(reply.lines).strip().encode("utf-8")
    if not mechanism.heeds_challenges:
        return octets
    try:
        if octets.translate(None, _BASE64):
            raise ValueError
        return a2b_base64(octets)
    except ValueError:
        raise sasl.ChallengeRejected("a challenge that is not base64") from None
