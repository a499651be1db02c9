"""The forms for collectors as a process: exit codes, errors, signals, and outputs that fail."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from fakes.certificates import Certificates
from fakes.plugin import SECRET, USER, Check, Run, environment, finish, run, start
from fakes.readers import read_commands, read_local_checks, read_metrics, read_sender
from fakes.scripts import ACCEPT, GREET, answer, starttls
from fakes.server import Server, expect, hang
from fakes.timing import AT_ONCE, PATIENT

from check_smtp_auth.outputs import OUTPUTS

COLLECTORS = [name for name in OUTPUTS if OUTPUTS[name].collector]
ECHO = f"535 5.7.8 wrong password {SECRET}\r\n".encode()


def results(form: str, output: str) -> list[int]:
    """The states that a collector finds in an output."""
    if form == "zabbix":
        lines = [each for each in read_sender(output) if each.key.startswith("smtp_auth.result[")]
        return [json.loads(each.value)["exit_code"] for each in lines]
    if form == "checkmk":
        return [each.state for each in read_local_checks(output)]
    if form == "passive":
        lines_ = [line for line in output.splitlines() if not line.startswith("#")]
        return [each.code for line in lines_ for each in read_commands(f"{line}\n")]
    states = read_metrics(output).items()
    return [int(value) for (name, _), value in states if name == "smtp_auth_state"]


@pytest.mark.parametrize("form", COLLECTORS)
def test_the_state_is_in_the_output(check: Check, certificates: Certificates, form: str) -> None:
    """One account by options: its state is in the output, the exit code is 0, and no secret that
    the server echoes is shown.
    """
    for reply, state in ((ACCEPT, 0), (answer(b"AUTH", ECHO), 2)):
        with Server(starttls(certificates.server.file, reply)) as server:
            done = check(server, "--output", form, "-vv")
        assert (done.code, results(form, done.output)) == (0, [state])
        assert SECRET not in done.output


@pytest.mark.parametrize("form", COLLECTORS)
@pytest.mark.parametrize("words", [("--frob",), ("-u", "x"), ("-H", "x", "-u", "x", "-p", "0")])
def test_a_usage_error_is_no_result(form: str, words: tuple[str, ...]) -> None:
    """What is wrong with the options is seen by a person, and by no collector."""
    done = run("--output", form, *words)
    assert done.code == 3
    assert "SMTP_AUTH UNKNOWN - " in done.output
    assert results(form, done.output) == []
    assert run("--output", form, *words, "--exit-zero").code == 0


@pytest.mark.parametrize("form", COLLECTORS)
def test_what_cannot_be_checked_is_a_result(form: str, tmp_path: Path) -> None:
    """An account whose password file is missing is UNKNOWN in the output, with exit code 0."""
    done = run("-H", "x.test", "-u", USER, "-P", tmp_path / "none", "--output", form)
    assert (done.code, results(form, done.output)) == (0, [3])


@pytest.mark.parametrize("form", COLLECTORS)
def test_a_signal_says_nothing(form: str, password_file: Path) -> None:
    """A run that is told to stop prints nothing, so that no result is seen, and exits with 3."""
    with Server([*GREET, expect(b"EHLO"), hang]) as server:
        where = ("-H", "localhost", "-p", str(server.port), "-u", USER, "-P", password_file)
        with start(*where, "-t", PATIENT, "--output", form) as process:
            while not server.said:
                assert process.poll() is None
            process.send_signal(signal.SIGTERM)
            done = finish(process)
    assert (done.code, done.output, done.errors) == (3, "", "")
    assert done.seconds < AT_ONCE


@pytest.mark.parametrize("form", list(OUTPUTS))
@pytest.mark.parametrize("where", [">&-", ">/dev/full"])
def test_what_is_not_printed_whole_is_no_success(form: str, where: str, tmp_path: Path) -> None:
    """Where the output is closed or full, a collector's form does not exit with 0."""
    shell = ("sh", "-c", f'exec "$@" {where}', "sh")
    words = ("-H", "x.test", "-u", USER, "-P", tmp_path / "none", "--output", form)
    with start(*words, before=shell) as process:
        done: Run = finish(process)
    assert (done.code, done.errors) == (3, "")


SLOW = """
import sys, time
from check_smtp_auth import signals
signals.STALLED = float(sys.argv[1])
signals.leave([b"x" * 65536] * 20, 0, time.monotonic() + 0.1, 3)
"""


@pytest.mark.parametrize(("stalled", "code"), [("20", 0), ("0.2", 3)])
def test_a_slow_reader_gets_all(stalled: str, code: int) -> None:
    """Who takes long over a long output gets all of it, as long as it moves on; nobody waits for
    a reader that has gone to sleep.
    """
    command = [sys.executable, "-c", SLOW, stalled]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment()) as process:
        assert process.stdout is not None
        if code == 0:
            time.sleep(0.5)  # past the time that a short output has
            assert len(process.stdout.read()) == 20 * 65_536
        assert process.wait(30) == code
