"""Several servers in one setting, of which a program tries one after the other. Pure."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .literals import Settings
    from .reading import Found, Query


def of_list(found: list[Found], query: Query, settings: Settings, name: str) -> list[Found]:
    """Return a login for each server of a list, named after its host: the first alone, as the
    program takes it, where none is named. Raises Misconfigured for a port that is none.
    """
    if any(each.port is not None and not 0 < each.port < 65536 for each in found):
        raise settings.wrong(name, "has an invalid port")
    if len(found) == 1:
        return found
    if query.name or query.listing:
        return [each.replace(name=each.host) for each in found]
    words = f"{name} has {len(found)} servers; the first is checked, #HOST selects another"
    return [found[0].replace(notices=(*found[0].notices, words))]
