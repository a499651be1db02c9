"""The plugin run again and again with one state directory, against servers that play a script."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from pathlib import Path

from fakes.plugin import COMMAND, SECRET, USER, Run, Word, environment, run
from fakes.scripts import REJECTION, clear, joined
from fakes.server import Connection, Left, Script, Server, Step, hang

from check_smtp_auth.state.memory import Memory, ServerMemory
from check_smtp_auth.state.store import Store

HOST = "127.0.0.1"
ACCEPTED = b"235 2.7.0 Authentication successful\r\n"
PATIENCE = 15.0


def judging(reply: bytes) -> Step:
    """Answer AUTH with this, or QUIT in its place as is due to it."""

    def step(connection: Connection) -> None:
        if _awaits_auth(connection):
            connection.send(reply)

    return step


def silent(connection: Connection) -> None:
    """Never answer AUTH; answer QUIT in its place as is due to it."""
    if _awaits_auth(connection):
        hang(connection)


def _awaits_auth(connection: Connection) -> bool:
    line = connection.read_line()
    if line.upper() == b"QUIT":
        connection.send(b"221 2.0.0 Bye\r\n")
        raise Left
    if not line.upper().startswith(b"AUTH"):
        connection.fault = f"AUTH or QUIT was due, and came {line!r}"
        raise Left
    return True


def rejecting(reply: bytes = REJECTION) -> Script:
    """A server that rejects whoever logs in."""
    return clear([judging(reply)])


def accepting(offer: str = "AUTH PLAIN LOGIN") -> Script:
    """A server that accepts whoever logs in."""
    return clear([judging(ACCEPTED)], offer=offer)


def tarpit(*before: Script) -> Script:
    """A server that never answers AUTH."""
    return clear([silent], joined(before))


class Monitor:
    """One check of a monitor's: its password file and its state directory."""

    def __init__(self, directory: Path) -> None:
        """Make the password file; the state directory is made by the plugin."""
        self.directory = directory / "state"
        self.password = directory / "its-password"
        self.password.touch(0o600)
        self.password.write_text(f"{SECRET}\n")

    def words(
        self, server: Server, *arguments: Word, user: str = USER, host: str = HOST
    ) -> list[str]:
        """The options; ``arguments`` come last and so win."""
        where: list[Word] = ["-H", host, "-p", str(server.port), "--tls", "none"]
        who: list[Word] = ["-u", user, "-P", self.password, "--state-dir", self.directory]
        return [os.fspath(word) for word in (*where, *who, "-t", "8", *arguments)]

    def check(self, server: Server, *arguments: Word, user: str = USER, host: str = HOST) -> Run:
        """Run the check once."""
        return run(*self.words(server, *arguments, user=user, host=host))

    def interrupt(self, server: Server, *arguments: Word, number: int = signal.SIGKILL) -> None:
        """Run the check, and send it a signal once AUTH has come."""
        before = _heard(server)
        words = [*COMMAND, *self.words(server, "-t", "1.5", *arguments)]
        process = subprocess.Popen(words, env=environment(), stdout=subprocess.PIPE)
        began = time.monotonic()
        while _heard(server) == before:
            assert time.monotonic() < began + PATIENCE
            time.sleep(0.005)
        process.send_signal(number)
        process.communicate()

    def lapse(self) -> None:
        """Have the time of all tries under way be over, so that they count if not settled."""
        reserved = self.memory().of(USER).reserved
        assert reserved
        self.remember(reserved=(time.time(),) * len(reserved))

    def memory(self, host: str = HOST) -> ServerMemory:
        """What is remembered."""
        return Store(str(self.directory), host).read()

    def remember(self, host: str = HOST, user: str = USER, **fields: object) -> None:
        """Change what is remembered of a user."""

        def change(server: ServerMemory) -> ServerMemory:
            memory: Memory = server.of(user).replace(**fields)
            return server.with_account(memory)

        Store(str(self.directory), host).update(change, time.monotonic() + PATIENCE)


def _heard(server: Server) -> int:
    """How many AUTH commands have come by now."""
    lines = [line for each in list(server.connections) for line in list(each.lines)]
    return sum(line.startswith(b"AUTH") for line in lines)
