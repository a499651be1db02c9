"""The names of the files that stand for tries, and what they add up to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from properties import PROPERTY

from check_smtp_auth.state.tries import (
    REFUSED,
    REJECTED,
    TRY,
    TURN,
    TURN_KEPT,
    WINDOW,
    Budget,
    Entry,
    Left,
    budget,
    by_wrong_clock,
    ended,
    is_over,
    name_of,
    parse,
)

NOW = 1_800_000_000.0
OURS, THEIRS = "finance@example.test", "tickets@example.test"


def entry(
    kind: str, at: float, until: float = 0.0, key: str = OURS, slug: str = "", tag: str = "1.1"
) -> Entry:
    """One entry, by way of its name."""
    (found,) = parse([name_of(kind, key, at, until, slug, tag)])
    return found


def added(*entries: Entry, alive: bool = True, since: float = NOW) -> Budget:
    """What the entries mean to our account."""
    return budget(entries, OURS, NOW, (since, ""), lambda _: alive)


@given(
    st.sampled_from((TRY, REJECTED, TURN)),
    st.integers(0, 4 * 10**12),
    st.integers(0, 4 * 10**12),
    st.text("abc@.%+-_", min_size=1),
)
@PROPERTY
def test_a_name_says_it_all(kind: str, at: int, until: int, key: str) -> None:
    """Kind, times and account are read back from the name as they were put there."""
    name = name_of(kind, key, at / 1000, until / 1000, tag="7.3")
    assert parse([name]) == [Entry(name, kind, at / 1000, until / 1000, "", key)]


@given(st.lists(st.text(max_size=30)))
@PROPERTY
def test_other_names_are_no_entries(names: list[str]) -> None:
    """Whatever else lies in the folder is left alone."""
    found = parse(
        [
            *names,
            "server",
            "accounts",
            "try",
            "try,1,2",
            "try,x,y,z,w",
            "turn,1,,2,3",
            "log,1,2,3,4",
        ]
    )
    assert all(each.name.split(",")[0] in (TRY, REFUSED, REJECTED, TURN) for each in found)


def test_nothing_adds_up_to_nothing() -> None:
    """Where nobody ever tried, there is no budget spent."""
    assert added() == Budget()


def test_tries_under_way() -> None:
    """A try counts as under way until its time is over, an account's own for it as well."""
    theirs = [entry(TRY, NOW - 1, NOW + 5, THEIRS, tag=tag) for tag in "ab"]
    found = added(entry(TRY, NOW - 1, NOW + 5), *theirs)
    assert (found.under_way, found.own, found.rejected) == (3, 1, ())


def test_where_nobody_can_tell_all_are_there() -> None:
    """Where it cannot be told whose process has gone, tries are under way, and turns kept."""
    entries = [entry(TRY, NOW - 1, NOW + 5), entry(TURN, NOW - 60, key=THEIRS)]
    found = budget(entries, OURS, NOW, (NOW, ""))
    assert (found.under_way, found.present, found.rejected) == (1, 1, ())


@pytest.mark.parametrize(("alive", "until", "end"), [(False, 5, 0), (True, -5, -5)])
def test_a_try_that_was_killed(alive: bool, until: int, end: int) -> None:
    """A try whose process has gone, or whose time is over, is a rejection, and left to us."""
    one = entry(TRY, NOW - 9, NOW + until)
    found = added(one, alive=alive)
    assert found.rejected == (NOW + end,)
    assert found.left == (Left(one.name, NOW + end),)
    assert found.under_way == 0


def test_somebody_elses_killed_try() -> None:
    """Another account's killed try counts for the server, and is not ours to remember."""
    found = added(entry(TRY, NOW - 9, NOW + 5, THEIRS), alive=False)
    assert (len(found.rejected), found.left) == (1, ())


def test_a_refusal_that_was_not_remembered() -> None:
    """A refusal that the account's memory could not take is left with its diagnosis."""
    one = entry(REFUSED, NOW - 60, slug="account-locked")
    assert added(one).left == (Left(one.name, NOW - 60, "account-locked"),)


@pytest.mark.parametrize(("ago", "counts"), [(WINDOW - 1, True), (WINDOW + 1, False)])
def test_how_long_a_rejection_counts(ago: float, counts: bool) -> None:
    """A rejection counts for the server for a quarter of an hour."""
    one = entry(REJECTED, NOW - ago)
    assert added(one).rejected == ((NOW - ago,) if counts else ())
    assert is_over(one, NOW) is not counts


def test_an_old_killed_try_still_counts_for_its_account() -> None:
    """What the server has forgotten the account has not."""
    one = entry(TRY, NOW - 5 * WINDOW, NOW - 4 * WINDOW)
    assert added(one).rejected == ()
    assert added(one).left == (Left(one.name, NOW - 4 * WINDOW),)
    assert not is_over(one, NOW)


def test_what_is_left_is_in_the_order_of_its_end() -> None:
    """Of several tries left behind, that which ended last is the last, wherever its file lies."""
    entries = [entry(TRY, NOW - 90, NOW - ago, tag=str(ago)) for ago in (20, 60, 40)]
    found = added(*entries)
    assert [each.ended for each in found.left] == [NOW - 60, NOW - 40, NOW - 20]
    assert found.rejected == (NOW - 60, NOW - 40, NOW - 20)


@pytest.mark.parametrize("began", [NOW - 9, NOW + 3])
def test_a_try_that_was_killed_before_its_time_ended_now(began: float) -> None:
    """Its new name says so; it is the same account's, and told from others as before."""
    one = entry(TRY, began, NOW + 5, tag="7.3")
    (found,) = parse([ended(one, NOW)])
    assert (found.kind, found.key, found.name.split(",")[3]) == (TRY, OURS, "7.3")
    assert found.at <= found.until < NOW
    assert found.until > NOW - 0.1


@pytest.mark.parametrize(
    "one",
    [
        entry(TRY, NOW - 9, NOW - 5),
        entry(TRY, NOW - 9, NOW),
        entry(REJECTED, NOW + 5),
        entry(REFUSED, NOW + 5, slug="account-locked"),
        entry(TURN, NOW + 5),
    ],
    ids=str,
)
def test_other_names_stay(one: Entry) -> None:
    """What ended in its time, and what is no try, keeps its name."""
    assert ended(one, NOW) == one.name


@pytest.mark.parametrize(
    ("at", "until", "wrong"),
    [(-9, 60, False), (-9, 3_650, False), (-9, 3_670, True), (3_670, -9, True), (86_400, 0, True)],
)
def test_what_lies_further_ahead_than_it_can(at: float, until: float, wrong: bool) -> None:
    """An entry that begins or ends over an hour from now was written by a wrong clock."""
    assert by_wrong_clock(entry(TRY, NOW + at, NOW + until), NOW) is wrong


def test_who_goes_first() -> None:
    """Those who have waited for longer go first, whether they are here or not; we do not."""
    entries = [
        entry(TURN, NOW - 60, key=THEIRS, tag="1"),
        entry(TURN, NOW - 30, key="third", tag="2"),
        entry(TURN, NOW - 10, key="fourth", tag="3"),
        entry(TURN, NOW - 90, tag="4"),
    ]
    assert (added(*entries).ahead, added(*entries).present) == (3, 3)
    behind_two = added(*entries, since=NOW - 20)
    assert (behind_two.ahead, behind_two.present, behind_two.around) == (2, 2, 3)
    assert (added(*entries, alive=False).ahead, added(*entries, alive=False).present) == (3, 0)


def test_a_turn_is_not_kept_for_ever() -> None:
    """A place kept for a check that does not come again is given up after a while."""
    one = entry(TURN, NOW - TURN_KEPT, key=THEIRS)
    assert added(one).ahead == 0
    assert is_over(one, NOW)
