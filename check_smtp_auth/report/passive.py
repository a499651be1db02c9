"""External commands for Nagios, Naemon and Icinga 2: a passive result for each account.

The host is the account's in the monitor, or its mail server; the service is "smtp-auth NAME". The
text is the output of ``--output nagios`` for that account, with its line ends escaped.
"""

from __future__ import annotations

from . import nagios
from .many import arguments_of, for_one, in_blocks, in_order, name_of, octets, own_host
from .text import shorten

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Callable

    from ..outcome import Outcome

# Nagios reads lines of 8,192 octets, including the line end and a null.
LIMIT = 8_190
LINE_END = "\\n"


def render_many(
    outcomes: Iterable[Outcome],
    elapsed: Callable[[], float],
    verbosity: int = 0,
    arguments: Sequence[str] = (),
) -> tuple[Iterable[bytes], int]:
    """Return the output, piece by piece, and 0."""

    def piece(outcome: Outcome) -> bytes:
        return octets(line(outcome, verbosity, arguments_of(outcome.account, arguments)))

    return in_blocks(in_order(outcomes, piece)), 0


render = for_one(render_many)


def line(outcome: Outcome, verbosity: int, again: Sequence[str]) -> str:
    """Return an account's command; ``again`` are the arguments for checking it alone."""
    account = outcome.account
    text, code = nagios.render([outcome], verbosity, again)
    front = (
        f"[{int(outcome.now)}] PROCESS_SERVICE_CHECK_RESULT;{own_host(account)};"
        f"smtp-auth {name_of(account)};{code};"
    )
    lines = text.split("\n")
    # Each line end takes one octet more than shorten counts.
    room = LIMIT - len(octets(front)) - len(lines)
    return f"{front}{shorten(lines, room)}\n".replace("\n", LINE_END, len(lines) - 1)
