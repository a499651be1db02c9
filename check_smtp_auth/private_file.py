"""Files that hold a secret: private, read within the time, and never quoted in an error."""

from __future__ import annotations

import os
import stat

from .accounts import Misconfigured
from .net.background import background
from .net.local import whoami
from .net.loop import Broken
from .secret import Secret

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Callable

    from .net.loop import Steps

# RFC 4954 allows responses of 12,288 octets of base64; 4 KiB leaves room for the user.
MAX_SECRET = 4096
MAX_FILE = 65_536
BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class NotGiven(Misconfigured):
    """A source was asked, and gave no secret."""


def contents(path: str, option: str, until: float, guarded: bool = False) -> Steps[bytes]:
    """Return the start of a file, having made sure that it is private.

    ``guarded`` files are those whose directory systemd keeps private.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except (OSError, ValueError) as error:
        raise _unopened(option, error) from None
    try:
        status = os.fstat(descriptor)
        _require_private(status, option, guarded)
        if stat.S_ISREG(status.st_mode):
            return read_all(descriptor)
        where = f"the file of {option}"
        return (yield from aside(lambda: _read_pipe(path, status), where, until))
    except OSError as error:
        raise Misconfigured(f"{option}: {error.strerror}") from None
    finally:
        os.close(descriptor)


def first_line(octets: bytes, where: str) -> Secret:
    """Return the first line without its end; blanks belong to the secret."""
    line = octets.split(b"\n", 1)[0].rstrip(b"\r")
    if line.startswith(BYTE_ORDER_MARK):
        raise Misconfigured(f"{where} starts with a byte order mark: save it as plain UTF-8")
    decode(line, where)
    if not line:
        raise Misconfigured(f"{where} has an empty first line: the secret belongs there")
    if b"\0" in line:
        raise Misconfigured(f"{where} has a NUL character in its first line")
    if len(line) > MAX_SECRET:
        raise Misconfigured(f"{where} has a first line of more than {MAX_SECRET} octets")
    return Secret(line)


def decode(octets: bytes, where: str) -> str:
    """Decode UTF-8; raises Misconfigured where it is not."""
    try:
        return octets.decode("utf-8")
    except UnicodeDecodeError:
        raise Misconfigured(f"{where} is not in UTF-8: save it in that encoding") from None


def _unopened(option: str, error: Exception) -> Misconfigured:
    """Say why a file could not be opened, without its name."""
    if isinstance(error, PermissionError):
        return Misconfigured(f"the file of {option} cannot be read by {whoami()}")
    why = error.strerror if isinstance(error, OSError) and error.strerror else "no file name"
    if option == "-P":
        return Misconfigured(f"-P takes a file, not the password; the file given: {why.lower()}")
    return Misconfigured(f"{option}: {why.lower()}")


def _require_private(status: os.stat_result, option: str, guarded: bool) -> None:
    """Refuse a file that others can read or replace; raises Misconfigured."""
    mode = status.st_mode
    if stat.S_ISDIR(mode):
        raise Misconfigured(f"{option}: a directory, where a file is wanted")
    if guarded:
        return
    if status.st_uid not in (0, os.geteuid()):
        raise Misconfigured(
            f"the file of {option} belongs to another user: run chown {os.geteuid()} on it"
        )
    if mode & 0o007:
        raise Misconfigured(f"the file of {option} is open to everyone: run chmod 600 on it")
    if mode & 0o020 or (mode & 0o040 and status.st_uid != 0):
        raise Misconfigured(f"the file of {option} is open to its group: run chmod 600 on it")


def read_all(descriptor: int) -> bytes:
    """Read up to the limit, or to the end of the first line that is longer than a secret."""
    octets = b""
    while len(octets) < MAX_FILE:
        more = os.read(descriptor, MAX_FILE - len(octets))
        if not more:
            break
        octets += more
    return octets


def _read_pipe(path: str, status: os.stat_result) -> bytes:
    """Read a named pipe, waiting for somebody to write to it; ``status`` is what was checked."""
    descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        if not os.path.samestat(status, os.fstat(descriptor)):
            raise OSError(0, "it was replaced while it was being read")
        return read_all(descriptor)
    finally:
        os.close(descriptor)


def aside(function: Callable[[], bytes], where: str, until: float) -> Steps[bytes]:
    """Run a reading that may block; raises Misconfigured when it does not answer in time."""
    try:
        return (yield from background(function, until))
    except Broken:
        raise NotGiven(f"{where} did not give a secret in time") from None
    except OSError as error:
        raise Misconfigured(f"{where} cannot be read: {error.strerror}") from None
