"""Outcomes as a check brings them home, made without one: known times, known words."""

from __future__ import annotations

from typing import Any

from check_smtp_auth.accounts import Account, Policy, Source, Thresholds, Trust
from check_smtp_auth.diagnosis import Verdict, diagnose, misconfigured
from check_smtp_auth.diagnosis.catalogue import ENTRIES
from check_smtp_auth.observation import (
    Certificate,
    Exchange,
    FailedConnect,
    Failure,
    Kind,
    MechanismFacts,
    Observation,
    Stage,
    Times,
    TLSFacts,
)
from check_smtp_auth.outcome import History, Outcome
from check_smtp_auth.ranges import parse_range
from check_smtp_auth.sasl.choice import Skip
from check_smtp_auth.smtp.capabilities import Capabilities
from check_smtp_auth.smtp.reply import Reply

NOW = 1_800_000_000.0  # 2027-01-15T08:00:00Z
DAY = 86_400
ACCOUNT = Account(
    "mail.example.test",
    587,
    "finance@example.test",
    Source("file", "/etc/smtp/finance"),
    "starttls",
    Trust(),
    "mail.example.test",
)
ACCEPTED = Reply(235, ("2.7.0 Authentication successful",))


def certificate(days: float = 61.5, **changes: Any) -> Certificate:
    """A certificate that is valid for so many days more."""
    facts = {
        "der": b"certificate",
        "subject": "CN=mail.example.test",
        "issuer": "CN=Example CA, O=Example",
        "not_before": int(NOW - 30 * DAY),
        "not_after": int(NOW + days * DAY),
        "names": ("mail.example.test", "192.0.2.25"),
    }
    return Certificate(**{**facts, **changes})


def tls(days: float = 61.5, **changes: Any) -> TLSFacts:
    """The facts of a handshake that went well."""
    return TLSFacts("TLSv1.3", "TLS_AES_256_GCM_SHA384", True, certificate(days, **changes))


def observation(**changes: Any) -> Observation:
    """What is seen of a login that is accepted, with changes."""
    facts: dict[str, Any] = {
        "address": "192.0.2.25",
        "tries": (),
        "tls": tls(),
        "before_tls": Capabilities("mail.example.test", {"STARTTLS": ""}),
        "capabilities": Capabilities("mail.example.test", {"AUTH": "PLAIN LOGIN", "SIZE": "1"}),
        "mechanism": "PLAIN",
        "skipped": {"LOGIN": Skip.RANK},
        "mechanism_facts": MechanismFacts(),
        "exchanges": (
            Exchange(Stage.GREETING, "", Reply(220, ("mail.example.test ESMTP",)), 0.02),
            Exchange(Stage.AUTH, "AUTH PLAIN ***", ACCEPTED, 0.104),
        ),
        "failure": None,
        "times": Times(0.012, 0.031, 0.104, 0.211),
    }
    return Observation(**{**facts, **changes})


def accepted(
    policy: Policy | None = None, account: Account = ACCOUNT, now: float = NOW, **changes: Any
) -> Outcome:
    """The outcome of an accepted login, judged by the policy."""
    seen = observation(**changes)
    wanted = policy or Policy()
    verdict = diagnose(account, seen, wanted, now)
    return Outcome(account, wanted, seen, verdict, seen.times, now)


def refused(*lines: str, code: int = 535, policy: Policy | None = None, **changes: Any) -> Outcome:
    """The outcome of a login that is refused in these words."""
    reply = Reply(code, lines or ("5.7.8 Error: authentication failed",))
    failure = Failure(Stage.AUTH, Kind.REPLY, reply=reply)
    exchanges = (Exchange(Stage.AUTH, "AUTH PLAIN ***", reply, 0.104),)
    return accepted(policy, failure=failure, exchanges=exchanges, **changes)


def failed(stage: Any, kind: Any, detail: str = "", **changes: Any) -> Outcome:
    """The outcome of an attempt that came to a stage and no further."""
    unreached: dict[str, Any] = {
        "tls": None,
        "before_tls": None,
        "capabilities": None,
        "mechanism": None,
        "skipped": {},
        "exchanges": (),
        "address": None,
        "times": Times(None, None, None, 10.0004),
    }
    return accepted(failure=Failure(stage, kind, detail), **{**unreached, **changes})


def unreachable() -> Outcome:
    """The outcome of a connection that was refused at two addresses."""
    tries = (
        FailedConnect("2001:db8::25", Kind.REFUSED, "Connection refused"),
        FailedConnect("192.0.2.25", Kind.REFUSED, "Connection refused"),
    )
    return failed(Stage.CONNECT, Kind.REFUSED, tries=tries, times=Times(None, None, None, 0.002))


def not_tried(problem: str = "-P: no such file", account: Account = ACCOUNT) -> Outcome:
    """The outcome of an account that could not be tried."""
    verdict = misconfigured(account, problem)
    return Outcome(account, Policy(), None, verdict, Times(None, None, None, 0.0001), NOW)


def held(last: Any = None, state: Any = "UNKNOWN", account: Account = ACCOUNT) -> Outcome:
    """The outcome of a login that was not tried, whose last diagnosis and state were these."""
    failure = Failure(Stage.AUTH, Kind.HELD)
    seen = observation(failure=failure, times=Times(0.012, 0.031, None, 0.1))
    words = f"{account.user} at {account.host}:{account.port}: not tried, to keep it from harm"
    entry = ENTRIES["held"]
    verdict = Verdict("held", state, words, entry.explanation, entry.advice)
    history = History(held_until=NOW + 3600, held_diagnosis=last, state_dir="/state")
    return Outcome(account, Policy(), seen, verdict, seen.times, NOW, history)


def thresholds(warning: str = "", critical: str = "") -> Thresholds:
    """Thresholds in the guidelines' notation."""
    ranges = (parse_range(text) if text else None for text in (warning, critical))
    return Thresholds(*ranges)
