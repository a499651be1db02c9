"""Logins of the programs that only send a host's mail: what comes over the wire."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import Callable

import pytest
from fakes.certificates import Certificates
from fakes.plugin import run
from fakes.scripts import answer, clear, implicit, starttls
from fakes.server import Script, Server, expect, send
from fakes.timing import PATIENT

USER, SENDER = "fin@example.test", "alerts@example.test"
# ssmtp can have no other.
PASSWORD = "pa:s\"'$w\\1"
ENVELOPE = answer(b"MAIL", b"250 2.1.0 Ok\r\n") + answer(b"RSET", b"250 2.0.0 Ok\r\n")
LOGIN: Script = [
    *(expect(b"AUTH LOGIN"), send(b"334 VXNlcm5hbWU6\r\n"), expect(b"")),
    *(send(b"334 UGFzc3dvcmQ6\r\n"), expect(b""), send(b"235 2.7.0 Ok\r\n")),
]


def put(path: Path, text: str) -> None:
    """Write a file that only its owner can read."""
    path.parent.mkdir(exist_ok=True)
    path.touch(0o600)
    path.write_text(text)


def write_nullmailer(folder: Path, port: int, tls: str) -> str:
    """The directory of nullmailer; returned is what comes after --from."""
    quoted = PASSWORD.replace("'", "'\"'\"'")
    way = {"none": "", "implicit": "tls", "starttls": "starttls"}[tls]
    put(folder / "allmailfrom", f"{SENDER}\n")
    put(
        folder / "remotes",
        f"localhost smtp port={port} user={USER} pass='{quoted}' {way} auth-login\n",
    )
    return f"nullmailer:{folder}/remotes"


def write_ssmtp(folder: Path, port: int, tls: str) -> str:
    """The directory of ssmtp."""
    way = {"none": "", "implicit": "UseTLS=yes\n", "starttls": "UseSTARTTLS=YES\n"}[tls]
    put(folder / "revaliases", f"root:{SENDER}\n")
    put(
        folder / "ssmtp.conf",
        f"mailhub=localhost:{port}\nAuthUser={USER}\nAuthPass={PASSWORD}\n{way}",
    )
    return f"ssmtp:{folder}/ssmtp.conf#root"


def write_proxmox(folder: Path, port: int, tls: str) -> str:
    """Proxmox VE's directory."""
    mode = {"none": "insecure", "implicit": "tls", "starttls": "starttls"}[tls]
    put(
        folder / "notifications.cfg",
        f"smtp: mail\n\tserver localhost\n\tport {port}\n\tmode {mode}\n\tusername {USER}\n"
        f"\tfrom-address {SENDER}\n",
    )
    put(folder / "priv" / "notifications.cfg", f"smtp: mail\n\tpassword {PASSWORD}\n")
    return f"proxmox:{folder}/notifications.cfg"


WRITERS: dict[str, Callable[[Path, int, str], str]] = {
    "nullmailer": write_nullmailer,
    "ssmtp": write_ssmtp,
    "proxmox": write_proxmox,
}


def parts(tls: str, certificates: Certificates) -> Script:
    """A server that offers only LOGIN, with TLS as it is to start."""
    rest = (LOGIN, ENVELOPE)
    if tls == "none":
        return clear(*rest, offer="AUTH LOGIN")
    begin = implicit if tls == "implicit" else starttls
    return begin(certificates.server.file, *rest, offer="AUTH LOGIN")


@pytest.mark.parametrize("tls", ["starttls", "implicit", "none"])
@pytest.mark.parametrize("kind", WRITERS)
def test_the_login_is_the_programs(
    kind: str, tls: str, certificates: Certificates, tmp_path: Path
) -> None:
    """User, password, TLS and sender are the program's, with nothing but --from and trust."""
    with Server(parts(tls, certificates)) as server:
        where = WRITERS[kind](tmp_path / "etc", server.port, tls)
        trust = ("--ca-file", certificates.ca_file) if tls != "none" else ()
        words = (*trust, "--mail-from", "auto", "-t", PATIENT, "--output", "json")
        done = run("--from", where, *words)
        sent = [*server.lines]
    assert done.code == 0, done.output
    at = sent.index(b"AUTH LOGIN")
    assert [base64.b64decode(each).decode() for each in sent[at + 1 : at + 3]] == [USER, PASSWORD]
    assert f"MAIL FROM:<{SENDER}>".encode() in sent
    assert (done.account["tls"]["mode"], done.account["mechanism"]) == (tls, "LOGIN")
    assert sent.count(b"STARTTLS") == (tls == "starttls")
    assert PASSWORD[:5] not in done.output
