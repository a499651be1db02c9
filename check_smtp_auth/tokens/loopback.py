"""Where a browser on this host returns after the sign-in: a port on 127.0.0.1, which only this
host can reach (RFC 8252 section 7.3).

Anybody on this host can connect, and web pages can send a browser here. So whatever is not the
answer is rejected, and must not block the answer: connections are read concurrently, each up to
the size of a request, and if there are too many, the oldest is closed.
"""

from __future__ import annotations

import socket

from ..accounts import Misconfigured
from .url import fields_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Callable

    from .grants import Form

    Flaw = Callable[[Form], str]

HERE = "127.0.0.1"
# A browser opens one or two, and asks for an icon.
MOST_CONNECTIONS = 16
MOST_OCTETS = 16_384
THANKS = "Done. Go back to the terminal; you can close this page."


class Loopback:
    """The listening port and its connections."""

    def __init__(self) -> None:
        """Listen; raises Misconfigured."""
        self._open: dict[socket.socket, bytes] = {}
        try:
            self._listener = socket.create_server((HERE, 0), backlog=128)
        except OSError as error:
            why = str(error.strerror).lower()
            raise Misconfigured(f"--authorize cannot listen on {HERE}: {why}") from None
        self._listener.setblocking(False)
        self.port: int = self._listener.getsockname()[1]

    @property
    def descriptors(self) -> tuple[int, ...]:
        """The descriptors to wait for, for reading."""
        return tuple(each.fileno() for each in (self._listener, *self._open))

    def close(self) -> None:
        """Close the port and all connections."""
        for each in (self._listener, *self._open):
            each.close()
        self._open.clear()

    def look(self, flaw: Flaw) -> Form | None:
        """Read what has come; return the fields of the answer, None if it has not come yet.

        ``flaw`` says why the fields of a request are not the answer, "" if they are.
        """
        self._accept()
        for connection in tuple(self._open):
            request = self._read(connection)
            if request is None:
                continue
            fields = _fields(connection, request, flaw)
            self._drop(connection)
            if fields is not None:
                return fields
        return None

    def _accept(self) -> None:
        """Accept the waiting connections."""
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:  # no more are waiting
                return
            connection.setblocking(False)
            self._open[connection] = b""
            if len(self._open) > MOST_CONNECTIONS:
                self._drop(next(iter(self._open)))

    def _read(self, connection: socket.socket) -> bytes | None:
        """Return the head of a request, None while it is not complete."""
        try:
            more = connection.recv(MOST_OCTETS)
        except BlockingIOError:
            return None
        except OSError:
            more = b""
        self._open[connection] += more
        octets = self._open[connection]
        if b"\r\n\r\n" in octets:
            return octets
        if not more or len(octets) > MOST_OCTETS:
            self._drop(connection)
        return None

    def _drop(self, connection: socket.socket) -> None:
        """Close a connection."""
        del self._open[connection]
        connection.close()


def _fields(connection: socket.socket, request: bytes, judge: Flaw) -> Form | None:
    """Answer a request; return its fields if ``judge`` finds no flaw in them."""
    method, _, rest = request.decode("latin-1").partition(" ")
    target, _, version = rest.partition("\r\n")[0].rpartition(" ")
    fields = fields_of(target) if "?" in target else {}
    if method != "GET" or not version.startswith("HTTP/1."):
        status, flaw = "405 Method Not Allowed", "Only GET requests are accepted here."
    elif not fields:
        status, flaw = "404 Not Found", "There is nothing here."
    else:
        status, flaw = "400 Bad Request", judge(fields)
        flaw = flaw and f"This is not the expected answer: {flaw}."
    try:
        connection.send(_page(status, flaw) if flaw else _page("200 OK", THANKS))
        connection.shutdown(socket.SHUT_WR)
    except OSError:  # it has closed the connection, but its request is read
        pass
    return None if flaw else fields


def _page(status: str, text: str) -> bytes:
    """Return a page of plain text that is not cached."""
    head = (
        f"HTTP/1.1 {status}",
        "Content-Type: text/plain; charset=utf-8",
        f"Content-Length: {len(text) + 1}",
        "Cache-Control: no-store",
        "Referrer-Policy: no-referrer",
        "Connection: close",
    )
    return "\r\n".join((*head, "", f"{text}\n")).encode("ascii")
