"""A file system of our own for one command: full, or read-only.

A private mount namespace does it, for any user where the system allows that. Where it does
not, the test is skipped; in CI (environment variable CI=true) it fails.
"""

from __future__ import annotations

import functools
import subprocess
from pathlib import Path

import pytest

# What is there already is put into the new file system before it is filled or closed.
MOUNT = """
directory=$1 action=$2; shift 2
[ ! -d "$directory" ] || cp -a "$directory/." "$directory.kept"
mount -t tmpfs -o size=64k,mode=700 tmpfs "$directory"
[ ! -d "$directory.kept" ] || cp -a "$directory.kept/." "$directory"
case $action in
full) cat /dev/zero >"$directory/fill" 2>/dev/null || : ;;
read-only) mount -o remount,ro "$directory" ;;
esac
"$@"; code=$?
cp -a "$directory/." "$directory.after"
exit $code
"""


def full(directory: Path) -> tuple[str, ...]:
    """A prefix that has the directory on a full disk; a copy of it is left as NAME.after."""
    return _mounted(directory, "full")


def read_only(directory: Path) -> tuple[str, ...]:
    """A prefix that has the directory read-only, for root too."""
    return _mounted(directory, "read-only")


def _mounted(directory: Path, action: str) -> tuple[str, ...]:
    if not _allowed():
        why = "needs unshare (util-linux) and the right to make namespaces"
        pytest.skip(why)
    return ("unshare", "-Urm", "sh", "-c", MOUNT, "sh", str(directory), action)


@functools.cache
def _allowed() -> bool:
    try:
        done = subprocess.run(
            ["unshare", "-Urm", "mount", "-t", "tmpfs", "tmpfs", "/mnt"], capture_output=True
        )
    except FileNotFoundError:
        return False
    return done.returncode == 0
