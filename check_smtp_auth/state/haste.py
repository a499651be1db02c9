"""Is there time enough for AUTH, and had the server its due? Pure. Times are in seconds.

What our own other checks, or a host that is overloaded, leave of a check's time says nothing of
the server. So no AUTH is begun for nothing there, and one that got no answer in such a time is
undecided. Where nobody of ours took the time, it is always tried, and counts.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Callable

    from .guard import Decision
    from .memory import Memory
    from .server import Server

# What AUTH is taken to need where it was never timed.
UNKNOWN_NEED = 2.0
# In a crowd this part of the run's time must be left for an AUTH that was never timed.
CROWDED = 0.85
# A check that got no processor for this part of its time is on a host that is overloaded.
STARVED = 0.1


def need(memory: Memory, server: Server, unknown: float = UNKNOWN_NEED) -> float:
    """How much time AUTH is taken to need: what it took this account of late, and any other of
    the server; ``unknown`` where it was never timed.
    """
    return max(memory.auth_time or min(unknown, UNKNOWN_NEED), server.slowest)


def too_late(
    decision: Decision, left: float, whole: float, need: float, starved: Callable[[], float]
) -> str:
    """Say why AUTH would be begun for nothing with so much time ``left`` of the ``whole``: the
    ``why`` of a Decision, or "". ``starved`` tells for how long this run got no processor.
    """
    if not decision.go or left >= 2 * need:
        return ""
    if decision.crowded and left < need:
        return "busy"
    lost = starved()
    return "starved" if lost >= STARVED * whole and left < need + lost else ""


def is_crowded_out(memory: Memory, decision: Decision | None, auth_time: float) -> bool:
    """Tell whether a login that got no answer for ``auth_time`` had less time than the server is
    due, because our own other checks were waited for, or took the processor, or this host was
    overloaded; or because the whole run came to its end.
    """
    if decision is None:
        return False
    ours = decision.waited or decision.crowded or decision.starved
    return decision.cut or (bool(ours) and auth_time < max(UNKNOWN_NEED, 2 * memory.auth_time))
