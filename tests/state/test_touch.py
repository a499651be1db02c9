"""Where the state directory is touched: in the loop's own thread, or aside."""

from __future__ import annotations

import _thread
import os
import time
from pathlib import Path

import pytest

from check_smtp_auth.net.loop import Broken, run_one
from check_smtp_auth.state import place
from check_smtp_auth.state.files import Locked

US = _thread.get_ident()


def where(patience: float) -> tuple[int, float]:
    """In which thread this runs, and how long it may wait for locks."""
    return _thread.get_ident(), patience


def test_what_surely_answers_is_done_at_once() -> None:
    """A run of thousands hands nothing over to another thread where no lock is to be waited for."""
    assert run_one(place.touch(where, True, 7.0, time.monotonic() + 9)) == (US, 0.0)


def test_what_may_hang_is_done_aside() -> None:
    """Elsewhere the loop goes on whatever the file system does."""
    thread, patience = run_one(place.touch(where, False, 7.0, time.monotonic() + 9))
    assert (thread != US, patience) == (True, 7.0)
    with pytest.raises(Broken):
        run_one(place.touch(lambda _: time.sleep(0.5), False, 7.0, time.monotonic() + 0.05))


def test_a_lock_is_waited_for_aside() -> None:
    """Where another check has the lock, the others of this run go on meanwhile."""
    asked = []

    def locked_at_first(patience: float) -> int:
        asked.append(patience)
        if not patience:
            raise Locked("by another")
        return _thread.get_ident()

    assert run_one(place.touch(locked_at_first, True, 7.0, time.monotonic() + 9)) != US
    assert asked == [0.0, 7.0]


@pytest.mark.parametrize(
    ("kind", "local"),
    [("ext4", True), ("tmpfs", True), ("nfs4", False), ("fuse.sshfs", False), ("cifs", False)],
)
def test_only_disks_of_this_host_surely_answer(
    kind: str, local: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a file system is, the system's table of mounts tells by its device."""
    number = tmp_path.stat().st_dev
    device = f"{os.major(number)}:{os.minor(number)}"
    mounts = tmp_path / "mountinfo"
    mounts.write_text(
        "22 1 0:1 / /other rw - nfs server:/other rw\n"
        f"23 1 {device} / /here rw,noatime shared:1 - {kind} /dev/here rw\n"
    )
    monkeypatch.setattr(place, "MOUNTS", str(mounts))
    assert place.is_local(str(tmp_path)) is local


def test_what_is_not_told_may_hang(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A device that is not in the table, no table, and a directory that cannot be used."""
    (tmp_path / "empty").touch()
    for name in ("empty", "none"):
        monkeypatch.setattr(place, "MOUNTS", str(tmp_path / name))
        assert not place.is_local(str(tmp_path))
    monkeypatch.undo()
    assert not place.is_local(str(tmp_path / "empty" / "below"))
