"""What the forms for many accounts share: names, order, and printing piece by piece. Pure.

A form makes one finished piece of text of each outcome as it comes, keeps only that, as octets,
and gives the pieces out in the order of the accounts. So ten thousand of them need little memory.
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

    # What is printed: a text without its last line end, or pieces with all line ends, in UTF-8.
    Told = Union[str, Iterable[bytes]]
    RenderMany = Callable[
        [Iterable[Outcome], Callable[[], float], int, Sequence[str]], tuple[Iterable[bytes], int]
    ]
    Render = Callable[..., tuple[str, int]]

NO_HOST: dict[int, str] = {**FORBIDDEN, ord("<"): "_", ord(">"): "_"}
LONGEST_HOST = 250
# What Zabbix makes a tag of; for a longer one it would make none of the account's items.
LONGEST_TAG = 255
# Where a result goes that has neither a host in the monitor nor one of its own.
LOCAL = "localhost"
# How much is printed at once, in octets.
BLOCK = 65_536
# The option that chooses an account.
NAMING = "--account"


def name_of(account: Account) -> str:
    """The account's name in a monitor: its own, else its user, else its host."""
    return as_name(account.name or account.user or account.host) or LOCAL


def monitor_host(account: Account) -> str:
    """The host that it belongs to in the monitor, "" where none is given."""
    return clean(account.monitor_host, LONGEST_HOST).translate(NO_HOST)


def own_host(account: Account) -> str:
    """The host of a result that must have one: the monitor's, else the account's server."""
    return monitor_host(account) or clean(account.host, LONGEST_HOST).translate(NO_HOST) or LOCAL


def macros(account: Account) -> dict[str, str]:
    """A row of Zabbix's low-level discovery: what it makes an account's items from."""
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
    """Text as it is printed."""
    return text.encode("utf-8", "replace")


def in_order(outcomes: Iterable[Outcome], piece: Callable[[Outcome], bytes]) -> list[bytes]:
    """Make the piece of each outcome as it comes; return them in the order of the accounts."""
    placed = [(outcome.place, piece(outcome)) for outcome in outcomes]
    placed.sort()
    return [made for _, made in placed]


def in_blocks(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Join pieces to blocks that are worth a system call each."""
    block = bytearray()
    for piece in pieces:
        block += piece
        if len(block) >= BLOCK:
            yield bytes(block)
            block.clear()
    if block:
        yield bytes(block)


def as_text(told: Told) -> str:
    """All of it as one text, without its last line end."""
    return told if isinstance(told, str) else b"".join(told).decode("utf-8").rstrip("\n")


def for_one(render_many: RenderMany) -> Render:
    """Make a form's ``render``, which returns the output for one account and the exit code."""

    def render(
        outcomes: Sequence[Outcome], verbosity: int = 0, arguments: Sequence[str] = ()
    ) -> tuple[str, int]:
        told, code = render_many(outcomes, lambda: 0.0, verbosity, arguments)
        return as_text(told), code

    return render


def arguments_of(account: Account, arguments: Sequence[str]) -> list[str]:
    """Of the arguments of a run those by which this account alone is checked, if they are known."""
    if not (arguments and account.name):
        return [*arguments]
    return [*without(NAMING, arguments), NAMING, account.name]
