"""A state directory on a file system that does not answer: no check outlives its time for it."""

from __future__ import annotations

import json
import subprocess
import time

import pytest
from fakes.hanging import hanging
from fakes.plugin import COMMAND, environment, run
from fakes.server import Server

from .runs import Monitor, accepting, rejecting


def test_a_state_directory_that_does_not_answer(monitor: Monitor) -> None:
    """The login is tried in the time that is left, and that nothing guards it is told."""
    place = monitor.directory / "state"
    monitor.directory.mkdir(0o700)
    with Server(accepting()) as server:
        words = (*monitor.words(server), "--state-dir", place, "-t", "3")
        began = time.monotonic()
        done = run(*words, before=hanging(monitor.directory))
        seconds = time.monotonic() - began
    assert done.code == 1, done.output
    assert "authenticated, but the lockout guard does not work for this account" in done.first
    assert "does not answer" in done.first
    assert seconds < 6
    assert server.count(b"AUTH") == 1


def test_a_refusal_beside_a_state_directory_that_does_not_answer(monitor: Monitor) -> None:
    """A refusal that cannot be written down is told as it is."""
    monitor.directory.mkdir(0o700)
    with Server(rejecting()) as server:
        words = (*monitor.words(server), "--state-dir", monitor.directory / "x", "-t", "3")
        done = run(*words, "--output", "json", before=hanging(monitor.directory))
    account = done.account
    assert (account["diagnosis"], account["also"]) == ("credentials-rejected", ["unguarded"])


@pytest.mark.parametrize("number", [15, 2])
def test_a_signal_while_the_state_directory_does_not_answer(monitor: Monitor, number: int) -> None:
    """SIGTERM and SIGINT end a check that waits for its state directory, with one line."""
    monitor.directory.mkdir(0o700)
    with Server(accepting()) as server:
        words = [*monitor.words(server), "--state-dir", str(monitor.directory / "x"), "-t", "30"]
        before = hanging(monitor.directory)
        process = subprocess.Popen(
            [*before, *COMMAND, *words, "--output", "json"],
            env=environment(),
            stdout=subprocess.PIPE,
        )
        time.sleep(1.5)
        process.send_signal(number)
        output, _ = process.communicate(timeout=10)
    assert process.returncode == 3
    assert json.loads(output)["state"] == "UNKNOWN"
