"""Runs servers' replies through the table, and shows what is unsure.

    python contrib/dev/replies.py FILE      show what is unsure of the replies in FILE
    python contrib/dev/replies.py -v FILE   show what decides each of them
    python contrib/dev/replies.py           the same, from standard input

FILE has one reply a line as --explain takes it ("rcpt: 550 5.7.1 no"), or is in the form of
tests/diagnosis/replies/: blocks with "source:", "stage:", a "S:" for each line, and
"diagnosis:". For what is unsure a block is printed in that form: correct the diagnosis, name
the source, and append it to the file of the server it is from.

Unsure is a reply whose text no row of the table knows, so that its code alone decides, or what
it is about; one that rows of several diagnoses fit; and one that means something else than its
block says. Exits 1 if a block says something else.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from check_smtp_auth.diagnosis.refusals import decide, fitting  # noqa: E402
from check_smtp_auth.diagnosis.rows import ABOUT  # noqa: E402
from check_smtp_auth.options.parser import UsageError  # noqa: E402
from check_smtp_auth.report.explain import read_reply  # noqa: E402
from check_smtp_auth.smtp.reply import Reply  # noqa: E402

if TYPE_CHECKING:
    from check_smtp_auth.observation import StageName


def replies(text: str) -> Iterator[tuple[StageName, Reply, dict[str, str]]]:
    """Yield each reply with its stage, and what its block says of it."""
    for block in text.strip().split("\n\n"):
        lines = [line.partition(": ") for line in block.splitlines()]
        said = [value for name, _, value in lines if name == "S"]
        if said:
            fields = {name: value for name, _, value in lines if name != "S"}
            yield (*read_reply(f"{fields.get('stage', 'auth')}: " + "\n".join(said)), fields)
            continue
        for line in filter(None, map(str.strip, block.splitlines())):
            if not line.startswith("#"):
                yield (*read_reply(line), {})


def doubts(stage: StageName, reply: Reply, expected: str) -> Iterator[str]:
    """Yield why a reply is unsure."""
    decision = decide(stage, reply)
    if expected and decision.slug != expected:
        yield f"means {decision.slug}, and is said to mean {expected}"
    if decision.row is None and stage != "starttls":
        yield "no row knows its words; the code decides"
    elif decision.row is not None and decision.row.codes == ABOUT:
        yield f'no row knows its words; what it is about decides: "{decision.words}"'
    others = {row.slug: words for row, words in fitting(stage, reply) if row.slug}
    others.pop(decision.slug, None)
    if decision.row is not None and others:
        told = "; ".join(f'{slug} by "{words}"' for slug, words in others.items())
        yield f'decided by "{decision.words}", but also: {told}'


def block(stage: StageName, reply: Reply, fields: dict[str, str]) -> str:
    """A reply as the corpus has it."""
    last = len(reply.lines)
    lines = [
        f"S: {reply.code}{' ' if number == last else '-'}{line}"
        for number, line in enumerate(reply.lines, 1)
    ]
    diagnosis = fields.get("diagnosis") or decide(stage, reply).slug
    source = fields.get("source", "")
    return "\n".join([f"source: {source}", f"stage: {stage}", *lines, f"diagnosis: {diagnosis}"])


def main(arguments: list[str]) -> int:
    """Show the replies of a file, or of standard input."""
    verbose = "-v" in arguments
    files = [each for each in arguments if each != "-v"]
    text = Path(files[0]).read_text("utf-8") if files else sys.stdin.read()
    seen = unsure = wrong = 0
    for stage, reply, fields in replies(text):
        expected = fields.get("diagnosis", "")
        why = list(doubts(stage, reply, expected))
        decision = decide(stage, reply)
        seen += 1
        unsure += bool(why)
        wrong += bool(expected) and expected != decision.slug
        if verbose:
            print(f'{decision.slug} by "{decision.words or reply.code}": {stage}: {reply}')
        elif why:
            print("\n".join([*(f"# {each}" for each in why), block(stage, reply, fields), ""]))
    print(f"# {seen} replies, {unsure} unsure, {wrong} other than said")
    return int(wrong > 0)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except (OSError, UsageError) as problem:
        sys.exit(f"replies.py: {problem}")
