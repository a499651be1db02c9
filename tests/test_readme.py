"""The README tells what the code does."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def test_readme_is_not_stale() -> None:
    """The help and the list of diagnoses in the README are those of the plugin."""
    command = [sys.executable, "contrib/dev/readme.py", "--check"]
    assert subprocess.run(command, cwd=ROOT, check=False).returncode == 0
