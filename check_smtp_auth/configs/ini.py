"""INI files, in three dialects; go-ini has a module of its own. Pure."""

from __future__ import annotations

from ..accounts import Misconfigured
from .generic import found_of, preset_of
from .reading import Contents, Variable, fault

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Generator
    from typing import Any, Callable

    from .reading import Query, Reading

    # From a key to its line and value; None if there is no such key.
    Look = Callable[[str], "tuple[int, str] | None"]

# What is stripped from plain values.
BLANKS = " \t\r"
# Git's own limit for nested includes.
MOST_INCLUDES = 10


def read(query: Query) -> Reading:
    """Read the keys (``section.key``) that ``--from-keys`` names."""
    preset = preset_of(query.keys, "ini")
    wanted = query.keys.get("dialect")
    looks: dict[str, Look] = {}
    faults = []
    for name in (wanted,) if wanted else DIALECTS:
        try:
            looks[name] = yield from DIALECTS[name](query.path)
        except Misconfigured as error:
            faults.append(error)
    if not looks:
        raise faults[0]

    def entry(key: str) -> tuple[int, str] | None:
        found = [look(key) for look in looks.values()]
        if len({None if each is None else each[1] for each in found}) > 1:
            line = next(each[0] for each in found if each)
            ways = ", ".join(looks)
            raise fault(
                query.path, line, f"{key} differs by dialect ({ways}): add dialect= to --from-keys"
            )
        return found[0]

    def get(key: str) -> str | None:
        there = entry(key)
        return there[1] if there else None

    def line(key: str) -> int:
        there = entry(key)
        return there[0] if there else 0

    return [found_of(preset, get, line, query)]


def _go(path: str) -> Generator[Any, Any, Look]:
    """Return a function that looks keys up as Go's package does (see ``goini``)."""
    from .goini import DEFAULT, File

    file: File = yield Contents(path, marked=True, made=File)

    def look(key: str) -> tuple[int, str] | None:
        section, _, name = key.rpartition(".")
        entry = file.entry(section or DEFAULT, name)
        return None if entry is None else (entry.line, file.value(section or DEFAULT, name))

    return look


def _plain(path: str) -> Generator[Any, Any, Look]:
    """Return a function that looks keys up in independent lines (see ``_plain_entries``)."""
    entries: dict[str, tuple[int, str]] = yield Contents(path, marked=True, made=_plain_entries)
    return entries.get


def _plain_entries(text: str, path: str) -> dict[str, tuple[int, str]]:
    """Return the entries: a value is all after the first ``=`` or ``:``, without outer blanks.
    Lines that begin with ``#`` or ``;`` are comments; nothing is unquoted or continued.
    """
    entries: dict[str, tuple[int, str]] = {}
    section = ""
    for number, whole in enumerate(text.lstrip("\ufeff").split("\n"), 1):
        line = whole.strip(BLANKS)
        if not line or line[0] in "#;":
            continue
        if line[0] == "[" and line[-1] == "]":
            section = f"{line[1:-1].strip(BLANKS)}."
            continue
        places = [at for at in (line.find(mark) for mark in "=:") if at >= 0]
        if not places:
            raise fault(path, number, "neither [section] nor key = value")
        key = section + line[: min(places)].strip(BLANKS)
        entries[key] = number, line[min(places) + 1 :].strip(BLANKS)
    return entries


def _git(path: str) -> Generator[Any, Any, Look]:
    """Return a function that looks keys up as ``git config --get --includes`` does: sections and
    keys in any case, subsections as they are, the last of equal keys; ``include.path`` is followed,
    ``includeIf`` is not.
    """
    from .gitconfig import parsed

    entries: dict[str, tuple[int, str]] = {}

    def take(path: str, depth: int) -> Generator[Any, Any, None]:
        for line, key, value in (yield Contents(path, depth > 0, marked=True, made=parsed)) or ():
            if key != "include.path":
                entries[key] = line, value
                continue
            if depth == MOST_INCLUDES:
                raise fault(path, line, f"more than {MOST_INCLUDES} includes within each other")
            other = yield from _included(value, path, line)
            yield from take(other, depth + 1)

    yield from take(path, 0)

    def look(key: str) -> tuple[int, str] | None:
        section, _, rest = key.partition(".")
        between, _, name = rest.rpartition(".")
        middle = f"{between}." if between else ""
        return entries.get(f"{section.lower()}.{middle}{name.lower()}")

    return look


def _included(value: str, path: str, line: int) -> Generator[Any, Any, str]:
    """Return the path of an included file; a relative one is relative to the including file."""
    if value.startswith("~/"):
        home = yield Variable("HOME", secret=False)
        if not home:
            raise fault(path, line, "this path begins with ~, and HOME is not set for this check")
        return f"{home}{value[1:]}"
    if value.startswith("/"):
        return value
    folder, slash, _ = path.rpartition("/")
    return f"{folder}{slash}{value}"


# In the order in which they are named.
DIALECTS: dict[str, Callable[[str], Generator[Any, Any, Look]]] = {
    "go-ini": _go,
    "git": _git,
    "plain": _plain,
}
