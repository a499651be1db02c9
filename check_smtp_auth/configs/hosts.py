"""Several servers in one setting, of which a program tries one after the other. Pure."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .reading import Found, Query


def of_list(found: list[Found], query: Query, setting: str) -> list[Found]:
    """Return a login for each server of a list, named after its host: the first alone, as the
    program takes it, where none is named.
    """
    if len(found) == 1:
        return found
    if query.name or query.listing:
        return [each.replace(name=each.host) for each in found]
    words = (
        f"{setting} has {len(found)} servers, of which the first is checked; #HOST names another"
    )
    return [found[0].replace(notices=(*found[0].notices, words))]
