"""The files of --accounts: which they are, and what is in them."""

from __future__ import annotations

import os
import stat
from functools import partial

from ..accounts import Misconfigured
from ..net.background import side_by_side
from ..private_file import BYTE_ORDER_MARK, MARKED, aside, decode, take, whole
from .sections import File, names

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..net.loop import Steps
    from ..private_file import Taken

MOST = 128 << 20
OPTION = "--accounts"
NONE = "there are no accounts in it"


def read(path: str, until: float) -> Steps[list[File]]:
    """Return one file, or all *.ini of a directory, read by ``until`` (monotonic).

    A file that cannot be read has a problem instead of a text.
    """
    try:
        paths = yield from aside(lambda: _paths(path), OPTION, until)
    except Misconfigured as problem:
        return [_unread(path, "", str(problem))]
    files = []
    for each, taken in zip(paths, (yield from _taken(paths, until))):
        files.append((yield from _file(each, taken, until)))
    return [_with_accounts(file) for file in files] or [_unread(path, "", NONE)]


def _with_accounts(file: File) -> File:
    """Return the file, with a problem if there are no accounts in it: if it was cut short, all its
    accounts would vanish from the monitor, and nobody would notice.
    """
    if file.problem or next(names([file]), None) is not None:
        return file
    return _unread(file.path, file.folder, NONE)


def system(text: str) -> str:
    """Turn a file's text into what the system takes, such as a file name."""
    return os.fsdecode(text.encode("utf-8"))


def _paths(path: str) -> list[str]:
    """Return the paths of the files, ordered by name."""
    if not os.path.isdir(path):
        return [path]
    found = [name for name in os.listdir(path) if name.endswith(".ini") and name[0] != "."]
    return [os.path.join(path, name) for name in sorted(found)]


def _taken(paths: list[str], until: float) -> Steps[list[Taken | Misconfigured]]:
    """Take all files: plain ones together, since a thread for each would cost more than the file.
    Any other may be a link to a file system that does not answer, or a pipe: each by itself, so
    that it holds up no other.
    """

    def take_one(path: str) -> Taken | Misconfigured:
        try:
            return take(path, OPTION, False, True, MOST + 1)
        except Misconfigured as problem:
            return problem

    def take_plain() -> dict[str, Taken | Misconfigured]:
        return {path: take_one(path) for path in paths if _is_plain(path)}

    try:
        found = yield from aside(take_plain, OPTION, until)
        late = Misconfigured(f"{OPTION} did not answer in time")
    except Misconfigured as problem:
        found, late = {}, problem
    others = [path for path in paths if path not in found]
    taken = yield from side_by_side([partial(take_one, path) for path in others], until)
    found.update((path, each) for path, each in zip(others, taken) if each is not None)
    return [found.get(path, late) for path in paths]


def _is_plain(path: str) -> bool:
    """Tell whether it is a regular file itself, without following a link."""
    try:
        return stat.S_ISREG(os.lstat(path).st_mode)
    except (OSError, ValueError):
        return False


def _file(path: str, taken: Taken | Misconfigured, until: float) -> Steps[File]:
    """Make the File of one that was taken."""
    folder = os.path.dirname(path)
    try:
        folder = os.path.dirname(os.path.abspath(path))
    except OSError:  # the current directory was removed
        pass
    try:
        if isinstance(taken, Misconfigured):
            raise taken
        octets = (yield from whole(taken, OPTION, until, MOST + 1)).octets
        if len(octets) > MOST:
            raise Misconfigured(f"larger than {MOST >> 20} MiB")
        if octets.startswith(BYTE_ORDER_MARK):
            raise Misconfigured(MARKED)
        return File(path, folder, decode(octets, "the file"))
    except Misconfigured as problem:
        return _unread(path, folder, str(problem))


def _unread(path: str, folder: str, problem: str) -> File:
    """A file with what is wrong with it, in words with its path instead of the option."""
    before, option, words = problem.partition(f"{OPTION}: ")
    return File(path, folder, "", f"{path}: {words if option and not before else problem}")
