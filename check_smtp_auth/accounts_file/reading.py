"""The files of --accounts: which they are, and what is in them."""

from __future__ import annotations

import os

from ..accounts import Misconfigured
from ..private_file import BYTE_ORDER_MARK, aside, contents, decode
from .sections import File, names

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..net.loop import Steps

MOST = 128 << 20
OPTION = "--accounts"


def read(path: str, until: float) -> Steps[list[File]]:
    """Read one file, or all *.ini of a directory, by ``until`` (monotonic).

    What cannot be read has a problem in place of a text.
    """
    try:
        paths = yield from aside(lambda: _paths(path), OPTION, until)
    except Misconfigured as problem:
        return [File(path, "", "", f"{path}: {problem}")]
    files = []
    for each in paths:
        files.append((yield from _file(each, until)))
    if not any(file.problem for file in files) and next(names(files), None) is None:
        return [File(path, "", "", f"{path}: there is no account in it")]
    return files


def system(text: str) -> str:
    """Make of a file's text what the system takes for it."""
    return os.fsdecode(text.encode("utf-8"))


def _paths(path: str) -> list[str]:
    """Return the files, in the order of their names."""
    if not os.path.isdir(path):
        return [path]
    found = [name for name in os.listdir(path) if name.endswith(".ini") and name[0] != "."]
    return [os.path.join(path, name) for name in sorted(found)]


def _file(path: str, until: float) -> Steps[File]:
    """Read one of them."""
    folder = os.path.dirname(os.path.abspath(path))
    try:
        found = yield from contents(path, OPTION, until, readable=True, most=MOST + 1)
        if len(found.octets) > MOST:
            raise Misconfigured(f"larger than {MOST >> 20} MiB")
        if found.octets.startswith(BYTE_ORDER_MARK):
            raise Misconfigured("starts with a byte order mark: save it as plain UTF-8")
        return File(path, folder, decode(found.octets, "what is in it"))
    except Misconfigured as problem:
        return File(path, folder, "", f"{path}: {problem}")
