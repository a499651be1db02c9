"""Accounts of a file against a server: who is checked, with what, and how that is told."""

from __future__ import annotations

import base64
import os
import pty
import signal
import subprocess
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from fakes.certificates import Certificates
from fakes.plugin import COMMAND, LIMIT, SECRET, environment, finish, run, start
from fakes.scripts import ACCEPT, GREET, REJECT, hello, starttls
from fakes.server import Server, hang
from fakes.timing import PATIENT

from check_smtp_auth.outputs import OUTPUTS

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path, certificates: Certificates, password_file: Path) -> Write:
    """Writes an accounts file whose defaults reach a server."""

    def written(server: Server, text: str, name: str = "accounts.ini", source: str = "") -> Path:
        path = tmp_path / name
        path.write_text(
            f"[defaults]\nhost = localhost\nport = {server.port}\ntimeout = {PATIENT}\n"
            f"ca-file = {certificates.ca_file}\n"
            f"{source or f'password-file = {password_file.name}'}\n{text}"
        )
        path.chmod(0o644)
        return path

    return written


@pytest.fixture
def server(certificates: Certificates) -> Server:
    """A server that accepts every login by PLAIN."""
    return Server(starttls(certificates.server.file, ACCEPT, offer="AUTH PLAIN"))


def logins(server: Server) -> dict[str, str]:
    """The users that have logged in, and their secrets."""
    said = [line.split()[2] for line in server.lines if line.startswith(b"AUTH PLAIN ")]
    parts = [base64.b64decode(response).split(b"\0") for response in said]
    return {user.decode(): secret.decode() for _, user, secret in parts}


TWO = "[finance]\nuser = f\n[alerts]\nuser = a\n"


def test_all_accounts_of_a_file_are_checked(server: Server, write: Write) -> None:
    """Each account logs in once, as itself, with the secret beside the file."""
    with server:
        done = run("--accounts", write(server, TWO))
        assert done.code == 0
        assert logins(server) == {"f": SECRET, "a": SECRET}
        assert server.count(b"AUTH") == 2


def test_each_account_is_told(server: Server, write: Write) -> None:
    """A faulty account is a result beside those that work, and the exit code is the worst's,
    unless it is to be 0.
    """
    with server:
        path = write(server, f"{TWO}[bad]\nbogus = 1\n")
        done = run("--accounts", path, "--output", "json")
        assert run("--accounts", path, "--exit-zero").code == 0
    assert done.code == 3
    told = {each["name"]: each["diagnosis"] for each in done.json["accounts"]}
    assert told == {
        "finance": "authenticated",
        "alerts": "authenticated",
        "bad": "misconfigured",
    }


def test_one_account_is_told_as_a_check_by_options_is(
    certificates: Certificates, write: Write, password_file: Path
) -> None:
    """--account with one name gives the very output of a check by options, with its facts."""
    script = starttls(certificates.server.file, REJECT)
    with Server(script) as server:
        path = write(server, TWO)
        by_name = run("--accounts", path, "--account", "alerts", "-v")
        account = ("-H", "localhost", "-p", str(server.port), "-u", "a", "-P", password_file)
        by_options = run(*account, "--ca-file", certificates.ca_file, "-t", PATIENT, "-v")
        assert server.count(b"AUTH") == 2
    assert by_name.code == by_options.code == 2
    assert by_name.first == by_options.first
    assert by_name.perfdata.keys() == by_options.perfdata.keys()
    timeless = [
        [line for line in each.lines[1:] if not line.startswith(("Times:", "To try it now:"))]
        for each in (by_name, by_options)
    ]
    assert timeless[0] == timeless[1]


SOURCES = {
    "password-file = gone": "password-file",
    "password-env = NOT_SET_ANYWHERE": "password-env",
    "password-command = /nonexistent": "password-command",
    "token-file = gone": "token-file",
    "oauth = gone": "oauth",
    "netrc = gone": "netrc",
    "ca-file = gone": "ca-file",
    "client-cert = gone": "client-cert",
}


@pytest.mark.parametrize("line", list(SOURCES))
def test_what_is_wrong_with_a_secret_tells_where_it_stands(
    server: Server, write: Write, line: str
) -> None:
    """A secret, or a certificate, that cannot be had is told with file, line and key, not with
    the option of the command line; alone too.
    """
    with server:
        path = write(server, f"{TWO}[bad]\nuser = b\n{line}\n")
        bad = run("--accounts", path, "--output", "json").json["accounts"][2]
        alone = run("--accounts", path, "--account", "bad")
        assert server.count(b"AUTH") == 2
    place = path.read_text().splitlines().index("[bad]") + 1
    assert bad["diagnosis"] == "misconfigured"
    assert f": {path}:{place}: " in bad["summary"]
    assert SOURCES[line] in bad["summary"]
    assert "--" not in bad["summary"]
    assert "-P " not in bad["summary"]
    assert alone.first == f"SMTP_AUTH UNKNOWN - {bad['summary']}"


def test_a_file_of_one_account_is_told_as_many(server: Server, write: Write) -> None:
    """The form for one is for --account: a file is told as many even if it has one account."""
    with server:
        done = run("--accounts", write(server, "[finance]\nuser = f\n"))
    assert done.code == 0
    assert done.perfdata["accounts_ok"].value == 1


def test_only_the_accounts_that_are_named_are_checked(server: Server, write: Write) -> None:
    """--account may be repeated; the others of the file are left alone."""
    with server:
        path = write(server, f"{TWO}[third]\nuser = t\n[bad]\nbogus = 1\n")
        done = run("--accounts", path, "--account", "third", "--account=finance")
        assert done.code == 0
        assert done.perfdata["accounts_ok"].value == 2
        assert set(logins(server)) == {"t", "f"}


def test_a_name_that_there_is_not_is_a_usage_error(server: Server, write: Write) -> None:
    """An unknown --account is one line with exit code 3 and the names that are near, and nobody
    logs in; the name itself is not repeated.
    """
    with server:
        path = write(server, TWO)
        done = run("--accounts", path, "--account", "Alert")
        assert done.code == 3
        assert done.first.endswith("has no account of that name; did you mean alerts?")
        assert len(done.lines) == 1
        twice = run("--accounts", write(server, f"{TWO}{TWO}", "twice.ini"), "--account", "Alert")
        assert twice.first.endswith("; did you mean alerts?")
        several = run("--accounts", path, "--account", "finance", "--account", "hunter2")
        assert several.first.endswith("has no account of the name in --account number 2")
        assert not server.lines
    assert "--account: " in run("--accounts", path, "--account", "defaults").first


@pytest.mark.parametrize("macro", ["{$X}", "{#USER}", "$ARG1$", "$service.vars.account$"])
def test_a_macro_for_a_name(macro: str, server: Server, write: Write) -> None:
    """A macro that was not replaced is called one, unless an account has just that name."""
    with server:
        done = run("--accounts", write(server, TWO), "--account", macro)
        assert (done.code, len(done.lines)) == (3, 1)
        assert "--account: a macro of the monitoring system that was not replaced" in done.first
        assert not server.lines
        path = write(server, f"{TWO}[{macro}]\nuser = odd\n")
        assert run("--accounts", path, "--account", macro).code == 0
        assert set(logins(server)) == {"odd"}


def test_a_faulty_account_that_is_named_is_told_alone(server: Server, write: Write) -> None:
    """What is wrong with the one account that is asked for is its one line, UNKNOWN."""
    with server:
        path = write(server, f"{TWO}[bad]\nport = hunter2\n")
        done = run("--accounts", path, "--account", "bad")
    assert done.code == 3
    assert len(done.lines) == 1
    assert f"{path}:12: port: must be a port number" in done.first
    assert "hunter2" not in done.output


def test_a_name_that_stands_twice_is_told_as_two(server: Server, write: Write) -> None:
    """Who asks for a name that stands twice sees both: the first is checked, the second is
    misconfigured, and so nobody takes one for the other.
    """
    with server:
        done = run("--accounts", write(server, TWO + TWO), "--account", "finance")
        assert done.code == 3
        assert (done.perfdata["accounts_ok"].value, done.perfdata["accounts_unknown"].value) == (
            1,
            1,
        )
        assert server.count(b"AUTH") == 1


def test_an_account_may_stand_in_a_file_that_cannot_be_read(
    server: Server, write: Write, tmp_path: Path
) -> None:
    """A name that is not found is no usage error while a file is unreadable: that is told."""
    folder = tmp_path / "accounts.d"
    folder.mkdir()
    with server:
        write(server, TWO, "accounts.d/a.ini", "password-file = ../password")
        write(server, "[third]\nuser = t\n", "accounts.d/b.ini").chmod(0o666)
        found = run("--accounts", folder, "--account", "finance")
        assert found.code == 0
        missing = run("--accounts", folder, "--account", "third")
        assert missing.code == 3
        assert "b.ini: the file of --accounts can be written to by others" in missing.first


def test_an_option_is_stronger_than_the_file(server: Server, write: Write, tmp_path: Path) -> None:
    """What the command line says holds for all accounts: here the secret and the user."""
    other = tmp_path / "other"
    other.touch(0o600)
    other.write_text("another secret\n")
    with server:
        path = write(server, "[finance]\nuser = f\npassword-file = nowhere\n")
        done = run("--accounts", path, "-P", other, "-u", "me", "-w", "0:0")
        assert done.code == 1
        assert logins(server) == {"me": "another secret"}


def test_an_empty_option_leaves_the_files_value(server: Server, write: Write) -> None:
    """A monitor's empty macro takes nothing from the file, and names no account."""
    with server:
        empty = ("-P", "", "--state", "", "--account", "", "-A", "", "-t", "")
        done = run("--accounts", write(server, TWO), *empty)
        assert done.code == 0
        assert set(logins(server)) == {"f", "a"}


def test_standard_input_is_for_one_account(server: Server, write: Write) -> None:
    """-P - gives the secret of one account by name; for many it is a usage error."""
    with server:
        path = write(server, TWO)
        one = run("--accounts", path, "--account", "finance", "-P", "-", stdin=b"from stdin\n")
        assert one.code == 0
        assert logins(server) == {"f": "from stdin"}
        many = run("--accounts", path, "-P", "-", stdin=b"from stdin\n")
        assert many.code == 3
        assert "works for one account only" in many.first


@pytest.mark.parametrize("output", OUTPUTS)
def test_a_run_that_is_stopped_ends_at_once(
    certificates: Certificates, write: Write, output: str
) -> None:
    """SIGTERM ends a run of many with exit code 3: one line, one object, and nothing at all in
    the collectors' forms, so that the monitor sees that no result came.
    """
    with Server([*GREET, *hello("STARTTLS"), hang]) as server:
        path = write(server, TWO)
        with start("--accounts", path, "--output", output) as process:
            while not server.said:
                time.sleep(0.01)
            process.send_signal(signal.SIGTERM)
            done = finish(process)
    assert done.code == 3
    assert done.errors == ""
    if OUTPUTS[output].collector:
        assert done.output == ""
    else:
        assert len(done.lines) == 1
        assert "stopped by SIGTERM" in done.lines[0]


def test_a_terminal_is_told_how_far_it_is(server: Server, write: Write) -> None:
    """A person at a terminal sees how many accounts are done, in a line that is gone in the end;
    standard output is as it is without one.
    """
    with server:
        path = write(server, f"{TWO}[bad]\nbogus = 1\n")
        ours, theirs = pty.openpty()
        seen = b""

        def watch() -> None:
            nonlocal seen
            while True:
                try:
                    more = os.read(ours, 4096)
                except OSError:  # the other end is closed
                    return
                seen += more

        watcher = threading.Thread(target=watch)
        watcher.start()
        done = subprocess.run(
            [*COMMAND, "--accounts", path],
            stdout=subprocess.PIPE,
            stderr=theirs,
            env=environment(),
            timeout=LIMIT,
        )
        os.close(theirs)
        watcher.join(LIMIT)
        os.close(ours)
    assert b"\r\x1b[K1 of 3 accounts checked, 1 problem\r" in seen
    assert seen.endswith(b"\r\x1b[K")
    assert done.returncode == 3
    assert done.stdout.startswith(b"SMTP_AUTH UNKNOWN - ")
