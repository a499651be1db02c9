"""Host names to addresses."""

from __future__ import annotations

import socket

from ..observation import Kind
from .background import background
from .loop import Broken

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .loop import Steps

    SocketAddress = tuple[Any, ...]
    Address = tuple[int, SocketAddress]  # family, and what connect() takes

FAMILIES = {"any": socket.AF_UNSPEC, "ipv4": socket.AF_INET, "ipv6": socket.AF_INET6}


def resolve(host: str, port: int, family: str, until: float) -> Steps[list[Address]]:
    """Return the addresses of a host, IPv6 and IPv4 by turns, the system's first one first.

    Raises Broken(Kind.DNS or Kind.TIMEOUT).
    """
    numeric = _numeric(host, port)
    if numeric is not None:
        if family not in ("any", "ipv6" if numeric[0] == socket.AF_INET6 else "ipv4"):
            raise Broken(Kind.DNS, f"an address that is not {family}")
        return [numeric]
    # Octets spare Python the import of its IDNA codec, which only other scripts need.
    name = host.encode("ascii") if host.isascii() else host.encode("idna")

    def look_up() -> list[Address]:
        found = socket.getaddrinfo(name, port, FAMILIES[family], socket.SOCK_STREAM)
        return list(dict.fromkeys((entry[0], entry[4]) for entry in found))

    try:
        addresses = yield from background(look_up, until)
    except socket.gaierror as error:
        raise Broken(Kind.DNS, error.strerror or str(error)) from None
    except OSError as error:
        raise Broken(Kind.DNS, str(error)) from None
    return by_turns(addresses)


def _numeric(host: str, port: int) -> Address | None:
    """Return the address that the text is, without asking anyone; None for a name."""
    for family, rest in ((socket.AF_INET, ()), (socket.AF_INET6, (0, 0))):
        try:
            socket.inet_pton(family, host)
        except OSError:
            continue
        return family, (host, port, *rest)
    return None


def by_turns(addresses: list[Address]) -> list[Address]:
    """Take one of each family by turns, beginning with the first one's."""
    if not addresses:
        return []
    first = [address for address in addresses if address[0] == addresses[0][0]]
    second = [address for address in addresses if address[0] != addresses[0][0]]
    mixed = []
    for position in range(max(len(first), len(second))):
        mixed += first[position : position + 1] + second[position : position + 1]
    return mixed
