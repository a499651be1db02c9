"""From a server's reply to a diagnosis: what the refusals of this world mean. Pure.

What generalises, in this order: a phrase in the text; reply code with enhanced status
code; reply code alone, with the stage. A reply that no row knows gets the meaning that
RFC 5321, 4954, 3463 and 7504 give its code.

The rows were made from several hundred replies of providers and servers (in the tests,
with their sources). None is one provider's whole sentence; a row must be worth having for
servers that nobody has seen yet.
"""

from __future__ import annotations

from ..observation import Kind, Stage
from ..record import Record
from ..smtp.reply import Reply, enhanced_code

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..observation import Failure, StageName
    from .catalogue import Slug

MAIL_STAGES: tuple[StageName, ...] = (Stage.MAIL, Stage.RCPT)
ENTRY_STAGES: tuple[StageName, ...] = (Stage.GREETING, Stage.EHLO)


class Phrases(Record):
    """Any of these phrases, in lower case, makes the diagnosis.

    "a & b" is in a text that has both. ``stages`` and ``codes`` (first digits) limit the
    row where the words alone would say too much; empty, they do not.
    """

    slug: Slug
    phrases: tuple[str, ...]
    stages: tuple[StageName, ...] = ()
    codes: tuple[str, ...] = ()


# The first row that fits wins, so what names its cause more exactly stands higher. A phrase
# that begins or ends with a blank is a whole word there.
PHRASES = (
    # One text for five causes tells none of them.
    Phrases("credentials-rejected", ("abnormal & password",)),
    # Yahoo's "too many bad auth attempts" comes with #AUTH005 at the first ordinary password.
    Phrases(
        "app-password-required",
        (
            "#auth005",
            "application-specific password",
            "application specific password",
            "app-specific password",
            "app specific password",
            "app password",
            "application password",
            "authorization code",
            "less secure app",
            "app-passwort",
            "anwendungsspezifisch",
            "senha de app",
            "senha de aplicativo",
            "mot de passe d'application",
            "пароль приложения",
            "授权码",
            "专用密码",
            "web browser",
            "multi-factor",
            "multifactor",
            "two-factor",
            "second factor",
            "2-step",
            "two-step",
        ),
    ),
    Phrases("basic-auth-disabled", ("basic auth",)),
    Phrases(
        "token-rejected",
        ("token & expired", "token & invalid", "token & revoked", "invalid_token", "oauth & fail"),
    ),
    Phrases(
        "password-expired",
        (
            "password & expired",
            "passphrase & expired",
            "passwort & abgelaufen",
            "kennwort & abgelaufen",
            "senha & expir",
            "contraseña & expir",
            "mot de passe & expir",
            "must change & password",
            "password & must be changed",
            "change your password",
        ),
    ),
    Phrases("server-not-authentic", ("channel binding",)),
    # A client certificate, before TLS is looked for in the text.
    Phrases("client-not-allowed", ("client & certificate", "ssl certificate")),
    Phrases(
        "encryption-required",
        (
            "starttls",
            " tls & requir",
            "ssl/tls",
            "tls conversion",
            "tls 1.0",
            "encryption & requir",
            "encryption needed",
            "secure connection",
            "secure channel",
            "non-secure",
            "insecure connection",
            "plaintext auth",
            "cleartext auth",
            "ssl & requir",
            "must use ssl",
            "lack of security",
            "security level",
            "without tls",
            "auth type prohibited",
        ),
    ),
    Phrases(
        "protocol-error",
        (
            "base64",
            "synchronization",
            "too soon",
            "protocol error",
            "bad protocol",
            "cannot decode",
            "hello first",
            "response limit",
            "invalid auth string",
            "initial data not expected",
        ),
    ),
    Phrases("server-unavailable", ("timeout", "too much load", "too busy"), codes=("421",)),
    Phrases("recipient-rejected", ("test purposes only", "testing emails")),
    Phrases("client-not-allowed", ("ip & temporarily blocked",)),
    Phrases(
        "recipient-rejected", ("relaying denied", "relay access denied"), (Stage.RCPT,), ("5",)
    ),
    Phrases(
        "rate-limited",
        (
            "too many",
            "too much",
            "too often",
            "too frequent",
            "exceed",
            "quota",
            "throttl",
            "ratelimit",
            "rate limit",
            "rate-limit",
            "limit & reached",
            "over limit",
            "sending limit",
            "frequency limit",
            "maximum threshold",
            "max message",
            "slow down",
            "try after",
            "out of credit",
            "insufficient credit",
            "not enough credit",
        ),
    ),
    Phrases(
        "client-not-allowed",
        (
            "your ip",
            "this ip",
            "mail from ip",
            "ip address & not allowed",
            "ip address & unauthori",
            "ip address & denied",
            "ip address & block",
            "unauthorized ip",
            "ip is reject",
            "ip & not allowed",
            "whitelist",
            "allowlist",
            "dnsbl",
            " rbl ",
            "geoip",
            "your country",
            "your network",
            "blacklist",
            "black list",
            "blocklist",
            "block list",
            "spamhaus",
            "blocked using",
            " listed at ",
            " listed in ",
            "reverse dns",
            "rdns",
            " ptr ",
            "client host",
            "this computer",
            "your host",
            "your location",
            "meet the criteria",
            "conditional access",
            "not welcome",
            "go away",
            "for relay [",
            "relay denied [",
            "access denied for",
            "denied access",
            "helo command rejected",
            "proxy not allowed",
            "administratively denied",
        ),
    ),
    Phrases("client-not-allowed", ("block",), ENTRY_STAGES),
    # A policy of the whole organisation, though its words speak of one locked user.
    Phrases("account-disabled", ("security defaults",)),
    Phrases(
        "account-locked",
        (
            " locked",
            " suspend",
            "suspens",
            "sending paused",
            "account & blocked",
            "user & blocked",
            "account & frozen",
            "compromised",
            "bloquead",
            "gesperrt",
            "заблокирован",
            "冻结",
            "unusual & activity",
        ),
        codes=("4", "5"),
    ),
    Phrases(
        "account-disabled",
        (
            "smtpclientauthentication",
            "account & disabled",
            "user & disabled",
            "login disabled",
            "mailbox & disabled",
            "smtp & disabled",
            "smtp & not enabled",
            "service & not enabled",
            "service & not open",
            "account & inactive",
            "account & expired",
            "account & closed",
            "unlicensed",
            "no license",
            "not enabled for this account",
            "not subscribed",
            "not yet activated",
            "activate your",
            "not activated",
            "user has no permission",
            "access rights",
            "access restricted",
            "not authorized to use",
            "account isn't allowed",
            "not allowed to send: please",
            "sending denied",
            "eula",
            "deactivat",
            "deaktiviert",
            "desativad",
            "desabilitad",
            "deshabilitad",
            "désactivé",
            "отключен",
            "未开启",
        ),
    ),
    Phrases(
        "mechanism-unavailable",
        (
            "mechanism & not supported",
            "mechanism & not available",
            "mechanism & unsupported",
            "mechanism & unrecognized",
            "mechanism & unimplemented",
            "invalid authentication mechanism",
            "no mechanism available",
            "mechanism too weak",
            "authentication type & not supported",
            "unrecognized authentication type",
            "no verifier",
            "scram not possible",
        ),
        stages=(Stage.AUTH,),
    ),
    Phrases(
        "auth-not-offered",
        (
            "authentication not enabled",
            "authentication not supported",
            "authentication not allowed",
            "auth not ",
            "not advertised",
            "only allowed on",
        ),
        stages=(Stage.AUTH,),
    ),
    Phrases(
        "temporary-failure",
        (
            "backend",
            "generic failure",
            "authentication server",
            "temporarily unavailable",
            "timeout",
            "timed out",
            "try again later",
            "sasl tls failed",
            "internal",
            "temporary & authentication",
            "temporary failure",
            "problem attempting",
        ),
        stages=(Stage.AUTH,),
    ),
    Phrases(
        "credentials-rejected",
        (
            "username or pass",
            "user name or pass",
            "login or pass",
            "user/pass",
            "invalid credential",
            "credentials invalid",
            "credentials no longer valid",
        ),
    ),
    Phrases("credentials-rejected", ("authentication fail",), (Stage.AUTH,), ("5",)),
    Phrases("sender-rejected", ("envelope from", "not owned by")),
    Phrases("sender-rejected", ("sender", "sending address", "send from"), (Stage.RCPT,), ("5",)),
)

# Reply code and enhanced status code at AUTH (RFC 4954 section 6; RFC 3463 section 3.8).
AUTH_PAIRS: dict[str, Slug] = {
    "432 4.3.2": "rate-limited",
    "432 4.7.12": "mechanism-unavailable",
    "435 4.7.8": "credentials-rejected",
    "525 5.7.1": "client-not-allowed",
}
# Enhanced status codes at AUTH, whatever the reply code; "5.7.8" stands for any class.
AUTH_ENHANCED: dict[str, Slug] = {
    "5.2.1": "account-disabled",
    "5.5.6": "protocol-error",
    "5.7.10": "encryption-required",
    "5.7.11": "encryption-required",
    "5.7.12": "mechanism-unavailable",
    "5.7.13": "account-disabled",
}
# Reply codes at AUTH (RFC 4954 section 6; RFC 5321 section 4.2.3).
AUTH_CODES: dict[int, Slug] = {
    421: "server-unavailable",
    432: "password-expired",
    500: "auth-not-offered",
    501: "protocol-error",
    502: "auth-not-offered",
    503: "auth-not-offered",
    504: "mechanism-unavailable",
    521: "protocol-error",
    523: "encryption-required",
    524: "encryption-required",
    525: "account-disabled",
    530: "encryption-required",
    534: "mechanism-unavailable",
    538: "encryption-required",
}


def slug_of_reply(failure: Failure) -> Slug | None:
    """Return the diagnosis of a failure that came with a reply; None where the reply tells
    nothing, as one that is not a refusal mostly does.
    """
    assert failure.reply is not None
    if failure.kind == Kind.REPLY:
        return classify(failure.stage, failure.reply)
    if failure.reply.code == 334:  # the challenge of an exchange that ended there
        row = deciding_row(failure.stage, failure.reply)
        return row.slug if row else None
    return None


def classify(stage: StageName, reply: Reply) -> Slug:
    """Return the diagnosis for a refusal at a stage."""
    if stage == Stage.STARTTLS:
        return "starttls-unavailable"
    if reply.code == 334 and _is_error_document(reply):
        return "token-rejected"
    inner = _nested(reply)
    if inner is not None:
        return classify(Stage.AUTH, inner)
    row = deciding_row(stage, reply)
    return row.slug if row else _by_code(stage, reply)


def deciding_row(stage: StageName, reply: Reply) -> Phrases | None:
    """Return the row whose words a reply has, or None: the first that fits."""
    return next(fitting_rows(stage, reply), None)


def fitting_rows(stage: StageName, reply: Reply) -> Iterator[Phrases]:
    """Yield the rows whose words a reply has, in order."""
    code = str(reply.code)
    for text in _readings(reply.text):
        for row in PHRASES:
            if row.stages and stage not in row.stages:
                continue
            if row.codes and not code.startswith(row.codes):
                continue
            if any(_says(text, phrase) for phrase in row.phrases):
                yield row


def _readings(text: str) -> Iterator[str]:
    """Yield the text in lower case; then as it reads in GBK, if it was not UTF-8.

    What is not UTF-8 has been decoded as Latin-1 (``smtp.reply``), which loses nothing.
    """
    yield f" {' '.join(text.lower().split())} "
    if not text.isascii():
        try:
            yield text.encode("latin-1").decode("gb18030").lower()
        except UnicodeError:
            return


def _says(text: str, phrase: str) -> bool:
    """Tell whether all parts of a phrase are in the text."""
    return all(part in text for part in phrase.split(" & "))


def _nested(reply: Reply) -> Reply | None:
    """Return the reply that another one quotes ("... Error: 535 5.7.3 ..."), if it does."""
    words = reply.text.split()
    for position, (word, following) in enumerate(zip(words, words[1:])):
        if len(word) == 3 and word.isdigit() and word[0] in "45" and enhanced_code(following):
            return Reply(int(word), (" ".join(words[position + 1 :]),))
    return None


def _is_error_document(reply: Reply) -> bool:
    """Tell whether a challenge is OAuth's error document (RFC 7628 section 3.2.2).

    That is JSON with a key "status"; an object's first octets are these in base64.
    """
    return reply.text.startswith(("eyJ", "eyA"))


def _by_code(stage: StageName, reply: Reply) -> Slug:
    """Fall back to what the standards say of the codes at this stage."""
    code, enhanced = reply.code, reply.enhanced or _trailing(reply.text)
    if stage == Stage.AUTH:
        found = AUTH_PAIRS.get(f"{code} {enhanced}") or AUTH_ENHANCED.get(f"5{enhanced[1:]}")
        if found or code in AUTH_CODES:
            return found or AUTH_CODES[code]
        return "temporary-failure" if code < 500 else "credentials-rejected"
    if stage in MAIL_STAGES:
        refused: Slug = "sender-rejected" if stage == Stage.MAIL else "recipient-rejected"
        return "temporary-failure" if code < 500 else refused
    if code < 500:
        return "server-unavailable" if code == 421 else "temporary-failure"
    # Policy speaks with 550 and 553 or x.7.z; 554 and 521 say that there is no service.
    policy = enhanced.startswith("5.7.") or (not enhanced and code in (550, 553))
    return "client-not-allowed" if policy else "server-unavailable"


def _trailing(text: str) -> str:
    """The enhanced status code in qmail's place, at the end: "text (#5.7.1)"; else ""."""
    code = text.rpartition("(#")[2].rstrip(")")
    return code if enhanced_code(code) else ""
