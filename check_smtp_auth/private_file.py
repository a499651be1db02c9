"""Files that hold a secret: private, read within the time, and never quoted in an error.

Whatever touches a file runs aside, in a helper thread: a file system that does not answer, such as
that of a server that is gone, blocks whoever asks it for anything, signals and deadlines or not.
"""

from __future__ import annotations

import errno
import os
import stat

from .accounts import Misconfigured
from .net.background import background
from .net.local import whoami
from .net.loop import READABLE, Broken, ready
from .parents import owner, unsafe_parent
from .record import Record
from .secret import Secret

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Callable, Optional, TypeVar

    from .net.loop import Steps

    T = TypeVar("T")
    # The descriptor of a pipe that is still to be read, None for a file that was.
    Taken = tuple[Optional[int], "Contents"]

# Errors that come from this host, not from the file.
OF_THIS_HOST = (errno.EMFILE, errno.ENFILE, errno.ENOMEM, errno.EIO)
# RFC 4954 allows responses of 12,288 octets of base64; 4 KiB leaves room for the user.
MAX_SECRET = 4096
MAX_FILE = 65_536
BELONGS_THERE = "the secret belongs there"
# How much is read at once.
PIECE = 1 << 20
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
MARKED = "starts with a byte order mark (BOM): save it as UTF-8 without one"


class NotGiven(Misconfigured):
    """A source was asked and gave no secret."""


class Contents(Record):
    """The start of a file, and which file it was: ``mark`` changes when it is written to or
    replaced, ``changed`` is when it last was (seconds since the epoch; None for a pipe).
    """

    octets: bytes
    mark: str
    changed: float | None


def contents(
    path: str,
    option: str,
    until: float,
    guarded: bool = False,
    most: int = MAX_FILE,
) -> Steps[Contents]:
    """Return the start of a file, ``most`` octets, read by ``until`` (monotonic), having made sure
    that it is private; raises Misconfigured.

    ``guarded`` files need not be: systemd keeps their directory private, or they are no secret.
    """
    where = f"the file of {option}"
    taken = yield from aside(lambda: take(path, option, guarded, False, most), where, until)
    return (yield from whole(taken, where, until, most))


def whole(taken: Taken, where: str, until: float, most: int) -> Steps[Contents]:
    """Return what is read of a file that was taken: a pipe is read now; raises Misconfigured."""
    pipe, found = taken
    if pipe is None:
        return found
    try:
        return found.replace(octets=(yield from _read_pipe(pipe, where, until, most)))
    finally:
        os.close(pipe)


def keep_out_of_core_dumps() -> None:
    """Keep our memory off the disk, should the process crash.

    A limit of 0 suffices where cores are files; a program that gets them through a pipe still
    gets them, but without the memory (core(5)).
    """
    try:
        with open("/proc/self/coredump_filter", "wb", buffering=0) as file:
            file.write(b"0")
        with open("/proc/self/limits", "rb", buffering=0) as file:
            limits = file.read(4096)
    except OSError:
        limits = b""
    if b"core file size        0 " in limits:  # as a rule: then the module need not be loaded
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))


def first_line(octets: bytes, where: str, most: int = MAX_SECRET) -> Secret:
    """Return the first line, of ``most`` octets at most, without its end; blanks belong to the
    secret. Raises Misconfigured.
    """
    line = octets.split(b"\n", 1)[0].rstrip(b"\r")
    if line.startswith(BYTE_ORDER_MARK):
        raise Misconfigured(f"{where} {MARKED}")
    decode(line, where)
    if not line:
        raise Misconfigured(f"{where} has an empty first line: {BELONGS_THERE}")
    if b"\0" in line:
        raise Misconfigured(f"{where} has a NUL character in its first line")
    if len(line) > most:
        raise Misconfigured(f"{where} has a first line of more than {most} bytes")
    return Secret(line)


def decode(octets: bytes, where: str) -> str:
    """Return the text of UTF-8; raises Misconfigured if it is not UTF-8."""
    try:
        return octets.decode("utf-8")
    except UnicodeDecodeError:
        raise Misconfigured(f"{where} is not UTF-8: save it as UTF-8") from None


def _unopened(path: str, option: str, error: Exception) -> Misconfigured:
    """Say why a file could not be opened, without naming it."""
    if isinstance(error, PermissionError):
        from .remedies import for_reading

        remedy = for_reading(path)
        told = f"the file of {option} cannot be read by {whoami()}"
        return Misconfigured(f"{told}: {remedy}" if remedy else told)
    from .faults import of_file

    why = of_file(error) if isinstance(error, OSError) else "no file name"
    if isinstance(error, FileNotFoundError):
        from .placeholders import ONLY_A_SHELL, is_for_a_shell

        if is_for_a_shell(path):
            return Misconfigured(f"{option}: {why}: {ONLY_A_SHELL}")
    if option == "-P" and not (isinstance(error, OSError) and error.errno in OF_THIS_HOST):
        return Misconfigured(
            f"the file of -P: {why} (-P takes the name of a file, not the password itself)"
        )
    if option == "--oauth refresh-token-file" and isinstance(error, FileNotFoundError):
        return Misconfigured(f"{option}: {why}: get the first token with --authorize")
    return Misconfigured(f"{option}: {why}")


def opened(
    path: str, option: str, guarded: bool = False, readable: bool = False
) -> tuple[int, os.stat_result]:
    """Open a file once, and judge what was opened; return its descriptor and facts.

    A ``readable`` file holds no secret, but says what is done with one. To be run aside, since it
    may hang. Raises Misconfigured.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except (OSError, ValueError) as error:
        raise _unopened(path, option, error) from None
    try:
        status = os.fstat(descriptor)
        if stat.S_ISDIR(status.st_mode):
            raise Misconfigured(f"{option}: a directory, not a file")
        if stat.S_ISCHR(status.st_mode) or stat.S_ISBLK(status.st_mode):
            raise Misconfigured(f"{option}: a device, not a file")
        if not guarded:
            require_private(path, status, option, readable)
    except OSError as error:
        os.close(descriptor)
        from .faults import of_file

        raise Misconfigured(f"{option}: {of_file(error)}") from None
    except Misconfigured:
        os.close(descriptor)
        raise
    return descriptor, status


def take(path: str, option: str, guarded: bool, readable: bool, most: int) -> Taken:
    """Open and read a file; for a pipe return the descriptor. To be run aside, as above."""
    descriptor, status = opened(path, option, guarded, readable)
    kept = not stat.S_ISREG(status.st_mode)
    try:
        if kept:
            return descriptor, Contents(b"", mark(status), None)
        return None, Contents(read_all(descriptor, most), mark(status), status.st_mtime)
    except OSError as error:
        from .faults import of_file

        raise Misconfigured(f"{option}: {of_file(error)}") from None
    finally:
        if not kept:
            os.close(descriptor)


def mark(status: os.stat_result) -> str:
    """Return what a file is recognised by: it changes when the file is written to or replaced."""
    return f"{status.st_ino}:{status.st_mtime_ns}"


def _is_credential(path: str) -> bool:
    """Tell whether it is one of systemd's credentials (systemd.io/CREDENTIALS), which it guards."""
    directory = os.environ.get("CREDENTIALS_DIRECTORY")
    return bool(directory) and os.path.dirname(path) == directory


def require_private(path: str, status: os.stat_result, option: str, readable: bool = False) -> None:
    """Raise Misconfigured for a file that others can replace or read; a ``readable`` one may be
    read.
    """
    if _is_credential(path):
        return
    mode, us = status.st_mode, os.geteuid()
    where = f"the file of {option}"

    def remedy() -> str:
        from .remedies import for_rights  # not for those whose files are in order

        return for_rights(path, status, option)

    if status.st_uid not in (0, us):
        from .remedies import for_another

        told = f"{where} belongs to {owner(status)}: run the check as that user"
        raise Misconfigured(f"{told}, {for_another(path)}")
    if readable:
        if mode & 0o022:
            from .remedies import for_writing

            raise Misconfigured(f"{where} can be written to by others: {for_writing(path)}")
    elif mode & 0o007:
        raise Misconfigured(f"{where} is open to everyone: {remedy()}")
    elif mode & 0o020 or (mode & 0o040 and status.st_uid != 0):
        raise Misconfigured(f"{where} is open to its group: {remedy()}")
    unsafe = unsafe_parent(path)
    if unsafe:
        raise Misconfigured(f"{where}: {unsafe}")


def read_all(descriptor: int, most: int = MAX_FILE) -> bytes:
    """Return what an open file holds, up to the limit."""
    parts, left = [], most
    while left:
        more = os.read(descriptor, min(left, PIECE))
        if not more:
            break
        parts.append(more)
        left -= len(more)
    return b"".join(parts)


def _read_pipe(descriptor: int, where: str, until: float, most: int) -> Steps[bytes]:
    """Read a named pipe to its end, waiting for somebody to write to it. What was written in time
    is taken even if this process gets to it too late.
    """
    parts: list[bytes] = []
    left, late = most, False
    while left:
        try:
            yield from ready(descriptor, READABLE, until)
        except Broken:
            late = True
        try:
            more = os.read(descriptor, min(left, PIECE))
        except BlockingIOError:
            if not late:
                continue
            more = b""
            parts.clear()  # it has no end yet
        if not more and late and not parts:
            raise Misconfigured(f"{where} did not answer in time")
        if not more:
            break
        parts.append(more)
        left -= len(more)
    return b"".join(parts)


def aside(function: Callable[[], T], where: str, until: float) -> Steps[T]:
    """Return the result of what may hang; raises Misconfigured after ``until`` (monotonic)."""
    try:
        return (yield from background(function, until))
    except Broken:
        raise Misconfigured(f"{where} did not answer in time") from None
    except OSError as error:
        from .faults import of_file

        raise Misconfigured(f"{where} cannot be read: {of_file(error)}") from None
