"""From the facts of an attempt to one verdict. Pure: no clock, no sockets, no files.

``diagnose`` finds the slug (``failures`` and ``refusals`` for a login that failed, ``findings`` for
one that succeeded) and takes state and words from ``catalogue``.
"""

from __future__ import annotations

from ..observation import Kind, Stage
from ..record import Record
from ..state.drift import UNCHANGED, compare
from .catalogue import ENTRIES, SEVERITY
from .notices import notices, was_tried

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..accounts import Account, Policy
    from ..observation import Failure, Observation
    from ..state.drift import Changes
    from ..state.history import Recalled
    from .catalogue import Entry, Slug, State

# A longer user name would leave no room for the diagnosis in the first line.
LONGEST_USER = 120

# At AUTH the catalogue's words fit, except for these slugs (see ``stages``).
AT_AUTH: tuple[Slug, ...] = ("auth-not-offered", "mechanism-unavailable")

__all__ = ["Verdict", "diagnose", "misconfigured"]


class Finding(Record):
    """One thing found: its slug, its state, and its words, which follow the account's name;
    explanation and advice only if the catalogue's do not fit.
    """

    slug: Slug
    state: State
    says: str
    explanation: str = ""
    advice: str = ""


class Verdict(Record):
    """The verdict on one attempt.

    ``summary`` is the text of the first line. ``hints`` are what this case adds to the advice;
    ``history`` says since when, and whether the cause is on our side or the server's. ``also`` are
    the slugs of the other findings, ``other`` their words; ``notices`` change no state.
    """

    slug: Slug
    state: State
    summary: str
    explanation: str
    advice: str
    hints: tuple[str, ...] = ()
    history: tuple[str, ...] = ()
    also: tuple[Slug, ...] = ()
    other: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()


def diagnose(
    account: Account,
    seen: Observation,
    policy: Policy,
    now: float,
    recalled: Recalled | None = None,
) -> Verdict:
    """Return the verdict on one attempt. ``now`` is the time of day, in seconds since the epoch;
    ``recalled`` is what earlier runs stored.
    """
    changes = UNCHANGED if recalled is None else compare(recalled.memory.baseline, seen)
    found, hints = _findings(account, seen, policy, now, recalled, changes)
    if policy.secret_expires is not None and seen.failure is not None:
        from .hints import secret_is_over

        last = recalled.memory.diagnosis if recalled else ""
        judged = last if found[0].slug == "held" else found[0].slug
        hints = (*secret_is_over(policy.secret_expires, judged, now), *hints)
    if recalled is not None and recalled.trouble and was_tried(seen):
        found.append(unguarded(seen, recalled.trouble, policy))
    worst = max(found, key=lambda finding: SEVERITY[finding.state])
    rest = [each for each in found if each is not worst and each.slug != "authenticated"]
    entry = entry_of(worst.slug, seen.failure)
    history: tuple[str, ...] = ()
    if recalled is not None and found[0].slug != "authenticated":
        from ..state.history import words

        history = tuple(words(recalled, found[0].slug))
    return Verdict(
        slug=worst.slug,
        state=worst.state,
        summary=summary(account, worst),
        explanation=worst.explanation or entry.explanation,
        advice=worst.advice or entry.advice,
        hints=hints,
        history=history,
        also=tuple(each.slug for each in rest),
        other=tuple(each.says for each in rest),
        notices=notices(account, seen, recalled, changes),
    )


def entry_of(slug: Slug, failure: Failure | None) -> Entry:
    """Return the words for a diagnosis; those for a failure depend on the stage it was at."""
    if failure is None or (failure.stage == Stage.AUTH and slug not in AT_AUTH):
        return ENTRIES[slug]
    from .stages import entry_of

    return entry_of(slug, failure)


def summary(account: Account, finding: Finding) -> str:
    """Return the text of the first line: the account and the finding; a success is one sentence."""
    colon = "" if finding.slug == "authenticated" else ":"
    return f"{label(account)}{colon} {finding.says}"


def _findings(
    account: Account,
    seen: Observation,
    policy: Policy,
    now: float,
    recalled: Recalled | None,
    changes: Changes,
) -> tuple[list[Finding], tuple[str, ...]]:
    """Return the findings, the one about the login first, and hints for a failure.

    Modules that only a failure needs are imported only for one.
    """
    if seen.failure is None:
        from .findings import judge

        return judge(account, seen, policy, now, changes), ()
    if seen.failure.kind == Kind.HELD and recalled is not None:
        from .held import hints_held, judge_held

        held = judge_held(account, seen, policy, now, recalled)
        return held, hints_held(recalled, seen.mechanism)
    if seen.failure.kind == Kind.TIMEOUT and recalled is not None:
        from .held import judge_crowded_out

        undecided = judge_crowded_out(seen, policy, now, recalled)
        if undecided is not None:
            return [undecided], ()
    from .failures import judge_failure
    from .hints import hints_for

    worked_before = recalled.memory.mechanism if recalled else ""
    found = judge_failure(account, seen, policy, now)
    hints = hints_for(account, seen, found[0].slug, worked_before)
    if policy.expect_rejected and seen.accepted:
        found.insert(0, unexpected(policy))
    return found, hints


def unexpected(policy: Policy) -> Finding:
    """Return the finding that a retired credential was accepted."""
    entry = ENTRIES["unexpectedly-accepted"]
    return Finding(entry.slug, policy.states.get(entry.slug, entry.state), entry.says)


def unguarded(seen: Observation, trouble: str, policy: Policy) -> Finding:
    """Return the finding that nothing about a login could be stored, due to this trouble."""
    entry = ENTRIES["unguarded"]
    but = "authenticated, but " if seen.failure is None else ""
    state = policy.states.get(entry.slug, entry.state)
    return Finding(entry.slug, state, f"{but}{entry.says}: {trouble}")


def misconfigured(account: Account | None, problem: str, policy: Policy | None = None) -> Verdict:
    """Return the verdict on an account that could not be tried, due to a fault on our side."""
    entry = ENTRIES["misconfigured"]
    state = policy.states.get(entry.slug, entry.state) if policy else entry.state
    where = f"{label(account)}: " if account and account.host else ""
    told = account.notices if account else ()
    words = f"{where}{problem}"
    return Verdict(entry.slug, state, words, entry.explanation, entry.advice, notices=told)


def label(account: Account) -> str:
    """Return the name of the account for output: user, host and port."""
    host = f"[{account.host}]" if ":" in account.host else account.host
    user = account.user or ""
    user = user if len(user) <= LONGEST_USER else f"{user[:LONGEST_USER]}..."
    return f"{user} at {host}:{account.port}" if user else f"{host}:{account.port}"
