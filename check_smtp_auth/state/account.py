"""The memory of one account, in a file of its own that is overwritten in place."""

from __future__ import annotations

import os
import time

from .files import Unusable, lock, open_folder, read, unusable, write
from .memory import LARGEST, Memory, dump, load

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from .files import Folder

FOLDER = "accounts"
READINGS = 3  # of a file that another check is writing at the moment
PAUSE = 0.002  # seconds


class AccountFile:
    """The file of one account. Every method may block, and raises Unusable.

    ``set_aside`` is the new path of a file that could not be read back, "" if there is none.
    """

    def __init__(
        self,
        folder: Folder,
        key: str,
        fresh: Callable[[], Memory],
        lost: Callable[[], Memory],
    ) -> None:
        """``folder`` is the server's. ``fresh`` gives the memory if there is no file yet, ``lost``
        the one to assume if it cannot be read back.
        """
        self._folder = folder
        self._name = f"{FOLDER}/{key}"
        self._fresh = fresh
        self._lost = lost
        self._known: tuple[bytes, Memory | None] = (b"", None)
        self._descriptor = -1
        self._readable = False  # it was opened for reading alone
        self.set_aside = ""

    def close(self) -> None:
        """Close the file."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1

    def read(self) -> Memory:
        """Return what is remembered, without a lock."""
        try:
            self._open()
        except FileNotFoundError:
            return self._lost() if self.set_aside else self._fresh()
        for _ in range(READINGS):
            memory = self._load()
            if memory is not None:
                return memory
            time.sleep(PAUSE)
        return self._put_aside()

    def update(self, change: Callable[[Memory], Memory], until: float) -> Memory:
        """Replace what is remembered with what ``change`` makes of it; return that.

        Raises Locked if another check has the file locked until then (monotonic).
        """
        while True:
            self._make()
            lock(self._descriptor, until)
            try:
                before = self._load() if self._is_there() else None
                if before is None:
                    self._put_aside()
                    continue
                after = change(before)
                if after != before:
                    self._write(after)
                return after
            finally:
                self.close()  # which releases the lock

    def _open(self) -> None:
        """Open the file, once for a whole run; raises FileNotFoundError if there is none."""
        if self._descriptor >= 0:
            return
        try:
            self._descriptor = self._folder.open(self._name, os.O_RDWR)
        except Unusable:  # what can only be read still counts
            self._descriptor = self._folder.open(self._name, os.O_RDONLY)
            self._readable = True

    def _make(self) -> None:
        """Open the file for writing; create it, and its folder, if needed."""
        if self._descriptor >= 0 and not self._readable:
            return
        self.close()
        self._readable = False
        for _ in range(2):
            try:
                self._descriptor = self._folder.open(self._name, os.O_RDWR | os.O_CREAT)
                return
            except FileNotFoundError:
                open_folder(FOLDER, self._folder)
        raise Unusable(f"{self._folder.path} was removed")

    def _load(self) -> Memory | None:
        """Read the memory; None if it makes no sense. An empty file has just been created."""
        try:
            octets = read(self._descriptor, LARGEST)
        except OSError as error:
            raise unusable(self._folder.shown(self._name), error) from None
        if not octets:
            return self._lost() if self.set_aside else self._fresh()
        if octets != self._known[0]:
            try:
                self._known = octets, load(octets)
            except ValueError:
                return None
        return self._known[1]

    def _is_there(self) -> bool:
        """Tell whether the file is still in its place: another check may have put it aside."""
        status = self._folder.status(self._name)
        return status is not None and os.path.samestat(status, os.fstat(self._descriptor))

    def _write(self, memory: Memory) -> None:
        """Overwrite the file with the memory; one that takes nothing is removed."""
        octets = dump(memory)
        try:
            write(self._descriptor, octets)
        except OSError as error:
            if os.fstat(self._descriptor).st_size == 0:
                self._folder.unlink(self._name)
            raise unusable(self._folder.shown(self._name), error) from None
        self._known = octets, memory

    def _put_aside(self) -> Memory:
        """Rename a file that cannot be read back; return the memory to assume."""
        names = (f"{self._name}.unreadable-{number}" for number in range(1, 100))
        name = next((each for each in names if self._folder.status(each) is None), "")
        if self._is_there():  # else another check was quicker
            if not name or not self._folder.rename(self._name, name):
                where = self._folder.shown(self._name)
                raise Unusable(f"{where} cannot be read: move it away")
            self.set_aside = self._folder.shown(name)
        self.close()
        return self._lost()
