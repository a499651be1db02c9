"""Lines for ``zabbix_sender -i -``: which accounts there are, then the result of each.

``smtp_auth.discovery`` has the rows for a low-level discovery rule, ``smtp_auth.result["NAME"]``
the object of that account in ``--output json``. "-" stands for the host given to the sender; an
account with a host of its own in Zabbix has its result and its discovery there.
"""

from __future__ import annotations

import json

from .as_json import account_object
from .many import for_one, in_blocks, macros, monitor_host, name_of, octets

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Callable

    from ..outcome import Outcome

DISCOVERY = "smtp_auth.discovery"
# The host of accounts that have none of their own: the one given to the sender.
SENDERS_OWN = "-"


def render_many(
    outcomes: Iterable[Outcome],
    elapsed: Callable[[], float],
    verbosity: int = 0,
    arguments: Sequence[str] = (),
) -> tuple[Iterable[bytes], int]:
    """Return the output, piece by piece, and 0."""
    placed = sorted((outcome.place, *_pieces(outcome)) for outcome in outcomes)
    return in_blocks(_lines(placed)), 0


render = for_one(render_many)


def _pieces(outcome: Outcome) -> tuple[str, bytes, bytes]:
    """Return an account's host, its row of the discovery, and its line."""
    account = outcome.account
    host, name = monitor_host(account) or SENDERS_OWN, name_of(account)
    _, written = account_object(outcome)
    line = f"{_host(host)} {quoted(key(name))} {quoted(written)}\n"
    return host, octets(json.dumps(macros(account), ensure_ascii=False)), octets(line)


def key(name: str) -> str:
    """Return the key of an account's item."""
    return f'smtp_auth.result["{name}"]'


def _lines(placed: list[tuple[int, str, bytes, bytes]]) -> Iterator[bytes]:
    """Yield the discovery of each host, then the accounts' lines."""
    hosts: dict[str, list[bytes]] = {}
    for _, host, found, _ in placed:
        hosts.setdefault(host, []).append(found)
    for host, rows in hosts.items():
        yield octets(f'{_host(host)} {DISCOVERY} "[')
        for number, found in enumerate(rows):
            yield (b", " if number else b"") + _escaped(found)
        yield b']"\n'
    for _, _, _, line in placed:
        yield line


def _host(host: str) -> str:
    """Return a host as an entry; that of the sender is unquoted, as in its manual page."""
    return host if host == SENDERS_OWN else quoted(host)


def quoted(text: str) -> str:
    """Return text as one quoted entry of a line."""
    return f'"{_escaped(octets(text)).decode("utf-8")}"'


def _escaped(text: bytes) -> bytes:
    """Return text, which is one line, as it is written between quotes."""
    return text.replace(b"\\", b"\\\\").replace(b'"', b'\\"')
