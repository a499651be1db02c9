"""Accounts that are configured in a program's file: read there, then checked as all others."""

from __future__ import annotations

import time

from .accounts import Misconfigured
from .check import check
from .credentials import program
from .diagnosis import misconfigured
from .net.loop import NEVER
from .observation import Times
from .options.origin import account_from, chosen, names_of
from .outcome import Outcome

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from .accounts import Entry
    from .configs.reading import Found
    from .credentials.program import Logins
    from .net.loop import Clock, Steps


def resolved(entry: Entry, until: float, listing: bool = False) -> Steps[Entry]:
    """Read an entry's origin by ``until`` (monotonic); what is wrong is its problem.

    For a ``listing`` nothing is run.
    """
    origin = entry.origin
    if origin is None:
        return entry
    try:
        logins = yield from program.read(origin.program, until, listing)
        found = chosen(logins.found, origin.program)
        return _resolved(entry, found, logins)
    except Misconfigured as problem:
        where = f"{origin.where}: " if origin.where else ""
        return entry.replace(problem=f"{where}{problem}", origin=None)


def _resolved(entry: Entry, found: Found, logins: Logins) -> Entry:
    """Make an entry of what was found; raises Misconfigured."""
    origin = entry.origin
    assert origin is not None
    found = found.replace(notices=(*found.notices, *logins.notices))
    account = account_from(found, origin, logins.mark, logins.changed)
    return entry.replace(account=account, origin=None, place=found.place or origin.program.path)


def checked(
    entry: Entry, clock: Clock = time.monotonic, time_of_day: Clock = time.time
) -> Steps[Outcome]:
    """Read an entry's origin and check the account, both within its timeout."""
    started = clock()
    entry = yield from resolved(entry, started + entry.account.timeout)
    if entry.problem:
        return unchecked(entry, clock() - started, time_of_day())
    return (
        yield from check(
            entry.account, entry.policy, entry.caution, clock, time_of_day, NEVER, started=started
        )
    )


def unchecked(entry: Entry, seconds: float, now: float) -> Outcome:
    """The outcome of an account that cannot be checked."""
    verdict = misconfigured(None, entry.problem, entry.policy)
    return Outcome(
        entry.account, entry.policy, None, verdict, Times(None, None, None, seconds), now
    )


def listed(entry: Entry, until: float) -> Steps[list[Entry]]:
    """Return an entry for each login of an entry's origin; nothing is run."""
    origin = entry.origin
    assert origin is not None
    try:
        logins = yield from program.read(origin.program, until, listing=True)
    except Misconfigured as problem:
        return [entry.replace(problem=str(problem), origin=None, place=origin.program.path)]
    return [*_listed(entry, logins)]


def _listed(entry: Entry, logins: Logins) -> Iterator[Entry]:
    """Yield them; of one that cannot be checked, what is known."""
    origin = entry.origin
    assert origin is not None
    for name, found in zip(names_of(logins.found), logins.found):
        place = found.place or origin.program.path
        try:
            each = _resolved(entry, found, logins)
        except Misconfigured as problem:
            known = entry.account.replace(user=found.user or None, host=found.host)
            each = entry.replace(account=known, problem=str(problem), origin=None, place=place)
        yield each.replace(account=each.account.replace(name=name))
