"""When the plugin tries a login and when not, run after run."""

from __future__ import annotations

import fcntl
import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from fakes.plugin import SECRET, USER, as_another_user, run
from fakes.server import Server

from check_smtp_auth.state.store import folder_name

from .runs import HOST, Monitor, accepting, rejecting, tarpit

HOUR = 3_600


def verdict(done_account: dict[str, object]) -> tuple[object, object]:
    """State and diagnosis."""
    return done_account["state"], done_account["diagnosis"]


def test_two_rejections_then_held(monitor: Monitor) -> None:
    """A wrong password makes two AUTHs, and then none."""
    with Server(rejecting()) as server:
        runs = [monitor.check(server) for _ in range(4)]
    assert ["not tried" in each.first for each in runs] == [False, False, True, True]
    assert server.count(b"AUTH") == 2


def test_a_changed_password_is_tried_on_the_next_run(held: Monitor) -> None:
    """When the password file is changed, the next run tries it, and a right one is OK."""
    held.password.write_text("the-right-one\n")
    with Server(accepting()) as server:
        assert held.check(server).code == 0
    assert server.count(b"AUTH") == 1


def test_a_touched_password_file_releases_nothing(held: Monitor) -> None:
    """A password file that was only written again with the same secret is still held."""
    held.password.write_text(f"{SECRET}\nanother second line\n")
    with Server(rejecting()) as server:
        assert "not tried" in held.check(server).first


def test_a_changed_password_that_is_wrong_too(held: Monitor) -> None:
    """A changed password that is wrong has a budget of its own, and is then held as well."""
    held.password.write_text("wrong-again\n")
    with Server(rejecting()) as server:
        first = [held.check(server, "--max-server-rejections", "9").first for _ in range(3)]
    assert ["not tried" in each for each in first] == [False, False, True]


def test_retry_now_tries_once(held: Monitor) -> None:
    """--retry-now tries a held login once; the next one within ten minutes is held."""
    with Server(rejecting()) as server:
        first = [held.check(server, "--retry-now").first for _ in range(2)]
    assert ["not tried" in each for each in first] == [False, True]
    assert server.count(b"AUTH") == 1


def test_retry_now_stays_within_the_servers_budget(held: Monitor) -> None:
    """--retry-now does not try where the server might ban us for it."""
    with Server(rejecting()) as server:
        done = held.check(server, "--retry-now", "--max-server-rejections", "2")
    assert "to keep this host from being banned by the server" in done.first
    assert server.count(b"AUTH") == 0


def test_without_guard_every_run_tries(held: Monitor) -> None:
    """--no-guard tries every time, and goes on counting."""
    with Server(rejecting()) as server:
        runs = [held.check(server, "--no-guard") for _ in range(3)]
    assert server.count(b"AUTH") == 3
    assert "seen 4 times before" in runs[-1].long


def test_without_guard_the_history_goes_on(monitor: Monitor) -> None:
    """--no-guard keeps when the login last worked, and tells who changed the password."""
    with Server(accepting()) as server:
        assert monitor.check(server, "--no-guard").code == 0
    with Server(rejecting()) as server:
        done = monitor.check(server, "--no-guard")
    assert "It last worked at" in done.long
    assert "the secret was changed on the server" in done.long


def test_no_state_directory_at_all(monitor: Monitor, tmp_path: Path) -> None:
    """With --state-dir none nothing is kept and nothing held."""
    before = set(tmp_path.rglob("*"))
    with Server(rejecting()) as server:
        runs = [monitor.check(server, "--state-dir", "none") for _ in range(4)]
        account = monitor.check(server, "--state-dir", "none", "--output", "json").account
    assert server.count(b"AUTH") == 5
    assert "not tried" not in "".join(each.output for each in runs)
    assert [account[name] for name in ("held_until", "last_success", "since")] == [None] * 3
    assert set(tmp_path.rglob("*")) == before


def test_a_success_gives_the_budget_back(monitor: Monitor) -> None:
    """One rejection, a success, and then two rejections more before it is held."""
    outcomes = [rejecting(), accepting(), rejecting(), rejecting()]
    for script in outcomes:
        with Server(script) as server:
            monitor.check(server, "--max-server-rejections", "9")
        assert server.count(b"AUTH") == 1
    with Server(rejecting()) as server:
        assert "not tried" in monitor.check(server).first


def test_a_killed_login_counts(monitor: Monitor) -> None:
    """Checks that are killed while the server has not answered AUTH yet use the budget up."""
    with Server(tarpit()) as server:
        for _ in range(2):
            monitor.interrupt(server)
        done = monitor.check(server)
    assert "to keep the account from being locked" in done.first
    assert server.count(b"AUTH") == 2


def test_a_login_ended_by_the_monitor_counts(monitor: Monitor) -> None:
    """A check that the monitor ends by SIGTERM during AUTH counts as rejected."""
    with Server(tarpit()) as server:
        monitor.interrupt(server, number=signal.SIGTERM)
        done = monitor.check(server, "--max-rejections", "1")
    assert "to keep the account from being locked" in done.first
    assert server.count(b"AUTH") == 1


def test_the_port_makes_no_other_account(held: Monitor) -> None:
    """What is held on one port of a host is held on its others, however the host is spelt."""
    held.remember("localhost", count=2, until=time.time() + HOUR, diagnosis="account-locked")
    for host in ("localhost", "LOCALHOST", "localhost."):
        with Server(rejecting()) as server:
            assert "not tried" in held.check(server, host=host).first


def test_a_good_account_beside_bad_ones(held: Monitor) -> None:
    """When others have used the server's budget up, a good account stays OK and says so."""
    good = "good@example.test"
    with Server(accepting()) as server:
        assert held.check(server, user=good).code == 0
    with Server(rejecting()) as server:
        held.check(server, user="bad@example.test")
        done = held.check(server, user=good)
        account = held.check(server, "--output", "json", user=good).account
    assert done.first.startswith(
        f"SMTP_AUTH OK - {good} at {HOST}:{server.port}: not tried, to keep this host from being "
        "banned by the server, which has refused other logins; it worked when last tried, at "
    )
    assert "; next try at " in done.first
    assert len(done.lines) == 1
    assert verdict(account) == ("OK", "held")
    assert account["held_diagnosis"] == "authenticated"
    assert server.count(b"AUTH") == 1


def test_a_good_account_that_was_long_not_tried(held: Monitor) -> None:
    """A good account that could not be tried for over an hour is WARNING."""
    for ago, state in ((HOUR - 60, "OK"), (HOUR + 60, "WARNING")):
        worked = time.time() - ago
        held.remember(user="good", diagnosis="authenticated", since=worked, last_success=worked)
        with Server(accepting()) as server:
            options = ("--max-server-rejections", "2", "--output", "json")
            account = held.check(server, *options, user="good").account
        assert verdict(account) == (state, "held")


def test_a_new_account_beside_bad_ones(held: Monitor) -> None:
    """An account that was never tried, and cannot be now, is UNKNOWN, on one line."""
    with Server(accepting()) as server:
        done = held.check(server, "--max-server-rejections", "2", user="new")
    assert done.code == 3
    assert "it was not tried yet" in done.first
    assert len(done.lines) == 1


def test_a_lock_that_another_check_holds(held: Monitor) -> None:
    """A lock not had in half the time: no AUTH, the last state, and the reason."""
    worked = time.time() - 60
    held.remember(user="good", diagnosis="authenticated", since=worked, last_success=worked)
    lock = held.directory / folder_name(HOST) / "server"
    with Server(accepting()) as server, open(lock, "r+b") as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        done = held.check(server, "-t", "2", user="good")
    assert done.code == 0
    assert "not tried, because other checks of this server are in progress; it worked" in done.first
    assert 0.9 < done.perfdata["total_time"].value < 1.9
    assert server.count(b"AUTH") == 0


UNUSABLE: dict[str, Callable[[Path], object]] = {
    "open to others": lambda place: (place.mkdir(), place.chmod(0o770)),
    "a file": lambda place: place.write_text(""),
    "a link": lambda place: place.symlink_to(place.parent),
}


@pytest.mark.parametrize("fault", list(UNUSABLE))
def test_an_unusable_state_directory(monitor: Monitor, fault: str) -> None:
    """A login that was judged and cannot be guarded is WARNING, and the first line says why."""
    UNUSABLE[fault](monitor.directory)
    with Server(accepting()) as server:
        done = monitor.check(server)
        account = monitor.check(server, "--output", "json").account
    assert done.code == 1
    assert str(monitor.directory) in done.first
    assert verdict(account) == ("WARNING", "unguarded")


@pytest.mark.parametrize("options", [("--no-guard",), ("--state-dir", "none")])
def test_who_wants_no_guard_is_not_warned(monitor: Monitor, options: tuple[str, ...]) -> None:
    """Where no guard is wanted, that there is none is no trouble."""
    monitor.directory.write_text("")
    with Server(accepting()) as server:
        assert monitor.check(server, *options).code == 0


def test_an_unusable_state_directory_is_told_with_a_problem(monitor: Monitor) -> None:
    """A rejected login stays CRITICAL, and says that nothing guards it against lockout."""
    monitor.directory.write_text("")
    with Server(rejecting()) as server:
        done = monitor.check(server)
        account = monitor.check(server, "--output", "json").account
    assert (done.code, account["diagnosis"]) == (2, "credentials-rejected")
    assert account["also"] == ["unguarded"]
    assert str(monitor.directory) in done.long


def test_an_unreadable_state_file(held: Monitor) -> None:
    """A state file that cannot be read back is kept under another name, and this is told."""
    held.file().write_text("junk")
    with Server(accepting()) as server:
        done = held.check(server, "-v")
    assert done.code == 0
    (aside,) = held.file().parent.glob("*.unreadable-1")
    assert aside.read_text() == "junk"
    assert f"An unreadable state file was renamed to {aside}" in done.long


def test_an_unreadable_state_file_releases_nothing(held: Monitor) -> None:
    """Where it cannot be read what was spent, a wrong password is tried once more, not twice."""
    held.file().write_text("junk")
    with Server(rejecting()) as server:
        firsts = [held.check(server, "--max-server-rejections", "9").first for _ in range(3)]
    assert ["not tried" in first for first in firsts] == [False, True, True]


def test_a_stronger_mechanism_is_a_notice(monitor: Monitor) -> None:
    """The mechanism that last worked is kept when a stronger one appears, which -v tells."""
    with Server(accepting("AUTH PLAIN")) as server:
        assert monitor.check(server).code == 0
    with Server(accepting("AUTH SCRAM-SHA-256 PLAIN")) as server:
        done = monitor.check(server, "-v")
    assert "authenticated by PLAIN" in done.first
    note = "Note: SCRAM-SHA-256 is offered and stronger, but PLAIN worked before."
    assert note in done.lines
    assert server.count(b"AUTH PLAIN") == 1


def test_what_worked_is_kept_only_while_offered(monitor: Monitor) -> None:
    """When the mechanism that last worked is gone, another is used; -A has the last word."""
    with Server(accepting("AUTH LOGIN")) as server:
        monitor.remember(mechanism="PLAIN")
        asked = monitor.check(server, "--output", "json").account
    assert asked["mechanism"] == "LOGIN"
    monitor.remember(mechanism="LOGIN")
    with Server(accepting("AUTH LOGIN PLAIN")) as server:
        assert monitor.check(server, "--output", "json", "-A", "PLAIN").account["state"] == "OK"
    assert server.count(b"AUTH PLAIN") == 1


def test_a_password_from_elsewhere_is_guarded_too(held: Monitor) -> None:
    """The guard knows a secret, not a file: from the environment it is held all the same."""
    words = ("--password-env", "SECRET", "--state-dir", held.directory, "--tls", "none")
    with Server(rejecting()) as server:
        where = ("-H", HOST, "-p", str(server.port), "-u", USER)
        env = {**os.environ, "SECRET": SECRET}
        assert "not tried" in run(*where, *words, env=env).first
        env["SECRET"] = "another"
        assert "not tried" not in run(*where, *words, env=env).first


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can be another user")
def test_a_directory_that_root_has_made(held: Monitor) -> None:
    """After a first run by root, the monitor's user is told whose the directory is, and what
    helps; nothing is changed by it.
    """
    for folder in (held.directory, *held.directory.parents):
        if folder.stat().st_uid == 0 and folder != Path("/"):
            folder.chmod(folder.stat().st_mode | 0o055)
    os.chown(held.password, 1, 1)
    with Server(accepting()) as server:
        done = run(*held.words(server), before=as_another_user(), cwd="/")
    assert done.code == 1, done.output
    assert f"{held.directory} belongs to root: run chown -R daemon {held.directory}" in done.first
    assert held.memory().spent.count == 2
