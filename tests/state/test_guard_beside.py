"""What a check leaves to others of its server, and what of it counts that came to no end."""

from __future__ import annotations

import pytest

from check_smtp_auth.state.guard import Limits, decide
from check_smtp_auth.state.memory import Memory
from check_smtp_auth.state.tries import Budget

from .simulation import BEGIN, MINUTE, USER, WINDOW, Day


def test_a_bad_account_comes_to_its_turn_where_one_rejection_is_all() -> None:
    """With --max-server-rejections 1 a bad account is tried again beside one that is well."""
    day = Day(server_rejections=1)
    assert day.check("authenticated", "good").go
    assert day.check(user="bad").go
    assert day.check(user="bad").why == "server"
    day.wait(WINDOW)
    assert day.check(user="bad").go


@pytest.mark.parametrize(
    ("ahead", "present", "courteous", "go"),
    [
        (2, 0, True, True),
        (3, 0, True, False),
        (3, 0, False, True),
        (3, 2, False, True),
        (3, 3, False, False),
    ],
)
def test_whose_turn_it_is(ahead: int, present: int, courteous: bool, go: bool) -> None:
    """Three free places are left to three who came first; after a while, only to those here."""
    budget = Budget(ahead=ahead, present=present)
    decision = decide(Memory(USER), budget, BEGIN, Limits(), courteous=courteous)
    assert (decision.go, decision.why) == (go, "" if go else "busy")


@pytest.mark.parametrize(
    ("rejected", "under_way", "go"), [(0, 2, True), (2, 0, True), (1, 2, False), (2, 1, False)]
)
def test_what_was_rejected_and_what_may_be_count_together(
    rejected: int, under_way: int, go: bool
) -> None:
    """Logins under way take the places that rejections of others have left, and no more."""
    budget = Budget(rejected=(BEGIN - MINUTE,) * rejected, under_way=under_way)
    assert decide(Memory(USER), budget, BEGIN, Limits()).go is go


@pytest.mark.parametrize(
    ("under_way", "around", "crowded"),
    [(0, 0, False), (1, 0, True), (0, 1, True), (1, 1, True)],
)
def test_who_else_is_there(under_way: int, around: int, crowded: bool) -> None:
    """Others who try now, or wait behind us, may take our time; nobody else may."""
    decision = decide(Memory(USER), Budget(under_way=under_way, around=around), BEGIN, Limits())
    assert (decision.go, decision.crowded) == (True, crowded)


def test_a_retry_by_hand_that_was_killed_is_used_up() -> None:
    """--retry-now whose check was killed is not granted again before ten minutes have gone."""
    day = Day(server_rejections=9)
    day.check()
    day.check()
    visit = day.start(retry_now=True)
    assert visit is not None
    day.kill(visit)
    assert not day.check(retry_now=True).go
    day.wait(10 * MINUTE + 1)
    assert day.check(retry_now=True).go


def test_a_trouble_is_counted_until_it_is_over() -> None:
    """What kept a login from being tried has its own beginning and count, until it is past."""
    day = Day()
    for diagnosis in ("dns-failed", "connection-refused", "connection-refused"):
        visit = day.start()
        assert visit is not None
        day.end(visit, diagnosis, sent=False)
        day.wait(MINUTE)
    memory = day.of()
    assert (memory.trouble, memory.trouble_tries) == ("connection-refused", 2)
    assert memory.trouble_since == BEGIN + MINUTE
    assert (memory.diagnosis, memory.last_try) == ("", 0.0)
    assert day.check("authenticated").go
    memory = day.of()
    assert (memory.trouble, memory.trouble_since, memory.trouble_tries) == ("", 0.0, 0)
