"""EMAIL_URL of Django projects: that of django-environ, and that of dj-email-url. Pure."""

from __future__ import annotations

import re

from . import Address, Unfit, cut, octets, port_number, query_of, required, words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ...accounts import TLSMode

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(?=//)")
_DROPPED = re.compile(r"[\t\r\n]")
_LEADING = "".join(map(chr, range(33)))
_TRUTHY = (
    *("1", "y", "Y", "yes", "Yes", "YES", "t", "T", "true", "True", "TRUE"),
    *("on", "On", "ON"),
)


def django_environ(text: str) -> Address:
    """Parse it as ``env.email_url`` of django-environ does, and then Django."""
    scheme, user, password, host, digits, query = _split(text)
    if scheme not in ("smtp", "smtps", "smtp+tls", "smtp+ssl"):
        raise Unfit("is not for an SMTP server: it has another scheme")
    options = {name.upper(): value for name, value in query.items() if value}
    tls, ssl = scheme in ("smtps", "smtp+tls"), scheme == "smtp+ssl"
    # Anything but zero is true there, even "False".
    tls = _truth(options.get("EMAIL_USE_TLS"), tls)
    ssl = _truth(options.get("EMAIL_USE_SSL"), ssl)
    return _address(user, password, required(host), digits, tls, ssl, 0, "")


def _truth(value: str | None, default: bool) -> bool:
    return default if value is None else not (value.isdecimal() and not int(value))


def dj_email_url(text: str) -> Address:
    """Parse it as ``dj_email_url.parse`` does, and then Django."""
    scheme, user, password, host, digits, query = _split(text)
    if scheme not in ("smtp", "smtps", "submission", "submit"):
        raise Unfit("is not for an SMTP server: it has another scheme")
    tls, ssl = scheme != "smtp", False
    if query.get("ssl"):
        if query["ssl"] in _TRUTHY:
            tls, ssl = False, True
    elif query.get("tls") in _TRUTHY:
        tls = True
    if scheme == "smtp":
        host = host or "localhost"
    port = {"smtp": 25, "smtps": 0}.get(scheme, 587)
    sender = query.get("_default_from_email", "")
    return _address(user, password, required(host), digits, tls, ssl, port, sender)


def _address(
    user: str, password: str, host: str, digits: str, tls: bool, ssl: bool, port: int, sender: str
) -> Address:
    """Return the address from what both have in common; for ``port`` 0, smtplib's own default
    counts.
    """
    if tls and ssl:
        raise Unfit("asks for STARTTLS and for TLS from the start, which Django refuses")
    mode: TLSMode = "implicit" if ssl else "starttls" if tls else "none"
    return Address(
        host=host,
        port=port_number(digits, port or (465 if ssl else 25)),
        tls=mode,
        user=words(user),
        password=octets(words(password)),
        sender=sender,
    )


def _split(text: str) -> tuple[str, str, str, str, str, dict[str, str]]:
    """Split a URL as Python's urlsplit does: scheme, user, password, host, port, query."""
    text = _DROPPED.sub("", text.lstrip(_LEADING))
    match = _SCHEME.match(text)
    if not match:
        raise Unfit("is not a URL with scheme and server")
    authority, rest = cut(text[match.end() + 2 :], "/?#")
    login, _, place = authority.rpartition("@")
    if "[" in login or "]" in login or ("[" in place) != ("]" in place):
        raise Unfit("has a bracket that is not around an address: encode it")
    user, _, password = login.partition(":")
    _, bracket, inner = place.partition("[")
    if bracket:
        host, _, after = inner.partition("]")
        digits = after.partition(":")[2]
    else:
        host, _, digits = place.partition(":")
    return match[1].lower(), user, password, host.lower(), digits, query_of(rest)
