"""A Dovecot that takes a client certificate for a login: EXTERNAL."""

from __future__ import annotations

from pathlib import Path

from .certificates import Authority
from .dovecot import Dovecot, by_version

MECHANISMS = ("EXTERNAL", "PLAIN")

_OLD = """\
ssl_ca = <{ca_file}
ssl_require_crl = no
ssl_verify_client_cert = yes
auth_ssl_username_from_cert = yes
passdb {{
  driver = static
  args = nopassword=y
  mechanisms = external
}}
"""
_NEW = """\
ssl_server_ca_file = {ca_file}
ssl_server_require_crl = no
ssl_server_request_client_cert = yes
auth_ssl_username_from_cert = yes
passdb certificate {{
  driver = static
  mechanisms_filter = external
  fields {{
    nopassword = yes
  }}
}}
"""


class CertificateDovecot(Dovecot):
    """Dovecot that lets in the user whom a client certificate names.

    `certificates` are PEM files, each with its key: "right" names the user, "other" names
    somebody else (who would be let in), "expired" names the user but is out of date.
    """

    def __init__(self, directory: Path, authority: Authority) -> None:
        """Make a Dovecot that is not yet started."""
        settings = by_version(_OLD, _NEW).format(ca_file=authority.ca_file)
        super().__init__(directory, authority, mechanisms=MECHANISMS, settings=settings)
        name = "client.example.test"
        self.certificates = {
            "right": authority.issue("client", name, common_name=self.user).file,
            "other": authority.issue("other-client", name, common_name="somebody").file,
            "expired": authority.issue(
                "expired-client", name, common_name=self.user, starts=-60, ends=-1
            ).file,
        }
