"""Zabbix 7.0 is told of sixty accounts by one run, and checks one in a time that only it has.

It is the one that contrib/dev/backports has fetched, beside the 6.0 of the other tests; where the
installed one is newer than that, as in contrib/dev/zabbix7, it is that one.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from fakes.passwords import PasswordServer
from servers.process import free_port, make_directory, program, workshop

from .zabbix import require_zabbix, unpack_newer
from .zabbix_api import CHECK, Host
from .zabbix_many import (
    OK,
    Installation,
    assert_all_work,
    run,
    run_until_told,
    states,
)
from .zabbix_readme import CHECKOUT
from .zabbix_receiver import Receiver, receiving

TEMPLATE = CHECKOUT / "contrib/zabbix/template_smtp_auth.yaml"
USER, SECRET = "finance@example.test", "right-secret"
TARPIT = 5.0


@pytest.fixture(scope="module")
def receiver() -> Iterator[Receiver]:
    """A Zabbix 7.0 with nothing in it yet, with the default time for its checks."""
    require_zabbix()
    command = [program("zabbix_server") or "zabbix_server", "--version"]
    version = subprocess.run(command, stdout=subprocess.PIPE, encoding="utf-8").stdout
    with receiving(unpack=None if version.split()[2] >= "7" else unpack_newer) as made:
        assert made.api.version >= 7
        yield made


def test_a_bad_account_is_one_problem(accounts: Installation, host: Host) -> None:
    """All sixty accounts have their states; one of a changed password is one problem, named after
    it and tagged with its labels, which ends when the password is fixed.
    """
    assert_all_work(accounts, host)
    accounts.change_on_server("a7", "changed")
    (problem,) = run_until_told(accounts, host)
    assert problem.severity == "High"
    assert problem.name.startswith("SMTP AUTH: a7: a7@example.test at 127.0.0.1:")
    assert problem.name.endswith("; used by program a7")
    assert {("account", "a7"), ("customer", "acme"), ("site", "a")} <= set(problem.tags)
    accounts.change_in_file("a7", "changed")
    run(accounts)
    host.wait(lambda: host.problems() == [])
    assert states(host, accounts.names) == {OK}


def test_a_removed_account_and_a_run_that_does_not_come(accounts: Installation, host: Host) -> None:
    """A bad account that is taken out of the file raises nothing any more, nor does a good one;
    that no run comes is told, until one does.
    """
    accounts.change_on_server("a1", "changed")
    (problem,) = run_until_told(accounts, host)
    assert problem.name.startswith("SMTP AUTH: a1: ")
    accounts.keep([name for name in accounts.names if name not in ("a1", "b1")])
    host.set_macro("{$SMTP_AUTH.NODATA}", "8s")
    run_until_told(accounts, host, 0)
    problem = host.problem()
    assert problem.severity == "Average"
    assert problem.name.startswith("SMTP AUTH: No results for 8s: ")
    run_until_told(accounts, host, 0)


@pytest.fixture
def server() -> Iterator[PasswordServer]:
    """A server that lets a wrong password wait, as Exchange does."""
    made = PasswordServer(free_port(), TARPIT)
    made.passwords[USER] = SECRET
    made.start()
    yield made
    made.stop()


def test_one_account_with_a_time_of_its_own(
    receiver: Receiver, plugins: Path, server: PasswordServer
) -> None:
    """The template for one account is taken, and with the time for external checks raised a wrong
    password behind a tarpit is told by its reason; it ends when it is fixed.
    """
    api = receiver.api
    api.import_template(TEMPLATE)
    directory = workshop()
    try:
        memory, file = directory / "memory", directory / "password"
        make_directory(memory)
        file.touch(0o600)
        file.write_text(SECRET)
        for path in (memory, file):
            shutil.chown(path, "zabbix")
        # In the clear, which the template does not know of: a script on the way adds it.
        script = receiver.server.scripts / CHECK
        script.write_text(f'#!/bin/sh\nexec {plugins}/{CHECK} "$@" --tls none\n')
        script.chmod(0o755)
        api("settings.update", timeout_external_check="12s")
        macros = {
            "USER": USER,
            "PASSWORD_FILE": str(file),
            "STATE_DIR": str(memory),
            "PORT": str(server.port),
            "TIMEOUT": "10",
            "INTERVAL": "2s",
        }
        given = {f"{{$SMTP_AUTH.{name}}}": value for name, value in macros.items()}
        host = api.add_host("finance", "127.0.0.1", given)
        host.wait_for("state", "0")
        server.passwords[USER] = "changed"
        problem = host.problem()
        assert "user name or password rejected: 535 5.7.8" in problem.name
        file.write_text("changed")
        host.wait(lambda: host.value("state") == "0" and not host.problems())
        assert [item["error"] for item in host.items().values() if item["state"] == "1"] == []
    finally:
        shutil.rmtree(directory, ignore_errors=True)
