"""The corpus: real replies of providers and servers, each with its source and diagnosis; and
specimens, made up after kinds of trouble.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from check_smtp_auth.record import Record
from check_smtp_auth.smtp.reply import Reply

HERE = Path(__file__).parent
FOLDER = HERE / "replies"
SPECIMENS = ("kinds", "languages", "handed_on")


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


def entries(table: str) -> Iterator[tuple[list[str], list[str]]]:
    """Read the entries of a table of the vocabulary: meanings, and the phrases that have them."""
    for line in table.replace("\n    ", " ").splitlines():
        meanings, colon, said = line.partition(": ")
        if colon:
            yield meanings.split("+"), said.split(", ")


def read() -> list[Sample]:
    """Read all files of the corpus."""
    return [sample for path in sorted(FOLDER.glob("*.txt")) for sample in _samples(path)]


def specimens() -> list[Sample]:
    """Read the specimens: of kinds, of languages, and of errors that servers hand on."""
    return [sample for name in SPECIMENS for sample in _specimens(HERE / f"{name}.txt")]


def by_provider(samples: list[Sample]) -> dict[str, list[Sample]]:
    """Return the samples of each provider, or kind, for a test each: to hand out a test for each
    sample takes longer than to read it.
    """
    providers: dict[str, list[Sample]] = {}
    for sample in samples:
        providers.setdefault(sample.provider, []).append(sample)
    return providers


def _samples(path: Path) -> Iterator[Sample]:
    for block in path.read_text("utf-8").strip().split("\n\n"):
        lines = [line.partition(": ") for line in block.splitlines()]
        fields = {name: value for name, _, value in lines if name != "S"}
        said = [value for name, _, value in lines if name == "S"]
        reply = Reply(int(said[0][:3]), tuple(line[4:] for line in said))
        yield Sample(path.stem, fields["stage"], reply, fields["diagnosis"], fields["source"])


def _specimens(path: Path) -> Iterator[Sample]:
    kind = ""
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("## "):
            kind = line[3:]
        if not line or line.startswith("#"):
            continue
        left, _, diagnosis = line.rpartition(" -> ")
        stage, code, text = left.split(" ", 2)
        yield Sample(kind, stage, Reply(int(code), (text,)), diagnosis, path.name)
