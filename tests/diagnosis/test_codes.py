"""Constants, documents and numbers that stand in the place of a sentence."""

from __future__ import annotations

import pytest

from check_smtp_auth.diagnosis.codes import spelled_out
from check_smtp_auth.diagnosis.reading import read
from check_smtp_auth.diagnosis.refusals import classify
from check_smtp_auth.smtp.reply import Reply


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("AccountLocked", "account locked"),
        ("ACCOUNTLOCKED", "account locked"),
        ("Error: smtpAuthDisabled", "error : . smtp auth disabled"),
        ("reason=AccountLocked", "reason account locked"),
        ("auth failed (PasswordExpired)", "auth failed . password expired ."),
        ("auth failed [PASSWORD_EXPIRED]", "auth failed . password expired ."),
        ("auth failed: account_locked", "auth failed : . account locked"),
        ("auth failed: account_locked here", "auth failed : . account_locked here"),
        ("login of accountlocked failed", "login of accountlocked failed"),
        ("accountlocked: no such user", "accountlocked : . no such user"),
        ("over_quota: authentication failed", "over_quota : . authentication failed"),
        ("accountLocked: contact support", "account locked : . contact support"),
        ("account_blocked - see our pages", "account blocked . see our pages"),
        ("login failed, PhoneAppDenied", "login failed , phone app denied"),
        ("deny reason=bad_password tries=3", "deny reason bad password tries ~"),
        ("name=AppPasswordRequired", "name app password required"),
        ("of toomanyconnections here", "of too many connections here"),
        ("smtp_enabled=0", ". smtp enabled missing"),
        ("postmaster", "postmaster"),
        ("Kontolocked", "kontolocked"),
        ("passwords", "passwords"),
    ],
)
def test_a_constant_is_read_by_its_words(text: str, said: str) -> None:
    """A constant that is a clause says what is wrong; elsewhere it may be anybody's name."""
    assert " ".join(read(text)) == said


def test_a_constant_that_is_our_own_name_is_a_name() -> None:
    """A user may be called as a constant is."""
    assert read("reason=accountlocked", frozenset({"accountlocked"}))[-1] == "accountlocked"
    assert read("failed: account_locked", frozenset({"account_locked"}))[-1] == "~"


@pytest.mark.parametrize(
    ("text", "diagnosis"),
    [
        ('{"error":"account_locked"}', "account-locked"),
        ('{"status": "SUSPENDED", "user": "quota"}', "account-locked"),
        ('401: {"errors":[{"code":9,"message":"Rate limit exceeded"}]} x', "rate-limited"),
        ('{"error":{"type":"auth","detail":"Password expired"}}', "password-expired"),
        ('{"accountLocked":true}', "account-locked"),
        ('{"user":"locked","host":"quota","expired":false}', "credentials-rejected"),
        ('{"error":"account_locked"', "credentials-rejected"),
        ("{account locked}", "account-locked"),
    ],
)
def test_json_tells_by_its_keys(text: str, diagnosis: str) -> None:
    """Of a JSON object what its keys call a message, a reason or a status is read, and no name."""
    assert classify("auth", Reply(535, (text,))) == diagnosis
    assert classify("auth", Reply(535, (text.upper(),))) == diagnosis


@pytest.mark.parametrize(
    "text", ['{"a":' + "[" * 9000 + "]" * 9000 + "}", '{"a":' * 990, '{"a":"' + "x" * 9000]
)
def test_json_that_nests_without_end_is_no_json(text: str) -> None:
    """What is made to break a parser is a text like any other."""
    assert spelled_out(text.lower())
    assert classify("auth", Reply(535, (text,))) == "credentials-rejected"


@pytest.mark.parametrize(
    ("number", "diagnosis"),
    [
        ("data 52e", "credentials-rejected"),
        ("data 525", "credentials-rejected"),
        ("data 530", "account-disabled"),
        ("data 531", "client-not-allowed"),
        ("data 532", "password-expired"),
        ("data 533", "account-disabled"),
        ("data 701", "account-disabled"),
        ("data 773", "password-expired"),
        ("data 775", "account-locked"),
    ],
)
def test_active_directory_tells_by_number(number: str, diagnosis: str) -> None:
    """LDAP calls all of these invalid credentials; Active Directory's number tells which it is."""
    text = (
        f"80090308: LdapErr: DSID-0C09044E, comment: AcceptSecurityContext error, {number}, v4563"
    )
    assert classify("auth", Reply(535, (text,))) == diagnosis


@pytest.mark.parametrize(
    ("code", "diagnosis"),
    [
        ("AADSTS50053", "account-locked"),
        ("AADSTS50055", "password-expired"),
        ("AADSTS50057", "account-disabled"),
        ("AADSTS50076", "app-password-required"),
        ("AADSTS50126", "credentials-rejected"),
        ("AADSTS53003", "client-not-allowed"),
    ],
)
def test_entra_id_tells_by_its_number(code: str, diagnosis: str) -> None:
    """Microsoft's sign-in service says in a number why it refused."""
    assert classify("auth", Reply(535, (f"5.7.139 Login unsuccessful, {code}",))) == diagnosis


@pytest.mark.parametrize(
    ("text", "diagnosis"),
    [
        ("[EXPIRED] no", "password-expired"),
        ("[PRIVACYREQUIRED] no", "encryption-required"),
        ("[LIMIT] no", "rate-limited"),
        ("[UNAVAILABLE] no", "temporary-failure"),
        ("[AUTHENTICATIONFAILED] no", "credentials-rejected"),
        ("login failed [expired]", "credentials-rejected"),
    ],
)
def test_a_response_code_of_imap_begins_a_text(text: str, diagnosis: str) -> None:
    """A server that speaks IMAP too may begin with its code; later on it may be a name."""
    assert classify("auth", Reply(535, (text,))) == diagnosis


def test_the_error_document_of_oauth_tells_of_the_token() -> None:
    """What RFC 7628 has a server answer names no reason; but it is the token's."""
    text = 'XOAUTH2: {"status":"400","schemes":"Bearer","scope":"https://mail.example.com/"}'
    assert classify("auth", Reply(535, (text,))) == "token-rejected"


@pytest.mark.parametrize(
    ("number", "diagnosis"),
    [
        ("0xC0000234", "account-locked"),
        ("0xC0000071", "password-expired"),
        ("0xC0000072", "account-disabled"),
        ("0x8009030C", "credentials-rejected"),
    ],
)
def test_windows_tells_by_its_status(number: str, diagnosis: str) -> None:
    """A status of Windows says why a logon failed."""
    assert classify("auth", Reply(535, (f"SSPI logon: {number}",))) == diagnosis
