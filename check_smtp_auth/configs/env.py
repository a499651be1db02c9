"""A file of environment variables, whose keys ``--from-keys`` names. Pure.

The programs that read such files differ: they must agree on the value, or the right one has to be
named (``dialect=``).
"""

from __future__ import annotations

from importlib import import_module

from . import DIALECTS
from .dotenv import Refused
from .generic import PARTS, found_of, preset_of
from .reading import Contents, fault

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Sequence
    from typing import Any, Callable, TypeVar

    from .dotenv import Variables
    from .reading import Query, Reading

    T = TypeVar("T")
    Given = dict[str, str]
    Asking = Generator[Contents, Any, T]

# The end of variables that name a file with the value, as container images have them.
FILE = "_FILE"
_MODULES = {"dotenv": "npm"}


def read(query: Query) -> Reading:
    """Return the one login in the keys; raises Misconfigured."""
    preset = preset_of(query.keys, "env")
    wanted = [preset.keys[part] for part in PARTS if part in preset.keys]
    dialects = (query.keys["dialect"],) if "dialect" in query.keys else DIALECTS["env"]
    both = [*wanted, *(key + FILE for key in wanted)]
    variables = yield from read_as(query.path, dialects, both)
    values = yield from values_of(variables, wanted)
    return [found_of(preset, values.get, variables.line, query)]


def read_as(path: str, dialects: Sequence[str], wanted: Iterable[str]) -> Asking[Agreed]:
    """Read a file in each of some dialects; raises Misconfigured if they differ in a key."""
    readings: list[Variables] = []
    refusals: list[Refused] = []
    for dialect in dialects:
        try:
            readings.append((yield Contents(path, marked=True, made=_reader(dialect))))
        except Refused as refusal:
            refusals.append(refusal)
    if not readings:
        raise refusals[0]
    agreed = Agreed(readings, [refusal.line for refusal in refusals])
    for key in wanted if len(dialects) > 1 else ():
        agreed.require(key)
    return agreed


def _reader(dialect: str) -> Callable[[str, str], Variables]:
    """Return the reader of a dialect."""
    name = _MODULES.get(dialect, dialect.replace("-", "_"))
    module: Any = import_module(f"{__package__}.dotenv.{name}")
    read: Callable[[str, str], Variables] = module.read
    return read


class Agreed:
    """What a file sets by all of its readings; those without a key do not count for that key."""

    def __init__(self, readings: list[Variables], refused: list[int]) -> None:
        """Take readings, at least one, and the lines at which other dialects reject the file."""
        self._readings, self._refused = readings, refused
        self.path = readings[0].path

    def require(self, key: str) -> None:
        """Raise Misconfigured if the readings differ in a key."""
        seen: list[str | None] = []
        for reading in self._readings:
            if reading.line(key):
                try:
                    value = reading.get(key)
                except Refused:
                    value = None
                if value not in seen:
                    seen.append(value)
        line = self.line(key)
        if len(seen) > 1 or (line and line in self._refused):
            raise fault(
                self.path,
                line,
                f"programs differ in how they read {key} here: name the right one by dialect= in "
                "--from-keys, or put the plain value in single quotes",
            )

    def get(self, key: str) -> str | None:
        """Return the text of a variable, or None; raises Misconfigured if it is not certain."""
        for reading in self._readings:
            if reading.line(key):
                return reading.get(key)
        return None

    def line(self, key: str) -> int:
        """Return the line where a variable is set, 0 if it is not."""
        return next((each for each in (one.line(key) for one in self._readings) if each), 0)


def values_of(variables: Agreed | Variables, wanted: Iterable[str]) -> Asking[Given]:
    """Return the values of some keys; if a key is not set, from the file that KEY_FILE names.

    Raises Misconfigured if both are set. Line ends after the value in a file are dropped.
    """
    values: Given = {}
    for key in wanted:
        value, named = variables.get(key), variables.get(key + FILE)
        if value and named:
            both = f"both {key} and {key}{FILE} are set"
            raise fault(variables.path, variables.line(key + FILE), both)
        if named:
            text = yield Contents(beside(variables.path, named))
            value = text.rstrip("\r\n")
        if value is not None:
            values[key] = value
    return values


def beside(path: str, name: str) -> str:
    """Return a path that is relative to the folder of another."""
    return name if name.startswith("/") else path[: path.rfind("/") + 1] + name
