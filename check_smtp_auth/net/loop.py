"""The loop: drives one conversation, or thousands, none of them past its deadline.

A conversation is a generator (a ``Steps``) written straight down. Whenever it would have
to wait, it yields a ``Wait``: for which file descriptor, for what, and until when. The
loop resumes it with True when the descriptor is ready and with False when the time is up,
and looks at the clock each time, so that a peer which sends an octet now and then gains
nothing by it.
"""

from __future__ import annotations

import select
import time

from ..observation import Kind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator
    from typing import Callable, TypeVar

    from ..observation import KindName

    T = TypeVar("T")
    Steps = Generator["Wait", bool, T]
    Clock = Callable[[], float]

READABLE = select.POLLIN
WRITABLE = select.POLLOUT


class Broken(Exception):
    """The network let us down: a ``Kind``, and the system's words for it."""

    def __init__(self, kind: KindName, detail: str = "", code: int | None = None) -> None:
        """``code`` is OpenSSL's verification code for ``Kind.CERTIFICATE``."""
        super().__init__(kind, detail)
        self.kind = kind
        self.detail = detail
        self.code = code


class Wait:
    """What a conversation waits for: a descriptor, events, and a point on the clock."""

    __slots__ = ("descriptor", "events", "until")

    def __init__(self, descriptor: int, events: int, until: float) -> None:
        """``until`` is monotonic time, in seconds."""
        self.descriptor = descriptor
        self.events = events
        self.until = until


def ready(descriptor: int, events: int, until: float) -> Steps[None]:
    """Wait for the descriptor; raises Broken when the time is up."""
    if not (yield Wait(descriptor, events, until)):
        raise Broken(Kind.TIMEOUT)


def run(
    conversations: Iterable[Steps[T]], at_once: int = 50, clock: Clock = time.monotonic
) -> Iterator[T]:
    """Drive the conversations, so many at once; yield each one's result as it comes.

    What a conversation raises comes out here.
    """
    fresh = iter(conversations)
    waiting: dict[int, tuple[Steps[T], Wait]] = {}
    poll = select.poll()
    exhausted = False
    while True:
        while not exhausted and len(waiting) < at_once:
            steps = next(fresh, None)
            if steps is None:
                exhausted = True
            else:
                yield from _resume(steps, None, waiting, poll)
        if not waiting:
            return
        for steps, is_ready in _wake(waiting, poll, clock):
            yield from _resume(steps, is_ready, waiting, poll)


def _resume(
    steps: Steps[T],
    answer: bool | None,
    waiting: dict[int, tuple[Steps[T], Wait]],
    poll: select.poll,
) -> Iterator[T]:
    """Let a conversation go on until it waits again, or ends: then yield its result."""
    try:
        wait = next(steps) if answer is None else steps.send(answer)
    except StopIteration as end:
        yield end.value
        return
    waiting[wait.descriptor] = (steps, wait)
    poll.register(wait.descriptor, wait.events)


def _wake(
    waiting: dict[int, tuple[Steps[T], Wait]], poll: select.poll, clock: Clock
) -> list[tuple[Steps[T], bool]]:
    """Wait until a descriptor is ready or a time is up; return whom to resume, and how."""
    soonest = min(wait.until for _, wait in waiting.values())
    # poll() counts in whole milliseconds: rounded up, so that it never wakes too early.
    milliseconds = max(0, int((soonest - clock()) * 1000) + 1)
    events = {descriptor for descriptor, _ in poll.poll(milliseconds)}
    now = clock()
    due = []
    for descriptor, (steps, wait) in list(waiting.items()):
        if descriptor in events or now >= wait.until:
            del waiting[descriptor]
            poll.unregister(descriptor)
            due.append((steps, now < wait.until))
    return due
