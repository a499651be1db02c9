"""From a host's addresses to a connection: tried side by side, the first one to answer wins."""

from __future__ import annotations

from ..observation import FailedConnect, Kind
from .loop import WRITABLE, Broken, Wait
from .wire import Wire

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .loop import Clock, Steps
    from .resolve import Address

# How long to wait for an answer before the next address is tried as well, in seconds (RFC 8305
# section 5, Connection Attempt Delay); less if the last address would get less than half of the
# time.
DELAY = 0.25
LEAST_DELAY = 0.01


def connect(
    addresses: list[Address],
    source: str | None,
    until: float,
    clock: Clock,
    tries: list[FailedConnect],
) -> Steps[tuple[Wire, float]]:
    """Return a wire to the first address that answers, and the seconds that it took.

    Those that failed, or were overtaken by a later one, are added to ``tries``. Raises Broken: as
    the last one failed, or Kind.TIMEOUT at ``until``.
    """
    if source is not None:
        addresses = [each for each in addresses if (":" in each[1][0]) == (":" in source)]
        if not addresses:
            raise Broken(Kind.SOURCE, "the server has no address of that family")
    race = _Race(source, until, clock, tries)
    try:
        return (yield from race.run(list(addresses)))
    finally:
        for wire in race.runners:
            wire.close()


class _Race:
    """The connections under way, each with the time at which it began."""

    def __init__(
        self, source: str | None, until: float, clock: Clock, tries: list[FailedConnect]
    ) -> None:
        self.runners: dict[Wire, float] = {}
        self._source = source
        self._until = until
        self._clock = clock
        self._tries = tries
        self._next_start = until

    def run(self, fresh: list[Address]) -> Steps[tuple[Wire, float]]:
        """Begin one after the other, until one answers or all have failed."""
        delay = min(DELAY, (self._until - self._clock()) / (2 * len(fresh) or 1))
        while fresh or self.runners:
            now = self._clock()
            if now >= self._until:
                self._note_unanswered(*self.runners)
                raise Broken(Kind.TIMEOUT)
            if fresh and (not self.runners or now >= self._next_start):
                self._next_start = now + max(delay, LEAST_DELAY)
                self._start(fresh.pop(0), now)
                continue
            until = min(self._next_start, self._until) if fresh else self._until
            yield Wait(until, tuple(wire.descriptor for wire in self.runners), WRITABLE)
            winner = self._winner()
            if winner is not None:
                return winner, self._clock() - self.runners.pop(winner)
        if not self._tries:
            raise Broken(Kind.DNS, "the name has no address")
        raise Broken(self._tries[-1].kind, self._tries[-1].detail)

    def _start(self, address: Address, now: float) -> None:
        """Begin to connect to an address."""
        try:
            self.runners[Wire(address, self._source, self._until)] = now
        except Broken as broken:
            self._note(str(address[1][0]), broken)

    def _winner(self) -> Wire | None:
        """Return the first that is connected; remove those that failed."""
        unanswered: list[Wire] = []
        for wire in tuple(self.runners):
            try:
                if wire.is_connected():
                    self._note_unanswered(*unanswered)
                    return wire
                unanswered.append(wire)
            except Broken as broken:
                self._note(wire.address, broken)
                del self.runners[wire]
                wire.close()
        return None

    def _note(self, address: str, broken: Broken) -> None:
        """Note how an address failed; the next one need not wait."""
        self._tries.append(FailedConnect(address, broken.kind, broken.detail))
        self._next_start = 0.0

    def _note_unanswered(self, *wires: Wire) -> None:
        """Note those that did not answer."""
        self._tries.extend(FailedConnect(wire.address, Kind.TIMEOUT, "no answer") for wire in wires)
