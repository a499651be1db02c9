"""A way of logging in that its provider has announced to end: told, and judged on request."""

from __future__ import annotations

from typing import Any

import pytest
from fakes import outcomes
from fakes.outcomes import ACCOUNT

from check_smtp_auth.accounts import Account, Policy
from check_smtp_auth.diagnosis import Verdict

MICROSOFT = ACCOUNT.replace(host="smtp.office365.com", tls_name="smtp.office365.com")
WORDS = "end of December 2026"


def verdict(account: Account = MICROSOFT, policy: Policy | None = None, **seen: Any) -> Verdict:
    """The judgement on an accepted login."""
    return outcomes.accepted(policy, account, **seen).verdict


@pytest.mark.parametrize("mechanism", ["PLAIN", "LOGIN", "CRAM-MD5", "SCRAM-SHA-256"])
@pytest.mark.parametrize(
    "host", ["smtp.office365.com", "SMTP.office365.com", "smtp-legacy.office365.com"]
)
def test_a_password_at_microsofts(mechanism: str, host: str) -> None:
    """A login with a password at Microsoft's is OK, and told when that ends and what to do."""
    found = verdict(MICROSOFT.replace(host=host, tls_name=host), mechanism=mechanism)
    assert (found.slug, found.state) == ("authenticated", "OK")
    assert found.also == ("basic-auth-retiring",)
    (notice,) = (each for each in found.notices if WORDS in each)
    assert "OAuth" in notice
    assert WORDS not in found.summary


def test_a_host_given_by_its_address() -> None:
    """A monitor that gives the address, and the name by --tls-name, is told as well."""
    found = verdict(ACCOUNT.replace(host="192.0.2.1", tls_name="smtp.office365.com"))
    assert found.also == ("basic-auth-retiring",)


def test_it_can_be_made_the_diagnosis() -> None:
    """--state basic-auth-retiring=WARNING makes a warning of it, with the date on its line."""
    found = verdict(policy=Policy(states={"basic-auth-retiring": "WARNING"}))
    assert (found.slug, found.state) == ("basic-auth-retiring", "WARNING")
    assert WORDS in found.summary
    assert found.also == ()


OTHERS = {
    "a token": (MICROSOFT, "XOAUTH2"),
    "another token": (MICROSOFT, "OAUTHBEARER"),
    "a certificate": (MICROSOFT, "EXTERNAL"),
    "another provider": (ACCOUNT, "PLAIN"),
    "a name that ends alike": (ACCOUNT.replace(tls_name="notsmtp.office365.com"), "PLAIN"),
    "a name below": (ACCOUNT.replace(tls_name="smtp.office365.com.example.test"), "PLAIN"),
}


@pytest.mark.parametrize("case", OTHERS)
def test_nothing_is_said_to_others(case: str) -> None:
    """Who logs in with a token, or elsewhere, hears nothing of it."""
    account, mechanism = OTHERS[case]
    found = verdict(account, mechanism=mechanism)
    assert found.also == ()
    assert not any(WORDS in each for each in found.notices)


def test_nothing_is_said_of_a_refused_login() -> None:
    """A login that is refused has another trouble."""
    found = outcomes.refused(account=MICROSOFT).verdict
    assert found.slug == "credentials-rejected"
    assert found.also == ()
    assert not any(WORDS in each for each in found.notices)
