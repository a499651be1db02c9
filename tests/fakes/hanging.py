"""A file system that does not answer, for one command: what is mounted there waits for ever.

It is FUSE, spoken to the kernel without any library. Run as a program it mounts the file system
in a namespace of its own, becomes the command, and leaves behind the daemon that does not
answer. Where the system does not allow that, the test is skipped.
"""

from __future__ import annotations

import ctypes
import errno
import functools
import os
import select
import struct
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

# The opcodes of linux/fuse.h that looking at a file, opening and reading it takes.
LOOKUP, GETATTR, OPEN, INIT = 1, 3, 14, 26
# FOPEN_NOFLUSH: closing waits for nothing. Without it nobody gets rid of an open file while the
# daemon is silent, and no process that has one can end: the kernel waits, SIGKILL or not.
NO_FLUSH = 1 << 5


def hanging(directory: Path, at: str = "stat") -> tuple[str, ...]:
    """A prefix that has the directory on a file system that does not answer.

    At "stat" nothing there is answered at all; at "read" each name is a file of ours that can
    be opened, but not read; "later" begins when there is a file with ".stop" after its name.
    """
    if not _allowed():
        import pytest

        pytest.skip("needs unshare (util-linux), /dev/fuse and the right to mount")
    directory.mkdir(exist_ok=True)
    return (*_NAMESPACE, sys.executable, __file__, str(directory), at)


_NAMESPACE = ("unshare", "-Urm")


@functools.cache
def _allowed() -> bool:
    try:
        words = [*_NAMESPACE, sys.executable, __file__, "/mnt", "stat", "true"]
        return subprocess.run(words, capture_output=True).returncode == 0
    except FileNotFoundError:
        return False


def main(directory: str, at: str, *command: str) -> None:
    """Mount, leave the daemon behind, and become the command."""
    fuse = os.open("/dev/fuse", os.O_RDWR)
    options = f"fd={fuse},rootmode=40000,user_id=0,group_id=0"
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.mount(b"hanging", directory.encode(), b"fuse", 0, options.encode()) != 0:
        raise OSError(ctypes.get_errno(), "mount")
    command_process = os.getpid()
    if os.fork():
        os.execvp(command[0], command)
    for descriptor in (0, 1, 2):
        os.close(descriptor)
    if at != "stat":
        requests = _requests(fuse, command_process, f"{directory}.stop")
        _answer(fuse, requests, until_opened=at == "read")
    while os.getppid() == command_process:
        select.select([], [], [], 0.02)
    os._exit(0)


def _requests(fuse: int, command: int, stop: str) -> Iterator[tuple[int, int]]:
    """Yield what the kernel asks, as opcode and number, as long as the command runs."""
    while os.getppid() == command and not os.path.exists(stop):
        if select.select([fuse], [], [], 0.02)[0]:
            _, opcode, unique = struct.unpack_from("=IIQ", os.read(fuse, 1 << 17))
            yield opcode, unique


def _answer(fuse: int, requests: Iterator[tuple[int, int]], until_opened: bool) -> None:
    """Answer, if only up to the first file that is opened. What the kernel asks then stays with
    it: a request that was taken could not even be broken off by SIGKILL.
    """
    file, folder = (_attributes(kind | 0o600) for kind in (0o100000, 0o040000))
    answers = {
        INIT: struct.pack("=IIIIHHIIHHI28x", 7, 31, 0, 0, 0, 0, 4096, 1, 0, 0, 0),
        GETATTR: struct.pack("=QII", 60, 0, 0) + folder,
        LOOKUP: struct.pack("=QQQQII", 2, 1, 60, 60, 0, 0) + file,
        OPEN: struct.pack("=QII", 1, NO_FLUSH, 0),
    }
    for opcode, unique in requests:
        body = answers.get(opcode, b"")
        error = 0 if body else -errno.ENOSYS
        os.write(fuse, struct.pack("=IiQ", 16 + len(body), error, unique) + body)
        if until_opened and opcode == OPEN:
            return


def _attributes(mode: int) -> bytes:
    """Struct fuse_attr of a file of 64 octets, root's."""
    return struct.pack("=6Q10I", 2, 64, 1, 0, 0, 0, 0, 0, 0, mode, 1, 0, 0, 0, 4096, 0)


if __name__ == "__main__":
    main(*sys.argv[1:])
