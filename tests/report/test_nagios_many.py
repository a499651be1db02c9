"""Many accounts for Nagios: first line, figures, problems, and what is said once."""

from __future__ import annotations

import random
from typing import Any

import pytest
from fakes import outcomes
from fakes.files import faulty, named, rejected, told, unanswered, undecided, working
from fakes.plugin import Run, require_clean

from check_smtp_auth.accounts import Policy
from check_smtp_auth.diagnosis import diagnose, label
from check_smtp_auth.observation import Kind, Stage, Times
from check_smtp_auth.outcome import Outcome
from check_smtp_auth.state.history import Recalled
from check_smtp_auth.state.memory import Memory

NO_ANSWER = "mail.example.test:587: no answer in time"
REJECTED = "user name or password rejected"


def printed(*found: Outcome, **options: Any) -> Run:
    """What is printed, held to what holds for every output."""
    run = told("nagios", found, **options)
    require_clean(run)
    return run


def first(*found: Outcome) -> str:
    """Exit code and first line, without what all have in front."""
    run = printed(*found)
    return f"{run.code} {run.first.partition('SMTP_AUTH ')[2]}"


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ([working("a"), working("b")], "0 OK - all 2 accounts work, in 12.346 s"),
        ([working("a")], "0 OK - 1 account works, in 12.346 s"),
        ([], "3 UNKNOWN - no accounts to check"),
        (
            [working("a"), rejected("finance"), working("b")],
            f"2 CRITICAL - 1 of 3 accounts does not work: finance ({REJECTED})",
        ),
        (
            [undecided("later"), faulty("odd"), rejected("a b"), rejected("c")],
            f"2 CRITICAL - 2 of 4 accounts do not work: a b ({REJECTED}), c ({REJECTED}); "
            "1 needs attention: later (the server has a temporary problem); "
            "1 could not be checked: odd (no such file)",
        ),
        (
            [unanswered("a"), rejected("b"), unanswered("c")],
            f"2 CRITICAL - 3 of 3 accounts do not work: a, c ({NO_ANSWER}), b ({REJECTED})",
        ),
        (
            [unanswered(name) for name in "abcdefg"],
            f"2 CRITICAL - 7 of 7 accounts do not work: a, b, c and 4 more ({NO_ANSWER})",
        ),
        (
            [unanswered("a"), unanswered("b", host="mx.example.org"), unanswered("c", port=465)],
            "2 CRITICAL - 3 of 3 accounts do not work: "
            "a (no answer in time), b (no answer in time), c (no answer in time)",
        ),
        (
            [undecided("a"), undecided("b"), working("c")],
            "1 WARNING - 2 of 3 accounts need attention: "
            "a, b (mail.example.test:587: the server has a temporary problem)",
        ),
        (
            [faulty("a", "x.ini:7: hsot: unknown key"), working("b")],
            "3 UNKNOWN - 1 of 2 accounts could not be checked: a (x.ini:7: hsot: unknown key)",
        ),
        (
            [undecided("a"), faulty("b")],
            "1 WARNING - 1 of 2 accounts needs attention: a (the server has a temporary problem); "
            "1 could not be checked: b (no such file)",
        ),
    ],
)
def test_the_first_line_to_the_letter(found: list[Outcome], expected: str) -> None:
    """How many accounts are how, the worst first, each with its trouble in a few words."""
    assert first(*found) == expected


def expiring(name: str, days: float) -> Outcome:
    """An account that works, on a server whose certificate ends soon."""
    return outcomes.accepted(tls=outcomes.tls(days), account=named(name))


def test_what_works_is_not_said_not_to() -> None:
    """A login that was accepted is never among those that do not work, however bad the rest."""
    for found in ([expiring("a", 1.5)], [expiring("a", 1.5), working("b")]):
        assert " needs attention: a (the certificate expires soon)" in first(*found)
    slow = Policy(total=outcomes.thresholds("0.01", "0.02"))
    late = outcomes.accepted(slow, account=named("late"))
    assert first(late, rejected("b")) == (
        f"2 CRITICAL - 1 of 2 accounts does not work: b ({REJECTED}); "
        "1 needs attention: late (authenticated, but slowly)"
    )


def test_what_was_not_tried_is_said() -> None:
    """A good account that was held back is counted as OK, and not as one that was tried."""
    held = [outcomes.held("authenticated", "OK", named(name)) for name in "ab"]
    assert first(working("c"), *held) == (
        "0 OK - all 3 accounts work, 2 of them not tried this time, in 12.346 s"
    )
    late = unanswered("late")
    late = late.replace(verdict=late.verdict.replace(state="OK"))
    assert first(late, held[0], working("c")) == (
        "0 OK - all 3 accounts work, 1 of them not tried this time, "
        "1 of them undecided this time, in 12.346 s"
    )
    assert first(held[0]).startswith("0 OK - 1 account works, not tried this time, in")
    rejected_before = outcomes.held("credentials-rejected", "CRITICAL", named("x"))
    assert f"1 of 1 account does not work: x (not tried; {REJECTED})" in first(rejected_before)
    stale = outcomes.held("authenticated", "WARNING", named("x"))
    assert first(stale) == "1 WARNING - 1 of 1 account needs attention: x (not tried)"
    new = [outcomes.held(None, "UNKNOWN", named(name)) for name in "abcde"]
    expected = "5 of 5 accounts could not be checked: a, b, c and 2 more (mail.example.test:587"
    assert expected in first(*new)


def test_a_retired_account_is_not_said_to_work() -> None:
    """Where refused is as it should be, or a state was overridden, nobody is told that all work."""
    retired = outcomes.refused(policy=Policy(expect_rejected=True), account=named("old"))
    silent = outcomes.failed(
        Stage.CONNECT,
        Kind.REFUSED,
        policy=Policy(states={"connection-refused": "OK"}),
        account=named("away"),
    )
    for odd in (retired, silent):
        assert first(odd, working("a")) == "0 OK - all 2 accounts are as expected, in 12.346 s"


def test_the_first_line_is_bounded() -> None:
    """However many accounts are bad, the first line names some and says how many more."""
    one = rejected("x")
    found = [one.replace(account=named(f"account-{number}")) for number in range(412)]
    run = printed(*found, working("good"))
    assert run.first.startswith("SMTP_AUTH CRITICAL - 412 of 413 accounts do not work: account-0 (")
    assert len(run.first) < 950
    named_ones = run.first.count(f"({REJECTED})")
    assert named_ones > 5
    assert run.first.endswith(f" and {412 - named_ones} more")


def test_of_each_kind_one_is_named_however_long_its_name() -> None:
    """The first line names the worst of each kind of problem, and how many it does not name."""
    long = [letter * 100 for letter in "abcdefgh"]
    line = first(*map(rejected, long[:4]), *map(unanswered, long[4:]), undecided("u"), faulty("f"))
    assert f"8 of 10 accounts do not work: {'a' * 100} ({REJECTED})" in line
    assert "1 needs attention: u (" in line
    assert "1 could not be checked: f (" in line


def test_the_figures() -> None:
    """Perfdata: how many are in each state, the time of the run, and each account's own."""
    found = [working("a"), rejected("b c"), undecided("d"), faulty("e"), working("ü")]
    figures = printed(*found).perfdata
    assert {name: figures[f"accounts_{name}"].value for name in ("ok", "warning")} == {
        "ok": 2,
        "warning": 1,
    }
    assert figures["accounts_critical"].value == figures["accounts_unknown"].value == 1
    assert (figures["total_time"].text, figures["total_time"].unit) == ("12.3456", "s")
    assert figures["a::total_time"].text == "0.211"
    assert figures["b c::auth_time"].text == "0.104"
    assert figures["ü::certificate_days"].warning == "14:"
    assert "e::connect_time" not in figures
    assert {figures[f"accounts_{name}"].minimum for name in ("ok", "unknown")} == {0}
    assert figures["total_time"].minimum == 0
    line = printed(*found).lines[0]
    assert " 'b c::auth_time'=0.104s;;;0 " in line
    assert " a::auth_time=0.104s;;;0 " in line
    assert " 'ü::auth_time'=0.104s;;;0 " in line


def test_figures_are_whole_accounts_in_the_order_of_the_file() -> None:
    """Where not all fit, the first accounts of the file have all their figures, others none;
    neither a problem elsewhere nor the order in which they end changes that.
    """
    well, ill = working("x"), rejected("x")
    in_order = [f"account-{number:03}{'-' * (number % 5 * 6)}" for number in range(300)]
    accounts = [named(name) for name in in_order]
    good = [well.replace(account=account) for account in accounts]
    bad = [*good[:200], *(ill.replace(account=account) for account in accounts[200:])]
    told_of = []
    shuffled = random.Random(1).sample(range(300), 300)
    for found, order in ((good, None), (bad, None), (good, range(299, -1, -1)), (good, shuffled)):
        run = printed(*found, ended=order)
        names = [label.partition("::")[0] for label in run.perfdata if "::" in label]
        whole = list(dict.fromkeys(names))
        assert whole == in_order[: len(whole)]
        assert len(whole) > 15
        assert {names.count(name) for name in whole} == {5}
        told_of.append(whole)
    assert all(told == told_of[0] for told in told_of)


def test_each_problem_has_its_advice() -> None:
    """The long output has each problem: reply, who uses it, since when, what to do."""
    used = rejected("finance", "5.7.8 Nope", used_by="ERP, the copier on the second floor")
    history = "It last worked at 2027-01-15T07:00:00Z."
    found = used.replace(verdict=used.verdict.replace(history=(history,)))
    run = printed(working("a"), found)
    assert run.lines[1:] == [
        f"finance: finance@example.test at mail.example.test:587: {REJECTED}: 535 5.7.8 Nope",
        "Used by: ERP, the copier on the second floor",
        used.verdict.explanation,
        f"To do: {used.verdict.advice}",
        history,
    ]


def test_what_is_common_is_said_once() -> None:
    """Accounts of a server that is away are one problem, with all who use them; the same advice
    for another account is not repeated.
    """
    found = [unanswered(f"a{number}", used_by=f"user {number % 5}") for number in range(120)]
    run = printed(*found, rejected("x"), rejected("y"))
    assert run.lines[1] == f"{NO_ANSWER}: 120 accounts: a0, a1, a2 and 117 more"
    assert run.lines[2] == "Used by: user 0; user 1; user 2; and 2 more"
    assert run.lines[3].startswith("For example a0: a0@example.test at ")
    advice = f"To do: {rejected('x').verdict.advice}"
    assert run.lines.count(advice) == 1
    assert run.lines[run.lines.index(advice) + 1].startswith("y: y@example.test at ")
    assert run.lines[-1] == "To do: same as for x"
    assert len([line for line in run.lines if line.startswith("To do: ")]) == 3


@pytest.mark.parametrize(
    ("users", "told"),
    [
        (0, []),
        (1, ["Used by: user 0"]),
        (3, ["Used by: user 0; user 1; user 2"]),
        (4, ["Used by: user 0; user 1; user 2; and 1 more"]),
    ],
)
def test_who_uses_what_has_one_problem(users: int, told: list[str]) -> None:
    """Those who use the accounts are told once each, some by name, and no line where none is."""
    used = [unanswered(f"a{number}", used_by=f"user {number}") for number in range(users)]
    run = printed(*used, unanswered("b"), unanswered("c"))
    assert [line for line in run.lines if line.startswith("Used by")] == told


def test_a_certificate_that_ends_is_one_problem() -> None:
    """All accounts of a server whose certificate ends soon are told in one line."""
    run = printed(*(expiring(name, 5.5) for name in "abcd"))
    assert run.code == 1
    assert run.lines[1] == (
        "mail.example.test:587: the certificate expires soon: 4 accounts: a, b, c and 1 more"
    )


def test_what_a_server_says_to_all_is_one_problem() -> None:
    """A server that cannot say now is one problem of all whom it answers so; one that it answers
    otherwise, and whose password it refuses, have their own.
    """
    found = [undecided(name) for name in "abcd"]
    other = outcomes.refused("4.3.0 Try again", code=454, account=named("other"))
    limited = [
        outcomes.refused("4.7.0 Too many connections from you", code=421, account=named(name))
        for name in "xy"
    ]
    run = printed(*found, other, *limited, rejected("r"), rejected("s"))
    heads = [line for line in run.lines if " accounts: " in line]
    assert heads == [
        "mail.example.test:587: the server has a temporary problem: 4 accounts: a, b, c and 1 more",
        "mail.example.test:587: the server is limiting this client: 2 accounts: x, y",
    ]
    for name in ("other", "r", "s"):
        assert any(line.startswith(f"{name}: {name}@example.test at ") for line in run.lines)


def test_what_is_wrong_here_is_one_problem() -> None:
    """What keeps many accounts from being checked, whatever their server, is told once; what is
    one account's own fault stays its own.
    """
    failing = "accounts.ini: secrets-command ended with exit code 1"
    found = [faulty(f"a{n}", failing, host=f"mx{n % 3}.test") for n in range(40)]
    run = printed(*found, faulty("own"), rejected("r"))
    assert f"41 could not be checked: a0, a1, a2 and 37 more (this host: {failing}), own (" in (
        run.first
    )
    assert run.lines.count(f"this host: {failing}: 40 accounts: a0, a1, a2 and 37 more") == 1
    assert run.output.count(failing) == 3  # the third tells of one account, as an example
    assert "own: own@example.test at mail.example.test:587: no such file" in run.lines


def unguarded(name: str, trouble: str = "/state belongs to root", **changes: Any) -> Outcome:
    """An account that works, of which nothing can be remembered."""
    outcome = working(name, **changes)
    assert outcome.observation is not None
    recalled = Recalled(Memory(name), trouble=trouble)
    seen, policy = outcome.observation, outcome.policy
    verdict = diagnose(outcome.account, seen, policy, outcomes.NOW, recalled)
    return outcome.replace(verdict=verdict)


def slow(name: str, seconds: float, **changes: Any) -> Outcome:
    """An account that takes so long."""
    policy, times = Policy(total=outcomes.thresholds("1")), Times(0.1, 0.1, 0.1, seconds)
    return outcomes.accepted(policy, named(name, **changes), times=times)


def pinned(name: str, found: str = "another issuer", **changes: Any) -> Outcome:
    """An account of a server whose certificate is not the one that is pinned."""
    detail = f"the certificate is from {found}"
    return outcomes.failed(Stage.TLS, Kind.PIN, detail, account=named(name, **changes))


def test_a_history_that_cannot_be_kept_is_one_problem() -> None:
    """Where no login of this host can be remembered, that is told once, whatever the server; what
    is another trouble is told beside it.
    """
    found = [unguarded(f"a{n}", host=f"mx{n % 3}.test") for n in range(9)]
    run = printed(*found, unguarded("other", "/var/x is full"))
    assert run.code == 1
    assert run.output.count("/state belongs to root") == 1
    said = "this host: the lockout guard does not work for this account: 9 accounts: a0, a1, a2 and"
    assert [line for line in run.lines if line.startswith(said)] == [f"{said} 6 more"]
    assert any(line.startswith("other: ") and "/var/x is full" in line for line in run.lines)


@pytest.mark.parametrize(
    ("made", "words"),
    [
        ([slow("a", 2.5), slow("b", 3.5), slow("c", 1.5)], "authenticated, but slowly"),
        ([pinned(name) for name in "abc"], "something it relies on has changed"),
    ],
    ids=["slow", "pins"],
)
def test_a_server_that_has_changed_or_is_slow_is_one_problem(
    made: list[Outcome], words: str
) -> None:
    """What all accounts of a server meet alike is told once, of the server."""
    run = printed(*made, working("d"))
    assert f"a, b, c (mail.example.test:587: {words})" in run.first
    assert run.lines[1] == f"mail.example.test:587: {words}: 3 accounts: a, b, c"
    assert len([line for line in run.lines if line.startswith("To do: ")]) == 1


OF_THE_SERVER = (
    *("dns-failed", "connection-refused", "unreachable", "timeout", "connection-lost"),
    *("protocol-error", "server-unavailable", "starttls-unavailable", "starttls-injection"),
    *("tls-failed", "certificate-untrusted", "certificate-expired", "auth-not-offered"),
    *("certificate-name-mismatch", "certificate-expiring"),
)
IF_SAID_ALIKE = (
    *("temporary-failure", "rate-limited", "client-not-allowed", "mechanism-unavailable"),
    "encryption-required",
)
OF_THE_ACCOUNT = (
    *("credentials-rejected", "account-locked", "account-disabled", "password-expired"),
    *("token-rejected", "token-unavailable", "secret-expiring", "unexpectedly-accepted"),
)


@pytest.mark.parametrize("slug", OF_THE_SERVER + IF_SAID_ALIKE + OF_THE_ACCOUNT)
def test_whose_problem_it_is(slug: str) -> None:
    """What a server does to all is told once, of some only if it says the same; the rest is each
    account's own.
    """

    def said(name: str, words: str) -> Outcome:
        found = rejected(name)
        summary = f"{label(found.account)}: {words}"
        return found.replace(verdict=found.verdict.replace(slug=slug, summary=summary))

    def shared(second: str) -> bool:
        return " a, b (mail.example.test:587: " in first(said("a", "one"), said("b", second))

    assert shared("one") == (slug not in OF_THE_ACCOUNT)
    assert shared("other") == (slug in OF_THE_SERVER)


def test_other_changes_and_other_servers_are_other_problems() -> None:
    """Accounts with other findings, or at other servers, are each told by name."""
    run = printed(
        pinned("a"), pinned("b", "a third issuer"), slow("c", 2), slow("d", 2, host="mx.test")
    )
    for name in "abcd":
        assert any(line.startswith(f"{name}: {name}@example.test at ") for line in run.lines)


def test_the_worst_comes_first_in_whatever_order_they_end() -> None:
    """The output is the same whatever account ends first, and worst first, then as in the file."""
    found = [
        *(working("w"), faulty("f"), undecided("u"), rejected("r1"), unanswered("n1")),
        *(rejected("r2"), expiring("e", 1.5), unanswered("n2"), working("v")),
    ]
    usual = printed(*found, verbosity=1)
    told_of = [line for line in usual.lines[1:] if "mail.example.test:587:" in line]
    heads = [line.partition(": ")[0] for line in told_of]
    assert heads == ["r1", "mail.example.test:587", "For example n1", "r2", "e", "u", "f"]
    for seed in range(20):
        order = random.Random(seed).sample(range(len(found)), len(found))
        assert printed(*found, verbosity=1, ended=order) == usual


def test_verbose_tells_of_the_good_too() -> None:
    """-v tells each account that works, with its facts and notices; without it there is none."""
    run = printed(working("a"), rejected("b"), verbosity=1)
    assert any(line.startswith("a: a@example.test at ") for line in run.lines)
    assert sum(line.startswith("Server: ") for line in run.lines) == 2
    assert printed(working("a"), working("b")).long == ""


@pytest.mark.parametrize("number", [3, 100])
def test_how_many_good_ones_are_not_told(number: int) -> None:
    """-v tells as many of those that work as there is room for, and how many more there are."""
    names = [f"good-{place}" for place in range(number)]
    run = printed(rejected("bad"), *map(working, names), verbosity=1)
    told = sum(line.startswith("good-") for line in run.lines)
    assert told >= 3
    more = f"... and {number - told} more without a problem"
    assert run.lines[-1] == more if told < number else "more without" not in run.output


def test_the_command_tries_this_account_alone() -> None:
    """-v says how to try one account now: by the command line of the run, and its name."""
    given = ("--accounts", "f.ini", "--account", "other", "-v", "--account=third")
    run = printed(outcomes.held(None, "UNKNOWN", named("fin x")), verbosity=1, arguments=given)
    expected = (
        "check_smtp_auth --accounts f.ini -v --account 'fin x' --state-dir /state --retry-now"
    )
    assert f"To try it now: {expected}" in run.lines


@pytest.mark.parametrize(("verbosity", "limit"), [(0, 8_192), (1, 8_192), (2, 8_192), (3, 1 << 20)])
@pytest.mark.parametrize("letter", ["a", "é", "\u4e2d"])
def test_all_of_it_fits(verbosity: int, limit: int, letter: str) -> None:
    """First line, figures and problems fit into what a monitor keeps; what is left out is said."""
    one = rejected("one", letter * 300)
    found = [
        one.replace(account=named(f"{letter * 90}{number}", used_by=letter * 200))
        for number in range(300)
    ]
    run = printed(*found, verbosity=verbosity)
    assert len(run.output.encode()) <= limit
    assert len(run.output.encode()) > limit * 3 // 5 or verbosity == 3
    heads = sum(line.startswith(letter * 90) for line in run.lines)
    assert heads >= 1
    if heads < 300:
        assert f"... and {300 - heads} more" in run.lines
    assert sum("::total_time" in label for label in run.perfdata) >= 2


def test_of_a_problem_that_is_too_long_the_beginning_is_told() -> None:
    """A dialogue that does not fit leaves what is wrong with the worst account, and says so."""
    run = printed(rejected("a", *["5.7.8 " + "no " * 260] * 30), rejected("b"), verbosity=2)
    assert len(run.output.encode()) <= 8_192
    assert run.lines[1].startswith("a: a@example.test at ")
    assert any(line.startswith("To do: ") for line in run.lines)
    assert run.lines[-2:] == ["... (shortened)", "... and 1 more"]


def test_the_versions_end_the_most_verbose() -> None:
    """-vvv ends with what a report of a fault should name, and tells all that comes before."""
    run = printed(*(rejected(f"account-{number}") for number in range(60)), verbosity=3)
    assert run.lines[-1].startswith("Versions: check_smtp_auth ")
    assert sum(line.startswith("account-") for line in run.lines) == 60
