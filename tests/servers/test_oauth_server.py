"""Dovecot with OAuth does what the tests that use it rely on."""

from __future__ import annotations

import base64
import json

import pytest

from .client import converse
from .clients import curl
from .dovecot import by_version, version
from .oauth import SCOPE, OauthDovecot
from .requirements import require

OF_DEBIAN_13 = "2.4.1"
REFUSED = "535 5.7.8 Authentication failed."
# What Dovecot says of a token before the refusal: of a bad one, and, since 2.4, of one that
# is good for something else.
ERRORS = {"XOAUTH2": ("401", "403"), "OAUTHBEARER": ("invalid_token", "insufficient_scope")}


def present(server: OauthDovecot, mechanism: str, token: str) -> list[str]:
    """Log in with a token and, if that is not the end, send what ends the exchange."""
    if mechanism == "XOAUTH2":
        message, end = f"user={server.user}\1auth=Bearer {token}\1\1", ""
    else:
        message, end = f"n,a={server.user},\1auth=Bearer {token}\1\1", "\1"
    if token == server.token:
        return converse(server, mechanism, message)
    return converse(server, mechanism, message, end)


@pytest.mark.parametrize("mechanism", ERRORS)
def test_a_good_token_logs_in(dovecot_oauth2: OauthDovecot, mechanism: str) -> None:
    """The token that the endpoint knows is accepted, and the endpoint was asked about it."""
    with dovecot_oauth2.watch() as seen:
        replies = present(dovecot_oauth2, mechanism, dovecot_oauth2.token)
    assert [reply[:3] for reply in replies] == ["235"]
    assert dovecot_oauth2.introspection.asked == [dovecot_oauth2.token]
    assert [(attempt.mechanism, attempt.accepted) for attempt in seen] == [(mechanism, True)]


@pytest.mark.parametrize("token", ["expired", "of-another-user", "for-another-scope", "password"])
@pytest.mark.parametrize("mechanism", ERRORS)
def test_a_bad_token_is_refused(dovecot_oauth2: OauthDovecot, mechanism: str, token: str) -> None:
    """A bad token, or the password in its place, gets an error document and then a refusal."""
    dovecot_oauth2.introspection.grant("of-another-user", "somebody", scope=SCOPE)
    dovecot_oauth2.introspection.grant("for-another-scope", dovecot_oauth2.user, scope="mail.read")
    if token == "password":
        token = dovecot_oauth2.password
    with dovecot_oauth2.watch() as seen:
        challenge, last = present(dovecot_oauth2, mechanism, token)
    if token == "of-another-user" and version().startswith(OF_DEBIAN_13):
        challenge, last = "", challenge  # refused without a word of why
    else:
        assert challenge[:4] == "334 "
        status = json.loads(base64.b64decode(challenge[4:]))["status"]
        bad, other = ERRORS[mechanism]
        assert status == (by_version(bad, other) if token == "for-another-scope" else bad)
    assert last == REFUSED
    assert [attempt.reply for attempt in seen] == [REFUSED]


@pytest.mark.parametrize("status", [500, 0])
def test_without_the_endpoint_no_token_is_judged(dovecot_oauth2: OauthDovecot, status: int) -> None:
    """With the endpoint out of order, or down, a good token is put off with 454."""
    if version().startswith(OF_DEBIAN_13):
        pytest.skip("Dovecot 2.4.1 refuses the token then, as if it were bad")
    endpoint = dovecot_oauth2.introspection
    endpoint.status = status
    if not status:
        endpoint.stop()
    replies = present(dovecot_oauth2, "XOAUTH2", dovecot_oauth2.token)
    endpoint.start()
    assert [reply[:9] for reply in replies] == ["454 4.7.0"]


def test_curl_presents_a_token(dovecot_oauth2: OauthDovecot) -> None:
    """The client curl is accepted with the good token and refused with another."""
    require("curl")
    user = dovecot_oauth2.user + ":"
    accepted = curl(dovecot_oauth2, "OAUTHBEARER", user=user, oauth2_bearer=dovecot_oauth2.token)
    refused = curl(dovecot_oauth2, "OAUTHBEARER", user=user, oauth2_bearer="expired")
    assert accepted[-1][:3] == "235"
    assert refused[-1] == REFUSED


def test_the_password_still_logs_in(dovecot_oauth2: OauthDovecot) -> None:
    """The same server takes the password by PLAIN, and does not ask the endpoint."""
    server = dovecot_oauth2
    assert converse(server, "PLAIN", f"\0{server.user}\0{server.password}")[0][:3] == "235"
    assert server.introspection.asked == []
