"""Nextcloud: ``config/config.php``, and the ``*.config.php`` beside it, which override it.

The keys are those of Nextcloud's own ``config.sample.php``, "Mail Parameters"; they are interpreted
as in its ``Mailer`` and in Symfony's ``EsmtpTransport``. Pure.
"""

from __future__ import annotations

import re

from ..accounts import Misconfigured
from .generic import OFFERED_ONLY, host_and_port, port_of, secret_of
from .hosts import of_list
from .literals import Code, Setting, Settings, is_mark, is_name
from .php import INCLUDES, array, element, is_true, literal, statements, text_of, tokens_of
from .reading import Contents, Found, Listing, fault

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..accounts import TLSMode
    from .literals import Tokens
    from .reading import Query, Reading

BY_CODE = (
    "the mail settings are computed by code, which this check does not run: only plain values can "
    "be read"
)
IN_CONTAINER = (
    "Nextcloud's container image takes them from its environment: use --from nextcloud-docker"
)
UNVERIFIED = (
    "With these mail_smtpstreamoptions Nextcloud does not verify the server's certificate; this "
    "check does."
)

# PHP's stream options, with the fields of Found for them.
TRUST = {"cafile": "ca_file", "capath": "ca_path", "peer_name": "tls_name"}


def read(query: Query) -> Reading:
    """Read a Nextcloud's mail settings; raises Misconfigured."""
    folder, slash, name = query.path.rpartition("/")
    folder += slash
    settings = Settings(query.path, literal)
    environments = _take(
        settings, query.path, (yield Contents(query.path, marked=True, made=tokens_of))
    )
    for other in sorted((yield Listing(folder or ".")), key=_natural):
        if other.endswith(f".{name}") and not other.startswith("."):
            path = f"{folder}{other}"
            environments += _take(
                settings, path, (yield Contents(path, marked=True, made=tokens_of))
            )
    notices = []
    for path, line in environments:
        if "mail_smtphost" not in settings.found:
            raise fault(path, line, f"{BY_CODE}; {IN_CONTAINER}")
        notices.append(
            f"{path}:{line} takes mail settings from the environment if SMTP_HOST is set there, "
            f"and they override those read here; {IN_CONTAINER}."
        )
    return _found(settings, query, notices)


def _natural(name: str) -> list[str | int]:
    """Return the key by which Nextcloud sorts the files: 10 comes after 9."""
    return [int(part) if part.isdecimal() else part for part in re.split("([0-9]{1,18})", name)]


def _take(settings: Settings, path: str, tokens: Tokens) -> list[tuple[str, int]]:
    """Add the settings of a file. Return the places of code that depends on the environment."""
    mine: dict[str, Setting] = {}
    environments = []
    for sure, statement in statements(tokens):
        line = statement[0][2]
        if not sure or statement[0][:2] != ("variable", "$CONFIG"):
            if not _is_harmless(statement):
                if not _asks_environment(statement):
                    raise fault(path, line, BY_CODE)
                environments.append((path, line))
        elif is_mark(statement, 1, "="):
            try:
                pairs = list(array(statement[2:]))
            except Code as code:
                raise fault(path, code.args[0] or line, BY_CODE) from None
            mine = {str(key): Setting(path, value[0][2], value) for key, value in pairs}
        else:
            key = element(statement, 1)
            if key is None:
                raise fault(path, line, BY_CODE)
            value = statement[5:] if is_mark(statement, 4, "=") else ()
            mine[key] = Setting(path, line, value)
    settings.found.update(mine)
    return environments


def _asks_environment(statement: Tokens) -> bool:
    """Tell whether it is a block whose condition is an environment variable."""
    return is_name(statement, 0, "if") and is_name(statement, 2, "getenv")


def _is_harmless(statement: Tokens) -> bool:
    """Tell whether code leaves the mail settings as they are, as far as can be seen: it neither
    names them nor writes to ``$CONFIG`` in a way that may hide their names.
    """
    whole = hidden = False
    for index, (kind, value, _) in enumerate(statement):
        if kind in ("string", "code") and "mail_" in str(value):
            return False
        if is_name(statement, index, *INCLUDES) or value in ("$GLOBALS", "$"):
            return False
        if value == "$CONFIG" and element(statement, index + 1) is None:
            is_array = is_mark(statement, index + 2, "[") or is_name(statement, index + 2, "array")
            if not is_array or not is_mark(statement, index + 1, "="):
                return False
            whole = True
        if kind == "mark" and value == "=>":
            hidden = hidden or statement[index - 1][0] not in ("string", "number")
        hidden = hidden or (kind == "mark" and value == "...")
    return not (whole and hidden)


def _found(settings: Settings, query: Query, notices: list[str]) -> list[Found]:
    """Return the logins: one for each host of a list; raises Misconfigured."""
    _require_login(settings)
    hosts = [host for host in _text(settings, "mail_smtphost").split(";") if host.strip()]
    if not hosts:
        raise settings.wrong("mail_smtphost", "names no server: Nextcloud is not set up to mail")
    default = _port(settings)
    trust, unverified = _stream_options(settings)
    if unverified:
        notices.append(UNVERIFIED)
    secret = secret_of(_text(settings, "mail_smtppassword"))
    name, domain = _text(settings, "mail_from_address"), _text(settings, "mail_domain")
    found = []
    for text in hosts:
        host, port = host_and_port(text.strip())
        tls, port = _tls(settings, host, port or default)
        login = Found(
            host=host,
            port=port,
            tls=tls,
            user=_text(settings, "mail_smtpname"),
            secret=secret,
            sender=f"{name}@{domain}" if name and domain else "",
            notices=(*notices, *((OFFERED_ONLY,) if tls == "starttls" else ())),
            place=settings.place("mail_smtppassword")[0],
        )
        found.append(login.replace(**trust))
    return of_list(found, query, settings, "mail_smtphost")


def _require_login(settings: Settings) -> None:
    """Raise Misconfigured if Nextcloud does not log in."""
    if "mail_smtpmode" in settings.found and _text(settings, "mail_smtpmode") != "smtp":
        raise settings.wrong("mail_smtpmode", "is not smtp: Nextcloud does not log in anywhere")
    if "mail_smtphost" in settings.found and not is_true(settings.value("mail_smtpauth")):
        raise settings.wrong("mail_smtpauth", "is not true: Nextcloud does not log in")


def _text(settings: Settings, name: str) -> str:
    """Return a setting as text."""
    return text_of(settings.value(name))


def _port(settings: Settings) -> int:
    """Return the port, 0 if Symfony chooses it; raises Misconfigured."""
    value = settings.value("mail_smtpport")
    text = text_of(value).strip()
    if value is None or not text.strip("0"):
        return 25 if value is None else 0
    return port_of(text, *settings.place("mail_smtpport"), "mail_smtpport")


def _tls(settings: Settings, host: str, port: int) -> tuple[TLSMode, int]:
    """Return how Symfony starts TLS, and at which port. STARTTLS cannot be made mandatory."""
    ssl = settings.value("mail_smtpsecure") == "ssl"
    if ssl or port == 465 or (not port and host != "localhost"):
        return "implicit", port or 465
    return "starttls", port or 25


def _stream_options(settings: Settings) -> tuple[dict[str, str], bool]:
    """Return what is trusted, by the fields of Found, and whether certificates are not verified."""
    options = Settings("", literal)
    setting = settings.found.get("mail_smtpstreamoptions")
    try:
        for key, value in array(setting.tokens if setting else ()):
            if key == "ssl":
                options.found = {str(name): Setting("", 0, each) for name, each in array(value)}
        loose = is_true(options.value("allow_self_signed"))
        strict = all(
            options.value(name) in (None, True, 1) for name in ("verify_peer", "verify_peer_name")
        )
        known = {name: text_of(options.value(key)) for key, name in TRUST.items()}
        return known, loose or not strict
    except (Code, Misconfigured):
        return {}, False
