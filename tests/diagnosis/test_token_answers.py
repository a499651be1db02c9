"""What helps where a token endpoint refuses: each row of the table, and the order of them."""

from __future__ import annotations

import json
from typing import Any, Callable

import pytest

from check_smtp_auth.diagnosis.token_answers import (
    BUSY,
    BY_CODE,
    ENTRA,
    GENERAL,
    KINDS,
    NOT_OAUTH,
    WORDS,
    Said,
    hints_for_rejected_token,
    hints_for_token,
)
from check_smtp_auth.observation import Failure, Kind, Stage, TokenFacts
from check_smtp_auth.tokens.access import told
from check_smtp_auth.tokens.answers import read
from check_smtp_auth.tokens.client import ALIASES, LIMITING_CODES, TokenUnavailable


def facts(provider: str = "", grant: str = "client-credentials", **said: Any) -> TokenFacts:
    """What is known of a client and of its endpoint's answer."""
    return TokenFacts(provider, grant).replace(**said)


def hints_for_answer(
    status: int, fields: dict[str, object] | bytes, provider: str, grant: str, ahead: float = 0.0
) -> tuple[str, ...]:
    """What helps where an endpoint answered in this way."""
    body = fields if isinstance(fields, bytes) else json.dumps(fields).encode()
    with pytest.raises(TokenUnavailable) as caught:
        read(status, body)
    caught.value.ahead = ahead
    failure = Failure(Stage.TOKEN, caught.value.kind, caught.value.detail)
    return hints_for_token(failure, told(facts(provider, grant), caught.value))


def hint(words: str, grant: str = "refresh-token", provider: str = "", **more: object) -> str:
    """What helps where an endpoint said this: its error, a colon, and its words."""
    error, _, description = words.partition(": ")
    fields = {"error": error, "error_description": description, **more}
    (found,) = hints_for_answer(400, fields, provider, grant) or ("",)
    return found


# Words of real endpoints, without the names in them, and what must stand in the advice.
REAL = [
    (
        "invalid_client: AADSTS7000222: The provided client secret keys for app 'x' are expired.",
        "has expired. Create a new one",
    ),
    (
        "invalid_client: AADSTS7000215: Invalid client secret provided. Ensure the secret being "
        "sent in the request is the client secret value, not the client secret ID",
        "its ID was copied instead of its Value",
    ),
    (
        "unauthorized_client: AADSTS700016: Application with identifier 'x' was not found in the "
        "directory 'y'.",
        "not in this tenant",
    ),
    (
        "invalid_client: AADSTS700027: The certificate with identifier used to sign the client "
        "assertion is not registered on application.",
        "uploaded to the App registration",
    ),
    (
        "unauthorized_client: AADSTS7000112: Application 'x' is disabled.",
        "The application is disabled",
    ),
    ("invalid_request: AADSTS90002: Tenant 'x' not found.", "no such tenant"),
    (
        "invalid_request: AADSTS900023: Specified tenant identifier 'x' is neither a valid DNS "
        "name, nor a valid external domain.",
        "no such tenant",
    ),
    (
        "invalid_grant: AADSTS700082: The refresh token has expired due to inactivity.",
        "not used for too long",
    ),
    ("invalid_grant: AADSTS50173: The provided grant has expired", "password was changed"),
    ("invalid_grant: AADSTS50076: Due to a configuration change", "second factor is required"),
    ("interaction_required: AADSTS50079: Due to a configuration", "set up a second factor"),
    ("invalid_grant: AADSTS53003: Access has been blocked by", "Conditional Access policy"),
    ("invalid_grant: AADSTS50034: The user account x does not exist", "user does not exist"),
    ("invalid_grant: AADSTS50053: The account is locked", "account is locked"),
    ("invalid_grant: AADSTS65001: The user or administrator has not", "Consent is missing"),
    (
        "invalid_grant: AADSTS70000: The request was denied because one or more scopes requested "
        "are unauthorized or expired.",
        "not granted this scope",
    ),
    ("invalid_request: AADSTS9002313: Invalid request. Request is malformed", "is incomplete"),
    (
        "invalid_request: AADSTS9002327: Tokens issued for the 'Single-Page Application' "
        "client-type may only be redeemed via cross-origin requests.",
        "single-page application",
    ),
    (
        "invalid_client: AADSTS1000502: The provided certificate is not within its specified "
        "validity period.",
        "client certificate has expired",
    ),
    (
        "invalid_grant: AADSTS500133: Assertion is not within its valid time range.",
        "clock is wrong",
    ),
    (
        "invalid_client: AADSTS7000218: The request body must contain the following parameter: "
        "'client_assertion' or 'client_secret'.",
        "not a public client",
    ),
    (
        "invalid_client: AADSTS7000216: 'client_assertion', 'client_secret' or 'request' is "
        "required for the 'client_credentials' grant type.",
        "not a public client",
    ),
    (
        "invalid_grant: AADSTS530003: Your device is required to be managed to access this",
        "Conditional Access policy",
    ),
    (
        "invalid_grant: AADSTS53009: Application needs to enforce Intune protection policies.",
        "Conditional Access policy",
    ),
    (
        "Access Denied: You have made too many requests continuously.",
        "will not be asked again for 15 minutes",
    ),
    ("slow_down: x", "will not be asked again for 15 minutes"),
    (
        "INVALID_REFRESH_TOKEN: Failed to decode/encode refresh token",
        "does not belong to this client",
    ),
    ("invalid_code: ", "the wrong region"),
    ("invalid_client_secret: ", "the wrong region"),
    ("invalid_scope: AADSTS70011: The provided value for the input", ".default"),
    ("invalid_grant: AADSTS50055: The password is expired.", "password has expired"),
    ("invalid_grant: AADSTS50057: The user account is disabled.", "disabled in Entra"),
    ("invalid_grant: AADSTS50133: The session is not valid due to", "password was changed"),
    ("invalid_client: AADSTS700024: Client assertion is not within its valid", "clock is wrong"),
    ("invalid_request: AADSTS50194: Application 'x' is not configured as a", "one tenant only"),
    ("invalid_grant: AADSTS50105: The signed in user is not assigned to a role", "not assigned"),
    ("temporarily_unavailable: AADSTS90033: A transient error has occurred", "next check"),
    ("invalid_grant: Token has been expired or revoked.", "changes the password"),
    ("invalid_grant: Token has been expired or revoked.", "is Testing"),
    ("invalid_grant: reauth related error (invalid_rapt)", "session control"),
    ("invalid_grant: Invalid JWT Signature.", "create a new one"),
    (
        "invalid_grant: Invalid JWT: Token must be a short-lived token (60 minutes) and in a "
        "reasonable timeframe. Check your iat and exp values in the JWT claim.",
        "clock is wrong",
    ),
    ("invalid_grant: Invalid email or User ID", "no such mailbox"),
    ("invalid_grant: Not a valid email or user ID.", "no such mailbox"),
    ('invalid_request: Invalid impersonation "sub" field: x', "no such mailbox"),
    ("invalid_grant: Robot is disabled.", "deleted or disabled"),
    ("invalid_grant: Invalid grant: account not found", "deleted or disabled"),
    (
        "unauthorized_client: Client is unauthorized to retrieve access tokens using this method, "
        "or client not authorized for any of the scopes requested.",
        "Domain-wide delegation is missing",
    ),
    ("unauthorized_client: Unauthorized client or scope in request.", "Domain-wide delegation"),
    ("unauthorized_client: Unauthorized", "does not belong to this client"),
    ("invalid_client: The OAuth client was not found.", "deleted or disabled"),
    ("invalid_client: The provided client secret is invalid.", "client secret is wrong"),
    ("disabled_client: x", "deleted or disabled"),
    ("deleted_client: The OAuth client was deleted.", "deleted or disabled"),
    ("admin_policy_enforced: x", "trust the application"),
    ("org_internal: x", "of its own organisation only"),
    ("access_denied: Account restricted", "has restricted the account"),
    ("invalid_grant: Session not active", "offline_access"),
    ("invalid_grant: Offline user session not found", "session behind"),
    ("invalid_grant: Session doesn't have required client", "session behind"),
    ("invalid_grant: Token is not active", "offline_access"),
    ("invalid_grant: Stale token", "already used"),
    ("invalid_grant: Maximum allowed refresh token reuse exceeded", "already used"),
    ("invalid_grant: Invalid refresh token", "another realm"),
    ("invalid_grant: Account disabled", "disabled at the provider"),
    ("unauthorized_client: Invalid client secret", "client secret is wrong"),
    ("unauthorized_client: Client not enabled to retrieve service account", "this grant"),
    ("invalid_grant: The refresh token is invalid or expired.", "was already used"),
    ("invalid_grant: Unknown or invalid refresh token.", "was already used"),
    ("unauthorized_client: Grant type 'client_credentials' not allowed", "this grant"),
    ("invalid_client: The client secret supplied for a confidential client is", "secret is wrong"),
]


@pytest.mark.parametrize(("words", "advice"), REAL)
@pytest.mark.parametrize("change", [str, str.upper])
def test_words_of_real_endpoints(words: str, advice: str, change: Callable[[str], str]) -> None:
    """What the endpoints of mail providers say leads to advice for that case, in capitals too."""
    error, _, description = words.partition(": ")
    assert advice in hint(f"{error}: {change(description)}")


TEMPTING = "Clock, iat, NBF, rate limit, slow_down, expired or revoked: account not found"


@pytest.mark.parametrize("code", sorted(BY_CODE))
def test_numbers_decide(code: int) -> None:
    """Each number has its advice: alone, in the list, and whatever names stand in the words."""
    for words in ("", f"AADSTS{code}: x", f"AADSTS{code}: Application '{TEMPTING}' failed"):
        found = hint(f"invalid_grant: {words}", error_codes=[code])
        assert found == (BY_CODE[code]), words
        if words:
            assert hint(f"invalid_grant: {words}") == found


def test_each_number_has_one_advice() -> None:
    """No number stands twice, and none of those that limit us has other advice than to wait."""
    numbers = [code for codes in ENTRA.values() for code in codes]
    assert sorted(set(numbers)) == sorted(numbers)
    assert not set(numbers) & set(LIMITING_CODES)
    for code in LIMITING_CODES:
        assert "will not be asked again for 15 minutes" in hint(
            "invalid_request: x", error_codes=[code]
        )


@pytest.mark.parametrize("row", WORDS, ids=lambda row: str(row.begins[0]))
def test_each_row_is_reached(row: Said) -> None:
    """No row stands behind another that takes what it is for."""
    grant = row.grant or "client-credentials"
    for words in row.begins:
        error = (*row.errors, "x")[0]
        assert hint(f"{error}: {words} and more", grant, row.provider) == row.hint


@pytest.mark.parametrize("row", WORDS, ids=lambda row: str(row.begins[0]))
def test_what_is_quoted_decides_nothing(row: Said) -> None:
    """Words of an endpoint that merely quotes what another one says are not taken for its own."""
    for words in row.begins:
        assert (
            hint(f"invalid_scope: no '{words}' here", row.grant or "x")
            == (GENERAL["invalid_scope"])
        )


@pytest.mark.parametrize("row", WORDS, ids=lambda row: str(row.begins[0]))
def test_who_has_numbers_has_no_words(row: Said) -> None:
    """Where an endpoint gives a number, known or not, its words decide nothing."""
    error = (*row.errors, "invalid_scope")[0]
    found = hint(f"{error}: {row.begins[0]}", row.grant, row.provider, error_codes=[99_999_999])
    assert found == GENERAL.get(error, "")


@pytest.mark.parametrize("subtype", ["invalid_rapt", "rapt_required"])
def test_googles_session_control(subtype: str) -> None:
    """Google's session control is told by its field, whatever the words."""
    assert "session control" in hint("invalid_grant: Bad Request", error_subtype=subtype)


def test_googles_words_by_grant() -> None:
    """Whose account was deleted, and what a bad request was, is told by grant and provider."""
    deleted = "invalid_grant: Account has been deleted"
    assert "mailbox's Google account" in hint(deleted)
    assert "that subject names" in hint(deleted, "service-account")
    bad = "invalid_grant: Bad Request"
    assert "Google no longer knows the refresh token" in hint(bad, "refresh-token", "google")
    assert "changes the password" in hint(bad, "refresh-token", "google")
    assert hint(bad) == hint(bad, "client-credentials", "google") == GENERAL["invalid_grant"]


@pytest.mark.parametrize("error", GENERAL)
def test_errors_of_unknown_endpoints(error: str) -> None:
    """Where the words are not known, the error itself gives the advice."""
    for words in ("something new", "AADSTS12345678: something new"):
        assert hint(f"{error}: {words}") == GENERAL[error]
        assert hint(f"{error.upper()}: {words}") == GENERAL[error]


@pytest.mark.parametrize("error", ALIASES)
def test_others_names_for_errors(error: str) -> None:
    """An error by another name has advice too."""
    assert hint(f"{error}: x") == GENERAL.get(error, GENERAL[ALIASES[error]])


def test_a_number_within_a_number() -> None:
    """AADSTS70001 is not seen in AADSTS7000199."""
    assert hint("invalid_client: AADSTS7000199: x") == GENERAL["invalid_client"]


@pytest.mark.parametrize(
    ("ahead", "words"),
    [
        (301.0, "This host's clock is 5 minutes ahead of the endpoint's"),
        (-720.0, "This host's clock is 12 minutes behind the endpoint's"),
        (7_300.0, "This host's clock is 2 hours ahead of the endpoint's"),
        (-3_700.0, "This host's clock is 62 minutes behind the endpoint's"),
        (-1.7e9, "This host's clock is 19676 days behind the endpoint's"),
    ],
)
@pytest.mark.parametrize(
    "refusal",
    [
        {"error": "invalid_grant", "error_description": "Invalid JWT: Token must be a short-lived"},
        {"error": "invalid_client", "error_codes": [700024]},
        {"error": "invalid_grant", "error_description": "Token is not active"},
        {"error": "something_new"},
    ],
)
def test_clocks_that_differ(refusal: dict[str, object], ahead: float, words: str) -> None:
    """Where the clocks differ by more than five minutes it is told by how much, and what to do."""
    told = hints_for_answer(400, refusal, "", "service-account", ahead)[-1]
    assert told.startswith(words)
    assert "correct it (timedatectl)" in told


@pytest.mark.parametrize("ahead", [0.0, 300.0, -300.0])
def test_clocks_that_agree(ahead: float) -> None:
    """A few minutes are nothing to tell of."""
    (told,) = hints_for_answer(400, {"error": "invalid_grant"}, "", "service-account", ahead)
    assert "clock is 5" not in told


@pytest.mark.parametrize("kind", KINDS)
def test_trouble_on_the_way(kind: str) -> None:
    """Trouble on the way is not blamed on the client, whatever the words contain."""
    failure = Failure(Stage.TOKEN, kind, "AADSTS7000222")
    assert hints_for_token(failure, facts(codes=(7000222,))) == (KINDS[kind],)


@pytest.mark.parametrize(("status", "body"), [(503, b"<html>"), (500, b"{}")])
def test_an_endpoint_in_trouble(status: int, body: bytes) -> None:
    """A busy or broken endpoint is waited for."""
    assert hints_for_answer(status, body, "", "refresh-token") == (BUSY,)


def test_what_is_no_endpoint() -> None:
    """An answer that is no OAuth leads to the address of the endpoint."""
    assert hints_for_answer(200, b"<html>", "", "refresh-token") == (NOT_OAUTH,)


def test_a_token_that_is_too_long() -> None:
    """A token that could not be kept is not blamed on the endpoint's address."""
    token = {"access_token": "a" * 32_001}
    (found,) = hints_for_answer(200, token, "microsoft365", "client-credentials")
    assert "fewer groups" in found


def test_nothing_is_invented() -> None:
    """Where nothing is known, and while the guard holds back, nothing is said."""
    assert hint("odd_error: odd") == ""
    held = Failure(Stage.TOKEN, Kind.HELD, "the token endpoint was not asked")
    assert hints_for_token(held, facts()) == ()


def test_microsofts_traps() -> None:
    """A token that the mail server refuses leads to Microsoft's well-known traps."""
    text = " ".join(hints_for_rejected_token(facts("microsoft365")))
    for words in ("SMTP.SendAsApp", "Enterprise application", "FullAccess", "SMTP AUTH must be on"):
        assert words in text
    text = " ".join(hints_for_rejected_token(facts("microsoft365", "refresh-token")))
    assert "SMTP.Send;" in text
    assert "New-ServicePrincipal" not in text


def test_others_traps() -> None:
    """Google and others have traps of their own."""
    assert "subject" in hints_for_rejected_token(facts("google", "service-account"))[0]
    assert "consented" in hints_for_rejected_token(facts("google", "refresh-token"))[0]
    assert "scope" in hints_for_rejected_token(facts())[0]
