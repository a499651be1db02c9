"""Private keys and certificates for OAuth clients, made once."""

from __future__ import annotations

import datetime
import functools
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import NameOID


@functools.cache
def private_key(kind: str = "RSA", which: int = 0) -> Any:
    """A private key: "RSA", "EC", or "short" for an RSA key nobody should use."""
    if kind == "EC":
        return ec.generate_private_key(ec.SECP256R1())
    return rsa.generate_private_key(65_537, 1024 if kind == "short" else 2048)


def pem(key: Any, password: bytes | None = None) -> str:
    """A private key as text."""
    how = (
        serialization.BestAvailableEncryption(password)
        if password
        else serialization.NoEncryption()
    )
    form = serialization.PrivateFormat.PKCS8
    return str(key.private_bytes(serialization.Encoding.PEM, form, how).decode("ascii"))


def public_pem(key: Any) -> str:
    """The public half as text."""
    form = serialization.PublicFormat.SubjectPublicKeyInfo
    octets = key.public_key().public_bytes(serialization.Encoding.PEM, form)
    return str(octets.decode("ascii"))


def certificate(key: Any) -> x509.Certificate:
    """A certificate that the key signed for itself, as App registrations take it."""
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "monitoring")])
    now = datetime.datetime.now(datetime.timezone.utc)
    return (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now)
        .not_valid_after(now + datetime.timedelta(days=30))
        .sign(key, hashes.SHA256())
    )


def certificate_pem(key: Any) -> str:
    """The same as text."""
    return certificate(key).public_bytes(serialization.Encoding.PEM).decode("ascii")
