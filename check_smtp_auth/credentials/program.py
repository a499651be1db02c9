"""Reads a program's configuration for a reader of ``configs``, which says what it needs.

What may hang or take long runs aside, even parsing. What is wrong raises ``Misconfigured``, which
names a file and perhaps a line, and never quotes it.
"""

from __future__ import annotations

import os
from importlib import import_module

from ..accounts import Misconfigured
from ..configs import kind_of
from ..configs.reading import Listing, Output, Query, Variable
from ..faults import fault
from ..private_file import aside
from ..record import Record
from .answers import Answers
from .foreign_file import unreadable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable

    from ..accounts import Program
    from ..configs.reading import Contents, Found, Reading, Rights
    from ..net.loop import Steps

# How many files one reading may want.
MOST_FILES = 500


class Logins(Record):
    """What a program is configured with. ``mark`` and ``changed`` are about all files with secrets
    together (see ``private_file.Contents``); "" and None if secrets may be elsewhere. ``notices``
    are about permissions.
    """

    found: list[Found]
    mark: str
    changed: float | None
    notices: tuple[str, ...]


def read(
    program: Program, until: float, listing: bool = False, answers: Answers | None = None
) -> Steps[Logins]:
    """Return the logins, read by ``until`` (monotonic); raises Misconfigured.

    For a ``listing`` nothing is run. ``answers`` are those that the run has already.
    """
    answers = Answers() if answers is None else answers
    where = program.path or f"the configuration of {program.kind}"
    reading = _Reading(program, listing, answers)
    step = reading.begin
    while True:
        wanted = yield from aside(step, where, until)
        if wanted is None:
            return reading.logins()
        step = reading.going_on((yield from answers.printed(wanted, until)))


class _Reading:
    """One reading: its reader, and what is known of the files that it asked for."""

    def __init__(self, program: Program, listing: bool, answers: Answers) -> None:
        """Nothing is read yet."""
        self._program, self._listing, self._answers = program, listing, answers
        self._reading: Reading | None = None
        self._found: list[Found] = []
        self._marks: dict[str, tuple[str, float | None]] = {}
        self._notices: dict[str, None] = {}
        self._files = 0
        self._elsewhere = False

    def begin(self) -> Output | None:
        """Begin, and go on until the reader wants a command to be run, or ends. To be run aside."""
        program = self._program
        kind = kind_of(program.kind)
        assert kind is not None
        try:
            module = import_module(f"..configs.{kind.module}", __package__)
        except ImportError as error:
            raise Misconfigured(f"--from {program.kind}: {fault(error)}") from None
        name = os.fsencode(program.name).decode("utf-8", "replace")
        query = Query(program.kind, program.path, name, program.keys, self._listing)
        self._reading = module.read(query)
        return self._go_on(None)

    def going_on(self, answer: str) -> Callable[[], Output | None]:
        """Return what goes on with a command's output; to be run aside, as above."""
        return lambda: self._go_on(answer)

    def _go_on(self, answer: Any) -> Output | None:
        """Give the reader what it asks for; return a command that it wants run, None at its end. An
        exception other than Misconfigured may have a piece of a password in its text.
        """
        assert self._reading is not None
        problem: Misconfigured | None = None
        try:
            while True:
                wanted = self._reading.throw(problem) if problem else self._reading.send(answer)
                problem = None
                if isinstance(wanted, Output):
                    if self._listing:
                        raise Misconfigured("needs a command, and --list-accounts runs none")
                    return wanted
                try:
                    answer = self._answer(wanted)
                except Misconfigured as error:
                    problem = error
        except StopIteration as end:
            self._found = end.value
            return None
        except Misconfigured:
            raise
        except Exception as error:
            where = self._program.path or f"the configuration of {self._program.kind}"
            why = fault(error) if isinstance(error, ImportError) else "cannot be parsed"
            raise Misconfigured(f"{where}: {why}") from None

    def _answer(self, wanted: Any) -> Any:
        """Answer a question about the file system or the environment."""
        if isinstance(wanted, Variable):
            value = os.environ.get(wanted.name)
            self._elsewhere = self._elsewhere or (wanted.secret and value is not None)
            return value
        if isinstance(wanted, Listing):
            return _names(wanted.path)
        self._files += 1
        if self._files > MOST_FILES:
            raise Misconfigured(f"{wanted.path}: more than {MOST_FILES} files are needed")
        return self._of_file(wanted)

    def _of_file(self, wanted: Contents | Rights) -> Any:
        """Answer a question about a file, and keep its notices and its mark."""
        answer, seen = self._answers.of_file(wanted)
        self._notices.update(dict.fromkeys(seen.notices))
        if seen.mark:
            self._marks[wanted.path] = seen.mark, seen.changed
        return answer

    def logins(self) -> Logins:
        """Return what was found, once the reader has ended."""
        known = {} if self._elsewhere else self._marks
        marks = [each for each, _ in known.values()]
        if len(marks) > 1:
            import zlib  # many marks would be too long

            marks = [f"{zlib.crc32(' '.join(marks).encode()):08x}:{len(marks)}"]
        changed = max((each for _, each in known.values() if each is not None), default=None)
        return Logins(self._found, "".join(marks), changed, tuple(self._notices))


def _names(folder: str) -> list[str]:
    """Return the names in a folder."""
    try:
        return sorted(os.listdir(folder))
    except (FileNotFoundError, NotADirectoryError):
        return []
    except PermissionError:
        raise unreadable(folder.rstrip("/") or "/", "rx") from None
    except (OSError, ValueError) as error:
        from ..faults import of_file

        why = of_file(error) if isinstance(error, OSError) else "not a directory name"
        raise Misconfigured(f"{folder}: {why}") from None
