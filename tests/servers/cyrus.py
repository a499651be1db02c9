"""Cyrus SASL for Postfix: a private sasldb, from which every mechanism gets the plain password."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from .process import make_directory, program

# What Debian's libsasl2-modules has and an account in sasldb can serve. On request it also has
# SCRAM-SHA-224, SCRAM-SHA-384, DIGEST-MD5, NTLM and ANONYMOUS.
MECHANISMS = (
    "PLAIN",
    "LOGIN",
    "CRAM-MD5",
    "SCRAM-SHA-1",
    "SCRAM-SHA-256",
    "SCRAM-SHA-512",
)

_CONFIGURATION = """\
pwcheck_method: auxprop
auxprop_plugin: sasldb
sasldb_path: {database}
mech_list: {mechanisms}
"""


class CyrusSasl:
    """SASL within smtpd."""

    kind = "cyrus"

    def __init__(
        self, directory: Path, realm: str, mechanisms: tuple[str, ...] = MECHANISMS
    ) -> None:
        """Write smtpd.conf to `directory`.

        `realm` is Postfix's host name: it is added to a user without a domain.
        """
        self.directory = directory
        self.mechanisms = mechanisms
        self.path = "smtpd"
        self._realm = realm
        self._database = directory / "sasldb2"
        make_directory(directory)
        text = _CONFIGURATION.format(database=self._database, mechanisms=" ".join(mechanisms))
        (directory / "smtpd.conf").write_text(text, "utf-8")

    def start(self) -> None:
        """Nothing runs besides smtpd."""

    def stop(self) -> None:
        """Nothing runs besides smtpd."""

    def set_password(self, user: str, password: str) -> None:
        """Add a user or change a password; smtpd opens the database anew for each login."""
        command = [program("saslpasswd2") or "saslpasswd2", "-p", "-c", "-f", str(self._database)]
        if "@" not in user:
            command += ["-u", self._realm]
        subprocess.run([*command, user], input=password.encode("utf-8"), check=True)
        shutil.chown(self._database, "postfix")
