"""The plugin against real mail servers: each mechanism, and what can be wrong."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fakes.plugin import Run, environment, run

from .certificates import Authority
from .mailserver import MailServer

# Server, and the mechanisms that it is known to offer.
MECHANISMS = {
    "postfix_dovecot": ("PLAIN", "LOGIN", "CRAM-MD5", "SCRAM-SHA-1", "SCRAM-SHA-256"),
    "postfix_cyrus": (
        "PLAIN",
        "LOGIN",
        "CRAM-MD5",
        "SCRAM-SHA-1",
        "SCRAM-SHA-256",
        "SCRAM-SHA-512",
    ),
    "dovecot_submission": ("PLAIN", "LOGIN", "CRAM-MD5", "SCRAM-SHA-1", "SCRAM-SHA-256"),
}
EACH = [(server, name) for server, names in MECHANISMS.items() for name in names]
PERFDATA = {"connect_time", "tls_time", "auth_time", "total_time", "certificate_days"}


@pytest.fixture
def server(request: pytest.FixtureRequest) -> Iterator[MailServer]:
    """The server that the test's parameter names."""
    yield request.getfixturevalue(request.param)


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    """A file for the secret, its owner's only."""
    file = tmp_path / "secret"
    file.touch(0o600)
    return file


def check(server: MailServer, secret: Path, *options: str, port: int = 0, user: str = "") -> Run:
    """Run the plugin as an operator would."""
    where = ("-H", "localhost", "-p", str(port or server.port_starttls))
    who = ("-u", user or server.user, "-P", secret, "--ca-file", server.ca_file)
    return run(*where, *who, "--state-dir", "none", *options)


@pytest.mark.parametrize(("server", "mechanism"), EACH, indirect=["server"])
def test_right_password(server: MailServer, mechanism: str, secret: Path) -> None:
    """The right password is OK with all figures, after exactly one AUTH."""
    secret.write_text(server.password)
    with server.watch() as seen:
        done = check(server, secret, "-A", mechanism)
    assert done.code == 0
    assert done.first.startswith(f"SMTP_AUTH OK - {server.user} at localhost:")
    assert f"by {mechanism} over TLSv1.3" in done.first
    assert set(done.perfdata) == PERFDATA
    assert [(each.mechanism, each.accepted) for each in seen] == [(mechanism, True)]


@pytest.mark.parametrize(("server", "mechanism"), EACH, indirect=["server"])
@pytest.mark.parametrize("user", ["", "nobody"], ids=["wrong password", "unknown user"])
def test_rejected(server: MailServer, mechanism: str, user: str, secret: Path) -> None:
    """A wrong password or user is CRITICAL with the server's reply, after exactly one AUTH."""
    secret.write_text("wrong-secret")
    with server.watch() as seen:
        done = check(server, secret, "-A", mechanism, "--output", "json", user=user)
    account = done.json["accounts"][0]
    assert (done.code, account["diagnosis"]) == (2, "credentials-rejected")
    assert account["reply"]["code"] == 535
    assert "535 5.7.8" in account["summary"]
    assert "uthentication failed" in account["summary"]
    assert account["mechanism"] == mechanism
    assert [(each.mechanism, each.refused) for each in seen] == [(mechanism, True)]


@pytest.mark.parametrize("server", MECHANISMS, indirect=True)
def test_strongest_by_default(server: MailServer, secret: Path) -> None:
    """Without -A the strongest mechanism offered is used, on both ports."""
    secret.write_text(server.password)
    strongest = server.mechanisms[-1]
    for port, tls in ((server.port_starttls, "starttls"), (server.port_implicit, "implicit")):
        done = check(server, secret, "--tls", tls, port=port)
        assert done.code == 0
        assert f"by {strongest} over" in done.first


@pytest.mark.parametrize("server", MECHANISMS, indirect=True)
def test_stopped_server(server: MailServer, secret: Path) -> None:
    """A server that is down is connection-refused, and well again when it is back."""
    secret.write_text(server.password)
    with server.stopped():
        done = check(server, secret, "--output", "json")
    assert (done.code, done.json["accounts"][0]["diagnosis"]) == (2, "connection-refused")
    assert check(server, secret).code == 0


@pytest.mark.parametrize("server", ["postfix_dovecot"], indirect=True)
def test_wrong_authority(server: MailServer, authority: Authority, secret: Path) -> None:
    """A certificate of another authority is untrusted, and nothing secret is sent."""
    secret.write_text(server.password)
    with server.watch() as seen:
        trust = ("--ca-file", str(authority.other_ca_file))
        done = check(server, secret, *trust, "--output", "json")
    account = done.json["accounts"][0]
    assert (done.code, account["diagnosis"]) == (2, "certificate-untrusted")
    assert account["tls"]["certificate"]["sha256"]
    assert seen == []


def test_trust_by_hashed_directory(
    postfix_dovecot: MailServer, authority: Authority, secret: Path
) -> None:
    """The system's trust is used by default, here a hashed directory."""
    secret.write_text(postfix_dovecot.password)
    where = ("-H", "localhost", "-p", str(postfix_dovecot.port_starttls))
    trust = environment(SSL_CERT_DIR=str(authority.ca_directory), SSL_CERT_FILE="/nonexistent")
    who = ("-u", postfix_dovecot.user, "-P", secret, "--state-dir", "none")
    assert run(*where, *who, env=trust).code == 0


@pytest.mark.parametrize(
    ("certificate", "diagnosis"),
    [("expired", "certificate-expired"), ("other_name", "certificate-name-mismatch")],
)
def test_bad_certificate(
    certificate: str, diagnosis: str, postfix_variant, authority: Authority, secret: Path
) -> None:
    """An expired certificate and one for another name are told apart; no AUTH is sent."""
    server = postfix_variant(certificate=getattr(authority, certificate))
    secret.write_text(server.password)
    with server.watch() as seen:
        done = check(server, secret, "--output", "json")
    account = done.json["accounts"][0]
    assert (done.code, account["diagnosis"]) == (2, diagnosis)
    assert account["tls"]["certificate"]["not_after"]
    assert seen == []


def test_starttls_missing(postfix_variant, secret: Path) -> None:
    """A server whose TLS was switched off is starttls-unavailable, and gets no secret."""
    server = postfix_variant(tls="none", auth_only=False)
    secret.write_text(server.password)
    with server.watch() as seen:
        done = check(server, secret, "--output", "json")
    assert (done.code, done.json["accounts"][0]["diagnosis"]) == (2, "starttls-unavailable")
    assert seen == []


def test_auth_only_after_tls(postfix_cyrus: MailServer, secret: Path) -> None:
    """With --tls none a server that offers AUTH only after TLS is auth-not-offered."""
    secret.write_text(postfix_cyrus.password)
    done = check(postfix_cyrus, secret, "--tls", "none", "--output", "json")
    assert (done.code, done.json["accounts"][0]["diagnosis"]) == (2, "auth-not-offered")
    assert "STARTTLS" in done.json["summary"]


def test_mechanism_withdrawn(postfix_variant, secret: Path) -> None:
    """A mechanism that the server no longer offers is mechanism-unavailable."""
    server = postfix_variant(mechanisms=("PLAIN",))
    secret.write_text(server.password)
    with server.watch() as seen:
        done = check(server, secret, "-A", "CRAM-MD5", "--output", "json")
    account = done.json["accounts"][0]
    assert (done.code, account["diagnosis"]) == (2, "mechanism-unavailable")
    assert account["mechanisms_offered"] == ["PLAIN"]
    assert seen == []


def test_password_changed_on_the_server(postfix_cyrus: MailServer, secret: Path) -> None:
    """A password changed on the server is told, and in our file too, by who changed it."""
    user, memory = "finance", ("--state-dir", str(secret.parent / "state"))
    postfix_cyrus.set_password(user, "first-secret")
    secret.write_text("first-secret")
    assert check(postfix_cyrus, secret, *memory, user=user).code == 0
    postfix_cyrus.set_password(user, "second-secret")
    done = check(postfix_cyrus, secret, *memory, user=user)
    assert done.code == 2
    assert "the secret was changed on the server" in done.long
    secret.write_text("second-secret")
    assert check(postfix_cyrus, secret, *memory, user=user).code == 0
    secret.write_text("third-secret")
    done = check(postfix_cyrus, secret, *memory, user=user)
    assert done.code == 2
    assert "The password file was changed at" in done.long
