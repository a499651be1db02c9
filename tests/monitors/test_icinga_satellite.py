"""A satellite in a zone of its own runs the check for the master, which has no password."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from servers.certificates import Authority
from servers.mailserver import MailServer
from servers.process import PATIENCE, free_port, make_directory, wait_until
from servers.requirements import require

from .icinga import Icinga, connected, zones
from .installed import give
from .readme import ROOT, Reader
from .story import UNKNOWN, Account, tell

MASTER, SATELLITE = "master.example.com", "satellite.example.com"
SCANNER = "mail.branch.example.com!smtp-auth scanner"


@pytest.fixture
def account(postfix_dovecot: MailServer) -> Account:
    """The account of the example, and its password file where the satellite is."""
    directory = postfix_dovecot.directory / "satellite-secrets"
    make_directory(directory)
    file = directory / "scanner"
    file.touch(0o600)
    file.write_text("of the scanner")
    postfix_dovecot.set_password("scanner@branch.example.com", "of the scanner")
    return Account(postfix_dovecot, "scanner@branch.example.com", file)


@pytest.fixture
def instances(
    account: Account, plugins: Path, authority: Authority, servers_directory: Path
) -> Iterator[dict[str, Icinga]]:
    """Both instances, that know of each other, and of nothing else; not yet started."""
    require("icinga2")
    ports = {MASTER: free_port(), SATELLITE: free_port()}
    users = {MASTER: "daemon", SATELLITE: "nagios"}
    made = {
        name: Icinga(
            servers_directory / name,
            authority,
            plugins,
            name=name,
            zones=zones(ports, MASTER, {SATELLITE: "branch"}),
            port=port,
            user=users[name],
        )
        for name, port in ports.items()
    }
    give(users[SATELLITE], account.file)
    yield made
    for each in made.values():
        each.stop()


def configure(master: Icinga, account: Account) -> None:
    """Put the files where the README has them, and what the user replaces into them."""
    server = account.server
    words = {
        'smtp_auth_tls_name = "mail.branch.example.com"': 'smtp_auth_tls_name = "localhost"\n'
        f"  vars.smtp_auth_port = {server.port_starttls}\n"
        f'  vars.smtp_auth_ca_file = "{server.ca_file}"',
        "198.51.100.1": "127.0.0.1",
        "192.0.2.1": "127.0.0.1",
        "/etc/smtp": str(account.file.parent),
    }
    examples = ("examples/accounts.conf", "examples/satellite.conf")
    for zone, files in {"master": examples, "global-templates": ("smtp_auth.conf",)}.items():
        place = master.etc / "zones.d" / zone
        make_directory(place)
        for file in files:
            text = (ROOT / "contrib" / "icinga2" / file).read_text("utf-8")
            (place / Path(file).name).write_text(Reader(words, {}).adapt(text), "utf-8")


def test_a_satellite_checks(instances: dict[str, Icinga], account: Account) -> None:
    """The result is the satellite's, also of a changed password; the master has no password."""
    master, satellite = instances.values()
    configure(master, account)
    satellite.start()
    master.start()
    # It gets the command from the master and takes it as a new configuration.
    ready = satellite.ready
    assert wait_until(lambda: satellite.read_log().count(ready) == 2, PATIENCE)
    assert wait_until(lambda: connected(master, satellite), PATIENCE), satellite.read_log()

    tell(account, lambda: master.check(SCANNER))
    assert master.attributes(SCANNER)["last_check_result"]["check_source"] == SATELLITE

    here = f"{SCANNER} by the master"
    files = {"password_file": str(account.file), "ca_file": str(account.server.ca_file)}
    master.add(here, user=account.user, **files)
    seen = master.check(here)
    assert seen.state == UNKNOWN
    assert "cannot be read by the user daemon" in seen.first
    assert master.attributes(here)["last_check_result"]["check_source"] == MASTER
