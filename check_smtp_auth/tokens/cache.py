"""Where an access token is kept until shortly before it expires.

A file holds one token. It is private, and written completely or not at all. It has the marks of the
files from which the secrets came: a token is not used again once one of them was written to or
replaced. So no hash is kept from which a secret could be guessed.
"""

from __future__ import annotations

import json
import os

from ..record import Record
from ..secret import Secret
from ..state.files import open_folder
from . import files
from .answers import is_plain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .client import Client


class Kept(Record):
    """A token, and from when to when it is valid, in seconds since the epoch."""

    token: Secret
    issued: float
    expires: float


class Cache:
    """The file for one client and user. Whatever goes wrong raises ``Unusable``."""

    def __init__(self, client: Client, user: str | None, directory: str | None) -> None:
        """``directory`` is where the file is, unless the client names a file of its own;
        ``path`` is "" if no token is to be kept.
        """
        import hashlib

        whose = (client.endpoint, client.scope, client.grant, client.identity, client.subject)
        text = json.dumps((*whose, user))
        self._whose = hashlib.sha256(text.encode("utf-8")).hexdigest()
        self._directory = None if client.cache_file else directory
        self.path = client.cache_file or ""
        if client.cache_file == "none":
            self.path = ""
        elif not client.cache_file and directory:
            self.path = os.path.join(directory, f"token-{self._whose[:32]}.json")

    def look(self, marks: dict[str, str]) -> Kept | None:
        """Return the token that belongs to files with these marks, None if there is none."""
        if self._directory:
            open_folder(self._directory)  # which checks it
        octets = files.read(self.path)
        try:
            found = json.loads(octets or b"{}")
            if found["for"] != self._whose or found["marks"] != marks:
                return None
            if not found["token"] or not is_plain(found["token"]):
                return None
            token = Secret(found["token"].encode("ascii"))
            return Kept(token, float(found["issued"]), float(found["expires"]))
        except (ValueError, RecursionError, KeyError, TypeError, AttributeError):
            return None

    def keep(self, kept: Kept, marks: dict[str, str]) -> None:
        """Keep a token instead of the last one."""
        content = {
            "for": self._whose,
            "marks": marks,
            "issued": kept.issued,
            "expires": kept.expires,
            "token": kept.token.reveal().decode("ascii"),
        }
        files.replace(self.path, json.dumps(content).encode("ascii"))

    def drop(self) -> None:
        """Remove the token."""
        files.remove(self.path)
