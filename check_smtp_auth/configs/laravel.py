"""Laravel: its .env, as read by the config/mail.php that comes with it. Pure.

The rules are those of Laravel's ``Env``, ``MailManager`` and ``ConfigurationUrlParser`` (9 to 12).
What ``php artisan config:cache`` froze replaces it, and is not read here.
"""

from __future__ import annotations

import re

from ..accounts import Misconfigured
from .dotenv import phpdotenv
from .env import beside
from .generic import OFFERED_ONLY, login, port_of, unverified
from .reading import Contents, Found, Rights, fault
from .urls import Unfit, words
from .urls.php import parse_url

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Generator
    from typing import Any

    from .dotenv import Variables
    from .reading import Query, Reading

CACHE = "bootstrap/cache/config.php"
# The default since version 11.
PORT = 2525
# Laravel's own name for the sender; Snipe-IT's; and that of BookStack and Firefly III.
SENDERS = ("MAIL_FROM_ADDRESS", "MAIL_FROM_ADDR", "MAIL_FROM")
_QUOTED = re.compile(r"(['\"])(.*)\1\Z")
# Parts of MAIL_URL that are not taken for text: JSON, except whole numbers.
_JSON = re.compile(r'\s*(-?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?|true|false|null|".*"|[{\[].*)\s*\Z')
_NUMBER = re.compile(r"(0|-?[1-9][0-9]{0,17})\Z")
# Laravel decodes first, so encoding the part would not help.
_NATIVE = (
    "Laravel takes a part of MAIL_URL for a number, true, false, null or JSON: give that part by "
    "MAIL_HOST, MAIL_USERNAME or MAIL_PASSWORD instead"
)


def read(query: Query) -> Reading:
    """Return the login of the mailer ``smtp``; raises Misconfigured."""
    env = _Env((yield Contents(query.path, marked=True, made=phpdotenv.read)))
    mailer = env.get("MAIL_MAILER") or env.get("MAIL_DRIVER") or "smtp"
    if mailer != "smtp":
        key = "MAIL_MAILER" if env.get("MAIL_MAILER") else "MAIL_DRIVER"
        raise env.variables.fault(key, "is not smtp: Laravel does not log in")
    address = _of_url(env, query.path)
    host = address.get("host") or env.get("MAIL_HOST")
    if not host:
        raise env.variables.fault("MAIL_HOST", "is not set")
    user = address.get("user") or env.get("MAIL_USERNAME")
    password = address.get("password") or env.get("MAIL_PASSWORD")
    digits = address.get("port") or env.get("MAIL_PORT") or str(PORT)
    port = port_of(digits, query.path, env.variables.line("MAIL_PORT"), "MAIL_PORT")
    scheme = address.get("scheme") or env.get("MAIL_SCHEME") or ""
    if scheme not in ("", "smtp", "smtps"):
        raise env.variables.fault("MAIL_SCHEME", "is neither smtp nor smtps, which Laravel refuses")
    implicit = scheme == "smtps" or port == 465
    off = address.get("verify_peer") in ("0", "false", "off", "no")
    notices = [unverified("MAIL_URL")] if off else []
    notices += yield from _frozen(query.path)
    if not implicit:
        notices.append(OFFERED_ONLY)
    return [
        Found(
            host=host,
            port=port,
            tls="implicit" if implicit else "starttls",
            **login(
                env.variables.fault,
                ("MAIL_USERNAME", user or ""),
                ("MAIL_PASSWORD", password or ""),
            ),
            sender=next(filter(None, map(env.get, SENDERS)), ""),
            hello=env.get("MAIL_EHLO_DOMAIN") or "",
            notices=tuple(notices),
            place=query.path,
        )
    ]


def _frozen(path: str) -> Generator[Rights, Any, tuple[str, ...]]:
    """Return a notice if the file was changed after ``config:cache``, so that this has no effect
    yet.
    """
    cache = beside(path, CACHE)
    try:
        frozen = yield Rights(cache, optional=True, secret=False)
        changed = yield Rights(path)
    except Misconfigured:  # not readable, or others may write to it
        return ()
    if frozen is None or frozen >= changed:
        return ()
    return (
        f"{path} was changed after {cache} was written, and Laravel uses the latter: run php "
        "artisan config:cache.",
    )


class _Env:
    """The variables as Laravel's ``env()`` returns them."""

    def __init__(self, variables: Variables) -> None:
        self.variables = variables

    def get(self, key: str) -> str | None:
        """Return a value; None if it is not set, or set to null."""
        text = self.variables.get(key)
        if text is None or text.lower() in ("null", "(null)"):
            return None
        if text.lower() in ("empty", "(empty)"):
            return ""
        match = _QUOTED.match(text)
        return match[2] if match else text


def _of_url(env: _Env, path: str) -> dict[str, str]:
    """Return the parts of MAIL_URL, which override the other variables; raises Misconfigured."""
    url = env.get("MAIL_URL")
    if not url:
        return {}
    try:
        scheme, user, password, host, port, query = parse_url(url)
    except Unfit as unfit:
        raise env.variables.fault("MAIL_URL", str(unfit)) from None
    if scheme != "smtp":
        raise env.variables.fault(
            "MAIL_URL", "is not of the scheme smtp, the only one with a login"
        )
    parts = {"host": words(host), "user": words(user), "password": words(password)}
    if any(_JSON.match(part) and not _NUMBER.match(part) for part in parts.values()):
        raise fault(path, env.variables.line("MAIL_URL"), _NATIVE)
    return {**query, **parts, "port": str(port) if port else ""}
