"""What is seldom asked about certificates: how they form a chain, and what OpenSSL may have found
wrong with one (RFC 5280). Needed only if something is. Pure.

Each question is about a certificate in DER form; one that cannot be read counts as faultless.
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

    Ties = tuple[tuple[int, bytes], tuple[int, bytes], list[bytes], list[bytes]]

EXTENDED_KEY_USAGE = bytes.fromhex("551d25")
# The uses that OpenSSL accepts for servers: id-kp-serverAuth (RFC 5280 section 4.2.1.12), and
# Netscape's and Microsoft's old ones; it does not accept anyExtendedKeyUsage.
SERVER_USES = tuple(
    map(bytes.fromhex, ("2b06010505070301", "6086480186f8420401", "2b0601040182370a0303"))
)
RSA, PSS, ELLIPTIC, DSA = map(
    bytes.fromhex,
    ("2a864886f70d010101", "2a864886f70d01010a", "2a8648ce3d0201", "2a8648ce380401"),
)
# OpenSSL's security level 2, which is 112 bits (NIST SP 800-57 part 1, table 2).
SHORTEST_RSA, SHORTEST_CURVE = 2048, 224
WEAK_SIGNATURES = {
    "2a864886f70d010102": "MD2",
    "2a864886f70d010104": "MD5",
    "2a864886f70d010105": "SHA-1",
    "2a8648ce380403": "SHA-1",
    "2a8648ce3d0401": "SHA-1",
}
# RSASSA-PSS names its hash in a field of its parameters, SHA-1 if it is left out (RFC 4055).
PSS_HASH = 0xA0
WEAK_HASHES = {"2b0e03021a": "SHA-1", "2a864886f70d0205": "MD5"}
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
# The longest chain that OpenSSL builds: 100 between the server's own and the trusted one.
LONGEST = 102


def path(sent: Sequence[bytes], stored: Sequence[bytes], now: float) -> list[bytes]:
    """Return the chain that OpenSSL builds from what a server sent and what the store holds, by its
    rules: an issuer in the store comes first and ends the chain; of several, a valid one.

    For a Python that does not tell the chain. Signatures are not looked at.
    """
    ties = {der: _ties(der) for der in (*sent, *stored)}

    def issuers(below: bytes, among: Sequence[bytes]) -> list[bytes]:
        return [each for each in among if _issued(ties[each], ties[below])]

    chain = list(sent[:1])
    while chain and len(chain) < LONGEST and not _issued(ties[chain[-1]], ties[chain[-1]]):
        trusted = issuers(chain[-1], stored)
        if trusted:
            chain.append(max(trusted, key=lambda each: _preference(each, now)))
            break
        untrusted = issuers(chain[-1], [each for each in sent if each not in chain])
        if not untrusted:
            break
        chain.append(max(untrusted, key=lambda each: _preference(each, now)))
    return chain


def _preference(der: bytes, now: float) -> tuple[bool, int]:
    """Return the sort key of an issuer: valid ones are best, then those that ended last."""
    certificate = read(der)
    if certificate is None:
        return False, 0
    is_valid = certificate.not_before <= now < certificate.not_after
    return is_valid, 0 if is_valid else certificate.not_after


def _ties(der: bytes) -> Ties | None:
    """Return what links a certificate to others: subject, issuer, its own key identifier and that
    of its issuer, the last two as lists. None if it cannot be read.
    """
    try:
        fields = fields_of(der)
        extensions = extensions_of(fields)
        _, wanted = extensions.get(AUTHORITY_KEY_ID, (False, EMPTY))
        _, own = extensions.get(SUBJECT_KEY_ID, (False, b""))
        named = [value for tag, value in elements(inside(wanted, SEQUENCE)) if tag == KEY_ID]
        return fields[4], fields[2], [value for _, value in elements(own)], named
    except BROKEN:
        return None


def _issued(above: Ties | None, below: Ties | None) -> bool:
    """Tell whether one may have issued the other: by names, and by key identifiers."""
    if above is None or below is None or above[0] != below[1]:
        return False
    return not below[3] or not above[2] or above[2] == below[3]


def weak_key(der: bytes) -> str:
    """Name a key that is too short: "an RSA key of 1024 bits"; "" for any other."""
    try:
        (_, algorithm), (_, key) = elements(fields_of(der)[5][1])
        (_, kind), *parameters = elements(algorithm)
        if kind in (RSA, PSS):
            bits, name = _first_integer(inside(key[1:], SEQUENCE)).bit_length(), "an RSA key"
        elif kind == DSA:
            bits, name = _first_integer(parameters[0][1]).bit_length(), "a DSA key"
        else:
            bits = (len(key) - 2) // 2 * 8  # of one coordinate of the point
            is_short = kind == ELLIPTIC and bits < SHORTEST_CURVE
            return f"an elliptic curve key of {bits} bits" if is_short else ""
        return f"{name} of {bits} bits" if bits < SHORTEST_RSA else ""
    except BROKEN:
        return ""


def _first_integer(data: bytes) -> int:
    """Return the first of some integers, such as a modulus."""
    return int.from_bytes(next(elements(data))[1], "big")


def weak_signature(der: bytes) -> str:
    """Name the hash of a signature that can be forged: "SHA-1"; "" for any other."""
    try:
        (_, kind), *parameters = elements(fields_of(der)[1][1])
        if kind != PSS:
            return WEAK_SIGNATURES.get(kind.hex(), "")
        named = [value for tag, value in elements(parameters[0][1]) if tag == PSS_HASH]
        hash_used = next(elements(inside(named[0], SEQUENCE)))[1].hex() if named else "2b0e03021a"
        return WEAK_HASHES.get(hash_used, "")
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
    """Return how many intermediates may be below this certificate; None for any number."""
    value = _extensions(der).get(BASIC_CONSTRAINTS, (False, b""))[1]
    try:
        found = [number for tag, number in elements(inside(value, SEQUENCE)) if tag == PATH_LENGTH]
    except BROKEN:
        return None
    return int.from_bytes(found[0], "big") if found else None


def _extensions(der: bytes) -> Extensions:
    """Return the extensions of a certificate, none if it cannot be parsed."""
    try:
        return extensions_of(fields_of(der))
    except BROKEN:
        return {}


def is_for(names: Sequence[str], wanted: str) -> bool:
    """Tell whether one of a certificate's names is that of a host, or its address; "*" stands for
    the first part of a name with at least three (RFC 6125 section 6.4.3).
    """
    address = _address(wanted)
    if address is not None:
        return any(_address(name) == address for name in names)
    whole = wanted.rstrip(".").lower()
    _, _, rest = whole.partition(".")
    taken = (whole, f"*.{rest}") if "." in rest else (whole,)
    return any(name.lower() in taken for name in names)


def is_usable(name: str) -> bool:
    """Tell whether a certificate's name is that of any host, or an address."""
    host = f"x{name[1:]}" if name.startswith("*.") else name
    return "*" not in host and is_for((name,), host)


def is_address(text: str) -> bool:
    """Tell whether a text is an IP address."""
    return _address(text) is not None


def _address(text: str) -> IPv4Address | IPv6Address | None:
    """Return an IP address, None if the text is not one."""
    from ipaddress import ip_address

    try:
        return ip_address(text)
    except ValueError:
        return None
