"""GitLab: the ``smtp_settings.rb`` that Omnibus GitLab renders from ``gitlab.rb``.

The settings are interpreted as in the mail gem's ``Mail::SMTP``. Pure.
"""

from __future__ import annotations

import re

from ..accounts import Misconfigured
from .env import beside
from .generic import MAIL_GEM_REFUSES, OFFERED_ONLY, port_of, secret_of
from .literals import Code, Setting, Settings, is_mark, is_name, skip
from .reading import Contents, Found, fault
from .ruby import NEWLINE, hash_of, literal, tokens_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..accounts import TLSMode
    from .literals import Tokens
    from .reading import Query, Reading

RENDERED = "/var/opt/gitlab/gitlab-rails/etc/smtp_settings.rb"
IN_STORE = (
    "is not in this file: GitLab keeps it encrypted in smtp.yaml.enc, or there is none; add "
    "--user and --password-command to --from (contrib/configs/README.md shows how)"
)
UNVERIFIED = (
    "With this openssl_verify_mode GitLab does not verify the server's certificate; this check "
    "does."
)
# The last word of openssl_verify_mode, text or constant, if certificates are verified.
VERIFIED = ("peer", "VERIFY_PEER")
SETTINGS = "smtp_settings"
# The sender in the gitlab.yml that is rendered to the same folder.
SENDER = re.compile(
    r"""^[ ]+email_from:[ ]*(?:"([^"\\\n]+)"|'([^'\n]+)'|([^\s"'#|>&*!{\[]\S*))[ ]*(?:\#.*)?$""",
    re.M,
)
STARTTLS = ("enable_starttls", "enable_starttls_auto")
BY_CODE = (
    "smtp_settings is computed by code, which this check does not run: only a plain hash can be "
    "read"
)
# After one of these words, code may or may not be run; ``if Rails.env.production?``, which the
# rendered file has, is not among them.
CONDITIONS = ("unless", "elsif", "else", "case", "while", "until", "for", "rescue", "def", "class")
PRODUCTION = (
    *(("name", "Rails"), ("mark", "."), ("name", "env"), ("mark", "."), ("name", "production?")),
    NEWLINE,
)
# The condition in GitLab's own old example: if mail is sent by SMTP.
BY_SMTP = (
    *(
        ("name", "Gitlab"),
        ("mark", "::"),
        ("name", "Application"),
        ("mark", "."),
        ("name", "config"),
    ),
    *(("mark", "."), ("name", "action_mailer"), ("mark", "."), ("name", "delivery_method")),
    *(("mark", "=="), ("symbol", "smtp"), NEWLINE),
)
CHANGES = ("store", "update", "delete", "replace", "clear", "delete_if", "keep_if", "send")


def read(query: Query) -> Reading:
    """Read GitLab's mail settings; raises Misconfigured."""
    tokens: Tokens = yield Contents(query.path, marked=True, made=tokens_of)
    settings = Settings(query.path, literal)
    for name, value in _hash(tokens, query.path):
        line = value[0][2] if value else 0
        settings.found[name] = Setting(query.path, line, value)
    found = _found(settings, query)
    try:
        more = yield Contents(beside(query.path, "gitlab.yml"), optional=True, secret=False)
    except Misconfigured:  # not readable by everybody
        more = None
    sender = SENDER.search(more or "")
    return [found.replace(sender=next(filter(None, sender.groups()), "")) if sender else found]


def _hash(tokens: Tokens, path: str) -> list[tuple[str, Tokens]]:
    """Return the pairs of the one hash that is assigned; raises Misconfigured."""
    pairs = None
    for index, (_, _, line) in enumerate(tokens):
        _require_plain(tokens, index, path)
        if is_name(tokens, index, SETTINGS) and is_mark(tokens, index + 1, "="):
            start = index + 2
            while tokens[start : start + 1] and tokens[start][:2] == NEWLINE:
                start += 1
            if is_name(tokens, start, SETTINGS):
                continue
            end = skip(tokens, start)
            if pairs is not None or not is_mark(tokens, start, "{") or not _ends(tokens, end):
                raise fault(path, line, BY_CODE)
            try:
                pairs = list(hash_of(tokens[start + 1 : end - 1]))
            except Code as code:
                raise fault(path, code.args[0] or line, BY_CODE) from None
    if pairs is None:
        raise fault(
            path, 0, f"no smtp_settings are set here; Omnibus GitLab renders them to {RENDERED}"
        )
    return pairs


def _ends(tokens: Tokens, index: int) -> bool:
    """Tell whether a line or the file ends here, so that nothing more is done to a value."""
    if is_mark(tokens, index, ".") and is_name(tokens, index + 1, "compact", "freeze"):
        index += 2
    return index >= len(tokens) or tokens[index][:2] == NEWLINE


def _require_plain(tokens: Tokens, index: int, path: str) -> None:
    """Raise Misconfigured if the code that begins here may change the settings."""
    kind, _, line = tokens[index]
    if kind != "name":
        return
    after = tuple(token[:2] for token in tokens[index + 1 : index + 1 + len(BY_SMTP)])
    harmless = after == BY_SMTP or after[: len(PRODUCTION)] == PRODUCTION
    is_condition = is_name(tokens, index, "if") and not harmless
    changed = is_name(tokens, index, SETTINGS) and (
        is_mark(tokens, index + 1, "[")
        or is_mark(tokens, index + 1, "||=")
        or (
            is_mark(tokens, index + 1, ".")
            and (is_name(tokens, index + 2, *CHANGES) or str(tokens[index + 2][1]).endswith("!"))
        )
    )
    if is_condition or changed or is_name(tokens, index, *CONDITIONS):
        raise fault(path, line, BY_CODE)
    if is_name(tokens, index, "delivery_method") and is_mark(tokens, index + 1, "="):
        method = tokens[index + 2 : index + 3]
        if [token[:2] for token in method] not in ([("symbol", "smtp")], [("symbol", "smtp_pool")]):
            raise fault(path, line, "delivery_method is not smtp: GitLab does not log in anywhere")


def _lacking(settings: Settings) -> str:
    """Say what is not in this file, "" if all is; raises Misconfigured if there is no login."""
    if settings.value("authentication") in (False, "false", "none"):
        raise settings.wrong("authentication", "is off: GitLab does not log in")
    for name in ("user_name", "password"):
        setting = settings.found.get(name)
        if setting is None or is_name(setting.tokens, 0, "secrets"):
            return str(settings.wrong(name, IN_STORE))
        if settings.value(name) in (None, ""):
            raise settings.wrong(name, "is not set: GitLab does not log in")
    return ""


def _found(settings: Settings, query: Query) -> Found:
    """Return the login; raises Misconfigured."""

    def text(name: str) -> str:
        value = settings.value(name)
        return "" if value in (None, True, False) else str(value)

    lacking = _lacking(settings)
    port = text("port") or "25"
    tls = _tls(settings)
    notices = [OFFERED_ONLY] if tls == "starttls" and not _demands(settings) else []
    if tls == "implicit" and any(settings.value(name) for name in STARTTLS):
        notices.append(MAIL_GEM_REFUSES)
    mode = settings.found.get("openssl_verify_mode")
    if mode and not (mode.tokens and mode.tokens[-1][1] in VERIFIED):
        notices.append(UNVERIFIED)
    return Found(
        host=text("address") or "localhost",
        port=port_of(port, *settings.place("port"), "port"),
        tls=tls,
        user="" if lacking else text("user_name"),
        secret=None if lacking else secret_of(text("password")),
        ca_file=text("ca_file"),
        ca_path=text("ca_path"),
        hello=text("domain"),
        notices=tuple(notices),
        lacking=lacking,
        place=query.path,
    )


def _tls(settings: Settings) -> TLSMode:
    """Return how the mail gem starts TLS; by default, it does if STARTTLS is offered."""
    if settings.value("tls") or settings.value("ssl"):
        return "implicit"
    if _demands(settings):
        return "starttls"
    for name in STARTTLS:
        if name in settings.found and settings.value(name) is False:
            return "none"
    return "starttls"


def _demands(settings: Settings) -> bool:
    """Tell whether a setting makes STARTTLS mandatory."""
    return settings.value("enable_starttls") not in (None, False, "auto")
