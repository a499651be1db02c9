"""A process that dies of a fault leaves no memory behind: the secret may be in it."""

from __future__ import annotations

import os
import re
import resource
import signal
import subprocess
import time
from pathlib import Path

import pytest
from fakes.plugin import SECRET, USER, start
from fakes.scripts import GREET
from fakes.server import Server, expect, hang


def under_way(
    server: Server, password_file: Path, before: tuple[str, ...]
) -> subprocess.Popen[bytes]:
    """Start a check, and wait until it has its secret and speaks to the server."""
    where = ("-H", "127.0.0.1", "-p", str(server.port), "-u", USER, "-P", password_file)
    process = start(*where, "-t", "25", before=before)
    until = time.monotonic() + 20
    while not server.said and time.monotonic() < until:
        time.sleep(0.005)
    return process


@pytest.mark.parametrize("limit", ["unlimited", "1000", "0"])
def test_no_core_can_be_dumped(password_file: Path, limit: str) -> None:
    """Whatever the limit was that we were started with, it is 0, and no memory goes to a
    program that collects cores.
    """
    if int(resource.getrlimit(resource.RLIMIT_CORE)[1]) == 0:
        pytest.skip("no core can be dumped here at all")
    before = ("bash", "-c", f'ulimit -S -c {limit}; exec "$@"', "bash")
    server = Server([*GREET, expect(b"EHLO"), hang])
    with server, under_way(server, password_file, before) as process:
        limits = Path(f"/proc/{process.pid}/limits").read_text()
        filtered = Path(f"/proc/{process.pid}/coredump_filter").read_text()
        process.kill()
    assert re.search(r"^Max core file size +0 ", limits, re.MULTILINE)
    assert int(filtered, 16) == 0


def test_a_fault_leaves_no_secret_behind(password_file: Path, tmp_path: Path) -> None:
    """A check that is ended by a segmentation fault leaves no file with the secret in it."""
    folder = tmp_path / "here"
    folder.mkdir()
    before = ("bash", "-c", f'cd "{folder}"; ulimit -c unlimited; exec "$@"', "bash")
    server = Server([*GREET, expect(b"EHLO"), hang])
    with server, under_way(server, password_file, before) as process:
        process.send_signal(signal.SIGSEGV)
        assert process.wait(20) == -signal.SIGSEGV
    assert os.listdir(folder) == []
    for file in folder.iterdir():
        assert SECRET.encode() not in file.read_bytes()
