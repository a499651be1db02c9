"""Which mechanism to use: the one choice of a run. Pure."""

from __future__ import annotations

from functools import lru_cache

from ..certificate import end_point
from ..record import Record
from . import NAMES, Binding, Credential, entry

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Final, Literal

    from ..observation import TLSFacts

    SkipName = Literal[
        "unknown",
        "not allowed",
        "only by name",
        "another proof",
        "clear text",
        "no binding",
        "less preferred",
        "did not work before",
    ]

# The domains of two providers whose OAUTHBEARER does not work well, though they offer it.
XOAUTH2_FIRST = (".outlook.com", ".office365.com", ".outlook.de", ".gmail.com", ".google.com")
# The bindings used by default, best first. "tls-server-end-point" is only used if -A names a -PLUS
# mechanism: it binds to the certificate only, and proxies break it.
BINDINGS = ("tls-exporter", "tls-unique")
WEAK_BINDING = "tls-server-end-point"


class Channel(Record):
    """The connection as the choice sees it: how far it can be trusted with a secret, and the data
    that an exchange could be bound to it with, by kind of binding.
    """

    trust: str
    bindings: dict[str, bytes] = {}

    VERIFIED = "verified TLS"
    UNVERIFIED = "TLS without verification"
    CLEAR_ALLOWED = "clear text, allowed"
    CLEAR = "clear text"


class Skip:
    """Why a mechanism that is offered is not used."""

    UNKNOWN: Final = "unknown"
    NOT_ALLOWED: Final = "not allowed"
    BY_NAME: Final = "only by name"
    PROOF: Final = "another proof"
    EXPOSED: Final = "clear text"
    NO_BINDING: Final = "no binding"
    RANK: Final = "less preferred"
    NEW: Final = "did not work before"


class Choice(Record):
    """The mechanism to use, or None; why each of the others offered is not; and how the
    exchange is bound to the channel.

    ``exposed`` says that only mechanisms were left that would give the secret away.
    """

    name: str | None
    skipped: dict[str, SkipName]
    exposed: bool = False
    binding: Binding = Binding()


def channel_of(tls: TLSFacts | None, clear_allowed: bool, wanted: Sequence[str]) -> Channel:
    """Return the connection as the choice sees it; ``clear_allowed`` says that the secret may
    travel without TLS.
    """
    if tls is None:
        return Channel(Channel.CLEAR_ALLOWED if clear_allowed else Channel.CLEAR)
    bindings = tls.bindings
    if tls.certificate and any(name.endswith("-PLUS") for name in wanted):
        end = end_point(tls.certificate.der)
        bindings = {**bindings, WEAK_BINDING: end} if end else bindings
    return Channel(Channel.VERIFIED if tls.verified else Channel.UNVERIFIED, bindings)


def choose(
    offered: Sequence[str],
    wanted: Sequence[str],
    channel: Channel,
    credential: Credential,
    kept: str = "",
) -> Choice:
    """Choose one mechanism of those offered, once.

    ``wanted`` gives the allowed ones in order; if it is empty, the strongest comes first: over
    verified TLS in the registry's order, else first those that do not expose the secret. ``kept``
    is one that worked before: it is used again if possible, since the server may lack the
    account's secret for a stronger one that an upgrade has brought.
    """
    chosen, skipped, flag = _chosen(
        tuple(offered),
        tuple(wanted),
        channel.trust,
        tuple(channel.bindings),
        credential.proof,
        credential.host,
        kept,
    )
    exposed = chosen is None and Skip.EXPOSED in skipped.values()
    return Choice(chosen, skipped, exposed, Binding(flag, channel.bindings.get(flag, b"")))


@lru_cache(64)  # it is the same for many accounts of a server
def _chosen(
    offered: tuple[str, ...],
    wanted: tuple[str, ...],
    trust: str,
    bindings: tuple[str, ...],
    proof: str,
    host: str,
    kept: str,
) -> tuple[str | None, dict[str, SkipName], str]:
    """Return which mechanism to use, if any, why each of the others offered is not used, and the
    GS2 flag for how it is bound. ``bindings`` are the kinds available.
    """
    by_name = bool(wanted)
    order = list(wanted) or _by_preference(trust, host)
    why_not = {name: _why_not(name, order, by_name, trust, bindings, proof) for name in offered}
    usable = [name for name in order if name in offered and not why_not[name]]
    chosen = usable[0] if usable else None
    if kept in usable and not (trust == Channel.UNVERIFIED and exposes(kept)):
        chosen = kept
    skipped: dict[str, SkipName] = {}
    for name in offered:
        if name == chosen:
            continue
        newer = chosen == kept and name in usable and order.index(name) < order.index(kept)
        skipped[name] = why_not[name] or (Skip.NEW if newer else Skip.RANK)
    flag = _flag(chosen, offered, by_name, bindings) if chosen else "n"
    return chosen, skipped, flag


def gives_more_away(choice: Choice, kept: str, proof: str) -> bool:
    """Tell whether the secret, which ``kept`` did not expose when it worked before, would now be
    exposed: somebody in between may have removed that mechanism from the list.
    """
    before = entry(kept)
    if before is None or before.exposes or proof not in before.proofs:
        return False
    return choice.exposed or exposes(choice.name or "")


def _by_preference(trust: str, host: str) -> list[str]:
    """All mechanisms, those to be preferred first."""
    order = list(NAMES)
    if trust != Channel.VERIFIED:
        order.sort(key=exposes)
    if f".{host.lower()}".endswith(XOAUTH2_FIRST):
        order.sort(key=lambda name: name == "OAUTHBEARER")
    return order


def _why_not(
    name: str,
    order: list[str],
    by_name: bool,
    trust: str,
    bindings: Iterable[str],
    proof: str,
) -> SkipName | None:
    """Tell why an offered mechanism cannot be used; None if it can."""
    found = entry(name)
    if found is None:
        return Skip.UNKNOWN
    if name not in order:
        return Skip.NOT_ALLOWED
    if proof not in found.proofs and not (by_name and proof in found.by_name):
        return Skip.BY_NAME if proof in found.by_name else Skip.PROOF
    if trust == Channel.CLEAR and found.exposes:
        return Skip.EXPOSED
    if found.binds and not _kind_of_binding(by_name, bindings):
        return Skip.NO_BINDING
    return None


def _flag(name: str, offered: Sequence[str], by_name: bool, bindings: Iterable[str]) -> str:
    """Return the GS2 flag of an exchange by this mechanism: a kind of binding, "y" or "n".

    "y" tells the server that it seems to offer no -PLUS, so that it notices if somebody in between
    removed it from the list (RFC 5802 section 6).
    """
    found = entry(name)
    if found is not None and found.binds:
        return _kind_of_binding(by_name, bindings)
    plus_offered = any(each.startswith("SCRAM-") and each.endswith("-PLUS") for each in offered)
    could = any(each in bindings for each in BINDINGS)
    return "y" if could and not plus_offered else "n"


def _kind_of_binding(by_name: bool, bindings: Iterable[str]) -> str:
    """Return the kind of binding to use of those available, "" if there is none."""
    kinds = (*BINDINGS, WEAK_BINDING) if by_name else BINDINGS
    return next((kind for kind in kinds if kind in bindings), "")


def exposes(name: str) -> bool:
    """Tell whether the mechanism gives the secret itself to the server."""
    found = entry(name)
    return found is not None and found.exposes


def alternatives(name: str, offered: Sequence[str], proof: str) -> list[str]:
    """Return the other mechanisms offered that could be named with -A for such a proof."""
    return [each for each in offered if each != name and can_serve(each, proof)]


def instead_of(name: str, offered: Sequence[str], proof: str) -> str:
    """Say what could be named with -A instead of a mechanism that cannot be used here."""
    family = name.partition("-")[0]
    others = [each for each in alternatives(name, offered, proof) if not each.startswith(family)]
    return f"; the server also offers {', '.join(others)} (-A {others[0]})" if others else ""


def can_serve(name: str, proof: str) -> bool:
    """Tell whether a registered mechanism, named with -A, takes such a proof."""
    found = entry(name)
    return found is not None and proof in (*found.proofs, *found.by_name)
