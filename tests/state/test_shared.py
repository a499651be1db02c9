"""What all accounts of a server share: who is well, and how slow its AUTH was of late."""

from __future__ import annotations

import pytest

from check_smtp_auth.state.server import REMEMBERED, SIZE, UNKNOWN, Server, dump, load

NOW = 1_800_000_000.0


def well(*accounts: str) -> Server:
    """A server at which these accounts worked, in this order."""
    server = UNKNOWN
    for account in accounts:
        server = server.worked(account, 0.5, NOW)
    return server


@pytest.mark.parametrize(
    ("accounts", "others"),
    [("", {"a": False}), ("a", {"a": False, "b": True}), ("aab", {"a": True, "b": True})],
)
def test_whether_others_are_well(accounts: str, others: dict[str, bool]) -> None:
    """An account that works is another to all but itself, however often it worked."""
    server = well(*accounts)
    assert {account: server.others_are_well(account) for account in others} == others


def test_no_more_are_kept_than_are_needed() -> None:
    """Two that work are enough for any third; a third that works takes nobody's place."""
    assert well("a", "b", "c", "a").well == ("a", "b")


def test_who_failed_is_well_no_more() -> None:
    """After a refusal an account is not counted, and is again after its next success."""
    server = well("a", "b").failed("a").failed("c")
    assert [server.others_are_well(account) for account in "ab"] == [True, False]
    assert server.worked("a", 0.5, NOW).others_are_well("b")


@pytest.mark.parametrize(
    ("seconds", "later", "slowest"),
    [
        (0.5, 10.0, (2.0, NOW)),
        (3.0, 10.0, (3.0, NOW + 10.0)),
        (0.5, REMEMBERED - 1, (2.0, NOW)),
        (0.5, REMEMBERED, (0.5, NOW + REMEMBERED)),
        (0.5, -10.0, (0.5, NOW - 10.0)),
    ],
)
def test_the_slowest_of_the_last_hour(
    seconds: float, later: float, slowest: tuple[float, float]
) -> None:
    """The longest AUTH counts for an hour, unless the clock was put back since."""
    server = UNKNOWN.worked("a", 2.0, NOW).worked("b", seconds, NOW + later)
    assert (server.slowest, server.slowest_at) == slowest
    assert server.well == ("a", "b")


def test_a_success_that_says_nothing_new_is_not_written() -> None:
    """What is known already is the same, so that a run of good accounts writes it once."""
    server = well("a", "b")
    assert server.worked("b", 0.4, NOW + 5) is server


@pytest.mark.parametrize("server", [UNKNOWN, well("a"), well("a", "b").worked("b", 1.25, NOW)])
def test_what_was_written_is_read_back(server: Server) -> None:
    """The file has a fixed size, and what was put into it."""
    octets = dump(server)
    assert len(octets) == SIZE
    assert load(octets) == server


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n" * SIZE,
        "check_smtp_auth server 1",
        "check_smtp_auth server 2\n1.0 1800000000\na",
        "check_smtp_auth server 1\n1.0\na",
        "check_smtp_auth server 1\n-1.0 1800000000\na",
        "check_smtp_auth server 1\n3600.0 1800000000\na",
        "check_smtp_auth server 1\nnan 1800000000\na",
        "check_smtp_auth server 1\n1.0 1800000000\n\u00e4",
    ],
)
def test_what_makes_no_sense_is_nothing(text: str) -> None:
    """A file that is damaged, or of another version, is as none."""
    assert load(text.encode()) == UNKNOWN
