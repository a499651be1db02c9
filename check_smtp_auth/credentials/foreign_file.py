"""Files that belong to a program: opened once, checked for their permissions, and read.

What is wrong raises ``Misconfigured``, which names the file and perhaps a line, and never quotes
what stands there.
"""

from __future__ import annotations

import codecs
import errno
import os
import stat

from ..accounts import Misconfigured
from ..configs.reading import Contents
from ..net.local import whoami
from ..parents import above
from ..private_file import BYTE_ORDER_MARK, MARKED, mark, read_all
from ..record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..configs.reading import Rights

MOST = 1 << 20


class Seen(Record):
    """What was seen of a file: its ``text`` if that is wanted, None if there is no file; when it
    was last ``changed``; ``mark``, if it holds a secret, as in ``private_file.Contents``.
    ``notices`` are about its permissions.
    """

    text: str | None = None
    changed: float | None = None
    mark: str = ""
    notices: tuple[str, ...] = ()


def look_at(wanted: Contents | Rights) -> Seen:
    """Open a file once, check what was opened, and read it if that is wanted; raises Misconfigured.
    To be run aside.
    """
    path = wanted.path
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except (FileNotFoundError, NotADirectoryError):
        if wanted.optional:
            return Seen()
        raise Misconfigured(f"{path}: no such file") from None
    except PermissionError:
        raise unreadable(path, "r") from None
    except (OSError, ValueError) as error:
        if isinstance(error, OSError) and error.errno == errno.ENXIO:  # a socket
            raise Misconfigured(f"{path}: not a regular file") from None
        from ..faults import of_file

        why = of_file(error) if isinstance(error, OSError) else "no file name"
        raise Misconfigured(f"{path}: {why}") from None
    try:
        status = os.fstat(descriptor)
        notices = _judged(path, status, wanted.secret)
        text = None
        if isinstance(wanted, Contents):
            text = _text(read_all(descriptor, MOST + 1), path, wanted.marked)
        known_by = mark(status) if wanted.secret else ""
        return Seen(text, status.st_mtime, known_by, notices)
    except OSError as error:
        from ..faults import of_file

        raise Misconfigured(f"{path}: {of_file(error)}") from None
    finally:
        os.close(descriptor)


def unreadable(path: str, rights: str) -> Misconfigured:
    """Return the error for a file or directory that we may not read, with the commands that give us
    these ``rights``, and the right to enter the first directory above it that is closed to us.
    """
    user = whoami()
    grant = f"setfacl -m u:{user.rpartition(' ')[2]}:"
    closed, folder = "", os.path.dirname(os.path.abspath(path))
    while not os.access(folder, os.X_OK, effective_ids=True):
        closed, folder = folder, os.path.dirname(folder)
    before = f"{grant}x {closed} and " if closed else ""
    remedy = f"run {before}{grant}{rights} {path}, or give the user a group that may"
    return Misconfigured(f"{path}: cannot be read by {user}: {remedy}")


def _judged(path: str, status: os.stat_result, secret: bool) -> tuple[str, ...]:
    """Raise Misconfigured if everybody can write to or replace a file; return notices."""
    mode = status.st_mode
    if stat.S_ISDIR(mode):
        raise Misconfigured(f"{path}: a directory, not a file")
    if not stat.S_ISREG(mode):
        raise Misconfigured(f"{path}: not a regular file")
    if mode & stat.S_IWOTH:
        raise Misconfigured(f"{path}: everyone can write to it: run chmod o-w on it")
    folder = _open_folder(path)
    if folder:
        raise Misconfigured(
            f"{path}: everyone can write to the directory {folder}: run chmod o-w on it"
        )
    notices = [f"{path} can be written to by its group."] if mode & stat.S_IWGRP else []
    if secret and mode & stat.S_IROTH:
        notices.append(f"{path} can be read by everyone.")
    return tuple(notices)


def _open_folder(path: str) -> str:
    """Return a folder above a file in which everybody can replace it, "" for none."""
    for folder in above(os.path.abspath(path)):
        mode = os.stat(folder).st_mode
        if mode & stat.S_IWOTH and not mode & stat.S_ISVTX:
            return folder
    return ""


def _text(octets: bytes, path: str, marked: bool) -> str:
    """Return the text of a file; raises Misconfigured if it is not text, or too long."""
    if len(octets) > MOST:
        raise Misconfigured(f"{path}: larger than {MOST >> 20} MiB")
    if octets.startswith(BYTE_ORDER_MARK) and not marked:
        raise Misconfigured(f"{path}: {MARKED}")
    return decoded(octets, path)


def decoded(octets: bytes, where: str) -> str:
    """Decode UTF-8; raises Misconfigured with the line that is not UTF-8."""
    if octets.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise Misconfigured(f"{where}: UTF-16: save it as UTF-8")
    at = octets.find(b"\0")
    if at >= 0:
        raise Misconfigured(f"{where}:{_line(octets, at)}: a NUL character")
    try:
        return octets.decode("utf-8")
    except UnicodeDecodeError as error:
        line = _line(octets, error.start)
    raise Misconfigured(f"{where}:{line}: not UTF-8: save it as UTF-8")


def _line(octets: bytes, at: int) -> int:
    """Return the line number of a position."""
    return octets.count(b"\n", 0, at) + 1
