"""Postfix's main.cf as a text, for a list, which runs nothing (postconf(5)). Pure."""

from __future__ import annotations

import re

from .postfix_maps import pairs
from .reading import Contents

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Generator, Mapping
    from typing import Any

    from .postfix_maps import Map

# Parameters that are referred to, but usually not set.
DEFAULTS = {"default_database_type": "hash"}
NAME = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_")
# In master.cf: -o name=value, or -o { name = value }.
OPTION = re.compile(r"\s-o\s*(?:\{\s*(\w+)\s*=([^}]*)\}|(\w+)=(\S*))")
# The longest value.
LONGEST = 20_000


def parameters(text: str, folder: str) -> dict[str, str]:
    """Return the parameters of main.cf, with references expanded; the last of equal ones counts."""
    known = {**DEFAULTS, "config_directory": folder}
    for line in _lines(text):
        name, equals, value = line.partition("=")
        if equals:
            known[name.strip()] = value.strip()
    done: dict[str, str] = {}
    return {name: _expanded(name, known, done) for name in known}


def _lines(text: str) -> list[str]:
    """Return the lines that are not comments, each with its continuation lines."""
    lines: list[str] = []
    for line in text.splitlines():
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if line[0] in " \t" and lines:
            lines[-1] += f" {line.strip()}"
        else:
            lines.append(line.strip())
    return lines


def service_of(text: str, service: str) -> tuple[str, dict[str, str]]:
    """Return the command of a service of master.cf ("" if there is none), and its own parameters
    (master(5)); of several such services the last counts.
    """
    command, own = "", dict[str, str]()
    for line in _lines(text):
        words = line.split(None, 7)
        if words[:2] == [service, "unix"] and len(words) == 8:
            command, _, options = words[7].partition(" ")
            found = OPTION.finditer(f" {options}")
            own = {each[1] or each[3]: (each[2] or each[4] or "").strip() for each in found}
    return command, own


def _expanded(name: str, known: Mapping[str, str], done: dict[str, str]) -> str:
    """Return a parameter with $name, ${name} and $(name) expanded, to nothing if unknown or if it
    refers to itself. Each parameter is expanded once.
    """
    if name in done:
        return done[name]
    done[name] = ""
    first, *rest = known.get(name, "").split("$")
    parts = [first]
    for part in rest:
        if part[:1] in ("{", "("):
            other, _, after = part[1:].partition("}" if part[0] == "{" else ")")
        else:
            end = next((at for at, letter in enumerate(part) if letter not in NAME), len(part))
            other, after = part[:end], part[end:]
        parts += (_expanded(other, known, done), after)
        if sum(map(len, parts)) > LONGEST:
            break
    done[name] = "".join(parts)[:LONGEST]
    return done[name]


def senders(maps: list[Map]) -> Generator[Any, Any, list[tuple[str, str]]]:
    """Return the senders with a login of their own, and this, from the texts of the maps."""
    found: dict[str, str] = {}
    for each in maps:
        if each.compiled or each.kind == "texthash":
            text = yield Contents(each.path, optional=True)
            for key, value in pairs(text or ""):
                if "@" in key[1:]:
                    found.setdefault(key, value)
    return list(found.items())
