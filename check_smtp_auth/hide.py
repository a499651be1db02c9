"""Masks an observation, where there is something to hide in it. Pure."""

from __future__ import annotations

from .mask import HIDDEN
from .sasl import NAMES
from .secret import STARS, Secret
from .smtp.reply import Reply

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .mask import Mask
    from .observation import Certificate, MechanismFacts, Observation, TLSFacts
    from .smtp.capabilities import Capabilities


def hide(seen: Observation, mask: Mask) -> Observation:
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
        skipped={mask.line(name): why for name, why in seen.skipped.items()},
        mechanism_facts=_facts(seen.mechanism_facts, mask),
        exchanges=tuple(each.replace(reply=_reply(each.reply, mask)) for each in seen.exchanges),
        failure=failure,
    )


def _reply(reply: Reply | None, mask: Mask) -> Reply | None:
    """Mask a reply; how it is to be understood stays with it, unseen."""
    if reply is None:
        return None
    lines = mask.lines(reply.lines)
    if lines == reply.lines:
        return reply
    lines = tuple(
        line
        for before, line in zip(("", *lines), lines)
        if not (line.endswith(HIDDEN) and before.endswith(HIDDEN))
    )
    return Reply(reply.code, lines, Secret("\n".join(reply.lines).encode()))


def _keywords(keywords: dict[str, str], mask: Mask) -> dict[str, str]:
    """Mask keywords and their parameters; of mechanisms each by itself."""
    made = {mask.line(name): mask.line(value) for name, value in keywords.items()}
    if made.get("AUTH") == HIDDEN:
        offered = [mask.line(name) for name in keywords["AUTH"].split()]
        offered = [STARS if name == HIDDEN else name for name in offered]
        if mask.finds((" ".join(offered),)):  # in pieces
            offered = [name for name in offered if name in NAMES]
        made["AUTH"] = " ".join(offered)
    return made


def _facts(facts: MechanismFacts, mask: Mask) -> MechanismFacts:
    """Mask what a mechanism was shown; a number is left out if it is the secret."""
    number = str(facts.iterations)
    return facts.replace(
        iterations=facts.iterations if mask.line(number) == number else None,
        error=mask.line(facts.error),
        token_status=mask.line(facts.token_status),
        token_scope=mask.line(facts.token_scope),
    )


def _capabilities(seen: Capabilities | None, mask: Mask) -> Capabilities | None:
    """Mask the server's description of itself."""
    if seen is None:
        return None
    return seen.replace(name=mask.line(seen.name), keywords=_keywords(seen.keywords, mask))


def _tls(facts: TLSFacts | None, mask: Mask) -> TLSFacts | None:
    """Mask the texts of the certificates."""
    if facts is None or facts.certificate is None:
        return facts
    chain = tuple(_certificate(each, mask) for each in facts.chain)
    own = chain[0] if chain else _certificate(facts.certificate, mask)
    namesakes = tuple(_certificate(each, mask) for each in facts.namesakes)
    return facts.replace(certificate=own, chain=chain, namesakes=namesakes)


def _certificate(seen: Certificate, mask: Mask) -> Certificate:
    """Mask the texts of a certificate."""
    return seen.replace(
        subject=mask.line(seen.subject),
        issuer=mask.line(seen.issuer),
        names=tuple(map(mask.line, seen.names)),
        issuer_organisation=mask.line(seen.issuer_organisation),
    )
