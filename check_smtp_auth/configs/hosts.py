"""Several servers in one setting, which a program tries one after the other. Pure."""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..accounts import TLSMode
    from .literals import Settings
    from .reading import Found, Query

# How TLS starts, by the scheme before a server or the value of SMTPSecure.
BY_SCHEME: dict[str, TLSMode] = {"ssl": "implicit", "tls": "starttls"}
# What PHPMailer accepts as a host.
_HOST = re.compile(r"(?:(ssl|tls)://)?(.+?)(?::([0-9]{1,5}))?")


def phpmailers(text: str) -> Iterator[tuple[str, str, int]]:
    """Yield the servers of PHPMailer's ``Host``: scheme ("" for none), server, and port (0 for
    none).
    """
    for entry in text.split(";"):
        match = _HOST.fullmatch(entry.strip())
        scheme, host, port = match.groups() if match else ("", "", "")
        yield scheme or "", host, int(port or 0)


def of_list(found: list[Found], query: Query, settings: Settings, name: str) -> list[Found]:
    """Return a login for each server of a list, named after its host; if no name is asked for, only
    the first, which the program tries first. Raises Misconfigured for an invalid port.
    """
    if any(each.port is not None and not 0 < each.port < 65536 for each in found):
        raise settings.wrong(name, "has an invalid port")
    if len(found) == 1:
        return found
    if query.name or query.listing:
        return [each.replace(name=each.host) for each in found]
    words = f"{name} has {len(found)} servers; the first is checked, #HOST selects another"
    return [found[0].replace(notices=(*found[0].notices, words))]
