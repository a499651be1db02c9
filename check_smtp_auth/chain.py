"""Reads what is seldom asked of certificates: how they hang together, and what OpenSSL may have
found wrong with one (RFC 5280). Pure. Needed only where something is.

Each question is put to a certificate in DER form; one that cannot be read is without fault.
"""

from __future__ import annotations

from .certificate import (
    AUTHORITY_KEY_ID,
    BASIC_CONSTRAINTS,
    BROKEN,
    KEY_USAGE,
    SEQUENCE,
    SUBJECT_KEY_ID,
    elements,
    extensions_of,
    fields_of,
    inside,
    read,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from ipaddress import IPv4Address, IPv6Address

    from .certificate import Extensions

EXTENDED_KEY_USAGE = bytes.fromhex("551d25")
# What OpenSSL takes for servers: id-kp-serverAuth (RFC 5280 section 4.2.1.12), Netscape's and
# Microsoft's uses of old; anyExtendedKeyUsage it does not take.
SERVER_USES = tuple(
    map(bytes.fromhex, ("2b06010505070301", "6086480186f8420401", "2b0601040182370a0303"))
)
RSA, ELLIPTIC = bytes.fromhex("2a864886f70d010101"), bytes.fromhex("2a8648ce3d0201")
# OpenSSL's security level 2, which is 112 bits (NIST SP 800-57 part 1, table 2).
SHORTEST_RSA, SHORTEST_CURVE = 2048, 224
WEAK_SIGNATURES = {
    "2a864886f70d010102": "MD2",
    "2a864886f70d010104": "MD5",
    "2a864886f70d010105": "SHA-1",
    "2a8648ce380403": "SHA-1",
    "2a8648ce3d0401": "SHA-1",
}
EMPTY = bytes((SEQUENCE, 0))
KEY_ID, PATH_LENGTH = 0x80, 0x02  # tags in the extensions' values
CERT_SIGN = 0x04  # keyCertSign in the first octet of key usage
SERVER_KEY_USES = 0x80 | 0x20 | 0x08  # digitalSignature, keyEncipherment, keyAgreement there
# What OpenSSL's X509_supported_extension() takes: those of RFC 5280 section 4.2.1, Netscape's
# certificate type, proxyCertInfo, and addresses (RFC 3779).
KNOWN_EXTENSIONS = frozenset(
    map(
        bytes.fromhex,
        (
            *("551d0e", "551d0f", "551d11", "551d13", "551d1e", "551d1f", "551d20", "551d21"),
            *("551d23", "551d24", "551d25", "551d36", "6086480186f8420101", "2b0601050507010e"),
            *("2b06010505070107", "2b06010505070108"),
        ),
    )
)
# Longer than any that OpenSSL builds.
LONGEST = 32


def path(sent: Sequence[bytes], stored: Sequence[bytes], now: float) -> list[bytes]:
    """Build the chain that OpenSSL builds from what a server sent and what the store holds,
    by its rules: the store comes first, ends the chain, and of several there one that is valid.

    For a Python that does not tell which it was. Signatures are not looked at.
    """
    chain = list(sent[:1])
    while chain and len(chain) < LONGEST and not _issued(chain[-1], chain[-1]):
        trusted = [each for each in stored if _issued(each, chain[-1])]
        if trusted:
            chain.append(max(trusted, key=lambda each: _preference(each, now)))
            break
        untrusted = [each for each in sent if each not in chain and _issued(each, chain[-1])]
        if not untrusted:
            break
        chain.append(max(untrusted, key=lambda each: _preference(each, now)))
    return chain


def _preference(der: bytes, now: float) -> tuple[bool, int]:
    """Order certificates as issuers: valid ones first, then those that ended last."""
    certificate = read(der)
    if certificate is None:
        return False, 0
    is_valid = certificate.not_before <= now < certificate.not_after
    return is_valid, 0 if is_valid else certificate.not_after


def _issued(issuer: bytes, der: bytes) -> bool:
    """Tell whether one may have issued the other: by names, and by key identifiers."""
    try:
        above, below = fields_of(issuer), fields_of(der)
        if above[4] != below[2]:
            return False
        _, wanted = extensions_of(below).get(AUTHORITY_KEY_ID, (False, EMPTY))
        _, had = extensions_of(above).get(SUBJECT_KEY_ID, (False, b""))
        named = [value for tag, value in elements(inside(wanted, SEQUENCE)) if tag == KEY_ID]
        return not named or not had or [value for _, value in elements(had)] == named
    except BROKEN:
        return False


def weak_key(der: bytes) -> str:
    """Name a key that is too short: "an RSA key of 1024 bits"; "" for any other."""
    try:
        algorithm, (_, key) = elements(fields_of(der)[5][1])
        kind = next(elements(algorithm[1]))[1]
        if kind == RSA:
            bits = int.from_bytes(next(elements(inside(key[1:], SEQUENCE)))[1], "big").bit_length()
            return f"an RSA key of {bits} bits" if bits < SHORTEST_RSA else ""
        bits = (len(key) - 2) // 2 * 8  # of one coordinate of the point
        is_short = kind == ELLIPTIC and bits < SHORTEST_CURVE
        return f"an elliptic curve key of {bits} bits" if is_short else ""
    except BROKEN:
        return ""


def weak_signature(der: bytes) -> str:
    """Name the hash of a signature that can be forged: "SHA-1"; "" for any other."""
    try:
        return WEAK_SIGNATURES.get(next(elements(fields_of(der)[1][1]))[1].hex(), "")
    except BROKEN:
        return ""


def is_for_servers(der: bytes) -> bool:
    """Tell whether the extended key usage, if there is one, has room for a TLS server."""
    extensions = _extensions(der)
    if EXTENDED_KEY_USAGE not in extensions:
        return True
    try:
        uses = elements(inside(extensions[EXTENDED_KEY_USAGE][1], SEQUENCE))
        return any(use in SERVER_USES for _, use in uses)
    except BROKEN:
        return True


def may_serve(der: bytes) -> bool:
    """Tell whether the key usage, if there is one, lets the key be used in a server's handshake."""
    usage = _extensions(der).get(KEY_USAGE, (False, b""))[1]
    return not usage[3:4] or bool(usage[3] & SERVER_KEY_USES)


def unknown_extension(der: bytes) -> str:
    """Name an extension that is critical and that OpenSSL does not know: "1.2.3"; "" for none."""
    for identifier, (is_critical, _) in _extensions(der).items():
        if is_critical and identifier not in KNOWN_EXTENSIONS:
            return dotted(identifier)
    return ""


def dotted(identifier: bytes) -> str:
    """Write an object identifier as it is read (X.690 section 8.19)."""
    parts: list[int] = []
    value = 0
    for octet in identifier:
        value = value << 7 | octet & 0x7F
        if octet < 0x80:
            first = min(value // 40, 2)
            parts += [value] if parts else [first, value - 40 * first]
            value = 0
    return ".".join(map(str, parts))


def is_authority(der: bytes) -> bool:
    """Tell whether a certificate may sign others (sections 4.2.1.3 and 4.2.1.9)."""
    extensions = _extensions(der)
    usage = extensions.get(KEY_USAGE, (False, bytes((0x03, 0x02, 0x00, CERT_SIGN))))[1]
    says_so = extensions.get(BASIC_CONSTRAINTS, (False, b""))[1][2:5] == b"\x01\x01\xff"
    return says_so and bool(usage[3:4] and usage[3] & CERT_SIGN)


def path_length(der: bytes) -> int | None:
    """How many intermediates may stand below this one; None for any number."""
    value = _extensions(der).get(BASIC_CONSTRAINTS, (False, b""))[1]
    try:
        found = [number for tag, number in elements(inside(value, SEQUENCE)) if tag == PATH_LENGTH]
    except BROKEN:
        return None
    return int.from_bytes(found[0], "big") if found else None


def _extensions(der: bytes) -> Extensions:
    """The extensions of a certificate, none where it cannot be read."""
    try:
        return extensions_of(fields_of(der))
    except BROKEN:
        return {}


def is_for(names: Sequence[str], wanted: str) -> bool:
    """Tell whether one of a certificate's names is that of a host, or its address; "*" stands
    for the first part of a name (RFC 6125 section 6.4.3) that has at least three.
    """
    address = _address(wanted)
    if address is not None:
        return any(_address(name) == address for name in names)
    whole = wanted.rstrip(".").lower()
    _, _, rest = whole.partition(".")
    taken = (whole, f"*.{rest}") if "." in rest else (whole,)
    return any(name.lower() in taken for name in names)


def is_address(text: str) -> bool:
    """Tell whether a text is an IP address."""
    return _address(text) is not None


def _address(text: str) -> IPv4Address | IPv6Address | None:
    """Return an IP address, None for what is none."""
    from ipaddress import ip_address

    try:
        return ip_address(text)
    except ValueError:
        return None
