"""Standard output that nobody reads: a check waits for it no longer than its time."""

from __future__ import annotations

import fcntl
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from fakes.certificates import Certificates
from fakes.plugin import USER, Check, Word, environment, start
from fakes.scripts import ACCEPT, GREET, REJECT, starttls
from fakes.server import Server, expect, hang

NOWHERE = ("-H", "127.0.0.1", "-p", "1", "-u", USER)
# A machine that is busy with others takes a while to do what takes no time.
SOON = 2.0


@pytest.fixture
def full_pipe() -> Iterator[int]:
    """The end of a pipe into which nothing more goes, and which nobody empties."""
    reader, writer = os.pipe()
    fill(writer)
    yield writer
    os.close(reader)
    os.close(writer)


def fill(writer: int) -> None:
    """Fill a pipe to its brim."""
    os.set_blocking(writer, False)
    try:
        while True:
            os.write(writer, bytes(4096))
    except BlockingIOError:
        pass
    os.set_blocking(writer, True)


def ended(process: subprocess.Popen[bytes], seconds: float) -> int:
    """Return the exit code of a process that must end within so many seconds."""
    began = time.monotonic()
    code = process.wait(20)
    assert time.monotonic() - began < seconds
    return code


@pytest.mark.parametrize("more", [(), ("--output", "json"), ("-vvv",)])
@pytest.mark.parametrize("accepts", [True, False], ids=["OK", "CRITICAL"])
def test_a_result_that_nobody_reads_is_given_up_in_time(
    full_pipe: int,
    certificates: Certificates,
    password_file: Path,
    accepts: bool,
    more: tuple[str, ...],
) -> None:
    """Where the output is a full pipe the check ends with its time, by the state's code."""
    with Server(starttls(certificates.server.file, ACCEPT if accepts else REJECT)) as server:
        where: tuple[Word, ...] = ("-H", "localhost", "-p", str(server.port), "-u", USER)
        trust = ("-P", password_file, "--ca-file", certificates.ca_file)
        with start(*where, *trust, *more, "-t", "2", stdout=full_pipe) as process:
            assert ended(process, 2 + 1 + SOON) == (0 if accepts else 2)
    assert server.count(b"AUTH") == 1


def test_a_late_result_has_a_moment_to_be_printed(full_pipe: int, password_file: Path) -> None:
    """A run that took all of its time ends a moment after it."""
    with Server([*GREET, expect(b"EHLO"), hang]) as server:
        where = ("-H", "127.0.0.1", "-p", str(server.port), "-u", USER, "-P", password_file)
        with start(*where, "-t", "0.5", stdout=full_pipe) as process:
            assert ended(process, 0.5 + 1 + SOON) == 2


def test_what_is_read_late_is_printed_whole(check: Check, password_file: Path) -> None:
    """A reader that comes late, but in time, gets all of it."""
    reader, writer = os.pipe()
    fcntl.fcntl(writer, getattr(fcntl, "F_SETPIPE_SZ", 1031), 4096)  # 3.9 has no name for it
    fill(writer)
    with start("-h", stdout=writer) as process:
        os.close(writer)
        time.sleep(0.5)
        with open(reader, "rb") as file:
            printed = file.read().lstrip(b"\0")
        assert process.wait(20) == 3
    assert printed.startswith(b"usage: ")
    assert printed.endswith(b"(also -h, -V, wrong options)\n")


@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_ends_a_check_whose_output_is_full(
    full_pipe: int, password_file: Path, sent: signal.Signals
) -> None:
    """A check that is told to stop, and cannot say so, ends a moment later with 3."""
    with Server([*GREET, expect(b"EHLO"), hang]) as server:
        where = ("-H", "127.0.0.1", "-p", str(server.port), "-u", USER, "-P", password_file)
        with start(*where, "-t", "25", stdout=full_pipe) as process:
            wait_for(server)
            process.send_signal(sent)
            assert ended(process, 1 + SOON) == 3


def test_a_second_signal_ends_it_at_once(full_pipe: int, password_file: Path) -> None:
    """Whoever sends a second signal, since the first one is not obeyed, is obeyed at once."""
    with Server([*GREET, expect(b"EHLO"), hang]) as server:
        where = ("-H", "127.0.0.1", "-p", str(server.port), "-u", USER, "-P", password_file)
        with start(*where, "-t", "25", stdout=full_pipe) as process:
            wait_for(server)
            process.terminate()
            time.sleep(0.3)
            process.terminate()
            assert ended(process, SOON) == 3


def test_a_signal_ends_the_wait_for_a_reader(full_pipe: int, password_file: Path) -> None:
    """A check that has its result, and nobody to tell it, is ended by the first signal."""
    with start(*NOWHERE, "-P", password_file, "-t", "25", stdout=full_pipe) as process:
        time.sleep(1.5)
        assert process.poll() is None
        process.terminate()
        assert ended(process, SOON) == 3


NO_THREADS = """
import _thread
def fail(*_): raise RuntimeError("can't start new thread")
_thread.start_new_thread = fail
"""


def test_where_no_thread_can_be_started_all_is_told(
    check: Check, certificates: Certificates, tmp_path: Path
) -> None:
    """A limit on processes (ulimit -u, TasksMax) costs neither the verdict nor its words."""
    (tmp_path / "sitecustomize.py").write_text(NO_THREADS)
    paths = (str(tmp_path), *os.environ.get("PYTHONPATH", "").split(os.pathsep))
    env = environment(PYTHONPATH=os.pathsep.join(filter(None, paths)))
    for script, code in ((ACCEPT, 0), (REJECT, 2)):
        with Server(starttls(certificates.server.file, script)) as server:
            assert check(server, env=env).code == code


def wait_for(server: Server) -> None:
    """Wait until the plugin has said something to the server."""
    until = time.monotonic() + 20
    while not server.said and time.monotonic() < until:
        time.sleep(0.005)


BUSY = """
import _thread, sys, time
from check_smtp_auth import signals

_thread.start_new_thread = lambda *_: 0  # it is started, and gets no processor
signals.leave("SMTP_AUTH OK - " + "x" * int(sys.argv[1]), 0, time.monotonic() + 0.05)
"""


@pytest.mark.parametrize("length", [1, 4_096, 60_000])
def test_a_busy_host_leaves_no_exit_code_without_its_text(length: int) -> None:
    """The text is printed whole though no thread gets its turn: OK without a word is no result."""
    command = [sys.executable, "-c", BUSY, str(length)]
    done = subprocess.run(command, capture_output=True, timeout=30, env=environment())
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout == b"SMTP_AUTH OK - " + b"x" * length + b"\n"
