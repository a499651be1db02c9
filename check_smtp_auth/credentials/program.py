"""The configuration of a program, read for a reader of ``configs``, which says what is needed.

All that may hang or take long runs aside, parsing too. What is wrong raises ``Misconfigured``,
which names a file and perhaps a line, and never quotes what stands there.
"""

from __future__ import annotations

import os
import stat
from importlib import import_module

from ..accounts import Misconfigured
from ..configs import kind_of
from ..configs.reading import Contents, Listing, Output, Query, Rights, Variable
from ..faults import fault
from ..net.local import whoami
from ..private_file import BYTE_ORDER_MARK, aside, mark, read_all
from ..record import Record
from .command import printed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ..accounts import Program
    from ..configs.reading import Found, Reading
    from ..net.loop import Steps

MOST = 1 << 20
# How many files one reading may want, and how much a command may print.
MOST_FILES, MOST_PRINTED = 500, 1 << 20
# Where a mail server's own programs are, which are not in everybody's PATH.
FOLDERS = ("/usr/sbin", "/usr/local/sbin", "/sbin")


class Logins(Record):
    """What a program is configured with. ``mark`` and ``changed`` tell of all the files together
    in which the secrets stand (see ``private_file.Contents``); "" and None where they may stand
    somewhere else. ``notices`` are about rights.
    """

    found: list[Found]
    mark: str
    changed: float | None
    notices: tuple[str, ...]


def read(program: Program, until: float, listing: bool = False) -> Steps[Logins]:
    """Read the logins by ``until`` (monotonic); raises Misconfigured.

    For a ``listing`` nothing is run.
    """
    where = program.path or f"the configuration of {program.kind}"
    reading = _Reading(program, listing)
    step = reading.begin
    while True:
        wanted = yield from aside(step, where, until)
        if wanted is None:
            return reading.logins()
        name = os.path.basename(wanted.arguments[0])
        octets = yield from printed(
            wanted.arguments, name, until, MOST_PRINTED + 1, wanted.empty_at, FOLDERS
        )
        if len(octets) > MOST_PRINTED:
            raise Misconfigured(f"{name} printed more than {MOST_PRINTED >> 20} MiB")
        step = reading.going_on(_decoded(octets, f"what {name} prints"))


class _Reading:
    """One reading: its reader, and what is known of the files that it wanted."""

    def __init__(self, program: Program, listing: bool) -> None:
        """Nothing is read yet."""
        self._program, self._listing = program, listing
        self._reading: Reading | None = None
        self._found: list[Found] = []
        self._marks: dict[str, tuple[str, float]] = {}
        self._notices: dict[str, None] = {}
        self._files = 0
        self._elsewhere = False

    def begin(self) -> Output | None:
        """Begin, and go on until the reader wants something to be run, or ends. To be run aside."""
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

    def going_on(self, answer: str) -> Any:
        """What goes on with what was printed; to be run aside, as above."""
        return lambda: self._go_on(answer)

    def _go_on(self, answer: Any) -> Output | None:
        """Give the reader what it wants; None at its end. Whatever it raises but Misconfigured
        may have a piece of a password in its text.
        """
        assert self._reading is not None
        problem: Misconfigured | None = None
        try:
            while True:
                wanted = self._reading.throw(problem) if problem else self._reading.send(answer)
                problem = None
                if isinstance(wanted, Output):
                    if self._listing:
                        raise Misconfigured("nothing is run for a list")
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
            why = fault(error) if isinstance(error, ImportError) else "it cannot be understood"
            raise Misconfigured(f"{where}: {why}") from None

    def _answer(self, wanted: Any) -> Any:
        """Answer what is wanted of the file system and the environment."""
        if isinstance(wanted, Variable):
            value = os.environ.get(wanted.name)
            self._elsewhere = self._elsewhere or (wanted.secret and value is not None)
            return value
        if isinstance(wanted, Listing):
            return _names(wanted.path)
        self._files += 1
        if self._files > MOST_FILES:
            raise Misconfigured(f"{wanted.path}: more than {MOST_FILES} files are wanted")
        return self._file(wanted)

    def _file(self, wanted: Contents | Rights) -> Any:
        """Open a file once, judge what was opened, and read it if that is wanted."""
        path, readable = wanted.path, isinstance(wanted, Contents)
        try:
            descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        except (FileNotFoundError, NotADirectoryError):
            if wanted.optional:
                return None
            raise Misconfigured(f"{path}: there is no such file") from None
        except PermissionError:
            raise Misconfigured(
                f"{path}: cannot be read by {whoami()}: give it the right to, by a group or an ACL"
            ) from None
        except (OSError, ValueError) as error:
            why = getattr(error, "strerror", None) or "no file name"
            raise Misconfigured(f"{path}: {why.lower()}") from None
        try:
            status = os.fstat(descriptor)
            self._judge(path, status, wanted.secret)
            if not readable:
                return status.st_mtime
            marked = isinstance(wanted, Contents) and wanted.marked
            return _text(read_all(descriptor, MOST + 1), path, marked)
        except OSError as error:
            raise Misconfigured(f"{path}: {(error.strerror or '').lower()}") from None
        finally:
            os.close(descriptor)

    def _judge(self, path: str, status: os.stat_result, secret: bool) -> None:
        """Refuse what everybody can write to or exchange; take notice of the rest."""
        mode = status.st_mode
        if not stat.S_ISREG(mode):
            raise Misconfigured(f"{path}: no regular file")
        if mode & stat.S_IWOTH:
            raise Misconfigured(f"{path}: everybody can write to it: run chmod o-w on it")
        folder = _open_folder(path)
        if folder:
            raise Misconfigured(
                f"{path}: everybody can write to {folder} above it: run chmod o-w on that"
            )
        if mode & stat.S_IWGRP:
            self._notices[f"{path} can be written to by its group."] = None
        if secret and mode & stat.S_IROTH:
            self._notices[f"{path} can be read by everybody."] = None
        if secret:
            self._marks[path] = (mark(status), status.st_mtime)

    def logins(self) -> Logins:
        """What was found, once the reader has ended."""
        known = {} if self._elsewhere else self._marks
        marks = [each for each, _ in known.values()]
        if len(marks) > 1:
            import zlib  # many marks would be a long one

            marks = [f"{zlib.crc32(' '.join(marks).encode()):08x}:{len(marks)}"]
        changed = max((each for _, each in known.values()), default=None)
        return Logins(self._found, "".join(marks), changed, tuple(self._notices))


def _names(folder: str) -> list[str]:
    """The names in a folder."""
    try:
        return sorted(os.listdir(folder))
    except (FileNotFoundError, NotADirectoryError):
        return []
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "no name of a folder"
        raise Misconfigured(f"{folder}: {why.lower()}") from None


def _open_folder(path: str) -> str:
    """Return a folder above a file in which everybody can exchange it, "" for none."""
    for start in {os.path.abspath(path), os.path.realpath(path)}:
        folder = start
        while folder != os.path.dirname(folder):
            folder = os.path.dirname(folder)
            mode = os.stat(folder).st_mode
            if mode & stat.S_IWOTH and not mode & stat.S_ISVTX:
                return folder
    return ""


def _text(octets: bytes, path: str, marked: bool) -> str:
    """The text of a file; raises Misconfigured for what is none, or too long."""
    if len(octets) > MOST:
        raise Misconfigured(f"{path}: larger than {MOST >> 20} MiB")
    if octets.startswith(BYTE_ORDER_MARK) and not marked:
        raise Misconfigured(f"{path}: starts with a byte order mark: save it as plain UTF-8")
    return _decoded(octets, path)


def _decoded(octets: bytes, where: str) -> str:
    """Decode UTF-8; raises Misconfigured with the line where it is not."""
    at = octets.find(b"\0")
    if at >= 0:
        raise Misconfigured(f"{where}:{_line(octets, at)}: a NUL character")
    try:
        return octets.decode("utf-8")
    except UnicodeDecodeError as error:
        line = _line(octets, error.start)
    raise Misconfigured(f"{where}:{line}: not in UTF-8: save it in that encoding")


def _line(octets: bytes, at: int) -> int:
    """The number of the line of a place."""
    return octets.count(b"\n", 0, at) + 1
