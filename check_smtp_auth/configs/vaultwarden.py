"""Vaultwarden: its .env, overridden by data/config.json, which the admin page writes. Pure.

The rules are those of its src/config.rs and src/util.rs (1.30 and newer).
"""

from __future__ import annotations

import json

from ..accounts import Misconfigured
from .dotenv import Refused, compose, dotenvy
from .env import FILE, beside
from .generic import login, port_of, unverified
from .reading import Contents, Found, fault

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Generator
    from typing import Any

    from ..accounts import TLSMode
    from .dotenv import Variables
    from .reading import Query, Reading

IN_CONTAINER = (
    "if Compose passes this file to a container (env_file), use --from env:FILE with "
    "dialect=compose"
)
# By SMTP_SECURITY: how TLS starts, and the default port.
SECURITY: dict[str, tuple[TLSMode, int]] = {
    "starttls": ("starttls", 587),
    "force_tls": ("implicit", 465),
    "off": ("none", 25),
}
_TRUE = ("true", "t", "yes", "y", "1")
_FALSE = ("false", "f", "no", "n", "0")
KEYS = (
    *("SMTP_HOST", "SMTP_PORT", "SMTP_USERNAME", "SMTP_PASSWORD", "SMTP_FROM", "SMTP_SECURITY"),
    *("SMTP_ACCEPT_INVALID_CERTS", "SMTP_ACCEPT_INVALID_HOSTNAMES", "USE_SENDMAIL", "HELO_NAME"),
    "_ENABLE_SMTP",
)
# These are not in the admin page.
OLD_KEYS = ("SMTP_SSL", "SMTP_EXPLICIT_TLS")


def read(query: Query) -> Reading:
    """Return the login in .env and config.json together; raises Misconfigured."""
    try:
        variables: Variables = yield Contents(query.path, marked=True, made=dotenvy.read)
    except Refused as refusal:
        raise Misconfigured(f"{refusal}; {IN_CONTAINER}") from None
    values = {}
    for key in (*KEYS, *OLD_KEYS, "DATA_FOLDER", "CONFIG_FILE"):
        value = yield from _value(variables, key)
        if value is not None:
            values[key] = value
    config = values.get("CONFIG_FILE") or values.get("DATA_FOLDER", "data") + "/config.json"
    config = beside(query.path, config)
    saved: dict[str, str] | None = yield Contents(config, optional=True, made=_saved)
    places = dict.fromkeys(values, query.path)
    for key, saved_value in (saved or {}).items():
        values[key], places[key] = saved_value, config
    found = _found(_Settings(values, places, variables, query.path))
    ours = [key for key in ("SMTP_USERNAME", "SMTP_PASSWORD") if places.get(key) == query.path]
    for key in (yield from _read_otherwise(variables, ours)):
        words = f"Compose reads {key} differently from Vaultwarden itself; {IN_CONTAINER}."
        found = found.replace(notices=(*found.notices, words))
    return [found]


def _read_otherwise(variables: Variables, keys: list[str]) -> Generator[Contents, Any, list[str]]:
    """Return those of some keys that have another value if Compose reads the file."""
    try:
        others: Variables = yield Contents(variables.path, marked=True, made=compose.read)
    except Refused:
        return []

    def told(key: str) -> str | None:
        try:
            return others.get(key)
        except Refused:
            return None

    return [key for key in keys if variables.get(key) not in (None, told(key))]


def _value(variables: Variables, key: str) -> Generator[Contents, Any, str | None]:
    """Return a variable's value, or the content of the file that KEY_FILE names."""
    value, named = variables.get(key), variables.get(key + FILE)
    if named is None:
        return value
    if value is not None:
        raise variables.fault(key + FILE, f"and {key} are both set, which Vaultwarden refuses")
    text: str = yield Contents(beside(variables.path, named))
    return text.strip()


def _saved(text: str, path: str) -> dict[str, str]:
    """Return what the admin page saved, as text; raises Misconfigured."""
    try:
        saved = json.loads(text)
    except json.JSONDecodeError as error:
        raise fault(path, error.lineno, "not JSON") from None
    except RecursionError:
        raise fault(path, 0, "not JSON") from None
    if not isinstance(saved, dict):
        raise fault(path, 0, "not a JSON object")
    values = {}
    for key in KEYS:
        value = saved.get(key.lower())
        if isinstance(value, bool):
            values[key] = "true" if value else "false"
        elif isinstance(value, (str, int)):
            values[key] = str(value)
    return values


class _Settings:
    """The values that count, and the file of each."""

    def __init__(
        self, values: dict[str, str], places: dict[str, str], variables: Variables, path: str
    ) -> None:
        self.values, self.places, self.variables, self.path = values, places, variables, path

    def truth(self, key: str) -> bool | None:
        """Return whether a switch is on; None if it is not set."""
        text = self.values.get(key, "").lower()
        return True if text in _TRUE else False if text in _FALSE else None

    def fault(self, key: str, words: str) -> Exception:
        """Return the error about a value."""
        place = self.places.get(key, self.path)
        line = self.variables.line(key) if place == self.path else 0
        return fault(place, line, f"{key} {words}")


def _found(settings: _Settings) -> Found:
    """Return the login; raises Misconfigured."""
    if settings.truth("_ENABLE_SMTP") is False:
        raise settings.fault("_ENABLE_SMTP", "is set so that no mail is sent")
    if settings.truth("USE_SENDMAIL"):
        raise settings.fault("USE_SENDMAIL", "is set, so mail goes through the local sendmail")
    host = settings.values.get("SMTP_HOST")
    if not host:
        raise settings.fault("SMTP_HOST", "is not set")
    security = settings.values.get("SMTP_SECURITY") or _by_old_keys(settings)
    if security not in SECURITY:
        raise settings.fault("SMTP_SECURITY", f"must be one of {', '.join(SECURITY)}")
    tls, port = SECURITY[security]
    digits = settings.values.get("SMTP_PORT")
    if digits:
        place = settings.places["SMTP_PORT"]
        line = settings.variables.line("SMTP_PORT") if place == settings.path else 0
        port = port_of(digits, place, line, "SMTP_PORT")
    invalid = [
        f"SMTP_ACCEPT_INVALID_{what}"
        for what in ("CERTS", "HOSTNAMES")
        if settings.truth(f"SMTP_ACCEPT_INVALID_{what}") and tls != "none"
    ]
    user, password = (settings.values.get(f"SMTP_{key}", "") for key in ("USERNAME", "PASSWORD"))
    return Found(
        host=host,
        port=port,
        tls=tls,
        **login(settings.fault, ("SMTP_USERNAME", user), ("SMTP_PASSWORD", password)),
        sender=settings.values.get("SMTP_FROM", ""),
        hello=settings.values.get("HELO_NAME", ""),
        notices=(unverified(invalid[0]),) if invalid else (),
        place=settings.places["SMTP_HOST"],
    )


def _by_old_keys(settings: _Settings) -> str:
    """Return what the older SMTP_SSL and SMTP_EXPLICIT_TLS mean."""
    if settings.truth("SMTP_EXPLICIT_TLS"):
        return "force_tls"
    return "off" if settings.truth("SMTP_SSL") is False else "starttls"
