"""Points in time: one form, one clock, and true words for what ends."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from check_smtp_auth.moments import how_a_day_ends, how_it_ends, iso

# 2027-01-15T14:05:00Z, and the beginning of that day.
NOW = 1_800_021_900.0
MIDNIGHT = 1_799_971_200.0
HOUR, DAY = 3_600.0, 86_400.0


@pytest.fixture(autouse=True, params=["UTC", "America/Sao_Paulo", "XXX-14"])
def _somewhere(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Live in another time zone, which is to change nothing."""
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(
    ("moment", "written"),
    [
        (0, "1970-01-01T00:00:00Z"),
        (NOW, "2027-01-15T14:05:00Z"),
        (253_402_300_799, "9999-12-31T23:59:59Z"),
        (-1, "1969-12-31T23:59:59Z"),
    ],
)
def test_points_in_time_are_utc(moment: float, written: str) -> None:
    """Points in time are ISO 8601 in UTC, with a Z, wherever the host is."""
    assert iso(moment) == written


@pytest.mark.parametrize(
    ("ahead", "words"),
    [
        (29.99 * DAY, "expires in 29 days"),
        (1.5 * DAY, "expires in 1 day"),
        (DAY, "expires in 1 day"),
        (HOUR, "expires in less than a day, at 2027-01-15T15:05:00Z"),
        (0, "expires in less than a day, at 2027-01-15T14:05:00Z"),
        (-HOUR, "expired less than a day ago, at 2027-01-15T13:05:00Z"),
        (-DAY, "expired 1 day ago"),
        (-1.5 * DAY, "expired 1 day ago"),
        (-40.5 * DAY, "expired 40 days ago"),
    ],
)
def test_when_something_ends(ahead: float, words: str) -> None:
    """Whole days are counted on both sides, and within a day the moment itself is told."""
    assert how_it_ends(NOW + ahead, NOW) == words


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (30, "expires in 30 days, on 2027-02-14"),
        (2, "expires in 2 days, on 2027-01-17"),
        (1, "expires tomorrow, on 2027-01-16"),
        (0, "expires today"),
        (-1, "expired yesterday, on 2027-01-14"),
        (-2, "expired 2 days ago, on 2027-01-13"),
    ],
)
def test_what_is_known_to_end_on_a_day(days: int, words: str) -> None:
    """What ends on a day has not ended while the day lasts, and the day is told."""
    assert how_a_day_ends(MIDNIGHT + days * DAY, NOW) == words


@pytest.mark.parametrize("hour", [0, 1, 12, 23.99])
def test_today_is_today_at_every_hour(hour: float) -> None:
    """From its first minute to its last a day is today, the next one tomorrow."""
    assert how_a_day_ends(MIDNIGHT, MIDNIGHT + hour * HOUR) == "expires today"
    assert how_a_day_ends(MIDNIGHT + DAY, MIDNIGHT + hour * HOUR).startswith("expires tomorrow")
