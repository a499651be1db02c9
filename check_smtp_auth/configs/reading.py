"""What a reader is given, what it asks for, and what it returns. Pure.

A reader is ``read(query) -> Reading``: a generator that yields what it wants to know (a
``Contents``, ``Rights``, ``Listing``, ``Output`` or ``Variable``), is sent the answer, and returns
the logins it found. So all of it is tested with no file at all. Whatever is wrong raises
``Misconfigured``, whose text names file and line, and never what stands there: it may be a piece
of a password.
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
    """What is asked: the kind, its file or directory ("" where none is known), and the name after
    ``#``. ``keys`` are the pairs of ``--from-keys``. For a ``listing`` nothing may be run: no
    ``Output`` is given.
    """

    kind: str
    path: str
    name: str = ""
    keys: Mapping[str, str] = {}
    listing: bool = False


class Contents(Record):
    """The text of a file (str), or what is ``made`` of text and path. Where it is ``optional`` and
    not there, None. One that holds no ``secret`` may be read by everybody without a word. A byte
    order mark is refused, but kept for a reader that is to see it, as it may be ``marked``.

    A file is read once in a run, and a thing made of it once, however many logins are read from
    it: nobody may change what was made.
    """

    path: str
    optional: bool = False
    secret: bool = True
    marked: bool = False
    made: Callable[[str, str], Any] | None = None

    def of(self, text: str) -> Any:
        """What is wanted of the text; raises Misconfigured."""
        return text if self.made is None else self.made(text, self.path)


class Rights(Record):
    """When a file was last changed (seconds since the epoch), which the program reads itself: it
    must be as those are of which the text is read. Where it is ``optional`` and not there, None.
    """

    path: str
    optional: bool = False
    secret: bool = True


class Listing(Record):
    """The names in a directory (list of str, sorted; empty where there is none)."""

    path: str


class Output(Record):
    """What a program of the mail server itself prints (str), run without a shell; ``empty_at`` are
    exit codes that count as nothing printed.
    """

    arguments: tuple[str, ...]
    empty_at: tuple[int, ...] = ()


class Variable(Record):
    """The value of an environment variable (str), or None. One may hold a ``secret``, but for
    those that tell only where files are.
    """

    name: str
    secret: bool = True


class Found(Record):
    """One login that a program is configured with; what it leaves open is None or "".

    ``name`` tells it from others of the same file. The secret is known, or stands in the first
    line of what ``command`` (for a shell) prints, as the program would run it. ``mechanisms`` are
    those that the secret serves, where it does not serve all. ``sender`` is for MAIL. ``ca_file``
    and ``ca_path`` are the program's own trust, ``tls_name`` the name that it wants in the
    certificate, ``authzid`` whom it acts as. ``notices`` tell what an administrator should know,
    in sentences; ``problem`` why this login cannot be checked, "" where it can; ``lacking`` why
    a part of it is not there, which can be given beside it. ``place`` is the file it stands in.
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
    """What is wrong at a place of a file, in words that do not repeat what stands there."""
    return Misconfigured(f"{path}:{line}: {words}" if line else f"{path}: {words}")


def folder_of(path: str, main: str) -> Generator[Any, Any, str]:
    """The directory of a program's ``main`` file, which is meant by itself or by a file in it."""
    folder = path.rstrip("/")
    above = folder.rpartition("/")[0] or ("" if folder[:1] == "/" else ".")
    for each in (folder, above):
        if (yield Rights(f"{each}/{main}", optional=True, secret=False)) is not None:
            return each
    return above if folder.rpartition("/")[2] == main else folder
