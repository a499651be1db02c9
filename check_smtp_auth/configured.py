"""Accounts that are configured in a program's file: read there, then checked as all others."""

from __future__ import annotations

import time

from .accounts import Misconfigured
from .check import check, unchecked
from .credentials import program
from .net.loop import NEVER
from .options.origin import account_from, chosen, known_from, names_of, place_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .accounts import Account, Entry
    from .configs.reading import Found
    from .credentials.answers import Answers
    from .net.loop import Clock, Steps
    from .outcome import Outcome


def resolved(entry: Entry, until: float, answers: Answers | None = None) -> Steps[Entry]:
    """Return an entry whose origin was read by ``until`` (monotonic), with the ``answers`` that
    the run has already; what is wrong is its problem.
    """
    origin = entry.origin
    if origin is None:
        return entry
    try:
        logins = yield from program.read(origin.program, until, answers=answers)
        found = chosen(logins.found, origin.program)
        found = found.replace(notices=(*found.notices, *logins.notices))
        account = account_from(found, origin, logins.mark, logins.changed)
        return _read(entry, account, found)
    except Misconfigured as problem:
        where = f"{origin.where}: " if origin.where else ""
        return entry.replace(problem=f"{where}{problem}", origin=None)


def _read(entry: Entry, account: Account, found: Found) -> Entry:
    """Return the entry of an account that was read."""
    assert entry.origin is not None
    place = place_of(found, entry.origin)
    return entry.replace(account=account, problem=found.problem, origin=None, place=place)


def checked(
    entry: Entry, clock: Clock = time.monotonic, time_of_day: Clock = time.time
) -> Steps[Outcome]:
    """Read an entry's origin and check the account, both within its timeout."""
    started = clock()
    entry = yield from resolved(entry, started + entry.account.timeout)
    if entry.problem:
        seconds, now = clock() - started, time_of_day()
        return unchecked(entry.account, entry.policy, entry.problem, seconds, now, named=False)
    return (
        yield from check(
            entry.account, entry.policy, entry.caution, clock, time_of_day, NEVER, started=started
        )
    )


def listed(
    entry: Entry, until: float, every: bool, answers: Answers | None = None
) -> Steps[list[Entry]]:
    """Return, for a list, an entry for the login that an entry's origin means, or for ``every``
    one of its logins, each with its name. Nothing is run, and no secret is needed.
    """
    origin = entry.origin
    assert origin is not None
    where = f"{origin.where}: " if origin.where else ""
    try:
        logins = yield from program.read(origin.program, until, True, answers)
        names = names_of(logins.found)
        if every and not origin.program.name:
            entries = [_listed(entry, found) for found in logins.found]
            return [
                each.replace(account=each.account.replace(name=name))
                for name, each in zip(names, entries)
            ]
        return [_listed(entry, chosen(logins.found, origin.program))]
    except Misconfigured as problem:
        place = origin.program.path
        return [entry.replace(problem=f"{where}{problem}", origin=None, place=place)]


def _listed(entry: Entry, found: Found) -> Entry:
    """Return the entry of one login; what is wrong with it is its problem."""
    assert entry.origin is not None
    try:
        return _read(entry, known_from(found, entry.origin), found)
    except Misconfigured as problem:
        return _read(entry, entry.account, found.replace(problem=str(problem)))
