"""The refresh token's file, and the new token that takes the old one's place in it.

Some endpoints give a new refresh token with each access token, and take the old one no
more: a new one that is lost is a person who has to sign in again. So the new file is made
before anything is asked for, and what cannot be written is found out in time.
"""

from __future__ import annotations

import os
import stat

from ..accounts import Misconfigured
from ..state import store

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..secret import Secret

WHERE = "--oauth refresh-token-file"
# What is written at first, so that a full disk is found out in time.
ROOM = 8192


def lock(path: str, until: float) -> int:
    """Lock the file, so that no other check refreshes at the same time.

    The file itself and not one beside it, which root, trying by hand, would leave behind as
    his own. Returns the descriptor that holds the lock while it is open; raises store.Locked
    when it is not to be had by ``until`` (monotonic), and Misconfigured.
    """
    while True:
        try:
            descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        except OSError as error:
            raise _unwritable(error.strerror or "") from None
        try:
            store.hold(descriptor, WHERE, until)
            if os.path.samestat(os.fstat(descriptor), os.stat(path)):
                return descriptor
        except store.Locked:
            os.close(descriptor)
            raise
        except (store.Unusable, OSError) as error:
            os.close(descriptor)
            raise _unwritable(str(error)) from None
        os.close(descriptor)  # it was replaced while we waited


class Successor:
    """An empty file beside the old one, with its owner and mode, to be put in its place.

    Only who holds the lock may make one, and the lock goes over to it: else another check
    could come in between the file's replacement and the end of this one.
    """

    def __init__(self, path: str, held: int) -> None:
        """Make the file; raises Misconfigured where it could not take the old one's place.

        ``held`` is the descriptor that holds the old one's lock.
        """
        self._held = held
        self._path = os.path.realpath(path)  # a link stays what it is
        self._new = f"{self._path}.new"
        try:
            status = os.stat(self._path)
            if not stat.S_ISREG(status.st_mode):
                raise _unwritable("it is not a file")
            self._descriptor: int | None = _create(self._new)
            try:
                os.fchown(self._descriptor, status.st_uid, status.st_gid)
                os.fchmod(self._descriptor, stat.S_IMODE(status.st_mode))
                os.write(self._descriptor, b"\n" * ROOM)
                store.hold(self._descriptor, WHERE, 0.0)
            except OSError:
                self.discard()
                raise
        except OSError as error:
            raise _unwritable(error.strerror or "") from None

    def write(self, token: Secret) -> None:
        """Write the token, and put the file in the old one's place; raises Misconfigured."""
        assert self._descriptor is not None
        try:
            os.ftruncate(self._descriptor, os.pwrite(self._descriptor, token.reveal() + b"\n", 0))
            os.fsync(self._descriptor)
            os.replace(self._new, self._path)
        except OSError as error:
            raise _unwritable(error.strerror or "") from None
        os.dup2(self._descriptor, self._held, inheritable=False)
        os.close(self._descriptor)
        self._descriptor = None

    def discard(self) -> None:
        """Take the file away again if it was not needed."""
        if self._descriptor is None:
            return
        os.close(self._descriptor)
        self._descriptor = None
        try:
            os.unlink(self._new)
        except OSError:
            pass


def _create(path: str) -> int:
    """Make a new file, its owner's only, in the place of what a killed run left behind."""
    try:
        os.unlink(path)
    except FileNotFoundError:
        pass
    # Not one that somebody else made: he could read what is written to it.
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)


def _unwritable(why: str) -> Misconfigured:
    """The error for a file into which no new token can be put."""
    return Misconfigured(
        f"{WHERE}: {why.lower()}; a new refresh token could not be written back, so give us "
        "the file, and a directory that we may write to"
    )
