"""Files of environment variables, as each program parses them: seven languages and more. Pure.

A module here has ``read(text, path) -> Variables``. All of them agree on ``NAME='plain text'``, and
on little else: what ends a value, what is an escape, what is expanded. Each does what the program's
own parser does with the same file, including its faults, but runs nothing.
"""

from __future__ import annotations

from ...accounts import Misconfigured
from ...record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Callable

# The most characters by expansion of references in one file, which has 1 MiB at most: each line
# can double the one before it.
MOST_EXPANDED = 1 << 20
# How many characters a reference counts for, beside its text.
COST = 64
BYTE_ORDER_MARK = "\ufeff"
# White space in JavaScript; in Go, NEL belongs to it, and not the byte order mark.
UNICODE_BLANKS = (
    "\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)


class Refused(Misconfigured):
    """The program's parser rejects the file, because of what is in ``line``."""

    def __init__(self, path: str, line: int, words: str) -> None:
        """Take the place, and what is wrong there, in words that do not quote it."""
        super().__init__(f"{path}:{line}: {words}" if line else f"{path}: {words}")
        self.line = line


class Untold(Exception):
    """The value of a variable is not certain; the text is the reason and follows its name."""


# These must not quote names, which may be a piece of a password with a "$" in it.
FROM_OUTSIDE = "uses a variable from the program's environment, which is not known here"
RUNS_A_COMMAND = "runs a command, which this check does not"
TOO_LARGE = "contains references that grow without limit"
SET_AGAIN = "uses a variable that is set again later, where versions of the program differ"


class Given(Record):
    """The value of a variable, set in ``line`` of ``path``; ``why`` says why it is not certain."""

    path: str
    line: int
    text: str | None
    why: str = ""


class Variables:
    """The variables that a file sets, in its order."""

    def __init__(self, path: str, earlier: Variables | None = None) -> None:
        """Begin with none; ``earlier`` are those of a file that the program reads before."""
        self.path = path
        self._given: dict[str, Given] = dict(earlier._given) if earlier else {}
        self._used: dict[str, dict[str, str | None]] = dict(earlier._used) if earlier else {}
        self._room = MOST_EXPANDED

    def put(self, name: str, line: int, text: str | Callable[[], str] | None) -> None:
        """Set a variable to a text or to the result of a function; None unsets it."""
        try:
            self._given[name] = Given(self.path, line, text() if callable(text) else text)
        except Untold as untold:
            self._given[name] = Given(self.path, line, None, str(untold))

    def relies(self, name: str, used: dict[str, str | None]) -> None:
        """Note what a variable was made of: its value is not certain if that is set again later."""
        self._used[name] = {each: text for each, text in used.items() if each != name}

    def _changed(self, name: str) -> bool:
        """Tell whether something that a variable was made of has another value now."""
        asked, open_ = {name}, [name]
        while open_:
            for other, text in self._used.get(open_.pop(), {}).items():
                given = self._given.get(other)
                if (given.text if given else None) != text:
                    return True
                if other not in asked:
                    asked.add(other)
                    open_.append(other)
        return False

    def drop(self, name: str) -> None:
        """Forget a variable."""
        self._given.pop(name, None)

    def known(self, name: str, fallback: bool = False) -> str | None:
        """Return a variable's text for a reference to it; None if it is not set.

        Raises Untold if the file does not mention it, since the program's environment may; with a
        ``fallback`` it is None, and the configured fallback counts.
        """
        given = self._given.get(name)
        if given is None:
            if fallback:
                return None
            raise Untold(FROM_OUTSIDE)
        if given.why:
            raise Untold(given.why)
        self._room -= len(given.text or "") + COST
        if self._room < 0:
            raise Untold(TOO_LARGE)
        return given.text

    def get(self, name: str) -> str | None:
        """Return a variable's text, or None; raises Misconfigured if it is not certain."""
        given = self._given.get(name)
        if given is None:
            return None
        why = given.why or (SET_AGAIN if self._changed(name) else "")
        if why:
            raise Refused(given.path, given.line, f"{name} {why}")
        return given.text

    def line(self, name: str) -> int:
        """Return the line where a variable is set, 0 where it is not."""
        given = self._given.get(name)
        return given.line if given else 0

    def place(self, name: str) -> str:
        """Return the file where a variable is set."""
        given = self._given.get(name)
        return given.path if given else self.path

    def fault(self, name: str, words: str) -> Refused:
        """Return the error about a variable's value, or about its absence."""
        given = self._given.get(name)
        if given is None:
            return Refused(self.path, 0, f"{name} {words}")
        return Refused(given.path, given.line, f"{name} {words}")

    def names(self) -> list[str]:
        """Return the names, in the order in which they were first set."""
        return list(self._given)


class Lines:
    """Finds the line of a position; ask for positions in ascending order."""

    def __init__(self, text: str) -> None:
        """Begin at the start of the text."""
        self._text, self._position, self._line = text, 0, 1

    def at(self, position: int) -> int:
        """Return the number of the line, from 1."""
        self._line += self._text.count("\n", self._position, position)
        self._position = position
        return self._line


def unix(text: str) -> str:
    """Return the text with every line end as a line feed."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def end_of_line(text: str, position: int) -> int:
    """Return where the line of a position ends."""
    end = text.find("\n", position)
    return end if end >= 0 else len(text)
