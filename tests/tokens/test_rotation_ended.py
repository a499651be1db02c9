"""A new refresh token outlives whatever ends the run that was given it."""

from __future__ import annotations

import os
import signal
import threading
import time
from pathlib import Path
from typing import Any

import pytest
from fakes.authorization import AuthorizationServer, http
from fakes.interruption import interrupting
from fakes.namespace import require_namespaces
from fakes.plugin import USER, Run, environment, finish, require_clean, run, start
from fakes.timing import AT_ONCE, in_time

from check_smtp_auth.accounts import Misconfigured
from check_smtp_auth.tokens import rotation

from .conftest import Place
from .test_rotation import NOBODY

# Nobody listens there: a run that has its token ends with that.
NOWHERE = ("-H", "127.0.0.1", "-p", "1", "--tls", "none", "-u", USER, "--output", "json")
SIGNALS = [signal.SIGTERM, signal.SIGINT, signal.SIGHUP]
# Each step of putting the new token in its place, in their order, and the file's name by then.
STEPS = [
    ("pwrite", "after", "refresh.new"),
    ("fsync", "before", "refresh.new"),
    ("fsync", "after", "refresh.new"),
    ("replace", "before", "refresh.new"),
    ("replace", "after", "refresh.new"),
    ("ftruncate", "before", "refresh"),
    ("ftruncate", "after", "refresh"),
]


def check(place: Place, env: dict[str, str] | None = None, timeout: str = "20") -> Run:
    """Run the plugin, which gets a token, and then finds no server."""
    return run(*NOWHERE, "--oauth", place.file, "-t", timeout, env=env)


def require_alive(place: Place, server: AuthorizationServer) -> None:
    """Fail unless the next runs have a token that the endpoint takes, and keep it."""
    for _ in range(2):
        assert check(place).account["diagnosis"] == "connection-refused"
        assert [place.refresh_file.read_text().strip()] == list(server.provider.refresh_tokens)
    assert not (place.directory / "refresh.new").exists()


@pytest.mark.parametrize(("step", "when", "file"), STEPS)
@pytest.mark.parametrize("mode", [0o600, 0o400], ids=oct)
def test_a_run_that_is_killed(
    place: Place, server: AuthorizationServer, step: str, when: str, file: str, mode: int
) -> None:
    """SIGKILL at whatever step after the new token was written loses it to nobody."""
    place.describe_refresh(server)
    place.refresh_file.chmod(mode)
    env = interrupting(place.directory / "site", step, when, file, "signal", signal.SIGKILL)
    with start(*NOWHERE, "--oauth", place.file, env=env) as process:
        assert process.wait(20) == -signal.SIGKILL
    require_alive(place, server)


@pytest.mark.parametrize("size", [12, 1_500, 5_000, 12_000])
def test_a_write_that_is_cut_short(place: Place, server: AuthorizationServer, size: int) -> None:
    """A piece of a token is never taken for one: what is sent next is the old one, whole."""
    place.describe_refresh(server)
    server.raw = http(200, {"access_token": "a", "refresh_token": "r" * size})
    env = interrupting(
        place.directory / "site", "pwrite", "amid", "refresh.new", "signal", signal.SIGKILL
    )
    with start(*NOWHERE, "--oauth", place.file, env=env) as process:
        assert process.wait(20) == -signal.SIGKILL
    assert (place.directory / "refresh.new").read_bytes().startswith(b"rrr")
    server.raw = None
    require_alive(place, server)


@pytest.mark.parametrize("sent", SIGNALS, ids=lambda sent: sent.name)
@pytest.mark.parametrize(("step", "when", "file"), [("pwrite", "before", "refresh.new"), *STEPS])
def test_a_run_that_is_told_to_stop(
    place: Place,
    server: AuthorizationServer,
    step: str,
    when: str,
    file: str,
    sent: signal.Signals,
) -> None:
    """A signal waits until the new token is in its place, and then ends the run as always."""
    place.describe_refresh(server)
    env = interrupting(place.directory / "site", step, when, file, "signal", sent)
    done = check(place, env)
    assert done.code == 3
    assert sent.name in done.json["summary"]
    assert [place.refresh_file.read_text().strip()] == list(server.provider.refresh_tokens)
    require_alive(place, server)


def test_a_signal_while_the_endpoint_answers(place: Place, server: AuthorizationServer) -> None:
    """A run that has asked waits a moment for the answer, which may be the only one."""
    place.describe_refresh(server)
    for _ in range(3):  # on a busy machine a moment may be too short
        server.held.clear()
        server.waiting = 0
        with start(*NOWHERE, "--oauth", place.file, "-t", "20") as process:
            limit = time.monotonic() + 20
            while not server.waiting and time.monotonic() < limit:
                time.sleep(0.005)
            process.send_signal(signal.SIGTERM)
            time.sleep(0.1)
            server.held.set()
            done = finish(process)
        require_clean(done)
        assert (done.code, "SIGTERM" in done.json["summary"]) == (3, True)
        known = list(server.provider.refresh_tokens)
        if [place.refresh_file.read_text().strip()] == known:
            return
        place.write("refresh", f"{known[0]}\n")
    pytest.fail("the new token was lost")


def test_a_signal_does_not_wait_for_ever(place: Place, server: AuthorizationServer) -> None:
    """An endpoint that does not answer holds a signal up for a second at the most."""
    place.describe_refresh(server)
    server.held.clear()
    with start(*NOWHERE, "--oauth", place.file, "-t", "20") as process:
        limit = time.monotonic() + 20
        while not server.waiting and time.monotonic() < limit:
            time.sleep(0.005)
        for _ in range(20):
            process.send_signal(signal.SIGTERM)
        done = finish(process)
    require_clean(done)
    assert (done.code, "SIGTERM" in done.json["summary"]) == (3, True)
    assert done.seconds < AT_ONCE


@pytest.mark.parametrize("stop", [None, signal.SIGTERM], ids=["deadline", "signal"])
def test_a_disk_that_is_slow(
    place: Place, server: AuthorizationServer, stop: signal.Signals | None
) -> None:
    """A disk that takes longer than the run may take loses nothing: neither run nor signal waits
    for it, and the next run goes on from there.
    """
    place.describe_refresh(server)
    env = interrupting(place.directory / "site", "fsync", "before", "refresh.new", "sleep", 30)
    if stop is None:
        done = in_time(3, lambda: check(place, env, "3"))
        assert done.account["diagnosis"] == "misconfigured"
        assert "the file of --oauth refresh-token-file did not answer in time" in done.output
    else:
        with start(*NOWHERE, "--oauth", place.file, "-t", "20", env=env) as process:
            written = place.directory / "refresh.new"
            limit = time.monotonic() + 20
            while time.monotonic() < limit:
                if written.exists() and written.read_bytes().strip():
                    break
                time.sleep(0.005)
            process.send_signal(stop)
            done = finish(process)
        assert (done.code, done.seconds < AT_ONCE) == (3, True)
    require_alive(place, server)


@pytest.mark.parametrize("step", ["pwrite", "fsync"])
def test_one_that_is_given_up_while_it_writes(
    place: Place, server: AuthorizationServer, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    """Who comes while a run that was given up still writes waits for it, and takes its token."""
    place.describe_refresh(server)
    real, slow = getattr(os, step), [True]
    reached = threading.Event()

    def slowly(descriptor: int, *rest: Any) -> Any:
        if slow and not (rest and not rest[0].strip(b"\n")):
            slow.clear()
            reached.set()
            time.sleep(2.5)
        return real(descriptor, *rest)

    monkeypatch.setattr(os, step, slowly)
    with pytest.raises(Misconfigured, match="did not answer in time"):
        place.obtain(timeout=1)
    assert reached.is_set()
    place.now += 7200
    # Who did not wait would have its own file taken for the other's while it waits for its answer.
    server.held.clear()
    later = threading.Timer(3.0, server.held.set)
    later.start()
    assert place.obtain(timeout=15).fresh
    later.join()
    assert server.asked == 2
    assert [place.refresh_file.read_text().strip()] == list(server.provider.refresh_tokens)
    assert {file.name for file in place.directory.glob("refresh*")} == {"refresh"}


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can be another user for a while")
def test_another_user_finishes_what_was_left(place: Place, server: AuthorizationServer) -> None:
    """A token that may only be read, 0400, is put in its place by a user who is not root too."""
    place.describe_refresh(server)
    env = interrupting(
        place.directory / "site", "fsync", "before", "refresh.new", "signal", signal.SIGKILL
    )
    with start(*NOWHERE, "--oauth", place.file, env=env) as process:
        assert process.wait(20) == -signal.SIGKILL
    opened = [place.directory, *list(place.directory.parents)[:4]]
    modes = [folder.stat().st_mode for folder in opened]
    for name in (".", "refresh", "refresh.new"):
        os.chown(place.directory / name, NOBODY, NOBODY)
        (place.directory / name).chmod(0o755 if name == "." else 0o400)
    for folder in opened:
        folder.chmod(0o755)
    os.seteuid(NOBODY)
    try:
        rotation.lock(str(place.refresh_file)).release()
    finally:
        os.seteuid(0)
        for folder, mode in zip(opened, modes):
            folder.chmod(mode)
    assert place.refresh_file.read_text().splitlines()[0] in server.provider.refresh_tokens


TINY = """
mount -t tmpfs -o size="$1"k tmpfs "$2"
cp -a "$3"/. "$2"
shift 3
for _ in 1 2 3; do "$@" > /dev/null; done
cat "$HERE/refresh"
"""


@pytest.mark.parametrize("size", [12, 24, 36, 40, 44, 48, 52, 56, 64])
@pytest.mark.parametrize("length", [24, 12_000])
def test_a_disk_that_is_full(
    place: Place, server: AuthorizationServer, tmp_path: Path, size: int, length: int
) -> None:
    """On a disk with whatever room no token is lost, whether there is enough for it or not."""
    require_namespaces()
    server.provider.length = length
    place.describe_refresh(server)
    (tmp_path / "tiny").mkdir()
    words = ("unshare", "-Urm", "sh", "-c", TINY, "sh", str(size), str(tmp_path / "tiny"))
    before = (*words, str(place.directory))
    env = environment(HERE=str(tmp_path / "tiny"))
    with start(
        *NOWHERE, "--oauth", tmp_path / "tiny" / "oauth.ini", "-t", "20", before=before, env=env
    ) as process:
        output, errors = process.communicate(timeout=60)
    assert errors == b""
    assert output.decode().strip() in server.provider.refresh_tokens
    if size <= 36 or size >= 64:
        assert server.asked == (0 if size <= 36 else 3)


ELSEWHERE = """
mount -t tmpfs tmpfs "$1"
cp "$2" "$1/token"
rm "$2"
ln -s "$1/token" "$2"
shift 2
for _ in 1 2 3; do "$@" > /dev/null; done
cat "$HERE/token"
"""


def test_a_link_to_another_file_system(
    place: Place, server: AuthorizationServer, tmp_path: Path
) -> None:
    """A link to a file elsewhere stays one, and the new token is where it leads."""
    require_namespaces()
    place.describe_refresh(server)
    (tmp_path / "there").mkdir()
    words = ("unshare", "-Urm", "sh", "-c", ELSEWHERE, "sh", tmp_path / "there")
    before = tuple(map(str, (*words, place.refresh_file)))
    env = environment(HERE=str(tmp_path / "there"))
    with start(*NOWHERE, "--oauth", place.file, "-t", "20", before=before, env=env) as process:
        output, errors = process.communicate(timeout=60)
    assert (errors, server.asked) == (b"", 3)
    assert [output.decode().strip()] == list(server.provider.refresh_tokens)
    assert place.refresh_file.is_symlink()


def test_a_file_that_is_mounted_by_itself(
    place: Place, server: AuthorizationServer, tmp_path: Path
) -> None:
    """A file that no other can take the place of, as a container's may be, is told in time."""
    require_namespaces()
    place.describe_refresh(server)
    folder = tmp_path / "with a blank"
    folder.mkdir()
    inside = folder / "refresh"
    inside.touch(0o600)
    place.describe_refresh(server, refresh_token_file=inside)
    mount = 'mount --bind "$1" "$2"; shift 2; exec "$@"'
    before = ("unshare", "-Urm", "sh", "-c", mount, "sh", place.refresh_file, inside)
    done = run(*NOWHERE, "--oauth", place.file, before=tuple(map(str, before)))
    assert done.account["diagnosis"] == "misconfigured"
    assert "it is mounted as a single file: mount its directory instead" in done.account["summary"]
    assert server.asked == 0


def test_a_file_that_is_not_to_be_replaced(place: Place, server: AuthorizationServer) -> None:
    """Where the system does not let the new token into its place, it stays beside the old one,
    and is told; once that is fixed it is used.
    """
    place.describe_refresh(server)
    refusing = "import os\nos.replace = lambda *_, **__: os.open('/', os.O_WRONLY)\n"
    site = place.directory / "site"
    site.mkdir()
    (site / "sitecustomize.py").write_text(refusing)
    for asked in (1, 1):
        done = check(place, environment(PYTHONPATH=str(site)))
        assert done.account["diagnosis"] == "misconfigured"
        assert server.asked == asked
    require_alive(place, server)
