"""The login as a script: who says what, in the order it is spoken. Pure.

An SMTP login is lock-step, so it is written as a generator: it yields what is to be done
(a ``Command`` to send, ``START_TLS``, ``ASK_LEAVE``, ``Work``) and is sent the result (a
``Reply``, ``TLSFacts``, yes or no, a value). The order on the page is the order on the wire. It
never sees an octet: ``conversation`` drives it. Sources: RFC 5321 (SMTP), RFC 3207 (STARTTLS),
RFC 4954 (AUTH).
"""

from __future__ import annotations

from binascii import b2a_base64

from .. import sasl
from ..accounts import Misconfigured
from ..observation import Kind, Stage, TLSFacts
from ..record import Record
from ..sasl.choice import Choice, channel_of, choose, gives_more_away, instead_of
from ..secret import STARS, Secret
from .capabilities import Capabilities, parse_hello
from .conversation import ASK_LEAVE, GREETING, QUIT, START_TLS, Command, Stopped, Work

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Generator
    from typing import Any, Callable

    from ..accounts import Pins
    from ..observation import KindName, StageName
    from .conversation import Event, Script
    from .reply import Reply

# RFC 4954 section 4: the AUTH command with its initial response must fit into an SMTP command
# line, its end included; the responses that follow need not.
MAX_COMMAND = 512
# The longest response in base64 that servers have to take, by the same section.
MAX_RESPONSE = 12_288
# Codes for an unknown EHLO, and for any unknown command; others refuse us, not the command.
EHLO_UNKNOWN, COMMAND_UNKNOWN = (500, 501, 502, 504), (500, 502)


class Plan(Record):
    """What the script needs to know.

    ``tls`` is "starttls", "implicit" or "none"; ``hello`` the name for EHLO; ``wanted`` the
    mechanisms allowed, in order (empty: choose); ``clear_allowed`` whether the secret may
    travel without TLS; ``kept`` the mechanism that succeeded last time, and ``accept_drift``
    whether a secret that it did not expose may be exposed now; ``sender`` and ``recipient`` what
    to try after the login, if anything; ``pins`` what certificate and mechanisms must be like, if
    anything. ``behind_proxy`` says that a PROXY header was sent first.
    """

    tls: str
    hello: str
    credential: sasl.Credential
    wanted: tuple[str, ...]
    clear_allowed: bool
    random_octets: sasl.RandomOctets
    kept: str = ""
    accept_drift: bool = False
    sender: str | None = None
    recipient: str | None = None
    pins: Pins | None = None
    behind_proxy: bool = False

    @property
    def needs_utf8(self) -> bool:
        """Whether sender or recipient needs SMTPUTF8 (RFC 6531)."""
        return not f"{self.sender or ''}{self.recipient or ''}".isascii()


class Dialogue:
    """One conversation with one server, and what it showed."""

    def __init__(self, plan: Plan, tls: TLSFacts | None = None) -> None:
        """``tls`` has the facts of implicit TLS, which started before."""
        self.plan = plan
        self.tls = tls
        self.before_tls: Capabilities | None = None
        self.capabilities: Capabilities | None = None
        self.choice: Choice | None = None
        self.mechanism: sasl.Mechanism | None = None
        self.accepted = False
        # Replies that may come though nothing was sent, and what they mean. A server may end its
        # service at any time (RFC 5321 section 3.8).
        self.unasked: dict[int, KindName] = {421: Kind.REPLY}
        if plan.behind_proxy and tls is None:
            self.unasked.update(dict.fromkeys(COMMAND_UNKNOWN, Kind.PROXY))
        self._listening = False  # the server, from its greeting to a 421

    def script(self) -> Script:
        """The whole conversation; raises Stopped when no login was accepted."""
        try:
            yield from self._login()
        except Stopped as stop:
            # Not kept after this clause: it holds our frame, which would hold it.
            if self._listening and stop.hearing:
                yield QUIT
            raise
        if self._listening:
            yield QUIT

    def _login(self) -> Script:
        """Greeting, EHLO, STARTTLS and EHLO again, AUTH."""
        self._require_pins()
        greeting = yield GREETING
        self._listening = True
        _require(220, greeting, Stage.GREETING)
        hello = yield from self._say_hello()
        if self.plan.tls == "starttls":
            self.before_tls = hello
            yield from self._start_tls(hello)
            hello = yield from self._say_hello()
        self.capabilities = hello
        mechanism = self.mechanism = self._choose(hello)
        if self.plan.needs_utf8 and "SMTPUTF8" not in hello.keywords:
            raise Stopped(Stage.EHLO, Kind.NO_UTF8)
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
        """Try whether sender and recipient are accepted; no mail is sent."""
        if self.plan.sender is None:
            return
        parameter = " SMTPUTF8" if self.plan.needs_utf8 else ""
        line = f"MAIL FROM:<{self.plan.sender}>{parameter}"
        _require(250, (yield _command(Stage.MAIL, line)), Stage.MAIL)
        if self.plan.recipient is not None:
            reply = yield _command(Stage.RCPT, f"RCPT TO:<{self.plan.recipient}>")
            if reply.code != 251:  # "will forward" (RFC 5321 section 4.2.3)
                _require(250, reply, Stage.RCPT)
        reply = yield _command(Stage.QUIT, "RSET")
        self._listening = reply is not None and reply.code != 421

    def _say_hello(self) -> Generator[Event, Any, Capabilities]:
        """EHLO; if that is unknown HELO, only to be able to say that AUTH is not offered."""
        reply = yield _command(Stage.EHLO, f"EHLO {self.plan.hello}")
        if reply.code not in EHLO_UNKNOWN:
            _require(250, reply, Stage.EHLO)
            self.unasked = {421: Kind.REPLY}
            return parse_hello(reply)
        if self.unasked.get(reply.code) == Kind.PROXY:
            raise Stopped(Stage.EHLO, Kind.PROXY, reply=reply)
        refusal = reply
        reply = yield _command(Stage.EHLO, f"HELO {self.plan.hello}")
        if reply.code != 250:
            raise Stopped(Stage.EHLO, Kind.REPLY, reply=refusal, last=reply)
        self.capabilities = parse_hello(reply, extended=False)
        raise Stopped(Stage.EHLO, Kind.NO_AUTH)

    def _start_tls(self, hello: Capabilities) -> Script:
        """STARTTLS; what was learnt before it no longer counts (RFC 3207 section 4.2)."""
        if "STARTTLS" not in hello.keywords:
            raise Stopped(Stage.STARTTLS, Kind.NO_STARTTLS)
        _require(220, (yield _command(Stage.STARTTLS, "STARTTLS")), Stage.STARTTLS)
        self.tls = yield START_TLS
        self._require_pins()

    def _require_pins(self) -> None:
        """Stop before anything is sent over TLS if the certificate is not as pinned."""
        pins, certificate = self.plan.pins, self.tls.certificate if self.tls else None
        if self.tls is None or pins is None:
            return
        if pins.fingerprint and (certificate is None or certificate.sha256 != pins.fingerprint):
            raise Stopped(Stage.TLS, Kind.PIN, "the certificate has another fingerprint")
        if pins.issuer and (certificate is None or pins.issuer not in certificate.issuer):
            raise Stopped(Stage.TLS, Kind.PIN, "the certificate is from another issuer")

    def _choose(self, hello: Capabilities) -> sasl.Mechanism:
        """Choose the one mechanism of this run; raises Stopped if none can be used."""
        if "AUTH" not in hello.keywords:
            raise Stopped(Stage.EHLO, Kind.NO_AUTH)
        plan = self.plan
        pinned = plan.pins.mechanism if plan.pins else ""
        if pinned and pinned not in hello.mechanisms:
            offered = " ".join(hello.mechanisms) or "no mechanism"
            raise Stopped(Stage.EHLO, Kind.PIN, f"the server offers {offered}, not {pinned}")
        channel = channel_of(self.tls, plan.clear_allowed, plan.wanted)
        choice = choose(hello.mechanisms, plan.wanted, channel, plan.credential, plan.kept)
        self.choice = choice
        asked_for = plan.wanted or plan.accept_drift
        if not asked_for and gives_more_away(choice, plan.kept, plan.credential.proof):
            raise Stopped(Stage.EHLO, Kind.STRIPPED, plan.kept)
        if choice.name is None:
            kind: KindName = Kind.EXPOSED if choice.exposed else Kind.NO_MECHANISM
            raise Stopped(Stage.AUTH, kind)
        try:
            return sasl.create(choice.name, plan.credential, plan.random_octets, choice.binding)
        except Misconfigured as problem:
            others = instead_of(choice.name, hello.mechanisms, plan.credential.proof)
            raise Misconfigured(f"{problem}{others}") from None


def authenticate(mechanism: sasl.Mechanism) -> Generator[Event, Any, Reply]:
    """The AUTH exchange (RFC 4954 section 4); returns the final reply, whatever it is.

    Raises Stopped if a challenge cannot be answered, having cancelled the exchange, and if it
    ends before the initial response that was held back could be sent.
    """
    held = yield from _begin(mechanism)
    line = shown = f"AUTH {mechanism.name}"
    if held is not None and len(line) + 1 + len(held) + 2 <= MAX_COMMAND:
        line, shown, held = f"{line} {held}", f"{shown} {STARS}", None
    reply: Reply = yield Command(Stage.AUTH, Secret(line.encode("ascii")), shown)
    while reply.code == 334:
        try:
            response, held = held or (yield from _respond(mechanism, reply)), None
        except tuple(CANCELLING) as error:
            cancelled = yield _command(Stage.AUTH, "*")
            # With the reply: some servers put a refusal into a 334.
            kind = CANCELLING[type(error)]
            raise Stopped(Stage.AUTH, kind, str(error), reply, cancelled) from None
        reply = yield Command(Stage.AUTH, Secret(response.encode("ascii")), STARS)
    if held is not None and reply.code == 235:
        raise Stopped(Stage.AUTH, Kind.EARLY)
    if held is not None and reply.code >= 400:
        raise Stopped(Stage.AUTH, Kind.UNSENT, reply=reply)
    return reply


class _TooLong(Exception):
    """A response is longer than servers have to take."""


# Exceptions on which we cancel an exchange, and the kind of failure.
CANCELLING: dict[type[Exception], KindName] = {
    sasl.ChallengeRejected: Kind.PROTOCOL,
    sasl.ServerNotVerified: Kind.UNPROVEN,
    _TooLong: Kind.TOO_LONG,
}


def _begin(mechanism: sasl.Mechanism) -> Generator[Event, Any, str | None]:
    """Return the initial response in base64, None if the server speaks first; raises Stopped."""
    try:
        initial = yield from _call(mechanism, mechanism.start)
        return None if initial is None else _encode(initial) or "="
    except sasl.NoTicket as error:
        raise Stopped(Stage.TOKEN, Kind.NO_TICKET, str(error)) from None
    except _TooLong:
        raise Stopped(Stage.AUTH, Kind.TOO_LONG) from None


def _respond(mechanism: sasl.Mechanism, reply: Reply) -> Generator[Event, Any, str]:
    """Return the response to a 334, in base64; raises what CANCELLING lists."""
    challenge = reply.challenge(decoded=mechanism.heeds_challenges)
    if challenge is None:
        raise sasl.ChallengeRejected("a challenge that is not base64")
    return _encode((yield from _call(mechanism, mechanism.respond, challenge)))


def _call(
    mechanism: sasl.Mechanism, function: Callable[..., Any], *arguments: Any
) -> Generator[Event, Any, Any]:
    """Call a mechanism's function, aside where it may take long; raises what it raises."""
    if not mechanism.blocking:
        return function(*arguments)

    def work() -> tuple[Any, Any]:
        # An exception is returned as a value: as itself it would keep the other thread's frames.
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
    """Return the reply if it has the code; else raise Stopped, as refused or as nonsense."""
    if reply.code == code:
        return reply
    if reply.code >= 400:
        raise Stopped(stage, Kind.REPLY, reply=reply)
    raise Stopped(stage, Kind.PROTOCOL, f"reply {reply.code} where {code} was expected", reply)


def _encode(octets: bytes) -> str:
    """Base64 without line ends; raises _TooLong."""
    encoded = b2a_base64(octets, newline=False).decode("ascii")
    if len(encoded) > MAX_RESPONSE:
        raise _TooLong
    return encoded
