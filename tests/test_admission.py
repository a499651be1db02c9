"""Whose turn it is among many accounts on many servers."""

from __future__ import annotations

from fakes import outcomes
from hypothesis import given
from hypothesis import strategies as st

from check_smtp_auth.accounts import Caution, Entry, Policy
from check_smtp_auth.admission import Admission, Waiting
from check_smtp_auth.observation import Times
from check_smtp_auth.outcome import Outcome


def entry(host: str, **caution: object) -> Entry:
    """An account of a server."""
    account = outcomes.ACCOUNT.replace(host=host)
    return Entry(account, Policy(), Caution(**{"server_rejections": 100, **caution}))


def queue(hosts: str, most: int = 2, **caution: object) -> Admission:
    """A queue of accounts, each named by the letter of its server."""
    made = Admission(most)
    for place, host in enumerate(hosts):
        made.add(Waiting(entry(host, **caution), place))
    return made


def admitted(made: Admission) -> list[Waiting]:
    """All who are let in now."""
    return list(iter(made.next, None))


def took(auth: float, total: float, wait: float = 0.0) -> Outcome:
    """A login whose AUTH, and all of it, took so long."""
    return outcomes.accepted().replace(times=Times(0.0, 0.0, auth, total, wait=wait))


def test_a_server_gets_no_more_connections_than_it_takes() -> None:
    """Two at once go to each server; when one has ended, the next of its server comes."""
    made = queue("aaaab")
    first = admitted(made)
    assert [one.entry.account.host for one in first] == ["a", "a", "b"]
    made.ended(first[0].entry, took(0.1, 0.1))
    assert [one.place for one in admitted(made)] == [2]


def test_a_server_that_is_full_holds_up_no_other() -> None:
    """Though a hundred wait for a server that does not answer, others go on at once."""
    made = queue("a" * 100 + "bc")
    assert sorted(one.entry.account.host for one in admitted(made)) == ["a", "a", "b", "c"]


def test_logins_stay_within_the_servers_budget() -> None:
    """Where three rejections are the server's budget, three logins are under way, no more; and
    as many as it takes where nothing is counted.
    """
    assert len(admitted(queue("a" * 9, 8, server_rejections=3))) == 3
    assert len(admitted(queue("a" * 9, 8, server_rejections=3, guarded=False))) == 8
    assert len(admitted(queue("a" * 9, 8, server_rejections=3, state_dir="none"))) == 8


def test_who_is_on_the_way_keeps_no_login_from_being_made() -> None:
    """Where AUTH is a quarter of a check, twelve checks keep three logins under way; what was
    waited for does not count.
    """
    made = queue("a" * 40, 20, server_rejections=3)
    first = admitted(made)
    made.ended(first[0].entry, took(0.25, 1.5, wait=0.5))
    assert 2 + len(admitted(made)) == 12
    made.ended(first[1].entry, took(1.0, 1.0))
    assert admitted(made) == []


def test_the_largest_server_is_not_left_for_the_end() -> None:
    """The server with the most accounts is busy from the beginning, wherever the file has it."""
    made = queue("abcdeffff", most=1)
    first = made.next()
    assert first is not None
    assert first.entry.account.host == "f"


def test_the_longest_untried_goes_first() -> None:
    """With a deadline, those come first that have waited for longest, of whatever server."""
    made = Admission(10, by_age=True)
    ages = [("a", 3.0), ("b", 2.0), ("a", 5.0), ("a", 5.0), ("b", 4.0), ("a", 1.0), ("a", 0.0)]
    for place, (host, tried) in enumerate(ages):
        made.add(Waiting(entry(host), place, tried))
    assert [one.place for one in admitted(made)] == [6, 5, 1, 0, 4, 2, 3]


def test_a_login_that_was_not_tried_tells_nothing_of_the_server() -> None:
    """Where a check did not come as far as AUTH, as many are let in as before."""
    made = queue("a" * 9, 8, server_rejections=2)
    first = admitted(made)
    for one in first:
        made.ended(one.entry, outcomes.unreachable())
    assert (len(first), len(admitted(made))) == (2, 2)


def test_where_one_rejection_is_all_one_login_is_under_way() -> None:
    """With --max-server-rejections 1 there is never a second login beside the first."""
    made = queue("a" * 9, 8, server_rejections=1)
    (first,) = admitted(made)
    made.ended(first.entry, took(1.0, 1.0))
    assert len(admitted(made)) == 1


def test_room_that_has_gone_again_is_not_given() -> None:
    """Where AUTH turns out to take all of a check after all, nobody is let in before many ended."""
    made = queue("a" * 20, 8, server_rejections=2)
    first = admitted(made)
    made.ended(first[0].entry, took(0.25, 1.0))
    many = [first[1], *admitted(made)]
    made.ended(many[0].entry, took(0.25, 1.0))
    made.ended(many[1].entry, took(1.0, 1.0))
    assert (len(many), admitted(made)) == (8, [])


def test_several_that_end_together_make_no_more_room_than_there_is() -> None:
    """Three that end before the next are asked for make room for three."""
    made = queue("a" * 20, 3)
    first = admitted(made)
    for one in first:
        made.ended(one.entry, took(1.0, 1.0))
    assert (len(first), len(admitted(made)), made.next()) == (3, 3, None)


def test_those_left_over_are_told() -> None:
    """When time is up, nobody who waits is forgotten."""
    made = queue("aaabbb", most=1)
    assert len(admitted(made)) == 2
    assert sorted(one.place for one in made.rest()) == [1, 2, 4, 5]
    assert not made


@given(
    st.text("abc", max_size=40),
    st.integers(1, 4),
    st.integers(1, 4),
    st.lists(st.integers(0, 30), max_size=100),
    st.booleans(),
)
def test_each_gets_one_turn(
    hosts: str, most: int, budget: int, ends: list[int], by_age: bool
) -> None:
    """However checks end, each account has its turn once, and no server more at once than it
    takes.
    """
    made = Admission(most, by_age)
    for place, host in enumerate(hosts):
        made.add(Waiting(entry(host, server_rejections=budget), place))
    under_way: list[Waiting] = []
    seen: list[int] = []
    while made or under_way:
        for one in admitted(made):
            under_way.append(one)
            seen.append(one.place)
        for host in set(hosts):
            assert sum(one.entry.account.host == host for one in under_way) <= most
        assert under_way
        which = ends.pop() if ends else 0
        made.ended(under_way.pop(which % len(under_way)).entry, took(0.1, 0.1 * (which + 1)))
    assert sorted(seen) == list(range(len(hosts)))
