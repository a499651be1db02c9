"""Programs' configuration is read under the rights of a file of others, and never quoted."""

from __future__ import annotations

import os
import socket
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from fakes.memory import secret_of

from check_smtp_auth.accounts import Misconfigured, Program
from check_smtp_auth.configs.reading import Contents, Found, Listing, Output, Rights, Variable
from check_smtp_auth.credentials.foreign_file import MOST
from check_smtp_auth.credentials.program import Logins, read
from check_smtp_auth.net.loop import run_one
from check_smtp_auth.secret import Secret

CANARY = "kanarienvogel"


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """A reader of the test's own in place of msmtp's."""
    module = ModuleType("check_smtp_auth.configs.msmtp")
    monkeypatch.setitem(sys.modules, module.__name__, module)
    module.__dict__["read"] = one_file
    return module


def one_file(query: Any) -> Iterator[Any]:
    """Take a file for the secret."""
    text = yield Contents(query.path)
    return [Found(host="a.test", user="u", secret=Secret(text.encode()))]


def found(path: Path | str, listing: bool = False, patience: float = 20.0) -> Logins:
    """What is read."""
    return run_one(read(Program("msmtp", str(path)), time.monotonic() + patience, listing))


def refusal(path: Path | str, listing: bool = False, patience: float = 20.0) -> str:
    """Why nothing is read."""
    with pytest.raises(Misconfigured) as caught:
        found(path, listing, patience)
    assert CANARY not in str(caught.value)
    return str(caught.value)


@pytest.fixture
def file(tmp_path: Path, reader: ModuleType) -> Path:
    """A program's file."""
    path = tmp_path / "conf"
    path.touch(0o600)
    path.write_text(CANARY)
    return path


@pytest.mark.skipif(os.geteuid() != 0, reason="needs root, to give files to others")
def test_the_file_may_be_anybodys(file: Path) -> None:
    """A program's file belongs to the program, in a folder of its own, and is read all the same."""
    os.chown(file, 65_534, 65_534)
    os.chown(file.parent, 65_534, 65_534)
    logins = found(file)
    assert secret_of(logins.found[0]) == CANARY
    assert logins.notices == ()


def test_rights_are_told_or_refused(file: Path) -> None:
    """Group write and reading by everybody are notices; what everybody can write to is refused,
    and so is a file that everybody can exchange.
    """
    for mode, notices in (
        (0o640, ()),
        (0o660, (f"{file} can be written to by its group.",)),
        (0o644, (f"{file} can be read by everyone.",)),
    ):
        file.chmod(mode)
        assert found(file).notices == notices
    file.chmod(0o602)
    assert refusal(file) == f"{file}: everyone can write to it: run chmod o-w on it"
    file.chmod(0o600)
    file.parent.chmod(0o777)
    assert f"everyone can write to the directory {file.parent}" in refusal(file)
    file.parent.chmod(0o1777)
    assert found(file)
    link = file.parent / "link"
    link.symlink_to(file)
    file.chmod(0o606)
    assert "everyone can write to it" in refusal(link)


@pytest.mark.parametrize(
    ("octets", "words"),
    [
        (b"\xef\xbb\xbfx", ": starts with a byte order mark"),
        (b"a\nb\n\xfcx", ":3: not UTF-8"),
        (b"a\nb\0c", ":2: a NUL character"),
        (b"\0", ":1: a NUL character"),
        ("a\nb".encode("utf-16"), ": UTF-16: save it as UTF-8"),
        ("\ufeffa\nb".encode("utf-16-be"), ": UTF-16: save it as UTF-8"),
        (b"a" * (MOST + 1), ": larger than 1 MiB"),
    ],
)
def test_a_text_that_is_none(octets: bytes, words: str, file: Path) -> None:
    """What is no text of UTF-8, or too long, is one line with the place."""
    file.write_bytes(octets)
    assert refusal(file).startswith(f"{file}{words}")
    file.write_bytes(b"a" * MOST)
    assert found(file)


def test_only_regular_files_are_read(file: Path) -> None:
    """A pipe, a device and a directory are refused at once, and what is not there is told."""
    pipe = file.parent / "pipe"
    os.mkfifo(pipe)
    channel = file.parent / "socket"
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind(str(channel))
    for path in (pipe, channel, Path("/dev/zero")):
        assert refusal(path, patience=5.0) == f"{path}: not a regular file"
    assert refusal(file.parent) == f"{file.parent}: a directory, not a file"
    assert refusal(file.parent / "none") == f"{file.parent}/none: no such file"
    assert refusal(f"{file}/x") == f"{file}/x: no such file"


def test_links_as_kubernetes_and_debian_have_them(file: Path) -> None:
    """A file behind links, as a mounted secret's or an alternative's, is read; whoever can exchange
    one of the links, or the file, can exchange the password, and one that leads nowhere is told.
    """
    (file.parent / "..2026_11_28").mkdir()
    file = file.rename(file.parent / "..2026_11_28" / "conf")
    (folder := file.parent).parent.joinpath("..data").symlink_to("..2026_11_28")
    link = folder.parent / "conf"
    link.symlink_to("..data/conf")
    assert secret_of(found(link).found[0]) == CANARY
    folder.chmod(0o777)
    assert refusal(link) == (
        f"{link}: everyone can write to the directory {folder}: run chmod o-w on it"
    )
    folder.chmod(0o3777)  # as a volume in memory is, with fsGroup
    assert secret_of(found(link).found[0]) == CANARY
    folder.chmod(0o755)
    folder.parent.chmod(0o777)
    assert f"the directory {folder.parent}: run chmod" in refusal(link)
    folder.parent.chmod(0o755)
    file.unlink()
    assert refusal(link) == f"{link}: no such file"
    link.unlink()
    link.symlink_to(link)
    assert refusal(link) == f"{link}: too many levels of symbolic links"


@pytest.mark.skipif(os.geteuid() != 0, reason="needs root, to become another user")
def test_who_may_not_read_gets_the_commands_that_help(reader: ModuleType) -> None:
    """The user is named, and the commands for the file and for a directory that is closed; one
    that is to be listed needs more.
    """
    with tempfile.TemporaryDirectory() as place:
        Path(place).chmod(0o755)
        shut = Path(place, "shut")
        shut.mkdir(0o700)
        plain, inner = Path(place, "conf"), shut / "conf"
        for each in (plain, inner):
            each.touch(0o600)
        os.seteuid(65_534)
        try:
            said = [refusal(each) for each in (plain, inner)]
            reader.__dict__["read"] = lambda query: (yield Listing(f"{shut}/"))
            said.append(refusal(plain))
        finally:
            os.seteuid(0)
    grant, group = "run setfacl -m u:nobody:", ", or give the user a group that may"
    who = "cannot be read by the user nobody"
    assert said == [
        f"{plain}: {who}: {grant}r {plain}{group}",
        f"{inner}: {who}: {grant}x {shut} and {grant[4:]}r {inner}{group}",
        f"{shut}: {who}: {grant}rx {shut}{group}",
    ]


@pytest.mark.parametrize(
    "error",
    [ValueError(CANARY), RecursionError(CANARY), KeyError(CANARY), MemoryError(CANARY)],
)
def test_whatever_a_reader_raises_is_one_line(
    error: Exception, file: Path, reader: ModuleType
) -> None:
    """A parser's error, which may quote the file, is told as the file's name alone."""

    def read_and_fail(query: Any) -> Iterator[Any]:
        yield Contents(query.path)
        raise error

    reader.__dict__["read"] = read_and_fail
    assert refusal(file) == f"{file}: cannot be parsed"


def test_a_reader_that_takes_too_long_is_given_up(file: Path, reader: ModuleType) -> None:
    """Reading ends when its time is up, however busy it is, and holds up nothing else."""

    def busy(query: Any) -> Iterator[Any]:
        yield Contents(query.path)
        until = time.monotonic() + 5
        while time.monotonic() < until:
            time.sleep(0.01)
        return []

    reader.__dict__["read"] = busy
    began = time.monotonic()
    assert refusal(file, patience=0.3) == f"{file} did not answer in time"
    assert time.monotonic() - began < 4


def test_programs_are_run_without_a_shell(file: Path, reader: ModuleType) -> None:
    """A mail server's own program is found beside PATH, and given its words as they are; a code
    for "not there" is an empty answer, any other a fault. For a list none is run.
    """
    answers: list[Any] = []

    def asking(query: Any) -> Iterator[Any]:
        answers.append((yield Output(("printf", "%s|", "$(id)", "a b"))))
        answers.append((yield Output(("false",), empty_at=(1,))))
        answers.append((yield Output(("false",))))
        return []

    reader.__dict__["read"] = asking
    assert refusal(file, listing=True) == "needs a command, and --list-accounts runs none"
    assert refusal(file) == "false ended with exit code 1"
    assert answers == ["$(id)|a b|", ""]


def test_what_a_reader_asks_for_is_answered(
    file: Path, reader: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Names of a folder, variables, and what is optional and not there."""
    answers: list[Any] = []
    nothing = str(file.parent / "none")

    def asking(query: Any) -> Iterator[Any]:
        wanted = (
            *(Listing(str(file.parent)), Listing(nothing), Listing(query.path)),
            *(Variable("SOME"), Variable("NONE"), Contents(nothing, True), Rights(nothing, True)),
            Rights(query.path),
        )
        for each in wanted:
            answers.append((yield each))
        return []

    reader.__dict__["read"] = asking
    monkeypatch.setenv("SOME", "x")
    found(file)
    names = sorted(os.listdir(file.parent))
    assert answers == [names, [], [], "x", None, None, None, file.stat().st_mtime]


def test_the_mark_changes_with_the_file(
    file: Path, reader: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that was written to has another mark, and when; there is none where the secret may
    stand in a variable.
    """
    first = found(file)
    assert (first.mark, first.changed) == (found(file).mark, file.stat().st_mtime)
    os.utime(file, (1, 1))
    second = found(file)
    assert second.mark not in ("", first.mark) and second.changed == 1

    def both(query: Any) -> Iterator[Any]:
        yield Contents(query.path)
        yield Rights(query.path + "2", optional=True)
        yield Variable("SOME")
        yield Variable("HOME", secret=False)
        return []

    reader.__dict__["read"] = both
    assert found(file).mark == second.mark
    (file.parent / "conf2").touch(0o600)
    third = found(file)
    assert third.mark not in ("", second.mark)
    os.utime(file.parent / "conf2", (2, 2))
    assert found(file).mark not in ("", third.mark)
    monkeypatch.setenv("SOME", "x")
    assert (found(file).mark, found(file).changed) == ("", None)


def test_a_missing_reader_is_told(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A module that a reader needs and that is not installed is named."""
    monkeypatch.delitem(sys.modules, "check_smtp_auth.configs.msmtp")
    monkeypatch.setitem(sys.modules, "check_smtp_auth.credentials.netrc", None)
    # A module that another test has loaded is an attribute of its package, too.
    monkeypatch.delattr("check_smtp_auth.credentials.netrc", raising=False)
    assert "check_smtp_auth.credentials.netrc cannot be imported" in refusal(file)
