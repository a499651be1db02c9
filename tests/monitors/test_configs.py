"""What contrib/configs ships for monitors: objects that they take, and the mailbox of Zabbix."""

from __future__ import annotations

import base64
import gzip
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from fakes.certificates import Certificates
from fakes.plugin import run
from fakes.scripts import ACCEPT, answer, starttls
from fakes.server import Server
from fakes.timing import PATIENT
from servers.certificates import Authority
from servers.process import Daemon
from servers.requirements import require

from .icinga import Icinga
from .nagios import Nagios
from .readme import ROOT
from .zabbix import DATABASE, SCHEMA, SYSTEM, Database, require_zabbix

EXAMPLES = ROOT / "contrib" / "configs" / "examples"
PASSWORD = 'it\'s \\ "$x" #1 : %'


def test_nagios_takes_the_services(plugins: Path, servers_directory: Path) -> None:
    """Nagios finds nothing to warn of in the example."""
    require("nagios4")
    made = Nagios(servers_directory / "watches-nagios", plugins)
    shutil.copy(EXAMPLES / "nagios.cfg", made.etc / "conf.d")
    made.verify()


def test_icinga_takes_the_services(
    plugins: Path, servers_directory: Path, authority: Authority
) -> None:
    """Icinga finds nothing to warn of in the example, and makes a service for each program."""
    require("icinga2")
    made = Icinga(servers_directory / "watches-icinga", authority, plugins)
    shutil.copy(ROOT / "contrib" / "icinga2" / "smtp_auth.conf", made.etc / "conf.d")
    shutil.copy(EXAMPLES / "icinga.conf", made.etc / "conf.d")
    command, daemon, *options = made.command()
    done = subprocess.run([command, daemon, "-C", *options], capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout
    assert "warning" not in done.stdout, done.stdout
    assert "Instantiated 3 Services" in done.stdout, done.stdout


class MediaTypes(Database):
    """PostgreSQL with no more of Zabbix than the table that has its mailboxes."""

    def start(self) -> None:
        """Make the cluster, start it, and make the table as Zabbix's own schema has it."""
        self._run("initdb", "-D", self._data, "-U", DATABASE, "--auth=trust", "--no-sync")
        Daemon.start(self)
        self._run("createdb", *self.place, DATABASE)
        with gzip.open(SYSTEM / SCHEMA / "schema.sql.gz", "rt", encoding="utf-8") as schema:
            found = re.search(
                r"^CREATE TABLE media_type \(.*?^\);", schema.read(), re.DOTALL | re.M
            )
        assert found is not None
        self.ask(found[0])

    def ask(self, statements: str, *options: str, user: str = DATABASE) -> str:
        """Have psql run statements; return what it prints, without decoration."""
        command = ("psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", *options)
        done = subprocess.run(
            [*command, "-h", str(self.directory), "-U", user, DATABASE],
            input=statements.encode(),
            stdout=subprocess.PIPE,
            check=True,
        )
        return done.stdout.decode()


@pytest.fixture(scope="module")
def media(servers_directory: Path) -> Iterator[MediaTypes]:
    """Zabbix's media types: one that logs in, one that does not, one switched off, one for SMS."""
    require_zabbix()
    made = MediaTypes(servers_directory / "media")
    made.start()
    quoted = PASSWORD.replace("'", "''")
    columns = "mediatypeid, name, type, status, smtp_server, smtp_port, smtp_security"
    made.ask(
        f"INSERT INTO media_type ({columns}, smtp_authentication, username, passwd, smtp_email)"
        f" VALUES (1, 'Email', 0, 0, 'localhost', 587, 1, 1, 'zbx', '{quoted}', 'z@example.com'),"
        " (2, 'Open', 0, 0, 'localhost', 25, 0, 0, '', '', 'z@example.com'),"
        " (3, 'Off', 0, 1, 'localhost', 587, 1, 1, 'off', 'off', 'z@example.com'),"
        " (4, 'Office', 0, 0, 'mail.example.com', 465, 2, 1, 'office', 'p', 'o@example.com'),"
        " (5, 'SMS', 2, 0, '', 25, 0, 0, '', '', '');"
    )
    grant = (EXAMPLES / "zabbix-grant.sql").read_text("utf-8")
    made.ask(grant, "-v", "password='choose-one'")
    yield made
    made.stop()


def test_what_zabbix_logs_in_with(media: MediaTypes) -> None:
    """Each media type that logs in is told in the words of an accounts file, without passwords."""
    query = (EXAMPLES / "zabbix-media.sql").read_text("utf-8")
    assert media.ask(query, user="smtp_auth_watch").splitlines() == [
        "Email|localhost|587|starttls|zbx|z@example.com",
        "Office|mail.example.com|465|implicit|office|o@example.com",
    ]


def test_the_user_may_read_nothing_else(media: MediaTypes) -> None:
    """The database's user can neither change a media type nor read what else is there."""
    media.ask("CREATE TABLE users (passwd text);")
    for statement in ("SELECT passwd FROM users;", "UPDATE media_type SET passwd = '';"):
        with pytest.raises(subprocess.CalledProcessError):
            media.ask(statement, user="smtp_auth_watch")


def test_the_mailbox_of_zabbix(
    media: MediaTypes, tmp_path: Path, certificates: Certificates
) -> None:
    """The example's account logs in with the password in the database, whatever it is."""
    ok = b"250 2.0.0 OK\r\n"
    asked = [*ACCEPT, *answer(b"MAIL", ok), *answer(b"RSET", ok)]
    with Server(starttls(certificates.server.file, asked)) as server:
        text = (EXAMPLES / "zabbix.ini").read_text("utf-8")
        for old, new in {
            "host = mail.example.com": "host = localhost",
            "port = 587": f"port = {server.port}",
            "user = zabbix@example.com": "user = zbx",
            "/etc/smtp-auth-watch": str(EXAMPLES),
            "-h localhost": f"-h {media.directory}",
        }.items():
            assert old in text
            text = text.replace(old, new)
        file = tmp_path / "accounts.ini"
        file.write_text(text, "utf-8")
        file.chmod(0o600)
        trust = ("--ca-file", certificates.ca_file, "-t", PATIENT)
        result = run("--accounts", file, *trust)
    assert result.code == 0, result.output
    assert b"AUTH PLAIN " + base64.b64encode(f"\0zbx\0{PASSWORD}".encode()) in server.lines
