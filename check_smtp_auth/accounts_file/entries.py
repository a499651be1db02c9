"""Sections to entries: what to check of each account, and how. Pure.

What is wrong with an account is the problem of its entry; what is wrong with a file has an entry of
its own. So there are never fewer entries than accounts. A problem names file, line and key, and
never the value: it may be a password put in the wrong place.
"""

from __future__ import annotations

from ..accounts import Caution, Entry, Policy
from ..options.given import (
    SHARED,
    Unfit,
    account_of,
    caution_of,
    known_of,
    pins_of,
    policy_of,
    trust_of,
)
from ..options.keys import COMMON, KEYS, OF_DEFAULTS, SOURCE_NAMES, meaning, over, unknown
from ..printable import as_name
from .sections import BLANKS, DEFAULTS, places, section_at, sections

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Any, Callable

    from ..accounts import Pins, Trust
    from ..options.given import Given
    from .sections import File, Section

    System = Callable[[str], str]

_MOST_KEPT = 2_000
_MOST_TOLD = 3
_NAMES = frozenset(name for _, name in KEYS.values())
_SHARED_KINDS = frozenset(kind for kind, *_ in SHARED)
_SHARED_NAMES = frozenset(option.given_as for option in OF_DEFAULTS)
# What each account says of itself. If it says no more, a misfit comes from the defaults.
_PERSONAL = frozenset(("user", "used_by", "labels", "monitor_host"))


class _Layer:
    """What a section says: the values by name, None if it takes a default back; what is wrong, by
    the name that the value would have had; and those lines that matter for the common part.
    """

    __slots__ = ("common", "faults", "given")

    def __init__(self) -> None:
        """It says nothing yet."""
        self.given: dict[str, Any] = {}
        self.faults: dict[str, str] = {}
        self.common: tuple[tuple[str, str], ...] = ()


def entries(files: Iterable[File], stronger: Given, system: System) -> Iterator[Entry]:
    """Yield all accounts, in the order of the files, and what is wrong with a file.

    ``stronger`` is what the command line says; ``system`` turns text into what the system takes,
    such as a file name.
    """
    taken: dict[str, str] = {}
    for file in files:
        reader = _Reader(file, stronger, system, taken)
        yield from reader.problems()
        for section in sections(file.text):
            if section.header == f"[{DEFAULTS}]":
                reader.add_defaults(section)
            elif section.header:
                yield reader.entry(section)


def find(files: Sequence[File], name: str, stronger: Given, system: System) -> Iterator[Entry]:
    """Yield the accounts of that name, without parsing the others: one, if all is well."""
    taken: dict[str, str] = {}
    for file in files if name != DEFAULTS else ():
        found = frozenset(places(file.text, f"[{name}]"))
        if not found:
            continue
        reader = _Reader(file, stronger, system, taken)
        for place in sorted(found.union(places(file.text, f"[{DEFAULTS}]"))):
            section = section_at(file.text, place)
            if place in found:
                yield reader.entry(section)
            else:
                reader.add_defaults(section)


def problems(files: Iterable[File]) -> Iterator[Entry]:
    """Yield the entries of files that cannot be read at all."""
    for file in files:
        if file.problem:
            yield of_file(file, file.problem)


def of_file(file: File, problem: str) -> Entry:
    """Return the entry that tells what is wrong with a file."""
    return Entry(known_of({}, file.name), Policy(), Caution(), problem)


class _Reader:
    """Makes the entries of one file; equal parts of accounts are shared."""

    def __init__(self, file: File, stronger: Given, system: System, taken: dict[str, str]) -> None:
        """``taken`` are the names used in all files so far, and where each is."""
        self._file, self._system, self._taken = file, system, taken
        self._stronger = {name: each for name, each in stronger.items() if name in _NAMES}
        self._defaults = _Layer()
        self._meanings: dict[tuple[str, str], Any] = {}
        self._common: dict[tuple[tuple[str, str], ...], tuple[Trust, Pins, Policy, Caution]] = {}

    def problems(self) -> Iterator[Entry]:
        """Yield what is wrong with the file itself."""
        if self._file.problem:
            yield of_file(self._file, self._file.problem)
        before = next(sections(self._file.text))
        if before.lines:
            number = before.lines[0][0]
            yield of_file(
                self._file,
                f"{self._file.path}:{number}: this line is before the first [section]",
            )

    def add_defaults(self, section: Section) -> None:
        """Take the defaults for the accounts from here on."""
        before, layer = self._defaults, self._layer(section)
        layer.given, layer.faults = {**over(before.given, layer.given)}, _faults(before, layer)
        self._defaults = layer
        self._common.clear()

    def entry(self, section: Section) -> Entry:
        """Make the entry of an account."""
        layer = self._layer(section)
        faults = _faults(self._defaults, layer)
        given = over(over(self._defaults.given, layer.given), self._stronger)
        if None in given.values():
            given = {name: value for name, value in given.items() if value is not None}
        name, wrong = self._name(section)
        told = [wrong, *faults.values()] if wrong else [*faults.values()]
        trust, pins, policy, caution = self._in_common(layer, given)
        where = f"{self._file.path}:{section.line}"
        own = layer.given.keys() - _PERSONAL or not self._defaults.given
        place = where if own else self._file.path
        if not told:
            try:
                if given.get("from"):
                    return self._unread(layer, given, name, where, (policy, caution))
                # An error about a secret that the command line names is not in the file.
                stands = "" if self._stronger.keys() & SOURCE_NAMES else place
                account = account_of(given, trust, pins, name=name, stands=stands, **_told(given))
                if account.source.kind in _SHARED_KINDS:
                    source = account.source.replace(entry=name)
                    account = account.replace(source=source, stands=self._file.path)
                return Entry(account, policy, caution)
            except Unfit as misfit:
                at = place if given.get("user") else where  # no two have a user in common
                told = [f"{at}: {misfit.as_keys()}"]
                if name.lower() in ("default", DEFAULTS):
                    told.append(f"settings for all accounts belong in [{DEFAULTS}]")
        more = [f"and {len(told) - _MOST_TOLD} more"] if len(told) > _MOST_TOLD else []
        problem = "; ".join([*told[:_MOST_TOLD], *more])
        return Entry(known_of(given, name, **_told(given)), policy, caution, problem)

    def _unread(
        self, layer: _Layer, given: Given, name: str, where: str, how: tuple[Policy, Caution]
    ) -> Entry:
        """Make the entry of an account that is configured in a program's file; raises Unfit."""
        from ..options.origin import origin_of  # for those who have some

        layers = (self._defaults.given, layer.given, self._stronger)
        origin = origin_of(layers, where, {"name": name, **_told(given)})
        return Entry(known_of(origin.stronger, name, **_told(given)), *how, origin=origin)

    def _name(self, section: Section) -> tuple[str, str]:
        """Return the name of an account, and what is wrong with it; one that cannot be used is
        replaced by its place in the file, which is unique.
        """
        where = f"{self._file.path}:{section.line}"
        try:
            name = section.name
        except ValueError as error:
            return f"{self._file.name}:{section.line}", f"{where}: {error}"
        # Two that monitors cannot tell apart would be one to them.
        first = self._taken.setdefault(as_name(name), where)
        if first is not where:
            place = f"@{self._file.name}:{section.line}"
            return (
                f"{name[: max(1, 100 - len(place))]}{place}",
                f"{where}: the name {name} is already used at {first}",
            )
        return name, ""

    def _layer(self, section: Section) -> _Layer:
        """Read the lines of a section."""
        layer = _Layer()
        given, faults = layer.given, layer.faults
        for number, line in section.lines:
            key, equals, text = line.partition("=")
            key, text = key.rstrip(BLANKS), text.lstrip(BLANKS)
            option, name = KEYS.get(key, (None, ""))
            try:
                if not equals:
                    raise ValueError("not a [section], KEY = VALUE or a comment")
                if option is None:
                    raise ValueError(unknown(key))
                if name in _SHARED_NAMES and section.header != f"[{DEFAULTS}]":
                    raise ValueError(f"{key} is allowed only in [{DEFAULTS}]")
                if name in given or name in faults:
                    raise ValueError(f"{key}: given twice in this section")
                given[name] = self._meaning(name, key, text)
            except ValueError as error:
                # The second of two values is a fault; the first one stays.
                label = f"{number}" if not name or name in given or name in faults else name
                faults[label] = f"{self._file.path}:{number}: {error}"
            if name in COMMON:
                layer.common += ((name, text),)
        return layer

    def _meaning(self, name: str, key: str, text: str) -> Any:
        """Return what a value means; raises ValueError with words that name the key."""
        if (name, text) in self._meanings:
            return self._meanings[name, text]
        try:
            if not text.isprintable() and any(map(_is_control, text)):
                raise ValueError("must not contain control characters")
            found = meaning(KEYS[key][0], text, self._file.folder, self._system)
        except ValueError as error:
            raise ValueError(f"{key}: {error}") from None
        if len(self._meanings) >= _MOST_KEPT:
            self._meanings.clear()
        self._meanings[name, text] = found
        return found

    def _in_common(self, layer: _Layer, given: Given) -> tuple[Trust, Pins, Policy, Caution]:
        """Return the parts that this account shares with those that say the same."""
        found = self._common.get(layer.common)
        if found is None:
            found = trust_of(given), pins_of(given), policy_of(given), caution_of(given)
            if len(self._common) >= _MOST_KEPT:
                self._common.clear()
            self._common[layer.common] = found
        return found


def _faults(weaker: _Layer, stronger: _Layer) -> dict[str, str]:
    """Return the faults of a layer, and those of a weaker one that it does not replace."""
    left = {n: fault for n, fault in weaker.faults.items() if n not in stronger.given}
    return {**left, **stronger.faults} if left or stronger.faults else {}


def _told(given: Given) -> dict[str, Any]:
    """Return what only a file can say about an account."""
    return {name: given[name] for name in ("used_by", "labels", "monitor_host") if name in given}


def _is_control(character: str) -> bool:
    """Tell whether it is a control character other than the tab, which is a blank."""
    return character != "\t" and (character < " " or "\x7f" <= character < "\xa0")
