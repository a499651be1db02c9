"""Puts what the code knows into README.md: its help, and its diagnoses.

    python contrib/dev/readme.py           write
    python contrib/dev/readme.py --check   exit 1 where README.md is stale

The parts stand between ``<!-- NAME -->`` and ``<!-- end of NAME -->``.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from check_smtp_auth.diagnosis.catalogue import CATALOGUE  # noqa: E402
from check_smtp_auth.options.help import build_parser  # noqa: E402


def help_text() -> str:
    """The plugin's help, as a block of code."""
    return f"```text\n{build_parser().format_help().rstrip()}\n```"


def diagnoses() -> str:
    """The diagnoses as a table."""
    states: dict[str, str] = {each.slug: each.state for each in CATALOGUE}
    states["held"] = "that of the last diagnosis"
    rows = [f"| `{each.slug}` | {states[each.slug]} | {each.explanation} |" for each in CATALOGUE]
    return "\n".join(["| diagnosis | state | when |", "| --- | --- | --- |", *rows])


PARTS = {"help": help_text, "diagnoses": diagnoses}


def renewed(text: str) -> str:
    """Return the README's text with its parts made anew."""
    for name, make in PARTS.items():
        start, end = f"<!-- {name} -->\n", f"<!-- end of {name} -->"
        before, _, rest = text.partition(start)
        _, found, after = rest.partition(end)
        if not found:
            raise SystemExit(f"README.md has no part {name}")
        text = f"{before}{start}{make()}\n{end}{after}"
    return text


def main() -> int:
    """Write README.md, or check it."""
    path = ROOT / "README.md"
    text = path.read_text("utf-8")
    new = renewed(text)
    if "--check" in sys.argv:
        return int(text != new)
    path.write_text(new, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
