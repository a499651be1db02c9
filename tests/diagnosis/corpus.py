"""The corpus: real replies of providers and servers, each with its source and diagnosis."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from check_smtp_auth.record import Record
from check_smtp_auth.smtp.reply import Reply

FOLDER = Path(__file__).with_name("replies")


class Sample(Record):
    """One reply: who sends it, at which stage, what it means, and where it was seen."""

    provider: str
    stage: str
    reply: Reply
    diagnosis: str
    source: str

    def __str__(self) -> str:
        """A short name for test reports."""
        return f"{self.provider}-{self.stage}-{self.reply}"[:70]


def read() -> list[Sample]:
    """Read all files of the corpus."""
    return [sample for path in sorted(FOLDER.glob("*.txt")) for sample in _samples(path)]


def _samples(path: Path) -> Iterator[Sample]:
    for block in path.read_text("utf-8").strip().split("\n\n"):
        lines = [line.partition(": ") for line in block.splitlines()]
        fields = {name: value for name, _, value in lines if name != "S"}
        said = [value for name, _, value in lines if name == "S"]
        reply = Reply(int(said[0][:3]), tuple(line[4:] for line in said))
        yield Sample(path.stem, fields["stage"], reply, fields["diagnosis"], fields["source"])
