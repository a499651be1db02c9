"""A real Postfix that wants a client certificate, and one that only asks for it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from .certificates import Authority
from .postfix import Postfix
from .test_login import check, secret

__all__ = ["secret"]


def ports(server: Postfix) -> tuple[tuple[str, int], ...]:
    """Both ways to TLS."""
    return ("starttls", server.port_starttls), ("implicit", server.port_implicit)


@pytest.fixture
def demanding(postfix_variant: Callable[..., Postfix], authority: Authority) -> Postfix:
    """A Postfix that lets nobody in without a client certificate of our authority."""
    settings = {"smtpd_tls_req_ccert": "yes", "smtpd_tls_CAfile": str(authority.ca_file)}
    return postfix_variant("cyrus", tls="encrypt", settings=settings)


def test_a_client_certificate_is_demanded(demanding: Postfix, secret: Path) -> None:
    """Without a client certificate the server's words and --client-cert are told, every time."""
    secret.write_text(demanding.password)
    for tls, port in ports(demanding):
        runs = [check(demanding, secret, "--tls", tls, port=port) for _ in range(5)]
        (first,) = {run.first for run in runs}
        assert runs[0].code == 2
        assert "421 4.7.1 postfix.test Error: No client certificate presented" in first
        assert "--client-cert" in runs[0].long
        assert "-F NAME" not in runs[0].long


def test_a_client_certificate_is_shown(
    demanding: Postfix, authority: Authority, secret: Path
) -> None:
    """With a good client certificate it is OK; one that has expired is refused, and is to be
    looked at.
    """
    secret.write_text(demanding.password)
    good = authority.issue("for-postfix", "monitor@example.test").file
    ended = authority.issue("ended", "monitor@example.test", starts=-9, ends=-1).file
    for tls, port in ports(demanding):
        options = ("--tls", tls, "--client-cert")
        assert check(demanding, secret, *options, str(good), port=port).code == 0
        refused = check(demanding, secret, *options, str(ended), port=port)
        assert refused.code == 2
        assert "Client certificate not trusted" in refused.first
        assert "Check the --client-cert certificate" in refused.long


def test_a_client_certificate_is_asked_for(
    postfix_variant: Callable[..., Postfix], authority: Authority, secret: Path
) -> None:
    """A server that only asks is OK without one."""
    settings = {"smtpd_tls_ask_ccert": "yes", "smtpd_tls_CAfile": str(authority.ca_file)}
    server = postfix_variant("cyrus", settings=settings)
    secret.write_text(server.password)
    for tls, port in ports(server):
        assert check(server, secret, "--tls", tls, port=port).code == 0
