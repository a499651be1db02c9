"""The words in which a real Exim refuses: a name, a host, a login, a sender, a recipient."""

from __future__ import annotations

import socket
from collections.abc import Callable

import pytest
from fakes.plugin import Run

from .exim import ACCEPT
from .process import PATIENCE, wait_until
from .test_exim import MakeExim, ports, run
from .test_login import secret

__all__ = ["run", "secret"]

LIMITED = "the server is limiting this client: "
SENDING = ("-f", "finance@example.test", "--rcpt-to", "somebody@example.test")


ON_A_LIST = f"deny condition = ${{if match{{$sender_helo_name}}{{mon}}}}\n  {ACCEPT}"
MISMATCH = "550 EHLO argument does not match calling host"
FORGED = "550 5.7.1 Forged HELO: you are not who you say"
# What Exim is told of the name, the name, the command it came with last, and the reply.
NAMES = [
    ({}, "mon_1", "HELO", "501 Syntactically invalid EHLO argument(s)"),
    ({"settings": {"helo_verify_hosts": "*"}}, "[192.0.2.1]", "EHLO", MISMATCH),
    ({"acl": {"helo": ON_A_LIST}}, "mon.example.test", "EHLO", "550 Administrative prohibition"),
    ({"acl": {"helo": f"drop message = {FORGED}"}}, "mon.example.test", "EHLO", FORGED),
]


@pytest.mark.parametrize(("told", "name", "command", "reply"), NAMES)
def test_the_name_in_ehlo_is_refused(
    exim_variant: MakeExim,
    run: Callable[..., Run],
    told: dict[str, dict[str, str]],
    name: str,
    command: str,
    reply: str,
) -> None:
    """A refused name is told with what was said and the option for another."""
    done = run(exim_variant(**told), "-F", name)
    assert done.code == 2
    assert f"the server does not allow this client: {reply}" in done.first
    assert f"This host sent {command} {name}." in done.long
    assert "give another with -F NAME" in done.long


def test_a_letter_that_is_allowed(exim_variant: MakeExim, run: Callable[..., Run]) -> None:
    """With the server's leave the name is as good as any."""
    server = exim_variant(settings={"helo_allow_chars": "_"})
    assert run(server, "-F", "mon_1").code == 0


NOW = "the server has a temporary problem: "
# The statement of the ACL, exit code, and what the first line says.
LOGINS = [
    ("deny", 2, "the server refused this mechanism: 503 Administrative prohibition"),
    ("deny message = Login is not allowed from your host", 2, "does not allow this client: 503 "),
    ("drop message = Too many failed logins from you", 1, LIMITED + "503 Too many failed logins"),
    ("deny message = 535 5.7.8 Wrong password", 2, "name or password rejected: 535 5.7.8 Wrong"),
    ("deny message = 535 5.7.0 Account suspended", 2, "the account is locked: 535 5.7.0 Account"),
    ("defer", 1, NOW + "451 Temporary local problem - please try later"),
    ("defer message = 454 4.7.0 Temporary failure", 1, NOW + "454 4.7.0 Temporary failure"),
    ("defer message = 421 Too many logins, try again later", 1, LIMITED + "421 Too many logins"),
]


@pytest.mark.parametrize(("statement", "code", "words"), LOGINS)
def test_the_login_is_refused_by_a_rule(
    exim_variant: MakeExim, run: Callable[..., Run], statement: str, code: int, words: str
) -> None:
    """What an administrator's rule says of logins is what is told, after one AUTH."""
    server = exim_variant(acl={"auth": statement})
    with server.watch() as seen:
        done = run(server)
    assert (done.code, words in done.first) == (code, True), done.output
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


SENDER = "authenticated, but the sender was refused: "
RECIPIENT = "authenticated, but the recipient was refused: "
PUT_OFF = "authenticated, but the server defers the mail: "
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
