"""How the state directory is touched: aside, for it may not answer; or here, where it surely does.

To hand over to another thread costs a run of thousands more than what is done there. A file system
on a disk of this host answers, or nothing of this host does; one that others serve may not.
"""

from __future__ import annotations

import os

from ..net.background import background
from .files import Locked, Unusable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Callable, TypeVar

    from ..net.loop import Steps

    T = TypeVar("T")

MOUNTS = "/proc/self/mountinfo"
LOCAL = {"btrfs", "ext2", "ext3", "ext4", "f2fs", "jfs", "overlay", "ramfs", "tmpfs", "xfs", "zfs"}


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
    from .place import open_place

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
