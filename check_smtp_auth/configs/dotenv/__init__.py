"""Files of environment variables, as each program reads them: seven languages and more. Pure.

A module here has ``read(text, path) -> Variables``. All of them agree on ``NAME='plain text'``, and
on little else: what ends a value, what is an escape, what is expanded. Each does here what the
program's own parser does with the same file, its faults included, but runs nothing.
"""

from __future__ import annotations

from ...accounts import Misconfigured
from ...record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Callable

# How many characters the expansion of references may make of one file, which is 1 MiB at most:
# each line can double what the line before it made.
MOST_EXPANDED = 1 << 20
# What a reference counts for beside its text.
COST = 64
BYTE_ORDER_MARK = "\ufeff"
# What JavaScript takes for white space; Go takes NEL for it, and not the byte order mark.
UNICODE_BLANKS = (
    "\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)


class Refused(Misconfigured):
    """The program's parser does not take the file, because of what stands in ``line``."""

    def __init__(self, path: str, line: int, words: str) -> None:
        """Say where, and what is wrong there, in words that do not repeat it."""
        super().__init__(f"{path}:{line}: {words}" if line else f"{path}: {words}")
        self.line = line


class Untold(Exception):
    """The value of a variable cannot be told, for a reason in words that go after its name."""


# As no name may stand in them: it can be a piece of a password with a "$" in it.
FROM_OUTSIDE = "uses a variable from the program's environment, which is not known here"
RUNS_A_COMMAND = "runs a command, which this check does not"
TOO_LARGE = "contains references that grow without limit"
SET_AGAIN = "uses a variable that is set again later, where versions of the program differ"


class Given(Record):
    """What a variable is set to in ``line`` of ``path``; where that cannot be told, ``why`` not."""

    path: str
    line: int
    text: str | None
    why: str = ""


class Variables:
    """The variables that a file sets, for those who want them; filled in its order."""

    def __init__(self, path: str, earlier: Variables | None = None) -> None:
        """Begin with none; ``earlier`` are those of a file that the program reads before."""
        self.path = path
        self._given: dict[str, Given] = dict(earlier._given) if earlier else {}
        self._used: dict[str, dict[str, str | None]] = dict(earlier._used) if earlier else {}
        self._room = MOST_EXPANDED

    def put(self, name: str, line: int, text: str | Callable[[], str] | None) -> None:
        """Set a variable to a text or what a function makes of it; to nothing by None."""
        try:
            self._given[name] = Given(self.path, line, text() if callable(text) else text)
        except Untold as untold:
            self._given[name] = Given(self.path, line, None, str(untold))

    def relies(self, name: str, used: dict[str, str | None]) -> None:
        """Note what a variable was made of: it cannot be told if that is set anew later."""
        self._used[name] = {each: text for each, text in used.items() if each != name}

    def _changed(self, name: str) -> bool:
        """Tell whether something that a variable was made of is another now."""
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
        """Return a variable's text for a reference to it; None where it is not set to any.

        Raises Untold where the file does not mention it, as the program's environment may; None
        it is where there is a ``fallback``, which is what is configured then.
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
        """Return a variable's text, or None; raises Misconfigured where it cannot be told."""
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
        """What is wrong with the value of a variable, or with its absence."""
        given = self._given.get(name)
        if given is None:
            return Refused(self.path, 0, f"{name} {words}")
        return Refused(given.path, given.line, f"{name} {words}")

    def names(self) -> list[str]:
        """Return the names, in the order in which they were first set."""
        return list(self._given)


class Lines:
    """Tells in which line a position is; to be asked for positions in their order."""

    def __init__(self, text: str) -> None:
        """Begin at the start of the text."""
        self._text, self._position, self._line = text, 0, 1

    def at(self, position: int) -> int:
        """Return the number of the line, from 1."""
        self._line += self._text.count("\n", self._position, position)
        self._position = position
        return self._line


def unix(text: str) -> str:
    """Return the text with each end of a line a line feed."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def end_of_line(text: str, position: int) -> int:
    """Where the line of a position ends."""
    end = text.find("\n", position)
    return end if end >= 0 else len(text)
