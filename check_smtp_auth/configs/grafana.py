"""Grafana: ``[smtp]`` of grafana.ini (pkg/setting and pkg/services/notifications of release 12).
Pure.

An empty value means Grafana's own default. ``$__env{X}`` and ``${X}`` are expanded first, then
``$__file{/path}``, then ``%(key)s``. Variables GF_SMTP_* of the service override the file; those in
the environment files of the packages are reported, others are not seen.
"""

from __future__ import annotations

import re

from . import KINDS
from .generic import OFFERED_ONLY, secret_of, unverified
from .goini import CUT, CUT_WITHIN, DEFAULT, REFERENCE, File
from .golang import port_number, split_host_port, trim
from .reading import Contents, Found, Variable, fault
from .service import overriding

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Generator
    from typing import Any

    from ..accounts import TLSMode
    from .goini import Entry
    from .reading import Query, Reading

SECTION = "smtp"
# The service's environment files in Debian's package and in the RPM.
ENVIRONMENTS = ("/etc/default/grafana-server", "/etc/sysconfig/grafana-server")
EXPANDED = re.compile(r"\$(|__\w+)\{([^}]+)\}")
# The keys that count here.
KEYS = (
    *("enabled", "host", "user", "password", "cert_file", "key_file", "skip_verify"),
    *("from_address", "ehlo_identity", "startTLS_policy"),
)
OVER = {f"GF_SMTP_{key.upper()}" for key in KEYS}
DEFAULTS = {"host": "localhost:25", "from_address": "admin@grafana.localhost"}
POLICIES: dict[str, tuple[TLSMode, bool]] = {
    "MandatoryStartTLS": ("starttls", False),
    "NoStartTLS": ("none", False),
}


def read(query: Query) -> Reading:
    """Read the one login; raises Misconfigured."""
    path = query.path
    parsed: File = yield Contents(path, marked=True, made=File)
    known = yield from _expanded(parsed, query)
    file = parsed.mapping(lambda raw: known.get(raw, raw))

    def value(key: str) -> str:
        return file.value(SECTION, key) or DEFAULTS.get(key, "")

    def line(key: str) -> int:
        return file.line(SECTION, key)

    parts = split_host_port(value("host"))
    port = port_number(parts[1]) if parts else None
    if parts is None or port is None or not parts[0]:
        raise fault(path, line("host"), "[smtp] host is not of the form host:port, with the port")
    tls, offered_only = _tls(value("startTLS_policy"), port)
    notices = [OFFERED_ONLY] if offered_only else []
    if file.is_true(SECTION, "skip_verify"):
        notices.append(unverified("skip_verify"))
    if file.is_cut_within(SECTION, "password"):
        notices.append(f"[smtp] password {CUT_WITHIN}")
    if path == KINDS["grafana"].default:
        notices += yield from overriding(ENVIRONMENTS, OVER, path)
    return [
        Found(
            host=parts[0],
            port=port,
            tls=tls,
            user=value("user"),
            secret=secret_of(value("password")),
            sender=value("from_address"),
            hello=value("ehlo_identity"),
            client_cert=value("cert_file"),
            client_key=value("key_file"),
            notices=tuple(notices),
            problem=_problem(file, path),
            lacking=str(fault(path, line("password"), f"[smtp] password {CUT}"))
            if file.is_cut(SECTION, "password")
            else "",
            place=path,
        )
    ]


def _problem(file: File, path: str) -> str:
    """Say why Grafana does not log in with this configuration, "" if it does."""
    if not file.is_true(SECTION, "enabled"):
        key, words = "enabled", "enabled is not true: Grafana sends no mail"
    elif not file.value(SECTION, "user"):
        key, words = "user", "user is empty: Grafana does not log in"
    else:
        return ""
    return str(fault(path, file.line(SECTION, key), f"[smtp] {words}"))


def _tls(policy: str, port: int) -> tuple[TLSMode, bool]:
    """Return how TLS starts, and whether only if it is offered."""
    if port == 465:
        return "implicit", False
    return POLICIES.get(policy, ("starttls", True))


def _expanded(file: File, query: Query) -> Generator[Any, Any, dict[str, str]]:
    """Return the values of our keys, and of those they refer to, expanded, by the raw values."""
    known: dict[str, str] = {}
    waiting = [file.entry(SECTION, key) for key in KEYS if key != "password" or not query.listing]
    while waiting:
        entry = waiting.pop()
        if entry is None or entry.raw in known:
            continue
        known[entry.raw] = text = yield from _expand(entry, file.path)
        for name in REFERENCE.findall(text):
            waiting += file.entry(SECTION, name), file.sections[DEFAULT].get(name)
    return known


def _expand(entry: Entry, path: str) -> Generator[Any, Any, str]:
    """Return a value with variables, then files expanded; raises Misconfigured, without their
    names: a password that looks like one would be shown.
    """
    text = entry.raw
    for match in EXPANDED.finditer(text):
        if match[1] in ("", "__env"):
            value = yield Variable(match[2])
            if value is None:
                words = (
                    "Grafana reads this value from a variable, which is not set for this check: "
                    "set it for the check too"
                )
                raise fault(path, entry.line, words)
            text = text.replace(match[0], value, 1)
    for match in EXPANDED.finditer(text):
        if match[1] == "__file":
            held = yield Contents(match[2])
            text = text.replace(match[0], trim(held), 1)
        elif match[1] not in ("", "__env"):
            words = "this check expands only variables and files, not all that Grafana does"
            raise fault(path, entry.line, words)
    return text
