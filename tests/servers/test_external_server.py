"""Dovecot with client certificates does what the tests that use it rely on."""

from __future__ import annotations

import pytest

from .client import converse
from .clients import curl
from .external import CertificateDovecot
from .requirements import require

REFUSED = "535 5.7.8 Authentication failed."

# The certificate shown, the user asked for, and whether that logs in.
LOGINS = [
    ("right", "probe", True),
    ("right", "somebody", False),
    ("other", "probe", False),
    ("other", "somebody", True),
    ("expired", "probe", False),
    ("", "probe", False),
]


@pytest.mark.parametrize(("name", "user", "accepted"), LOGINS)
def test_a_certificate_is_for_its_user(
    dovecot_external: CertificateDovecot, name: str, user: str, accepted: bool
) -> None:
    """The user that a valid certificate names is let in, nobody else is, and each try counts."""
    certificate = dovecot_external.certificates.get(name)
    with dovecot_external.watch() as seen:
        (reply,) = converse(dovecot_external, "EXTERNAL", user, certificate=certificate)
    assert reply[:3] == ("235" if accepted else "535")
    assert [(attempt.mechanism, attempt.accepted) for attempt in seen] == [("EXTERNAL", accepted)]


def test_without_a_user_the_certificate_tells_it(dovecot_external: CertificateDovecot) -> None:
    """An empty response, which is a "=" with the command, logs in as the certificate says."""
    certificate = dovecot_external.certificates["right"]
    (reply,) = converse(dovecot_external, "EXTERNAL", "", certificate=certificate)
    assert reply[:3] == "235"
    assert converse(dovecot_external, "EXTERNAL", "") == [REFUSED]


def test_curl_shows_a_certificate(dovecot_external: CertificateDovecot) -> None:
    """The client curl is let in with the user's certificate, and not without one."""
    require("curl")
    user = dovecot_external.user + ":"
    certificate = str(dovecot_external.certificates["right"])
    assert curl(dovecot_external, "EXTERNAL", user=user, cert=certificate)[-1][:3] == "235"
    assert curl(dovecot_external, "EXTERNAL", user=user)[-1] == REFUSED


def test_the_password_still_logs_in(dovecot_external: CertificateDovecot) -> None:
    """The same server takes the password by PLAIN, with a certificate or without."""
    message = f"\0{dovecot_external.user}\0{dovecot_external.password}"
    for certificate in (None, dovecot_external.certificates["right"]):
        (reply,) = converse(dovecot_external, "PLAIN", message, certificate=certificate)
        assert reply[:3] == "235"
