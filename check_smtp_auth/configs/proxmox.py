"""Proxmox VE, Backup Server and Mail Gateway: the SMTP targets in ``notifications.cfg``. Pure.

The format is that of proxmox-section-config, the keys are interpreted as in proxmox-notify's
smtp.rs (both of 2025). Passwords are in a file that only root may read.
"""

from __future__ import annotations

from ..accounts import Misconfigured
from .env import beside
from .generic import login, port_of
from .reading import Contents, Found, fault

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..accounts import TLSMode
    from .reading import Query, Reading

    # The keys of a target, each with its value and line.
    Target = dict[str, tuple[str, int]]

# The file with the passwords: of Proxmox VE, and of the others.
PRIVATE = ("priv/notifications.cfg", "notifications-priv.cfg")
TYPE = "smtp"
# The key with the line of the section itself.
SECTION = ""
MODES: dict[str, tuple[TLSMode, int]] = {
    "insecure": ("none", 25),
    "starttls": ("starttls", 587),
    "tls": ("implicit", 465),
}


def read(query: Query) -> Reading:
    """Return the login of each target; raises Misconfigured."""
    path = query.path
    targets: dict[str, Target] = yield Contents(path, secret=False, made=_targets)
    if not targets:
        raise fault(path, 0, "there is no target of the type smtp")
    secrets: dict[str, Target] | None = None
    private = ""
    for name in () if query.listing else PRIVATE:
        if secrets is None:
            private = beside(path, name)
            secrets = yield Contents(private, optional=True, made=_targets)
    if secrets is None and not query.listing:
        raise fault(beside(path, PRIVATE[0]), 0, "no such file, and it has the passwords")
    found = []
    for name, target in targets.items():
        try:
            secret = None if secrets is None else secrets.get(name, {})
            found.append(_found(name, target, path, secret, private))
        except Misconfigured as problem:
            found.append(Found(name, problem=str(problem), place=path))
    return found


def _targets(text: str, path: str) -> dict[str, Target]:
    """Return the sections of the type smtp by their names; raises Misconfigured."""
    found: dict[str, Target] = {}
    target: Target | None = None
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            target = None
        elif line[0] == "#":
            continue
        elif line[0] in " \t":
            key, *value = line.split(None, 1)
            if target is not None:
                target[key] = (value[0].strip() if value else "", number)
        else:
            kind, colon, name = line.partition(":")
            if not colon or not name.strip():
                raise fault(path, number, "this is not the beginning of a section")
            target = {SECTION: ("", number)}
            if kind.strip() == TYPE:
                found[name.strip()] = target
    return found


def _found(name: str, target: Target, path: str, secret: Target | None, private: str) -> Found:
    """Return the login of one target, for a list without its ``secret``; raises Misconfigured."""

    def value(key: str) -> str:
        return target.get(key, ("", 0))[0]

    def lacking(key: str, words: str) -> Misconfigured:
        keys, place = (secret or {}, private) if key == "password" else (target, path)
        line = keys.get(key, keys.get(SECTION, ("", 0)))[1]
        return fault(place, line, f"{key} {words}")

    if value("disable") in ("1", "true", "yes", "on"):
        raise lacking("disable", "is set: this target sends no mail")
    mode = value("mode") or "tls"
    if mode not in MODES:
        raise lacking("mode", "is unknown")
    if not value("server"):
        raise lacking("server", "is missing")
    tls, port = MODES[mode]
    digits, line = target.get("port", (str(port), 0))
    user = value("username")
    password = "" if secret is None else secret.get("password", ("", 0))[0]
    made = login(lacking, ("username", user), ("password", password))
    if secret is None and user:
        made["problem"] = ""
    return Found(
        name=name,
        host=value("server"),
        port=port_of(digits, path, line, "port"),
        tls=tls,
        **made,
        mechanisms=("PLAIN", "LOGIN"),
        sender=value("from-address"),
        place=path,
    )
