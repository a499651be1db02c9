"""The server with GNU SASL's SCRAM does what the tests that use it rely on."""

from __future__ import annotations

import ssl
from typing import Callable

import pytest

from .client import connect, login, login_scram
from .clients import gsasl
from .gsasl import WITH_BINDING, WITHOUT_BINDING, GsaslServer
from .requirements import require
from .scram import Scram

BINDINGS = {"1.2": "tls-unique", "1.3": "tls-exporter"}
REFUSED = "535 5.7.8 Authentication failed"

Maker = Callable[..., GsaslServer]


def login_bound(server: GsaslServer, header: str, *, wrong: bool = False) -> int:
    """Log in with SCRAM-SHA-256 and this GS2 header, bound to the TLS channel if it says so."""
    with connect(server) as client:
        assert isinstance(client.sock, ssl.SSLSocket)
        channel = client.sock.get_channel_binding("tls-unique") or b""
        if wrong:
            channel = bytes(len(channel))
        bound = header.startswith("p=")
        mechanism = "SCRAM-SHA-256-PLUS" if bound else "SCRAM-SHA-256"
        scram = Scram(
            mechanism,
            server.user,
            server.password,
            header=header,
            channel=channel if bound else b"",
        )
        return login_scram(client, mechanism, scram)


@pytest.mark.parametrize("mechanism", WITH_BINDING)
@pytest.mark.parametrize("tls", BINDINGS)
def test_gsasl_binds_to_the_channel(gsasl_server: Maker, tls: str, mechanism: str) -> None:
    """GNU SASL's own client logs in bound to TLS, with the right password only."""
    require("gsasl")
    server = gsasl_server(tls=tls)
    with server.watch() as seen:
        accepted = gsasl(server, mechanism, server.user, server.password)
        refused = gsasl(server, mechanism, server.user, "wrong")
    assert accepted[-1][:3] == "235"
    assert refused[-1] == REFUSED
    assert server.headers == [f"p={BINDINGS[tls]},,"] * 2
    assert [(a.mechanism, a.accepted) for a in seen] == [(mechanism, True), (mechanism, False)]


@pytest.mark.parametrize("mechanism", WITHOUT_BINDING)
@pytest.mark.parametrize("tls", BINDINGS)
def test_without_binding(gsasl_server: Maker, tls: str, mechanism: str) -> None:
    """A client that cannot bind is let in on either port, with the right password only."""
    server = gsasl_server(tls=tls)
    assert login(server, mechanism, server.user, server.password) == 235
    assert login(server, mechanism, server.user, "wrong", implicit=True) == 535
    assert login(server, mechanism, "nobody-by-this-name", server.password) == 535
    assert server.headers == ["n,,"] * 3


def test_another_channel_is_refused(gsasl_server: Maker) -> None:
    """With the right password but the binding of another connection nobody is let in."""
    server = gsasl_server(tls="1.2")
    assert login_bound(server, "p=tls-unique,,") == 235
    assert login_bound(server, "p=tls-unique,,", wrong=True) == 535


def test_unknown_bindings_are_refused(gsasl_server: Maker) -> None:
    """A server that binds by tls-exporter takes neither tls-unique nor tls-server-end-point."""
    server = gsasl_server(tls="1.3")
    assert login_bound(server, "p=tls-unique,,") == 535
    assert login_bound(server, "p=tls-server-end-point,,") == 535


def test_stripped_mechanisms_are_noticed(gsasl_server: Maker) -> None:
    """Who could bind, and says it saw no such offer, is refused by a server that made one."""
    server = gsasl_server(tls="1.2")
    server.offered = WITHOUT_BINDING
    with connect(server) as client:
        assert client.esmtp_features["auth"].split() == list(WITHOUT_BINDING)
    assert login_bound(server, "y,,") == 535
    assert login_bound(server, "n,,") == 235
    assert server.headers == ["y,,", "n,,"]


def test_a_server_that_cannot_bind(gsasl_server: Maker) -> None:
    """It offers no such mechanism, refuses one, and lets in who could bind but saw no offer."""
    server = gsasl_server(tls="1.2", binding=False)
    with connect(server) as client:
        assert client.esmtp_features["auth"].split() == list(WITHOUT_BINDING)
        assert client.docmd("AUTH", "SCRAM-SHA-256-PLUS")[0] == 504
    assert login_bound(server, "y,,") == 235
