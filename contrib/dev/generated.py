"""Files that are made from the plugin's options: written, or checked for staleness."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping


def write_or_check(files: Mapping[str, str]) -> int:
    """Write the files, by their paths in the checkout, and return 0; with ``--check`` on the
    command line return 1 where one is stale.
    """
    stale = 0
    for name, text in files.items():
        path = ROOT / name
        if "--check" not in sys.argv:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, "utf-8")
        elif not path.exists() or path.read_text("utf-8") != text:
            print(f"{name} is stale: run python {sys.argv[0]}", file=sys.stderr)
            stale = 1
    return stale
