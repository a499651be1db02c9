"""What is remembered of one account, and how it is written down. Pure.

Each account has a file of its own, so that a check costs the same however many others its server
has. The file is text, a line per field: JSON would cost every good run the import. It is
overwritten in place, in blocks of a fixed size, which needs no space on a full disk; a checksum in
its first line tells whether it is complete. Times are seconds since the epoch; no field holds a
secret.
"""

from __future__ import annotations

from binascii import crc32
from functools import lru_cache

from ..record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

FORMAT = "check_smtp_auth state 2"
# A file's size is a multiple of the one, and never more than the other, in octets.
BLOCK = 4_096
LARGEST = 65_536
# A time in some hundred years, in seconds since the epoch.
LATEST = 1e10
NO_TIME = "a number in a state file that is no time"
# How much is kept of lists and texts, however much a server sends.
MOST_ITEMS = 64
LONGEST_ITEM = 64
LONGEST_REPLY = 500
# A retry by hand is honoured once in this time, in seconds.
FORCED_PAUSE = 600.0


class Spent(Record):
    """What was spent on one secret: how many tries in a row did not succeed, and the resulting
    hold: its length in seconds, and its end. ``last`` is when it was last tried.

    ``fingerprint`` identifies the secret ("salt:hash"), "" while there is none.
    """

    fingerprint: str = ""
    count: int = 0
    hold: float = 0.0
    until: float = 0.0
    last: float = 0.0


UNSPENT = Spent()


class Baseline(Record):
    """What an account relies on, as seen at its successes: see ``drift``."""

    mechanisms: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    tls: str = ""
    issuers: tuple[str, ...] = ()


class Memory(Record):
    """What is remembered of one account.

    ``spent`` is about the secret that was last tried, ``others`` about other ones. ``since`` is
    when the present ``diagnosis`` of a login was first made, ``tries`` how often since then,
    ``killed`` how many of these were ended by whoever started us; ``trouble``, ``trouble_since``
    and ``trouble_tries`` are the same for what kept a login from being tried. ``mark`` is that of
    the secret's file at the last success, ``tried_mark`` at the last try. ``auth_time`` is how long
    AUTH took lately, in seconds; ``forced`` is when a retry by hand was last granted.
    """

    user: str
    spent: Spent = UNSPENT
    others: tuple[Spent, ...] = ()
    diagnosis: str = ""
    reply: str = ""
    since: float = 0.0
    tries: int = 0
    killed: int = 0
    trouble: str = ""
    trouble_since: float = 0.0
    trouble_tries: int = 0
    last_try: float = 0.0
    last_success: float = 0.0
    auth_time: float = 0.0
    mechanism: str = ""
    mark: str = ""
    tried_mark: str = ""
    forced: float = 0.0
    baseline: Baseline = Baseline()


# The memory of an account about which nothing is known.
NOBODY = Memory("")

# The fields with an example of their type, but for those that are Records or tuples.
_FLAT = {
    name: value for name, value in vars(NOBODY).items() if not isinstance(value, (Record, tuple))
}
_TEXTS = tuple(name for name, value in _FLAT.items() if isinstance(value, str))
_COUNTS = tuple(name for name, value in _FLAT.items() if isinstance(value, int))
_TIMES = tuple(name for name, value in _FLAT.items() if isinstance(value, float))
_NUMBERS = (*[(name, int) for name in _COUNTS], *[(name, float) for name in _TIMES])
_BASELINE = {"mechanisms": ("",), "keywords": ("",), "tls": "", "issuers": ("",)}
_SPENT = vars(UNSPENT)


def forced_again(memory: Memory, now: float) -> float:
    """Return when --retry-now works again, 0 for at once."""
    return memory.forced + FORCED_PAUSE if -1 < now - memory.forced < FORCED_PAUSE else 0.0


def dump(memory: Memory) -> bytes:
    """Return the file's contents: a multiple of ``BLOCK`` long, the text ended by an empty line."""
    values = vars(memory)
    lines = [f"{name}={_text(values[name])}\n" for name in _TEXTS if values[name]]
    lines += [f"{name}={values[name]:.3f}\n" for name in _TIMES if values[name]]
    lines += [f"{name}={values[name]}\n" for name in _COUNTS if values[name]]
    lines.append(_baseline_text(memory.baseline))
    if memory.spent != UNSPENT:
        lines.append(f"spent={_spent_text(memory.spent)}\n")
    lines += [f"other={_spent_text(each)}\n" for each in memory.others]
    text = "".join(lines).encode("utf-8", "replace")
    whole = b"%s %08x\n%s" % (FORMAT.encode("ascii"), crc32(text), text)
    return whole + b"\n" * (BLOCK - len(whole) % BLOCK)


def load(octets: bytes) -> Memory:
    """Return what a file's contents say; raises ValueError if they are something else."""
    head, _, text = octets.partition(b"\n")
    end = text.find(b"\n\n")  # what follows fills the block, or is left of a longer text
    text = text[: end + 1] if end >= 0 else text
    if head != b"%s %08x" % (FORMAT.encode("ascii"), crc32(text)):
        raise ValueError("not a state file, or cut short")
    if text.count(b"=") != text.count(b"\n"):
        raise ValueError("a line in a state file that is no field")
    words = text[:-1].decode("utf-8").replace("\n", "=").split("=")  # no value has one in it
    parts = [*zip(words[::2], words[1::2])]
    values: dict[str, Any] = dict(parts)
    if "user" not in values:
        raise ValueError("a state file without a user")
    # With our own strings as names: calls are faster with them than with equal ones.
    fields: dict[str, Any] = {name: value_of("", values[name]) for name in _TEXTS if name in values}
    for name, kind in _NUMBERS:
        if name in values:
            number = fields[name] = kind(values[name])
            if not -LATEST < number < LATEST:  # nor is it NaN
                raise ValueError(NO_TIME)
    if "spent" in values:
        fields["spent"] = _spent(values["spent"])
    if "other" in values:
        fields["others"] = tuple([_spent(value) for name, value in parts if name == "other"])
    baseline = tuple([(name, values[name]) for name in _BASELINE if name in values])
    return Memory(**fields, baseline=_baseline(baseline))


@lru_cache(16)  # the same server offers the same to all
def _baseline(parts: tuple[tuple[str, str], ...]) -> Baseline:
    """Return the baseline that is in these fields; raises ValueError."""
    return Baseline(**{name: value_of(_BASELINE[name], value) for name, value in parts})


@lru_cache(16)
def _baseline_text(baseline: Baseline) -> str:
    """Return the lines of a baseline."""
    values = vars(baseline)
    return "".join([f"{name}={_text(values[name])}\n" for name in _BASELINE if values[name]])


def bounded(items: tuple[str, ...]) -> tuple[str, ...]:
    """Return as much of a list as is kept."""
    return tuple([item[:LONGEST_ITEM] for item in items[:MOST_ITEMS]])


def _spent_text(spent: Spent) -> str:
    """Return what was spent on one secret as text, in the order of the fields."""
    return " ".join(_text(value) or "-" for value in vars(spent).values())


def _spent(text: str) -> Spent:
    """Read what was spent on one secret; raises ValueError."""
    words = text.split(" ")
    if len(words) != len(_SPENT):
        raise ValueError("a budget in a state file that is none")
    return Spent(
        *(
            value_of(example, "" if word == "-" else word)
            for example, word in zip(_SPENT.values(), words)
        )
    )


def _text(value: Any) -> str:
    """A value as text: a number, a text, or several separated by blanks."""
    if isinstance(value, str):
        return value if _SPECIAL.isdisjoint(value) else value.translate(_ESCAPED)
    if isinstance(value, float):
        return f"{value:.3f}"
    return " ".join(map(_text, value)) if isinstance(value, tuple) else str(value)


def value_of(example: Any, text: str) -> Any:
    """Read a value of the example's type; raises ValueError."""
    if isinstance(example, str):
        return _unescape(text) if "%" in text else text
    if isinstance(example, tuple):
        return tuple([value_of(example[0], word) for word in text.split(" ") if word])
    number = type(example)(text)
    if not -LATEST < number < LATEST:  # nor is it NaN
        raise ValueError(NO_TIME)
    return number


# What separates lines, fields and words.
_SPECIAL = frozenset("%\t\n\r =")
_ESCAPED = {ord(character): f"%{ord(character):02x}" for character in _SPECIAL}


def _unescape(text: str) -> str:
    """Decode what was percent-encoded."""
    first, *rest = text.split("%")
    return first + "".join(chr(int(part[:2], 16)) + part[2:] for part in rest)
