"""Joomla: the class ``JConfig`` in configuration.php (MailerFactory.php and Mail.php of Joomla 3 to
5; PHPMailer logs in). Pure.
"""

from __future__ import annotations

from .generic import OFFERED_ONLY, port_of, secret_of
from .hosts import BY_SCHEME, of_list, phpmailers
from .literals import Setting, Settings, is_mark, is_name
from .php import is_true, literal, statements, text_of, tokens_of
from .reading import Contents, Found, fault

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .literals import Tokens
    from .reading import Query, Reading

NO_LOGIN = "so Joomla does not log in"
# How many words may precede a property's name.
MOST_BEFORE = 6


def read(query: Query) -> Reading:
    """Read the mail settings of a Joomla; raises Misconfigured."""
    tokens: Tokens = yield Contents(query.path, marked=True, made=tokens_of)
    settings = Settings(query.path, literal)
    for _, statement in statements(tokens):
        start = next((at for at in range(3) if is_name(statement, at, "class")), None)
        if start is not None and is_name(statement, start + 1, "jconfig"):
            brackets = (at for at in range(len(statement)) if is_mark(statement, at, "{"))
            opening = next(brackets, len(statement))
            _take(settings, query.path, statement[opening + 1 : -1])
    if not settings.found:
        raise fault(query.path, 0, "there is no class JConfig with settings")
    if "mailonline" in settings.found and not is_true(settings.value("mailonline")):
        raise settings.wrong("mailonline", "is off: Joomla sends no mail")
    if settings.value("mailer") != "smtp":
        raise settings.wrong("mailer", f"is not smtp, {NO_LOGIN} with a password")
    if not is_true(settings.value("smtpauth")):
        raise settings.wrong("smtpauth", f"is off, {NO_LOGIN}")
    return of_list(_found(settings, query), query, settings, "smtphost")


def _take(settings: Settings, path: str, body: Tokens) -> None:
    """Add the properties of the class: ``public $name = value``, perhaps with a type."""
    for _, statement in statements(body):
        for at, (kind, name, line) in enumerate(statement[:MOST_BEFORE]):
            if kind == "variable" and is_mark(statement, at + 1, "="):
                settings.found[str(name)[1:]] = Setting(path, line, statement[at + 2 :])
                break


def _found(settings: Settings, query: Query) -> list[Found]:
    """Return the login at each server that is named; raises Misconfigured."""

    def text(name: str) -> str:
        return text_of(settings.value(name))

    for name in ("smtphost", "smtpuser", "smtppass"):
        if not text(name):
            raise settings.wrong(name, f"is empty, {NO_LOGIN}")
    secure = text("smtpsecure")
    port = port_of(text("smtpport") or "25", *settings.place("smtpport"), "smtpport")
    return [
        Found(
            host=host,
            port=own or port,
            tls=BY_SCHEME.get(scheme or secure, "starttls"),
            user=text("smtpuser"),
            secret=secret_of(text("smtppass")),
            sender=text("mailfrom"),
            notices=() if scheme or secure in BY_SCHEME else (OFFERED_ONLY,),
            place=query.path,
        )
        for scheme, host, own in phpmailers(text("smtphost"))
    ]
