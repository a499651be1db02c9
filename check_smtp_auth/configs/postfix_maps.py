"""Postfix's lookup tables: which ones a parameter names, and how keys are looked up. Pure.

A table whose value is in its own name (static:, inline:) is evaluated here: asking postmap would
show the password to everyone who lists processes.
"""

from __future__ import annotations

import re

from ..accounts import Misconfigured
from ..record import Record
from .reading import Contents, Output, Rights

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Generator
    from typing import Any

# By type: what is appended to the name of the text for the compiled file.
COMPILED = {"hash": ".db", "btree": ".db", "cdb": ".cdb", "lmdb": ".lmdb", "dbm": ".pag"}
WITHOUT_BERKELEY = ("cdb", "lmdb")
# What postmap prints for a key that no table has, so that no output means a failure.
ABSENT = "(absent)"
# Types whose file is the table itself; and those whose file says where to ask.
TEXTS = ("texthash", "regexp", "pcre", "cidr")
ELSEWHERE = ("mysql", "pgsql", "ldap", "sqlite", "mongodb", "memcache")
# One of these, or one that consists of others in braces, may have passwords in its name.
SHOWING = re.compile(r"(?:^|[^\w-])(?:static|inline|randmap):")
NESTED = ("unionmap", "pipemap")


class Map(Record):
    """A table: its type, what follows the colon, and the file ``compiled`` from the text ``path``
    ("" if it is not a file, or not compiled).
    """

    kind: str
    name: str
    path: str = ""
    compiled: str = ""

    @property
    def told(self) -> str:
        """Its name in an error, without what may be a password in it."""
        return self.path or "what smtp_sasl_password_maps names"


def maps_of(value: str, default: str) -> list[Map]:
    """Return the tables that a parameter names."""
    return [_map(each, default) for each in _words(value)]


def _words(value: str) -> list[str]:
    """Split a parameter at blanks and commas, but not within braces."""
    words, depth = [""], 0
    for letter in value:
        depth += (letter == "{") - (letter == "}")
        if depth <= 0 and letter in " \t,\r\n":
            words.append("")
        else:
            words[-1] += letter
    return [word for word in words if word]


def _map(word: str, default: str) -> Map:
    """Return a table by its name; "proxy:" says only with whose permissions it is read."""
    kind, colon, name = word.partition(":")
    if not colon or "/" in kind:
        kind, name = default, word
    if kind == "proxy":
        return _map(name, default)
    if kind in COMPILED:
        return Map(kind, name, name, name + COMPILED[kind])
    return Map(kind, name, name if kind in (*TEXTS, *ELSEWHERE) else "")


def lookup(
    table: Map, key: str, folder: str, secret: bool, text: bool
) -> Generator[Any, Any, str | None]:
    """Look up a key, None if it is not there; raises Misconfigured.

    With ``text`` nothing is run: the text beside a map is searched, if there is one.
    """
    if table.path and table.path[0] != "/":  # it may not be the name of a file at all
        raise Misconfigured("a table in main.cf is named without its whole path (/etc/...)")
    if table.kind == "static":
        return _static(table.name)
    if table.kind == "inline":
        return _inline(table.name).get(key.lower())
    name = f"{table.kind}:{table.name}"
    if SHOWING.search(name):
        raise Misconfigured(
            f"{table.told} contains tables with their values, which cannot be looked up without "
            "showing them: put them into a file"
        )
    if text:
        return (yield from _in_text(table, key))
    yield from _judged(table, secret)
    words = ("postmap", "-c", folder, "-q", key, name, f"static:{ABSENT}")
    printed = yield Output(words, empty_at=(1,))
    if not printed:
        raise (yield from _unusable(table))
    value = printed.rstrip("\n")
    return None if value == ABSENT else value


def _judged(table: Map, secret: bool) -> Generator[Any, Any, None]:
    """Have the permissions of a table's files checked, and of those that it consists of."""
    if table.kind in TEXTS:
        yield Rights(table.path, secret=secret)
    elif table.kind in ELSEWHERE:
        yield Rights(table.path, optional=True, secret=False)
    elif table.compiled:
        yield Rights(table.path, optional=True, secret=secret)
        if not (yield from built(table, secret)):
            remedy = f"run postmap {table.kind}:{table.path}"
            raise Misconfigured(f"{table.compiled}: no such file: {remedy}")
    elif table.kind in NESTED:
        for each in maps_of(_static(table.name), "hash"):
            yield from _judged(each, secret)
    elif not (yield from _offered(table.kind)):  # a password written there is not used as a table
        raise Misconfigured(f"{table.told}: Postfix has no such type of table (see postconf -m)")


def built(table: Map, secret: bool = True) -> Generator[Any, Any, dict[str, float]]:
    """Return when the existing files of a compiled table were written. A Berkeley DB may have been
    replaced by another form, which Postfix 3.11 reads instead (non_bdb_migration_level).
    """
    found: dict[str, float] = {}
    if not table.compiled:
        return found
    others = WITHOUT_BERKELEY if table.compiled.endswith(".db") else ()
    for path in (table.compiled, *(table.path + COMPILED[kind] for kind in others)):
        changed = yield Rights(path, optional=True, secret=secret)
        if changed is not None:
            found[path] = changed
    return found


def _offered(kind: str) -> Generator[Any, Any, bool]:
    """Tell whether this Postfix supports a type of table."""
    printed = yield Output(("postconf", "-m"))
    return kind in printed.split()


def _unusable(table: Map) -> Generator[Any, Any, Misconfigured]:
    """Return the error that says why postmap cannot use a table, as far as is known."""
    if not (yield from _offered(table.kind)):
        return Misconfigured(
            f"{table.told}: this Postfix cannot read tables of the type {table.kind}: install what "
            f"reads them (in Debian: postfix-{table.kind}), or use another type in main.cf"
        )
    files = yield from built(table)
    if table.compiled not in files and files:
        return Misconfigured(
            f"{table.told}: main.cf says {table.kind}: but there is only {', '.join(files)}: "
            f"change the type in main.cf, or run postmap {table.kind}:{table.path}"
        )
    return Misconfigured(
        f"{table.told}: postmap cannot look anything up in it: postmap -q KEY "
        f"{table.kind}:{table.path or '...'} says why"
    )


def _in_text(table: Map, key: str) -> Generator[Any, Any, str | None]:
    """Look up a key in the text of a table, or of those that it joins."""
    for each in maps_of(_static(table.name), "hash") if table.kind == "unionmap" else ():
        value = yield from _in_text(each, key)
        if value is not None:
            return value
    if not table.compiled and table.kind != "texthash":
        return None
    found = yield Contents(table.path, optional=True)
    return dict(pairs(found or "")).get(key.lower())


def pairs(text: str) -> list[tuple[str, str]]:
    """Return the keys, in lower case, and values in a table's text (postmap(1))."""
    lines: list[str] = []
    for line in text.splitlines():
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if line[0] in " \t" and lines:
            lines[-1] += line
        else:
            lines.append(line)
    split = (line.strip().split(None, 1) for line in lines)
    return [(words[0].lower(), words[1]) for words in split if len(words) == 2]


def _static(name: str) -> str:
    """Return the value of a static table, which may be in braces."""
    name = name.strip()
    return name[1:-1].strip() if name[:1] == "{" and name[-1:] == "}" else name


def _inline(name: str) -> dict[str, str]:
    """Return the values of an inline table: { key = value, { key = value } }."""
    inner = name.strip()
    inner = inner[1:-1] if inner[:1] == "{" and inner[-1:] == "}" else inner
    found: dict[str, str] = {}
    for word in _words(inner):
        whole = word[1:-1] if word[:1] == "{" and word[-1:] == "}" else word
        key, equals, value = whole.partition("=")
        if equals:
            found.setdefault(key.strip().lower(), value.strip())
    return found


def login_in(value: str | None) -> str:
    """Return the user in a table's value."""
    return (value or "").partition(":")[0].strip()
