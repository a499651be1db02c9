"""A real Zabbix runs the plugin by the template, set up as contrib/zabbix/README.md says.

The interval is a second here, where the template has five minutes.
"""

from __future__ import annotations

import shutil
import socket
from collections.abc import Iterator

import pytest
from servers.mailserver import MailServer
from servers.process import workshop

from .zabbix import require_zabbix
from .zabbix_api import CHECK, Host
from .zabbix_setup import TEMPLATE, Account, Setup, running

OK, CRITICAL, UNKNOWN = "0", "2", "3"


@pytest.fixture(scope="module")
def zabbix() -> Iterator[Setup]:
    """All of Zabbix, with the README followed up to where it makes a host."""
    require_zabbix()
    directory = workshop()
    try:
        with running(directory) as setup:
            yield setup
    finally:
        shutil.rmtree(directory, ignore_errors=True)


@pytest.fixture
def account(zabbix: Setup, request: pytest.FixtureRequest) -> Account:
    """An account of the test's own, whose password file is right."""
    return Account(zabbix, request.node.name)


@pytest.fixture(scope="module", autouse=True)
def ended(zabbix: Setup) -> Iterator[Host]:
    """A host whose checks Zabbix ends; made before all else, for its alarm takes half a minute.

    The server never greets, and the plugin would wait for longer than Zabbix does.
    """
    with socket.create_server(("127.0.0.1", 0)) as mute:
        port = str(mute.getsockname()[1])
        account = Account(zabbix, "ended")
        yield account.add_host(zabbix.mail, PORT=port, TIMEOUT="10", NODATA="30s")


def tarpit(zabbix: Setup) -> MailServer:
    """A server that lets a wrong password wait for five seconds, as Exchange does."""
    return zabbix.servers.dovecot(failure_delay=5)


def test_the_readme_leads_to_a_first_result(zabbix: Setup) -> None:
    """Who follows the README word by word has a first result, and it says OK."""
    zabbix.reader.follow(1)
    assert zabbix.reader.follow(2).startswith("SMTP_AUTH OK")
    host = zabbix.api.add_host("finance", zabbix.mail.host, zabbix.reader.macros())

    def executed() -> bool:
        host.execute_now()
        return host.value("state") == OK

    host.wait(executed)
    host.wait_for("diagnosis", "authenticated")
    assert host.problems() == []


def test_importing_again_changes_nothing(zabbix: Setup) -> None:
    """Whoever imports the template once more is shown no changes: Zabbix kept all of it."""
    assert zabbix.api.changes(TEMPLATE) == []


def test_a_password_changed_on_the_server(zabbix: Setup, account: Account) -> None:
    """A password changed on the server is a problem that says what to do, until it is done."""
    host = account.add_host(zabbix.mail)
    host.wait_for("state", OK)
    worked = float(host.value("last_success") or 0)
    host.wait(lambda: float(host.value("auth_time") or 0) > 0)
    host.wait(lambda: float(host.value("certificate_days") or 0) == 364)

    zabbix.mail.set_password(account.name, "changed-secret")
    host.wait_for("diagnosis", "credentials-rejected")
    problem = host.problem("High")
    host.wait_for("state", CRITICAL)
    assert account.name in problem.name
    assert "user name or password rejected: 535 5.7.8" in problem.name
    assert problem.operational_data.startswith("CRITICAL ")
    for text in (problem.operational_data, problem.description):
        assert "put the new one into the password file" in text
        assert "the secret was changed on the server" in text

    account.file.write_text("changed-secret")
    host.wait(lambda: host.value("state") == OK and not host.problems())
    host.wait(lambda: float(host.value("last_success") or 0) > worked)


def test_a_login_that_is_held_back(zabbix: Setup, account: Account) -> None:
    """An account that is not tried any more stays a problem, and the server sees no more logins."""
    account.file.write_text("wrong-secret")
    server = zabbix.servers.dovecot()
    with server.watch() as attempts:
        host = account.add_host(server)
        host.wait_for("diagnosis", "held")
        problem = host.problem()
        seen = host.items()["smtp_auth.state"]["lastclock"]
        host.wait(lambda: int(host.items()["smtp_auth.state"]["lastclock"]) > int(seen) + 1)
    assert len(attempts) == 2
    host.wait_for("state", CRITICAL)
    assert "user name or password rejected" in problem.name
    host.wait(lambda: "not tried" in str(host.value("summary")))


def test_a_check_that_cannot_run_hides_no_problem(zabbix: Setup, account: Account) -> None:
    """A rejected account stays a problem when its password file is gone: nobody saw it work."""
    account.file.write_text("wrong-secret")
    host = account.add_host(zabbix.mail)
    rejected = host.problem("High")
    account.file.unlink()
    host.wait(lambda: len(host.problems()) == 2)
    unknown, still = host.problems()
    host.wait_for("state", UNKNOWN)
    assert unknown.severity == "Average"
    assert (still.name, still.severity) == (rejected.name, "High")


def test_macros_that_are_left_empty(zabbix: Setup, account: Account) -> None:
    """A host with nothing but user, password file and port is checked with all the defaults."""
    host = account.add_host(zabbix.mail, TLS_NAME="", STATE_DIR="")
    host.wait_for("state", OK)
    host.wait_for("diagnosis", "authenticated")


def test_a_host_without_a_user(zabbix: Setup, account: Account) -> None:
    """A host on which the user was forgotten is a problem that names the option."""
    host = account.add_host(zabbix.mail, USER="")
    problem = host.problem()
    assert problem.severity == "Average"
    assert "-u" in problem.name
    host.wait_for("state", UNKNOWN)
    host.wait_for("diagnosis", "misconfigured")


def test_a_tarpit(zabbix: Setup, account: Account) -> None:
    """A wrong password that the server answers too late is a problem, and the check has an end."""
    account.file.write_text("wrong-secret")
    host = account.add_host(tarpit(zabbix))
    assert "AUTH" in host.problem("High").name
    host.wait(lambda: host.value("diagnosis") in ("timeout", "held"))
    assert [item["error"] for item in host.items().values() if item["state"] == "1"] == []


def test_a_check_that_zabbix_ends(ended: Host) -> None:
    """A check that takes longer than Zabbix waits is a problem that says which times to change."""
    problem = ended.problem()
    assert "Timeout while executing" in ended.items()[CHECK]["error"]
    assert problem.severity == "Average"
    assert "No result for 30s" in problem.name
    assert "zabbix_server.conf" in problem.description
