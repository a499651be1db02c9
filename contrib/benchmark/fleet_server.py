"""A mail server for thousands of logins: implicit TLS or STARTTLS, then AUTH PLAIN or LOGIN.

``python fleet_server.py CERTIFICATE PASSWORD SERVERS [LATENCY]`` listens on so many loopback
addresses, 127.0.0.1 and on, each of which is a server of its own to the client. It prints the
port of implicit TLS and that of STARTTLS, and takes any user with this password. Each of its
replies comes LATENCY seconds late. It ends with its standard input.
"""

from __future__ import annotations

import asyncio
import os
import ssl
import sys
import threading
from base64 import b64decode

PASSWORD_WANTED = b"334 UGFzc3dvcmQ6\r\n"
OFFERS = {
    False: b"250-mail.example.com\r\n250-8BITMIME\r\n250 STARTTLS\r\n",
    True: b"250-mail.example.com\r\n250-8BITMIME\r\n250 AUTH PLAIN LOGIN\r\n",
}


class Client(asyncio.Protocol):
    """One connection. TLS stands between two buffers, and is started by the client's octets."""

    def __init__(self, server: Server, implicit: bool) -> None:
        """``implicit`` tells that TLS is there from the first."""
        self.server = server
        self.tls: ssl.SSLObject | None = None
        self.shaken = self.greeted = False
        self.asked = 0  # how many answers of AUTH LOGIN are still to come
        self.buffer = b""
        if implicit:
            self.start_tls()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Greet, unless TLS comes first."""
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        if self.tls is None:
            self.greet()

    def greet(self) -> None:
        """Say who we are."""
        self.say(b"220 mail.example.com ESMTP\r\n")

    def data_received(self, data: bytes) -> None:
        """Answer each line."""
        if self.tls is not None:
            self.incoming.write(data)
            data = self.decrypted(self.tls)
        self.buffer += data
        *lines, self.buffer = self.buffer.split(b"\r\n")
        for line in lines:
            self.obey(line)

    def start_tls(self) -> None:
        """Take what comes from now on for TLS."""
        self.incoming, self.outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
        self.tls = self.server.context.wrap_bio(self.incoming, self.outgoing, server_side=True)

    def decrypted(self, tls: ssl.SSLObject) -> bytes:
        """Go on with the handshake, then read."""
        data = b""
        try:
            if not self.shaken:
                tls.do_handshake()
                self.shaken = True
                if not self.greeted:
                    self.greet()
            while True:
                octets = tls.read(16_384)
                if not octets:
                    break
                data += octets
        except ssl.SSLWantReadError:
            pass
        except ssl.SSLError:
            self.transport.close()
        self.flush()
        return data

    def say(self, reply: bytes) -> None:
        """Send a reply, late if that is wanted."""
        self.greeted = True
        if self.server.latency:
            asyncio.get_running_loop().call_later(self.server.latency, self.put, reply)
        else:
            self.put(reply)

    def put(self, reply: bytes) -> None:
        """Send octets."""
        if self.tls is None:
            self.transport.write(reply)
        else:
            self.tls.write(reply)
            self.flush()

    def flush(self) -> None:
        """Send what TLS has for the client."""
        if self.outgoing.pending:
            self.transport.write(self.outgoing.read())

    def obey(self, line: bytes) -> None:
        """Answer one command."""
        verb, _, rest = line.partition(b" ")
        if self.asked:
            self.asked -= 1
            self.judge(b64decode(line)) if not self.asked else self.say(PASSWORD_WANTED)
        elif verb == b"EHLO":
            self.say(OFFERS[self.tls is not None])
        elif verb == b"STARTTLS":
            self.transport.write(b"220 2.0.0 Ready\r\n")
            self.start_tls()
        elif line == b"AUTH LOGIN":
            self.asked = 2
            self.say(b"334 VXNlcm5hbWU6\r\n")
        elif verb == b"AUTH":
            self.judge(b64decode(rest.partition(b" ")[2]).rpartition(b"\0")[2])
        elif verb == b"QUIT":
            self.put(b"221 2.0.0 Bye\r\n")
            self.transport.close()
        else:
            self.say(b"502 5.5.1 Not here\r\n")

    def judge(self, password: bytes) -> None:
        """Answer a login with this password."""
        well = password == self.server.password
        self.say(b"235 2.7.0 Accepted\r\n" if well else b"535 5.7.8 Rejected\r\n")


class Server:
    """What all connections share."""

    def __init__(self, certificate: str, password: str, latency: float) -> None:
        """Prepare TLS."""
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.context.load_cert_chain(certificate)
        self.password = password.encode()
        self.latency = latency

    async def serve(self, servers: int) -> None:
        """Listen at so many addresses until we are ended."""
        loop = asyncio.get_running_loop()
        for implicit in (True, False):
            port = 0
            for number in range(1, servers + 1):
                listener = await loop.create_server(
                    lambda implicit=implicit: Client(self, implicit),  # type: ignore[misc]
                    f"127.0.0.{number}",
                    port,
                    backlog=4096,
                )
                port = listener.sockets[0].getsockname()[1]
            print(port, flush=True)
        await asyncio.Event().wait()


def end_with_input() -> None:
    """End the process when standard input does."""
    sys.stdin.read()
    os._exit(0)


def main() -> None:
    """Serve."""
    certificate, password, servers, *latency = sys.argv[1:]
    threading.Thread(target=end_with_input, daemon=True).start()
    server = Server(certificate, password, float(latency[0]) if latency else 0.0)
    asyncio.run(server.serve(int(servers)))


if __name__ == "__main__":
    main()
