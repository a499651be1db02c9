"""What is said to a person who signed in in vain: each reason has its remedy."""

from __future__ import annotations

from typing import Any

import pytest

from check_smtp_auth.diagnosis.sign_in import help_to_sign_in
from check_smtp_auth.observation import Failure, Kind, Stage, TokenFacts
from check_smtp_auth.tokens.access import told
from check_smtp_auth.tokens.answers import refusal
from check_smtp_auth.tokens.client import TokenUnavailable
from check_smtp_auth.tokens.consent import NO_REFRESH_TOKEN, OTHER_SCOPE, expired


def helps(problem: TokenUnavailable, provider: str = "", by_device: bool = True) -> str:
    """What helps with a problem."""
    facts = told(TokenFacts(provider, "refresh-token"), problem)
    return help_to_sign_in(Failure(Stage.TOKEN, problem.kind, problem.detail), facts, by_device)


def said(words: str, status: int = 400, **more: Any) -> TokenUnavailable:
    """What an endpoint says: its error, a colon, and its words."""
    error, _, description = words.partition(": ")
    return refusal(status, {"error": error, "error_description": description, **more})


# Words of real endpoints, by device code, and what must stand in the advice.
BY_DEVICE = [
    ("access_denied: The resource owner denied the request", "accept"),
    ("authorization_declined: AADSTS70016: The end-user declined", "accept"),
    ("consent_declined: AADSTS65004: User declined to consent to access the app.", "accept"),
    ("expired_token", "within the time"),
    ("expired_token: AADSTS70020: The provided value for the input parameter", "within the time"),
    ("code_expired: AADSTS70019: Verification code expired.", "within the time"),
    ("bad_verification_code: AADSTS70018: Bad verification code", "within the time"),
    (
        "invalid_client: AADSTS7000218: The request body must contain the following parameter: "
        "'client_assertion' or 'client_secret'.",
        "set Allow public client flows to Yes",
    ),
    (
        "invalid_grant: AADSTS53003: Access has been blocked by Conditional Access policies.",
        "--authorize=browser",
    ),
    ("interaction_required: AADSTS53003: Access has been blocked by", "--authorize=browser"),
    ("invalid_grant: AADSTS50097: Device authentication is required", "--authorize=browser"),
    ("invalid_scope: Invalid device flow scope: https://mail.google.com/", "--authorize=browser"),
    (
        "unauthorized_client: Client is not allowed to initiate OAuth 2.0 Device Authorization",
        "--authorize=browser",
    ),
    ("unsupported_grant_type: Unsupported grant_type", "--authorize=browser"),
    ("unauthorized_client: AADSTS700016: Application with identifier 'x' was", "Compare client-id"),
    ("invalid_request: client_secret is missing.", "client-secret-file"),
    ("invalid_grant: AADSTS50076: Due to a configuration change", "second factor"),
]


@pytest.mark.parametrize(("words", "advice"), BY_DEVICE, ids=lambda text: text[:40])
def test_each_refusal_says_what_to_do(words: str, advice: str) -> None:
    """A person reads what to do next, and not only that it failed."""
    assert advice in helps(said(words))


BY_BROWSER = [
    ("access_denied: AADSTS65004: User declined to consent to access the app.", "accept"),
    ("access_denied: AADSTS53003: Access has been blocked by", "sign-in log in Entra names"),
    ("invalid_grant: Malformed auth code.", "all of it"),
    ("invalid_grant: Bad Request", "all of it"),
    ("invalid_grant: AADSTS54005: OAuth2 Authorization code was already redeemed", "run it again"),
    ("invalid_grant: AADSTS70008: The provided authorization code has expired", "run it again"),
    ("admin_policy_enforced: Access blocked", "Admin console"),
    ("org_internal: x", "Internal"),
    ("server_error: x", "the next check asks it again"),
]


@pytest.mark.parametrize(("words", "advice"), BY_BROWSER, ids=lambda text: text[:40])
def test_a_browser_has_remedies_of_its_own(words: str, advice: str) -> None:
    """Who came by a browser is not sent there again."""
    found = helps(said(words), "google" if "AADSTS" not in words else "microsoft365", False)
    assert advice in found
    assert "--authorize=browser" not in found


@pytest.mark.parametrize(
    ("subtype", "provider", "advice"),
    [
        (NO_REFRESH_TOKEN, "microsoft365", "offline_access"),
        (NO_REFRESH_TOKEN, "google", "https://myaccount.google.com/connections"),
        (NO_REFRESH_TOKEN, "", "offline_access"),
        (OTHER_SCOPE, "microsoft365", "SMTP.Send"),
        (OTHER_SCOPE, "google", "https://mail.google.com/"),
        (OTHER_SCOPE, "", "compare scope"),
    ],
)
def test_what_is_missing_in_the_answer(subtype: str, provider: str, advice: str) -> None:
    """What the provider left out, it leaves out for a reason."""
    problem = TokenUnavailable(Kind.TOKEN_ANSWER, "x", status=200, subtype=subtype)
    assert advice in helps(problem, provider)


def test_who_was_late_and_who_has_trouble() -> None:
    """What is over is run again, at once or later; where the way there is barred, that is said."""
    assert "Run it again" in helps(expired())
    assert "later" in helps(said("x", 503))
    assert "later" in helps(said("x", 429))
    assert "curl" in helps(TokenUnavailable(Kind.UNREACHABLE, "x"))


def test_a_number_that_nobody_knows() -> None:
    """Nothing is made up where Entra's own words have to do."""
    assert helps(said("invalid_grant: AADSTS999999: New.")) == ""


def test_the_advice_can_be_shown() -> None:
    """All advice passes the output as it is."""
    from check_smtp_auth.diagnosis import sign_in
    from check_smtp_auth.printable import clean

    tables = (sign_in.CODES, sign_in.DEVICE_CODES, sign_in.ERRORS, sign_in.DEVICE_ERRORS)
    for table in (*tables, sign_in.WORDS, sign_in.MISSING):
        for text in table.values():
            assert clean(text) == text
