"""Lines as Checkmk's local checks print them: a service "SMTP AUTH NAME" for each account.

The lines of accounts with a host of their own in the monitor are in a piggyback section for that
host; after it, the section of local checks is opened again, for whatever runs next.
"""

from __future__ import annotations

from ..diagnosis.catalogue import EXIT_CODES
from ..printable import clean
from .many import arguments_of, for_one, in_blocks, monitor_host, name_of, octets
from .nagios import CheckedAccount, figures
from .text import LIMIT, long_lines, shorten

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Callable

    from ..outcome import Outcome

LOCAL = b"<<<local>>>\n"


def render_many(
    outcomes: Iterable[Outcome],
    elapsed: Callable[[], float],
    verbosity: int = 0,
    arguments: Sequence[str] = (),
) -> tuple[Iterable[bytes], int]:
    """Return the output, piece by piece, and 0."""
    placed = []
    for outcome in outcomes:
        made = line(outcome, verbosity, arguments_of(outcome.account, arguments))
        placed.append(
            (outcome.place, monitor_host(outcome.account).replace(" ", "_"), octets(made))
        )
    placed.sort()
    return in_blocks(_sections(placed)), 0


render = for_one(render_many)


def line(outcome: Outcome, verbosity: int, again: Sequence[str]) -> str:
    """Return an account's line; ``again`` are the arguments for checking it alone."""
    verdict = outcome.verdict
    said = [verdict.summary, *long_lines(outcome, verbosity, again)]
    text = shorten([*map(clean, said)], LIMIT).replace("\n", "\\n")
    name = name_of(outcome.account)
    return f'{EXIT_CODES[verdict.state]} "SMTP AUTH {name}" {metrics(outcome)} {text}\n'


def metrics(outcome: Outcome) -> str:
    """Return an account's figures, without units, and with the levels that Checkmk can show."""
    levels = {figure.name: (figure.warning, figure.critical) for figure in figures(outcome.policy)}
    return "|".join(
        f"{metric.name}={metric.value};{';'.join(map(_level, levels[metric.name]))};"
        f"{'' if metric.min is None else metric.min};".rstrip(";")
        for metric in CheckedAccount(outcome).probe()
        if metric.name in levels
    )


def _level(text: str) -> str:
    """Return a range as a level, "" for one that is inverted or has no upper end."""
    return "" if text.startswith(("@", "~")) or text.endswith(":") else text


def _sections(placed: list[tuple[int, str, bytes]]) -> Iterator[bytes]:
    """Yield the lines of this host, then those of each other host."""
    hosts: dict[str, list[bytes]] = {}
    for _, host, found in placed:
        hosts.setdefault(host, []).append(found)
    yield from hosts.pop("", [])
    for host, lines in hosts.items():
        yield octets(f"<<<<{host}>>>>\n") + LOCAL
        yield from lines
    if hosts:
        yield b"<<<<>>>>\n" + LOCAL
