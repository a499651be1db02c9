"""The binding to a certificate (RFC 5929 section 4.1), held against digests by openssl."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from properties import PROPERTY
from x509_maker import certificate, tlv

from check_smtp_auth.certificate import end_point

RSA = ("RSA", "-pkeyopt", "rsa_keygen_bits:2048")
CURVE = ("EC", "-pkeyopt", "ec_paramgen_curve:P-256")
# The kind of key, the hash of the signature, and the hash of the binding, which is the same
# but for MD5 and SHA-1: there it is SHA-256.
KINDS = {
    "RSA, MD5": (RSA, "md5", "sha256"),
    "RSA, SHA-1": (RSA, "sha1", "sha256"),
    "RSA, SHA-256": (RSA, "sha256", "sha256"),
    "RSA, SHA-384": (RSA, "sha384", "sha384"),
    "RSA, SHA-512": (RSA, "sha512", "sha512"),
    "ECDSA, SHA-1": (CURVE, "sha1", "sha256"),
    "ECDSA, SHA-256": (CURVE, "sha256", "sha256"),
    "ECDSA, SHA-384": (CURVE, "sha384", "sha384"),
    "ECDSA, SHA-512": (CURVE, "sha512", "sha512"),
    "Ed25519": (("ED25519",), "", ""),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A directory for what openssl makes."""
    return tmp_path_factory.mktemp("end-point")


def openssl(*arguments: object) -> bytes:
    """Run openssl."""
    words = ["openssl", *map(str, arguments)]
    return subprocess.run(words, check=True, capture_output=True).stdout


def key_of(folder: Path, algorithm: tuple[str, ...]) -> Path:
    """The one key of an algorithm, made when it is first asked for."""
    file = folder / f"{algorithm[0]}.pem"
    if not file.exists():
        openssl("genpkey", "-algorithm", *algorithm, "-out", file)
    return file


@pytest.mark.parametrize("kind", KINDS)
def test_the_hash_follows_from_the_signature(folder: Path, kind: str) -> None:
    """The binding is the certificate's fingerprint by the hash of its signature, or none."""
    algorithm, signed_by, hashed_by = KINDS[kind]
    file = folder / "certificate.pem"
    digest = [f"-{signed_by}"] if signed_by else []
    options = ("-key", key_of(folder, algorithm), "-subj", "/CN=mail.example.test")
    openssl("req", "-new", "-x509", *digest, *options, "-out", file)
    found = end_point(openssl("x509", "-in", file, "-outform", "DER"))
    if not hashed_by:
        assert found is None
        return
    said = openssl("x509", "-in", file, "-noout", "-fingerprint", f"-{hashed_by}").decode()
    assert found is not None
    assert found.hex().upper() == said.strip().partition("=")[2].replace(":", "")


def test_rsa_pss_has_no_binding(folder: Path) -> None:
    """RSA-PSS names its hash elsewhere; no binding is made up for it."""
    options = ("-sigopt", "rsa_padding_mode:pss", "-key", key_of(folder, RSA))
    der = openssl("req", "-new", "-x509", *options, "-subj", "/CN=x", "-outform", "DER")
    assert end_point(der) is None


WHOLE = certificate()


@PROPERTY
@given(st.one_of(st.binary(max_size=60), st.integers(0, len(WHOLE) - 1).map(lambda n: WHOLE[:n])))
def test_what_is_no_certificate_has_no_binding(octets: bytes) -> None:
    """Noise, and a certificate cut short, bind to nothing and break nothing."""
    assert end_point(octets) is None


def test_an_unknown_signature_has_no_binding() -> None:
    """An algorithm that nobody knows binds to nothing."""
    algorithm = tlv(0x30, tlv(0x06, bytes.fromhex("2a0304")))
    assert end_point(tlv(0x30, tlv(0x30), algorithm, tlv(0x03, b"\0"))) is None
