"""A check that is told to stop: one clean line, exit 3, and nothing left behind."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from fakes.certificates import Certificates
from fakes.plugin import SECRET, USER, Run, environment, finish, require_clean, start
from fakes.plugin import run as run_plugin
from fakes.scripts import GREET, starttls
from fakes.server import Server, expect, hang
from fakes.timing import AT_ONCE, PATIENT

SIGNALS = [signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGALRM]
OTHERS = [signal.SIGQUIT, signal.SIGUSR1, signal.SIGUSR2, signal.SIGXCPU]


def stop(
    server: Server, sent: signal.Signals, password_file: Path, *more: str, shell: str = '"$@"'
) -> Run:
    """Run the plugin against a server that hangs, send it a signal, and see what it says."""
    where = ("-H", "localhost", "-p", str(server.port), "-u", USER, "-P", password_file)
    before = ("bash", "-c", f"exec {shell}", "bash")
    with start(*where, "-t", PATIENT, *more, before=before) as process:
        wait_for(server)
        process.send_signal(sent)
        return finish(process)


def wait_for(server: Server) -> None:
    """Wait until the plugin has said something to the server."""
    until = time.monotonic() + 10
    while not server.said and time.monotonic() < until:
        time.sleep(0.005)


@pytest.mark.parametrize("sent", [*SIGNALS, *OTHERS], ids=lambda sent: sent.name)
def test_a_signal_ends_with_one_clean_line(password_file: Path, sent: signal.Signals) -> None:
    """A signal, or an alarm of whoever started the check, gives one line that names it, at once,
    and exit 3.
    """
    with Server([*GREET, expect(b"EHLO"), hang]) as server:
        run = stop(server, sent, password_file)
    require_clean(run)
    assert run.code == 3
    assert len(run.lines) == 1
    assert sent.name in run.first
    assert run.seconds < AT_ONCE


def test_a_limit_of_processor_time_is_named(password_file: Path) -> None:
    """The signal that says that a limit is reached gives the limit's name too."""
    with Server([*GREET, expect(b"EHLO"), hang]) as server:
        run = stop(server, signal.SIGXCPU, password_file)
    assert run.first == (
        "SMTP_AUTH UNKNOWN - stopped by SIGXCPU (this process may take too little processor time: "
        "ulimit -t) before there was a result"
    )


def test_a_signal_in_json(password_file: Path) -> None:
    """With --output json the end by a signal is one object."""
    with Server([*GREET, expect(b"EHLO"), hang]) as server:
        run = stop(server, signal.SIGTERM, password_file, "--output", "json")
    require_clean(run)
    assert json.loads(run.output)["exit_code"] == run.code == 3


def test_a_signal_under_a_login_shows_no_secret(
    password_file: Path, certificates: Certificates
) -> None:
    """A check that is stopped while it waits for the verdict shows nothing of the secret."""
    script = starttls(certificates.server.file, [expect(b"AUTH"), hang])
    with Server(script) as server:
        options = ("--ca-file", str(certificates.ca_file), "-vvv")
        run = stop(server, signal.SIGINT, password_file, *options)
    require_clean(run)
    assert run.code == 3
    assert SECRET not in run.output


def test_a_signal_with_the_output_closed(password_file: Path) -> None:
    """What would be printed does not go over a socket that got the closed output's number."""
    with Server([*GREET, expect(b"EHLO"), hang]) as server:
        run = stop(server, signal.SIGTERM, password_file, shell='"$@" >&- <&-')
    assert (run.code, run.output, run.errors) == (3, "", "")
    assert [line.split(b" ")[0] for line in server.lines] == [b"EHLO"]


@pytest.mark.parametrize("sent", SIGNALS, ids=lambda sent: sent.name)
def test_a_second_signal_changes_nothing(password_file: Path, sent: signal.Signals) -> None:
    """Signals that come one upon the other, as from an impatient hand, leave one clean line."""
    for _ in range(3):
        with Server([*GREET, expect(b"EHLO"), hang]) as server:
            where = ("-H", "127.0.0.1", "-p", str(server.port), "-u", USER)
            with start(*where, "-P", password_file, "-t", PATIENT) as process:
                wait_for(server)
                for _ in range(200):
                    if process.poll() is None:
                        process.send_signal(sent)
                run = finish(process)
        require_clean(run)
        assert run.code == 3


SENDER = """
import os, sys
class Sender:
    def find_spec(self, name, path=None, target=None):
        if name == {module!r}:
            os.kill(os.getpid(), {number})
sys.meta_path.insert(0, Sender())
"""


@pytest.mark.parametrize("sent", SIGNALS, ids=lambda sent: sent.name)
@pytest.mark.parametrize("module", ["socket", "ssl", "nagiosplugin"])
def test_a_signal_while_the_plugin_loads(
    password_file: Path, tmp_path: Path, module: str, sent: signal.Signals
) -> None:
    """A signal that comes while modules are loaded gives one clean line too, no traceback."""
    (tmp_path / "sitecustomize.py").write_text(SENDER.format(module=module, number=int(sent)))
    # What measures coverage loads some of them before us.
    uncovered = {"COVERAGE_PROCESS_START": None, "COVERAGE_PROCESS_CONFIG": None}
    env = environment(PYTHONPATH=str(tmp_path), **uncovered)
    done = run_plugin("-H", "127.0.0.1", "-p", "1", "-u", USER, "-P", password_file, env=env)
    assert done.code == 3
    assert sent.name in done.first


ALL_AT_ONCE = """
import os, signal, sys
ALL = {signal.SIGHUP, signal.SIGINT, signal.SIGTERM}
class Sender:
    def find_spec(self, name, path=None, target=None):
        if name == "ssl":
            signal.pthread_sigmask(signal.SIG_BLOCK, ALL)
            for number in ALL:
                os.kill(os.getpid(), number)
            signal.pthread_sigmask(signal.SIG_UNBLOCK, ALL)
sys.meta_path.insert(0, Sender())
"""


def test_signals_that_come_all_at_once(password_file: Path, tmp_path: Path) -> None:
    """Three signals in one moment leave one clean line, as one of them does."""
    (tmp_path / "sitecustomize.py").write_text(ALL_AT_ONCE)
    # What measures coverage loads some of them before us.
    uncovered = {"COVERAGE_PROCESS_START": None, "COVERAGE_PROCESS_CONFIG": None}
    env = environment(PYTHONPATH=str(tmp_path), **uncovered)
    done = run_plugin("-H", "127.0.0.1", "-p", "1", "-u", USER, "-P", password_file, env=env)
    assert done.code == 3
    assert len(done.lines) == 1


UNHEARD = """
import signal, threading, time
from check_smtp_auth import signals
from check_smtp_auth.net.background import background
from check_smtp_auth.net.loop import run_one

def taken_by_another_thread():
    time.sleep(0.3)
    signal.pthread_kill(threading.get_ident(), signal.SIGTERM)
    time.sleep(60)

signals.install([])
run_one(background(taken_by_another_thread, time.monotonic() + 60))
"""


def test_a_signal_that_ends_no_wait_is_heeded_at_once() -> None:
    """A signal that comes in the moment before the plugin waits, or that another thread takes,
    ends the run as any other does, and not when the wait is over.
    """
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", UNHEARD], capture_output=True, timeout=30, env=environment()
    )
    assert (done.returncode, done.stderr) == (3, b"")
    assert b"stopped by SIGTERM" in done.stdout
    assert time.monotonic() - began < AT_ONCE
