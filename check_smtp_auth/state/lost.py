"""What this host has taken of a run's time: a processor that was not free, and files that were
slow to answer. The server is not to be blamed for it.
"""

from __future__ import annotations

from ..net.local import TOGETHER, processor_wait


class Lost:
    """The time that one run has lost."""

    def __init__(self) -> None:
        """It begins now."""
        self._before = processor_wait(within=TOGETHER)
        self._files: dict[str, float] = {}

    def to_file(self, what: str, seconds: float) -> None:
        """Note how long was waited for a file."""
        self._files[what] = self._files.get(what, 0.0) + seconds

    @property
    def seconds(self) -> float:
        """All of it, or most: a file may have been slow for want of a processor."""
        return max(self.to_processor, self.to_files)

    @property
    def to_processor(self) -> float:
        """How long it was ready to go on and got no processor."""
        return processor_wait() - self._before

    @property
    def to_files(self) -> float:
        """How long was waited for files."""
        return sum(self._files.values())

    @property
    def culprit(self) -> str:
        """The file that took most, and how long; "" where that may be for want of a processor."""
        what = max(self._files, key=self._files.__getitem__, default="")
        taken = self._files.get(what, 0.0)
        return f"{what} took {taken:.1f} s" if taken > 2 * self.to_processor else ""
