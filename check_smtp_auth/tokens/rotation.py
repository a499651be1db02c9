"""The refresh token's file, and how a new token replaces the old one in it.

Some endpoints issue a new refresh token with each access token and reject the old one from then
on: if the new one is lost, somebody has to sign in again. So the new file is created before the
endpoint is asked, and a file that cannot be written is noticed in time. Once the answer has come,
only the disk can prevent the write; what a run that is ended leaves unfinished, the next finishes.
"""

from __future__ import annotations

import os
import stat
from binascii import crc32

from ..accounts import Misconfigured
from ..faults import of_file
from ..parents import owner
from ..private_file import mark, read_all
from ..state.files import Unusable, write
from . import files
from .files import Folder, Lock, Locked, hold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..secret import Secret

WHERE = "--oauth refresh-token-file"
# The octets written first, so that a full disk is noticed in time: room for the longest token and
# its seal.
ROOM = 32_768
SUFFIX = ".new"
NOT_ASKED = (
    "a new refresh token could not be saved there, so the endpoint was not asked: this user must "
    "own the file and be able to write to its directory"
)
NOT_BEGUN = "fix that first: the token has to be saved there after the sign-in"
NOT_KEPT = "the token could not be saved there, so someone has to sign in again"
NOT_PUT = (
    "a new refresh token was issued but could not be saved there. If a copy was written, the next "
    "check uses it; otherwise someone has to sign in again"
)


def lock(path: str) -> Lock:
    """Lock the file, so that no other check refreshes at the same time.

    The file itself is locked and not one beside it, which root, running a check by hand, would
    leave behind as its owner. Raises Locked and Misconfigured.
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
    """Move a new token into place that an earlier run had no time to: one that was written
    completely is probably the only one that is still valid. Raises Locked if it is still being
    written, OSError and Unusable.
    """
    with Folder(path) as folder:
        new = folder.name + SUFFIX
        try:
            descriptor = folder.open(new, os.O_RDONLY)
        except OSError:  # usually there is none
            return
        try:
            hold(descriptor)
            old, status = folder.stat(folder.name), os.fstat(descriptor)
            token, _, rest = read_all(descriptor).partition(b"\n")
            seal = rest.partition(b"\n")[0]
            ours = stat.S_ISREG(status.st_mode) and status.st_uid == old.st_uid
            if ours and not status.st_mode & 0o022 and token and seal == _seal(token, old):
                folder.rename(new, folder.name)
        finally:
            os.close(descriptor)


def _seal(token: bytes, old: os.stat_result) -> bytes:
    """Return what follows a token that was written completely, to replace this very file."""
    return b"%08x" % crc32(token + mark(old).encode("ascii"))


def _require_replaceable(folder: Folder, status: os.stat_result) -> None:
    """Raise Unusable if the file cannot be replaced, before it is too late."""
    if not stat.S_ISREG(status.st_mode):
        raise Unusable("it is not a file")
    try:
        with open("/proc/self/mountinfo", "rb") as file:
            places = [line.split()[4] for line in file]
    except OSError:  # another system
        return
    if os.fsencode(folder.path).replace(b"\\", b"\\134").replace(b" ", b"\\040") in places:
        raise Unusable("it is mounted as a single file: mount its directory instead")


class Successor:
    """An empty file beside the old one, with its owner and mode, that will replace it.

    Only the holder of the lock may make one, and the lock moves to it: otherwise another check
    could come in between the file's replacement and the end of this one.
    """

    def __init__(self, path: str, held: Lock) -> None:
        """Make the file; raises Misconfigured if it could not replace the old one.

        ``held`` is the old one's lock.
        """
        self._held = held
        self._folder = Folder(os.path.realpath(path))  # a link stays what it is
        self._new = self._folder.name + SUFFIX
        self._descriptor = -1
        try:
            self._make()
        except (OSError, Unusable, Locked) as error:
            self.discard()
            self._folder.__exit__()
            raise _unwritable(error) from None

    def _make(self) -> None:
        """Make the file, and remove what a killed run left behind."""
        folder = self._folder.__enter__()
        self._old = folder.stat(folder.name)
        _require_replaceable(folder, self._old)
        folder.remove(self._new)
        # Never one that another user made, who could read what is written to it.
        self._descriptor = folder.create(self._new)
        hold(self._descriptor)
        os.fchown(self._descriptor, self._old.st_uid, self._old.st_gid)
        os.fchmod(self._descriptor, stat.S_IMODE(self._old.st_mode))
        write(self._descriptor, b"\n" * ROOM)

    def write(self, token: Secret) -> str:
        """Write the token, and replace the old file; return the new file's mark.

        Raises Misconfigured. From now on nothing removes the file: the token that the disk is
        slow to write may be the only valid one. It is sealed until it has replaced the old one, so
        that a run that finds it beside the old one knows what it is.
        """
        descriptor, self._descriptor = self._descriptor, -1
        octets = token.reveal() + b"\n"
        try:
            write(descriptor, octets + _seal(token.reveal(), self._old) + b"\n")
            os.fsync(descriptor)
            self._folder.rename(self._new, self._folder.name)
            os.ftruncate(descriptor, len(octets))
            self._folder.flush()
            written = mark(os.fstat(descriptor))
        except OSError as error:
            os.close(descriptor)
            raise _unwritable(error, NOT_PUT) from None
        finally:
            self._folder.__exit__()
        self._held.move(descriptor)
        return written

    def discard(self) -> None:
        """Remove the file if it was not needed."""
        if self._descriptor < 0:
            return
        os.close(self._descriptor)
        self._descriptor = -1
        try:
            self._folder.remove(self._new)
        except OSError:
            pass
        self._folder.__exit__()


def require_place(path: str) -> None:
    """Raise Misconfigured unless a first token can be written there, or replace what is there."""
    path = os.path.realpath(path)
    try:
        with Folder(path) as folder:
            try:
                status = folder.stat(folder.name)
            except FileNotFoundError:
                pass
            else:
                _require_replaceable(folder, status)
                if status.st_uid not in (0, os.geteuid()):
                    raise Unusable(f"it belongs to {owner(status)}: run this as that user")
        files.replace(path, b"\n" * ROOM, kept=False)
    except (OSError, Unusable) as error:
        raise _unwritable(error, NOT_BEGUN) from None


def put(path: str, token: Secret) -> None:
    """Write a first token to a file with mode 600, whatever was there; raises Misconfigured."""
    try:
        files.replace(os.path.realpath(path), token.reveal() + b"\n", lasting=True)
    except (OSError, Unusable) as error:
        raise _unwritable(error, NOT_KEPT) from None


def _unwritable(error: Exception, but: str = NOT_ASKED) -> Misconfigured:
    """Return the error for a file into which no new token can be written."""
    why = of_file(error) if isinstance(error, OSError) else str(error)
    return Misconfigured(f"{WHERE}: {why}; {but}")
