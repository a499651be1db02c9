"""What to check, and what is wanted of it: values only. Pure."""

from __future__ import annotations

from .record import Record
from .secret import Proof, Secret

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, Literal

    from .diagnosis.catalogue import Slug, State
    from .ranges import Range

    TLSMode = Literal["starttls", "implicit", "none"]
    Family = Literal["any", "ipv4", "ipv6"]
    SourceKind = Literal[
        "file",
        "environment",
        "command",
        "netrc",
        "credential",
        "oauth",
        "certificate",
        "ticket",
        "secrets-file",
        "secrets-command",
        "program",
    ]


# The port of each way to start TLS.
PORTS: dict[TLSMode, int] = {"starttls": 587, "implicit": 465, "none": 25}
DEFAULT_TLS: TLSMode = "starttls"


def reach(tls: TLSMode | None, port: int | None) -> tuple[TLSMode, int]:
    """Return how TLS starts, and the port; if one is not given, the other decides."""
    if tls is None:
        tls = "implicit" if port == PORTS["implicit"] else DEFAULT_TLS
    return tls, port or PORTS[tls]


class Misconfigured(Exception):
    """Something on our side is wrong: the text says what, and what to do about it.

    It never quotes the contents of a file, nor a value that may be a secret.
    """


class Source(Record):
    """Where a secret comes from: the kind of place, which one, and what ``proof`` it is.

    The kinds are "file" ("-" is standard input), "environment", "command", "netrc",
    "credential" (systemd's), "oauth" (a client description, by which an access token is
    got), "certificate" (the client's), "ticket" (Kerberos; no place), "secrets-file" and
    "secrets-command", which hold the secrets of many, this one's under the name ``entry``.

    "program" is the file ``place`` of a program, which was read already: it had the ``secret``
    itself, or the ``command`` (for a shell) that prints it; ``mark`` and ``changed`` are as in
    ``private_file.Contents``.
    """

    kind: SourceKind
    place: str
    proof: str = Proof.PASSWORD
    entry: str = ""
    secret: Secret | None = None
    command: str = ""
    mark: str = ""
    changed: float | None = None


class Trust(Record):
    """Which certificates are trusted, and which one is ours.

    Without ``ca_file`` and ``ca_path`` the system's store is used. ``minimum`` is "1.2" or
    "1.3".
    """

    ca_file: str | None = None
    ca_path: str | None = None
    client_cert: str | None = None
    client_key: str | None = None
    minimum: str = "1.2"
    insecure: bool = False


class Pins(Record):
    """What must hold whatever the history says: a mechanism that is offered, a text in the
    issuer's name, the certificate's SHA-256 in lower-case hexadecimal.
    """

    mechanism: str = ""
    issuer: str = ""
    fingerprint: str = ""


class Account(Record):
    """One credential on one server, and the way to it. Times are in seconds.

    ``sender`` and ``recipient`` are tried after the login; None tries nothing, a sender "" is
    the null one. ``behind_proxy`` servers are told by a PROXY header who connects.

    ``name`` is the account's in an accounts file, and ``stands`` where that is (file and line),
    "" where it was given by options. ``used_by`` says who stops when it stops; ``labels`` are names
    and values that reports pass on; ``monitor_host`` is the host that it belongs to in the monitor.
    ``notices`` are about the program's configuration that it comes from.
    """

    host: str
    port: int
    user: str | None
    source: Source
    tls: TLSMode
    trust: Trust
    tls_name: str
    allow_cleartext: bool = False
    mechanisms: tuple[str, ...] = ()
    authzid: str = ""
    family: Family = "any"
    source_address: str | None = None
    hello: str | None = None
    timeout: float = 10.0
    sender: str | None = None
    recipient: str | None = None
    pins: Pins = Pins()
    behind_proxy: bool = False
    name: str = ""
    used_by: str = ""
    labels: tuple[tuple[str, str], ...] = ()
    monitor_host: str = ""
    notices: tuple[str, ...] = ()
    stands: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The names that the server has from us, and may echo."""
        given = (self.user, self.hello, self.authzid, self.sender, self.recipient)
        return tuple([name for name in (*given, self.host, self.tls_name) if name])


class Thresholds(Record):
    """The ranges in which a time is good; None where any time is."""

    warning: Range | None = None
    critical: Range | None = None


class Caution(Record):
    """How carefully to try: see ``state.guard``. ``state_dir`` None is the default place,
    "none" keeps nothing; ``hold`` is in seconds.
    """

    state_dir: str | None = None
    rejections: int = 2
    server_rejections: int = 3
    hold: float = 3600.0
    guarded: bool = True
    retry_now: bool = False


class Policy(Record):
    """What is wanted of an account.

    ``total``, ``connect`` and ``auth`` are for times in seconds. A certificate must be
    valid for ``warning_days`` and ``critical_days`` more; 0 asks for nothing. The same holds for
    the secret, if it is known when it expires: ``secret_expires`` (seconds since the epoch).
    ``states`` replaces diagnoses' own states. ``expect_rejected`` is for a retired credential.
    ``accept_drift`` takes what is seen now as the new baseline.
    """

    total: Thresholds = Thresholds()
    connect: Thresholds = Thresholds()
    auth: Thresholds = Thresholds()
    warning_days: int = 14
    critical_days: int = 3
    states: dict[Slug, State] = {}
    secret_expires: float | None = None
    secret_warning_days: int = 30
    secret_critical_days: int = 7
    expect_rejected: bool = False
    accept_drift: bool = False


class Program(Record):
    """What ``--from`` names: a kind of program (see ``configs``), its file or directory ("" where
    the program looks for it itself), and which of its logins; ``keys`` are what stands where, for
    the generic kinds.
    """

    kind: str
    path: str
    name: str = ""
    keys: Mapping[str, str] = {}


class Origin(Record):
    """A program whose configuration is still to be read, and what else was given, by names as in
    ``options.given``: what is ``weaker`` than the configuration, and what is ``stronger``.
    ``where`` is the place in an accounts file, "" for options; ``more`` are further fields of the
    account.
    """

    program: Program
    stronger: Mapping[str, Any]
    weaker: Mapping[str, Any] = {}
    where: str = ""
    more: Mapping[str, Any] = {}


class Entry(Record):
    """One account of a run: what to check, and how. ``problem`` says why it cannot be checked,
    "" if it can; ``account`` then has only what is known, as it has until its ``origin`` is read.
    ``place`` is the program's file that it was read from.
    """

    account: Account
    policy: Policy
    caution: Caution
    problem: str = ""
    origin: Origin | None = None
    place: str = ""


class Pace(Record):
    """How many conversations a run holds at once, in all and with one server, and how many
    seconds it may take, None for as long as it takes.
    """

    concurrency: int = 50
    server_connections: int = 10
    deadline: float | None = None
