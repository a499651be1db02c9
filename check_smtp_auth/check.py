"""One account from beginning to end: secret, memory, attempt, judgement, memory."""

from __future__ import annotations

import time

from .accounts import Account, Caution, Misconfigured, Policy
from .credentials import source as credentials
from .diagnosis import diagnose, misconfigured
from .observation import Kind, Observation, Times, without_login
from .outcome import History, Outcome
from .probe import probe
from .record import Record
from .sasl import Credential
from .state.drift import baseline
from .state.guard import DAY, Limits, Try
from .state.history import Recalled, since_when
from .state.keeper import SETTLING, open_keeper
from .state.store import default_directory

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .diagnosis import Verdict
    from .net.loop import Clock, Steps
    from .state.keeper import Keeper
    from .tokens.access import Access


def check(
    account: Account,
    policy: Policy,
    caution: Caution,
    clock: Clock = time.monotonic,
    time_of_day: Clock = time.time,
) -> Steps[Outcome]:
    """Check one account; ends within ``account.timeout`` seconds, and a moment to write down
    what came of it.
    """
    started = clock()
    try:
        made = yield from _attempt(account, policy, caution, started, clock, time_of_day)
    except Misconfigured as problem:
        verdict = misconfigured(account, str(problem), policy)
        times = Times(None, None, None, clock() - started)
        return Outcome(account, policy, None, verdict, times, time_of_day())
    account, seen, keeper, now = made.account, made.seen, made.keeper, time_of_day()
    before = Recalled(
        made.asked.memory,
        made.asked.decision,
        _secret_changed(account, keeper),
        keeper.trouble,
        keeper.store is not None,
    )
    verdict = diagnose(account, seen, policy, now, before)
    if verdict.slug == "token-rejected" and made.access is not None:
        made.access.drop()
    until = started + account.timeout + SETTLING
    yield from _remember(made, policy, verdict, until)
    if keeper.trouble:
        verdict = diagnose(account, seen, policy, now, before.replace(trouble=keeper.trouble))
    history = _history(made, caution, verdict, now)
    return Outcome(account, policy, seen, verdict, seen.times, now, history)


class _Attempt(Record):
    """What came of an attempt: the account with its user, the login tried, what was seen, and
    the keeper of its memory. ``access`` is how its token was got; ``asked`` the keeper that
    allowed or held it, which for a token may be the endpoint's.
    """

    account: Account
    login: credentials.Login
    seen: Observation
    keeper: Keeper
    access: Access | None
    asked: Keeper


def _attempt(
    account: Account,
    policy: Policy,
    caution: Caution,
    started: float,
    clock: Clock,
    time_of_day: Clock,
) -> Steps[_Attempt]:
    """Read the secret and the memory, get a token if one is wanted, and log in; raises
    Misconfigured.
    """
    until = started + account.timeout
    login = yield from credentials.read(account, until)
    account = account.replace(user=login.user or None)
    keeper = _keeper(account, caution, policy.expect_rejected, clock, time_of_day)
    facts = credentials.file_facts(account.source)
    known_as = login.user or f"({account.source.proof})"
    yield from keeper.recall(known_as, login.known_by, facts[0] if facts else "", until)
    access = None
    if login.client is not None or login.refused:
        from .tokens.access import get  # for those who use tokens

        access = yield from get(login, caution, keeper, until, clock, time_of_day)
        if access.rotated is not None:
            login = login.replace(known_by=access.rotated)
            yield from keeper.renew(access.rotated, until)
        if access.failure is not None:
            times = Times(None, None, None, clock() - started, access.seconds)
            seen = without_login(access.failure, access.facts, times)
            return _Attempt(account, login, seen, keeper, access, access.keeper or keeper)
    credential = Credential(
        login.user,
        access.secret if access else login.secret,
        account.authzid,
        account.source.proof,
        account.tls_name,
        account.port,
    )
    kept = keeper.memory.mechanism
    seen = yield from probe(account, credential, started, keeper.ask, kept, clock)
    if access is not None:
        times = seen.times.replace(token=access.seconds)
        seen = seen.replace(token=access.facts, times=times)
    return _Attempt(account, login, seen, keeper, access, keeper)


def _keeper(
    account: Account,
    caution: Caution,
    expect_rejected: bool,
    clock: Clock,
    time_of_day: Clock,
) -> Keeper:
    """Open the account's memory."""
    directory = caution.state_dir or default_directory()
    limits = None
    if expect_rejected:
        limits = Limits(1, caution.server_rejections, max(caution.hold, DAY), DAY)
    place = None if directory == "none" else directory
    return open_keeper(place, account.host, caution, clock, time_of_day, limits)


def _secret_changed(account: Account, keeper: Keeper) -> float | None:
    """When the secret's file was changed since the last success: see ``Recalled``."""
    facts = credentials.file_facts(account.source)
    if facts is None or not keeper.memory.mark:
        return None
    mark, changed = facts
    return 0.0 if mark == keeper.memory.mark else changed


def _remember(made: _Attempt, policy: Policy, verdict: Verdict, until: float) -> Steps[None]:
    """Write down how it ended; what was held leaves everything as it was."""
    seen, keeper = made.seen, made.keeper
    if seen.failure is not None and seen.failure.kind == Kind.HELD:
        return
    accepted = seen.accepted
    also: dict[str, object] = {}
    if accepted:
        facts = credentials.file_facts(made.account.source)
        also = {"mechanism": seen.mechanism or "", "mark": facts[0] if facts else ""}
        also.update(baseline(keeper.memory, seen, policy.accept_drift))
    reply = seen.failure.reply if seen.failure else None
    ended = Try(
        accepted,
        seen.secret_sent,
        "authenticated" if accepted else verdict.slug,
        str(reply)[:500] if reply else "",
    )
    yield from keeper.settle(ended, made.login.known_by, until, also)


def _history(made: _Attempt, caution: Caution, verdict: Verdict, now: float) -> History:
    """What the reports tell of earlier and later times."""
    seen, keeper = made.seen, made.asked
    memory = keeper.after or keeper.memory
    held = seen.failure is not None and seen.failure.kind == Kind.HELD
    held_until = memory.hold_until
    if held and keeper.decision is not None:
        held_until = keeper.decision.until
    since = 0.0 if seen.failure is None else since_when(memory, "held" if held else verdict.slug)[0]
    return History(
        made.keeper.memory.last_success or memory.last_success or None,
        since or None,
        held_until if held_until > now and caution.guarded else None,
        memory.diagnosis or None if held else None,
        keeper.store.directory if keeper.store else None,
    )
