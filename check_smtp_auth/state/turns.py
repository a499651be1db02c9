"""Whose turn it is to ask whether to try: one at a time in this process, first come, first served.

Among processes the order is on disk (see ``tries``); only the first of each process asks there, so
that thousands of accounts in one process ask no more often than one.
"""

from __future__ import annotations

from collections import deque

from ..net.loop import Bell, heard
from .guard import Decision

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Callable

    from ..net.loop import Clock, Steps

    # Asks once, leaving free places to those who came first (True) or not; returns the decision,
    # and until when AUTH must begin.
    Ask = Callable[[bool], Steps[tuple[Decision, float]]]

# How long to wait for tries under way before asking again, in seconds: longer, the more wait
# before us.
PAUSE, LONGEST_PAUSE = 0.02, 0.5
# How long a free place is left to those who came first last time, in seconds.
COURTESY = 1.0

# Who waits, by the server's folder.
_waiting: dict[str, deque[Bell]] = {}


def in_turn(folder: str, ask: Ask, latest: float, clock: Clock) -> Steps[Decision]:
    """Ask when it is our turn, and again until the answer is final; return it.

    ``folder`` is the server's; ``latest`` (monotonic) is until when AUTH must begin, as far as is
    known before asking. A check that had to wait must not begin later; one that had not, may.
    """
    queue = _waiting.setdefault(folder, deque())
    turn = Bell()
    queue.append(turn)
    began = clock()
    waited = False
    try:
        while queue[0] is not turn:
            waited = True
            if not (yield from heard(turn, latest)):
                return Decision(False, "busy", waited=clock() - began)
        while True:
            courteous = clock() < min(began + COURTESY, latest - 2 * PAUSE)
            decision, latest = yield from ask(courteous)
            late = clock() >= latest
            waited = waited or decision.why == "busy"
            if decision.go and waited and late:
                return decision.replace(go=False, why="busy", waited=clock() - began)
            if decision.why != "busy" or late:
                return decision.replace(waited=clock() - began) if waited else decision
            pause = min(LONGEST_PAUSE, PAUSE * (1 + decision.ahead))
            yield from heard(turn, min(latest, clock() + pause))
    finally:
        queue.remove(turn)
        ring(folder)


def ring(folder: str) -> None:
    """Have the first of this process's waiting checks ask again: something has ended."""
    queue = _waiting.get(folder)
    if queue:
        queue[0].ring()
    elif queue is not None:
        del _waiting[folder]
