"""Mail servers at the ports that programs take by default, for commands in a network of their own.

Linux lets any user listen there in a namespace. All that a command says to the servers is told.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent.parent))

from fakes.namespace import without_network
from fakes.server import Connection, Server, Step, start_tls

PORTS = (25, 465, 587)


class Told(NamedTuple):
    """A command's exit code, what it printed, and what it said to each port it connected to."""

    code: int
    output: str
    said: list[tuple[int, list[str]]]

    @property
    def mode(self) -> str:
        """How TLS started before the login."""
        ((port, lines),) = self.said
        begun = lines[: next(at for at, line in enumerate(lines) if line.startswith("AUTH"))]
        return "implicit" if port == 465 else "starttls" if "STARTTLS" in begun else "none"


def asked(
    certificate: Path,
    commands: Sequence[Sequence[object]],
    env: Mapping[str, str],
    *,
    at_once: bool = False,
) -> list[Told]:
    """Run commands where the servers are on localhost, one after the other; or all of them at
    once, if none is to say anything, as each is told what any of them said.
    """
    done = subprocess.run(
        [*without_network(), sys.executable, __file__, str(certificate), str(at_once)],
        input=json.dumps([[str(word) for word in command] for command in commands]).encode(),
        stdout=subprocess.PIPE,
        env=dict(env),
        check=True,
        timeout=120,
    )
    told = json.loads(done.stdout)
    return [
        Told(code, output, [(port, lines) for port, lines in said]) for code, output, said in told
    ]


def serve(certificate: Path, implicit: bool) -> Step:
    """Answer whatever comes, with TLS from the start or when it is asked for; take no recipient."""

    def step(connection: Connection) -> None:
        if implicit:
            start_tls(certificate)(connection)
        connection.send(b"220 fake.test ESMTP\r\n")
        secure = implicit
        while True:
            command = connection.read_line().upper()
            if command.startswith(b"EHLO"):
                offer = b"" if secure else b"250-STARTTLS\r\n"
                connection.send(b"250-fake.test\r\n" + offer + b"250 AUTH PLAIN\r\n")
            elif command == b"STARTTLS":
                connection.send(b"220 2.0.0 Ready\r\n")
                start_tls(certificate)(connection)
                secure = True
            elif command == b"QUIT":
                connection.send(b"221 2.0.0 Bye\r\n")
            elif command.startswith(b"RCPT"):
                connection.send(b"550 5.7.1 No\r\n")
            elif command == b"AUTH PLAIN":
                connection.send(b"334 \r\n")
                connection.read_line()
                connection.send(b"235 2.7.0 Yes\r\n")
            elif command.startswith(b"AUTH"):
                connection.send(b"235 2.7.0 Yes\r\n")
            else:
                connection.send(b"250 2.0.0 Ok\r\n")

    return step


def played(commands: list[list[str]], servers: list[Server]) -> list[tuple[int, str, object]]:
    """Run commands at once; return the code and output of each, and what was said to servers."""
    before = [len(server.connections) for server in servers]
    piped, both = subprocess.PIPE, subprocess.STDOUT
    running = [subprocess.Popen(each, stdin=piped, stdout=piped, stderr=both) for each in commands]
    outputs = [each.communicate(b"x\n", timeout=30)[0].decode() for each in running]
    said = [
        (server.port, [line.decode() for line in connection.lines])
        for server, count in zip(servers, before)
        if server.lines is not None  # all of them, once the commands have left
        for connection in server.connections[count:]
    ]
    return [(each.returncode, output, said) for each, output in zip(running, outputs)]


def main() -> None:
    """Run the commands that stand on standard input; print what became of them."""
    certificate, commands = Path(sys.argv[1]), json.load(sys.stdin)
    servers = [
        Server([serve(certificate, port == 465)], address=address, port=port)
        for port in PORTS
        for address in ("127.0.0.1", "::1")
    ]
    with ExitStack() as started:
        for server in servers:
            started.enter_context(server)
        rounds = [commands] if sys.argv[2] == "True" else [[command] for command in commands]
        told = [each for one in rounds for each in played(one, servers)]
    json.dump(told, sys.stdout)


if __name__ == "__main__":
    main()
