"""Many accounts in one run: in what order, how many at once, and until when."""

from __future__ import annotations

import gc
import time
from functools import partial

from .admission import Admission, Waiting
from .check import check, untried
from .diagnosis import misconfigured
from .faults import fault
from .net import loop
from .net.background import background
from .observation import Times
from .outcome import Outcome
from .quicken import quicken
from .state.place import is_local

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .accounts import Entry, Pace
    from .net.loop import Clock, Steps

# What a login that is under way when the run's time is up gets to end in, in seconds.
LAST_CALL = 2.0
# How long to wait for a state directory to tell where it is, in seconds.
PATIENCE = 1.0
# Allocations between two collections. A check leaves next to no cycles.
COLLECTED = 50_000


def run(
    entries: Iterable[Entry],
    pace: Pace,
    clock: Clock = time.monotonic,
    time_of_day: Clock = time.time,
) -> Iterator[Outcome]:
    """Check the accounts, and yield each one's outcome as it comes: one for each entry.

    With a deadline those go first that were not tried for longest; those whose turn did not come
    are told as not tried.
    """
    return _Run(pace, clock, time_of_day).outcomes(entries)


class _Run:
    """One run, which begins now."""

    def __init__(self, pace: Pace, clock: Clock, time_of_day: Clock) -> None:
        """Nothing is begun yet."""
        self._clock, self._time_of_day = clock, time_of_day
        self._at_once = pace.concurrency
        self._hurried = pace.deadline is not None
        self._over = clock() + (pace.deadline or loop.NEVER)
        self._queue = Admission(pace.server_connections, by_age=self._hurried)
        self._under_way: dict[int, Waiting] = {}  # by their place among those begun
        self._local: dict[str | None, bool] = {}  # the state directories on a disk of this host

    def outcomes(self, entries: Iterable[Entry]) -> Iterator[Outcome]:
        """Yield one outcome for each entry."""
        quicken()
        gc.set_threshold(COLLECTED)
        gc.enable()
        yield from self._queued(entries)
        for turn, outcome in self._ended(self._checks()):
            self._queue.ended(turn.entry, outcome)
            yield outcome.replace(place=turn.place)
        for turn, outcome in self._ended(self._rest()):
            yield outcome.replace(place=turn.place)

    def _ended(
        self, conversations: Iterable[Steps[Outcome] | None]
    ) -> Iterator[tuple[Waiting, Outcome]]:
        """Yield each turn's outcome as it comes, a fault of ours too."""
        self._under_way.clear()
        for ended in loop.run(conversations, self._at_once, self._clock):
            turn = self._under_way.pop(ended.position)
            outcome = ended.result
            if ended.error is not None:
                outcome = self._misconfigured(turn.entry, fault(ended.error))
            yield turn, outcome

    def _queued(self, entries: Iterable[Entry]) -> Iterator[Outcome]:
        """Have the accounts wait for their turn; yield what there is to tell of those that
        cannot be checked.
        """
        all_waiting, directories = [], set()
        for place, entry in enumerate(entries):
            directories.add(entry.caution.state_dir)
            if entry.problem:
                yield self._misconfigured(entry, entry.problem).replace(place=place)
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
        """Return them in the order in which they were last tried; as they are where that cannot
        be told in time.
        """
        if not waiting:
            return waiting
        from .state.order import last_tried  # for a run with a deadline

        accounts = [
            (each.entry.caution.state_dir, each.entry.account.host, each.entry.account.user or "")
            for each in waiting
        ]
        look = background(lambda: last_tried(accounts), (self._clock() + self._over) / 2)
        try:
            moments = loop.run_one(look, self._clock)
        except loop.Broken:
            return waiting
        for each, moment in zip(waiting, moments):
            each.tried = moment
        return sorted(waiting, key=lambda each: each.tried)

    def _checks(self) -> Iterator[Steps[Outcome] | None]:
        """Yield a check whenever there is room at a server, until the run's time is up."""
        begun = 0
        while self._queue and self._clock() < self._over:
            turn = self._queue.next()
            if turn is None:
                yield None
                continue
            self._under_way[begun] = turn
            begun += 1
            account, policy, caution = turn.entry.account, turn.entry.policy, turn.entry.caution
            latest, here = self._over + LAST_CALL, self._local.get(caution.state_dir, False)
            yield check(account, policy, caution, self._clock, self._time_of_day, latest, here)

    def _rest(self) -> Iterator[Steps[Outcome]]:
        """Tell of those whose turn did not come."""
        for begun, turn in enumerate(self._queue.rest()):
            self._under_way[begun] = turn
            account, policy, caution = turn.entry.account, turn.entry.policy, turn.entry.caution
            yield untried(account, policy, caution, self._clock, self._time_of_day)

    def _misconfigured(self, entry: Entry, problem: str) -> Outcome:
        """The outcome of an account that was not tried for a fault on our side. What is wrong
        with its entry says where that stands.
        """
        account = None if entry.problem else entry.account
        verdict = misconfigured(account, problem, entry.policy)
        times = Times(None, None, None, 0.0)
        return Outcome(entry.account, entry.policy, None, verdict, times, self._time_of_day())
