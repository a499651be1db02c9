"""Property files, as java.util.Properties reads them. Pure."""

from __future__ import annotations

from .reading import fault

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

BLANKS = " \t\f"
ESCAPES = {"t": "\t", "n": "\n", "r": "\r", "f": "\f"}
HEXADECIMAL = frozenset("0123456789abcdefABCDEF")
SEPARATORS = ("#---", "!---")


def documents(text: str, path: str) -> list[dict[str, tuple[int, str]]]:
    """Return line and value of each key, for each of the documents into which Spring divides a
    file; raises Misconfigured.
    """
    parts: list[dict[str, tuple[int, str]]] = [{}]
    for number, line in _logical(text):
        if line in SEPARATORS:
            parts.append({})
            continue
        end = 0
        while end < len(line) and line[end] not in "=:" + BLANKS:
            end += 2 if line[end] == "\\" else 1
        rest = line[end:].lstrip(BLANKS)
        if rest[:1] and rest[0] in "=:":
            rest = rest[1:].lstrip(BLANKS)
        key = _unescaped(line[:end], path, number)
        parts[-1][key] = number, _unescaped(rest, path, number)
    return parts


def _logical(text: str) -> Iterator[tuple[int, str]]:
    """Yield lines without leading blanks, continued ones as one; comments only if they separate
    documents.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    at = 0
    while at < len(lines):
        number = at + 1
        line = lines[at].lstrip(BLANKS)
        at += 1
        if not line or line[0] in "#!":
            if line.rstrip(BLANKS) in SEPARATORS and lines[at - 1][:1] in ("#", "!"):
                yield number, line.rstrip(BLANKS)
            continue
        if line == "\\":  # there is nothing to continue
            continue
        parts = []
        while (len(line) - len(line.rstrip("\\"))) % 2 and at < len(lines):
            parts.append(line[:-1])
            line = lines[at].lstrip(BLANKS)
            at += 1
        yield number, "".join([*parts, line])


def _unescaped(text: str, path: str, line: int) -> str:
    """Return a text with its escapes replaced; raises Misconfigured."""
    if "\\" not in text:
        return text
    letters = []
    at = 0
    while at < len(text):
        letter = text[at]
        at += 1
        if letter == "\\" and at < len(text):
            letter = text[at]
            at += 1
            if letter == "u":
                digits = text[at : at + 4]
                if len(digits) < 4 or not HEXADECIMAL.issuperset(digits):
                    raise fault(path, line, "\\u without four hexadecimal digits")
                letter = chr(int(digits, 16))
                at += 4
            else:
                letter = ESCAPES.get(letter, letter)
        elif letter == "\\":
            break
        letters.append(letter)
    # A character beyond the first plane is written as a surrogate pair; half of one is sent as "?".
    halves = "".join(letters).encode("utf-16-le", "surrogatepass")
    return halves.decode("utf-16-le", "surrogatepass").encode("utf-8", "replace").decode()
