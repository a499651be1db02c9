"""One account from beginning to end: secret, memory, attempt, judgement, memory."""

from __future__ import annotations

import time

from .accounts import Account, Caution, Misconfigured, Policy
from .credentials import source
from .diagnosis import diagnose, misconfigured
from .net.loop import NEVER
from .observation import Failure, Kind, Observation, Stage, Times
from .outcome import History, Outcome
from .probe import Known, probe
from .record import Record
from .sasl import Credential
from .secret import Proof, Secret
from .state.drift import Learnt, baseline
from .state.guard import DAY, Decision, Limits, Settlement
from .state.history import Recalled, is_crowded_out, of_this_secret, since_when
from .state.keeper import SETTLING, Keeper
from .state.memory import forced_again
from .state.server import STARVED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .credentials.source import Login
    from .diagnosis import Verdict
    from .net.loop import Clock, Steps
    from .state.memory import Memory
    from .tokens.access import Access

# What the file of a secret is called, by what the secret is.
FILES = {
    Proof.PASSWORD: "password file",
    Proof.TOKEN: "token file",
    Proof.CERTIFICATE: "client key",
    Proof.TICKET: "ticket cache",
}
# If a busy host took this share of a check's time, a server that said nothing at all is excused.
MOST_OF_IT = 0.5


class _Attempt(Record):
    """One attempt: the account with its user, the login tried, what was seen, what was remembered
    of the account before, and what the guard decided, None if it was not asked. ``access`` is how
    its token was got, None if it needs none.
    """

    account: Account
    login: Login
    seen: Observation
    memory: Memory
    decision: Decision | None
    access: Access | None


def check(
    account: Account,
    policy: Policy,
    caution: Caution,
    clock: Clock = time.monotonic,
    time_of_day: Clock = time.time,
    latest: float = NEVER,
    here: bool = False,
    started: float | None = None,
) -> Steps[Outcome]:
    """Check one account; ends within ``account.timeout`` seconds, and a moment to save the result.

    ``latest`` (monotonic) is when the whole run is to be over; ``here`` says that the state
    directory answers at once. ``started`` (monotonic) is given if the check began earlier, because
    its account had to be read first, or if it is the only one: then it waits for nothing beyond
    its own time.
    """
    if account.source.entry and started is None:
        from .credentials import shared  # for files of accounts

        # All accounts wait for it, so the wait counts for none of them.
        until = min(latest, clock() + max(shared.PATIENCE, account.timeout))
        yield from shared.had(account.source, until)
    started = clock() if started is None else started
    cut = latest < started + account.timeout
    if cut:
        account = account.replace(timeout=max(0.0, latest - started))
    keeper = _keeper(account, policy, caution, clock, time_of_day, here)
    try:
        made = yield from _attempt(account, policy, keeper, started)
        if made.seen.failure is not None and made.seen.failure.kind == Kind.TIMEOUT:
            # Before AUTH a server that got most of the time had its chance.
            share = STARVED if made.decision is not None else MOST_OF_IT
            starved = keeper.lost.seconds >= share * account.timeout
            ours = {"starved": starved, "slow": keeper.lost.culprit, "cut": cut}
            made = made.replace(decision=(made.decision or Decision(True)).replace(**ours))
        return (yield from _judged(made, keeper, policy, started))
    except Misconfigured as problem:
        what = _worded(problem, account)
        return unchecked(account, policy, what, clock() - started, time_of_day())
    finally:
        keeper.close()


def untried(
    account: Account,
    policy: Policy,
    caution: Caution,
    clock: Clock = time.monotonic,
    time_of_day: Clock = time.time,
) -> Steps[Outcome]:
    """Return the outcome of an account whose turn did not come before the whole run was over: its
    last diagnosis, from the history.
    """
    started = clock()
    keeper = _keeper(account, policy, caution, clock, time_of_day)
    try:
        login = source.Login(account.user or f"({account.source.proof})", Secret(b""), Secret(b""))
        memory = yield from keeper.recall(login.user, None, "", started + SETTLING)
        seen = Observation(Failure(Stage.DNS, Kind.HELD), Times(None, None, None, 0.0))
        made = _Attempt(account, login, seen, memory, Decision(False, "over"), None)
        return (yield from _judged(made, keeper, policy, started))
    finally:
        keeper.close()


def unchecked(
    account: Account,
    policy: Policy,
    problem: str,
    seconds: float,
    now: float,
    named: bool = True,
) -> Outcome:
    """Return the outcome of an account that cannot be checked because of a fault on our side. If
    the problem itself says where it is, the account need not be ``named`` before it.
    """
    verdict = misconfigured(account if named else None, problem, policy)
    return Outcome(account, policy, None, verdict, Times(None, None, None, seconds), now)


def _worded(problem: Misconfigured, account: Account) -> str:
    """What is wrong; for an account of a file with the place, and in the words of its keys."""
    if not account.stands:
        return str(problem)
    from .options.keys import as_keys  # only after a mistake there

    return f"{account.stands}: {as_keys(str(problem))}"


def _keeper(
    account: Account,
    policy: Policy,
    caution: Caution,
    clock: Clock,
    time_of_day: Clock,
    here: bool = False,
) -> Keeper:
    """Make the account's keeper; a login that must be rejected is tried once a day."""
    limits = None
    if policy.expect_rejected:
        limits = Limits(1, caution.server_rejections, max(caution.hold, DAY), DAY)
    return Keeper(account.host, caution, limits, clock, time_of_day, here)


def _attempt(account: Account, policy: Policy, keeper: Keeper, started: float) -> Steps[_Attempt]:
    """Read the secret and the history, get a token if one is needed, and log in; raises
    Misconfigured.
    """
    clock, until = keeper.clock, started + account.timeout
    login = yield from source.read(account, until)
    keeper.lost.to_file("reading the secret", clock() - started)
    if account.user != login.user:
        account = account.replace(user=login.user or None)
    known_as = login.user or f"({account.source.proof})"
    memory = yield from keeper.recall(known_as, login.known_by, login.mark, until)
    access = None
    if login.client is not None or login.refused:
        from .tokens.access import get  # for those who use tokens

        access = yield from get(login, keeper, until)
        if access.rotated is not None:
            login = login.replace(known_by=access.rotated)
            yield from keeper.renew(access.rotated, until)
        if access.failure is not None:
            times = Times(None, None, None, clock() - started, access.seconds)
            seen = Observation(access.failure, times, token=access.facts)
            return _Attempt(account, login, seen, memory, access.decision, access)
    credential = Credential(
        login.user,
        access.secret if access else login.secret,
        account.authzid,
        account.source.proof,
        account.tls_name,
        account.port,
    )
    asked: list[Decision] = []

    def permit(until: float, trusting: float = 0.0) -> Steps[Decision]:
        keeper.lost.to_file("reading the trusted certificates", trusting)
        asked.append((yield from keeper.ask(until)))
        return asked[0]

    known = Known(memory.mechanism, policy.accept_drift)
    seen = yield from probe(account, credential, started, permit, known, clock)
    if access is not None:
        times = seen.times.replace(token=access.seconds)
        seen = seen.replace(token=access.facts, times=times)
    return _Attempt(account, login, seen, keeper.memory, asked[0] if asked else None, access)


def _judged(made: _Attempt, keeper: Keeper, policy: Policy, started: float) -> Steps[Outcome]:
    """Judge the attempt, and save the result."""
    account, seen, access = made.account, made.seen, made.access
    if _is_held(seen):
        made = made.replace(memory=of_this_secret(made.memory))
    now = keeper.time_of_day()
    # If there is no token, the endpoint's own history tells since when.
    endpoint = access if access is not None and access.failure is not None else None
    before = Recalled(
        endpoint.before if endpoint is not None and endpoint.before else made.memory,
        made.decision,
        secret_changed=_secret_changed(made),
        trouble=keeper.trouble,
        kept=keeper.remembers,
        notice=keeper.notice,
        file="program's file" if account.source.kind == "program" else FILES[account.source.proof],
        proof=account.source.proof,
    )
    verdict = diagnose(account, seen, policy, now, before)
    until = started + account.timeout + SETTLING
    if verdict.slug == "token-rejected" and access is not None:
        yield from access.drop(until)
    after = yield from _remember(made, keeper, policy, verdict, until)
    if keeper.trouble != before.trouble:  # it could not be saved
        verdict = diagnose(account, seen, policy, now, before.replace(trouble=keeper.trouble))
    if endpoint is not None and endpoint.after is not None:
        after = endpoint.after
    return Outcome(
        account, policy, seen, verdict, seen.times, now, _history(made, keeper, after, verdict, now)
    )


def _secret_changed(made: _Attempt) -> float | None:
    """Return when the secret's file was last changed: see ``Recalled.secret_changed``."""
    login, memory = made.login, made.memory
    if not login.mark or not memory.mark:
        return None
    return 0.0 if login.mark == memory.mark else login.changed


def _is_held(seen: Observation) -> bool:
    """Tell whether the guard did not let the login be tried."""
    return seen.failure is not None and seen.failure.kind == Kind.HELD


def _remember(
    made: _Attempt, keeper: Keeper, policy: Policy, verdict: Verdict, until: float
) -> Steps[Memory]:
    """Save how the attempt ended, and return what is remembered now; one that was held changes
    nothing.
    """
    seen = made.seen
    if _is_held(seen):
        return made.memory
    learnt = None
    if seen.accepted:
        base = baseline(made.memory.baseline, seen, policy.accept_drift)
        learnt = Learnt(seen.mechanism or "", made.login.mark, base)
    reply = seen.failure.reply if seen.failure else None
    crowded = verdict.slug == "timeout" and is_crowded_out(
        made.memory, made.decision, seen.times.auth or 0.0
    )
    ended = Settlement(
        accepted=seen.accepted,
        sent=seen.secret_sent,
        diagnosis="authenticated" if seen.accepted else verdict.slug,
        reply=str(reply) if reply else "",
        auth_time=seen.times.auth or 0.0,
        crowded=crowded,
    )
    return (yield from keeper.settle(ended, made.login.known_by, until, learnt))


def _history(
    made: _Attempt, keeper: Keeper, memory: Memory, verdict: Verdict, now: float
) -> History:
    """Return the history for the reports; ``memory`` is what is remembered now."""
    held = _is_held(made.seen)
    held_until = memory.spent.until
    if held and made.decision is not None:
        held_until = made.decision.until
    since = 0.0
    if made.seen.failure is not None:
        since = since_when(memory, "held" if held else verdict.slug)[0]
    return History(
        last_success=made.memory.last_success or memory.last_success or None,
        since=since or None,
        held_until=held_until if held_until > now and keeper.caution.guarded else None,
        held_diagnosis=(memory.diagnosis or None) if held else None,
        state_dir=keeper.directory or None,
        by_hand=not (made.decision and made.decision.why == "server")
        and not forced_again(memory, now),
    )
