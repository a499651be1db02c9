"""Work that cannot be polled, in a daemon thread: DNS, commands, files that may block,
key derivation. A thread that does not answer in time is left behind.
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

    def work() -> None:
        try:
            results.append(function())
        except BaseException as error:  # whatever it is, it belongs to whoever waits
            errors.append(error)
        finally:
            os.close(theirs)

    # The threading module costs an import, and would wait for the thread at exit.
    _thread.start_new_thread(work, ())
    try:
        yield from ready(ours, READABLE, until)
    finally:
        os.close(ours)
    if errors:
        raise errors[0]
    return results[0]
