"""The tries at one server, each a small file whose name says it all. Pure.

A try is reserved before AUTH by a file name, which is unlinked when the login succeeds: that needs
neither lock nor space. While it is under way its process holds a lock on the file, of which other
tries of that process may be further names. What a process leaves behind that was killed, or could
not save a refusal, counts until it is in the account's own memory. Checks that wait for their turn
have a file each as well; it stays if their time was up before their turn came, so that they go
first the next time.
"""

from __future__ import annotations

from functools import lru_cache

from ..record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Callable

TRY, REFUSED, REJECTED, TURN = "try", "refused", "rejected", "turn"
_KINDS = (TRY, REFUSED, REJECTED, TURN)
# By default fail2ban bans an address after five failed logins in ten minutes. It estimates a rate
# rather than count exactly, so three in ten minutes and three in the next may be five to it; three
# in a quarter of an hour never are, however spaced.
WINDOW = 900.0
# How long, in seconds, a place in the order of turns is kept for a check that does not come.
TURN_KEPT = 900.0
# No try lasts longer than the longest timeout; what ends later was written by a wrong clock.
LONGEST_TRY = 3_600.0 + 60.0
# How long a name is kept that nobody comes back for, in seconds.
FORGOTTEN = 30 * 86_400.0
_KEPT = {TRY: FORGOTTEN, REFUSED: FORGOTTEN, REJECTED: WINDOW, TURN: TURN_KEPT}


class Entry(Record):
    """A file: a try that began ``at`` and ends before ``until``; a refusal (its diagnosis in
    ``slug``) that its account does not remember yet; one that only counts for the server; or
    a check that waits for its turn since then. ``key`` names the account.
    """

    name: str
    kind: str
    at: float
    until: float
    slug: str
    key: str


class Left(Record):
    """A try of which its account's memory does not know yet: the name of its file, when it
    ended, and how: a diagnosis, or "" if it was killed. As noted before AUTH: the ``fingerprint``
    of the secret, if there was one, how many tries had been ``spent`` on it, the ``mark`` of its
    file, and whether this was a retry by hand.
    """

    name: str
    ended: float
    slug: str = ""
    fingerprint: str = ""
    spent: int = 0
    mark: str = ""
    forced: bool = False


class Budget(Record):
    """One server's budget as one account's check sees it: when logins were rejected lately, how
    many are under way, how many of these are the account's ``own``, and which of its own were
    ``left`` behind.

    ``ahead`` is how many go first, ``present`` how many of these are waiting now, ``around`` how
    many wait in all.
    """

    rejected: tuple[float, ...] = ()
    under_way: int = 0
    own: int = 0
    left: tuple[Left, ...] = ()
    ahead: int = 0
    present: int = 0
    around: int = 0


def name_of(
    kind: str, key: str, at: float, until: float = 0.0, slug: str = "", tag: str = ""
) -> str:
    """Return the name of an entry; ``tag`` distinguishes it from others of the same moment."""
    second = slug or str(round(until * 1000))
    return f"{kind},{round(at * 1000)},{second},{tag},{key}"


def parse(names: Iterable[str]) -> list[Entry]:
    """Return the entries among names of files; other files are left out."""
    return [each for each in map(_entry, names) if each is not None]


@lru_cache(1_000)  # many ask while one is under way
def _entry(name: str) -> Entry | None:
    """Return the entry of this name, None if it is none."""
    kind, _, rest = name.partition(",")
    if kind not in _KINDS or rest.count(",") != 3:
        return None
    at, second, _, key = rest.split(",")
    slug = second if kind == REFUSED else ""
    try:
        return Entry(name, kind, int(at) / 1000, 0.0 if slug else int(second) / 1000, slug, key)
    except ValueError:
        return None


def budget(
    entries: Iterable[Entry],
    key: str,
    now: float,
    waiting: tuple[float, str],
    is_alive: Callable[[Entry], bool] | None = None,
    ours: tuple[int, int] = (0, 0),
) -> Budget:
    """Add up what the entries mean for the account of this key. ``ours`` are how many further
    tries are under way, and how many of them are the account's own.

    ``waiting`` is since when it waits, and the name of its entry. ``is_alive`` tells whether an
    entry's process still runs; without it all are assumed to. A try whose process has gone ended
    at its time, or now.
    """
    rejected, left = [], []
    (under_way, own), ahead, present, around = ours, 0, 0, 0
    for each in entries:
        if each.kind == TRY and now < each.until and (is_alive is None or is_alive(each)):
            under_way += 1
            own += each.key == key
            continue
        if each.kind == TURN:
            if each.key != key and not is_over(each, now):
                here, first = is_alive is None or is_alive(each), (each.at, each.name) < waiting
                around += here
                ahead += first
                present += first and here
            continue
        end = min(each.until if each.kind == TRY else each.at, now)
        if end > now - WINDOW:
            rejected.append(end)
        if each.key == key and each.kind != REJECTED:
            left.append(Left(each.name, end, each.slug))
    left.sort(key=lambda each: (each.ended, each.name))
    rejected.sort()
    return Budget(tuple(rejected), under_way, own, tuple(left), ahead, present, around)


def ended(entry: Entry, now: float) -> str:
    """Return the new name of a try whose process has gone before its time: it ended now. The same
    name if its time is right already.
    """
    if entry.kind != TRY or entry.until <= now:
        return entry.name
    tag = entry.name.split(",")[3]
    moment = now - 0.001  # which no rounding puts ahead of us
    return name_of(TRY, entry.key, min(entry.at, moment), moment, tag=tag)


def by_wrong_clock(entry: Entry, now: float) -> bool:
    """Tell whether an entry is further in the future than possible: the clock was put back."""
    return max(entry.at, entry.until) > now + LONGEST_TRY


def is_over(entry: Entry, now: float) -> bool:
    """Tell whether an entry means nothing to anybody any more."""
    return entry.at <= now - _KEPT[entry.kind]
