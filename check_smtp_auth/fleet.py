"""A run of many accounts: from a request to output and exit code."""

from __future__ import annotations

import os
import time

from .accounts import Account, Entry
from .accounts_file import reading
from .accounts_file.entries import entries, find, problems
from .accounts_file.sections import names
from .check import check
from .net.loop import NEVER, run_one
from .options.given import UsageError
from .options.parser import utf8
from .options.table import UNREPLACED
from .options.values import unreplaced
from .outputs import OUTPUTS
from .private_file import keep_out_of_core_dumps

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Any, Callable

    from .accounts import Pace
    from .accounts_file.sections import File
    from .options.parser import Fleet
    from .outcome import Outcome
    from .report.many import Told

# Seconds that standard output gets for a report on many accounts: its reader may pass it on at
# once, as zabbix_sender does, 250 values at a time.
PATIENCE = 60.0
_MOST_NEAR = 3


def answer(
    request: Fleet, arguments: Sequence[str], load: Callable[[str], Any]
) -> tuple[Told, int, float]:
    """Return what to print, the exit code, and how many seconds this may take in all; ``load``
    loads a module of ``report/``. Raises UsageError.
    """
    began = time.monotonic()

    def elapsed() -> float:
        return time.monotonic() - began

    patience = request.given.get("timeout", Account.timeout)
    if not request.path:
        told = load("listing").render(_of_program(request, began + patience), request.output)
        return told, 0, elapsed() + PATIENCE
    over = began + (request.pace.deadline or NEVER)
    # Half of the run's time is left for the accounts, whatever file does not answer.
    files = run_one(reading.read(request.path, min(began + patience, (began + over) / 2)))
    chosen: Iterable[Entry] = entries(files, request.given, reading.system)
    alone = False
    if request.names:
        chosen = found = _chosen(request, files)
        alone = len(request.names) == len(found) == 1
    if request.listing:
        return load("listing").render(_listed(chosen), request.output), 0, elapsed() + PATIENCE
    # Before anything is sent: no login is made whose result could not be reported.
    report = load(OUTPUTS[request.output].module)
    keep_out_of_core_dumps()
    words = [*map(utf8, arguments)]
    if alone:
        told, code = report.render([_alone(found[0], request.pace)], request.verbosity, words)
    else:
        from .run import run  # for those who check many

        outcomes = run(chosen, request.pace, over=over)
        if os.isatty(2):
            from .progress import shown

            total = len(found) if request.names else sum(1 for _ in names(files))
            outcomes = shown(outcomes, total)
        told, code = report.render_many(outcomes, elapsed, request.verbosity, words)
    return told, 0 if request.exit_zero else code, elapsed() + PATIENCE


def _alone(entry: Entry, pace: Pace) -> Outcome:
    """Check one account, if possible without what pays only for many."""
    if entry.problem or pace.deadline is not None:
        from .run import run  # for those few

        return next(run([entry], pace))
    if entry.origin is not None:
        from .configured import checked  # for those whose program keeps it

        return run_one(checked(entry))
    started = time.monotonic()
    return run_one(check(entry.account, entry.policy, entry.caution, started=started))


def _of_program(request: Fleet, until: float) -> list[Entry]:
    """Return the logins that a program has, for a list; raises UsageError."""
    from .configured import listed
    from .options.given import caution_of, known_of, policy_of
    from .options.origin import origin_of

    given = request.given
    origin = origin_of([given])
    entry = Entry(known_of(given), policy_of(given), caution_of(given), origin=origin)
    return run_one(listed(entry, until, every=True))


def _listed(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Yield the entries for a list, with what programs are configured with."""
    answers = None
    for entry in entries:
        if entry.origin is not None:
            from .configured import listed
            from .credentials.answers import Answers

            answers = answers or Answers()
            until = time.monotonic() + entry.account.timeout
            yield from run_one(listed(entry, until, False, answers))
        else:
            yield entry


def _chosen(request: Fleet, files: list[File]) -> list[Entry]:
    """Find the accounts that are named; if a file could not be read, they may be in it. Raises
    UsageError for one that does not exist.
    """
    chosen, missing = [], []
    for position, name in enumerate(map(utf8, request.names), 1):
        found = list(find(files, name, request.given, reading.system))
        if not found:
            missing.append((position, name))
        chosen += found
    unread = list(problems(files))
    if missing and not unread:
        position, name = missing[0]
        if unreplaced(name):
            raise UsageError(f"--account: {UNREPLACED}")
        which = (
            "that name" if len(request.names) == 1 else f"the name in --account number {position}"
        )
        near = _near(name, files)
        hint = f"; did you mean {', '.join(near)}?" if near else ""
        raise UsageError(f"--account: {request.path} has no account of {which}{hint}")
    return [*chosen, *unread] if missing else chosen


def _near(name: str, files: list[File]) -> list[str]:
    """Return names that may have been meant."""
    wanted = name.casefold()
    near, begun = [], []
    for each in dict.fromkeys(names(files)):
        folded = each.casefold()
        if folded and (folded in wanted or wanted in folded):
            near.append(each)
        elif folded[:3] == wanted[:3]:
            begun.append(each)
    return (near or begun)[:_MOST_NEAR]
