"""Folders and files that belong to us alone: opened once, checked once open, locked.

Symbolic links are not followed, and what somebody else owns or can write to is not used.
Whatever is wrong raises ``Unusable``, whose text names the place and the remedy.
"""

from __future__ import annotations

import errno
import fcntl
import os
import stat
import time

from ..net.local import whoami
from ..parents import owner

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

LOCK_PAUSE = 0.005  # seconds between two tries for a lock
PIECE = 8_192  # octets read at once, at first
FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
# Non-blocking: somebody may have put a pipe there.
FILE = os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
SOUND = 0o170022  # the bits of a mode for the type, and for writing by others
ELSEWHERE = "set --state-dir to another directory"
_HELP = {
    **dict.fromkeys((errno.ENOSPC, errno.EDQUOT), f"free space or inodes there, or {ELSEWHERE}"),
    errno.EFBIG: "raise this process's limit on the size of files (ulimit -f)",
    errno.EMFILE: "raise this process's limit on open files (ulimit -n)",
}
_OF_THE_DISK = (errno.ENOSPC, errno.EDQUOT, errno.EROFS)  # whatever the file


class Unusable(Exception):
    """A place of ours cannot be used: the text says why, and what to do."""


class Locked(Unusable):
    """Another check holds the lock."""


class Folder:
    """A folder that was opened once and is used through its descriptor, so that nobody can put
    another in its place; ``path`` is for people.
    """

    __slots__ = ("_listed", "_names", "descriptor", "path", "tries")

    def __init__(self, path: str, descriptor: int) -> None:
        """Take over the descriptor, which is closed when nobody uses the folder any more."""
        self.path, self.descriptor = path, descriptor
        self._names: set[str] = set()
        self._listed = 0.0
        self.tries: dict[str, float] = {}  # this process's, under way: see ``Ledger``

    def __del__(self, close: Callable[[int], None] = os.close) -> None:
        """Close the descriptor."""
        close(self.descriptor)

    def names(self, within: float = 0.0) -> tuple[str, ...]:
        """Return the names in it; changes by other processes may be missing if they are less than
        ``within`` seconds old. Raises Unusable.
        """
        now = time.monotonic()
        if not self._listed or now >= self._listed + within:
            try:
                self._names = set(os.listdir(self.descriptor))
            except OSError as error:
                raise unusable(self.path, error) from None
            self._listed = now
        return tuple(self._names)

    def shown(self, name: str) -> str:
        """Return the path of a file in it, for people."""
        return f"{self.path}/{name}"

    def open(self, name: str, flags: int) -> int:
        """Return a descriptor of a file that belongs to us alone; raises Unusable, also if the
        folder was removed, and FileNotFoundError if there is no such file.
        """
        try:
            if flags & (os.O_CREAT | os.O_EXCL) == os.O_CREAT:
                # Usually it is there, and O_CREAT takes long even then.
                try:
                    return self.open(name, flags & ~os.O_CREAT)
                except FileNotFoundError:
                    pass
            descriptor = os.open(name, flags | FILE, 0o600, dir_fd=self.descriptor)
        except FileNotFoundError:
            if flags & os.O_CREAT and "/" not in name:
                raise Unusable(f"{self.path} was removed") from None
            raise
        except OSError as error:
            raise unusable(self.shown(name), error) from None
        if flags & os.O_EXCL:
            self._names.add(name)
        made = bool(flags & os.O_CREAT)
        status = os.fstat(descriptor)
        if status.st_mode & SOUND == stat.S_IFREG and status.st_uid == os.geteuid() and not made:
            return descriptor  # as nearly always: ``_judged`` would find nothing wrong
        return _judged(descriptor, self.shown(name), stat.S_ISREG, made)

    def unlink(self, name: str) -> bool:
        """Remove a file; tell whether that was possible."""
        try:
            os.unlink(name, dir_fd=self.descriptor)
        except OSError:
            return False
        self._names.discard(name)
        return True

    def rename(self, old: str, new: str) -> bool:
        """Give a file another name; tell whether that was possible."""
        try:
            os.rename(old, new, src_dir_fd=self.descriptor, dst_dir_fd=self.descriptor)
        except OSError:
            return False
        self._names.discard(old)
        self._names.add(new)
        return True

    def link(self, folder: Folder, old: str, new: str) -> bool:
        """Give a file of a folder one more name here; tell whether that was possible."""
        try:
            ends = {"src_dir_fd": folder.descriptor, "dst_dir_fd": self.descriptor}
            os.link(old, new, follow_symlinks=False, **ends)
        except (OSError, NotImplementedError):
            return False
        self._names.add(new)
        return True

    def status(self, name: str) -> os.stat_result | None:
        """Return the status of a file, None if there is none."""
        try:
            return os.stat(name, dir_fd=self.descriptor, follow_symlinks=False)
        except OSError:
            return None


def open_folder(path: str, above: Folder | None = None, create: bool = True) -> Folder:
    """Return a folder that belongs to us alone; raises Unusable, and FileNotFoundError if there is
    none and it is not to be created. A relative path starts from the folder ``above``.
    """
    shown = above.shown(path) if above else path
    within = above.descriptor if above else None
    try:
        try:
            descriptor = os.open(path, FOLDER, dir_fd=within)
        except FileNotFoundError:
            if not create:
                raise
            descriptor = _created(path, within)
    except FileNotFoundError:
        if create:
            raise Unusable(f"{shown} cannot be created there: {ELSEWHERE}") from None
        raise
    except NotADirectoryError:
        raise Unusable(f"{shown} {_no_directory(path, within)}") from None
    except OSError as error:
        raise unusable(shown, error) from None
    return Folder(shown, _judged(descriptor, shown, stat.S_ISDIR))


def _no_directory(path: str, within: int | None) -> str:
    """Say what is there instead of a directory, or above it, and the remedy."""
    try:
        status = os.lstat(path, dir_fd=within)
    except OSError:
        return f"lies below something that is not a directory: {ELSEWHERE}"
    if stat.S_ISLNK(status.st_mode):
        return "is a symbolic link, which is not followed: set --state-dir to the directory itself"
    return "is not a directory: " + ("move it away" if stat.S_ISREG(status.st_mode) else ELSEWHERE)


def _created(path: str, within: int | None) -> int:
    """Create a folder and those above it, each for its owner only, whatever the umask."""
    try:
        os.mkdir(path, 0o700, dir_fd=within)
    except FileNotFoundError:
        above = os.path.dirname(path)
        if above in ("", path):
            raise
        os.close(_created(above, within))
        os.mkdir(path, 0o700, dir_fd=within)
    except FileExistsError:  # another check was quicker; or nothing can be made here, as in /proc
        return os.open(path, FOLDER, dir_fd=within)
    descriptor = os.open(path, FOLDER, dir_fd=within)
    if os.fstat(descriptor).st_mode & 0o700 != 0o700:  # an odd umask
        os.fchmod(descriptor, 0o700)
    return descriptor


def _judged(descriptor: int, path: str, is_kind: Callable[[int], bool], made: bool = False) -> int:
    """Return the descriptor if it belongs to us alone; else close it and raise Unusable. A file
    that may have been ``made`` under an odd umask gets its owner's rights; others keep theirs.
    """
    status = os.fstat(descriptor)
    problem = fault(status, path, is_kind)
    if problem:
        os.close(descriptor)
        raise Unusable(problem)
    if made and status.st_mode & 0o600 != 0o600:
        os.fchmod(descriptor, 0o600)
    return descriptor


def fault(status: os.stat_result, path: str, is_kind: Callable[[int], bool]) -> str:
    """Say why what is at a path must not be used; "" if it belongs to us alone."""
    if not is_kind(status.st_mode):
        return f"{path} is not a file: move it away"
    if status.st_uid != os.geteuid():
        return f"{path} belongs to {owner(status)}: {_helps_owner(path, status)}"
    if status.st_mode & 0o022:
        return f"{path} can be written to by others: run chmod go-w {path}"
    return ""


def _helps_owner(path: str, status: os.stat_result) -> str:
    """Return the remedy for another user's file, which root should not take over from that user."""
    if os.geteuid() == 0:
        return f"run this check as {owner(status)}, or with another --state-dir"
    return f"run chown -R {whoami().rpartition(' ')[2]} {path} as root"


def unusable(path: str, error: OSError) -> Unusable:
    """Return the error with the reason of the system, and the remedy."""
    why, number = (error.strerror or str(error)).lower(), error.errno or 0
    path = os.path.dirname(path) if number in _OF_THE_DISK else path
    if number in (errno.EACCES, errno.EPERM):
        helps = _who_may(path)
    elif number == errno.ELOOP:
        return Unusable(f"{path} is a symbolic link: replace it with a directory")
    else:
        helps = _HELP.get(number, ELSEWHERE)
    return Unusable(f"{path}: {why}: {helps}")


def _who_may(path: str) -> str:
    """Say who may write there: the owner of the path, or of the first folder above that exists."""
    above = os.path.dirname(os.path.abspath(path))
    while above != "/" and not os.path.exists(above):
        above = os.path.dirname(above)
    for place in (path, above):
        try:
            status = os.stat(place)
        except OSError:
            continue
        if status.st_uid != os.geteuid():
            return f"{place} belongs to {owner(status)}, and this check runs as {whoami()}"
    return f"{whoami()} may not write there"


def lock(descriptor: int, until: float) -> None:
    """Take the lock of an open file; raises Locked if another has it until then (monotonic), and
    Unusable if there are no locks.
    """
    while not try_lock(descriptor):
        if time.monotonic() >= until:
            raise Locked("other checks hold the lock of the state file")
        time.sleep(LOCK_PAUSE)


def try_lock(descriptor: int) -> bool:
    """Take the lock of an open file if it is free, and tell; raises Unusable without locks."""
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError as error:
        why = str(error.strerror).lower()
        raise Unusable(f"the state directory does not support locks: {why}") from None
    return True


def read(descriptor: int, most: int) -> bytes:
    """Return what an open file holds from its start, ``most`` octets at most."""
    octets = more = os.pread(descriptor, PIECE, 0)
    wanted = PIECE
    while len(more) == wanted and len(octets) < most:  # fewer come only at the end
        wanted = len(octets)
        more = os.pread(descriptor, wanted, len(octets))
        octets += more
    return octets[:most]


def write(descriptor: int, octets: bytes) -> None:
    """Overwrite an open file from its start; raises OSError, also if not all was written."""
    done = 0
    while done < len(octets):
        written = os.pwrite(descriptor, octets[done:], done)
        if not written:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        done += written
