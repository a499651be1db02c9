"""Postfix's main.cf as a text, for a list by which nothing is run: postconf(5) says how. Pure."""

from __future__ import annotations

import re

from .postfix_maps import pairs
from .reading import Contents

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Generator, Mapping
    from typing import Any

    from .postfix_maps import Map

# What parameters refer to that mostly stand nowhere.
DEFAULTS = {"default_database_type": "hash"}
NAME = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_")
# In master.cf: -o name=value, or -o { name = value }.
OPTION = re.compile(r"\s-o\s*(?:\{\s*(\w+)\s*=([^}]*)\}|(\w+)=(\S*))")
# How long a value may become.
LONGEST = 20_000


def parameters(text: str, folder: str) -> dict[str, str]:
    """The parameters of main.cf, with what they refer to; the last of equal ones counts."""
    known = {**DEFAULTS, "config_directory": folder}
    for line in _lines(text):
        name, equals, value = line.partition("=")
        if equals:
            known[name.strip()] = value.strip()
    done: dict[str, str] = {}
    return {name: _expanded(name, known, done) for name in known}


def _lines(text: str) -> list[str]:
    """The lines that are no comments, each with those that go on with it."""
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
    """The command of a service of master.cf ("" where there is none), and the parameters that it
    has of its own (master(5)); of several such services the last counts.
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
    """A parameter with others in place of $name, ${name} and $(name); what is not known is left
    out, as is what refers to itself. Each is done once.
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
    """The senders that have a login of their own, with it, by the texts of the maps."""
    found: dict[str, str] = {}
    for each in maps:
        if each.compiled or each.kind == "texthash":
            text = yield Contents(each.path, optional=True)
            for key, value in pairs(text or ""):
                if "@" in key[1:]:
                    found.setdefault(key, value)
    return list(found.items())
