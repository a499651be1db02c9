"""JSON Web Tokens signed with a private key (RFC 7515, 7519). Pure.

The signing is done by the package ``cryptography``, an optional dependency: Python itself has
no signatures. Whatever is wrong with a key raises ``Misconfigured``.
"""

from __future__ import annotations

import json
from binascii import b2a_base64

from ..accounts import Misconfigured

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ..secret import Secret

NEEDED = (
    "the Python module cryptography (pip install 'check_smtp_auth[oauth]', or Debian's package "
    "python3-cryptography)"
)
# RFC 7518 section 3.3.
SHORTEST_RSA = 2048
ES256_OCTETS = 32


class Signer:
    """A private key, and the algorithms of RFC 7518 that it can be used with."""

    def __init__(self, pem: Secret, where: str) -> None:
        """Read the key; ``where`` names where it came from, for errors."""
        _require_cryptography()
        from cryptography.exceptions import UnsupportedAlgorithm
        from cryptography.hazmat.primitives.asymmetric import ec, rsa
        from cryptography.hazmat.primitives.serialization import load_pem_private_key

        self._where = where
        try:
            key: Any = load_pem_private_key(pem.reveal(), None)
        except TypeError:
            raise Misconfigured(f"{where}: encrypted; give a key without a passphrase") from None
        except (ValueError, UnsupportedAlgorithm):
            raise Misconfigured(f"{where}: does not contain a private key in PEM format") from None
        self._key = key
        if isinstance(key, rsa.RSAPrivateKey) and key.key_size >= SHORTEST_RSA:
            self.algorithms: tuple[str, ...] = ("RS256", "PS256")
        elif isinstance(key, ec.EllipticCurvePrivateKey) and isinstance(key.curve, ec.SECP256R1):
            self.algorithms = ("ES256",)
        else:
            raise Misconfigured(f"{where}: neither RSA of {SHORTEST_RSA} bits or more nor EC P-256")

    def token(self, algorithm: str, header: dict[str, str], claims: dict[str, object]) -> str:
        """Return the claims as a signed token, in compact form."""
        if algorithm not in self.algorithms:
            raise Misconfigured(f"{self._where}: the provider wants an RSA key ({algorithm})")
        parts = ({"alg": algorithm, "typ": "JWT", **header}, claims)
        text = ".".join(base64url(json.dumps(part).encode("utf-8")) for part in parts)
        return f"{text}.{base64url(self._sign(algorithm, text.encode('ascii')))}"

    def thumbprint(self, pem: bytes, where: str) -> str:
        """Return the SHA-256 thumbprint of the certificate (RFC 7515 section 4.1.8), which must be
        for this key.
        """
        from cryptography.hazmat.primitives.hashes import SHA256
        from cryptography.x509 import load_pem_x509_certificate

        try:
            certificate = load_pem_x509_certificate(pem)
            public: Any = certificate.public_key()
            matches = public.public_numbers() == self._key.public_key().public_numbers()
        except (ValueError, AttributeError):
            raise Misconfigured(f"{where}: does not contain a certificate in PEM format") from None
        if not matches:
            raise Misconfigured(f"{where}: the certificate does not match the private key")
        return base64url(certificate.fingerprint(SHA256()))

    def _sign(self, algorithm: str, octets: bytes) -> bytes:
        """Return the signature (RFC 7518 sections 3.3 to 3.5)."""
        from cryptography.hazmat.primitives.asymmetric import ec, padding, utils
        from cryptography.hazmat.primitives.hashes import SHA256

        sha256 = SHA256()
        if algorithm == "ES256":
            signature = self._key.sign(octets, ec.ECDSA(sha256))
            pair = utils.decode_dss_signature(signature)
            return b"".join(number.to_bytes(ES256_OCTETS, "big") for number in pair)
        if algorithm == "PS256":
            pss = padding.PSS(padding.MGF1(sha256), sha256.digest_size)
            return bytes(self._key.sign(octets, pss, sha256))
        return bytes(self._key.sign(octets, padding.PKCS1v15(), sha256))


def _require_cryptography() -> None:
    """Raise Misconfigured, saying how to install the package, if it is missing."""
    try:
        import cryptography  # noqa: F401
    except ImportError:
        raise Misconfigured(
            f"--oauth with a private key needs {NEEDED}, which is not installed"
        ) from None


def base64url(octets: bytes) -> str:
    """Encode without padding (RFC 7515 section 2, RFC 7636 appendix A)."""
    text = b2a_base64(octets, newline=False).decode("ascii")
    return text.rstrip("=").replace("+", "-").replace("/", "_")
