"""The state directory: which it is, and whether it is ours alone."""

from __future__ import annotations

import os

from ..parents import unsafe_parent
from .files import Folder, Unusable, open_folder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

PROGRAM = "check_smtp_auth"
# For users without a home; with their number behind it.
FALLBACK = f"/var/tmp/{PROGRAM}"
# So many names are looked at where others may have taken ours.
NAMES = 20

_open: dict[str, Folder] = {}


def open_place(named: str | None, host_name: str) -> Folder:
    """Return the directory named, or else the first default one that can be used; raises
    Unusable.

    One that cannot be written to is used for what it remembers of ``host_name`` (the name of
    that folder in it), for a hold still counts there.
    """
    if named:
        return _opened(named)
    faults = []
    for path in default_places():
        try:
            place = _opened(path)
            if os.access(path, os.W_OK) or os.path.exists(os.path.join(path, host_name)):
                return place
            faults.append(f"{path} cannot be written to")
        except Unusable as problem:
            faults.append(str(problem))
    raise Unusable("; ".join(faults))


def _opened(path: str) -> Folder:
    """Open a directory, once in a process; raises Unusable."""
    path = path.rstrip("/") or "/"
    if path not in _open:
        folder = open_folder(path)
        try:
            problem = unsafe_parent(path)
        except OSError as error:
            problem = error.strerror or str(error)
        if problem:
            folder.close()
            raise Unusable(f"{path}: {problem}")
        _open[path] = folder
    return _open[path]


def default_places() -> Iterator[str]:
    """Yield the places for the state directory where none is named: the monitor's, systemd's,
    the user's own, and one for users who have no home, as Zabbix's often has none.
    """
    monitor = os.environ.get("MP_STATE_PATH")
    if monitor:
        yield os.path.join(monitor, PROGRAM)
    service = os.environ.get("STATE_DIRECTORY", "").split(":")[0]
    if service:
        yield os.path.join(service, PROGRAM)
    user = os.environ.get("XDG_STATE_HOME")
    if user and os.path.isabs(user):
        yield os.path.join(user, PROGRAM)
    home = _home()
    if home:
        yield os.path.join(home, ".local", "state", PROGRAM)
    yield _without_home()


def _home() -> str:
    """The user's own home, "" where there is none: what the password database says counts
    before $HOME, which a daemon may have from another user.
    """
    import pwd

    homes = []
    try:
        homes.append(pwd.getpwuid(os.geteuid()).pw_dir)
    except KeyError:
        pass
    homes.append(os.environ.get("HOME", ""))
    for home in homes:
        try:
            if os.path.isabs(home) and home != "/" and os.stat(home).st_uid == os.geteuid():
                return home
        except (OSError, ValueError):
            continue
    return ""


def _without_home() -> str:
    """The place for users without a home: ours if it is there, else a name that is free."""
    first = f"{FALLBACK}-{os.geteuid()}"
    free = ""
    for number in range(NAMES):
        path = f"{first}.{number}" if number else first
        try:
            if os.lstat(path).st_uid == os.geteuid():
                return path
        except OSError:
            free = free or path
    return free or first
