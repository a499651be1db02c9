"""Trouble at one step of a run: when it makes a certain call of the system, something happens.

What does it is a ``sitecustomize`` that Python loads at its start; the plugin knows nothing of it.
"""

from __future__ import annotations

import os
from pathlib import Path

from .plugin import environment

# The last file that a call names tells whether it is the one that is meant.
SCRIPT = """
import os, signal, time
STEP, WHEN, FILE, DEED, VALUE = os.environ["INTERRUPTION"].split(":")
REAL = getattr(os, STEP)

def is_meant(first, rest):
    if isinstance(first, int):
        first = os.readlink(f"/proc/self/fd/{first}")
    blank = STEP == "pwrite" and not rest[0].strip(b"\\n")
    return not blank and str(first).rpartition("/")[2] == FILE

def act():
    if DEED == "sleep":
        time.sleep(float(VALUE))
    else:
        os.kill(os.getpid(), int(VALUE))

def interrupted(first, *rest, **more):
    meant = is_meant(first, rest)
    if meant and WHEN == "before":
        act()
    if meant and WHEN == "amid":
        REAL(first, rest[0][: len(rest[0]) // 3], *rest[1:])
        act()
        time.sleep(60)
    result = REAL(first, *rest, **more)
    if meant and WHEN == "after":
        act()
    return result

setattr(os, STEP, interrupted)
"""


def interrupting(
    folder: Path, step: str, when: str, file: str, deed: str, value: float
) -> dict[str, str]:
    """Return an environment in which a call of ``os.STEP`` for a file of this name is interrupted
    "before", "after" or, where it writes, "amid": by a "signal" to the process itself, or by a
    "sleep" of so many seconds.
    """
    folder.mkdir(exist_ok=True)
    (folder / "sitecustomize.py").write_text(SCRIPT)
    path = f"{folder}{os.pathsep}{os.environ.get('PYTHONPATH', '')}"
    # What measures coverage must be started by a sitecustomize of its own.
    uncovered = {"COVERAGE_PROCESS_START": None, "COVERAGE_PROCESS_CONFIG": None}
    what = f"{step}:{when}:{file}:{deed}:{value:g}"
    return environment(PYTHONPATH=path, INTERRUPTION=what, **uncovered)
