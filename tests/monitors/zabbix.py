"""A private Zabbix: PostgreSQL, the server and the frontend, of which the tests use the API.

Programs and database are those of the Debian packages: of the installed ones, or of newer ones
that are unpacked beside them. All that they write lies in one directory; the database listens on a
socket there, the rest on loopback.
"""

from __future__ import annotations

import gzip
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from servers.process import Daemon, free_port, make_directory

SYSTEM = Path("/")
# Below the one or the other.
SCHEMA = Path("usr/share/zabbix-server-pgsql")
# Where contrib/dev/test keeps the packages of a newer Zabbix.
NEWER = Path(sys.prefix) / "cache" / "zabbix"
# The newest one that is installed.
POSTGRES = max(Path("/usr/lib/postgresql").glob("*/bin"), default=Path("/usr/lib/postgresql"))
# Debian packages, and a pattern of files that shows each to be installed.
PACKAGES = {
    "zabbix-server-pgsql": "usr/share/zabbix-server-pgsql/schema.sql.gz",
    "zabbix-frontend-php": "usr/share/zabbix/api_jsonrpc.php",
    "php-cli": "usr/bin/php",
    "php-pgsql": "usr/lib/php/*/pgsql.so",
    "postgresql": "usr/lib/postgresql/*/bin/postgres",
    "python3-venv": "usr/share/doc/python3-venv",
}
DATABASE = "zabbix"
# What is in Zabbix's own templates: most of the package's rows, and none that a test needs.
STATEMENT = re.compile(rb"^(?=INSERT INTO |DELETE FROM |COMMIT;)", re.MULTILINE)
LEFT_OUT = re.compile(
    rb"INSERT INTO (item|function|trigger|graph|valuemap|lld_|hostmacro|host_tag)\w* "
)
# Nothing in this database is worth keeping, so nothing waits for a disk.
FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "listen_addresses=")
# One process of each kind will do. Timeout is left out: it is the default that counts.
PROCESSES = {
    "StartPollers": 4,
    "StartPollersUnreachable": 1,
    "StartPreprocessors": 1,
    "StartTrappers": 1,
    "StartDBSyncers": 1,
    "StartTimers": 1,
    "StartEscalators": 1,
    "StartAlerters": 1,
    "StartLLDProcessors": 1,
    "StartPingers": 0,
    "StartDiscoverers": 0,
    "StartHTTPPollers": 0,
    "StartHistoryPollers": 1,
    "StartODBCPollers": 0,
    "HousekeepingFrequency": 0,
    "CacheUpdateFrequency": 1,
}
SETTINGS = """\
<?php
$DB['TYPE'] = 'POSTGRESQL';
$DB['SERVER'] = '{database}';
$DB['PORT'] = '0';
$DB['DATABASE'] = $DB['USER'] = 'zabbix';
$DB['PASSWORD'] = $DB['SCHEMA'] = '';
$DB['ENCRYPTION'] = false;
$DB['DOUBLE_IEEE754'] = true;
$ZBX_SERVER = '127.0.0.1';
$ZBX_SERVER_PORT = '{port}';
$ZBX_SERVER_NAME = '';
$IMAGE_FORMAT_DEFAULT = IMAGE_FORMAT_PNG;
"""
# The frontend has the path of its settings in its code, and is not to look there.
PRELUDE = """\
<?php
$code = file_get_contents('{frontend}/include/classes/core/CConfigFile.php');
eval('?>' . str_replace('/etc/zabbix/zabbix.conf.php', '{settings}', $code));
"""


def require_zabbix() -> None:
    """Skip the test unless all is there and we are root."""
    lacking = [name for name, trace in PACKAGES.items() if not any(Path("/").glob(trace))]
    why = f"install the Debian packages {' '.join(lacking)}" if lacking else ""
    if os.geteuid() != 0:
        why = f"{why}{'; ' if why else ''}run as root: each part has a user of its own"
    if why:
        pytest.skip(why)


def unpack_newer(directory: Path) -> Path:
    """Unpack the newer Zabbix where all users may go, and return its root; skip without one."""
    packages = sorted(NEWER.glob("*.deb"))
    if not packages:
        pytest.skip(f"contrib/dev/backports {NEWER} zabbix-server-pgsql zabbix-frontend-php")
    root = directory / "newer"
    make_directory(root)
    for package in packages:
        subprocess.run(["dpkg-deb", "-x", package, root], check=True)
    return root


def as_user(user: str, *command: str) -> list[str]:
    """Return a command that runs another as a user with no home, as a service has none."""
    switch = ["setpriv", f"--reuid={user}", f"--regid={user}", "--clear-groups"]
    return [*switch, "env", "HOME=/nonexistent", f"USER={user}", *command]


class Database(Daemon):
    """PostgreSQL with Zabbix's database in it, or another's with a ``fill`` of its own."""

    ready = "database system is ready to accept connections"
    # At once, without waiting for clients.
    endings = (signal.SIGQUIT, signal.SIGKILL)

    def __init__(self, directory: Path, root: Path = SYSTEM) -> None:
        """Make a PostgreSQL that is not yet started, for the Zabbix that lies below ``root``."""
        super().__init__(directory)
        shutil.chown(directory, "postgres", "postgres")
        self.log = directory / "output"
        self.root = root
        self._data = str(directory / "data")

    def command(self) -> list[str]:
        """Return the command that runs it."""
        settings = [word for setting in FAST for word in ("-c", setting)]
        server = (str(POSTGRES / "postgres"), "-D", self._data, "-k", str(self.directory))
        return as_user("postgres", *server, *settings)

    def start(self) -> None:
        """Make the cluster, start it, and make the database."""
        layout = ("--auth=trust", "--no-sync", "--encoding=UTF8", "--no-locale")
        self._run("initdb", "-D", self._data, "-U", DATABASE, *layout)
        super().start()
        self._run("createdb", *self.place, DATABASE)
        self.fill()

    def fill(self) -> None:
        """Put the package's rows into the database."""
        for part in ("schema", "images", "data"):
            # What refers to what is not looked up: the package's rows fit.
            trusting = {"PGOPTIONS": "-c session_replication_role=replica"}
            rows = gzip.decompress((self.root / SCHEMA / f"{part}.sql.gz").read_bytes())
            kept = (each for each in STATEMENT.split(rows) if not LEFT_OUT.match(each))
            psql = ("psql", *self.place, "-q", "-v", "ON_ERROR_STOP=1", DATABASE)
            self._run(*psql, environment=trusting, given=b"".join(kept))

    @property
    def place(self) -> tuple[str, ...]:
        """The options by which its clients get here."""
        return ("-h", str(self.directory), "-U", DATABASE)

    def _run(
        self,
        program: str,
        *arguments: str,
        environment: Mapping[str, str] | None = None,
        given: bytes = b"",
    ) -> None:
        subprocess.run(
            as_user("postgres", str(POSTGRES / program), *arguments),
            check=True,
            input=given,
            stdout=subprocess.DEVNULL,
            cwd=self.directory,
            env={**os.environ, **(environment or {})},
        )


class Server(Daemon):
    """The Zabbix server, with an empty directory for external checks."""

    ready = "server #0 started"
    # It would first write all that it knows to the database.
    endings = (signal.SIGKILL,)

    def __init__(
        self,
        directory: Path,
        database: Database,
        environment: Mapping[str, str] | None = None,
        settings: Mapping[str, object] | None = None,
    ) -> None:
        """Make a server that is not yet started; its checks inherit the environment, and its
        settings are stronger than those above.
        """
        super().__init__(directory)
        shutil.chown(directory, "zabbix", "zabbix")
        self.port = free_port()
        self.scripts = directory / "externalscripts"
        make_directory(self.scripts)
        self._database = database
        self._environment = dict(environment or {})
        self._settings = dict(settings or {})

    def command(self) -> list[str]:
        """Return the command that runs it."""
        settings: dict[str, object] = {
            "DBHost": self._database.directory,
            "DBName": DATABASE,
            "DBUser": DATABASE,
            "LogFile": self.log,
            "PidFile": self.directory / "pid",
            "SocketDir": self.directory,
            "ListenIP": "127.0.0.1",
            "ListenPort": self.port,
            "ExternalScripts": self.scripts,
            **PROCESSES,
            **self._settings,
        }
        file = self.directory / "zabbix_server.conf"
        file.write_text("".join(f"{name}={settings[name]}\n" for name in settings))
        program = str(self._database.root / "usr/sbin/zabbix_server")
        return as_user("zabbix", program, "--foreground", "--config", str(file))

    def environment(self) -> dict[str, str]:
        """Return what the checks inherit."""
        return self._environment


class Frontend(Daemon):
    """The frontend, served by PHP itself."""

    ready = "Development Server"

    def __init__(self, directory: Path, database: Database, server: Server) -> None:
        """Make a frontend that is not yet started."""
        super().__init__(directory)
        shutil.chown(directory, "www-data", "www-data")
        self.log = directory / "output"
        self.url = f"http://127.0.0.1:{free_port()}"
        settings = directory / "zabbix.conf.php"
        settings.write_text(SETTINGS.format(database=database.directory, port=server.port))
        self._prelude = directory / "prelude.php"
        self._pages = database.root / "usr/share/zabbix"
        self._prelude.write_text(PRELUDE.format(frontend=self._pages, settings=settings))

    def command(self) -> list[str]:
        """Return the command that runs it."""
        php = ("php", "-S", self.url.partition("//")[2], "-t", str(self._pages))
        prelude = f"auto_prepend_file={self._prelude}"
        sessions = f"session.save_path={self.directory}"
        return as_user("www-data", *php, "-d", prelude, "-d", sessions)

    def environment(self) -> dict[str, str]:
        """Have it answer a browser's many requests at once."""
        return {"PHP_CLI_SERVER_WORKERS": "4"}
