"""Ranges of the Monitoring Plugins guidelines."""

from __future__ import annotations

import nagiosplugin
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from properties import PROPERTY

from check_smtp_auth.ranges import Range, parse_range

# The table of the guidelines ("Threshold and Ranges"), with values on either side of each end.
GUIDELINES = [
    ("10", [0, 0.001, 9.999, 10], [-0.001, 10.001, 1e9]),
    ("10:", [10, 10.001, 1e9], [9.999, 0, -1]),
    ("~:10", [10, 0, -1e9], [10.001]),
    ("10:20", [10, 15, 20], [9.999, 20.001]),
    ("@10:20", [9.999, 20.001, -5], [10, 15, 20]),
]
FURTHER = [
    ("0", [0], [-0.001, 0.001]),
    ("0:0", [0], [0.001]),
    ("@0", [0.001, -1], [0]),
    ("@~:10", [10.001], [10, -1e9]),
    ("@10:", [9.999], [10, 1e9]),
    ("0.5", [0.5], [0.501]),
    ("-10:-5", [-10, -5], [-10.001, -4.999]),
    ("-1:1", [0], [-1.1, 1.1]),
    ("~:", [-1e9, 0, 1e9], []),
    ("~:-1", [-1], [0]),
    (":10", [0, 10], [-1, 11]),
    ("007", [7], [7.1]),
    (".5", [0, 0.5], [0.501]),
    ("5.", [5], [5.1]),
    ("-.5:.5", [-0.5, 0.5], [-0.51, 0.51]),
    ("@.25:", [0.2], [0.25]),
    ("0.000000000000000005", [0], [1]),
]


@pytest.mark.parametrize(("text", "well", "alert"), GUIDELINES + FURTHER)
def test_guidelines(text: str, well: list[float], alert: list[float]) -> None:
    """A range raises the alert where the guidelines say so; its ends belong to it."""
    range_ = parse_range(text)
    assert [value for value in well if not range_.contains(value)] == []
    assert [value for value in alert if range_.contains(value)] == []


@pytest.mark.parametrize("text", [text for text, _, _ in GUIDELINES + FURTHER])
def test_perfdata_has_the_notation_as_written(text: str) -> None:
    """The range stands in the perfdata as it was given."""
    assert str(parse_range(text)) == text


NOT_RANGES = [
    "",
    " ",
    "@",
    "~",
    "ten",
    "10:5",
    "-5",
    "1:2:3",
    "10:~",
    "10 ",
    " 10",
    "1,5",
    "1e3",
    "1_000",
    "+5",
    "0x10",
    "inf",
    "nan",
    ".",
    "-.",
    ".:5",
    "5..6",
    "--5",
    "-",
    "10:20@",
    "@@10",
    "~~:10",
    "٣",
    "²",
    "10:\n20",
    "0.0000000000000000005",
]


@pytest.mark.parametrize("text", NOT_RANGES)
def test_no_ranges(text: str) -> None:
    """What the guidelines do not know is refused, not guessed at."""
    with pytest.raises(ValueError) as error:
        parse_range(text)
    assert "range" in str(error.value)


@PROPERTY
@given(st.sampled_from(["", "@", "~:", "1:"]), st.sampled_from(["", ":", ":5", "e5"]))
def test_errors_repeat_nothing(before: str, after: str) -> None:
    """An error does not repeat what was given: it may be a password in the wrong place."""
    with pytest.raises(ValueError) as error:
        parse_range(f"{before}hunter2{after}")
    assert "hunter2" not in str(error.value)
    assert error.value.__context__ is None
    assert error.value.__cause__ is None


@PROPERTY
@given(st.text())
def test_any_text(text: str) -> None:
    """Whatever is given is a range or a ValueError."""
    try:
        range_ = parse_range(text)
    except ValueError:
        return
    assert isinstance(range_, Range)
    assert range_.start <= range_.end


NUMBERS = st.decimals(-1000, 1000, places=3).map(lambda number: f"{number:f}")
VALUES = st.floats(-2000, 2000)


@PROPERTY
@given(NUMBERS, NUMBERS, st.booleans(), VALUES)
def test_both_ends(start: str, end: str, inverted: bool, value: float) -> None:
    """A value is good between the ends, or outside them with "@"; so says nagiosplugin too."""
    assume(float(start) <= float(end))
    text = f"{'@' if inverted else ''}{start}:{end}"
    for each in (value, float(start), float(end)):
        expected = (float(start) <= each <= float(end)) != inverted
        assert parse_range(text).contains(each) == expected
        assert nagiosplugin.Range(text).match(each) == expected


@PROPERTY
@given(st.sampled_from(["{}", "{}:", "~:{}", "@{}", "@{}:", "@~:{}"]), NUMBERS, VALUES)
def test_one_end(form: str, number: str, value: float) -> None:
    """Ranges with one end mean what they mean to nagiosplugin."""
    text = form.format(number)
    assume(form not in ("{}", "@{}") or float(number) >= 0)
    for each in (value, float(number), 0.0):
        assert parse_range(text).contains(each) == nagiosplugin.Range(text).match(each)
