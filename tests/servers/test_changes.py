"""What is changed on a real mail server, and what the next check says of it, in one run."""

from __future__ import annotations

from pathlib import Path
from typing import Callable

import pytest
from fakes.certificates import Certificates
from fakes.plugin import Run, run

from .certificates import Certificate
from .mailserver import MailServer
from .postfix import Postfix

Variant = Callable[..., Postfix]


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    """A file for the secret, its owner's only."""
    file = tmp_path / "secret"
    file.touch(0o600)
    return file


@pytest.fixture
def worked(postfix_cyrus: MailServer, secret: Path) -> Callable[..., Run]:
    """A check of the account, which has worked once on a server as it should be."""

    def check(server: MailServer, *options: str) -> Run:
        where = ("-H", "localhost", "-p", str(server.port_starttls), "-u", server.user)
        memory = ("--state-dir", str(secret.parent / "state"))
        secret_and_trust = ("-P", secret, "--ca-file", server.ca_file)
        return run(*where, *secret_and_trust, *memory, *options)

    secret.write_text(postfix_cyrus.password)
    assert check(postfix_cyrus, "-A", "PLAIN").code == 0
    return check


def test_a_mechanism_is_removed(worked: Callable[..., Run], postfix_variant: Variant) -> None:
    """Mechanisms taken out of the server's configuration are told with before and after."""
    server = postfix_variant(mechanisms=("PLAIN", "LOGIN"))
    done = worked(server)
    assert done.code == 1
    assert "SCRAM-SHA-512 is no longer offered (before: " in done.first
    assert "now: PLAIN LOGIN)" in done.first


def test_starttls_is_removed(worked: Callable[..., Run], postfix_variant: Variant) -> None:
    """TLS switched off on the server is told, when it last worked too, and no secret is sent."""
    server = postfix_variant(tls="none", auth_only=False)
    with server.watch() as seen:
        done = worked(server)
    assert done.code == 2
    assert "STARTTLS is not available" in done.first
    assert "It last worked at" in done.long
    assert seen == []


def test_the_certificate_is_from_another_issuer(
    worked: Callable[..., Run], postfix_variant: Variant, certificates: Certificates
) -> None:
    """A certificate replaced by one of another issuer is told with both, and still logged in."""
    other = certificates.plain
    server = postfix_variant(certificate=Certificate(other) if isinstance(other, Path) else other)
    done = worked(server, "--ca-file", str(certificates.plain_ca_file))
    assert done.code == 1
    assert "the certificate is from another issuer (before: " in done.first
