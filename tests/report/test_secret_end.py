"""A secret that is known to end: the days that are left, judged, printed and told as JSON."""

from __future__ import annotations

import json
from typing import Any

import pytest
from fakes import outcomes
from fakes.outcomes import DAY, NOW
from fakes.plugin import Check, Run, require_clean
from fakes.scripts import ACCEPT, REJECT, clear
from fakes.server import Server

from check_smtp_auth.accounts import Policy
from check_smtp_auth.observation import Kind, Stage
from check_smtp_auth.outcome import Outcome
from check_smtp_auth.report.as_json import render as as_json
from check_smtp_auth.report.nagios import render as as_nagios


def policy(days: int, **more: Any) -> Policy:
    """A policy by which the secret expires in so many days, as --secret-expires gives a date."""
    return Policy(secret_expires=NOW // DAY * DAY + days * DAY, **more)


def printed(outcome: Outcome) -> Run:
    """What is printed for Nagios."""
    text, code = as_nagios([outcome])
    run = Run(code, f"{text}\n", "", 0)
    require_clean(run)
    return run


def account(outcome: Outcome) -> dict[str, Any]:
    """The account in the JSON."""
    (found,) = json.loads(as_json([outcome])[0])["accounts"]
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize(
    ("days", "code", "words"),
    [
        (400, 0, ""),
        (31, 0, ""),
        (30, 0, ""),
        (29, 1, "the secret expires in 29 days, on 2027-02-13"),
        (8, 1, "the secret expires in 8 days, on 2027-01-23"),
        (7, 1, "the secret expires in 7 days, on 2027-01-22"),
        (6, 2, "the secret expires in 6 days, on 2027-01-21"),
        (1, 2, "the secret expires tomorrow, on 2027-01-16"),
        (0, 2, "the secret expires today"),
        (-1, 2, "the secret expired yesterday, on 2027-01-14"),
        (-40, 2, "the secret expired 40 days ago, on 2026-12-06"),
    ],
)
@pytest.mark.parametrize("hour", [-8, 0, 15.99])
def test_warning_under_30_critical_under_7(days: int, code: int, words: str, hour: float) -> None:
    """An accepted login whose secret ends soon is WARNING under 30 days, CRITICAL under 7; days
    are those of the calendar at any hour, in words as in figures.
    """
    left, outcome = days, outcomes.accepted(policy(days), now=NOW + hour * 3600)
    run = printed(outcome)
    assert run.code == code
    assert (f": authenticated, but {words}" in run.first) if words else ("but" not in run.first)
    figure = run.perfdata["secret_days"]
    assert (figure.text, figure.warning, figure.critical) == (str(left), "30:", "7:")
    found = account(outcome)
    assert found["secret_days"] == left
    assert found["diagnosis"] == ("secret-expiring" if words else "authenticated")


@pytest.mark.parametrize(
    ("warning", "critical", "ranges", "code"),
    [(60, 10, ("60:", "10:"), 1), (60, 45, ("60:", "45:"), 2), (0, 0, ("", ""), 0)],
)
def test_other_days(warning: int, critical: int, ranges: tuple[str, str], code: int) -> None:
    """--secret-days gives other days; 0 asks for nothing, and the figure is still there."""
    wanted = policy(40, secret_warning_days=warning, secret_critical_days=critical)
    run = printed(outcomes.accepted(wanted))
    assert run.code == code
    figure = run.perfdata["secret_days"]
    assert (figure.text, figure.warning, figure.critical) == ("40", *ranges)


FAILURES = {
    "refused": outcomes.refused(policy=policy(3)),
    "no connection": outcomes.failed(Stage.CONNECT, Kind.TIMEOUT, policy=policy(3)),
}


@pytest.mark.parametrize("case", FAILURES)
def test_a_failure_is_not_judged_by_its_days(case: str) -> None:
    """A failed login keeps its own diagnosis; the days are told, in perfdata and JSON."""
    run, found = printed(FAILURES[case]), account(FAILURES[case])
    assert run.code == 2
    assert "expires in" not in run.output
    assert run.perfdata["secret_days"].text == "3"
    assert (found["secret_days"], found["also"]) == (3, [])
    assert found["diagnosis"] != "secret-expiring"


def test_without_a_date_there_are_no_days() -> None:
    """Where the end is not known, nothing is printed of it, and JSON has null."""
    assert "secret_days" not in printed(outcomes.accepted()).perfdata
    assert account(outcomes.accepted())["secret_days"] is None


REFUSALS = [
    outcomes.refused,
    lambda **more: outcomes.refused("5.7.8 Your password has expired", **more),
]


@pytest.mark.parametrize("refused", REFUSALS)
@pytest.mark.parametrize(
    ("days", "words"),
    [
        (-40, "expired 40 days ago"),
        (-1, "expired yesterday"),
        (0, "expires today"),
        (1, ""),
        (9, ""),
    ],
)
def test_a_refused_secret_whose_date_is_past(refused: Any, days: int, words: str) -> None:
    """A secret that is refused after its date is said to be past it, at the head of the advice."""
    said = f"According to --secret-expires, the secret {words}"
    assert (said in printed(refused(policy=policy(days))).long) == bool(words)
    assert (said in account(refused(policy=policy(days)))["advice"]) == bool(words)


def test_a_date_says_nothing_of_other_troubles() -> None:
    """Where the secret was not what failed, its date is not held against it."""
    for trouble in (
        outcomes.failed(Stage.CONNECT, Kind.TIMEOUT, policy=policy(-9)),
        outcomes.refused("5.7.1 Account locked", policy=policy(-9)),
    ):
        assert "According to --secret-expires" not in printed(trouble).output


def test_its_state_can_be_another() -> None:
    """--state secret-expiring=OK silences it; it stands beside the diagnosis then."""
    outcome = outcomes.accepted(policy(3, states={"secret-expiring": "OK"}))
    assert printed(outcome).code == 0
    assert account(outcome)["also"] == ["secret-expiring"]


def test_the_plugin_counts_the_days(check: Check) -> None:
    """--secret-expires and --secret-days reach the judgement of a real run."""
    options = ("--tls", "none", "--secret-expires", "2020-02-29")
    with Server(clear(ACCEPT)) as server:
        ended = check(server, *options, host="127.0.0.1")
        off = check(server, *options, "--secret-days", "0,0", host="127.0.0.1")
    assert (ended.code, off.code) == (2, 0)
    assert "authenticated, but the secret expired" in ended.first
    assert ended.perfdata["secret_days"].value < -2000
    with Server(clear(REJECT)) as server:
        refused = check(server, *options, "--output", "json", host="127.0.0.1")
    assert refused.account["diagnosis"] == "credentials-rejected"
    assert refused.account["secret_days"] < -2000
