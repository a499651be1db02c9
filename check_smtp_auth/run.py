"""Many accounts in one run: in what order, how many at once, and until when."""

from __future__ import annotations

import gc
import time
from collections import deque
from functools import partial

from .admission import Admission, Waiting
from .check import check, unchecked, untried
from .faults import fault
from .net import loop
from .net.background import background
from .quicken import quicken
from .state.place import is_local

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .accounts import Entry, Pace
    from .credentials.answers import Answers
    from .net.loop import Clock, Steps
    from .outcome import Outcome

# How long a login that is under way when the run's time is up may still take, in seconds.
LAST_CALL = 2.0
# How long to wait for an answer about where a state directory is, in seconds.
PATIENCE = 1.0
# Allocations between two garbage collections: a check leaves next to no cycles.
COLLECTED = 50_000


def run(
    entries: Iterable[Entry],
    pace: Pace,
    clock: Clock = time.monotonic,
    time_of_day: Clock = time.time,
    over: float | None = None,
) -> Iterator[Outcome]:
    """Check the accounts, and yield each one's outcome as it comes: one for each entry. The run is
    ``over`` (monotonic) at its deadline, which counts from now unless that is given.

    With a deadline, the accounts that have waited longest since their last try go first; those
    whose turn does not come are reported as not tried.
    """
    if over is None:
        over = clock() + (pace.deadline or loop.NEVER)
    return _Run(pace, clock, time_of_day, over).outcomes(entries)


class _Run:
    """One run, which begins now."""

    def __init__(self, pace: Pace, clock: Clock, time_of_day: Clock, over: float) -> None:
        """Nothing is begun yet."""
        self._clock, self._time_of_day = clock, time_of_day
        self._at_once = pace.concurrency
        self._hurried = pace.deadline is not None
        self._over = over
        self._queue = Admission(pace.server_connections, by_age=self._hurried)
        self._under_way: dict[int, Waiting] = {}  # by their position among those begun
        self._unread: deque[Waiting] = deque()  # whose program's configuration is to be read
        self._reading = 0
        self._answers: Answers | None = None  # what was read already
        self._local: dict[str | None, bool] = {}  # the state directories on a disk of this host

    def outcomes(self, entries: Iterable[Entry]) -> Iterator[Outcome]:
        """Yield one outcome for each entry."""
        quicken()
        gc.set_threshold(COLLECTED)
        gc.enable()
        yield from self._queued(entries)
        for turn, outcome in self._ended(self._checks()):
            if turn.entry.origin is None:
                self._queue.ended(turn.entry, outcome)
            yield outcome.replace(place=turn.place)
        for turn, outcome in self._ended(self._rest()):
            yield outcome.replace(place=turn.place)

    def _ended(
        self, conversations: Iterable[Steps[Outcome | Waiting] | None]
    ) -> Iterator[tuple[Waiting, Outcome]]:
        """Yield each account's outcome as it comes, an error of ours too. One whose configuration
        was only read waits for its turn after that.
        """
        self._under_way.clear()
        for ended in loop.run(conversations, self._at_once, self._clock):
            turn = self._under_way.pop(ended.position)
            outcome = ended.result
            if ended.error is not None:
                outcome = self._misconfigured(turn.entry, fault(ended.error))
            if isinstance(outcome, Waiting):
                self._queue.add(outcome)
            else:
                yield turn, outcome

    def _queued(self, entries: Iterable[Entry]) -> Iterator[Outcome]:
        """Have the accounts wait for their turn; yield the outcomes of those that cannot be
        checked.
        """
        all_waiting, directories = [], set()
        for place, entry in enumerate(entries):
            directories.add(entry.caution.state_dir)
            if entry.problem:
                yield self._misconfigured(entry, entry.problem).replace(place=place)
            elif entry.origin is not None:
                self._unread.append(Waiting(entry, place))
            elif self._hurried:
                all_waiting.append(Waiting(entry, place))
            else:
                self._queue.add(Waiting(entry, place))
        for waiting in self._oldest_first(all_waiting):
            self._queue.add(waiting)
        for directory in directories - {"none"}:
            look = background(partial(is_local, directory), self._clock() + PATIENCE)
            try:
                self._local[directory] = loop.run_one(look, self._clock)
            except loop.Broken:
                pass

    def _oldest_first(self, waiting: list[Waiting]) -> list[Waiting]:
        """Return them in the order in which they were last tried; unchanged if that cannot be
        found out in time.
        """
        if not waiting:
            return waiting
        from .state.order import last_tried  # for a run with a deadline

        accounts = [_known_by(each.entry) for each in waiting]
        look = background(lambda: last_tried(accounts), (self._clock() + self._over) / 2)
        try:
            moments = loop.run_one(look, self._clock)
        except loop.Broken:
            return waiting
        for each, moment in zip(waiting, moments):
            each.tried = moment
        return sorted(waiting, key=lambda each: each.tried)

    def _checks(self) -> Iterator[Steps[Outcome | Waiting] | None]:
        """Yield a check whenever a server has room, and None while none has, until the run's time
        is up; first of all those that read a program's configuration.
        """
        begun = 0
        while (self._unread or self._reading or self._queue) and self._clock() < self._over:
            turn = self._unread.popleft() if self._unread else self._queue.next()
            if turn is None:
                yield None
                continue
            self._under_way[begun] = turn
            begun += 1
            if turn.entry.origin is not None:
                self._reading += 1
                yield self._read(turn)
                continue
            account, policy, caution = turn.entry.account, turn.entry.policy, turn.entry.caution
            latest, here = self._over + LAST_CALL, self._local.get(caution.state_dir, False)
            yield check(account, policy, caution, self._clock, self._time_of_day, latest, here)

    def _read(self, turn: Waiting) -> Steps[Outcome | Waiting]:
        """Read an account's origin; return it to wait for its turn, or why it cannot be checked."""
        until = min(self._over + LAST_CALL, self._clock() + turn.entry.account.timeout)
        tried = 0.0
        try:
            entry = yield from self._resolved(turn.entry, until)
            if entry.problem:
                return self._misconfigured(entry, entry.problem)
            if self._hurried:
                from .state.order import last_tried  # for a run with a deadline

                (tried,) = yield from background(lambda: last_tried([_known_by(entry)]), until)
        except loop.Broken:
            pass
        finally:
            self._reading -= 1
            if not self._reading and not self._unread:
                self._answers = None  # there are secrets among them
        return Waiting(entry, turn.place, tried)

    def _resolved(self, entry: Entry, until: float) -> Steps[Entry]:
        """Read an entry's origin, each file once for all entries."""
        from .configured import resolved  # for those who have some
        from .credentials.answers import Answers

        self._answers = self._answers or Answers()
        return (yield from resolved(entry, until, self._answers))

    def _rest(self) -> Iterator[Steps[Outcome | Waiting]]:
        """Yield what reports the accounts whose turn did not come."""
        for begun, turn in enumerate([*self._unread, *self._queue.rest()]):
            self._under_way[begun] = turn
            yield self._untried(turn.entry)

    def _untried(self, entry: Entry) -> Steps[Outcome | Waiting]:
        """Report one of them, which may have to be read first."""
        if entry.origin is not None:
            entry = yield from self._resolved(entry, self._clock() + PATIENCE)
            if entry.problem:
                return self._misconfigured(entry, entry.problem)
        account, policy, caution = entry.account, entry.policy, entry.caution
        return (yield from untried(account, policy, caution, self._clock, self._time_of_day))

    def _misconfigured(self, entry: Entry, problem: str) -> Outcome:
        """Return the outcome of an account that was not tried because of a fault on our side. The
        problem of an entry says itself where it is.
        """
        now, named = self._time_of_day(), not entry.problem
        return unchecked(entry.account, entry.policy, problem, 0.0, now, named)


def _known_by(entry: Entry) -> tuple[str | None, str, str]:
    """Return what an account is remembered by: state directory, host and user."""
    return entry.caution.state_dir, entry.account.host, entry.account.user or ""
