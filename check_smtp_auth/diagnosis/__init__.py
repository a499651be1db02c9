"""From facts to one verdict. Pure: no clock, no sockets, no files.

``diagnose`` finds the slug (``failures`` and ``refusals`` for a login that did not come
about, ``findings`` for one that did) and takes state and words from ``catalogue``.
"""

from __future__ import annotations

from ..record import Record
from .catalogue import ENTRIES, SEVERITY

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..accounts import Account, Policy
    from ..observation import Observation

__all__ = ["Verdict", "diagnose", "misconfigured"]


class Finding(Record):
    """One thing found: its slug, its state, and its words for the first line."""

    slug: str
    state: str
    says: str


class Verdict(Record):
    """The judgement on one attempt.

    ``summary`` is the first line's text. ``hints`` are what this case adds to the advice.
    ``also`` are the slugs of what else was found, ``other`` its words; ``notices`` change
    no state.
    """

    slug: str
    state: str
    summary: str
    explanation: str
    advice: str
    hints: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    other: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()


def diagnose(account: Account, seen: Observation, policy: Policy, now: float) -> Verdict:
    """Judge one attempt. ``now`` is the time of day, in seconds since the epoch."""
    if seen.failure is None:
        from .findings import judge

        found = judge(account, seen, policy, now)
        hints: tuple[str, ...] = ()
    else:
        from .hints import hints_for  # nothing that follows is needed when all is well

        found = [_failure(account, seen, policy)]
        hints = hints_for(account, seen, found[0].slug)
    worst = max(found, key=lambda finding: SEVERITY[finding.state])
    rest = [
        finding for finding in found if finding is not worst and finding.slug != "authenticated"
    ]
    entry = ENTRIES[worst.slug]
    return Verdict(
        worst.slug,
        worst.state,
        f"{label(account)}{worst.says}",
        entry.explanation,
        entry.advice,
        hints,
        tuple(finding.slug for finding in rest),
        tuple(finding.says for finding in rest),
        notices(account, seen),
    )


def misconfigured(account: Account | None, problem: str, policy: Policy | None = None) -> Verdict:
    """The verdict on an account that could not be tried for a fault on our side."""
    entry = ENTRIES["misconfigured"]
    state = policy.states.get(entry.slug, entry.state) if policy else entry.state
    where = f"{label(account)}: " if account else ""
    return Verdict(entry.slug, state, f"{where}{problem}", entry.explanation, entry.advice)


def label(account: Account) -> str:
    """Name the account: user, host and port."""
    host = f"[{account.host}]" if ":" in account.host else account.host
    return f"{account.user} at {host}:{account.port}" if account.user else f"{host}:{account.port}"


def _failure(account: Account, seen: Observation, policy: Policy) -> Finding:
    """Judge a login that did not come about."""
    failure = seen.failure
    assert failure is not None
    slug = None
    if failure.reply is not None:
        from .refusals import slug_of_reply

        slug, said = slug_of_reply(failure), str(failure.reply)
    if slug is None:
        from .failures import describe, slug_of

        slug, said = slug_of(failure), describe(account, seen)
    entry = ENTRIES[slug]
    says = f": {entry.says}: {said}" if said else f": {entry.says}"
    return Finding(slug, policy.states.get(slug, entry.state), says)


def notices(account: Account, seen: Observation) -> tuple[str, ...]:
    """What is worth knowing and changes no state."""
    told = []
    if seen.tls and account.trust.insecure:
        told.append("The certificate was not verified (--insecure).")
    if seen.tls:
        told += [f"The certificate chain has {fault}." for fault in seen.tls.notices]
    iterations = seen.mechanism_facts.get("iterations", "4096")
    if int(iterations) < 4096:
        told.append(f"The server's SCRAM iteration count is low: {iterations}, not 4096 or more.")
    if seen.secret_has_blanks:
        told.append("The secret begins or ends with a blank; it was sent with it.")
    told += [f"{attempt.address}: {attempt.kind}." for attempt in seen.tries]
    return tuple(told)
