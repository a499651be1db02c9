"""Every option: its names, its value, and what it is for. Pure.

The command line, its help, the README, Icinga's CheckCommand and whatever else names the
options are made from this table, so an option is added here and nowhere else. Each text
must be clear on its own, since it is shown alone. ``{...}`` in one is a default, which
``accounts`` has.
"""

from __future__ import annotations

from .. import sasl
from ..accounts import DEFAULT_TLS, PORTS, Account, Caution, Pace, Policy, Trust
from ..diagnosis.catalogue import ENTRIES
from ..outputs import OUTPUTS
from . import values

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any, Callable, Literal

    # What a value is, for whatever completes or checks it. "words" are read by people; a "name" is
    # freely chosen, so it may look like a macro.
    ValueKind = Literal[
        "text", "words", "name", "host", "file", "directory", "command", "variable", "program"
    ]

# Values of these kinds belong to the operating system: their octets are passed on unchanged.
SYSTEMS_OWN = ("file", "directory", "command", "variable", "program")
# In values of these kinds, the characters of a macro may have another meaning.
FREE = ("words", "command")
UNREPLACED = "a macro of the monitoring system that was not replaced"


class Option:
    """One option. Not a Record: there are many, they are made at each start, and this is
    several times faster.

    ``names`` begin with the short ones; the first long one without its dashes is ``key``.
    ``value`` stands for the value in the help, "" for a switch. ``read`` converts a value, and
    raises ValueError; ``choices`` are values to choose from. ``needed`` says that an empty
    value is an error, and does not count as not given; ``repeats`` that the option may be given
    more than once; ``alone`` that it needs no value; ``apart`` is the one value that is not a path.
    """

    def __init__(
        self,
        spelling: str,
        text: str,
        read: Callable[[str], Any] | None = None,
        kind: ValueKind = "text",
        choices: tuple[str, ...] = (),
        needed: bool = False,
        repeats: bool = False,
        alone: bool = False,
        apart: str = "",
    ) -> None:
        """Take a row of the table; ``spelling`` is the names, and the value if there is one."""
        words = spelling.split()
        self.value = "" if words[-1][0] == "-" else words.pop()
        self.names = tuple(words)
        self.text = text
        self.kind = kind
        self.read = read
        self.choices = choices
        self.needed = needed
        self.repeats = repeats
        self.alone = alone
        self.apart = apart

    @property
    def key(self) -> str:
        """The first long name, without the dashes."""
        return next(name for name in self.names if name.startswith("--"))[2:]

    @property
    def given_as(self) -> str:
        """The key with underscores, as ``Given`` has it."""
        return self.key.replace("-", "_")

    @property
    def help(self) -> str:
        """What it is for, with its default."""
        return self.text.format_map(defaults()) if "{" in self.text else self.text

    def convert(self, text: str) -> Any:
        """Return the converted value, None for an empty one, which counts as not given.

        Raises ValueError with words that follow the option's name, and never repeat the
        value: it may be a password put in the wrong place.
        """
        if not text and not self.needed:
            return None
        if self.kind != "name" and values.unreplaced(text, whole=self.kind in FREE):
            raise ValueError(UNREPLACED)
        if self.read is not None:
            return self.read(text)
        return values.one_of(*self.choices)(text) if self.choices else text


def defaults() -> dict[str, str]:
    """Return what the texts of options contain in braces: defaults, and the kinds of programs."""
    from ..configs import all_kinds  # only for the help

    return {
        "starttls": str(PORTS["starttls"]),
        "implicit": str(PORTS["implicit"]),
        "none": str(PORTS["none"]),
        "tls": DEFAULT_TLS,
        "timeout": f"{Account.timeout:g}",
        "minimum": Trust.minimum,
        "certificate": f"{Policy.warning_days},{Policy.critical_days}",
        "secret": f"{Policy.secret_warning_days},{Policy.secret_critical_days}",
        "rejections": str(Caution.rejections),
        "server_rejections": str(Caution.server_rejections),
        "hold": values.duration_text(Caution.hold),
        "kinds": ", ".join(all_kinds()),
        "concurrency": str(Pace.concurrency),
        "server_connections": str(Pace.server_connections),
    }


# The groups that concern the run as a whole. The options of all others concern an account, and
# are keys of an accounts file too.
MANY = "many accounts"
FIRST_TOKEN = "first OAuth token"
OF_THE_RUN = (MANY, FIRST_TOKEN, "output")

# By group, in the order of the help.
OPTIONS: dict[str, tuple[Option, ...]] = {
    "server": (
        Option(
            "-H --host --hostname HOST",
            "name or address of the mail server",
            read=values.host,
            kind="host",
        ),
        Option(
            "-p --port PORT",
            "TCP port of the mail server (default: {starttls}; {implicit} with implicit TLS, "
            "{none} with none)",
            read=values.port,
        ),
        Option("-4 --ipv4", "use IPv4 only"),
        Option("-6 --ipv6", "use IPv6 only"),
        Option("--source ADDR", "local address to connect from", read=values.address),
        Option(
            "-F --helo NAME",
            "name to send in EHLO (default: this host's name or address)",
            read=values.hello,
            kind="host",
        ),
        Option(
            "--proxy-protocol",
            "send a PROXY header (HAProxy's, version 1) first, for a server that takes connections "
            "only from a load balancer",
        ),
        Option(
            "-t --timeout SECONDS",
            "time limit for the whole check in seconds (default: {timeout})",
            read=values.timeout,
        ),
    ),
    "credential (exactly one source for the secret)": (
        Option(
            "-u -U --user --username USER",
            "user name to log in with",
            read=values.user,
            needed=True,
        ),
        Option(
            "-P --password-file FILE",
            "file with the password on its first line; - is standard input",
            kind="file",
            apart="-",
        ),
        Option(
            "--password-env NAME", "environment variable that holds the password", kind="variable"
        ),
        Option(
            "--password-command CMD",
            "command that prints the password on its first line; runs without a shell",
            kind="command",
        ),
        Option(
            "--netrc FILE",
            "netrc file with user name and password (default: ~/.netrc)",
            kind="file",
            alone=True,
        ),
        Option("--credential NAME", "systemd credential that holds the password", kind="variable"),
        Option(
            "--token-file FILE", "file with an OAuth access token on its first line", kind="file"
        ),
        Option(
            "--token-command CMD",
            "command that prints an OAuth access token on its first line; runs without a shell",
            kind="command",
        ),
        Option(
            "--oauth FILE",
            "file that describes an OAuth client; access tokens are fetched with it",
            kind="file",
        ),
        Option(
            "--from KIND[:FILE][#NAME]",
            "use host, port, TLS, user and password from a program's own configuration; KIND is "
            "one of {kinds}",
            read=values.program,
            kind="program",
        ),
        Option(
            "--from-keys PART=KEY,...",
            "where to look in a file of --from env, url, ini, json or yaml: the keys for host, "
            "port, user, password, tls, from and url, and dialect=NAME",
            read=values.program_keys,
        ),
        Option(
            "-A --mechanism NAME,...",
            "allowed SASL mechanisms, in order of preference (default: the strongest one offered)",
            read=values.mechanisms,
            choices=sasl.NAMES,
            repeats=True,
        ),
        Option(
            "--authzid ID",
            "identity to act as, if different from the user (authorization identity)",
            read=values.printable,
        ),
    ),
    "TLS": (
        Option(
            "--tls MODE",
            "how TLS starts: {tls} (default), implicit (default on port {implicit}) or none",
            choices=tuple(PORTS),
        ),
        Option("--allow-cleartext", "send the secret even without TLS"),
        Option(
            "--ca-file FILE",
            "PEM file with the certificate authorities to trust instead of the system's",
            kind="file",
        ),
        Option(
            "--ca-path DIR",
            "directory (with hashed names) with the certificate authorities to trust instead of "
            "the system's",
            kind="directory",
        ),
        Option(
            "--client-cert FILE",
            "PEM file with the client certificate to send to the server",
            kind="file",
        ),
        Option(
            "--client-key FILE",
            "PEM file with the client certificate's private key (default: the certificate's file)",
            kind="file",
        ),
        Option(
            "--tls-name NAME",
            "name that the server's certificate must contain, also sent as SNI (default: the host)",
            read=values.host,
            kind="host",
        ),
        Option(
            "--tls-min VERSION",
            "lowest TLS version to accept: 1.2 or 1.3 (default: {minimum})",
            choices=("1.2", "1.3"),
        ),
        Option("--insecure", "do not verify the server's certificate"),
    ),
    "after the login (no mail is sent)": (
        Option(
            "-f --mail-from ADDR",
            "after the login, ask whether this sender is accepted; <> is the null sender, auto "
            "the sender configured in the program of --from",
            read=values.sender,
        ),
        Option(
            "--rcpt-to ADDR",
            "after --mail-from, ask whether this recipient is accepted too",
            read=values.recipient,
        ),
    ),
    "thresholds and expectations": (
        Option(
            "-w --warning RANGE",
            "WARNING if the total time in seconds is outside this range",
            read=values.parse_range,
        ),
        Option(
            "-c --critical RANGE",
            "CRITICAL if the total time in seconds is outside this range",
            read=values.parse_range,
        ),
        Option(
            "--connect-warning RANGE",
            "WARNING if the TCP connect time in seconds is outside this range",
            read=values.parse_range,
        ),
        Option(
            "--connect-critical RANGE",
            "CRITICAL if the TCP connect time in seconds is outside this range",
            read=values.parse_range,
        ),
        Option(
            "--auth-warning RANGE",
            "WARNING if the time of the AUTH exchange in seconds is outside this range",
            read=values.parse_range,
        ),
        Option(
            "--auth-critical RANGE",
            "CRITICAL if the time of the AUTH exchange in seconds is outside this range",
            read=values.parse_range,
        ),
        Option(
            "-D --certificate WARN[,CRIT]",
            "WARNING, and CRITICAL, if a certificate in the chain expires in fewer days than this "
            "(default: {certificate}; 0,0 turns it off)",
            read=values.days,
        ),
        Option(
            "--secret-expires DATE",
            "date on which the password or client secret expires, such as 2027-01-31",
            read=values.date,
        ),
        Option(
            "--secret-days WARN[,CRIT]",
            "WARNING, and CRITICAL, if --secret-expires is fewer days away than this (default: "
            "{secret})",
            read=values.days,
        ),
        Option(
            "--expect WHAT",
            "accepted (default), or rejected for a retired credential that must no longer work",
            choices=("accepted", "rejected"),
        ),
        Option("--accept-drift", "accept what this check sees as the new baseline for drift"),
        Option(
            "--expect-mechanism NAME",
            "SASL mechanism that the server must offer",
            read=values.mechanism,
            choices=sasl.NAMES,
        ),
        Option(
            "--expect-issuer TEXT",
            "text that the name of the certificate's issuer must contain",
            kind="words",
        ),
        Option(
            "--expect-fingerprint SHA256",
            "SHA-256 fingerprint that the server's certificate must have",
            read=values.fingerprint,
        ),
        Option(
            "--state DIAGNOSIS=STATE",
            "state to report for a diagnosis instead of its own; may be repeated",
            read=values.state,
            repeats=True,
        ),
    ),
    "lockout guard": (
        Option(
            "--state-dir DIR",
            "directory for the history of logins; none keeps no history",
            kind="directory",
            apart="none",
        ),
        Option(
            "--max-rejections N",
            "hold an account after this many rejected logins (default: {rejections})",
            read=values.count,
        ),
        Option(
            "--max-server-rejections N",
            "hold a server's accounts after this many rejected logins in 15 minutes, all its "
            "accounts together (default: {server_rejections})",
            read=values.count,
        ),
        Option(
            "--hold DURATION",
            "how long to hold an account at first, such as 90s, 15m, 1h or 2d (default: {hold})",
            read=values.duration,
        ),
        Option("--no-guard", "try every login, no matter how often it was rejected"),
        Option("--retry-now", "try once even if the account is held (once in 10 minutes)"),
    ),
    MANY: (
        Option(
            "--accounts PATH",
            "check the accounts in this file, or in all *.ini files of this directory",
            kind="file",
        ),
        Option(
            "--account NAME",
            "check only this account from --accounts; may be repeated",
            kind="name",
            repeats=True,
        ),
        Option("--list-accounts", "list the accounts from --accounts without checking them"),
        Option(
            "--concurrency N",
            "how many accounts to check at once (default: {concurrency})",
            read=values.count,
        ),
        Option(
            "--server-connections N",
            "how many connections to open to one server at once (default: {server_connections})",
            read=values.count,
        ),
        Option(
            "--deadline SECONDS",
            "time limit for the whole run in seconds; accounts not reached keep their last state",
            read=values.deadline,
        ),
    ),
    FIRST_TOKEN: (
        Option(
            "--authorize WAY",
            "sign in once at a terminal for --oauth, save the refresh token, and run the check; "
            "WAY is browser or device (default: what the provider supports)",
            choices=("browser", "device"),
            alone=True,
        ),
    ),
    "output": (
        Option(
            "--output FORMAT",
            "output format: nagios (default), json, zabbix, checkmk, prometheus or passive",
            choices=tuple(OUTPUTS),
        ),
        Option("--exit-zero", "exit 0 whatever the state"),
        Option(
            "--explain WHAT",
            "explain a diagnosis or a server's reply without using the network (with -v also "
            "which words decided); without a value, list all diagnoses",
            kind="words",
            choices=tuple(ENTRIES),
            read=str,
            alone=True,
        ),
        Option(
            "-v --verbose",
            "show advice and facts; -vv adds the SMTP dialogue, -vvv adds debugging details",
            repeats=True,
        ),
        Option("-V --version", "show the version"),
        Option("-h --help", "show this help"),
    ),
}


def account_options() -> Iterator[Option]:
    """Yield the options of an account, in order."""
    for group, options in OPTIONS.items():
        if group not in OF_THE_RUN:
            yield from options


def each_option() -> Iterator[Option]:
    """Yield all options, in order."""
    for group in OPTIONS.values():
        yield from group


def nearest(name: str, known: Iterable[str]) -> str:
    """Return the known name that a mistyped one was probably meant to be; "" if none is near."""
    from difflib import get_close_matches  # only for a mistyped name

    return next(iter(get_close_matches(name.replace("_", "-"), list(known), 1, 0.8)), "")
