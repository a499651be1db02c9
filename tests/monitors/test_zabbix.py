"""A real Zabbix runs the plugin by the template, set up as contrib/zabbix/README.md says.

Each host has a memory of its own for the plugin, since a server's budget of rejected logins
is for all that share one. The interval is a second, where the template has five minutes.
"""

from __future__ import annotations

import shutil
import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Callable, NamedTuple

import pytest
from servers.certificates import Authority
from servers.mailserver import MailServer
from servers.process import make_directory, workshop
from servers.variants import Variants

from .zabbix import Database, Frontend, Server, require_zabbix
from .zabbix_api import CHECK, Api, Host
from .zabbix_readme import CHECKOUT, Reader

TEMPLATE = CHECKOUT / "contrib/zabbix/template_smtp_auth.yaml"
SECRET = "right-secret"
OK, WARNING, CRITICAL, UNKNOWN = "0123"

AddHost = Callable[..., Host]


class Setup(NamedTuple):
    """All that runs, with the plugin installed and the template imported."""

    directory: Path
    servers: Variants
    mail: MailServer
    reader: Reader
    api: Api


@pytest.fixture(scope="module")
def zabbix() -> Iterator[Setup]:
    """Mail servers, a database, Zabbix and its frontend; the README is followed up to its hosts."""
    require_zabbix()
    directory = workshop()
    authority = Authority(directory / "certificates")
    servers = Variants(directory, authority)
    database = Database(directory / "database")
    memory = directory / "memory"
    make_directory(memory)
    shutil.chown(memory, "zabbix")
    trust = {"SSL_CERT_FILE": str(authority.ca_file), "MP_STATE_PATH": str(memory)}
    server = Server(directory / "server", database, trust)
    frontend = Frontend(directory / "frontend", database, server)
    daemons = (database, server, frontend)
    try:
        mail = servers.postfix("dovecot")
        names = examples(directory, mail, server)
        reader = Reader(directory, names, mail.password, trust)
        with ThreadPoolExecutor() as pool:
            database_ready = pool.submit(database.start)
            reader.follow(0)
            database_ready.result()
        server.start()
        frontend.start()
        api = Api(frontend.url)
        api.import_template(TEMPLATE)
        yield Setup(directory, servers, mail, reader, api)
    finally:
        for daemon in reversed(daemons):
            daemon.stop()
        servers.stop()
        shutil.rmtree(directory, ignore_errors=True)


def examples(directory: Path, mail: MailServer, server: Server) -> dict[str, str]:
    """Return what is to be put in the place of the README's examples."""
    return {
        "mail.example.com": mail.host,
        "-p 587": f"-p {mail.port_starttls}",
        "| `587` |": f"| `{mail.port_starttls}` |",
        "finance@example.com": mail.user,
        "/opt/check_smtp_auth": f"{directory}/opt",
        "/etc/zabbix/externalscripts": str(server.scripts),
        "/etc/smtp": f"{directory}/smtp",
        "/var/lib/check_smtp_auth": f"{directory}/lib",
    }


class Account:
    """A user on a mail server, the password file that Zabbix has for it, and the host."""

    def __init__(self, zabbix: Setup, name: str) -> None:
        """Make the password file, with the right password."""
        self.name = name
        self._zabbix = zabbix
        self._room = zabbix.directory / name
        make_directory(self._room)
        self.file = self._room / "password"
        self.file.touch(0o600)
        shutil.chown(self.file, "zabbix")
        self.file.write_text(SECRET)

    def add_host(self, server: MailServer, **macros: str) -> Host:
        """Add the user to the server and the host to Zabbix, with these macros beside the usual."""
        server.set_password(self.name, SECRET)
        usual = {
            "USER": self.name,
            "PASSWORD_FILE": str(self.file),
            "STATE_DIR": str(self._memory()),
            "PORT": str(server.port_starttls),
            "TLS_NAME": server.host,
            "INTERVAL": "1s",
        }
        given = {f"{{$SMTP_AUTH.{name}}}": text for name, text in {**usual, **macros}.items()}
        return self._zabbix.api.add_host(self.name, "127.0.0.1", given)

    def _memory(self) -> Path:
        directory = self._room / "state"
        directory.mkdir(0o700)
        shutil.chown(directory, "zabbix")
        return directory


@pytest.fixture
def account(zabbix: Setup, request: pytest.FixtureRequest) -> Account:
    """An account of the test's own, whose password file is right."""
    return Account(zabbix, request.node.name)


@pytest.fixture(scope="module", autouse=True)
def ended(zabbix: Setup) -> Iterator[Host]:
    """A host whose checks Zabbix ends; made before all else, for its alarm takes half a minute.

    The server never greets, and the plugin would wait for longer than Zabbix does.
    """
    with socket.create_server(("127.0.0.1", 0)) as mute:
        port = str(mute.getsockname()[1])
        account = Account(zabbix, "ended")
        yield account.add_host(zabbix.mail, PORT=port, TIMEOUT="10", NODATA="30s")


def tarpit(zabbix: Setup) -> MailServer:
    """A server that lets a wrong password wait for five seconds, as Exchange does."""
    return zabbix.servers.dovecot(failure_delay=5)


def test_the_readme_leads_to_a_first_result(zabbix: Setup) -> None:
    """Who follows the README word by word has a first result, and it says OK."""
    zabbix.reader.follow(1)
    assert zabbix.reader.follow(2).startswith("SMTP_AUTH OK")
    host = zabbix.api.add_host("finance", zabbix.mail.host, zabbix.reader.macros())

    def executed() -> bool:
        host.execute_now()
        return host.value("state") == OK

    host.wait(executed)
    assert host.value("diagnosis") == "authenticated"
    assert host.problems() == []


def test_importing_again_changes_nothing(zabbix: Setup) -> None:
    """Whoever imports the template once more is shown no changes: Zabbix kept all of it."""
    assert zabbix.api.changes(TEMPLATE) == []


def test_a_password_changed_on_the_server(zabbix: Setup, account: Account) -> None:
    """A password changed on the server is a problem that says what to do, until it is done."""
    host = account.add_host(zabbix.mail)
    host.wait_for("state", OK)
    worked = float(host.value("last_success") or 0)
    assert float(host.value("auth_time") or 0) > 0
    assert float(host.value("certificate_days") or 0) == 364

    zabbix.mail.set_password(account.name, "changed-secret")
    host.wait_for("diagnosis", "credentials-rejected")
    problem = host.problem()
    assert host.value("state") == CRITICAL
    assert problem.severity == "High"
    assert account.name in problem.name
    assert "user name or password rejected: 535 5.7.8" in problem.name
    assert problem.operational_data.startswith("CRITICAL ")
    for text in (problem.operational_data, problem.description):
        assert "put the new one into the password file" in text
        assert "it was changed on the server" in text

    account.file.write_text("changed-secret")
    host.wait(lambda: host.value("state") == OK and not host.problems())
    assert float(host.value("last_success") or 0) > worked


def test_a_login_that_is_held_back(zabbix: Setup, account: Account) -> None:
    """An account that is not tried any more stays a problem, and the server sees no more logins."""
    account.file.write_text("wrong-secret")
    server = zabbix.servers.dovecot()
    with server.watch() as attempts:
        host = account.add_host(server)
        host.wait_for("diagnosis", "held")
        problem = host.problem()
        seen = host.items()["smtp_auth.state"]["lastclock"]
        host.wait(lambda: int(host.items()["smtp_auth.state"]["lastclock"]) > int(seen) + 1)
    assert len(attempts) == 2
    assert host.value("state") == CRITICAL
    assert "user name or password rejected" in problem.name
    assert "not tried" in str(host.value("summary"))


def test_macros_that_are_left_empty(zabbix: Setup, account: Account) -> None:
    """A host with nothing but user, password file and port is checked with all the defaults."""
    host = account.add_host(zabbix.mail, TLS_NAME="", STATE_DIR="")
    host.wait_for("state", OK)
    assert host.value("diagnosis") == "authenticated"


def test_a_host_without_a_user(zabbix: Setup, account: Account) -> None:
    """A host on which the user was forgotten is a problem that names the option."""
    host = account.add_host(zabbix.mail, USER="")
    problem = host.problem()
    assert problem.severity == "Average"
    assert "-u" in problem.name
    assert host.value("state") == UNKNOWN
    assert host.value("diagnosis") == "misconfigured"


def test_a_tarpit(zabbix: Setup, account: Account) -> None:
    """A wrong password that the server answers too late is a problem, and the check has an end."""
    account.file.write_text("wrong-secret")
    host = account.add_host(tarpit(zabbix))
    problem = host.problem()
    assert problem.severity == "High"
    assert "AUTH" in problem.name
    assert host.value("diagnosis") in ("timeout", "held")
    assert [item["error"] for item in host.items().values() if item["state"] == "1"] == []


def test_a_check_that_zabbix_ends(ended: Host) -> None:
    """A check that takes longer than Zabbix waits is a problem that says which times to change."""
    problem = ended.problem()
    assert "Timeout while executing" in ended.items()[CHECK]["error"]
    assert problem.severity == "Average"
    assert "No result for 30s" in problem.name
    assert "zabbix_server.conf" in problem.description
