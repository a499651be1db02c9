"""What a reader is given, what it asks for, and what it returns. Pure.

A reader is ``read(query) -> Reading``: a generator that yields what it needs (a ``Contents``,
``Rights``, ``Listing``, ``Output`` or ``Variable``), is sent the answer, and returns the logins it
found. So all of it is tested without any file. Errors raise ``Misconfigured``, whose text names
file and line, but never quotes the file: that may be a piece of a password.
"""

from __future__ import annotations

from ..accounts import Misconfigured
from ..record import Record
from ..secret import Secret

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Generator, Mapping
    from typing import Any, Callable, Union

    from ..accounts import TLSMode

    Wanted = Union["Contents", "Rights", "Listing", "Output", "Variable"]
    Reading = Generator[Wanted, Any, "list[Found]"]


class Query(Record):
    """What to read: the kind, its file or directory ("" if none is known), and the name after
    ``#``. ``keys`` are the pairs of ``--from-keys``. For a ``listing`` nothing may be run:
    ``Output`` must not be asked for.
    """

    kind: str
    path: str
    name: str = ""
    keys: Mapping[str, str] = {}
    listing: bool = False


class Contents(Record):
    """The text of a file (str), or what ``made`` returns for text and path; None if it is
    ``optional`` and does not exist. A file without any ``secret`` may be readable by everybody. A
    byte order mark is rejected, unless the reader handles it (``marked``).

    A file is read once in a run, and ``made`` is called once for it, however many logins are read
    from it: nobody may modify the result.
    """

    path: str
    optional: bool = False
    secret: bool = True
    marked: bool = False
    made: Callable[[str, str], Any] | None = None

    def of(self, text: str) -> Any:
        """Return what is wanted, given the text; raises Misconfigured."""
        return text if self.made is None else self.made(text, self.path)


class Rights(Record):
    """When a file was last changed (seconds since the epoch), for a file that the program itself
    reads; its permissions are checked like those of ``Contents``. None if it is ``optional`` and
    does not exist.
    """

    path: str
    optional: bool = False
    secret: bool = True


class Listing(Record):
    """The names in a directory (list of str, sorted; empty if it does not exist)."""

    path: str


class Output(Record):
    """The output of a program of the mail server (str), run without a shell; with exit codes in
    ``empty_at`` the output is empty.
    """

    arguments: tuple[str, ...]
    empty_at: tuple[int, ...] = ()


class Variable(Record):
    """The value of an environment variable (str), or None. It may be a ``secret``, unless it only
    says where files are.
    """

    name: str
    secret: bool = True


class Found(Record):
    """One login in a program's configuration; what is not configured is None or "".

    ``name`` distinguishes it from others in the same file. The secret is known, or is the first
    line that ``command`` (for a shell) prints, as the program would run it. ``mechanisms`` are
    those that the secret can be used with, if not with all. ``sender`` is for MAIL. ``ca_file`` and
    ``ca_path`` are the program's own trust, ``tls_name`` the name that it expects in the
    certificate, ``authzid`` the identity that it acts as. ``notices`` are sentences for the
    administrator; ``problem`` says why this login cannot be checked, "" if it can; ``lacking``
    which part is missing, which may be given by an option. ``place`` is the file that it is in.
    """

    name: str = ""
    host: str = ""
    port: int | None = None
    tls: TLSMode | None = None
    user: str = ""
    secret: Secret | None = None
    command: str = ""
    mechanisms: tuple[str, ...] = ()
    sender: str = ""
    ca_file: str = ""
    ca_path: str = ""
    tls_name: str = ""
    client_cert: str = ""
    client_key: str = ""
    hello: str = ""
    authzid: str = ""
    notices: tuple[str, ...] = ()
    problem: str = ""
    lacking: str = ""
    place: str = ""


def fault(path: str, line: int, words: str) -> Misconfigured:
    """Return the error about a place in a file; the words must not quote the file."""
    return Misconfigured(f"{path}:{line}: {words}" if line else f"{path}: {words}")


def folder_of(path: str, main: str) -> Generator[Any, Any, str]:
    """Return the directory of a program's ``main`` file, given as itself or as a file in it."""
    folder = path.rstrip("/")
    above = folder.rpartition("/")[0] or ("" if folder[:1] == "/" else ".")
    for each in (folder, above):
        if (yield Rights(f"{each}/{main}", optional=True, secret=False)) is not None:
            return each
    return above if folder.rpartition("/")[2] == main else folder
