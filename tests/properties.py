"""How property tests are run: the same examples each time, and not too many."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

# No database and no deadline either: a run depends on nothing but the code.
PROPERTY = settings(
    derandomize=True,
    max_examples=200,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
