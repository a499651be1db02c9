"""The state directory: found, kept private, locked, and written atomically.

The directory and its files are ours alone: symbolic links are not followed, and one that
somebody else owns or can write to is not used. Whatever is wrong raises ``Unusable``; a
check goes on without it and says so.
"""

from __future__ import annotations

import _thread
import os
import stat
import time

from .memory import ServerMemory, dump, load

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

PROGRAM = "check_smtp_auth"
LARGEST = 16 * 1024 * 1024
LOCK_PAUSE = 0.01  # seconds between two tries for a lock

_turn = _thread.allocate_lock()  # to update a file: one thread at a time


class Unusable(Exception):
    """The state directory or a file in it cannot be used: the text says why."""


def default_directory() -> str:
    """The state directory where none is named: the monitor's, systemd's, or the user's own."""
    monitor = os.environ.get("MP_STATE_PATH")
    if monitor:
        return os.path.join(monitor, PROGRAM)
    service = os.environ.get("STATE_DIRECTORY", "").split(":")[0]
    if service:
        return os.path.join(service, PROGRAM)
    user = os.environ.get("XDG_STATE_HOME")
    if user and os.path.isabs(user):
        return os.path.join(user, PROGRAM)
    home = os.path.expanduser("~")
    if os.path.isabs(home) and home != "/" and os.access(home, os.W_OK):
        return os.path.join(home, ".local", "state", PROGRAM)
    # Zabbix's user often has no home.
    return f"/var/tmp/{PROGRAM}-{os.geteuid()}"


class Locked(Unusable):
    """Another check holds the lock."""


class Store:
    """The memory of one server, in one file of the state directory."""

    def __init__(self, directory: str, host: str) -> None:
        """Name the file for the host; nothing is opened yet."""
        self.directory = directory.rstrip("/") or "/"
        self.path = os.path.join(self.directory, _file_name(host))
        self.set_aside: str | None = None
        # What the file was last seen to hold, so that it is understood once a run.
        self._known: tuple[bytes, ServerMemory] = (b"", ServerMemory())

    def read(self) -> ServerMemory:
        """Return what is remembered, without a lock: files are replaced whole.

        Raises Unusable. Of a file that cannot be read back nothing is remembered.
        """
        prepare(self.directory)
        return self._read() or ServerMemory()

    def _read(self) -> ServerMemory | None:
        """Return what is remembered, None where the file cannot be read back."""
        octets = read(self.path)
        if octets is None:
            return ServerMemory()
        if octets != self._known[0]:
            try:
                self._known = octets, load(octets.decode("utf-8"))
            except ValueError:
                return None
        return self._known[1]

    def update(self, change: Callable[[ServerMemory], ServerMemory], until: float) -> None:
        """Replace what is remembered by what ``change`` makes of it, under a lock.

        Raises Unusable, also when the lock is not to be had by ``until`` (monotonic).
        ``change`` must not wait for anything.
        """
        prepare(self.directory)
        if not _turn.acquire(timeout=max(0.0, until - time.monotonic())):
            raise Locked("another check of this process holds the lock of the state file")
        try:
            held = lock(self.path, until, _by_process)
            try:
                self._update(change)
            finally:
                os.close(held)  # and with it the lock goes
        finally:
            _turn.release()

    def _update(self, change: Callable[[ServerMemory], ServerMemory]) -> None:
        """Read, change and write; under the lock."""
        before = self._read()
        if before is None:
            self._set_aside()
            before = ServerMemory()
        after = change(before)
        if after != before:
            octets = dump(after).encode("utf-8")
            replace(self.path, octets)
            self._known = octets, after

    def _set_aside(self) -> None:
        """Keep a file that cannot be read back under another name, which ``set_aside`` tells."""
        for number in range(1, 100):
            name = f"{self.path}.unreadable-{number}"
            if not os.path.lexists(name):
                break
        try:
            os.rename(self.path, name)
        except OSError as error:
            raise Unusable(f"{self.path} cannot be set aside: {error.strerror}") from None
        self.set_aside = name


def prepare(directory: str) -> None:
    """See that the directory is there, and ours alone; raises Unusable."""
    try:
        try:
            status = os.lstat(directory)
        except FileNotFoundError:
            os.makedirs(directory, mode=0o700, exist_ok=True)
            status = os.lstat(directory)
    except OSError as error:
        raise Unusable(f"{directory}: {error.strerror}") from None
    if not stat.S_ISDIR(status.st_mode):
        raise Unusable(f"{directory} is not a directory")
    _require_ours(status, directory)


def _by_descriptor(descriptor: int) -> None:
    """Lock for whoever has the descriptor; raises BlockingIOError where another has it."""
    import fcntl

    fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _by_process(descriptor: int) -> None:
    """Lock for this process, within which ``_turn`` keeps order: it spares an import."""
    os.lockf(descriptor, os.F_TLOCK, 0)


def lock(path: str, until: float, take: Callable[[int], None] = _by_descriptor) -> int:
    """Take the lock of a file; return the descriptor that holds it while it is open.

    Raises Locked when it is not to be had by ``until`` (monotonic), else Unusable.
    """
    path = f"{path}.lock"
    flags = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC
    try:
        descriptor = os.open(path, flags, 0o600)
    except OSError as error:
        raise Unusable(f"{path}: {error.strerror}") from None
    try:
        _require_ours(os.fstat(descriptor), path)
        hold(descriptor, path, until, take)
    except Unusable:
        os.close(descriptor)
        raise
    return descriptor


def hold(
    descriptor: int, path: str, until: float, take: Callable[[int], None] = _by_descriptor
) -> None:
    """Lock an open file; raises Locked when it takes until then (monotonic), else Unusable."""
    while True:
        try:
            take(descriptor)
            return
        except BlockingIOError:
            if time.monotonic() >= until:
                raise Locked("other checks hold the lock of the state file") from None
            time.sleep(LOCK_PAUSE)
        except OSError as error:
            raise Unusable(f"{path} cannot be locked: {error.strerror}") from None


def read(path: str, private: bool = False) -> bytes | None:
    """Return what is in a file of ours, None where there is none; raises Unusable.

    ``private`` refuses one that others can read.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise Unusable(f"{path}: {error.strerror}") from None
    try:
        status = os.fstat(descriptor)
        _require_ours(status, path)
        if private and status.st_mode & 0o077:
            raise Unusable(f"{path} can be read by others: run chmod 600 on it")
        return _read(descriptor)
    except OSError as error:
        raise Unusable(f"{path}: {error.strerror}") from None
    finally:
        os.close(descriptor)


def replace(path: str, data: bytes) -> None:
    """Write a new file, then put it in the old one's place; raises Unusable."""
    temporary = f"{path}.new"
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW | os.O_CLOEXEC
    flags |= os.O_NONBLOCK  # should it be a pipe
    try:
        descriptor = os.open(temporary, flags, 0o600)
        try:
            _require_ours(os.fstat(descriptor), temporary)
            while data:
                data = data[os.write(descriptor, data) :]
        finally:
            os.close(descriptor)
        os.replace(temporary, path)
    except OSError as error:
        raise Unusable(f"{path} cannot be written: {error.strerror}") from None


def _file_name(host: str) -> str:
    """A file name for a host: its own, as far as that is safe and short."""
    name = "".join(c if c.isalnum() or c in "-._" else "_" for c in host.lower())
    if name == host.lower() and len(name) <= 200:
        return f"{name}.state"
    import hashlib  # for address literals and overlong names

    return f"{name[:100]}-{hashlib.sha256(host.lower().encode()).hexdigest()[:16]}.state"


def _require_ours(status: os.stat_result, path: str) -> None:
    """Refuse what another user owns or can write to, and what is neither file nor directory."""
    if not (stat.S_ISREG(status.st_mode) or stat.S_ISDIR(status.st_mode)):
        raise Unusable(f"{path} is not a file")
    if status.st_uid != os.geteuid():
        raise Unusable(f"{path} belongs to another user")
    if status.st_mode & 0o022:
        raise Unusable(f"{path} can be written by others: run chmod go-w on it")


def _read(descriptor: int) -> bytes:
    """Read the whole file."""
    octets = b""
    while len(octets) < LARGEST:
        more = os.read(descriptor, 65_536)
        if not more:
            break
        octets += more
    return octets
