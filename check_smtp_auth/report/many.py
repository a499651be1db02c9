"""What the formats for many accounts share: names, order, and printing piece by piece. Pure.

A format makes a finished piece of text from each outcome as it comes, keeps only that, as octets,
and returns the pieces in the order of the accounts. So ten thousand of them need little memory.
"""

from __future__ import annotations

from ..printable import FORBIDDEN, as_name, clean
from .text import without

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Callable, Union

    from ..accounts import Account
    from ..outcome import Outcome

    # What is printed: a text without its last line end, or pieces in UTF-8 with all line ends.
    Told = Union[str, Iterable[bytes]]
    RenderMany = Callable[
        [Iterable[Outcome], Callable[[], float], int, Sequence[str]], tuple[Iterable[bytes], int]
    ]
    Render = Callable[..., tuple[str, int]]

NO_HOST: dict[int, str] = {**FORBIDDEN, ord("<"): "_", ord(">"): "_"}
LONGEST_HOST = 250
# The longest tag of Zabbix; with a longer one it would create none of the account's items.
LONGEST_TAG = 255
# The host of a result that has neither a host in the monitor nor a server.
LOCAL = "localhost"
# How much is printed at once, in octets.
BLOCK = 65_536
# The option that chooses an account.
NAMING = "--account"


def name_of(account: Account) -> str:
    """Return the account's name in a monitor: its own, or its user, or its host."""
    return as_name(account.name or account.user or account.host) or LOCAL


def monitor_host(account: Account) -> str:
    """Return the host that the account belongs to in the monitor, "" if none is given."""
    return clean(account.monitor_host, LONGEST_HOST).translate(NO_HOST)


def own_host(account: Account) -> str:
    """Return the host of a result that must have one: the monitor's, or the account's server."""
    return monitor_host(account) or clean(account.host, LONGEST_HOST).translate(NO_HOST) or LOCAL


def macros(account: Account) -> dict[str, str]:
    """Return a row of Zabbix's low-level discovery, from which it creates an account's items."""
    return {
        "{#NAME}": name_of(account),
        "{#HOST}": clean(account.host),
        "{#PORT}": str(account.port),
        "{#USER}": clean(account.user or ""),
        "{#USED_BY}": clean(account.used_by),
        **{
            f"{{#LABEL.{name.upper()}}}": clean(value, LONGEST_TAG)
            for name, value in account.labels
        },
    }


def octets(text: str) -> bytes:
    """Return text as it is printed."""
    return text.encode("utf-8", "replace")


def in_order(outcomes: Iterable[Outcome], piece: Callable[[Outcome], bytes]) -> list[bytes]:
    """Return the pieces of the outcomes, each made as it comes, in the order of the accounts."""
    placed = [(outcome.place, piece(outcome)) for outcome in outcomes]
    placed.sort()
    return [made for _, made in placed]


def in_blocks(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the pieces joined to blocks that are worth a system call each."""
    block = bytearray()
    for piece in pieces:
        block += piece
        if len(block) >= BLOCK:
            yield bytes(block)
            block.clear()
    if block:
        yield bytes(block)


def as_text(told: Told) -> str:
    """Return what is printed as one text, without its last line end."""
    return told if isinstance(told, str) else b"".join(told).decode("utf-8").rstrip("\n")


def for_one(render_many: RenderMany) -> Render:
    """Return a format's ``render``, which returns the output for one account and the exit code."""

    def render(
        outcomes: Sequence[Outcome], verbosity: int = 0, arguments: Sequence[str] = ()
    ) -> tuple[str, int]:
        told, code = render_many(outcomes, lambda: 0.0, verbosity, arguments)
        return as_text(told), code

    return render


def arguments_of(account: Account, arguments: Sequence[str]) -> list[str]:
    """Return the arguments for checking this account alone, if those of the run are known."""
    if not (arguments and account.name):
        return [*arguments]
    return [*without(NAMING, arguments), NAMING, account.name]
