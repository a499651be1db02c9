"""The programs themselves, which say what they have of a file: what a reader must equal."""

from __future__ import annotations

import base64
import json
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent


def ask(script: str, *lines: Path | str, arguments: Iterable[str] = ()) -> Any:
    """Run a script of this folder by php or ruby, with these lines as its input; return the JSON
    that it prints, as a list, if need be of one document a line.
    """
    runtime = "php" if script.endswith(".php") else "ruby"
    if shutil.which(runtime) is None:
        pytest.skip(f"install the Debian package {'php-cli' if runtime == 'php' else 'ruby'}")
    done = subprocess.run(
        [runtime, HERE / script, *arguments],
        input="".join(f"{line}\n" for line in lines).encode(),
        stdout=subprocess.PIPE,
        check=True,
    )
    printed = done.stdout.decode().splitlines()
    return json.loads(printed[0]) if len(printed) == 1 else [json.loads(line) for line in printed]


def plain(text: str) -> str:
    """A text that a script printed in base64."""
    return base64.b64decode(text).decode("utf-8", "surrogateescape")
