"""What was seen in one attempt: facts without judgement.

The probe writes these, the diagnosis judges them, the reports render them. Times are in seconds;
points in time are seconds since the epoch (UTC).

``Stage`` and ``Kind`` are plain strings at run time; ``StageName`` and ``KindName`` are their types
for mypy, so that neither is mistaken for the other, nor for any text.
"""

from __future__ import annotations

from .record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final, Literal

    from .sasl.choice import SkipName
    from .smtp.capabilities import Capabilities
    from .smtp.reply import Reply

    StageName = Literal[
        "dns",
        "connect",
        "greeting",
        "ehlo",
        "starttls",
        "tls",
        "token",
        "auth",
        "mail",
        "rcpt",
        "quit",
    ]
    KindName = Literal[
        "name not resolved",
        "connection refused",
        "unreachable",
        "timeout",
        "connection lost",
        "closed by a TLS alert",
        "no TLS after the handshake",
        "handshake failed",
        "no TLS in the answer",
        "certificate not verified",
        "protocol broken",
        "refused by a reply",
        "STARTTLS not offered",
        "octets between STARTTLS and TLS",
        "AUTH not offered",
        "no usable mechanism",
        "the secret would travel in clear text",
        "accepted before the secret was asked for",
        "accepted without the server's proof",
        "no Kerberos ticket",
        "held back by the guard",
        "not what was pinned",
        "only what gives the secret away is left",
        "SMTPUTF8 not offered",
        "refused before the secret could be sent",
        "a response over the limit",
        "the PROXY header taken for a command",
        "not an address of this host",
        "forbidden by this host",
        "refused by the token endpoint",
        "no OAuth answer from the token endpoint",
    ]


class Stage:
    """The stages of an attempt, by the names that JSON uses, in the order of a run."""

    DNS: Final = "dns"
    CONNECT: Final = "connect"
    GREETING: Final = "greeting"
    EHLO: Final = "ehlo"
    STARTTLS: Final = "starttls"
    TLS: Final = "tls"
    TOKEN: Final = "token"
    AUTH: Final = "auth"
    MAIL: Final = "mail"
    RCPT: Final = "rcpt"
    QUIT: Final = "quit"


class Kind:
    """What ended an attempt before a login was accepted."""

    DNS: Final = "name not resolved"
    REFUSED: Final = "connection refused"
    UNREACHABLE: Final = "unreachable"
    TIMEOUT: Final = "timeout"
    LOST: Final = "connection lost"
    ALERT: Final = "closed by a TLS alert"
    GARBLED: Final = "no TLS after the handshake"
    HANDSHAKE: Final = "handshake failed"
    NOT_TLS: Final = "no TLS in the answer"
    CERTIFICATE: Final = "certificate not verified"
    PROTOCOL: Final = "protocol broken"
    REPLY: Final = "refused by a reply"
    NO_STARTTLS: Final = "STARTTLS not offered"
    INJECTION: Final = "octets between STARTTLS and TLS"
    NO_AUTH: Final = "AUTH not offered"
    NO_MECHANISM: Final = "no usable mechanism"
    EXPOSED: Final = "the secret would travel in clear text"
    EARLY: Final = "accepted before the secret was asked for"
    UNPROVEN: Final = "accepted without the server's proof"
    NO_TICKET: Final = "no Kerberos ticket"
    HELD: Final = "held back by the guard"
    PIN: Final = "not what was pinned"
    STRIPPED: Final = "only what gives the secret away is left"
    NO_UTF8: Final = "SMTPUTF8 not offered"
    UNSENT: Final = "refused before the secret could be sent"
    TOO_LONG: Final = "a response over the limit"
    PROXY: Final = "the PROXY header taken for a command"
    SOURCE: Final = "not an address of this host"
    FORBIDDEN: Final = "forbidden by this host"
    TOKEN_REFUSED: Final = "refused by the token endpoint"
    TOKEN_ANSWER: Final = "no OAuth answer from the token endpoint"


class Certificate(Record):
    """The facts of one X.509 certificate, and its place in the chain: ``role`` is "server" (its
    own), "intermediate" or "root"; ``sent`` says that the server sent it, ``trusted`` that the
    chain ends at it because this host trusts it.
    """

    der: bytes
    subject: str
    issuer: str
    not_before: int
    not_after: int
    names: tuple[str, ...]
    issuer_organisation: str = ""
    role: str = "server"
    sent: bool = True
    trusted: bool = False

    @property
    def sha256(self) -> str:
        """The fingerprint: SHA-256 of the DER form, in lower-case hexadecimal."""
        import hashlib  # not needed if the check succeeds

        return hashlib.sha256(self.der).hexdigest()


class TLSFacts(Record):
    """The parameters agreed on in a TLS handshake; for a failed one, only the certificates.

    ``certificate`` is the server's own. ``chain`` is what OpenSSL built, from that one upwards; of
    a good chain, it has only that one, and the one that ends before it, if there is one.
    ``namesakes`` have the name of the last one's issuer, and are sent by the server or trusted
    here, but are not it. ``asked`` says that the server asked for a client certificate.
    ``bindings`` are the data by which a login can be bound to this channel, by kind.
    """

    version: str | None
    cipher: str | None
    verified: bool
    certificate: Certificate | None
    notices: tuple[str, ...] = ()
    bindings: dict[str, bytes] = {}
    chain: tuple[Certificate, ...] = ()
    asked: bool = False
    namesakes: tuple[Certificate, ...] = ()

    @property
    def first_to_end(self) -> Certificate | None:
        """The certificate of the chain that ends first, None if there is none."""
        return min(self.chain, key=lambda each: each.not_after, default=self.certificate)


class Exchange(Record):
    """One line sent and the reply to it."""

    stage: StageName
    said: str
    reply: Reply | None
    seconds: float


class Failure(Record):
    """What ended the attempt: at which stage, how, in which words, and by which reply, if by one.

    ``code`` is OpenSSL's verification code for ``Kind.CERTIFICATE``.
    """

    stage: StageName
    kind: KindName
    detail: str = ""
    reply: Reply | None = None
    code: int | None = None


class FailedConnect(Record):
    """An address to which no connection was made, so that the next one was tried."""

    address: str
    kind: KindName
    detail: str


class Times(Record):
    """How long each part took, None for what was not reached.

    ``connect`` is the TCP connect to the address that answered, ``tls`` the handshake, ``auth`` the
    AUTH exchange without key derivation, ``total`` everything, ``token`` the time to get an access
    token, ``wait`` the time spent waiting for other checks of ours.
    """

    connect: float | None
    tls: float | None
    auth: float | None
    total: float
    token: float | None = None
    wait: float = 0.0


class TokenFacts(Record):
    """How an access token was got, or was not: from which provider, by which grant. For what the
    endpoint said, from ``error`` to ``ahead``, see ``tokens.client.TokenUnavailable``; ``trouble``
    says why a token could not be cached.
    """

    provider: str
    grant: str
    error: str = ""
    status: int = 0
    words: str = ""
    codes: tuple[int, ...] = ()
    subtype: str = ""
    limited: bool = False
    ahead: float = 0.0
    trouble: str = ""


class MechanismFacts(Record):
    """What the server disclosed in an AUTH exchange, None or "" if nothing: SCRAM's iteration count
    and error (RFC 5802 section 7), and what it said about a token that it rejected (RFC 7628
    section 3.2.2).
    """

    iterations: int | None = None
    error: str = ""
    token_status: str = ""
    token_scope: str = ""


class Observation(Record):
    """Everything one attempt showed. ``accepted`` says that the login was accepted, whatever came
    after it; ``secret_sent`` that the secret or a proof of it was sent. ``skipped`` are the
    mechanisms that were offered and not used, and why; ``secret_oddity`` is what in the secret is
    often a mistake (``secret.oddity``).
    """

    failure: Failure | None
    times: Times
    address: str | None = None
    tries: tuple[FailedConnect, ...] = ()
    tls: TLSFacts | None = None
    before_tls: Capabilities | None = None
    capabilities: Capabilities | None = None
    mechanism: str | None = None
    skipped: dict[str, SkipName] = {}
    mechanism_facts: MechanismFacts = MechanismFacts()
    exchanges: tuple[Exchange, ...] = ()
    secret_oddity: str = ""
    secret_sent: bool = False
    accepted: bool = False
    token: TokenFacts | None = None
