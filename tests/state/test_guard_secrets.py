"""Changed secrets: each has a budget of its own, and none is tried more often than any."""

from __future__ import annotations

import pytest

from .simulation import HOUR, MINUTE, WINDOW, Day


def rejected_twice(secret: str = "first") -> Day:
    """A day on which one secret was used up, long enough ago for the server's budget."""
    day = Day(server_rejections=1_000)
    assert [day.check(secret=secret).go for _ in range(3)] == [True, True, False]
    day.wait(WINDOW)
    return day


def test_a_changed_secret_that_is_killed_counts() -> None:
    """A new secret whose checks are killed during AUTH is held like any other."""
    day = rejected_twice()
    tries = 0
    for _ in range(15):
        visit = day.start(secret="second")
        if visit is not None:
            day.kill(visit)
            tries += 1
        day.wait(MINUTE)
    assert tries == 2


def test_a_changed_secret_that_was_not_hashed_counts() -> None:
    """A new secret is held like any other, though there was no time to hash it after a tarpit."""
    day = rejected_twice()
    tries = 0
    for _ in range(20):
        visit = day.start(secret="second")
        if visit is not None:
            day.end(visit, "timeout", hashed=False)
            tries += 1
        day.wait(MINUTE)
    assert tries <= 4


def test_tries_of_a_changed_secret_at_once_all_count() -> None:
    """Two checks that try a new secret at the same time use its budget up."""
    day = rejected_twice()
    visits = [day.start(secret="second") for _ in range(2)]
    for visit in visits:
        assert visit is not None
        day.end(visit)
    assert day.held_for(secret="second") == HOUR


def test_first_tries_at_once_all_count() -> None:
    """Two checks that try a secret for the first time at the same time use its budget up."""
    day = Day()
    visits = [day.start() for _ in range(2)]
    for visit in visits:
        assert visit is not None
        day.end(visit)
    assert day.held_for() == HOUR


def test_two_wrong_secrets_in_turn_are_both_held() -> None:
    """Two checks of one account, each with a wrong secret of its own, come to rest like one."""
    day = Day(server_rejections=1_000)
    for _ in range(30):
        for secret in ("first", "second"):
            day.check(secret=secret)
        day.wait(MINUTE)
    assert len(day.rejected) <= 4


def test_a_good_secret_does_not_release_a_wrong_one() -> None:
    """A wrong secret stays held though another check logs in to the account with the right one."""
    day = Day(server_rejections=1_000)
    for _ in range(30):
        day.check(secret="wrong")
        day.check("authenticated", secret="right")
        day.wait(MINUTE)
    assert len(day.rejected) <= 2


def test_a_secret_that_was_put_back_is_tried() -> None:
    """A secret that works again after a wrong one was in its place is tried at once."""
    day = rejected_twice("wrong")
    assert day.check("authenticated", secret="right").go
    assert day.held_for(secret="right") == 0


@pytest.mark.parametrize("diagnosis", ["timeout", "rate-limited", "temporary-failure"])
def test_a_retry_by_hand_does_not_shorten_a_hold(diagnosis: str) -> None:
    """When --retry-now brings no decision, the hold of a day is still a day."""
    day = rejected_twice()
    for _ in range(5):
        day.wait(day.held_for())
        day.check()
    held = day.held_for()
    assert held > 20 * HOUR
    assert day.check(diagnosis, retry_now=True).go
    assert day.held_for() >= held


def test_a_killed_retry_does_not_shorten_a_hold() -> None:
    """When a --retry-now is killed, the hold of a day is still a day."""
    day = rejected_twice()
    for _ in range(5):
        day.wait(day.held_for())
        day.check()
    held = day.held_for()
    visit = day.start(retry_now=True)
    assert visit is not None
    day.kill(visit)
    day.wait(MINUTE)
    day.check()
    assert day.held_for() >= held - MINUTE


def test_retry_now_is_honoured_after_the_clock_was_put_back() -> None:
    """--retry-now used while the clock was years ahead does not bar it for years."""
    day = rejected_twice()
    assert day.check(retry_now=True).go
    day.wait(-1_000_000)
    assert day.check().why == "account"
    assert day.check(retry_now=True).go
