"""The command line: options to an Account and a Policy.

Every error is one line that says what to do, and repeats no value: it may be a password
put in the wrong place. An option with an empty value counts as not given, since monitors
pass empty macros.
"""

from __future__ import annotations

import argparse

from .. import __version__
from ..accounts import Account, Caution, Pins, Policy, Source, Thresholds, Trust
from ..secret import Proof
from . import values as values

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any, Callable, NoReturn, TypeVar

    T = TypeVar("T")

PROGRAM = "check_smtp_auth"
DESCRIPTION = """\
Logs in to an SMTP server with a credential, as the programs do that send mail
with it, and tells whether it still works and if not, why. It sends no mail.
"""
EXAMPLES = """\
examples:
  submission with STARTTLS, password in a file that only we can read:
    check_smtp_auth -H mail.example.com -u finance@example.com -P /etc/smtp/fin
  implicit TLS, a certificate authority of our own, warning over 2 s:
    check_smtp_auth -H 192.0.2.1 -p 465 --tls-name mail.example.com \\
        --ca-file /etc/ssl/our-ca.pem -u tickets -P /etc/smtp/tickets -w 2
  what goes over the wire, secrets masked:
    check_smtp_auth -H mail.example.com -u finance@example.com -P FILE -vv

exit codes: 0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN (also -h, -V, wrong options)
"""
DEFAULT_PORTS = {"starttls": 587, "implicit": 465, "none": 25}
OUTPUTS = ("nagios", "json")
NETRC_DEFAULT = ""
SOURCES = (
    "-P, --password-env, --password-command, --netrc, --credential, "
    "--token-file, --token-command, --oauth"
)


class UsageError(Exception):
    """The options are not right: the text says which and how."""


class HelpShown(Exception):
    """-h or -V was given: the text is what it asks for."""


class _Parser(argparse.ArgumentParser):
    """argparse, with errors raised in place of printed."""

    def error(self, message: str) -> NoReturn:
        """Raise what argparse objects to, without the value (see ``_typed`` for the rest)."""
        option, ignored, _ = message.partition(": ignored explicit argument")
        text = f"{option}: takes no value" if ignored else message
        raise UsageError(text.replace("argument ", "", 1))

    def print_help(self, file: Any = None) -> None:
        """Raise the help text."""
        raise HelpShown(self.format_help())


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Help for 80 columns: looking up the terminal's width would cost an import."""

    def __init__(self, prog: str) -> None:
        """Fix the width."""
        super().__init__(prog, max_help_position=30, width=79)

    def _format_action_invocation(self, action: argparse.Action) -> str:
        """Name the value once, not behind each of an option's names."""
        names = ", ".join(action.option_strings)
        if action.nargs == 0:
            return names
        return f"{names} {self._format_args(action, action.dest.upper())}"


class _Version(argparse.Action):
    """-V."""

    def __call__(self, *_: object) -> None:
        """Raise the version line."""
        raise HelpShown(f"{PROGRAM} {__version__}")


class Request(argparse.Namespace):
    """What was asked for, beside account and policy."""

    account: Account
    policy: Policy
    caution: Caution
    output: str
    verbosity: int
    exit_zero: bool
    explain: str | None = None


def parse(arguments: Sequence[str]) -> Request:
    """Read the command line; raises UsageError or HelpShown."""
    given, unknown = build_parser().parse_known_args(arguments)
    if unknown:
        raise UsageError(_unknown(unknown))
    if given.explain:
        wanted = "" if given.explain is True else given.explain
        return Request(explain=wanted, output=given.output or "nagios")
    return Request(
        account=_account(given),
        policy=_policy(given),
        caution=_caution(given),
        output=given.output or "nagios",
        verbosity=given.verbose,
        exit_zero=given.exit_zero,
    )


def build_parser() -> argparse.ArgumentParser:
    """Build the parser; every option stands here, in the order of the help."""
    parser = _Parser(
        prog=PROGRAM,
        usage="%(prog)s -H HOST -u USER -P FILE [options]",
        description=DESCRIPTION,
        epilog=EXAMPLES,
        formatter_class=_Formatter,
        add_help=False,
        allow_abbrev=False,
    )
    _add_server(parser.add_argument_group("server"))
    _add_credential(parser.add_argument_group("credential (exactly one source for the secret)"))
    _add_tls(parser.add_argument_group("TLS"))
    _add_envelope(parser.add_argument_group("after the login (no mail is sent)"))
    _add_judgement(parser.add_argument_group("judgement"))
    _add_caution(parser.add_argument_group("lockout guard"))
    _add_output(parser.add_argument_group("output"))
    return parser


def _add_server(group: argparse._ArgumentGroup) -> None:
    """Add the options of this group."""
    add = group.add_argument
    add("-H", "--host", "--hostname", metavar="HOST", help="server name or address")
    add("-p", "--port", type=_typed(values.port), help="default 587, 465 (implicit), 25 (none)")
    add("-4", "--ipv4", action="store_true", help="use IPv4 only")
    add("-6", "--ipv6", action="store_true", help="use IPv6 only")
    add("--source", metavar="ADDR", type=_typed(values.address), help="local address to come from")
    add("-F", "--helo", metavar="NAME", type=_typed(values.hello), help="name to give in EHLO")
    add(
        "-t",
        "--timeout",
        metavar="SECONDS",
        type=_typed(values.timeout),
        help="for all; default 10",
    )


def _add_credential(group: argparse._ArgumentGroup) -> None:
    """Add the options of this group."""
    add = group.add_argument
    add("-u", "-U", "--user", "--username", metavar="USER", help="login name")
    add("-P", "--password-file", metavar="FILE", help="its first line; - is standard input")
    add("--password-env", metavar="NAME", help="environment variable")
    add("--password-command", metavar="CMD", help="first line of its output; no shell")
    add("--netrc", metavar="FILE", nargs="?", const=True, help="netrc file; default ~/.netrc")
    add("--credential", metavar="NAME", help="systemd credential of that name")
    add("--token-file", metavar="FILE", help="OAuth access token: the first line of a file")
    add("--token-command", metavar="CMD", help="OAuth access token: of a command's output")
    add("--oauth", metavar="FILE", help="OAuth client description, to get access tokens by")
    add(
        "-A",
        "--mechanism",
        metavar="NAME,...",
        type=_typed(values.mechanisms),
        action="append",
        default=[],
        help="mechanisms allowed, in order; default: the strongest offered",
    )
    add("--authzid", metavar="ID", type=_typed(values.printable), help="identity to act as")
    add(
        "--secret-expires",
        metavar="DATE",
        type=_typed(values.date),
        help="day on which the secret is known to end, as 2027-01-31",
    )
    add(
        "--secret-days",
        metavar="WARN[,CRIT]",
        type=_typed(values.days),
        help="days it must still be good for; default 30,7",
    )


def _add_tls(group: argparse._ArgumentGroup) -> None:
    """Add the options of this group."""
    add = group.add_argument
    tls = values.one_of(*DEFAULT_PORTS)
    add("--tls", metavar="MODE", type=_typed(tls), help="starttls (default), implicit, none")
    add("--allow-cleartext", action="store_true", help="send the secret without TLS too")
    add("--ca-file", metavar="FILE", help="trust these authorities, not the system's")
    add("--ca-path", metavar="DIR", help="the same, a directory with hashed names")
    add("--client-cert", metavar="FILE", help="client certificate, in PEM form")
    add("--client-key", metavar="FILE", help="its key; default in the same file")
    add("--tls-name", metavar="NAME", type=_typed(values.host), help="name to verify and for SNI")
    add("--tls-min", metavar="VERSION", type=_typed(values.one_of("1.2", "1.3")), help="1.2 or 1.3")
    add("--insecure", action="store_true", help="do not verify the certificate")


def _add_envelope(group: argparse._ArgumentGroup) -> None:
    """Add the options of this group."""
    add, mail = group.add_argument, _typed(values.mail_address)
    add("-f", "--mail-from", metavar="ADDR", type=mail, help="ask if it may send so; <>: null")
    add("--rcpt-to", metavar="ADDR", type=mail, help="and if it may send to this address")


def _add_judgement(group: argparse._ArgumentGroup) -> None:
    """Add the options of this group."""
    add = group.add_argument
    range_ = _typed(values.parse_range)
    add("-w", "--warning", metavar="RANGE", type=range_, help="total time, in seconds")
    add("-c", "--critical", metavar="RANGE", type=range_, help="the same")
    add("--connect-warning", metavar="RANGE", type=range_, help="time of the TCP connect")
    add("--connect-critical", metavar="RANGE", type=range_, help="the same")
    add("--auth-warning", metavar="RANGE", type=range_, help="time of the AUTH exchange")
    add("--auth-critical", metavar="RANGE", type=range_, help="the same")
    add(
        "-D",
        "--certificate",
        metavar="WARN[,CRIT]",
        type=_typed(values.days),
        help="days the certificate must stay valid; default 14,3; 0,0 is off",
    )
    expect = _typed(values.one_of("accepted", "rejected"))
    add("--expect", metavar="WHAT", type=expect, help="accepted, or rejected: it is retired")
    add("--accept-drift", action="store_true", help="what is seen now is as it should be")
    mechanism = _typed(lambda text: values.mechanisms(text)[0])
    add("--expect-mechanism", metavar="NAME", type=mechanism, help="must be offered")
    add("--expect-issuer", metavar="TEXT", help="must be in the name of the certificate's issuer")
    sha256 = _typed(values.fingerprint)
    add("--expect-fingerprint", metavar="SHA256", type=sha256, help="the certificate's")
    add(
        "--state",
        metavar="DIAGNOSIS=STATE",
        type=_typed(values.state),
        action="append",
        default=[],
        help="give a diagnosis another state; may be repeated",
    )


def _add_caution(group: argparse._ArgumentGroup) -> None:
    """Add the options of this group."""
    add = group.add_argument
    add("--state-dir", metavar="DIR", help="where to remember; none: nowhere")
    count = _typed(values.count)
    add("--max-rejections", metavar="N", type=count, help="then the account is held; default 2")
    add("--max-server-rejections", metavar="N", type=count, help="in 15 minutes; default 3")
    add("--hold", metavar="DURATION", type=_typed(values.duration), help="first hold; default 1h")
    add("--no-guard", action="store_true", help="never hold back a login")
    add("--retry-now", action="store_true", help="try once though held (once in 10 minutes)")


def _add_output(group: argparse._ArgumentGroup) -> None:
    """Add the options of this group."""
    add = group.add_argument
    add("--output", metavar="FORMAT", type=_typed(values.one_of(*OUTPUTS)), help="nagios or json")
    add("--exit-zero", action="store_true", help="exit 0 whatever the state")
    add(
        "--explain",
        metavar="WHAT",
        nargs="?",
        const=True,
        help="what a diagnosis or a server's reply means; alone: all of them",
    )
    add("-v", "--verbose", action="count", default=0, help="report; -vv: dialogue; -vvv: debug")
    add("-V", "--version", action=_Version, nargs=0, help="show the version")
    add("-h", "--help", action="help", help="show this help")


def _typed(convert: Callable[[str], T]) -> Callable[[str], T | None]:
    """Wrap a conversion: an empty value is None, an error is told in our own words."""

    def convert_given(text: str) -> T | None:
        if not text:
            return None
        try:
            return convert(text)
        except ValueError as error:
            raise argparse.ArgumentTypeError(str(error)) from None

    return convert_given


def _account(given: Any) -> Account:
    """Put together what to check; raises UsageError for what does not fit together."""
    try:
        host = values.host(given.host or "")
    except ValueError:
        problem = "-H: must be a host name or an address" if given.host else "no host: give -H HOST"
        raise UsageError(problem) from None
    if given.user is not None and not (given.user and given.user.isprintable()):
        raise UsageError("-u: the user name is empty or has control characters in it")
    given.mechanism = tuple(name for names in given.mechanism for name in names or ())
    source = _source(given)
    needs_user = source.kind != "netrc" and source.proof in (Proof.PASSWORD, Proof.TOKEN)
    if given.user is None and needs_user:
        raise UsageError("no user name: give -u USER")
    if given.client_key and not given.client_cert:
        raise UsageError("--client-key needs --client-cert")
    if given.ipv4 and given.ipv6:
        raise UsageError("-4 and -6 exclude each other")
    if given.rcpt_to and given.mail_from is None:
        raise UsageError("--rcpt-to needs -f")
    tls = given.tls or ("implicit" if given.port == DEFAULT_PORTS["implicit"] else "starttls")
    return Account(
        host=host,
        port=given.port or DEFAULT_PORTS[tls],
        user=given.user,
        source=source,
        tls=tls,
        trust=_trust(given),
        tls_name=given.tls_name or host.partition("%")[0],
        allow_cleartext=given.allow_cleartext,
        mechanisms=given.mechanism,
        authzid=given.authzid or "",
        family="ipv4" if given.ipv4 else "ipv6" if given.ipv6 else "any",
        source_address=given.source,
        hello=given.helo,
        timeout=given.timeout or 10.0,
        sender=given.mail_from,
        recipient=given.rcpt_to or None,
        pins=Pins(
            given.expect_mechanism or "", given.expect_issuer or "", given.expect_fingerprint or ""
        ),
    )


def _trust(given: Any) -> Trust:
    """Put together which certificates are believed."""
    return Trust(
        given.ca_file or None,
        given.ca_path or None,
        given.client_cert or None,
        given.client_key or None,
        given.tls_min or "1.2",
        given.insecure,
    )


def _source(given: Any) -> Source:
    """Find the one source of the secret, or what is to take a secret's place."""
    places = {
        "file": given.password_file,
        "environment": given.password_env,
        "command": given.password_command,
        "netrc": NETRC_DEFAULT if given.netrc is True else given.netrc or None,
        "credential": given.credential,
    }
    sources = [
        Source(kind, place)
        for kind, place in places.items()
        if place or (kind == "netrc" and place is NETRC_DEFAULT)
    ]
    tokens = {
        "file": given.token_file,
        "command": given.token_command,
        "oauth": given.oauth,
    }
    sources += [Source(kind, place, Proof.TOKEN) for kind, place in tokens.items() if place]
    allowed = given.mechanism
    if not sources and "GSSAPI" in allowed:
        sources = [Source("ticket", "", Proof.TICKET)]
    elif not sources and given.client_cert:
        key = given.client_key or given.client_cert
        sources = [Source("certificate", key, Proof.CERTIFICATE)]
    if len(sources) != 1:
        how_many = "no source" if not sources else "more than one source"
        raise UsageError(f"{how_many} for the secret: give one of {SOURCES}")
    _require_use(allowed, sources[0].proof)
    return sources[0]


def _require_use(allowed: Sequence[str], proof: str) -> None:
    """Refuse mechanisms none of which can do with what we have; raises UsageError."""
    from ..sasl.choice import can_serve, with_article

    if allowed and not any(can_serve(name, proof) for name in allowed):
        hint = ""
        if any(can_serve(name, Proof.TOKEN) for name in allowed):
            hint = "; give an access token, by --oauth, --token-file or --token-command"
        raise UsageError(f"-A: none of these mechanisms takes {with_article(proof)}{hint}")


def _policy(given: Any) -> Policy:
    """Put together what is wanted of it."""
    warning_days, critical_days = given.certificate or (14, None)
    secret_warning, secret_critical = given.secret_days or (30, None)
    return Policy(
        Thresholds(given.warning, given.critical),
        Thresholds(given.connect_warning, given.connect_critical),
        Thresholds(given.auth_warning, given.auth_critical),
        warning_days,
        3 if critical_days is None else critical_days,
        dict(pair for pair in given.state if pair),
        given.secret_expires,
        secret_warning,
        7 if secret_critical is None else secret_critical,
        given.expect == "rejected",
        given.accept_drift,
    )


def _caution(given: Any) -> Caution:
    """Put together how carefully to try."""
    return Caution(
        given.state_dir or None,
        given.max_rejections or 2,
        given.max_server_rejections or 3,
        given.hold or 3600.0,
        not given.no_guard,
        given.retry_now,
    )


def _unknown(words: Sequence[str]) -> str:
    """Name an unknown option, never a value."""
    name = words[0].partition("=")[0]
    if not name.startswith("-"):
        return "a value without an option in front of it (it is not repeated here)"
    name = name if name.startswith("--") else name[:2]
    if "pass" in name:
        return f"{name} is unknown: no option takes the password itself; use -P FILE"
    return f"{name} is unknown; -h shows all options"
