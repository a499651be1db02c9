"""The form that a client sends to the token endpoint for each grant. Pure."""

from __future__ import annotations

from binascii import hexlify

from ..accounts import Misconfigured
from ..secret import Secret
from .client import CLIENT_CREDENTIALS, MICROSOFT, REFRESH_TOKEN, SERVICE_ACCOUNT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Callable

    from .client import Client

    Form = dict[str, str]
    RandomOctets = Callable[[int], bytes]

# How long an assertion is valid, in seconds; we use it at once. Google allows an hour at most,
# and its documentation uses that; Microsoft advises five to ten minutes.
ASSERTION_LIFE = 300
SERVICE_ACCOUNT_LIFE = 3600
JTI_OCTETS = 16
# The fields that are secret.
HIDDEN = (
    *("client_secret", "refresh_token", "client_assertion", "assertion"),
    *("device_code", "code", "code_verifier"),
)
DEVICE_CODE = "urn:ietf:params:oauth:grant-type:device_code"
JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer"
JWT_CLIENT = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"


def form(
    client: Client,
    user: str | None,
    refresh_token: Secret | None,
    now: float,
    random_octets: RandomOctets,
) -> Form:
    """Return the fields to send. ``now`` is the time of day, in seconds since the epoch.

    Raises Misconfigured if the key cannot sign, or no mailbox to act as is given.
    """
    if client.grant == SERVICE_ACCOUNT:
        return _service_account(client, user, now)
    fields = {"scope": client.scope}
    if client.grant == CLIENT_CREDENTIALS:
        fields["grant_type"] = "client_credentials"
    if client.grant == REFRESH_TOKEN:
        assert refresh_token is not None
        fields["grant_type"] = "refresh_token"
        fields["refresh_token"] = refresh_token.reveal().decode("utf-8")
    return {**fields, **authentication(client, now, random_octets)}


def by_device_code(code: Secret, proof: Form) -> Form:
    """Return the form that asks whether the user has signed in (RFC 8628 section 3.4)."""
    return {"grant_type": DEVICE_CODE, "device_code": code.reveal().decode("ascii"), **proof}


def by_code(code: str, redirect: str, verifier: str, proof: Form) -> Form:
    """Return the form that redeems an authorization code (RFC 6749 section 4.1.3, RFC 7636)."""
    return {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": redirect,
        "code_verifier": verifier,
        **proof,
    }


def authentication(client: Client, now: float, random_octets: RandomOctets) -> Form:
    """Return the fields that identify the client and, if it has a secret or a key, authenticate
    it; raises Misconfigured if the key cannot sign.
    """
    fields = {"client_id": client.identity}
    if client.secret is not None:
        fields["client_secret"] = client.secret.reveal().decode("utf-8")
    if client.key is not None:
        fields["client_assertion_type"] = JWT_CLIENT
        fields["client_assertion"] = _client_assertion(client, now, random_octets)
    return fields


def secrets(form: Form) -> list[Secret]:
    """Return the secrets in a form."""
    return [Secret(form[name].encode("utf-8")) for name in HIDDEN if name in form]


def _client_assertion(client: Client, now: float, random_octets: RandomOctets) -> str:
    """Return an assertion signed with the key of the client's certificate (RFC 7523 section 2.2).

    Entra's "Certificate credentials" asks for PS256 and x5t#S256; elsewhere RS256, which
    RFC 7518 recommends and everybody supports, is the safer choice.
    """
    from .signing import Signer  # needs an extra package

    assert client.key is not None
    signer = Signer(client.key, "--oauth client-key-file")
    thumbprint = signer.thumbprint(client.certificate, "--oauth client-certificate-file")
    algorithm = "PS256" if client.provider == MICROSOFT else signer.algorithms[0]
    claims: dict[str, object] = {
        "iss": client.identity,
        "sub": client.identity,
        "aud": client.endpoint,
        "jti": hexlify(random_octets(JTI_OCTETS)).decode("ascii"),
        "iat": int(now),
        "nbf": int(now),
        "exp": int(now) + ASSERTION_LIFE,
    }
    return signer.token(algorithm, {"x5t#S256": thumbprint}, claims)


def _service_account(client: Client, user: str | None, now: float) -> Form:
    """Return the form by which a service account asks for access to a mailbox (RFC 7523 section
    2.1, and Google's "Using OAuth 2.0 for Server to Server Applications").
    """
    from .signing import Signer  # needs an extra package

    subject = client.subject or user
    if not subject:
        raise Misconfigured("--oauth subject: missing; it is the mailbox to act as, or give --user")
    assert client.key is not None
    claims: dict[str, object] = {
        "iss": client.identity,
        "sub": subject,
        "scope": client.scope,
        "aud": client.endpoint,
        "iat": int(now),
        "exp": int(now) + SERVICE_ACCOUNT_LIFE,
    }
    signer = Signer(client.key, "--oauth service-account-file")
    header = {"kid": client.key_id} if client.key_id else {}
    return {"grant_type": JWT_BEARER, "assertion": signer.token("RS256", header, claims)}
