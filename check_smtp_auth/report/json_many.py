"""Output for many accounts as one JSON object, in the order of the file."""

from __future__ import annotations

from ..diagnosis.catalogue import EXIT_CODES
from .as_json import account_object, around
from .many import in_blocks, in_order, octets
from .tally import Tally

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Callable

    from ..outcome import Outcome


def render(
    outcomes: Iterable[Outcome], elapsed: Callable[[], float]
) -> tuple[Iterable[bytes], int]:
    """Return the output, piece by piece, and the exit code; see ``as_json.render_many``."""
    tally = Tally()

    def piece(outcome: Outcome) -> bytes:
        tally.add(outcome)
        return octets(account_object(outcome)[1])

    accounts = in_order(outcomes, piece)
    front, end = around(tally.state, tally.summary(elapsed()))

    def pieces() -> Iterator[bytes]:
        yield octets(front)
        for number, account in enumerate(accounts):
            yield (b", " if number else b"") + account
        yield octets(f"{end}\n")

    return in_blocks(pieces()), EXIT_CODES[tally.state]
