"""Icinga 2 runs the plugin through the CheckCommand that is shipped."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from servers.certificates import Authority
from servers.mailserver import MailServer
from servers.process import PATIENCE, wait_until
from servers.requirements import require

from .icinga import Icinga
from .readme import ROOT, Reader, blocks
from .story import OK, UNKNOWN, Account, tell

README = "contrib/icinga2/README.md"
HOST = "mail.example.com"
FINANCE = f"{HOST}!smtp-auth finance"


def test_the_command_is_not_stale() -> None:
    """The CheckCommand has every option of the plugin."""
    command = [sys.executable, "contrib/dev/icinga2.py", "--check"]
    assert subprocess.run(command, cwd=ROOT, check=False).returncode == 0


@pytest.fixture(scope="module")
def icinga(plugins: Path, authority: Authority, servers_directory: Path) -> Iterator[Icinga]:
    """An Icinga without any configuration of ours."""
    require("icinga2")
    made = Icinga(servers_directory / "icinga", authority, plugins)
    made.start()
    yield made
    made.stop()


@pytest.fixture(scope="module")
def account(icinga: Icinga, plugins: Path, postfix_dovecot: MailServer) -> Account:
    """The README's account, set up by following the README step by step."""
    server = postfix_dovecot
    private = icinga.directory / "smtp"
    here = f"-p {server.port_starttls} --ca-file {server.ca_file}"
    words = {
        "--tls-name mail.example.com": f"--tls-name localhost {here}",
        'smtp_auth_tls_name = "mail.example.com"': 'smtp_auth_tls_name = "localhost"\n'
        f"  vars.smtp_auth_port = {server.port_starttls}\n"
        f'  vars.smtp_auth_ca_file = "{server.ca_file}"',
        "192.0.2.1": "127.0.0.1",
        "/etc/smtp": str(private),
        "/etc/icinga2": str(icinga.etc),
        "/usr/lib/nagios/plugins": str(plugins),
        "icinga2 daemon -C": f"icinga2 daemon -C {' '.join(icinga.options())}",
        "systemctl reload icinga2": f"chown -R nagios {icinga.etc}; kill -HUP {icinga.group}",
        "sudo -u nagios ": "runuser -u nagios -- ",
        "sudo ": "",
    }
    server.set_password("finance@example.com", "as agreed")
    reader = Reader(words, icinga.environment())
    secret, by_hand, *rest = blocks(README, "A first result in five minutes")
    reader.follow(secret, "as agreed\n")
    assert reader.follow(by_hand).startswith("SMTP_AUTH OK - finance@example.com")
    for step in rest:
        reader.follow(step)
    assert wait_until(lambda: icinga.knows(FINANCE), PATIENCE), icinga.read_log()
    return Account(server, "finance@example.com", private / "finance")


def test_a_changed_password(icinga: Icinga, account: Account) -> None:
    """State, words and figures tell what becomes of a login whose password is changed."""
    tell(account, lambda: icinga.check(FINANCE))


def test_empty_variables_count_as_not_given(icinga: Icinga, account: Account) -> None:
    """Variables that are empty, as a template's fields often are, change nothing."""
    empty = ("port", "tls", "timeout", "warning", "certificate", "state", "ipv4", "no_guard")
    service = f"{HOST}!empty"
    where = {"port": account.server.port_starttls, "ca_file": str(account.server.ca_file)}
    values = {**dict.fromkeys(empty, ""), **where, "verbose": False, "mechanism": ""}
    icinga.add(service, user=account.user, password_file=str(account.file), **values)
    assert icinga.check(service).state == OK
    icinga.add(f"{HOST}!nameless", password_file=str(account.file), **values)
    seen = icinga.check(f"{HOST}!nameless")
    assert seen.state == UNKNOWN
    assert seen.first == "SMTP_AUTH UNKNOWN - no user name: give -u USER"


def test_switches_and_lists(icinga: Icinga, account: Account) -> None:
    """A switch is given for true and for nothing else, a list of states state by state."""
    states = ["slow=OK", "timeout=WARNING"]
    icinga.add(f"{HOST}!list", user="u", verbose=True, exit_zero=False, ipv4=1, state=states)
    command = icinga.result(f"{HOST}!list")["command"]
    assert [command.count(word) for word in ("--verbose", "--exit-zero", "--ipv4")] == [1, 0, 1]
    given = [command[place + 1] for place, word in enumerate(command) if word == "--state"]
    assert given == states


def test_a_password_by_the_environment(icinga: Icinga, account: Account) -> None:
    """A password in a variable logs in, and is no argument of the command."""
    service = f"{HOST}!environment"
    server = account.server
    server.set_password("environment@example.com", "in-the-environment")
    icinga.add(
        service,
        user="environment@example.com",
        password_env="SMTP_AUTH_PASSWORD",
        password="in-the-environment",
        port=server.port_starttls,
        ca_file=str(server.ca_file),
    )
    result = icinga.result(service)
    assert result["state"] == OK
    assert "--password-env" in result["command"]
    assert "in-the-environment" not in str(result)
