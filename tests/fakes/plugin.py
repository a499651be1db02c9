"""The plugin as a monitor runs it: a process, its exit code, and what it printed.

Whatever a test is about, every run is held to what holds for all of them: nothing on
standard error, valid UTF-8 without control characters, a first line that fits the exit code,
perfdata that a strict reader takes, and no "|" anywhere else; nor backslashes, angle brackets,
or what else a shell, printf or a page would take for its own.
"""

from __future__ import annotations

import json
import os
import re
import resource
import subprocess
import sys
import time
from collections.abc import Mapping
from typing import Any, NamedTuple, Protocol, Union
from unittest.mock import patch

from check_smtp_auth import cli

from .perfdata import Figure, read_perfdata
from .server import Server

USER = "finance@example.test"
SECRET = "s3cr3t-Wort-9471"

STATES = ("OK", "WARNING", "CRITICAL", "UNKNOWN")
FIRST_LINE = re.compile(r"SMTP_AUTH (OK|WARNING|CRITICAL|UNKNOWN) - [^|]*[^| ](?: \| ([^|]+))?")
# C0 and C1 controls but the line end, and the marks that turn text round or end lines.
UNPRINTABLE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069]"
)
HURTFUL = re.compile(r"[\\<>`]|\$[({]")
# Longer than any test's -t: a run that takes this long has lost its way.
LIMIT = 30.0
# The plugin, which remembers nothing from one run to the next.
COMMAND = (sys.executable, "-m", "check_smtp_auth", "--state-dir", "none")


class Run(NamedTuple):
    """What a run printed, its exit code, and the seconds that it and a processor took for it."""

    code: int
    output: str
    errors: str
    seconds: float
    cpu: float = 0.0

    @property
    def lines(self) -> list[str]:
        """The lines of the output."""
        return self.output.splitlines()

    @property
    def first(self) -> str:
        """The first line, without its perfdata."""
        return self.lines[0].partition(" | ")[0]

    @property
    def long(self) -> str:
        """All but the first line."""
        return "\n".join(self.lines[1:])

    @property
    def perfdata(self) -> dict[str, Figure]:
        """The figures on the first line."""
        _, bar, figures = self.lines[0].partition(" | ")
        return read_perfdata(figures) if bar else {}

    @property
    def json(self) -> dict[str, Any]:
        """The object that --output json prints."""
        whole = json.loads(self.output)
        assert isinstance(whole, dict)
        return whole

    @property
    def account(self) -> dict[str, Any]:
        """The one account in the object that --output json prints."""
        (account,) = self.json["accounts"]
        assert isinstance(account, dict)
        return account


Word = Union[str, "os.PathLike[str]"]


class Check(Protocol):
    """Run the plugin against a fake server (the fixture ``check``)."""

    def __call__(
        self,
        server: Server,
        *arguments: Word,
        host: str = "localhost",
        env: Mapping[str, str] | None = None,
        before: tuple[str, ...] = (),
    ) -> Run:
        """``arguments`` come after host, port, user, password file, CA and timeout."""


def environment(**changes: str | None) -> dict[str, str]:
    """A small environment, with changes to it; None takes a variable out.

    Those by which coverage would follow the plugin are not in it: it would take twice its time.
    """
    kept = ("PATH", "LANG", "PYTHONPATH", "MP_STATE_PATH")
    values: dict[str, str | None] = {name: os.environ.get(name) for name in kept}
    values.update({"HOME": "/nonexistent", **changes})
    return {name: value for name, value in values.items() if value is not None}


def as_another_user() -> tuple[str, ...]:
    """Return the prefix that runs a command as another user, who may read what he could not else:
    this Python may lie in its owner's home.
    """
    may_read = ("--inh-caps", "+dac_read_search", "--ambient-caps", "+dac_read_search")
    return ("setpriv", "--reuid", "1", "--regid", "1", "--clear-groups", *may_read)


def run(
    *arguments: Word,
    env: Mapping[str, str] | None = None,
    stdin: bytes = b"",
    before: tuple[str, ...] = (),
    cwd: Word | None = None,
) -> Run:
    """Run the plugin to its end, ``before`` it a command that starts it."""
    began, cpu = time.monotonic(), _cpu_of_children()
    done = subprocess.run(
        [*before, *COMMAND, *(os.fspath(word) for word in arguments)],
        input=stdin,
        capture_output=True,
        env=environment() if env is None else env,
        cwd=cwd,
        timeout=LIMIT,
    )
    result = Run(
        done.returncode,
        done.stdout.decode("utf-8"),
        done.stderr.decode(),
        seconds=time.monotonic() - began,
        cpu=_cpu_of_children() - cpu,
    )
    require_clean(result)
    return result


def ask(*words: str) -> Run:
    """Ask the plugin in this process, which it leaves as it is; its own faults are exceptions."""
    with patch.object(cli, "keep_out_of_core_dumps"):
        text, code, _ = cli.answer(words)
    told = text if isinstance(text, str) else b"".join(text).decode()
    result = Run(code, told.rstrip("\n") + "\n", "", 0)
    require_clean(result)
    return result


def _cpu_of_children() -> float:
    """The seconds of processor time that all ended children, and theirs, have taken."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def start(
    *arguments: Word,
    env: Mapping[str, str] | None = None,
    before: tuple[str, ...] = (),
    stdout: int = subprocess.PIPE,
) -> subprocess.Popen[bytes]:
    """Start the plugin, with its input and outputs as pipes, unless ``stdout`` is another."""
    return subprocess.Popen(
        [*before, *COMMAND, *(os.fspath(word) for word in arguments)],
        stdin=subprocess.PIPE,
        stdout=stdout,
        stderr=subprocess.PIPE,
        env=environment() if env is None else env,
    )


def finish(process: subprocess.Popen[bytes]) -> Run:
    """Wait for the end of what was started."""
    began = time.monotonic()
    output, errors = process.communicate(timeout=LIMIT)
    seconds = time.monotonic() - began
    return Run(process.returncode, output.decode(), errors.decode(), seconds)


def require_clean(result: Run) -> None:
    """Fail unless the output is what a monitor can take."""
    output = result.output
    assert result.errors == "", result.errors
    assert output.endswith("\n") and not output.endswith("\n\n"), output
    assert UNPRINTABLE.search(output) is None, ascii(output)
    if output.startswith("{"):
        assert HURTFUL.search(output) is None, output
        assert output.count("\n") == 1
        assert result.json["exit_code"] == STATES.index(result.json["state"])
        assert result.code in (0, result.json["exit_code"])
        return
    if not output.startswith("SMTP_AUTH"):  # -h and -V, and what is for collectors
        assert result.code in (0, 3)
        return
    assert HURTFUL.search(output) is None, output
    assert '"' not in output, output
    match = FIRST_LINE.fullmatch(result.lines[0])
    assert match is not None, result.lines[0]
    assert result.code in (0, STATES.index(match[1])), output
    assert "|" not in result.long, result.long
    if match[2]:
        assert "total_time" in result.perfdata
