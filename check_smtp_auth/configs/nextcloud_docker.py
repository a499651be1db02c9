"""Nextcloud's image for Docker: the variables that its smtp.config.php reads. Pure."""

from __future__ import annotations

from .dotenv import compose
from .env import FILE, beside
from .generic import OFFERED_ONLY, login, port_of
from .reading import Contents, Found

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .dotenv import Variables
    from .reading import Query, Reading

# PHP's trim.
_TRIMMED = " \t\n\r\0\v"


def read(query: Query) -> Reading:
    """Return the one login; raises Misconfigured."""
    variables: Variables = yield Contents(query.path, marked=True, made=compose.read)

    def value(key: str) -> str:
        return variables.get(key) or ""

    for key in ("SMTP_HOST", "MAIL_FROM_ADDRESS", "MAIL_DOMAIN"):
        if not value(key):
            words = "is not set, and without it the container image ignores all these mail settings"
            raise variables.fault(key, words)
    password, named = value("SMTP_PASSWORD"), value("SMTP_PASSWORD" + FILE)
    if named:  # which is the stronger one
        text = yield Contents(beside(query.path, named))
        password = text.strip(_TRIMMED)
    secure, digits = value("SMTP_SECURE"), value("SMTP_PORT")
    port = 465 if secure else 25
    if digits:
        port = port_of(digits, query.path, variables.line("SMTP_PORT"), "SMTP_PORT")
    implicit = secure == "ssl"
    return [
        Found(
            host=value("SMTP_HOST"),
            port=port,
            tls="implicit" if implicit else "starttls",
            **login(
                variables.fault, ("SMTP_NAME", value("SMTP_NAME")), ("SMTP_PASSWORD", password)
            ),
            sender=f"{value('MAIL_FROM_ADDRESS')}@{value('MAIL_DOMAIN')}",
            notices=() if implicit else (OFFERED_ONLY,),
            place=query.path,
        )
    ]
