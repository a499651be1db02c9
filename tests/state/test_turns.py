"""Many checks of one server in the same second: each gets its turn, and none is blamed for it.

A monitor that is reloaded does that. Every check is a process of its own.
"""

from __future__ import annotations

import os
import random
import shutil
import socket
import subprocess
import threading
import time
from base64 import b64decode
from collections import Counter
from pathlib import Path

import pytest
from fakes.perfdata import read_perfdata
from fakes.plugin import COMMAND, environment
from fakes.timing import where_it_keeps_up

PLACES = 3  # so many logins are under way at one server at a time
ROUNDS = 5
CROWD = 60


class Busy:
    """A server that takes its time over AUTH, and rejects users whose name begins with "bad"."""

    def __init__(self, shortest: float, longest: float) -> None:
        """``shortest`` and ``longest`` are how long AUTH takes, in seconds."""
        self.logins: list[str] = []
        self.refusals: list[str] = []
        self.most = 0
        self._under_way = 0
        self._times = (shortest, longest)
        self._moments = random.Random(7)
        self._lock = threading.Lock()
        self._socket = socket.create_server(("127.0.0.1", 0), backlog=500)
        self.port = self._socket.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        """Take no more connections."""
        self._socket.close()

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        with connection, connection.makefile("rwb") as stream:
            try:
                stream.write(b"220 fake.test ESMTP\r\n")
                stream.flush()
                for line in stream:
                    stream.write(self._answer(line.decode().split()))
                    stream.flush()
            except OSError:
                return

    def _answer(self, words: list[str]) -> bytes:
        if words[0] == "EHLO":
            return b"250-fake.test\r\n250 AUTH PLAIN\r\n"
        if words[0] != "AUTH":
            return b"221 bye\r\n"
        user = b64decode(words[2]).split(b"\0")[1].decode()
        with self._lock:
            seconds = self._moments.uniform(*self._times)
            self._under_way += 1
            self.most = max(self.most, self._under_way)
        time.sleep(seconds)
        with self._lock:
            self._under_way -= 1
            (self.refusals if user.startswith("bad") else self.logins).append(user)
        return b"535 5.7.8 No\r\n" if user.startswith("bad") else b"235 2.7.0 Yes\r\n"


@pytest.fixture
def password(tmp_path: Path) -> Path:
    """A password file."""
    file = tmp_path / "password"
    file.touch(0o600)
    file.write_text("secret\n")
    return file


def round_of(
    server: Busy, password: Path, users: list[str], timeout: str, *options: str
) -> dict[str, tuple[int, str]]:
    """Check all of them in the same second; return each one's exit code and first line."""
    where = ("-H", "127.0.0.1", "-p", str(server.port), "--tls", "none", "-P", str(password))
    words = [*COMMAND, *where, "--state-dir", str(password.parent / "state"), "-t", timeout]
    processes = {
        user: subprocess.Popen(
            [*words, "-u", user, *options], env=environment(), stdout=subprocess.PIPE, text=True
        )
        for user in users
    }
    ended = {}
    for user, process in processes.items():
        output, _ = process.communicate(timeout=90)
        ended[user] = process.returncode, output.splitlines()[0]
    return ended


@pytest.mark.parametrize(
    ("number", "shortest", "longest", "timeout"),
    [(5, 0.5, 0.5, "1.8"), (12, 0.2, 0.8, "1.8"), (12, 0.2, 1.5, "10")],
)
def test_good_accounts_at_once(
    password: Path, number: int, shortest: float, longest: float, timeout: str
) -> None:
    """In no round is a good account anything but OK, or UNKNOWN while it never had its turn; all
    log in within as many rounds as it takes, and no more at a time than the budget has places.
    """
    where_it_keeps_up(lambda: _all_are_served(password, number, Busy(shortest, longest), timeout))


def _all_are_served(password: Path, number: int, server: Busy, timeout: str) -> None:
    """Check that many accounts round after round, with a memory of its own."""
    shutil.rmtree(password.parent / "state", ignore_errors=True)
    users = [f"good-{each}" for each in range(number)]
    try:
        for _ in range(ROUNDS):
            all_known = set(server.logins) == set(users)
            for user, (code, line) in round_of(server, password, users, timeout).items():
                assert code == 0 or (code == 3 and "it was not tried yet" in line), line
                assert code == 0 or user not in server.logins
            if all_known:
                break
    finally:
        server.close()
    assert set(server.logins) == set(users)
    assert server.most <= PLACES


def test_bad_accounts_beside_good_ones(password: Path) -> None:
    """Twenty wrong passwords beside twelve good ones make three refusals in all rounds, and the
    good accounts that had their turn stay OK.
    """
    server = Busy(0.1, 0.3)
    good = [f"good-{each}" for each in range(12)]
    bad = [f"bad-{each}" for each in range(20)]
    try:
        round_of(server, password, good, "10")
        assert set(server.logins) == set(good)
        for _ in range(2):
            ended = round_of(server, password, bad + good, "10")
            assert {ended[user][0] for user in good} == {0}, ended
    finally:
        server.close()
    assert len(server.refusals) <= 3


def test_waiting_for_our_own_checks_is_judged_by_no_threshold(password: Path) -> None:
    """With thresholds above what one login takes none is slow, and what was waited is told."""
    server = Busy(0.5, 0.5)
    users = [f"good-{each}" for each in range(9)]
    try:
        ended = round_of(server, password, users, "20", "-w", "1.5", "-c", "3")
    finally:
        server.close()
    assert Counter(code for code, _ in ended.values()) == {0: 9}, ended
    figures = [read_perfdata(line.partition(" | ")[2]) for _, line in ended.values()]
    waited = [each["wait_time"].value for each in figures if "wait_time" in each]
    assert len(waited) >= 4
    assert all(each["total_time"].value >= each["auth_time"].value for each in figures)


def test_a_crowd(password: Path) -> None:
    """Sixty good accounts in the same second: none is CRITICAL or WARNING, nothing is left over."""
    server = Busy(0.05, 0.05)
    users = [f"good-{each}" for each in range(CROWD)]
    try:
        codes = Counter(code for code, _ in round_of(server, password, users, "15").values())
        assert codes.keys() <= {0, 3}
        codes = Counter(code for code, _ in round_of(server, password, users, "15").values())
    finally:
        server.close()
    assert codes == {0: CROWD}
    assert set(server.logins) == set(users)
    left = os.listdir(password.parent / "state" / "127.0.0.1.d")
    assert [name for name in left if name.startswith("try,")] == []
