"""An OAuth provider made of Authlib's parts: it decides which client gets a token."""

from __future__ import annotations

import secrets
from typing import Any

from authlib.oauth2 import OAuth2Request
from authlib.oauth2.rfc6749 import AuthorizationServer, ClientMixin, InvalidClientError
from authlib.oauth2.rfc6749.grants import ClientCredentialsGrant, RefreshTokenGrant
from authlib.oauth2.rfc6749.requests import BasicOAuth2Payload
from authlib.oauth2.rfc7523 import JWTBearerClientAssertion, JWTBearerGrant

try:
    from joserfc import jwk, jwt
    from joserfc.errors import JoseError

    OLD = False
except ImportError:  # the Authlib for Python 3.9
    from authlib.jose import JsonWebKey

    OLD = True


def public_key(pem: str, kind: str) -> Any:
    """Read a public key, "RSA" or "EC"."""
    return JsonWebKey.import_key(pem, {"kty": kind}) if OLD else jwk.import_key(pem, kind)


class Registered(ClientMixin):  # type: ignore[misc]
    """A client that the provider knows: by its secret, by its key, or by neither."""

    def __init__(self, name: str, secret: str = "", key: str = "", kind: str = "RSA") -> None:
        """``key`` is a public key in PEM form."""
        self.name, self.secret, self.kind = name, secret, kind
        self.key = public_key(key, kind) if key else None
        # What a person has to allow: the mailboxes that a service account may act as.
        self.mailboxes: set[str] = set()

    def get_client_id(self) -> str:
        """Tell its name."""
        return self.name

    def get_allowed_scope(self, scope: str) -> str:
        """Allow what it asks for."""
        return scope

    def check_client_secret(self, secret: str) -> bool:
        """Compare the secret."""
        return bool(self.secret) and secrets.compare_digest(secret, self.secret)

    def check_endpoint_auth_method(self, method: str, _endpoint: str) -> bool:
        """Tell whether it may prove itself in this way, its only one."""
        ways = {"client_secret_post": bool(self.secret), "client_assertion_jwt": bool(self.key)}
        return ways.get(method, not any(ways.values()))

    def check_grant_type(self, _grant: str) -> bool:
        """Allow every grant."""
        return True

    def check_response_type(self, kind: str) -> bool:
        """Allow what this server has."""
        return kind == "code"

    def check_redirect_uri(self, uri: str) -> bool:
        """Allow those on this host alone, with any port (RFC 8252 section 7.3)."""
        return uri.startswith(("http://127.0.0.1:", "http://localhost:"))


class Given:
    """A refresh token that was given to a client."""

    def __init__(self, client: str, scope: str) -> None:
        """Note whose it is."""
        self.client, self.scope = client, scope

    def check_client(self, client: Registered) -> bool:
        """Tell whether it is this client's."""
        return client.name == self.client

    def get_scope(self) -> str:
        """Tell what for."""
        return self.scope


class Request(OAuth2Request):  # type: ignore[misc]
    """A form that was posted to the token endpoint."""

    def __init__(self, url: str, form: dict[str, str]) -> None:
        """Take the form apart as Authlib wants it."""
        super().__init__("POST", url)
        self.payload = BasicOAuth2Payload(form)
        self._form = form

    @property
    def form(self) -> dict[str, str]:
        """The form itself."""
        return self._form


class Provider(AuthorizationServer):  # type: ignore[misc]
    """Clients, refresh tokens, and the access tokens that were given."""

    def __init__(self, url: str) -> None:
        """Know nobody yet."""
        super().__init__()
        self.url = url
        self.clients: dict[str, Registered] = {}
        self.refresh_tokens: dict[str, Given] = {}
        self.access_tokens: list[str] = []
        self.lifetime = 3600
        self.rotates = True
        self.length = 32  # of a refresh token
        self.first = True  # somebody who signs in gets a refresh token
        self.answered: dict[str, Any] = {}  # what is told of a first token in place of the truth
        self.sign_in: Any = None
        self.location = ""
        self.register_token_generator("default", self._make)
        self.register_client_auth_method("client_assertion_jwt", ByCertificate(url))
        self.register_grant(_ClientCredentials)
        self.register_grant(_Refresh)
        self.register_grant(_ServiceAccount)

    def _make(self, grant_type: str, scope: str, **_: Any) -> dict[str, Any]:
        token = {"token_type": "Bearer", "access_token": secrets.token_urlsafe(24), "scope": scope}
        if self.lifetime:
            token["expires_in"] = str(self.lifetime)
        if self.rotates if grant_type == "refresh_token" else self._gives_first(grant_type, scope):
            token["refresh_token"] = secrets.token_hex(self.length // 2)
        return token

    def _gives_first(self, grant_type: str, scope: str) -> bool:
        """Tell whether somebody who signed in has asked for a refresh token as is wanted here."""
        if not grant_type.endswith(("authorization_code", "device_code")):
            return False
        if "mail.google.com" in scope:
            visit = self.sign_in.visits[-1]
            return (visit.get("access_type"), visit.get("prompt")) == ("offline", "consent")
        return self.first and "offline_access" in scope

    def query_client(self, name: str) -> Registered | None:
        """Find a client."""
        return self.clients.get(name)

    def save_token(self, token: dict[str, Any], request: Request) -> None:
        """Note what was given, and what is told of it."""
        self.access_tokens.append(token["access_token"])
        if "refresh_token" in token:
            given = Given(request.client.name, token["scope"])
            self.refresh_tokens[token["refresh_token"]] = given
        if request.payload.grant_type.endswith(("authorization_code", "device_code")):
            token["scope"] = token["scope"].replace(" offline_access", "")
            token.update(self.answered)

    def create_oauth2_request(self, request: Request) -> Request:
        """Take it as it is."""
        return request

    def handle_response(self, status: int, body: Any, headers: Any) -> tuple[int, Any]:
        """Return what is to be answered, and note where a browser is sent."""
        self.location = dict(headers).get("Location", "")
        return status, body

    def send_signal(self, *_: Any, **__: Any) -> None:
        """Tell nobody."""


class ByCertificate(JWTBearerClientAssertion):  # type: ignore[misc]
    """Clients that prove themselves by an assertion, each of which is good once."""

    def __init__(self, url: str) -> None:
        """``url`` is what an assertion must be meant for."""
        super().__init__(None)
        self.token_url = url
        self.seen: set[str] = set()

    def process_assertion_claims(self, assertion: str, key: Any) -> Any:
        """Verify an assertion, which may be signed as Microsoft wants it."""
        if OLD:
            return super().process_assertion_claims(assertion, key)
        try:
            claims = jwt.decode(assertion, key, algorithms=["RS256", "PS256", "ES256"]).claims
        except JoseError as error:
            raise InvalidClientError(description=error.description) from None
        self.verify_claims(claims)
        return claims

    def resolve_client_public_key(self, client: Registered, _headers: Any = None) -> Any:
        """Find the client's key."""
        return client.key

    def validate_jti(self, _claims: Any, jti: str) -> bool:
        """Refuse what was used before."""
        new = jti not in self.seen
        self.seen.add(jti)
        return new


class _ClientCredentials(ClientCredentialsGrant):  # type: ignore[misc]
    TOKEN_ENDPOINT_AUTH_METHODS = ("client_secret_post", "client_assertion_jwt")


class _Refresh(RefreshTokenGrant):  # type: ignore[misc]
    TOKEN_ENDPOINT_AUTH_METHODS = ("client_secret_post", "client_assertion_jwt", "none")

    @property
    def INCLUDE_NEW_REFRESH_TOKEN(self) -> bool:  # noqa: N802
        return bool(self.server.rotates)

    def authenticate_refresh_token(self, token: str) -> Given | None:
        given: Given | None = self.server.refresh_tokens.get(token)
        return given

    def authenticate_user(self, _given: Given) -> str:
        return "finance"

    def revoke_old_credential(self, _given: Given) -> None:
        if self.server.rotates:  # the old one is taken no more
            del self.server.refresh_tokens[self.request.form["refresh_token"]]


class _ServiceAccount(JWTBearerGrant):  # type: ignore[misc]
    def get_audiences(self) -> list[str]:
        return [self.server.url]

    def resolve_issuer_client(self, issuer: str) -> Registered | None:
        client: Registered | None = self.server.query_client(issuer)
        return client

    def resolve_client_public_key(self, client: Registered) -> Any:
        return client.key

    if OLD:

        def resolve_client_key(self, client: Registered, _headers: Any, _payload: Any) -> Any:
            return client.key

    def authenticate_user(self, subject: str) -> str:
        return subject

    def has_granted_permission(self, client: Registered, user: str) -> bool:
        return user in client.mailboxes
