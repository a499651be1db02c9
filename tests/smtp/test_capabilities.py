"""What is read from a server's reply to EHLO."""

from __future__ import annotations

import pytest
from fakes.timing import working
from hypothesis import given
from hypothesis import strategies as st
from properties import PROPERTY

from check_smtp_auth.smtp.capabilities import (
    MAX_KEYWORD,
    MAX_MECHANISM,
    MAX_NAME,
    MAX_PARAMETERS,
    MOST_KEYWORDS,
    MOST_MECHANISMS,
    Capabilities,
    parse_hello,
)
from check_smtp_auth.smtp.reply import MAX_REPLY, Reply


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
        (("AUTH PLAIN", "SIZE 10485760", "AUTH LOGIN PLAIN"), ("PLAIN", "LOGIN")),
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


@pytest.mark.parametrize(
    "name",
    [
        "A-NAME-OF-21-LETTERS-",
        "x" * 12_000,
        "PLAIN,LOGIN",
        "PLAIN;",
        "<b>",
        "GSS=API",
        "PLA\0IN",
        "\N{GRINNING FACE}",
        "PLA\N{LATIN SMALL LETTER DOTLESS I}N",  # whose capital is I
        "\N{LATIN SMALL LETTER LONG S}CRAM-SHA-1",  # whose capital is S
        "\N{LATIN SMALL LIGATURE FF}",
        "\u0661\u0662",  # digits, and no ASCII
    ],
)
def test_what_is_no_mechanism_is_left_out(name: str) -> None:
    """What cannot be the name of a mechanism is passed over, and hides none that is one."""
    assert hello(f"AUTH {name} LOGIN {name}").keywords == {"AUTH": "LOGIN"}
    assert hello(f"AUTH={name}", "AUTH LOGIN").mechanisms == ("LOGIN",)


def test_all_that_may_be_a_mechanism_is_kept() -> None:
    """Names that use all of what the RFC allows, also those that nobody has heard of, are kept."""
    names = ("X" * MAX_MECHANISM, "9_NINE-9", "SCRAM-SHA-512-PLUS", "ECDSA-NIST256P-CHALL"[:20])
    assert hello(f"AUTH {' '.join(names)}").mechanisms == names


@pytest.mark.parametrize(
    "keyword",
    [
        "X" * (MAX_KEYWORD + 1),
        "X" * 12_000,
        "ÄÖÜ",
        "\N{LATIN SMALL LETTER LONG S}TARTTLS",
        "X|Y",
        "a\0b",
    ],
)
def test_what_is_no_keyword_is_left_out(keyword: str) -> None:
    """What cannot be the name of an extension is none, least of all one that it looks like."""
    assert hello(keyword, f"{keyword} with more", "SIZE 1").keywords == {"SIZE": "1"}


FLOODS: dict[str, tuple[str, ...]] = {
    "many mechanisms": tuple(
        f"AUTH {' '.join(f'X{line}-{number}' for number in range(12))}" for line in range(400)
    ),
    "many short mechanisms": tuple("AUTH" + f" A{line:x}" * 25 for line in range(500)),
    "many mechanisms in one line": (f"AUTH {' '.join(str(n) for n in range(2_400))}",),
    "the same mechanism": ("AUTH PLAIN" + " PLAIN" * 2_000,) * 5,
    "many keywords": tuple(f"X{number} {'y' * 100}" for number in range(500)),
    "a long keyword": ("X" * 12_000,) * 5,
    "long parameters": tuple(f"X{number} {'y' * 12_000}" for number in range(5)),
    "long mechanisms": (f"AUTH {'Z' * 12_000}",) * 5,
}


@pytest.mark.parametrize("lines", FLOODS.values(), ids=FLOODS)
def test_what_is_kept_is_bounded(lines: tuple[str, ...]) -> None:
    """However much a server offers, little of it is kept."""
    assert sum(map(len, lines)) < MAX_REPLY
    seen = hello(*lines)
    assert len(seen.keywords) <= MOST_KEYWORDS
    assert len(seen.mechanisms) <= MOST_MECHANISMS
    kept = sum(len(word) + len(rest) for word, rest in seen.keywords.items())
    assert kept <= MOST_KEYWORDS * (MAX_KEYWORD + MAX_PARAMETERS) + MOST_MECHANISMS * 21


@pytest.mark.parametrize("lines", FLOODS.values(), ids=FLOODS)
def test_a_flood_hides_nothing_that_matters(lines: tuple[str, ...]) -> None:
    """What we ask for and the mechanisms we have are found behind whatever else is offered."""
    seen = hello(*lines, "STARTTLS", "SMTPUTF8", "AUTH SCRAM-SHA-256 PLAIN")
    assert {"STARTTLS", "SMTPUTF8"} <= seen.keywords.keys()
    assert set(seen.mechanisms) >= {"SCRAM-SHA-256", "PLAIN"}


def test_a_long_name_is_cut() -> None:
    """Of a server's name no more is kept than a name may have."""
    assert parse_hello(Reply(250, ("x" * 12_000,))).name == "x" * MAX_NAME


@pytest.mark.parametrize("lines", FLOODS.values(), ids=FLOODS)
def test_reading_costs_no_more_than_its_length(lines: tuple[str, ...]) -> None:
    """Ten times the largest reply that is taken is read in no time, however it is made up."""
    working(1.0, lambda: hello(*lines * 10))  # it takes a twentieth of that


@PROPERTY
@given(st.lists(st.text(), min_size=1))
def test_no_reply_is_too_odd(lines: list[str]) -> None:
    """Whatever a server says of itself, it can be read."""
    seen = parse_hello(Reply(250, tuple(lines)))
    assert all(name == name.upper() and " " not in name for name in seen.mechanisms)


@pytest.mark.parametrize(
    "line",
    ["AUTH\tPLAIN\tLOGIN", "AUTH \t PLAIN  LOGIN\t", "\tauth\tPLAIN LOGIN", "AUTH=PLAIN\tLOGIN"],
)
def test_a_tab_is_a_blank(line: str) -> None:
    """A server that puts tabs between the mechanisms offers them as one that puts blanks."""
    assert hello(line, "STARTTLS\t").keywords == {"AUTH": "PLAIN LOGIN", "STARTTLS": ""}
