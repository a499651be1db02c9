"""WordPress with the plugin WP Mail SMTP: the constants in ``wp-config.php``.

They are interpreted as in the plugin's ``Options`` and WordPress's PHPMailer. A constant keeps its
first value; settings without a constant are in the database. Pure.
"""

from __future__ import annotations

from ..accounts import Misconfigured
from .generic import OFFERED_ONLY, port_of, secret_of
from .hosts import BY_SCHEME, of_list, phpmailers
from .literals import COMMA, Setting, Settings, is_mark, is_name, parted, skip, string_at
from .php import INCLUDES, is_true, literal, statements, text_of, tokens_of
from .reading import Contents, Found, fault

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..accounts import TLSMode
    from .literals import Literal, Tokens
    from .reading import Query, Reading

IN_DATABASE = (
    "is in WordPress's database, with the password encrypted: define the constants, or give the "
    "missing values by options, with --password-command (contrib/configs/README.md shows how)"
)
BESIDE = "give host, user and the source of the password as options instead"
# The file that loads WordPress itself, which sets none of these constants.
ITSELF = "wp-settings.php"
DEFINE = ("define", "\\define")


def read(query: Query) -> Reading:
    """Read the constants of WP Mail SMTP; raises Misconfigured."""
    settings = Settings(query.path, literal)
    unsure = _take(settings, query.path, (yield Contents(query.path, marked=True, made=tokens_of)))
    notices = _require_login(settings, query.path)
    if unsure:
        notices.append(f"{query.path}:{unsure} may set constants earlier, which are not seen here.")
    return of_list([*_found(settings, query, notices)], query, settings, "WPMS_SMTP_HOST")


def _take(settings: Settings, path: str, tokens: Tokens) -> int:
    """Add the constants that a file sets. Return the first line of code that may set others, 0 if
    there is none.
    """
    unsure = 0
    for sure, statement in statements(tokens):
        body = _guarded(settings, statement) if sure else None
        parts = [(sure, statement)] if body is None else statements(body)
        for certain, part in parts:
            pairs = list(_definitions(part)) if certain else []
            for name, value in pairs:
                settings.found.setdefault(name, Setting(path, part[0][2], value))
            if not pairs:
                unsure = unsure or _take_code(settings, path, part)
    return unsure


def _guarded(settings: Settings, statement: Tokens) -> Tokens | None:
    """Return the statements after ``if (!defined('NAME'))``, none if there is a constant of that
    name; None for any other statement.
    """
    name = string_at(statement, 5)
    condition = is_name(statement, 0, "if") and is_mark(statement, 1, "(", "!")
    condition = condition and is_name(statement, 3, "defined") and is_mark(statement, 4, "(")
    if not condition or name is None or not is_mark(statement, 6, ")", ")"):
        return None
    if name in settings.found:
        return ()
    if is_mark(statement, 8, "{"):
        return statement[9:-1]
    return None if is_mark(statement, 8, ":") else statement[8:]


def _definitions(statement: Tokens) -> Iterator[tuple[str, Tokens]]:
    """Yield the constants that a plain statement sets, and the tokens of their values: ``define``,
    also after ``defined('NAME') or``, and ``const``.
    """
    start = 0
    if is_name(statement, 0, "defined") and is_mark(statement, 3, ")"):
        start = 5 if is_name(statement, 4, "or") or is_mark(statement, 4, "||") else 0
    if is_name(statement, start, *DEFINE) and is_mark(statement, start + 1, "("):
        name = string_at(statement, start + 2)
        values = list(parted(statement[start + 2 : -1], COMMA))
        whole = skip(statement, start + 1) == len(statement)
        if whole and name is not None and len(values) in (2, 3) and len(values[0]) == 1:
            yield name, values[1]
    elif is_name(statement, 0, "const"):
        for each in parted(statement[1:], COMMA):
            if is_mark(each, 1, "="):
                yield str(each[0][1]), each[2:]


def _take_code(settings: Settings, path: str, statement: Tokens) -> int:
    """Add the constants that code sets, whose values cannot be read. Return its line if it may set
    others.
    """
    unsure = 0
    loads = any(str(value).endswith(ITSELF) for _, value, _ in statement)
    for index, (_, _, line) in enumerate(statement):
        if is_name(statement, index, *DEFINE):
            name = string_at(statement, index + 2)
            if name is not None and is_mark(statement, index + 3, ","):
                settings.found.setdefault(name, Setting(path, line, ()))
            else:
                unsure = unsure or line
        elif is_name(statement, index, *INCLUDES):
            unsure = unsure or (0 if loads else line)
    return unsure


def _require_login(settings: Settings, path: str) -> list[str]:
    """Return the notices; raises Misconfigured if the constants make no login."""
    if "WPMS_ON" not in settings.found:
        raise fault(path, 0, f"there is no constant WPMS_ON; the login {IN_DATABASE}")
    if settings.value("WPMS_ON") is not True:
        raise settings.wrong(
            "WPMS_ON", f"is not true, so no constant counts; the login {IN_DATABASE}"
        )
    if is_true(settings.value("WPMS_DO_NOT_SEND")):
        raise settings.wrong("WPMS_DO_NOT_SEND", "is set: WordPress sends nothing")
    mailer = settings.value("WPMS_MAILER")
    if is_true(mailer) and mailer != "smtp":
        raise settings.wrong("WPMS_MAILER", "is not smtp: WordPress does not log in by SMTP")
    if "WPMS_SMTP_AUTH" in settings.found and not is_true(settings.value("WPMS_SMTP_AUTH")):
        raise settings.wrong("WPMS_SMTP_AUTH", "is false: WordPress does not log in")
    missing = {
        "WPMS_MAILER": "whether it mails by SMTP",
        "WPMS_SMTP_PORT": "the port",
        "WPMS_SSL": "how TLS starts",
    }
    return [
        f"{name} is not set: {what} is in WordPress's database, and is not known here."
        for name, what in missing.items()
        if name not in settings.found
    ]


def _found(settings: Settings, query: Query, notices: list[str]) -> Iterator[Found]:
    """Yield a login for each server; raises Misconfigured."""
    lacking = ""
    values: dict[str, Literal] = {}
    for name in ("WPMS_SMTP_PASS", "WPMS_SMTP_USER", "WPMS_SMTP_HOST"):
        try:
            values[name] = settings.value(name)
            if not is_true(values[name]):
                lacking = str(settings.wrong(name, f"is not set; it {IN_DATABASE}"))
        except Misconfigured as code:
            lacking = f"{code}; {BESIDE}"

    def text(name: str) -> str:
        return text_of(values.get(name))

    default = text_of(settings.value("WPMS_SMTP_PORT"))
    if default:
        port_of(default, *settings.place("WPMS_SMTP_PORT"), "WPMS_SMTP_PORT")
    tls, more = _tls(settings)
    for scheme, host, port in phpmailers(text("WPMS_SMTP_HOST")):
        yield Found(
            host=host,
            port=port or int(default or 0) or None,
            tls=BY_SCHEME.get(scheme, tls),
            user=text("WPMS_SMTP_USER"),
            secret=secret_of(text("WPMS_SMTP_PASS")),
            sender=text_of(settings.value("WPMS_MAIL_FROM")),
            notices=(*notices, *(() if scheme else more)),
            lacking=lacking,
            place=query.path,
        )


def _tls(settings: Settings) -> tuple[TLSMode | None, tuple[str, ...]]:
    """Return how PHPMailer starts TLS, None if that is not known, and the notices about it."""
    if "WPMS_SSL" not in settings.found:
        return None, ()
    value = settings.value("WPMS_SSL")
    if value in BY_SCHEME:
        return BY_SCHEME[value], ()
    if value not in ("", "none"):
        raise settings.wrong("WPMS_SSL", "is neither empty nor ssl nor tls")
    if "WPMS_SMTP_AUTOTLS" in settings.found and not is_true(settings.value("WPMS_SMTP_AUTOTLS")):
        return "none", ()
    return "starttls", (OFFERED_ONLY,)
