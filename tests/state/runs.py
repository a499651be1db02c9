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

from check_smtp_auth.state.memory import Memory, Spent
from check_smtp_auth.state.place import open_place
from check_smtp_auth.state.store import Store, file_name, folder_name

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

    def store(self, user: str = USER, host: str = HOST) -> Store:
        """The place of what is remembered of a user."""
        return Store(open_place(str(self.directory), ""), host, user, lambda: Memory(user))

    def memory(self, user: str = USER, host: str = HOST) -> Memory:
        """What is remembered of a user."""
        store = self.store(user, host)
        try:
            return store.look(time.time())[0]
        finally:
            store.close()

    def remember(self, host: str = HOST, user: str = USER, **fields: object) -> None:
        """Change what is remembered of a user; fields of ``Spent`` are set there."""
        spent = {name: fields.pop(name) for name in vars(Spent()) if name in fields}

        def change(memory: Memory) -> Memory:
            return memory.replace(spent=memory.spent.replace(**spent), **fields)

        store = self.store(user, host)
        try:
            store.change(change, time.monotonic() + PATIENCE)
        finally:
            store.close()

    def file(self, user: str = USER, host: str = HOST) -> Path:
        """The file with what is remembered of a user."""
        return self.directory / folder_name(host) / "accounts" / file_name(user)


def _heard(server: Server) -> int:
    """How many AUTH commands have come by now."""
    lines = [line for each in list(server.connections) for line in list(each.lines)]
    return sum(line.startswith(b"AUTH") for line in lines)
