"""Where a secret comes from: a file, standard input, the environment, a command, netrc,
a systemd credential, or what holds the secrets of many.

Whatever is wrong raises ``Misconfigured``. Its text never quotes what was read, nor the
name given to ``-P``, which may be a password put in the wrong place.
"""

from __future__ import annotations

import os

from ..accounts import Misconfigured
from ..private_file import MAX_FILE, NotGiven, aside, contents, decode, first_line
from ..record import Record
from ..secret import Proof, Secret

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..accounts import Account
    from ..net.loop import Steps
    from ..tokens.client import Client


class Login(Record):
    """What a source gives: user, secret, and ``known_by``, by which the lockout guard tells
    whether the credential was changed. A ``client`` is one by whom an access token is still
    to be got; ``refused`` says why a command for tokens gave none.

    Where the secret stood in a file, ``mark`` is what that file was when it was read, and
    ``changed`` when it was last changed (see ``private_file.Contents``).
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

    A source that has not answered by ``until`` (monotonic seconds) is ended and given up.
    The secret is empty for certificates and tickets.
    """
    kind, place = account.source.kind, account.source.place
    if kind == "certificate":
        option = "--client-key" if account.trust.client_key else "--client-cert"
        key = yield from contents(place, option, until, guarded=True)
        return Login(account.user or "", Secret(b""), Secret(key.octets))
    if kind == "ticket":
        tickets = yield from aside(_kerberos_files, "the file of Kerberos tickets", until)
        return Login(account.user or "", Secret(b""), Secret(tickets))
    if kind == "oauth":
        from ..tokens import description  # for those who use tokens

        client = yield from description.read(place, until)
        return Login(account.user or "", Secret(b""), client.credential, client)
    if kind == "file" and place != "-":
        return (yield from _of_file(account, until))
    try:
        user, secret = yield from _found(account, until)
    except NotGiven as problem:
        if account.source.proof != Proof.TOKEN:
            raise
        return Login(account.user or "", Secret(b""), Secret(b""), refused=str(problem))
    return _login(user, secret)


def _login(user: str | None, secret: Secret) -> Login:
    """Put together a login whose secret is what is sent; raises Misconfigured."""
    if not user:
        raise Misconfigured("no user name: give -u")
    return Login(user, secret, secret)


def _of_file(account: Account, until: float) -> Steps[Login]:
    """Return the login whose secret is the first line of a file."""
    is_token = account.source.proof == Proof.TOKEN
    option, file = ("--token-file", "token") if is_token else ("-P", "password")
    found = yield from contents(account.source.place, option, until)
    login = _login(account.user, first_line(found.octets, f"the {file} file"))
    if found.changed is None:  # a pipe is no file that could have changed
        return login
    return login.replace(mark=found.mark, changed=found.changed)


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
        from .command import first_line_of  # for those who use it

        option = "--token-command" if proof == Proof.TOKEN else "--password-command"
        return account.user, (yield from first_line_of(place, option, until))
    if account.source.entry:
        from .shared import secret_of  # for accounts of a file

        return account.user, (yield from secret_of(account.source, until))
    if kind == "credential":
        path = _credential_path(place)
        found = yield from contents(path, "--credential", until, guarded=True)
        return account.user, first_line(found.octets, "the credential")
    line = yield from aside(_read_standard_input, "standard input", until)
    return account.user, first_line(line, "standard input")


def _kerberos_files() -> bytes:
    """What is in the ticket cache and the client keytab, as far as they are files of ours."""
    octets = b""
    for name in ("KRB5CCNAME", "KRB5_CLIENT_KTNAME"):
        path = os.environ.get(name, f"/tmp/krb5cc_{os.geteuid()}" if name == "KRB5CCNAME" else "")
        path = path[5:] if path.startswith("FILE:") else path
        if os.path.isfile(path) and os.access(path, os.R_OK):
            with open(path, "rb") as file:
                octets += file.read(MAX_FILE)
    return octets


def _from_environment(name: str) -> Secret:
    """Read an environment variable."""
    value = os.environb.get(os.fsencode(name))
    if value is None:
        raise Misconfigured("--password-env: no such environment variable is set")
    return first_line(value, "the environment variable")


def _credential_path(name: str) -> str:
    """Find a systemd credential (systemd.io/CREDENTIALS)."""
    directory = os.environ.get("CREDENTIALS_DIRECTORY")
    if not directory:
        raise Misconfigured(
            "--credential: $CREDENTIALS_DIRECTORY is not set; it is by LoadCredential= in "
            "the unit of the service that runs this check"
        )
    if "/" in name or name in (".", ".."):
        raise Misconfigured("--credential takes the name of a credential, without a path")
    return os.path.join(directory, name)


def _default_netrc() -> str:
    """The user's own netrc."""
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
