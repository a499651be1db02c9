"""Metrics for the textfile collector, read strictly, and by Prometheus's own tool."""

from __future__ import annotations

import subprocess

import pytest
from fakes import outcomes
from fakes.files import faulty, named, rejected, told, unanswered, undecided, working
from fakes.outcomes import DAY, NOW
from fakes.readers import read_metrics
from servers.process import missing, program

from check_smtp_auth.accounts import Policy
from check_smtp_auth.observation import Times
from check_smtp_auth.outcome import History, Outcome
from check_smtp_auth.report.prometheus import render

USUAL = (("host", "mail.example.test"), ("port", "587"))


def metrics(*found: Outcome) -> dict[tuple[str, frozenset[tuple[str, str]]], float]:
    """What Prometheus reads of these accounts."""
    run = told("prometheus", found)
    assert (run.code, run.errors) == (0, "")
    return read_metrics(run.output)


def series(name: str, account: str, **labels: str) -> tuple[str, frozenset[tuple[str, str]]]:
    """A series of an account."""
    return f"smtp_auth_{name}", frozenset((*USUAL, ("account", account), *labels.items()))


def test_what_is_told_of_an_account() -> None:
    """All that is known of an account, each a sample of its own with its labels."""
    history = History(last_success=NOW - 60)
    policy = Policy(secret_expires=NOW + 40 * DAY)
    labels = (("customer", "acme"), ("site", "s\u00e3o paulo"))
    found = outcomes.accepted(
        policy, named("finance", labels=labels), times=Times(0.012, 0.031, 0.104, 0.211, 0.5, 1.25)
    ).replace(history=history)
    own = dict(labels)
    phases = {"connect": 0.012, "tls": 0.031, "token": 0.5, "auth": 0.104, "wait": 1.25}
    times = {
        series("duration_seconds", "finance", phase=phase, **own): value
        for phase, value in {**phases, "total": 0.211}.items()
    }
    info = {"diagnosis": "authenticated", "mechanism": "PLAIN", "tls": "TLSv1.3"}
    assert metrics(found) == {
        series("state", "finance", **own): 0,
        series("info", "finance", **info, **own): 1,
        **times,
        series("certificate_expiry_timestamp_seconds", "finance", **own): NOW + 61.5 * DAY,
        series("secret_expiry_timestamp_seconds", "finance", **own): NOW + 40 * DAY,
        series("last_success_timestamp_seconds", "finance", **own): NOW - 60,
        series("last_run_timestamp_seconds", "finance", **own): NOW,
    }


def test_states_are_numbers() -> None:
    """The state is 0 to 3; what is not known has no sample, and is no zero."""
    found = [working("a"), undecided("b"), rejected("c"), faulty("d"), unanswered("e")]
    read = metrics(*found)
    assert [read[series("state", name)] for name in "abcde"] == [0, 1, 2, 3, 2]
    for name in "de":
        assert series("certificate_expiry_timestamp_seconds", name) not in read
        assert series("duration_seconds", name, phase="connect") not in read
        assert series("last_run_timestamp_seconds", name) in read
    assert not [name for name, _ in read if name.startswith("smtp_auth_secret_expiry")]


def test_the_user_name_is_no_label() -> None:
    """The name of an account in its file is a label, its user is not."""
    assert "example.test@" not in told("prometheus", [working("a")]).output
    assert "a@example.test" not in told("prometheus", [working("a")]).output


@pytest.mark.parametrize("name", ["phase", "diagnosis", "mechanism", "tls", "account", "__name__"])
def test_a_label_that_is_taken_spoils_nothing(name: str) -> None:
    """A label of the file's that has a meaning of its own here does not replace it."""
    plain = metrics(working("a"), rejected("b"))
    labels = ((name, "mine"),)
    assert metrics(working("a", labels=labels), rejected("b", labels=labels)) == plain


def test_one_account_by_options() -> None:
    """A check by options is named after its user."""
    text, code = render([outcomes.refused()])
    read = read_metrics(f"{text}\n")
    assert code == 0
    assert read[series("state", "finance@example.test")] == 2


def require_lint(text: str) -> None:
    """Fail unless Prometheus's own tool takes it and has no advice."""
    packages = missing("promtool")
    if packages:
        pytest.skip(f"install the Debian packages {' '.join(packages)}")
    tool = program("promtool") or "promtool"
    done = subprocess.run([tool, "check", "metrics"], input=text.encode(), capture_output=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_promtool_takes_it() -> None:
    """Prometheus's own tool finds nothing wrong, whatever the accounts and labels are called."""
    history = History(last_success=NOW - 60)
    odd = (("a_b", 'quote " and back\\slash'), ("c", "\u4e2d\u6587, {x}"))
    policy = Policy(secret_expires=NOW)
    found = [
        *(working("a"), rejected("b c", labels=odd), faulty("d"), unanswered("e", host="::1")),
        outcomes.accepted(policy, named("f")).replace(history=history),
    ]
    require_lint(told("prometheus", found).output)
