"""All that makes the process start fast, in one place.

A monitoring daemon starts the plugin thousands of times an hour, and nearly all of a
run's CPU time is spent on importing modules. What is done about it, besides importing
late in the rest of the package:

* **Stand-ins.** nagiosplugin, ssl and argparse import modules that a plain check never
  uses (``tempfile`` for nagiosplugin's cookie files, for example). Before they are
  imported, each such module that is not loaded yet gets a stand-in in ``sys.modules``.
  Its first use imports the real module, which takes the stand-in's place.
* **logging.** nagiosplugin asks it for a logger at import, to use when a check brings no
  result at all; so its stand-in has loggers to give that load the real module when used.
* **gettext.** argparse imports it to translate its messages, which this plugin replaces
  by its own; translating costs the import of ``locale`` too.
* **The garbage collector.** A run of a fraction of a second has nothing to collect.

Behind this the code stays plain: nothing else knows of it, and all of it may be left out.
"""

from __future__ import annotations

import gc
import os
import sys
from types import ModuleType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

# Imported by nagiosplugin, ssl, socket or logging; not used by a plain check.
DEFERRED = (
    "array",
    "base64",
    "fcntl",
    "json",
    "numbers",
    "selectors",
    "signal",
    "tempfile",
    "traceback",
    "warnings",
)


class StandIn(ModuleType):
    """Takes a module's place in ``sys.modules`` until one of its attributes is read.

    Unlike ``importlib.util.LazyLoader`` it has no ``__spec__``: the import statement
    reads that attribute, and would load the real module at once.
    """

    def __getattr__(self, name: str) -> Any:
        """Load the real module and answer from it; dunder names are refused, but for the one
        that importing a module of a package reads.
        """
        if name.startswith("__") and name != "__path__":
            raise AttributeError(name)
        real = load(self.__name__)
        self.__dict__.update(real.__dict__)
        return getattr(real, name)


def load(name: str) -> ModuleType:
    """Import the real module, in place of its stand-in if that still stands."""
    if isinstance(sys.modules.get(name), StandIn):
        del sys.modules[name]
    __import__(name)
    return sys.modules[name]


class _Logger:
    """A logger that loads the logging module when it is used."""

    def __init__(self, name: str | None) -> None:
        self.name = name

    def __getattr__(self, attribute: str) -> Any:
        """Answer from the real logger."""
        return getattr(load("logging").getLogger(self.name), attribute)


class _Logging(StandIn):
    """The stand-in for logging."""

    def getLogger(self, name: str | None = None) -> _Logger:  # noqa: N802
        """Give a logger of that name."""
        return _Logger(name)


class _Untranslated(ModuleType):
    """What argparse uses of gettext: messages as they are."""

    @staticmethod
    def gettext(message: str) -> str:
        return message

    @staticmethod
    def ngettext(singular: str, plural: str, count: int) -> str:
        return singular if count == 1 else plural


def occupy_standard_files() -> None:
    """Open what is closed of standard input, output and error: no socket may get its number,
    or what is printed would go over the wire.
    """
    for descriptor in (0, 1, 2):
        try:
            os.fstat(descriptor)
        except OSError:
            os.open(os.devnull, os.O_RDWR)


def lighten() -> None:
    """Make the imports that follow cheaper. Call first, once, in a process of our own."""
    gc.disable()
    for name in DEFERRED:
        if name not in sys.modules:
            sys.modules[name] = StandIn(name)
    if "logging" not in sys.modules:
        sys.modules["logging"] = _Logging("logging")
    if "gettext" not in sys.modules:
        sys.modules["gettext"] = _Untranslated("gettext")
        import argparse  # noqa: F401  # it keeps the two functions; gettext itself is not kept

        del sys.modules["gettext"]
