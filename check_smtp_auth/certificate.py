"""Reads the facts of a certificate from its DER form (RFC 5280 section 4.1). Pure.

It does not verify: OpenSSL does. It is here because Python says nothing about a certificate
that it did not verify, and the operator wants to know which one it was. An ASN.1 library
would cost more than the rest of the check.
"""

from __future__ import annotations

from .observation import Certificate

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    Fields = list[tuple[int, bytes]]
    Extensions = dict[bytes, tuple[bool, bytes]]  # by object identifier: critical, value

# What octets that are no certificate raise.
BROKEN = (ValueError, IndexError, StopIteration)
SEQUENCE, BOOLEAN = 0x30, 0x01
UTC_TIME = 0x17
VERSION, EXTENSIONS = 0xA0, 0xA3  # context tags of TBSCertificate
DNS_NAME, IP_ADDRESS = 0x82, 0x87  # context tags of GeneralName
UTF16, UTF32 = 0x1E, 0x1C  # BMPString, UniversalString

SUBJECT_KEY_ID, KEY_USAGE, SUBJECT_ALT_NAME, BASIC_CONSTRAINTS, AUTHORITY_KEY_ID = map(
    bytes.fromhex, ("551d0e", "551d0f", "551d11", "551d13", "551d23")
)
ATTRIBUTES = {
    bytes.fromhex("550403"): "CN",
    bytes.fromhex("550406"): "C",
    bytes.fromhex("550407"): "L",
    bytes.fromhex("550408"): "ST",
    bytes.fromhex("55040a"): "O",
    bytes.fromhex("55040b"): "OU",
}
# The hash in a signature's algorithm, by object identifier: RSA, then ECDSA. In place of MD5
# and SHA-1 the binding has SHA-256.
SIGNATURE_HASHES = {
    "2a864886f70d010104": "sha256",
    "2a864886f70d010105": "sha256",
    "2a864886f70d01010b": "sha256",
    "2a864886f70d01010c": "sha384",
    "2a864886f70d01010d": "sha512",
    "2a8648ce3d0401": "sha256",
    "2a8648ce3d040302": "sha256",
    "2a8648ce3d040303": "sha384",
    "2a8648ce3d040304": "sha512",
}


def read(der: bytes) -> Certificate | None:
    """Return the facts of a certificate, or None where the octets are no certificate."""
    try:
        fields = fields_of(der)
        return _facts(der, fields, extensions_of(fields))
    except BROKEN:
        return None


def survey(chain: Sequence[bytes]) -> tuple[tuple[Certificate, ...], list[str]]:
    """Look through a chain, from leaf to root. Return the facts of the leaf and, if another
    certificate ends before it, of the first to end; and the faults by RFC 5280 for which the
    chain is not refused here.

    OpenSSL's X509_STRICT, and so Python 3.13 by default, refuses a chain for them, but most
    programs still accept it. A certificate that cannot be read is skipped.
    """
    faults: list[str] = []
    members: list[tuple[bytes, int, Fields, Extensions]] = []
    for position, der in enumerate(chain):
        try:
            fields = fields_of(der)
            extensions = extensions_of(fields)
            _, end = elements(fields[3][1])
            members.append((_digits(*end), position, fields, extensions))
        except BROKEN:
            continue
        faults += _strict_faults(extensions, position, position == len(chain) - 1)
    is_whole = [at for _, at, *_ in members] == [*range(len(chain))]
    told = sorted(members)[:1] if is_whole else []
    if told and told[0] is not members[0]:
        told.insert(0, members[0])
    try:
        facts = tuple(_facts(chain[at], fields, found) for _, at, fields, found in told)
    except BROKEN:
        facts = ()
    return facts, list(dict.fromkeys(faults))


def _facts(der: bytes, fields: Fields, extensions: Extensions) -> Certificate:
    """Return the facts of a certificate from its parts; raises one of BROKEN."""
    issuer, validity, subject = (value for _, value in fields[2:5])
    begin, end = elements(validity)
    return Certificate(
        der,
        _name(subject),
        _name(issuer),
        _time(*begin),
        _time(*end),
        _alternative_names(extensions),
        _organisation(issuer) or _name(issuer),
    )


def end_point(der: bytes) -> bytes | None:
    """Return the data of a "tls-server-end-point" channel binding (RFC 5929 section 4.1), None if
    it is not defined for the signature of the certificate.
    """
    import hashlib  # seldom needed

    try:
        _, (_, algorithm), *_ = elements(inside(der, SEQUENCE))
        kind = next(elements(algorithm))[1].hex()
    except BROKEN:
        return None
    name = SIGNATURE_HASHES.get(kind)
    return hashlib.new(name, der).digest() if name else None


def _strict_faults(extensions: Extensions, position: int, is_last: bool) -> Iterator[str]:
    """Yield what the certificate at a position lacks."""
    if AUTHORITY_KEY_ID not in extensions and not (position and is_last):
        yield "a certificate without authority key identifier"
    if not position:
        return
    if KEY_USAGE not in extensions:
        yield "a CA certificate without key usage"
    if SUBJECT_KEY_ID not in extensions:
        yield "a CA certificate without subject key identifier"
    if not extensions.get(BASIC_CONSTRAINTS, (False, b""))[0]:
        yield "a CA certificate whose basic constraints are not critical"


def fields_of(der: bytes) -> Fields:
    """Return the fields of TBSCertificate from serialNumber on, as (tag, contents)."""
    fields = list(elements(inside(inside(der, SEQUENCE), SEQUENCE)))
    return fields[1:] if fields[0][0] == VERSION else fields


def extensions_of(fields: Fields) -> Extensions:
    """Return the extensions among the fields."""
    found: Extensions = {}
    for tag, contents in fields[6:]:
        if tag == EXTENSIONS:
            for _, extension in elements(inside(contents, SEQUENCE)):
                parts = list(elements(extension))
                found[parts[0][1]] = (parts[1][0] == BOOLEAN, parts[-1][1])
    return found


def elements(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield (tag, contents) of each element in a run of them; raises ValueError."""
    position = 0
    while position < len(data):
        tag, length = data[position], data[position + 1]
        position += 2
        if length & 0x80:
            count = length & 0x7F
            if not 1 <= count <= 4:
                raise ValueError("a length that no certificate has")
            length = int.from_bytes(data[position : position + count], "big")
            position += count
        if position + length > len(data):
            raise ValueError("an element longer than what holds it")
        yield tag, data[position : position + length]
        position += length


def inside(data: bytes, expected: int) -> bytes:
    """Return the contents of the first element, which must have the tag."""
    tag, contents = next(elements(data))
    if tag != expected:
        raise ValueError("another element than a certificate has there")
    return contents


def _name(data: bytes) -> str:
    """Write a distinguished name as "CN=..., O=..."; unknown attributes are left out."""
    parts = [f"{attribute}={text}" for attribute, text in _attributes(data)]
    return ", ".join(reversed(parts))


def _organisation(data: bytes) -> str:
    """Return the organisation (O) in a distinguished name, "" if it has none."""
    return next((text for attribute, text in _attributes(data) if attribute == "O"), "")


def _attributes(data: bytes) -> Iterator[tuple[str, str]]:
    """Yield the known attributes of a distinguished name, each with its value."""
    for _, relative in elements(data):
        for _, pair in elements(relative):
            (_, kind), (tag, value) = elements(pair)
            if kind in ATTRIBUTES:
                yield ATTRIBUTES[kind], _string(tag, value)


def _string(tag: int, value: bytes) -> str:
    """Decode one of X.520's string types; what is broken shows as such."""
    encoding = {UTF16: "utf-16-be", UTF32: "utf-32-be"}.get(tag, "utf-8")
    return value.decode(encoding, "replace")


def _alternative_names(extensions: Extensions) -> tuple[str, ...]:
    """Return the DNS names and IP addresses of subjectAltName (RFC 5280 section 4.2.1.6)."""
    if SUBJECT_ALT_NAME not in extensions:
        return ()
    names = []
    for tag, value in elements(inside(extensions[SUBJECT_ALT_NAME][1], SEQUENCE)):
        if tag == DNS_NAME:
            names.append(value.decode("ascii", "replace"))
        elif tag == IP_ADDRESS and len(value) == 4:
            names.append(".".join(map(str, value)))
        elif tag == IP_ADDRESS and len(value) == 16:
            names.append(":".join(f"{value[i] << 8 | value[i + 1]:x}" for i in range(0, 16, 2)))
    return tuple(names)


def _digits(tag: int, value: bytes) -> bytes:
    """A UTCTime or GeneralizedTime with all four digits of the year, so that they have an order."""
    return value if tag != UTC_TIME else (b"19" if value[:2] >= b"50" else b"20") + value


def _time(tag: int, value: bytes) -> int:
    """Seconds since the epoch of a UTCTime or GeneralizedTime (RFC 5280 section 4.1.2.5)."""
    digits = _digits(tag, value).rstrip(b"Z").decode("ascii")
    year, month, day = int(digits[:4]), int(digits[4:6]), int(digits[6:8])
    hour, minute, second = int(digits[8:10]), int(digits[10:12]), int(digits[12:14] or 0)
    return days_since_epoch(year, month, day) * 86_400 + hour * 3_600 + minute * 60 + second


def days_since_epoch(year: int, month: int, day: int) -> int:
    """Days from 1970-01-01 in the Gregorian calendar, counting years from March."""
    year -= month <= 2
    leaps = year // 4 - year // 100 + year // 400
    return year * 365 + leaps + ((month + 9) % 12 * 153 + 2) // 5 + day - 719_469
