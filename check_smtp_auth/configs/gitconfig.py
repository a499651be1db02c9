"""Files in Git's configuration syntax, as config.c parses them (git-config(1), "Syntax"). Pure."""

from __future__ import annotations

from .reading import fault

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

BLANKS = " \t\n\r"
ESCAPES = {"t": "\t", "b": "\b", "n": "\n", "\\": "\\", '"': '"'}
LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
NAMING = LETTERS | frozenset("0123456789-")


def parsed(text: str, path: str) -> list[tuple[int, str, str]]:
    """Return line, key and value of each setting in order: section and name in lower case, a
    subsection as it is. A key alone means true. Raises Misconfigured.
    """
    return list(_settings(text, path))


def _settings(text: str, path: str) -> Iterator[tuple[int, str, str]]:
    """Yield the settings, as ``parsed`` returns them."""
    reader = _Reader(text, path)
    section = ""
    while reader.skip():
        if reader.here == "[":
            section = reader.section()
        elif reader.here in LETTERS:
            line = reader.line
            name = reader.name()
            yield line, f"{section}.{name}" if section else name, reader.value()
        else:
            raise reader.fault("neither [section] nor key = value")


class _Reader:
    """Parses the text, character by character."""

    def __init__(self, text: str, path: str) -> None:
        self._text = text.replace("\r\n", "\n").removeprefix("\ufeff")
        self._path = path
        self._at = 0
        self._counted = (0, 1)  # a position, and its line's number

    @property
    def here(self) -> str:
        """The next character; at the end of the text, a line end."""
        return self._text[self._at] if self._at < len(self._text) else "\n"

    @property
    def line(self) -> int:
        """The number of the line."""
        at, number = self._counted
        self._counted = self._at, number + self._text.count("\n", at, self._at)
        return self._counted[1]

    def fault(self, words: str) -> Exception:
        """Return the error about this line."""
        return fault(self._path, self.line, words)

    def skip(self) -> bool:
        """Skip blanks and comments; tell whether anything is left."""
        while self._at < len(self._text):
            if self.here in "#;":
                end = self._text.find("\n", self._at)
                self._at = len(self._text) if end < 0 else end
            elif self.here not in BLANKS:
                return True
            else:
                self._at += 1
        return False

    def section(self) -> str:
        """Parse ``[section]``, ``[section "sub"]``, or the old ``[section.sub]``."""
        self._at += 1
        start = self._at
        while self.here in NAMING or self.here == ".":
            self._at += 1
        name = self._text[start : self._at].lower()
        if self.here in " \t":
            while self.here in " \t":
                self._at += 1
            name += f".{self._subsection()}"
        if self.here != "]" or not name:
            raise self.fault("Git does not accept this [section]")
        self._at += 1
        return name

    def _subsection(self) -> str:
        """Parse a subsection's quoted name, where a backslash only escapes the next character."""
        if self.here != '"':
            raise self.fault("the name of a subsection is not in quotes")
        self._at += 1
        letters = []
        while self.here != '"':
            if self.here == "\\":
                self._at += 1
            if self.here == "\n":
                raise self.fault("the closing quote of a subsection is missing")
            letters.append(self.here)
            self._at += 1
        self._at += 1
        return "".join(letters)

    def name(self) -> str:
        """Parse a key, and the blanks after it."""
        start = self._at
        while self.here in NAMING:
            self._at += 1
        name = self._text[start : self._at].lower()
        while self.here in " \t":
            self._at += 1
        return name

    def value(self) -> str:
        """Parse a value up to the end of its line; raises Misconfigured."""
        if self.here == "\n":
            return "true"
        if self.here != "=":
            raise self.fault("neither [section] nor key = value")
        self._at += 1
        value = blanks = ""
        quoted = False
        while self.here != "\n":
            character = self.here
            if character in BLANKS and not quoted:
                blanks += character if value else ""
                self._at += 1
                continue
            if character in "#;" and not quoted:
                end = self._text.find("\n", self._at)
                self._at = len(self._text) if end < 0 else end
                break
            if blanks.strip(" "):
                raise self.fault("Git releases differ on a tab in a value: put the value in quotes")
            value, blanks = value + blanks, ""
            self._at += 1
            if character == '"':
                quoted = not quoted
            else:
                value += self._escaped() if character == "\\" else character
        if quoted:
            raise self.fault("a closing quote is missing in this value")
        return value

    def _escaped(self) -> str:
        """Parse what follows a backslash, which removes a line end."""
        character = self.here
        self._at += 1
        if character == "\n":
            return ""
        if character not in ESCAPES:
            raise self.fault("a backslash that Git does not know: write two of them")
        return ESCAPES[character]
