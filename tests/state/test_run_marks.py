"""Whose change it was: told by the file that was read, whatever becomes of it meanwhile."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from fakes.plugin import SECRET, run
from fakes.scripts import clear
from fakes.server import Connection, Script, Server

from .runs import ACCEPTED, Monitor, accepting, judging, rejecting

THEIRS = "the secret was changed on the server"
OURS = "look there first"


def overwritten(file: Path) -> None:
    """Write another secret into the file."""
    file.write_text("another\n")


def replaced(file: Path) -> None:
    """Put another file in its place."""
    new = file.with_name("new")
    new.touch(0o600)
    new.write_text("another\n")
    os.replace(new, file)


def renewed(file: Path) -> None:
    """Put a file with the same secret in its place."""
    new = file.with_name("new")
    shutil.copy(file, new)
    os.replace(new, file)


CHANGES = {"overwritten": overwritten, "replaced": replaced, "renewed": renewed}


def accepting_while(change: object, file: Path) -> Script:
    """A server that accepts a login, while whose AUTH is under way the file is changed."""

    def step(connection: Connection) -> None:
        assert callable(change)
        change(file)
        judging(ACCEPTED)(connection)

    return clear([step])


@pytest.mark.parametrize("how", list(CHANGES))
def test_a_file_changed_while_the_login_runs(monitor: Monitor, how: str) -> None:
    """What was put into the file after it was read never worked: the server is not accused."""
    with Server(accepting_while(CHANGES[how], monitor.password)) as server:
        assert monitor.check(server).code == 0
    with Server(rejecting()) as server:
        done = monitor.check(server)
    assert done.code == 2
    assert OURS in done.long
    assert THEIRS not in done.long


@pytest.mark.parametrize("times", [1, 3])
def test_a_file_that_nobody_changed(monitor: Monitor, times: int) -> None:
    """Where the file is the one that worked, it was changed on the server."""
    with Server(accepting_while(lambda file: file.read_text(), monitor.password)) as server:
        for _ in range(times):
            assert monitor.check(server).code == 0
    with Server(rejecting()) as server:
        assert THEIRS in monitor.check(server).long


def test_a_pipe_is_no_file_that_could_have_changed(monitor: Monitor) -> None:
    """Of a secret from a pipe it cannot be told who changed it."""
    shell = ("bash", "-c", f'exec "$@" -P <(echo "{SECRET}")', "bash")
    with Server(accepting_while(lambda _: None, monitor.password)) as server:
        assert run(*monitor.words(server), before=shell).code == 0
    with Server(rejecting()) as server:
        done = run(*monitor.words(server), before=shell)
    assert done.code == 2
    assert OURS not in done.long
    assert THEIRS not in done.long


@pytest.mark.parametrize("output", ["nagios", "json"])
def test_a_rejected_secret_that_is_put_back(held: Monitor, output: str) -> None:
    """A secret that was held is CRITICAL when it is back in the file, though another one worked
    in the meantime: the account is not called well because of that one.
    """
    bad = held.password.read_text()
    held.password.write_text("the right one\n")
    with Server(accepting()) as server:
        assert held.check(server).code == 0
        held.password.write_text(bad)
        back = held.check(server, "--output", output)
        held.password.write_text("the right one\n")
        assert held.check(server).code == 0
        assert server.count(b"AUTH") == 2
    assert back.code == 2
    if output == "json":
        account = back.account
        assert (account["diagnosis"], account["held_diagnosis"]) == ("held", "credentials-rejected")
        assert account["since"] <= account["last_success"]
        return
    assert "user name or password rejected when this secret was last tried, at 2" in back.first
    assert "it worked when last tried" not in back.first
    assert "It last worked at" in back.long
    assert OURS in back.long
