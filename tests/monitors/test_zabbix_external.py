"""A real Zabbix checks sixty accounts by one external check, as contrib/zabbix/README.md says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from .zabbix_api import CHECK, Host
from .zabbix_many import (
    ACCOUNTS,
    BY_HAND,
    EXTERNAL,
    LIST,
    NUMBER,
    OK,
    Installation,
    assert_all_work,
    assert_is_of_the_run,
    installed,
    states,
)
from .zabbix_receiver import Receiver


@pytest.fixture(scope="module")
def accounts(receiver: Receiver, plugins: Path) -> Iterator[Installation]:
    """The accounts, and the plugin where Zabbix looks for external checks."""
    script = receiver.server.scripts / CHECK
    script.unlink(missing_ok=True)
    with installed(receiver, plugins) as made:
        script.symlink_to(plugins / CHECK)
        yield made
    script.unlink()


@pytest.fixture(scope="module")
def idle(accounts: Installation) -> Iterator[Host]:
    """A host whose check is not started; made first, for its alarm takes half a minute."""
    made = accounts.add_external("never checked", INTERVAL="1d", NODATA="20s")
    yield made
    made.disable()


@pytest.fixture(scope="module")
def host(accounts: Installation, idle: Host) -> Iterator[Host]:
    """The host, after the README was followed; nothing is sent to it."""
    accounts.reader.follow(ACCOUNTS)
    accounts.reader.follow(LIST)
    assert accounts.reader.follow(BY_HAND).startswith("SMTP_AUTH OK - all 60 accounts work")
    api = accounts.receiver.api
    if api.version >= 7:
        api("settings.update", timeout_external_check="30s")
    made = accounts.add_external("by external check")
    made.wait(lambda: made.triggers() == len(accounts.names) * 4 + len(accounts.servers) * 2 + 2)
    yield made
    made.disable()


def test_all_accounts_have_a_first_result(accounts: Installation, host: Host) -> None:
    """Who follows the README word by word sees every account, and importing the template once
    more changes nothing.
    """
    assert_all_work(accounts, host)
    if accounts.receiver.api.version < 7:
        assert accounts.receiver.api.changes(EXTERNAL) == []


def test_an_account_and_a_server(accounts: Installation, host: Host) -> None:
    """A password changed on the server is one problem, named after the account and tagged with its
    labels; thirty accounts whose server is stopped are one problem of the server; both end.
    """
    accounts.change_on_server("a7", "changed")
    problem = host.problem()
    assert problem.severity == "High"
    assert problem.name.startswith("SMTP AUTH: a7: a7@example.test at 127.0.0.1:")
    assert re.search("user name or password rejected.*: 535 5.7.8", problem.name)
    assert problem.name.endswith("; used by program a7")
    assert "put the new one into the password file" in problem.operational_data
    assert {("account", "a7"), ("customer", "acme"), ("site", "a")} <= set(problem.tags)
    accounts.servers["b"].stop()
    host.wait(lambda: len(host.problems()) == 2)
    server = f"127.0.0.1:{accounts.servers['b'].port}"
    assert host.problems()[0].name.startswith(f"SMTP AUTH: {server}: the connection was refused: ")
    count = f'smtp_auth.server.accounts["{server}"]'
    host.wait(lambda: host.values()[count] == str(NUMBER))
    assert len(host.problems()) == 2
    accounts.change_in_file("a7", "changed")
    accounts.servers["b"].start()
    host.wait(lambda: host.problems() == [])
    assert states(host, accounts.names) == {OK}


def test_a_run_that_fails_says_why(accounts: Installation, host: Host) -> None:
    """Options that the plugin cannot use are a problem that says so, and no account is lost."""
    host.set_macro("{$SMTP_AUTH.TIMEOUT}", "soon")
    problem = host.problem()
    assert problem.name.startswith("SMTP AUTH: The run fails: -t/--timeout: ")
    assert (problem.severity, problem.operational_data) == ("Average", problem.name[26:])
    host.set_macro("{$SMTP_AUTH.TIMEOUT}", "10")
    host.wait(lambda: host.problems() == [])
    assert states(host, accounts.names) == {OK}
    assert [item["error"] for item in host.items().values() if item["state"] == "1"] == []


def test_a_check_that_is_not_started(idle: Host) -> None:
    """Where no result comes at all, that is told, and where to look."""
    problem = idle.problem()
    assert problem.severity == "Average"
    assert problem.name.startswith("SMTP AUTH: No results for 20s: the external check does not run")
    assert "ExternalScripts" in problem.description


def test_a_mistake_in_defaults_is_one_problem(accounts: Installation, host: Host) -> None:
    """A mistake in [defaults] is one problem, of the run, and none of each account."""
    accounts.default("hots = mail.example.com")
    assert_is_of_the_run(accounts, host)
    accounts.keep(accounts.names)
    host.wait(lambda: host.problems() == [])
    host.wait(lambda: states(host, accounts.names) == {OK})
