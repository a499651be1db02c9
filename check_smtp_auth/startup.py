"""All that makes the process start fast, in one place.

A monitoring daemon starts the plugin thousands of times an hour, and nearly all of a
run's CPU time is spent on importing modules. What is done about it, besides importing
late in the rest of the package:

* **Stand-ins.** nagiosplugin and ssl import modules that a plain check never
  uses (``tempfile`` for nagiosplugin's cookie files, for example). Before they are
  imported, each such module that is not loaded yet gets a stand-in in ``sys.modules``.
  Its first use imports the real module, which takes the stand-in's place.
* **logging.** nagiosplugin asks it for a logger at import, to use when a check brings no
  result at all; so its stand-in has loggers to give that load the real module when used.
* **Our own modules.** The import system takes dozens of steps in Python to find a module and
  to see that its compiled file is not stale. For two packages whose place is known, a finder
  of a few lines takes the steps that matter, and leaves anything unexpected to the import
  system.
* **The garbage collector.** A run of a fraction of a second has nothing to collect.

The rest of the code stays plain: it knows nothing of this, and all of this may be left out, as
``undo`` does where one of these ways fails.
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
    "re",
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
        """Load the real module and answer from it; dunder names are refused, except the one
        that is read when a module of a package is imported.
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


# No compiled file of these packages has so many octets; one that does is left to Python.
LARGEST = 100_000


class CompiledFinder:
    """Finds the modules of these packages by their compiled files; finder and loader in one.

    A compiled file is used by the import system's own rules (PEP 552): its header has the
    interpreter's magic number, and either the source's time and size or the mark that it is not
    to be compared with the source. Otherwise the answer is None.
    """

    def __init__(self, *packages: str) -> None:
        """Take the packages' names."""
        import _imp
        import marshal
        from _frozen_importlib import ModuleSpec
        from _frozen_importlib_external import MAGIC_NUMBER

        self._packages = packages
        self._spec: Any = ModuleSpec
        self._fix_file_name: Any = _imp._fix_co_filename  # type: ignore[attr-defined]
        self._loads = marshal.loads
        self._header = MAGIC_NUMBER + bytes(4)
        # Distributions ship files with a hash in place of the time; "always" would compare it.
        compared = _imp.check_hash_based_pycs == "always"
        self._unchecked = None if compared else MAGIC_NUMBER + b"\1\0\0\0"
        self._suffix = f".{sys.implementation.cache_tag}.pyc"
        self._found: dict[str, Any] = {}

    def find_spec(self, name: str, path: Any = None, target: object = None) -> Any:
        """Return the spec of a module of ours, None to leave it to the other finders."""
        package, _, stem = name.rpartition(".")
        if not path or package.partition(".")[0] not in self._packages:
            return None
        folder = f"{path[0]}/{stem}"
        code = self._code(path[0], stem)
        is_package = code is None
        if is_package:
            code = self._code(folder, "__init__")
        if code is None:
            return None
        self._found[name] = code
        spec = self._spec(name, self, origin=code.co_filename, is_package=is_package)
        spec.has_location = True
        if is_package:
            spec.submodule_search_locations.append(folder)
        return spec

    def create_module(self, spec: object) -> None:
        """Have the import system make the module."""
        return

    def exec_module(self, module: ModuleType) -> None:
        """Run the module."""
        exec(self._found.pop(module.__name__), module.__dict__)

    def get_data(self, path: str) -> bytes:
        """Read a file of the package; raises OSError."""
        with open(path, "rb") as file:
            return file.read()

    def _code(self, folder: str, stem: str) -> Any:
        """Return the code of a module in a folder, None where it is not there, or is stale."""
        source = f"{folder}/{stem}.py"
        try:
            descriptor = os.open(f"{folder}/__pycache__/{stem}{self._suffix}", os.O_RDONLY)
            try:
                data = os.read(descriptor, LARGEST)
            finally:
                os.close(descriptor)
            status = os.stat(source)
        except OSError:
            return None
        if len(data) == LARGEST:
            return None
        changed, size = int(status.st_mtime) & 0xFFFFFFFF, status.st_size & 0xFFFFFFFF
        stamp = (size << 32 | changed).to_bytes(8, "little")
        if data[:16] != self._header + stamp and data[:8] != self._unchecked:
            return None
        try:
            code = self._loads(memoryview(data)[16:])
        except (EOFError, ValueError, TypeError):  # cut short, or overwritten
            return None
        if code.co_filename != source:
            self._fix_file_name(code, source)
        return code


def find_compiled() -> None:
    """Find our modules by the shorter way, where this Python has what that needs."""
    if sys.flags.optimize:  # those compiled files have other names
        return
    try:
        sys.meta_path.insert(0, CompiledFinder("check_smtp_auth", "nagiosplugin"))
    except (ImportError, AttributeError):  # they are private to CPython
        pass


def lighten() -> None:
    """Make the imports that follow cheaper. Call first, once, in a process of our own."""
    gc.disable()
    for name in DEFERRED:
        if name not in sys.modules:
            sys.modules[name] = StandIn(name)
    if "logging" not in sys.modules:
        sys.modules["logging"] = _Logging("logging")


def undo() -> None:
    """From now on import as Python itself does, and from the sources: a broken compiled file
    stops Python too.
    """
    gc.enable()
    sys.pycache_prefix, sys.dont_write_bytecode = os.devnull, True
    sys.meta_path[:] = [each for each in sys.meta_path if type(each) is not CompiledFinder]
    for name, module in list(sys.modules.items()):
        if isinstance(module, StandIn):
            del sys.modules[name]


def occupy_standard_files() -> None:
    """Open standard input, output and error if they are closed: otherwise a socket would get the
    number, and printed text would go over the wire. Writing to them still fails.
    """
    for descriptor in (0, 1, 2):
        try:
            os.fstat(descriptor)
        except OSError:
            os.open(os.devnull, os.O_RDONLY)
