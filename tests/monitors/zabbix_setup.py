"""Mail servers, and a Zabbix that checks them, set up as contrib/zabbix/README.md says."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import NamedTuple

from servers.certificates import Authority
from servers.mailserver import MailServer
from servers.process import make_directory
from servers.variants import Variants

from .zabbix import Database, Frontend, Server
from .zabbix_api import Api, Host
from .zabbix_readme import CHECKOUT, Reader

TEMPLATE = CHECKOUT / "contrib/zabbix/template_smtp_auth.yaml"
SECRET = "right-secret"


class Setup(NamedTuple):
    """All that runs, with the plugin installed and the template imported."""

    directory: Path
    servers: Variants
    mail: MailServer
    reader: Reader
    api: Api
    url: str


@contextmanager
def running(directory: Path) -> Iterator[Setup]:
    """Start everything, follow the README up to where it makes a host, and stop at the end."""
    authority = Authority(directory / "certificates")
    memory = directory / "memory"
    make_directory(memory)
    shutil.chown(memory, "zabbix")
    # The system trusts the mail servers' authority, and what is remembered stays in here.
    system = {"SSL_CERT_FILE": str(authority.ca_file), "MP_STATE_PATH": str(memory)}
    servers = Variants(directory, authority)
    database = Database(directory / "database")
    server = Server(directory / "server", database, system)
    frontend = Frontend(directory / "frontend", database, server)
    with ExitStack() as ending:
        for part in (servers, database, server, frontend):
            ending.callback(part.stop)
        mail = servers.postfix("dovecot")
        reader = Reader(directory, _examples(directory, mail, server), mail.password, system)
        with ThreadPoolExecutor() as pool:
            filled = pool.submit(database.start)
            reader.follow(0)
            filled.result()
        server.start()
        frontend.start()
        api = Api(frontend.url)
        api.import_template(TEMPLATE)
        yield Setup(directory, servers, mail, reader, api, frontend.url)


def _examples(directory: Path, mail: MailServer, server: Server) -> dict[str, str]:
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
    """A user on a mail server, the password file that Zabbix has for it, and the host.

    The plugin has a memory for it alone: what a server allows of rejected logins, all accounts
    share that are remembered together.
    """

    def __init__(self, setup: Setup, name: str) -> None:
        """Make the password file, with the right password."""
        self.name = name
        self._api = setup.api
        room = setup.directory / name
        make_directory(room)
        self.file = room / "password"
        self.file.touch(0o600)
        self.file.write_text(SECRET)
        self._memory = room / "state"
        self._memory.mkdir(0o700)
        for path in (self.file, self._memory):
            shutil.chown(path, "zabbix")

    def add_host(self, server: MailServer, **macros: str) -> Host:
        """Add the user to the server and the host to Zabbix, with these macros beside the usual."""
        server.set_password(self.name, SECRET)
        usual = {
            "USER": self.name,
            "PASSWORD_FILE": str(self.file),
            "STATE_DIR": str(self._memory),
            "PORT": str(server.port_starttls),
            "TLS_NAME": server.host,
            "INTERVAL": "1s",
        }
        given = {f"{{$SMTP_AUTH.{name}}}": text for name, text in {**usual, **macros}.items()}
        return self._api.add_host(self.name, "127.0.0.1", given)
