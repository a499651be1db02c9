"""Output for many accounts for Nagios, Icinga and a person at a shell, in nagiosplugin's terms.

First how many accounts do not work and which, then the problems, worst first: each once, with all
the accounts that have it, and nothing is repeated. All of it fits into what a monitor keeps.
"""

from __future__ import annotations

from bisect import insort

import nagiosplugin

from ..printable import clean
from .many import arguments_of, name_of, octets
from .nagios import STATES, CheckedAccount, Figure, decimal, figures, versions
from .tally import NAMES, WELL, Tally, names
from .text import LIMIT, LIMIT_DEBUGGING, NAME, long_lines, shorten

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Callable

    from ..outcome import Outcome
    from .tally import Member, Order

# Octets for the accounts' perfdata: a constant, so that an account's graph has no gaps that depend
# on the problems of others.
PERFDATA_LIMIT = 4_000
# Octets for the last line, which says how many problems are left out.
LAST = 40


class Run(nagiosplugin.Resource):
    """The run, as a source of metrics."""

    def __init__(self, tally: Tally, seconds: float) -> None:
        """Take what was counted, and how long it took."""
        self.tally = tally
        self.seconds = seconds

    def probe(self) -> Iterator[nagiosplugin.Metric]:
        """Yield the tally, then how many accounts are in each state, and the time."""
        yield nagiosplugin.Metric("run", self.tally, context="judgement")
        for state, count in self.tally.counts.items():
            yield nagiosplugin.Metric(f"accounts_{state.lower()}", count, min=0, context="figure")
        yield nagiosplugin.Metric("total_time", decimal(self.seconds), "s", min=0, context="figure")


class Judgement(nagiosplugin.Context):
    """Turns the worst state into a Result."""

    def evaluate(
        self, metric: nagiosplugin.Metric, resource: nagiosplugin.Resource
    ) -> nagiosplugin.Result:
        """Return the state; the Summary has its words."""
        return nagiosplugin.Result(STATES[metric.value.state], metric=metric)


class Words(nagiosplugin.Summary):
    """The first line for all accounts."""

    def __init__(self, tally: Tally, seconds: float) -> None:
        """Take what was counted, and how long it took."""
        self.tally = tally
        self.seconds = seconds

    def ok(self, results: nagiosplugin.Results) -> str:
        """Return the first line's text."""
        return self.tally.summary(self.seconds)

    problem = ok


class Block:
    """The lines about one account. Those in ``common`` may be the same for other accounts;
    ``size`` is the octets of those that are not.
    """

    __slots__ = ("common", "lines", "order", "size")

    def __init__(self, outcome: Outcome, order: Order, verbosity: int, again: list[str]) -> None:
        """Make the lines; ``again`` are the arguments for checking this account alone."""
        verdict = outcome.verdict
        name = name_of(outcome.account)
        is_named = verdict.summary.startswith((f"{name} ", f"{name}: "))
        who = "" if is_named else f"{name}: "
        advice = (verdict.explanation, f"To do: {verdict.advice}", *verdict.hints)
        rest = long_lines(outcome, verbosity, again)
        self.order = order
        self.common = frozenset(map(clean, advice))
        self.lines = [clean(f"{who}{verdict.summary}"), *map(clean, rest)]
        self.size = _size(line for line in self.lines if line not in self.common)


class Blocks:
    """The blocks of as many problems as fit into ``limit`` octets, worst first: for each problem,
    the block of the first account that has it; with verbosity, also those of other accounts.
    """

    def __init__(self, limit: int, verbosity: int, arguments: Sequence[str]) -> None:
        """``arguments`` are those of the command line."""
        self.limit = limit
        self.verbosity = verbosity
        self.arguments = arguments
        self.kept: dict[object, Block] = {}
        self.size = 0
        self.end: Order = (WELL + 1, 0, 0)  # what comes after this is left out

    def add(self, outcome: Outcome, member: Member | None) -> None:
        """Keep an account's block, unless it will be left out or another has the same problem."""
        if member is None and not self.verbosity:
            return
        order = member.order if member else (WELL, 0, outcome.place)
        key = member.key if member else outcome.place
        before = self.kept.get(key)
        if order > self.end or (before is not None and before.order < order):
            return
        again = arguments_of(outcome.account, self.arguments)
        block = self.kept[key] = Block(outcome, order, self.verbosity, again)
        self.size += block.size - (before.size if before else 0)
        if self.size > 2 * self.limit:
            self._let_go()

    def _let_go(self) -> None:
        """Drop the blocks that will not fit."""
        found = sorted(self.kept.items(), key=lambda item: item[1].order)
        self.kept, self.size = {}, 0
        for key, block in found:
            if self.size > self.limit:
                return
            self.kept[key] = block
            self.size += block.size
            self.end = block.order


class Figures:
    """The perfdata of the first accounts of the file, of as many as fit."""

    def __init__(self) -> None:
        """Begin without any."""
        self._kept: list[tuple[int, bytes]] = []
        self._room = PERFDATA_LIMIT
        self._end = float("inf")  # there is no room for later places than this

    def add(self, outcome: Outcome) -> None:
        """Keep an account's perfdata if there is room for it."""
        if outcome.place > self._end:
            return
        written = octets(perfdata(outcome))
        insort(self._kept, (outcome.place, written))
        self._room -= len(written) + 1
        while self._room < 0:
            self._end, written = self._kept.pop()
            self._room += len(written) + 1

    def told(self) -> Iterator[str]:
        """Yield the perfdata that was kept."""
        for _, written in self._kept:
            yield written.decode("utf-8")


def render(
    outcomes: Iterable[Outcome],
    elapsed: Callable[[], float],
    verbosity: int,
    arguments: Sequence[str],
) -> tuple[str, int]:
    """Return the output and the exit code; see ``nagios.render_many``."""
    limit = LIMIT_DEBUGGING if verbosity > 2 else LIMIT
    tally, blocks, first_ones = Tally(), Blocks(limit, verbosity, arguments), Figures()
    for outcome in outcomes:
        blocks.add(outcome, tally.add(outcome))
        first_ones.add(outcome)
    seconds = elapsed()
    check = nagiosplugin.Check(
        Run(tally, seconds), Judgement("judgement"), Figure("figure"), Words(tally, seconds)
    )
    check()
    figures_told = " ".join([*check.perfdata, *first_ones.told()])
    first = f"{NAME} {str(check.state).upper()} - {check.summary_str} | {figures_told}"
    last = [versions()] if verbosity > 2 else []
    room = limit - _size([first, *last])
    return "\n".join([first, *told(tally, blocks, room), *last]), check.exitcode


def perfdata(outcome: Outcome) -> str:
    """Return an account's figures, each label with the account's name in front."""
    contexts = {figure.name: figure for figure in figures(outcome.policy)}
    name = name_of(outcome.account)
    resource = CheckedAccount(outcome)
    written = []
    for metric in resource.probe():
        if metric.name in contexts:
            label = f"{name}::{metric.name}"
            label = label if _is_plain(label) else f"'{label}'"
            figure = contexts[metric.name].performance(metric.replace(name=label), resource)
            written.append(str(figure))
    return " ".join(sorted(written))


def _is_plain(label: str) -> bool:
    """Tell whether a label needs no quotes."""
    return label.isascii() and " " not in label


def told(tally: Tally, blocks: Blocks, room: int) -> Iterator[str]:
    """Yield the long output: as many problems as fit into ``room``, then how many are left out."""
    room -= LAST
    said: dict[str, str] = {}
    problems = tally.problems()
    left, told_none = sum(map(len, problems)), True
    for members in problems:
        block = blocks.kept.get(members[0].key)
        lines = [*_once(_lines(members, block), block, said, members[0].name)] if block else []
        if told_none and _size(lines) > room:  # better the beginning of the first one than nothing
            lines = shorten(lines, room - LAST).split("\n")
        room -= _size(lines)
        if room < 0 or not lines:
            yield f"... and {left} more"
            return
        yield from lines
        left -= len(members)
        told_none = False
    well = sorted(
        (block for block in blocks.kept.values() if block.order[0] == WELL),
        key=lambda block: block.order,
    )
    left = tally.counts["OK"] if blocks.verbosity else 0
    for block in well:
        room -= _size(block.lines)
        if room < 0:
            break
        yield from block.lines
        left -= 1
    if left:
        yield f"... and {left} more without a problem"


def _lines(members: list[Member], block: Block) -> Iterator[str]:
    """Yield a problem's lines: those of the one account that has it, or a summary for several."""
    first = members[0]
    if first.group is None or len(members) == 1:
        yield from block.lines
        return
    users = list(dict.fromkeys(member.used_by for member in members if member.used_by))
    yield clean(f"{first.group[0]}: {first.words}: {len(members)} accounts: {names(members)}")
    if users:
        more = f"; and {len(users) - NAMES} more" if len(users) > NAMES else ""
        yield clean(f"Used by: {'; '.join(users[:NAMES])}{more}")
    yield clean(f"For example {block.lines[0]}")
    yield from (line for line in block.lines[1:] if not line.startswith("Used by: "))


def _once(lines: Iterable[str], block: Block, said: dict[str, str], name: str) -> Iterator[str]:
    """Yield the lines without those that were given before; ``said`` maps these to the account."""
    for line in lines:
        if line not in block.common:
            yield line
        elif line not in said:
            said[line] = name
            yield line
        elif line.startswith("To do: ") and said[line] != name:
            yield clean(f"To do: same as for {said[line]}")


def _size(lines: Iterable[str]) -> int:
    """Return how many octets lines take."""
    return sum(len(octets(line)) + 1 for line in lines)
