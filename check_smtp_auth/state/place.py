"""The state directory: which it is, whether it is ours alone, and how it is touched.

It is touched aside, for it may not answer; or here, where it surely does. To hand over to another
thread costs a run of thousands more than what is done there, and a file system on a disk of this
host answers, or nothing of this host does.
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
# For users without a home; with their number behind it.
FALLBACK = f"/var/tmp/{PROGRAM}"
# So many names are looked at where others may have taken ours.
NAMES = 20

MOUNTS = "/proc/self/mountinfo"
LOCAL = {"btrfs", "ext2", "ext3", "ext4", "f2fs", "jfs", "overlay", "ramfs", "tmpfs", "xfs", "zfs"}

# So many folders of servers are kept open for the next account of theirs.
MOST_OPEN = 100

_open: dict[str, Folder] = {}
_servers: dict[str, tuple[Folder, os.stat_result]] = {}


def touch(work: Callable[[float], T], here: bool, give_up: float, until: float) -> Steps[T]:
    """Do the work and return what it returns; ``here`` and now if no lock has to be waited for.

    It is given until when to wait for locks (monotonic), ``give_up`` if it is done aside. Raises
    what it raises, and Broken where it has not ended by ``until``.
    """
    if here:
        try:
            return work(0.0)
        except Locked:
            pass
    return (yield from background(lambda: work(give_up), until))


def is_local(state_dir: str | None) -> bool:
    """Tell whether a state directory (None is the default one) is on a disk of this host. To find
    out may block.
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
            problem = (error.strerror or str(error)).lower()
        if problem:
            raise Unusable(f"{path}: {problem}")
        _open[path] = folder
    return _open[path]


def open_server(place: Folder, name: str, create: bool) -> Folder:
    """Return the folder of a server, which all that want it in this process share as long as it
    is there and ours alone; raises Unusable, or FileNotFoundError where it is not there and not
    to be created.
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
