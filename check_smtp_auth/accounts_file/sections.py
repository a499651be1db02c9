"""The text of an accounts file, cut into sections. Pure."""

from __future__ import annotations

from ..options.names import account_name
from ..record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

DEFAULTS = "defaults"
BLANKS = " \t\r"
# How much of a file is cut into lines at once, in characters.
_PIECE = 65_536


class File(Record):
    """A file of accounts: its path as it is shown, the folder where relative paths begin, and its
    text; or the ``problem`` why there is none.
    """

    path: str
    folder: str
    text: str
    problem: str = ""

    @property
    def name(self) -> str:
        """The last part of the path, as a name that monitors take."""
        return "".join(map(_safe, self.path.rstrip("/").rpartition("/")[2])) or "accounts"


class Section:
    """A header, and the lines below it that are neither empty nor comments, each with its number.
    The header of the lines before the first one is empty.
    """

    __slots__ = ("header", "line", "lines")

    def __init__(self, header: str, line: int) -> None:
        """Nothing stands below it yet."""
        self.header, self.line = header, line
        self.lines: list[tuple[int, str]] = []

    @property
    def name(self) -> str:
        """The name between the brackets; raises ValueError where it is none."""
        if self.header[-1] != "]":
            raise ValueError("the line of a [section] must end with ]")
        return account_name(self.header[1:-1])


def names(files: Iterable[File]) -> Iterator[str]:
    """Yield the headers of all accounts, without their brackets."""
    for file in files:
        for section in sections(file.text):
            if section.header and section.header != f"[{DEFAULTS}]":
                yield section.header[1:].rstrip("]")


def sections(text: str, start: int = 0, line: int = 0) -> Iterator[Section]:
    """Yield the sections from a position on, which is ``line`` lines below the beginning; the first
    one has what is before any header.
    """
    section = Section("", line)
    for each in _lines(text, start):
        line += 1
        each = each.strip(BLANKS)
        if not each or each[0] in "#;":
            continue
        if each[0] == "[":
            yield section
            section = Section(each, line)
        else:
            section.lines.append((line, each))
    yield section


def _lines(text: str, start: int) -> Iterator[str]:
    """Yield the lines from a position on; a long text is not split all at once."""
    while start < len(text):
        end = text.find("\n", start + _PIECE)
        end = end if end >= 0 else len(text)
        yield from text[start:end].split("\n")
        start = end + 1


def places(text: str, header: str) -> Iterator[int]:
    """Yield the positions of the lines that are this header."""
    found = text.find(header)
    while found >= 0:
        start, end = text.rfind("\n", 0, found) + 1, text.find("\n", found)
        end = end if end >= 0 else len(text)
        if text[start:end].strip(BLANKS) == header:
            yield start
        found = text.find(header, end)


def section_at(text: str, place: int) -> Section:
    """Return the section whose header's line begins there."""
    found = sections(text, place, text.count("\n", 0, place))
    next(found)
    return next(found)


def _safe(character: str) -> str:
    """Return a character of a file's name, or a dash if an account's name cannot have it."""
    try:
        return account_name(character)
    except ValueError:
        return "-"
