"""A real Exim: its logins, its client certificates, and the words in which it refuses."""

from __future__ import annotations

import socket
from collections.abc import Callable
from pathlib import Path

import pytest
from fakes.plugin import Run
from fakes.plugin import run as plugin

from .attempts import Attempt
from .certificates import Authority
from .exim import ACCEPT, Exim
from .process import PATIENCE, loopback_addresses, wait_until
from .test_login import check, secret

__all__ = ["secret"]

MakeExim = Callable[..., Exim]
LIMITED = "the server is limiting us: "
SENDING = ("-f", "finance@example.test", "--rcpt-to", "somebody@example.test")


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
        assert "the server wants a client certificate" in first
        assert "--client-cert" in runs[0].long
        assert "-F NAME" not in runs[0].long
        options = ("--tls", tls, "--client-cert")
        assert run(server, *options, str(good), port=port).code == 0
        refused = run(server, *options, str(ended), port=port)
        assert refused.code == 2
        assert "the server refuses the client certificate" in refused.first
        assert "Look at the certificate of --client-cert" in refused.long


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
        assert good or "It was the client certificate that was refused" in done.long
        assert [(each.mechanism, each.accepted) for each in seen] == [("EXTERNAL", good)]


# What Exim is told of the name, the name, the command it came with, and the reply.
NAMES = {
    "a letter that no name has": (
        {},
        {},
        "mon_1",
        "HELO",
        "501 Syntactically invalid EHLO argument(s)",
    ),
    "a name of another host": (
        {"helo_verify_hosts": "*"},
        {},
        "mon.example.test",
        "EHLO",
        "550 EHLO argument does not match calling host",
    ),
    "a name on a list": (
        {},
        {"helo": f"deny condition = ${{if match{{$sender_helo_name}}{{mon}}}}\n  {ACCEPT}"},
        "mon.example.test",
        "EHLO",
        "550 Administrative prohibition",
    ),
    "a name that ends it": (
        {},
        {"helo": "drop message = 5.7.1 Forged HELO: you are not who you say"},
        "mon.example.test",
        "EHLO",
        "550 5.7.1 Forged HELO: you are not who you say",
    ),
}


@pytest.mark.parametrize("case", NAMES)
def test_the_name_in_ehlo_is_refused(
    exim_variant: MakeExim, run: Callable[..., Run], case: str
) -> None:
    """A refused name is told with what was said and the option for another."""
    settings, acl, name, command, reply = NAMES[case]
    server = exim_variant(settings=settings, acl=acl)
    done = run(server, "-F", name)
    assert done.code == 2
    assert f"the server does not let this client in: {reply}" in done.first
    assert f"This host said {command} {name}." in done.long
    assert "give another with -F NAME" in done.long


def test_a_letter_that_is_allowed(exim_variant: MakeExim, run: Callable[..., Run]) -> None:
    """With the server's leave the name is as good as any."""
    server = exim_variant(settings={"helo_allow_chars": "_"})
    assert run(server, "-F", "mon_1").code == 0


# The statement of the ACL, exit code, and what the first line says.
LOGINS = {
    "deny": (2, "the server refused this way to log in: 503 Administrative prohibition"),
    "deny message = Login is not allowed from your host": (
        *(2, "the server does not let this client in: 503 Login is not allowed from your host"),
    ),
    "drop message = Too many failed logins from you": (
        *(1, LIMITED + "503 Too many failed logins from you"),
    ),
    "deny message = 535 5.7.8 Authentication credentials invalid": (
        *(2, "user name or password rejected: 535 5.7.8 Authentication credentials invalid"),
    ),
    "deny message = 535 5.7.0 The account is suspended": (
        *(2, "535 5.7.0 The account is suspended"),
    ),
    "defer": (1, "the server cannot say now: 451 Temporary local problem - please try later"),
    "defer message = 454 4.7.0 Temporary authentication failure": (
        *(1, "the server cannot say now: 454 4.7.0 Temporary authentication failure"),
    ),
    "defer message = 421 Too many logins, try again later": (
        *(1, LIMITED + "421 Too many logins, try again later"),
    ),
}


@pytest.mark.parametrize("statement", LOGINS)
def test_the_login_is_refused_by_a_rule(
    exim_variant: MakeExim, run: Callable[..., Run], statement: str
) -> None:
    """What an administrator's rule says of logins is what is told, after one AUTH."""
    server = exim_variant(acl={"auth": statement})
    with server.watch() as seen:
        done = run(server)
    assert (done.code, LOGINS[statement][1] in done.first) == (LOGINS[statement][0], True), (
        done.output
    )
    assert [each.refused for each in seen] == [True]


def test_connections_are_limited(exim_variant: MakeExim, run: Callable[..., Run]) -> None:
    """A host that has all its connections open is told so, and is OK when one is closed."""
    ours = "${if eq{$sender_host_address}{127.0.0.9}{1}{0}}"
    server = exim_variant(settings={"smtp_accept_max_per_host": ours})
    source = ("-H", "127.0.0.1", "--tls-name", "localhost", "--source", "127.0.0.9")
    address = ("127.0.0.1", server.port_starttls)
    with socket.create_connection(address, 10, ("127.0.0.9", 0)) as other:
        assert other.recv(4) == b"220 "
        done = run(server, *source)
    assert done.code == 1
    assert LIMITED + "421 Too many concurrent SMTP connections from this IP" in done.first
    assert wait_until(lambda: run(server, *source).code == 0, PATIENCE)


def test_hosts_are_refused(exim_variant: MakeExim, run: Callable[..., Run]) -> None:
    """A host that the server takes nothing from is told that there is no service."""
    server = exim_variant(settings={"host_reject_connection": "127.0.0.9"})
    done = run(server, "--source", "127.0.0.9")
    assert done.code == 2
    assert "the server is not available: 554 SMTP service not available" in done.first


def test_few_commands_are_sent(exim_variant: MakeExim, run: Callable[..., Run]) -> None:
    """A server that takes not one needless or wrong command has nothing to say against a check."""
    limits = ("smtp_accept_max_nonmail", "smtp_max_unknown_commands", "smtp_max_synprot_errors")
    server = exim_variant(settings=dict.fromkeys(limits, "0"))
    for tls, port in ports(server):
        assert run(server, "--tls", tls, *SENDING, port=port).code == 0


SENDER = "authenticated, but the sender is refused: "
RECIPIENT = "authenticated, but the recipient is refused: "
PUT_OFF = "authenticated, but the server puts the mail off: "
# The ACL, its statement, exit code, and what the first line says.
AFTER_LOGIN = [
    ("mail", ACCEPT, 0, "authenticated by PLAIN"),
    ("mail", "deny message = Sender verify failed", 2, SENDER + "550 Sender verify failed"),
    ("mail", "deny", 2, SENDER + "550 Administrative prohibition"),
    ("mail", "deny message = Not your address", 2, SENDER + "550 Not your address"),
    ("mail", "defer", 1, PUT_OFF + "451 Temporary local problem"),
    ("rcpt", "require verify = sender", 2, SENDER + "550 Verification failed for (finance@exam"),
    ("rcpt", "require verify = recipient", 2, RECIPIENT + "550 Unrouteable address"),
    ("rcpt", "deny message = relay not permitted", 2, RECIPIENT + "550 relay not permitted"),
    ("rcpt", "deny", 2, RECIPIENT + "550 Administrative prohibition"),
    ("rcpt", "defer message = greylisted", 1, PUT_OFF + "451 greylisted"),
]


@pytest.mark.parametrize(("name", "statement", "code", "words"), AFTER_LOGIN)
def test_after_the_login(
    exim_variant: MakeExim,
    run: Callable[..., Run],
    name: str,
    statement: str,
    code: int,
    words: str,
) -> None:
    """What is refused after a good login is told apart from the login, with the server's words."""
    done = run(exim_variant(acl={name: statement}), "-A", "PLAIN", *SENDING)
    assert (done.code, words in done.first) == (code, True), done.output


def test_a_sender_beyond_ascii(exim_variant: MakeExim, run: Callable[..., Run]) -> None:
    """Such a sender goes to a server with SMTPUTF8, and is told as ours where there is none."""
    sender = ("-f", "grüße@example.test", "--rcpt-to", "somebody@example.test")
    assert run(exim_variant(settings={"smtputf8_advertise_hosts": "*"}), *sender).code == 0
    without = exim_variant(settings={"smtputf8_advertise_hosts": ""})
    done = run(without, *sender)
    assert done.code == 3
    assert "the server does not offer SMTPUTF8" in done.first
    assert run(without, "-f", "finance@grüße.test").code == 0


# A host behind a load balancer is looked up, if only in the hosts file.
BALANCED = {
    "hosts_proxy": "*",
    "host_lookup_order": "byaddr",
    "dns_retrans": "1s",
    "dns_retry": "1",
}


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
    done = run(server, "--tls", tls, "-t", "20", port=dict(ports(server))[tls])
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
    assert "If the server does not expect a PROXY header, leave --proxy-protocol" in hurt.long
    assert seen == []
