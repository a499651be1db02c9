"""What there is to say of a login that was accepted. Pure."""

from __future__ import annotations

from ..accounts import Policy
from ..observation import Times
from ..state.drift import compare
from . import Finding, unexpected
from .catalogue import CRITICAL, ENTRIES, OK, WARNING
from .notices import retirement_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..accounts import Account, Thresholds
    from ..observation import Observation
    from ..state.history import Recalled
    from .catalogue import State

DAY = 86_400


def judge(
    account: Account, seen: Observation, policy: Policy, now: float, recalled: Recalled | None
) -> list[Finding]:
    """Return what was found; first of all that the login was accepted."""
    findings = [Finding("authenticated", OK, _accepted(account, seen))]
    if policy.expect_rejected:
        findings.append(unexpected(policy))
    findings += _drift(account, seen, policy, recalled)
    findings += [
        *_certificate(seen, policy, now, "authenticated, but "),
        *_secret(policy, now),
        *_retiring(account, seen),
        *_slow(policy, seen.times),
    ]
    return [_overridden(finding, policy) for finding in findings]


def judge_connection(seen: Observation, policy: Policy, now: float) -> list[Finding]:
    """Return what there is to say of the certificate and the connect time alone."""
    connected = Times(seen.times.connect, None, None, 0.0)
    findings = [*_certificate(seen, policy, now), *_slow(Policy(connect=policy.connect), connected)]
    return [_overridden(finding, policy) for finding in findings]


def _overridden(finding: Finding, policy: Policy) -> Finding:
    """Give a finding the state that the user wants for it."""
    return finding.replace(state=policy.states.get(finding.slug, finding.state))


def days_left(seen: Observation, now: float) -> int | None:
    """Whole days until the certificate ends, negative when past; None without one."""
    if seen.tls is None or seen.tls.certificate is None:
        return None
    return int((seen.tls.certificate.not_after - now) // DAY)


def _accepted(account: Account, seen: Observation) -> str:
    """The words for a login that was accepted."""
    channel = seen.tls.version if seen.tls else "an unencrypted connection"
    unverified = ", certificate not verified (--insecure)" if account.trust.insecure else ""
    return (
        f"authenticated by {seen.mechanism} over {channel}{unverified} in {seen.times.total:.3f} s"
    )


def _drift(
    account: Account, seen: Observation, policy: Policy, recalled: Recalled | None
) -> list[Finding]:
    """Tell what has changed for the worse, and a mechanism that is pinned and not offered."""
    offered = seen.capabilities.mechanisms if seen.capabilities else ()
    if account.pins.mechanism and account.pins.mechanism not in offered:
        says = f"authenticated, but {account.pins.mechanism} is not offered, as it should be"
        return [Finding("drifted", CRITICAL, says)]
    if recalled is None or policy.accept_drift:
        return []
    changes = compare(recalled.memory.baseline, seen).worse
    if not changes:
        return []
    return [Finding("drifted", WARNING, f"authenticated, but {'; '.join(changes)}")]


def _certificate(seen: Observation, policy: Policy, now: float, before: str = "") -> list[Finding]:
    """Warn of a certificate that runs out."""
    days = days_left(seen, now)
    state = _running_out(days, policy.warning_days, policy.critical_days)
    if days is None or state == OK or seen.tls is None or seen.tls.certificate is None:
        return []
    subject = seen.tls.certificate.subject or ", ".join(seen.tls.certificate.names)
    when, ends = _count(days)
    says = f"{before}the certificate of {subject} {ends} {when}"
    return [Finding("certificate-expiring", state, says)]


def secret_days(policy: Policy, now: float) -> int | None:
    """Whole days until the secret ends, negative when past; None where that is not known."""
    return None if policy.secret_expires is None else int((policy.secret_expires - now) // DAY)


def _secret(policy: Policy, now: float) -> list[Finding]:
    """Warn of a secret that is known to end."""
    days = secret_days(policy, now)
    state = _running_out(days, policy.secret_warning_days, policy.secret_critical_days)
    if days is None or state == OK:
        return []
    when, ends = _count(days)
    return [Finding("secret-expiring", state, f"authenticated, but the secret {ends} {when}")]


def _retiring(account: Account, seen: Observation) -> list[Finding]:
    """Tell of a login by a method that its provider has announced to end."""
    retirement = retirement_of(account.tls_name, seen.mechanism or "")
    if retirement is None:
        return []
    entry = ENTRIES["basic-auth-retiring"]
    return [Finding(entry.slug, entry.state, f"{entry.says}: {retirement.announced}")]


def _running_out(days: int | None, warning: int, critical: int) -> State:
    """The state that so many days left earn; a threshold of 0 asks for nothing."""
    if days is None:
        return OK
    if critical and days < critical:
        return CRITICAL
    return WARNING if warning and days < warning else OK


def _count(days: int) -> tuple[str, str]:
    """Word when something ends, in days, and that it does or did."""
    count = f"{abs(days)} day{'' if abs(days) == 1 else 's'}"
    return (f"in {count}", "ends") if days >= 0 else (f"{count} ago", "ended")


def _slow(policy: Policy, times: Times) -> list[Finding]:
    """Hold the times against their thresholds; the worst of them in one finding."""
    parts = (
        ("total", times.total, policy.total),
        ("connect", times.connect, policy.connect),
        ("AUTH", times.auth, policy.auth),
    )
    over: dict[State, str] = {WARNING: "", CRITICAL: ""}
    for name, seconds, thresholds in parts:
        judged, limit = _exceeded(seconds, thresholds)
        if judged in over and not over[judged]:
            over[judged] = f"{name} time {seconds:.3f} s (threshold {limit})"
    state: State = CRITICAL if over[CRITICAL] else WARNING
    if not over[state]:
        return []
    return [Finding("slow", state, f"{ENTRIES['slow'].says}: {over[state]}")]


def _exceeded(seconds: float | None, thresholds: Thresholds) -> tuple[State, str]:
    """Return the state that a time earns, and the threshold it is over."""
    if seconds is not None:
        if thresholds.critical is not None and not thresholds.critical.contains(seconds):
            return CRITICAL, str(thresholds.critical)
        if thresholds.warning is not None and not thresholds.warning.contains(seconds):
            return WARNING, str(thresholds.warning)
    return OK, ""
