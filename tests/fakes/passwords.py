"""A mail server for many accounts, which knows their passwords, and can be away for a while."""

from __future__ import annotations

import base64
import socketserver
import threading
import time


class _Session(socketserver.StreamRequestHandler):
    """One client's: in clear, by AUTH PLAIN."""

    server: _Listener

    def handle(self) -> None:
        """Answer each line until QUIT."""
        self.wfile.write(b"220 mail.test ESMTP\r\n")
        for line in self.rfile:
            verb, _, rest = line.strip().partition(b" ")
            if verb.upper() == b"QUIT":
                self.wfile.write(b"221 2.0.0 Bye\r\n")
                return
            self.wfile.write(self._answer(verb.upper(), rest))

    def _answer(self, verb: bytes, rest: bytes) -> bytes:
        if verb == b"EHLO":
            return b"250-mail.test\r\n250 AUTH PLAIN\r\n"
        if verb != b"AUTH":
            return b"502 5.5.1 What?\r\n"
        proof = base64.b64decode(rest.partition(b" ")[2]).decode("utf-8")
        _, user, password = proof.split("\0")
        if self.server.passwords.get(user) == password:
            return b"235 2.7.0 Come in\r\n"
        time.sleep(self.server.pause)
        return b"535 5.7.8 Authentication credentials invalid\r\n"


class _Listener(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True
    request_queue_size = 128

    def __init__(self, port: int, passwords: dict[str, str], pause: float) -> None:
        """Listen."""
        super().__init__(("127.0.0.1", port), _Session)
        self.passwords, self.pause = passwords, pause


class PasswordServer:
    """Accounts and their passwords, of which both may be changed at any time."""

    def __init__(self, port: int, pause: float = 0.0) -> None:
        """Make a server that does not listen yet; a wrong password it lets wait so long."""
        self.port, self.pause = port, pause
        self.passwords: dict[str, str] = {}
        self._listener: _Listener | None = None

    def start(self) -> None:
        """Listen, at the same port each time."""
        self._listener = _Listener(self.port, self.passwords, self.pause)
        threading.Thread(target=self._listener.serve_forever, args=(0.05,), daemon=True).start()

    def stop(self) -> None:
        """Refuse all connections from now on; nothing if it is stopped."""
        if self._listener is not None:
            self._listener.shutdown()
            self._listener.server_close()
            self._listener = None
