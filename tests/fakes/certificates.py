"""Certificates that are wrong in one way each, beside the good ones of the real servers."""

from __future__ import annotations

import subprocess
from pathlib import Path

from servers.certificates import SERVER_NAMES, Authority


class Certificates(Authority):
    """The authority of the real servers, and the certificates that only a fake one shows.

    ``plain_ca_file`` is what ``openssl req -x509`` makes without further words: a CA without
    key usage. It signs ``plain`` (all in order) and ``common_name_only`` (no subjectAltName).
    """

    def __init__(self, directory: Path) -> None:
        """Make them all."""
        super().__init__(directory)
        self.not_yet_valid = self.issue("not-yet", *SERVER_NAMES, starts=2, ends=30)
        self.days_10 = self.issue("days-10", *SERVER_NAMES, ends=10.5)
        self.days_2 = self.issue("days-2", *SERVER_NAMES, ends=2.5)
        self.client = self.issue("client", "client@example.test")
        stranger = directory / "stranger"
        stranger.mkdir()
        self.untrusted = Authority(stranger).server
        self.plain_ca_file = directory / "plain-ca.pem"
        self._openssl("req", "-x509", *_new_key("plain-ca"), "-subj", "/CN=Plain CA")
        names = ",".join(f"{'DNS' if name[-1] == 't' else 'IP'}:{name}" for name in SERVER_NAMES)
        self.plain = self._signed("plain", f"subjectAltName={names}\n")
        self.common_name_only = self._signed("cn-only", "basicConstraints=CA:FALSE\n")

    def _signed(self, name: str, extensions: str) -> Path:
        """Have the plain CA sign a certificate for CN=localhost."""
        (self.directory / f"{name}.ext").write_text(extensions)
        self._openssl("req", *_new_key(name), "-subj", "/CN=localhost")
        authority = ("-CA", "plain-ca.pem", "-CAkey", "plain-ca.key", "-CAcreateserial")
        self._openssl(
            *("x509", "-req", "-in", f"{name}.pem", "-out", f"{name}.crt", "-days", "30"),
            *(*authority, "-extfile", f"{name}.ext"),
        )
        both = (self.directory / f"{name}.key", self.directory / f"{name}.crt")
        file = self.directory / f"{name}.pem"
        file.write_text("".join(part.read_text() for part in both))
        return file

    def _openssl(self, *arguments: str) -> None:
        subprocess.run(["openssl", *arguments], cwd=self.directory, check=True, capture_output=True)


def _new_key(name: str) -> tuple[str, ...]:
    """The options for a request or certificate ``name``.pem with a key of its own."""
    curve = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes")
    return (*curve, "-keyout", f"{name}.key", "-out", f"{name}.pem")
