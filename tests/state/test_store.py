"""The state directory: private, locked, written whole or not at all."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from check_smtp_auth.state.memory import Memory, ServerMemory, dump
from check_smtp_auth.state.store import Locked, Store, Unusable, default_directory

HOST = "mail.example.test"
NOBODY = 65_534
needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files away")


def spent(number: int, user: str = "finance") -> ServerMemory:
    """A memory to write and find again."""
    return ServerMemory((1.5,), {user: Memory(user, spent=number)})


def write(store: Store, server: ServerMemory) -> None:
    """Put this into the store's file."""
    store.update(lambda _: server, time.monotonic() + 5)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A store in a directory that is not there yet."""
    return Store(str(tmp_path / "state"), HOST)


@pytest.fixture
def filled(store: Store) -> Store:
    """A store with something in it."""
    write(store, spent(1))
    return store


def require_unusable(store: Store, words: str) -> None:
    """Reading and writing are both refused, and the text tells why."""
    with pytest.raises(Unusable, match=words):
        store.read()
    with pytest.raises(Unusable, match=words):
        write(store, spent(9))


def test_what_was_written_is_there_next_time(filled: Store) -> None:
    """What one run remembers, the next run finds."""
    again = Store(filled.directory, HOST)
    assert again.read() == spent(1)
    assert again.set_aside is None


def test_nothing_is_remembered_at_first(store: Store) -> None:
    """A first run finds nothing, and that is no fault."""
    assert store.read() == ServerMemory()


def test_each_server_has_its_own_file(filled: Store) -> None:
    """What is remembered of one server says nothing of another."""
    names = ["other.example.test", "192.0.2.1", "2001:db8::1", "fe80::1%eth0", "x" * 250, "../x"]
    for name in names:
        other = Store(filled.directory, name)
        assert other.read() == ServerMemory()
        write(other, spent(2, name))
    for name in names:
        assert Store(filled.directory, name).read() == spent(2, name)
    assert Store(filled.directory, HOST).read() == spent(1)
    assert {path.parent for path in Path(filled.directory).rglob("*")} == {Path(filled.directory)}


def test_a_server_is_one_in_any_spelling(filled: Store) -> None:
    """A host in capitals is the same server."""
    assert Store(filled.directory, HOST.upper()).read() == spent(1)


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
def test_all_is_the_owners_only(tmp_path: Path, umask: int) -> None:
    """The directory is made with mode 0700 and its files with 0600, whatever the umask."""
    before = os.umask(umask)
    try:
        store = Store(str(tmp_path / "deep" / "state"), HOST)
        write(store, spent(1))
        write(store, spent(2))
    finally:
        os.umask(before)
    directory = Path(store.directory)
    assert stat.S_IMODE(directory.stat().st_mode) == 0o700
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in directory.iterdir()}
    assert set(modes.values()) == {0o600}
    assert f"{HOST}.state" in modes


def test_a_linked_directory_is_refused(store: Store, tmp_path: Path) -> None:
    """A state directory that is a symbolic link is not used: it may lead anywhere."""
    (tmp_path / "elsewhere").mkdir(0o700)
    os.symlink(tmp_path / "elsewhere", store.directory)
    require_unusable(store, "not a directory")
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_linked_directory_with_a_slash_is_refused(tmp_path: Path) -> None:
    """Nor is one whose name was given with a slash at its end."""
    (tmp_path / "elsewhere").mkdir(0o700)
    os.symlink(tmp_path / "elsewhere", tmp_path / "state")
    require_unusable(Store(f"{tmp_path}/state/", HOST), "not a directory")


@pytest.mark.parametrize("suffix", ["", ".lock", ".new"])
def test_a_linked_file_is_refused(filled: Store, tmp_path: Path, suffix: str) -> None:
    """A symbolic link in the place of a file is not followed, and what it points at stays."""
    target = tmp_path / "precious"
    target.write_text("precious")
    place = Path(filled.path + suffix)
    place.unlink(missing_ok=True)
    place.symlink_to(target)
    with pytest.raises(Unusable):
        write(filled, spent(2))
    assert target.read_text() == "precious"
    assert place.is_symlink()


@pytest.mark.parametrize("suffix", ["", ".lock", ".new"])
def test_a_link_to_nowhere_creates_nothing(store: Store, tmp_path: Path, suffix: str) -> None:
    """A dangling link in the place of a file does not make us write where it points."""
    Path(store.directory).mkdir(0o700)
    Path(store.path + suffix).symlink_to(tmp_path / "made")
    with pytest.raises(Unusable):
        write(store, spent(2))
    assert not (tmp_path / "made").exists()


@pytest.mark.parametrize("mode", [0o770, 0o702, 0o777, 0o1777])
def test_a_directory_that_others_can_write_to_is_refused(store: Store, mode: int) -> None:
    """A directory in which others could put their own state is not used, and is told so."""
    Path(store.directory).mkdir()
    Path(store.directory).chmod(mode)
    require_unusable(store, "chmod")


@pytest.mark.parametrize("mode", [0o660, 0o602])
def test_a_file_that_others_can_write_to_is_refused(filled: Store, mode: int) -> None:
    """A file that others could have written is not believed."""
    Path(filled.path).chmod(mode)
    require_unusable(filled, "chmod")


@needs_root
def test_somebody_elses_directory_is_refused(store: Store) -> None:
    """A directory that somebody else has made in our place is not used."""
    Path(store.directory).mkdir(0o700)
    os.chown(store.directory, NOBODY, NOBODY)
    require_unusable(store, "belongs to another user")


@needs_root
def test_somebody_elses_file_is_refused(filled: Store) -> None:
    """A file that belongs to somebody else is not believed."""
    os.chown(filled.path, NOBODY, NOBODY)
    require_unusable(filled, "belongs to another user")


def test_a_file_in_the_directorys_place(store: Store) -> None:
    """A file where the directory should be is told, and left alone."""
    Path(store.directory).write_text("precious")
    require_unusable(store, "exists|not a directory|Not a directory")
    assert Path(store.directory).read_text() == "precious"


JUNK = {
    "empty": b"",
    "text": b"hello\n",
    "binary": bytes(range(256)) * 10,
    "cut short": dump(spent(1)).encode()[:-1],
    "another version": dump(spent(1)).encode().replace(b"state 1", b"state 9"),
}


@pytest.mark.parametrize("junk", list(JUNK))
def test_an_unreadable_file_is_set_aside(filled: Store, junk: str) -> None:
    """A file that cannot be read back is kept under another name, and a new one begun."""
    Path(filled.path).write_bytes(JUNK[junk])
    assert filled.read() == ServerMemory()
    assert Path(filled.path).read_bytes() == JUNK[junk]
    write(filled, spent(3))
    assert filled.set_aside is not None
    assert filled.read() == spent(3)
    assert Path(filled.set_aside).read_bytes() == JUNK[junk]


def test_a_second_unreadable_file_does_not_overwrite_the_first(filled: Store) -> None:
    """Each file that cannot be read back is kept."""
    for junk in (b"one", b"two"):
        Path(filled.path).write_bytes(junk)
        write(filled, spent(1))
    kept = {path.read_bytes() for path in Path(filled.directory).iterdir()}
    assert kept >= {b"one", b"two"}


def test_a_directory_in_the_files_place_is_told(filled: Store) -> None:
    """A directory where a file should be is told as any other fault of the state directory."""
    Path(filled.path).unlink()
    Path(filled.path).mkdir(0o700)
    with pytest.raises(Unusable):
        filled.read()


# Holds the lock of a file until its standard input ends.
HOLDS = """
import os, sys
os.lockf(os.open(sys.argv[1], os.O_RDWR), os.F_LOCK, 0)
print("held", flush=True)
sys.stdin.read()
"""


def test_a_lock_that_is_held_is_waited_for_and_then_told(filled: Store) -> None:
    """While another check holds the lock, the file is not written; the wait is as long as asked."""
    command = [sys.executable, "-c", HOLDS, f"{filled.path}.lock"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"held\n"
        began = time.monotonic()
        with pytest.raises(Locked):
            filled.update(lambda _: spent(2), began + 0.2)
        assert 0.2 <= time.monotonic() - began < 1
        assert filled.read() == spent(1)
        other.communicate()
    write(filled, spent(2))
    assert filled.read() == spent(2)


def test_updates_of_one_process_take_turns(filled: Store) -> None:
    """A second update in the same process waits for the first, and then is told."""

    def slow(server: ServerMemory) -> ServerMemory:
        with pytest.raises(Locked):
            Store(filled.directory, HOST).update(lambda _: spent(3), time.monotonic() + 0.1)
        return spent(2)

    filled.update(slow, time.monotonic() + 1)
    assert filled.read() == spent(2)


def test_a_change_that_fails_leaves_all_as_it_was(filled: Store) -> None:
    """What goes wrong while a change is made neither spoils the file nor keeps the lock."""

    def fail(_: ServerMemory) -> ServerMemory:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        filled.update(fail, time.monotonic() + 1)
    write(filled, spent(2))
    assert filled.read() == spent(2)


HOME, XDG, SYSTEMD, MONITOR = "HOME", "XDG_STATE_HOME", "STATE_DIRECTORY", "MP_STATE_PATH"
FALLBACK = f"/var/tmp/check_smtp_auth-{os.geteuid()}"
PLACES = {
    "monitor": (
        {MONITOR: "/m", SYSTEMD: "/s:/t", XDG: "/x", HOME: "{home}"},
        "/m/check_smtp_auth",
    ),
    "systemd, the first of several": (
        {SYSTEMD: "/s:/t", XDG: "/x", HOME: "{home}"},
        "/s/check_smtp_auth",
    ),
    "systemd, one": ({SYSTEMD: "/s", XDG: "/x"}, "/s/check_smtp_auth"),
    "empty is not given": ({MONITOR: "", SYSTEMD: "", XDG: "/x"}, "/x/check_smtp_auth"),
    "user": ({XDG: "/x", HOME: "{home}"}, "/x/check_smtp_auth"),
    "relative is not valid": (
        {XDG: "x", HOME: "{home}"},
        "{home}/.local/state/check_smtp_auth",
    ),
    "home": ({HOME: "{home}"}, "{home}/.local/state/check_smtp_auth"),
    "no such home": ({HOME: "/nonexistent"}, FALLBACK),
    "the root as home": ({HOME: "/"}, FALLBACK),
    "a home that is no path": ({HOME: "nowhere"}, FALLBACK),
}


@pytest.mark.parametrize("place", list(PLACES))
def test_where_the_state_is_by_default(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, place: str
) -> None:
    """The monitor's directory comes first, then systemd's, the user's, and last /var/tmp."""
    variables, expected = PLACES[place]
    for name in (HOME, XDG, SYSTEMD, MONITOR):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value.format(home=tmp_path))
    assert default_directory() == expected.format(home=tmp_path)
