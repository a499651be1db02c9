"""A private Dovecot, 2.3 or 2.4: its own submission service, and a SASL socket for Postfix.

Dovecot counts a client on the same address as secure, so on loopback it offers and takes PLAIN
without TLS whatever `disable_plaintext_auth` says; a client bound to 127.0.0.2 sees the refusal.
"""

from __future__ import annotations

import base64
import grp
import os
import pwd
import socket
import subprocess
from collections.abc import Sequence
from pathlib import Path

from .attempts import DOVECOT_READY, Record, dovecot_record
from .certificates import Authority, Certificate
from .mailserver import PROXY_HEADER, MailServer
from .process import PATIENCE, loopback_addresses, program, wait_until

MECHANISMS = ("PLAIN", "LOGIN", "CRAM-MD5", "SCRAM-SHA-1", "SCRAM-SHA-256")
_WITHOUT_PASSWORD = ("XOAUTH2", "OAUTHBEARER", "EXTERNAL")

# What the two call otherwise.
_OLD = """\
ssl_cert = <{certificate}
ssl_key = <{certificate}
disable_plaintext_auth = {disable_plaintext_auth}
mail_location = maildir:%h
{nodelay}
passdb {{
  driver = passwd-file
  args = {users}
  mechanisms = none {password_mechanisms}
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={directory}/home
}}
"""
_NEW = """\
dovecot_config_version = 2.4.0
dovecot_storage_version = 2.4.0
ssl_server_cert_file = {certificate}
ssl_server_key_file = {certificate}
auth_allow_cleartext = {allow_cleartext}
log_debug = category=smtp-server
mail_driver = maildir
mail_path = ~
{nodelay}
passdb passwd-file {{
  passwd_file_path = {users}
}}
userdb static {{
  fields {{
    uid = {uid}
    gid = {gid}
    home = {directory}/home
  }}
}}
"""
_CONFIGURATION = """\
base_dir = {directory}/run
state_dir = {directory}/state
log_path = {log}
protocols = submission
listen = {addresses}
hostname = dovecot.test
ssl = yes
auth_mechanisms = {mechanisms}
auth_verbose = yes
auth_debug = yes
auth_failure_delay = {failure_delay} s
first_valid_uid = 1
first_valid_gid = 1
mail_max_userip_connections = 0
submission_relay_host = 127.0.0.1
submission_relay_port = 9
# Told here, the relay is not asked for them, and a login needs no relay.
submission_backend_capabilities = 8BITMIME
service auth {{
  unix_listener {socket} {{
    mode = 0666
  }}
}}
service anvil {{
  # Without it nobody is made to wait for having failed before.
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
service submission-login {{
  process_limit = 500
  inet_listener submission {{
    port = {port_starttls}
  }}
  inet_listener submissions {{
    port = {port_implicit}
    ssl = yes
  }}
}}
service submission {{
  process_limit = 500
}}
{identity}
{settings}
"""

# auth_failure_delay = 0 still has a refusal wait for a timer of half a second. This field, which
# only a password database can set, has it sent at once.
_OLD_NODELAY = """\
passdb {
  driver = static
  args = noauthenticate=y nodelay=y
}
"""
_NEW_NODELAY = """\
passdb static {
  fields {
    noauthenticate = yes
    nodelay = yes
  }
}
"""

# Run by an ordinary user: all processes are that user's, and none changes its root.
_ORDINARY_USER = """\
default_internal_user = {user}
default_internal_group = {group}
default_login_user = {user}
service anvil {{
  chroot =
}}
service submission-login {{
  chroot =
}}
"""


def version() -> str:
    """Return the version of the Dovecot that is installed, as "2.3.19.1 (9b53102964)"."""
    command = [program("dovecot") or "dovecot", "--version"]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout.decode().strip()


def by_version(old: str, new: str) -> str:
    """Return what the Dovecot that is installed understands: as 2.3 calls it, or 2.4."""
    return old if version().startswith("2.3.") else new


class Dovecot(MailServer):
    """Dovecot with a submission service and, at `auth_socket`, SASL for Postfix.

    `attempts()` tells those of the submission service only.
    """

    ready = DOVECOT_READY

    def __init__(
        self,
        directory: Path,
        authority: Authority,
        *,
        certificate: Certificate | None = None,
        disable_plaintext_auth: bool = True,
        mechanisms: tuple[str, ...] = MECHANISMS,
        failure_delay: int = 0,
        settings: str = "",
    ) -> None:
        """Make a Dovecot that is not yet started.

        `failure_delay` (seconds) makes it a tarpit for wrong passwords. `settings` is text that
        ends the configuration.
        """
        super().__init__(directory, authority)
        self.certificate = certificate or authority.server
        self.disable_plaintext_auth = disable_plaintext_auth
        self.mechanisms = mechanisms
        self.failure_delay = failure_delay
        self.settings = settings
        self.auth_socket = directory / "run" / "auth-smtp"
        if "haproxy = yes" in settings:
            self.preface = PROXY_HEADER
        self._passwords = {self.user: self.password}
        self._write_users()

    def configure(self) -> None:
        """Write the configuration for the present ports."""
        root = os.geteuid() == 0
        me = pwd.getpwuid(os.geteuid())
        owner = pwd.getpwnam("nobody") if root else me
        identity = _ORDINARY_USER.format(user=me.pw_name, group=grp.getgrgid(me.pw_gid).gr_name)
        nodelay = by_version(_OLD_NODELAY, _NEW_NODELAY)
        text = (by_version(_OLD, _NEW) + _CONFIGURATION).format(
            directory=self.directory,
            log=self.log,
            users=self._users,
            addresses=", ".join(loopback_addresses()),
            certificate=self.certificate.file,
            disable_plaintext_auth="yes" if self.disable_plaintext_auth else "no",
            allow_cleartext="no" if self.disable_plaintext_auth else "yes",
            mechanisms=" ".join(self.mechanisms).lower(),
            password_mechanisms=" ".join(m for m in self.mechanisms if m not in _WITHOUT_PASSWORD),
            failure_delay=self.failure_delay,
            nodelay="" if self.failure_delay else nodelay,
            uid=owner.pw_uid,
            gid=owner.pw_gid,
            socket=self.auth_socket.name,
            port_starttls=self.port_starttls,
            port_implicit=self.port_implicit,
            identity="" if root else identity,
            settings=self.settings,
        )
        (self.directory / "dovecot.conf").write_text(text, "utf-8")

    def command(self) -> list[str]:
        """Return the command line of the master process."""
        return [program("dovecot") or "dovecot", "-F", "-c", str(self.directory / "dovecot.conf")]

    @property
    def _users(self) -> Path:
        return self.directory / "users"

    def _write_users(self) -> None:
        """Write the password file, in one step; base64 since a password may hold a colon."""
        lines = []
        for user, password in self._passwords.items():
            encoded = base64.b64encode(password.encode("utf-8")).decode("ascii")
            lines.append(f"{user}:{{PLAIN.b64}}{encoded}\n")
        new = self._users.with_suffix(".new")
        new.write_text("".join(lines), "utf-8")
        # Dovecot notices a change by size and by mtime in whole seconds.
        stamp = self._users.stat().st_mtime + 1 if self._users.exists() else 1
        os.utime(new, (stamp, stamp))
        new.chmod(0o644)
        new.replace(self._users)

    def _store_password(self, user: str, password: str) -> None:
        """Change the file and wait: Dovecot looks at it at most once in a second."""
        self._passwords[user] = password
        reads = self._reads()
        self._write_users()
        if self.running and not wait_until(
            lambda: self._look_up(user) and self._reads() > reads, PATIENCE
        ):
            raise TimeoutError(f"Dovecot does not read {self._users} again")

    def add_users(self, users: Sequence[str], password: str) -> None:
        """Add many users in one step."""
        self._passwords.update(dict.fromkeys(users, password))
        self.set_password(users[-1], password)

    def _reads(self) -> int:
        return self.read_log().count(f"passwd-file {self._users}:Read ")

    def _look_up(self, user: str) -> bool:
        """Have the auth process look a user up, which it logs and which is not an AUTH."""
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as master:
            master.settimeout(PATIENCE)
            master.connect(str(self.directory / "run" / "auth-master"))
            master.sendall(f"VERSION\t1\t0\nPASS\t1\t{user}\tservice=fixture\n".encode())
            answer = b""
            while answer.count(b"\n") < 3:  # its version, its pid, the answer
                answer += master.recv(4096)
        return True

    def _log_mark(self, mark: str) -> None:
        self._look_up(mark)

    def _record(self) -> Record:
        return dovecot_record(self.read_log().splitlines())
