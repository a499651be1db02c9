"""The output for Nagios and Icinga: golden lines, exit code first."""

from __future__ import annotations

import itertools
import re

import pytest
from fakes import outcomes
from fakes.perfdata import read_perfdata
from fakes.plugin import Run, require_clean
from hypothesis import given
from hypothesis import strategies as st

from check_smtp_auth.accounts import Policy
from check_smtp_auth.observation import Kind, Stage, Times
from check_smtp_auth.outcome import Outcome
from check_smtp_auth.report.nagios import decimal, render

WHO = "finance@example.test at mail.example.test:587"
TIMES = "auth_time=0.104s;;;0 certificate_days=61;14:;3: connect_time=0.012s;;;0"
FIGURES = f"{TIMES} tls_time=0.031s;;;0 total_time=0.211s;;;0"
SLOW = Policy(total=outcomes.thresholds("0.2", "5"), auth=outcomes.thresholds("1", "2"))
SLOWER = Policy(auth=outcomes.thresholds("0.05", "0.1"))


def printed(outcome: Outcome, verbosity: int = 0) -> Run:
    """What is printed, held to what holds for every output."""
    text, code = render([outcome], verbosity)
    run = Run(code, f"{text}\n", "", 0)
    require_clean(run)
    return run


GOLDEN = {
    "accepted": (
        outcomes.accepted(),
        f"0 SMTP_AUTH OK - {WHO} authenticated by PLAIN over TLSv1.3 in 0.211 s | {FIGURES}",
    ),
    "accepted without TLS": (
        outcomes.accepted(tls=None, times=Times(0.012, None, 0.104, 0.211)),
        f"0 SMTP_AUTH OK - {WHO} authenticated by PLAIN over an unencrypted connection in 0.211 s"
        " | auth_time=0.104s;;;0 connect_time=0.012s;;;0 total_time=0.211s;;;0",
    ),
    "refused": (
        outcomes.refused(),
        f"2 SMTP_AUTH CRITICAL - {WHO}: user name or password rejected: "
        f"535 5.7.8 Error: authentication failed | {FIGURES}",
    ),
    "cannot say now": (
        outcomes.refused("4.7.0 Temporary authentication failure", code=454),
        f"1 SMTP_AUTH WARNING - {WHO}: the server has a temporary problem: "
        f"454 4.7.0 Temporary authentication failure | {FIGURES}",
    ),
    "slow": (
        outcomes.accepted(SLOW),
        f"1 SMTP_AUTH WARNING - {WHO}: authenticated, but slowly: "
        "total time 0.211 s (threshold 0.2) | auth_time=0.104s;1;2;0 "
        "certificate_days=61;14:;3: connect_time=0.012s;;;0 tls_time=0.031s;;;0 "
        "total_time=0.211s;0.2;5;0",
    ),
    "slower": (
        outcomes.accepted(SLOWER),
        f"2 SMTP_AUTH CRITICAL - {WHO}: authenticated, but slowly: "
        "AUTH time 0.104 s (threshold 0.1) | auth_time=0.104s;0.05;0.1;0 "
        "certificate_days=61;14:;3: connect_time=0.012s;;;0 tls_time=0.031s;;;0 "
        "total_time=0.211s;;;0",
    ),
    "expiring": (
        outcomes.accepted(tls=outcomes.tls(13.5)),
        f"1 SMTP_AUTH WARNING - {WHO}: authenticated, but the certificate of "
        "CN=mail.example.test expires in 13 days | "
        f"{FIGURES.replace('days=61', 'days=13')}",
    ),
    "expiring very soon": (
        outcomes.accepted(tls=outcomes.tls(1.5)),
        f"2 SMTP_AUTH CRITICAL - {WHO}: authenticated, but the certificate of "
        "CN=mail.example.test expires in 1 day | "
        f"{FIGURES.replace('days=61', 'days=1')}",
    ),
    "no answer": (
        outcomes.failed(Stage.CONNECT, Kind.TIMEOUT),
        f"2 SMTP_AUTH CRITICAL - {WHO}: no answer in time: waited for the TCP connection, 10 s in "
        "total | total_time=10.0004s;;;0",
    ),
    "no connection": (
        outcomes.unreachable(),
        f"2 SMTP_AUTH CRITICAL - {WHO}: the connection was refused: 2001:db8::25, "
        "192.0.2.25 | total_time=0.002s;;;0",
    ),
    "not tried": (
        outcomes.not_tried(),
        f"3 SMTP_AUTH UNKNOWN - {WHO}: -P: no such file | total_time=0.0001s;;;0",
    ),
}


@pytest.mark.parametrize("case", list(GOLDEN))
def test_the_first_line_to_the_letter(case: str) -> None:
    """Exit code and first line of each kind of outcome, to the letter."""
    outcome, expected = GOLDEN[case]
    run = printed(outcome)
    assert f"{run.code} {run.lines[0]}" == expected


@pytest.mark.parametrize("days", [14, 14.5, 3, 3.5, 2.99, 0.5, 0, -0.5, -3])
def test_days_are_rounded_down(days: float) -> None:
    """Days are whole and rounded down; WARNING and CRITICAL when there are fewer than asked."""
    run = printed(outcomes.accepted(tls=outcomes.tls(days)))
    whole = int(days // 1)
    assert run.perfdata["certificate_days"].text == str(whole)
    assert run.code == (2 if whole < 3 else 1 if whole < 14 else 0)


@given(st.floats(min_value=0, max_value=1e7))
def test_seconds_have_six_decimals_and_no_exponent(seconds: float) -> None:
    """Any time is written plainly, to the microsecond."""
    text = decimal(seconds)
    assert re.fullmatch(r"[0-9]+(\.[0-9]{1,6})?", text)
    assert abs(float(text) - seconds) <= 5.1e-7
    assert read_perfdata(f"total_time={text}s;;;0")["total_time"].unit == "s"


def test_waiting_is_a_figure_only_where_there_was_some() -> None:
    """What was waited for other checks stands in perfdata where it was, without a threshold."""
    policy = Policy(total=outcomes.thresholds("2", "4"))
    run = printed(outcomes.accepted(policy, times=Times(0.1, 0.1, 0.1, 3.5, wait=2.25)), 1)
    assert (run.code, run.perfdata["wait_time"].text) == (0, "2.25")
    assert (run.perfdata["wait_time"].warning, run.perfdata["total_time"].warning) == ("", "2")
    assert "waiting 2.250 s" in run.long
    assert "wait_time" not in printed(outcomes.accepted(policy)).perfdata


@pytest.mark.parametrize(
    ("times", "labels"),
    [
        (Times(None, None, None, 1), ["total_time"]),
        (Times(1, None, None, 1), ["connect_time", "total_time"]),
        (Times(1, 1, None, 1), ["connect_time", "tls_time", "total_time"]),
        (Times(0, 0, 0, 0), ["auth_time", "connect_time", "tls_time", "total_time"]),
    ],
)
def test_what_was_not_reached_is_left_out(times: Times, labels: list[str]) -> None:
    """Perfdata has what was reached and no more, a zero among it; the total is always there."""
    run = printed(outcomes.failed(Stage.AUTH, Kind.LOST, times=times))
    assert list(run.perfdata) == labels


@pytest.mark.parametrize("notation", ["5", "1:", "~:5", "@1:2", "0.5:1.5", "-1:1", "0:"])
def test_thresholds_are_shown_as_given(notation: str) -> None:
    """Perfdata repeats the ranges as they were given, each with its own figure."""
    both = outcomes.thresholds(notation, notation)
    run = printed(outcomes.accepted(Policy(total=both, connect=both, auth=both)))
    for label in ("total_time", "connect_time", "auth_time"):
        figure = run.perfdata[label]
        assert (figure.warning, figure.critical, figure.minimum) == (notation, notation, 0)
    assert run.perfdata["tls_time"].warning == ""


def test_days_that_are_turned_off_have_no_thresholds() -> None:
    """With -D 0,0 the days are shown and not judged."""
    for days in (1.5, -1.5):
        policy = Policy(warning_days=0, critical_days=0)
        run = printed(outcomes.accepted(policy, tls=outcomes.tls(days)))
        assert run.code == 0
        assert run.perfdata["certificate_days"][2:4] == ("", "")


ORDER = ("CRITICAL", "WARNING", "UNKNOWN", "OK")


@pytest.mark.parametrize(("expiring", "slow"), [*itertools.product(ORDER, ORDER)])
def test_the_worst_of_several_findings_wins(expiring: str, slow: str) -> None:
    """CRITICAL, WARNING, UNKNOWN, OK: the worst gives state and first line, the rest a line."""
    states = {"certificate-expiring": expiring, "slow": slow}
    outcome = outcomes.accepted(SLOW.replace(states=states), tls=outcomes.tls(5.5))
    worst = min(expiring, slow, key=ORDER.index)
    run = printed(outcome, 1)
    assert run.first.startswith(f"SMTP_AUTH {worst} - ")
    found = {"certificate-expiring", "slow"}
    assert {outcome.verdict.slug, *outcome.verdict.also} - {"authenticated"} == found
    assert "expires in 5 days" in run.output
    assert "total time 0.211 s" in run.output


@pytest.mark.parametrize("state", ["OK", "UNKNOWN"])
def test_ok_and_unknown_are_one_line(state: str) -> None:
    """Without -v OK and UNKNOWN are one line, whatever led to the state."""
    overridden = dict.fromkeys(
        ("slow", "credentials-rejected", "timeout", "certificate-expiring"), state
    )
    policy = SLOW.replace(states=overridden)
    for outcome in (
        outcomes.accepted(policy),
        outcomes.accepted(policy, tls=outcomes.tls(5.5)),
        outcomes.refused(policy=policy),
    ):
        run = printed(outcome)
        assert run.first.startswith(f"SMTP_AUTH {state} - ")
        assert run.long == ""


def test_a_problem_always_brings_advice() -> None:
    """A WARNING or CRITICAL explains itself and says what to do, without -v."""
    for outcome in (outcomes.refused(), outcomes.accepted(SLOW), outcomes.unreachable()):
        run = printed(outcome)
        assert outcome.verdict.explanation in run.lines
        assert f"To do: {outcome.verdict.advice}" in run.lines


def test_verbose_adds_advice_to_unknown() -> None:
    """With -v an UNKNOWN too explains itself and says what to do."""
    run = printed(outcomes.not_tried(), 1)
    assert f"To do: {outcomes.not_tried().verdict.advice}" in run.lines


def test_verbose_tells_the_facts() -> None:
    """-v tells server, TLS, certificate, mechanisms and times, of an OK too."""
    run = printed(outcomes.accepted(), 1)
    assert run.lines[1:] == [
        "Server: 192.0.2.25, mail.example.test",
        "TLS: TLSv1.3, TLS_AES_256_GCM_SHA384",
        "Certificate: CN=mail.example.test, issued by CN=Example CA, O=Example, "
        "valid until 2027-03-17T20:00:00Z",
        "Mechanisms offered: PLAIN LOGIN; chosen: PLAIN",
        "Not chosen: LOGIN: PLAIN is preferred",
        "Times: connect 0.012 s, TLS 0.031 s, AUTH 0.104 s, total 0.211 s",
    ]


def test_more_verbose_shows_the_dialogue() -> None:
    """-vv adds the dialogue, each line with its speaker, and the time of each reply."""
    run = printed(outcomes.refused("5.7.8 One", "5.7.8 Two"), 2)
    assert run.lines[-3:] == [
        "C: AUTH PLAIN ***",
        "S: 535-5.7.8 One",
        "S: 535 5.7.8 Two [0.104 s]",
    ]
    assert not any(line.startswith(("C:", "S:")) for line in printed(outcomes.refused(), 1).lines)


def test_most_verbose_names_the_versions() -> None:
    """-vvv ends with what a report of a fault should name."""
    run = printed(outcomes.accepted(), 3)
    assert re.fullmatch(
        r"Versions: check_smtp_auth \S+, Python 3\S+, OpenSSL .+, nagiosplugin 1\.\S+",
        run.lines[-1],
    )
