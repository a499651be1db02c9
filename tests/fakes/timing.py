"""How a test judges the time that a run took, on a machine that is busy with other things too.

Nothing is taken off what was measured. A busy machine adds to a time now and then, a fault adds
to it each time. So there are four sorts of limits:

* "At once" is ``run.seconds < AT_ONCE``. It takes a script, and a ``-t`` of ``PATIENT``, that
  keep a run with the fault for longer.
* "In time" is ``in_time``: not a second after the timeout, in one run of three. Where the time
  is to run out late in a dialogue, ``-t`` leaves what comes before the time that it takes under
  load: two seconds.
* ``where_it_keeps_up`` does again what many processes do in less time than a busy machine needs
  to start them, but only if it was busy.
* "Idle" is ``run.cpu``, the processor time of the run and its children, which hardly depends on
  what else is going on.
* "Little work" is ``working``: the processor time of a function, the least of three calls where the
  first takes too long, since processors that share a core slow each other down. What is judged so
  has the mark ``laws``: to count what is covered takes longer than the work.
"""

from __future__ import annotations

import subprocess
import sys
import time
from typing import Callable, TypeVar

import pytest

from .plugin import Run, environment

Result = TypeVar("Result")

# Seconds. A plain check takes 0.1 where nothing else is going on, and 3 at a load of 30 a
# processor; the fake server's patience is longer than either.
AT_ONCE = 8.0
PATIENT = "20"
# Seconds that the bare imports take on a machine that has little else to do.
KEEPS_UP = 0.25
# About what a check costs that has nothing to wait for; none of our faults can be in it.
BARE_IMPORTS = (sys.executable, "-c", "import argparse, ssl, nagiosplugin")


def in_time(timeout: float, again: Callable[[], Run]) -> Run:
    """Return the first run that ends within a second of its timeout; fail if none of three does.

    A run that is late is given what the bare imports take just then.
    """
    late = []
    for _ in range(3):
        result = again()
        if result.seconds < timeout + 1:
            return result
        needed = bare_imports()
        if result.seconds < timeout + 1 + needed:
            return result
        late.append(f"{result.seconds:.2f} s with -t {timeout}; bare imports: {needed:.2f} s")
    pytest.fail("\n".join(late), pytrace=False)


def working(limit: float, work: Callable[[], Result]) -> Result:
    """Return what comes of it, if that takes less than these seconds of processor time."""
    spent = []
    for _ in range(3):
        began = time.thread_time()
        result = work()
        spent.append(time.thread_time() - began)
        if spent[-1] < limit:
            return result
        _forget()
    pytest.fail(f"it took {min(spent):.2f} s, and may take {limit} s", pytrace=False)


def _forget() -> None:
    """Empty the plugin's caches, so that a second call has it no easier than the first."""
    for name, module in list(sys.modules.items()):
        if name.startswith("check_smtp_auth"):
            for value in vars(module).values():
                getattr(value, "cache_clear", int)()


def where_it_keeps_up(attempt: Callable[[], None]) -> None:
    """Make the attempt, and twice again if it fails on a machine that does not keep up."""
    for again in (True, True, False):
        try:
            attempt()
        except AssertionError:
            if not again or bare_imports() < KEEPS_UP:
                raise
        else:
            return


def bare_imports() -> float:
    """Return the seconds that the bare imports take just now."""
    began = time.monotonic()
    subprocess.run(BARE_IMPORTS, check=True, env=environment())
    return time.monotonic() - began
