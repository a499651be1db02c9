"""The files of --accounts: which are taken, which are refused, and how that is told."""

from __future__ import annotations

import os
import shutil
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from fakes.accounts import ENOUGH
from fakes.hanging import hanging
from fakes.plugin import run
from fakes.timing import in_time

from check_smtp_auth.accounts import Entry
from check_smtp_auth.accounts_file import reading
from check_smtp_auth.accounts_file.entries import entries
from check_smtp_auth.accounts_file.sections import File
from check_smtp_auth.net.loop import run_one

ROOT = os.geteuid() == 0
needs_root = pytest.mark.skipif(not ROOT, reason="needs root, to give files to others")
NOBODY = 65_534
TEXT = f"[finance]\n{ENOUGH}"


@pytest.fixture
def folder() -> Iterator[Path]:
    """A directory of ours that all may enter."""
    directory = Path(tempfile.mkdtemp())
    directory.chmod(0o755)
    yield directory
    shutil.rmtree(directory)


def write(path: Path, text: str = TEXT, mode: int = 0o644) -> Path:
    """Write an accounts file."""
    path.write_bytes(text.encode())
    path.chmod(mode)
    return path


def files(path: Path | str) -> list[File]:
    """What is read of a path."""
    return run_one(reading.read(str(path), time.monotonic() + 20))


def made(path: Path | str) -> list[Entry]:
    """The entries of a path."""
    return list(entries(files(path), {}, reading.system))


def refusal(path: Path | str) -> str:
    """What is wrong with the one file of a path, which is a result named after it."""
    (entry,) = made(path)
    assert entry.account.name == Path(path).name
    assert entry.problem.startswith(f"{path}: ")
    return entry.problem


@pytest.mark.parametrize("mode", [0o644, 0o600, 0o640, 0o444, 0o400, 0o755])
def test_a_file_that_only_we_can_write_is_read(folder: Path, mode: int) -> None:
    """An accounts file may be read by everybody: it holds no secret."""
    (entry,) = made(write(folder / "accounts.ini", mode=mode))
    assert (entry.account.name, entry.problem) == ("finance", "")


@pytest.mark.parametrize("mode", [0o664, 0o646, 0o666, 0o620, 0o602, 0o777])
def test_a_file_that_others_can_write_is_refused(folder: Path, mode: int) -> None:
    """Who may write to an accounts file may send our secrets anywhere: not its group either."""
    assert "run chmod go-w" in refusal(write(folder / "accounts.ini", mode=mode))


@needs_root
def test_a_file_of_another_user_is_refused(folder: Path) -> None:
    """An accounts file belongs to root or to us."""
    path = write(folder / "accounts.ini")
    os.chown(path, NOBODY, NOBODY)
    assert "belongs to" in refusal(path)


@pytest.mark.parametrize("mode", [0o775, 0o757, 0o777])
def test_a_folder_that_others_can_write_is_refused(folder: Path, mode: int) -> None:
    """Who may write to the folder may exchange the file."""
    path = write(folder / "accounts.ini")
    folder.chmod(mode)
    assert "can be written to by others: run chmod go-w" in refusal(path)


BROKEN = {
    "a byte order mark": (b"\xef\xbb\xbf" + TEXT.encode(), "byte order mark"),
    "Latin-1": (TEXT.encode() + b"used-by = B\xfcro\n", "not UTF-8"),
    "UTF-16": (TEXT.encode("utf-16"), "not UTF-8"),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_a_file_that_is_not_plain_utf_8_is_refused(folder: Path, kind: str) -> None:
    """A file in another encoding is refused whole, as a password file is."""
    octets, words = BROKEN[kind]
    (folder / "accounts.ini").write_bytes(octets)
    (folder / "accounts.ini").chmod(0o644)
    said = refusal(folder / "accounts.ini")
    assert words in said
    assert "save it" in said


def test_a_file_with_crlf_is_read(folder: Path) -> None:
    """A file that was written on Windows is taken."""
    (entry,) = made(write(folder / "accounts.ini", TEXT.replace("\n", "\r\n")))
    assert entry.problem == ""
    assert entry.account.user == "finance"


def test_a_large_file_is_read_and_a_boundless_one_is_not(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """64 MiB are taken; how much there may be is bounded, and told."""
    assert reading.MOST >= 64 << 20
    filler = "# " + "x" * 1000 + "\n"
    (entry,) = made(write(folder / "accounts.ini", TEXT + filler * 3000))
    assert entry.problem == ""
    monkeypatch.setattr(reading, "MOST", 2 << 20)
    assert "larger than 2 MiB" in refusal(folder / "accounts.ini")


@pytest.mark.parametrize(
    ("path", "words"), [("nothing.ini", "no such file"), ("accounts.ini/x", "not a directory")]
)
def test_a_file_that_is_not_there_is_a_result(folder: Path, path: str, words: str) -> None:
    """A path that leads nowhere is told as a result, named after it, with exit code 3."""
    write(folder / "accounts.ini")
    assert words in refusal(folder / path)
    done = run("--accounts", folder / path)
    assert done.code == 3
    assert str(folder / path) in done.first
    assert run("--accounts", folder / path, "--output", "json").account["diagnosis"] == (
        "misconfigured"
    )


@pytest.mark.parametrize("text", ["", "# nothing\n", "[defaults]\nhost = a.test\n"])
def test_a_file_without_an_account_is_a_result(folder: Path, text: str) -> None:
    """A file in which there is no account at all is an error, not a good run of none."""
    assert "there are no accounts in it" in refusal(write(folder / "accounts.ini", text))


def test_a_directory_is_read_in_the_order_of_names(folder: Path) -> None:
    """All *.ini of a directory are read, in the order of their names, hidden ones and others
    not, each with its own defaults and its own problems.
    """
    write(folder / "20-b.ini", "[b]\nhost = b.test\nuser = u\npassword-file = p\n")
    write(folder / "10-a.ini", f"[defaults]\ntimeout = 3\n[a]\n{ENOUGH}")
    write(folder / "30-c.ini", f"[c]\n{ENOUGH}[a]\n{ENOUGH}", mode=0o666)
    write(folder / "40-d.ini", f"[d]\n{ENOUGH}[a]\n{ENOUGH}")
    for other in (".hidden.ini", "e.conf", "f.ini~", "ini"):
        write(folder / other, f"[x]\n{ENOUGH}")
    found = made(folder)
    names = [entry.account.name for entry in found]
    assert names == ["a", "b", "30-c.ini", "d", "a@40-d.ini:5"]
    assert [bool(entry.problem) for entry in found] == [False, False, True, False, True]
    assert found[0].account.timeout == 3
    assert found[1].account.timeout == 10
    assert found[1].account.source.place == f"{folder}/p"


@pytest.mark.parametrize("inside", ["", "x.conf", ".x.ini"])
def test_a_directory_without_an_account_is_a_result(folder: Path, inside: str) -> None:
    """An empty directory is an error result that names the directory."""
    if inside:
        write(folder / inside)
    assert "there are no accounts in it" in refusal(folder)


def test_a_folder_among_the_files_is_a_result(folder: Path) -> None:
    """A folder named like a file is told; the files beside it are read."""
    (folder / "a.ini").mkdir()
    write(folder / "b.ini")
    bad, good = made(folder)
    assert (bad.account.name, good.account.name) == ("a.ini", "finance")
    assert "a directory, not a file" in bad.problem


@pytest.mark.parametrize("name", ['a"b|c;d.ini', "a\nb.ini", "a=[b].ini", os.fsdecode(b"\xff.ini")])
def test_a_file_of_any_name_makes_a_name_that_monitors_take(folder: Path, name: str) -> None:
    """The result that is named after a file is so in letters that break no monitor's line."""
    write(folder / name, "x")
    (entry,) = [
        entry for entry in made(folder) if "before the first [section]" in entry.problem
    ] or made(folder)
    assert entry.account.name.isprintable()
    assert not set("\"'|;=[]\\") & set(entry.account.name)
    done = run("--accounts", folder, "--output", "json")
    assert done.code == 3


def test_a_pipe_is_read(folder: Path) -> None:
    """The accounts may come from a named pipe, as from a shell's <(...)."""
    path = folder / "pipe"
    os.mkfifo(path, 0o600)
    writer = threading.Thread(target=path.write_text, args=(TEXT,))
    writer.start()
    (entry,) = made(path)
    writer.join()
    assert entry.account.name == "finance"


def test_a_file_system_that_does_not_answer_holds_nobody_back(folder: Path) -> None:
    """Where file or directory are on a file system that hangs, a line says so, in time."""
    before = hanging(folder / "gone")
    for path in (folder / "gone", folder / "gone" / "accounts.ini"):
        done = in_time(1.0, lambda path=path: run("--accounts", path, "-t", "1", before=before))
        assert done.code == 3
        assert "did not answer in time" in done.first


def test_a_pipe_that_nobody_writes_to_holds_nobody_back(folder: Path) -> None:
    """A named pipe without a writer is given up in time, as any file is."""
    path = folder / "pipe"
    os.mkfifo(path, 0o600)
    done = in_time(1.0, lambda: run("--accounts", path, "-t", "1"))
    assert done.code == 3
    assert "did not answer in time" in done.first


def test_a_pipe_among_the_files_holds_up_none(folder: Path) -> None:
    """In a directory the accounts of all files are checked, whatever else is named as one."""
    for name in ("a", "c"):
        write(folder / f"{name}.ini", TEXT.replace("finance", name))
    os.mkfifo(folder / "b.ini", 0o600)
    done = in_time(1.0, lambda: run("--accounts", folder, "-t", "1", "--output", "json"))
    slow = [each["name"] for each in done.json["accounts"] if "in time" in each["summary"]]
    assert slow == ["b.ini"]
    assert len(done.json["accounts"]) == 3


def test_silent_pipes_share_one_wait(folder: Path) -> None:
    """What was written to one pipe while another was waited for is read, and no pipe's wait comes
    after that of another.
    """
    for name in "abcde":
        os.mkfifo(folder / f"{name}.ini", 0o600)
    texts = {name: TEXT.replace("finance", name) for name in "bd"}
    writers = [
        threading.Thread(target=(folder / f"{name}.ini").write_text, args=(text,))
        for name, text in texts.items()
    ]
    for writer in writers:
        writer.start()
    done = in_time(1.0, lambda: run("--accounts", folder, "-t", "1", "--output", "json"))
    for writer in writers:
        writer.join()
    slow = [each["name"] for each in done.json["accounts"] if "in time" in each["summary"]]
    assert sorted(slow) == ["a.ini", "c.ini", "e.ini"]
    assert {each["name"] for each in done.json["accounts"]} == {*slow, *texts}


@pytest.mark.parametrize("timing", [("-t", "1"), ("-t", "10", "--deadline", "1")], ids=" ".join)
def test_links_that_lead_nowhere_hold_up_none(folder: Path, timing: tuple[str, ...]) -> None:
    """Links into a file system that hangs are told as such, in time; the accounts of all other
    files are checked, also of those that come by links.
    """
    before = hanging(folder / "gone")
    (folder / "there").mkdir()
    for name in ("a", "c"):
        write(folder / "there" / name, TEXT.replace("finance", name))
        (folder / f"{name}.ini").symlink_to(folder / "there" / name)
    write(folder / "d.ini", TEXT.replace("finance", "d"))
    for name in ("b", "e"):
        (folder / f"{name}.ini").symlink_to(folder / "gone" / name)
    options = ("--accounts", folder, *timing, "--output", "json")
    done = in_time(1.0, lambda: run(*options, before=before))
    slow = [each["name"] for each in done.json["accounts"] if "in time" in each["summary"]]
    assert sorted(slow) == ["b.ini", "e.ini"]
    assert len(done.json["accounts"]) == 5
    assert not any("not tried" in each["summary"] for each in done.json["accounts"])


def test_names_of_files_that_are_not_ascii_are_found(folder: Path) -> None:
    """A password file named in UTF-8 is the file of those octets, in any locale."""
    write(folder / "accounts.ini", TEXT.replace("/secret", "Geheimnis-ü"))
    (entry,) = made(folder / "accounts.ini")
    assert os.fsencode(entry.account.source.place) == f"{folder}/Geheimnis-ü".encode()


@pytest.mark.parametrize("text", ["", "\n\n", "# all gone\n", "[defaults]\nhost = a.test\n"])
def test_a_file_that_has_lost_its_accounts_is_a_result(folder: Path, text: str) -> None:
    """One of several files without an account is told: it may have been cut short, and a monitor
    would take its accounts for removed. Those of the other files are read.
    """
    write(folder / "customer.ini", text)
    write(folder / "other.ini")
    lost, good = made(folder)
    assert (lost.account.name, good.account.name) == ("customer.ini", "finance")
    assert lost.problem == f"{folder}/customer.ini: there are no accounts in it"
    assert good.problem == ""


@pytest.mark.parametrize("name", ["a|b", "a\\b", "a;b", 'a"b'])
def test_what_a_name_must_not_have_is_told_in_words(folder: Path, name: str) -> None:
    """The characters that names cannot have are named: output shows some of them as others."""
    done = run("--accounts", write(folder / "accounts.ini", f"[{name}]\n{ENOUGH}"))
    assert "vertical bars and backslashes" in done.output
    assert "/ ;" not in done.output


@pytest.mark.parametrize("path", ["nothing.ini", "folder.ini"])
def test_a_file_is_told_by_its_path(folder: Path, path: str) -> None:
    """What is wrong with a file follows its path, not the option by which it was found."""
    (folder / "folder.ini").mkdir()
    said = refusal(folder / path) if path == "nothing.ini" else made(folder)[0].problem
    assert said.startswith(f"{folder}/{path}: ")
    assert "--accounts" not in said
