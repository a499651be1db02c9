"""What a test may ask of a mail server, whichever product it is."""

from __future__ import annotations

import itertools
import os
import socket
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from .attempts import Attempt, Record
from .certificates import Authority
from .process import PATIENCE, Daemon, StartFailure, free_port, wait_until

USER = "probe"
PASSWORD = "right-secret"


# What a load balancer sends first (HAProxy's PROXY protocol, version 1).
PROXY_HEADER = b"PROXY TCP4 127.0.0.1 127.0.0.1 1 1\r\n"


class MailServer(Daemon):
    """A private server on loopback: STARTTLS on one port, implicit TLS on another.

    It has one user; `password` is always the one that now works. The servers are shared by a
    whole session: a test that changes a password adds a user of its own or puts the old one back.
    """

    host = "localhost"
    mechanisms: tuple[str, ...] = ()
    preface = b""  # what a client must send before it is greeted
    port_starttls = 0
    port_implicit = 0

    def __init__(self, directory: Path, authority: Authority) -> None:
        """Make a server that lives in `directory` and shows a certificate of `authority`."""
        super().__init__(directory)
        self.ca_file = authority.ca_file
        self.user = USER
        self.password = PASSWORD
        self._marks = itertools.count(1_000_000_000 + os.getpid())

    def start(self) -> None:
        """Start, or start again on the same ports, and return once the server greets."""
        if self.port_starttls:
            super().start()
        else:
            self._start_on_new_ports()
        if not wait_until(self._greets, PATIENCE):
            failure = StartFailure(self._last_words())
            self.stop()
            raise failure

    def stop(self) -> None:
        """Stop, with all that was logged in the file."""
        with suppress(OSError):
            self._flush_log()
        super().stop()

    def set_password(self, user: str, password: str) -> None:
        """Add a user or change a password; it counts from the return of this call on."""
        self._store_password(user, password)
        if user == self.user:
            self.password = password

    def add_users(self, users: Sequence[str], password: str) -> None:
        """Add many users with one password; they count from the return of this call on."""
        for user in users:
            self.set_password(user, password)

    def attempts(self) -> list[Attempt]:
        """Return every AUTH the server has seen since it was made, in order.

        Complete: waits for open connections to end, and raises TimeoutError if one does not.
        """
        self._flush_log()
        if not wait_until(lambda: not (self.running and self._record().busy), PATIENCE):
            raise TimeoutError(f"{self.log} tells of a connection that does not end")
        return self._record().attempts

    @contextmanager
    def stopped(self) -> Iterator[None]:
        """Have the server stopped during the block."""
        self.stop()
        try:
            yield
        finally:
            self.start()

    @contextmanager
    def watch(self) -> Iterator[list[Attempt]]:
        """Give a list that holds, after the block, the attempts made during it."""
        before = len(self.attempts())
        seen: list[Attempt] = []
        yield seen
        seen.extend(self.attempts()[before:])

    def _start_on_new_ports(self) -> None:
        # Between choosing a port and binding it another process may take it.
        for last_try in (False, False, True):
            self.port_starttls, self.port_implicit = free_port(), free_port()
            self.configure()
            try:
                super().start()
            except StartFailure as failure:
                # Postfix 3.10 ends without a word of it.
                silent = str(failure).endswith("did not start:")
                if last_try or not (silent or "Address already in use" in str(failure)):
                    raise
            else:
                return

    def _greets(self) -> bool:
        try:
            with socket.create_connection(("127.0.0.1", self.port_starttls), 5) as client:
                client.settimeout(5)
                client.sendall(self.preface)
                return client.recv(4) == b"220 "
        except OSError:
            return False

    def _flush_log(self) -> None:
        """Return once all that was logged before this call is in the file."""
        if not self.running:
            return
        mark = str(next(self._marks))
        for _ in range(6):  # a busy Dovecot has lost a line of its log
            self._log_mark(mark)
            if wait_until(lambda: mark in self.read_log(), PATIENCE / 6):
                return
        raise TimeoutError(f"{self.log} does not get what is logged")

    def _log_mark(self, mark: str) -> None:
        """Make the server log a number, behind all that its processes have logged."""
        raise NotImplementedError

    def _record(self) -> Record:
        """Read the log."""
        raise NotImplementedError

    def _store_password(self, user: str, password: str) -> None:
        """Change the password where the server looks it up."""
        raise NotImplementedError
