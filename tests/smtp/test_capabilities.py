"""What is read from a server's reply to EHLO."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from properties import PROPERTY

from check_smtp_auth.smtp.capabilities import Capabilities, parse_hello
from check_smtp_auth.smtp.reply import Reply


def hello(*lines: str) -> Capabilities:
    """Read a reply to EHLO with these lines behind the server's name."""
    return parse_hello(Reply(250, ("mail.example.com at your service", *lines)))


def test_name_is_the_first_word() -> None:
    """The server's name is what its greeting begins with, without the pleasantries."""
    assert hello().name == "mail.example.com"
    assert parse_hello(Reply(250, ("",))).name == ""


def test_keywords_with_their_parameters() -> None:
    """Each extension is known by its name, with what stands behind it."""
    seen = hello("SIZE 10485760", "8BITMIME", "DSN ", " STARTTLS")
    assert seen.keywords == {"SIZE": "10485760", "8BITMIME": "", "DSN": "", "STARTTLS": ""}


def test_the_first_line_is_no_extension() -> None:
    """A server whose name is the word AUTH does not offer AUTH by that."""
    assert parse_hello(Reply(250, ("AUTH PLAIN", "STARTTLS"))).mechanisms == ()


def test_letter_case_does_not_matter() -> None:
    """Extensions and mechanisms in small letters are known all the same."""
    seen = hello("starttls", "auth plain Login scram-sha-256")
    assert "STARTTLS" in seen.keywords
    assert seen.mechanisms == ("PLAIN", "LOGIN", "SCRAM-SHA-256")


@pytest.mark.parametrize(
    ("lines", "mechanisms"),
    [
        (("AUTH PLAIN LOGIN",), ("PLAIN", "LOGIN")),
        (("AUTH  PLAIN   LOGIN ",), ("PLAIN", "LOGIN")),
        (("AUTH=LOGIN",), ("LOGIN",)),
        (("AUTH=LOGIN PLAIN",), ("LOGIN", "PLAIN")),
        (("auth=login",), ("LOGIN",)),
        (("AUTH PLAIN LOGIN", "AUTH=PLAIN LOGIN"), ("PLAIN", "LOGIN")),
        (("AUTH=LOGIN", "AUTH CRAM-MD5"), ("LOGIN", "CRAM-MD5")),
        (("AUTH PLAIN", "SIZE", "AUTH LOGIN PLAIN"), ("PLAIN", "LOGIN")),
        (("AUTH PLAIN PLAIN",), ("PLAIN",)),
        (("AUTH",), ()),
        (("AUTH=",), ()),
        (("AUTHENTICATE PLAIN", "XAUTH LOGIN"), ()),
        ((), ()),
    ],
)
def test_mechanisms(lines: tuple[str, ...], mechanisms: tuple[str, ...]) -> None:
    """All mechanisms offered are known, each once, in the server's order, in both spellings."""
    assert hello(*lines).mechanisms == mechanisms


def test_auth_without_mechanisms_is_still_auth() -> None:
    """A server that says AUTH and names no mechanism is told from one that does not say it."""
    assert "AUTH" in hello("AUTH").keywords
    assert "AUTH" in hello("AUTH=").keywords
    assert "AUTH" not in hello("XAUTH").keywords


def test_empty_lines_are_passed_over() -> None:
    """An empty line in the reply to EHLO does no harm."""
    assert hello("", " ", "STARTTLS").keywords == {"STARTTLS": ""}


def test_helo_offers_nothing() -> None:
    """A server that took only HELO offers no extension, whatever it chats about."""
    seen = parse_hello(Reply(250, ("mail.example.com", "AUTH PLAIN")), extended=False)
    assert (seen.extended, seen.keywords, seen.mechanisms) == (False, {}, ())
    assert hello().extended


@PROPERTY
@given(st.lists(st.text(), min_size=1))
def test_no_reply_is_too_odd(lines: list[str]) -> None:
    """Whatever a server says of itself, it can be read."""
    seen = parse_hello(Reply(250, tuple(lines)))
    assert all(name == name.upper() and " " not in name for name in seen.mechanisms)
