"""Secrets from a command or a FIFO: taken when they come, ended and told when they do not."""

from __future__ import annotations

import os
import re
import shlex
import signal
import sys
import threading
import time
from pathlib import Path

import pytest
from fakes.certificates import Certificates
from fakes.plugin import LIMIT, SECRET, USER, Check, Run, run, start
from fakes.scripts import ACCEPT, starttls
from fakes.server import Server
from fakes.sources import found, reading, refusal
from fakes.timing import AT_ONCE, PATIENT, in_time

from check_smtp_auth.net.loop import run as drive

NOWHERE = ("-H", "127.0.0.1", "-p", "1", "-u", USER)


def by_command(command: str, *more: str) -> Run:
    """Run the plugin, which gets its secret from a command, and then finds no server."""
    return run(*NOWHERE, "--password-command", command, "-t", "0.5", *more)


def test_a_command_gives_the_secret(check: Check, certificates: Certificates) -> None:
    """The first line of a command's output is the secret."""
    command = f"printf '{SECRET}\\nmore\\n'"
    with Server(starttls(certificates.server.file, ACCEPT)) as server:
        assert check(server, "-P", "", "--password-command", command).code == 0


@pytest.mark.parametrize(
    ("command", "secret"),
    [
        ("echo hunter2", b"hunter2"),
        ("echo '$HOME' `id` ; echo x | cat > y", b"$HOME `id` ; echo x | cat > y"),
        ("printf %s 'two words'", b"two words"),
        ('echo "a \\"b\\" c"', b'a "b" c'),
    ],
)
def test_no_shell_has_a_hand_in_it(command: str, secret: bytes) -> None:
    """A command is split into words as a shell would, and nothing else of a shell happens."""
    assert found("command", command) == ("finance", secret)


@pytest.mark.parametrize(
    ("command", "word"),
    [
        ("false", "exit code 1"),
        ("sh -c 'echo hunter2; exit 7'", "exit code 7"),
        ("sh -c 'echo hunter2; kill -9 $$'", "was killed by signal 9"),
        ("true", "empty first line"),
        ("/nonexistent/hunter2", "cannot be run: no such file or directory"),
        ("hunter2 x", "cannot be run: its program was not found in PATH"),
        ("echo 'hunter2", "not a command line"),
        (" ", "not a command line"),
        ("/", "cannot be run"),
        ("printf 'hunter2\\0x'", "NUL"),
        ("printf '\\377hunter2'", "UTF-8"),
    ],
)
def test_a_command_that_fails_is_told_without_its_output(command: str, word: str) -> None:
    """A command that cannot run, fails, or gives no secret is misconfigured, in safe words."""
    done = by_command(command)
    assert done.code == 3
    assert word in done.first
    assert "hunter2" not in done.output
    assert len(done.lines) == 1


def test_what_a_command_says_beside_is_dropped(check: Check, certificates: Certificates) -> None:
    """A command's standard error goes nowhere: Zabbix would read it as the result."""
    command = f"sh -c 'echo noise >&2; cat; echo {SECRET}'"
    with Server(starttls(certificates.server.file, ACCEPT)) as server:
        assert check(server, "-P", "", "--password-command", command).code == 0


def alive(pid: int) -> bool:
    """Whether a process still runs (a zombie does not)."""
    try:
        status = Path(f"/proc/{pid}/stat").read_text()
    except FileNotFoundError:
        return False
    return status.rpartition(")")[2].split()[0] not in "ZX"


def require_ended(file: Path) -> None:
    """Fail unless all processes whose ids are in the file end long before they mean to."""
    pids = [int(word) for word in file.read_text().split()]
    assert pids
    until = time.monotonic() + AT_ONCE
    while any(map(alive, pids)) and time.monotonic() < until:
        time.sleep(0.02)
    left = [pid for pid in pids if alive(pid)]
    for pid in left:
        os.kill(pid, signal.SIGKILL)
    assert not left, "processes left behind"


HANGING = {
    "by itself": "echo $$ >> {pids}; exec sleep 30",
    "in a child": "sleep 30 & echo $! $$ >> {pids}; wait",
    "in a child, itself gone": "sleep 30 & echo $! >> {pids}; exit 0",
    "deaf to signals": "trap '' TERM HUP INT; sleep 30 & echo $! $$ >> {pids}; wait",
    "with a half line": "printf hunter2; echo $$ >> {pids}; exec sleep 30",
}


@pytest.mark.parametrize("how", list(HANGING))
def test_a_command_that_hangs_is_ended_with_its_children(tmp_path: Path, how: str) -> None:
    """A command that does not answer in time is misconfigured, and nothing of it is left."""
    pids = tmp_path / "pids"
    try:
        command = f"sh -c {shlex.quote(HANGING[how].format(pids=pids))}"
        done = in_time(0.5, lambda: by_command(command))
        assert done.code == 3
        assert "--password-command did not answer in time" in done.first
        assert "hunter2" not in done.output
    finally:
        require_ended(pids)


def test_a_signal_ends_the_command_too(tmp_path: Path) -> None:
    """A check that is told to stop while it waits for its command takes that along."""
    pids = tmp_path / "pids"
    command = f"sh -c 'sleep 30 & echo $! $$ > {pids}.part; mv {pids}.part {pids}; wait'"
    with start(*NOWHERE, "--password-command", command, "-t", PATIENT) as process:
        while not pids.exists():
            time.sleep(0.01)
        process.terminate()
        assert process.wait(LIMIT) == 3
    require_ended(pids)


def test_a_signal_while_the_command_starts_leaves_none_behind(tmp_path: Path) -> None:
    """A check that is told to stop in the very moment in which it starts its command takes it
    along, however often that is tried.
    """
    mark = f"31.{os.getpid()}"
    for number in range(40):
        words = (*NOWHERE, "--password-command", f"sleep {mark}", "-t", "20")
        with start(*words) as process:
            wait_for_second_thread(process.pid)
            time.sleep(number % 20 / 4000)  # it starts within these five milliseconds
            process.terminate()
            assert process.wait(20) == 3
    until = time.monotonic() + 5
    while sleeping(mark) and time.monotonic() < until:
        time.sleep(0.02)
    left = sleeping(mark)
    for pid in left:
        os.kill(pid, signal.SIGKILL)
    assert not left


def wait_for_second_thread(pid: int) -> None:
    """Wait until the plugin looks for its command, aside."""
    until = time.monotonic() + 20
    while len(os.listdir(f"/proc/{pid}/task")) < 2 and time.monotonic() < until:
        time.sleep(0.0005)


def sleeping(mark: str) -> list[int]:
    """The processes that sleep for so long."""
    found = []
    for process in Path("/proc").iterdir():
        try:
            if (process / "cmdline").read_bytes() == f"sleep\0{mark}\0".encode():
                found.append(int(process.name))
        except (OSError, ValueError):
            continue
    return [pid for pid in found if alive(pid)]


IGNORING = (
    "import os, signal, sys\n"
    "signal.signal(signal.SIGCHLD, signal.SIG_IGN)\n"
    "os.execvp(sys.argv[1], sys.argv[1:])\n"
)


@pytest.mark.parametrize(
    ("end", "how"),
    [
        ("exit 1", "ended with exit code 1"),
        ("exit 7", "ended with exit code 7"),
        ("kill -9 $$", "was killed by signal 9"),
    ],
)
def test_a_command_is_seen_to_fail_though_our_parent_ignores_children(end: str, how: str) -> None:
    """What a failing command printed is no secret, also under a parent that ignores SIGCHLD."""
    before = (sys.executable, "-c", IGNORING)
    command = f"sh -c 'echo hunter2; {end}'"
    done = run(*NOWHERE, "--password-command", command, "-t", "5", before=before)
    assert done.code == 3
    assert f"--password-command {how}" in done.first


@pytest.mark.parametrize("rest", ["| head -1", "2>/dev/null", "&& echo hunter2"])
def test_a_pipe_in_a_command_that_fails(rest: str) -> None:
    """Whoever writes a pipe is told that there is no shell, if the command fails."""
    done = run(*NOWHERE, "--password-command", f"cat /dev/null {rest}")
    assert "ended with exit code 1 (it runs without a shell: write sh -c " in done.first
    assert "shell" not in run(*NOWHERE, "--password-command", "false").first


def test_a_command_gets_no_descriptors_of_ours(tmp_path: Path) -> None:
    """A command has standard input, output and error, and nothing of what our parent left open."""
    seen = tmp_path / "seen"
    command = f"sh -c 'exec ls /proc/self/fd > {seen}'"
    inherited = ("bash", "-c", f'exec 7>{tmp_path / "other"} 8<&7; exec "$@"', "bash")
    run(*NOWHERE, "--password-command", command, "-t", "5", before=inherited)
    assert set(seen.read_text().split()) == {"0", "1", "2", "3"}  # the last is ls's own


def test_a_command_has_a_session_and_signals_of_its_own(tmp_path: Path) -> None:
    """A command is no part of our session, and no signal that is ours to handle is blocked."""
    seen = tmp_path / "seen"
    command = f"sh -c 'cat /proc/self/stat /proc/self/status > {seen}; echo x'"
    run(*NOWHERE, "--password-command", command, "-t", "5")
    text = seen.read_text()
    _, _, group, session = text.rpartition(")")[0], *text.split(") ", 1)[1].split()[1:4]
    assert group == session
    assert int(session) != os.getsid(0)
    facts = dict(line.split(":\t", 1) for line in text.splitlines() if ":\t" in line)
    assert int(facts["SigBlk"], 16) == 0
    ours = int(re.search(r"SigIgn:\t(\w+)", Path("/proc/self/status").read_text())[1], 16)
    # libc has two of its own beyond; what we ignore ourselves is ignored by all we start.
    assert int(facts["SigIgn"], 16) & 0x7FFFFFFF & ~ours == 0


def test_commands_of_several_accounts_end_one_by_one() -> None:
    """The end of one account's command is not the end of another's."""
    commands = ("sh -c 'sleep 0.5; echo slow'", "echo quick")
    ended = [each.result.secret.reveal() for each in drive(reading("command", c) for c in commands)]
    assert ended == [b"quick", b"slow"]


def test_a_command_that_says_too_much(tmp_path: Path) -> None:
    """A command with endless output fills no memory and takes no longer than the timeout."""
    done = in_time(0.5, lambda: by_command("yes hunter2"))
    assert "hunter2" not in done.output
    done = in_time(0.5, lambda: by_command("cat /dev/zero"))
    assert done.code == 3


@pytest.fixture
def fifo(tmp_path: Path) -> Path:
    """A FIFO, its owner's only."""
    path = tmp_path / "fifo"
    os.mkfifo(path, 0o600)
    return path


def test_a_fifo_nobody_writes_to_is_misconfigured(fifo: Path) -> None:
    """A FIFO to which nobody writes ends the check in time: misconfigured, exit 3."""
    done = in_time(0.5, lambda: run(*NOWHERE, "-P", fifo, "-t", "0.5"))
    assert done.code == 3


def test_a_fifo_whose_writer_is_silent_is_misconfigured(fifo: Path) -> None:
    """A FIFO that is open at the other end, and gives nothing, ends the check in time."""
    writer = os.open(fifo, os.O_RDWR)
    try:
        done = in_time(0.5, lambda: run(*NOWHERE, "-P", fifo, "-t", "0.5"))
    finally:
        os.close(writer)
    assert done.code == 3
    assert "did not answer in time" in done.first


@pytest.mark.parametrize("late", [0.0, 0.3], ids=["waits for us", "comes after us"])
def test_a_fifo_gives_the_secret(fifo: Path, late: float) -> None:
    """A FIFO gives the secret, whether its writer opens it before us or a moment after us."""

    def write() -> None:
        time.sleep(late)
        with open(fifo, "wb") as writer:  # returns when somebody reads
            time.sleep(0.1)
            writer.write(b"hunter2\n")

    thread = threading.Thread(target=write, daemon=True)
    thread.start()
    time.sleep(0.05)
    try:
        assert found("file", str(fifo)) == ("finance", b"hunter2")
    finally:
        time.sleep(late)
        os.close(os.open(fifo, os.O_RDONLY | os.O_NONBLOCK))  # lets the thread go
        thread.join(2)


def test_a_fifo_open_to_others_is_refused(fifo: Path) -> None:
    """A FIFO is held to the permissions of a file."""
    fifo.chmod(0o622)
    assert "open to" in refusal("file", str(fifo))
