"""Postfix as a client: the logins that it makes, and those that are read of its configuration."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from base64 import b64decode
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from fakes.memory import secret_of
from fakes.scripts import REJECTION, clear
from fakes.server import Server, expect, send

from check_smtp_auth.accounts import Program
from check_smtp_auth.credentials.program import read
from check_smtp_auth.net.loop import run_one

from .postfix import HOSTNAME, make_queue, master_command, master_environment
from .process import PATIENCE, Daemon, make_directory, program, wait_until, workshop
from .requirements import require

MASTER = """\
pickup   unix n - n 60 1 pickup
cleanup  unix n - n - 0 cleanup
qmgr     unix n - n 300 1 qmgr
rewrite  unix - - n - - trivial-rewrite
bounce   unix - - n - 0 bounce
defer    unix - - n - 0 bounce
trace    unix - - n - 0 bounce
smtp     unix - - n - - smtp
error    unix - - n - - error
retry    unix - - n - - error
postlog  unix-dgram n - n - 1 postlogd
"""
# A sender, the address and the spelling of its relay host, and lines of the map; {port} is the
# relay host's.
TRAPS = (
    ("a@a.test", "127.0.0.1", "[127.0.0.1]:{port}", "[127.0.0.1]:{port} u:pa:ss w#1"),
    ("b@a.test", "127.0.0.2", "[127.0.0.2]:{port}", "[127.0.0.2]:{port} u:no\n127.0.0.2 u:host"),
    ("c@a.test", "127.0.0.1", "[127.0.0.1]:{port}", "[127.0.0.1]:{port} u:no\nc@a.test u:sender"),
    ("d@d.test", "127.0.0.1", "[127.0.0.1]:{port}", "[127.0.0.1]:{port} u:no\n@d.test u:domain"),
    ("e+x@a.test", "127.0.0.1", "[127.0.0.1]:{port}", "[127.0.0.1]:{port} u:no\ne@a.test u:plain"),
    ("f@a.test", "127.0.0.1", "[LocalHost]:{port}", "[LOCALHOST]:{port} u:\\\"'$x%{{}}`id`"),
    ("g@a.test", "127.0.0.1", "[127.0.0.1]:{port}", "[127.0.0.1]:{port} jürgen:grün€"),
    ("h@a.test", "127.0.0.1", "[127.0.0.1]:{port}", "# x\n[127.0.0.1]:{port}   u : p  q  \n  r"),
    ("i@a.test", "127.0.0.1", "[127.0.0.1]:{port}", "[127.0.0.1]:{port} u::p:"),
)
SETTINGS = {
    "compatibility_level": "3.6",
    "myhostname": HOSTNAME,
    "mydestination": "",
    "inet_interfaces": "loopback-only",
    "inet_protocols": "ipv4",
    "alias_maps": "",
    "local_recipient_maps": "",
    "smtp_host_lookup": "native",
    "smtp_sasl_auth_enable": "yes",
    "smtp_sasl_security_options": "noanonymous",
    "smtp_sender_dependent_authentication": "yes",
    "smtp_sasl_password_maps": "$default_database_type:$config_directory/logins",
    "sender_dependent_relayhost_maps": "$default_database_type:$config_directory/relays",
    "recipient_delimiter": "+",
    "smtp_tls_security_level": "none",
    "relayhost": "[127.0.0.1]:9",
}


class Client(Daemon):
    """A Postfix that only sends."""

    ready = "daemon started --"

    def write(self, tables: dict[str, str]) -> None:
        """Write its configuration, its tables and its queue."""
        folder = self.directory / "etc"
        make_directory(folder)
        settings = {
            **SETTINGS,
            "queue_directory": f"{self.directory}/queue",
            "data_directory": f"{self.directory}/data",
            "maillog_file": str(self.log),
            "maillog_file_prefixes": str(self.directory),
        }
        main = folder / "main.cf"
        main.write_text("".join(f"{name} = {settings[name]}\n" for name in settings), "utf-8")
        os.utime(main, (time.time() - 60, time.time() - 60))
        (folder / "master.cf").write_text(MASTER, "utf-8")
        for name, text in tables.items():
            (folder / name).write_text(text, "utf-8")
            self.run("postmap", str(folder / name))
        make_queue(self.directory)

    def command(self) -> list[str]:
        """Return the command line of the master process."""
        return master_command(self.directory)

    def environment(self) -> dict[str, str]:
        """Have the master log to our file what ends it early."""
        return master_environment(self.directory)

    def run(self, name: str, *words: str, text: bytes = b"") -> None:
        """Run a program of Postfix's on this configuration."""
        env = {**os.environ, "MAIL_CONFIG": str(self.directory / "etc")}
        # Exim has a sendmail too: Postfix's is beside its other programs.
        beside = Path(program("postfix") or "/usr/sbin/postfix").with_name(name)
        command = [str(beside if beside.exists() else program(name) or name), *words]
        subprocess.run(command, input=text, env=env, check=True, timeout=PATIENCE)


@pytest.fixture
def place() -> Iterator[Path]:
    """A directory that Postfix may enter."""
    directory = workshop()
    yield directory
    shutil.rmtree(directory, ignore_errors=True)


def test_the_login_is_the_one_that_postfix_makes(place: Path) -> None:
    """For each sender the server gets from Postfix the user and password that are read of its
    configuration: by sender, by host, by the spelling of the relay host, and with all that means
    something elsewhere.
    """
    require("postfix", "sasl-mechanisms", root=True)
    script = clear([expect(b"AUTH PLAIN"), send(REJECTION)], offer="AUTH PLAIN")
    client = Client(place / "postfix")
    with ExitStack() as stack:
        servers = [stack.enter_context(Server(script, address=trap[1])) for trap in TRAPS]
        relays, logins = "", ""
        for server, (sender, _, relay, lines) in zip(servers, TRAPS):
            relays += f"{sender.replace('+x', '')} {relay.format(port=server.port)}\n"
            logins += f"{lines.format(port=server.port)}\n"
        client.write({"relays": relays, "logins": logins})
        client.start()
        try:
            for sender, *_ in TRAPS:
                client.run("sendmail", "-f", sender, "x@example.test", text=b"Subject: x\n\nx\n")
            assert wait_until(lambda: all(map(said, servers)), PATIENCE), client.read_log()
        finally:
            client.stop()
        sent = [
            next(line for each in server.connections for line in each.lines if b"AUTH" in line)
            for server in servers
        ]
    folder = str(place / "postfix" / "etc")
    for (sender, *_), line, server in zip(TRAPS, sent, servers):
        (login,) = run_one(read(Program("postfix", folder, sender), time.monotonic() + 30)).found
        theirs = b64decode(line.split()[2]).decode().split("\0")[1:]
        assert [login.user, secret_of(login)] == theirs, (sender, login.problem)
        assert (login.port, login.sender) == (server.port, sender)


def said(server: Server) -> bool:
    """Tell whether somebody has tried to log in at a server."""
    return any(b"AUTH" in line for each in server.connections for line in each.lines)
