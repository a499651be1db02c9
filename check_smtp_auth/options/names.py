"""Values that only an accounts file has, converted as in ``values``. Pure."""

from __future__ import annotations

from ..printable import FORBIDDEN
from .values import DIGITS, only, printable

_LABEL = "abcdefghijklmnopqrstuvwxyz_" + DIGITS
_NOT_IN_NAMES = frozenset(map(chr, FORBIDDEN))
_NOT_IN_HOSTS = frozenset("\"'|;<>\\")
# How many labels, with names of how many characters, every output can pass on.
MOST_LABELS = 16
LONGEST_LABEL = 60
# Names that reports use for something else.
_TAKEN_LABELS = ("account", "host", "port", "job", "instance", "name", "user")


def labels(text: str) -> tuple[tuple[str, str], ...]:
    """Labels: NAME=VALUE, separated by blanks, with names that all monitors accept."""
    pairs = [item.partition("=") for item in text.split()]
    for name, equals, _ in pairs:
        if not (equals and only(_LABEL, name)) or name[0] in DIGITS or name in _TAKEN_LABELS:
            raise ValueError(
                "must be NAME=VALUE NAME=VALUE, where a name has only a to z, 0 to 9 and _, and "
                "is none of " + ", ".join(_TAKEN_LABELS)
            )
    if len({name for name, *_ in pairs}) < len(pairs):
        raise ValueError("has the same name twice")
    if len(pairs) > MOST_LABELS:
        raise ValueError(f"must be {MOST_LABELS} labels at most")
    if any(len(name) > LONGEST_LABEL for name, *_ in pairs):
        raise ValueError(f"a name must have {LONGEST_LABEL} characters at most")
    return tuple((name, printable(value)) for name, _, value in pairs)


def monitor_host(text: str) -> str:
    """The name of a host in a monitor, without characters that would break a monitor's line."""
    if not text.isprintable() or len(text) > 255 or not _NOT_IN_HOSTS.isdisjoint(text):
        raise ValueError("must be the name of a host in the monitor")
    return text


def account_name(text: str) -> str:
    """The name of an account, without characters that would break a monitor's line or key."""
    if not text.isprintable() or not 0 < len(text) <= 100 or not _NOT_IN_NAMES.isdisjoint(text):
        raise ValueError(
            "the name must have 1 to 100 printable characters, without quotes, semicolons, equals "
            "signs, square brackets, vertical bars and backslashes"
        )
    if text != text.strip():
        raise ValueError("the name must not begin or end with a space")
    if text == "{#NAME}":
        # Zabbix would take an item of that name for the prototype itself, and not create it.
        raise ValueError("the name must not be {#NAME}, which Zabbix replaces by each name")
    return text
