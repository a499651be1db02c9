"""The wire: what comes over it, and what becomes of what the system says."""

from __future__ import annotations

import errno
import gc
import os
import socket
import ssl
import struct
import time
from collections.abc import Iterator
from typing import Any, Callable

import pytest
from fakes.certificates import Certificates

from check_smtp_auth.net.loop import WRITABLE, Broken, ready, run_one
from check_smtp_auth.net.wire import Wire
from check_smtp_auth.observation import Kind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from check_smtp_auth.net.loop import Steps

RESET = struct.pack("ii", 1, 0)
SAID = b"535 5.7.8 Authentication failed\r\n"


class Ends:
    """A wire, and the peer's end of it."""

    def __init__(self) -> None:
        """Connect over loopback."""
        with socket.create_server(("127.0.0.1", 0)) as listener:
            address = (socket.AF_INET, listener.getsockname())
            self.wire = Wire(address, None, time.monotonic() + 20)
            self.peer, _ = listener.accept()
        run_one(ready(self.wire.descriptor, WRITABLE, self.wire.until))
        assert self.wire.is_connected()

    def close(self) -> None:
        """Close both."""
        self.wire.close()
        self.peer.close()


@pytest.fixture
def ends() -> Iterator[Ends]:
    """A fresh connection."""
    ends = Ends()
    yield ends
    ends.close()


def finish(peer: socket.socket) -> None:
    """Close in an orderly way."""
    peer.close()


def reset(peer: socket.socket) -> None:
    """Cut the connection."""
    peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
    peer.close()


def exchange(wire: Wire, *lines: bytes) -> Steps[bytes]:
    """Send lines one after another, then receive until the end."""
    for line in lines:
        yield from wire.send(line)
    heard = b""
    while True:
        try:
            data = yield from wire.receive()
        except Broken as broken:
            assert broken.kind == Kind.LOST
            return heard
        if not data:
            return heard
        heard += data


@pytest.mark.parametrize("close", [finish, reset])
@pytest.mark.parametrize("lines", [1, 2, 5])
def test_what_had_come_is_read_before_the_end(
    ends: Ends, close: Callable[[socket.socket], None], lines: int
) -> None:
    """A peer that says why and hangs up is heard, though what we send can go nowhere."""
    ends.peer.sendall(SAID)
    close(ends.peer)
    assert run_one(exchange(ends.wire, *[b"QUIT\r\n"] * lines)) == SAID


@pytest.mark.parametrize("said", [SAID, b""])
def test_what_had_come_with_the_connection_is_read_before_the_end(said: bytes) -> None:
    """A peer that says why and cuts the connection before we have seen that it stands is heard."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        wire = Wire((socket.AF_INET, listener.getsockname()), None, time.monotonic() + 20)
        peer, _ = listener.accept()
    peer.sendall(said)
    reset(peer)
    run_one(ready(wire.descriptor, WRITABLE, wire.until))
    assert wire.is_connected()
    assert run_one(exchange(wire)) == said
    wire.close()


@pytest.mark.parametrize("close", [finish, reset])
def test_a_peer_that_has_left_is_lost(ends: Ends, close: Callable[[socket.socket], None]) -> None:
    """A peer that left without a word is at an end, or lost: never an error of the system's."""
    close(ends.peer)
    assert run_one(exchange(ends.wire, b"EHLO a\r\n", b"EHLO a\r\n")) == b""


def test_an_alert_is_heard_over_a_cut_connection(ends: Ends, certificates: Certificates) -> None:
    """What ends TLS 1.3 after the handshake is told, also if the connection is cut at once.

    There a server complains of a missing client certificate when we think that all is in order.
    """
    ours = ssl.create_default_context(cafile=str(certificates.ca_file))
    theirs = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    theirs.load_cert_chain(str(certificates.server.file))
    theirs.load_verify_locations(str(certificates.ca_file))
    theirs.verify_mode = ssl.CERT_REQUIRED
    incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
    tls = theirs.wrap_bio(incoming, outgoing, server_side=True)
    ends.peer.setblocking(False)

    def answer() -> bool:
        """Play the server's part as far as it goes; return whether it has had enough."""
        try:
            incoming.write(ends.peer.recv(65_536))
            tls.do_handshake()
        except (ssl.SSLWantReadError, BlockingIOError):
            return False
        except ssl.SSLError:
            return True
        finally:
            if outgoing.pending:
                ends.peer.sendall(outgoing.read())
        raise AssertionError("a handshake without a certificate")

    def talking() -> Steps[str]:
        steps = ends.wire.start_tls(ours, "localhost")
        given_up = False
        try:
            wait = next(steps)
            while True:
                given_up = given_up or answer()
                wait = steps.send((yield wait))
        except StopIteration:
            pass
        yield from ends.wire.send(b"EHLO a\r\n")  # with which the end of the handshake goes
        while not given_up:
            given_up = answer()
        reset(ends.peer)
        for _ in range(2):
            yield from ends.wire.send(b"EHLO a\r\n")
        try:
            yield from ends.wire.receive()
        except Broken as broken:
            return broken.detail
        return "the end"

    assert "alert" in run_one(talking())


@pytest.mark.parametrize("name", ["", ".example.test", "grün.example.test"])
def test_a_name_that_tls_cannot_ask_for(ends: Ends, name: str) -> None:
    """A name that no certificate can have is a failed handshake, and no fault of ours."""
    with pytest.raises(Broken) as caught:
        run_one(ends.wire.start_tls(ssl.create_default_context(), name))
    assert caught.value.kind == Kind.HANDSHAKE


@pytest.mark.parametrize(
    "use",
    [
        lambda wire: wire.local_address,
        lambda wire: wire.is_connected(),
        lambda wire: run_one(wire.receive()),
        lambda wire: run_one(wire.send(b"x")),
        lambda wire: wire.close(),
    ],
)
def test_nothing_comes_out_as_an_error_of_the_systems(
    ends: Ends, use: Callable[[Wire], Any]
) -> None:
    """Whatever is done with a connection that was cut, it is told as lost, or not at all."""
    reset(ends.peer)
    for _ in range(3):
        try:
            use(ends.wire)
        except Broken as broken:
            assert broken.kind == Kind.LOST
            break


@pytest.mark.parametrize("number", [errno.EPERM, errno.EACCES])
def test_what_this_host_forbids(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    """Where the system does not so much as try to connect, it is this host that forbids it."""
    monkeypatch.setattr(socket.socket, "connect_ex", lambda _socket, _target: number)
    with pytest.raises(Broken) as caught:
        Wire((socket.AF_INET, ("127.0.0.1", 1)), None, 0.0)
    assert (caught.value.kind, caught.value.detail) == (Kind.FORBIDDEN, os.strerror(number))


def test_what_a_firewall_on_the_way_forbids(ends: Ends, monkeypatch: pytest.MonkeyPatch) -> None:
    """What comes of a connection on its way may be another host's doing (ICMPv6 says EACCES)."""
    monkeypatch.setattr(socket.socket, "getsockopt", lambda *_: errno.EACCES)
    with pytest.raises(Broken) as caught:
        ends.wire.is_connected()
    assert (caught.value.kind, caught.value.detail) == (Kind.UNREACHABLE, "a firewall forbids it")


def test_a_port_where_nobody_listens_is_refused() -> None:
    """A connection that cannot be had says why, and leaves no garbage behind."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        where = listener.getsockname()

    def once() -> None:
        wire = Wire((socket.AF_INET, where), None, time.monotonic() + 20)
        try:
            run_one(ready(wire.descriptor, WRITABLE, wire.until))
            wire.is_connected()
        except Broken as broken:
            assert broken.kind == Kind.REFUSED
        else:
            raise AssertionError("somebody listens")
        finally:
            wire.close()

    once()
    gc.collect()
    once()
    assert gc.collect() == 0
