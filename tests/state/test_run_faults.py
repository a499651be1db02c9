"""Faults of the guard and its memory as a user meets them; each test is for one that was fixed."""

from __future__ import annotations

import os
import re
import shlex
import signal
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from fakes.plugin import COMMAND, SECRET, USER, environment, run
from fakes.server import Server, send

from check_smtp_auth.check import check
from check_smtp_auth.net.loop import run_one
from check_smtp_auth.options.parser import parse
from check_smtp_auth.state.memory import Spent, dump

from .runs import HOST, Monitor, accepting, rejecting, tarpit
from .test_memory import sealed

MANY = ("--max-server-rejections", "1000")


def test_a_changed_password_at_once(held: Monitor) -> None:
    """Twenty checks at once with a changed, wrong password make two AUTHs, as with any other."""
    held.password.write_text("wrong-again\n")
    with Server(rejecting()) as server, ThreadPoolExecutor(20) as pool:
        list(pool.map(lambda _: held.check(server, *MANY, "-t", "20"), range(20)))
    assert server.count(b"AUTH") == 2


def test_a_changed_password_behind_a_tarpit(held: Monitor) -> None:
    """A changed password that the server answers too late for the monitor is held after two."""
    held.password.write_text("wrong-again\n")
    with Server(tarpit()) as server:
        for _ in range(2):
            held.interrupt(server, *MANY, number=signal.SIGTERM)
        assert "not tried" in held.check(server, *MANY, "-t", "0.5").first


def test_a_changed_password_after_killed_tries(monitor: Monitor) -> None:
    """A hold for killed checks is released by a changed password, as its first line says."""
    with Server(tarpit()) as server:
        for _ in range(2):
            monitor.interrupt(server)
        assert "or at once when the secret changes" in monitor.check(server).first
    monitor.password.write_text("the-right-one\n")
    with Server(accepting()) as server:
        assert monitor.check(server).first.startswith("SMTP_AUTH OK")
    assert server.count(b"AUTH") == 1


def test_a_file_written_anew_before_each_killed_try(monitor: Monitor) -> None:
    """An agent that writes the same password again and again releases no hold by it."""
    with Server(tarpit()) as server:
        for _ in range(3):  # one more than allowed: nothing is known of the first one's secret
            monitor.password.write_text(f"{SECRET}\n")
            monitor.interrupt(server, *MANY)
        monitor.password.write_text(f"{SECRET}\n")
        assert "not tried" in monitor.check(server, *MANY).first


def test_a_short_timeout_on_a_held_login(held: Monitor) -> None:
    """A timeout too short to tell whether the secret changed is no fault in this plugin."""
    with Server(rejecting()) as server:
        assert "a fault in this plugin" not in held.check(server, "-t", "0.05").first


def test_the_longest_timeout(monitor: Monitor) -> None:
    """With -t 3600, which is allowed, logins that succeed are not counted as rejected."""
    with Server(accepting()) as server:
        for _ in range(4):
            assert "not tried" not in monitor.check(server, "-t", "3600").first


def test_a_fifo_in_the_files_place(monitor: Monitor, password_file: Path) -> None:
    """A FIFO where the state file should be does not keep a check past its timeout."""
    monitor.file().parent.mkdir(0o700, parents=True)
    os.mkfifo(monitor.file(), 0o600)
    with Server(accepting()) as server:
        words = [*COMMAND, *monitor.words(server, "-t", "0.5")]
        process = subprocess.Popen(words, env=environment(), stdout=subprocess.PIPE)
        try:
            assert process.wait(5) == 1
        finally:
            process.kill()
            process.communicate()


def test_without_guard_nothing_is_said_of_a_hold(held: Monitor) -> None:
    """With --no-guard it is not said that the login will not be tried before some time."""
    with Server(rejecting()) as server:
        done = held.check(server, "--no-guard")
        account = held.check(server, "--no-guard", "--output", "json").account
    assert "Not tried again before" not in done.long
    assert account["held_until"] is None


def test_since_when_after_a_trouble(held: Monitor) -> None:
    """While held, `since` is told also after the server was away for a moment."""
    with Server([send(b"421 4.3.2 Soon\r\n")]) as server:
        held.check(server)
    with Server(rejecting()) as server:
        assert held.check(server, "--output", "json").account["since"] is not None


def test_since_when_a_second_trouble_is(held: Monitor) -> None:
    """A trouble that was over in between is told as new, also while the login is held."""
    with Server([send(b"421 4.3.2 Soon\r\n")]) as server:
        held.check(server)
    with Server(rejecting()) as server:
        assert "not tried" in held.check(server).first
    with Server([send(b"421 4.3.2 Soon\r\n")]) as server:
        assert "The problem has lasted since" not in held.check(server).long


def test_the_command_to_try_again_is_the_whole(held: Monitor) -> None:
    """The command that -v prints has all options that the login needs."""
    options = ("-A", "LOGIN", "--authzid", "boss", "--insecure", "-4", "-F", "probe.test")
    with Server(rejecting()) as server:
        done = held.check(server, "-v", *options)
    (command,) = re.findall(r"^To try it now: (.*)$", done.long, re.MULTILINE)
    assert [option for option in options if option not in shlex.split(command)] == []


def test_the_command_to_try_again_with_netrc(held: Monitor, tmp_path: Path) -> None:
    """The command that -v prints works for --netrc too."""
    netrc = tmp_path / ".netrc"
    netrc.touch(0o600)
    netrc.write_text(f"machine {HOST} login {USER} password {held.password.read_text()}")
    env = environment(HOME=str(tmp_path))
    with Server(rejecting()) as server:
        where = ("-H", HOST, "-p", str(server.port), "--tls", "none", "-u", USER)
        done = run(*where, "--netrc", "--state-dir", held.directory, "-v", env=env)
        (command,) = re.findall(r"^To try it now: \S+ (.*)$", done.long, re.MULTILINE)
        assert "no source for the secret" not in run(*shlex.split(command), env=env).first


def test_a_directory_in_the_files_place(monitor: Monitor) -> None:
    """A directory where the state file should be is told, and the check goes on."""
    monitor.file().mkdir(0o700, parents=True)
    with Server(accepting()) as server:
        assert "authenticated" in monitor.check(server).first


def test_a_state_file_with_an_impossible_time(held: Monitor) -> None:
    """A state file with an impossible time in it does not end the check."""
    held.remember(since=1e300)
    with Server(rejecting()) as server:
        assert "a fault in this plugin" not in held.check(server).first


def test_a_retired_password_beside_the_new_one(monitor: Monitor) -> None:
    """A check with the retired password is held, though another one uses the new password."""
    other = Monitor(monitor.directory.parent)
    other.password = monitor.directory.parent / "new-password"
    other.password.touch(0o600)
    other.password.write_text("the-new-one\n")
    tried = 0
    for _ in range(4):
        with Server(rejecting()) as server:
            monitor.check(server, *MANY)
        tried += server.count(b"AUTH")
        with Server(accepting()) as server:
            assert other.check(server, *MANY).code == 0
    assert tried == 2


def test_a_state_file_with_nonsense_about_other_secrets(held: Monitor) -> None:
    """A state file in which what was spent makes no sense does not end the check."""
    whole = dump(held.memory().replace(others=(Spent("a:b", 1, 2.0, 3.0, 4.0),)))
    held.file().write_bytes(sealed(whole.replace(b"a:b 1 2.000", b"a:b x 2.000")))
    with Server(accepting()) as server:
        done = held.check(server)
    assert done.first.startswith("SMTP_AUTH OK")


def test_a_good_run_pays_for_no_hash(held: Monitor, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once the right password is in the file, runs cost no more than they did before."""
    hashed = []

    def count(*arguments: object) -> str:
        """Note that a slow hash is made."""
        hashed.append(arguments)
        return "salt:hash"

    held.password.write_text("the-right-one\n")
    with Server(accepting()) as server:
        assert held.check(server).code == 0
        monkeypatch.setattr("check_smtp_auth.state.fingerprint.fingerprint", count)
        request = parse(held.words(server))
        outcome = run_one(check(request.account, request.policy, request.caution))
    assert outcome.verdict.slug == "authenticated"
    assert hashed == []


@pytest.mark.parametrize("limits", [("--expect", "rejected"), ("--max-rejections", "1")])
def test_one_checks_limits_are_not_anothers(monitor: Monitor, limits: tuple[str, str]) -> None:
    """A check with other limits on the same server does not hold an account of ours."""
    with Server(tarpit()) as server:
        monitor.interrupt(server)
    with Server(rejecting()) as server:
        monitor.check(server, *limits, user="retired")
    with Server(accepting()) as server:
        assert "not tried" not in monitor.check(server).first


def test_a_good_account_whose_checks_are_killed_is_not_called_good(monitor: Monitor) -> None:
    """When a monitor kills the checks, the earlier success does not stay green over it."""
    with Server(accepting()) as server:
        assert monitor.check(server).code == 0
    with Server(tarpit()) as server:
        for _ in range(2):
            monitor.interrupt(server)
        done = monitor.check(server)
    assert done.code == 2
    assert "no answer in time since" in done.first
    assert "the check was stopped before the server answered" in done.first
    assert "raise the monitor's timeout for it, or lower -t" in done.long


def test_what_was_killed_is_not_called_untried(monitor: Monitor) -> None:
    """A login held for killed checks alone is not said not to have been tried yet."""
    with Server(tarpit()) as server:
        monitor.interrupt(server)
        done = monitor.check(server, "--max-rejections", "1")
    assert "to keep the account from being locked" in done.first
    assert "it was not tried yet" not in done.first


ONE_A_SERVER = ("--max-server-rejections", "1")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_a_good_account_whose_check_was_stopped_once_stays_good(
    monitor: Monitor, number: int
) -> None:
    """A monitor or host that is restarted during AUTH turns no good account red, though the
    server's budget is used up by it.
    """
    with Server(accepting()) as server:
        assert monitor.check(server).code == 0
    with Server(tarpit()) as server:
        monitor.interrupt(server, number=number)
        done = monitor.check(server, *ONE_A_SERVER)
        assert done.code == 0
        assert "it worked when last tried" in done.first
        monitor.interrupt(server, number=number)
        done = monitor.check(server)
        assert done.code == 2
        assert "undecided, because the check was stopped before the server answered" in done.first
        assert "The monitor stopped this check 2 times in a row" in done.long


def test_a_bad_account_whose_check_was_stopped_once_stays_bad(monitor: Monitor) -> None:
    """What was rejected before keeps its diagnosis, reply and advice."""
    with Server(rejecting()) as server:
        assert monitor.check(server).code == 2
    with Server(tarpit()) as server:
        monitor.interrupt(server)
        done = monitor.check(server)
    assert done.code == 2
    assert "user name or password rejected since 2" in done.first
    assert "undecided" not in done.first
    assert "put the new one into the password file" in done.long


def test_a_new_account_whose_check_was_stopped_once_is_unknown(monitor: Monitor) -> None:
    """Of an account that was never checked to the end nothing is known."""
    with Server(tarpit()) as server:
        monitor.interrupt(server)
        done = monitor.check(server, *ONE_A_SERVER)
    assert done.code == 3
    assert "undecided, because the check was stopped before the server answered" in done.first


def test_a_hold_for_the_servers_sake_shows_no_command_to_try_it_now(monitor: Monitor) -> None:
    """While the server's budget is used up by others, --retry-now is not honoured, and with -v
    not shown; for the account's own sake it is.
    """
    with Server(rejecting()) as server:
        monitor.check(server, *ONE_A_SERVER, user="somebody-else")
        other = monitor.check(server, *ONE_A_SERVER, "-v")
        own = monitor.check(server, "--max-rejections", "1", "-v", user="somebody-else")
    assert "to keep this host from being banned" in other.first
    assert "--retry-now" not in other.output
    assert "To try it now: " in own.long
