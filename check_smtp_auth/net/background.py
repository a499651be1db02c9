"""Work that cannot be polled, in a daemon thread: DNS, commands, files that may block,
key derivation. A thread that does not answer in time is left behind; one that did is used
again.
"""

from __future__ import annotations

import _thread
import os

from .loop import READABLE, ready

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Callable, TypeVar

    from .loop import Steps

    T = TypeVar("T")


def background(function: Callable[[], T], until: float) -> Steps[T]:
    """Run the function aside; return its result or raise its error.

    Raises Broken when it has not answered by ``until`` (monotonic seconds).
    """
    results: list[T] = []
    errors: list[BaseException] = []
    # The loop waits for descriptors, so the thread tells by closing one.
    ours, theirs = os.pipe()
    worker = _idle.pop() if _idle else _Worker()

    def work() -> None:
        try:
            results.append(function())
        except BaseException as error:  # whatever it is, it belongs to whoever waits
            errors.append(error)
        finally:
            _idle.append(worker)
            os.close(theirs)

    worker.do(work)
    try:
        yield from ready(ours, READABLE, until)
    finally:
        os.close(ours)
    if errors:
        raise errors[0]
    return results[0]


class _Worker:
    """A thread that does one thing after another: starting one costs more than most of them."""

    def __init__(self) -> None:
        """Start the thread; it has nothing to do yet."""
        self._work: Callable[[], None] | None = None
        self._wanted = _thread.allocate_lock()
        self._wanted.acquire()
        # The threading module costs an import, and would wait for the thread at exit.
        _thread.start_new_thread(self._serve, ())

    def do(self, work: Callable[[], None]) -> None:
        """Have the thread do this, which must not raise."""
        self._work = work
        self._wanted.release()

    def _serve(self) -> None:
        while True:
            self._wanted.acquire()
            assert self._work is not None
            self._work()


_idle: list[_Worker] = []
