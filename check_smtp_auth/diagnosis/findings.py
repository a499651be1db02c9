"""What there is to report about a login that was accepted. Pure."""

from __future__ import annotations

from ..accounts import Policy
from ..observation import Times
from . import Finding, unexpected
from .catalogue import CRITICAL, ENTRIES, OK, WARNING
from .notices import retirement_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..accounts import Account, Thresholds
    from ..observation import Observation
    from ..ranges import Range
    from ..state.drift import Changes
    from .catalogue import State

DAY = 86_400
# The words for a time outside of its range.
TOO = {
    "above": "slowly",
    "below": "faster than expected",
    "inside": "with an unexpected time",
}


def judge(
    account: Account, seen: Observation, policy: Policy, now: float, changes: Changes
) -> list[Finding]:
    """Return the findings; the first is that the login was accepted."""
    findings = [Finding("authenticated", OK, _accepted(account, seen))]
    if policy.expect_rejected:
        findings.append(unexpected(policy))
    findings += [
        *_drift(changes, policy),
        *_certificate(account, seen, policy, now, "authenticated, but "),
        *_secret(policy, now),
        *_retiring(account, seen),
        *_slow(policy, seen.times),
    ]
    return _overridden(findings, policy)


def judge_connection(
    account: Account, seen: Observation, policy: Policy, now: float
) -> list[Finding]:
    """Return the findings about the certificate and the connect time alone."""
    connected = Times(seen.times.connect, None, None, 0.0)
    findings = [
        *_certificate(account, seen, policy, now),
        *_slow(Policy(connect=policy.connect), connected),
    ]
    return _overridden(findings, policy)


def _overridden(findings: list[Finding], policy: Policy) -> list[Finding]:
    """Return the findings with the states that the user wants for them."""
    if not policy.states:
        return findings
    return [each.replace(state=policy.states.get(each.slug, each.state)) for each in findings]


def days_left(seen: Observation, now: float) -> int | None:
    """Return the whole days until the first certificate of the chain expires, negative if it has
    expired; None without a certificate.
    """
    end = certificate_end(seen)
    return None if end is None else int((end - now) // DAY)


def certificate_end(seen: Observation) -> int | None:
    """Return when the certificate expires that is judged, the first one of the chain to expire, in
    seconds since the epoch; None without a certificate.
    """
    first = seen.tls.first_to_end if seen.tls else None
    return None if first is None else first.not_after


def _accepted(account: Account, seen: Observation) -> str:
    """Return the finding that a login was accepted."""
    channel = seen.tls.version if seen.tls else "an unencrypted connection"
    unverified = ", certificate not verified (--insecure)" if account.trust.insecure else ""
    wait = seen.times.wait
    waited = f", including {wait:.3f} s of waiting for our other checks" if wait else ""
    return (
        f"authenticated by {seen.mechanism} over {channel}{unverified} "
        f"in {seen.times.total:.3f} s{waited}"
    )


def _drift(changes: Changes, policy: Policy) -> list[Finding]:
    """Return findings about what has changed for the worse."""
    if not changes.worse or policy.accept_drift:
        return []
    explanation = "The login works, but not everything is as it was when it was last accepted."
    return [
        Finding("drifted", WARNING, f"authenticated, but {'; '.join(changes.worse)}", explanation)
    ]


def _certificate(
    account: Account, seen: Observation, policy: Policy, now: float, before: str = ""
) -> list[Finding]:
    """Return a warning if a certificate, the server's or one it depends on, expires soon."""
    state = _running_out(days_left(seen, now), policy.warning_days, policy.critical_days)
    if state == OK or seen.tls is None:
        return []
    from .certificates import ending  # only to warn

    says, means, advice = ending(account.trust, seen.tls, now)
    return [Finding("certificate-expiring", state, f"{before}{says}", means, advice)]


def secret_days(policy: Policy, now: float) -> int | None:
    """Return the days until the secret expires, negative if it has expired; None if the date is not
    known.
    """
    if policy.secret_expires is None:
        return None
    from ..moments import days_until  # few give a date

    return days_until(policy.secret_expires, now)


def _secret(policy: Policy, now: float) -> list[Finding]:
    """Return a warning if the secret is known to expire soon."""
    days = secret_days(policy, now)
    state = _running_out(days, policy.secret_warning_days, policy.secret_critical_days)
    if policy.secret_expires is None or state == OK:
        return []
    from ..moments import how_a_day_ends  # only to warn

    ends = how_a_day_ends(policy.secret_expires, now)
    return [Finding("secret-expiring", state, f"authenticated, but the secret {ends}")]


def _retiring(account: Account, seen: Observation) -> list[Finding]:
    """Return a warning if the provider has announced the end of this way to log in."""
    retirement = retirement_of(account.tls_name, seen.mechanism or "")
    if retirement is None:
        return []
    entry = ENTRIES["basic-auth-retiring"]
    return [Finding(entry.slug, entry.state, f"{entry.says}: {retirement.announced}")]


def _running_out(days: int | None, warning: int, critical: int) -> State:
    """Return the state for so many days left; a threshold of 0 is never reached."""
    if days is None:
        return OK
    if critical and days < critical:
        return CRITICAL
    return WARNING if warning and days < warning else OK


def _slow(policy: Policy, times: Times) -> list[Finding]:
    """Return one finding for all times that exceed their thresholds, with the worst state."""
    parts = (
        ("total", times.total - times.wait, policy.total),
        ("connect", times.connect, policy.connect),
        ("AUTH", times.auth, policy.auth),
    )
    outside: dict[State, str] = {}
    for name, seconds, thresholds in parts:
        state, range_ = _judged(seconds, thresholds)
        if seconds is not None and range_ is not None and state not in outside:
            waited = f", excluding {times.wait:.3f} s of waiting" if times.wait else ""
            beside = waited if name == "total" else ""
            how = TOO[range_.side(seconds)]
            outside[state] = f"{how}: {name} time {seconds:.3f} s{beside} (threshold {range_})"
    worst: State = CRITICAL if CRITICAL in outside else WARNING
    if worst not in outside:
        return []
    return [Finding("slow", worst, f"authenticated, but {outside[worst]}")]


def _judged(seconds: float | None, thresholds: Thresholds) -> tuple[State, Range | None]:
    """Return the state for a time, and the range that it is outside of."""
    if seconds is not None:
        if thresholds.critical is not None and not thresholds.critical.contains(seconds):
            return CRITICAL, thresholds.critical
        if thresholds.warning is not None and not thresholds.warning.contains(seconds):
            return WARNING, thresholds.warning
    return OK, None
