"""When the guard lets a login be tried, with a clock that the test turns."""

from __future__ import annotations

import pytest

from .simulation import DAY, HOUR, MINUTE, USER, WINDOW, Day

DEFINITE = ("credentials-rejected", "account-locked", "password-expired", "token-rejected")
FLAT = (
    "account-disabled",
    "basic-auth-disabled",
    "app-password-required",
    "client-not-allowed",
)
UNDECIDED = ("timeout", "connection-lost", "temporary-failure", "protocol-error")


def spent(day: Day, diagnosis: str = "credentials-rejected", user: str = USER) -> Day:
    """Spend the account's budget at once, and let the server's be whole again."""
    while day.held_for(user) == 0:
        assert day.check(diagnosis, user).go
        day.wait(MINUTE)
    return day


@pytest.mark.parametrize("diagnosis", DEFINITE)
def test_two_rejections_hold_an_hour(diagnosis: str) -> None:
    """A rejected secret is tried twice, then not for an hour, and then once again."""
    day = Day()
    assert [day.check(diagnosis).go for _ in range(3)] == [True, True, False]
    assert day.decision.why == "account"
    assert day.decision.until == day.now + HOUR
    day.wait(HOUR - 0.1)
    assert not day.check(diagnosis).go
    day.wait(0.1)
    assert [day.check(diagnosis).go for _ in range(2)] == [True, False]


@pytest.mark.parametrize("diagnosis", DEFINITE)
def test_each_hold_is_twice_the_last(diagnosis: str) -> None:
    """Rejected again after each hold, it is held 2, 4, 8, 16 and then 24 hours, never more."""
    day = Day()
    day.check(diagnosis)
    holds = []
    for _ in range(8):
        assert day.check(diagnosis).go
        holds.append(day.held_for() / HOUR)
        day.wait(day.held_for())
    assert holds == [1, 2, 4, 8, 16, 24, 24, 24]


@pytest.mark.parametrize("diagnosis", FLAT + UNDECIDED)
def test_other_outcomes_hold_a_quarter_of_an_hour(diagnosis: str) -> None:
    """What another secret does not fix, and what stayed undecided, holds 15 minutes each time."""
    day = Day()
    assert [day.check(diagnosis).go for _ in range(3)] == [True, True, False]
    for _ in range(5):
        assert day.held_for() == 15 * MINUTE
        day.wait(15 * MINUTE)
        assert day.check(diagnosis).go


def test_an_undecided_outcome_does_not_lengthen_the_next_hold() -> None:
    """After timeouts the first hold for a rejection is the ordinary hour."""
    day = spent(Day(), "timeout")
    day.wait(15 * MINUTE)
    day.check("timeout")
    day.wait(15 * MINUTE)
    day.check("credentials-rejected")
    assert day.held_for() == HOUR


@pytest.mark.parametrize("diagnosis", DEFINITE + FLAT + UNDECIDED + ("rate-limited",))
def test_all_but_success_spends_the_servers_budget(diagnosis: str) -> None:
    """Three logins that did not succeed, whatever they ended in, hold back a fourth account."""
    day = Day()
    for user in ("one", "two", "three"):
        assert day.check(diagnosis, user).go
    assert not day.check("authenticated", "four").go
    assert day.decision.why == "server"
    assert day.decision.until == day.now + WINDOW
    assert WINDOW >= 10 * MINUTE


def test_rate_limited_holds_at_once() -> None:
    """A server that says "too many" is left alone for 15 minutes after the first time."""
    day = Day()
    assert day.check("rate-limited").go
    assert day.held_for() == 15 * MINUTE
    day.wait(15 * MINUTE)
    assert day.check("rate-limited").go
    assert day.held_for() == 15 * MINUTE


def test_a_success_gives_the_account_its_budget_back() -> None:
    """After a success there are two tries again, and the next hold is an hour again."""
    day = spent(Day())
    day.wait(HOUR)
    day.check()
    day.wait(2 * HOUR)
    assert day.check("authenticated").go
    assert day.held_for() == 0
    day.wait(WINDOW)
    assert [day.check().go for _ in range(3)] == [True, True, False]
    assert day.held_for() == HOUR


def test_a_success_between_rejections_starts_the_count_anew() -> None:
    """One rejection, a success, one rejection: nothing is held."""
    day = Day()
    for diagnosis in ("credentials-rejected", "authenticated", "credentials-rejected"):
        assert day.check(diagnosis).go
    assert day.held_for() == 0


def test_a_success_gives_the_server_nothing_back() -> None:
    """What was rejected in the last ten minutes counts for the server, whoever succeeded since."""
    day = Day()
    for user in ("one", "two"):
        day.check(user=user)
    assert day.check("authenticated", "one").go
    assert day.check(user="three").go
    assert not day.check("authenticated", "one").go


def test_another_secret_is_tried_at_once() -> None:
    """A changed secret is not held for what became of the old one, and has a budget of its own."""
    day = spent(Day())
    day.wait(HOUR)
    day.check()
    assert day.held_for() == 2 * HOUR
    day.wait(WINDOW)
    assert [day.check(secret="second").go for _ in range(3)] == [True, True, False]
    assert day.held_for(secret="second") == HOUR


def test_another_secret_does_not_release_the_server() -> None:
    """The server's budget is about this host's address: a changed secret waits for it too."""
    day = Day(server_rejections=2)
    day.check()
    day.check()
    assert not day.check(secret="second").go
    assert day.decision.why == "server"


def test_retry_now_is_honoured_once_in_ten_minutes() -> None:
    """--retry-now tries a held account once; ten minutes later it does so again."""
    day = spent(Day(server_rejections=9))
    assert day.check(retry_now=True).go
    day.wait(10 * MINUTE - 1)
    assert not day.check(retry_now=True).go
    day.wait(1)
    assert day.check(retry_now=True).go


def test_retry_now_that_was_not_needed_is_not_used_up() -> None:
    """--retry-now where nothing is held leaves the one for when something is."""
    day = Day(server_rejections=9)
    assert [day.check(retry_now=True).go for _ in range(4)] == [True, True, True, False]


def test_retry_now_keeps_within_the_servers_budget() -> None:
    """--retry-now does not get this host banned."""
    day = Day()
    for user in (USER, USER, "other"):
        day.check(user=user)
    assert not day.check(retry_now=True).go
    assert day.decision.why == "server"


def test_retry_now_that_succeeds_releases() -> None:
    """When --retry-now succeeds, checks go on as if nothing had been."""
    day = spent(Day())
    assert day.check("authenticated", retry_now=True).go
    assert day.check("authenticated").go


def test_the_servers_budget_is_freed_one_by_one() -> None:
    """Of all accounts together, never more than three are rejected in ten minutes or more."""
    day = Day()
    for user in ("one", "two", "three"):
        assert day.check(user=user).go
        day.wait(MINUTE)
    assert not day.check(user="four").go
    assert day.decision.until == day.now + WINDOW - 3 * MINUTE
    day.wait(WINDOW - 3 * MINUTE)
    assert [day.check(user=user).go for user in ("four", "five")] == [True, False]
    assert day.decision.until == day.now + MINUTE


def test_tries_under_way_count_for_the_account() -> None:
    """Of checks at the same time no more are let through than may be rejected."""
    day = Day()
    visits = [day.start() for _ in range(3)]
    assert [visit is not None for visit in visits] == [True, True, False]
    assert day.decision.why == "busy"
    assert visits[0] is not None
    day.end(visits[0], "authenticated")
    assert day.start() is not None


def test_tries_under_way_count_for_the_server() -> None:
    """At the same time no more accounts are tried than the server may reject."""
    day = Day()
    visits = [day.start(user) for user in ("one", "two", "three", "four")]
    assert [visit is not None for visit in visits] == [True, True, True, False]
    assert day.decision.why == "busy"
    assert visits[0] is not None
    day.end(visits[0], "authenticated")
    assert day.start("four") is not None


def test_after_a_hold_one_is_tried_at_a_time() -> None:
    """Two checks that come when the hold is over make one try, not two."""
    day = spent(Day())
    day.wait(HOUR)
    assert day.start() is not None
    assert day.start() is None


@pytest.mark.parametrize("clock", [12.1, -2 * HOUR, -3 * DAY])
def test_a_try_that_was_killed_counts_as_rejected(clock: float) -> None:
    """A check killed during AUTH spends both budgets, though the clock was moved since."""
    day = Day()
    for visit in (day.start(), day.start()):
        assert visit is not None
    assert day.ask().why == "busy"
    day.wait(clock)
    assert 14 * MINUTE < day.held_for() <= 15 * MINUTE
    assert day.ask().why == "account"
    day.wait(15 * MINUTE)
    assert day.ask().go


def test_a_try_is_known_to_be_killed_at_once() -> None:
    """A check that was killed is not waited for: nobody holds the lock of its try any more."""
    day = Day()
    for _ in range(2):
        visit = day.start()
        assert visit is not None
        day.kill(visit)
    assert day.ask().why == "account"
    assert day.of().killed == 2


def test_killed_tries_count_for_the_server() -> None:
    """Checks killed during AUTH hold back the other accounts for a while."""
    day = Day()
    for user in ("one", "two", "three"):
        visit = day.start(user)
        assert visit is not None
        day.kill(visit)
    day.wait(13)
    assert not day.check(user="four").go
    assert day.decision.why == "server"
    assert day.decision.until > day.now + WINDOW - MINUTE
    day.wait(WINDOW)
    assert day.check(user="four").go


def test_a_killed_try_does_not_count_before_its_time() -> None:
    """A check that may still succeed is waited for, not counted."""
    day = Day(rejections=1)
    visit = day.start()
    assert visit is not None
    day.wait(11)
    assert day.ask().why == "busy"
    day.end(visit, "authenticated")
    assert day.ask().go


def test_a_login_that_was_not_tried_spends_nothing() -> None:
    """A server that cannot be reached holds nothing back, however often."""
    day = Day()
    for _ in range(10):
        visit = day.start()
        assert visit is not None
        day.end(visit, "connection-refused", sent=False)
    assert day.held_for() == 0
    assert day.ask(user="other").go


@pytest.mark.parametrize("number", [1, 5])
def test_max_rejections_is_what_is_spent(number: int) -> None:
    """--max-rejections N lets N tries be rejected before the first hold."""
    day = Day(rejections=number, server_rejections=9)
    assert [day.check().go for _ in range(number + 1)] == [True] * number + [False]


@pytest.mark.parametrize(("hold", "holds"), [(MINUTE, [1, 2, 4]), (2 * DAY, [1440, 1440])])
def test_hold_is_the_first_hold(hold: float, holds: list[float]) -> None:
    """--hold DURATION is the first hold; one of more than a day is a day."""
    day = Day(hold=hold, server_rejections=99)
    day.check()
    for minutes in holds:
        assert day.check().go
        assert day.held_for() == minutes * MINUTE
        day.wait(day.held_for())


def test_the_last_place_is_left_to_accounts_that_are_well() -> None:
    """Where others are well, known bad accounts do not take up the whole of the server's budget."""
    day = Day(rejections=9)
    day.check("authenticated", "good")
    assert [day.check(user="bad").go for _ in range(3)] == [True, True, False]
    assert day.decision.why == "server"
    assert day.check("authenticated", "good").go
    assert day.check("authenticated", "new").go


def test_each_account_has_a_budget_of_its_own() -> None:
    """One account's hold is not another's."""
    day = spent(Day())
    day.wait(WINDOW)
    assert day.check(user="other").go
