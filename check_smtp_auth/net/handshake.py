"""The facts of a TLS handshake: what was agreed on, and which certificates were shown."""

from __future__ import annotations

import ssl
import sys

from ..certificate import read, strict_faults
from ..observation import Certificate, TLSFacts

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

# TLS HandshakeType of the Certificate message (RFC 8446 section 4).
CERTIFICATE_MESSAGE = 11


def facts(tls: ssl.SSLObject, used: ssl.SSLContext) -> TLSFacts:
    """The facts of a handshake that succeeded."""
    cipher = tls.cipher()
    der = tls.getpeercert(True)
    verified = used.verify_mode == ssl.CERT_REQUIRED
    return TLSFacts(
        tls.version(),
        cipher[0] if cipher else None,
        verified,
        read(der) if der else None,
        tuple(strict_faults(_verified_chain(tls, used, der))) if verified and der else (),
        _bindings(tls),
    )


def _bindings(tls: ssl.SSLObject) -> dict[str, bytes]:
    """What a login can be bound to this connection by: "tls-unique" (RFC 5929) is defined up
    to TLS 1.2, "tls-exporter" (RFC 9266) is there where Python has it.
    """
    kinds = [kind for kind in ("tls-exporter",) if kind in ssl.CHANNEL_BINDING_TYPES]
    if tls.version() == "TLSv1.2":
        kinds.append("tls-unique")
    found = ((kind, tls.get_channel_binding(kind)) for kind in kinds)
    return {kind: data for kind, data in found if data}


def certificate_error(tls: ssl.SSLObject, used: ssl.SSLContext) -> Certificate | None:
    """The certificate that was not verified, or None where this Python cannot tell."""
    chain = _chain(tls, "get_unverified_chain")
    der = chain[0] if chain else getattr(used, "_check_smtp_auth_certificate", None)
    return read(der) if der else None


def _verified_chain(tls: ssl.SSLObject, used: ssl.SSLContext, leaf: bytes) -> list[bytes]:
    """The chain as it was verified; on Python 3.9 the leaf and what the store has above it."""
    if sys.version_info >= (3, 10):
        return _chain(tls, "get_verified_chain")
    certificate = read(leaf)
    above = (der for der in used.get_ca_certs(True) if certificate is not None)
    names = ((der, read(der)) for der in above)
    return [leaf, *(der for der, ca in names if ca and ca.subject == certificate.issuer)]


def _chain(tls: ssl.SSLObject, method: str) -> list[bytes]:
    """The peer's certificates from leaf to root in DER form, empty where unknown.

    Public since Python 3.13; 3.10 to 3.12 have the same methods on a private object.
    """
    public = getattr(tls, method, None)
    if public is not None:
        return list(public() or ())
    private: Any = getattr(getattr(tls, "_sslobj", None), method, None)
    if private is None:
        return []
    encoding_der = 2  # _ssl.ENCODING_DER
    return [certificate.public_bytes(encoding_der) for certificate in private() or ()]


def keep_certificate(made: ssl.SSLContext) -> None:
    """On Python 3.9, look over OpenSSL's shoulder for the server's certificate.

    There the certificate of a failed handshake is to be had in no other way, short of a
    second connection.
    """

    def look(
        _tls: Any, direction: str, version: Any, _type: Any, message: Any, data: bytes
    ) -> None:
        if direction == "read" and message == CERTIFICATE_MESSAGE:
            # Handshake header; in TLS 1.3 a context (RFC 8446 section 4.4.2); list length.
            start = 4 + (1 + data[4] if version == ssl.TLSVersion.TLSv1_3 else 0) + 3
            length = int.from_bytes(data[start : start + 3], "big")
            made._check_smtp_auth_certificate = data[start + 3 : start + 3 + length]  # type: ignore[attr-defined]

    made._msg_callback = look  # type: ignore[attr-defined]
