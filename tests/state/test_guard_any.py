"""What the guard never does, whatever happens: tries, crashes, clocks put forward and back."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule, run_state_machine_as_test
from properties import PROPERTY

from check_smtp_auth.state import guard
from check_smtp_auth.state.guard import Limits
from check_smtp_auth.state.memory import Memory, Spent
from check_smtp_auth.state.tries import (
    REJECTED,
    TRY,
    TURN,
    Budget,
    Entry,
    budget,
    by_wrong_clock,
    is_over,
    name_of,
    parse,
)

from .simulation import BEGIN, DAY, LONGEST, Day, Visit, as_fail2ban_counts, most_within

USERS = ("one", "two")
OUTCOMES = (
    "authenticated",
    "credentials-rejected",
    "account-locked",
    "account-disabled",
    "client-not-allowed",
    "rate-limited",
    "temporary-failure",
    "timeout",
)
SHORTEST_HOLD = 900.0
MACHINE = settings(PROPERTY, max_examples=60, stateful_step_count=30)


class Checks(RuleBasedStateMachine):
    """Checks of three accounts that overlap, end in any way, or are killed.

    ``failed`` has, of each account and its present secret, when tries since the last success
    began that were not accepted.
    """

    secrets: tuple[str, ...] = ("first",)

    def __init__(self) -> None:
        """Begin with nothing remembered."""
        super().__init__()
        self.day = Day()
        self.under_way: list[Visit] = []
        self.failed: dict[tuple[str, str], list[float]] = {}
        self.forced: dict[str, float] = {}
        self.rejected: list[float] = []
        self.secret = dict.fromkeys(USERS, self.secrets[0])

    @rule(user=st.sampled_from(USERS), outcome=st.sampled_from(OUTCOMES))
    def check(self, user: str, outcome: str) -> None:
        """A check begins and ends at once."""
        count = len(self.under_way)
        self.start(user, retry_now=False)
        if len(self.under_way) > count:
            self._end(self.under_way.pop(), outcome)

    @rule(user=st.sampled_from(USERS), retry_now=st.booleans())
    def start(self, user: str, retry_now: bool) -> None:
        """A check begins; what it is allowed is held against what was before."""
        day, secret = self.day, self.secret[user]
        held = not day.ask(user, secret).go
        visit = day.start(user, secret, retry_now)
        if visit is None:
            return
        failed = self.failed.get((user, secret), [])
        with_it = [each for each in self.under_way if (each.user, each.secret) == (user, secret)]
        if held:
            assert retry_now
            assert day.now - self.forced.get(user, 0) >= 600
            self.forced[user] = day.now
        elif len(failed) >= day.limits.rejections:
            assert day.now >= failed[-1] + SHORTEST_HOLD
            assert not with_it
        else:
            assert len(failed) + len(with_it) < day.limits.rejections
        pending = [each.began for each in self.under_way]
        recent = [moment for moment in self.rejected if moment > day.now - 600]
        assert len(recent) + len(pending) < day.limits.server_rejections
        self.under_way.append(visit)

    @precondition(lambda self: self.under_way)
    @rule(data=st.data(), outcome=st.sampled_from(OUTCOMES))
    def end(self, data: Any, outcome: str) -> None:
        """A check ends."""
        visit = data.draw(st.sampled_from(self.under_way))
        self.under_way.remove(visit)
        self._end(visit, outcome)

    @precondition(lambda self: self.under_way)
    @rule(data=st.data())
    def kill(self, data: Any) -> None:
        """A check is killed during AUTH."""
        visit = data.draw(st.sampled_from(self.under_way))
        self._kill(visit)

    @rule(seconds=st.sampled_from((1.0, 20.0, 300.0, 605.0, 900.0)) | st.floats(1, 2 * DAY))
    def wait(self, seconds: float) -> None:
        """Time goes by, or the clock is put forward: what is under way was killed then."""
        self.day.wait(round(seconds, 3))
        for visit in [each for each in self.under_way if each.until <= self.day.now]:
            self._kill(visit)

    def teardown(self) -> None:
        """Take the files away."""
        self.day.close()

    def _kill(self, visit: Visit) -> None:
        self.under_way.remove(visit)
        self.day.kill(visit)
        self._count(visit, killed=True)

    def _end(self, visit: Visit, outcome: str) -> None:
        self.day.end(visit, outcome)
        if outcome == "authenticated":
            for secret in self.secrets:
                self.failed.pop((visit.user, secret), None)
        else:
            self._count(visit)

    def _count(self, visit: Visit, killed: bool = False) -> None:
        # Of a try that was killed nobody knows the secret where there was no other to compare
        # with: it counts for the account, whichever secret comes next.
        if visit.fingerprint or not killed or len(self.secrets) == 1:
            self.failed.setdefault((visit.user, visit.secret), []).append(visit.began)
        self.rejected.append(visit.began)
        assert most_within(self.rejected) <= self.day.limits.server_rejections


@pytest.mark.laws
def test_no_sequence_of_checks_spends_more_than_the_budgets() -> None:
    """However checks overlap, end or are killed, no account and no server is tried too often."""
    run_state_machine_as_test(Checks, settings=MACHINE)


class ChangingSecrets(Checks):
    """The same, with secrets that are changed now and then."""

    secrets = ("first", "second")

    @rule(user=st.sampled_from(USERS))
    def change(self, user: str) -> None:
        """The other secret is put into the password file."""
        before, after = self.secrets
        self.secret[user] = after if self.secret[user] == before else before


@pytest.mark.laws
def test_no_change_of_secrets_spends_more_than_the_budgets() -> None:
    """Though the secret is changed, even back and forth, each is tried as often as any."""
    run_state_machine_as_test(ChangingSecrets, settings=MACHINE)


DELAYS = st.sampled_from((0.0, 0.0, 1.0, 5.0, 12.0, 250.0, 540.0, 590.0)) | st.floats(0, 1_200)


@given(st.lists(DELAYS, min_size=6, max_size=16))
@PROPERTY
def test_no_pace_of_rejections_is_five_to_fail2ban(delays: list[float]) -> None:
    """However closely rejections follow on what the guard frees, fail2ban never counts five."""
    day = Day()
    for number, delay in enumerate(delays):
        user = f"user {number}"
        decision = day.ask(user)
        if not decision.go:
            day.wait(decision.until - day.now + 0.001)
        day.wait(delay)
        assert day.check(user=user).go
    assert as_fail2ban_counts(day.rejected) < 5


MOMENTS = st.floats(BEGIN - 400 * DAY, BEGIN + 400 * DAY).map(lambda moment: round(moment, 3))
SPENT = st.builds(
    Spent,
    fingerprint=st.sampled_from(("", "salt:first")),
    count=st.integers(0, 20),
    hold=st.sampled_from((0.0, 60.0, 3_600.0, DAY)),
    until=MOMENTS,
)
MEMORIES = st.builds(Memory, user=st.sampled_from(USERS), spent=SPENT, forced=MOMENTS)
ENTRIES = st.builds(
    lambda kind, user, at, length: parse([name_of(kind, user, at, at + length)])[0],
    st.sampled_from((TRY, REJECTED, TURN)),
    st.sampled_from(USERS),
    MOMENTS,
    st.floats(0, 3_600),
)


def sound(memory: Memory, entries: list[Entry], now: float, limits: Limits) -> Budget:
    """What a run makes of the entries: a wrong clock's are put right, what is over goes."""
    kept = [
        parse([name_of(each.kind, each.key, now, now)])[0] if by_wrong_clock(each, now) else each
        for each in entries
        if not is_over(each, now)
    ]
    return budget(kept, memory.user, now, (now, ""), lambda _: False)


@given(MEMORIES, st.lists(ENTRIES, max_size=6), MOMENTS, st.booleans())
@PROPERTY
def test_no_hold_lies_more_than_a_day_ahead(
    memory: Memory, entries: list[Entry], now: float, retry_now: bool
) -> None:
    """Whatever the clock showed before, the next try is at most 24 hours away."""
    limits = Limits(hold=9 * DAY)
    found = sound(memory, entries, now, limits)
    known = guard.sound(guard.counted(memory, found.left, limits), now)
    decision = guard.decide(known, found, now, limits, retry_now=retry_now)
    assert decision.go or decision.until <= now + DAY + 1e-6


@given(MEMORIES, st.lists(ENTRIES, max_size=6), MOMENTS)
@PROPERTY
def test_whatever_is_remembered_ends_some_day(
    memory: Memory, entries: list[Entry], now: float
) -> None:
    """A day later at the latest the account is tried again, whatever was remembered."""
    limits = Limits()
    found = sound(memory, entries, now, limits)
    known = guard.sound(guard.counted(memory, found.left, limits), now)
    later = now + DAY + LONGEST
    assert guard.decide(known, Budget(), later, limits).go
