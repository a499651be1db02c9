"""netrc files, as ftp, curl and others read them.

The standard library's module keeps one login per machine, but people have several accounts on one
mail server; and its errors quote the file.
"""

from __future__ import annotations

from ..accounts import Misconfigured
from ..secret import Secret

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


def find(text: str, host: str, user: str | None) -> tuple[str, Secret]:
    """Return login and password of the first entry for the host (and the user, if given).

    An entry "default" fits every host. Raises Misconfigured.
    """
    for machine, login, password in _entries(text):
        if machine not in (None, host.lower()) or user not in (None, login):
            continue
        if not login or not password:
            raise Misconfigured("the netrc entry for this host lacks login or password")
        return login, Secret(password.encode())
    wanted = "host and user" if user else "host"
    raise Misconfigured(f"the netrc file has no entry for this {wanted}")


def _entries(text: str) -> Iterator[tuple[str | None, str, str]]:
    """Yield (machine, login, password) of each entry; machine None for "default"."""
    words = _words(text)
    entries: list[tuple[str | None, dict[str, str]]] = []
    for word in words:
        if word in ("machine", "default"):
            machine = next(words, "").lower() if word == "machine" else None
            entries.append((machine, {}))
        elif word in ("login", "user", "account", "password"):
            value = next(words, "")
            if entries:
                entries[-1][1]["login" if word == "user" else word] = value
    for machine, said in entries:
        yield machine, said.get("login", ""), said.get("password", "")


def _words(text: str) -> Iterator[str]:
    """Split into words at blanks that are neither in double quotes nor after a backslash.

    Macro definitions (macdef, up to an empty line) and comments are left out.
    """
    in_macro = False
    for line in text.splitlines():
        if in_macro:
            in_macro = bool(line.strip())
            continue
        for word in _split(line):
            if word == "macdef":
                in_macro = True
                break
            yield word


def _split(line: str) -> Iterator[str]:
    """Split one line; a "#" at the start of a word that opens the line is a comment."""
    characters = iter(line.strip())
    word, started, quoted = "", False, False
    if line.lstrip().startswith("#"):
        return
    for character in characters:
        if character == "\\":
            word, started = word + next(characters, ""), True
        elif character == '"':
            quoted, started = not quoted, True
        elif character.isspace() and not quoted:
            if started:
                yield word
            word, started = "", False
        else:
            word, started = word + character, True
    if started:
        yield word
