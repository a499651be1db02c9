"""The certificates the test servers show, and the authorities a client may trust.

One authority per session signs everything, so a test goes wrong in one way only: the expired
certificate has the right name and a trusted issuer, the one for another name is in date.
"""

from __future__ import annotations

import datetime
import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

import trustme

from .process import make_directory

SERVER_NAMES = ("localhost", "127.0.0.1", "::1")
OTHER_NAME = "mail.example.test"


class Certificate(NamedTuple):
    """A PEM file that holds the private key, the certificate and its chain, in this order."""

    file: Path


class Authority:
    """A test CA, with its certificates as PEM files in one directory.

    `ca_file` is what a client trusts; `other_ca_file` is an unrelated CA that signed none of the
    servers; `ca_directory` holds the first in the hashed form that `SSL_CERT_DIR` wants.
    """

    def __init__(self, directory: Path) -> None:
        """Make the authorities and write all certificates to `directory`."""
        make_directory(directory)
        self.directory = directory
        self._ca = trustme.CA(organization_name="check_smtp_auth tests")
        self.ca_file = directory / "ca.pem"
        self._ca.cert_pem.write_to_path(str(self.ca_file))
        self.other_ca_file = directory / "other-ca.pem"
        trustme.CA(organization_name="unrelated").cert_pem.write_to_path(str(self.other_ca_file))
        self.server = self.issue("server", *SERVER_NAMES)
        self.other_name = self.issue("other-name", OTHER_NAME)
        self.expired = self.issue("expired", *SERVER_NAMES, starts=-60, ends=-1)
        self.ca_directory = hashed_directory(directory / "ca", self.ca_file)

    def issue(
        self,
        name: str,
        *identities: str,
        starts: float = -1,
        ends: float = 365,
        common_name: str | None = None,
    ) -> Certificate:
        """Sign a certificate for `identities` and write it to `name`.pem.

        `starts` and `ends` are days from now, negative for the past. An identity is a host name,
        an address, or an e-mail address (for a client certificate).
        """
        now = datetime.datetime.now(datetime.timezone.utc)
        leaf = self._ca.issue_cert(
            *identities,
            common_name=common_name,
            not_before=now + datetime.timedelta(days=starts),
            not_after=now + datetime.timedelta(days=ends),
        )
        file = self.directory / (name + ".pem")
        file.touch(0o600)
        leaf.private_key_and_cert_chain_pem.write_to_path(str(file))
        return Certificate(file)


def hashed_directory(directory: Path, *ca_files: Path) -> Path:
    """Copy CA files into `directory` under the hashed names that OpenSSL looks up."""
    make_directory(directory)
    for file in ca_files:
        shutil.copy(str(file), str(directory))
    subprocess.run(["openssl", "rehash", str(directory)], check=True, stdout=subprocess.DEVNULL)
    return directory
