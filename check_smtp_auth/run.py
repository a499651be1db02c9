"""Many accounts in one run."""

from __future__ import annotations

import time

from . import check
from .diagnosis import misconfigured
from .net import loop
from .observation import Times
from .outcome import Outcome

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .accounts import Entry, Pace
    from .net.loop import Clock, Steps


def run(
    entries: Iterable[Entry],
    pace: Pace,
    clock: Clock = time.monotonic,
    time_of_day: Clock = time.time,
) -> Iterator[Outcome]:
    """Check the accounts, and yield each one's outcome as it comes: one for each entry.

    Entries are taken one by one as there is room for them, so that they need not all be in
    memory; so it is with the outcomes.
    """

    def each(entry: Entry) -> Steps[Outcome]:
        if entry.problem:
            verdict = misconfigured(entry.account, entry.problem, entry.policy)
            times = Times(None, None, None, 0.0)
            return Outcome(entry.account, entry.policy, None, verdict, times, time_of_day())
        return (
            yield from check.check(entry.account, entry.policy, entry.caution, clock, time_of_day)
        )

    for ended in loop.run(map(each, entries), pace.concurrency, clock):
        if ended.error is not None:
            raise ended.error
        yield ended.result.replace(place=ended.position)
