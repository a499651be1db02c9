"""How far a run of many accounts is, for a person at a terminal. Never printed elsewhere: monitors
read standard error too.
"""

from __future__ import annotations

import os
import select
import time

from .diagnosis.catalogue import OK
from .report.text import counted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .outcome import Outcome

STANDARD_ERROR = 2
# Seconds between two updates.
PAUSE = 0.1


def shown(outcomes: Iterable[Outcome], total: int) -> Iterator[Outcome]:
    """Pass the outcomes on, and show on standard error how many there were so far."""
    done = problems = 0
    due = 0.0
    try:
        for outcome in outcomes:
            done += 1
            problems += outcome.verdict.state != OK
            now = time.monotonic()
            if now >= due:
                due = now + PAUSE
                _tell(
                    f"{done} of {counted(total, 'account')} checked, {counted(problems, 'problem')}"
                )
            yield outcome
    finally:
        _tell("")


def _tell(words: str) -> None:
    """Show words in place of the last ones; nothing while the terminal is stopped (^S)."""
    poll = select.poll()
    poll.register(STANDARD_ERROR, select.POLLOUT)
    if poll.poll(0):
        try:
            os.write(STANDARD_ERROR, f"\r\x1b[K{words}".encode())
        except OSError:
            pass
