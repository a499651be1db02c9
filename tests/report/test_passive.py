"""Passive results for Nagios, Naemon and Icinga 2: external commands, one an account."""

from __future__ import annotations

import pytest
from fakes import outcomes
from fakes.files import faulty, named, rejected, told, unanswered, undecided, working
from fakes.outcomes import NOW
from fakes.readers import LONGEST_COMMAND, Command, read_commands

from check_smtp_auth.outcome import Outcome
from check_smtp_auth.report import nagios
from check_smtp_auth.report.passive import render

HOST = "mail.example.test"


def commands(*found: Outcome, verbosity: int = 0) -> list[Command]:
    """What a monitor reads of these accounts."""
    run = told("passive", found, verbosity)
    assert (run.code, run.errors) == (0, "")
    return read_commands(run.output)


def test_a_command_for_each_account() -> None:
    """Each account is a service of its host, with its state, at the time of its check."""
    found = [
        *(rejected("fin ance"), working("b", monitor_host="erp1"), undecided("c")),
        *(faulty("d"), unanswered("e", host="2001:db8::25")),
    ]
    assert [each[:4] for each in commands(*found)] == [
        (NOW, HOST, "smtp-auth fin ance", 2),
        (NOW, "erp1", "smtp-auth b", 0),
        (NOW, HOST, "smtp-auth c", 1),
        (NOW, HOST, "smtp-auth d", 3),
        (NOW, "2001:db8::25", "smtp-auth e", 2),
    ]


@pytest.mark.parametrize("verbosity", [0, 1])
def test_the_output_is_the_plugins_own(verbosity: int) -> None:
    """First line, figures and long output are what --output nagios prints of that account."""
    for outcome in (working("a"), rejected("b", used_by="ERP"), faulty("c")):
        (command,) = commands(outcome, verbosity=verbosity)
        text, _ = nagios.render([outcome], verbosity)
        first, _, long = text.partition("\n")
        assert (command.first, command.long) == (first.partition(" | ")[0], long)
        assert list(command.perfdata)[-1] == "total_time"


@pytest.mark.parametrize(("length", "lines"), [(800, 40), (1, 1_000)])
@pytest.mark.parametrize("letter", ["a", "\u4e2d", "\U0001f600"])
def test_no_command_is_too_long(letter: str, length: int, lines: int) -> None:
    """However much there is to tell, a command fits, and says that something was left out."""
    found = rejected(
        letter * 90, *[letter * length] * lines, used_by=letter * 800, monitor_host="h" * 900
    )
    for verbosity in (0, 1, 2, 3):
        (command,) = commands(found, verbosity=verbosity)
        assert command.code == 2
    run = told("passive", [found], 3)
    assert LONGEST_COMMAND - 3_500 < len(run.lines[0].encode()) <= LONGEST_COMMAND
    assert "(shortened)" in run.output


@pytest.mark.parametrize("host", ["", "a;b", "x\ny", "with blank"])
def test_a_host_is_one_field(host: str) -> None:
    """Whatever a host is called, or if it has no name, the command has all its fields."""
    by_server = outcomes.accepted(account=named("a", host=host))
    by_monitor = working("a", monitor_host=host)
    for outcome in (by_server, by_monitor):
        (command,) = commands(outcome)
        assert command.host
        assert command.service == "smtp-auth a"


def test_one_account_by_options() -> None:
    """A check by options is the service of its user."""
    text, code = render([outcomes.refused()])
    (command,) = read_commands(f"{text}\n")
    assert (code, command.code) == (0, 2)
    assert command.service == "smtp-auth finance@example.test"
