"""Whose turn it is, among thousands of accounts on many servers. Pure.

A server gets no more connections at once than it takes, and no more logins than its budget allows
(see ``state.guard``): a check that came too early would spend its own time on waiting. So a slow
server holds up nobody but its own accounts.
"""

from __future__ import annotations

from collections import deque
from heapq import heappop, heappush

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from .accounts import Entry
    from .outcome import Outcome


class Waiting:
    """An account that waits for its turn: its position in the run, and when it was last tried
    (seconds since the epoch; 0 if that does not matter).
    """

    __slots__ = ("entry", "place", "tried")

    def __init__(self, entry: Entry, place: int, tried: float = 0.0) -> None:
        """Take what is known."""
        self.entry, self.place, self.tried = entry, place, tried


class Admission:
    """The accounts that wait, server by server, in the order in which they were added."""

    def __init__(self, server_connections: int, by_age: bool = False) -> None:
        """``server_connections`` is how many go to one server at once. ``by_age`` takes the account
        first that was tried longest ago; otherwise the server with the most accounts comes
        first, since it takes longest.
        """
        self._most = server_connections
        self._by_age = by_age
        self._servers: dict[str, _Server] = {}
        # Those to which accounts were added; offered once all of these are there.
        self._fresh: dict[str, _Server] = {}
        # A heap of the servers that have room and somebody who waits; entries may be stale.
        self._ready: list[tuple[float, int, _Server]] = []
        self._pushed = 0
        self._waiting = 0

    def __len__(self) -> int:
        """How many wait."""
        return self._waiting

    def add(self, waiting: Waiting) -> None:
        """Have an account wait behind those of its server that were added before; by age, before
        those that were tried later.
        """
        host = _server_of(waiting.entry)
        server = self._servers.get(host)
        if server is None:
            server = self._servers[host] = _Server(self._most, waiting.entry)
        place = len(server.waiting)
        while self._by_age and place and server.waiting[place - 1].tried > waiting.tried:
            place -= 1
        server.waiting.insert(place, waiting)
        self._waiting += 1
        self._fresh[host] = server

    def next(self) -> Waiting | None:
        """Return the next account, None while no server with somebody waiting has room."""
        while self._fresh:
            self._offer(self._fresh.popitem()[1])
        while self._ready:
            _, number, server = heappop(self._ready)
            if number == server.offered and server.has_room():
                server.under_way += 1
                self._waiting -= 1
                chosen = server.waiting.popleft()
                self._offer(server)
                return chosen
        return None

    def ended(self, entry: Entry, outcome: Outcome) -> None:
        """Note that a check has ended, and what it tells of its server."""
        server = self._servers[_server_of(entry)]
        server.ended(outcome)
        self._offer(server)

    def rest(self) -> Iterator[Waiting]:
        """Take out and yield all that still wait."""
        for server in self._servers.values():
            while server.waiting:
                self._waiting -= 1
                yield server.waiting.popleft()

    def _offer(self, server: _Server) -> None:
        """Enter a server into the heap, if it can take somebody."""
        if server.has_room():
            self._pushed += 1
            server.offered = self._pushed
            first = server.waiting[0].tried if self._by_age else -len(server.waiting)
            heappush(self._ready, (first, self._pushed, server))


def _server_of(entry: Entry) -> str:
    """Return what tells one server from another: the same as in the state directory."""
    return entry.account.host.lower().rstrip(".")


class _Server:
    """A server: who waits for it, how many are under way, and how many may be."""

    def __init__(self, most: int, first: Entry) -> None:
        """``first`` is one of its accounts, which tells the server's budget."""
        caution = first.caution
        guarded = caution.guarded and caution.state_dir != "none"
        self.waiting: deque[Waiting] = deque()
        self.under_way = 0
        self.offered = 0  # its latest number in the heap: others are stale
        self._most = most
        self._logins = caution.server_rejections if guarded else most
        self._room = min(most, self._logins)

    def has_room(self) -> bool:
        """Tell whether somebody waits and may be let in."""
        return bool(self.waiting) and self.under_way < self._room

    def ended(self, outcome: Outcome) -> None:
        """Note a check's end; from now on let as many in as keep the budget's logins under way.

        A check is busy with AUTH for a part of its time only: the smaller that part, the more
        checks may be on their way to it or from it.
        """
        self.under_way -= 1
        auth, waited = outcome.times.auth, outcome.times.wait
        if auth:
            parts = max(1.0, (outcome.times.total - waited) / auth)
            self._room = max(1, min(self._most, int(self._logins * parts)))
