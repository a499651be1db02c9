"""Logins by certificate, bound SCRAM and optional packages, from the command line to the wire."""

from __future__ import annotations

import hashlib
import ssl
from base64 import b64decode, b64encode
from pathlib import Path

import pytest
from fakes.certificates import Certificates
from fakes.plugin import USER, Check, Run, environment, run
from fakes.scram import Seen, no_channel, scram
from fakes.scripts import ACCEPT, OFFER, REJECTION, answer, hello, implicit, starttls, until_tls
from fakes.server import Connection, Script, Server, start_tls

EXPORTER = "tls-exporter" in ssl.CHANNEL_BINDING_TYPES


def with_client_certificate(certificates: Certificates, reply: bytes) -> Script:
    """STARTTLS with a client certificate demanded, EXTERNAL offered, and a reply to AUTH."""
    tls = start_tls(certificates.server.file, certificates.ca_file)
    return [*until_tls(), tls, *hello("AUTH PLAIN EXTERNAL"), *answer(b"AUTH", reply)]


def run_with_certificate(server: Server, certificates: Certificates, *more: str) -> Run:
    """Run the plugin with a client certificate, and without a secret."""
    where = ("-H", "localhost", "-p", str(server.port), "--ca-file", certificates.ca_file)
    return run(*where, "--client-cert", certificates.client.file, *more)


@pytest.mark.parametrize(
    ("options", "line", "who"),
    [
        ((), b"AUTH EXTERNAL =", ""),
        (("-u", USER), b"AUTH EXTERNAL =", f"{USER} at "),
        (("--authzid", USER), b"AUTH EXTERNAL " + b64encode(USER.encode()), ""),
    ],
)
def test_a_certificate_logs_in(
    certificates: Certificates, options: tuple[str, ...], line: bytes, who: str
) -> None:
    """With a client certificate alone the login is EXTERNAL, with a user or without."""
    script = with_client_certificate(certificates, b"235 2.7.0 ok\r\n")
    with Server(script) as server:
        done = run_with_certificate(server, certificates, *options)
    assert done.code == 0
    words = f"SMTP_AUTH OK - {who}localhost:{server.port} authenticated by EXTERNAL over TLS"
    assert done.first.startswith(words)
    assert [each for each in server.lines if each.startswith(b"AUTH")] == [line]


def test_a_certificate_that_is_refused(certificates: Certificates) -> None:
    """A certificate that the server does not take is CRITICAL, and no password is blamed."""
    with Server(with_client_certificate(certificates, REJECTION)) as server:
        done = run_with_certificate(server, certificates)
        account = run_with_certificate(server, certificates, "--output", "json").account
    assert done.code == 2
    assert ": client certificate rejected: " in done.first
    assert (account["diagnosis"], account["user"]) == ("credentials-rejected", "")
    assert account["name"] == ""


def test_a_certificate_beside_a_password(check: Check, certificates: Certificates) -> None:
    """With a password as well, the password logs in, and EXTERNAL only where -A names it."""
    script = with_client_certificate(certificates, b"235 2.7.0 ok\r\n")
    options = ("--client-cert", str(certificates.client.file))
    with Server(script) as server:
        by_password = check(server, *options, "--output", "json")
        by_name = check(server, *options, "-A", "EXTERNAL", "--output", "json")
    assert by_password.account["mechanism"] == "PLAIN"
    assert by_password.account["mechanisms_skipped"] == {"EXTERNAL": "used only if -A names it"}
    assert by_name.account["mechanism"] == "EXTERNAL"


# BEL, which RFC 4013 prohibits, and its own example of mixed directions.
@pytest.mark.parametrize("password", ["pass\u0007word", "\u06271"])
def test_a_password_that_scram_cannot_carry(
    check: Check, certificates: Certificates, password_file: Path, password: str
) -> None:
    """It is UNKNOWN, one line that names -A PLAIN, nothing is sent; and PLAIN carries it."""
    password_file.write_text(password)
    offer = "AUTH PLAIN SCRAM-SHA-256"
    with Server(starttls(certificates.server.file, offer=offer)) as server:
        done = check(server)
        in_json = check(server, "--output", "json")
    assert (done.code, len(done.lines)) == (3, 1)
    assert "SCRAM does not allow" in done.first
    assert "-A PLAIN" in done.first
    assert in_json.account["diagnosis"] == "misconfigured"
    assert server.count(b"AUTH") == 0
    with Server(starttls(certificates.server.file, ACCEPT, offer=offer)) as server:
        assert check(server, "-A", "PLAIN").code == 0
    sent = b64encode(f"\0{USER}\0{password}".encode())
    assert b"AUTH PLAIN " + sent in server.lines


def tls_unique(connection: Connection) -> tuple[str, bytes]:
    """RFC 5929 section 3, as OpenSSL has it on the server's side."""
    assert isinstance(connection.wire, ssl.SSLSocket)
    return "tls-unique", connection.wire.get_channel_binding("tls-unique") or b""


def another_channel(connection: Connection) -> tuple[str, bytes]:
    """What a server sees to which somebody in between has a TLS connection of their own."""
    return "tls-unique", tls_unique(connection)[1][::-1]


def tls_1_2(certificate: Path, *rest: Script, offer: str) -> Script:
    """As ``implicit``, with TLS 1.2."""
    script = implicit(certificate, *rest, offer=offer)
    return [start_tls(certificate, newest=ssl.TLSVersion.TLSv1_2), *script[1:]]


BOTH = "AUTH PLAIN SCRAM-SHA-256 SCRAM-SHA-256-PLUS"


@pytest.mark.parametrize(
    ("offer", "mechanism", "seen", "header"),
    [
        (BOTH, "SCRAM-SHA-256-PLUS", tls_unique, "p=tls-unique,,"),
        ("AUTH SCRAM-SHA-1", "SCRAM-SHA-1", no_channel, "y,,"),
    ],
)
def test_scram_is_bound_under_tls_1_2(
    check: Check, certificates: Certificates, offer: str, mechanism: str, seen: Seen, header: str
) -> None:
    """Under TLS 1.2 SCRAM is bound to the channel where the server offers it, and says so."""
    headers: list[str] = []
    steps = scram(mechanism, seen, headers)
    with Server(tls_1_2(certificates.server.file, steps, offer=offer)) as server:
        done = check(server, "--tls", "implicit")
    assert done.code == 0
    assert f"authenticated by {mechanism} over TLSv1.2" in done.first
    assert headers == [header]


@pytest.mark.parametrize(
    ("offer", "mechanism", "seen", "error"),
    [
        (BOTH, "SCRAM-SHA-256-PLUS", another_channel, "channel-bindings-dont-match"),
        ("AUTH SCRAM-SHA-256", "SCRAM-SHA-256", tls_unique, "server-does-support-channel-binding"),
    ],
)
def test_somebody_in_between_is_noticed(
    check: Check, certificates: Certificates, offer: str, mechanism: str, seen: Seen, error: str
) -> None:
    """Another TLS channel, or -PLUS taken from the list, is no fault of the password's."""
    steps = scram(mechanism, seen, [])
    with Server(tls_1_2(certificates.server.file, steps, offer=offer)) as server:
        done = check(server, "--tls", "implicit")
    assert done.code == 2
    assert "the server did not prove that it knows the password: 535" in done.first
    assert f"The server says {error}: " in done.long


def test_tls_1_3_is_bound_where_python_can(check: Check, certificates: Certificates) -> None:
    """Under TLS 1.3 -PLUS is used if this Python has tls-exporter, and passed over if not."""
    with Server(starttls(certificates.server.file, ACCEPT, offer=BOTH)) as server:
        account = check(server, "--output", "json").account
    expected = "SCRAM-SHA-256-PLUS" if EXPORTER else "SCRAM-SHA-256"
    assert account["mechanism"] == expected
    (line,) = (each for each in server.lines if each.startswith(b"AUTH"))
    header = b64decode(line.split()[2]).split(b"n=")[0]
    assert header == (b"p=tls-exporter,," if EXPORTER else b"n,,")
    if not EXPORTER:
        why = "this Python cannot do channel binding on this TLS connection"
        assert account["mechanisms_skipped"]["SCRAM-SHA-256-PLUS"] == why


@pytest.mark.skipif(EXPORTER, reason="tls-exporter is used in its place")
def test_the_certificate_is_bound_to_only_by_name(check: Check, certificates: Certificates) -> None:
    """-A SCRAM-SHA-256-PLUS binds to the server's certificate under TLS 1.3 (RFC 5929)."""
    file = certificates.server.file
    pem = file.read_text()[file.read_text().index("-----BEGIN CERTIFICATE") :]
    end = "-----END CERTIFICATE-----"
    der = ssl.PEM_cert_to_DER_cert(pem.partition(end)[0] + end)
    headers: list[str] = []

    def end_point(_connection: Connection) -> tuple[str, bytes]:
        return "tls-server-end-point", hashlib.sha256(der).digest()

    steps = scram("SCRAM-SHA-256-PLUS", end_point, headers)
    with Server(starttls(file, steps, offer=BOTH)) as server:
        done = check(server, "-A", "SCRAM-SHA-256-PLUS")
    assert done.code == 0
    assert "authenticated by SCRAM-SHA-256-PLUS over TLSv1.3" in done.first
    assert headers == ["p=tls-server-end-point,,"]


PACKAGES = [
    ("NTLM", "spnego", "pip install 'check_smtp_auth[ntlm]'"),
    ("GSSAPI", "gssapi", "pip install 'check_smtp_auth[gssapi]'"),
]


@pytest.mark.parametrize(("mechanism", "package", "remedy"), PACKAGES)
def test_a_package_that_is_missing(
    check: Check,
    certificates: Certificates,
    tmp_path: Path,
    mechanism: str,
    package: str,
    remedy: str,
) -> None:
    """Without its package NTLM and GSSAPI are UNKNOWN, one line that says what to install."""
    blocked = tmp_path / "blocked"
    blocked.mkdir()
    (blocked / f"{package}.py").write_text("raise ImportError('not installed')\n")
    env = environment(PYTHONPATH=str(blocked))
    script = starttls(certificates.server.file, offer=f"{OFFER} {mechanism}")
    with Server(script) as server:
        done = check(server, "-A", mechanism, env=env)
        in_json = check(server, "-A", mechanism, "--output", "json", env=env)
    assert (done.code, len(done.lines)) == (3, 1)
    assert remedy in done.first
    assert (in_json.code, in_json.account["diagnosis"]) == (3, "misconfigured")
    assert server.count(b"AUTH") == 0
