"""Since when, how often, and was it them or us: the words."""

from __future__ import annotations

import pytest

from check_smtp_auth.state.guard import DEFINITE
from check_smtp_auth.state.history import Recalled, of_this_secret, since_when, words
from check_smtp_auth.state.memory import Memory, Spent

# 2027-01-15 12:00 UTC
NOW = 1_800_014_400.0
MINUTE, HOUR, DAY = 60, 3_600, 86_400
WORKED = NOW - 5 * HOUR
ON_THE_SERVER = (
    "The password file has not changed since the login last worked: the secret was changed on the "
    "server."
)
ANOTHER_FILE = "The password file was replaced after the login last worked: look there first."
UNKNOWN = (
    "With this source of the secret, the check cannot tell whether it was changed on our side."
)
NEVER = "It has never worked from here: check user name, password and mechanism (-A)."


def told(memory: Memory, slug: str = "credentials-rejected", changed: float | None = 0.0) -> str:
    """All that is said."""
    return "\n".join(words(Recalled(memory, None, changed), slug))


def worked(**fields: object) -> Memory:
    """An account that worked five hours ago."""
    return Memory("finance", last_success=WORKED, last_try=NOW - HOUR).replace(**fields)


def test_when_it_last_worked() -> None:
    """A problem says when the credential last worked: day, time, and by which clock."""
    assert "It last worked at 2027-01-15T07:00:00Z." in told(worked())
    assert "It last worked at 2027-01-12T12:00:00Z." in told(worked(last_success=NOW - 3 * DAY))


def test_that_it_never_worked() -> None:
    """A problem says so where the credential was tried and never worked from here."""
    never = Memory("finance", last_try=NOW - HOUR)
    assert "It has not worked from here yet." in told(never, "timeout")
    assert told(never).startswith("It has never worked from here: check user name")


def test_a_first_try_has_no_history() -> None:
    """The first problem of all has nothing to tell of earlier ones."""
    assert told(Memory("finance"), "connection-refused", None) == ""


@pytest.mark.parametrize(("tries", "times"), [(1, "once"), (2, "2 times"), (40, "40 times")])
def test_since_when_and_how_often(tries: int, times: str) -> None:
    """A problem that was there before says since when, and how often it was seen."""
    memory = worked(diagnosis="credentials-rejected", since=NOW - 70 * MINUTE, tries=tries)
    assert f"The problem has lasted since 2027-01-15T10:50:00Z; seen {times} before." in told(
        memory
    )


def test_another_diagnosis_is_new() -> None:
    """A problem that was another one before does not say that it has been so."""
    memory = worked(diagnosis="timeout", since=NOW - 70 * MINUTE, tries=4)
    assert "The problem has lasted" not in told(memory)


def test_a_trouble_before_the_login_has_a_history_of_its_own() -> None:
    """A server that cannot be reached says since when that is, not since when it rejects."""
    memory = worked(diagnosis="credentials-rejected", since=NOW - 9 * HOUR, tries=7)
    memory = memory.replace(trouble="unreachable", trouble_since=NOW - HOUR, trouble_tries=12)
    assert "The problem has lasted since 2027-01-15T11:00:00Z; seen 12 times before." in told(
        memory, "unreachable"
    )


def test_a_held_login_tells_since_when_it_was_refused() -> None:
    """What is held says since when the diagnosis stands that it repeats."""
    memory = worked(diagnosis="credentials-rejected", since=NOW - 2 * HOUR, tries=2)
    assert "The problem has lasted since 2027-01-15T10:00:00Z; seen 2 times before." in told(
        memory, "held"
    )


def test_a_held_login_tells_it_after_a_trouble_too() -> None:
    """What is held says since when, though the server could not be reached in between."""
    memory = worked(diagnosis="credentials-rejected", since=NOW - 2 * HOUR, tries=2)
    memory = memory.replace(trouble="unreachable", trouble_since=NOW - HOUR, trouble_tries=12)
    assert since_when(memory, "held") == (NOW - 2 * HOUR, 2)


@pytest.mark.parametrize("slug", [slug for slug in DEFINITE if slug != "token-unavailable"])
def test_changed_on_the_server(slug: str) -> None:
    """A secret whose file is as it was when it last worked was changed on the server."""
    assert told(worked(), slug, 0.0).endswith(ON_THE_SERVER)


def test_changed_in_our_file() -> None:
    """A file that was changed after the secret last worked is named as the first suspect."""
    said = told(worked(), changed=NOW - 125 * MINUTE)
    assert said.endswith(
        "The password file was changed at 2027-01-15T09:55:00Z, after the login last worked: look "
        "there first."
    )


@pytest.mark.parametrize("changed", [WORKED, WORKED - DAY, 1.0])
def test_another_file(changed: float) -> None:
    """An older file in the place of the one that worked is told from one that was changed."""
    assert told(worked(), changed=changed).endswith(ANOTHER_FILE)


def test_a_source_that_tells_nothing() -> None:
    """For a secret that comes from no file, nothing is claimed about who changed it."""
    assert told(worked(), changed=None).endswith(UNKNOWN)


def test_a_token_that_is_got_anew_each_time() -> None:
    """Of a token nobody keeps, nothing is said about who changed it; one that has never worked
    may be for something else, which is named in the place of the password.
    """
    assert "changed" not in told(worked(), "token-rejected", None)
    assert told(worked(), "token-rejected").endswith(ON_THE_SERVER)
    never = told(Memory("finance", last_try=NOW - HOUR), "token-rejected", None)
    assert never.endswith("check user name, scope and mechanism (-A).")


@pytest.mark.parametrize("proof", ["client certificate", "Kerberos ticket"])
def test_what_is_no_password(proof: str) -> None:
    """Of a client certificate or a ticket nobody says that it was changed on the server, and one
    that has never worked is named in the place of the password.
    """
    for changed in (None, 0.0):
        recalled = Recalled(worked(), None, changed, proof=proof)
        assert [*words(recalled, "credentials-rejected")] == [
            "It last worked at 2027-01-15T07:00:00Z."
        ]
    recalled = Recalled(worked(), None, NOW, file="client key", proof=proof)
    assert "The client key was changed at" in "".join(words(recalled, "credentials-rejected"))
    never = Recalled(Memory("finance", last_try=NOW - HOUR), proof=proof)
    expected = f"It has never worked from here: check user name, {proof} and mechanism (-A)."
    assert [*words(never, "credentials-rejected")] == [expected]


@pytest.mark.parametrize("changed", [None, 0.0, NOW - HOUR])
def test_never_worked(changed: float | None) -> None:
    """A secret that never worked from here may be wrong in other ways: they are named."""
    assert told(Memory("finance", last_try=NOW - HOUR), changed=changed).endswith(NEVER)


@pytest.mark.parametrize("slug", ["timeout", "account-disabled", "unreachable", "rate-limited"])
def test_other_problems_accuse_nobody(slug: str) -> None:
    """What has nothing to do with the secret says nothing about who changed it."""
    assert "changed" not in told(worked(), slug)


def test_a_held_login_says_who_changed_the_secret() -> None:
    """What is held for a rejected secret, as nearly all checks are then, says who changed it."""
    memory = worked(diagnosis="credentials-rejected", since=NOW - 2 * HOUR, tries=2)
    assert ON_THE_SERVER in told(memory, "held", 0.0)


def test_where_nothing_is_kept_nothing_is_told() -> None:
    """Without a history it is not said that the login never worked."""
    recalled = Recalled(worked(), None, 0.0, kept=False)
    assert list(words(recalled, "credentials-rejected")) == []


def test_a_token_that_cannot_be_got_accuses_no_password() -> None:
    """Where the endpoint gives no token, the secret of the login is not what has changed."""
    assert told(worked(), "token-unavailable") == "It last worked at 2027-01-15T07:00:00Z."


@pytest.mark.parametrize(
    ("slug", "killed", "line"),
    [
        ("held", 1, "The monitor stopped this check once before the server answered."),
        ("held", 3, "The monitor stopped this check 3 times in a row before the server answered."),
        (
            "timeout",
            2,
            "The monitor stopped this check 2 times in a row before the server answered.",
        ),
        ("timeout", 0, ""),
        ("credentials-rejected", 2, ""),
    ],
)
def test_how_often_the_monitor_stopped_it(slug: str, killed: int, line: str) -> None:
    """Checks that whoever ran them ended are told with what is judged by them, and no more."""
    said = told(worked(diagnosis="timeout", killed=killed), slug)
    assert said.startswith(line)
    assert ("stopped" in said) == bool(line)


REJECTED = Spent("salt:hash", 2, HOUR, NOW + HOUR, NOW - 20 * MINUTE)


def test_a_success_of_another_secret_is_not_this_ones() -> None:
    """A secret that was rejected until it was held is called that, since when it was last tried."""
    memory = worked(diagnosis="authenticated", reply="235 ok", tries=9, spent=REJECTED)
    found = of_this_secret(memory)
    assert (found.diagnosis, found.since) == ("credentials-rejected", NOW - 20 * MINUTE)
    assert (found.tries, found.reply) == (0, "")


@pytest.mark.parametrize(
    "memory",
    [
        worked(diagnosis="authenticated"),
        worked(diagnosis="authenticated", spent=Spent("salt:hash", 1)),
        worked(diagnosis="account-locked", spent=REJECTED),
    ],
)
def test_what_became_of_this_secret_stays(memory: Memory) -> None:
    """A secret that works, was not held, or was refused last of all, is as it is remembered."""
    assert of_this_secret(memory) == memory
