"""The login as a script: who says what, in the order it is spoken. Pure.

An SMTP login is lock-step, so it is written as a generator: it yields what is to be done
(a ``Command`` to send, ``StartTLS``, ``Work`` to run) and is sent what came of it (a
``Reply``, ``TLSFacts``, a result). Order on the page is order on the wire. Sources: RFC
5321 (SMTP), RFC 3207 (STARTTLS), RFC 4954 (AUTH).
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
from .reply import Reply

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Generator
    from typing import Any, Callable, Union

    from ..observation import KindName, StageName

    Step = Union["Command", "StartTLS", "Work"]
    Script = Generator[Step, Any, None]

# RFC 4954 section 4: the AUTH command with its initial response is held to the length of
# an SMTP command line, its end included; the responses that follow are not.
MAX_COMMAND = 512
# Replies that say "I do not know EHLO"; others refuse us, not the command.
EHLO_UNKNOWN = (500, 501, 502, 504)
_BASE64 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/="


class Command(Record):
    """A line to send (None: just await the greeting), and what may be printed of it."""

    stage: StageName
    line: Secret | None
    shown: str


class StartTLS(Record):
    """Start TLS now; to be answered with TLSFacts."""


class Work(Record):
    """Run a function that may take long; to be answered with its result, or its error."""

    function: Callable[..., Any]
    arguments: tuple[Any, ...] = ()


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
        """Say where it stopped, why, by which reply if by one, and the last one that came if
        that was another.
        """
        super().__init__(stage, kind, detail)
        self.stage = stage
        self.kind = kind
        self.detail = detail
        self.reply = reply
        self._last = last or reply

    @property
    def hearing(self) -> bool:
        """Whether the server is still listening, so that QUIT is owed to it.

        It is not after 421 (RFC 5321 section 3.8), nor where its last reply made no sense.
        """
        if self._last is None:
            return True
        return self._last.code >= 400 and self._last.code != 421


class Plan(Record):
    """What the script needs to know.

    ``tls`` is "starttls", "implicit" or "none"; ``hello`` the name for EHLO; ``wanted`` the
    mechanisms allowed, in order (empty: choose); ``clear_allowed`` whether the secret may
    travel without TLS; ``kept`` the mechanism that succeeded last time; ``sender`` and
    ``recipient`` what to ask for after the login, if anything.
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
        self._over = False  # the server has taken leave before us

    def script(self) -> Script:
        """The whole conversation; raises Stopped when no login was accepted."""
        stopped = None
        try:
            yield from self._login()
        except Stopped as stop:
            stopped = stop
        if not self._over and (stopped is None or stopped.hearing):
            yield _command(Stage.QUIT, "QUIT")
        if stopped is not None:
            raise stopped

    def _login(self) -> Script:
        """Greeting, EHLO, STARTTLS and EHLO again, AUTH."""
        _require(220, (yield Command(Stage.GREETING, None, "")), Stage.GREETING)
        hello = yield from self._say_hello()
        if self.plan.tls == "starttls":
            self.before_tls = hello
            yield from self._start_tls(hello)
            hello = yield from self._say_hello()
        self.capabilities = hello
        mechanism = self.mechanism = self._choose(hello)
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
        self._over = reply is None or reply.code == 421

    def _say_hello(self) -> Generator[Step, Any, Capabilities]:
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
        self.tls = yield StartTLS()

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


def authenticate(mechanism: sasl.Mechanism) -> Generator[Step, Any, Reply]:
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
) -> Generator[Step, Any, Any]:
    """Call a mechanism's function, aside where it may take long."""
    if mechanism.blocking:
        return (yield Work(function, arguments))
    return function(*arguments)


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
