"""Whether there is time enough for AUTH, and whether the server had its due."""

from __future__ import annotations

import os
import re
import threading
import time

import pytest
from fakes.plugin import SECRET
from fakes.scripts import GREET
from fakes.server import Script, Server, hang

from check_smtp_auth.check import check
from check_smtp_auth.net.local import processor_wait
from check_smtp_auth.net.loop import run_one
from check_smtp_auth.options.parser import Request, parse
from check_smtp_auth.state.guard import Decision
from check_smtp_auth.state.history import is_crowded_out
from check_smtp_auth.state.lost import Lost
from check_smtp_auth.state.memory import Memory
from check_smtp_auth.state.server import Server as Served
from check_smtp_auth.state.server import need, too_late

from .runs import Monitor, accepting, tarpit

TIMED = Memory("ops", auth_time=0.5)
NEVER_TIMED = Memory("ops")
GO = Decision(True)


class Loss(Lost):
    """What a test says that was lost."""

    to_processor = to_files = 0.0  # type: ignore[assignment]

    def __init__(self, to_processor: float = 0.0, to_files: float = 0.0) -> None:
        """Lose it."""
        self.to_processor, self.to_files = to_processor, to_files  # type: ignore[misc]


def why(decision: Decision, left: float, lost: float, needed: float = 1.5) -> str:
    """What keeps AUTH from being begun in a run of 1.8 seconds."""
    return too_late(decision, left, 1.8, needed, needed, Loss(lost))


def test_auth_needs_what_it_took_of_late() -> None:
    """The own time of the account counts, or a longer one of its server; else a guess. One that
    was never timed needs what others do: to need more would keep it from ever being tried.
    """
    assert need(TIMED, Served()) == 0.5
    assert need(TIMED, Served(slowest=1.2)) == 1.2
    assert need(NEVER_TIMED, Served()) == 2.0
    assert need(NEVER_TIMED, Served(), 1.53) == 1.53
    assert need(NEVER_TIMED, Served(slowest=0.5)) == 0.5


def test_nothing_is_begun_that_cannot_end() -> None:
    """In a crowd, or on a host that is overloaded, a login that would run out of time is left."""
    assert why(Decision(True, crowded=True), 1.4, 0.0) == "busy"
    assert why(Decision(True, crowded=True), 1.6, 0.0) == ""
    assert why(GO, 1.4, 0.3) == "starved"
    assert why(GO, 1.7, 0.3) == "starved"


def test_where_nobody_took_the_time_it_is_tried() -> None:
    """A slow server, or a short -t, keeps no login from being tried; nor does a busy moment."""
    assert why(GO, 0.2, 0.0) == ""
    assert why(GO, 1.4, 0.1) == ""
    assert why(GO, 9.0, 5.0) == ""
    assert why(Decision(False, "account"), 0.2, 5.0) == ""


def test_slow_files_keep_from_what_is_known_to_be_in_vain() -> None:
    """Where files of this host took the time, a login that is known to need more than is left is
    not tried; one that was never timed is, for they may always be slow.
    """
    slow = Loss(to_files=1.0)
    assert too_late(GO, 0.3, 1.8, 0.5, 0.5, slow) == "starved"
    assert too_late(GO, 0.6, 1.8, 0.5, 0.5, slow) == ""
    assert too_late(GO, 0.3, 1.8, 1.5, 0.0, slow) == ""
    assert too_late(GO, 0.3, 1.8, 0.5, 0.5, Loss(to_files=0.1)) == ""


def test_what_took_the_time_is_named() -> None:
    """The file that took most is, or none where the lack of a processor took more."""
    lost = Lost()
    assert lost.culprit == ""
    lost.to_file("reading the secret", 600.0)
    lost.to_file("the state directory", 500.0)
    lost.to_file("the state directory", 700.0)
    assert lost.culprit == "the state directory took 1200.0 s"
    assert lost.to_files == 1800.0
    assert lost.seconds >= 1800.0


def test_a_server_that_had_its_due_is_judged() -> None:
    """Silence is a timeout, however crowded it was, once the server had twice its usual time."""
    for decision in (None, GO):
        assert not is_crowded_out(TIMED, decision, 0.1)
    for decision in (Decision(True, crowded=True), Decision(True, starved=True)):
        assert is_crowded_out(TIMED, decision, 1.9)
        assert not is_crowded_out(TIMED, decision, 2.1)


def test_the_end_of_the_whole_run_says_nothing_of_a_server() -> None:
    """A login that the run's own end cut off is undecided, however long it had."""
    assert is_crowded_out(TIMED, Decision(True, cut=True), 9.0)


@pytest.mark.parametrize(
    ("lost", "state"), [(0.0, "CRITICAL"), (0.04, "CRITICAL"), (0.15, "CRITICAL"), (0.25, "OK")]
)
@pytest.mark.parametrize("script", [[hang], [*GREET, hang]], ids=["greeting", "EHLO"])
def test_a_server_that_is_silent_before_auth_on_a_busy_host(
    monitor: Monitor, monkeypatch: pytest.MonkeyPatch, script: Script, lost: float, state: str
) -> None:
    """A server that says nothing is a timeout, though this host was busy for a part of the time;
    where it was busy for most of it, the last state is kept.
    """
    with Server(accepting()) as server:
        assert monitor.check(server).code == 0
    monkeypatch.setattr(Lost, "to_processor", lost)
    monkeypatch.setattr(Lost, "to_files", 0.0)
    with Server(script) as server:
        request = parse(monitor.words(server, "-t", "0.4"))
        assert isinstance(request, Request)
        done = run_one(check(request.account, request.policy, request.caution))
    assert (done.verdict.slug, done.verdict.state) == ("timeout", state)
    assert ("this host is overloaded" in done.verdict.summary) == (state == "OK")


def test_a_slow_secret_is_no_fault_of_the_server(monitor: Monitor) -> None:
    """Where a file of this host took the time that AUTH needs, the last state is kept, and what
    was slow is named.
    """
    with Server(accepting()) as server:
        assert monitor.check(server).code == 0
    slow = monitor.directory.parent / "slow"
    os.mkfifo(slow, 0o600)

    def write() -> None:
        with open(slow, "wb") as file:
            time.sleep(0.8)
            file.write(SECRET.encode())

    thread = threading.Thread(target=write)
    thread.start()
    with Server(tarpit()) as server:
        done = monitor.check(server, "-P", slow, "-t", "1.5")
    thread.join()
    assert done.code == 0
    assert re.search(r"undecided: reading the secret took \d\.\d s and left only", done.first)
    assert "it worked when last tried" in done.first


def test_the_system_tells_how_long_we_waited_for_a_processor() -> None:
    """It is a time, and only grows."""
    before = processor_wait()
    assert 0.0 <= before <= processor_wait()
