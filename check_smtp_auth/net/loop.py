"""The loop: drives one conversation, or thousands, none of them past its deadline.

A conversation is a generator (a ``Steps``) in straight-line code; to wait it yields a ``Wait``. The
loop resumes it with True when what it waits for has come, and with False when the time is up. It
looks at the clock first: a peer that sends an octet now and then gains nothing by it. Only a few
are begun per turn: else all would shake hands first, and their times would measure only that.
"""

from __future__ import annotations

import os
import select
import time
from collections import deque

from ..observation import Kind
from ..record import Record
from ..signals import waking_pipe

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator
    from typing import Any, Callable, TypeVar

    from ..observation import KindName

    T = TypeVar("T")
    Steps = Generator["Wait", bool, T]
    Clock = Callable[[], float]

READABLE, WRITABLE = select.POLLIN, select.POLLOUT
BEGUN_PER_TURN, NEVER = 4, float("inf")


class Broken(Exception):
    """The network let us down: a ``Kind``, and the system's words for it."""

    def __init__(self, kind: KindName, detail: str = "", code: int | None = None) -> None:
        """``code`` is OpenSSL's verification code for ``Kind.CERTIFICATE``."""
        super().__init__(kind, detail)
        self.kind, self.detail, self.code = kind, detail, code


class Wait:
    """What to wait for: descriptors, a bell or only a time (monotonic); may be yielded again."""

    __slots__ = ("bell", "descriptors", "events", "until")

    def __init__(
        self,
        until: float,
        descriptors: tuple[int, ...] = (),
        events: int = READABLE,
        bell: Bell | None = None,
    ) -> None:
        """``events`` are for all the descriptors."""
        self.until, self.descriptors, self.events, self.bell = until, descriptors, events, bell


def ready(descriptor: int, events: int, until: float) -> Steps[None]:
    """Wait for the descriptor; raises Broken when the time is up."""
    if not (yield Wait(until, (descriptor,), events)):
        raise Broken(Kind.TIMEOUT)


def heard(bell: Bell, until: float) -> Steps[bool]:
    """Wait for the bell's next ring; return False when the time is up."""
    return (yield Wait(until, bell=bell))


class Bell:
    """Wakes all who are waiting for it when it rings. It costs no descriptor."""

    __slots__ = ("listeners",)

    def __init__(self) -> None:
        """Nobody waits yet."""
        self.listeners: dict[_Conversation, _Loop] = {}

    def ring(self) -> None:
        """Wake them, first come, first served. For the loop's own thread."""
        for conversation, loop in tuple(self.listeners.items()):
            loop.wake(conversation, True)

    def ring_from_thread(self) -> None:
        """Have the loop ring it. For other threads."""
        _door.knock(self)


class Ended(Record):
    """How a conversation ended: its position among those given, and what it returned or raised."""

    position: int
    result: Any
    error: Exception | None


def run(
    conversations: Iterable[Steps[Any] | None], at_once: int = 50, clock: Clock = time.monotonic
) -> Iterator[Ended]:
    """Drive the conversations, ``at_once`` so many; yield each one's end as it comes, before
    another begins. None among them: there is no other until one of those under way has ended.
    What one raises ends only that one. One loop at a time in a process.
    """
    fresh: Iterator[Any] = iter(conversations)
    loop, begun, more, room = _Loop(clock), 0, True, True
    try:
        while more or loop.under_way:
            for conversation, answer in loop.turn(more and room and len(loop.under_way) < at_once):
                loop.resume(conversation, answer)
                if loop.ended:
                    room = True
                    yield loop.ended.popleft()
            for _ in range(min(BEGUN_PER_TURN, at_once - len(loop.under_way)) if room else 0):
                steps = next(fresh, ())
                if not steps:
                    more, room = steps is None, False
                    break
                loop.resume(_Conversation(begun, steps), None)
                begun += 1
                if loop.ended:
                    yield loop.ended.popleft()
    finally:
        for conversation in loop.under_way:
            abandon(conversation.steps)


def run_one(conversation: Steps[T], clock: Clock = time.monotonic) -> T:
    """Drive one conversation; return its result, or raise what it raises."""
    (ended,) = run([conversation], clock=clock)
    try:
        if ended.error is not None:
            raise ended.error
        return ended.result  # type: ignore[no-any-return]
    finally:
        del ended  # the error's traceback holds this frame, which would hold the error


def abandon(steps: Steps[Any]) -> None:
    """Close a conversation that nobody waits for, even if it waits again in its clean-up."""
    for _ in range(10):  # closing a closed one does nothing
        try:
            steps.close()
        except Exception:
            pass


class _Conversation:
    """One under way. ``wait`` is None while it runs; at the time ``alarm`` it is looked at."""

    __slots__ = ("alarm", "position", "steps", "wait")

    def __init__(self, position: int, steps: Steps[Any]) -> None:
        self.position, self.steps = position, steps
        self.wait: Wait | None = None
        self.alarm = NEVER


class _Loop:
    """Who is under way, and what each waits for."""

    def __init__(self, clock: Clock) -> None:
        self.under_way: dict[_Conversation, None] = {}
        self.ended: deque[Ended] = deque()  # not one in a variable: its error may hold our frame
        self._clock, self._alarms_set = clock, 0
        self._due: list[tuple[_Conversation, bool]] = []
        # By registered descriptor, whom to wake and for which wait; kept until it wakes nobody.
        self._told: dict[int, tuple[_Conversation, Wait]] = {}
        # A heap; an entry with another time than its conversation's ``alarm`` is stale.
        self._alarms: list[tuple[float, int, _Conversation]] = []
        self._poller: Any = getattr(select, "epoll", select.poll)()
        self._second = 1 if hasattr(select, "epoll") else 1000
        self._poller.register(_door.descriptor(), READABLE)

    def resume(self, conversation: _Conversation, answer: Any) -> None:
        """Run a conversation until it waits again, or has ``ended``."""
        self.under_way[conversation] = None
        try:
            self._hold(conversation, conversation.steps.send(answer))
        except Exception as end:
            self._release(conversation)
            conversation.alarm = NEVER
            del self.under_way[conversation]
            if isinstance(end, StopIteration):
                self.ended.append(Ended(conversation.position, end.value, None))
            else:
                abandon(conversation.steps)
                self.ended.append(Ended(conversation.position, None, end))

    def turn(self, in_haste: bool) -> list[tuple[_Conversation, bool]]:
        """Return whom to resume, and with which answer; wait for somebody unless ``in_haste``."""
        soonest = self._alarms[0][0] if self._alarms else NEVER
        soonest = 0.0 if in_haste or self._due else soonest
        patience = min(max(0.0, soonest - self._clock()), 86_400.0)  # 32 bits of ms
        events, now = self._poller.poll(patience * self._second), self._clock()
        for descriptor, _ in events:
            told = self._told.get(descriptor)
            if told is not None and told[0].wait is told[1]:
                self.wake(told[0], now < told[1].until)
            elif descriptor == _door.descriptor():
                _door.open()
            elif self._told.pop(descriptor, None):  # nobody waits for it now
                try:
                    self._poller.unregister(descriptor)
                except OSError:  # it is closed; a child process may still have it
                    pass
        while self._alarms and self._alarms[0][0] <= now:
            self._look_at_next(now)
        due, self._due = self._due, []
        return due

    def wake(self, conversation: _Conversation, answer: bool) -> None:
        """Have a conversation that waits resumed in the next turn."""
        self._release(conversation)
        self._due.append((conversation, answer))

    def _hold(self, conversation: _Conversation, wait: Wait) -> None:
        """Note what a conversation waits for."""
        conversation.wait = wait
        both = conversation, wait
        for descriptor in wait.descriptors:
            told = self._told.get(descriptor)
            if told != both:
                if told and told[0] is not conversation and told[0].wait is told[1]:
                    raise FileExistsError("two cannot wait for one descriptor")
                likely, other = self._poller.modify, self._poller.register
                if wait.events == WRITABLE:  # what connects is new as a rule
                    likely, other = other, likely
                try:
                    likely(descriptor, wait.events)
                except (FileNotFoundError, FileExistsError):
                    other(descriptor, wait.events)
                self._told[descriptor] = both
        if wait.bell is not None:
            wait.bell.listeners[conversation] = self
        if wait.until < conversation.alarm:
            self._set_alarm(conversation, wait.until)

    def _release(self, conversation: _Conversation) -> None:
        """Forget what a conversation waits for, except its alarm."""
        wait, conversation.wait = conversation.wait, None
        if wait is not None and wait.bell is not None:
            wait.bell.listeners.pop(conversation, None)

    def _set_alarm(self, conversation: _Conversation, until: float) -> None:
        conversation.alarm = until
        self._alarms_set += 1
        entry = (until, self._alarms_set, conversation)
        if len(self.under_way) == 1:
            self._alarms = [entry]  # which spares a single check an import
            return
        from heapq import heapify, heappush

        heappush(self._alarms, entry)
        if len(self._alarms) > 100 + 3 * len(self.under_way):
            self._alarms = [each for each in self._alarms if each[0] == each[2].alarm]
            heapify(self._alarms)

    def _look_at_next(self, now: float) -> None:
        """Take the next alarm off the heap; wake the conversation if its time is up."""
        from heapq import heappop

        alarm, _, conversation = heappop(self._alarms)
        if alarm == conversation.alarm:
            conversation.alarm, wait = NEVER, conversation.wait
            if wait is not None and wait.until <= now:
                self.wake(conversation, False)
            elif wait is not None:
                self._set_alarm(conversation, wait.until)


class _Door:
    """Where other threads knock: one descriptor, which wakes the loop once for many knocks."""

    def __init__(self) -> None:
        self._bells: deque[Bell] = deque()
        self._ends: tuple[int, ...] = ()
        self._knocked = False

    def descriptor(self) -> int:
        """What to poll for."""
        self._ends = self._ends or waking_pipe()
        return self._ends[0]

    def knock(self, bell: Bell) -> None:
        """Ask for the bell to be rung. For any thread."""
        self._bells.append(bell)
        if not self._knocked:
            self._knocked = True
            os.write(self._ends[1], b"!")

    def open(self) -> None:
        """Ring all bells that are asked for. For the loop's thread."""
        os.read(self._ends[0], 100)
        self._knocked = False  # before the bells are rung: a later knock wakes us again
        while self._bells:
            self._bells.popleft().ring()


_door = _Door()
