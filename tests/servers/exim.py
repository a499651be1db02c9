"""A private Exim: a submission port with STARTTLS, one with implicit TLS, passwords in a file.

It is Debian's, unpacked by contrib/dev/exim, since its package cannot be installed beside
Postfix. Its answers are those of Debian's own configuration; nothing is ever delivered, for
DATA is refused. Who shows a certificate of an address at example.test may log in by EXTERNAL.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from .attempts import Record, exim_record
from .certificates import Authority
from .mailserver import PROXY_HEADER, MailServer
from .process import living, loopback_addresses, make_directory, program, wait_until

USER = "Debian-exim"  # compiled in, and what a connection's process runs as

_AUTHENTICATORS = """\
begin authenticators

plain:
  driver = plaintext
  public_name = PLAIN
  server_prompts = :
  server_condition = ${if eq{$auth3}{${lookup{$auth2}lsearch{PASSWORDS}{$value}fail}}}
  server_set_id = $auth2

login:
  driver = plaintext
  public_name = LOGIN
  server_prompts = "Username:: : Password::"
  server_condition = ${if eq{$auth2}{${lookup{$auth1}lsearch{PASSWORDS}{$value}fail}}}
  server_set_id = $auth1

cram_md5:
  driver = cram_md5
  public_name = CRAM-MD5
  server_secret = ${lookup{$auth1}lsearch{PASSWORDS}{$value}fail}
  server_set_id = $auth1

external:
  driver = external
  public_name = EXTERNAL
  server_advertise_condition = $tls_in_certificate_verified
  server_param2 = ${certextract{subj_altname,mail,>:}{$tls_in_peercert}}
  server_condition = ${if eq{${domain:$auth2}}{example.test}}
  server_set_id = $auth2
"""

# As Debian's acl_check_rcpt: who has logged in may send to anybody.
ACCEPT = "accept"
_ACL = {
    "helo": ACCEPT,
    "auth": ACCEPT,
    "mail": ACCEPT,
    "rcpt": "accept authenticated = *\n  deny message = relay not permitted",
    "data": "deny",
}


class Exim(MailServer):
    """Exim, which looks a login up in a file of its own."""

    ready = "daemon started: "
    mechanisms = ("PLAIN", "LOGIN", "CRAM-MD5")

    def __init__(
        self,
        directory: Path,
        authority: Authority,
        *,
        settings: Mapping[str, str] | None = None,
        acl: Mapping[str, str] | None = None,
    ) -> None:
        """Make an Exim that is not yet started.

        `settings` are main options that win over ours; `acl` are the statements of its ACLs
        "helo", "auth", "mail" and "rcpt", each of which accepts what Debian's does.
        """
        super().__init__(directory, authority)
        self.log = directory / "mainlog"
        self.settings = dict(settings or {})
        self.acl = {**_ACL, **(acl or {})}
        if "hosts_proxy" in self.settings:
            self.preface = PROXY_HEADER
        self._certificate = authority.server.file
        self._passwords: dict[str, str] = {self.user: self.password}

    def configure(self) -> None:
        """Write the configuration for the present ports, and what Exim reads as its own user."""
        make_directory(self.directory)
        spool = self.directory / "spool"
        make_directory(spool)
        shutil.copy(str(self._certificate), str(self.directory / "certificate.pem"))
        (self.directory / "certificate.pem").chmod(0o640)
        for path in (self.directory, spool, self.directory / "certificate.pem"):
            shutil.chown(path, USER, USER)
        self._write_passwords()
        settings = {**self._settings(), **self.settings}
        lines = [f"PASSWORDS = {self.directory}/passwords"]
        lines += [f"{name} = {settings[name]}" for name in settings]
        lines += ["begin acl", *(f"{name}:\n  {self.acl[name]}" for name in self.acl)]
        text = "\n".join([*lines, _AUTHENTICATORS])
        (self.directory / "exim.conf").write_text(text, "utf-8")

    def command(self) -> list[str]:
        """Return the command line of a daemon in the foreground, with no runner of a queue."""
        return [program("exim4") or "exim4", "-C", str(self.directory / "exim.conf"), "-bdf"]

    def _settings(self) -> dict[str, str]:
        certificate = str(self.directory / "certificate.pem")
        return {
            "exim_path": program("exim4") or "",
            "primary_hostname": "exim.test",
            "spool_directory": f"{self.directory}/spool",
            "log_file_path": f"{self.directory}/%slog",
            "pid_file_path": f"{self.directory}/pid",
            "log_selector": "+pid +smtp_no_mail",
            "local_interfaces": "<; " + " ; ".join(loopback_addresses()),
            "daemon_startup_retries": "0",
            "daemon_smtp_ports": f"{self.port_starttls} : {self.port_implicit}",
            "tls_on_connect_ports": str(self.port_implicit),
            "tls_advertise_hosts": "*",
            "tls_certificate": certificate,
            "tls_privatekey": certificate,
            "tls_verify_certificates": str(self.ca_file),
            "auth_advertise_hosts": "${if def:tls_in_cipher{*}}",
            "host_lookup_order": "",  # with helo_lookup_domains: asks no DNS
            "helo_lookup_domains": "",
            "keep_environment": "",
            **{f"acl_smtp_{name}": name for name in self.acl},
        }

    def _store_password(self, user: str, password: str) -> None:
        self._passwords[user] = password
        self._write_passwords()

    def _write_passwords(self) -> None:
        file = self.directory / "passwords"
        file.write_text("".join(f"{user}: {self._passwords[user]}\n" for user in self._passwords))
        file.chmod(0o644)

    def _flush_log(self) -> None:
        """Wait for the processes of all connections: each writes its own lines, then ends."""
        if self.running:
            wait_until(lambda: living(self.group) == [self.group], 10)

    def _record(self) -> Record:
        return exim_record(self.read_log().splitlines())
