"""--proxy-protocol against Postfix and Dovecot that stand behind a load balancer, and do not."""

from __future__ import annotations

from pathlib import Path
from typing import Callable

import pytest
from fakes.plugin import Run, run

from .dovecot import Dovecot
from .mailserver import MailServer
from .postfix import Postfix
from .process import loopback_addresses

POSTFIX = {"smtpd_upstream_proxy_protocol": "haproxy", "smtpd_upstream_proxy_timeout": "2s"}
DOVECOT = """\
haproxy_trusted_networks = 127.0.0.0/8 ::1
haproxy_timeout = 1 s
service submission-login {
  inet_listener submission {
    haproxy = yes
  }
  inet_listener submissions {
    haproxy = yes
  }
}
"""
HINT = "it may be waiting for a PROXY header: use --proxy-protocol."


@pytest.fixture
def check(tmp_path: Path) -> Callable[..., Run]:
    """The plugin with right options for a server."""
    secret = tmp_path / "secret"
    secret.touch(0o600)

    def run_against(
        server: MailServer, *options: str, tls: str = "starttls", host: str = "127.0.0.1"
    ) -> Run:
        secret.write_text(server.password)
        port = server.port_starttls if tls == "starttls" else server.port_implicit
        where = ("-H", host, "--tls-name", "localhost", "-p", str(port), "--tls", tls, "-t", "9")
        return run(*where, "-u", server.user, "-P", secret, "--ca-file", server.ca_file, *options)

    return run_against


@pytest.fixture(params=["postfix", "dovecot"])
def balanced(request: pytest.FixtureRequest) -> MailServer:
    """A server that takes connections only from a load balancer."""
    if request.param == "postfix":
        postfix: Postfix = request.getfixturevalue("postfix_variant")(settings=POSTFIX)
        return postfix
    dovecot: Dovecot = request.getfixturevalue("dovecot_variant")(settings=DOVECOT)
    return dovecot


@pytest.mark.parametrize("tls", ["starttls", "implicit"])
@pytest.mark.parametrize("source", ["127.0.0.9", "::1"])
def test_the_client_is_told(
    balanced: MailServer, check: Callable[..., Run], tls: str, source: str
) -> None:
    """With --proxy-protocol the login works by either family, and the server logs our address."""
    if source == "::1" and "::1" not in loopback_addresses():
        pytest.skip("needs IPv6 on loopback")
    host = "::1" if ":" in source else "127.0.0.1"
    done = check(balanced, "--proxy-protocol", "--source", source, tls=tls, host=host)
    assert done.code == 0, done.output
    log = balanced.read_log()
    if isinstance(balanced, Postfix):
        assert f"connect from unknown[{source}]" in log
    else:
        assert f"rip={source}" in log


@pytest.mark.parametrize("tls", ["starttls", "implicit"])
def test_a_header_that_is_waited_for(
    balanced: MailServer, check: Callable[..., Run], tls: str
) -> None:
    """Without the option such a server says nothing, and the advice names the option."""
    done = check(balanced, tls=tls)
    assert done.code == 2
    assert HINT in done.long, done.output


def test_a_header_that_is_not_expected(
    postfix_cyrus: Postfix, dovecot_submission: Dovecot, check: Callable[..., Run]
) -> None:
    """A server that takes the header for a command is told as that, and no login is tried."""
    for server in (postfix_cyrus, dovecot_submission):
        with server.watch() as seen:
            done = check(server, "--proxy-protocol")
        assert (done.code, len(done.lines)) == (3, 1), done.output
        assert "does not expect the PROXY header of --proxy-protocol" in done.first
        assert seen == []


def test_a_header_in_place_of_tls(
    postfix_cyrus: Postfix, dovecot_submission: Dovecot, check: Callable[..., Run]
) -> None:
    """Under implicit TLS the handshake fails, and the advice is to leave the option away."""
    for server in (postfix_cyrus, dovecot_submission):
        done = check(server, "--proxy-protocol", tls="implicit")
        assert done.code == 2
        assert "If the server does not expect a PROXY header, remove --proxy-protocol." in (
            done.long
        )
