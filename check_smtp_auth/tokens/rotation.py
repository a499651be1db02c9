"""The refresh token's file, and the new token that takes the old one's place in it.

Some endpoints give a new refresh token with each access token, and take the old one no
more: a new one that is lost is a person who has to sign in again. So the new file is made
before anything is asked for, and what cannot be written is found out in time. Once the answer is
there nothing but the disk stops the write; what the end of the run leaves unfinished, the next
run finishes.
"""

from __future__ import annotations

import os
import stat
from binascii import crc32

from ..accounts import Misconfigured
from ..parents import owner
from ..private_file import mark, read_all
from ..state.files import Unusable, write
from . import files
from .files import Folder, Lock, Locked, hold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..secret import Secret

WHERE = "--oauth refresh-token-file"
# What is written at first, so that a full disk is found out in time: the longest token, and its
# seal.
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
    """Put into the file's place what a run that was ended had no time to: a new token that was
    written whole is likely the only one that is still good. Raises Locked where it is still being
    written, OSError and Unusable.
    """
    with Folder(path) as folder:
        new = folder.name + SUFFIX
        try:
            descriptor = folder.open(new, os.O_RDONLY)
        except OSError:  # as a rule there is none
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
    """What stands behind a token that was written whole, to take the place of this very file."""
    return b"%08x" % crc32(token + mark(old).encode("ascii"))


def _require_replaceable(folder: Folder, status: os.stat_result) -> None:
    """Refuse what no file can be put in the place of, before it is too late; raises Unusable."""
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
        self._new = self._folder.name + SUFFIX
        self._descriptor = -1
        try:
            self._make()
        except (OSError, Unusable, Locked) as error:
            self.discard()
            self._folder.__exit__()
            raise _unwritable(error) from None

    def _make(self) -> None:
        """Make the file, in the place of what a killed run left behind."""
        folder = self._folder.__enter__()
        self._old = folder.stat(folder.name)
        _require_replaceable(folder, self._old)
        folder.remove(self._new)
        # Not one that somebody else made: he could read what is written to it.
        self._descriptor = folder.create(self._new)
        hold(self._descriptor)
        os.fchown(self._descriptor, self._old.st_uid, self._old.st_gid)
        os.fchmod(self._descriptor, stat.S_IMODE(self._old.st_mode))
        write(self._descriptor, b"\n" * ROOM)

    def write(self, token: Secret) -> str:
        """Write the token, and put the file in the old one's place; return the file's mark.

        Raises Misconfigured. From now on nothing takes the file away again: what the disk is
        slow to write may be the only token that is still good. It is sealed until it is in its
        place, so that a run that finds it beside the old one knows what it is.
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


def require_place(path: str) -> None:
    """See that a first token can be put there, whatever there is yet; raises Misconfigured."""
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
    """Put a first token there, in a file of its owner's only, in the place of whatever was there;
    raises Misconfigured.
    """
    try:
        files.replace(os.path.realpath(path), token.reveal() + b"\n", lasting=True)
    except (OSError, Unusable) as error:
        raise _unwritable(error, NOT_KEPT) from None


def _unwritable(error: Exception, but: str = NOT_ASKED) -> Misconfigured:
    """The error for a file into which no new token can be put."""
    why = (error.strerror or "").lower() if isinstance(error, OSError) else str(error)
    return Misconfigured(f"{WHERE}: {why}; {but}")
