"""What version 0.1.0 remembered is carried over."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from fakes.plugin import USER
from fakes.server import Server
from hypothesis import given
from hypothesis import strategies as st
from properties import PROPERTY

from check_smtp_auth.state.memory import Baseline, Memory, Spent
from check_smtp_auth.state.version1 import account, old_name, rejected

from .runs import HOST, Monitor, accepting, rejecting

LINES = (
    "check_smtp_auth state 1",
    "rejected\t1800000000.000 1800000060.500",
    "account\tuser=other\tspent=1",
    "account\tuser=finance@example.test\tspent=2\tfingerprint=aa:bb\thold=3600.000"
    "\thold_until=1800003600.000\tlaid_aside=aa:cc/1/0.0/0.0/1799999999.5 aa:dd/2/60.0/5.0/6.0"
    "\treserved=1800000012.000\tgiven_up=1\tdiagnosis=credentials-rejected"
    "\treply=535%205.7.8%20No\tsince=1799990000.000\ttries=4\tlast_try=1800000060.500"
    "\tlast_success=1799000000.000\tmechanism=PLAIN\tmark=1:2\tmechanisms=LOGIN PLAIN"
    "\tkeywords=AUTH SIZE\ttls=TLSv1.3\tissuers=Let's%20Encrypt",
    "account\tuser=finance@example.test2",
)
FILE = "".join(f"{line}\n" for line in LINES).encode()


def test_an_account_of_0_1_0() -> None:
    """Budget, history and baseline come over, each to its place."""
    assert account(FILE, USER) == Memory(
        USER,
        Spent("aa:bb", 2, 3600.0, 1_800_003_600.0),
        (Spent("aa:cc", 1, 0.0, 0.0, 1_799_999_999.5), Spent("aa:dd", 2, 60.0, 5.0, 6.0)),
        diagnosis="credentials-rejected",
        reply="535 5.7.8 No",
        since=1_799_990_000.0,
        tries=4,
        last_try=1_800_000_060.5,
        last_success=1_799_000_000.0,
        mechanism="PLAIN",
        mark="1:2",
        baseline=Baseline(("LOGIN", "PLAIN"), ("AUTH", "SIZE"), "TLSv1.3", ("Let's Encrypt",)),
    )


@pytest.mark.parametrize("user", ["finance", "finance@example.tes", "spent", "", "nobody"])
def test_an_account_that_it_does_not_know(user: str) -> None:
    """A name that only begins or ends as a known one has nothing to carry over."""
    assert account(FILE, user) is None


def test_the_rejections_of_0_1_0() -> None:
    """When logins were rejected comes over for the server."""
    assert rejected(FILE) == (1_800_000_000.0, 1_800_000_060.5)


@given(st.binary(), st.integers(0, len(FILE)))
@PROPERTY
def test_what_makes_no_sense_is_nothing(junk: bytes, where: int) -> None:
    """Whatever stands in the old file, at worst nothing is carried over."""
    for octets in (junk, FILE[:where] + junk, FILE[:where] + junk + FILE[where:]):
        account(octets, USER)
        rejected(octets)


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("mail.example.test", "mail.example.test.state"),
        ("::1", "__1-eff8e7ca506627fe.state"),
    ],
)
def test_the_name_of_the_old_file(host: str, name: str) -> None:
    """The old file is found under the name that 0.1.0 gave it."""
    assert old_name(host) == name


def write_old(directory: Path, **fields: object) -> Path:
    """Write a file as 0.1.0 left it behind."""
    directory.mkdir(0o700)
    file = directory / f"{HOST}.state"
    file.touch(0o600)
    account = "\t".join(f"{name}={value}" for name, value in {"user": USER, **fields}.items())
    recent = f"{time.time() - 60:.3f}"
    file.write_text(f"check_smtp_auth state 1\nrejected\t{recent} {recent}\naccount\t{account}\n")
    return file


def test_a_hold_of_0_1_0_holds(monitor: Monitor) -> None:
    """An account that 0.1.0 held is not tried by this version before its time."""
    until = f"{time.time() + 600:.3f}"
    diagnosis = {"diagnosis": "credentials-rejected", "since": until, "tries": 2}
    write_old(monitor.directory, spent=2, hold="3600.000", hold_until=until, **diagnosis)
    with Server(rejecting()) as server:
        done = monitor.check(server)
    assert "not tried, to keep the account from being locked" in done.first
    assert server.count(b"AUTH") == 0


def test_rejections_of_0_1_0_count_for_the_server(monitor: Monitor) -> None:
    """What 0.1.0 spent of a server's budget is spent."""
    write_old(monitor.directory)
    with Server(rejecting()) as server:
        firsts = [monitor.check(server, user=user).first for user in ("one", "two")]
    assert ["not tried" in first for first in firsts] == [False, True]


def test_a_success_of_0_1_0_is_remembered(monitor: Monitor) -> None:
    """When the login last worked under 0.1.0 is told, and the old file stays as it was."""
    file = write_old(monitor.directory, last_success="1700000000.000", mechanism="PLAIN")
    before = file.read_bytes()
    with Server(rejecting()) as server:
        account = monitor.check(server, "--output", "json").account
    assert account["last_success"] == "2023-11-14T22:13:20Z"
    with Server(accepting()) as server:
        assert monitor.check(server, "--max-server-rejections", "9").code == 0
    assert file.read_bytes() == before
