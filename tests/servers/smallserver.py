"""A small SMTP server of our own, for a mechanism that no packaged mail server has.

It speaks just enough for a login. Who is let in is decided by somebody else's implementation of
the mechanism: a subclass brings it as an acceptor. TLS is by pyOpenSSL, since a server that
binds a login to the TLS channel needs what Python's own module does not give.
"""

from __future__ import annotations

import base64
import binascii
import socket
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Callable, Protocol

from OpenSSL import SSL

from .attempts import Attempt
from .certificates import Authority
from .mailserver import PASSWORD, USER
from .process import PATIENCE, free_port, loopback_addresses, wait_until

HOSTNAME = "small.test"

_TLS = {"1.2": SSL.TLS1_2_VERSION, "1.3": SSL.TLS1_3_VERSION}


class Refused(Exception):
    """The acceptor does not let the client in."""


class Acceptor(Protocol):
    """The server's side of one exchange."""

    def step(self, response: bytes) -> bytes | None:
        """Return the next challenge, or None if the client is in; raise `Refused` if not.

        An exchange without an initial response begins with an empty one.
        """


class SmallServer:
    """A server on loopback: STARTTLS on one port, implicit TLS on another, AUTH under TLS only.

    `offered` is what it lists, and may be changed to less or more than it takes: `mechanisms`.
    """

    host = "localhost"
    mechanisms: tuple[str, ...] = ()

    def __init__(self, authority: Authority, *, tls: str) -> None:
        """Make a server that is not yet started and speaks one version of TLS, "1.2" or "1.3"."""
        self.ca_file = authority.ca_file
        self.user = USER
        self.password = PASSWORD
        self.offered = self.mechanisms
        self.port_starttls = self.port_implicit = 0
        self.log: list[Attempt] = []
        self.context = SSL.Context(SSL.TLS_SERVER_METHOD)
        self.context.use_certificate_chain_file(str(authority.server.file))
        self.context.use_privatekey_file(str(authority.server.file))
        self.context.set_min_proto_version(_TLS[tls])
        self.context.set_max_proto_version(_TLS[tls])
        # A resumed session has another tls-unique.
        self.context.set_session_cache_mode(SSL.SESS_CACHE_OFF)
        self.context.set_options(SSL.OP_NO_TICKET)
        self._listeners: list[socketserver.ThreadingTCPServer] = []
        self._serving = 0
        self._lock = threading.Lock()

    def acceptor(self, mechanism: str, connection: SSL.Connection) -> Acceptor:
        """Return the server's side of a mechanism for one exchange."""
        raise NotImplementedError

    def start(self) -> None:
        """Listen, always on the same ports; nothing if it does."""
        if self._listeners:
            return
        if not self.port_starttls:
            self.port_starttls, self.port_implicit = free_port(), free_port()
        for address in loopback_addresses():
            for port in (self.port_starttls, self.port_implicit):
                listener = _listener(address)((address, port), self._handler(port))
                self._listeners.append(listener)
                threading.Thread(target=listener.serve_forever, args=(0.05,), daemon=True).start()

    def stop(self) -> None:
        """Listen no more; nothing if it does not."""
        while self._listeners:
            listener = self._listeners.pop()
            listener.shutdown()
            listener.server_close()

    def attempts(self) -> list[Attempt]:
        """Return every AUTH so far, in order; waits a while for open connections."""
        wait_until(lambda: not self._serving, PATIENCE / 2)
        return list(self.log)

    @contextmanager
    def watch(self) -> Iterator[list[Attempt]]:
        """Give a list that holds, after the block, the attempts made during it."""
        before = len(self.attempts())
        seen: list[Attempt] = []
        yield seen
        seen.extend(self.attempts()[before:])

    def _handler(self, port: int) -> Callable[..., socketserver.BaseRequestHandler]:
        server = self

        class Handler(socketserver.BaseRequestHandler):
            def handle(self) -> None:
                server._serve(self.request, port == server.port_implicit)

        return Handler

    def _serve(self, client: socket.socket, implicit: bool) -> None:
        with self._lock:
            self._serving += 1
        try:
            _Session(self, client).run(implicit)
        except (OSError, SSL.Error, EOFError):
            pass  # the client is gone
        finally:
            with self._lock:
                self._serving -= 1


def _listener(address: str) -> type[socketserver.ThreadingTCPServer]:
    class Listener(socketserver.ThreadingTCPServer):
        address_family = socket.AF_INET6 if ":" in address else socket.AF_INET
        allow_reuse_address = True
        daemon_threads = True
        block_on_close = False
        request_queue_size = 50

    return Listener


class _Session:
    """One client."""

    def __init__(self, server: SmallServer, client: socket.socket) -> None:
        self.server = server
        self.wire: socket.socket | SSL.Connection = client
        self.unread = b""

    def run(self, implicit: bool) -> None:
        if implicit:
            self.start_tls()
        self.say(f"220 {HOSTNAME} ready")
        while True:
            line = self.hear()
            verb, _, rest = line.partition(" ")
            if verb.upper() == "EHLO":
                self.greet()
            elif verb.upper() == "STARTTLS" and not self.connection:
                self.say("220 2.0.0 Ready")
                self.start_tls()
            elif verb.upper() == "AUTH" and self.connection:
                self.authenticate(*rest.split(" "))
            elif verb.upper() == "QUIT":
                self.say("221 2.0.0 Bye")
                return
            else:
                self.say("250 2.0.0 OK" if verb.upper() in ("NOOP", "RSET") else "502 5.5.1 No")

    @property
    def connection(self) -> SSL.Connection | None:
        return self.wire if isinstance(self.wire, SSL.Connection) else None

    def greet(self) -> None:
        more = "AUTH " + " ".join(self.server.offered) if self.connection else "STARTTLS"
        self.say(f"250-{HOSTNAME}")
        self.say(f"250-{more}")
        self.say("250 ENHANCEDSTATUSCODES")

    def start_tls(self) -> None:
        assert isinstance(self.wire, socket.socket)
        self.unread = b""
        self.wire = SSL.Connection(self.server.context, self.wire)
        self.wire.set_accept_state()
        self.wire.do_handshake()

    def authenticate(self, mechanism: str, initial: str = "") -> None:
        attempt = Attempt(mechanism.upper())
        self.server.log.append(attempt)
        attempt.reply = self.verdict(attempt.mechanism, initial)
        self.say(attempt.reply)

    def verdict(self, mechanism: str, encoded: str) -> str:
        """Play the exchange and return the final reply."""
        assert self.connection
        if mechanism not in self.server.mechanisms:
            return "504 5.5.4 No such mechanism"
        acceptor = self.server.acceptor(mechanism, self.connection)
        try:
            while True:
                response = b"" if encoded == "=" else base64.b64decode(encoded, validate=True)
                challenge = acceptor.step(response)
                if challenge is None:
                    return "235 2.7.0 Welcome"
                self.say("334 " + base64.b64encode(challenge).decode("ascii"))
                encoded = self.hear()
                if encoded == "*":
                    return "501 5.7.0 Cancelled"
        except binascii.Error:
            return "501 5.5.2 Not base64"
        except Refused:
            return "535 5.7.8 Authentication failed"

    def hear(self) -> str:
        while b"\r\n" not in self.unread:
            data = self.wire.recv(4096)
            if not data:
                raise EOFError
            self.unread += data
        line, _, self.unread = self.unread.partition(b"\r\n")
        return line.decode("utf-8", "replace")

    def say(self, line: str) -> None:
        self.wire.sendall((line + "\r\n").encode("utf-8"))
