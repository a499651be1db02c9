"""An observation as it may be shown and kept: the secret masked wherever a server put it. Pure."""

from __future__ import annotations

from .smtp.reply import Reply

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .observation import Observation, TLSFacts
    from .secret import Mask
    from .smtp.capabilities import Capabilities


def masked(seen: Observation, mask: Mask) -> Observation:
    """Return the observation with every text that came from the server masked."""
    failure = seen.failure
    if failure is not None:
        failure = failure.replace(
            detail=mask.line(failure.detail), reply=_reply(failure.reply, mask)
        )
    return seen.replace(
        tls=_tls(seen.tls, mask),
        before_tls=_capabilities(seen.before_tls, mask),
        capabilities=_capabilities(seen.capabilities, mask),
        skipped=_values(seen.skipped, mask),
        mechanism_facts=_values(seen.mechanism_facts, mask),
        exchanges=tuple(each.replace(reply=_reply(each.reply, mask)) for each in seen.exchanges),
        failure=failure,
    )


def _reply(reply: Reply | None, mask: Mask) -> Reply | None:
    """Mask a reply."""
    return Reply(reply.code, mask.lines(reply.lines)) if reply else None


def _values(values: dict[str, str], mask: Mask) -> dict[str, str]:
    """Mask names and values."""
    return {mask.line(name): mask.line(value) for name, value in values.items()}


def _capabilities(seen: Capabilities | None, mask: Mask) -> Capabilities | None:
    """Mask the server's description of itself."""
    if seen is None:
        return None
    return seen.replace(name=mask.line(seen.name), keywords=_values(seen.keywords, mask))


def _tls(facts: TLSFacts | None, mask: Mask) -> TLSFacts | None:
    """Mask the texts of the certificate."""
    if facts is None or facts.certificate is None:
        return facts
    certificate = facts.certificate.replace(
        subject=mask.line(facts.certificate.subject),
        issuer=mask.line(facts.certificate.issuer),
        names=tuple(map(mask.line, facts.certificate.names)),
        issuer_organisation=mask.line(facts.certificate.issuer_organisation),
    )
    return facts.replace(certificate=certificate)
