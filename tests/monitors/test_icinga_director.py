"""Icinga Director takes the basket, and what it makes of it checks in a real Icinga 2."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from servers.certificates import Authority
from servers.mailserver import MailServer
from servers.process import make_directory
from servers.requirements import require

from .director import Director
from .icinga import Icinga
from .installed import give
from .readme import ROOT, Reader, blocks
from .story import Account, tell

README = "contrib/icinga2/README.md"
BASKET = ROOT / "contrib" / "icinga2" / "director-basket.json"
FINANCE = "mail.example.com!smtp-auth finance"


def test_the_basket_is_not_stale() -> None:
    """Director's command has every option of the plugin, each with a field in its forms."""
    command = [sys.executable, "contrib/dev/director.py", "--check"]
    assert subprocess.run(command, cwd=ROOT, check=False).returncode == 0


def test_the_basket_has_no_uuids() -> None:
    """No object brings an identity, which Director 1.10 would refuse, and a later one double."""
    text = BASKET.read_text("utf-8")
    assert "uuid" not in text.lower()
    basket = json.loads(text)
    names = {field["varname"] for field in basket["Datafield"].values()}
    options = ("host", "port", "user", "password_file", "tls", "tls_name", "ca_file", "timeout")
    assert {f"smtp_auth_{name}" for name in (*options, "state_dir", "warning", "critical")} <= names
    assert "smtp_auth_certificate" in names
    linked = {field["datafield_id"] for field in basket["Command"]["smtp_auth"]["fields"]}
    assert linked == {int(number) for number in basket["Datafield"]}


@pytest.fixture
def director(servers_directory: Path) -> Iterator[Director]:
    """A Director that knows of Icinga's own commands, as its kickstart has it."""
    require("director", "php-pgsql", "postgresql", root=True)
    made = Director(servers_directory / "director")
    made.start()
    made.cli("command", "create", "dummy", "--object_type", "external_object")
    yield made
    made.stop()


def test_restored_twice_and_checked_with(
    director: Director,
    plugins: Path,
    authority: Authority,
    servers_directory: Path,
    postfix_dovecot: MailServer,
) -> None:
    """By the README's steps the basket is restored, a second time without a change; the service
    that they make tells what becomes of a login whose password is changed.
    """
    require("icinga2")
    server = postfix_dovecot
    private = servers_directory / "director-secrets"
    make_directory(private)
    here = f"--vars.smtp_auth_port {server.port_starttls} --vars.smtp_auth_ca_file {server.ca_file}"
    words = {
        "tls_name mail.example.com": f"tls_name localhost {here}",
        "192.0.2.1": "127.0.0.1",
        "hostalive": "dummy",
        "/etc/smtp": str(private),
        "config deploy": "config render",
        "sudo ": "",
    }
    reader = Reader(words, director.client())
    restore, make, deploy = blocks(README, "With Icinga Director")
    reader.follow(restore)
    once = director.counts()
    assert once["director_datafield"] == len(json.loads(BASKET.read_text("utf-8"))["Datafield"])
    reader.follow(restore)
    assert director.counts() == once
    reader.follow(make)
    text = director.rendered(reader.follow(deploy))

    account = Account(server, "finance@example.com", private / "finance")
    server.set_password(account.user, "as agreed")
    account.file.touch(0o600)
    account.change_in_file("as agreed")
    icinga = Icinga(servers_directory / "icinga-of-director", authority, plugins)
    give(icinga.user, private)
    (icinga.etc / "conf.d" / "director.conf").write_text(text, "utf-8")
    icinga.start()
    try:
        tell(account, lambda: icinga.check(FINANCE))
    finally:
        icinga.stop()
