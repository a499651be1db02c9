"""The generic reader of JSON, and Mattermost's config.json."""

from __future__ import annotations

import json

import pytest
from fakes.memory import facts, logins, secret_of
from hypothesis import given, settings
from hypothesis import strategies as st
from properties import PROPERTY

from check_smtp_auth.accounts import Misconfigured
from check_smtp_auth.configs.reading import Found

PATH = "/opt/app/config.json"
KEYS = {"host": "smtp.0.host", "port": "smtp.0.port", "user": "smtp.0.user"}
KEYS["password"] = "smtp.0.password"


def read(text: str) -> Found:
    """What is read of a file."""
    (found,) = logins("json", PATH, {PATH: text}, keys=KEYS, printed=str)
    return found


def mattermost(**settings: object) -> Found:
    """What is read of Mattermost's settings."""
    usual = {
        "EnableSMTPAuth": True,
        "SMTPServer": "mail.example.test",
        "SMTPPort": "587",
        "SMTPUsername": "mm@example.test",
        "SMTPPassword": "p#w",
        "ConnectionSecurity": "STARTTLS",
        "FeedbackEmail": "noreply@example.test",
    }
    text = json.dumps({"EmailSettings": {**usual, **settings}}, indent=4)
    (found,) = logins("mattermost", PATH, {PATH: text}, printed=str)
    return found


@settings(PROPERTY, max_examples=100)
@given(st.text(st.characters(blacklist_categories=("Cs",)), min_size=1), st.booleans())
def test_any_password_that_is_written_comes_back(password: str, ascii_only: bool) -> None:
    """Whatever characters a password has, escaped or not."""
    value = {"smtp": [{"host": "h", "user": "u", "password": password}]}
    assert secret_of(read(json.dumps(value, ensure_ascii=ascii_only))) == password


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("123", "123"),
        ("1e5", "1e5"),
        ("1.50", "1.50"),
        ("-0", "-0"),
        ("true", "true"),
        ("null", ""),
        ('"\\u00e9\\n\\"\\\\"', 'é\n"\\'),
        ('"x", "password": "last"', "last"),
        ('"${X} $(id) {{x}}"', "${X} $(id) {{x}}"),
    ],
)
def test_each_value_is_the_text_that_stands_there(value: str, expected: str) -> None:
    """Numbers stay as they are written; of equal keys the last counts, as in Go and Node."""
    text = f'{{"smtp": [{{"host": "h", "port": 25, "user": "u", "password": {value}}}]}}'
    assert facts(read(text)) == ("h", 25, None, "u", expected)


@pytest.mark.parametrize(
    "text",
    [
        '{"smtp": [{"host": "h", "password": "s3cr3t}',
        "{'smtp': s3cr3t}",
        '{"smtp": [{"host": "h", "password": ["s3cr3t"]}]}',
        '{\n"smtp": [{"host": "h", "port": "s3cr3t"}]}',
        "[" * 100_000,
        "[" * 900 + "]" * 900,
        '{"a":' * 100_000,
        "",
        "null",
        '{"smtp": {"s3cr3t": 1}} trailing',
    ],
)
def test_what_is_wrong_is_told_without_what_stands_there(text: str) -> None:
    """The error names the file, never a piece of it."""
    with pytest.raises(Misconfigured, match=f"^{PATH}") as caught:
        read(text)
    assert "s3cr3t" not in str(caught.value)


def test_a_value_that_is_none_is_told_with_its_line() -> None:
    """A port that is none is told where it stands."""
    with pytest.raises(Misconfigured, match=f"^{PATH}:2: "):
        read('{"smtp": [{"host": "h",\n"port": "x"}]}')


def test_half_a_character_does_not_end_the_check() -> None:
    """An escape that is half a pair is no traceback."""
    assert secret_of(read('{"smtp": [{"host": "h", "password": "\\ud800x"}]}')) == "?x"


@pytest.mark.parametrize(
    ("security", "tls"),
    [("", "none"), ("PLAIN", "none"), ("TLS", "implicit"), ("STARTTLS", "starttls")],
)
def test_mattermost(security: str, tls: str) -> None:
    """Server, TLS, user, password and sender are as Mattermost is configured."""
    found = mattermost(ConnectionSecurity=security)
    assert facts(found) == ("mail.example.test", 587, tls, "mm@example.test", "p#w")
    assert found.sender == "noreply@example.test"
    assert found.notices == ()


def test_mattermost_that_does_not_log_in() -> None:
    """The key that switches the login off is named."""
    with pytest.raises(Misconfigured, match="EnableSMTPAuth"):
        mattermost(EnableSMTPAuth=False)


def test_mattermost_logs_in_by_default_where_it_uses_tls() -> None:
    """Without EnableSMTPAuth it logs in, but where it uses no TLS; that is told by the key."""
    text = '{"EmailSettings": {"SMTPServer": "h", "SMTPUsername": "u", "SMTPPassword": "p"%s}}'
    secure = text % ', "ConnectionSecurity": "TLS"'
    (found,) = logins("mattermost", PATH, {PATH: secure}, printed=str)
    assert facts(found) == ("h", 10025, "implicit", "u", "p")
    with pytest.raises(Misconfigured, match="EnableSMTPAuth is missing, and without TLS"):
        logins("mattermost", PATH, {PATH: text % ""}, printed=str)


def test_mattermost_whose_service_has_variables() -> None:
    """What mattermost.env beside it sets of these settings is told, and not its values."""
    text = '{"EmailSettings": {"SMTPServer": "h", "EnableSMTPAuth": true}}'
    service = "MM_EMAILSETTINGS_SMTPPASSWORD='s3cr3t'\nMM_SERVICESETTINGS_SITEURL=x\n"
    place = f"{PATH.rpartition('/')[0]}/mattermost.env"
    (found,) = logins("mattermost", PATH, {PATH: text, place: service}, printed=str)
    assert f"{place} sets MM_EMAILSETTINGS_SMTPPASSWORD, which" in " ".join(found.notices)
    assert "s3cr3t" not in " ".join(found.notices)
    more = {PATH: '{"smtp": [{"host": "h"}]}', place: service}
    (found,) = logins("json", PATH, more, keys=KEYS, printed=str)
    assert not found.notices


def test_mattermost_that_does_not_verify() -> None:
    """It is verified all the same, and told."""
    (notice,) = mattermost(SkipServerCertificateVerification=True).notices
    assert "SkipServerCertificateVerification" in notice
