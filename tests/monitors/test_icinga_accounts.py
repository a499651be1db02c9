"""Icinga 2 checks all accounts of a file by two satellites, each its half of the mail servers."""

from __future__ import annotations

import json
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from servers.certificates import Authority
from servers.mailserver import MailServer
from servers.process import PATIENCE, free_port, make_directory, wait_until
from servers.requirements import require

from .icinga import Icinga, connected, zones
from .installed import give
from .readme import ROOT, Reader, blocks
from .story import OK

README = "contrib/icinga2/README.md"
SCRIPT = ROOT / "contrib" / "icinga2" / "smtp_accounts.py"
MASTER, NORTH, SOUTH = "master.example.com", "north.example.com", "south.example.com"
SERVERS = {f"mail{number}.example.com": (NORTH, SOUTH)[number % 2] for number in range(4)}
OF_A_SERVER = 10
OURS = 'service.check_command == "smtp_auth"'


def accounts_file(file: Path, server: MailServer, satellites: dict[str, str]) -> None:
    """Write one of 40 accounts on four mail servers, which are all the same in fact."""
    lines = [
        "[defaults]",
        f"host = {server.host}",
        f"port = {server.port_starttls}",
        f"ca-file = {server.ca_file}",
        "password-file = secret",
    ]
    for host, satellite in satellites.items():
        for number in range(OF_A_SERVER):
            lines.append(f"[-{host.partition('.')[0]} $u$ {number}]\nuser = {number}@{host}")
            lines.append(f"monitor-host = {host}\nlabels = satellite={satellite}")
            lines.append(f"used-by = {number}: $x$, 'caf\u00e9'")
    file.write_text("\n".join(lines) + "\n", "utf-8")


@pytest.fixture
def accounts(postfix_dovecot: MailServer) -> Path:
    """The accounts file and the one secret, where the satellites can read them."""
    directory = postfix_dovecot.directory / "accounts"
    make_directory(directory)
    secret = directory / "secret"
    secret.touch(0o600)
    secret.write_text(postfix_dovecot.password)
    users = [f"{number}@{host}" for host in SERVERS for number in range(OF_A_SERVER)]
    postfix_dovecot.add_users(users, postfix_dovecot.password)
    give("nagios", secret)
    accounts_file(directory / "accounts.ini", postfix_dovecot, SERVERS)
    return directory / "accounts.ini"


@pytest.fixture
def pollers(plugins: Path, authority: Authority, servers_directory: Path) -> Iterator[list[Icinga]]:
    """A master and two satellites that know of each other; not yet started."""
    require("icinga2")
    ports = {name: free_port() for name in (MASTER, NORTH, SOUTH)}
    known = zones(ports, MASTER, {NORTH: "north", SOUTH: "south"})
    made = [
        Icinga(
            servers_directory / f"of-{name}", authority, plugins, name=name, zones=known, port=port
        )
        for name, port in ports.items()
    ]
    yield made
    for each in made:
        each.stop()


def checked(master: Icinga) -> dict[str, Any]:
    """Have all services of ours checked, and return their results by the host of each."""

    def results() -> dict[str, Any]:
        found = master.ask("objects/services", filter=OURS, attrs=["last_check_result"])
        return {each["name"]: each["attrs"]["last_check_result"] for each in found}

    before = {name: result["execution_end"] if result else 0 for name, result in results().items()}
    master.ask("actions/reschedule-check", "POST", type="Service", filter=OURS, force=True)
    assert wait_until(
        lambda: all(
            result and result["execution_end"] > before[name] for name, result in results().items()
        ),
        PATIENCE,
    ), master.read_log()
    return results()


def sources(results: dict[str, Any]) -> dict[str, Counter[str]]:
    """How many accounts of each mail server were checked by which satellite."""
    found: dict[str, Counter[str]] = {}
    for name, result in results.items():
        found.setdefault(name.partition("!")[0], Counter())[result["check_source"]] += 1
    return found


def test_each_satellite_checks_its_servers(
    pollers: list[Icinga], accounts: Path, plugins: Path, postfix_dovecot: MailServer
) -> None:
    """By the README's steps 40 accounts become services, each checked where its label says; a
    server whose label is changed is checked by the other, and the rest as before.
    """
    master, *satellites = pollers
    place = master.etc / "zones.d" / "master"
    make_directory(place)
    words = {
        "/etc/check_smtp_auth/accounts.ini": str(accounts),
        "/etc/icinga2/conf.d": str(place),
        "/usr/lib/nagios/plugins": str(plugins),
        "icinga2 daemon -C": f"icinga2 daemon -C {' '.join(master.options())}",
        "systemctl reload icinga2": "true",
        "sudo ": "",
    }
    _, copy, generate = blocks(README, "All accounts in a file")
    reader = Reader(words, master.environment())
    reader.follow(copy)
    example = place / "accounts_file.conf"
    example.write_text(reader.adapt(example.read_text("utf-8")), "utf-8")
    # "With satellites": the command is for all.
    make_directory(place.parent / "global-templates")
    command = place / "smtp_auth.conf"
    command.rename(place.parent / "global-templates" / command.name)
    give(master.user, master.directory)
    reader.follow(generate)
    for each in (*satellites, master):
        each.start()
    for each in satellites:
        ready = each.ready
        assert wait_until(lambda: each.read_log().count(ready) == 2, PATIENCE)  # noqa: B023
        assert wait_until(lambda: connected(master, each), PATIENCE), each.read_log()  # noqa: B023

    with postfix_dovecot.watch() as attempts:
        results = checked(master)
    assert {result["state"] for result in results.values()} == {OK}
    assert [each.accepted for each in attempts] == [True] * len(SERVERS) * OF_A_SERVER
    assert sources(results) == {host: {where: OF_A_SERVER} for host, where in SERVERS.items()}

    moved = {**SERVERS, "mail0.example.com": SOUTH}
    accounts_file(accounts, postfix_dovecot, moved)
    reader.follow(generate)
    master.reload()
    assert wait_until(lambda: all(connected(master, each) for each in satellites), PATIENCE)
    assert sources(checked(master)) == {host: {where: OF_A_SERVER} for host, where in moved.items()}
    notes = master.attributes("mail0.example.com!smtp-auth -mail0 $u$ 3")["notes"]
    assert notes == "3: $x$, 'caf\u00e9'"


def test_what_cannot_be_a_service_is_told() -> None:
    """An account that belongs to no host is named, and so is one whose name, or whose host's,
    Icinga would refuse the whole configuration for; they cost no other.
    """
    row = {"port": 587, "user": "", "used_by": "", "labels": {}}
    rows = [
        {**row, "name": name, "monitor_name": name, "host": host, "monitor_host": place}
        for name, host, place in (
            ("lost", "", None),
            ("kept", "mail", None),
            ("no!", "mail", None),
            ("elsewhere", "mail", "erp!"),
        )
    ]
    done = subprocess.run(
        [SCRIPT],
        input=json.dumps({"accounts": rows}),
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        "lost: no host",
        "no!: Icinga does not allow ! in names",
        "elsewhere: Icinga does not allow ! in names",
    ]
    assert '"kept" = {' in done.stdout
    assert not any(name in done.stdout for name in ("lost", "no!", "erp"))
