"""The lockout guard: may this login be tried now? Pure.

A monitor that tries an old password every minute locks the account and gets its own
address banned. So tries that do not succeed have two budgets: one per account and secret,
one per server for all accounts together. A try is reserved before AUTH and settled after
it; one that was never settled (the process was killed) counts as rejected, and so does any
outcome but success once the secret was sent.
"""

from __future__ import annotations

from ..accounts import Caution
from ..record import Record
from .memory import LONGEST_REPLY, UNSPENT, Memory, Spent, forced_again
from .tries import WINDOW

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from .tries import Budget, Left

HOUR = 3_600.0
DAY = 24 * HOUR
# Holds, in seconds: for what another secret does not fix, and for what was left undecided.
FLAT_HOLD = 900.0
LONGEST_HOLD = DAY
# How many other secrets of an account are remembered.
MOST_SECRETS = 8
# The longest time that AUTH took is remembered, shortened to this share at each success.
SHRINKING = 0.8

# Rejections of the secret: each doubles the hold.
DEFINITE = (
    "credentials-rejected",
    "account-locked",
    "password-expired",
    "token-rejected",
    "token-unavailable",  # in the endpoint's own memory
)
# Refusals that another secret would not fix.
WITHHELD = ("account-disabled", "basic-auth-disabled", "app-password-required")


class Limits(Record):
    """How many rejections are allowed, and how long the hold after them is, in seconds."""

    rejections: int = Caution.rejections
    server_rejections: int = Caution.server_rejections
    hold: float = Caution.hold
    flat_hold: float = FLAT_HOLD


class Decision(Record):
    """Whether to try; if not, why not, and until when.

    ``why``: "account" and "server" say whose budget is used up; "busy" that the tries under way may
    use it up, or that others come first (``ahead`` of them); "starved" that this host was too busy;
    "unwritable" that the try could not be recorded; "over" that the whole run's time was up.
    ``crowded`` says that others of our checks are at the server now, ``waited`` how long we waited
    for them, in seconds; ``starved`` that this host was overloaded, or which of its files was
    ``slow``; ``cut`` that the end of the whole run cut this check's time; ``forced`` that a retry
    by hand made it possible.
    """

    go: bool
    why: str = ""
    until: float = 0.0
    ahead: int = 0
    crowded: bool = False
    waited: float = 0.0
    starved: bool = False
    slow: str = ""
    cut: bool = False
    forced: bool = False


class Settlement(Record):
    """How a try ended: whether the login was accepted, whether the secret was sent, the
    diagnosis, the server's reply, and how long AUTH took in seconds. ``killed`` tries were ended by
    whoever started us; ``crowded`` ones had too little time because of our own other checks, so
    they say nothing new about the account. ``hold`` asks for a flat hold at once.
    """

    accepted: bool
    sent: bool
    diagnosis: str
    reply: str = ""
    auth_time: float = 0.0
    killed: bool = False
    crowded: bool = False
    hold: bool = False


# What is remembered of a try that was never settled.
CUT_SHORT = Settlement(False, True, "timeout", killed=True)


def decide(
    memory: Memory,
    budget: Budget,
    now: float,
    limits: Limits,
    others_are_well: bool = False,
    courteous: bool = True,
    retry_now: bool = False,
) -> Decision:
    """Decide by what is remembered of the account and of its server.

    If ``others_are_well`` on the server, the last place is left to them. ``courteous`` leaves free
    places to checks that came first, though they are not waiting at the moment.
    """
    left = _left(memory, now, limits)
    if retry_now and not forced_again(memory, now):
        left = max(left, 1)
    if left <= 0:
        return Decision(False, "account", memory.spent.until)
    most = limits.server_rejections
    if memory.spent.count and others_are_well and not retry_now:
        most = max(1, most - 1)  # the last place is left to them
    if len(budget.rejected) >= most:
        return Decision(False, "server", budget.rejected[-most] + WINDOW)
    free = most - len(budget.rejected) - budget.under_way
    first = budget.ahead if courteous else budget.present
    if left <= budget.own or free <= first:
        return Decision(False, "busy", now, budget.present)
    return Decision(True, crowded=budget.under_way + budget.around > 0)


def _left(memory: Memory, now: float, limits: Limits) -> int:
    """Return how many tries the account's own budget has left."""
    spent = memory.spent
    if spent.count and spent.until > now:
        return 0
    if spent.count >= limits.rejections:
        return 1  # after a hold, one at a time
    return limits.rejections - spent.count


def counted(memory: Memory, left: Sequence[Left], limits: Limits) -> Memory:
    """Return the memory with the account's own tries counted that it does not know of yet."""
    for each in left:
        ended = Settlement(False, True, each.slug) if each.slug else CUT_SHORT
        if each.fingerprint and not salt_of(memory):
            spent = Spent(each.fingerprint, each.spent)
            memory = memory.replace(spent=spent)
        memory = switched(memory, each.fingerprint)
        memory = _rejected(_told(memory, ended, each.ended), ended, each.ended, limits)
        memory = memory.replace(
            tried_mark=each.mark or memory.tried_mark,
            forced=each.ended if each.forced else memory.forced,
        )
    return memory


def sound(memory: Memory, now: float) -> Memory:
    """Return the memory with no hold more than a day ahead, as one may be if the clock was put
    back; the same object if there is none.
    """
    latest = now + LONGEST_HOLD
    furthest = max(each.until for each in memory.others) if memory.others else 0.0
    if memory.spent.until <= latest and furthest <= latest:
        return memory

    def nearer(spent: Spent) -> Spent:
        until = now + min(spent.hold or LONGEST_HOLD, LONGEST_HOLD)
        return spent.replace(until=until) if spent.until > latest else spent

    spent, *others = map(nearer, (memory.spent, *memory.others))
    return memory.replace(spent=spent, others=tuple(others))


def fresh(memory: Memory, now: float) -> Memory:
    """Return the memory as it is to be saved even if the login is held; the same object if nothing
    changes. What kept us from reaching AUTH is over; and a hold set by a wrong clock is corrected
    once, instead of beginning anew at each check.
    """
    return without_trouble(sound(memory, now))


def all_but_spent(user: str, limits: Limits) -> Memory:
    """Return what to assume if the memory of a user cannot be read: one try is left."""
    return Memory(user, Spent(count=limits.rejections - 1))


def switched(memory: Memory, fingerprint: str) -> Memory:
    """Return the memory as it is for the secret of this fingerprint ("" where unknown).

    What was spent on another one is set aside, and counts again when that comes back: so two wrong
    secrets by turns are held as one is. A fingerprint with another salt cannot be compared, and
    counts as the same.
    """
    present = memory.spent
    salt = fingerprint.partition(":")[0]
    if fingerprint in ("", present.fingerprint) or salt != salt_of(memory):
        return memory
    others = [each for each in memory.others if each.fingerprint != fingerprint]
    again = next((each for each in memory.others if each.fingerprint == fingerprint), Spent())
    if present.fingerprint:
        others.append(present.replace(last=memory.last_try))
    return memory.replace(
        spent=again.replace(fingerprint=fingerprint), others=tuple(others[-MOST_SECRETS:])
    )


def of_secret(memory: Memory, fingerprint: str, mark: str) -> Memory:
    """Return the memory as it is for the secret of this fingerprint, from a file of this ``mark``;
    under another salt it counts as the same.
    """
    salt = salt_of(memory)
    if salt and fingerprint.partition(":")[0] == salt:
        return switched(memory, fingerprint)
    if not salt and memory.spent.count:
        # Killed tries left no fingerprint. A file changed since then is assumed to hold another
        # secret; from now on it can be compared.
        another = mark and memory.tried_mark not in ("", mark)
        spent = Spent() if another else memory.spent
        return memory.replace(spent=spent.replace(fingerprint=fingerprint))
    return memory


def renewed(memory: Memory, old: str, new: str) -> Memory:
    """Return the memory with a secret under its new fingerprint: what was spent stays spent."""

    def renew(spent: Spent) -> Spent:
        return spent.replace(fingerprint=new) if spent.fingerprint == old else spent

    return memory.replace(spent=renew(memory.spent), others=tuple(map(renew, memory.others)))


def salt_of(memory: Memory) -> str:
    """Return the salt of an account's fingerprints, "" while there are none."""
    for each in (memory.spent, *memory.others):
        if each.fingerprint:
            return each.fingerprint.partition(":")[0]
    return ""


def settled(
    memory: Memory, ended: Settlement, fingerprint: str, now: float, limits: Limits
) -> Memory:
    """Return what is remembered once a try has ended."""
    memory = switched(memory, fingerprint)
    if ended.accepted:
        kept = tuple([each for each in memory.others if each.last > now - DAY])
        longest = max(ended.auth_time, memory.auth_time * SHRINKING)
        times = {"last_success": now, "last_try": now, "auth_time": longest}
        return _told(memory, ended, now, spent=UNSPENT, others=kept, **times)
    memory = _told(memory, ended, now)
    if not ended.sent:
        return memory
    if not memory.spent.fingerprint:
        memory = memory.replace(spent=memory.spent.replace(fingerprint=fingerprint))
    return _rejected(memory, ended, now, limits)


def _told(memory: Memory, ended: Settlement, now: float, **more: Any) -> Memory:
    """Return the memory with the diagnosis, since when, how often it was made, and ``more``."""
    if not (ended.sent or ended.accepted):
        if memory.trouble == ended.diagnosis:
            return memory.replace(trouble_tries=memory.trouble_tries + 1)
        return memory.replace(trouble=ended.diagnosis, trouble_since=now, trouble_tries=1)
    if ended.crowded:
        return without_trouble(memory).replace(**more)
    if ended.killed and not memory.killed:
        # Once says nothing about the account: whoever started us, or this host, was restarted.
        return without_trouble(memory).replace(killed=1)
    known = memory.diagnosis == ended.diagnosis
    return without_trouble(memory).replace(
        reply=ended.reply[:LONGEST_REPLY],
        diagnosis=ended.diagnosis,
        since=memory.since if known else now,
        tries=memory.tries + 1 if known else 1,
        killed=memory.killed + 1 if ended.killed else 0,
        **more,
    )


def without_trouble(memory: Memory) -> Memory:
    """Return the memory without what kept a login from being tried: it is over."""
    if not memory.trouble:
        return memory
    return memory.replace(trouble="", trouble_since=0.0, trouble_tries=0)


def _rejected(memory: Memory, ended: Settlement, now: float, limits: Limits) -> Memory:
    """Return the memory with one more try spent, and with a hold if the budget is used up."""
    spent = memory.spent.replace(count=memory.spent.count + 1)
    length = limits.flat_hold if ended.diagnosis in WITHHELD else FLAT_HOLD
    used_up = spent.count >= limits.rejections
    if used_up and ended.diagnosis in DEFINITE and not ended.hold:
        length = spent.hold * 2 or limits.hold
        spent = spent.replace(hold=min(length, LONGEST_HOLD))
    if used_up or ended.hold or ended.diagnosis == "rate-limited":
        # An existing longer hold is not shortened.
        until = max(spent.until, now + min(length, LONGEST_HOLD))
        spent = spent.replace(until=until)
    return memory.replace(spent=spent, last_try=now)
