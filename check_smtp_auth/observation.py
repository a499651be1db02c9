"""What was seen in one attempt: facts without opinions.

The probe writes these, the diagnosis judges them, the reports render them. Times are in
seconds; points in time are seconds since the epoch (UTC).
"""

from __future__ import annotations

from .record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .smtp.capabilities import Capabilities
    from .smtp.reply import Reply


class Stage:
    """How far an attempt has come; the names that JSON uses, in the order of a run."""

    DNS = "dns"
    CONNECT = "connect"
    GREETING = "greeting"
    EHLO = "ehlo"
    STARTTLS = "starttls"
    TLS = "tls"
    TOKEN = "token"
    AUTH = "auth"
    MAIL = "mail"
    RCPT = "rcpt"
    QUIT = "quit"


class Kind:
    """What ended an attempt before a login was accepted."""

    DNS = "name not resolved"
    REFUSED = "connection refused"
    UNREACHABLE = "unreachable"
    TIMEOUT = "timeout"
    LOST = "connection lost"
    HANDSHAKE = "handshake failed"
    CERTIFICATE = "certificate not verified"
    PROTOCOL = "protocol broken"
    REPLY = "refused by a reply"
    NO_STARTTLS = "STARTTLS not offered"
    INJECTION = "octets between STARTTLS and TLS"
    NO_AUTH = "AUTH not offered"
    NO_MECHANISM = "no usable mechanism"
    EXPOSED = "the secret would travel in clear text"
    EARLY = "accepted before the secret was asked for"
    UNPROVEN = "accepted without the server's proof"
    NO_TICKET = "no Kerberos ticket"
    HELD = "held back by the guard"
    PIN = "not what was pinned"
    TOKEN_REFUSED = "refused by the token endpoint"
    TOKEN_ANSWER = "no OAuth answer from the token endpoint"


class Certificate(Record):
    """The facts of one X.509 certificate."""

    der: bytes
    subject: str
    issuer: str
    not_before: int
    not_after: int
    names: tuple[str, ...]
    issuer_organisation: str = ""

    @property
    def sha256(self) -> str:
        """The fingerprint: SHA-256 of the DER form, in lower-case hexadecimal."""
        import hashlib  # not needed by a check that goes well

        return hashlib.sha256(self.der).hexdigest()


class TLSFacts(Record):
    """What was agreed on in a TLS handshake; with a failed one, the certificate alone.

    ``bindings`` are the data by which a login could be bound to this channel, by kind.
    """

    version: str | None
    cipher: str | None
    verified: bool
    certificate: Certificate | None
    notices: tuple[str, ...] = ()
    bindings: dict[str, bytes] = {}


class Exchange(Record):
    """One thing said and the reply to it."""

    stage: str
    said: str
    reply: Reply | None
    seconds: float


class Failure(Record):
    """What ended the attempt: where, how, in which words, and by which reply if by one.

    ``code`` is OpenSSL's verification code for ``Kind.CERTIFICATE``.
    """

    stage: str
    kind: str
    detail: str = ""
    reply: Reply | None = None
    code: int | None = None


class Try(Record):
    """An address that did not answer, so that the next one was tried."""

    address: str
    kind: str
    detail: str


class Times(Record):
    """How long each part took, None for what was not reached.

    ``connect`` is the TCP connect to the address that answered, ``tls`` the handshake,
    ``auth`` the AUTH exchange without key derivation, ``total`` all of it, ``token`` what
    it took to get an access token.
    """

    connect: float | None
    tls: float | None
    auth: float | None
    total: float
    token: float | None = None


class TokenFacts(Record):
    """How an access token was got, or was not: from which provider, by which grant. ``error``
    is OAuth's (RFC 6749 section 5.2) and ``status`` HTTP's, "" and 0 where none was heard;
    ``trouble`` says why a token is not kept that should be.
    """

    provider: str
    grant: str
    error: str = ""
    status: int = 0
    trouble: str = ""


class Observation(Record):
    """Everything one attempt showed. ``accepted`` says that the login was, whatever came
    after it; ``secret_sent`` that the secret or a proof of it went on the wire.
    """

    address: str | None
    tries: tuple[Try, ...]
    tls: TLSFacts | None
    before_tls: Capabilities | None
    capabilities: Capabilities | None
    mechanism: str | None
    skipped: dict[str, str]
    mechanism_facts: dict[str, str]
    exchanges: tuple[Exchange, ...]
    failure: Failure | None
    times: Times
    secret_has_blanks: bool = False
    secret_sent: bool = False
    accepted: bool = False
    token: TokenFacts | None = None


def without_login(failure: Failure, token: TokenFacts | None, times: Times) -> Observation:
    """Return what was seen where no access token was to be had: the server was not asked."""
    return Observation(
        address=None,
        tries=(),
        tls=None,
        before_tls=None,
        capabilities=None,
        mechanism=None,
        skipped={},
        mechanism_facts={},
        exchanges=(),
        failure=failure,
        times=times,
        token=token,
    )
