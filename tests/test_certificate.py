"""The facts of a certificate, read from certificates that others made."""

from __future__ import annotations

import datetime
import hashlib
import ipaddress

import pytest
import trustme
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from hypothesis import given
from hypothesis import strategies as st
from properties import PROPERTY
from x509_maker import UTC, certificate, common_name, name, odd_certificate, tlv

from check_smtp_auth.certificate import read
from check_smtp_auth.observation import Certificate


def facts(der: bytes) -> Certificate:
    """Read a certificate that can be read."""
    seen = read(der)
    assert seen is not None
    return seen


def test_a_certificate_of_trustme() -> None:
    """Subject, issuer, names and times of a certificate are those its maker put in."""
    authority = trustme.CA(organization_name="Our Org", organization_unit_name="Our Unit")
    leaf = authority.issue_cert(
        *("mail.example.com", "*.example.org", "192.0.2.1", "2001:db8::1"),
        common_name="mail.example.com",
        organization_name="Their Org",
        organization_unit_name="Their Unit",
        not_before=datetime.datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC),
        not_after=datetime.datetime(2027, 2, 3, 4, 5, 6, tzinfo=UTC),
    )
    seen = facts(x509_der(leaf.cert_chain_pems[0].bytes()))
    assert seen.subject == "CN=mail.example.com, OU=Their Unit, O=Their Org"
    assert seen.issuer == "OU=Our Unit, O=Our Org"
    assert seen.names == (
        *("mail.example.com", "*.example.org"),
        *("192.0.2.1", "2001:db8:0:0:0:0:0:1"),
    )
    assert (seen.not_before, seen.not_after) == (1767323045, 1801627506)


def x509_der(pem: bytes) -> bytes:
    """Turn a certificate from PEM to DER."""
    return x509.load_pem_x509_certificate(pem).public_bytes(Encoding.DER)


def test_fingerprint() -> None:
    """The fingerprint is SHA-256 of the whole certificate, as openssl prints it."""
    der = certificate()
    assert facts(der).der == der
    assert facts(der).sha256 == hashlib.sha256(der).hexdigest()


def test_the_name_begins_with_the_most_special_part() -> None:
    """A subject is written as people read it: the host first, the country last."""
    subject = name(
        (NameOID.COUNTRY_NAME, "DE"),
        (NameOID.STATE_OR_PROVINCE_NAME, "Hessen"),
        (NameOID.LOCALITY_NAME, "Köln, am Rhein"),
        (NameOID.ORGANIZATION_NAME, "Müller & Söhne"),
        (NameOID.ORGANIZATIONAL_UNIT_NAME, "IT"),
        (NameOID.COMMON_NAME, "mail.example.com"),
    )
    seen = facts(certificate(subject))
    assert seen.subject == (
        "CN=mail.example.com, OU=IT, O=Müller & Söhne, L=Köln, am Rhein, ST=Hessen, C=DE"
    )


def test_subject_and_issuer_are_not_mixed_up() -> None:
    """The one who signed is the issuer."""
    seen = facts(certificate(common_name("them"), common_name("us")))
    assert (seen.subject, seen.issuer) == ("CN=them", "CN=us")


def test_unknown_parts_of_a_name_are_left_out() -> None:
    """A name of parts that few know is written without them, or is empty."""
    odd = (NameOID.SERIAL_NUMBER, "4711")
    assert facts(certificate(name(odd, (NameOID.COMMON_NAME, "x")))).subject == "CN=x"
    assert facts(certificate(name(odd))).subject == ""
    assert facts(certificate(x509.Name([]))).subject == ""


def test_a_part_of_two_attributes() -> None:
    """Attributes that form one part together are both written."""
    both = x509.RelativeDistinguishedName(
        [
            x509.NameAttribute(NameOID.COMMON_NAME, "x"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, "y"),
        ]
    )
    assert set(facts(certificate(x509.Name([both]))).subject.split(", ")) == {"CN=x", "O=y"}


@pytest.mark.parametrize(
    ("element", "text"),
    [
        (tlv(0x0C, "Müller".encode()), "Müller"),
        (tlv(0x13, b"Mueller"), "Mueller"),
        (tlv(0x16, b"Mueller"), "Mueller"),
        (tlv(0x1E, "Müller".encode("utf-16-be")), "Müller"),
        (tlv(0x1C, "Müller".encode("utf-32-be")), "Müller"),
        (tlv(0x0C, b"M\xfcller"), "M\ufffdller"),
        (tlv(0x1E, b"\0M\0"), "M\ufffd"),
        (tlv(0x0C), ""),
    ],
    ids=["UTF8", "Printable", "IA5", "BMP", "Universal", "broken UTF8", "broken BMP", "empty"],
)
def test_string_types(element: bytes, text: str) -> None:
    """A name can be read whichever of X.520's string types it was written in."""
    assert facts(odd_certificate(subject=element)).subject == f"CN={text}"


def test_other_kinds_of_alternative_names_are_left_out() -> None:
    """Of the alternative names, host names and addresses are told, in their order."""
    names = (
        x509.RFC822Name("postmaster@example.com"),
        x509.DNSName("b.example.com"),
        x509.UniformResourceIdentifier("https://example.com/"),
        x509.IPAddress(ipaddress.ip_address("10.0.0.255")),
        x509.DirectoryName(common_name("x")),
        x509.RegisteredID(NameOID.COMMON_NAME),
        x509.DNSName("a.example.com"),
    )
    assert facts(certificate(names=names)).names == (
        *("b.example.com", "10.0.0.255", "a.example.com"),
    )


def test_without_alternative_names() -> None:
    """A certificate that has only a common name has no names that count."""
    assert facts(certificate(common_name("mail.example.com"))).names == ()


def test_alternative_names_among_other_extensions() -> None:
    """The names are found wherever they stand among the extensions, critical or not."""
    usage = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH])
    for critical in (False, True):
        alternative = x509.SubjectAlternativeName([x509.DNSName("a.example.com")])
        der = certificate(extensions=[(usage, True), (alternative, critical)])
        assert facts(der).names == ("a.example.com",)


ADDRESSES = st.ip_addresses()


@PROPERTY
@given(st.lists(ADDRESSES, min_size=1, max_size=3))
def test_addresses(addresses: list[ipaddress.IPv4Address | ipaddress.IPv6Address]) -> None:
    """Every IPv4 and IPv6 address in a certificate is written so that it can be read back."""
    seen = facts(certificate(names=map(x509.IPAddress, addresses)))
    assert [ipaddress.ip_address(each) for each in seen.names] == addresses


@PROPERTY
@given(
    st.datetimes(datetime.datetime(1950, 1, 1), datetime.datetime(9999, 12, 31, 23, 59, 59)),
    st.integers(0, 100_000),
)
def test_times(begin: datetime.datetime, days: int) -> None:
    """Every time that a certificate can have, before and after 2050, is read to the second."""
    begin = begin.replace(microsecond=0)
    end = min(begin + datetime.timedelta(min(days, (datetime.datetime.max - begin).days)), LATEST)
    seen = facts(certificate(begin=begin, end=end))
    assert seen.not_before == begin.replace(tzinfo=UTC).timestamp()
    assert seen.not_after == end.replace(tzinfo=UTC).timestamp()


LATEST = datetime.datetime(9999, 12, 31, 23, 59, 59)
TIMES = {
    tlv(0x17, b"700101000000Z"): 0,
    tlv(0x17, b"500101000000Z"): -631152000,
    tlv(0x17, b"491231235959Z"): 2524607999,
    tlv(0x18, b"20500101000000Z"): 2524608000,
    tlv(0x18, b"19691231235959Z"): -1,
    tlv(0x18, b"20000229000000Z"): 951782400,
    tlv(0x18, b"20000301000000Z"): 951868800,
    tlv(0x18, b"21000301000000Z"): 4107542400,
    tlv(0x18, b"99991231235959Z"): 253402300799,
    tlv(0x17, b"7001010001Z"): 60,
}


@pytest.mark.parametrize("element", TIMES, ids=lambda element: element[2:].decode())
def test_time_notations(element: bytes) -> None:
    """Both notations of time are read, two-digit years as RFC 5280 says: 50 is 1950."""
    assert facts(odd_certificate(begin=element)).not_before == TIMES[element]


def test_version_1() -> None:
    """A certificate of version 1, as old appliances make it, can be read."""
    seen = facts(odd_certificate(version=b""))
    assert (seen.subject, seen.names) == ("CN=mail.example.com", ())
    assert seen.not_after == 1801627506


def test_unique_identifiers() -> None:
    """The optional fields of version 2 before the extensions do no harm."""
    names = tlv(0x30, tlv(0x82, b"a.example.com"))
    extension = tlv(0x30, tlv(0x06, bytes.fromhex("551d11")), tlv(0x04, names))
    tail = tlv(0x81, b"\0id") + tlv(0x82, b"\0id") + tlv(0xA3, tlv(0x30, extension))
    assert facts(odd_certificate(tail=tail)).names == ("a.example.com",)
