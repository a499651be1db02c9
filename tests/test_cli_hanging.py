"""A file system that does not answer holds back no check: in time one line names the file."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from pathlib import Path
from typing import Callable

import pytest
from fakes.certificates import Certificates
from fakes.hanging import hanging
from fakes.plugin import USER, environment, finish, require_clean, run, start
from fakes.scripts import ACCEPT, GREET, starttls
from fakes.server import Server, expect, hang
from fakes.timing import AT_ONCE

NOWHERE = ("-H", "127.0.0.1", "-p", "1", "-u", USER)
# What hangs here does so for ever; the machine may be busy with others.
TIMEOUT, LIMIT = "0.5", AT_ONCE

OAUTH = {
    "grant": "client-credentials",
    "token-endpoint": "https://127.0.0.1:1/token",
    "scope": "mail",
    "client-id": "app",
    "client-secret-file": "secret",
}
REFRESH = {"grant": "refresh-token", "refresh-token-file": "secret"}


class Place:
    """A folder with a password, and one in it that does not answer."""

    def __init__(self, directory: Path) -> None:
        """Make them."""
        self.directory = directory
        self.hangs = directory / "hangs"
        self.file = str(self.hangs / "file")
        self.secret = directory / "secret"
        self.secret.touch(0o600)
        self.secret.write_text("hunter2\n")

    def oauth(self, **keys: str) -> tuple[str, str]:
        """The options for a description with these keys; their underscores are dashes."""
        given = {name.replace("_", "-"): value for name, value in keys.items()}
        lines = [f"{name} = {value}" for name, value in {**OAUTH, **given}.items() if value]
        description = self.directory / "oauth.ini"
        description.touch(0o600)
        description.write_text("\n".join(["[oauth]", *lines, ""]))
        return "--oauth", str(description)


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """Where the files are."""
    return Place(tmp_path)


Options = Callable[[Place], "tuple[str, ...]"]
CASES: dict[str, tuple[str, Options]] = {
    "password": ("the file of -P", lambda place: ("-P", place.file)),
    "token": ("the file of --token-file", lambda place: ("--token-file", place.file)),
    "netrc": ("the file of --netrc", lambda place: ("--netrc", place.file)),
    "home": ("the file of --netrc", lambda place: ("--netrc",)),
    "command": ("--password-command", lambda place: ("--password-command", place.file)),
    "tickets": ("the file of Kerberos tickets", lambda place: ("-A", "GSSAPI")),
    "description": ("the file of --oauth", lambda place: ("--oauth", place.file)),
    "client secret": (
        "the file of --oauth client-secret-file",
        lambda place: place.oauth(client_secret_file=place.file),
    ),
    "refresh token": (
        "the file of --oauth refresh-token-file",
        lambda place: place.oauth(
            grant="refresh-token", refresh_token_file=place.file, client_secret_file=""
        ),
    ),
    "cache": (
        "the file of --oauth cache-file, or the state directory,",
        lambda place: place.oauth(cache_file=place.file),
    ),
    "endpoint's authority": (
        "the file of --oauth ca-file",
        lambda place: place.oauth(ca_file=place.file),
    ),
    "authority": (
        "the file of --ca-file",
        lambda place: ("-P", str(place.secret), "--ca-file", place.file),
    ),
    "client certificate": (
        "the file of --client-cert",
        lambda place: ("-P", str(place.secret), "--client-cert", place.file),
    ),
    "client key": (
        "the file of --client-key",
        lambda place: (
            *("-P", str(place.secret), "--client-cert", str(place.secret)),
            *("--client-key", place.file),
        ),
    ),
}


def variables(place: Place, case: str) -> dict[str, str]:
    """The environment, in which the home or the Kerberos tickets do not answer either."""
    env = environment(KRB5CCNAME=f"FILE:{place.file}")
    if case != "home":
        return env
    # What measures coverage would look into the home before there is anything to measure.
    env = {name: value for name, value in env.items() if not name.startswith("COV")}
    return {**env, "HOME": str(place.hangs)}


@pytest.mark.parametrize("at", ["stat", "read"])
@pytest.mark.parametrize("case", list(CASES))
def test_a_file_that_does_not_answer_is_named_in_time(place: Place, case: str, at: str) -> None:
    """Whatever file hangs, when it is looked for or when it is read: one line says which."""
    named, options = CASES[case]
    words = (*NOWHERE, "-t", TIMEOUT, *options(place))
    done = run(*words, env=variables(place, case), before=hanging(place.hangs, at))
    assert done.code == 3
    assert len(done.lines) == 1
    assert done.first == (
        f"SMTP_AUTH UNKNOWN - {USER} at 127.0.0.1:1: {named} did not answer in time"
    )
    assert done.seconds < LIMIT


def test_a_directory_of_authorities_that_does_not_answer(place: Place) -> None:
    """--ca-path is named where it does not even tell that it is a directory."""
    words = (*NOWHERE, "-P", place.secret, "--ca-path", place.hangs, "-t", TIMEOUT)
    done = run(*words, before=hanging(place.hangs))
    assert done.code == 3
    assert "the directory of --ca-path did not answer in time" in done.first
    assert done.seconds < LIMIT


def test_an_authority_that_hangs_in_the_handshake(place: Place, certificates: Certificates) -> None:
    """--ca-path is named where OpenSSL waits for a file of it, in the midst of the handshake."""
    with Server(starttls(certificates.server.file, ACCEPT)) as server:
        words = ("-H", "localhost", "-p", str(server.port), "-u", USER, "-P", place.secret)
        before = hanging(place.hangs, "read")
        done = run(*words, "--ca-path", place.hangs, "-t", "1", before=before)
    assert done.code == 3
    assert "the directory of --ca-path did not answer in time" in done.first
    assert server.count(b"AUTH") == 0
    assert done.seconds < LIMIT


def test_the_same_in_json(place: Place) -> None:
    """With --output json the object has the diagnosis misconfigured."""
    words = (*NOWHERE, "-t", TIMEOUT, "-P", place.file, "--output", "json")
    done = run(*words, before=hanging(place.hangs))
    assert done.account["diagnosis"] == "misconfigured"
    assert done.account["stage"] is None


@pytest.mark.parametrize("case", list(CASES))
def test_a_signal_ends_a_check_that_hangs(place: Place, case: str) -> None:
    """SIGTERM ends a check at once, with one clean line, whatever file it waits for."""
    words = (*NOWHERE, "-t", "25", *CASES[case][1](place))
    with start(*words, env=variables(place, case), before=hanging(place.hangs)) as process:
        wait_until_it_hangs(process)
        process.send_signal(signal.SIGTERM)
        done = finish(process)
    require_clean(done)
    assert done.code == 3
    assert done.output == "SMTP_AUTH UNKNOWN - stopped by SIGTERM before there was a result\n"
    assert done.seconds < LIMIT


def wait_until_it_hangs(process: subprocess.Popen[bytes]) -> None:
    """Wait until the plugin has somebody wait for the file: a thread beside the first."""
    until = time.monotonic() + 20
    while len(os.listdir(f"/proc/{process.pid}/task")) < 2 and time.monotonic() < until:
        time.sleep(0.02)
    time.sleep(0.1)


def hang_at_the_end(place: Place, timeout: str) -> subprocess.Popen[bytes]:
    """Start a check whose output goes to a file, which hangs once the login is under way."""
    shell = ("bash", "-c", f'exec "$@" 1<>"{place.file}"', "bash")
    before = (*hanging(place.hangs, "later"), *shell)
    with Server([*GREET, expect(b"EHLO"), hang]) as server:
        where = ("-H", "127.0.0.1", "-p", str(server.port), "-u", USER, "-P", place.secret)
        process = start(*where, "-t", timeout, before=before)
        until = time.monotonic() + 20
        while not server.said and time.monotonic() < until:
            time.sleep(0.005)
        Path(f"{place.hangs}.stop").touch()
        time.sleep(0.1)
    return process


def test_output_to_a_file_that_does_not_answer(place: Place) -> None:
    """What cannot be written in time is given up; the exit code is the state's."""
    with hang_at_the_end(place, "1") as process:
        began = time.monotonic()
        assert process.wait(20) == 2
    assert time.monotonic() - began < LIMIT


def test_a_signal_ends_the_wait_for_such_output(place: Place) -> None:
    """A check whose result nobody takes is ended by a signal at once."""
    with hang_at_the_end(place, "25") as process:
        time.sleep(0.3)
        process.terminate()
        began = time.monotonic()
        assert process.wait(20) == 3
    assert time.monotonic() - began < LIMIT
