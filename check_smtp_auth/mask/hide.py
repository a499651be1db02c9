"""Masks an observation that contains something to hide. Pure."""

from __future__ import annotations

from ..sasl import NAMES
from ..secret import STARS
from ..smtp.reply import Reply, together
from . import NOT_SHOWN, UNREAD, is_protocol
from .stars import is_ordinary
from .texts import without_status

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..observation import Certificate, MechanismFacts, Observation, TLSFacts
    from ..smtp.capabilities import Capabilities
    from . import Mask


def hide(seen: Observation, mask: Mask) -> Observation:
    """Return the observation with every text from the server masked."""
    exchanges = tuple(each.replace(reply=_reply(each.reply, mask)) for each in seen.exchanges)
    # The keywords are kept in capitals, which is not the text that the secret was found in.
    capitals = any(
        shown.reply is not each.reply
        for each, shown in zip(seen.exchanges, exchanges)
        if each.stage == "ehlo"
    )
    failure = seen.failure
    if failure is not None:
        failure = failure.replace(
            detail=mask.line(failure.detail), reply=_reply(failure.reply, mask)
        )
    return seen.replace(
        tls=_tls(seen.tls, mask),
        before_tls=_capabilities(seen.before_tls, mask, capitals),
        capabilities=_capabilities(seen.capabilities, mask, capitals),
        skipped={_mechanism(name, mask, capitals): why for name, why in seen.skipped.items()},
        mechanism_facts=_facts(seen.mechanism_facts, mask),
        exchanges=exchanges,
        failure=failure,
    )


def _reply(reply: Reply | None, mask: Mask) -> Reply | None:
    """Return a reply masked. It keeps the lines as they came, to be judged but never shown."""
    if reply is None:
        return None
    lines = mask.lines(reply.lines)
    if lines == reply.lines:
        return reply
    lines = tuple(
        line
        for before, line in zip(("", *lines), lines)
        if not (line.endswith(NOT_SHOWN) and before.endswith(NOT_SHOWN))
    )
    return reply.replace(lines=lines, original=together(reply.lines))


def _mechanism(name: str, mask: Mask, capitals: bool) -> str:
    """Return the name of a mechanism masked. An unknown name is hidden in ``capitals``, and if
    there was no time to search it.
    """
    shown = mask.line(name)
    if name not in NAMES:
        return STARS if capitals or shown == UNREAD else shown
    return name if shown == UNREAD else shown


def _keyword(name: str, mask: Mask) -> str:
    """Return the keyword of an extension masked; a well-known one is kept if there was no time to
    search it.
    """
    shown = mask.line(name)
    return name if shown == UNREAD and is_protocol(name.lower()) else shown


def _keywords(keywords: dict[str, str], mask: Mask, capitals: bool) -> dict[str, str]:
    """Return keywords and their parameters masked; mechanisms are masked one by one."""
    made = {_keyword(name, mask): mask.line(value) for name, value in keywords.items()}
    if made.get("AUTH") in NOT_SHOWN or (capitals and "AUTH" in keywords):
        offered = [_mechanism(name, mask, capitals) for name in keywords["AUTH"].split()]
        offered = [STARS if name in NOT_SHOWN else name for name in offered]
        if mask.finds((" ".join(offered),)):  # in pieces
            offered = [name for name in offered if name in NAMES]
        made["AUTH"] = " ".join(offered)
    return made


def _facts(facts: MechanismFacts, mask: Mask) -> MechanismFacts:
    """Return what a mechanism was shown, masked; a number that is the secret is left out."""
    number = str(facts.iterations)
    return facts.replace(
        iterations=facts.iterations if mask.line(number) == number else None,
        error=mask.line(facts.error),
        token_status=mask.line(facts.token_status),
        token_scope=mask.line(facts.token_scope),
    )


def _capabilities(seen: Capabilities | None, mask: Mask, capitals: bool) -> Capabilities | None:
    """Return the server's EHLO reply masked."""
    if seen is None:
        return None
    keywords = _keywords(seen.keywords, mask, capitals)
    return seen.replace(name=mask.line(seen.name), keywords=keywords)


def _tls(facts: TLSFacts | None, mask: Mask) -> TLSFacts | None:
    """Return the facts with the texts of the certificates masked."""
    if facts is None or facts.certificate is None:
        return facts
    chain = tuple(_certificate(each, mask) for each in facts.chain)
    own = chain[0] if chain else _certificate(facts.certificate, mask)
    namesakes = tuple(_certificate(each, mask) for each in facts.namesakes)
    return facts.replace(certificate=own, chain=chain, namesakes=namesakes)


def _certificate(seen: Certificate, mask: Mask) -> Certificate:
    """Return a certificate with its texts masked. An organisation that there was no time to search
    becomes unknown, so that it does not count as changed.
    """
    organisation = mask.line(seen.issuer_organisation)
    return seen.replace(
        subject=mask.line(seen.subject),
        issuer=mask.line(seen.issuer),
        names=tuple(map(mask.line, seen.names)),
        issuer_organisation="" if organisation == UNREAD else organisation,
    )


# Of more lines in a row, over which the secret is folded, all are hidden. A reply with even more
# different lines, or with more characters, is hidden as a whole if any line contains the secret.
_MANY, _MOST, _LONGEST = 8, 100, 2_048


def hide_lines(mask: Mask, lines: tuple[str, ...]) -> tuple[str, ...]:
    """Return the lines of a reply that contains the secret; those that contain it, or over which it
    is folded, are hidden.
    """
    different = dict.fromkeys(lines)
    if len(different) > _MOST or sum(map(len, different)) > _LONGEST:
        return tuple(map(mask.hidden, lines))
    looked_at = {line: mask.line(line, len(different)) for line in different}
    shown = [looked_at[line] for line in lines]
    hidden_ones = [at for at, line in enumerate(shown) if line.endswith(NOT_SHOWN)]
    for start, end in zip([-1, *hidden_ones], [*hidden_ones, len(shown)]):
        _hide_between(mask, shown, start + 1, end)
    return tuple(shown)


def _hide_between(mask: Mask, shown: list[str], start: int, end: int) -> None:
    """Hide those of some consecutive lines over which the secret is folded."""
    while mask.is_folded_over(shown[start:end]):
        first, last = start, end
        if end - start <= _MANY:
            while mask.is_folded_over(shown[first + 1 : last]):
                first += 1
            while mask.is_folded_over(shown[first : last - 1]):
                last -= 1
        # It is found in these lines, but lines beside them may contain more of it.
        while first > start and _goes_on(mask, shown[first - 1 : first + 1], 0):
            first -= 1
        while last < end and _goes_on(mask, shown[last - 1 : last + 1], 1):
            last += 1
        shown[first:last] = map(mask.hidden, shown[first:last])
        _hide_between(mask, shown, start, first)
        start = last


def _goes_on(mask: Mask, lines: list[str], new: int) -> bool:
    """Tell whether one of two lines continues what is folded over the other."""
    return _is_piece(lines[new]) or mask.is_folded_over(lines)


def _is_piece(line: str) -> bool:
    """Tell whether a line of a reply is a single word that servers do not use."""
    words = without_status(line).split()
    return len(words) == 1 and not is_ordinary(words[0].lower())
