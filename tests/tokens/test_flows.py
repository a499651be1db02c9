"""Each grant, against Authlib's authorization server over HTTPS."""

from __future__ import annotations

import json

import pytest
from fakes.authorization import AuthorizationServer
from fakes.keys import certificate_pem, pem, private_key, public_pem

from check_smtp_auth.accounts import Misconfigured
from check_smtp_auth.mask import HIDDEN
from check_smtp_auth.observation import Kind
from check_smtp_auth.secret import Secret
from check_smtp_auth.tokens.client import TokenUnavailable

from .conftest import REFRESH, SECRET, USER, Place

ADDRESS = "monitor@project.iam.gserviceaccount.com"


def describe_certificate(place: Place, server: AuthorizationServer, kind: str = "RSA") -> None:
    """Describe a client with a certificate that the server knows."""
    key = private_key(kind)
    place.write("key.pem", pem(key))
    place.write("certificate.pem", certificate_pem(key), 0o644)
    place.describe_secret(
        server,
        client_secret_file=None,
        client_certificate_file="certificate.pem",
        client_key_file="key.pem",
    )
    server.register("app", key=public_pem(key), kind=kind)


def describe_service_account(place: Place, server: AuthorizationServer, **keys: object) -> None:
    """Describe a service account that may act as the user."""
    key = private_key()
    server.register(ADDRESS, key=public_pem(key)).mailboxes.add(USER)
    account = {"type": "service_account", "client_email": ADDRESS, "private_key": pem(key)}
    place.write("account.json", json.dumps({**account, "private_key_id": "4f2a"}))
    place.describe(
        provider="google",
        grant="service-account",
        token_endpoint=server.url,
        ca_file=server.ca_file,
        service_account_file="account.json",
        **keys,
    )


def test_a_secret_gets_a_token(place: Place, server: AuthorizationServer) -> None:
    """A client with its secret gets a token, and knows until when it is good."""
    place.describe_secret(server)
    token = place.obtain()
    assert token.secret.reveal().decode() == server.tokens[0]
    assert (token.expires, token.fresh, token.trouble) == (place.now + 3600, True, "")
    assert server.forms == [
        {
            "grant_type": "client_credentials",
            "client_id": "app",
            "client_secret": SECRET,
            "scope": "mail",
        }
    ]


@pytest.mark.parametrize("kind", ["RSA", "EC"])
def test_a_certificate_gets_a_token(place: Place, server: AuthorizationServer, kind: str) -> None:
    """A client proves itself by a key that the server verifies, and sends no secret."""
    describe_certificate(place, server, kind)
    assert place.obtain().secret.reveal().decode() == server.tokens[0]
    assert "client_secret" not in server.forms[0]


def test_a_certificate_as_entra_wants_it(place: Place, server: AuthorizationServer) -> None:
    """For Microsoft 365 the assertion is signed by PS256, and a server verifies that too."""
    describe_certificate(place, server)
    text = place.file.read_text() + "provider = microsoft365\n"
    place.write("oauth.ini", text)
    assert place.obtain().secret.reveal().decode() == server.tokens[0]


def test_another_certificate_gets_none(place: Place, server: AuthorizationServer) -> None:
    """A key that is not the registered one is refused, and that counts as a definite refusal."""
    describe_certificate(place, server)
    server.register("app", key=public_pem(private_key(which=1)))
    refused = place.refused()
    assert (refused.kind, refused.error, refused.spends) == (
        Kind.TOKEN_REFUSED,
        "invalid_client",
        True,
    )


def test_a_refresh_token_gets_a_token(place: Place, server: AuthorizationServer) -> None:
    """A public client needs its refresh token alone."""
    place.describe_refresh(server)
    assert place.obtain().secret.reveal().decode() == server.tokens[0]
    assert server.forms[0]["refresh_token"] == REFRESH


def test_a_refresh_token_goes_with_a_secret(place: Place, server: AuthorizationServer) -> None:
    """A confidential client shows its secret beside its refresh token."""
    place.describe_refresh(server, client_secret=SECRET)
    server.register("app", SECRET)
    assert place.obtain().secret.reveal().decode() == server.tokens[0]


def test_a_service_account_acts_as_the_user(place: Place, server: AuthorizationServer) -> None:
    """A service account gets a token for the mailbox of --user."""
    describe_service_account(place, server)
    assert place.obtain().secret.reveal().decode() == server.tokens[0]


def test_a_service_account_acts_as_its_subject(place: Place, server: AuthorizationServer) -> None:
    """The subject comes before --user."""
    describe_service_account(place, server, subject=USER)
    assert place.obtain("sales@example.test").fresh
    assert place.obtain(None).fresh


def test_a_service_account_needs_a_mailbox(place: Place, server: AuthorizationServer) -> None:
    """Without subject and user nobody is asked."""
    describe_service_account(place, server)
    with pytest.raises(Misconfigured, match="--oauth subject: missing"):
        place.obtain(None)
    assert server.asked == 0


def test_a_mailbox_that_was_not_delegated(place: Place, server: AuthorizationServer) -> None:
    """A service account that may not act as the user is refused."""
    describe_service_account(place, server, subject="sales@example.test")
    assert place.refused().error == "invalid_client"


def test_a_wrong_clock_is_refused(place: Place, server: AuthorizationServer) -> None:
    """An assertion made by a clock that is years behind is refused as invalid_grant."""
    place.now = 1_000_000_000.0
    describe_service_account(place, server)
    assert place.refused().error == "invalid_grant"


def test_an_expired_secret(place: Place, server: AuthorizationServer) -> None:
    """Entra's words about an expired secret are cut to what helps."""
    place.describe_secret(server)
    words = "AADSTS7000222: The provided client secret keys for app 'x' are expired."
    trailer = "\r\nTrace ID: 1\r\nCorrelation ID: 2\r\nTimestamp: 2026-01-01 00:00:00Z"
    server.refuse("invalid_client", words + trailer, 401, error_codes=[7000222])
    refused = place.refused()
    assert refused.kind == Kind.TOKEN_REFUSED
    assert refused.detail == f"invalid_client: {words}"
    assert (refused.error, refused.status, refused.spends) == ("invalid_client", 401, True)


def test_a_revoked_refresh_token(place: Place, server: AuthorizationServer) -> None:
    """A refresh token that is taken no more is a definite refusal, and stays in its file."""
    place.describe_refresh(server)
    server.provider.refresh_tokens.clear()
    refused = place.refused()
    assert (refused.error, refused.spends) == ("invalid_grant", True)
    assert place.refresh_file.read_text() == f"{REFRESH}\n"


def test_what_is_echoed_is_masked(place: Place, server: AuthorizationServer) -> None:
    """A server that repeats the secret in its words does not bring it to the first line."""
    place.describe_secret(server)
    server.refuse("invalid_client", f"no client has the secret {SECRET}")
    assert place.refused().detail == f"invalid_client: {HIDDEN}"


def test_the_guard_can_hold_back(place: Place, server: AuthorizationServer) -> None:
    """Without leave nothing is asked; with a kept token no leave is needed."""
    place.describe_secret(server)
    answers = [False, True]

    def permit(_credential: Secret, _until: float):  # type: ignore[no-untyped-def]
        return answers.pop(0)
        yield

    with pytest.raises(TokenUnavailable) as caught:
        place.obtain(permit=permit)
    assert (caught.value.kind, caught.value.spends, server.asked) == (Kind.HELD, False, 0)
    assert place.obtain(permit=permit).fresh
    assert not place.obtain(permit=permit).fresh
    assert server.asked == 1


def test_nothing_prints_a_secret(place: Place, server: AuthorizationServer) -> None:
    """Neither client nor token shows a secret where it is printed."""
    place.describe_secret(server)
    printed = f"{place.client()!r} {place.obtain()!r}"
    assert SECRET not in printed
    assert server.tokens[0] not in printed
