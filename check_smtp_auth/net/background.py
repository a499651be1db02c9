"""Work that cannot be polled, in helper threads: DNS, commands, files that may block, key
derivation.

Jobs begin in the order in which they come. Threads are started when they are needed, and
reused. Only one is woken at a time; when it takes a job and sees more behind it, it wakes the
next. So a row of short jobs costs one thread and one wake-up, and a job that blocks holds up no
other.

A thread whose job nobody waits for any more is left behind, and does not count.
"""

from __future__ import annotations

import _thread
from collections import deque

from ..observation import Kind
from .loop import Bell, Broken, heard

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any, Callable, TypeVar

    from .loop import Steps

    T = TypeVar("T")

MOST_AT_WORK = 32
# From this number on, threads left behind count as at work, so that their number is bounded.
MOST_LEFT_BEHIND = 64


def background(function: Callable[[], T], until: float, owed: bool = False) -> Steps[T]:
    """Run the function aside; return its result or raise its error.

    Raises Broken if it has not ended by ``until`` (monotonic seconds). One that is ``owed`` is
    run even then.
    """
    return Job(function, owed).outcome(until)


def side_by_side(functions: Iterable[Callable[[], T]], until: float) -> Steps[list[T | None]]:
    """Run functions aside, all at once; return their results, None for one that has not ended by
    ``until`` (monotonic seconds), or raise the first error.
    """
    jobs = [Job(function) for function in functions]
    for job in jobs:
        job.begin()
    results: list[T | None] = []
    for job in jobs:
        try:
            results.append((yield from job.outcome(until)))
        except Broken:
            results.append(None)
    return results


class Job:
    """A function to be run aside once, for everybody who waits for its outcome."""

    __slots__ = (
        *("_asked", "_bell", "_error", "_function", "_result"),
        *("begun", "done", "given_up", "owed", "taken_on"),
    )

    def __init__(self, function: Callable[[], Any], owed: bool = False) -> None:
        """It does not begin before somebody asks for its outcome; one that is ``owed`` is run even
        if nobody waits for it any more.
        """
        self.owed = owed
        self._function, self._bell, self._asked = function, Bell(), 0
        self._error: BaseException | None = None
        self.taken_on = self.begun = self.done = self.given_up = False

    def begin(self) -> None:
        """Have it run, without waiting; the caller asks for its outcome later."""
        self.taken_on = True
        _pool.take_on(self)

    def outcome(self, until: float) -> Steps[Any]:
        """Return the function's result, or raise its error; raises Broken at ``until``.

        When the last one who waits is gone, it is given up: dropped, if it has not begun.
        """
        self._asked += 1
        try:
            if not self.taken_on:
                self.begin()
            if not self.done and not (yield from heard(self._bell, until)) and not self.done:
                if _pool.lost:
                    raise MemoryError
                raise Broken(Kind.TIMEOUT)
        finally:
            self._asked -= 1
            if not self._asked:
                _pool.give_up(self)
        if self._error is None:
            return self._result
        error = self._error
        try:
            raise error
        finally:
            del self, error  # the error's traceback holds this frame, which would hold the error

    def run(self) -> None:
        """Run the function. For the thread that does it."""
        try:
            self._result: Any = self._function()
        except BaseException as error:  # whatever it is, it is for whoever waits
            self._error = error
        del self._function
        del self  # see above

    def tell(self) -> None:
        """Wake those who wait."""
        self._bell.ring_from_thread()


class _Pool:
    """The threads, and the jobs that wait for one."""

    def __init__(self) -> None:
        self._lock = _thread.allocate_lock()
        self._jobs: deque[Job] = deque()
        self._idle: list[_thread.LockType] = []  # what each idle thread waits for
        self._threads = self._left_behind = 0
        self._called = False  # a thread was woken or started, and has not come yet
        self.lost = False  # a thread will never come (see ``thread_lost``)

    def take_on(self, job: Job) -> None:
        """Have a job run; here and now, if no thread can be started."""
        with self._lock:
            self._jobs.append(job)
            somebody = self._call()
        if not somebody:
            self._work_here()

    def give_up(self, job: Job) -> None:
        """Note that nobody waits for a job any more, if it is not done."""
        with self._lock:
            if job.done or (job.owed and not job.begun):
                return
            job.given_up = True
            if not job.begun:
                return
            self._left_behind += 1
            somebody = self._call()
        if not somebody:
            self._work_here()

    def _call(self) -> bool:
        """Have a thread come for the jobs; return False if none ever will. Needs the lock."""
        if self._called or not self._jobs:
            return True
        if self._idle:
            self._idle.pop().release()
        elif self._at_work() >= MOST_AT_WORK:
            return True
        else:
            try:
                _thread.start_new_thread(self._work, ())
            except RuntimeError:  # a limit of the user's or the service's
                return self._at_work() > 0
            self._threads += 1
        self._called = True
        return True

    def _at_work(self) -> int:
        """Return how many threads are in use, or will be again."""
        return self._threads - min(self._left_behind, MOST_LEFT_BEHIND)

    def _next(self) -> Job | None:
        """Take the next job that somebody waits for. Needs the lock."""
        while self._jobs:
            job = self._jobs.popleft()
            if not job.given_up:
                job.begun = True
                return job
        return None

    def _work(self) -> None:
        """What a thread does."""
        gate = _thread.allocate_lock()
        gate.acquire()
        job: Job | None = None
        while True:
            done, job = job, self._after(job, gate)
            if done is not None:
                done.tell()  # only now: whoever hears it may have the next job for us
                done = None
            if job is None:
                gate.acquire()
            else:
                job.run()

    def _after(self, done: Job | None, gate: _thread.LockType) -> Job | None:
        """Return a thread's next job, None to wait at its gate; ends a surplus thread."""
        with self._lock:
            if done is None:
                self._called = False
            else:
                done.done = True
                self._left_behind -= done.given_up
                if self._at_work() > MOST_AT_WORK:
                    self._threads -= 1
                    _thread.exit()
            job = self._next()
            if job is None:
                self._idle.append(gate)
            else:
                self._call()
            return job

    def _work_here(self) -> None:
        """Run the jobs in this thread, since there are no others."""
        while True:
            with self._lock:
                job = self._next()
            if job is None:
                return
            job.run()
            job.done = True
            job.tell()


_pool = _Pool()


def thread_lost(_: object) -> None:
    """Note that a thread has died and its job with it: with too little memory some die before they
    begin. As ``sys.unraisablehook`` it also keeps standard error empty.
    """
    _pool.lost = True
