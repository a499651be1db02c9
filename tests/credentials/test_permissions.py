"""Files that others can read or replace are refused; those that only we can read are not."""

from __future__ import annotations

import os
import shutil
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from fakes.sources import found, refusal

from check_smtp_auth.accounts import Misconfigured

NOBODY = 65_534
ROOT = os.geteuid() == 0
needs_root = pytest.mark.skipif(not ROOT, reason="needs root, to give files to others")


@pytest.fixture
def secret_file() -> Iterator[Path]:
    """A file of ours in a directory that all may enter."""
    directory = Path(tempfile.mkdtemp())
    directory.chmod(0o755)
    file = directory / "secret"
    file.write_text("hunter2\n")
    yield file
    shutil.rmtree(directory)


@contextmanager
def as_user(user: int) -> Iterator[None]:
    """Be another user for a while, as root can."""
    os.setegid(user)
    os.seteuid(user)
    try:
        yield
    finally:
        os.seteuid(0)
        os.setegid(0)


@pytest.mark.parametrize("mode", [0o600, 0o400, 0o700, 0o500, 0o610])
def test_a_file_of_our_own_is_read(secret_file: Path, mode: int) -> None:
    """A file that only its owner can read or write is taken."""
    secret_file.chmod(mode)
    assert found("file", str(secret_file))[1] == b"hunter2"


@needs_root
def test_a_file_of_roots_that_is_open(secret_file: Path) -> None:
    """Whoever cannot change root's file himself is told what root is to do, and that works."""
    secret_file.chmod(0o644)
    with as_user(NOBODY):
        said = refusal("file", str(secret_file))
    assert said.endswith(f"as root run chown {NOBODY} and chmod 600 on it")
    os.chown(secret_file, NOBODY, 0)
    secret_file.chmod(0o600)
    with as_user(NOBODY):
        assert found("file", str(secret_file))[1] == b"hunter2"


@pytest.mark.parametrize("mode", [0o604, 0o602, 0o601, 0o644, 0o666, 0o777, 0o406])
def test_a_file_open_to_everyone_is_refused(secret_file: Path, mode: int) -> None:
    """Any bit for others makes the file misconfigured, with the chmod that fixes it."""
    secret_file.chmod(mode)
    said = refusal("file", str(secret_file))
    assert "open to everyone" in said
    assert "chmod 600" in said
    assert "hunter2" not in said


@pytest.mark.parametrize("mode", [0o660, 0o620, 0o630])
def test_a_file_its_group_can_write_is_refused(secret_file: Path, mode: int) -> None:
    """A group that may replace the secret makes the file misconfigured, root's file too."""
    secret_file.chmod(mode)
    assert "open to its group: run chmod 600" in refusal("file", str(secret_file))


@needs_root
def test_a_group_may_read_what_is_roots(secret_file: Path) -> None:
    """Root's file that our group may read is taken: that is how packages hand out secrets."""
    os.chown(secret_file, 0, NOBODY)
    secret_file.chmod(0o640)
    assert found("file", str(secret_file))[1] == b"hunter2"
    with as_user(NOBODY):
        assert found("file", str(secret_file))[1] == b"hunter2"


@needs_root
def test_a_group_may_not_read_what_is_ours(secret_file: Path) -> None:
    """A file of our own that its group may read is refused."""
    os.chown(secret_file, NOBODY, NOBODY)
    secret_file.chmod(0o640)
    with as_user(NOBODY):
        assert "open to its group" in refusal("file", str(secret_file))
        secret_file.chmod(0o600)
        assert found("file", str(secret_file))[1] == b"hunter2"


@needs_root
def test_a_file_of_another_user_is_refused(secret_file: Path) -> None:
    """A file that neither we nor root own is refused: its owner could replace it."""
    secret_file.chmod(0o600)
    os.chown(secret_file, 12_345, 0)
    assert refusal("file", str(secret_file)) == (
        "the file of -P belongs to user ID 12345: run the check as that user, not as root"
    )
    secret_file.chmod(0o640)
    os.chown(secret_file, 1, NOBODY)
    with as_user(NOBODY):
        assert refusal("file", str(secret_file)) == (
            "the file of -P belongs to daemon: run the check as that user, or chown it to 65534"
        )


@needs_root
def test_a_file_that_cannot_be_read_is_told(secret_file: Path) -> None:
    """A file that we may not read says so, who we are, and what lets us read it."""
    secret_file.chmod(0o600)
    who = "the file of -P cannot be read by the user nobody: "
    with as_user(NOBODY):
        said = refusal("file", str(secret_file))
    assert said == f"{who}as root run chown {NOBODY} and chmod 600 on it"
    os.chown(secret_file, 1, 0)
    with as_user(NOBODY):
        said = refusal("file", str(secret_file))
    assert said == f"{who}it belongs to daemon: run the check as that user, or chown it to 65534"
    secret_file.parent.chmod(0o700)
    with as_user(NOBODY):
        said = refusal("file", str(secret_file))
    assert said == f"{who}this user may not enter a directory above it (namei -l shows which)"


def test_links_are_followed(secret_file: Path) -> None:
    """A link is judged by the file it leads to, good or bad."""
    link = secret_file.with_name("link")
    link.symlink_to(secret_file)
    secret_file.chmod(0o600)
    assert found("file", str(link))[1] == b"hunter2"
    secret_file.chmod(0o644)
    assert "open to everyone" in refusal("file", str(link))


def test_a_link_to_nowhere_is_told(secret_file: Path) -> None:
    """A link that leads nowhere, or in a circle, is a file that is missing."""
    for target in ("absent", "link"):
        link = secret_file.with_name("link")
        link.unlink(missing_ok=True)
        link.symlink_to(target)
        assert "(-P takes the name of a file" in refusal("file", str(link))


def test_a_directory_is_told(tmp_path: Path) -> None:
    """A directory in place of a file is told as such."""
    assert "directory" in refusal("file", str(tmp_path))
    assert "directory" in refusal("netrc", str(tmp_path))


@pytest.mark.parametrize("mode", [0o644, 0o660])
def test_a_netrc_is_held_to_the_same(secret_file: Path, mode: int) -> None:
    """A netrc file that others can read or write is refused like a password file."""
    secret_file.write_text("machine mail.example.test login finance password hunter2\n")
    secret_file.chmod(mode)
    assert "chmod 600" in refusal("netrc", str(secret_file))
    secret_file.chmod(0o600)
    assert found("netrc", str(secret_file)) == ("finance", b"hunter2")


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null", "/dev/full", "/dev/urandom"])
def test_a_device_is_refused(device: str) -> None:
    """A device is no file to read a secret from, nor one whose rights should be changed."""
    said = refusal("file", device)
    assert said == "-P: a device, not a file"


LOOSE = {"everybody": 0o777, "its group": 0o775, "others": 0o757}


@pytest.mark.parametrize("whose", list(LOOSE))
@pytest.mark.parametrize("kind", ["file", "netrc"])
def test_a_folder_that_others_can_write_to_is_refused(
    secret_file: Path, kind: str, whose: str
) -> None:
    """Whoever can write to a folder above the file could put another in its place."""
    folder = secret_file.parent / "loose"
    file = folder / "private" / "secret"
    file.parent.mkdir(parents=True)
    shutil.copy(secret_file, file)
    file.chmod(0o600)
    folder.chmod(LOOSE[whose])
    said = refusal(kind, str(file))
    assert f"the directory {folder} can be written to by others: run chmod go-w {folder}" in said
    folder.chmod(0o1777)  # as /tmp is
    file.write_text("machine mail.example.test login finance password hunter2\n")
    assert found(kind, str(file))[0] == "finance"


def test_a_folder_on_the_way_of_a_link_is_refused(secret_file: Path) -> None:
    """Whoever can exchange a link decides where it leads."""
    secret_file.chmod(0o600)
    loose = secret_file.parent / "loose"
    loose.mkdir()
    (loose / "link").symlink_to(secret_file)
    assert found("file", str(loose / "link"))[1] == b"hunter2"
    loose.chmod(0o777)
    assert f"run chmod go-w {loose}" in refusal("file", str(loose / "link"))


@needs_root
def test_root_who_tries_by_hand_breaks_nothing(secret_file: Path) -> None:
    """Root is told to be the user that the monitor is, and given no command: the one that
    would help him would take the file away from the monitor.
    """
    for owned, other in ((secret_file, secret_file.parent), (secret_file.parent, secret_file)):
        secret_file.chmod(0o600)
        os.chown(owned, NOBODY, NOBODY)
        os.chown(other, 0, 0)
        said = refusal("file", str(secret_file))
        assert "belongs to nobody: run the check as that user" in said
        assert "chown" not in said
        os.chown(secret_file.parent, NOBODY, NOBODY)
        os.chown(secret_file, NOBODY, NOBODY)
        with as_user(NOBODY):
            assert found("file", str(secret_file))[1] == b"hunter2"


@pytest.mark.parametrize("kind", ["file", "credential"])
def test_what_systemd_keeps_is_its_affair(
    secret_file: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    """A file of $CREDENTIALS_DIRECTORY is not judged, by whatever option it is named."""
    secret_file.chmod(0o644)
    secret_file.parent.chmod(0o777)
    place = "secret" if kind == "credential" else str(secret_file)
    assert kind == "credential" or "open to everyone" in refusal(kind, place)
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(secret_file.parent))
    assert found(kind, place) == ("finance", b"hunter2")


def test_a_file_that_is_exchanged_is_never_sent(secret_file: Path) -> None:
    """However often files are exchanged under its name, what is read is what was judged."""
    secret_file.chmod(0o600)
    evil = secret_file.with_name("evil")
    stop = threading.Event()

    def exchange() -> None:
        while not stop.is_set():
            evil.write_text("evil\n")
            evil.chmod(0o666)
            os.replace(evil, secret_file)
            good = secret_file.with_name("good")
            good.touch(0o600)
            good.write_text("hunter2\n")
            os.replace(good, secret_file)

    thread = threading.Thread(target=exchange)
    thread.start()
    try:
        seen = set()
        for _ in range(300):
            try:
                seen.add(found("file", str(secret_file))[1])
            except Misconfigured as error:
                assert "open to everyone" in str(error)
    finally:
        stop.set()
        thread.join()
    assert seen <= {b"hunter2"}


@pytest.mark.parametrize("kind", ["", "FILE:", "WRFILE:", "DIR::"])
@pytest.mark.parametrize(
    ("mode", "words"),
    [(0o644, "is open to everyone"), (0o660, "is open to its group"), (0o600, "")],
)
def test_kerberos_files_that_others_can_read(
    secret_file: Path,
    monkeypatch: pytest.MonkeyPatch,
    kind: str,
    mode: int,
    words: str,
) -> None:
    """Kerberos tickets that are not their owner's only are refused, as passwords are."""
    monkeypatch.setenv("KRB5CCNAME", f"{kind}{secret_file}")
    secret_file.chmod(mode)
    if words:
        assert f"the file of KRB5CCNAME {words}: run chmod 600" in refusal("ticket", "")
    else:
        assert found("ticket", "") == ("finance", b"")


@needs_root
@pytest.mark.parametrize("default", [False, True])
def test_kerberos_files_of_somebody_else(
    secret_file: Path, monkeypatch: pytest.MonkeyPatch, default: bool
) -> None:
    """Another user's tickets are refused, also where they lie in the place of our own."""
    file = secret_file
    monkeypatch.setenv("KRB5CCNAME", f"FILE:{secret_file}")
    if default:
        monkeypatch.delenv("KRB5CCNAME")
        monkeypatch.setattr(os, "geteuid", lambda: 3_999_999_999)
        file = Path("/tmp/krb5cc_3999999999")
        file.touch(0o600)
    os.chown(file, NOBODY, NOBODY)
    try:
        assert "the file of KRB5CCNAME belongs to nobody" in refusal("ticket", "")
    finally:
        file.unlink()
        secret_file.touch()


def test_a_folder_of_tickets_that_others_can_write_to(
    secret_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder of tickets is taken where nobody else can lay one into it."""
    folder = secret_file.parent / "tickets"
    folder.mkdir(0o700)
    monkeypatch.setenv("KRB5CCNAME", f"DIR:{folder}")
    assert found("ticket", "") == ("finance", b"")
    folder.chmod(0o777)
    assert "KRB5CCNAME" in refusal("ticket", "")
    assert "can be written to by others" in refusal("ticket", "")
