"""What is remembered of a server and its accounts, and how it is written down. Pure.

One file holds one server, so that one lock serves the budget of an account and that of its
server. It is text, a line a record, fields parted by tabs: reading JSON would cost every
good run the import. Times are seconds since the epoch; no field holds a secret.
"""

from __future__ import annotations

from ..record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

FORMAT = "check_smtp_auth state 1"
# More accounts than this on one server, and the oldest ones are forgotten.
MOST_ACCOUNTS = 5_000
# A time in some hundred years, in seconds.
LARGEST = 1e10


class Memory(Record):
    """What is remembered of one account.

    ``spent`` counts the tries in a row that did not succeed with the secret of
    ``fingerprint`` ("salt:hash", empty while there is none); ``laid_aside`` keeps the same of
    other secrets. ``hold`` is the length of the present hold in seconds. ``reserved`` are the
    times at which tries under way are given up; ``given_up`` counts those of which the
    account's own check does not know yet. ``mark`` tells the secret's file as it was at
    the last success, ``tried_mark`` at the last try. ``since`` is when the present
    ``diagnosis`` of a login was first made, ``tries`` how often since then; ``trouble`` and
    its kin are the same of what kept a login from being tried.
    """

    user: str
    spent: int = 0
    fingerprint: str = ""
    hold: float = 0.0
    hold_until: float = 0.0
    laid_aside: tuple[str, ...] = ()
    reserved: tuple[float, ...] = ()
    given_up: int = 0
    diagnosis: str = ""
    reply: str = ""
    since: float = 0.0
    tries: int = 0
    trouble: str = ""
    trouble_since: float = 0.0
    trouble_tries: int = 0
    last_try: float = 0.0
    last_success: float = 0.0
    mechanism: str = ""
    mark: str = ""
    tried_mark: str = ""
    forced: float = 0.0
    mechanisms: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    tls: str = ""
    issuers: tuple[str, ...] = ()


class ServerMemory(Record):
    """What is remembered of one server: when logins were rejected, and its accounts."""

    rejected: tuple[float, ...] = ()
    accounts: dict[str, Memory] = {}

    def of(self, user: str) -> Memory:
        """What is remembered of a user; of an unknown one, nothing."""
        return self.accounts.get(user) or Memory(user)

    def with_account(self, memory: Memory) -> ServerMemory:
        """Return a copy that remembers this of its user."""
        accounts = {user: each for user, each in self.accounts.items() if user != memory.user}
        accounts[memory.user] = memory  # last: those at the front were not seen for longest
        for user in list(accounts)[: max(0, len(accounts) - MOST_ACCOUNTS)]:
            del accounts[user]
        return self.replace(accounts=accounts)


def dump(server: ServerMemory) -> str:
    """Write down."""
    lines = [FORMAT, f"rejected\t{_text(server.rejected)}"]
    defaults = Memory("")
    for memory in server.accounts.values():
        fields = vars(memory)
        given = [
            f"{name}={_text(value)}"
            for name, value in fields.items()
            if value != getattr(defaults, name)
        ]
        lines.append("\t".join(("account", *given)))
    return "\n".join(lines) + "\n"


def load(text: str) -> ServerMemory:
    """Read what was written down; raises ValueError where it is something else."""
    first, *lines = text.split("\n")
    if first != FORMAT or not text.endswith("\n"):
        raise ValueError("not a state file, or cut short")
    server = ServerMemory()
    accounts = {}
    for line in filter(None, lines):
        kind, _, rest = line.partition("\t")
        if kind == "rejected":
            server = ServerMemory(_value((0.0,), rest))
        elif kind == "account":
            memory = _memory(rest)
            accounts[memory.user] = memory
        else:
            raise ValueError("an unknown record in a state file")
    return server.replace(accounts=accounts)


def _memory(line: str) -> Memory:
    """Read one account; fields that this version does not know are left out."""
    example = Memory(
        "", laid_aside=("",), reserved=(0.0,), mechanisms=("",), keywords=("",), issuers=("",)
    )
    fields = {}
    for field in line.split("\t"):
        name, equals, text = field.partition("=")
        if not equals:
            raise ValueError("a field without a value in a state file")
        if name in vars(example):
            fields[name] = _value(getattr(example, name), text)
    if "user" not in fields:
        raise ValueError("an account without a user in a state file")
    return Memory(**fields)


def _text(value: Any) -> str:
    """Write a value: a number, a text, or several parted by blanks."""
    if isinstance(value, tuple):
        return " ".join(map(_text, value))
    if isinstance(value, float):
        return f"{value:.3f}"
    return _escape(value) if isinstance(value, str) else str(value)


def _value(example: Any, text: str) -> Any:
    """Read a value of the example's type; raises ValueError."""
    if isinstance(example, tuple):
        return tuple(_value(example[0], word) for word in text.split(" ") if word)
    if isinstance(example, str):
        return _unescape(text)
    number = type(example)(text)
    if not -LARGEST < number < LARGEST:  # nor is it NaN
        raise ValueError("a number in a state file that is no time")
    return number


# What parts records, fields and words.
_ESCAPED = {ord(character): f"%{ord(character):02x}" for character in "%\t\n\r ="}


def _escape(text: str) -> str:
    """Percent-encode what parts records, fields and words."""
    return text.translate(_ESCAPED)


def _unescape(text: str) -> str:
    """Decode what ``_escape`` encoded."""
    first, *rest = text.split("%")
    return first + "".join(chr(int(part[:2], 16)) + part[2:] for part in rest)
