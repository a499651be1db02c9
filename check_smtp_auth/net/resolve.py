"""Host names to addresses: each host is looked up once in the process's life."""

from __future__ import annotations

import socket

from ..observation import Kind
from .background import Job
from .loop import Broken

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .loop import Steps

    SocketAddress = tuple[Any, ...]
    Address = tuple[int, SocketAddress]  # family, and what connect() takes

FAMILIES = {"any": socket.AF_UNSPEC, "ipv4": socket.AF_INET, "ipv6": socket.AF_INET6}
_ZONE = "only a link-local address has a % after it, and an interface of this host after that"
# The look-ups, answered or not, by name and family; and how many are kept.
_questions: dict[tuple[bytes, str], Job] = {}
MOST_QUESTIONS = 1000


def resolve(host: str, port: int, family: str, until: float) -> Steps[list[Address]]:
    """Return the addresses of a host, IPv6 and IPv4 alternating, the system's first one first.

    All who ask for one host share the answer, even a failure; but each waits until its own
    deadline. Raises Broken(Kind.DNS or Kind.TIMEOUT).
    """
    numeric = _numeric(host, port)
    if numeric is not None:
        if family not in ("any", "ipv6" if numeric[0] == socket.AF_INET6 else "ipv4"):
            raise Broken(Kind.DNS, f"an address that is not IPv{family[-1]}")
        return [numeric]
    try:
        # Octets spare Python the import of its IDNA codec, which only other scripts need.
        name = host.encode("ascii") if host.isascii() else host.encode("idna")
    except UnicodeError:
        raise Broken(Kind.DNS, "not a host name") from None
    found = yield from _question(name, family).outcome(until)
    if isinstance(found, str):
        raise Broken(Kind.DNS, _ZONE if "%" in host else found)
    return [(kind, (address[0], port, *address[2:])) for kind, address in found]


def _question(name: bytes, family: str) -> Job:
    """Return the look-up of a host's addresses, which may have been begun before."""
    question = _questions.get((name, family))
    if question is None or question.given_up:
        if len(_questions) >= MOST_QUESTIONS:
            del _questions[next(iter(_questions))]
        question = _questions[name, family] = Job(lambda: _look_up(name, family))
    return question


def _look_up(name: bytes, family: str) -> list[Address] | str:
    """Ask the system; return the addresses, or its error in words."""
    try:
        found = socket.getaddrinfo(name, None, FAMILIES[family], socket.SOCK_STREAM)
    except OSError as error:
        from ..faults import require_resources  # only for names without addresses

        if error.errno == socket.EAI_MEMORY:
            raise MemoryError from None
        require_resources(error)
        return error.strerror or str(error)
    return by_turns(list(dict.fromkeys((entry[0], entry[4]) for entry in found)))


def _numeric(host: str, port: int) -> Address | None:
    """Return the address that a text is, without asking anyone; None for a name."""
    for family, rest in ((socket.AF_INET, ()), (socket.AF_INET6, (0, 0))):
        try:
            socket.inet_pton(family, host)
        except (OSError, UnicodeError):
            continue
        return family, (host, port, *rest)
    return None


def by_turns(addresses: list[Address]) -> list[Address]:
    """Return addresses of both families alternating, beginning with the first one's."""
    if not addresses:
        return []
    first = [address for address in addresses if address[0] == addresses[0][0]]
    second = [address for address in addresses if address[0] != addresses[0][0]]
    mixed = []
    for position in range(max(len(first), len(second))):
        mixed += first[position : position + 1] + second[position : position + 1]
    return mixed
