"""What is remembered of how tries ended: which diagnosis, since when, how often, how long."""

from __future__ import annotations

import pytest

from check_smtp_auth.state.guard import (
    CUT_SHORT,
    Limits,
    Settlement,
    of_secret,
    renewed,
    settled,
)
from check_smtp_auth.state.memory import LONGEST_REPLY, UNSPENT, Memory, Spent

from .simulation import BEGIN, HOUR, MINUTE, USER

REJECTED = Settlement(False, True, "credentials-rejected", "535 No")
LOCKED = Settlement(False, True, "account-locked", "535 Locked")
WORKED = Settlement(True, True, "authenticated", auth_time=1.0)
UNREACHED = Settlement(False, False, "connection-refused")
CROWDED = Settlement(False, True, "timeout", crowded=True)
FIRST = "salt:first"


def after(*ends: Settlement) -> Memory:
    """What is remembered after tries of one secret that ended so, a minute apart."""
    memory = Memory(USER)
    for number, ended in enumerate(ends):
        memory = settled(memory, ended, FIRST, BEGIN + number * MINUTE, Limits())
    return memory


@pytest.mark.parametrize(
    ("ends", "diagnosis", "minute", "tries", "killed"),
    [
        ((REJECTED,), "credentials-rejected", 0, 1, 0),
        ((REJECTED, REJECTED, REJECTED), "credentials-rejected", 0, 3, 0),
        ((REJECTED, LOCKED), "account-locked", 1, 1, 0),
        ((REJECTED, UNREACHED, REJECTED), "credentials-rejected", 0, 2, 0),
        ((REJECTED, CROWDED), "credentials-rejected", 0, 1, 0),
        ((REJECTED, CUT_SHORT), "credentials-rejected", 0, 1, 1),
        ((REJECTED, CUT_SHORT, CUT_SHORT), "timeout", 2, 1, 2),
        ((REJECTED, CUT_SHORT, CUT_SHORT, CUT_SHORT), "timeout", 2, 2, 3),
        ((REJECTED, CUT_SHORT, REJECTED), "credentials-rejected", 0, 2, 0),
        ((REJECTED, WORKED), "authenticated", 1, 1, 0),
        ((WORKED, WORKED), "authenticated", 0, 2, 0),
    ],
)
def test_since_when_and_how_often(
    ends: tuple[Settlement, ...], diagnosis: str, minute: int, tries: int, killed: int
) -> None:
    """A diagnosis stands since it was first made, and is counted; a check that was killed once
    says nothing new, nor does one that our own others left no time.
    """
    memory = after(*ends)
    assert (memory.diagnosis, memory.tries, memory.killed) == (diagnosis, tries, killed)
    assert memory.since == BEGIN + minute * MINUTE


def test_the_reply_is_that_of_the_last_refusal() -> None:
    """What the server said last is kept, the beginning of it where it is long."""
    assert after(LOCKED, REJECTED).reply == "535 No"
    assert after(REJECTED.replace(reply="x" * 9_000)).reply == "x" * LONGEST_REPLY
    assert after(REJECTED, WORKED).reply == ""


@pytest.mark.parametrize(("sent", "counts"), [(True, 1), (False, 0)])
def test_a_refusal_counts_once_the_secret_was_sent(sent: bool, counts: int) -> None:
    """What was refused before the secret was sent spends nothing, and is no last try."""
    memory = after(REJECTED.replace(sent=sent))
    assert memory.spent.count == counts
    assert memory.last_try == (BEGIN if sent else 0.0)


@pytest.mark.parametrize(
    ("diagnosis", "hold"),
    [
        ("account-disabled", 2 * HOUR),
        ("basic-auth-disabled", 2 * HOUR),
        ("app-password-required", 2 * HOUR),
        ("client-not-allowed", 15 * MINUTE),
        ("timeout", 15 * MINUTE),
        ("credentials-rejected", 3 * HOUR),
    ],
)
def test_how_long_a_retired_credential_is_held(diagnosis: str, hold: float) -> None:
    """What another secret would not fix has a hold of its own where a refusal is expected."""
    limits = Limits(1, 3, hold=3 * HOUR, flat_hold=2 * HOUR)
    memory = settled(Memory(USER), Settlement(False, True, diagnosis), FIRST, BEGIN, limits)
    assert memory.spent.until == BEGIN + hold


@pytest.mark.parametrize("sent", [True, False])
def test_a_success_is_one_though_no_secret_was_sent(sent: bool) -> None:
    """A login by a client certificate is accepted like any other, and gives the budget back."""
    memory = after(REJECTED, WORKED.replace(sent=sent))
    assert (memory.diagnosis, memory.trouble, memory.spent) == ("authenticated", "", UNSPENT)
    assert memory.last_success == memory.last_try == BEGIN + MINUTE


@pytest.mark.parametrize(
    ("times", "remembered"), [((1.0, 0.5), 0.8), ((1.0, 0.9), 0.9), ((0.5, 2.0), 2.0)]
)
def test_what_auth_takes_is_remembered_at_its_longest(
    times: tuple[float, ...], remembered: float
) -> None:
    """A slow AUTH is forgotten bit by bit, so that the next slow one has time enough."""
    memory = after(*(WORKED.replace(auth_time=seconds) for seconds in times))
    assert memory.auth_time == pytest.approx(remembered)


KILLED = Memory(USER, Spent(count=2), tried_mark="file as it was")


@pytest.mark.parametrize(
    ("memory", "mark", "count"),
    [
        (KILLED, "file as it was", 2),
        (KILLED, "another file", 0),
        (KILLED, "", 2),
        (KILLED.replace(tried_mark=""), "another file", 2),
    ],
)
def test_tries_that_left_no_fingerprint(memory: Memory, mark: str, count: int) -> None:
    """Killed tries count for whatever secret comes next, unless its file was changed since."""
    found = of_secret(memory, FIRST, mark)
    assert (found.spent.fingerprint, found.spent.count) == (FIRST, count)


def test_a_secret_that_cannot_be_compared_counts_as_the_same() -> None:
    """A fingerprint with another salt, or none, releases nothing."""
    memory = Memory(USER, Spent(FIRST, 2, until=BEGIN))
    for fingerprint in ("", FIRST, "pepper:second"):
        assert of_secret(memory, fingerprint, "another file").spent == memory.spent
    assert of_secret(memory, "salt:second", "").spent.count == 0


def test_a_secret_that_we_replaced_is_known_by_its_new_fingerprint() -> None:
    """What was spent on a secret stays spent when we rotate it, and on others too."""
    old, other = Spent(FIRST, 2), Spent("salt:other", 1)
    for memory in (Memory(USER, old, (other,)), Memory(USER, other, (old,))):
        found = renewed(memory, FIRST, "salt:new")
        spent = {each.fingerprint: each.count for each in (found.spent, *found.others)}
        assert spent == {"salt:new": 2, "salt:other": 1}
