"""The options for many accounts: what they ask for, and with what they do not go."""

from __future__ import annotations

import pytest

from check_smtp_auth.accounts import Pace
from check_smtp_auth.options.parser import Fleet, Question, Request, UsageError, parse

FILE = ("--accounts", "/etc/smtp/accounts.ini")
LEAST = ("-H", "mail.example.test", "-u", "finance", "-P", "/secret")
MARKER = "hunter2"


def fleet(*arguments: str) -> Fleet:
    """What is asked for beside the accounts."""
    found = parse([*FILE, *arguments])
    assert isinstance(found, Fleet)
    return found


def problem(*arguments: str) -> str:
    """What is said of a wrong command line."""
    with pytest.raises(UsageError) as caught:
        parse(arguments)
    assert MARKER not in str(caught.value)
    return str(caught.value)


def test_a_run_of_many_needs_no_more_than_its_file() -> None:
    """--accounts alone is a run of all, with no host, no user and no secret."""
    found = fleet()
    assert (found.path, found.names, found.listing) == (FILE[1], (), False)
    assert found.pace == Pace()
    assert (found.output, found.verbosity, found.exit_zero) == ("nagios", 0, False)


def test_a_second_file_is_not_taken_for_the_only_one() -> None:
    """Whoever names two files wants both checked: no account is left out without a word."""
    said = problem(*FILE, "--accounts", "/other.ini")
    assert said == "--accounts: given twice: put the files into one directory, and give that"


def test_each_option_of_a_run_is_taken() -> None:
    """Names, each once and in their order, the pace, and the form."""
    found = fleet("--account", "b", "--account=a", "--account", "b", "--account", "")
    assert found.names == ("b", "a")
    found = fleet("--concurrency", "7", "--server-connections", "3", "--deadline", "90.5")
    assert found.pace == Pace(7, 3, 90.5)
    assert fleet("--list-accounts").listing
    found = fleet("--output", "json", "-vv", "--exit-zero")
    assert (found.output, found.verbosity, found.exit_zero) == ("json", 2, True)


@pytest.mark.parametrize("option", ["--concurrency", "--server-connections", "--deadline"])
@pytest.mark.parametrize("value", ["0", "-1", "x", "nan", "1e99"])
def test_a_pace_is_a_number(option: str, value: str) -> None:
    """How many and how long are numbers over 0, within reason."""
    assert option in problem(*FILE, f"{option}={value}")
    assert fleet(option, "")


@pytest.mark.parametrize(
    "words",
    [
        ("--account", MARKER),
        ("--list-accounts",),
        ("--concurrency", "5"),
        ("--server-connections", "5"),
        ("--deadline", "5"),
        ("--list-accounts", "--accounts", ""),
    ],
)
def test_options_for_many_need_a_file(words: tuple[str, ...]) -> None:
    """What is only for many is an error where --accounts is not given, or is empty."""
    said = problem(*LEAST, *words)
    other = " or --from KIND" if words[0] == "--list-accounts" else ""
    assert said == f"{words[0]} needs --accounts PATH{other}"


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("--explain",), "--explain and --accounts cannot be used together"),
        (("--explain", "535 no"), "--explain and --accounts cannot be used together"),
        (("--list-accounts", "--output", "checkmk"), "--list-accounts takes --output only with"),
        (("--list-accounts", "--output", "prometheus"), "only with nagios, json, zabbix"),
        (("--list-accounts", "--output", "passive"), "only with nagios, json, zabbix"),
        (("-P", "-"), "-P - works for one account only: give --account NAME"),
        (("-P", "-", "--account", "a", "--account", "b"), "-P - works for one account only"),
    ],
)
def test_what_makes_no_sense_is_refused(words: tuple[str, ...], named: str) -> None:
    """Options that do not go with --accounts are one line that says so."""
    assert named in problem(*FILE, *words)


@pytest.mark.parametrize("output", ["nagios", "json", "zabbix"])
def test_lists_are_to_be_had_in_three_forms(output: str) -> None:
    """--list-accounts goes with these outputs."""
    assert fleet("--list-accounts", "--output", output).output == output


def test_standard_input_serves_one_account() -> None:
    """-P - goes with --account once."""
    assert fleet("-P", "-", "--account", "a").given["password_file"] == "-"


def test_without_a_file_there_must_be_a_host() -> None:
    """An empty --accounts counts as not given: then a host is missing, or all is there."""
    assert "no host" in problem("--accounts", "")
    assert isinstance(parse([*LEAST, "--accounts", "", "--account", ""]), Request)
    assert isinstance(parse(["--explain", "--accounts", ""]), Question)
