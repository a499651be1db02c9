"""What an account relies on, and how it has changed since it was last accepted. Pure.

The baseline is what was seen at successes: every mechanism offered, the highest TLS version,
the organisations that issued the certificate, the server's extensions. Changes for the worse
stand until they are accepted (``--accept-drift``) or gone; others are worth a note only.
"""

from __future__ import annotations

from ..record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..observation import Observation
    from .memory import Memory


class Changes(Record):
    """What differs from the baseline, in words: for the worse, and otherwise."""

    worse: tuple[str, ...] = ()
    neutral: tuple[str, ...] = ()


def compare(memory: Memory, seen: Observation) -> Changes:
    """Hold what was seen against the baseline; without one nothing has changed."""
    if not memory.mechanisms or seen.capabilities is None:
        return Changes()
    worse, neutral = [], []
    offered = seen.capabilities.mechanisms
    gone = [name for name in memory.mechanisms if name not in offered]
    if gone:
        before, after = " ".join(memory.mechanisms), " ".join(offered)
        worse.append(f"{' '.join(gone)} is no longer offered (before: {before}; now: {after})")
    new = [name for name in offered if name not in memory.mechanisms]
    if new:
        neutral.append(f"{' '.join(new)} is newly offered.")
    version = _version(seen)
    if version < memory.tls:
        worse.append(f"TLS went down from {memory.tls} to {version or 'none'}")
    issuer = _issuer(seen)
    if issuer and memory.issuers and issuer not in memory.issuers:
        before = ", ".join(memory.issuers)
        worse.append(f"the certificate is from another issuer (before: {before}; now: {issuer})")
    for keyword in memory.keywords:
        if keyword not in seen.capabilities.keywords:
            neutral.append(f"The extension {keyword} is no longer offered.")
    return Changes(tuple(worse), tuple(neutral))


def baseline(memory: Memory, seen: Observation, accept: bool) -> dict[str, object]:
    """Return the baseline's fields after a success.

    What is better or new is added; what is worse replaces the rest only if accepted.
    """
    if seen.capabilities is None:
        return {}
    old = memory.replace(mechanisms=(), tls="", issuers=()) if accept else memory
    issuer = (_issuer(seen),) if _issuer(seen) and not old.issuers else ()
    return {
        "mechanisms": _joined(old.mechanisms, seen.capabilities.mechanisms),
        "tls": max(old.tls, _version(seen)),
        "issuers": _joined(old.issuers, issuer),
        "keywords": tuple(seen.capabilities.keywords),
    }


def _joined(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    """Join two lists, naming each item once."""
    return tuple(dict.fromkeys((*first, *second)))


def _version(seen: Observation) -> str:
    """The TLS version, "" without TLS; "TLSv1.3" sorts behind "TLSv1.2"."""
    return (seen.tls.version or "") if seen.tls else ""


def _issuer(seen: Observation) -> str:
    """The organisation that issued the certificate: its CAs change names, it does not."""
    certificate = seen.tls.certificate if seen.tls else None
    return certificate.issuer_organisation if certificate else ""
