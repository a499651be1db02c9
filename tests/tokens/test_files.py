"""Files that keep a token: ours alone, whole or not there, and never led elsewhere."""

from __future__ import annotations

import os
import stat
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from check_smtp_auth.state.files import Unusable
from check_smtp_auth.tokens import files
from check_smtp_auth.tokens.files import Locked

NOBODY = 65_534
needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files away")


@pytest.fixture(params=[0o000, 0o022, 0o077, 0o777], ids=oct)
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    """Whatever umask the monitor may have."""
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


def mode(path: Path) -> int:
    """The rights on a file or folder."""
    return stat.S_IMODE(path.stat().st_mode)


def test_files_are_ours_alone_whatever_the_umask(tmp_path: Path, umask: int) -> None:
    """A file is its owner's only, and can be read back by him."""
    path = tmp_path / "token"
    files.replace(str(path), b"one")
    files.replace(str(path), b"two")
    assert (mode(path), files.read(str(path))) == (0o600, b"two")
    assert os.listdir(tmp_path) == ["token"]


def test_nothing_is_there(tmp_path: Path) -> None:
    """A file that is not there has no contents, and need not be removed."""
    assert files.read(str(tmp_path / "token")) is None
    files.remove(str(tmp_path / "token"))
    with pytest.raises(Unusable, match="no such file or directory"):
        files.read(str(tmp_path / "absent" / "token"))


@pytest.mark.parametrize("action", [files.read, files.lock, files.remove])
def test_a_folder_that_others_can_write_to(tmp_path: Path, action: object) -> None:
    """Nothing is read, locked or removed where others could exchange it."""
    folder = tmp_path / "loose" / "tight"
    folder.mkdir(parents=True)
    (tmp_path / "loose").chmod(0o777)
    assert callable(action)
    with pytest.raises(Unusable, match="can be written to by others: run chmod go-w"):
        action(str(folder / "token"))
    with pytest.raises(Unusable, match="can be written to by others: run chmod go-w"):
        files.replace(str(folder / "token"), b"token")
    assert os.listdir(folder) == []


@pytest.mark.parametrize("rights", [0o640, 0o604, 0o622])
def test_a_file_that_others_can_open(tmp_path: Path, rights: int) -> None:
    """A token that others can read or write is not used."""
    path = tmp_path / "token"
    files.replace(str(path), b"token")
    path.chmod(rights)
    with pytest.raises(Unusable, match="can be read by others: run chmod 600 on it"):
        files.read(str(path))


@needs_root
def test_a_file_of_another_user(tmp_path: Path) -> None:
    """A token that another user laid there is not used, and he is named."""
    path = tmp_path / "token"
    files.replace(str(path), b"token")
    os.chown(path, NOBODY, NOBODY)
    with pytest.raises(Unusable, match=r"token belongs to nobody$"):
        files.read(str(path))


@pytest.mark.parametrize("kind", ["link", "folder", "pipe"])
def test_what_is_no_file(tmp_path: Path, kind: str) -> None:
    """Links are not followed, and what is neither is not read, nor waited for."""
    path = tmp_path / "token"
    if kind == "link":
        (tmp_path / "elsewhere").touch(0o600)
        path.symlink_to(tmp_path / "elsewhere")
    elif kind == "folder":
        path.mkdir()
    else:
        os.mkfifo(path, 0o600)
    with pytest.raises(Unusable):
        files.read(str(path))


def test_a_link_is_replaced_and_not_followed(tmp_path: Path) -> None:
    """What is written goes into the folder, whatever stood there under its name."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_text("precious")
    (tmp_path / "token").symlink_to(elsewhere)
    files.replace(str(tmp_path / "token"), b"token")
    assert elsewhere.read_text() == "precious"
    assert files.read(str(tmp_path / "token")) == b"token"


def test_a_write_that_fails_leaves_what_was_there(tmp_path: Path) -> None:
    """Where the disk does not take all of it, the old file stays, and no piece of the new."""
    import resource
    import signal

    path = tmp_path / "token"
    files.replace(str(path), b"old")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, hard))
    try:
        with pytest.raises(Unusable, match="cannot be written: file too large"):
            files.replace(str(path), bytes(8192))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, before)
    assert files.read(str(path)) == b"old"
    assert os.listdir(tmp_path) == ["token"]


def test_what_is_read_is_whole_whatever_is_written(tmp_path: Path) -> None:
    """Four writers and a reader: what is read is one of what they wrote, never a mixture."""
    path, rounds = str(tmp_path / "token"), 40
    whole = {bytes([letter]) * 20_000 for letter in b"abcd"}

    def write(octets: bytes) -> None:
        for _ in range(rounds):
            files.replace(path, octets)

    threads = [threading.Thread(target=write, args=(octets,)) for octets in whole]
    for thread in threads:
        thread.start()
    seen = set()
    while any(thread.is_alive() for thread in threads):
        seen.add(files.read(path))
    assert seen - {None} <= whole
    assert os.listdir(tmp_path) == ["token"]


def test_a_folder_exchanged_while_it_is_used(tmp_path: Path) -> None:
    """What is done in a folder is done in the one that was judged, wherever it has gone."""
    folder = tmp_path / "folder"
    folder.mkdir()
    with files.Folder(str(folder / "token")) as opened:
        folder.rename(tmp_path / "away")
        folder.symlink_to("/nonexistent")
        os.close(opened.create("token"))
        opened.rename("token", "kept")
    assert os.listdir(tmp_path / "away") == ["kept"]


def test_one_has_the_lock(tmp_path: Path) -> None:
    """A lock is had by one at a time, and by the next when it is let go."""
    path = str(tmp_path / "token")
    held = files.lock(path)
    with pytest.raises(Locked):
        files.lock(path)
    held.release()
    held.release()
    files.lock(path).release()


@pytest.mark.parametrize("let_go", [True, False])
def test_a_lock_moves_unless_it_was_let_go(tmp_path: Path, let_go: bool) -> None:
    """A lock that is moved to another file after it was let go is not held for ever."""
    first, second = (str(tmp_path / name) for name in ("first", "second"))
    held, other = files.lock(first), os.open(second, os.O_RDWR | os.O_CREAT, 0o600)
    files.hold(other)
    if let_go:
        held.release()
    held.move(other)
    again = os.open(second, os.O_RDWR)
    if let_go:
        files.hold(again)
    else:
        with pytest.raises(Locked):
            files.hold(again)
    os.close(again)
    held.release()
    files.lock(first).release()
