"""The server's side of SCRAM: of a server that knows the password, and of one that stops short."""

from __future__ import annotations

from base64 import b64decode, b64encode
from typing import Callable

from sasl.scram_server import ScramServer

from .plugin import SECRET, USER
from .scripts import REJECTION
from .server import Connection, Script, Step

# What a server sees of the TLS channel: a kind of binding, and its data.
Seen = Callable[[Connection], tuple[str, bytes]]


def server_first(iterations: int = 4096) -> Step:
    """Answer AUTH SCRAM-... with salt, iteration count, and a nonce that continues its own."""

    def step(connection: Connection) -> None:
        client_first = b64decode(connection.read_line().split(b" ")[2])
        nonce = client_first.rpartition(b",r=")[2]
        message = b"r=%sSERVER,s=%s,i=%d" % (nonce, b64encode(b"salt"), iterations)
        connection.send(b"334 " + b64encode(message) + b"\r\n")

    return step


def no_channel(_connection: Connection) -> tuple[str, bytes]:
    """What a server sees that cannot bind."""
    return "", b""


def scram(mechanism: str, seen: Seen = no_channel, headers: list[str] | None = None) -> Script:
    """The server's part of SCRAM, which binds to what it sees of the channel; ``headers``
    takes the GS2 headers that come.
    """

    def step(connection: Connection) -> None:
        kind, data = seen(connection)
        server = ScramServer(mechanism, USER, SECRET, kind=kind, data=data)
        first = server.first(b64decode(connection.read_line().split(b" ")[2]))
        if headers is not None:
            headers.append(server.header)
        connection.send(b"334 " + b64encode(first) + b"\r\n")
        final = server.final(b64decode(connection.read_line()))
        connection.send(b"334 " + b64encode(final) + b"\r\n")
        connection.read_line()
        accepted = final.startswith(b"v=")
        connection.send(b"235 2.7.0 ok\r\n" if accepted else REJECTION)

    return [step]
