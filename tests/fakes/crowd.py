"""A mail server for thousands of clients at once, in a process of its own.

As a script it listens on a free port of loopback, prints the port, and lets everybody in by
AUTH PLAIN, after a pause at the greeting and at AUTH as a server far away would make.
"""

from __future__ import annotations

import asyncio
import resource
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

# Beside the connections: what a process has open anyway.
OTHERS = 100


def room_for(connections: int) -> int:
    """Raise the limit of open files as far as need be; return how many connections it allows."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = connections + OTHERS
    if soft != resource.RLIM_INFINITY and soft < wanted:
        most = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))
        return most - OTHERS
    return connections


@contextmanager
def crowd_server(pause: float) -> Iterator[int]:
    """The port of a server that takes its time so long, in seconds."""
    command = [sys.executable, __file__, str(pause)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        try:
            yield int(process.stdout.readline())
        finally:
            process.kill()


class Session(asyncio.Protocol):
    """One client's."""

    pause = 0.0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Greet."""
        assert isinstance(transport, asyncio.WriteTransport)
        self.transport, self.unread = transport, b""
        self.answer_later(b"220 crowd.test ESMTP\r\n")

    def data_received(self, data: bytes) -> None:
        """Answer each line."""
        *lines, self.unread = (self.unread + data).split(b"\r\n")
        for line in lines:
            verb = line[:4].upper()
            if verb == b"EHLO":
                self.transport.write(b"250-crowd.test\r\n250 AUTH PLAIN\r\n")
            elif verb == b"AUTH":
                self.answer_later(b"235 2.7.0 Come in\r\n")
            else:
                self.transport.write(b"221 2.0.0 Bye\r\n")
                self.transport.close()

    def answer_later(self, reply: bytes) -> None:
        """Answer after the pause."""
        asyncio.get_running_loop().call_later(self.pause, self.transport.write, reply)


async def serve() -> None:
    """Listen until killed."""
    Session.pause = float(sys.argv[1])
    room_for(100_000)
    server = await asyncio.get_running_loop().create_server(Session, "127.0.0.1", 0, backlog=4096)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(serve())
