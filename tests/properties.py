"""How property tests are run: the same examples each time, and not too many."""

from __future__ import annotations

import os
from zlib import crc32

from hypothesis import HealthCheck, settings

# Where the same tests run with a second Python, fewer will do.
EXAMPLES = int(os.environ.get("EXAMPLES", "200"))

# With how many of its specimens each test runs: all, but where the same tests run with a second
# Python.
SPECIMENS = int(os.environ.get("SPECIMENS", "10000"))

# Laws are tried with one in so many of all that they hold for: all but in CI.
ONE_IN = int(os.environ.get("ONE_IN", "1"))

# No database and no deadline either: a run depends on nothing but the code.
PROPERTY = settings(
    derandomize=True,
    max_examples=EXAMPLES,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)


def drawn(*what: object) -> bool:
    """Whether a law is tried with this: the same each time, and spread over all that there is."""
    return crc32(repr(what).encode("utf-8", "backslashreplace")) % ONE_IN == 0
