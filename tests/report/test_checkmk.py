"""Lines of local checks for Checkmk, and its piggyback sections."""

from __future__ import annotations

import pytest
from fakes import outcomes
from fakes.files import faulty, named, rejected, told, unanswered, undecided, working
from fakes.readers import Service, read_local_checks

from check_smtp_auth.accounts import Policy
from check_smtp_auth.observation import Times
from check_smtp_auth.outcome import Outcome
from check_smtp_auth.report.checkmk import render


def services(*found: Outcome, verbosity: int = 0) -> list[Service]:
    """What Checkmk makes of these accounts."""
    run = told("checkmk", found, verbosity)
    assert (run.code, run.errors) == (0, "")
    return read_local_checks(run.output)


def test_a_line_for_each_account() -> None:
    """Each account is a service of its own, with state, figures and words, in the file's order."""
    found = [rejected("fin ance"), working("b"), undecided("c"), faulty("d"), unanswered("e")]
    made = services(*found)
    assert [(each.host, each.item, each.state) for each in made] == [
        ("", "SMTP AUTH fin ance", 2),
        ("", "SMTP AUTH b", 0),
        ("", "SMTP AUTH c", 1),
        ("", "SMTP AUTH d", 3),
        ("", "SMTP AUTH e", 2),
    ]
    assert made[1].metrics == {
        "connect_time": 0.012,
        "tls_time": 0.031,
        "auth_time": 0.104,
        "total_time": 0.211,
        "certificate_days": 61,
    }
    assert made[3].metrics == {"total_time": 0.0001}


def test_a_line_to_the_letter() -> None:
    """The line of an account that works, as the agent prints it."""
    policy = Policy(total=outcomes.thresholds("0.5", "1"), auth=outcomes.thresholds("@1:2", "~:9"))
    found = outcomes.accepted(
        policy, named("finance"), tls=None, times=Times(0.012, None, 0.104, 0.211)
    )
    assert told("checkmk", [found]).output == (
        '0 "SMTP AUTH finance" connect_time=0.012;;;0|auth_time=0.104;;;0|total_time=0.211;0.5;1;0 '
        "finance@example.test at mail.example.test:587 authenticated by PLAIN over an unencrypted "
        "connection in 0.211 s\n"
    )


def test_the_advice_is_below_the_first_line() -> None:
    """What to do, and who uses the account, stand in the service's details."""
    found = rejected("finance", used_by="ERP, copier")
    (service,) = services(found)
    first, used_by, explanation, advice = service.text.split("\n")
    assert first == found.verdict.summary
    assert used_by == "Used by: ERP, copier"
    assert (explanation, advice) == (
        found.verdict.explanation,
        f"To do: {found.verdict.advice}",
    )
    (verbose,) = services(working("a"), verbosity=1)
    assert "\nTimes: " in verbose.text


def test_other_hosts_have_sections_of_their_own() -> None:
    """Accounts of another host in the monitor go there, and what is run next goes here again."""
    found = [
        *(working("a", monitor_host="erp1"), working("b"), working("c", monitor_host="web test")),
        *(rejected("d", monitor_host="erp1"), working("e")),
    ]
    run = told("checkmk", found)
    assert [(each.host, each.item[10:]) for each in read_local_checks(run.output)] == [
        *(("", "b"), ("", "e"), ("erp1", "a"), ("erp1", "d"), ("web_test", "c")),
    ]
    assert run.lines[2:4] == ["<<<<erp1>>>>", "<<<local>>>"]
    assert run.lines[-2:] == ["<<<<>>>>", "<<<local>>>"]


@pytest.mark.parametrize("user", ['o"neil', "o'neil", "a|b;c", "a=b[1]", "back\\slash"])
def test_one_account_by_options(user: str) -> None:
    """A check by options is a service named after its user, whatever characters that has."""
    text, code = render([outcomes.refused(account=outcomes.ACCOUNT.replace(user=user))])
    (service,) = read_local_checks(f"{text}\n")
    assert (code, service.state) == (0, 2)
    assert service.item.startswith("SMTP AUTH ")
    assert len(service.item) == len(f"SMTP AUTH {user}")
