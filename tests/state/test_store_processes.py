"""One folder and many processes: none loses a count, none leaves it unreadable."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from fakes.plugin import SECRET, USER, environment, run
from fakes.server import Server

from check_smtp_auth.state.memory import Memory
from check_smtp_auth.state.place import open_place
from check_smtp_auth.state.store import Store

from .places import full, read_only, without_inodes
from .runs import Monitor, accepting, rejecting

HOST = "127.0.0.1"
PATIENCE = 30.0
KILLS = 30
# Waits until its input is closed, as that of all others is in the same moment.
ADD_ONE = """
import sys, time
from check_smtp_auth.state.memory import Memory
from check_smtp_auth.state.place import open_place
from check_smtp_auth.state.store import Store

sys.stdin.read()
store = Store(open_place(sys.argv[1], ""), sys.argv[2], "finance", lambda: Memory("finance"))
store.change(lambda memory: memory.replace(tries=memory.tries + 1), time.monotonic() + 30)
"""
# An address at which nobody listens.
NOWHERE = ("-H", HOST, "-p", "1", "-u", USER)


def one_more(memory: Memory) -> Memory:
    """Count one more; the text makes the file's contents long."""
    return memory.replace(tries=memory.tries + 1, reply="5.7.8 No " * 40)


def test_processes_at_once_lose_no_count(tmp_path: Path) -> None:
    """Fifty checks that end in the same moment are all counted."""
    started, starter = os.pipe()
    words = [sys.executable, "-c", ADD_ONE, str(tmp_path / "state"), HOST]
    env = environment()
    processes = [subprocess.Popen(words, stdin=started, env=env) for _ in range(50)]
    os.close(started)
    os.close(starter)
    assert [process.wait(PATIENCE) for process in processes] == [0] * 50
    assert memory_of(tmp_path / "state", "finance").tries == 50


def store_of(directory: Path, user: str = USER) -> Store:
    """Open the memory of an account."""
    return Store(open_place(str(directory), ""), HOST, user, lambda: Memory(user))


def memory_of(directory: Path, user: str = USER) -> Memory:
    """What is remembered of an account."""
    store = store_of(directory, user)
    try:
        memory = store.look(time.time())[0]
        assert store.set_aside == ""
        return memory
    finally:
        store.close()


def count_forever(directory: Path, told: int) -> None:
    """Count, and tell of each that is written; until killed."""
    try:
        store = store_of(directory)
        while True:
            store.change(one_more, time.monotonic() + PATIENCE)
            os.write(told, b".")
    finally:
        os._exit(1)


def test_a_kill_at_any_moment_leaves_a_readable_state(tmp_path: Path) -> None:
    """However often a check is killed while it writes, the state is whole and nothing is lost."""
    directory = tmp_path / "state"
    moments = random.Random(10)
    counted = 0
    for _ in range(KILLS):
        ours, theirs = os.pipe()
        child = os.fork()
        if child == 0:
            count_forever(directory, theirs)
        os.close(theirs)
        time.sleep(moments.uniform(0.001, 0.03))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        with os.fdopen(ours, "rb") as pipe:
            told = len(pipe.read())
        tries = memory_of(directory).tries
        # One more may have been written, and not yet told.
        assert counted + told <= tries <= counted + told + 1
        counted = tries
    assert counted > KILLS


def test_a_lock_does_not_outlive_its_process(tmp_path: Path) -> None:
    """A check that was killed while it held the lock does not hold up the next."""
    directory = tmp_path / "state"
    child = os.fork()
    if child == 0:
        try:
            end = time.monotonic() + 5
            store_of(directory).change(
                lambda memory: os.kill(os.getpid(), signal.SIGKILL) or memory, end
            )
        finally:
            os._exit(1)
    os.waitpid(child, 0)
    store = store_of(directory)
    store.change(one_more, time.monotonic() + 0.2)
    store.close()
    assert memory_of(directory).tries == 1


def held(monitor: Monitor, **fields: object) -> Monitor:
    """A check that is remembered to have been rejected."""
    worked = {"diagnosis": "credentials-rejected", "since": time.time() - 60, "tries": 2}
    monitor.remember(**{"count": 2, **worked, **fields})
    return monitor


PLACES = {"full": full, "no inodes": without_inodes, "read-only": read_only}


@pytest.mark.parametrize("kind", list(PLACES))
def test_a_hold_holds_on_a_disk_that_cannot_be_written_to(monitor: Monitor, kind: str) -> None:
    """What can be read counts: a held login is not tried though nothing can be written."""
    held(monitor, until=time.time() + 3_600)
    with Server(rejecting()) as server:
        words = monitor.words(server)
        done = run(*words, before=PLACES[kind](monitor.directory))
    assert done.code == 2
    assert "not tried, to keep the account from being locked" in done.first
    assert server.count(b"AUTH") == 0


@pytest.mark.parametrize("count", [1, 2])
def test_what_is_known_to_be_bad_is_not_tried_unwritten(monitor: Monitor, count: int) -> None:
    """At a hold's end, or with one try left, nothing is tried that cannot be written down."""
    held(monitor, count=count, until=time.time() - 60)
    with Server(rejecting()) as server:
        done = run(*monitor.words(server), before=read_only(monitor.directory))
    assert done.code == 2
    assert "not tried, because the attempt could not be recorded" in done.first
    assert "user name or password rejected since" in done.first
    assert server.count(b"AUTH") == 0


def test_a_full_disk_loses_no_refusal(monitor: Monitor) -> None:
    """On a full disk a wrong password is tried twice, and then held: the names of files say it."""
    with Server(rejecting()) as server:
        words = monitor.words(server)
        monitor.directory.mkdir(0o700)
        script = 'for _ in 1 2 3 4; do "$@"; done; true'
        from fakes.plugin import COMMAND

        done = subprocess.run(
            [*full(monitor.directory), "sh", "-c", script, "sh", *COMMAND, *words],
            env=environment(),
            capture_output=True,
            text=True,
        )
    assert server.count(b"AUTH") == 2, done.stdout
    assert done.stdout.count("not tried, to keep the account from being locked") == 2


def test_a_success_needs_no_space(monitor: Monitor) -> None:
    """On a disk that has become full, an account that works stays OK, and is remembered."""
    with Server(accepting()) as server:
        assert monitor.check(server).code == 0
        done = run(*monitor.words(server), before=full(monitor.directory))
    assert done.code == 0
    assert "authenticated by" in done.first


@pytest.mark.parametrize("kind", list(PLACES))
def test_a_disk_that_takes_nothing_is_told(monitor: Monitor, kind: str) -> None:
    """Where nothing can be remembered of a first login, it is WARNING and says what helps."""
    monitor.directory.mkdir(0o700)
    with Server(accepting()) as server:
        done = run(*monitor.words(server), before=PLACES[kind](monitor.directory))
        words = (*monitor.words(server), "--output", "json")
        account = run(*words, before=PLACES[kind](monitor.directory)).account
    assert done.code == 1
    assert str(monitor.directory) in done.first
    assert account["diagnosis"] == "unguarded"


def test_no_name_that_nobody_knows_is_told(monitor: Monitor) -> None:
    """Where a disk takes no more files the directory is named, not the file that was not made."""
    with Server(accepting()) as server:
        assert monitor.check(server).code == 0
        done = run(*monitor.words(server), before=without_inodes(monitor.directory))
    assert done.code == 1
    assert f"account: {monitor.directory / HOST}.d: no space left on device: free" in done.first


def test_a_directory_in_the_environment(tmp_path: Path, password_file: Path) -> None:
    """Without --state-dir the state is kept where the environment says, the owner's only."""
    place = environment(
        MP_STATE_PATH=None, STATE_DIRECTORY=f"{tmp_path / 'one'}:{tmp_path / 'two'}"
    )
    assert run(*NOWHERE, "-P", password_file, "--state-dir", "", env=place).code == 2
    (kept,) = (tmp_path / "one" / "check_smtp_auth").rglob(USER)
    assert USER in kept.read_text()
    assert SECRET not in kept.read_text()
    assert not (tmp_path / "two").exists()
