"""A private Postfix: a submission port with STARTTLS, one with implicit TLS, SASL of either kind.

Only what a login needs is running, and nothing that could deliver: after a good login MAIL and
RCPT are answered as by any submission server, DATA is refused.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Union

from .attempts import POSTFIX_READY, Record, postfix_record
from .certificates import Authority, Certificate
from .cyrus import MECHANISMS as CYRUS_MECHANISMS
from .cyrus import CyrusSasl
from .dovecot import Dovecot
from .mailserver import PROXY_HEADER, MailServer
from .process import loopback_addresses, make_directory, program

HOSTNAME = "postfix.test"

_MASTER = """\
{services}
tlsmgr   unix       -  -  n  1000?  1    tlsmgr
rewrite  unix       -  -  n  -      -    trivial-rewrite
cleanup  unix       n  -  n  -      0    cleanup
postlog  unix-dgram n  -  n  -      1    postlogd
"""

# Modes and groups as `postfix set-permissions` would make them.
_QUEUES = ("active", "bounce", "corrupt", "defer", "deferred", "hold", "incoming", "private")
_SHARED_QUEUES = {"public": 0o710, "maildrop": 0o730}


class DovecotSasl:
    """SASL by the socket of a Dovecot of its own."""

    kind = "dovecot"

    def __init__(self, dovecot: Dovecot) -> None:
        """Take a Dovecot, which is started and stopped together with Postfix."""
        self.dovecot = dovecot
        self.mechanisms = dovecot.mechanisms
        self.path = str(dovecot.auth_socket)

    def start(self) -> None:
        """Start the Dovecot."""
        self.dovecot.start()

    def stop(self) -> None:
        """Stop the Dovecot."""
        self.dovecot.stop()

    def set_password(self, user: str, password: str) -> None:
        """Add a user or change a password in Dovecot."""
        self.dovecot.set_password(user, password)


Sasl = Union[CyrusSasl, DovecotSasl]


def cyrus_for(directory: Path, mechanisms: tuple[str, ...] = CYRUS_MECHANISMS) -> CyrusSasl:
    """Make the Cyrus SASL of the Postfix that will live in `directory`.

    Debian's Postfix looks for smtpd.conf in the directory `sasl` beside main.cf, whatever
    cyrus_sasl_config_path says.
    """
    return CyrusSasl(directory / "etc" / "sasl", HOSTNAME, mechanisms)


def make_queue(directory: Path) -> None:
    """Make the queue and the data of a Postfix whose configuration is `directory`/etc."""
    owner, group = _postconf("mail_owner"), _postconf("setgid_group")
    queue = directory / "queue"
    make_directory(queue)
    make_directory(queue / "pid")
    for each in (directory / "data", *(queue / name for name in _QUEUES)):
        each.mkdir(exist_ok=True)
        each.chmod(0o700)
        shutil.chown(each, owner)
    for name, mode in _SHARED_QUEUES.items():
        (queue / name).mkdir(exist_ok=True)
        shutil.chown(queue / name, owner, group)
        (queue / name).chmod(mode)


def master_command(directory: Path) -> list[str]:
    """Return the command line of a Postfix's master process."""
    master = Path(_postconf("daemon_directory")) / "master"
    return [str(master), "-c", str(directory / "etc")]


def master_environment(directory: Path) -> dict[str, str]:
    """Return what has the master log to our file what ends it early."""
    service = directory / "queue" / "public" / "postlog"
    return {"POSTLOG_SERVICE": str(service), "POSTLOG_HOSTNAME": HOSTNAME}


class Postfix(MailServer):
    """Postfix, which asks Cyrus SASL or Dovecot about a login."""

    ready = POSTFIX_READY

    def __init__(
        self,
        directory: Path,
        authority: Authority,
        sasl: Sasl,
        *,
        tls: str = "may",
        certificate: Certificate | None = None,
        auth_only: bool = True,
        settings: Mapping[str, str] | None = None,
    ) -> None:
        """Make a Postfix that is not yet started.

        `tls` is its smtpd_tls_security_level: "may" offers STARTTLS, "encrypt" wants it before
        all else, "none" has no TLS at all and nothing on `port_implicit`. With `auth_only` AUTH
        is offered only under TLS. `settings` are lines of main.cf that win over ours.
        """
        super().__init__(directory, authority)
        self.sasl = sasl
        self.mechanisms = sasl.mechanisms
        self.tls = tls
        self.certificate = certificate or authority.server
        self.auth_only = auth_only
        self.settings = dict(settings or {})
        if self.settings.get("smtpd_upstream_proxy_protocol"):
            self.preface = PROXY_HEADER
        self.sasl.set_password(self.user, self.password)

    def start(self) -> None:
        """Start SASL, then Postfix."""
        self.sasl.start()
        super().start()

    def stop(self) -> None:
        """Stop Postfix, then SASL."""
        super().stop()
        self.sasl.stop()

    def configure(self) -> None:
        """Write main.cf and master.cf for the present ports, and make the queue."""
        configuration = self.directory / "etc"
        make_directory(configuration)
        main = configuration / "main.cf"
        settings = {**self._settings(), **self.settings}
        main.write_text("".join(f"{name} = {settings[name]}\n" for name in settings), "utf-8")
        # Each Postfix program reads a fresh main.cf again and again until it is over a second old.
        os.utime(main, (time.time() - 60, time.time() - 60))
        text = _MASTER.format(services="\n".join(self._services()))
        (configuration / "master.cf").write_text(text, "utf-8")
        make_queue(self.directory)

    def command(self) -> list[str]:
        """Return the command line of the master process."""
        return master_command(self.directory)

    def environment(self) -> dict[str, str]:
        """Have the master log to our file what ends it early, as `postfix start` does."""
        return master_environment(self.directory)

    def _settings(self) -> dict[str, str]:
        addresses = [f"[{a}]" if ":" in a else a for a in loopback_addresses()]
        settings = {
            "compatibility_level": "3.6",
            "queue_directory": f"{self.directory}/queue",
            "data_directory": f"{self.directory}/data",
            "maillog_file": str(self.log),
            "maillog_file_prefixes": str(self.directory),
            "myhostname": HOSTNAME,
            "mydestination": "",
            "mynetworks": "127.0.0.0/8",
            "inet_interfaces": " ".join(addresses),
            "inet_protocols": "all" if len(addresses) > 1 else "ipv4",
            "alias_maps": "",
            "alias_database": "",
            "local_recipient_maps": "",
            "default_process_limit": "500",
            "smtpd_peername_lookup": "no",
            "smtpd_client_connection_count_limit": "0",  # with no limit anvil is not asked
            "smtpd_error_sleep_time": "0",
            "in_flow_delay": "0",  # else RCPT waits a second for a queue manager
            "smtpd_relay_restrictions": "permit_sasl_authenticated, reject",
            "smtpd_data_restrictions": "reject",
            "smtpd_sasl_auth_enable": "yes",
            "smtpd_sasl_type": self.sasl.kind,
            "smtpd_sasl_path": self.sasl.path,
            "smtpd_sasl_security_options": "noanonymous",
            # Logs each command and reply, from which the attempts are read.
            "debug_peer_list": "static:all",
            "debug_peer_level": "1",
            "smtpd_tls_security_level": self.tls,
        }
        if isinstance(self.sasl, CyrusSasl):
            settings["cyrus_sasl_config_path"] = str(self.sasl.directory)
        if self.tls != "none":
            settings["smtpd_tls_auth_only"] = "yes" if self.auth_only else "no"
            settings["smtpd_tls_chain_files"] = str(self.certificate.file)
        return settings

    def _services(self) -> list[str]:
        """Return the lines of master.cf for the ports."""
        lines = []
        for address in loopback_addresses():
            name = f"[{address}]" if ":" in address else address
            lines.append(f"{name}:{self.port_starttls} inet n - n - - smtpd")
            if self.tls != "none":
                wrapped = f"{name}:{self.port_implicit} inet n - n - - smtpd"
                lines.append(wrapped + " -o smtpd_tls_wrappermode=yes")
        return lines

    def add_users(self, users: Sequence[str], password: str) -> None:
        """Add many users, in one step where Dovecot keeps them."""
        if isinstance(self.sasl, DovecotSasl):
            self.sasl.dovecot.add_users(users, password)
        else:
            super().add_users(users, password)

    def _store_password(self, user: str, password: str) -> None:
        self.sasl.set_password(user, password)

    def _log_mark(self, mark: str) -> None:
        """Send a line where all of Postfix sends its lines: one queue, one reader."""
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as logger:
            logger.connect(str(self.directory / "queue" / "public" / "postlog"))
            logger.send(f"mark {mark}".encode("ascii"))

    def _record(self) -> Record:
        return postfix_record(self.read_log().splitlines())


def _postconf(name: str) -> str:
    """Return a compiled-in default of the installed Postfix."""
    command = [program("postconf") or "postconf", "-dh", name]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout.decode().strip()
