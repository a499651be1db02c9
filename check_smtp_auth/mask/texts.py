"""The texts in an observation that others wrote, and which may contain a secret. Pure."""

from __future__ import annotations

from functools import lru_cache

from ..smtp.reply import enhanced_code

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any, Callable

    from ..observation import Certificate, Observation
    from ..smtp.capabilities import Capabilities

_BEFORE = ("greeting", "ehlo", "starttls")
# How many offers, and how many chains, are kept with their texts.
_MOST_KNOWN = 64


def later(seen: Observation) -> Iterator[str]:
    """Yield the texts that the server sent once a login was attempted, or in refusing us."""
    replies = [each.reply for each in seen.exchanges if each.stage not in _BEFORE]
    if seen.failure is not None:
        yield seen.failure.detail
        replies.append(seen.failure.reply)
    for lines in dict.fromkeys([reply.lines for reply in replies if reply is not None]):
        yield joined(lines)
    facts = seen.mechanism_facts
    found = facts.error, facts.token_status, facts.token_scope, str(facts.iterations or "")
    yield from filter(None, found)


def earlier(seen: Observation) -> list[str]:
    """Return the texts that the server sent before that."""
    replies = [each.reply for each in seen.exchanges if each.stage in _BEFORE]
    offers = [each for each in (seen.before_tls, seen.capabilities) if each is not None]
    return [
        *["\n".join(reply.lines) for reply in replies if reply is not None],
        *map(_offered, offers),
        *seen.skipped,
    ]


def certified(seen: Observation) -> tuple[str, ...]:
    """Return the texts in certificates, which are usually signed by an authority."""
    tls = seen.tls
    if tls is None:
        return ()
    shown: tuple[str, ...] = _signed(tls.chain)
    if tls.namesakes or not tls.chain:
        own = (tls.certificate,) if tls.certificate and not tls.chain else ()
        shown += _signed((*own, *tls.namesakes))
    return shown


def without_status(line: str) -> str:
    """Return a line without the enhanced status code, which servers repeat on each line."""
    line = line.strip()
    if line[1:2] != ".":  # as most have none
        return line
    first, _, rest = line.partition(" ")
    return rest.strip() if enhanced_code(first) else line


@lru_cache(16)
def joined(lines: tuple[str, ...]) -> str:
    """Return lines joined, each without its enhanced status code."""
    return "\n".join(map(without_status, lines))


class _Once:
    """Keeps the results of a function by the identity of its argument, which many checks share."""

    def __init__(self, function: Callable[[Any], Any]) -> None:
        """Take the function."""
        self._function = function
        self._known: dict[int, tuple[object, Any]] = {}

    def __call__(self, thing: object) -> Any:
        """Return the result of the function for a value."""
        known = self._known.get(id(thing))
        if known is None:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            known = self._known[id(thing)] = thing, self._function(thing)
        return known[1]


@_Once
def _offered(capabilities: Capabilities) -> str:
    """Return the texts of a server's EHLO reply."""
    return " ".join((capabilities.name, *map(" ".join, capabilities.keywords.items())))


@_Once
def _signed(certificates: tuple[Certificate, ...]) -> tuple[str, ...]:
    """Return the texts in certificates."""
    told = ((one.subject, one.issuer, one.issuer_organisation, *one.names) for one in certificates)
    return tuple(text for texts in told for text in texts)
