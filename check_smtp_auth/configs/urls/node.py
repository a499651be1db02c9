"""nodemailer's connection URL. Pure."""

from __future__ import annotations

import re

from . import Address, Unfit, cut, decoded, octets, port_number, query_of, required

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ...accounts import TLSMode

_SURROUNDING = "".join(map(chr, range(33)))
_DROPPED = re.compile(r"[\t\r\n]")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(?://)?")
# What the WHATWG URL standard encodes in a user or a password.
_ENCODED = re.compile(r"[^!$%&'()*+,\-.0-9A-Z_a-z~]")
_NO_HOST = re.compile(r"[\x00-\x20#/:<>?@[\\\]^|\x7f]")
_BROKEN = re.compile(r"%(?![0-9A-Fa-f]{2})")


def nodemailer(text: str) -> Address:
    """Parse it as ``createTransport`` does (6 to 10)."""
    text = _DROPPED.sub("", text.strip(_SURROUNDING))
    match = _SCHEME.match(text)
    if not match or match[1].lower() not in ("smtp", "smtps"):
        raise Unfit("is not an SMTP server's URL")
    authority, rest = cut(text[match.end() :], "/?#")
    login, _, place = authority.rpartition("@")
    user, _, password = login.partition(":")
    host, digits = _place(place)
    query = query_of(rest)
    port = port_number(digits, 0) or _number(query.get("port", ""))
    secure = match[1].lower() == "smtps"  # which an option cannot change
    tls: TLSMode = "implicit" if secure else "starttls"
    needed = _true(query, "requireTLS")
    if not secure and not needed and _true(query, "ignoreTLS"):
        tls = "none"
    unverified = query.get("tls.rejectUnauthorized") in ("false", "0")
    return Address(
        host=required(host or query.get("host", "")),
        port=port or (465 if secure else 587),
        tls=tls,
        user=_meant(user),
        password=octets(_meant(password)),
        offered_only=tls == "starttls" and not needed,
        hello=query.get("name", ""),
        unverified=unverified,
    )


def _place(text: str) -> tuple[str, str]:
    """Split host and port; raises Unfit."""
    if text.startswith("["):
        host, _, after = text[1:].partition("]")
        if after and not after.startswith(":"):
            raise Unfit("has text after the address in brackets")
        return host, after[1:]
    host, _, digits = text.partition(":")
    host = _meant(host).lower()
    if _NO_HOST.search(host) or ":" in digits:
        raise Unfit("has no server name: a / ? # or @ in the password must be encoded")
    return host, digits


def _number(text: str) -> int:
    """Return a number, 0 for anything else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 0


def _true(query: dict[str, str], name: str) -> bool:
    """Tell whether an option is true in JavaScript."""
    text = query.get(name, "").strip()
    return text not in ("", "false") and not (text.isdecimal() and not int(text))


def _meant(text: str) -> str:
    """Return a part decoded, or unchanged if some of it is not UTF-8, as in decodeURIComponent."""
    try:
        if not _BROKEN.search(text):
            return decoded(text).decode()
    except UnicodeDecodeError:
        pass
    return _ENCODED.sub(lambda match: "".join(f"%{octet:02X}" for octet in octets(match[0])), text)
