"""Puts what the code knows into the documents: its help, and its diagnoses.

    python contrib/dev/readme.py           write
    python contrib/dev/readme.py --check   exit 1 where one of them is stale

The parts stand between ``<!-- NAME -->`` and ``<!-- end of NAME -->``.
"""

from __future__ import annotations

import sys

from generated import ROOT, write_or_check

from check_smtp_auth.diagnosis.catalogue import CATALOGUE
from check_smtp_auth.options.help import build_parser

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Callable


def help_text() -> str:
    """The plugin's help, as a block of code."""
    return f"```text\n{build_parser().format_help().rstrip()}\n```"


def diagnoses() -> str:
    """The diagnoses as a table."""
    states: dict[str, str] = {each.slug: each.state for each in CATALOGUE}
    states["held"] = "that of the last diagnosis"
    rows = [f"| `{each.slug}` | {states[each.slug]} | {each.says} |" for each in CATALOGUE]
    return "\n".join(["| diagnosis | state | the first line says |", "| --- | --- | --- |", *rows])


# By the document, and the part's name.
PARTS: dict[str, tuple[str, Callable[[], str]]] = {
    "README.md": ("diagnoses", diagnoses),
    "contrib/docs/options.md": ("help", help_text),
}


def renewed(document: str) -> str:
    """Return the text of a document with its part made anew."""
    name, make = PARTS[document]
    text = (ROOT / document).read_text("utf-8")
    start, end = f"<!-- {name} -->\n", f"<!-- end of {name} -->"
    before, _, rest = text.partition(start)
    _, found, after = rest.partition(end)
    if not found:
        raise SystemExit(f"{document} has no part {name}")
    return f"{before}{start}{make()}\n{end}{after}"


if __name__ == "__main__":
    sys.exit(write_or_check({document: renewed(document) for document in PARTS}))
