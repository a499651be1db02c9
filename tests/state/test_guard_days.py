"""Days of checks: one wrong password every minute, and many accounts that go bad at once."""

from __future__ import annotations

import pytest
from fakes.outcomes import ACCOUNT, observation

from check_smtp_auth.accounts import Policy
from check_smtp_auth.diagnosis import diagnose
from check_smtp_auth.observation import Failure, Kind, Stage
from check_smtp_auth.state.history import Recalled

from .simulation import HOUR, MINUTE, Day, as_fail2ban_counts, most_within

pytestmark = pytest.mark.laws
BAD = [f"bad-{number}" for number in range(20)]
GOOD = [f"good-{number}" for number in range(5)]
NOT_TRIED = observation(failure=Failure(Stage.AUTH, Kind.HELD), exchanges=())


def state(day: Day, user: str) -> str:
    """The state that the check of a user has, by what was just decided and is remembered."""
    if day.decision.go:
        return "OK"
    seen = NOT_TRIED.replace(tls=None)
    recalled = Recalled(day.of(user), day.decision)
    return diagnose(ACCOUNT, seen, Policy(), day.now, recalled).state


def outcome(user: str) -> str:
    """What a login of a user ends in."""
    return "authenticated" if user in GOOD else "credentials-rejected"


@pytest.mark.parametrize("seconds", [60, 30, 300])
def test_a_wrong_password_all_day(seconds: int) -> None:
    """A password that is wrong all day is tried at most seven times, however often we check."""
    day = Day()
    for _ in range(24 * 3600 // seconds):
        day.check()
        day.wait(seconds)
    assert 2 < len(day.rejected) <= 7
    assert most_within(day.rejected) <= 2


def test_a_tarpit_all_day() -> None:
    """A server that never answers is tried four times an hour, and never five times in ten minutes.

    More than a wrong password, since a time-out may be a passing trouble.
    """
    day = Day()
    for _ in range(24 * 60):
        day.check("timeout")
        day.wait(MINUTE)
    assert len(day.rejected) <= 24 * 4 + 2
    assert most_within(day.rejected) <= 2


@pytest.fixture(scope="module")
def crowd() -> tuple[Day, list[tuple[str, float, str]]]:
    """Twenty of 25 accounts go bad at once; three hours of checks, each minute the bad first.

    With the day comes, for each check of a good account, who, how long ago it was tried, and
    in which state it was.
    """
    day = Day()
    for user in BAD + GOOD:
        assert day.check("authenticated", user).go
    states = []
    for _ in range(180):
        for user in BAD + GOOD:
            day.check(outcome(user), user)
            if user in GOOD:
                states.append((user, day.now - day.of(user).last_success, state(day, user)))
        day.wait(MINUTE)
    return day, states


Crowd = tuple[Day, list[tuple[str, float, str]]]


def test_twenty_bad_accounts_do_not_get_us_banned(crowd: Crowd) -> None:
    """When twenty accounts of a server go bad at once, fail2ban never counts five failures."""
    assert most_within(crowd[0].rejected) <= 3
    assert as_fail2ban_counts(crowd[0].rejected) < 5


def test_twenty_bad_accounts_do_not_turn_good_ones_red(crowd: Crowd) -> None:
    """The good accounts beside them stay OK, and WARNING once untested for an hour."""
    for _, untested, found in crowd[1]:
        assert found == ("WARNING" if untested > HOUR else "OK")
