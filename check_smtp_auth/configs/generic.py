"""Values by their keys to a login: what the generic readers have in common. Pure."""

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

    # The value of a key as the program takes it, None where the key is not there.
    Get = Callable[[str], "str | None"]
    # Where a key stands: a line's number, 0 where that is not known.
    Line = Callable[[str], int]

# What the words after tls= of --from-keys may hold.
WORDS: dict[str, TLSMode] = {
    "starttls": "starttls",
    "implicit": "implicit",
    "ssl": "implicit",
    "none": "none",
}
# The same of what git send-email has as its sendemail.smtpEncryption.
OF_GIT: dict[str, TLSMode] = {**WORDS, "tls": "starttls", "": "none"}
# A value that other programs put in: ${NAME}, {{ name }}, $(command), %env(NAME)%, <%= code %>.
# Nobody has a password of that form, and one who has it can put it in another way.
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
    """Return the row that the pairs of ``--from-keys`` make."""
    modes: tuple[Mode, ...] = ()
    if "tls" in keys:
        of_git = keys.get("dialect") == "git" and keys["tls"].lower().endswith(".smtpencryption")
        words = OF_GIT if of_git else WORDS
        modes = tuple(Mode(keys["tls"], word, tls) for word, tls in words.items())
    return Preset(module, keys, modes)


def found_of(preset: Preset, get: Get, line: Line, query: Query) -> Found:
    """Put together the login; raises Misconfigured with the key's place."""

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
    """Say why a value is not what the program has, "" where it may be."""
    if STANDS_FOR.fullmatch(text):
        return "is a placeholder that another program replaces"
    if "$" in text and key.startswith("services.") and ".environment." in key:
        return "contains a $, which Compose takes for the start of a variable"
    return ""


def _missing(preset: Preset, get: Get, line: Line, query: Query) -> str:
    """Tell which key there should be for a login, "" where all are there."""
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
    """Return the fields of a login, of user and password as key and value each; what is missing is
    its problem, which ``fault`` makes of a key and words.
    """
    problem = ""
    if not user[1]:
        problem = str(fault(user[0], "is not set, so the program does not log in"))
    elif not password[1]:
        problem = str(fault(password[0], "is not set"))
    return {"user": user[1], "secret": secret_of(password[1]), "problem": problem}


def secret_of(text: str) -> Secret | None:
    """Wrap a password, None where there is none; octets that are no UTF-8 are what they were."""
    try:
        octets = text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # half a pair of surrogates, as JSON may have
        octets = text.encode("utf-8", "replace")
    return Secret(octets) if octets else None


def unverified(key: str) -> str:
    """The notice that a program does not verify certificates."""
    return f"The program does not verify the server's certificate ({key}); this check does."


def host_and_port(text: str) -> tuple[str, int | None]:
    """Part ``host``, ``host:port``, ``[address]`` or ``[address]:port``."""
    host, colon, port = text.rpartition(":")
    if not colon or not port.isascii() or not port.isdigit() or (":" in host and host[-1] != "]"):
        host, port = text, ""
    if host.startswith("[") and host.endswith("]"):
        host = host[1:-1]
    return host, int(port[:6]) if port else None


def port_of(text: str, path: str, line: int, key: str) -> int:
    """Read a port; raises Misconfigured."""
    if not (text.isascii() and text.isdigit() and 0 < int(text[:6]) < 65536):
        raise fault(path, line, f"{key} is not a port")
    return int(text)


def _tls(
    preset: Preset, get: Get, line: Line, query: Query
) -> tuple[TLSMode | None, tuple[str, ...]]:
    """How TLS starts, and what is to be told of it."""
    for mode in preset.modes:
        if (get(mode.key) or "").lower() == mode.value:
            return mode.tls, (OFFERED_ONLY,) if mode.offered_only else ()
    key = preset.keys.get("tls")
    if key and get(key):
        words = f"{key} must be one of {', '.join(WORDS)}; without tls= in --from-keys the port"
        raise fault(query.path, line(key), f"{words} decides, or --tls")
    return None, ()
