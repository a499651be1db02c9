"""The [mailer] of Gitea and Forgejo, whose values are go-ini's (see test_goini)."""

from __future__ import annotations

import pytest
from fakes.memory import facts, logins, secret_of

from check_smtp_auth.accounts import Misconfigured
from check_smtp_auth.configs.reading import Found

PATH = "/etc/gitea/app.ini"
USUAL = {
    "ENABLED": "true",
    "PROTOCOL": "smtps",
    "SMTP_ADDR": "mail.example.com",
    "USER": "git@example.com",
    "PASSWD": "`p#w`",
}


def read(**changes: str | None) -> Found:
    """What is read of a file with these settings; None leaves one out."""
    settings = {**USUAL, **changes}
    lines = [f"{key} = {value}" for key, value in settings.items() if value is not None]
    text = "\n".join(["APP_NAME = x", "[mailer]", *lines, ""])
    files = {PATH: text, "/run/pw": " of the file \n"}
    (found,) = logins("gitea", PATH, files, printed=str)
    return found


def old(**changes: str | None) -> Found:
    """The same with the names of before 1.18."""
    return read(PROTOCOL=None, SMTP_ADDR=None, **changes)


def test_a_usual_file() -> None:
    """Server, TLS from the start at 465, user, password; the sender is the user."""
    found = read()
    assert facts(found) == ("mail.example.com", 465, "implicit", "git@example.com", "p#w")
    assert found.sender == "git@example.com"
    assert found.notices == ()


def test_what_is_no_server_is_told_first() -> None:
    """Where mail goes by sendmail, that is told, and no address is asked for."""
    with pytest.raises(Misconfigured, match="PROTOCOL is not SMTP over a network"):
        read(PROTOCOL="sendmail", SMTP_ADDR=None, USER=None)
    with pytest.raises(Misconfigured, match="ENABLED is not true: no mail is sent"):
        read(ENABLED="false", SMTP_ADDR=None, USER=None)


@pytest.mark.parametrize("value", ["#p", ";p w", "  # p"])
def test_a_password_that_begins_like_a_comment_is_told(value: str) -> None:
    """What is cut off from its first character on is told with what to do; a line without a value
    is not taken for it.
    """
    assert "PASSWD is empty, since # or ; starts a comment" in read(PASSWD=value).lacking
    for whole in ("", "`#p`", "p#w", None):
        assert not read(PASSWD=whole).lacking
    assert any("[mailer] PASSWD is only" in each for each in read(PASSWD="p#w").notices)
    assert not any("PASSWD" in each for each in read(PASSWD="p #w").notices)


@pytest.mark.parametrize(
    ("protocol", "port", "expected"),
    [
        ("smtp", None, (25, "none")),
        ("smtps", "2465", (2465, "implicit")),
        ("smtp+starttls", None, (587, "starttls")),
        ("smtp+startls", "25", (25, "starttls")),
        (None, "25", (25, "none")),
        (None, "465", (465, "implicit")),
        (None, "587", (587, "starttls")),
        (None, "2525", (2525, "implicit")),
        ("", "587", (587, "starttls")),
    ],
)
def test_protocol_and_port_tell_each_other(
    protocol: str | None, port: str | None, expected: tuple[int, str]
) -> None:
    """What is left out follows from the other."""
    found = read(PROTOCOL=protocol, SMTP_PORT=port)
    assert (found.port, found.tls) == expected
    assert any("STARTTLS" in notice for notice in found.notices) == (expected[1] == "starttls")


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"HOST": "old.example.com:465"}, ("old.example.com", 465, "implicit")),
        ({"HOST": "old.example.com:587"}, ("old.example.com", 587, "starttls")),
        ({"HOST": "h:25", "IS_TLS_ENABLED": "true"}, ("h", 25, "implicit")),
        ({"HOST": "h", "IS_TLS_ENABLED": "false"}, ("h", 587, "starttls")),
        ({"HOST": ":25"}, ("127.0.0.1", 25, "none")),
        ({"HOST": "[::1]:465"}, ("::1", 465, "implicit")),
    ],
)
def test_old_names_are_still_read(changes: dict[str, str], expected: tuple[str, int, str]) -> None:
    """HOST and IS_TLS_ENABLED of before 1.18."""
    found = old(**changes)
    assert (found.host, found.port, found.tls) == expected


@pytest.mark.parametrize(
    ("password", "expected"),
    [
        ('"""p#;w"""', "p#;w"),
        ("p;w", "p"),
        ("'p w'", "p w"),
        ("ends in\\", "ends in\\"),
        ("%(USER)s", "git@example.com"),
        ("$__env{X}${X}", "$__env{X}${X}"),
        ("`two\nlines`", "two\nlines"),
    ],
)
def test_what_becomes_of_a_password(password: str, expected: str) -> None:
    """Gitea continues no line, and expands no variables."""
    assert secret_of(read(PASSWD=password)) == expected


@pytest.mark.parametrize("uri", ["file:/run/pw", "file:///run/pw"])
def test_forgejo_reads_the_password_from_a_file(uri: str) -> None:
    """PASSWD_URI, trimmed."""
    assert secret_of(read(PASSWD=None, PASSWD_URI=uri)) == "of the file"


def test_sender_names_and_certificates() -> None:
    """ENVELOPE_FROM is over FROM, FROM over USER; the rest is taken over."""
    assert read(FROM='"Git" <g@example.com>').sender == '"Git" <g@example.com>'
    assert read(FROM="g@a.test", ENVELOPE_FROM="e@example.com").sender == "e@example.com"
    found = read(
        USE_CLIENT_CERT="true",
        CLIENT_CERT_FILE="/c.pem",
        CLIENT_KEY_FILE="/k.pem",
        HELO_HOSTNAME="me.test",
        FORCE_TRUST_SERVER_CERT="true",
    )
    assert (found.client_cert, found.client_key, found.hello) == ("/c.pem", "/k.pem", "me.test")
    assert any("FORCE_TRUST_SERVER_CERT" in notice for notice in found.notices)
    assert read(CLIENT_CERT_FILE="/c.pem", ENABLE_HELO="no", HELO_HOSTNAME="x").client_cert == ""


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"ENABLED": "false"}, "ENABLED"),
        ({"ENABLED": None}, "ENABLED"),
        ({"USER": None}, "USER"),
        ({"PROTOCOL": "sendmail"}, "PROTOCOL"),
        ({"PROTOCOL": "dummy"}, "PROTOCOL"),
        ({"PROTOCOL": "s3cr3t"}, "PROTOCOL"),
        ({"PROTOCOL": None, "MAILER_TYPE": "sendmail"}, "MAILER_TYPE"),
        ({"PROTOCOL": None}, "SMTP_PORT"),
        ({"SMTP_PORT": "s3cr3t"}, "SMTP_PORT"),
        ({"SMTP_ADDR": None}, "SMTP_ADDR"),
        ({"SMTP_ADDR": "/run/smtp.sock", "PROTOCOL": None}, "PROTOCOL"),
        ({"PASSWD_URI": "file:/run/pw"}, "PASSWD_URI"),
        ({"PASSWD": None, "PASSWD_URI": "env:s3cr3t"}, "PASSWD_URI"),
    ],
)
def test_what_hinders_is_told_by_its_key(changes: dict[str, str | None], key: str) -> None:
    """The words name file and key, and nothing that stands there."""
    try:
        told = read(**changes).problem
    except Misconfigured as wrong:
        told = str(wrong)
    assert told.startswith(PATH)
    assert f"[mailer] {key} " in told
    assert "s3cr3t" not in told
