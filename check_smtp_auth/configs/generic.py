"""From the values of keys to a login: what the generic readers have in common. Pure."""

from __future__ import annotations

import re

from ..secret import Secret
from .presets import Mode, Preset
from .reading import Found, fault

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, Callable

    from ..accounts import TLSMode
    from .reading import Query

    # The value of a key as the program reads it, None if the key is not set.
    Get = Callable[[str], "str | None"]
    # The line of a key, 0 if it is not known.
    Line = Callable[[str], int]

# The values that the key of tls= in --from-keys may have.
WORDS: dict[str, TLSMode] = {
    "starttls": "starttls",
    "implicit": "implicit",
    "ssl": "implicit",
    "none": "none",
}
# The same for git send-email's sendemail.smtpEncryption.
OF_GIT: dict[str, TLSMode] = {**WORDS, "tls": "starttls", "": "none"}
# A placeholder for a value: ${NAME}, {{ name }}, $(command), %env(NAME)%, <%= code %>. Hardly any
# password has that form, and one that does can be given in another way.
STANDS_FOR = re.compile(r"\$\{[^{}]+\}|\$\([^()]+\)|\{\{[^{}]+\}\}|%env\([^()]+\)%|<%[^<>]+%>")
PLAIN_KINDS = ("ini", "json", "yaml")
# The pairs of --from-keys, beside ``dialect`` and ``url``.
PARTS = ("host", "port", "user", "password", "tls", "from")
ELSEWHERE = (
    "take its key out of --from-keys, and give the value by an option, such as --password-env"
)
MAIL_GEM_REFUSES = (
    "tls or ssl and enable_starttls(_auto) are both on: newer releases of the mail gem refuse that "
    "and send nothing."
)
OFFERED_ONLY = (
    "The program continues without TLS if the server does not offer STARTTLS, and then sends the "
    "password in clear text; this check requires STARTTLS."
)


def preset_of(keys: Mapping[str, str], module: str) -> Preset:
    """Return the preset made of the pairs of ``--from-keys``."""
    modes: tuple[Mode, ...] = ()
    if "tls" in keys:
        of_git = keys.get("dialect") == "git" and keys["tls"].lower().endswith(".smtpencryption")
        words = OF_GIT if of_git else WORDS
        modes = tuple(Mode(keys["tls"], word, tls) for word, tls in words.items())
    return Preset(module, keys, modes)


def found_of(preset: Preset, get: Get, line: Line, query: Query) -> Found:
    """Return the login; raises Misconfigured with the key's place."""

    def value(part: str) -> str:
        key = preset.keys.get(part, "")
        text = (get(key) or "") if key else ""
        why = _stands_for(text, key) if query.kind in PLAIN_KINDS else ""
        if why:
            raise fault(query.path, line(key), f"{key} {why}: {ELSEWHERE}")
        return text

    for key, off in preset.off:
        if (get(key) or "").lower() == off:
            raise fault(query.path, line(key), f"{key} is set so that the program does not log in")
    host, port = host_and_port(value("host"))
    if not host and "host" in preset.keys:
        key = preset.keys["host"]
        raise fault(query.path, line(key), f"{key}, which names the server, is missing")
    text = value("port")
    if text:
        key = preset.keys["port"]
        port = port_of(text, query.path, line(key), key)
    tls, notices = _tls(preset, get, line, query)
    key = preset.unless_clear
    if key and tls == "none" and not get(key):
        raise fault(query.path, 0, f"{key} is missing, and without TLS the program does not log in")
    for key, off in preset.unverified:
        if (get(key) or "").lower() == off:
            notices += (unverified(key),)
    return Found(
        host=host,
        port=port or preset.port,
        tls=tls,
        user=value("user"),
        secret=None if query.listing else secret_of(value("password")),
        sender=value("from"),
        hello=value("hello"),
        ca_file=value("ca"),
        notices=notices,
        problem=_missing(preset, get, line, query),
        place=query.path,
    )


def _stands_for(text: str, key: str) -> str:
    """Say why a value is not the one that the program uses, "" if it may be."""
    if STANDS_FOR.fullmatch(text):
        return "is a placeholder that another program replaces"
    if "$" in text and key.startswith("services.") and ".environment." in key:
        return "contains a $, which Compose takes for the start of a variable"
    return ""


def _missing(preset: Preset, get: Get, line: Line, query: Query) -> str:
    """Say which key is missing for a login, "" if none is."""
    for part in ("user", "password"):
        key = preset.keys.get(part)
        if key and not get(key):
            return str(
                fault(query.path, line(key), f"{key} is missing, so the program does not log in")
            )
    return ""


def login(
    fault: Callable[[str, str], Exception], user: tuple[str, str], password: tuple[str, str]
) -> dict[str, Any]:
    """Return the fields of a login from key and value of its user and password. If one is missing,
    that is its problem, which ``fault`` makes from a key and words.
    """
    problem = ""
    if not user[1]:
        problem = str(fault(user[0], "is not set, so the program does not log in"))
    elif not password[1]:
        problem = str(fault(password[0], "is not set"))
    return {"user": user[1], "secret": secret_of(password[1]), "problem": problem}


def secret_of(text: str) -> Secret | None:
    """Return a password as Secret, None if it is empty; octets that are not UTF-8 are preserved."""
    try:
        octets = text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # half a surrogate pair, as JSON may contain
        octets = text.encode("utf-8", "replace")
    return Secret(octets) if octets else None


def unverified(key: str) -> str:
    """Return the notice that a program does not verify certificates."""
    return f"The program does not verify the server's certificate ({key}); this check does."


def host_and_port(text: str) -> tuple[str, int | None]:
    """Split ``host``, ``host:port``, ``[address]`` or ``[address]:port``."""
    host, colon, port = text.rpartition(":")
    if not colon or not port.isascii() or not port.isdigit() or (":" in host and host[-1] != "]"):
        host, port = text, ""
    if host.startswith("[") and host.endswith("]"):
        host = host[1:-1]
    return host, int(port[:6]) if port else None


def port_of(text: str, path: str, line: int, key: str) -> int:
    """Return a port; raises Misconfigured."""
    if not (text.isascii() and text.isdigit() and 0 < int(text[:6]) < 65536):
        raise fault(path, line, f"{key} is not a port")
    return int(text)


def _tls(
    preset: Preset, get: Get, line: Line, query: Query
) -> tuple[TLSMode | None, tuple[str, ...]]:
    """Return how TLS starts, and the notices about it."""
    for mode in preset.modes:
        if (get(mode.key) or "").lower() == mode.value:
            return mode.tls, (OFFERED_ONLY,) if mode.offered_only else ()
    key = preset.keys.get("tls")
    if key and get(key):
        words = f"{key} must be one of {', '.join(WORDS)}; without tls= in --from-keys the port"
        raise fault(query.path, line(key), f"{words} decides, or --tls")
    return None, ()
