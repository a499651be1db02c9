"""The directories above a file of ours: nobody else may be able to replace what is in them."""

from __future__ import annotations

import os
import stat

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


def unsafe_parent(path: str) -> str:
    """Say what is wrong with a folder above ``path``, and the command that fixes it; "" if nothing
    is.

    The rule is sshd's: each folder belongs to root or to us, and nobody else can write to it,
    unless it is sticky like /tmp. Raises OSError if a folder cannot be examined.
    """
    ours = (0, os.geteuid())
    for folder in above(os.path.abspath(path)):
        status = os.stat(folder)
        if status.st_uid not in ours:
            theirs = "run the check as that user"
            remedy = theirs if ours == (0, 0) else _changed("chown root", folder)
            return f"the directory {folder} belongs to {owner(status)}: {remedy}"
        if status.st_mode & 0o022 and not status.st_mode & stat.S_ISVTX:
            remedy = _changed("chmod go-w", folder)
            return f"the directory {folder} can be written to by others: {remedy}"
    return ""


def _changed(command: str, folder: str) -> str:
    """Say where to run a command that changes a folder."""
    if os.statvfs(folder).f_flag & os.ST_RDONLY:
        return f"it is mounted read-only, so run {command} on it at its source"
    return f"run {command} {folder}"


def above(path: str) -> Iterator[str]:
    """Yield the folders above a path, as it is written and as its links resolve."""
    real = os.path.realpath(path)
    for each in (path,) if real == path else (path, real):
        while each != os.path.dirname(each):
            each = os.path.dirname(each)
            yield each


def owner(status: os.stat_result) -> str:
    """Name the user whom a file belongs to."""
    import pwd

    try:
        return pwd.getpwuid(status.st_uid).pw_name
    except KeyError:
        return f"user ID {status.st_uid}"
