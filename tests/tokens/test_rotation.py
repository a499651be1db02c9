"""A new refresh token takes the old one's place before anything else is done."""

from __future__ import annotations

import os
import threading
import time
from typing import Callable

import pytest
from fakes.authorization import AuthorizationServer, http

from check_smtp_auth.accounts import Misconfigured
from check_smtp_auth.net.loop import Wait, run
from check_smtp_auth.private_file import mark
from check_smtp_auth.secret import Secret
from check_smtp_auth.tokens import fetch as tokens
from check_smtp_auth.tokens import rotation
from check_smtp_auth.tokens.files import Lock, Locked

from .conftest import REFRESH, Place

TYPE_CHECKING = False
if TYPE_CHECKING:
    from check_smtp_auth.net.loop import Steps

NOBODY = 65_534
needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files away")


def beside(place: Place) -> set[str]:
    """The names of the files around the refresh token."""
    return {file.name for file in place.directory.iterdir() if file.name.startswith("refresh")}


def test_a_new_token_takes_the_old_ones_place(place: Place, server: AuthorizationServer) -> None:
    """The file holds what the server gave, and day after day the next run uses it."""
    place.describe_refresh(server)
    for _ in range(3):
        before = place.refresh_file.read_text().strip()
        assert place.obtain().fresh
        assert server.forms[-1]["refresh_token"] == before
        assert [place.refresh_file.read_text().strip()] == list(server.provider.refresh_tokens)
        assert not place.obtain().fresh
        place.now += 3600
    assert server.asked == 3
    assert beside(place) == {"refresh"}


@pytest.mark.parametrize("given", [{}, {"refresh_token": REFRESH}], ids=["none", "the same"])
def test_an_endpoint_that_does_not_rotate(
    place: Place, server: AuthorizationServer, given: dict[str, str]
) -> None:
    """Where no new token is given, or the old one again, the file is left as it is."""
    place.describe_refresh(server)
    server.raw = http(200, {"access_token": "a", "token_type": "Bearer", **given})
    before = place.refresh_file.stat()
    assert place.obtain().rotated is None
    after = place.refresh_file.stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert beside(place) == {"refresh"}


def test_a_refusal_leaves_the_file(place: Place, server: AuthorizationServer) -> None:
    """After a refusal the old token is still there, and nothing lies beside it."""
    place.describe_refresh(server)
    server.refuse("invalid_grant", "no")
    place.refused()
    assert place.refresh_file.read_text() == f"{REFRESH}\n"
    assert beside(place) == {"refresh"}


def test_the_mode_stays(place: Place, server: AuthorizationServer) -> None:
    """The new file has the old one's mode."""
    place.describe_refresh(server)
    place.refresh_file.chmod(0o400)
    place.obtain()
    assert place.refresh_file.stat().st_mode & 0o777 == 0o400


@needs_root
def test_the_owner_stays(place: Place, server: AuthorizationServer) -> None:
    """Root, trying by hand, leaves the file to the group it was for."""
    place.describe_refresh(server)
    os.chown(place.refresh_file, 0, NOBODY)
    place.refresh_file.chmod(0o640)
    place.obtain()
    status = place.refresh_file.stat()
    assert (status.st_uid, status.st_gid, status.st_mode & 0o777) == (0, NOBODY, 0o640)


def test_a_link_stays_a_link(place: Place, server: AuthorizationServer) -> None:
    """Where the file is a link, what it leads to is replaced."""
    place.describe_refresh(server)
    target = place.directory / "target"
    place.refresh_file.rename(target)
    place.refresh_file.symlink_to(target)
    place.obtain()
    assert place.refresh_file.is_symlink()
    assert target.read_text().strip() in server.provider.refresh_tokens


def test_what_a_killed_run_left_is_no_hindrance(place: Place, server: AuthorizationServer) -> None:
    """A half-written file of a run that was killed is overwritten, and not followed."""
    place.describe_refresh(server)
    precious = place.write("precious", "precious")
    (place.directory / "refresh.new").symlink_to(precious)
    place.obtain()
    assert place.refresh_file.read_text().strip() in server.provider.refresh_tokens
    assert precious.read_text() == "precious"


@needs_root
def test_a_directory_we_cannot_write_to(place: Place, server: AuthorizationServer) -> None:
    """Where a new token could not be written, nothing is asked, and what to do is said."""
    place.describe_refresh(server)
    for file in (place.file, place.refresh_file):
        os.chown(file, NOBODY, NOBODY)
    opened = [place.directory, *list(place.directory.parents)[:4]]
    modes = [directory.stat().st_mode for directory in opened]
    for directory in opened:
        directory.chmod(0o755)
    os.setegid(NOBODY)
    os.seteuid(NOBODY)
    try:
        with pytest.raises(Misconfigured) as caught:
            place.obtain()
    finally:
        os.seteuid(0)
        os.setegid(0)
        for directory, mode in zip(opened, modes):
            directory.chmod(mode)
    assert str(caught.value) == (
        "--oauth refresh-token-file: permission denied; a new refresh token could not be "
        "saved there, so the endpoint was not asked: this user must own the file and be able to "
        "write to its directory"
    )
    assert server.asked == 0


def test_a_pipe_is_no_place_for_a_new_token(place: Place, server: AuthorizationServer) -> None:
    """What is no file cannot be written back."""
    place.describe_refresh(server)
    place.refresh_file.unlink()
    os.mkfifo(place.refresh_file, 0o600)
    with pytest.raises(Misconfigured, match="it is not a file"):
        rotation.Successor(str(place.refresh_file), Lock(-1))


def test_a_full_disk_is_found_out_in_time(place: Place, server: AuthorizationServer) -> None:
    """A file that may not grow (as on a full disk) stops the run before anything is asked."""
    import resource
    import signal

    place.describe_refresh(server)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        with pytest.raises(Misconfigured, match="file too large; a new refresh token could not"):
            place.obtain()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, before)
    assert server.asked == 0
    assert beside(place) == {"refresh"}


def test_a_lock_that_is_never_free(place: Place, server: AuthorizationServer) -> None:
    """Waiting for another check ends with the deadline, and says what was waited for."""
    place.describe_refresh(server)
    held = rotation.lock(str(place.refresh_file))
    try:
        assert place.refused(timeout=2).detail == (
            "waited for another check that is fetching a token"
        )
    finally:
        held.release()
    assert server.asked == 0


def test_the_loop_goes_on_while_one_waits(place: Place, server: AuthorizationServer) -> None:
    """Two accounts of one run with the same refresh token do not wait for each other for ever."""
    place.describe_refresh(server)
    until = time.monotonic() + 10
    client, state = place.client(), str(place.state)
    both = run(tokens.obtain(client, user, state, until) for user in ("a", "b"))
    assert [ended.result.fresh for ended in both] == [True, True]
    assert [place.refresh_file.read_text().strip()] == list(server.provider.refresh_tokens)


def test_the_lock_goes_over_to_the_new_file(place: Place) -> None:
    """Whoever opens the new file waits until the run that wrote it is through."""
    place.write("refresh", "r1\n")
    path = str(place.refresh_file)
    held = rotation.lock(path)
    successor = rotation.Successor(path, held)
    successor.write(Secret(b"r2"))
    successor.discard()  # it is in its place, and stays there
    assert place.refresh_file.read_text() == "r2\n"
    with pytest.raises(Locked):
        rotation.lock(path)
    held.release()
    rotation.lock(path).release()


def test_a_file_replaced_while_one_waited(place: Place) -> None:
    """Who waited for the old file's lock gets the new file's."""
    place.write("refresh", "r1\n")
    path = str(place.refresh_file)
    held = rotation.lock(path)
    got: list[Lock] = []

    def wait() -> None:
        limit = time.monotonic() + 9
        while not got and time.monotonic() < limit:
            try:
                got.append(rotation.lock(path))
            except Locked:
                time.sleep(0.001)

    thread = threading.Thread(target=wait)
    thread.start()
    successor = rotation.Successor(path, held)
    successor.write(Secret(b"r2"))
    held.release()
    thread.join(20)
    with pytest.raises(Locked):
        rotation.lock(path)
    got[0].release()
    rotation.lock(path).release()


def test_what_is_not_needed_leaves_no_trace(place: Place) -> None:
    """A successor that is discarded leaves the old file and nothing else."""
    place.write("refresh", "r1\n")
    held = rotation.lock(str(place.refresh_file))
    successor = rotation.Successor(str(place.refresh_file), held)
    assert beside(place) == {"refresh", "refresh.new"}
    successor.discard()
    successor.discard()
    held.release()
    assert beside(place) == {"refresh"}


def test_a_file_that_goes_away(place: Place) -> None:
    """A file that is gone by the time it is to be locked or replaced is told by its key."""
    for action in (rotation.lock, lambda path: rotation.Successor(path, Lock(-1))):
        with pytest.raises(Misconfigured, match=r"^--oauth refresh-token-file: no such file or"):
            action(str(place.refresh_file))


def test_a_write_that_fails_at_the_last(place: Place) -> None:
    """Where the new file cannot take the old one's place after all, that is told."""
    place.write("refresh", "r1\n")
    held = rotation.lock(str(place.refresh_file))
    successor = rotation.Successor(str(place.refresh_file), held)
    (place.directory / "refresh.new").unlink()
    with pytest.raises(Misconfigured, match="was issued but could not be saved there"):
        successor.write(Secret(b"r2"))
    successor.discard()
    held.release()
    assert place.refresh_file.read_text() == "r1\n"


def written_but_not_in_its_place(place: Place) -> bytes:
    """Leave behind what a run does that is ended before it has put the new token in its place;
    return what is in the file.
    """
    place.write("refresh", "r1\n")
    held = rotation.lock(str(place.refresh_file))
    successor = rotation.Successor(str(place.refresh_file), held)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(os, "replace", lambda *_, **__: os.open("/", os.O_WRONLY))
        with pytest.raises(Misconfigured):
            successor.write(Secret(b"r2-the-new-one"))
    held.release()
    return (place.directory / "refresh.new").read_bytes()


def test_a_token_that_was_written_is_not_lost(place: Place) -> None:
    """The new token of a run that was ended before it could put it in place is used."""
    written_but_not_in_its_place(place)
    rotation.lock(str(place.refresh_file)).release()
    assert place.refresh_file.read_text().splitlines()[0] == "r2-the-new-one"
    assert beside(place) == {"refresh"}


def test_a_token_that_was_not_written_whole_is_none(place: Place) -> None:
    """However much of it was written, and whatever the disk kept of that, a piece is no token."""
    whole = written_but_not_in_its_place(place)
    end = len(whole.rstrip(b"\n"))
    pieces = [whole[:n] + b"\n" * (len(whole) - n) for n in range(end)]
    pieces += [whole[:n] for n in range(end)]
    pieces += [whole[:n] + bytes([whole[n] ^ 1]) + whole[n + 1 :] for n in range(end)]
    for piece in pieces:
        (place.directory / "refresh.new").write_bytes(piece)
        rotation.lock(str(place.refresh_file)).release()
        assert place.refresh_file.read_text() == "r1\n", piece[:end]


@pytest.mark.parametrize("octets", [b"", b"\n" * 8192, b"r2\n", b"r2\n" + b"\n" * 8000])
def test_a_file_without_a_token_is_none(place: Place, octets: bytes) -> None:
    """What a run left that was killed before there was a new token changes nothing."""
    place.write("refresh", "r1\n")
    (place.directory / "refresh.new").touch(0o600)
    (place.directory / "refresh.new").write_bytes(octets)
    held = rotation.lock(str(place.refresh_file))
    assert place.refresh_file.read_text() == "r1\n"
    rotation.Successor(str(place.refresh_file), held).discard()
    held.release()
    assert beside(place) == {"refresh"}


@pytest.mark.parametrize("way", ["written", "replaced"])
def test_an_older_token_is_none(place: Place, way: str) -> None:
    """Where somebody has put a token into the file since, that one counts, whatever the clock."""
    written_but_not_in_its_place(place)
    if way == "replaced":
        place.write("other", "")
        (place.directory / "other").rename(place.refresh_file)
    place.write("refresh", "r3\n")
    os.utime(place.refresh_file, (1, 1))
    rotation.lock(str(place.refresh_file)).release()
    assert place.refresh_file.read_text() == "r3\n"


@needs_root
@pytest.mark.parametrize(("owner", "mode"), [(NOBODY, 0o600), (0, 0o666)])
def test_somebody_elses_token_is_none(place: Place, owner: int, mode: int) -> None:
    """What somebody else laid beside the file, or could have written, is not taken for ours."""
    written_but_not_in_its_place(place)
    os.chown(place.directory / "refresh.new", owner, 0)
    (place.directory / "refresh.new").chmod(mode)
    rotation.lock(str(place.refresh_file)).release()
    assert place.refresh_file.read_text() == "r1\n"


def test_what_is_being_written_is_not_taken_away(place: Place) -> None:
    """Once the new token is written, giving up does not remove it: it may be the only one."""
    place.write("refresh", "r1\n")
    held = rotation.lock(str(place.refresh_file))
    successor = rotation.Successor(str(place.refresh_file), held)
    held.release()  # the run has given up while the disk was slow
    assert successor.write(Secret(b"r2")) == mark(place.refresh_file.stat())
    successor.discard()
    assert place.refresh_file.read_text() == "r2\n"
    rotation.lock(str(place.refresh_file)).release()


def test_a_run_that_is_given_up_leaves_nothing(place: Place, server: AuthorizationServer) -> None:
    """A conversation that is closed while it waits for the endpoint lets go of the lock, and
    takes the new file away again.
    """
    place.describe_refresh(server)
    server.held.clear()
    steps = tokens.obtain(place.client(), "a", str(place.state), time.monotonic() + 10)
    limit = time.monotonic() + 10
    given_up = given_up_when(steps, lambda: bool(server.waiting) or time.monotonic() > limit)
    assert [each.error for each in run([given_up])] == [None]
    server.held.set()
    assert beside(place) == {"refresh"}
    rotation.lock(str(place.refresh_file)).release()


def given_up_when(steps: Steps[object], enough: Callable[[], bool]) -> Steps[None]:
    """Go the steps until it is enough, then close them."""
    wait = next(steps)
    while not enough():
        soon = min(wait.until, time.monotonic() + 0.02)
        answer = yield Wait(soon, wait.descriptors, wait.events, wait.bell)
        if answer or time.monotonic() >= wait.until:
            wait = steps.send(answer)
    steps.close()
