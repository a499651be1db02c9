"""Where a secret comes from: a file, standard input, the environment, a command, netrc or
a systemd credential.

Whatever is wrong raises ``Misconfigured``. Its text never quotes what was read, nor the
name given to ``-P``, which may be a password put in the wrong place.
"""

from __future__ import annotations

import os

from .. import signals
from ..accounts import Misconfigured
from ..private_file import MAX_FILE, NotGiven, aside, contents, decode, first_line, read_all
from ..record import Record
from ..secret import Proof, Secret

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..accounts import Account, Source
    from ..net.loop import Steps
    from ..tokens.client import Client


class Login(Record):
    """What a source gives: user, secret, and ``known_by``, by which the lockout guard tells
    whether the credential was changed. A ``client`` is one by whom an access token is still
    to be got; ``refused`` says why a command for tokens gave none.
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
        return Login(account.user or "", Secret(b""), Secret(key))
    if kind == "ticket":
        return Login(account.user or "", Secret(b""), Secret(_kerberos_files()))
    if kind == "oauth":
        from ..tokens import description  # for those who use tokens

        client = yield from description.read(place, until)
        return Login(account.user or "", Secret(b""), client.credential, client)
    try:
        user, secret = yield from _found(account, until)
    except NotGiven as problem:
        if account.source.proof != Proof.TOKEN:
            raise
        return Login(account.user or "", Secret(b""), Secret(b""), refused=str(problem))
    if not user:
        raise Misconfigured("no user name: give -u")
    facts = file_facts(account.source)
    return Login(
        user, secret, secret, mark=facts[0] if facts else "", changed=facts[1] if facts else None
    )


def _found(account: Account, until: float) -> Steps[tuple[str | None, Secret]]:
    """Return user and secret by the kind of source."""
    kind, place, proof = account.source.kind, account.source.place, account.source.proof
    if kind == "environment":
        return account.user, _from_environment(place)
    if kind == "netrc":
        from . import netrc  # for those few who use it

        text = yield from contents(place if place else _default_netrc(), "--netrc", until)
        user, secret = netrc.find(decode(text, "the netrc file"), account.host, account.user)
        return user, first_line(secret.reveal(), "the password in the netrc file")
    if kind == "command":
        option = "--token-command" if proof == Proof.TOKEN else "--password-command"
        output = yield from _output(place, option, until)
        try:
            return account.user, first_line(output, f"the output of {option}")
        except Misconfigured as problem:
            raise NotGiven(str(problem)) from None
    if kind == "credential":
        text = yield from contents(_credential_path(place), "--credential", until, guarded=True)
        return account.user, first_line(text, "the credential")
    if place == "-":
        text = yield from aside(_read_standard_input, "standard input", until)
        return account.user, first_line(text, "standard input")
    option, file = ("--token-file", "token") if proof == Proof.TOKEN else ("-P", "password")
    text = yield from contents(place, option, until)
    return account.user, first_line(text, f"the {file} file")


def file_facts(source: Source) -> tuple[str, float] | None:
    """Tell a secret's file from what it was another time: a mark that changes when the file
    is written to or replaced, and when it was last changed (seconds since the epoch).

    None for sources that are no file.
    """
    if source.kind != "file" or source.place == "-":
        return None
    try:
        status = os.stat(source.place)
    except (OSError, ValueError):
        return None
    return f"{status.st_ino}:{status.st_mtime_ns}", status.st_mtime


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


def _output(command: str, option: str, until: float) -> Steps[bytes]:
    """Run a command without a shell and return its output; raises Misconfigured.

    It gets a session of its own, so that it is ended with all its children.
    """
    import shlex
    import subprocess

    try:
        words = shlex.split(command)
        process = subprocess.Popen(
            words,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except (OSError, ValueError, IndexError) as error:
        why = error.strerror if isinstance(error, OSError) else "not a command line"
        raise Misconfigured(f"{option} cannot be run: {why}") from None
    signals.children.add(process.pid)

    def run() -> bytes:
        assert process.stdout is not None
        octets = read_all(process.stdout.fileno())
        process.stdout.close()
        if process.wait() != 0:
            raise NotGiven(f"{option} ended with exit code {process.returncode}")
        return octets

    try:
        return (yield from aside(run, option, until))
    finally:
        signals.end_child(process.pid)
