"""Where a secret comes from: a file, standard input, the environment, a command, netrc,
a systemd credential, or what holds the secrets of many.

Whatever is wrong raises ``Misconfigured``. Its text never quotes what was read, nor the
name given to ``-P``, which may be a password put in the wrong place.
"""

from __future__ import annotations

import os

from ..accounts import Misconfigured
from ..private_file import (
    BELONGS_THERE,
    MAX_FILE,
    NotGiven,
    aside,
    contents,
    decode,
    first_line,
)
from ..record import Record
from ..secret import Proof, Secret

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..accounts import Account
    from ..net.loop import Steps
    from ..tokens.client import Client


class Login(Record):
    """What a source gives: user, secret, and ``known_by``, by which the lockout guard notices that
    the credential was changed. With a ``client`` an access token is still to be fetched;
    ``refused`` says why a command for tokens gave none.

    If the secret was in a file, ``mark`` and ``changed`` are that file's (see
    ``private_file.Contents``).
    """

    user: str
    secret: Secret
    known_by: Secret
    client: Client | None = None
    refused: str = ""
    mark: str = ""
    changed: float | None = None


def read(account: Account, until: float) -> Steps[Login]:
    """Return the login of an account; raises Misconfigured.

    A source that has not answered by ``until`` (monotonic seconds) is given up. The secret is
    empty for certificates and tickets.
    """
    kind, place = account.source.kind, account.source.place
    if kind == "certificate":
        option = "--client-key" if account.trust.client_key else "--client-cert"
        key = yield from contents(place, option, until, guarded=True)  # ``trust`` judges it
        return Login(account.user or "", Secret(b""), Secret(key.octets))
    if kind == "ticket":
        from . import tickets  # for those who have some

        octets = yield from aside(tickets.read, "the file of Kerberos tickets", until)
        return Login(account.user or "", Secret(b""), Secret(octets))
    if kind == "oauth":
        from ..tokens import description  # for those who use tokens

        client = yield from description.read(place, until)
        return Login(account.user or "", Secret(b""), client.credential, client)
    if kind == "file" and place != "-":
        return (yield from _of_file(account, until))
    if kind == "program" and not account.source.command:
        return _of_program(account)
    try:
        user, secret = yield from _found(account, until)
    except NotGiven as problem:
        if account.source.proof != Proof.TOKEN:
            raise
        return Login(account.user or "", Secret(b""), Secret(b""), refused=str(problem))
    return _login(user, secret)


def _login(user: str | None, secret: Secret) -> Login:
    """Return a login whose secret is sent as it is; raises Misconfigured."""
    if not user:
        raise Misconfigured("no user name: give -u")
    return Login(user, secret, secret)


def _of_file(account: Account, until: float) -> Steps[Login]:
    """Return the login whose secret is the first line of a file."""
    is_token = account.source.proof == Proof.TOKEN
    option, file = ("--token-file", "token") if is_token else ("-P", "password")
    found = yield from contents(account.source.place, option, until)
    login = _login(account.user, _secret_in(found.octets, f"the {file} file", account))
    if found.changed is None:  # a pipe has no time of change
        return login
    return login.replace(mark=found.mark, changed=found.changed)


def _of_program(account: Account) -> Login:
    """Return the login from a program's file, which was read already."""
    source = account.source
    octets = source.secret.reveal() if source.secret is not None else b""
    if b"\n" in octets.rstrip(b"\r\n"):
        raise Misconfigured(f"{source.place}: the secret contains a line end")
    login = _login(account.user, _secret_in(octets, f"{source.place}: the secret", account))
    return login.replace(mark=source.mark, changed=source.changed)


def _secret_in(octets: bytes, where: str, account: Account) -> Secret:
    """Return the password or token in the first line; raises Misconfigured."""
    if account.source.proof != Proof.TOKEN:
        return first_line(octets, where)
    from .bearer import token  # for those who use tokens

    return token(octets, where)


def _found(account: Account, until: float) -> Steps[tuple[str | None, Secret]]:
    """Return user and secret by the kind of source."""
    kind, place, proof = account.source.kind, account.source.place, account.source.proof
    if kind == "environment":
        return account.user, _from_environment(place)
    if kind == "netrc":
        from . import netrc  # for those few who use it

        path = place or (yield from aside(_default_netrc, "the home directory", until))
        found = yield from contents(path, "--netrc", until)
        text = decode(found.octets, "the netrc file")
        user, secret = netrc.find(text, account.host, account.user)
        return user, first_line(secret.reveal(), "the password in the netrc file")
    if kind == "command":
        from .command import output_of  # for those who use it

        option = "--token-command" if proof == Proof.TOKEN else "--password-command"
        octets = yield from output_of(place, option, until)
        where = f"the output of {option}"
        _require_line(octets, f"{where} has")
        return account.user, _secret_in(octets, where, account)
    if kind == "program":
        from .command import printed  # for programs that have one run

        where = f"the command for the password in {place}"
        shell = ("/bin/sh", "-c", account.source.command)
        octets = yield from printed(shell, where, until)
        _require_line(octets, f"{where} printed")
        return account.user, _secret_in(octets, f"the output of {where}", account)
    if account.source.entry:
        from .shared import secret_of  # for accounts of a file

        return account.user, (yield from secret_of(account.source, until))
    if kind == "credential":
        path = _credential_path(place)
        found = yield from contents(path, "--credential", until, guarded=True)
        return account.user, first_line(found.octets, "the credential")
    line = yield from aside(_read_standard_input, "standard input", until)
    return account.user, _secret_in(line, "standard input", account)


def _require_line(octets: bytes, what: str) -> None:
    """Raise NotGiven where the first line is empty; ``what`` says in what, and with which verb."""
    if not octets.partition(b"\n")[0].rstrip(b"\r"):
        raise NotGiven(f"{what} an empty first line: {BELONGS_THERE}")


def _from_environment(name: str) -> Secret:
    """Read an environment variable."""
    value = os.environb.get(os.fsencode(name))
    if value is None:
        raise Misconfigured("--password-env: this environment variable is not set")
    return first_line(value, "the environment variable")


def _credential_path(name: str) -> str:
    """Find a systemd credential (systemd.io/CREDENTIALS)."""
    directory = os.environ.get("CREDENTIALS_DIRECTORY")
    if not directory:
        raise Misconfigured(
            "--credential: $CREDENTIALS_DIRECTORY is not set: add LoadCredential= to the systemd "
            "unit of the service that runs this check"
        )
    if "/" in name or name in (".", ".."):
        raise Misconfigured("--credential takes the name of a credential, without a path")
    return os.path.join(directory, name)


def _default_netrc() -> str:
    """Return the user's own netrc."""
    return os.path.expanduser("~/.netrc")


def _read_standard_input() -> bytes:
    """Read one line, so that a terminal or an open pipe need not be closed for it."""
    octets = b""
    while b"\n" not in octets and len(octets) < MAX_FILE:
        more = os.read(0, 4096)
        if not more:
            break
        octets += more
    return octets
