"""Files that hold a token: read, locked, and replaced as a whole or not at all.

Any of it may hang with the file system, so call it in the background. Errors raise ``Unusable``.
"""

from __future__ import annotations

import os
import stat
from binascii import hexlify

from ..faults import of_file
from ..parents import owner, unsafe_parent
from ..private_file import read_all
from ..state.files import Unusable, try_lock, write

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

# Enough for working in a folder; needs no permission to list it.
FOLDER = getattr(os, "O_PATH", os.O_RDONLY) | os.O_DIRECTORY | os.O_CLOEXEC


class Locked(Exception):
    """Another check holds the lock."""


class Lock:
    """A lock, which is held while its descriptor is open."""

    def __init__(self, descriptor: int) -> None:
        """Take over the descriptor of a file that is locked."""
        self._descriptor = descriptor

    def move(self, descriptor: int) -> None:
        """Hold another file's lock from now on; let go of both if it was let go already."""
        old, self._descriptor = self._descriptor, descriptor
        if old < 0:
            self.release()
        else:
            os.close(old)

    def release(self) -> None:
        """Release the lock."""
        descriptor, self._descriptor = self._descriptor, -1
        if descriptor >= 0:
            os.close(descriptor)


class Folder:
    """The folder of a file, opened once: replacing it, or one above it, has no effect on what is
    done in it. A folder that other users could have replaced before is refused.
    """

    def __init__(self, path: str) -> None:
        """Take the path of the file; nothing is opened before ``with``."""
        self.path = path
        self.name = os.path.basename(path)
        self._descriptor = -1

    def __enter__(self) -> Folder:
        """Open it; raises Unusable."""
        try:
            self._descriptor = os.open(os.path.dirname(self.path) or ".", FOLDER)
            unsafe = unsafe_parent(self.path)
        except OSError as error:
            self.__exit__()
            raise Unusable(f"{self.path}: {of_file(error)}") from None
        if unsafe:
            self.__exit__()
            raise Unusable(f"{self.path}: {unsafe}")
        return self

    def __exit__(self, *_: Any) -> None:
        """Close it."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
        self._descriptor = -1

    def open(self, name: str, flags: int) -> int:
        """Open a file in it, with mode 600 if it is new; links are not followed."""
        flags |= os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
        return os.open(name, flags, 0o600, dir_fd=self._descriptor)

    def create(self, name: str) -> int:
        """Create a file with mode 600, whatever the umask; fails if it exists."""
        descriptor = self.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL)
        os.fchmod(descriptor, 0o600)
        return descriptor

    def stat(self, name: str) -> os.stat_result:
        """Return the status of a file in it."""
        return os.stat(name, dir_fd=self._descriptor)

    def rename(self, old: str, new: str) -> None:
        """Rename a file, replacing another."""
        os.replace(old, new, src_dir_fd=self._descriptor, dst_dir_fd=self._descriptor)

    def flush(self) -> None:
        """Write its entries to the disk, as far as we may ask for that."""
        try:
            descriptor = self.open(".", os.O_RDONLY)
        except OSError:
            return
        try:
            os.fsync(descriptor)
        except OSError:
            pass
        finally:
            os.close(descriptor)

    def remove(self, name: str) -> None:
        """Remove a file, if it is there."""
        try:
            os.unlink(name, dir_fd=self._descriptor)
        except FileNotFoundError:
            pass


def read(path: str) -> bytes | None:
    """Return the contents of a private file of ours, None if there is none; raises Unusable."""
    with Folder(path) as folder:
        try:
            descriptor = folder.open(folder.name, os.O_RDONLY)
        except FileNotFoundError:
            return None
        except OSError as error:
            raise Unusable(f"{path}: {of_file(error)}") from None
    try:
        _require_ours(descriptor, path)
        return read_all(descriptor)
    except OSError as error:
        raise Unusable(f"{path}: {of_file(error)}") from None
    finally:
        os.close(descriptor)


def replace(path: str, octets: bytes, lasting: bool = False, kept: bool = True) -> None:
    """Write a new file, under a name that nobody can guess, and rename it to ``path``; raises
    Unusable. A ``lasting`` one is flushed to the disk before. With ``kept`` false, the new file is
    removed again and the old one stays: a test whether it could be written.
    """
    with Folder(path) as folder:
        new = f"{folder.name}.{hexlify(os.urandom(8)).decode('ascii')}.new"
        try:
            descriptor = folder.create(new)
            try:
                write(descriptor, octets)
                if lasting:
                    os.fsync(descriptor)
                if kept:
                    folder.rename(new, folder.name)
                else:
                    folder.remove(new)
                if lasting:
                    folder.flush()
            except OSError:
                folder.remove(new)
                raise
            finally:
                os.close(descriptor)
        except OSError as error:
            raise Unusable(f"{path} cannot be written: {of_file(error)}") from None


def remove(path: str) -> None:
    """Remove a file, if it is there; raises Unusable."""
    with Folder(path) as folder:
        try:
            folder.remove(folder.name)
        except OSError as error:
            raise Unusable(f"{path}: {of_file(error)}") from None


def lock(path: str) -> Lock:
    """Lock a file, by means of another file beside it; raises Locked and Unusable."""
    path = f"{path}.lock"
    with Folder(path) as folder:
        try:
            descriptor = folder.open(folder.name, os.O_RDWR | os.O_CREAT)
        except OSError as error:
            raise Unusable(f"{path}: {of_file(error)}") from None
    try:
        _require_ours(descriptor, path)
        hold(descriptor)
    except (Locked, Unusable):
        os.close(descriptor)
        raise
    return Lock(descriptor)


def hold(descriptor: int) -> None:
    """Lock an open file; raises Locked if another check holds the lock, and Unusable."""
    if not try_lock(descriptor):
        raise Locked


def _require_ours(descriptor: int, path: str) -> None:
    """Raise Unusable unless it is a regular file of ours that no other user can open."""
    status = os.fstat(descriptor)
    if not stat.S_ISREG(status.st_mode):
        raise Unusable(f"{path} is not a file")
    if status.st_uid != os.geteuid():
        raise Unusable(f"{path} belongs to {owner(status)}")
    if status.st_mode & 0o077:
        raise Unusable(f"{path} can be read by others: run chmod 600 on it")
