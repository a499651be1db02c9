"""Assertions: what is signed, by which key, and what is said of keys that cannot."""

from __future__ import annotations

import base64
import hashlib
import json
import ssl
import subprocess
import sys
from typing import Any

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from fakes.keys import certificate_pem, pem, private_key
from fakes.plugin import environment

from check_smtp_auth.accounts import Misconfigured
from check_smtp_auth.secret import Secret
from check_smtp_auth.tokens.client import Client
from check_smtp_auth.tokens.grants import form, secrets

NOW = 1_800_000_000.7
URL = "https://login.example.test/token"


def client(**more: Any) -> Client:
    """A client with a certificate."""
    fields = {
        "provider": "",
        "grant": "client-credentials",
        "endpoint": URL,
        "scope": "mail",
        "identity": "app",
        "certificate": certificate_pem(private_key()).encode(),
        "key": Secret(pem(private_key()).encode()),
        **more,
    }
    return Client(**fields)


def assertion(of: Client, user: str | None = "finance@example.test") -> str:
    """The assertion that a client sends."""
    fields = form(of, user, None, NOW, lambda count: b"\x5a" * count)
    return fields.get("client_assertion") or fields["assertion"]


def decoded(part: str) -> bytes:
    """Decode base64url."""
    return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))


def verified(token: str, key: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    """Header and claims of a token, its signature verified."""
    text, _, signature = token.rpartition(".")
    assert "=" not in token
    header, claims = (json.loads(decoded(part)) for part in text.split("."))
    octets, sha256 = decoded(signature), hashes.SHA256()
    public = key.public_key()
    if header["alg"] == "ES256":
        pair = (int.from_bytes(octets[:32], "big"), int.from_bytes(octets[32:], "big"))
        public.verify(encode_dss_signature(*pair), text.encode(), ec.ECDSA(sha256))
    elif header["alg"] == "PS256":
        pss = padding.PSS(padding.MGF1(sha256), 32)
        public.verify(octets, text.encode(), pss, sha256)
    else:
        public.verify(octets, text.encode(), padding.PKCS1v15(), sha256)
    return header, claims


@pytest.mark.parametrize(("provider", "algorithm"), [("microsoft365", "PS256"), ("", "RS256")])
def test_a_client_assertion(provider: str, algorithm: str) -> None:
    """A certificate's assertion names the client, the endpoint and itself, for five minutes."""
    of = client(provider=provider)
    header, claims = verified(assertion(of), private_key())
    thumbprint = decoded(header.pop("x5t#S256"))
    assert thumbprint == hashlib.sha256(ssl.PEM_cert_to_DER_cert(of.certificate.decode())).digest()
    assert header == {"alg": algorithm, "typ": "JWT"}
    assert claims == {
        "iss": "app",
        "sub": "app",
        "aud": URL,
        "jti": "5a" * 16,
        "iat": 1_800_000_000,
        "nbf": 1_800_000_000,
        "exp": 1_800_000_300,
    }


def test_an_assertion_by_an_elliptic_curve() -> None:
    """A key on P-256 signs by ES256, in the form of RFC 7518."""
    key = private_key("EC")
    of = client(key=Secret(pem(key).encode()), certificate=certificate_pem(key).encode())
    for _ in range(20):  # the halves of a signature have leading zeros now and then
        assert verified(assertion(of), key)[0]["alg"] == "ES256"


def test_a_service_accounts_assertion() -> None:
    """A service account's assertion is what Google documents."""
    of = client(provider="google", grant="service-account", identity="a@b", key_id="4f2a")
    header, claims = verified(assertion(of), private_key())
    assert header == {"alg": "RS256", "typ": "JWT", "kid": "4f2a"}
    assert claims == {
        "iss": "a@b",
        "sub": "finance@example.test",
        "scope": "mail",
        "aud": URL,
        "iat": 1_800_000_000,
        "exp": 1_800_003_600,
    }


def misconfigured(**more: Any) -> str:
    """What is wrong with a client."""
    with pytest.raises(Misconfigured) as caught:
        assertion(client(**more))
    return str(caught.value)


def test_keys_that_cannot_sign() -> None:
    """Each sort of useless key is told by the description's key, with what is wanted."""
    where = "--oauth client-key-file"
    encrypted = Secret(pem(private_key(), b"hunter2").encode())
    words = f"{where}: encrypted; give a key without a passphrase"
    assert misconfigured(key=encrypted) == words
    for nonsense in (b"", b"hunter2", certificate_pem(private_key()).encode(), b"\xff\0"):
        assert (
            misconfigured(key=Secret(nonsense))
            == f"{where}: does not contain a private key in PEM format"
        )
    short = Secret(pem(private_key("short")).encode())
    assert misconfigured(key=short) == f"{where}: neither RSA of 2048 bits or more nor EC P-256"


def test_certificates_that_do_not_go_with_the_key() -> None:
    """A certificate of another key, or none, is told before anything is sent."""
    where = "--oauth client-certificate-file"
    for which in (private_key(which=1), private_key("EC")):
        other = certificate_pem(which).encode()
        words = f"{where}: the certificate does not match the private key"
        assert misconfigured(certificate=other) == words
    for nonsense in (b"", b"hunter2"):
        words = f"{where}: does not contain a certificate in PEM format"
        assert misconfigured(certificate=nonsense) == words


def test_an_elliptic_curve_where_rsa_is_wanted() -> None:
    """Microsoft and Google take RSA keys only."""
    key = private_key("EC")
    both = {"key": Secret(pem(key).encode()), "certificate": certificate_pem(key).encode()}
    wants = "the provider wants an RSA key"
    said = misconfigured(provider="microsoft365", **both)
    assert said == f"--oauth client-key-file: {wants} (PS256)"
    said = misconfigured(provider="google", grant="service-account", **both)
    assert said == f"--oauth service-account-file: {wants} (RS256)"


SCRIPT = """
import sys
sys.modules["cryptography"] = None
from check_smtp_auth.accounts import Misconfigured
from check_smtp_auth.secret import Secret
from check_smtp_auth.tokens.signing import Signer
try:
    Signer(Secret(b""), "x")
except Misconfigured as error:
    print(error)
"""


def test_the_extra_is_named_where_it_is_missing() -> None:
    """Without the module cryptography, it is told by name with both ways to get it."""
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], capture_output=True, text=True, env=environment()
    )
    assert done.stdout == (
        "--oauth with a private key needs the Python module cryptography (pip install "
        "'check_smtp_auth[oauth]', or Debian's package python3-cryptography), which is not "
        "installed\n"
    ), done.stderr


def test_the_forms_of_the_other_grants() -> None:
    """A secret and a refresh token go into the form as RFC 6749 has it."""
    of = client(key=None, certificate=b"", secret=Secret(b"s"))
    fields = {"client_id": "app", "scope": "mail", "client_secret": "s"}
    assert form(of, None, None, NOW, bytes) == {**fields, "grant_type": "client_credentials"}
    of = of.replace(grant="refresh-token")
    assert form(of, None, Secret(b"r"), NOW, bytes) == {
        **fields,
        "grant_type": "refresh_token",
        "refresh_token": "r",
    }
    assert secrets(form(of, None, Secret(b"r"), NOW, bytes)) == [Secret(b"s"), Secret(b"r")]


def test_a_service_account_needs_somebody_to_act_for() -> None:
    """Without subject and user there is nobody whose mail it could send."""
    of = client(provider="google", grant="service-account")
    with pytest.raises(Misconfigured, match=r"^--oauth subject: missing"):
        assertion(of, None)
    assert json.loads(decoded(assertion(of.replace(subject="x"), None).split(".")[1]))["sub"] == "x"
