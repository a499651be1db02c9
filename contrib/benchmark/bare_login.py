"""The least that a login by Python costs: connect, TLS handshake, EHLO, AUTH PLAIN, QUIT.

``python bare_login.py AUTHORITY PORT PASSWORD COUNT {implicit|starttls}`` logs in COUNT times, one
after the other, judges nothing and keeps nothing, and prints the CPU seconds of one login.
"""

from __future__ import annotations

import socket
import ssl
import sys
import time
from base64 import b64encode

NAME = "mail.example.com"


def login(context: ssl.SSLContext, port: int, password: str, starttls: bool) -> None:
    """Log in once."""
    wire = socket.create_connection(("127.0.0.1", port))
    wire.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    if starttls:
        wire.recv(4096)
        for line in (b"EHLO client.example.com\r\n", b"STARTTLS\r\n"):
            wire.sendall(line)
            wire.recv(4096)
    incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
    tls = context.wrap_bio(incoming, outgoing, server_hostname=NAME)
    while True:
        try:
            tls.do_handshake()
            break
        except ssl.SSLWantReadError:
            wire.sendall(outgoing.read())
            incoming.write(wire.recv(16384))
    response = b64encode(f"\0finance@example.com\0{password}".encode())
    lines = [b"EHLO client.example.com\r\n", b"AUTH PLAIN " + response + b"\r\n", b"QUIT\r\n"]
    for line in lines if starttls else [b"", *lines]:
        if line:
            tls.write(line)
        wire.sendall(outgoing.read())
        while True:
            try:
                reply = tls.read(4096)
                break
            except ssl.SSLWantReadError:
                incoming.write(wire.recv(16384))
        if line.startswith(b"AUTH") and not reply.startswith(b"235"):
            raise SystemExit(reply)
    wire.close()


def main() -> None:
    """Log in so often, and print what one login cost."""
    authority, port, password, count, mode = sys.argv[1:]
    context = ssl.create_default_context(cafile=authority)
    login(context, int(port), password, mode == "starttls")
    began = time.process_time()
    for _ in range(int(count)):
        login(context, int(port), password, mode == "starttls")
    print((time.process_time() - began) / int(count))


if __name__ == "__main__":
    main()
