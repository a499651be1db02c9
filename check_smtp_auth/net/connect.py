"""From a host's addresses to a connection: one after the other, none past its share of time."""

from __future__ import annotations

from ..observation import FailedConnect, Kind
from .loop import Broken
from .wire import Wire

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .loop import Clock, Steps
    from .resolve import Address


def connect(
    addresses: list[Address],
    source: str | None,
    until: float,
    clock: Clock,
    tries: list[FailedConnect],
) -> Steps[tuple[Wire, float]]:
    """Return a wire to the first address that answers, and the seconds that it took.

    Those that did not answer are added to ``tries``. Raises what the last one raised.
    """
    error = Broken(Kind.DNS, "the name has no address")
    for position, address in enumerate(addresses):
        began = clock()
        share = (until - began) / (len(addresses) - position)
        wire = None
        try:
            wire = Wire(address, source, began + share)
            yield from wire.connect()
        except Broken as broken:
            error = broken
            tries.append(FailedConnect(str(address[1][0]), broken.kind, broken.detail))
            if wire is not None:
                wire.close()
            continue
        wire.until = until
        return wire, clock() - began
    raise error
