"""Where a person signs in, of Authlib's parts: device codes, and authorization codes with PKCE.

Two providers' habits are imitated. Microsoft gives a refresh token only with ``offline_access`` in
the scope, and does not name that in its answer; Google only where the browser was sent there with
``access_type=offline`` and ``prompt=consent``, and it gives no device code for mail.
"""

from __future__ import annotations

import time
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from authlib.oauth2.rfc6749.errors import InvalidScopeError
from authlib.oauth2.rfc6749.grants import AuthorizationCodeGrant
from authlib.oauth2.rfc7636 import CodeChallenge
from authlib.oauth2.rfc8628 import DeviceAuthorizationEndpoint, DeviceCodeGrant

from .oauth import Provider, Registered, Request

VERIFICATION = "https://login.example.test/device"
WAYS = ("client_secret_post", "client_assertion_jwt", "none")


class Entered:
    """A device code, and what a person has made of it: True, False, or None for nothing yet."""

    def __init__(self, client: str, scope: str, user_code: str, life: float) -> None:
        """Make it known."""
        self.client, self.scope, self.user_code = client, scope, user_code
        self.until = time.monotonic() + life
        self.approved: bool | None = None

    def get_client_id(self) -> str:
        """Tell whose it is."""
        return self.client

    def get_scope(self) -> str:
        """Tell what for."""
        return self.scope

    def get_user_code(self) -> str:
        """Tell what is entered."""
        return self.user_code

    def is_expired(self) -> bool:
        """Tell whether it is too late."""
        return time.monotonic() > self.until


class Code:
    """An authorization code."""

    def __init__(self, request: Request) -> None:
        """Note what it was asked for."""
        fields = request.payload.data
        self.redirect_uri, self.scope = fields["redirect_uri"], fields["scope"]
        self.code_challenge = fields.get("code_challenge", "")
        self.code_challenge_method = fields.get("code_challenge_method", "")

    def get_redirect_uri(self) -> str:
        """Tell where it was sent to."""
        return str(self.redirect_uri)

    def get_scope(self) -> str:
        """Tell what for."""
        return str(self.scope)


class SignIn:
    """What people do at a provider, and what it asks of them.

    ``visits`` are the fields with which the browser was sent there; ``devices`` the device codes
    that were given. ``interval`` and ``life`` of these are in seconds.
    """

    def __init__(self, provider: Provider) -> None:
        """Add it to a provider."""
        self.visits: list[dict[str, str]] = []
        self.devices: dict[str, Entered] = {}
        self.codes: dict[str, Code] = {}
        self.interval, self.life = 0.2, 900.0
        self.slow_downs = 0
        self.provider = provider
        provider.sign_in = self
        provider.register_grant(_DeviceCode)
        provider.register_grant(_AuthorizationCode, [CodeChallenge(required=True)])
        provider.register_endpoint(_Device)

    def device_code(self, url: str, form: dict[str, str]) -> tuple[int, Any]:
        """Answer who asks for a device code."""
        answer = self.provider.create_endpoint_response("device_authorization", Request(url, form))
        assert isinstance(answer, tuple)
        return answer

    def visit(self, url: str, approves: bool = True) -> str:
        """Sign in as a person who was sent there, and return where the browser is sent then."""
        fields = dict(parse_qsl(urlsplit(url).query))
        self.visits.append(fields)
        request = Request(url, fields)
        request.method = "GET"
        grant = self.provider.get_consent_grant(request, "finance")
        self.provider.create_authorization_response(request, "finance" if approves else None, grant)
        assert isinstance(self.provider.location, str)
        return self.provider.location

    def enter(self, user_code: str, approves: bool = True) -> None:
        """Enter a code as a person does."""
        (device,) = (each for each in self.devices.values() if each.user_code == user_code)
        device.approved = approves


class _Device(DeviceAuthorizationEndpoint):  # type: ignore[misc]
    CLIENT_AUTH_METHODS = WAYS

    @property
    def INTERVAL(self) -> float:  # noqa: N802
        return float(self.server.sign_in.interval)

    @property
    def EXPIRES_IN(self) -> float:  # noqa: N802
        return float(self.server.sign_in.life)

    def get_verification_uri(self) -> str:
        return VERIFICATION

    def create_endpoint_response(self, request: Request) -> Any:
        if "mail.google.com" in request.payload.scope:
            raise InvalidScopeError("Invalid device flow scope")
        return super().create_endpoint_response(request)

    def save_device_credential(self, client: str, scope: str, data: dict[str, Any]) -> None:
        life = self.server.sign_in.life
        entered = Entered(client, scope, data["user_code"], life)
        self.server.sign_in.devices[data["device_code"]] = entered


class _DeviceCode(DeviceCodeGrant):  # type: ignore[misc]
    TOKEN_ENDPOINT_AUTH_METHODS = WAYS

    def query_device_credential(self, code: str) -> Entered | None:
        found: Entered | None = self.server.sign_in.devices.get(code)
        return found

    def query_user_grant(self, user_code: str) -> tuple[str, bool] | None:
        devices = self.server.sign_in.devices.values()
        (device,) = (each for each in devices if each.user_code == user_code)
        return None if device.approved is None else ("finance", device.approved)

    def should_slow_down(self, _device: Entered) -> bool:
        sign_in = self.server.sign_in
        sign_in.slow_downs -= 1
        return bool(sign_in.slow_downs >= 0)


class _AuthorizationCode(AuthorizationCodeGrant):  # type: ignore[misc]
    TOKEN_ENDPOINT_AUTH_METHODS = WAYS

    def save_authorization_code(self, code: str, request: Request) -> None:
        self.server.sign_in.codes[code] = Code(request)

    def query_authorization_code(self, code: str, _client: Registered) -> Code | None:
        found: Code | None = self.server.sign_in.codes.get(code)
        return found

    def delete_authorization_code(self, code: Code) -> None:
        codes = self.server.sign_in.codes
        for name in [name for name, each in codes.items() if each is code]:
            del codes[name]

    def authenticate_user(self, _code: Code) -> str:
        return "finance"
