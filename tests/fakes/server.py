"""A mail server that plays a script, for what no real server can be made to do.

A script is a list of steps; each connection plays it from the start in a thread of its own,
then answers QUIT and listens until the client leaves. Every line that arrives is recorded,
so that a test can tell what was sent and what was not.
"""

from __future__ import annotations

import socket
import ssl
import struct
import threading
from pathlib import Path
from types import TracebackType
from typing import Callable

# How long any one step may take; a script that hangs longer is a fault of the test.
PATIENCE = 15.0


class Left(Exception):
    """The client has left, or the script is over before its end."""


class Connection:
    """The server's end of one connection, and what came over it."""

    def __init__(self, wire: socket.socket, over: threading.Event) -> None:
        """Take a fresh connection; ``over`` is set when the test is done."""
        self.wire = wire
        self.peer: str = wire.getpeername()[0]
        self.over = over
        self.lines: list[bytes] = []
        self.server_name: str | None = None
        self.client_certificate: bytes | None = None
        self.octets_sent = 0
        self.fault = ""
        self._buffer = b""

    def send(self, data: bytes) -> None:
        """Send all of it."""
        try:
            self.wire.sendall(data)
        except OSError:
            raise Left from None
        self.octets_sent += len(data)

    def read_line(self) -> bytes:
        """Return the next line without its end, and record it."""
        while b"\n" not in self._buffer:
            try:
                data = self.wire.recv(65_536)
            except OSError:
                data = b""
            if not data:
                if self._buffer:
                    self.lines.append(self._buffer)
                raise Left
            self._buffer += data
        line, _, self._buffer = self._buffer.partition(b"\n")
        self.lines.append(line.rstrip(b"\r"))
        return self.lines[-1]

    def play(self, script: list[Step]) -> None:
        """Play the script, then listen until the client leaves, and answer its QUIT."""
        try:
            for step in script:
                step(self)
            while True:
                if self.read_line().upper() == b"QUIT":
                    self.send(b"221 2.0.0 Bye\r\n")
        except Left:
            pass
        finally:
            self.wire.close()


Step = Callable[[Connection], None]
Script = list[Step]


class Server:
    """A listener on loopback that plays one script to all who connect.

    With ``then`` the first connection gets ``script`` and all later ones ``then``.
    """

    def __init__(
        self,
        script: Script,
        then: Script | None = None,
        address: str = "127.0.0.1",
        port: int = 0,
    ) -> None:
        """Listen on a port, a free one if none is given."""
        self._script, self._then = script, then or script
        family = socket.AF_INET6 if ":" in address else socket.AF_INET
        self._listener = socket.create_server((address, port), family=family)
        self._over = threading.Event()
        self._threads: list[threading.Thread] = []
        self.address = address
        self.port: int = self._listener.getsockname()[1]
        self.connections: list[Connection] = []

    def __enter__(self) -> Server:
        """Begin to accept."""
        thread = threading.Thread(target=self._accept, daemon=True)
        thread.start()
        self._threads.append(thread)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End all connections; what went against the script fails the test."""
        self._over.set()
        try:
            self._listener.shutdown(socket.SHUT_RDWR)  # wakes accept()
        except OSError:
            pass
        self._listener.close()
        self._join()
        faults = [connection.fault for connection in self.connections if connection.fault]
        assert kind is not None or not faults, faults

    @property
    def lines(self) -> list[bytes]:
        """All lines received so far, once the clients have left."""
        for thread in self._threads[1:]:
            thread.join(PATIENCE)
        return [line for connection in self.connections for line in connection.lines]

    @property
    def said(self) -> bool:
        """Whether a client has said anything yet."""
        return any(connection.lines for connection in self.connections)

    @property
    def peers(self) -> list[str]:
        """The addresses that connections came from."""
        return [connection.peer for connection in self.connections]

    @property
    def names(self) -> list[str | None]:
        """The names that were asked for by SNI, None where none was."""
        return [connection.server_name for connection in self.connections]

    def count(self, command: bytes) -> int:
        """How often a command was received."""
        return sum(line.upper().startswith(command) for line in self.lines)

    def _accept(self) -> None:
        while not self._over.is_set():
            try:
                wire, _ = self._listener.accept()
            except OSError:
                return
            wire.settimeout(PATIENCE)
            wire.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            connection = Connection(wire, self._over)
            script = self._then if self.connections else self._script
            self.connections.append(connection)
            thread = threading.Thread(target=connection.play, args=(script,), daemon=True)
            thread.start()
            self._threads.append(thread)

    def _join(self) -> None:
        for connection in self.connections:
            try:
                connection.wire.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass
        for thread in self._threads:
            thread.join(PATIENCE)


def send(data: bytes) -> Step:
    """Send octets as they are."""
    return lambda connection: connection.send(data)


def expect(command: bytes) -> Step:
    """Read a line, which must begin with the command; b"" is any line."""

    def step(connection: Connection) -> None:
        line = connection.read_line()
        if not line.upper().startswith(command):
            connection.fault = f"{command!r} was due, and came {line!r}"
            raise Left

    return step


def pause(seconds: float) -> Step:
    """Say nothing for a while."""

    def step(connection: Connection) -> None:
        if connection.over.wait(seconds):
            raise Left

    return step


def drip(data: bytes, interval: float = 1.0) -> Step:
    """Send one octet, wait, send the next."""

    def step(connection: Connection) -> None:
        for position in range(len(data)):
            connection.send(data[position : position + 1])
            if connection.over.wait(interval):
                raise Left

    return step


def flood(data: bytes, most: int = 256 * 1024 * 1024) -> Step:
    """Send the same again and again until the client leaves."""

    def step(connection: Connection) -> None:
        while connection.octets_sent < most:
            connection.send(data)

    return step


def hang(connection: Connection) -> None:
    """Listen, and never answer."""
    while True:
        connection.read_line()


def hear(connection: Connection) -> None:
    """Take what comes next and leave it unread: a ClientHello, mostly."""
    try:
        connection.wire.recv(65_536)
    except OSError:
        raise Left from None


def close(connection: Connection) -> None:
    """Close our side in an orderly way (FIN), without a farewell of TLS."""
    try:
        connection.wire.shutdown(socket.SHUT_WR)
        while connection.wire.recv(65_536):
            pass
    except OSError:
        pass
    raise Left


def reset(connection: Connection) -> None:
    """Cut the connection (RST)."""
    connection.wire.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.wire.close()
    raise Left


def start_tls(
    certificate: Path,
    client_ca: Path | None = None,
    newest: ssl.TLSVersion | None = None,
    ciphers: str | None = None,
    known: tuple[str, ...] = (),
) -> Step:
    """Start TLS with the certificate and key in a PEM file, and note the name asked for.

    ``client_ca`` demands a client certificate of that authority; ``newest`` is the highest
    version spoken; ``ciphers`` are OpenSSL's words for those offered, with "@SECLEVEL=0" weak
    certificates too. A name asked for that is not ``known`` is an alert, if there are any.
    """
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    if ciphers is not None:
        context.set_ciphers(ciphers)
    context.load_cert_chain(str(certificate))
    if client_ca is not None:
        context.verify_mode = ssl.CERT_REQUIRED
        context.load_verify_locations(str(client_ca))
    if newest is not None:
        context.minimum_version = ssl.TLSVersion.MINIMUM_SUPPORTED
        context.maximum_version = newest

    def step(connection: Connection) -> None:
        def note(_socket: ssl.SSLObject, name: str | None, _context: ssl.SSLContext) -> int | None:
            connection.server_name = name
            return None if not known or name in known else ssl.ALERT_DESCRIPTION_UNRECOGNIZED_NAME

        context.sni_callback = note
        try:
            wire = context.wrap_socket(connection.wire, server_side=True)
        except OSError:  # ssl.SSLError is one
            raise Left from None
        connection.wire = wire
        connection.client_certificate = wire.getpeercert(True)

    return step
