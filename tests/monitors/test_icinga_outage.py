"""A mail server that is away is one alert in Icinga 2, not one for each of its accounts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from servers.certificates import Authority
from servers.mailserver import MailServer
from servers.process import PATIENCE, wait_until
from servers.requirements import require

from .icinga import Icinga
from .installed import give
from .readme import ROOT, Reader

ACCOUNTS = ("finance", "tickets")
HOST = "mail.example.com"
# As in the examples, but faster by 150.
TIMES = {"= 5m": "= 2s", "= 1m": "= 400ms", "= 30s": "= 200ms"}
# Writes down each alert.
ALERTS = """\
object User "admin" {{}}
object NotificationCommand "note" {{
  command = [ "sh", "-c", "echo \\"$$0 $$1\\" >> {file}", "$notification.type$", "$service.name$" ]
}}
apply Notification "note" to Service {{
  command = "note"
  users = [ "admin" ]
  interval = 0
  assign where true
}}
"""


@pytest.fixture
def icinga(
    plugins: Path, authority: Authority, servers_directory: Path, postfix_dovecot: MailServer
) -> Iterator[Icinga]:
    """An Icinga with the accounts of the examples, and a file of its alerts."""
    require("icinga2")
    server = postfix_dovecot
    made = Icinga(servers_directory / "outage", authority, plugins)
    private = made.directory / "smtp"
    private.mkdir()
    place = f"  vars.smtp_auth_port = {server.port_starttls}\n"
    trust = f'  vars.smtp_auth_ca_file = "{server.ca_file}"\n'
    words = {
        "192.0.2.1": "127.0.0.1",
        "smtp_port = 587": f"smtp_port = {server.port_starttls}",
        '  vars.smtp_auth_tls_name = "mail.example.com"\n': place + trust,
        "/etc/smtp": str(private),
        **TIMES,
    }
    for file in ("smtp_auth.conf", "examples/accounts.conf", "examples/outage.conf"):
        text = Reader(words, {}).adapt((ROOT / "contrib" / "icinga2" / file).read_text("utf-8"))
        (made.etc / "conf.d" / Path(file).name).write_text(text, "utf-8")
    alerts = ALERTS.format(file=made.directory / "alerts")
    (made.etc / "conf.d" / "alerts.conf").write_text(alerts, "utf-8")
    for name in ACCOUNTS:
        server.set_password(f"{name}@example.com", "right")
        (private / name).touch(0o600)
        (private / name).write_text("right", "utf-8")
    give(made.user, private)
    made.start()
    yield made
    made.stop()


def test_an_outage(icinga: Icinga, postfix_dovecot: MailServer) -> None:
    """While the server is away it alone is alerted, and its accounts are not checked."""
    services = [f"{HOST}!smtp-auth {name}" for name in ACCOUNTS]
    for service in (f"{HOST}!smtp", *services):
        assert icinga.check(service).state == 0

    with postfix_dovecot.stopped():
        assert wait_until(lambda: icinga.check(f"{HOST}!smtp").state == 2, PATIENCE)
        # What was under way has ended by then.
        settled = checked(icinga, f"{HOST}!smtp") + 3
        assert wait_until(lambda: checked(icinga, f"{HOST}!smtp") > settled, PATIENCE)
        before = [checked(icinga, each) for each in services]
        # As long as it takes an account to fail three times, and longer.
        assert wait_until(lambda: checked(icinga, f"{HOST}!smtp") > settled + 4, PATIENCE)
        assert [checked(icinga, each) for each in services] == before

    assert wait_until(lambda: len(alerts(icinga)) > 1, PATIENCE)
    for service in services:
        assert icinga.check(service).state == 0
    assert alerts(icinga) == ["PROBLEM smtp", "RECOVERY smtp"]


def checked(icinga: Icinga, service: str) -> float:
    """When a service was last checked."""
    return float(icinga.attributes(service)["last_check"])


def alerts(icinga: Icinga) -> list[str]:
    """The alerts so far."""
    file = icinga.directory / "alerts"
    return file.read_text("utf-8").splitlines() if file.exists() else []
