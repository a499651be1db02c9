"""An authorization server on loopback: OAuth by Authlib, over HTTPS.

Knobs make it answer as a provider does on a bad day; counters tell what it was asked.
"""

from __future__ import annotations

import json
import socket
import ssl
import threading
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Any
from urllib.parse import parse_qsl

from fakes.consent import SignIn
from fakes.oauth import Given, Provider, Registered, Request

PATIENCE = 15.0


class AuthorizationServer:
    """A token endpoint at ``url``, which knows the clients that were registered.

    ``ca_file`` is what verifies it. ``forms`` are the forms that were posted. ``error``
    (a status and the fields of an answer) is answered in place of all else, and so is
    ``raw`` (octets of HTTP); with ``echoes`` a form that somebody's sign-in goes into is refused in
    its own words. While ``held`` is cleared, it answers nothing;
    ``waiting`` counts what arrived.
    """

    def __init__(self, certificate: Path, ca_file: Path) -> None:
        """Listen on a free port; ``certificate`` holds key and certificate for localhost."""
        self.ca_file = ca_file
        self.forms: list[dict[str, str]] = []
        self.error: tuple[int, dict[str, Any]] | None = None
        self.raw: bytes | None = None
        self.echoes = False
        self.waiting = 0
        self.held = threading.Event()
        self.held.set()
        self._lock = threading.Lock()
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(str(certificate))
        self._http = _Listener(self, context)
        self.port: int = self._http.server_address[1]
        self.url = f"https://localhost:{self.port}/token"
        self.provider = Provider(self.url)
        self.people = SignIn(self.provider)
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.05,), daemon=True)

    def __enter__(self) -> AuthorizationServer:
        """Begin to accept."""
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close."""
        self.held.set()
        self._http.shutdown()
        self._http.server_close()
        self._thread.join(PATIENCE)

    @property
    def asked(self) -> int:
        """How often a token was asked for."""
        return len(self.forms)

    @property
    def tokens(self) -> list[str]:
        """The access tokens that were given, in order."""
        return self.provider.access_tokens

    def register(self, name: str, secret: str = "", key: str = "", kind: str = "RSA") -> Registered:
        """Make a client known: by its secret, or its public key (PEM); by neither, public."""
        self.provider.clients[name] = Registered(name, secret, key, kind)
        return self.provider.clients[name]

    def give(self, refresh_token: str, client: str, scope: str = "mail") -> None:
        """Make a refresh token known, as if somebody had signed in."""
        self.provider.refresh_tokens[refresh_token] = Given(client, scope)

    def refuse(self, error: str, description: str, status: int = 400, **more: Any) -> None:
        """Answer with this error from now on."""
        self.error = (status, {"error": error, "error_description": description, **more})

    def answer(self, form: dict[str, str], path: str = "/token") -> bytes:
        """Return what is to be answered to a form."""
        self.waiting += 1
        self.held.wait(PATIENCE)
        with self._lock:
            self.forms.append(form)
            if self.raw is not None:
                return self.raw
            if self.error is not None:
                return http(*self.error)
            if path == "/devicecode":
                return http(*self.people.device_code(self.url, form))
            if self.echoes and form.keys() & {"device_code", "code"}:
                words = " and ".join(f"{name} is {value}" for name, value in form.items())
                return http(400, {"error": "invalid_grant", "error_description": words})
            return http(*self.provider.create_token_response(Request(self.url, form)))


def http(status: int, body: Mapping[str, Any] | bytes, kind: str = "application/json") -> bytes:
    """An answer in HTTP."""
    octets = body if isinstance(body, bytes) else json.dumps(body).encode()
    head = f"HTTP/1.1 {status} Whatever\r\nContent-Type: {kind}\r\nContent-Length: {len(octets)}"
    return head.encode() + b"\r\nConnection: close\r\n\r\n" + octets


class _Listener(ThreadingHTTPServer):
    """The socket; TLS starts in each connection's own thread."""

    daemon_threads = True

    def __init__(self, server: AuthorizationServer, context: ssl.SSLContext) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.authorization = server
        self.context = context

    def finish_request(self, request: Any, client_address: Any) -> None:
        request.settimeout(PATIENCE)
        try:
            wrapped: socket.socket = self.context.wrap_socket(request, server_side=True)
        except OSError:
            return
        super().finish_request(wrapped, client_address)
        try:
            wrapped.close()
        except OSError:
            pass

    def handle_error(self, *_: Any) -> None:
        """Say nothing of clients that leave."""


class _Handler(BaseHTTPRequestHandler):
    """Reads one form and answers it."""

    protocol_version = "HTTP/1.1"
    server: _Listener

    def do_POST(self) -> None:
        """Hand the form on."""
        octets = self.rfile.read(int(self.headers["Content-Length"]))
        form = dict(parse_qsl(octets.decode("ascii")))
        answer = self.server.authorization.answer(form, self.path)
        self.wfile.write(answer)
        self.close_connection = True

    def log_message(self, *_: Any) -> None:
        """Say nothing."""
