"""State files of version 0.1.0, one for all accounts of a server, which are carried over. Pure.

A line is a record, its fields are separated by tabs; only the lines asked for are parsed, since the
file may have thousands.
"""

from __future__ import annotations

from .memory import Baseline, Memory, Spent, value_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

HEAD = b"check_smtp_auth state 1\n"
LARGEST = 16 * 1024 * 1024
# The fields with the same name and meaning as today, each with an example of its type.
SAME: dict[str, Any] = {
    **dict.fromkeys(("diagnosis", "reply", "trouble", "mechanism", "mark", "tried_mark"), ""),
    **dict.fromkeys(("since", "trouble_since", "last_try", "last_success", "forced"), 0.0),
    **dict.fromkeys(("tries", "trouble_tries"), 0),
}
BASELINE: dict[str, Any] = {
    **dict.fromkeys(("mechanisms", "keywords", "issuers"), ("",)),
    "tls": "",
}
SPENT: dict[str, Any] = {"fingerprint": "", "spent": 0, "hold": 0.0, "hold_until": 0.0}
_ESCAPED = {ord(character): f"%{ord(character):02x}" for character in "%\t\n\r ="}


def rejected(octets: bytes) -> tuple[float, ...]:
    """Return when logins were rejected, as far as the file tells."""
    for line in octets.split(b"\n", 2)[1:2]:
        name, _, moments = line.decode("utf-8", "replace").partition("\t")
        if name == "rejected":
            try:
                return tuple(value_of((0.0,), moments))
            except ValueError:
                break
    return ()


def account(octets: bytes, user: str) -> Memory | None:
    """Return what the file remembers of a user, None for nothing, or what makes no sense."""
    sought = b"\tuser=" + user.translate(_ESCAPED).encode("utf-8", "surrogatepass")
    if not octets.startswith(HEAD):
        return None
    start = octets.find(sought)
    while start >= 0 and octets[start + len(sought) : start + len(sought) + 1] not in b"\t\n":
        start = octets.find(sought, start + 1)
    if start < 0:
        return None
    end = octets.find(b"\n", start)
    line = octets[octets.rfind(b"\n", 0, start) + 1 : end if end >= 0 else len(octets)]
    try:
        return _memory(user, line.decode("utf-8"))
    except ValueError:
        return None


def _memory(user: str, line: str) -> Memory:
    """Read an account's line; raises ValueError."""
    texts = dict(field.partition("=")[::2] for field in line.split("\t")[1:])

    def known(examples: dict[str, Any]) -> dict[str, Any]:
        return {name: value_of(examples[name], texts[name]) for name in examples if name in texts}

    spent = known(SPENT)
    return Memory(
        user,
        spent=Spent(
            spent.get("fingerprint", ""),
            spent.get("spent", 0),
            spent.get("hold", 0.0),
            spent.get("hold_until", 0.0),
        ),
        others=tuple(map(_other, value_of(("",), texts.get("laid_aside", "")))),
        baseline=Baseline(**known(BASELINE)),
        **known(SAME),
    )


def _other(entry: str) -> Spent:
    """Read what was spent on another secret: "fingerprint/spent/hold/until/last"."""
    fingerprint, spent, hold, until, last = entry.split("/")
    return Spent(fingerprint, int(spent), float(hold), float(until), float(last))


def old_name(host: str) -> str:
    """Return the name that the file for a host had."""
    name = "".join(c if c.isalnum() or c in "-._" else "_" for c in host)
    if name == host and len(name) <= 200:
        return f"{name}.state"
    import hashlib  # for address literals and overlong names

    return f"{name[:100]}-{hashlib.sha256(host.encode()).hexdigest()[:16]}.state"
