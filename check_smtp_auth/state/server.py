"""What all accounts of a server share, how it is saved, and how much time its AUTH needs. Times are
in seconds. Pure.

It helps to decide, but counts nothing: without it, nothing is tried too often.
"""

from __future__ import annotations

from functools import lru_cache

from ..record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .guard import Decision
    from .lost import Lost
    from .memory import Memory

NAME = "server"
SIZE = 1_024
FORMAT = "check_smtp_auth server 1"
# How many working accounts are remembered: enough for each account to know of another one.
MOST = 2
# How long the slowest AUTH is remembered.
REMEMBERED = 3_600.0
# How long AUTH is assumed to take if it was never timed.
UNKNOWN_NEED = 2.0
# In a crowd this share of the run's time must be left for an AUTH that was never timed.
CROWDED = 0.85
# A check that got no processor for this share of its time is on an overloaded host.
STARVED = 0.1


class Server(Record):
    """``well`` are accounts that worked when they were last tried; ``slowest`` is the longest time
    that AUTH took lately, and ``slowest_at`` when that was.
    """

    well: tuple[str, ...] = ()
    slowest: float = 0.0
    slowest_at: float = 0.0

    def others_are_well(self, key: str) -> bool:
        """Tell whether another account than this one works."""
        return any(each != key for each in self.well)

    def worked(self, key: str, seconds: float, now: float) -> Server:
        """Return what is shared after a success that took AUTH so long."""
        well = self.well
        if key not in well and len(well) < MOST:
            well = (*well, key)
        if seconds > self.slowest or not 0 <= now - self.slowest_at < REMEMBERED:
            return Server(well, seconds, now)
        return self if well == self.well else self.replace(well=well)

    def failed(self, key: str) -> Server:
        """Return what is shared after a login that did not succeed."""
        return self.replace(well=tuple(each for each in self.well if each != key))


# For a server about which nothing is known.
UNKNOWN = Server()


def dump(server: Server) -> bytes:
    """Return the contents of the file, which has a fixed size."""
    slowest = f"{server.slowest:.3f} {server.slowest_at:.0f}"
    text = "\n".join((FORMAT, slowest, *server.well))
    return text.encode("ascii").ljust(SIZE, b"\n")


@lru_cache(16)  # it seldom changes
def load(octets: bytes) -> Server:
    """Return what a file's contents say; UNKNOWN if they make no sense."""
    try:
        form, slowest, *well = octets.decode("ascii").rstrip("\n").split("\n")
        seconds, moment = map(float, slowest.split(" "))
    except ValueError:
        return UNKNOWN
    if form != FORMAT or not 0 <= seconds < REMEMBERED:
        return UNKNOWN
    return Server(tuple(well[:MOST]), seconds, moment)


def need(memory: Memory, server: Server, unknown: float = UNKNOWN_NEED) -> float:
    """Return how much time AUTH is assumed to need: the most that it took this account, or any of
    the server, lately; ``unknown`` if none was ever timed. If a new account were assumed to need
    more than others, it would have no turn in a crowd, and so would never be timed.
    """
    return max(memory.auth_time, server.slowest) or min(unknown, UNKNOWN_NEED)


def too_late(
    decision: Decision, left: float, whole: float, need: float, known: float, lost: Lost
) -> str:
    """Say why AUTH would be begun in vain with so much time ``left`` of the ``whole``: the ``why``
    of a Decision, or "". ``known`` is like ``need``, but 0 if AUTH was never timed.

    If our own other checks, or an overloaded host, left too little time, a timeout would say
    nothing about the server. If the time was lost otherwise, the login is always tried; also if
    files took it, which may always be slow, unless it is known to be in vain.
    """
    if not decision.go or left >= 2 * need:
        return ""
    if decision.crowded and left < need:
        return "busy"
    if lost.to_files >= STARVED * whole and left < known:
        return "starved"
    waited = lost.to_processor
    return "starved" if waited >= STARVED * whole and left < need + waited else ""
