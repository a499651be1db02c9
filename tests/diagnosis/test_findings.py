"""What is found beside the login: times outside their ranges, and a login without a guard."""

from __future__ import annotations

from typing import Any

import pytest
from fakes import outcomes
from fakes.outcomes import ACCOUNT, NOW, observation, thresholds

from check_smtp_auth.accounts import Policy
from check_smtp_auth.diagnosis import Verdict, diagnose
from check_smtp_auth.observation import Failure, Kind, Stage, Times
from check_smtp_auth.smtp.reply import Reply
from check_smtp_auth.state.guard import Decision
from check_smtp_auth.state.history import Recalled
from check_smtp_auth.state.memory import Memory

TROUBLE = "/var/lib/x belongs to root: run chown monitor /var/lib/x"


def slow(policy: Policy, total: float, wait: float = 0.0) -> Verdict:
    """The judgement on a login that took so long in all."""
    return outcomes.accepted(policy, times=Times(0.01, 0.02, 0.1, total, wait=wait)).verdict


@pytest.mark.parametrize(
    ("range_", "seconds", "words"),
    [
        ("2", 3.841, "slowly: total time 3.841 s (threshold 2)"),
        ("1:2", 2.5, "slowly: total time 2.500 s (threshold 1:2)"),
        ("5:", 0.211, "faster than expected: total time 0.211 s (threshold 5:)"),
        ("1:2", 0.5, "faster than expected: total time 0.500 s (threshold 1:2)"),
        ("@0:1", 0.211, "with an unexpected time: total time 0.211 s (threshold @0:1)"),
    ],
)
def test_how_a_time_is_outside_its_range(range_: str, seconds: float, words: str) -> None:
    """A time over its range is slow, one under it is not, and both are told as they are."""
    verdict = slow(Policy(total=thresholds(range_)), seconds)
    assert (verdict.slug, verdict.state) == ("slow", "WARNING")
    assert verdict.summary.endswith(f": authenticated, but {words}")


@pytest.mark.parametrize("range_", ["2", "-1:5", "5:", "@0:1"])
def test_a_time_that_is_well_is_not_told(range_: str) -> None:
    """A time in its range is no finding, the ends of the range among it."""
    seconds = {"2": 2.0, "-1:5": 0.2, "5:": 5.0, "@0:1": 1.5}[range_]
    assert slow(Policy(total=thresholds(range_)), seconds).slug == "authenticated"


def test_the_first_of_several_that_are_as_bad_is_told() -> None:
    """Total, connect and AUTH time are looked at in this order; the worst is told, of these one."""
    all_three = {name: thresholds("0.001") for name in ("total", "connect", "auth")}
    assert "total time 0.300 s" in slow(Policy(**all_three), 0.3).summary
    assert (
        "connect time 0.010 s" in slow(Policy(**{**all_three, "total": thresholds()}), 0.3).summary
    )
    worst = {**all_three, "auth": thresholds("0.001", "0.05")}
    verdict = slow(Policy(**worst), 0.3)
    assert (verdict.state, verdict.also) == ("CRITICAL", ())
    assert "AUTH time 0.100 s" in verdict.summary


@pytest.mark.parametrize(
    ("days", "state"),
    [(14.0, "OK"), (13.999, "WARNING"), (3.0, "WARNING"), (2.999, "CRITICAL"), (0.0, "CRITICAL")],
)
def test_how_long_a_certificate_is_well(days: float, state: str) -> None:
    """Whole days count: -D 14,3 warns of 13 days and the rest of a day, and not of 14."""
    assert outcomes.accepted(tls=outcomes.tls(days)).verdict.state == state
    off = Policy(warning_days=0, critical_days=0)
    assert outcomes.accepted(off, tls=outcomes.tls(days)).verdict.state == "OK"


@pytest.mark.parametrize(
    ("days", "state"),
    [(30, "OK"), (29, "WARNING"), (7, "WARNING"), (6, "CRITICAL"), (-9, "CRITICAL")],
)
def test_how_long_a_secret_is_well(days: int, state: str) -> None:
    """A secret that is known to end warns 30 days before, and is CRITICAL 7 days before."""
    policy = Policy(secret_expires=NOW + days * 86_400)
    verdict = outcomes.accepted(policy).verdict
    assert verdict.state == state
    assert verdict.slug == ("authenticated" if state == "OK" else "secret-expiring")


def test_waiting_for_others_is_judged_by_no_threshold() -> None:
    """What was waited for other checks of ours is in the total, and not held against it."""
    policy = Policy(total=thresholds("2", "4"))
    waited = slow(policy, 3.841, wait=2.9)
    assert (waited.slug, waited.state) == ("authenticated", "OK")
    assert waited.summary.endswith("in 3.841 s, including 2.900 s of waiting for our other checks")
    late = slow(policy, 6.0, wait=3.5)
    assert (late.slug, late.state) == ("slow", "WARNING")
    assert "slowly: total time 2.500 s, excluding 3.500 s of waiting (threshold 2)" in late.summary


def test_other_times_are_judged_as_they_are() -> None:
    """Waiting is no part of the connect time or of AUTH."""
    policy = Policy(auth=thresholds("0.05"))
    assert slow(policy, 5.0, wait=4.0).summary.endswith("AUTH time 0.100 s (threshold 0.05)")


def judged(policy: Policy | None = None, decision: Decision | None = None, **seen: Any) -> Verdict:
    """The judgement where nothing can be written down."""
    recalled = Recalled(Memory("finance"), decision, None, TROUBLE, False)
    return diagnose(ACCOUNT, observation(**seen), policy or Policy(), NOW, recalled)


REFUSED = Failure(Stage.AUTH, Kind.REPLY, reply=Reply(535, ("5.7.8 no",)))


def test_an_accepted_login_that_nothing_guards() -> None:
    """A good login is WARNING where nothing is remembered of it: why, and what helps."""
    verdict = judged()
    assert (verdict.slug, verdict.state, verdict.also) == ("unguarded", "WARNING", ())
    said = f"authenticated, but the lockout guard does not work for this account: {TROUBLE}"
    assert verdict.summary.endswith(f": {said}")
    assert "--no-guard" in verdict.advice


def test_it_stands_among_others() -> None:
    """Beside a worse finding it is told with it, and takes nothing of its place."""
    verdict = judged(Policy(total=thresholds("", "0.1")))
    assert (verdict.slug, verdict.state, verdict.also) == ("slow", "CRITICAL", ("unguarded",))
    assert any(TROUBLE in words for words in verdict.other)


def test_a_refused_login_that_nothing_guards() -> None:
    """A refusal stays what it is, CRITICAL, and says that it is tried again and again."""
    verdict = judged(failure=REFUSED)
    assert (verdict.slug, verdict.state) == ("credentials-rejected", "CRITICAL")
    assert verdict.also == ("unguarded",)
    assert verdict.other == (f"the lockout guard does not work for this account: {TROUBLE}",)


@pytest.mark.parametrize(
    ("stage", "kind"),
    [
        (Stage.CONNECT, Kind.REFUSED),
        (Stage.DNS, Kind.DNS),
        (Stage.TLS, Kind.PIN),
        (Stage.AUTH, Kind.EXPOSED),
        (Stage.AUTH, Kind.TOO_LONG),
        (Stage.EHLO, Kind.PIN),
        (Stage.EHLO, Kind.STRIPPED),
        (Stage.EHLO, Kind.NO_UTF8),
    ],
)
def test_what_was_not_tried_needs_no_guard(stage: Any, kind: Any) -> None:
    """Where it did not come to a login the trouble is a notice, and no finding."""
    verdict = judged(failure=Failure(stage, kind, "no way"))
    assert verdict.also == ()
    assert f"{TROUBLE}." in verdict.notices


def test_a_held_login_is_not_unguarded() -> None:
    """What is held was not tried: its state is that of the last diagnosis."""
    verdict = judged(decision=Decision(False, "busy", NOW), failure=Failure(Stage.AUTH, Kind.HELD))
    assert (verdict.slug, verdict.also) == ("held", ())


def test_its_state_can_be_another() -> None:
    """--state unguarded=OK accepts it, and it is still told."""
    verdict = judged(Policy(states={"unguarded": "OK"}))
    assert (verdict.slug, verdict.state, verdict.also) == ("authenticated", "OK", ("unguarded",))


def test_what_is_refused_as_expected_needs_a_guard_too() -> None:
    """A retired credential that is refused as expected is WARNING where nothing guards it."""
    verdict = judged(Policy(expect_rejected=True), failure=REFUSED)
    assert (verdict.slug, verdict.state) == ("unguarded", "WARNING")
    assert verdict.also == ("credentials-rejected",)
