"""How property tests are run: the same examples each time, and not too many."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

# Where the same tests run with a second Python, fewer will do.
EXAMPLES = int(os.environ.get("EXAMPLES", "200"))

# No database and no deadline either: a run depends on nothing but the code.
PROPERTY = settings(
    derandomize=True,
    max_examples=EXAMPLES,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
