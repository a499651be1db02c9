"""A Zabbix that is sent its values."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Callable, NamedTuple

from servers.process import program, workshop
from servers.requirements import require

from .zabbix import SYSTEM, Database, Frontend, Server, require_zabbix
from .zabbix_api import Api


class Receiver(NamedTuple):
    """What a test needs of it."""

    server: Server
    api: Api
    url: str
    database: Database

    def send(self, text: str, host: str) -> subprocess.CompletedProcess[str]:
        """Pipe text into the sender, as a user does."""
        sender = program("zabbix_sender") or "zabbix_sender"
        where = ("-z", "127.0.0.1", "-p", str(self.server.port), "-s", host)
        return subprocess.run(
            [sender, "-vv", *where, "-i", "-"], input=text, capture_output=True, encoding="utf-8"
        )


@contextmanager
def receiving(
    settings: Mapping[str, object] | None = None, unpack: Callable[[Path], Path] | None = None
) -> Iterator[Receiver]:
    """Start one, with these settings of its server beside the usual, and stop it at the end.

    It is the installed one, or what ``unpack`` lays out in a directory; it returns the root.
    """
    require_zabbix()
    require("zabbix_sender")
    directory = workshop()
    with ExitStack() as ending:
        ending.callback(shutil.rmtree, directory, ignore_errors=True)
        root = unpack(directory) if unpack else SYSTEM
        database = Database(directory / "database", root)
        server = Server(directory / "server", database, settings=settings)
        frontend = Frontend(directory / "frontend", database, server)
        for part in (database, server, frontend):
            ending.callback(part.stop)
            part.start()
        yield Receiver(server, Api(frontend.url), frontend.url, database)
