"""How far a run of many is, for a person at a terminal. Never anywhere else: monitors read
standard error too.
"""

from __future__ import annotations

import os
import select
import time

from .diagnosis.catalogue import OK

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .outcome import Outcome

STANDARD_ERROR = 2
# Seconds between two tellings.
PAUSE = 0.1


def shown(outcomes: Iterable[Outcome], total: int) -> Iterator[Outcome]:
    """Hand the outcomes on, and tell on standard error's terminal how many there were so far."""
    done = problems = 0
    due = 0.0
    try:
        for outcome in outcomes:
            done += 1
            problems += outcome.verdict.state != OK
            now = time.monotonic()
            if now >= due:
                due = now + PAUSE
                noun = "problem" if problems == 1 else "problems"
                _tell(f"{done} of {total} accounts checked, {problems} {noun}")
            yield outcome
    finally:
        _tell("")


def _tell(words: str) -> None:
    """Put the words in place of the last ones; none where the terminal has been stopped."""
    poll = select.poll()
    poll.register(STANDARD_ERROR, select.POLLOUT)
    if poll.poll(0):
        try:
            os.write(STANDARD_ERROR, f"\r\x1b[K{words}".encode())
        except OSError:
            pass
