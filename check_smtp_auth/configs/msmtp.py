"""msmtp's configuration, as msmtp 1.8 reads it (tested with the program itself). Pure.

A line is a command, blanks, and the rest as its argument. Double quotes around the whole argument
are removed, and nothing else: there are no escapes, and ``#`` begins a comment only at the
beginning of the line.
"""

from __future__ import annotations

from ..accounts import Misconfigured
from ..credentials import netrc
from ..secret import Secret
from .reading import Contents, Found, Variable, fault

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Generator
    from typing import Any

    from ..accounts import TLSMode
    from .reading import Query, Reading

SYSTEMS = "/etc/msmtprc"
BLANKS = " \t"
# In octets without the line end: msmtp rejects longer lines.
LONGEST = 500
# Commands that need no argument, and what they mean without one.
BARE = {
    **dict.fromkeys(("user", "password", "passwordeval", "from", "domain", "ntlmdomain"), ""),
    **dict.fromkeys(("tls_trust_file", "tls_fingerprint", "tls_host_override"), ""),
    **dict.fromkeys(("tls_key_file", "tls_cert_file", "proxy_host", "socket"), ""),
    **dict.fromkeys(("auth", "tls", "tls_starttls", "tls_certcheck"), "on"),
    "tls_nocertcheck": "on",
}
SWITCHES = ("tls", "tls_starttls", "tls_certcheck", "tls_nocertcheck", "auto_from")
# Values of ``auth`` besides ``on``, which means whatever the server offers.
METHODS = (
    *("plain", "login", "cram-md5", "digest-md5", "scram-sha-1", "scram-sha-1-plus"),
    *("scram-sha-256", "scram-sha-256-plus", "scram-sha-512", "scram-sha-512-plus"),
    *("ntlm", "gssapi", "external", "oauthbearer", "xoauth2"),
)


class _Account:
    """The settings of an account: by command, the argument and its line."""

    def __init__(self, path: str, line: int, said: dict[str, tuple[str, int]]) -> None:
        """Take ``said``, the defaults for all accounts."""
        self.path, self.line = path, line
        self.common, self.own = said, dict[str, "tuple[str, int]"]()
        self.problem = ""
        self.other = Found()  # what to return of it unless it is the one asked for

    def get(self, command: str) -> str:
        """Return the argument of a command, "" if there is none."""
        return self.own.get(command, self.common.get(command, ("", 0)))[0]

    def line_of(self, command: str) -> int:
        """Return the line of a command."""
        return self.own.get(command, self.common.get(command, ("", self.line)))[1]


def read(query: Query) -> Reading:
    """Return the accounts of the file; if none is given, of the user's file and the system's, of
    which the user's takes precedence.
    """
    home = (yield Variable("HOME", secret=False)) or ""
    if query.path:
        files = [(yield Contents(query.path, made=_accounts))]
    else:
        files = yield from _usual(home)
    accounts: dict[str, _Account] = {}
    for file in files:
        for name, account in file.items():
            accounts.setdefault(name, account)
    found = []
    for name, account in accounts.items():
        if query.name in ("", name):
            found.append((yield from _found(name, account, home)))
        else:
            found.append(account.other)
    return found


def _usual(home: str) -> Generator[Any, Any, list[dict[str, _Account]]]:
    """Return the accounts of the user's own file, the first that exists, and of the system's."""
    config = yield Variable("XDG_CONFIG_HOME", secret=False)
    files: list[dict[str, _Account]] = []
    for path in (f"{home}/.msmtprc", f"{config or f'{home}/.config'}/msmtp/config", SYSTEMS):
        if not files or path == SYSTEMS:
            file = yield Contents(path, optional=True, made=_accounts)
            files += [file] if file is not None else []
    if not files:
        raise Misconfigured(f"msmtp: there is neither {SYSTEMS} nor a file of this user")
    return files


def _accounts(text: str, path: str) -> dict[str, _Account]:
    """Return the accounts in a file; raises Misconfigured if msmtp would reject it."""
    common: dict[str, tuple[str, int]] = {}
    accounts: dict[str, _Account] = {}
    account: _Account | None = None
    current, evaluated = {}, ""
    for number, line in enumerate(text.split("\n"), 1):
        line = line[:-1] if line.endswith("\r") else line
        command, argument = _split(line, path, number)
        if not command or command[0] == "#":
            continue
        if command == "defaults":
            account, current = None, common
        elif command == "account":
            account = _Account(path, number, dict(common))
            _begin(account, argument, accounts)
            account.problem = account.problem or evaluated
            current = account.own
        elif command == "eval":
            why = "the line comes from a command (eval), which this check does not run"
            problem = str(fault(path, number, why))
            if account is None:
                evaluated = problem
            else:
                account.problem = account.problem or problem
        else:
            current[command] = (_argument(command, argument, path, number), number)
    return accounts


def _split(line: str, path: str, number: int) -> tuple[str, str]:
    """Split a line into command and argument; raises Misconfigured."""
    if len(line.encode()) > LONGEST:
        raise fault(path, number, f"the line is longer than {LONGEST} bytes, which msmtp refuses")
    line = line.strip(BLANKS)
    end = min((line.find(blank) for blank in BLANKS if blank in line), default=len(line))
    argument = line[end:].strip(BLANKS)
    if len(argument) > 1 and argument[0] == argument[-1] == '"':
        argument = argument[1:-1]
    return line[:end], argument


def _begin(account: _Account, argument: str, accounts: dict[str, _Account]) -> None:
    """Begin an account, with what it inherits from others; raises Misconfigured."""
    path, line = account.path, account.line
    name, colon, others = (each.strip(BLANKS) for each in argument.partition(":"))
    if not name or "," in name:
        raise fault(path, line, "msmtp does not accept this account name")
    if name in accounts:
        raise fault(path, line, "this account name is already used")
    for other in others.split(",") if colon else ():
        base = accounts.get(other.strip(BLANKS))
        if base is None:
            raise fault(path, line, "it refers to an account that is not defined above it")
        account.own.update(base.own)
        account.problem = account.problem or base.problem
    account.other = Found(name, place=path)
    accounts[name] = account


def _argument(command: str, argument: str, path: str, line: int) -> str:
    """Return the value of a command's argument; raises Misconfigured."""
    if not argument:
        return BARE.get(command, "")
    if command in SWITCHES and argument not in ("on", "off"):
        raise fault(path, line, f"{command} is neither on nor off")
    if command == "auth" and argument not in ("on", "off", *METHODS):
        raise fault(path, line, "auth names a method that msmtp does not know")
    number = argument[argument.startswith("+") :]
    digits = number.isascii() and number.isdigit() and len(number) < 6
    if command == "port" and not (digits and number[0] != "0" and int(number) < 65536):
        raise fault(path, line, "port is not a port number")
    return argument


def _found(name: str, account: _Account, home: str) -> Generator[Any, Any, Found]:
    """Return the login of an account."""
    get = account.get
    found = Found(name, host=get("host"), user=get("user"), place=account.path)
    problem = account.problem or _problem(account)
    if problem:
        return found.replace(problem=problem)
    tls: TLSMode = "none"
    if get("tls") == "on":
        tls = "implicit" if get("tls_starttls") == "off" else "starttls"
    trust = get("tls_trust_file")
    method = get("auth").upper()
    secret, command = get("password"), get("passwordeval")
    if not secret and not command and method not in ("GSSAPI", "EXTERNAL"):
        secret = yield from _in_netrc(found, home)
    ntlm = get("ntlmdomain") if method == "NTLM" else ""
    domain, sender = get("domain"), get("from")
    return found.replace(
        port=int(get("port") or (465 if tls == "implicit" else 25)),
        tls=tls,
        user=f"{ntlm}\\{found.user}" if ntlm else found.user,
        secret=Secret(secret.encode()) if secret else None,
        command="" if secret else command,
        mechanisms=() if method == "ON" else (method,),
        # One with a percent sign is generated for each mail, one with an asterisk is a pattern.
        sender="" if "%" in sender or "*" in sender else sender,
        ca_file="" if trust == "system" else _below(trust, home),
        tls_name=get("tls_host_override"),
        client_cert=_below(get("tls_cert_file"), home),
        client_key=_below(get("tls_key_file"), home),
        hello="" if domain == "localhost" else domain,
        notices=tuple(_notices(account, tls)),
    )


def _problem(account: _Account) -> str:
    """Say why an account cannot be checked, "" if it can."""
    get, path = account.get, account.path
    command, why = "", ""
    if not get("host"):
        command, why = "account", "the account has no host"
    elif get("protocol") == "lmtp":
        command, why = "protocol", "this check does not support protocol lmtp"
    elif get("socket"):
        command, why = "socket", "msmtp connects to a socket, not to a host"
    elif get("auth") in ("", "off"):
        command, why = "auth", "auth is off, so msmtp does not log in"
    elif get("auth") == "digest-md5":
        command, why = "auth", "this check does not support auth digest-md5"
    return str(fault(path, account.line_of(command), why)) if why else ""


def _notices(account: _Account, tls: str) -> list[str]:
    """Return what an administrator should know about an account."""
    get, told = account.get, []
    if tls != "none" and ("off" in get("tls_certcheck") or get("tls_nocertcheck") == "on"):
        told.append("msmtp does not verify the certificate here; this check does.")
    if tls != "none" and get("tls_fingerprint"):
        told.append("msmtp trusts a fingerprint here; this check trusts certificate authorities.")
    if get("proxy_host"):
        told.append("msmtp goes through a proxy here; this check does not.")
    return told


def _in_netrc(found: Found, home: str) -> Generator[Any, Any, str]:
    """Return the password from where msmtp looks if the account has none, "" for none."""
    for path in ((f"{home}/.netrc",) if home else ()) + ("/etc/netrc",):
        text = yield Contents(path, optional=True)
        if text is None:
            continue
        try:
            _, secret = netrc.find(text, found.host, found.user or None)
        except Misconfigured:
            continue
        return secret.reveal().decode()
    return ""


def _below(path: str, home: str) -> str:
    """Return a path with the home directory in place of ``~/``."""
    return f"{home}{path[1:]}" if path.startswith("~/") else path
