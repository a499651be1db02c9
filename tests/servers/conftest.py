"""Fixtures: one certificate authority, the real mail servers, and makers of variants.

A server starts when a test first asks for it and is shared by the whole session, but for those
of `gsasl_server`, which are a test's own.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Callable

import pytest

from .certificates import Authority
from .dovecot import Dovecot
from .exim import Exim
from .external import CertificateDovecot
from .gsasl import GsaslServer
from .kerberos import KerberosDovecot
from .oauth import OauthDovecot
from .postfix import Postfix
from .process import workshop
from .requirements import require
from .variants import Variants

_HERE = Path(__file__).parent


def pytest_configure(config: pytest.Config) -> None:
    """Make the marker known."""
    config.addinivalue_line("markers", "servers: needs real mail servers (Postfix, Dovecot, Exim)")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test in this directory."""
    for item in items:
        if _HERE in item.path.parents:
            item.add_marker("servers")


@pytest.fixture(scope="session")
def servers_directory() -> Iterator[Path]:
    """A directory that every user may enter, removed at the end."""
    directory = workshop()
    yield directory
    shutil.rmtree(directory, ignore_errors=True)


@pytest.fixture(scope="session")
def authority(servers_directory: Path) -> Authority:
    """The certificate authority, with all certificates the servers use."""
    require("openssl")
    return Authority(servers_directory / "certificates")


@pytest.fixture(scope="session")
def variants(servers_directory: Path, authority: Authority) -> Iterator[Variants]:
    """All servers of this session, stopped at its end."""
    made = Variants(servers_directory, authority)
    try:
        yield made
    finally:
        made.stop()


@pytest.fixture(scope="session")
def postfix_variant(variants: Variants) -> Callable[..., Postfix]:
    """A maker of running Postfix servers: see `Variants.postfix`."""
    return variants.postfix


@pytest.fixture(scope="session")
def dovecot_variant(variants: Variants) -> Callable[..., Dovecot]:
    """A maker of running Dovecot submission servers: see `Variants.dovecot`."""
    return variants.dovecot


@pytest.fixture(scope="session")
def exim_variant(variants: Variants) -> Callable[..., Exim]:
    """A maker of running Exim servers: see `Variants.exim`."""
    return variants.exim


@pytest.fixture(scope="session")
def postfix_dovecot(variants: Variants) -> Postfix:
    """Postfix that asks Dovecot about logins."""
    return variants.postfix("dovecot")


@pytest.fixture(scope="session")
def postfix_cyrus(variants: Variants) -> Postfix:
    """Postfix that asks Cyrus SASL about logins."""
    return variants.postfix("cyrus")


@pytest.fixture(scope="session")
def dovecot_submission(variants: Variants) -> Dovecot:
    """Dovecot's own submission service."""
    return variants.dovecot()


@pytest.fixture
def dovecot_oauth2(variants: Variants) -> OauthDovecot:
    """Dovecot's submission service with OAuth, its introspection endpoint as at first."""
    server = variants.oauth_dovecot()
    server.reset()
    return server


@pytest.fixture
def gsasl_server(authority: Authority) -> Iterator[Callable[..., GsaslServer]]:
    """A maker of running servers with SCRAM by GNU SASL, of this test's own; see `GsaslServer`."""
    require("libgsasl")
    with ExitStack() as made:

        def make(*, tls: str, binding: bool = True) -> GsaslServer:
            server = GsaslServer(authority, tls=tls, binding=binding)
            made.callback(server.stop)
            server.start()
            return server

        yield make


@pytest.fixture(scope="session")
def dovecot_external(variants: Variants) -> CertificateDovecot:
    """Dovecot's submission service with logins by client certificate."""
    return variants.certificate_dovecot()


@pytest.fixture(scope="session")
def postfix_ntlm(variants: Variants) -> Postfix:
    """Postfix that asks Cyrus SASL about logins by NTLM: v1 or v2, with a domain or without."""
    return variants.postfix("cyrus", mechanisms=("NTLM", "PLAIN"))


@pytest.fixture(scope="session")
def dovecot_gssapi(variants: Variants) -> KerberosDovecot:
    """Dovecot's submission service with logins by Kerberos, and the realm."""
    return variants.kerberos_dovecot()
