"""A private Icinga Director without a web server: its database, and icingacli."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

from servers.process import make_directory, program

from .zabbix import DATABASE, Database

MODULES = Path("/usr/share/icingaweb2/modules")
# Director, and what it is made of.
NEEDED = ("incubator", "reactbundle", "director")
SETTINGS = {
    "config.ini": """\
[global]
config_backend = "ini"
config_resource = "director"
[logging]
log = "file"
file = "{directory}/web.log"
level = "ERROR"
""",
    "resources.ini": """\
[director]
type = "db"
db = "pgsql"
host = "{directory}"
port = "5432"
dbname = "{database}"
username = "{database}"
password = ""
charset = "utf8"
""",
    "modules/director/config.ini": '[db]\nresource = "director"\n',
}
FILES = """\
SELECT f.file_path || E'\\n' || g.content || E'\\x01'
FROM director_generated_config_file f JOIN director_generated_file g ON g.checksum = f.file_checksum
WHERE f.config_checksum = decode('{checksum}', 'hex')
"""


class Director(Database):
    """One with an empty database, made by Director's own migrations."""

    def fill(self) -> None:
        """Have Director make its tables."""
        self.ask("CREATE EXTENSION pgcrypto")
        etc = self.directory / "etc"
        for name, text in SETTINGS.items():
            file = etc / name
            make_directory(file.parent)
            file.write_text(text.format(directory=self.directory, database=DATABASE), "utf-8")
        make_directory(etc / "enabledModules")
        for module in NEEDED:
            (etc / "enabledModules" / module).symlink_to(MODULES / module)
        self.cli("migration", "run")

    def client(self) -> dict[str, str]:
        """The variables by which icingacli finds this Director."""
        return {"ICINGAWEB_CONFIGDIR": str(self.directory / "etc")}

    def cli(self, *arguments: str) -> str:
        """Run `icingacli director`, and return what it prints."""
        done = subprocess.run(
            [program("icingacli") or "icingacli", "director", *arguments],
            env={**os.environ, **self.client()},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
        assert done.returncode == 0, done.stdout
        return done.stdout

    def ask(self, query: str) -> str:
        """Ask the database."""
        command = ["psql", *self.place, "-Atc", query, DATABASE]
        return subprocess.run(
            command, stdout=subprocess.PIPE, check=True, encoding="utf-8", cwd=self.directory
        ).stdout

    def counts(self) -> dict[str, int]:
        """How many objects there are of each kind, and how many changes were logged."""
        kinds = ("datafield", "datafield_category", "activity_log")
        tables = [f"director_{kind}" for kind in kinds]
        tables += [f"icinga_{kind}" for kind in ("command", "command_field", "service")]
        return {table: int(self.ask(f"SELECT count(*) FROM {table}")) for table in tables}

    def rendered(self, printed: str) -> str:
        """The configuration for Icinga that `config render` has told of, as one text."""
        (checksum,) = re.findall(r"checksum ([0-9a-f]{40}) ", printed)
        files = self.ask(FILES.format(checksum=checksum)).split("\x01")
        # The first line of each is its path.
        return "\n".join(file.lstrip("\n").partition("\n")[2] for file in files)
