"""What counts as a secret, wherever it comes from, and what is said when there is none."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest
from fakes.certificates import Certificates
from fakes.namespace import without_network
from fakes.plugin import (
    LIMIT,
    SECRET,
    USER,
    Check,
    Run,
    environment,
    finish,
    require_clean,
    run,
    start,
)
from fakes.scripts import ACCEPT, starttls
from fakes.server import Server
from fakes.sources import found, refusal
from fakes.timing import AT_ONCE, PATIENT, in_time

GOOD: dict[str, tuple[bytes, bytes]] = {
    "a line": (b"secret\n", b"secret"),
    "no line end": (b"secret", b"secret"),
    "CRLF": (b"secret\r\n", b"secret"),
    "further lines": (b"secret\nnot this\n", b"secret"),
    "blanks": (b"  se cret \n", b"  se cret "),
    "a tab": (b"\tsecret\n", b"\tsecret"),
    "UTF-8": ("grün—€\n".encode(), "grün—€".encode()),
    "a # in front": (b"# no comment\n", b"# no comment"),
    "quotes": (b"\"quoted\" 'twice'\n", b"\"quoted\" 'twice'"),
    "a backslash": (b"a\\nb\n", b"a\\nb"),
    "the longest": (b"x" * 4096 + b"\n", b"x" * 4096),
    "rubbish on the second line": (b"secret\n\xff\x00\n", b"secret"),
}


@pytest.mark.parametrize("case", list(GOOD))
def test_the_first_line_is_the_secret(tmp_path: Path, case: str) -> None:
    """The secret is the first line without its end, and nothing else is taken off."""
    content, secret = GOOD[case]
    file = tmp_path / "secret"
    file.touch(0o600)
    file.write_bytes(content)
    assert found("file", str(file)) == ("finance", secret)


BAD: dict[str, tuple[bytes, str]] = {
    "nothing": (b"", "empty first line"),
    "an empty first line": (b"\nhunter2\n", "empty first line"),
    "a lone CR": (b"\r\nhunter2\n", "empty first line"),
    "a byte order mark": (b"\xef\xbb\xbfhunter2\n", "byte order mark"),
    "UTF-16": ("hunter2\n".encode("utf-16"), "UTF-8"),
    "Latin-1": (b"hunter2 gr\xfcn\n", "UTF-8"),
    "NUL": (b"hunter2\0hunter2\n", "NUL"),
    "too long": (b"hunter2" * 600 + b"\n", "4096"),
    "far too long": (b"hunter2" * 100_000, "4096"),
}


@pytest.mark.parametrize("case", list(BAD))
def test_what_is_no_secret_is_told_without_showing_it(
    tmp_path: Path, password_file: Path, case: str
) -> None:
    """A file without a usable first line is misconfigured, in one line that quotes none of it."""
    content, word = BAD[case]
    password_file.write_bytes(content)
    done = run("-H", "127.0.0.1", "-u", USER, "-P", password_file, "-t", PATIENT)
    assert done.code == 3
    assert len(done.lines) == 1
    assert word in done.first
    assert done.first.startswith(f"SMTP_AUTH UNKNOWN - {USER} at 127.0.0.1:587: the password file")
    assert "hunter2" not in done.output
    assert set(done.perfdata) == {"total_time"}


def test_misconfigured_in_json(password_file: Path) -> None:
    """In JSON a file without a secret is the diagnosis misconfigured, UNKNOWN, exit 3."""
    password_file.write_text("\n")
    arguments = ("-H", "127.0.0.1", "-u", USER, "-P", password_file, "--output", "json")
    account = run(*arguments).account
    assert (account["diagnosis"], account["state"]) == ("misconfigured", "UNKNOWN")
    assert account["advice"]


def test_blanks_are_told(check: Check, certificates: Certificates, password_file: Path) -> None:
    """A secret that begins or ends with a blank is sent with it, and -v says so."""
    password_file.write_text(f"{SECRET} \n")
    with Server(starttls(certificates.server.file, ACCEPT)) as server:
        run = check(server, "-v")
    assert run.code == 0
    assert "Note: The secret begins or ends with a space, which was sent too." in run.lines


def test_a_password_in_place_of_a_file(password_file: Path) -> None:
    """-P with something that is no file says so, and what it takes, and does not repeat it."""
    done = run("-H", "127.0.0.1", "-u", USER, "-P", "hunter2")
    assert done.code == 3
    assert "the file of -P: no such file or directory (-P takes the name of a file" in done.first
    assert "hunter2" not in done.output


@pytest.mark.parametrize("path", ["~/smtp", "${HOME}/smtp", "$HOME/smtp", "/etc/$(hostname)/smtp"])
def test_a_file_name_that_only_a_shell_understands(path: str) -> None:
    """A file named by a variable or by ~, as monitors hand it on, says what replaces these."""
    done = run("-H", "127.0.0.1", "-u", USER, "-P", path)
    assert done.code == 3
    assert done.first.endswith(
        "-P: no such file or directory: only a shell replaces ~ and variables in it"
    )


def test_an_impossible_file_name_is_no_fault() -> None:
    """A file name that no system can have is misconfigured like any other that is missing."""
    for name in ("x" * 300, "a" * 5000, "\udcff"):
        assert "takes the name of a file, not the password" in refusal("file", name)
    assert "takes the name of a file, not the password" in refusal("file", "a\0b")


def test_the_environment() -> None:
    """An environment variable gives the secret by the same rules as a file."""
    for value, secret in (("hunter3", b"hunter3"), ("grün", "grün".encode())):
        os.environ["CHECK_SMTP_AUTH_TEST"] = value
        assert found("environment", "CHECK_SMTP_AUTH_TEST") == ("finance", secret)
    os.environ["CHECK_SMTP_AUTH_TEST"] = ""
    assert "empty" in refusal("environment", "CHECK_SMTP_AUTH_TEST")
    del os.environ["CHECK_SMTP_AUTH_TEST"]
    assert "this environment variable is not set" in refusal("environment", "CHECK_SMTP_AUTH_TEST")


@pytest.fixture
def credential_directory(tmp_path: Path) -> Path:
    """A directory as systemd makes it, with one credential that all may read."""
    directory = tmp_path / "credentials"
    directory.mkdir()
    file = directory / "mail"
    file.write_text(f"{SECRET}\n")
    file.chmod(0o644)
    return directory


def test_a_systemd_credential(
    check: Check, certificates: Certificates, credential_directory: Path
) -> None:
    """--credential reads a file of $CREDENTIALS_DIRECTORY, whatever its permissions are."""
    env = environment(CREDENTIALS_DIRECTORY=str(credential_directory))
    with Server(starttls(certificates.server.file, ACCEPT)) as server:
        assert check(server, "-P", "", "--credential", "mail", env=env).code == 0


@pytest.mark.parametrize("name", ["../mail", "/etc/passwd", ".", "..", "a/b", "absent"])
def test_a_credential_is_a_name(credential_directory: Path, name: str) -> None:
    """A credential with a path in its name, or that is not there, is misconfigured."""
    env = environment(CREDENTIALS_DIRECTORY=str(credential_directory))
    done = run("-H", "127.0.0.1", "-u", USER, "--credential", name, env=env)
    assert done.code == 3
    assert "--credential" in done.first


def test_a_credential_outside_of_systemd() -> None:
    """Without $CREDENTIALS_DIRECTORY --credential says where it would come from."""
    done = run("-H", "127.0.0.1", "-u", USER, "--credential", "mail")
    assert done.code == 3
    assert "LoadCredential=" in done.first


def test_standard_input(check: Check, certificates: Certificates) -> None:
    """-P - reads the secret from standard input."""
    with Server(starttls(certificates.server.file, ACCEPT)) as server:
        options = ("-H", "localhost", "-p", str(server.port), "--ca-file", certificates.ca_file)
        done = run(*options, "-u", USER, "-P", "-", stdin=f"{SECRET}\nmore\n".encode())
    assert done.code == 0


def test_standard_input_need_not_be_closed(certificates: Certificates) -> None:
    """One line on standard input is enough, though the other end stays open."""
    with Server(starttls(certificates.server.file, ACCEPT)) as server:
        options = ("-H", "localhost", "-p", str(server.port), "--ca-file", certificates.ca_file)
        with start(*options, "-u", USER, "-P", "-", "-t", PATIENT) as process:
            assert process.stdin is not None
            process.stdin.write(f"{SECRET}\n".encode())
            process.stdin.flush()
            assert process.wait(LIMIT) == 0


def test_a_silent_standard_input_is_misconfigured() -> None:
    """Standard input that gives nothing ends the check in time: misconfigured, exit 3."""

    def again() -> Run:
        began = time.monotonic()
        with start("-H", "127.0.0.1", "-u", USER, "-P", "-", "-t", "0.5") as process:
            process.wait(LIMIT)
            return finish(process)._replace(seconds=time.monotonic() - began)

    done = in_time(0.5, again)
    require_clean(done)
    assert done.code == 3
    assert "standard input did not answer in time" in done.first


def test_a_closed_standard_input_is_misconfigured() -> None:
    """Standard input that is closed is misconfigured too, at once."""
    closing = ("sh", "-c", 'exec "$@" <&-', "sh")
    done = run("-H", "127.0.0.1", "-u", USER, "-P", "-", "-t", PATIENT, before=closing)
    assert done.code == 3
    assert "standard input" in done.first
    assert done.seconds < AT_ONCE


def test_a_pipe_named_by_its_descriptor(check: Check, certificates: Certificates) -> None:
    """-P <(pass show x), as shells write it, is read like a file of ours."""
    shell = ("bash", "-c", f'exec "$@" -P <(echo "{SECRET}")', "bash")
    with Server(starttls(certificates.server.file, ACCEPT)) as server:
        assert check(server, before=shell).code == 0


def test_nothing_is_asked_of_the_network_without_a_secret(password_file: Path) -> None:
    """A check that has no secret does not go to the network at all."""
    password_file.write_text("")
    done = run("-H", "192.0.2.1", "-u", USER, "-P", password_file, before=without_network())
    assert done.code == 3
    assert sys.executable not in done.output
