"""A Dovecot that takes OAuth tokens, and the endpoint that tells it what a token is worth."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Callable
from urllib.parse import parse_qs

from .certificates import Authority
from .dovecot import Dovecot, by_version
from .process import free_port

MECHANISMS = ("XOAUTH2", "OAUTHBEARER", "PLAIN")
SCOPE = "mail.send"
TOKEN = "right-token"

# Dovecot 2.3 has this in a file of its own.
_OLD = """\
introspection_mode = post
introspection_url = http://127.0.0.1:{port}/introspect
force_introspection = yes
active_attribute = active
active_value = true
username_attribute = username
username_format = %u
scope = {scope}
timeout_msecs = 5000
"""

_PASSDB = """\
passdb {{
  driver = oauth2
  mechanisms = xoauth2 oauthbearer
  args = {file}
}}
"""
_NEW = """\
oauth2_introspection_mode = post
oauth2_introspection_url = http://127.0.0.1:{port}/introspect
oauth2_force_introspection = yes
oauth2_active_attribute = active
oauth2_active_value = true
oauth2_username_attribute = username
oauth2_scope = {scope}
"""


class Introspection:
    """Token introspection (RFC 7662) on loopback.

    `tokens` maps each token to the answer about it, and may be changed at any time; any other
    token is answered as one that has expired or was revoked. With another `status` than 200 the
    endpoint is out of order. `asked` are the tokens it was asked about.
    """

    def __init__(self) -> None:
        """Make an endpoint that is not yet started."""
        self.port = free_port()
        self.forget()
        self._server: ThreadingHTTPServer | None = None

    def forget(self) -> None:
        """Know no token and work."""
        self.tokens: dict[str, dict[str, object]] = {}
        self.status = 200
        self.asked: list[str] = []

    def grant(self, token: str, user: str, *, scope: str = SCOPE) -> None:
        """Make a token good for a user."""
        self.tokens[token] = {"active": True, "username": user, "scope": scope}

    def answer(self, token: str) -> dict[str, object]:
        """Return what is said of a token."""
        self.asked.append(token)
        return self.tokens.get(token, {"active": False})

    def start(self) -> None:
        """Listen; nothing if it does."""
        if self._server is None:
            self._server = ThreadingHTTPServer(("127.0.0.1", self.port), _handler(self))
            threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()

    def stop(self) -> None:
        """Listen no more; nothing if it does not."""
        if self._server is not None:
            self._server.shutdown()
            self._server.server_close()
            self._server = None


def _handler(endpoint: Introspection) -> Callable[..., BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            form = self.rfile.read(int(self.headers["Content-Length"])).decode("utf-8")
            answer = json.dumps(endpoint.answer(parse_qs(form)["token"][0])).encode("utf-8")
            self.send_response(endpoint.status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *args: object) -> None:
            """Keep the test's output to itself."""

    return Handler


class OauthDovecot(Dovecot):
    """Dovecot that asks `introspection` about tokens; `token` is the one that is good for `user`.

    It also takes the password, by PLAIN.
    """

    def __init__(self, directory: Path, authority: Authority) -> None:
        """Make a Dovecot that is not yet started."""
        self.token = TOKEN
        self.introspection = Introspection()
        endpoint = by_version(_OLD, _NEW).format(port=self.introspection.port, scope=SCOPE)
        file = directory / "oauth2.conf"
        settings = by_version(_PASSDB.format(file=file), endpoint)
        super().__init__(directory, authority, mechanisms=MECHANISMS, settings=settings)
        file.write_text(endpoint, "utf-8")
        self.reset()

    def start(self) -> None:
        """Start the endpoint, then Dovecot."""
        self.introspection.start()
        super().start()

    def stop(self) -> None:
        """Stop Dovecot, then the endpoint."""
        super().stop()
        self.introspection.stop()

    def reset(self) -> None:
        """Have the endpoint know the one good token only, and work."""
        self.introspection.forget()
        self.introspection.grant(self.token, self.user)
