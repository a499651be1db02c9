"""Makes certificates, right ones by ``cryptography`` and odd ones octet by octet."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

KEY = ec.generate_private_key(ec.SECP256R1())
UTC = datetime.timezone.utc
BEGIN, END = datetime.datetime(2026, 1, 2, 3, 4, 5), datetime.datetime(2027, 2, 3, 4, 5, 6)
SKI = x509.SubjectKeyIdentifier.from_public_key(KEY.public_key())
AKI = x509.AuthorityKeyIdentifier.from_issuer_public_key(KEY.public_key())
CA = x509.BasicConstraints(ca=True, path_length=None)
CA_USAGE = x509.KeyUsage(False, False, False, False, False, True, True, False, False)

Extension = tuple[x509.ExtensionType, bool]


def name(*pairs: tuple[x509.ObjectIdentifier, str]) -> x509.Name:
    """Make a distinguished name, from the most general part to the most special."""
    return x509.Name([x509.NameAttribute(oid, value) for oid, value in pairs])


def common_name(text: str) -> x509.Name:
    """Make a name that is a common name alone."""
    return name((NameOID.COMMON_NAME, text))


def certificate(
    subject: x509.Name | None = None,
    issuer: x509.Name | None = None,
    begin: datetime.datetime = BEGIN,
    end: datetime.datetime = END,
    names: Iterable[x509.GeneralName] = (),
    extensions: Iterable[Extension] = (),
) -> bytes:
    """Make a certificate, in DER form."""
    builder = (
        x509.CertificateBuilder()
        .subject_name(common_name("mail.example.com") if subject is None else subject)
        .issuer_name(common_name("Example CA") if issuer is None else issuer)
        .public_key(KEY.public_key())
        .serial_number(12345)
        .not_valid_before(begin)
        .not_valid_after(end)
    )
    for extension, critical in extensions:
        builder = builder.add_extension(extension, critical)
    alternative = list(names)
    if alternative:
        builder = builder.add_extension(x509.SubjectAlternativeName(alternative), False)
    return builder.sign(KEY, SHA256()).public_bytes(Encoding.DER)


def tlv(tag: int, *contents: bytes) -> bytes:
    """Write one ASN.1 element in DER."""
    body = b"".join(contents)
    if len(body) < 0x80:
        return bytes([tag, len(body)]) + body
    length = len(body).to_bytes(4, "big").lstrip(b"\0")
    return bytes([tag, 0x80 | len(length)]) + length + body


def odd_certificate(
    begin: bytes = tlv(0x17, b"260102030405Z"),
    end: bytes = tlv(0x17, b"270203040506Z"),
    subject: bytes = tlv(0x0C, b"mail.example.com"),
    version: bytes = tlv(0xA0, tlv(0x02, b"\2")),
    tail: bytes = b"",
) -> bytes:
    """Write a certificate whose parts no maker of certificates would make. It is not signed."""
    algorithm = tlv(0x30, tlv(0x06, bytes.fromhex("2a8648ce3d040302")))
    rdn = tlv(0x31, tlv(0x30, tlv(0x06, bytes.fromhex("550403")), subject))
    tbs = tlv(
        0x30,
        version,
        tlv(0x02, b"\1"),
        algorithm,
        tlv(0x30, rdn),
        tlv(0x30, begin, end),
        tlv(0x30, rdn),
        tlv(0x30, algorithm, tlv(0x03, b"\0key")),
        tail,
    )
    return tlv(0x30, tbs, algorithm, tlv(0x03, b"\0signature"))
