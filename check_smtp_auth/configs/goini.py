"""INI as parsed by the Go package ini (go-ini/ini 1.67), which Grafana and Gitea use. Pure.

The rules are its parser's: any ``#`` or ``;`` ends a value that is not in back quotes or triple
double quotes; quotes around the whole value are removed; a line that ends in a backslash is
continued, unless the program says otherwise; ``%(key)s`` refers to another value; and what a
section lacks is looked up in the section whose name its own name begins with.
"""

from __future__ import annotations

import re

from ..record import Record
from .golang import BLANKS, trim
from .reading import fault

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Callable

DEFAULT = "DEFAULT"
REFERENCE = re.compile(r"%\(([^)]+)\)s")
# The package gives up after so many substitutions; we also do if the value gets too long.
SUBSTITUTIONS = 99
LONGEST = 65_536
CUT = (
    "is empty, since # or ; starts a comment: put the value in backquotes or in three double quotes"
)
CUT_WITHIN = (
    "is only the part before its first # or ;, where a comment starts: to keep all of it, put it "
    "in backquotes or in three double quotes."
)
# What its parseBool takes for true.
TRUE = ("1", "t", "T", "true", "TRUE", "True", "YES", "yes", "Yes", "y", "ON", "on", "On")


class Entry(Record):
    """A value as written in the file, and its line."""

    line: int
    raw: str


class File:
    """The sections of a file; of equal keys the last counts."""

    def __init__(self, text: str, path: str, *, continued: bool = True) -> None:
        """Parse the text; raises Misconfigured."""
        self.path = path
        self._mapped: Callable[[str], str] = lambda raw: raw
        self.sections: dict[str, dict[str, Entry]] = {DEFAULT: {}}
        self._lines = text.split("\n")
        self._at = 0
        self._continued = continued
        self._parse()

    def mapping(self, mapped: Callable[[str], str]) -> File:
        """Return the same file, where ``mapped`` converts each raw value before anything else."""
        file = object.__new__(File)
        file.__dict__.update(self.__dict__, _mapped=mapped)
        return file

    def entry(self, section: str, key: str) -> Entry | None:
        """Return the entry of this name in a section, or in one of those above it."""
        return self.sections.get(self._home(section, key), {}).get(key)

    def _home(self, section: str, key: str) -> str:
        """Return the section that has this key: the section itself, or the nearest one above it."""
        while key not in self.sections.get(section, {}) and "." in section:
            section = section.rpartition(".")[0]
        return section

    def value(self, section: str, key: str) -> str:
        """Return a value with references replaced, "" if it is not set; raises Misconfigured."""
        section = self._home(section, key)
        entry = self.entry(section, key)
        if entry is None:
            return ""
        text = self._mapped(entry.raw)
        for _ in range(SUBSTITUTIONS):
            reference = REFERENCE.search(text)
            if reference is None:
                break
            name = reference[1]
            other = self.entry(section, name)
            if other is None or other is entry:
                other = self.sections[DEFAULT].get(name)
            if other is None:
                break
            text = text.replace(reference[0], self._mapped(other.raw))
            if len(text) > LONGEST:
                raise fault(self.path, entry.line, "this value grows without limit by %(...)s")
        return text

    def is_cut(self, section: str, key: str) -> bool:
        """Tell whether nothing is left of a value, because it begins like a comment."""
        entry = self.entry(section, key)
        rest = self._lines[entry.line - 1].lstrip(BLANKS) if entry and not entry.raw else ""
        return rest.lstrip(BLANKS + "=:" + key)[:1] in ("#", ";")

    def is_cut_within(self, section: str, key: str) -> bool:
        """Tell whether a comment begins in the middle of a word of the value."""
        entry = self.entry(section, key)
        if entry is None or not entry.raw:
            return False
        rest = self._lines[entry.line - 1].lstrip(BLANKS)[len(key) :].lstrip(BLANKS + "=:")
        return rest.startswith((f"{entry.raw}#", f"{entry.raw};"))

    def line(self, section: str, key: str) -> int:
        """Return the line of a key, 0 if it is not set."""
        entry = self.entry(section, key)
        return entry.line if entry else 0

    def is_true(self, section: str, key: str) -> bool:
        """Tell whether a value is one of those that mean yes."""
        return self.value(section, key) in TRUE

    def _fault(self, line: int, words: str) -> Exception:
        return fault(self.path, line, words)

    def _parse(self) -> None:
        """Parse all lines."""
        self._lines[0] = self._lines[0].removeprefix("\ufeff")
        keys, unnamed = self.sections[DEFAULT], 1
        while self._at < len(self._lines):
            self._at += 1
            number, line = self._at, self._lines[self._at - 1].lstrip(BLANKS)
            if not line or line[0] in "#;":
                continue
            if line[0] == "[":
                name, closed, _ = line[1:].rpartition("]")
                if not closed or not name:
                    raise self._fault(number, "a section has no closing bracket or no name")
                keys, unnamed = self.sections.setdefault(name, {}), 1
                continue
            key, rest = self._key(line, number)
            if key == "-":
                key, unnamed = f"#{unnamed}", unnamed + 1
            keys[key] = Entry(number, self._value(rest, number))

    def _key(self, line: str, number: int) -> tuple[str, str]:
        """Split a line into the name of the key and what follows the delimiter."""
        quote = ""
        if line[0] == '"':
            quote = (
                '"""'
                if len(line) + (self._at < len(self._lines)) > 6 and line.startswith('"""')
                else '"'
            )
        elif line[0] == "`":
            quote = "`"
        start = len(quote)
        end = line.find(quote, start) if quote else 0
        if end < 0:
            raise self._fault(number, "the closing quote of a key is missing")
        places = [at for at in (line.find(mark, end + start) for mark in "=:") if at >= 0]
        if not places:
            raise self._fault(number, "neither a section nor a key with = or :")
        delimiter = min(places)
        name = trim(line[start : end if quote else delimiter])
        if not name:
            raise self._fault(number, "a key without a name")
        return name, line[delimiter + 1 :]

    def _value(self, rest: str, number: int) -> str:
        """Parse a value, which may continue in the following lines."""
        line = rest.lstrip(BLANKS)
        if not line:
            return ""
        # The package counts the line end among the more than three characters.
        more = self._at < len(self._lines)
        quote = ""
        if line.startswith('"""') and len(line) + more > 3:
            quote = '"""'
        elif line[0] == "`":
            quote = "`"
        if quote:
            end = line.rfind(quote, len(quote))
            if end >= 0:
                return line[len(quote) : end]
            return self._quoted(line[len(quote) :], quote, number)
        line = trim(line)
        if self._continued and line.endswith("\\"):
            return self._continuation(line[:-1])
        cuts = [at for at in (line.find(mark) for mark in "#;") if at >= 0]
        if cuts:
            line = trim(line[: min(cuts)])
        for mark in "'\"":
            if len(line) > 1 and line[0] == line[-1] == mark and mark not in line[1:-1]:
                return line[1:-1]
        return line

    def _quoted(self, begun: str, quote: str, number: int) -> str:
        """Parse up to the line with the closing quotes."""
        parts = [begun]
        while self._at < len(self._lines):
            self._at += 1
            line = self._lines[self._at - 1]
            end = line.rfind(quote)
            if end >= 0:
                return "\n".join([*parts, line[:end]])
            parts.append(line)
        raise self._fault(number, "the closing quote of a value is missing")

    def _continuation(self, text: str) -> str:
        """Parse on as long as lines end in a backslash."""
        parts = [text]
        while self._at < len(self._lines):
            self._at += 1
            line = trim(self._lines[self._at - 1])
            parts.append(line.removesuffix("\\"))
            if parts[-1] == line:
                break
        return "".join(parts)
