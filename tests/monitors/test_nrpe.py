"""NRPE runs the plugin by the line that is shipped, and check_nrpe brings the result."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from servers.mailserver import MailServer
from servers.process import PATIENCE, wait_until
from servers.requirements import require

from .installed import DEBIAN_PLUGINS, environment
from .nrpe import Nrpe
from .readme import Reader, blocks
from .story import UNKNOWN, Account, Seen, tell

README = "contrib/nagios/README.md"


@pytest.fixture
def nrpe(servers_directory: Path, plugins: Path) -> Iterator[Nrpe]:
    """An NRPE without any command."""
    require("nrpe", "check_nrpe")
    made = Nrpe(servers_directory / "nrpe")
    made.start()
    yield made
    made.stop()


def test_a_changed_password(nrpe: Nrpe, plugins: Path, postfix_dovecot: MailServer) -> None:
    """By the README's steps, state, words and figures come through, as the password is changed."""
    server = postfix_dovecot
    private = nrpe.directory / "smtp"
    state = nrpe.directory / "state"
    here = f"-p {server.port_starttls} --ca-file {server.ca_file} --state-dir {state}"
    words = {
        "-H mail.example.com": f"-H localhost {here}",
        "/etc/smtp": str(private),
        "/etc/nagios/": f"{nrpe.etc}/",
        "/usr/lib/nagios/plugins/check_nrpe": f"{DEBIAN_PLUGINS}/check_nrpe -p {nrpe.port}",
        "/usr/lib/nagios/plugins/check_smtp_auth": f"{plugins}/check_smtp_auth",
        "198.51.100.1": "127.0.0.1",
        "systemctl reload nagios-nrpe-server": f"kill -HUP {nrpe.group}",
        "sudo ": "",
    }
    server.set_password("finance@example.com", "as agreed")
    reader = Reader(words, environment(state))
    reader.follow(blocks(README, "A first result in five minutes")[0], "as agreed\n")
    there, check_nrpe = blocks(README, "With NRPE")
    reader.follow(there)
    command = reader.adapt(check_nrpe).split()
    assert wait_until(lambda: check(command).state != UNKNOWN, PATIENCE), nrpe.read_log()

    account = Account(server, "finance@example.com", private / "finance")
    tell(account, lambda: check(command))


def check(command: list[str]) -> Seen:
    """Run check_nrpe as Nagios would."""
    done = subprocess.run(command, stdout=subprocess.PIPE, encoding="utf-8", timeout=PATIENCE)
    first, _, long = done.stdout.partition("\n")
    words, _, figures = first.partition(" | ")
    return Seen(done.returncode, words, long, figures)
