"""A mail server just large enough for the benchmark: STARTTLS, then AUTH LOGIN.

``python server.py CERTIFICATE USER PASSWORD`` listens on loopback, prints its port, and
then a line for every login it has accepted. It ends with its standard input.
"""

from __future__ import annotations

import os
import socket
import ssl
import sys
import threading
from base64 import b64decode
from collections.abc import Iterator
from contextlib import suppress

ADDRESS = "127.0.0.1"


class Client:
    """One connection: lines in, lines out."""

    def __init__(self, connection: socket.socket) -> None:
        """Take an accepted connection."""
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.connection = connection
        self.lines = connection.makefile("rb")

    def start_tls(self, context: ssl.SSLContext) -> None:
        """Shake hands; what is read next has been sent under TLS."""
        self.connection = context.wrap_socket(self.connection, server_side=True)
        self.lines = self.connection.makefile("rb")

    def say(self, *lines: str) -> None:
        """Send a reply."""
        self.connection.sendall("".join(f"{line}\r\n" for line in lines).encode())

    def ask(self, challenge: str) -> str:
        """Send a challenge, return the response; both in base64."""
        self.say(f"334 {challenge}")
        return b64decode(self.lines.readline()).decode()

    def commands(self) -> Iterator[list[str]]:
        """Yield each command's words until the client goes away."""
        while line := self.lines.readline():
            yield line.decode("utf-8", "replace").split() or [""]


def serve(client: Client, context: ssl.SSLContext, login: list[str]) -> None:
    """Hold the conversation with one client."""
    client.say("220 mail.example.com ESMTP")
    offers = "STARTTLS"
    for command, *arguments in client.commands():
        verb = command.upper()
        if verb == "EHLO":
            client.say("250-mail.example.com", "250-8BITMIME", f"250 {offers}")
        elif verb == "STARTTLS":
            client.say("220 2.0.0 Ready")
            client.start_tls(context)
            offers = "AUTH LOGIN"
        elif verb == "AUTH" and arguments == ["LOGIN"]:
            given = [client.ask("VXNlcm5hbWU6"), client.ask("UGFzc3dvcmQ6")]
            accepted = given == login
            if accepted:
                print("login", flush=True)
            client.say("235 2.7.0 Accepted" if accepted else "535 5.7.8 Rejected")
        elif verb == "QUIT":
            client.say("221 2.0.0 Bye")
            return
        elif verb in ("NOOP", "RSET"):
            client.say("250 2.0.0 Ok")
        else:
            client.say("502 5.5.1 Not here")


def main() -> None:
    """Listen and serve, each client in a thread."""
    certificate, *login = sys.argv[1:]
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)

    def attend(connection: socket.socket) -> None:
        # A client that does not trust us hangs up: no more to say then.
        with suppress(OSError):
            client = Client(connection)
            serve(client, context, login)
            client.connection.close()

    def listen() -> None:
        while True:
            connection, _ = listener.accept()
            threading.Thread(target=attend, args=(connection,), daemon=True).start()

    listener = socket.create_server((ADDRESS, 0))
    print(listener.getsockname()[1], flush=True)
    threading.Thread(target=listen, daemon=True).start()
    sys.stdin.read()
    os._exit(0)


if __name__ == "__main__":
    main()
