"""The time that this host took from a run: without a free processor, or with slow files. The server
is not to blame for it.
"""

from __future__ import annotations

from ..net.local import TOGETHER, processor_wait


class Lost:
    """The time that one run has lost."""

    def __init__(self) -> None:
        """Begin the count."""
        self._before = processor_wait(within=TOGETHER)
        self._files: dict[str, float] = {}

    def to_file(self, what: str, seconds: float) -> None:
        """Note how long a file took."""
        self._files[what] = self._files.get(what, 0.0) + seconds

    @property
    def seconds(self) -> float:
        """All lost time, or most of it: a slow file may only have lacked a processor."""
        return max(self.to_processor, self.to_files)

    @property
    def to_processor(self) -> float:
        """How long this run was ready to run and got no processor."""
        return processor_wait() - self._before

    @property
    def to_files(self) -> float:
        """How long this run waited for files."""
        return sum(self._files.values())

    @property
    def culprit(self) -> str:
        """The slowest file, and how long it took; "" if it may only have lacked a processor."""
        what = max(self._files, key=self._files.__getitem__, default="")
        taken = self._files.get(what, 0.0)
        return f"{what} took {taken:.1f} s" if taken > 2 * self.to_processor else ""
