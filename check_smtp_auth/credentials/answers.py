"""What a run has learnt from programs' files and commands: each is asked once, and the answer
serves everybody who wants it.

So all of them see one state of a file, even if it is changed meanwhile. There are secrets among the
answers: they are dropped as soon as nothing more is to be read.
"""

from __future__ import annotations

import _thread
import os
import time

from ..accounts import Misconfigured
from ..configs.reading import Contents
from ..net.loop import Bell, heard
from .command import printed
from .foreign_file import Seen, decoded, look_at

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Union

    from ..configs.reading import Output, Rights
    from ..net.loop import Steps

    Wanted = Union[Contents, Rights]

# How much a command may print.
MOST_PRINTED = 1 << 20
# Where a mail server's own programs are, which not every PATH has.
FOLDERS = ("/usr/sbin", "/usr/local/sbin", "/sbin")


class Answers:
    """The answers of a run, none at first."""

    def __init__(self) -> None:
        """Nothing is known yet."""
        self._known: dict[Any, _Once] = {}
        self._commands: dict[Output, _Command] = {}

    def of_file(self, wanted: Wanted) -> tuple[Any, Seen]:
        """Return what is wanted of a file, and what was seen of it; raises Misconfigured. To be run
        aside: whoever wants the same meanwhile waits.
        """
        if not isinstance(wanted, Contents):
            seen = self._once(wanted, lambda: look_at(wanted))
            return seen.changed, seen
        plain = wanted.replace(made=None)
        seen = self._once(plain, lambda: look_at(plain))
        if seen.text is None or wanted.made is None:
            return seen.text, seen
        return self._once(wanted, lambda: wanted.of(seen.text)), seen

    def _once(self, wanted: Wanted, ask: Callable[[], Any]) -> Any:
        """Return what ``ask`` gives, or raise what it raises, the first time."""
        known = self._known.setdefault(wanted, _Once())
        with known.lock:
            if not known.asked:
                try:
                    known.answer = ask()
                except Exception as error:
                    known.error = error.with_traceback(None)
                known.asked = True
        if known.error is not None:
            raise known.error.with_traceback(None)
        return known.answer

    def printed(self, wanted: Output, until: float) -> Steps[str]:
        """Return what a command prints; raises Misconfigured. Whoever wants the same meanwhile
        waits, and runs it anew if it had too little time.
        """
        while True:
            command = self._commands.get(wanted)
            if command is None:
                command = self._commands[wanted] = _Command()
                return (yield from self._run(wanted, command, until))
            while not command.over:
                if not (yield from heard(command.bell, until)):
                    raise Misconfigured(f"{_name(wanted)} did not answer in time")
            if command.error is not None:
                raise Misconfigured(command.error)
            if command.output is not None:
                return command.output

    def _run(self, wanted: Output, command: _Command, until: float) -> Steps[str]:
        """Run a command for everybody who wants its output; raises Misconfigured."""
        name = _name(wanted)
        try:
            octets = yield from printed(
                wanted.arguments, name, until, MOST_PRINTED + 1, wanted.empty_at, FOLDERS
            )
            if len(octets) > MOST_PRINTED:
                raise Misconfigured(f"{name} printed more than {MOST_PRINTED >> 20} MiB")
            command.output = decoded(octets, f"what {name} prints")
            return command.output
        except Misconfigured as problem:
            if time.monotonic() < until:
                command.error = str(problem)
            raise
        finally:
            if command.output is None and command.error is None:
                del self._commands[wanted]
            command.over = True
            command.bell.ring()


class _Once:
    """The answer to one question, once somebody has asked it."""

    __slots__ = ("answer", "asked", "error", "lock")

    def __init__(self) -> None:
        self.lock = _thread.allocate_lock()
        self.asked = False
        self.answer: Any = None
        self.error: Exception | None = None


class _Command:
    """A command that runs, or has run: what it printed, or what is wrong with it; neither if its
    time was up.
    """

    __slots__ = ("bell", "error", "output", "over")

    def __init__(self) -> None:
        self.bell = Bell()
        self.over = False
        self.output: str | None = None
        self.error: str | None = None


def _name(wanted: Output) -> str:
    """Return what a command is called."""
    return os.path.basename(wanted.arguments[0])
