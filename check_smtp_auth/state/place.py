"""The state directory: which it is, whether it belongs to us alone, and how it is accessed.

It is accessed aside, in a helper thread, since it may not answer; or here, if it is sure to: a file
system on a disk of this host answers, or nothing on this host does. In a run of thousands handing
over to a thread would cost more than the work itself.
"""

from __future__ import annotations

import os
import stat

from ..net.background import background
from ..parents import unsafe_parent
from .files import Folder, Locked, Unusable, fault, open_folder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import TypeVar

    from ..net.loop import Steps

    T = TypeVar("T")

PROGRAM = "check_smtp_auth"
# For users without a home; their user ID is appended.
FALLBACK = f"/var/tmp/{PROGRAM}"
# How many names are tried where others may have taken ours.
NAMES = 20

MOUNTS = "/proc/self/mountinfo"
LOCAL = {"btrfs", "ext2", "ext3", "ext4", "f2fs", "jfs", "overlay", "ramfs", "tmpfs", "xfs", "zfs"}

# How many servers' folders are kept open for their next account.
MOST_OPEN = 100

_open: dict[str, Folder] = {}
_servers: dict[str, tuple[Folder, os.stat_result]] = {}


def touch(work: Callable[[float], T], here: bool, give_up: float, until: float) -> Steps[T]:
    """Do the work and return its result: ``here``, unless it has to wait for a lock, or aside.

    It is passed how long to wait for locks (monotonic; ``give_up`` if it is done aside). Raises
    what it raises, and Broken if it has not ended by ``until``.
    """
    if here:
        try:
            return work(0.0)
        except Locked:
            pass
    return (yield from background(lambda: work(give_up), until))


def is_local(state_dir: str | None) -> bool:
    """Tell whether a state directory (None is the default one) is on a disk of this host. This may
    block.
    """
    try:
        status = os.fstat(open_place(state_dir, "").descriptor)
        with open(MOUNTS, "rb") as file:
            mounts = file.read().decode("utf-8", "replace").splitlines()
    except (OSError, Unusable):
        return False
    device = f"{os.major(status.st_dev)}:{os.minor(status.st_dev)}"
    # proc(5): the third field is the device; the type follows a hyphen.
    kinds = [
        mount.partition(" - ")[2].split(" ")[0]
        for mount in mounts
        if mount.split(" ")[2:3] == [device]
    ]
    return bool(kinds) and LOCAL.issuperset(kinds)


def open_place(named: str | None, host_name: str) -> Folder:
    """Return the directory that is named, else the first default one that can be used; raises
    Unusable.

    One that cannot be written to is used if it has a history of the server (``host_name`` is the
    name of its folder): a hold counts all the same.
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
            problem = (error.strerror or str(error)).lower()
        if problem:
            raise Unusable(f"{path}: {problem}")
        _open[path] = folder
    return _open[path]


def open_server(place: Folder, name: str, create: bool) -> Folder:
    """Return the folder of a server, shared within this process as long as it exists and belongs
    to us alone; raises Unusable, and FileNotFoundError if there is none to open and ``create`` is
    false.
    """
    path = place.shown(name)
    known = _servers.get(path)
    if known is not None:
        folder, opened = known
        status = place.status(name)
        if status and os.path.samestat(status, opened) and not fault(status, path, stat.S_ISDIR):
            return folder
    folder = open_folder(name, place, create)
    if len(_servers) >= MOST_OPEN:
        _servers.clear()
    _servers[path] = folder, os.fstat(folder.descriptor)
    return folder


def default_places() -> Iterator[str]:
    """Yield the default places for the state directory: the monitor's, systemd's, the user's own,
    and one for users without a home, such as Zabbix's often is.
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
    """Return the user's own home, "" if there is none. The password database comes before $HOME,
    which a daemon may have inherited from another user.
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
    """Return the place for users without a home: ours if it exists, else a free name."""
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
