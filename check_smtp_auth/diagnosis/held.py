"""A login that the guard held back: the last diagnosis, and what comes next. Pure."""

from __future__ import annotations

from ..moments import iso
from ..state.history import is_crowded_out
from ..state.memory import forced_again
from . import Finding
from .catalogue import OK, REFUSALS, UNKNOWN, WARNING, entry_named
from .findings import judge_connection

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..accounts import Account, Policy
    from ..observation import Observation
    from ..state.history import Recalled
    from ..state.memory import Memory
    from .catalogue import State

# For how long, in seconds, an account that worked is reported as OK without being tried again.
STALE = 3_600.0
CUT_SHORT = "undecided, because the check was stopped before the server answered"
REASONS = {
    "account": "to keep the account from being locked",
    "server": "to keep this host from being banned by the server, which has refused other logins",
    "expected": "because a retired credential is tried only once a day",
    "busy": "because other checks of this server are in progress",
    "starved": "because this host is overloaded, which left too little time",
    "over": "because the whole run reached its --deadline",
    "unwritable": "because the attempt could not be recorded, and the account might get locked",
}
# Explanation and advice for holds whose reason is not the account itself.
EXPLAINED = {
    "server": (
        "The login was not tried: logins of this or other accounts at this server were rejected, "
        "and more of them could get this host banned. The state is that of the last diagnosis.",
        "Fix the accounts of this server that are rejected. If the server does not ban this host, "
        "raise --max-server-rejections.",
    ),
    "busy": (
        "The login was not tried: other checks of this server left no time for it. The state is "
        "that of the last diagnosis.",
        "Wait for the next check, where this one comes first. If it happens often, start fewer "
        "checks of this server at once, or raise -t.",
    ),
    "starved": (
        "The login was not tried: this host had no processor free for too long. The state is that "
        "of the last diagnosis.",
        "Find out what keeps this host busy, start fewer checks at once, or raise -t.",
    ),
    "slow": (
        "The login was not tried: files of this host were slow to answer. The state is that of the "
        "last diagnosis.",
        "Find out why the file in the first line is slow (a network file system, a command that "
        "takes its time), move it, or raise -t.",
    ),
    "over": (
        "The login was not tried: the whole run was over before it was its turn. The state is that "
        "of the last diagnosis.",
        "Wait for the next run, where this account comes first. If it happens often, raise "
        "--deadline, --concurrency or --server-connections.",
    ),
    "unwritable": (
        "The login was not tried: it was rejected before, and the next rejection could not be "
        "counted. The state is that of the last diagnosis.",
        "Do what the first line says, as root or as the user that runs the checks. Then fix the "
        "problem in the last diagnosis.",
    ),
}


def judge_held(
    account: Account, seen: Observation, policy: Policy, now: float, recalled: Recalled
) -> list[Finding]:
    """Return the findings: that the login was held back, and what the connection showed."""
    assert recalled.decision is not None
    memory, decision = recalled.memory, recalled.decision
    state = policy.states.get("held", _state(memory, policy, now))
    reason = REASONS["expected" if policy.expect_rejected else decision.why]
    why = decision.why
    if why == "starved" and decision.slow:
        why = "slow"
        reason = f"because {decision.slow}, which left too little time"
    if decision.why == "unwritable" and recalled.trouble:
        reason = f"{reason}: {recalled.trouble}"
    parts = [f"not tried, {reason}", _last(memory, seen.mechanism)]
    if decision.until > now:
        parts.append(f"next try at {iso(decision.until)}")
    if decision.why == "account":
        parts[-1] += _at_once(forced_again(memory, now), decision.until)
    explained = ("", "") if policy.expect_rejected else EXPLAINED.get(why, ("", ""))
    return [
        Finding("held", state, "; ".join(parts), *explained),
        *judge_connection(account, seen, policy, now),
    ]


def _at_once(by_hand: float, until: float) -> str:
    """Return the words for what ends the hold sooner; --retry-now works again at ``by_hand``, 0 for
    at once.
    """
    if not by_hand:
        return ", or at once when the secret changes or with --retry-now"
    again = f" (--retry-now: again from {iso(by_hand)})" if by_hand < until else ""
    return f", or at once when the secret changes{again}"


def judge_crowded_out(
    seen: Observation, policy: Policy, now: float, recalled: Recalled
) -> Finding | None:
    """Return the finding about a login that our own other checks left too little time. It says
    nothing about the server, so the last state stays. None if the server had enough time.
    """
    given = seen.times.auth or 0.0
    if not is_crowded_out(recalled.memory, recalled.decision, given):
        return None
    decision = recalled.decision
    why = f"other checks of this server left only {given:.1f} s for AUTH"
    if decision is not None and decision.cut:
        why = "the whole run reached its --deadline before the server answered"
    elif decision is not None and decision.starved and not decision.waited:
        why = f"{decision.slow or 'this host is overloaded'} and left only {given:.1f} s for AUTH"
    says = f"undecided: {why}; {_last(recalled.memory, seen.mechanism)}"
    return Finding("timeout", _state(recalled.memory, policy, now), says)


def _state(memory: Memory, policy: Policy, now: float) -> State:
    """Return the state of the last diagnosis."""
    last = entry_named(memory.diagnosis)
    if last is None:  # none yet, or one of a later version
        return UNKNOWN
    if policy.expect_rejected and last.slug in REFUSALS:
        return OK
    state = policy.states.get(last.slug, last.state)
    if state == OK and memory.last_success < now - STALE:
        return WARNING
    return state


def _last(memory: Memory, mechanism: str | None) -> str:
    """Return the last diagnosis in words, in the form for a mechanism, with the server's reply."""
    last = entry_named(memory.diagnosis, mechanism)
    if last is None:
        return CUT_SHORT if memory.killed else "it was not tried yet"
    if last.slug == "authenticated":
        return f"it worked when last tried, at {iso(memory.last_success)}"
    if memory.since < memory.last_success:  # the success was with another secret
        return f"{last.says} when this secret was last tried, at {iso(memory.since)}"
    says = f"{last.says} since {iso(memory.since)}"
    if memory.killed and last.slug == "timeout":
        return f"{says}: {CUT_SHORT}"
    return f"{says}: {memory.reply}" if memory.reply else says


def hints_held(recalled: Recalled, mechanism: str | None) -> tuple[str, ...]:
    """Return the advice of the last diagnosis, in the form for a mechanism."""
    memory = recalled.memory
    if memory.killed and memory.diagnosis in ("", "timeout"):
        return (
            "The monitor stopped this check before its own timeout (-t) was up: raise the "
            "monitor's timeout for it, or lower -t.",
        )
    last = entry_named(memory.diagnosis, mechanism)
    return () if last is None or last.slug == "authenticated" else (last.advice,)
