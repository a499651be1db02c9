"""The refresh token's file, and the new token that takes the old one's place in it.

Some endpoints give a new refresh token with each access token, and take the old one no
more: a new one that is lost is a person who has to sign in again. So the new file is made
before anything is asked for, and what cannot be written is found out in time.
"""

from __future__ import annotations

import os
import stat

from ..accounts import Misconfigured
from ..private_file import mark, read_all
from ..state.files import Unusable, write
from .files import Folder, Lock, hold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..secret import Secret

WHERE = "--oauth refresh-token-file"
# What is written at first, so that a full disk is found out in time.
ROOM = 8192


def lock(path: str) -> Lock:
    """Lock the file, so that no other check refreshes at the same time.

    The file itself and not one beside it, which root, trying by hand, would leave behind as
    his own. Raises Locked and Misconfigured.
    """
    while True:
        try:
            descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        except OSError as error:
            raise _unwritable(error) from None
        kept = False
        try:
            hold(descriptor)
            _adopt(os.path.realpath(path))
            kept = os.path.samestat(os.fstat(descriptor), os.stat(path))
            if kept:
                return Lock(descriptor)
        except (OSError, Unusable) as error:
            raise _unwritable(error) from None
        finally:
            if not kept:  # it was replaced while another held the lock
                os.close(descriptor)


def _adopt(path: str) -> None:
    """Put into the file's place what a run that was killed had no time to: a new token that was
    written whole is likely the only one that is still good. Raises OSError and Unusable.
    """
    with Folder(path) as folder:
        try:
            descriptor = folder.open(f"{folder.name}.new", os.O_RDWR)
        except OSError:  # as a rule there is none
            return
        try:
            old, new = folder.stat(folder.name), os.fstat(descriptor)
            line = read_all(descriptor).partition(b"\n")[0]
            ours = stat.S_ISREG(new.st_mode) and new.st_uid == old.st_uid
            if line and ours and not new.st_mode & 0o022 and new.st_mtime_ns >= old.st_mtime_ns:
                os.ftruncate(descriptor, len(line) + 1)
                folder.rename(f"{folder.name}.new", folder.name)
        finally:
            os.close(descriptor)


class Successor:
    """An empty file beside the old one, with its owner and mode, to be put in its place.

    Only who holds the lock may make one, and the lock goes over to it: else another check
    could come in between the file's replacement and the end of this one.
    """

    def __init__(self, path: str, held: Lock) -> None:
        """Make the file; raises Misconfigured where it could not take the old one's place.

        ``held`` is the old one's lock.
        """
        self._held = held
        self._folder = Folder(os.path.realpath(path))  # a link stays what it is
        self._new = f"{self._folder.name}.new"
        self._descriptor = -1
        try:
            self._make()
        except (OSError, Unusable) as error:
            self.discard()
            self._folder.__exit__()
            raise _unwritable(error) from None

    def _make(self) -> None:
        """Make the file, in the place of what a killed run left behind."""
        folder = self._folder.__enter__()
        status = folder.stat(folder.name)
        if not stat.S_ISREG(status.st_mode):
            raise Unusable("it is not a file")
        folder.remove(self._new)
        # Not one that somebody else made: he could read what is written to it.
        self._descriptor = folder.create(self._new)
        os.fchown(self._descriptor, status.st_uid, status.st_gid)
        os.fchmod(self._descriptor, stat.S_IMODE(status.st_mode))
        write(self._descriptor, b"\n" * ROOM)
        hold(self._descriptor)

    def write(self, token: Secret) -> str:
        """Write the token, and put the file in the old one's place; return the file's mark.

        Raises Misconfigured. From now on nothing takes the file away again: what the disk is
        slow to write may be the only token that is still good.
        """
        descriptor, self._descriptor = self._descriptor, -1
        octets = token.reveal() + b"\n"
        try:
            write(descriptor, octets)
            os.ftruncate(descriptor, len(octets))
            os.fsync(descriptor)
            self._folder.rename(self._new, self._folder.name)
            written = mark(os.fstat(descriptor))
        except OSError as error:
            os.close(descriptor)
            raise _unwritable(error) from None
        finally:
            self._folder.__exit__()
        self._held.move(descriptor)
        return written

    def discard(self) -> None:
        """Take the file away again if it was not needed."""
        if self._descriptor < 0:
            return
        os.close(self._descriptor)
        self._descriptor = -1
        try:
            self._folder.remove(self._new)
        except OSError:
            pass
        self._folder.__exit__()


def _unwritable(error: OSError | Unusable) -> Misconfigured:
    """The error for a file into which no new token can be put."""
    why = (error.strerror or "").lower() if isinstance(error, OSError) else str(error)
    return Misconfigured(
        f"{WHERE}: {why}; a new refresh token could not be written back, so give us "
        "the file, and a directory that we may write to"
    )
