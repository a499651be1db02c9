"""Symfony's MAILER_DSN. Pure."""

from __future__ import annotations

import re

from . import Address, Unfit, cut, decoded, port_number, query_of

# What parse_url replaces by "_".
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_SCHEME = re.compile(r"[A-Za-z0-9.+-]+://")
_TRUE = ("1", "true", "on", "yes")
# Providers with a scheme of their own, such as gmail://USER:PASSWORD@default: server, port, and
# the user if the DSN has only a key, which is the password.
_PROVIDERS: dict[str, tuple[str, int, str]] = {
    "gmail": ("smtp.gmail.com", 465, ""),
    "brevo": ("smtp-relay.brevo.com", 465, ""),
    "mailersend": ("smtp.mailersend.net", 587, ""),
    "mailjet": ("in-v3.mailjet.com", 587, ""),
    "mailtrap": ("live.smtp.mailtrap.io", 587, "api"),
    "mandrill": ("smtp.mandrillapp.com", 587, ""),
    "postmark": ("smtp.postmarkapp.com", 587, "{key}"),
    "resend": ("smtp.resend.com", 465, ""),
    "scaleway": ("smtp.tem.scw.cloud", 465, ""),
    "sendgrid": ("smtp.sendgrid.net", 465, "apikey"),
}
# Those for which the scheme alone means the provider's HTTP interface, and those with one user
# for all accounts, whatever user the DSN has.
_BY_HTTP = ("mandrill", "scaleway", "ses")
_ONE_USER = {"resend": "resend"}
_AMAZON = "email-smtp.{}.amazonaws.com"


def symfony(text: str) -> Address:
    """Parse one DSN as Symfony's Mailer (5 to 7) does."""
    if " " in text or ")" in text:
        raise Unfit("contains a space or a parenthesis, which must be encoded in a DSN")
    scheme, user, password, host, port, query = parse_url(text)
    provider, _, way = scheme.partition("+")
    known = provider in _PROVIDERS or provider == "ses"
    if known and (way in ("smtp", "smtps") or not (way or provider in _BY_HTTP)):
        return _of_provider(provider, user, password, host, port, query.get("region") or "")
    if scheme not in ("smtp", "smtps"):
        raise Unfit("is not for an SMTP server that can be checked: it has another scheme")
    # auto_tls and require_tls are of Symfony 7.
    automatic = query.get("auto_tls", "1").lower() in ("", *_TRUE)
    implicit = scheme == "smtps" or (
        automatic and (port == 465 or (not port and host != "localhost"))
    )
    needed = query.get("require_tls", "").lower() in _TRUE
    unverified = query.get("verify_peer", "1").lower() not in ("", *_TRUE)
    starttls = automatic and not implicit
    return Address(
        host=host[1:-1] if host.startswith("[") else host,
        port=port or (465 if implicit else 25),
        tls="implicit" if implicit else "starttls" if automatic else "none",
        user=decoded(user).decode("utf-8", "surrogateescape"),
        password=decoded(password),
        offered_only=starttls and not needed,
        hello=query.get("local_domain", ""),
        unverified=unverified,
    )


def _of_provider(
    provider: str, user: str, password: str, host: str, port: int, region: str
) -> Address:
    """Parse the DSN of a provider as the packages symfony/PROVIDER-mailer do."""
    if provider == "ses":
        server = _AMAZON.format(region or "eu-west-1") if host == "default" else host
        usual, fixed = 465, ""
    else:
        server, usual, fixed = _PROVIDERS[provider]
    if fixed:
        user, password = fixed.format(key=user), user
    user = _ONE_USER.get(provider, user)
    implicit = usual == 465
    return Address(
        host=server,
        port=port or usual,
        tls="implicit" if implicit else "starttls",
        user=decoded(user).decode("utf-8", "surrogateescape"),
        password=decoded(password),
        offered_only=not implicit,
    )


def parse_url(text: str) -> tuple[str, str, str, str, int, dict[str, str]]:
    """Parse a URL as PHP's parse_url does: scheme, user, password, host, port (0 for none), query.

    User and password are still encoded. Raises Unfit.
    """
    match = _SCHEME.match(text)
    if not match:
        raise Unfit("is not a URL with scheme and server")
    authority, rest = cut(text[match.end() :], "/?#")
    login, _, place = authority.rpartition("@")
    user, _, password = login.partition(":")
    host, digits = place, ""
    if not (place.startswith("[") and place.endswith("]")) and ":" in place:
        host, _, digits = place.rpartition(":")
    if len(digits) > 5:
        raise Unfit("has a port that is not a number: a / ? # or @ in the password must be encoded")
    port = port_number(digits, 0)
    if not host:
        raise Unfit("names no server")
    user, password, host = (_CONTROL.sub("_", part) for part in (user, password, host))
    return match[0][:-3], user, password, host, port, query_of(rest)
