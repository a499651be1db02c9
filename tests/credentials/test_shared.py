"""secrets-file and secrets-command: the secrets of many accounts, asked for once."""

from __future__ import annotations

import base64
import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from fakes.certificates import Certificates
from fakes.plugin import run
from fakes.scripts import ACCEPT, starttls
from fakes.server import Server
from fakes.timing import AT_ONCE, PATIENT, in_time

from check_smtp_auth.accounts import Misconfigured, Source
from check_smtp_auth.credentials import shared
from check_smtp_auth.net.loop import abandon, run_one
from check_smtp_auth.net.loop import run as drive


@pytest.fixture(autouse=True)
def nothing_asked() -> Iterator[None]:
    """Begin as a process of its own does."""
    shared._places.clear()
    yield
    shared._places.clear()


def source(place: Path | str, name: str = "finance", kind: str = "secrets-file") -> Source:
    """The source of an account's secret."""
    return Source(kind, str(place), entry=name)


def found(place: Path | str, name: str = "finance", kind: str = "secrets-file") -> bytes:
    """The secret of an account."""
    steps = shared.secret_of(source(place, name, kind), time.monotonic() + 20)
    return run_one(steps).reveal()


def refusal(place: Path | str, name: str = "finance", kind: str = "secrets-file") -> str:
    """What is said of an account without a secret."""
    with pytest.raises(Misconfigured) as caught:
        found(place, name, kind)
    assert "hunter2" not in str(caught.value)
    return str(caught.value)


@pytest.fixture
def secrets(tmp_path: Path) -> Path:
    """An empty file for secrets, its owner's only."""
    path = tmp_path / "secrets"
    path.touch(0o600)
    return path


@pytest.mark.parametrize(
    ("line", "name", "secret"),
    [
        (b"finance\ts3cret", "finance", b"s3cret"),
        (b"finance\ts3cret\r", "finance", b"s3cret"),
        (b"finance\t two words \t", "finance", b" two words \t"),
        (b"finance\t#not;a=comment", "finance", b"#not;a=comment"),
        ("Über uns\tpäss".encode(), "Über uns", "päss".encode()),
        (b"#1\tx", "#1", b"x"),
    ],
)
def test_a_line_is_a_name_a_tab_and_the_secret(
    secrets: Path, line: bytes, name: str, secret: bytes
) -> None:
    """All after the first tab is the secret, blanks too; the end of the line is none of it."""
    secrets.write_bytes(b"other\tx\n" + line + b"\n\nno tab\n")
    assert found(secrets, name) == secret


@pytest.mark.parametrize(
    ("octets", "words"),
    [
        (b"", "no line with NAME, tab and secret for this account"),
        (b"finance hunter2\n", "no line with NAME, tab and secret for this account"),
        (b"Finance\thunter2\n", "no line with NAME, tab and secret for this account"),
        (b"finance \thunter2\n", "no line with NAME, tab and secret for this account"),
        (b"finance\thunter2\nfinance\thunter2\n", "more than one line for this account"),
        (b"finance\t\n", "an empty secret for this account"),
        (b"finance\t\r\n", "an empty secret for this account"),
        (b"finance\thunter2\xff\n", "not UTF-8"),
        (b"finance\thunter2\0\n", "NUL"),
        (b"finance\t" + b"hunter2" * 700 + b"\n", "more than 4096 bytes"),
        (b"\xef\xbb\xbffinance\thunter2\n", "byte order mark"),
    ],
)
def test_what_is_wrong_with_a_line_is_its_accounts_fault(
    secrets: Path, octets: bytes, words: str
) -> None:
    """A name that is missing or stands twice, and a secret that is none, are told without it."""
    secrets.write_bytes(octets + (b"good\tx\n" if b"\xef" not in octets else b""))
    said = refusal(secrets)
    assert said.startswith(("secrets-file ", "this account's line in secrets-file "))
    assert words in said
    if b"\xef" not in octets:
        assert found(secrets, "good") == b"x"


@pytest.mark.parametrize("mode", [0o644, 0o640, 0o606, 0o660])
def test_the_file_is_as_private_as_a_password_file(secrets: Path, mode: int) -> None:
    """A file of secrets that others can read or write is refused."""
    secrets.write_bytes(b"finance\thunter2\n")
    secrets.chmod(mode)
    if mode == 0o640 and os.geteuid() == 0:
        assert found(secrets) == b"hunter2"  # root's, and our group's to read
    else:
        assert "chmod 600" in refusal(secrets)


def test_a_file_that_is_not_there_is_told() -> None:
    """A file that cannot be opened is the fault of each account that wants it."""
    for name in ("finance", "alerts"):
        assert "no such file" in refusal("/nonexistent/secrets", name)


def test_many_secrets_are_taken_and_a_boundless_file_is_not(
    secrets: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """16 MiB of secrets are taken; how many there may be is bounded, and told."""
    assert shared.MOST >= 16 << 20
    secrets.write_bytes(b"".join(b"n%d\tsecret\n" % number for number in range(100_000)))
    assert found(secrets, "n99999") == b"secret"
    shared._places.clear()
    monkeypatch.setattr(shared, "MOST", 1 << 20)
    assert "more than 1 MiB" in refusal(secrets, "n1")
    assert "printed more than" in refusal(f"cat {secrets} {secrets}", "n1", "secrets-command")


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("false", "secrets-command ended with exit code 1"),
        ("sh -c 'printf \"finance\\thunter2\\n\"; exit 7'", "ended with exit code 7"),
        ("/nonexistent/hunter2", "secrets-command cannot be run"),
        ("sh 'hunter2", "not a command line"),
        ("true", "no line with NAME, tab and secret"),
    ],
)
def test_a_command_that_fails_gives_nobody_a_secret(command: str, words: str) -> None:
    """A command that cannot be run or ends badly is told, whatever it has printed."""
    assert words in refusal(command, kind="secrets-command")


def test_the_command_runs_without_a_shell() -> None:
    """The command is split into words, and nothing else of a shell happens."""
    command = "printf 'finance\\t$HOME `id`; x\\n'"
    assert found(command, kind="secrets-command") == b"$HOME `id`; x"


def test_all_share_one_answer(tmp_path: Path) -> None:
    """However many accounts ask at once or later, the command runs once."""
    log = tmp_path / "log"
    command = f"sh -c 'echo x >> {log}; sleep 0.2; printf \"a\\t1\\nb\\t2\\n\"'"
    asked = [source(command, name, "secrets-command") for name in "abab"]
    until = time.monotonic() + 20
    ended = list(drive([shared.secret_of(each, until) for each in asked]))
    assert [each.result.reveal() for each in sorted(ended, key=lambda end: end.position)] == [
        *(b"1", b"2", b"1", b"2")
    ]
    assert found(command, "a", "secrets-command") == b"1"
    assert log.read_text() == "x\n"


def test_a_command_that_hangs_is_asked_once(tmp_path: Path) -> None:
    """A command that does not answer is ended with its children, and is not begun again for the
    next account: all are told that it did not answer.
    """
    pid = tmp_path / "pid"
    command = f"sh -c 'sleep 60 & echo $! >> {pid}; wait'"
    asked = [source(command, name, "secrets-command") for name in "ab"]
    until = time.monotonic() + 1
    began = time.monotonic()
    for ended in drive([shared.secret_of(each, until) for each in asked]):
        assert isinstance(ended.error, Misconfigured)
        assert "did not answer in time" in str(ended.error)
    assert "did not answer in time" in refusal(command, "c", "secrets-command")
    assert time.monotonic() - began < AT_ONCE
    (child,) = pid.read_text().split()
    until = time.monotonic() + AT_ONCE
    while os.path.exists(f"/proc/{child}") and time.monotonic() < until:
        time.sleep(0.01)
    assert not os.path.exists(f"/proc/{child}")


def test_those_who_wait_for_one_who_is_gone_do_not_wait_for_ever() -> None:
    """An account whose check is broken off leaves the others an answer."""
    first = shared.had(source("sleep 60", "a", "secrets-command"), time.monotonic() + 60)
    first.send(None)
    abandon(first)
    assert "did not answer in time" in refusal("sleep 60", "b", "secrets-command")


def accounts(tmp_path: Path, server: Server, certificates: Certificates, source: str) -> Path:
    """An accounts file with this source in its defaults."""
    path = tmp_path / "accounts.ini"
    path.write_text(
        f"[defaults]\nhost = localhost\nport = {server.port}\nca-file = {certificates.ca_file}\n"
        f"{source}\n[finance]\nuser = f\n[alerts]\nuser = a\n"
        "[own]\nuser = o\npassword-file = own\n"
    )
    path.chmod(0o644)
    (tmp_path / "own").touch(0o600)
    (tmp_path / "own").write_text("own secret\n")
    return path


def logins(server: Server) -> dict[str, str]:
    """The users that have logged in, and their secrets."""
    said = [line.split()[2] for line in server.lines if line.startswith(b"AUTH PLAIN ")]
    parts = [base64.b64decode(response).split(b"\0") for response in said]
    return {user.decode(): secret.decode() for _, user, secret in parts}


@pytest.mark.parametrize("by", ["file", "command"])
def test_accounts_without_a_source_of_their_own_have_these(
    tmp_path: Path, certificates: Certificates, secrets: Path, by: str
) -> None:
    """Each account logs in with the secret under its name, but for one with its own source; the
    file is named relative to the accounts file.
    """
    secrets.write_text("finance\tone\nalerts\ttwo\nown\tnot this\n")
    text = "secrets-file = secrets" if by == "file" else f"secrets-command = cat {secrets}"
    with Server(starttls(certificates.server.file, ACCEPT, offer="AUTH PLAIN")) as server:
        path = accounts(tmp_path, server, certificates, text)
        done = run("--accounts", path, "-t", PATIENT)
        assert done.code == 0
        assert logins(server) == {"f": "one", "a": "two", "o": "own secret"}
        alone = run("--accounts", path, "-t", PATIENT, "--account", "alerts")
        assert alone.code == 0
        assert "accounts_ok" not in alone.perfdata


def test_a_missing_secret_is_one_accounts_fault(
    tmp_path: Path, certificates: Certificates, secrets: Path
) -> None:
    """An account that has no line is misconfigured, and the others run."""
    secrets.write_text("finance\tone\n")
    with Server(starttls(certificates.server.file, ACCEPT, offer="AUTH PLAIN")) as server:
        path = accounts(tmp_path, server, certificates, "secrets-file = secrets")
        done = run("--accounts", path, "-t", PATIENT, "--output", "json")
    told = {each["name"]: each["diagnosis"] for each in done.json["accounts"]}
    assert told == {
        "finance": "authenticated",
        "alerts": "misconfigured",
        "own": "authenticated",
    }


def test_a_slow_command_takes_nothing_of_the_accounts_time(
    tmp_path: Path, certificates: Certificates, secrets: Path
) -> None:
    """A command that takes longer than -t is waited for: the accounts' time begins after it."""
    secrets.write_text("finance\tone\nalerts\ttwo\n")
    with Server(starttls(certificates.server.file, ACCEPT, offer="AUTH PLAIN")) as server:
        text = f"secrets-command = sh -c 'sleep 4; cat {secrets}'"
        path = accounts(tmp_path, server, certificates, text)
        done = run("--accounts", path, "-t", "3", "--output", "json")
    told = {each["name"]: each for each in done.json["accounts"]}
    for name in ("finance", "alerts"):
        assert told[name]["diagnosis"] in ("authenticated", "timeout")
        assert told[name]["times"]["total"] < 4
    assert "authenticated" in {each["diagnosis"] for each in told.values()}


def test_an_account_alone_waits_no_longer_for_its_secret_than_its_time(
    tmp_path: Path, certificates: Certificates
) -> None:
    """With --account a command for the secrets of many counts as any other: within -t."""
    with Server(starttls(certificates.server.file, ACCEPT)) as server:
        path = accounts(tmp_path, server, certificates, "secrets-command = sleep 60")
        alone = ("--accounts", path, "--account", "alerts", "-t", "1")
        done = in_time(1, lambda: run(*alone))
        assert server.connections == []
    assert done.code == 3
    assert "secrets-command did not answer in time" in done.first


def test_a_command_that_never_answers_does_not_hang_the_run(
    tmp_path: Path, certificates: Certificates, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A command is waited for 30 seconds, or as long as -t where that is more."""
    assert shared.PATIENCE == 30
    monkeypatch.setattr(shared, "PATIENCE", 0.3)
    from check_smtp_auth.accounts import Account, Caution, Policy, Trust
    from check_smtp_auth.check import check

    at = source("sleep 60", "a", "secrets-command")
    account = Account("127.0.0.1", 1, "a", at, "starttls", Trust(), "x", timeout=1.0)
    outcome = run_one(check(account, Policy(), Caution(state_dir="none")))
    assert "secrets-command did not answer in time" in outcome.verdict.summary
    assert outcome.times.total < 1
