"""One state file and many processes: none loses a count, none leaves it unreadable."""

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

from check_smtp_auth.state.memory import ServerMemory, load
from check_smtp_auth.state.store import Store

from .places import full, read_only

HOST = "127.0.0.1"
PATIENCE = 30.0
KILLS = 30
# Waits until its input is closed, as that of all others is in the same moment.
ADD_ONE = """
import sys, time
from check_smtp_auth.state.store import Store

def one_more(server):
    memory = server.of("finance")
    return server.with_account(memory.replace(spent=memory.spent + 1))

sys.stdin.read()
Store(sys.argv[1], sys.argv[2]).update(one_more, time.monotonic() + 30)
"""
# An address at which nobody listens.
NOWHERE = ("-H", HOST, "-p", "1", "-u", USER)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A store in a directory that is not there yet."""
    return Store(str(tmp_path / "state"), HOST)


def one_more(server: ServerMemory) -> ServerMemory:
    """Count one rejection more."""
    memory = server.of(USER)
    return server.with_account(memory.replace(spent=memory.spent + 1, reply="5.7.8 No " * 40))


def test_processes_at_once_lose_no_count(store: Store) -> None:
    """Fifty checks that end in the same moment are all counted."""
    started, starter = os.pipe()
    words = [sys.executable, "-c", ADD_ONE, store.directory, HOST]
    processes = [subprocess.Popen(words, stdin=started) for _ in range(50)]
    os.close(started)
    os.close(starter)
    assert [process.wait(PATIENCE) for process in processes] == [0] * 50
    assert store.read().of("finance").spent == 50


def count_forever(store: Store, told: int) -> None:
    """Count, and tell of each that is written; until killed."""
    try:
        while True:
            store.update(one_more, time.monotonic() + PATIENCE)
            os.write(told, b".")
    finally:
        os._exit(1)


def test_a_kill_at_any_moment_leaves_a_readable_state(store: Store) -> None:
    """However often a check is killed while it writes, the state is whole and nothing is lost."""
    moments = random.Random(10)
    counted = 0
    for _ in range(KILLS):
        ours, theirs = os.pipe()
        child = os.fork()
        if child == 0:
            count_forever(store, theirs)
        os.close(theirs)
        time.sleep(moments.uniform(0.001, 0.03))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        with os.fdopen(ours, "rb") as pipe:
            told = len(pipe.read())
        again = Store(store.directory, HOST)
        spent = again.read().of(USER).spent
        assert again.set_aside is None
        # One more may have been written, and not yet told.
        assert counted + told <= spent <= counted + told + 1
        counted = spent
    assert counted > KILLS


def test_a_lock_does_not_outlive_its_process(store: Store) -> None:
    """A check that was killed while it held the lock does not hold up the next."""
    child = os.fork()
    if child == 0:
        try:
            end = time.monotonic() + 5
            store.update(lambda server: os.kill(os.getpid(), signal.SIGKILL) or server, end)
        finally:
            os._exit(1)
    os.waitpid(child, 0)
    store.update(one_more, time.monotonic() + 0.2)
    assert store.read().of(USER).spent == 1


def test_a_full_disk_is_told_and_spoils_nothing(store: Store, password_file: Path) -> None:
    """On a full disk the check goes on, says so, and what was remembered is still there."""
    store.update(one_more, time.monotonic() + PATIENCE)
    remembered = store.read()
    command = (*NOWHERE, "-P", password_file, "--state-dir", store.directory)
    done = run(*command, "-v", before=full(Path(store.directory)))
    assert done.code == 2
    assert "the connection was refused" in done.first
    assert "no state is kept" in done.long
    assert "No space left on device" in done.long
    assert Store(f"{store.directory}.after", HOST).read() == remembered


def test_a_read_only_directory_is_told(store: Store, password_file: Path) -> None:
    """In a read-only directory the check goes on and says so."""
    store.update(one_more, time.monotonic() + PATIENCE)
    command = (*NOWHERE, "-P", password_file, "--state-dir", store.directory)
    done = run(*command, "-v", before=read_only(Path(store.directory)))
    assert done.code == 2
    assert "the connection was refused" in done.first
    assert "no state is kept" in done.long
    assert "Read-only file system" in done.long


def test_an_unreadable_file_in_a_read_only_directory_is_told(
    store: Store, password_file: Path
) -> None:
    """Where a file can be neither read back nor set aside, the check goes on and says so."""
    store.update(one_more, time.monotonic() + PATIENCE)
    Path(store.path).write_text("junk")
    command = (*NOWHERE, "-P", password_file, "--state-dir", store.directory)
    done = run(*command, "-v", before=read_only(Path(store.directory)))
    assert "the connection was refused" in done.first


@pytest.mark.parametrize("written", [False, True], ids=["gone", "written anew"])
def test_checks_at_once_set_a_file_aside_once(
    store: Store, monkeypatch: pytest.MonkeyPatch, written: bool
) -> None:
    """Checks that find the same unreadable file at once go on, and none loses another's count."""
    other = Store(store.directory, HOST)
    rest = [load]

    def load_late(text: str) -> ServerMemory:
        """Let the other be quicker, just before this one finds out that the file is junk."""
        if rest:
            rest.clear()
            other.read()
            if written:
                other.update(one_more, time.monotonic() + 1)
        return load(text)

    Path(store.directory).mkdir(0o700)
    Path(store.path).write_text("junk")
    Path(store.path).chmod(0o600)
    monkeypatch.setattr("check_smtp_auth.state.store.load", load_late)
    store.read()
    assert store.read().of(USER).spent == (1 if written else 0)


def test_a_directory_that_cannot_be_made(tmp_path: Path, password_file: Path) -> None:
    """Where the state directory cannot be created, the check goes on and says so."""
    (tmp_path / "file").write_text("")
    where = ("--state-dir", tmp_path / "file" / "state")
    done = run(*NOWHERE, "-P", password_file, *where, "-v")
    assert "the connection was refused" in done.first
    assert "no state is kept" in done.long


def test_a_directory_in_the_environment(tmp_path: Path, password_file: Path) -> None:
    """Without --state-dir the state is kept where the environment says, the owner's only."""
    place = environment(
        MP_STATE_PATH=None, STATE_DIRECTORY=f"{tmp_path / 'one'}:{tmp_path / 'two'}"
    )
    assert run(*NOWHERE, "-P", password_file, "--state-dir", "", env=place).code == 2
    (kept,) = (tmp_path / "one" / "check_smtp_auth").glob("*.state")
    assert USER in kept.read_text()
    assert SECRET not in kept.read_text()
    assert not (tmp_path / "two").exists()
