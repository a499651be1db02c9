"""The lockout guard: may this login be tried now? Pure.

A monitor that tries an old password every minute locks the account and gets its own
address banned. So tries that do not succeed have two budgets: one per account and secret,
one per server for all accounts together. A try is reserved before AUTH and settled after
it; one that was never settled (the process was killed) counts as rejected, and so does any
outcome but success once the secret was sent.
"""

from __future__ import annotations

from ..record import Record
from .memory import Memory, ServerMemory

HOUR = 3_600.0
DAY = 24 * HOUR
# fail2ban bans an address at five failed logins in ten minutes, unless told otherwise. It does
# not look back exactly, but estimates a rate, so that three in ten minutes and three in the
# next can be five to it; three in a quarter of an hour, however spaced, are never.
WINDOW = 900.0
# For what another secret does not mend, and for what was left undecided.
FLAT_HOLD = 900.0
LONGEST_HOLD = DAY
# A retry by hand is honoured once in this time.
FORCED_PAUSE = 600.0
# No try lasts longer than the longest timeout; a later reservation comes from a wrong clock.
LONGEST_TRY = HOUR + 60.0

# So many other rejected secrets of an account are remembered.
MOST_SECRETS = 8

# Each such rejection of a secret doubles the hold.
DEFINITE = (
    "credentials-rejected",
    "account-locked",
    "password-expired",
    "token-rejected",
    "token-unavailable",  # of the endpoint's own memory
)


# Refusals that another secret would not mend.
WITHHELD = ("account-disabled", "basic-auth-disabled", "app-password-required")


class Limits(Record):
    """How many rejections are spent, and how long is waited then, in seconds."""

    rejections: int = 2
    server_rejections: int = 3
    hold: float = HOUR
    flat_hold: float = FLAT_HOLD


class Decision(Record):
    """Whether to try; if not, for whose sake ("account", "server"), and until when.

    "busy" asks to come back in a moment: other tries are under way, and might succeed.
    """

    go: bool
    why: str = ""
    until: float = 0.0


class Try(Record):
    """How a try ended: whether the secret was sent, the diagnosis and the server's reply."""

    accepted: bool
    sent: bool
    diagnosis: str
    reply: str = ""
    reservation: float = 0.0
    fingerprint: str = ""


# What is remembered of a try that was never settled: whoever runs us ended it.
CUT_SHORT = Try(False, True, "timeout", "the check was ended before the server answered")


def decide(
    server: ServerMemory,
    user: str,
    now: float,
    limits: Limits,
    retry_now: bool = False,
) -> Decision:
    """Decide by what is remembered of the user and of the server."""
    memory = server.of(user)
    left = limits.rejections
    if memory.spent:
        left -= memory.spent
        if left <= 0 or memory.hold_until > now:
            left = 0 if memory.hold_until > now else 1
    if retry_now and not 0 <= now - memory.forced < FORCED_PAUSE:
        left = max(left, 1)
    if left <= 0:
        return Decision(False, "account", memory.hold_until)
    under_way = sum(len(each.reserved) for each in server.accounts.values())
    most = limits.server_rejections
    if memory.spent and not retry_now and _others_are_well(server, user):
        most = max(1, most - 1)  # the last place is left to them
    if len(server.rejected) >= most:
        return Decision(False, "server", sorted(server.rejected)[-most] + WINDOW)
    if left <= len(memory.reserved) or len(server.rejected) + under_way >= most:
        return Decision(False, "busy", now)
    return Decision(True)


def _others_are_well(server: ServerMemory, user: str) -> bool:
    """Tell whether the server has other accounts, whose last try succeeded."""
    others = (each for name, each in server.accounts.items() if name != user)
    return any(each.last_success and not each.spent for each in others)


def tidy(server: ServerMemory, user: str, now: float, limits: Limits) -> ServerMemory:
    """Count the tries that were never settled, and forget what is over.

    The limits are those of this user's check: tries of others are counted, and what follows
    from them is left to their own checks.
    """
    rejected = [min(moment, now) for moment in server.rejected if moment > now - WINDOW]
    accounts = {}
    for name, memory in server.accounts.items():
        tidied = memory
        given_up = [end for end in memory.reserved if not now < end <= now + LONGEST_TRY]
        if given_up:
            rejected += [min(end, now) for end in given_up if end > now - WINDOW]
            live = tuple(end for end in memory.reserved if end not in given_up)
            tidied = memory.replace(
                spent=memory.spent + len(given_up),
                given_up=memory.given_up + len(given_up),
                reserved=live,
            )
        if tidied.given_up and name == user:
            tidied = _told(tidied.replace(given_up=0), CUT_SHORT, now)
            if tidied.spent >= limits.rejections:
                tidied = _held(tidied, now, max(tidied.hold, limits.hold))
        if tidied.hold_until > now + LONGEST_HOLD:  # the clock was put back
            tidied = tidied.replace(hold_until=now + min(tidied.hold, LONGEST_HOLD))
        accounts[name] = tidied
    return server.replace(rejected=tuple(rejected), accounts=accounts)


def switched(memory: Memory, fingerprint: str) -> Memory:
    """Return the memory as it is for the secret of this fingerprint ("" where unknown).

    What was spent on another one is laid aside, and taken up again when that comes back, so
    that two wrong secrets in turn come to rest as one does. A fingerprint with another salt
    cannot be compared, and counts as the same.
    """
    salt = fingerprint.partition(":")[0]
    if fingerprint in ("", memory.fingerprint) or salt != salt_of(memory):
        return memory
    laid_aside = _laid_aside(memory)
    spent, hold, until, _ = laid_aside.pop(fingerprint, (0, 0.0, 0.0, 0.0))
    if memory.fingerprint:
        numbers = (memory.spent, memory.hold, memory.hold_until, memory.last_try)
        laid_aside[memory.fingerprint] = numbers
    kept = list(laid_aside.items())[-MOST_SECRETS:]
    return memory.replace(
        fingerprint=fingerprint,
        spent=spent,
        hold=hold,
        hold_until=until,
        laid_aside=tuple("/".join(map(str, (name, *numbers))) for name, numbers in kept),
    )


def _laid_aside(memory: Memory) -> dict[str, tuple[int, float, float, float]]:
    """What is laid aside: by fingerprint what was spent, its hold, until when, the last try.

    Entries that make no sense are left out.
    """
    found = {}
    for entry in memory.laid_aside:
        try:
            fingerprint, spent, *times = entry.split("/")
            hold, until, last_try = map(float, times)
            found[fingerprint] = (int(spent), hold, until, last_try)
        except ValueError:
            continue
    return found


def salt_of(memory: Memory) -> str:
    """The salt of an account's fingerprints, "" while there are none."""
    fingerprints = (memory.fingerprint, *memory.laid_aside)
    return next((each.partition(":")[0] for each in fingerprints if each), "")


def reserve(
    server: ServerMemory, user: str, now: float, until: float, forced: bool
) -> ServerMemory:
    """Note a try that is about to be made and ends before ``until``."""
    memory = server.of(user)
    return server.with_account(
        memory.replace(
            reserved=(*memory.reserved, until),
            last_try=now,
            forced=now if forced else memory.forced,
        )
    )


def settle(server: ServerMemory, user: str, ended: Try, now: float, limits: Limits) -> ServerMemory:
    """Note how a try ended, in place of its reservation if it had one."""
    memory = server.of(user)
    live = list(memory.reserved)
    if ended.reservation in live:
        live.remove(ended.reservation)
    memory = _told(memory, ended, now).replace(reserved=tuple(live))
    memory = switched(memory, ended.fingerprint)
    if ended.accepted:
        memory = memory.replace(
            spent=0,
            fingerprint="",
            laid_aside=_recent(memory, now),
            hold=0.0,
            hold_until=0.0,
            last_success=now,
        )
    elif ended.sent:
        server = server.replace(rejected=(*server.rejected, now))
        memory = _rejected(memory, ended, now, limits)
    return server.with_account(memory)


def _recent(memory: Memory, now: float) -> tuple[str, ...]:
    """What is laid aside of other secrets that were tried within a day.

    Another check of the account may still have one of them.
    """
    recent = {name for name, numbers in _laid_aside(memory).items() if numbers[3] > now - DAY}
    return tuple(each for each in memory.laid_aside if each.partition("/")[0] in recent)


def _told(memory: Memory, ended: Try, now: float) -> Memory:
    """Remember the diagnosis, since when it stands, and how often it was made."""
    if not (ended.sent or ended.accepted):
        if memory.trouble == ended.diagnosis:
            return memory.replace(trouble_tries=memory.trouble_tries + 1)
        return memory.replace(trouble=ended.diagnosis, trouble_since=now, trouble_tries=1)
    memory = memory.replace(trouble="", trouble_since=0.0, trouble_tries=0, reply=ended.reply)
    if memory.diagnosis == ended.diagnosis:
        return memory.replace(tries=memory.tries + 1)
    return memory.replace(diagnosis=ended.diagnosis, since=now, tries=1)


def _rejected(memory: Memory, ended: Try, now: float, limits: Limits) -> Memory:
    """Spend one try of the account's budget, and hold when it is used up."""
    memory = memory.replace(
        spent=memory.spent + 1, fingerprint=memory.fingerprint or ended.fingerprint
    )
    length = limits.flat_hold if ended.diagnosis in WITHHELD else FLAT_HOLD
    flat = memory.replace(hold_until=max(memory.hold_until, now + length))
    if ended.diagnosis == "rate-limited":
        return flat
    if memory.spent < limits.rejections:
        return memory
    if ended.diagnosis not in DEFINITE:
        return flat
    return _held(memory, now, memory.hold * 2 or limits.hold)


def _held(memory: Memory, now: float, hold: float) -> Memory:
    """Hold for so long, a day at most; a longer hold that stands is not shortened."""
    hold = min(hold, LONGEST_HOLD)
    return memory.replace(hold=hold, hold_until=max(memory.hold_until, now + hold))
