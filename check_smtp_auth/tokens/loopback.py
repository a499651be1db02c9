"""Where a browser on this host comes back to from signing in: a port on 127.0.0.1, for this host
alone (RFC 8252 section 7.3).

Anybody on this host can come here, and web pages can send a browser here. So whatever is not
the answer is turned away, and holds nobody up: connections are read side by side, as much of
each as a request may have, and of many the oldest is closed.
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
    """The port, for as long as it is open."""

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
        """What is to be waited for, to be read."""
        return tuple(each.fileno() for each in (self._listener, *self._open))

    def close(self) -> None:
        """Listen no more."""
        for each in (self._listener, *self._open):
            each.close()
        self._open.clear()

    def look(self, flaw: Flaw) -> Form | None:
        """See what has come; return the fields of the answer once that has. ``flaw`` says why
        those of a request are not the answer, "" where they are.
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
        """Take those who want to connect."""
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:  # nobody, any more
                return
            connection.setblocking(False)
            self._open[connection] = b""
            if len(self._open) > MOST_CONNECTIONS:
                self._drop(next(iter(self._open)))

    def _read(self, connection: socket.socket) -> bytes | None:
        """Return the head of a request, None while it is not whole."""
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
        """Be done with a connection."""
        del self._open[connection]
        connection.close()


def _fields(connection: socket.socket, request: bytes, judge: Flaw) -> Form | None:
    """Answer a request; return its fields if they are what is waited for."""
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
    except OSError:  # it is gone, and has said what it had to
        pass
    return None if flaw else fields


def _page(status: str, text: str) -> bytes:
    """A page that holds nothing else, and that nothing is kept of."""
    head = (
        f"HTTP/1.1 {status}",
        "Content-Type: text/plain; charset=utf-8",
        f"Content-Length: {len(text) + 1}",
        "Cache-Control: no-store",
        "Referrer-Policy: no-referrer",
        "Connection: close",
    )
    return "\r\n".join((*head, "", f"{text}\n")).encode("ascii")
