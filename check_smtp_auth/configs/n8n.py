"""n8n: the variables of its container, according to its package @n8n/config (2.39). Pure."""

from __future__ import annotations

import re

from .dotenv import BYTE_ORDER_MARK, UNICODE_BLANKS, compose
from .env import FILE, beside
from .generic import OFFERED_ONLY, login, port_of
from .reading import Contents, Found

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..accounts import TLSMode
    from .dotenv import Variables
    from .reading import Query, Reading

PORT = 465
# What JavaScript's trim() strips.
BLANKS = f"\t\n\v\f\r {UNICODE_BLANKS}{BYTE_ORDER_MARK}"
_KEYS = (
    *("N8N_EMAIL_MODE", "N8N_SMTP_HOST", "N8N_SMTP_PORT", "N8N_SMTP_USER", "N8N_SMTP_PASS"),
    *("N8N_SMTP_SENDER", "N8N_SMTP_SSL", "N8N_SMTP_STARTTLS"),
)
_OAUTH = ("N8N_SMTP_OAUTH_SERVICE_CLIENT", "N8N_SMTP_OAUTH_PRIVATE_KEY")
_SWITCHES = ("N8N_SMTP_SSL", "N8N_SMTP_STARTTLS")
# What JavaScript's Number() converts to a number; n8n ignores all else.
_NUMBER = re.compile(r"[+-]?(?:Infinity|\.?[0-9][0-9.]*(?:e[+-]?[0-9]+)?|0[xbo][0-9a-f]+)\Z", re.I)
_NO_NUMBER = f"N8N_SMTP_PORT is not a number: n8n ignores it, and uses {PORT}."
_BLANK = (
    "The value of {key} begins or ends with a space or a line end, which n8n removes; its older "
    "releases take it as part of the value."
)


def read(query: Query) -> Reading:
    """Return the one login; raises Misconfigured."""
    variables: Variables = yield Contents(query.path, marked=True, made=compose.read)
    values: dict[str, str] = {}
    notices = []
    for key in _KEYS:
        value, named = variables.get(key), variables.get(key + FILE)
        in_file = value is None and named
        if in_file and named:
            value = yield Contents(beside(query.path, named))
        values[key] = value or ""
        trimmed = values[key].strip(BLANKS)
        if trimmed != values[key] and (in_file or key not in _SWITCHES):
            values[key] = trimmed
            notices.append(_BLANK.format(key=key))
    if values["N8N_EMAIL_MODE"] not in ("", "smtp"):
        raise variables.fault("N8N_EMAIL_MODE", "is set so that no mail goes by SMTP")
    if not values["N8N_SMTP_HOST"]:
        raise variables.fault("N8N_SMTP_HOST", "is not set")
    if all(variables.get(key) or variables.get(key + FILE) for key in _OAUTH):
        raise variables.fault(_OAUTH[1], "is set, so n8n logs in with OAuth and no password")
    user = values["N8N_SMTP_USER"]
    tls: TLSMode = "none"
    if _truth(values["N8N_SMTP_SSL"]):
        tls = "implicit"
    elif _truth(values["N8N_SMTP_STARTTLS"]):
        tls = "starttls"
        notices.append(OFFERED_ONLY)
    digits, line = values["N8N_SMTP_PORT"], variables.line("N8N_SMTP_PORT")
    if digits and not _NUMBER.match(digits):
        digits = ""
        notices.append(_NO_NUMBER)
    return [
        Found(
            host=values["N8N_SMTP_HOST"],
            port=port_of(digits, query.path, line, "N8N_SMTP_PORT") if digits else PORT,
            tls=tls,
            **login(
                variables.fault,
                ("N8N_SMTP_USER", user),
                ("N8N_SMTP_PASS", values["N8N_SMTP_PASS"]),
            ),
            sender=values["N8N_SMTP_SENDER"] or (user if "@" in user else ""),
            notices=tuple(notices),
            place=query.path,
        )
    ]


def _truth(text: str) -> bool:
    """Tell whether a switch is on: unless it is set to false, since n8n ignores what it cannot
    read.
    """
    return text.lower() not in ("false", "0")
