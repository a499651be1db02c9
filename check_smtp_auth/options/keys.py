"""The keys of an accounts file: the options of an account, and what only a file can say. Pure."""

from __future__ import annotations

from . import names, values
from .given import EVERY_SOURCE
from .table import OPTIONS, SYSTEMS_OWN, Option, account_options, each_option, nearest

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, Callable

OF_FILE = (
    Option("--used-by TEXT", "what stops working if this account does", values.printable, "words"),
    Option("--labels NAME=VALUE", "names and values to pass on", names.labels),
    Option(
        "--monitor-host HOST", "host in the monitor that the account belongs to", names.monitor_host
    ),
)
# Only in the sections with defaults, not for one account.
OF_DEFAULTS = (
    Option("--secrets-file FILE", "file with the secrets of several accounts", kind="file"),
    Option(
        "--secrets-command CMD",
        "command that prints the secrets of several accounts",
        kind="command",
    ),
)
# By each long name: the option, and its key with underscores.
KEYS: dict[str, tuple[Option, str]] = {
    name[2:]: (option, option.given_as)
    for option in (*account_options(), *OF_FILE, *OF_DEFAULTS)
    for name in option.names
    if name.startswith("--")
}
# Keys that exclude each other: a stronger one replaces any weaker one. FOUND is the secret that
# was found in a program's configuration.
FOUND = "found"
SOURCE_NAMES = frozenset((FOUND, *(name for _, name, _ in EVERY_SOURCE)))
RIVALS = (
    SOURCE_NAMES,
    frozenset(("ipv4", "ipv6")),
)
_ANY_RIVALS = frozenset().union(*RIVALS)
# What most accounts have in common: all of these go into trust, pins, policy and caution.
COMMON = frozenset(
    option.given_as
    for group in ("TLS", "thresholds and expectations", "lockout guard")
    for option in OPTIONS[group]
)
_LONGEST = 30


def meaning(option: Option, text: str, folder: str, system: Callable[[str], str]) -> Any:
    """Return the value of the text after a key, as ``Option.convert`` does; None revokes a
    default. A list becomes a tuple.

    ``folder`` is what relative paths are relative to; ``system`` encodes a text that is meant for
    the operating system. Raises ValueError with words that never repeat the text.
    """
    if not text:
        return None
    if not option.value or (option.alone and text in ("yes", "no")):
        if text not in ("yes", "no"):
            raise ValueError("must be yes or no")
        return True if text == "yes" else None
    if option.repeats:
        return tuple(map(option.convert, text.split()))
    if option.kind in SYSTEMS_OWN:
        text = system(text)
    if option.kind == "file" and text == option.apart:
        raise ValueError("standard input cannot be used in an accounts file; name a file")
    if option.kind in ("file", "directory") and text != option.apart and text[0] != "/":
        text = f"{folder}/{text}"
    found = option.convert(text)
    if option.kind == "program" and found.path and found.path[0] != "/":
        found = found.replace(path=f"{folder}/{found.path}")
    return found


def as_keys(words: str) -> str:
    """Return words with the options in them replaced by the keys. Options of one letter, which
    other programs have too, stay, except that of the password file.
    """
    keys = {"-P": "password-file", **{f"--{name}": name for name in KEYS}}
    said = []
    for word in words.split(" "):
        option = word.strip("(),:;.")
        said.append(word.replace(option, keys[option]) if option in keys else word)
    return " ".join(said)


def over(weaker: Mapping[str, Any], stronger: Mapping[str, Any]) -> Mapping[str, Any]:
    """Merge two layers: the stronger wins, and removes all weaker rivals."""
    if not (weaker and stronger):
        return weaker or stronger
    merged = {**weaker, **stronger}
    if _ANY_RIVALS.isdisjoint(stronger):
        return merged
    for rivals in RIVALS:
        named = rivals.intersection(stronger)
        if any(stronger[name] is not None for name in named):
            for name in rivals.intersection(weaker) - named:
                del merged[name]
    return merged


def unknown(key: str) -> str:
    """Return the error for an unknown key, which is named only if it can hardly be a secret."""
    if key in (option.key for option in each_option()):
        return f"{key} is an option of the command line, not a key"
    if key in ("password", "passwd", "pass", "secret"):
        return f"unknown key {key}: no key takes the password itself; use password-file"
    plain = key.replace("-", "").replace("_", "")
    harmless = plain.isascii() and plain.isalpha() and len(key) < _LONGEST
    if harmless and (plain.islower() or key.lower() in KEYS):
        near = nearest(key.lower(), KEYS)
        return f"unknown key {key}" + (f"; did you mean {near}?" if near else "")
    return "unknown key (not repeated here: it may be part of a secret)"
