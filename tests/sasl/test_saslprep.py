"""SASLprep (RFC 4013): which names and passwords are one, and which SCRAM does not allow."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from properties import PROPERTY

from check_smtp_auth.accounts import Misconfigured
from check_smtp_auth.sasl.saslprep import prepare

from .test_vectors import SCRAM, begin

# RFC 4013 section 3: number, input, output; None is an error.
EXAMPLES = [
    (1, "I\u00adX", "IX"),
    (2, "user", "user"),
    (3, "USER", "USER"),
    (4, "\u00aa", "a"),
    (5, "\u2168", "IX"),
    (6, "\u0007", None),
    (7, "\u06271", None),
]


@pytest.mark.parametrize(("number", "text", "prepared"), EXAMPLES)
def test_the_examples_of_rfc_4013(number: int, text: str, prepared: str | None) -> None:
    """Each example of RFC 4013 section 3 comes out as it is printed there."""
    if prepared is None:
        with pytest.raises(ValueError):
            prepare(text)
    else:
        assert prepare(text) == prepared


# One of each table that RFC 4013 section 2.3 prohibits, and what its section 2.4 forbids.
PROHIBITED = {
    "C.2.1, ASCII control": "a\x1fb",
    "C.2.1, DEL": "a\x7fb",
    "C.2.2, other control": "a\u0085b",
    "C.2.2, line separator": "a\u2028b",
    "C.3, private use": "a\ue000b",
    "C.3, private use, beyond the BMP": "a\U000f0000b",
    "C.4, no character": "a\ufffeb",
    "C.5, surrogate": "a\ud800b",
    "C.6, not for plain text": "a\ufffdb",
    "C.7, not for canonical text": "a\u2ff0b",
    "C.8, change of display": "a\u200eb",
    "C.8, deprecated": "a\u206ab",
    "C.9, tag": "a\U000e0041b",
    "NUL": "a\0b",
    "nothing": "",
    "nothing left": "\u00ad\u200b",
    "two directions": "\u0627a\u0628",
    "right to left, with a digit at its end": "\u06271",
    "right to left, with a digit at its front": "1\u0627",
}


@pytest.mark.parametrize("case", PROHIBITED)
def test_what_is_prohibited(case: str) -> None:
    """What RFC 4013 prohibits is refused, wherever in the text it stands."""
    with pytest.raises(ValueError):
        prepare(PROHIBITED[case])


@pytest.mark.parametrize(
    ("text", "prepared"),
    [
        ("\u0627\u0628", "\u0627\u0628"),
        ("\u06271\u0628", "\u06271\u0628"),
        ("\u0627", "\u0627"),
        ("\u00a0", " "),
        ("pass word", "pass word"),
        ("\U0001f600", "\U0001f600"),  # younger than Unicode 3.2: let through, section 2.5
    ],
)
def test_what_is_allowed(text: str, prepared: str) -> None:
    """Text from right to left, blanks and characters of today are no hindrance."""
    assert prepare(text) == prepared


@PROPERTY
@given(st.text(max_size=10))
def test_preparing_twice_changes_nothing(text: str) -> None:
    """What was prepared is prepared."""
    try:
        once = prepare(text)
        assert prepare(once) == once
    except ValueError:
        pass


@pytest.mark.parametrize("name", [*SCRAM, *(f"{each}-PLUS" for each in SCRAM)])
@pytest.mark.parametrize("odd", ["a\u0007b", "\u06271"])
def test_scram_cannot_carry_it_and_plain_can(name: str, odd: str) -> None:
    """Such a user or password is named as what is wrong with SCRAM, and PLAIN carries it."""
    for user, password, what in ((odd, "pencil", "user name"), ("user", odd, "password")):
        with pytest.raises(Misconfigured) as problem:
            begin(name, user, password)
        assert str(problem.value).startswith(f"the {what} contains characters")
        assert odd not in str(problem.value)
        assert begin("PLAIN", user, password).start() == f"\0{user}\0{password}".encode()
