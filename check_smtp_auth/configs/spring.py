"""Spring Boot: ``spring.mail`` of application.properties or application.yml (release 3.4). Pure.

``${NAME:default}`` is expanded: to a variable of the environment, a property of the file, or the
default. Documents for a profile, and files that override this one, are ignored with a notice.
"""

from __future__ import annotations

import re

from ..accounts import Misconfigured
from . import properties
from .as_yaml import documents
from .generic import found_of, port_of
from .presets import PRESETS
from .reading import Contents, Listing, Variable, fault
from .scalars import JAVA, decided
from .tree import Node, find

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Generator
    from typing import Any, Callable

    from .reading import Query, Reading

    Look = Callable[[str], "tuple[int, str] | None"]
    Values = dict[str, tuple[int, str]]

PROFILES = ("spring.config.activate.on-profile", "spring.profiles")
MAIL = "spring.mail.properties."
# Jakarta Mail's old settings for TLS, whose port overrides all others.
FACTORY = f"{MAIL}mail.smtp.socketFactory."
OWN = re.compile(r"application\.(?:properties|ya?ml)")
# Files beside it that override it: of a profile, and in the other format.
OVER = re.compile(r"application(?:-.+\.(?:properties|ya?ml)|\.properties)")
# The most placeholders of a value, and its longest length with them expanded.
MOST = 100
LONGEST = 65_536
# Aliases to aliases may yield any number of keys.
MOST_KEYS = 1000
DEFAULT_TAKEN = (
    "A variable of a placeholder is not set for this check, so that its default counts: give the "
    "check the environment of the program."
)
FOR_A_PROFILE = "Settings for a profile (spring.config.activate.on-profile) are ignored."


def read(query: Query) -> Reading:
    """Read the one login; raises Misconfigured."""
    path = query.path
    text: str = yield Contents(path, marked=True)
    told: dict[str, None] = {}
    of_yaml = path.endswith((".yml", ".yaml"))
    made = documents if of_yaml else properties.documents
    parsed = yield Contents(path, marked=True, made=made)
    looks = _yaml(parsed, path, told) if of_yaml else _properties(parsed, text, path)
    common = [look for look in looks if not any(look(key) for key in PROFILES)]
    told.update(dict.fromkeys([FOR_A_PROFILE] if len(common) < len(looks) else []))

    def entry(key: str) -> tuple[int, str] | None:
        names = [key]
        if key.startswith(MAIL):
            name = key[len(MAIL) :]
            names += f"{MAIL}[{name}]", f"{MAIL[:-1]}[{name}]"
        there = [look(name) for look in reversed(common) for name in names]
        return next((each for each in there if each), None)

    preset = PRESETS["spring"]
    keys = [*preset.keys.values(), *(mode.key for mode in preset.modes), f"{FACTORY}port"]
    values: dict[str, str] = {}
    for key in sorted({*keys, *dict(preset.unverified)}):
        there = entry(key)
        if there and query.listing and key == preset.keys["password"]:
            values[key] = there[1]
        elif there:
            placeholders = _Placeholders(entry, path, there[0], told)
            values[key] = yield from placeholders.filled(there[1])
            _require_open(values[key], path, there[0], key)

    def line(key: str) -> int:
        there = entry(key)
        return there[0] if there else 0

    _convert(values)
    found = found_of(preset, values.get, line, query)
    key = f"{FACTORY}port"
    if values.get(key) and values.get(f"{FACTORY}class"):
        found = found.replace(port=port_of(values[key], path, line(key), key))
    elif found.tls == "implicit" and not values.get("spring.mail.port"):
        found = found.replace(port=465)
    told.update(dict.fromkeys((yield from _over(path))))
    return [found.replace(notices=(*found.notices, *told))]


def _over(path: str) -> Generator[Any, Any, list[str]]:
    """Return notices about the files beside this one that override it and have something about
    mail.
    """
    folder, slash, name = path.rpartition("/")
    told = []
    try:
        names = (yield Listing(folder or slash or ".")) if OWN.fullmatch(name) else []
    except Misconfigured:  # not readable by everybody
        names = []
    for other in names:
        if other == name or not OVER.fullmatch(other):
            continue
        try:
            beside = Contents(f"{folder}{slash}{other}", optional=True, secret=False)
            text = (yield beside) or ""
        except Misconfigured:
            continue
        if "mail" in text:
            when = "" if other.startswith("application.") else ", if its profile is active"
            told.append(f"{folder}{slash}{other} overrides {path}{when}; it is not read here.")
    return told


def _convert(values: dict[str, str]) -> None:
    """Convert the values as Spring does its own numbers and switches, in which blanks do not count,
    and as Jakarta Mail does its properties, which are texts: all but "true" is no.
    """
    for key, text in values.items():
        if key == "spring.mail.port":
            values[key] = "".join(text.split())
        elif key == "spring.mail.ssl.enabled":
            values[key] = "true" if text.strip().lower() in ("true", "on", "yes", "1") else "false"
        elif key.startswith(MAIL) and key.endswith((".enable", ".required")):
            values[key] = "true" if text.lower() == "true" else "false"


def _require_open(value: str, path: str, line: int, key: str) -> None:
    """Raise Misconfigured for an encrypted value."""
    if (value.startswith("ENC(") and value.endswith(")")) or value.startswith("{cipher}"):
        words = f"{key} is encrypted, and nothing is decrypted here: use --password-command"
        raise fault(path, line, words)


def _yaml(roots: list[Node], path: str, told: dict[str, None]) -> list[Look]:
    """Return a function that looks up keys, for each document."""

    def of(root: Node) -> Look:
        relaxed = _relaxed(root, path)

        def look(key: str) -> tuple[int, str] | None:
            node = find(root, key, path) or relaxed.get(_uniform(key))
            if node is None or isinstance(node.value, (list, dict)):
                return None
            value = decided(node, key, path, JAVA, told)
            return None if value is None else (node.line, value)

        return look

    return [of(root) for root in roots]


def _properties(all_values: list[Values], text: str, path: str) -> list[Look]:
    """Return a function that looks up keys, for each document."""

    def of(values: Values) -> Look:
        relaxed = {_uniform(key): value for key, value in values.items()}

        def look(key: str) -> tuple[int, str] | None:
            found = values.get(key) or relaxed.get(_uniform(key))
            if found is not None and not found[1].isascii() and not escaped(found[0]):
                words = f"{key} has a letter that is not ASCII: releases differ, write it as \\u"
                raise fault(path, found[0], words)
            return found

        return look

    lines = text.split("\n")

    def escaped(line: int) -> bool:
        return lines[line - 1].isascii()

    return [of(values) for values in all_values]


def _uniform(key: str) -> str:
    """Return one of Spring's own keys in a form that is the same for all spellings, such as
    spring.mail.userName and SPRING.MAIL.USER-NAME; others, and Jakarta Mail's properties,
    unchanged.
    """
    parts = key.split(".", 3)
    head = [part.lower().replace("-", "").replace("_", "") for part in parts[:3]]
    return ".".join([*head, *parts[3:]]) if head[:2] == ["spring", "mail"] else key


def _relaxed(root: Node, path: str) -> dict[str, Node]:
    """Return what is below spring.mail, by uniform keys; raises Misconfigured."""
    found: dict[str, Node] = {}
    waiting, left = [("", root)], MOST_KEYS
    while waiting:
        above, node = waiting.pop()
        for name, inner in node.value.items() if isinstance(node.value, dict) else ():
            key = _uniform(f"{above}{name}")
            if f"{key}.".startswith("spring.mail.") or key.lower() == "spring":
                found[key] = inner
                waiting.append((f"{key}.", inner))
                left -= 1
        if left < 0:
            raise fault(path, node.line, "there are too many keys below spring.mail")
    return found


class _Placeholders:
    """Expands the placeholders of one value, up to a limit."""

    def __init__(self, entry: Look, path: str, line: int, told: dict[str, None]) -> None:
        self._entry = entry
        self._path = path
        self._line = line
        self._told = told
        self._left = MOST

    def filled(self, text: str) -> Generator[Any, Any, str]:
        """Return the value with all placeholders expanded; raises Misconfigured."""
        start = text.find("${")
        if start < 0:
            return text
        self._left -= 1
        if self._left < 0 or len(text) > LONGEST:
            raise fault(self._path, self._line, "the placeholders in this value grow without limit")
        end = self._end(text, start + 2)
        if end < 0:
            return text
        name, colon, default = (yield from self._name(text[start + 2 : end])).partition(":")
        value = yield from self._value(name)
        if value is None:
            if not colon:
                words = "a placeholder's variable is not set for this check, and has no default"
                raise fault(self._path, self._line, words)
            self._told[DEFAULT_TAKEN] = None
            value = yield from self.filled(default)
        rest = yield from self.filled(text[end + 1 :])
        return text[:start] + value + rest

    def _end(self, text: str, at: int) -> int:
        """Return where a placeholder ends, -1 if it does not; those within it are skipped."""
        depth = 0
        while at < len(text):
            if text.startswith("${", at):
                depth += 1
                at += 1
            elif text[at] == "}":
                if not depth:
                    return at
                depth -= 1
            at += 1
        return -1

    def _name(self, text: str) -> Generator[Any, Any, str]:
        """Expand placeholders in the name itself, up to the colon."""
        name, colon, default = text.partition(":")
        if "${" not in name:
            return text
        return (yield from self.filled(name)) + colon + default

    def _value(self, name: str) -> Generator[Any, Any, str | None]:
        """Look up a name: the environment overrides the file."""
        for variable in dict.fromkeys((name, name.upper().replace("-", "").replace(".", "_"))):
            if variable.replace("_", "a").isalnum() and variable.isascii():
                held: str | None = yield Variable(variable)
                if held is not None:
                    return held
        there = self._entry(name)
        return None if there is None else (yield from self.filled(there[1]))
