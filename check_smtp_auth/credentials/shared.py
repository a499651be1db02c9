"""The secrets of many accounts in one place: ``secrets-file`` and ``secrets-command``.

Each line is NAME, a tab, and the secret. The place is asked once in the process's life, however
many accounts wait for it, and the answer or the error holds for all of them.
"""

from __future__ import annotations

from ..accounts import Misconfigured
from ..net.loop import Bell, heard
from ..private_file import BYTE_ORDER_MARK, MARKED, contents, first_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..accounts import Source
    from ..net.loop import Steps
    from ..secret import Secret

# How many octets a place may give, and how many seconds it has at least to answer.
MOST = 32 << 20
PATIENCE = 30.0
LATE = "secrets-file or secrets-command did not answer in time"


class _Place:
    """The answer of one place: its secrets by name, or what is wrong with it."""

    def __init__(self) -> None:
        self.bell = Bell()
        self.secrets: dict[bytes, list[bytes]] = {}
        self.problem: str | None = LATE
        self.answered = False


_places: dict[tuple[str, str], _Place] = {}


def had(source: Source, until: float) -> Steps[None]:
    """Ask the place, once, and wait until it has answered, or until then (monotonic)."""
    key = (source.kind, source.place)
    place = _places.get(key)
    if place is None:
        place = _places[key] = _Place()
        try:
            place.secrets = _lines((yield from _octets(source, until)))
            place.problem = None
        except Misconfigured as problem:
            place.problem = str(problem)
        finally:
            # Even if this check is given up: the others must not wait in vain.
            place.answered = True
            place.bell.ring()
    while not place.answered and (yield from heard(place.bell, until)):
        pass


def secret_of(source: Source, until: float) -> Steps[Secret]:
    """Return the secret of the account ``source.entry``; raises Misconfigured."""
    yield from had(source, until)
    place = _places[source.kind, source.place]
    if place.problem is not None:
        raise Misconfigured(place.problem)
    found = place.secrets.get(source.entry.encode(), [])
    if len(found) != 1:
        how_many = "more than one line" if found else "no line with NAME, tab and secret"
        raise Misconfigured(f"{source.kind} has {how_many} for this account")
    if not found[0].rstrip(b"\r"):
        raise Misconfigured(f"{source.kind} has an empty secret for this account")
    return first_line(found[0], f"this account's line in {source.kind}")


def _octets(source: Source, until: float) -> Steps[bytes]:
    """Read the file, or run the command; raises Misconfigured."""
    if source.kind == "secrets-command":
        from .command import output_of  # for those who use it

        octets = yield from output_of(source.place, source.kind, until, MOST + 1)
    else:
        octets = (yield from contents(source.place, source.kind, until, most=MOST + 1)).octets
    if len(octets) > MOST:
        raise Misconfigured(f"{source.kind} gives more than {MOST >> 20} MiB")
    if octets.startswith(BYTE_ORDER_MARK):
        raise Misconfigured(f"{source.kind} {MARKED}")
    return octets


def _lines(octets: bytes) -> dict[bytes, list[bytes]]:
    """Return the secrets by name; a list with more than one is an error of the place."""
    secrets: dict[bytes, list[bytes]] = {}
    for line in octets.split(b"\n"):
        name, tab, secret = line.partition(b"\t")
        if tab:
            secrets.setdefault(name, []).append(secret)
    return secrets
