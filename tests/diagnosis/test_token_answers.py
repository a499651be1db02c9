"""What helps where a token endpoint refuses: each row of the table, and the order of them."""

from __future__ import annotations

import pytest

from check_smtp_auth.diagnosis.token_answers import (
    BUSY,
    GENERAL,
    KINDS,
    NOT_OAUTH,
    ROWS,
    Row,
    hints_for_rejected_token,
    hints_for_token,
)
from check_smtp_auth.observation import Failure, Kind, Stage, TokenFacts
from check_smtp_auth.tokens.answers import read
from check_smtp_auth.tokens.client import TokenUnavailable


def facts(
    provider: str = "", grant: str = "client-credentials", error: str = "", status: int = 0
) -> TokenFacts:
    """What is known of a client and of its endpoint's answer."""
    return TokenFacts(provider, grant, error, status)


def hint(words: str, error: str = "", status: int = 400, kind: str = Kind.TOKEN_REFUSED) -> str:
    """What helps where an endpoint said this; "" where nothing is known."""
    failure = Failure(Stage.TOKEN, kind, words)
    hints = hints_for_token(failure, facts(error=error, status=status))
    assert len(hints) <= 1
    return "".join(hints)


def hint_for_answer(status: int, body: bytes) -> str:
    """What helps where an endpoint answered in this way."""
    with pytest.raises(TokenUnavailable) as caught:
        read(status, body)
    said = caught.value
    return hint(said.detail, said.error, said.status, said.kind)


# Words of real endpoints, without the names in them, and what must stand in the advice.
REAL = [
    (
        "invalid_client: AADSTS7000222: The provided client secret keys for app 'x' are expired.",
        "has expired. Make a new one",
    ),
    (
        "invalid_client: AADSTS7000215: Invalid client secret provided. Ensure the secret being "
        "sent in the request is the client secret value, not the client secret ID",
        "its ID was copied in place of its Value",
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
    ("invalid_grant: AADSTS50076: Due to a configuration change", "second factor is demanded"),
    ("interaction_required: AADSTS50079: Due to a configuration", "second factor is demanded"),
    ("invalid_grant: AADSTS53003: Access has been blocked by", "Conditional Access policy"),
    ("invalid_grant: AADSTS50034: The user account x does not exist", "user does not exist"),
    ("invalid_grant: AADSTS50053: The account is locked", "account is locked"),
    ("invalid_grant: AADSTS65001: The user or administrator has not", "Consent is missing"),
    (
        "invalid_grant: AADSTS70000: The request was denied because one or more scopes requested "
        "are unauthorized or expired.",
        "not granted this scope",
    ),
    ("invalid_request: AADSTS9002313: Invalid request. Request is malformed", "not whole"),
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
        "no public client",
    ),
    ("access_denied: You have made too many requests continuously.", "Too many tokens"),
    ("INVALID_REFRESH_TOKEN: Invalid refresh token", "not one of this client's"),
    ("invalid_scope: AADSTS70011: The provided value for the input", ".default"),
    ("invalid_grant: Token has been expired or revoked.", "is Testing"),
    ("invalid_grant: Bad Request (invalid_rapt)", "session control"),
    ("invalid_grant: Invalid JWT Signature.", "make a new one"),
    (
        "invalid_grant: Invalid JWT: Token must be a short-lived token (60 minutes) and in a "
        "reasonable timeframe. Check your iat and exp values in the JWT claim.",
        "clock is wrong",
    ),
    ("invalid_grant: Invalid email or User ID", "no such mailbox"),
    (
        "unauthorized_client: Client is unauthorized to retrieve access tokens using this method, "
        "or client not authorized for any of the scopes requested.",
        "Domain-wide delegation is missing",
    ),
    ("invalid_client: The OAuth client was not found.", "deleted or disabled"),
    ("admin_policy_enforced: x", "trust the application"),
]


@pytest.mark.parametrize(("words", "advice"), REAL)
def test_words_of_real_endpoints(words: str, advice: str) -> None:
    """What Microsoft and Google say leads to advice for that case."""
    assert advice in hint(words, words.partition(":")[0])


@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row.marks[0]))
def test_each_row_is_reached(row: Row) -> None:
    """No row stands behind another that takes what it is for."""
    for mark in row.marks:
        words = f"x: AADSTS{mark}: y" if isinstance(mark, int) else f"x: {mark} y"
        assert hint(words, "x") == row.hint


@pytest.mark.parametrize("error", GENERAL)
def test_errors_of_unknown_endpoints(error: str) -> None:
    """Where the words are not known, OAuth's own error gives the advice."""
    assert hint(f"{error}: something new", error) == GENERAL[error]
    assert hint(f"{error}: AADSTS12345678: something new", error) == GENERAL[error]


def test_a_number_within_a_number() -> None:
    """AADSTS70001 is not seen in AADSTS7000199."""
    assert hint("invalid_client: AADSTS7000199: x", "invalid_client") == GENERAL["invalid_client"]


@pytest.mark.parametrize("kind", KINDS)
def test_trouble_on_the_way(kind: str) -> None:
    """Trouble on the way is not blamed on the client, whatever the words contain."""
    assert hint("AADSTS7000222", kind=kind) == KINDS[kind]


@pytest.mark.parametrize(("status", "body"), [(503, b"<html>"), (429, b""), (500, b"{}")])
def test_an_endpoint_in_trouble(status: int, body: bytes) -> None:
    """A busy or broken endpoint is waited for."""
    assert hint_for_answer(status, body) == BUSY


def test_what_is_no_endpoint() -> None:
    """An answer that is no OAuth leads to the address of the endpoint."""
    assert hint_for_answer(200, b"<html>") == NOT_OAUTH


def test_nothing_is_invented() -> None:
    """Where nothing is known, and while the guard holds back, nothing is said."""
    assert hint("odd_error: odd", "odd_error") == ""
    assert hint("the token endpoint was not asked", kind=Kind.HELD, status=0) == ""


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
