"""Certificates that are broken, and chains that are not quite as RFC 5280 wants them."""

from __future__ import annotations

import ssl
import subprocess
from pathlib import Path

import pytest
from cryptography import x509
from hypothesis import given
from hypothesis import strategies as st
from properties import PROPERTY
from x509_maker import AKI, CA, CA_USAGE, SKI, Extension, certificate, odd_certificate, tlv

from check_smtp_auth.certificate import read, survey
from check_smtp_auth.observation import Certificate

DER = certificate(
    names=[x509.DNSName("mail.example.com")],
    extensions=[(AKI, False), (CA, True), (SKI, False), (CA_USAGE, True)],
)
LEAF: list[Extension] = [(AKI, False)]
ROOT: list[Extension] = [(CA, True), (SKI, False), (CA_USAGE, True)]


def strict_faults(chain: list[bytes]) -> list[str]:
    """What the chain lacks."""
    _, faults = survey(chain)
    return faults


def is_harmless(der: bytes) -> bool:
    """Read it both ways; whatever it is, facts or none come out, and no exception."""
    strict_faults([der, der])
    return read(der) is None or isinstance(read(der), Certificate)


@pytest.mark.parametrize("der", [DER, odd_certificate()], ids=["right", "odd"])
def test_every_truncation(der: bytes) -> None:
    """A certificate cut short anywhere is none, and no error."""
    for end in range(len(der)):
        assert read(der[:end]) is None
        assert strict_faults([der[:end]] * 2) == []


@PROPERTY
@given(st.lists(st.tuples(st.integers(0, len(DER) - 1), st.integers(1, 255)), max_size=8))
def test_flipped_bits(changes: list[tuple[int, int]]) -> None:
    """A certificate with some bits changed is read or not, and is no error."""
    broken = bytearray(DER)
    for place, bits in changes:
        broken[place] ^= bits
    assert is_harmless(bytes(broken))


@pytest.mark.laws
def test_every_octet_changed() -> None:
    """There is no octet of a certificate on which the reading depends so much that it fails."""
    for place in range(len(DER)):
        for value in (0x00, 0x30, 0x7F, 0x80, 0x81, 0x84, 0x85, 0xFF):
            assert is_harmless(DER[:place] + bytes([value]) + DER[place + 1 :])


@PROPERTY
@given(st.binary(max_size=300))
def test_noise(noise: bytes) -> None:
    """Whatever a server sends as its certificate is read or not, and is no error."""
    assert is_harmless(noise)
    assert is_harmless(tlv(0x30, tlv(0x30, noise)))


@pytest.mark.parametrize(
    "der",
    [
        b"",
        b"\x30",
        b"\x30\x80",
        b"\x30\x85\0\0\0\0\1\0",
        b"\x30\x84\xff\xff\xff\xff",
        pytest.param(b"\x31" + DER[1:], id="a set"),
        tlv(0x30),
        tlv(0x30, tlv(0x30)),
        tlv(0x30, tlv(0x31, b"\0\0")),
        odd_certificate(begin=b""),
        odd_certificate(begin=tlv(0x17, b"Z")),
        odd_certificate(begin=tlv(0x17, b"yesterday")),
        odd_certificate(begin=tlv(0x17, b"26010203040\xb2Z")),
        odd_certificate(subject=b""),
    ],
)
def test_no_certificates(der: bytes) -> None:
    """What is no certificate has no facts."""
    assert read(der) is None
    assert strict_faults([b"", der]) in ([], NO_EXTENSIONS)


NO_EXTENSIONS = [
    "a CA certificate without key usage",
    "a CA certificate without subject key identifier",
    "a CA certificate whose basic constraints are not critical",
]
CHAINS: dict[str, tuple[list[list[Extension]], list[str]]] = {
    "as it should be": ([LEAF, ROOT], []),
    "with an intermediate": ([LEAF, [*ROOT, (AKI, False)], ROOT], []),
    "leaf without authority key identifier": (
        [[], ROOT],
        ["a certificate without authority key identifier"],
    ),
    "intermediate without authority key identifier": (
        [LEAF, ROOT, ROOT],
        ["a certificate without authority key identifier"],
    ),
    "root without key usage": (
        [LEAF, [(CA, True), (SKI, False)]],
        ["a CA certificate without key usage"],
    ),
    "root without subject key identifier": (
        [LEAF, [(CA, True), (CA_USAGE, True)]],
        ["a CA certificate without subject key identifier"],
    ),
    "root with basic constraints that are not critical": (
        [LEAF, [(CA, False), (SKI, False), (CA_USAGE, True)]],
        ["a CA certificate whose basic constraints are not critical"],
    ),
    "root without anything": ([LEAF, []], NO_EXTENSIONS),
    "the same fault twice": (
        [[], [(CA, True), (SKI, False), (CA_USAGE, True)], ROOT],
        ["a certificate without authority key identifier"],
    ),
    "leaf alone": ([[]], ["a certificate without authority key identifier"]),
}


@pytest.mark.parametrize("case", CHAINS)
def test_strict_faults(case: str) -> None:
    """What a chain lacks of RFC 5280 is named, each fault once, and nothing else is."""
    extensions, faults = CHAINS[case]
    assert strict_faults([certificate(extensions=each) for each in extensions]) == faults


def test_broken_certificates_do_not_hide_the_faults_of_others() -> None:
    """A certificate in the chain that cannot be read is passed over."""
    chain = [certificate(extensions=LEAF), b"broken", certificate(extensions=[])]
    assert strict_faults(chain) == NO_EXTENSIONS
    assert strict_faults([]) == []


def openssl(*arguments: str, cwd: Path) -> None:
    """Run openssl, which must succeed."""
    subprocess.run(["openssl", *arguments], cwd=str(cwd), check=True, capture_output=True)


def test_an_authority_made_by_plain_openssl(tmp_path: Path) -> None:
    """The CA that everybody makes by "openssl req -x509" is read, and its faults are those for
    which OpenSSL's strict check refuses it.
    """
    new_key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    subject = ["-subj", "/C=DE/O=Plain/CN=Plain CA", "-days", "30000"]
    openssl("req", "-x509", *new_key, *subject, "-keyout", "ca.key", "-out", "ca.pem", cwd=tmp_path)
    openssl(
        *("req", *new_key, "-subj", "/CN=localhost", "-keyout", "leaf.key", "-out", "leaf.csr"),
        cwd=tmp_path,
    )
    (tmp_path / "san").write_text("subjectAltName=DNS:localhost,IP:127.0.0.1\n")
    openssl(
        *("x509", "-req", "-in", "leaf.csr", "-CA", "ca.pem", "-CAkey", "ca.key"),
        *("-CAcreateserial", "-extfile", "san", "-days", "30", "-out", "leaf.pem"),
        cwd=tmp_path,
    )
    chain = [
        ssl.PEM_cert_to_DER_cert((tmp_path / file).read_text()) for file in ("leaf.pem", "ca.pem")
    ]
    leaf, authority = map(read, chain)
    assert leaf is not None
    assert authority is not None
    assert (leaf.subject, leaf.names) == ("CN=localhost", ("localhost", "127.0.0.1"))
    assert leaf.issuer == authority.subject == authority.issuer == "CN=Plain CA, O=Plain, C=DE"
    assert authority.not_after - authority.not_before == 30_000 * 86_400
    assert accepts(tmp_path)
    assert accepts(tmp_path, "-x509_strict") == (strict_faults(chain) == [])


def accepts(directory: Path, *options: str) -> bool:
    """Tell whether openssl verifies the leaf."""
    verify = ["openssl", "verify", *options, "-CAfile", "ca.pem", "leaf.pem"]
    return subprocess.run(verify, cwd=str(directory), capture_output=True).returncode == 0
