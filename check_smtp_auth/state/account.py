"""The memory of one account, in a file of its own that is written over in place."""

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
READ_AND_WRITE = os.O_RDWR | os.O_CREAT
READINGS = 3  # of a file that another check is writing in this moment
PAUSE = 0.002  # seconds


class AccountFile:
    """The file of one account. Every method may block, and raises Unusable.

    ``set_aside`` is where a file was put that could not be read back.
    """

    def __init__(self, folder: Folder, key: str, fresh: Callable[[], Memory], lost: Memory) -> None:
        """``folder`` is the server's. ``fresh`` gives what is known where there is no file yet,
        ``lost`` is what is believed where one cannot be read back.
        """
        self._folder = folder
        self._name = f"{FOLDER}/{key}"
        self._fresh = fresh
        self._lost = lost
        self._known: tuple[bytes, Memory] = (b"", lost)
        self.set_aside = ""

    def read(self) -> Memory:
        """Return what is remembered, without a lock."""
        try:
            descriptor = self._folder.open(self._name, os.O_RDONLY)
        except FileNotFoundError:
            return self._lost if self.set_aside else self._fresh()
        try:
            for _ in range(READINGS):
                memory = self._load(descriptor)
                if memory is not None:
                    return memory
                time.sleep(PAUSE)
        finally:
            os.close(descriptor)
        return self._put_aside()

    def update(self, change: Callable[[Memory], Memory], until: float) -> Memory:
        """Write over what is remembered with what ``change`` makes of it; return that.

        Raises Locked where another check has the file until then (monotonic).
        """
        while True:
            descriptor = self._open()
            try:
                lock(descriptor, until)
                if not self._is_there(descriptor):
                    continue
                before = self._load(descriptor)
                if before is None:
                    self._put_aside()
                    continue
                after = change(before)
                if after != before:
                    self._write(descriptor, after)
                return after
            finally:
                os.close(descriptor)

    def _open(self) -> int:
        """Open the file, which is made if it is not there, and its folder too."""
        try:
            return self._folder.open(self._name, READ_AND_WRITE)
        except FileNotFoundError:
            open_folder(FOLDER, self._folder).close()
        try:
            return self._folder.open(self._name, READ_AND_WRITE)
        except FileNotFoundError:
            raise Unusable(f"{self._folder.path} was taken away") from None

    def _load(self, descriptor: int) -> Memory | None:
        """Read the memory, None where it makes no sense; an empty file was just made."""
        try:
            octets = read(descriptor, LARGEST)
        except OSError as error:
            raise unusable(self._folder.shown(self._name), error) from None
        if not octets:
            return self._lost if self.set_aside else self._fresh()
        if octets != self._known[0]:
            try:
                self._known = octets, load(octets)
            except ValueError:
                return None
        return self._known[1]

    def _is_there(self, descriptor: int) -> bool:
        """Tell whether the file was not put aside by another check before we had its lock."""
        status = self._folder.status(self._name)
        return status is not None and os.path.samestat(status, os.fstat(descriptor))

    def _write(self, descriptor: int, memory: Memory) -> None:
        """Write the memory over what is there; a file that takes nothing is taken away."""
        octets = dump(memory)
        try:
            write(descriptor, octets)
        except OSError as error:
            if os.fstat(descriptor).st_size == 0:
                self._folder.unlink(self._name)
            raise unusable(self._folder.shown(self._name), error) from None
        self._known = octets, memory

    def _put_aside(self) -> Memory:
        """Keep a file that cannot be read back under another name; return what is believed."""
        names = (f"{self._name}.unreadable-{number}" for number in range(1, 100))
        name = next((each for each in names if self._folder.status(each) is None), "")
        if not name or not self._folder.rename(self._name, name):
            if self._folder.status(self._name) is not None:  # else another check was quicker
                where = self._folder.shown(self._name)
                raise Unusable(f"{where} cannot be read back: move it away")
        else:
            self.set_aside = self._folder.shown(name)
        return self._lost
