"""A real Exim: its logins, its client certificates, and its load balancer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from fakes.plugin import Run
from fakes.plugin import run as plugin

from .attempts import Attempt
from .certificates import Authority
from .exim import Exim
from .process import loopback_addresses
from .test_login import check, secret

__all__ = ["secret"]

MakeExim = Callable[..., Exim]


def ports(server: Exim) -> tuple[tuple[str, int], ...]:
    """Both ways to TLS."""
    return ("starttls", server.port_starttls), ("implicit", server.port_implicit)


@pytest.fixture
def run(secret: Path) -> Callable[..., Run]:
    """The plugin with the right password, over IPv4."""

    def run_against(server: Exim, *options: str, port: int = 0) -> Run:
        secret.write_text(server.password)
        return check(server, secret, "-4", *options, port=port)

    return run_against


@pytest.mark.parametrize("mechanism", Exim.mechanisms)
@pytest.mark.parametrize("tls", ["starttls", "implicit"])
def test_logins(exim_variant: MakeExim, secret: Path, mechanism: str, tls: str) -> None:
    """Each mechanism tells right from wrong, by one AUTH each, over both ways to TLS."""
    server = exim_variant()
    options = ("-A", mechanism, "--tls", tls, "--output", "json")
    port = dict(ports(server))[tls]
    for user, password in (("", server.password), ("", "wrong-secret"), ("nobody", "any")):
        secret.write_text(password)
        with server.watch() as seen:
            done = check(server, secret, *options, port=port, user=user)
        good = password == server.password
        wanted = (0, "authenticated") if good else (2, "credentials-rejected")
        assert (done.code, done.account["diagnosis"]) == wanted, done.output
        assert done.account["tls"]["version"] == "TLSv1.3"
        reply = "235" if good else "535 Incorrect authentication data"
        assert seen == [Attempt(mechanism, reply)]
        assert good or reply in done.account["summary"]


def test_a_client_certificate_is_demanded(
    exim_variant: MakeExim, authority: Authority, run: Callable[..., Run]
) -> None:
    """Without a client certificate each run says the same and names --client-cert; with a good one
    it is OK, with one that has expired it is that one which is to be looked at.
    """
    server = exim_variant(settings={"tls_verify_hosts": "*"})
    good = authority.issue("for-exim", "monitor@example.test").file
    ended = authority.issue("ended", "monitor@example.test", starts=-9, ends=-1).file
    for tls, port in ports(server):
        runs = [run(server, "--tls", tls, port=port) for _ in range(6)]
        (first,) = {each.first for each in runs}
        assert runs[0].code == 2
        assert "the server requires a client certificate" in first
        assert "--client-cert" in runs[0].long
        assert "-F NAME" not in runs[0].long
        options = ("--tls", tls, "--client-cert")
        assert run(server, *options, str(good), port=port).code == 0
        refused = run(server, *options, str(ended), port=port)
        assert refused.code == 2
        assert "the server refuses the client certificate" in refused.first
        assert "Check the --client-cert certificate" in refused.long


def test_a_client_certificate_is_asked_for(
    exim_variant: MakeExim, authority: Authority, run: Callable[..., Run]
) -> None:
    """A server that only asks is OK with a certificate and without."""
    server = exim_variant(settings={"tls_try_verify_hosts": "*"})
    good = authority.issue("for-exim", "monitor@example.test").file
    for tls, port in ports(server):
        assert run(server, "--tls", tls, port=port).code == 0
        assert run(server, "--tls", tls, "--client-cert", str(good), port=port).code == 0


@pytest.mark.parametrize(("address", "good"), [("example.test", True), ("other.test", False)])
def test_a_login_by_certificate(
    exim_variant: MakeExim, authority: Authority, address: str, good: bool
) -> None:
    """By EXTERNAL the certificate alone lets in, or is what was refused."""
    server = exim_variant(settings={"tls_try_verify_hosts": "*"})
    shown = authority.issue(f"of-{address}", f"monitor@{address}").file
    for tls, port in ports(server):
        where = ("-H", "localhost", "-p", str(port), "--tls", tls, "--ca-file", server.ca_file)
        with server.watch() as seen:
            done = plugin(*where, "-A", "EXTERNAL", "--client-cert", shown)
        assert done.code == (0 if good else 2), done.output
        assert good or "535 Incorrect authentication data" in done.first
        assert good or ": client certificate rejected: " in done.first
        assert [(each.mechanism, each.accepted) for each in seen] == [("EXTERNAL", good)]


BALANCED = {"hosts_proxy": "*"}


@pytest.mark.parametrize("tls", ["starttls", "implicit"])
@pytest.mark.parametrize("address", loopback_addresses())
def test_behind_a_load_balancer(
    exim_variant: MakeExim, secret: Path, tls: str, address: str
) -> None:
    """With --proxy-protocol the login works by either family."""
    server = exim_variant(settings=BALANCED)
    secret.write_text(server.password)
    options = ("-H", address, "--tls-name", "localhost", "--tls", tls, "--proxy-protocol")
    done = check(server, secret, *options, port=dict(ports(server))[tls])
    assert done.code == 0, done.output


@pytest.mark.parametrize("tls", ["starttls", "implicit"])
def test_a_header_that_is_waited_for(
    exim_variant: MakeExim, run: Callable[..., Run], tls: str
) -> None:
    """Without the option the advice names it, and not what has nothing to do with it."""
    server = exim_variant(settings=BALANCED)
    for _ in range(3):
        done = run(server, "--tls", tls, "-t", "9", port=dict(ports(server))[tls])
        # One handshake in 250 happens to look like an old version from its middle on.
        if "protocol version" not in done.first:
            break
    assert done.code == 2
    assert "it may be waiting for a PROXY header: use --proxy-protocol." in done.long, done.output
    assert "-F NAME" not in done.long


def test_a_header_that_is_not_expected(exim_variant: MakeExim, run: Callable[..., Run]) -> None:
    """A server that takes the header for a command is told as that, and no login is tried."""
    server = exim_variant()
    with server.watch() as seen:
        done = run(server, "--proxy-protocol")
        hurt = run(server, "--proxy-protocol", "--tls", "implicit", port=server.port_implicit)
    assert (done.code, len(done.lines)) == (3, 1), done.output
    assert "does not expect the PROXY header of --proxy-protocol" in done.first
    assert hurt.code == 2
    assert "If the server does not expect a PROXY header, remove --proxy-protocol" in hurt.long
    assert seen == []
