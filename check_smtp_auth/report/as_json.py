"""Output as one JSON object, for Zabbix and other programs; its names are a contract. Pure."""

from __future__ import annotations

import json
from itertools import islice

from .. import __version__
from ..diagnosis.catalogue import EXIT_CODES, SEVERITY
from ..diagnosis.findings import days_left, secret_days
from ..moments import iso
from ..observation import Stage
from ..printable import clean
from .text import LIMIT, skipped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any, Callable

    from ..diagnosis.catalogue import State
    from ..observation import Observation, StageName
    from ..outcome import Outcome

PLUGIN = "check_smtp_auth"
# The object of one account must fit into the 8 KiB that a monitor keeps: lists are cut to so
# many items and texts to so many characters; if that is not enough, to the next smaller pair.
LIMITS = ((16, 1_500), (8, 400), (4, 120), (2, 60), (1, 30))
MOST_SKIPPED = 8
MOST_LABELS = 16
LONGEST_NAME = 60
to_json = json.JSONEncoder(ensure_ascii=False).encode


def render(
    outcomes: Sequence[Outcome], verbosity: int = 0, arguments: Sequence[str] = ()
) -> tuple[str, int]:
    """Return the output, the same at any verbosity, and the exit code of the worst state."""
    accounts = [account_object(outcome) for outcome in outcomes]
    worst, _ = max(accounts, key=lambda each: SEVERITY[each[0]["state"]])
    front, end = around(worst["state"], worst["summary"])
    return f"{front}{', '.join(text for _, text in accounts)}{end}", worst["exit_code"]


def render_many(
    outcomes: Iterable[Outcome],
    elapsed: Callable[[], float],
    verbosity: int = 0,
    arguments: Sequence[str] = (),
) -> tuple[Iterable[bytes], int]:
    """Return the output, piece by piece, and the exit code for many accounts, whose run took
    ``elapsed()``.
    """
    from . import json_many

    return json_many.render(outcomes, elapsed)


def around(state: State, summary: str) -> tuple[str, str]:
    """Return the text before and after the accounts' objects, which are all on one line."""
    found = {
        "plugin": PLUGIN,
        "version": __version__,
        "state": state,
        "exit_code": EXIT_CODES[state],
        "summary": summary,
        "accounts": [],
    }
    return to_json(found)[:-2], "]}"


def _account(outcome: Outcome) -> dict[str, Any]:
    """Return one account's object, uncut."""
    account, verdict, seen = outcome.account, outcome.verdict, outcome.observation
    capabilities = seen.capabilities if seen else None
    times, history = outcome.times, outcome.history
    return {
        "name": account.name or account.user or "",
        "host": account.host,
        "port": account.port,
        "user": account.user or "",
        "state": verdict.state,
        "exit_code": EXIT_CODES[verdict.state],
        "diagnosis": verdict.slug,
        "summary": verdict.summary,
        "advice": " ".join((verdict.advice, *verdict.hints, *verdict.history)),
        "reply": _reply(seen),
        "stage": _stage(seen),
        "tls": _tls(outcome),
        "mechanism": seen.mechanism if seen else None,
        "mechanisms_offered": list(capabilities.mechanisms) if capabilities else [],
        "mechanisms_skipped": _named(skipped(seen), MOST_SKIPPED) if seen else {},
        "address": seen.address if seen else None,
        "tries": [f"{each.address}: {each.kind}" for each in seen.tries] if seen else [],
        "times": {
            "connect": _seconds(times.connect),
            "tls": _seconds(times.tls),
            "auth": _seconds(times.auth),
            "total": _seconds(times.total),
            "token": _seconds(times.token),
            "wait": _seconds(times.wait),
        },
        "secret_days": secret_days(outcome.policy, outcome.now),
        "held_until": _moment(history.held_until),
        "last_success": _moment(history.last_success),
        "since": _moment(history.since),
        "held_diagnosis": history.held_diagnosis,
        "also": list(verdict.also),
        "notices": list(verdict.notices),
        "used_by": account.used_by,
        "labels": _named(account.labels, MOST_LABELS),
        "monitor_host": account.monitor_host or None,
    }


def _reply(seen: Observation | None) -> dict[str, Any] | None:
    """Return the reply that decided: the refusal, or the 235."""
    if seen is None:
        return None
    reply = seen.failure.reply if seen.failure else None
    if seen.failure is None:
        accepted = [each.reply for each in seen.exchanges if each.stage == Stage.AUTH]
        reply = accepted[-1] if accepted else None
    if reply is None:
        return None
    return {"code": reply.code, "enhanced": reply.enhanced, "text": reply.text}


def _stage(seen: Observation | None) -> StageName | None:
    """Return the stage that the attempt reached."""
    if seen is None:
        return None
    return seen.failure.stage if seen.failure else Stage.QUIT


def _tls(outcome: Outcome) -> dict[str, Any]:
    """Return what is known of TLS and of the certificate."""
    seen = outcome.observation
    facts = seen.tls if seen else None
    certificate = facts.certificate if facts else None
    described = first_to_end = None
    first = facts.first_to_end if facts else None
    if first is not None:
        first_to_end = {
            "role": first.role,
            "subject": first.subject,
            "not_after": iso(first.not_after),
            "sha256": first.sha256,
        }
    if seen is not None and certificate is not None:
        described = {
            "subject": certificate.subject,
            "issuer": certificate.issuer,
            "not_after": iso(certificate.not_after),
            "days": days_left(seen, outcome.now),
            "sha256": certificate.sha256,
            "names": list(certificate.names),
        }
    return {
        "mode": outcome.account.tls,
        "version": facts.version if facts else None,
        "cipher": facts.cipher if facts else None,
        "verified": facts.verified if facts else False,
        "certificate": described,
        "first_to_end": first_to_end,
    }


def account_object(outcome: Outcome) -> tuple[dict[str, Any], str]:
    """Return one account's object, cleaned, and cut until the output for it alone fits; and its
    text.
    """
    account = _account(outcome)
    for items, text in LIMITS:
        cut: dict[str, Any] = _cut(account, items, text)
        written = to_json(cut)
        front, end = around(cut["state"], cut["summary"])
        if len(f"{front}{written}{end}".encode()) <= LIMIT:
            break
    return cut, written


def _cut(value: Any, items: int, text: int) -> Any:
    """Return a value with its texts cleaned, and texts and lists cut, which say so."""
    if isinstance(value, str):
        return clean(value, text)
    if isinstance(value, list):
        kept = [_cut(item, items, text) for item in value[:items]]
        left_out = len(value) - items
        return [*kept, f"... and {left_out} more"] if left_out > 0 else kept
    if isinstance(value, dict):
        return {name: _cut(item, items, text) for name, item in value.items()}
    return value


def _named(pairs: Iterable[tuple[str, str]], most: int) -> dict[str, str]:
    """Return an object with names that are not ours, and so many at most."""
    return {clean(name, LONGEST_NAME): value for name, value in islice(pairs, most)}


def _moment(moment: float | None) -> str | None:
    """Return a time in ISO 8601, UTC."""
    return None if moment is None else iso(moment)


def _seconds(seconds: float | None) -> float | None:
    """Return seconds with six decimals."""
    return None if seconds is None else round(seconds, 6)
