"""What is said of a login that was not tried, or that our own other checks left no time for."""

from __future__ import annotations

import pytest
from fakes.outcomes import ACCOUNT, observation, refused

from check_smtp_auth.accounts import Policy
from check_smtp_auth.diagnosis import Verdict, diagnose
from check_smtp_auth.diagnosis.held import STALE
from check_smtp_auth.observation import Failure, Kind, Observation, Stage, Times
from check_smtp_auth.outcome import History, Outcome
from check_smtp_auth.report.tally import words
from check_smtp_auth.state.guard import Decision
from check_smtp_auth.state.history import Recalled
from check_smtp_auth.state.memory import Memory

NOW = 1_800_000_000.0
WELL = Memory("finance", diagnosis="authenticated", last_success=NOW - 60, auth_time=0.4)
BAD = Memory("finance", diagnosis="credentials-rejected", since=NOW - 60, reply="535 No")
NEW = Memory("finance")


def timed_out(wait: float, auth: float | None) -> Observation:
    """A login to which the server did not answer in time."""
    times = Times(0.01, 0.02, auth, 1.8, wait=wait)
    return observation(failure=Failure(Stage.AUTH, Kind.TIMEOUT), times=times)


def held(
    memory: Memory,
    why: str,
    trouble: str = "",
    until: float = NOW,
    policy: Policy | None = None,
) -> Verdict:
    """The verdict on a login that was not tried."""
    seen = observation(failure=Failure(Stage.AUTH, Kind.HELD), exchanges=(), tls=None)
    recalled = Recalled(memory, Decision(False, why, until), trouble=trouble)
    return diagnose(ACCOUNT, seen, policy or Policy(), NOW, recalled)


@pytest.mark.parametrize(("memory", "state"), [(WELL, "OK"), (BAD, "CRITICAL"), (NEW, "UNKNOWN")])
@pytest.mark.parametrize("auth", [0.5, 1.9, None])
def test_time_that_we_took_ourselves_is_no_fault_of_the_server(
    memory: Memory, state: str, auth: float | None
) -> None:
    """A login that ran out of time after waiting for our own others keeps the last state."""
    for decision in (Decision(True, waited=0.9), Decision(True, crowded=True)):
        recalled = Recalled(memory, decision)
        verdict = diagnose(ACCOUNT, timed_out(0.9, auth), Policy(), NOW, recalled)
        assert (verdict.slug, verdict.state) == ("timeout", state)
        assert f"other checks of this server left only {auth or 0:.1f} s" in verdict.summary


@pytest.mark.parametrize(("wait", "auth"), [(0.0, 0.1), (0.0, None), (5.0, 2.0), (0.1, 9.0)])
def test_a_server_that_had_its_due_is_blamed(wait: float, auth: float | None) -> None:
    """Where nobody was waited for, or the server had plenty of time, a timeout is CRITICAL."""
    for decision in (Decision(True, waited=wait), None):  # None where it was not asked
        recalled = Recalled(WELL, decision)
        verdict = diagnose(ACCOUNT, timed_out(wait, auth), Policy(), NOW, recalled)
        assert (verdict.slug, verdict.state) == ("timeout", "CRITICAL")


def test_an_account_that_is_slow_has_more_due() -> None:
    """What the server had is judged by what AUTH takes there."""
    slow = WELL.replace(auth_time=3.0)
    recalled = Recalled(slow, Decision(True, waited=1.0))
    assert diagnose(ACCOUNT, timed_out(1.0, 5.0), Policy(), NOW, recalled).state == "OK"
    assert diagnose(ACCOUNT, timed_out(1.0, 6.0), Policy(), NOW, recalled).state != "OK"


@pytest.mark.parametrize(
    ("ago", "state"), [(STALE - 1, "OK"), (STALE, "OK"), (STALE + 1, "WARNING")]
)
def test_how_long_an_untested_account_is_called_well(ago: float, state: str) -> None:
    """An account that worked within the hour is OK though it was not tried; later WARNING."""
    assert held(WELL.replace(last_success=NOW - ago), "busy").state == state


def test_what_cannot_be_written_down_says_why() -> None:
    """Where a try cannot be written down the first line says why, and what is known."""
    verdict = held(BAD, "unwritable", "/var/lib/x: read-only file system: give --state-dir y")
    assert verdict.state == "CRITICAL"
    assert "not tried, because the attempt could not be recorded" in verdict.summary
    assert "/var/lib/x: read-only file system" in verdict.summary
    assert "user name or password rejected since" in verdict.summary


ONLY_OF_THE_ACCOUNT = ("A changed secret is tried at once", "--retry-now", "lock the account")
REASONS = {
    "account": ("more of them could lock the account", "A changed secret is tried at once"),
    "server": ("get this host banned", "Fix the accounts of this server that are rejected."),
    "busy": ("other checks of this server left no time", "start fewer checks of this server"),
    "starved": ("this host had no processor free", "what keeps this host busy"),
    "over": ("the whole run was over", "raise --deadline, --concurrency"),
    "unwritable": ("could not be counted", "Do what the first line says"),
}


@pytest.mark.parametrize(
    ("mechanism", "what"), [("EXTERNAL", "client certificate"), ("GSSAPI", "Kerberos ticket")]
)
def test_no_password_is_blamed_where_none_was_sent(mechanism: str, what: str) -> None:
    """What is said of a client certificate or a ticket that was refused is said while it is held,
    also in the list of many, and of one that was left no time.
    """
    failure = Failure(Stage.AUTH, Kind.HELD)
    seen = observation(failure=failure, mechanism=mechanism)
    verdict = diagnose(ACCOUNT, seen, Policy(), NOW, Recalled(BAD, Decision(False, "account", NOW)))
    assert f"; {what} rejected since" in verdict.summary
    assert not any("password" in hint for hint in verdict.hints)
    history = History(held_diagnosis="credentials-rejected")
    outcome = Outcome(ACCOUNT, Policy(), seen, verdict, seen.times, NOW, history)
    assert words(outcome) == f"not tried; {what} rejected"
    assert words(refused("5.7.8 no", mechanism=mechanism)) == f"{what} rejected"
    late = timed_out(0.9, None).replace(mechanism=mechanism)
    verdict = diagnose(ACCOUNT, late, Policy(), NOW, Recalled(BAD, Decision(True, waited=0.9)))
    assert f"; {what} rejected since" in verdict.summary


def test_a_slow_file_is_named() -> None:
    """Where files of this host left no time, the one that took most is in the first line."""
    seen = observation(failure=Failure(Stage.AUTH, Kind.HELD))
    slow = Decision(False, "starved", slow="reading the secret took 1.8 s")
    verdict = diagnose(ACCOUNT, seen, Policy(), NOW, Recalled(WELL, slow))
    assert verdict.state == "OK"
    assert ": not tried, because reading the secret took 1.8 s, which left too" in verdict.summary
    assert "files of this host were slow" in verdict.explanation
    busy = diagnose(ACCOUNT, seen, Policy(), NOW, Recalled(WELL, slow.replace(why="busy")))
    assert ": not tried, because other checks of this server are in" in busy.summary


@pytest.mark.parametrize("why", REASONS)
@pytest.mark.parametrize("memory", [WELL, BAD, NEW])
def test_the_advice_fits_the_reason(memory: Memory, why: str) -> None:
    """What happened and what to do are told of the reason at hand: what would release a hold for
    the account's sake is not advised where it would not help.
    """
    verdict = held(memory, why)
    explanation, advice = REASONS[why]
    assert explanation in verdict.explanation
    assert verdict.explanation.endswith("The state is that of the last diagnosis.")
    assert advice in verdict.advice
    said = f"{verdict.explanation} {verdict.advice}"
    assert any(words in said for words in ONLY_OF_THE_ACCOUNT) == (why == "account")


def test_what_was_killed_is_called_undecided() -> None:
    """A login held for checks that were ended is not said to have been refused."""
    killed = Memory("finance", diagnosis="timeout", since=NOW - 60, tries=2, killed=2)
    verdict = held(killed, "account")
    assert "undecided, because the check was stopped before the server answered" in verdict.summary
    assert "The monitor stopped this check" in " ".join((*verdict.hints, *verdict.history))


KEPT = "not tried, to keep the account from being locked"
SHARED = (
    "not tried, to keep this host from being banned by the server, which has refused other logins"
)
BUSY = "not tried, because other checks of this server are in progress"
RELEASED = (
    "next try at 2027-01-15T09:00:00Z, or at once when the secret changes or with --retry-now"
)
BEFORE = "user name or password rejected since 2027-01-15T07:59:00Z"
KILLED = BAD.replace(diagnosis="timeout", killed=2)
STOPPED = "undecided, because the check was stopped before the server answered"
FIRST_LINES = [
    (BAD, "account", 3_600, f"{KEPT}; {BEFORE}: 535 No; {RELEASED}"),
    (BAD.replace(reply=""), "account", 3_600, f"{KEPT}; {BEFORE}; {RELEASED}"),
    (
        KILLED,
        "account",
        3_600,
        f"{KEPT}; no answer in time since 2027-01-15T07:59:00Z: {STOPPED}; {RELEASED}",
    ),
    (
        KILLED.replace(killed=0),
        "account",
        3_600,
        f"{KEPT}; no answer in time since 2027-01-15T07:59:00Z: 535 No; {RELEASED}",
    ),
    (BAD.replace(killed=1), "account", 3_600, f"{KEPT}; {BEFORE}: 535 No; {RELEASED}"),
    (
        BAD.replace(last_success=NOW - 30),
        "account",
        3_600,
        f"{KEPT}; user name or password rejected when this secret was last tried, at "
        f"2027-01-15T07:59:00Z; {RELEASED}",
    ),
    (
        WELL,
        "server",
        900,
        f"{SHARED}; it worked when last tried, at 2027-01-15T07:59:00Z; "
        "next try at 2027-01-15T08:15:00Z",
    ),
    (NEW, "busy", 0, f"{BUSY}; it was not tried yet"),
    (NEW.replace(killed=1), "busy", -60, f"{BUSY}; {STOPPED}"),
    (NEW.replace(diagnosis="of a later version"), "busy", 0, f"{BUSY}; it was not tried yet"),
]


@pytest.mark.parametrize(("memory", "why", "ahead", "line"), FIRST_LINES)
def test_the_first_line_to_the_letter(memory: Memory, why: str, ahead: float, line: str) -> None:
    """Why it was not tried, what was last known, and what comes next, if that is known."""
    verdict = held(memory, why, "no disk", NOW + ahead)
    assert verdict.summary == f"finance@example.test at mail.example.test:587: {line}"


@pytest.mark.parametrize(
    ("last", "policy", "state"),
    [
        ("credentials-rejected", Policy(expect_rejected=True), "OK"),
        ("account-disabled", Policy(expect_rejected=True), "OK"),
        ("timeout", Policy(expect_rejected=True), "CRITICAL"),
        ("temporary-failure", Policy(), "WARNING"),
        ("of a later version", Policy(), "UNKNOWN"),
        ("credentials-rejected", Policy(states={"credentials-rejected": "WARNING"}), "WARNING"),
        ("credentials-rejected", Policy(states={"credentials-rejected": "OK"}), "OK"),
        ("credentials-rejected", Policy(states={"timeout": "OK"}), "CRITICAL"),
        ("credentials-rejected", Policy(states={"held": "UNKNOWN"}), "UNKNOWN"),
    ],
)
def test_the_state_is_that_of_the_last_diagnosis(last: str, policy: Policy, state: str) -> None:
    """What is held has the state that its last diagnosis has by the options as they are now."""
    memory = BAD.replace(diagnosis=last, last_success=NOW - 90)
    assert held(memory, "account", policy=policy).state == state


def test_a_retired_credential_is_held_as_expected() -> None:
    """With --expect rejected a hold is no warning of a lockout, and advises nothing against it."""
    verdict = held(BAD, "account", until=NOW + 60, policy=Policy(expect_rejected=True))
    assert ": not tried, because a retired credential is tried only once a day; " in verdict.summary
    others = held(BAD, "server", until=NOW + 60, policy=Policy(expect_rejected=True))
    assert "Fix the accounts of this server" not in others.advice


@pytest.mark.parametrize(
    ("memory", "told"),
    [
        (WELL, ""),
        (NEW, ""),
        (BAD, "put the new one into the password file"),
        (BAD.replace(killed=1), "put the new one into the password file"),
        (KILLED, "raise the monitor's timeout for it"),
        (NEW.replace(killed=1), "raise the monitor's timeout for it"),
        (KILLED.replace(killed=0), "If the server is slow by design, raise -t."),
    ],
)
def test_what_the_last_diagnosis_asks_for(memory: Memory, told: str) -> None:
    """What is held still says what to do about its last diagnosis."""
    hints = " ".join(held(memory, "account").hints)
    assert told in hints
    assert bool(told) == bool(hints)


@pytest.mark.parametrize(
    ("decision", "why"),
    [
        (Decision(True, waited=0.9), "other checks of this server left only 0.5 s for AUTH"),
        (Decision(True, crowded=True), "other checks of this server left only 0.5 s for AUTH"),
        (Decision(True, starved=True), "this host is overloaded and left only 0.5 s for AUTH"),
        (
            Decision(True, starved=True, waited=0.1),
            "other checks of this server left only 0.5 s for AUTH",
        ),
        (
            Decision(True, cut=True, starved=True, waited=0.1),
            "the whole run reached its --deadline before the server answered",
        ),
    ],
)
def test_who_took_the_time_is_named(decision: Decision, why: str) -> None:
    """A login that ran out of time for our own sake names what took it."""
    verdict = diagnose(ACCOUNT, timed_out(0.9, 0.5), Policy(), NOW, Recalled(WELL, decision))
    assert f": undecided: {why}; it worked when last tried, " in verdict.summary
