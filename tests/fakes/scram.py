"""The server's side of SCRAM, as far as a server goes that does not mean it well."""

from __future__ import annotations

from base64 import b64decode, b64encode

from .server import Connection, Step


def server_first(iterations: int = 4096) -> Step:
    """Answer AUTH SCRAM-... with salt, iteration count, and a nonce that continues its own."""

    def step(connection: Connection) -> None:
        client_first = b64decode(connection.read_line().split(b" ")[2])
        nonce = client_first.rpartition(b",r=")[2]
        message = b"r=%sSERVER,s=%s,i=%d" % (nonce, b64encode(b"salt"), iterations)
        connection.send(b"334 " + b64encode(message) + b"\r\n")

    return step
