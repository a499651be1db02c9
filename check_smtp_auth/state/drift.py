"""What an account relies on, and how it has changed since it was last accepted. Pure.

The baseline is what was seen at successes: every mechanism offered, the highest TLS version,
the organisations that issued the certificate, the server's extensions. Changes for the worse
stand until they are accepted (``--accept-drift``) or gone; others are worth a note only.
"""

from __future__ import annotations

from ..record import Record
from .memory import Baseline, bounded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..observation import Observation
    from .memory import Memory


class Changes(Record):
    """What differs from the baseline, in words: for the worse, and otherwise."""

    worse: tuple[str, ...] = ()
    neutral: tuple[str, ...] = ()


UNCHANGED = Changes()
# The last baseline that was met, and what met it: many accounts of a server share both.
_met: list[tuple[object, ...]] = [()]


def compare(known: Baseline, seen: Observation) -> Changes:
    """Compare what was seen with the baseline; without one nothing has changed."""
    if not known.mechanisms or seen.capabilities is None or _is_met(known, seen):
        return UNCHANGED
    worse, neutral = [], []
    offered = seen.capabilities.mechanisms
    gone = [name for name in known.mechanisms if name not in offered]
    if gone:
        before, after = " ".join(known.mechanisms), " ".join(offered)
        worse.append(f"{' '.join(gone)} is no longer offered (before: {before}; now: {after})")
    new = [name for name in offered if name not in known.mechanisms]
    if new:
        neutral.append(f"{' '.join(new)} is newly offered.")
    version = _version(seen)
    if version < known.tls:
        worse.append(f"TLS dropped from {known.tls} to {version or 'none'}")
    issuer = _issuer(seen)
    if issuer and known.issuers and issuer not in known.issuers:
        before = ", ".join(known.issuers)
        worse.append(f"the certificate is from another issuer (before: {before}; now: {issuer})")
    for keyword in known.keywords:
        if keyword not in seen.capabilities.keywords:
            neutral.append(f"The extension {keyword} is no longer offered.")
    return Changes(tuple(worse), tuple(neutral))


class Learnt(Record):
    """What is learnt from a success: the mechanism that worked, the mark of the secret's file, and
    the new baseline.
    """

    mechanism: str
    mark: str
    baseline: Baseline

    def added_to(self, memory: Memory) -> Memory:
        """Return the memory with what was learnt; the same object if nothing is new."""
        learnt = (self.mechanism, self.mark, self.baseline)
        if learnt == (memory.mechanism, memory.mark, memory.baseline):
            return memory
        return memory.replace(mechanism=self.mechanism, mark=self.mark, baseline=self.baseline)


def baseline(old: Baseline, seen: Observation, accept: bool) -> Baseline:
    """Return the baseline after a success.

    What is better or new is added; what is worse replaces the rest only if accepted.
    """
    if seen.capabilities is None or _is_met(old, seen):
        return old
    if accept:
        old = Baseline()
    issuer = (_issuer(seen),) if _issuer(seen) and not old.issuers else ()
    return Baseline(
        mechanisms=bounded(_joined(old.mechanisms, seen.capabilities.mechanisms)),
        keywords=bounded(tuple(seen.capabilities.keywords)),
        tls=max(old.tls, _version(seen)),
        issuers=bounded(_joined(old.issuers, issuer)),
    )


def _is_met(known: Baseline, seen: Observation) -> bool:
    """Tell whether everything is exactly as it was, as it nearly always is."""
    offered, version, issuer = seen.capabilities, _version(seen), _issuer(seen)
    compared = known, offered, version, issuer
    if offered is None or compared == _met[0]:
        return offered is not None
    met = (
        known.mechanisms == offered.mechanisms
        and known.keywords == tuple(offered.keywords)
        and known.tls == version
        and known.issuers == (issuer,)
    )
    if met:
        _met[0] = compared
    return met


def _joined(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    """Join two lists, naming each item once."""
    return tuple(dict.fromkeys((*first, *second)))


def _version(seen: Observation) -> str:
    """Return the TLS version, "" without TLS; "TLSv1.3" sorts behind "TLSv1.2"."""
    return (seen.tls.version or "") if seen.tls else ""


def _issuer(seen: Observation) -> str:
    """Return the organisation that issued the certificate: its CAs change names, it does not."""
    certificate = seen.tls.certificate if seen.tls else None
    return certificate.issuer_organisation if certificate else ""
