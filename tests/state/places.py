"""A file system of our own for one command: full, without inodes, or read-only.

A private mount namespace does it, for any user where the system allows that. Where it does
not, the test is skipped.
"""

from __future__ import annotations

from pathlib import Path

from fakes.namespace import require_namespaces

# What is there already is put into the new file system before it is filled or closed.
MOUNT = """
directory=$1 action=$2; shift 2
[ ! -d "$directory" ] || cp -a "$directory/." "$directory.kept"
mount -t tmpfs -o size=64k,nr_inodes=40,mode=700 tmpfs "$directory"
[ ! -d "$directory.kept" ] || cp -a "$directory.kept/." "$directory"
case $action in
full) cat /dev/zero >"$directory/fill" 2>/dev/null || : ;;
inodes) n=0; while mkdir "$directory/$n" 2>/dev/null; do n=$((n+1)); done ;;
read-only) mount -o remount,ro "$directory" ;;
esac
"$@"; code=$?
cp -a "$directory/." "$directory.after"
exit $code
"""


def full(directory: Path) -> tuple[str, ...]:
    """A prefix that has the directory on a full disk; a copy of it is left as NAME.after."""
    return _mounted(directory, "full")


def without_inodes(directory: Path) -> tuple[str, ...]:
    """A prefix that has the directory on a disk that has space, and takes no more files."""
    return _mounted(directory, "inodes")


def read_only(directory: Path) -> tuple[str, ...]:
    """A prefix that has the directory read-only, for root too."""
    return _mounted(directory, "read-only")


def _mounted(directory: Path, action: str) -> tuple[str, ...]:
    require_namespaces()
    return ("unshare", "-Urm", "sh", "-c", MOUNT, "sh", str(directory), action)
