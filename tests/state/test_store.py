"""The folder of a server: private, locked, and written over in place."""

from __future__ import annotations

import contextlib
import errno
import fcntl
import os
import signal
import stat
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from check_smtp_auth.state import ledger
from check_smtp_auth.state.files import Locked, Unusable, open_folder, try_lock
from check_smtp_auth.state.guard import Decision
from check_smtp_auth.state.memory import BLOCK, Memory, Spent, dump
from check_smtp_auth.state.place import open_place
from check_smtp_auth.state.store import Store, file_name, folder_name
from check_smtp_auth.state.tries import Left

HOST, USER = "mail.example.test", "finance"
NOBODY = 65_534
LOST = Memory(USER, Spent(count=1))
needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files away")


class Folder:
    """The state directory of a test, and the files in it."""

    def __init__(self, directory: Path) -> None:
        """Name it; it is not there yet."""
        self.directory = directory
        self.server = directory / folder_name(HOST)
        self.account = self.server / "accounts" / USER

    def open(self, host: str = HOST, user: str = USER) -> Store:
        """Open the memory of an account as a run does."""
        return Store(open_place(str(self.directory), ""), host, user, lambda: LOST)

    def read(self, host: str = HOST, user: str = USER) -> Memory:
        """What is remembered."""
        store = self.open(host, user)
        try:
            return store.look(time.time())[0]
        finally:
            store.close()

    def write(self, spent: int, host: str = HOST, user: str = USER) -> str:
        """Remember so many rejections; return where a file was set aside."""
        store = self.open(host, user)
        try:
            store.change(
                lambda memory: memory.replace(spent=Spent(count=spent)), time.monotonic() + 5
            )
            return store.set_aside
        finally:
            store.close()


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """A state directory that is not there yet."""
    return Folder(tmp_path / "deep" / "state")


@pytest.fixture
def filled(folder: Folder) -> Iterator[Folder]:
    """One with something in it."""
    folder.write(1)
    yield folder


def test_what_was_written_is_there_next_time(filled: Folder) -> None:
    """What one run remembers, the next run finds."""
    assert filled.read() == Memory(USER, Spent(count=1))


def test_nothing_is_remembered_at_first(folder: Folder) -> None:
    """A first run finds nothing, and that is no fault."""
    assert folder.read() == Memory(USER)


ODD = ["../x", "a/b", "a b", "x" * 300, ".", "..", "josé", "%61", "a,b", "2001:db8::1", "A"]


@pytest.mark.parametrize("what", ["host", "user"])
def test_each_name_has_its_own_file(folder: Folder, what: str) -> None:
    """What is remembered of one says nothing of another, however it is called."""
    for number, name in enumerate(ODD, 1):
        folder.write(number, **{what: name})
    counts = [folder.read(**{what: name}).spent.count for name in ODD]
    assert counts == [*range(1, len(ODD) + 1)]
    above = set(folder.directory.parent.rglob("*")) - set(folder.directory.rglob("*"))
    assert above == {folder.directory}


def test_names_of_files_are_plain() -> None:
    """No name leads elsewhere, hides, or has a comma in it, which parts the names of tries."""
    for name in (*ODD, ""):
        made = file_name(name)
        assert not set(made) & set("/, \0")
        assert not made.startswith(".")
        assert len(made) < 200
    assert len({file_name(name) for name in ODD}) == len(ODD)


def test_a_server_is_one_in_any_spelling(filled: Folder) -> None:
    """A host in capitals is the same server; a user in capitals is not the same user."""
    assert filled.read(HOST.upper()).spent.count == 1
    assert filled.read(user=USER.upper()).spent.count == 0


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077, 0o777])
def test_all_is_the_owners_only(tmp_path: Path, umask: int) -> None:
    """Folders are made with mode 0700, those above too, and files with 0600, whatever the umask."""
    folder = Folder(tmp_path / "a" / "b" / "state")
    before = os.umask(umask)
    try:
        folder.write(1)
        folder.write(2)
        assert folder.read().spent.count == 2
    finally:
        os.umask(before)
    for path in (tmp_path / "a").rglob("*"):
        wanted = 0o700 if path.is_dir() else 0o600
        assert stat.S_IMODE(path.stat().st_mode) == wanted, path
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o700


@pytest.mark.parametrize("mode", [0o555, 0o500, 0o300, 0o000])
def test_a_folder_that_was_there_keeps_its_mode(tmp_path: Path, mode: int) -> None:
    """Whoever gives root /proc for a state directory has its mode left as it is."""
    place = tmp_path / "theirs"
    place.mkdir()
    place.chmod(mode)
    try:
        with contextlib.suppress(Unusable):
            open_place(str(place), HOST)
        assert stat.S_IMODE(place.stat().st_mode) == mode
    finally:
        place.chmod(0o700)


def test_writing_again_takes_no_space(filled: Folder) -> None:
    """The file is written over in place: the same inode, the same size."""
    before = filled.account.stat()
    filled.write(2)
    after = filled.account.stat()
    assert (after.st_ino, after.st_size) == (before.st_ino, BLOCK)


def refused(folder: Folder, words: str) -> None:
    """Reading and writing are both refused, and the text tells why."""
    with pytest.raises(Unusable, match=words):
        folder.read()
    with pytest.raises(Unusable, match=words):
        folder.write(9)


@pytest.mark.parametrize("link", ["state", "server"])
def test_a_linked_folder_is_refused(folder: Folder, tmp_path: Path, link: str) -> None:
    """A folder that is a symbolic link is not used: it may lead anywhere."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir(0o700)
    place = folder.directory if link == "state" else folder.server
    place.parent.mkdir(0o700, parents=True)
    place.symlink_to(elsewhere)
    refused(folder, "is a symbolic link, which is not followed")
    assert list(elsewhere.iterdir()) == []


def test_a_linked_folder_with_a_slash_is_refused(tmp_path: Path) -> None:
    """Nor is one whose name was given with a slash at its end."""
    (tmp_path / "elsewhere").mkdir(0o700)
    (tmp_path / "state").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(Unusable):
        open_place(f"{tmp_path}/state/", "")


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("file", "is not a directory: move it away"),
        ("file/below", "lies below something that is not a directory: set --state-dir to another"),
        ("file/further/below", "lies below something that is not a directory: set --state-dir"),
        ("link", "is a symbolic link, which is not followed: set --state-dir to the directory"),
        ("dangling", "is a symbolic link"),
        ("/dev/null", "is not a directory: set --state-dir to another directory"),
        ("/proc/below", "cannot be created there: set --state-dir to another directory"),
    ],
)
def test_what_is_there_in_place_of_the_state_directory(
    tmp_path: Path, path: str, words: str
) -> None:
    """What is there instead is called what it is, with what helps: nothing is to be moved away
    that is not there, or that leads to the history.
    """
    (tmp_path / "file").touch()
    (tmp_path / "real").mkdir(0o700)
    (tmp_path / "link").symlink_to(tmp_path / "real")
    (tmp_path / "dangling").symlink_to(tmp_path / "nothing")
    with pytest.raises(Unusable, match=words):
        open_place(str(tmp_path / path), "")


@pytest.mark.parametrize("target", ["precious", "nowhere"])
def test_a_linked_file_is_refused(filled: Folder, tmp_path: Path, target: str) -> None:
    """A link in the place of a file is not followed, nor is what it points at made."""
    precious = tmp_path / "precious"
    precious.write_text("precious")
    filled.account.unlink()
    filled.account.symlink_to(tmp_path / target)
    refused(filled, "symbolic link")
    assert precious.read_text() == "precious"
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize("mode", [0o770, 0o702, 0o777, 0o1777])
def test_a_directory_that_others_can_write_to_is_refused(folder: Folder, mode: int) -> None:
    """A directory in which others could put their own state is not used, and is told so."""
    folder.directory.mkdir(0o700, parents=True)
    folder.directory.chmod(mode)
    refused(folder, f"run chmod go-w {folder.directory}")


@pytest.mark.parametrize("mode", [0o660, 0o602])
def test_a_file_that_others_can_write_to_is_refused(filled: Folder, mode: int) -> None:
    """A file that others could have written is not believed."""
    filled.account.chmod(mode)
    refused(filled, "run chmod go-w")


@pytest.mark.parametrize("above", [1, 2])
def test_folders_above_are_judged(filled: Folder, above: int, tmp_path: Path) -> None:
    """A folder above in which others could exchange the directory is refused and named."""
    loose = tmp_path / "loose"
    place = loose / "x" if above == 2 else loose
    place.mkdir(0o700, parents=True)
    loose.chmod(0o777)
    with pytest.raises(Unusable, match=f"run chmod go-w {loose}$"):
        open_place(str(place / "state"), "")


@needs_root
def test_somebody_elses_directory_is_refused(folder: Folder) -> None:
    """A directory that somebody else made in our place is not used; its owner is named, and root
    is not told to take it away from him.
    """
    folder.directory.mkdir(0o700, parents=True)
    os.chown(folder.directory, NOBODY, NOBODY)
    refused(folder, "belongs to nobody: run this check as nobody, or with another --state-dir")


@needs_root
def test_somebody_elses_file_is_refused(filled: Folder) -> None:
    """A file that belongs to somebody else is not believed."""
    os.chown(filled.account, NOBODY, NOBODY)
    refused(filled, "belongs to nobody")


@pytest.mark.parametrize("place", ["state", "server"])
def test_a_file_in_a_folders_place(folder: Folder, place: str) -> None:
    """A file where a folder should be is told, and left alone."""
    path = folder.directory if place == "state" else folder.server
    path.parent.mkdir(0o700, parents=True)
    path.write_text("precious")
    refused(folder, "not a directory")
    assert path.read_text() == "precious"


JUNK = {
    "text": b"hello\n",
    "binary": bytes(range(256)) * 10,
    "cut short": dump(Memory(USER, Spent(count=2)))[:60],
    "another version": dump(Memory(USER)).replace(b"state 2", b"state 9"),
    "very large": b"x" * 200_000_000,
}


@pytest.mark.parametrize("junk", list(JUNK))
def test_an_unreadable_file_is_set_aside(filled: Folder, junk: str) -> None:
    """A file that cannot be read back is kept under another name; nearly all counts as spent."""
    filled.account.write_bytes(JUNK[junk])
    store = filled.open()
    try:
        assert store.look(time.time())[0] == LOST
        aside = Path(store.set_aside)
        store.change(lambda memory: memory.replace(tries=7), time.monotonic() + 5)
    finally:
        store.close()
    assert filled.read() == LOST.replace(tries=7)
    assert aside.stat().st_size == len(JUNK[junk])


def test_a_sparse_file_of_terabytes_is_read_in_a_moment(filled: Folder) -> None:
    """However large a file is made, no more of it is read than a memory can be."""
    os.truncate(filled.account, 2**40)
    began = time.monotonic()
    assert filled.read() == Memory(USER, Spent(count=1))
    assert time.monotonic() - began < 5


def test_a_second_unreadable_file_does_not_overwrite_the_first(filled: Folder) -> None:
    """Each file that cannot be read back is kept."""
    for junk in (b"one", b"two"):
        filled.account.write_bytes(junk)
        assert filled.write(1)
    kept = {path.read_bytes() for path in filled.account.parent.iterdir()}
    assert kept >= {b"one", b"two"}


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo])
def test_something_else_in_the_files_place_is_told(filled: Folder, make: object) -> None:
    """A directory or a pipe where a file should be is told, and not waited for."""
    filled.account.unlink()
    make(filled.account)  # type: ignore[operator]
    refused(filled, str(filled.account))


def test_a_lock_that_is_held_is_waited_for_and_then_told(filled: Folder) -> None:
    """While another check holds the lock, the file is not written; the wait is as long as asked."""
    store = filled.open()
    try:
        with open(filled.account, "rb") as other:
            fcntl.flock(other, fcntl.LOCK_EX)
            began = time.monotonic()
            with pytest.raises(Locked):
                store.change(lambda _: LOST, began + 0.2)
            assert time.monotonic() - began >= 0.2
        store.change(lambda _: LOST, time.monotonic() + 5)
    finally:
        store.close()
    assert filled.read() == LOST


def test_a_change_that_fails_leaves_all_as_it_was(filled: Folder) -> None:
    """What goes wrong while a change is made neither spoils the file nor keeps the lock."""

    def fail(_: Memory) -> Memory:
        raise ZeroDivisionError

    store = filled.open()
    with pytest.raises(ZeroDivisionError):
        store.change(fail, time.monotonic() + 1)
    store.close()
    filled.write(2)
    assert filled.read().spent.count == 2


def test_a_try_in_the_making_is_not_taken_for_a_killed_one(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A check that looks at the very moment in which another of the account reserves its try
    counts nothing, and nothing is left of that try once it has ended well.
    """
    monkeypatch.setattr(ledger, "_empty", [])
    ours, theirs, now = folder.open(), folder.open(), time.time()
    seen = []

    def locked_late(descriptor: int) -> bool:
        monkeypatch.undo()
        seen.append(theirs.look(now))
        return try_lock(descriptor)

    monkeypatch.setattr(ledger, "try_lock", locked_late)
    _, _, _, held = ours.ask(
        lambda memory, *_: (Decision(True), memory),
        *(now, now + 10, "", "", time.monotonic() + 5),
    )
    assert held is not None
    ours.give_back(held)
    assert seen == [(Memory(USER), ())]
    assert theirs.look(time.time() + 60) == (Memory(USER), ())
    for store in (ours, theirs):
        store.close()


def test_a_try_that_ends_well_in_this_moment_is_not_taken_for_a_killed_one(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A check that looks at the very moment in which another of the account is accepted counts
    nothing.
    """
    ours, theirs, now = folder.open(), folder.open(), time.time()
    held = ours.ask(
        lambda memory, *_: (Decision(True), memory),
        *(now, now + 10, "", "", time.monotonic() + 5),
    )[3]
    assert held is not None

    def locked_late(descriptor: int) -> bool:
        monkeypatch.undo()
        ours.give_back(held)
        return try_lock(descriptor)

    monkeypatch.setattr(ledger, "try_lock", locked_late)
    assert theirs.look(now) == (Memory(USER), ())
    for store in (ours, theirs):
        store.close()


def test_a_directory_that_was_there_keeps_its_mode(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where no directory can be created, as in /proc, the one that is there keeps its mode, whether
    it is above the state directory or is the state directory.
    """
    system = tmp_path / "system"
    system.mkdir(mode=0o555)
    make = os.mkdir

    def refuse(path: str, mode: int = 0o777, *, dir_fd: int | None = None) -> None:
        """Create nothing below it, as the kernel does in /proc."""
        if path.startswith(f"{system}/"):
            raise FileNotFoundError(path)
        make(path, mode, dir_fd=dir_fd)

    monkeypatch.setattr(os, "mkdir", refuse)
    with pytest.raises(Unusable, match="cannot be created"):
        open_folder(str(system / "check_smtp_auth" / "host.d"))
    open_folder(str(system))
    assert system.stat().st_mode & 0o777 == 0o555


class Killed(BaseException):
    """What ends a process without a word."""


@pytest.mark.parametrize("after", [7_200.0, -7_200.0, 90 * 86_400.0])
@pytest.mark.parametrize("who", [USER, "somebody-else"])
def test_a_try_killed_in_the_making_is_tidied_away(
    folder: Folder, monkeypatch: pytest.MonkeyPatch, who: str, after: float
) -> None:
    """A file that has no name yet, since its process was killed, counts nothing; it is left alone
    for an hour, for its process may go on, and is gone after that, whoever looks, whatever the
    clock did.
    """

    def killed(_: int) -> bool:
        monkeypatch.undo()
        raise Killed

    def asked(user: str, now: float) -> tuple[Left, ...]:
        """Ask for a try and give it back; return what is left behind by others of the account."""
        store = folder.open(user=user)
        try:
            held = store.ask(
                lambda memory, *_: (Decision(True), memory),
                *(now, now + 10, "", "", time.monotonic() + 5),
            )[3]
            assert held is not None
            store.give_back(held)
            return store.look(now)[1]
        finally:
            store.close()

    now = time.time()
    asked(USER, now)
    with monkeypatch.context() as patched:
        patched.setattr(ledger, "try_lock", killed)
        with pytest.raises(Killed):
            asked(USER, now)
    (left,) = folder.server.glob(".try,*")
    assert asked(who, now + 60) == ()
    assert left.exists()
    assert asked(who, now + after) == ()
    assert not left.exists()


def begin(folder: Folder, user: str) -> tuple[Store, ledger.Held]:
    """Reserve a try of an account."""
    store, now = folder.open(user=user), time.time()
    _, _, _, held = store.ask(
        lambda memory, *_: (Decision(True), memory),
        *(now, now + 10, "", "", time.monotonic() + 5),
    )
    assert held is not None
    return store, held


def left_of(folder: Folder, user: str) -> int:
    """How many tries of an account are there that its memory does not know of."""
    store = folder.open(user=user)
    try:
        return len(store.look(time.time())[1])
    finally:
        store.close()


def tries_in(folder: Folder) -> list[Path]:
    """The files of tries under way."""
    return sorted(folder.server.glob("try,*"))


USERS = ("finance", "sales", "alerts")


@pytest.mark.parametrize("links", ["links", "no links"])
def test_each_try_of_a_process_that_is_killed_counts(
    folder: Folder, links: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of three logins that one process had under way when it was killed, and a fourth that had
    ended well, the three count, each for its account, whether or not they were names of one file.
    """
    monkeypatch.setattr(ledger, "_empty", [])
    if links == "no links":
        monkeypatch.setattr(os, "link", no_links)
    child = os.fork()
    if child == 0:
        try:
            first, ended = begin(folder, "support")
            kept = [begin(folder, user) for user in USERS]
            first.give_back(ended)
            os.kill(os.getpid(), signal.SIGKILL)
            del kept
        finally:
            os._exit(1)
    os.waitpid(child, 0)
    assert len({each.stat().st_ino for each in tries_in(folder)}) == (1 if links == "links" else 3)
    assert [left_of(folder, user) for user in (*USERS, "support")] == [1, 1, 1, 0]


@pytest.mark.parametrize("links", ["links", "no links"])
def test_a_try_is_under_way_until_its_own_end(
    folder: Folder, links: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A login is taken for none that was killed while it is under way, though others of its
    process have ended; when all have ended well nothing is left, and the next one is as the first.
    """
    monkeypatch.setattr(ledger, "_empty", [])
    if links == "no links":
        monkeypatch.setattr(os, "link", no_links)
    for _ in range(2):
        begun = {user: begin(folder, user) for user in USERS}
        for number, (user, (store, held)) in enumerate(begun.items()):
            assert len(tries_in(folder)) == len(USERS) - number
            assert left_of(folder, user) == 0
            store.give_back(held)
            store.close()
    assert tries_in(folder) == []


def no_links(*_: object, **__: object) -> None:
    """Say that the file system has no hard links, as FAT and some network file systems do."""
    raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))
