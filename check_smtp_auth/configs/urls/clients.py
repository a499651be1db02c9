"""URLs of mail programs: mutt's smtp_url, s-nail's mta, and the host of OpenSMTPD's relay. Pure.

The rules are those of url.c of mutt 2.2, of s-nail 14.9, and of to.c of OpenSMTPD 6.8, and were
tested with the programs themselves.
"""

from __future__ import annotations

import re

from . import Address, Unfit, decoded, octets, port_number, required

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ...accounts import TLSMode

_BROKEN = re.compile(r"%(?:00|(?![0-9A-Fa-f]{2}))")
_RESERVED = re.compile(rb"[^A-Za-z0-9_.~-]")
# By scheme: how TLS starts, and the default port.
_S_NAIL: dict[str, tuple[TLSMode, int]] = {
    "smtps": ("implicit", 465),
    "smtp": ("none", 25),
    "submission": ("none", 587),
    "submissions": ("implicit", 465),
}
_OPENSMTPD: dict[str, tuple[TLSMode, int]] = {
    "smtp": ("starttls", 25),
    "smtp+tls": ("starttls", 25),
    "smtp+notls": ("none", 25),
    "smtps": ("implicit", 465),
}


def mutt(text: str) -> Address:
    """Parse ``smtp_url``; since mutt 2.0 ssl_force_tls is on by default."""
    scheme, _, rest = text.partition("://")
    scheme = scheme.lower()
    if scheme not in ("smtp", "smtps"):
        raise Unfit("is not an SMTP server's URL for mutt")
    login, _, place = rest.partition("/")[0].rpartition("@")
    user, _, password = login.partition(":")
    if place.startswith("[") and "]" in place:
        host, _, after = place[1:].partition("]")
        digits = after.partition(":")[2]
    else:
        host, _, digits = place.partition(":")
    if any(_BROKEN.search(part) for part in (user, password, host)):
        raise Unfit("has a % that is not followed by two digits of a character")
    implicit = scheme == "smtps"
    return Address(
        host=required(decoded(host).decode("utf-8", "replace")),
        port=port_number(digits, 465 if implicit else 25),
        tls="implicit" if implicit else "starttls",
        user=decoded(user).decode("utf-8", "surrogateescape"),
        password=decoded(password),
    )


def _without_scheme(text: str) -> tuple[str, str]:
    """Split off the scheme, which is smtp by default."""
    before, found, after = text.partition("://")
    return (before.lower(), after) if found else ("smtp", text)


def s_nail(text: str) -> Address:
    """Parse ``mta`` or ``smtp`` of s-nail 14.9; ``smtp-use-starttls`` is a separate variable."""
    scheme, rest = _without_scheme(text)
    if scheme not in _S_NAIL:
        raise Unfit("is not an SMTP server's URL for s-nail")
    tls, port = _S_NAIL[scheme]
    at = rest.partition("/")[0].rfind("@")
    user, _, password = rest[: max(at, 0)].partition(":")
    place, _, path = rest[at + 1 :].partition("/")
    if path.strip("/"):
        raise Unfit("has a path, which s-nail refuses: a / in the password must be encoded")
    host, colon, digits = place.partition(":")
    if colon and not digits.strip("0"):
        raise Unfit("has a colon after the server, and no port")
    for part in (user, password):
        # s-nail insists on its own encoding.
        if "%00" in part or _RESERVED.sub(
            lambda match: b"%%%02X" % match[0][0], decoded(part)
        ) != octets(part):
            raise Unfit("is not encoded as s-nail demands: see its command urlcodec")
    return Address(
        host=required(host.lower()),
        port=port_number(digits, port),
        tls=tls,
        user=decoded(user).decode("utf-8", "surrogateescape"),
        password=decoded(password),
    )


def opensmtpd(text: str) -> Address:
    """Parse the host of a relay; its label names the login in a table, and is not the user."""
    scheme, rest = _without_scheme(text)
    if scheme not in _OPENSMTPD:
        raise Unfit("is not an OpenSMTPD relay with a login")
    tls, port = _OPENSMTPD[scheme]
    label, at, place = rest.partition("@")
    if not at:
        label, place = "", rest
    if label and scheme not in ("smtp+tls", "smtps"):
        raise Unfit("has a login without smtp+tls:// or smtps://, which OpenSMTPD refuses")
    match = re.match(r"(?:\[(?:ipv6:)?([^\]]*)\]|([A-Za-z0-9_.-]*))(:.*)?", place, re.I | re.S)
    assert match is not None  # an empty text is an empty host
    if match[3] and not match[3][1:].strip("0"):
        raise Unfit("has a colon after the server, and no port")
    return Address(
        host=required(match[1] or match[2] or ""),
        port=port_number((match[3] or "")[1:], port),
        tls=tls,
        offered_only=scheme == "smtp",
    )
