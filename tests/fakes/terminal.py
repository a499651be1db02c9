"""The plugin at a terminal: a pty of its own, which a test reads and types at."""

from __future__ import annotations

import os
import pty
import re
import select
import subprocess
import time
from collections.abc import Mapping
from types import TracebackType
from typing import Any

from .plugin import COMMAND, Word, environment

# Longer than any test's run.
PATIENCE = 20.0


class Terminal:
    """A process with a controlling terminal. ``seen`` is all that it showed."""

    def __init__(
        self,
        *arguments: Word,
        env: Mapping[str, str] | None = None,
        stdin: int | None = None,
        stdout: int | None = None,
        before: tuple[str, ...] = (),
    ) -> None:
        """Start the plugin, ``before`` it a command that starts it; its standard input and output
        are the terminal, unless they are given.
        """
        ours, theirs = pty.openpty()
        # As a shell is started: a session of its own, with this terminal.
        session = ("setsid", *(("--ctty",) if stdin is None else ()), "--wait", *before)
        command = [*session, *COMMAND, *map(os.fspath, arguments)]
        self._process = subprocess.Popen(
            command,
            stdin=theirs if stdin is None else stdin,
            stdout=theirs if stdout is None else stdout,
            stderr=theirs,
            env=environment() if env is None else env,
        )
        os.close(theirs)
        self._terminal = ours
        self._octets = b""

    def __enter__(self) -> Terminal:
        """Nothing more is to be done."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End it, if it has not ended."""
        self._process.kill()
        self._process.wait()
        os.close(self._terminal)

    @property
    def seen(self) -> str:
        """What was shown, with plain line ends."""
        return self._octets.decode().replace("\r\n", "\n")

    def until(self, pattern: str) -> Any:
        """Wait until this has been shown; return the match."""
        limit = time.monotonic() + PATIENCE
        while True:
            found = re.search(pattern, self.seen)
            if found:
                return found
            assert self._read(limit - time.monotonic()), self.seen

    def type(self, text: str) -> None:
        """Type this."""
        os.write(self._terminal, text.encode())

    def end(self) -> int:
        """Wait for its end; return its exit code."""
        limit = time.monotonic() + PATIENCE
        while self._read(limit - time.monotonic()):
            pass
        return self._process.wait(PATIENCE)

    def _read(self, patience: float) -> bool:
        """Take what is shown next; return whether there was something."""
        if not select.select([self._terminal], [], [], max(0.0, patience))[0]:
            return False
        try:
            more = os.read(self._terminal, 65536)
        except OSError:  # the other side is closed
            return False
        self._octets += more
        return bool(more)
