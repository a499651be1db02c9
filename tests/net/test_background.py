"""Work in the background: its result, its error, or the end of our patience."""

from __future__ import annotations

import _thread
import gc
import os
import threading
import time
import weakref
from typing import Any, Callable

import pytest
from fakes.certificates import Certificates
from fakes.plugin import Check
from fakes.scripts import REJECT, starttls
from fakes.server import Server
from fakes.timing import AT_ONCE

from check_smtp_auth.net import background as module
from check_smtp_auth.net.background import Job, background, side_by_side
from check_smtp_auth.net.loop import Broken, Wait, run, run_one
from check_smtp_auth.observation import Kind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from check_smtp_auth.net.loop import Steps


class Threads:
    """The threads of a pool of its own: how many were started, and how many there are."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Take the place of the process's pool."""
        self.started = self.alive = 0
        self.most = 1_000  # with that many started, the system has no more
        self._lock = threading.Lock()
        self._start = _thread.start_new_thread
        monkeypatch.setattr(module, "_pool", module._Pool())
        monkeypatch.setattr(_thread, "start_new_thread", self.start)

    def start(self, function: Callable[[], None], _arguments: tuple[()]) -> int:
        """Start one, as the system does."""
        if self.started >= self.most:
            raise RuntimeError("can't start new thread")
        self._count(1)
        self.started += 1
        return self._start(self._run, (function,))

    def settle(self, number: int) -> bool:
        """Wait until there are no more than so many."""
        patience = time.monotonic() + 20
        while self.alive > number and time.monotonic() < patience:
            time.sleep(0.01)
        return self.alive <= number

    def _run(self, function: Callable[[], None]) -> None:
        try:
            function()
        finally:
            self._count(-1)

    def _count(self, more: int) -> None:
        with self._lock:
            self.alive += more


@pytest.fixture
def threads(monkeypatch: pytest.MonkeyPatch) -> Threads:
    """A pool that has no threads yet."""
    return Threads(monkeypatch)


def outcome(function: Callable[[], object], seconds: float = 20) -> object:
    """What comes of a function that is run in the background."""
    return run_one(background(function, time.monotonic() + seconds))


def outcomes(functions: list[Callable[[], object]], seconds: float = 20) -> list[Any]:
    """What comes of functions that are run in the background at once, in their order."""
    until = time.monotonic() + seconds
    ends = run((background(function, until) for function in functions), at_once=1_000)
    ordered = sorted(ends, key=lambda end: end.position)
    return [end.result if end.error is None else end.error for end in ordered]


def test_the_result_comes_back() -> None:
    """What the function returns is what the conversation gets, None among it."""
    assert outcome(lambda: 42) == 42
    assert outcome(lambda: None) is None


def test_the_error_comes_back() -> None:
    """What the function raises is raised where its result was waited for."""
    with pytest.raises(ZeroDivisionError):
        outcome(lambda: 1 // 0)


def test_the_function_does_not_hold_us_back() -> None:
    """A function that does not end in time is a timeout, and is left to itself."""
    released = threading.Event()
    began = time.monotonic()
    with pytest.raises(Broken) as caught:
        outcome(released.wait, 0.1)
    assert caught.value.kind == Kind.TIMEOUT
    assert time.monotonic() - began < 10
    released.set()


def test_no_descriptors_are_left_open() -> None:
    """A hundred pieces of work leave as many descriptors open as there were before."""
    outcome(int)
    before = len(os.listdir("/proc/self/fd"))
    for number in range(100):
        assert outcome(number.bit_length) == number.bit_length()
    assert len(os.listdir("/proc/self/fd")) <= before


def test_one_thread_does_all_that_comes_one_after_another(threads: Threads) -> None:
    """A run that has one thing after another to do starts one thread for all of it."""

    def one_by_one() -> Steps[None]:
        until = time.monotonic() + 30
        for _ in range(200):
            yield from background(threading.get_ident, until)

    run_one(one_by_one())
    assert threads.started == 1


def test_what_blocks_holds_up_no_other() -> None:
    """Twenty that wait for the twenty-first are each begun, in threads of their own."""
    released = threading.Event()
    functions: list[Callable[[], object]] = [lambda: released.wait(10)] * 20
    assert outcomes([*functions, released.set], seconds=20) == [*[True] * 20, None]


def test_short_jobs_share_a_thread(threads: Threads) -> None:
    """A hundred that take no time do not wake, or start, a thread each."""
    assert outcomes([int] * 100) == [0] * 100
    assert threads.started <= 8


@pytest.mark.usefixtures("threads")
def test_jobs_are_begun_in_their_order(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever came first has the first turn."""
    monkeypatch.setattr(module, "MOST_AT_WORK", 1)
    order: list[int] = []
    outcomes([lambda number=number: order.append(number) for number in range(500)])  # type: ignore[misc]
    assert order == sorted(order)


def test_threads_are_bounded_and_the_rest_have_their_turn() -> None:
    """However many jobs block, so many are at work and no more; the others get to it too."""
    under_way, most, lock = 0, 0, threading.Lock()

    def work() -> None:
        nonlocal under_way, most
        with lock:
            under_way += 1
            most = max(most, under_way)
        time.sleep(0.01)
        with lock:
            under_way -= 1

    assert outcomes([work] * 150, seconds=60) == [None] * 150
    assert 2 <= most <= module.MOST_AT_WORK


def test_threads_that_hang_are_left_behind(
    threads: Threads, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Jobs that hang take no turn from others once they are given up; so many, and no more."""
    monkeypatch.setattr(module, "MOST_AT_WORK", 3)
    monkeypatch.setattr(module, "MOST_LEFT_BEHIND", 4)
    released = threading.Event()
    for _ in range(4):
        hung = outcomes([released.wait] * 3, 0.2)
        assert [error.kind for error in hung] == [Kind.TIMEOUT] * 3
    assert threads.alive == 3 + 4
    assert isinstance(outcomes([int], 0.1)[0], Broken)
    released.set()
    assert outcomes([int] * 50, 20) == [0] * 50
    assert threads.settle(3)
    released.clear()  # once more: those who came back are not counted twice
    outcomes([released.wait] * 3, 0.2)
    assert outcomes([int] * 3, 20) == [0] * 3
    released.set()


@pytest.mark.usefixtures("threads")
def test_a_job_that_nobody_waits_for_is_not_begun(monkeypatch: pytest.MonkeyPatch) -> None:
    """What has waited for a thread until its time was up is dropped, and so what was cancelled."""
    monkeypatch.setattr(module, "MOST_AT_WORK", 1)
    released, done = threading.Event(), []

    def hurried(seconds: float) -> Steps[None]:
        yield from background(lambda: done.append(seconds), time.monotonic() + seconds)

    def patient() -> Steps[None]:
        yield Wait(time.monotonic() + 0.1)
        released.set()

    blocking = background(lambda: released.wait(10), time.monotonic() + 20)
    ends = list(run([blocking, hurried(0.01), hurried(20), hurried(0.02), patient()]))
    assert [end.position for end in ends if isinstance(end.error, Broken)] == [1, 3]
    assert done == [20]


@pytest.mark.usefixtures("threads")
def test_what_is_owed_is_done_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """What must be done is, though it waited for a thread until its time was up."""
    monkeypatch.setattr(module, "MOST_AT_WORK", 1)
    released, done = threading.Event(), threading.Event()

    def hurried() -> Steps[None]:
        try:
            yield from background(done.set, time.monotonic() + 0.01, owed=True)
        finally:
            released.set()

    blocking = background(lambda: released.wait(10), time.monotonic() + 20)
    ends = list(run([blocking, hurried()]))
    assert [end.position for end in ends if isinstance(end.error, Broken)] == [1]
    assert done.wait(20)


def test_a_job_is_done_once_for_all_who_ask() -> None:
    """Several may wait for one job, each to its own deadline; also after it is done."""
    calls, released, patience = [], threading.Event(), time.monotonic() + 20

    def work() -> bool:
        calls.append(1)
        return released.wait(20)

    job = Job(work)

    def hurried() -> Steps[None]:
        with pytest.raises(Broken):
            yield from job.outcome(time.monotonic() + 0.05)
        released.set()

    conversations = [hurried(), job.outcome(patience), job.outcome(patience)]
    ends = {end.position: end for end in run(conversations)}
    assert ends[0].error is None
    assert ends[1].result is ends[2].result is True
    assert run_one(job.outcome(patience)) is True
    assert len(calls) == 1
    assert not job.given_up


def test_nothing_is_held_on_to() -> None:
    """Neither a thread at rest nor a job that is kept keeps what was only needed for the work."""

    class Work:
        """A piece of work that gives itself."""

        def __call__(self) -> Work:
            return self

    def weak(work: Work) -> Callable[[], object]:
        job = Job(work)
        assert run_one(job.outcome(time.monotonic() + 20)) is work
        assert not hasattr(job, "_function")
        return weakref.ref(work)

    alive, patience = weak(Work()), time.monotonic() + 10
    while alive() is not None and time.monotonic() < patience:
        time.sleep(0.01)
    assert alive() is None


@pytest.mark.parametrize("function", [lambda: 1 // 0, lambda: None, lambda: time.sleep(0.05)])
def test_no_garbage_is_left(function: Callable[[], object]) -> None:
    """A result, an error and a timeout are each gone when they were told."""

    def once() -> None:
        try:
            outcome(function, 0.01)
        except (ZeroDivisionError, Broken):
            pass

    once()
    time.sleep(0.1)
    gc.collect()
    once()
    time.sleep(0.1)
    assert gc.collect() == 0


def test_a_thread_that_is_lost_is_no_answer_that_is_late(
    threads: Threads, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a thread has no memory to begin with, it is memory that is told of: what it was to ask
    is not blamed for its silence.
    """

    def lose(*_: object) -> int:
        module.thread_lost(None)
        return 0

    monkeypatch.setattr(_thread, "start_new_thread", lose)
    with pytest.raises(MemoryError):
        run_one(background(int, time.monotonic() + 0.05))


def test_what_runs_side_by_side_has_its_time_together() -> None:
    """Functions that hang hold up none of the others; each has its place in the answer."""
    over = threading.Event()
    functions: list[Callable[[], object]] = [lambda: 1, over.wait, lambda: 3, over.wait]
    began = time.monotonic()
    assert run_one(side_by_side(functions, began + 0.3)) == [1, None, 3, None]
    over.set()
    assert time.monotonic() - began < AT_ONCE


def test_without_threads_the_work_is_done_here(threads: Threads) -> None:
    """Where no thread can be started, results and errors come all the same."""
    threads.most = 0
    own = threading.get_ident()
    assert outcomes([threading.get_ident, lambda: 1 // 1, int]) == [own, 1, 0]
    with pytest.raises(ZeroDivisionError):
        outcome(lambda: 1 // 0)
    job = Job(int)
    assert run_one(job.outcome(time.monotonic() + 20)) == 0
    assert job.done
    assert not job.given_up


def test_what_waited_for_a_thread_that_hangs_is_done_here(threads: Threads) -> None:
    """Where the only thread there can be is left behind, nobody waits for a second one."""
    threads.most = 1
    released = threading.Event()
    ends = run(
        [
            background(released.wait, time.monotonic() + 0.2),
            background(threading.get_ident, time.monotonic() + 60),
        ]
    )
    kinds = {end.position: end.error or end.result for end in ends}
    released.set()
    assert isinstance(kinds[0], Broken)
    assert kinds[1] == threading.get_ident()


def test_a_verdict_is_told_though_no_thread_can_be_started(
    check: Check, certificates: Certificates
) -> None:
    """Under a limit of processes (ulimit -u, TasksMax) a refusal is told as what it is."""
    caps = "+dac_override,+dac_read_search"  # it stays able to read what is root's, and no more
    become = ("setpriv", "--reuid=54321", "--clear-groups", "--bounding-set=-all," + caps)
    powers = (f"--inh-caps=-all,{caps}", f"--ambient-caps={caps}")
    before = (*become, *powers) if os.geteuid() == 0 else ()
    with Server(starttls(certificates.server.file, REJECT)) as server:
        run = check(server, before=(*before, "prlimit", "--nproc=1"))
    assert run.code == 2
    assert "535" in run.first
