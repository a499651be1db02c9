"""A private MIT Kerberos realm, and a Dovecot that takes its tickets: GSSAPI.

A client finds the realm by its environment. Nothing asks DNS, and neither this machine's own
name, its hosts file nor its search domain has a part in it: the host is as it is named, so the
service for a client that connects to localhost is smtp/localhost.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .certificates import Authority
from .dovecot import Dovecot, by_version
from .process import PATIENCE, Daemon, free_port, program

REALM = "EXAMPLE.TEST"
SERVICE = "smtp/localhost"
MECHANISMS = ("GSSAPI", "PLAIN")

_CLIENT = """\
[libdefaults]
  default_realm = {realm}
  rdns = false
  dns_canonicalize_hostname = false
  qualify_shortname = ""
  dns_lookup_realm = false
  dns_lookup_kdc = false
  udp_preference_limit = 1
  kdc_timeout = 5
[realms]
  {realm} = {{
    kdc = 127.0.0.1:{port}
  }}
[domain_realm]
  localhost = {realm}
"""

_SERVER = """\
[kdcdefaults]
  kdc_listen = 127.0.0.1:{port}
  kdc_tcp_listen = 127.0.0.1:{port}
[realms]
  {realm} = {{
    database_name = {directory}/principal
    key_stash_file = {directory}/stash
    acl_file = {directory}/acl
    supported_enctypes = aes256-cts-hmac-sha1-96:normal
  }}
[logging]
  kdc = FILE:{log}
"""

_SETTINGS = """\
auth_krb5_keytab = {keytab}
# Any key in the file: else it looks for submission/localhost, for which no client has a ticket.
auth_gssapi_hostname = "$ALL"
"""
_OLD = """\
auth_username_format = %n
import_environment = KRB5_CONFIG={configuration} KRB5RCACHENAME=none:
"""
_NEW = """\
auth_username_format = %{{user | username}}
import_environment {{
  KRB5_CONFIG = {configuration}
  KRB5RCACHENAME = none:
}}
"""


class Realm(Daemon):
    """The realm's KDC. It knows the service smtp/localhost and those who are added."""

    ready = "commencing operation"

    def __init__(self, directory: Path) -> None:
        """Make the realm's database; the KDC is not yet started."""
        super().__init__(directory)
        self.port = free_port()
        self.configuration = directory / "krb5.conf"
        self._profile = directory / "kdc.conf"
        names = {"realm": REALM, "port": self.port, "directory": directory, "log": self.log}
        self.configuration.write_text(_CLIENT.format(**names), "utf-8")
        self._profile.write_text(_SERVER.format(**names), "utf-8")
        self._run("kdb5_util", "create", "-s", "-P", "master")
        self._administer(f"addprinc -randkey {SERVICE}")

    def command(self) -> list[str]:
        """Return the command line of the KDC."""
        return [program("krb5kdc") or "krb5kdc", "-n"]

    def environment(self) -> dict[str, str]:
        """Return what a client must have in its environment, and the KDC too."""
        return {"KRB5_CONFIG": str(self.configuration), "KRB5_KDC_PROFILE": str(self._profile)}

    def add(self, user: str, password: str) -> None:
        """Add a user who must show the password to get a ticket."""
        self._administer(f'addprinc +requires_preauth -pw "{password}" {user}')

    def change(self, user: str, option: str) -> None:
        """Change a user by an option of kadmin's modprinc, as "-allow_tix"."""
        self._administer(f"modprinc {option} {user}")

    def keytab(self, principal: str) -> Path:
        """Write the present keys of a user or a service to a file, which everybody may read."""
        file = self.directory / (principal.replace("/", "-") + ".keytab")
        file.unlink(missing_ok=True)
        self._administer(f"ktadd -norandkey -k {file} {principal}")
        file.chmod(0o644)
        return file

    @contextmanager
    def new_key(self, service: str) -> Iterator[None]:
        """Have the keytab of a service out of date during the block: the KDC has a new key."""
        self._administer(f"cpw -randkey {service}")
        try:
            yield
        finally:
            self.keytab(service)

    def tickets(self, user: str, password: str) -> dict[str, str] | None:
        """Return the environment of a client with the user's ticket; None if the KDC gives none."""
        cache = self.directory / f"{user}.cache"
        cache.unlink(missing_ok=True)
        environment = {**self.environment(), "KRB5CCNAME": f"FILE:{cache}"}
        done = subprocess.run(
            [program("kinit") or "kinit", user],
            input=f"{password}\n".encode(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env={**os.environ, **environment},
            start_new_session=True,  # with a terminal at hand it would ask there
            timeout=PATIENCE,
        )
        return environment if done.returncode == 0 else None

    def keytab_environment(self, user: str) -> dict[str, str]:
        """Return the environment of a client that gets its tickets itself, by the user's keytab."""
        file, cache = self.keytab(user), self.directory / f"{user}.own-cache"
        cache.unlink(missing_ok=True)
        names = {"KRB5_CLIENT_KTNAME": f"FILE:{file}", "KRB5CCNAME": f"FILE:{cache}"}
        return {**self.environment(), **names}

    def _administer(self, query: str) -> None:
        output = self._run("kadmin.local", commands=query)
        if "Error" in output or "while" in output:
            raise ValueError(output)

    def _run(self, name: str, *arguments: str, commands: str = "") -> str:
        done = subprocess.run(
            [program(name) or name, "-r", REALM, *arguments],
            input=(commands + "\n").encode(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=True,
            env={**os.environ, **self.environment()},
            timeout=PATIENCE,
        )
        return done.stdout.decode("utf-8", "replace")


class KerberosDovecot(Dovecot):
    """Dovecot that takes tickets of `realm`, which has its one user, under the same password.

    It takes the password by PLAIN too.
    """

    def __init__(self, directory: Path, authority: Authority) -> None:
        """Make the realm, and a Dovecot that is not yet started."""
        self.realm = Realm(directory / "realm")
        settings = (_SETTINGS + by_version(_OLD, _NEW)).format(
            keytab=self.realm.keytab(SERVICE), configuration=self.realm.configuration
        )
        super().__init__(directory, authority, mechanisms=MECHANISMS, settings=settings)
        self.realm.add(self.user, self.password)

    def start(self) -> None:
        """Start the KDC, then Dovecot."""
        self.realm.start()
        super().start()

    def stop(self) -> None:
        """Stop Dovecot, then the KDC."""
        super().stop()
        self.realm.stop()
