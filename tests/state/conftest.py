"""A check with a memory of its own, fresh or with its budget spent."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from fakes.server import Server

from check_smtp_auth.state import ledger

from .runs import Monitor, rejecting


@pytest.fixture(autouse=True)
def new_process() -> None:
    """Whatever an earlier test has left under way, a test begins as a process does: with no file
    that tries share.
    """
    ledger._empty.clear()


@pytest.fixture
def monitor(tmp_path: Path) -> Monitor:
    """A check that was never run before."""
    return Monitor(tmp_path)


@pytest.fixture(scope="session")
def spent(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The state directory of a check whose password was rejected twice, just now."""
    first = Monitor(tmp_path_factory.mktemp("spent"))
    with Server(rejecting()) as server:
        assert [first.check(server).code for _ in range(2)] == [2, 2]
    return first.directory


@pytest.fixture
def held(monitor: Monitor, spent: Path) -> Monitor:
    """A check whose password was rejected twice, just now."""
    shutil.copytree(spent, monitor.directory)
    return monitor
