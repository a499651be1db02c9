"""When accounts were last tried, as far as can be told without reading their files."""

from __future__ import annotations

import os

from .account import FOLDER
from .files import Unusable
from .place import open_place
from .store import file_name, folder_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


def last_tried(accounts: Iterable[tuple[str | None, str, str]]) -> list[float]:
    """Return when each account's file was last written, in seconds since the epoch; 0 if there is
    none.

    Each account is state directory (None is the default one, "none" keeps nothing), host and user.
    This may block.
    """
    return [_written(*account) for account in accounts]


def _written(state_dir: str | None, host: str, user: str) -> float:
    """Return when the file of one account was written to."""
    if state_dir == "none":
        return 0.0
    folder = folder_name(host)
    try:
        place = open_place(state_dir, folder)
        path = f"{folder}/{FOLDER}/{file_name(user)}"
        return os.stat(path, dir_fd=place.descriptor, follow_symlinks=False).st_mtime
    except (OSError, Unusable):
        return 0.0
