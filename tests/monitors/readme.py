"""The steps of a README, done word by word.

Its blocks of shell commands are run as they stand, and its example files are used as they
stand, but for the words that a user replaces (server, address, port) and those that keep
a test from touching the system: directories, "sudo", and how a daemon is told to reload.
"sudoedit" replaces the same words in the file.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Mapping
from pathlib import Path

from servers.process import PATIENCE

ROOT = Path(__file__).resolve().parents[2]
EDIT = re.compile(r"^sudoedit (\S+)$", re.MULTILINE)
BLOCK = re.compile(r"^```sh\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def blocks(file: str, section: str) -> list[str]:
    """Return a section's blocks of shell commands, in their order."""
    text = (ROOT / file).read_text("utf-8")
    (found,) = re.findall(rf"^## {re.escape(section)}\n(.*?)(?=^## |\Z)", text, re.DOTALL | re.M)
    return BLOCK.findall(found)


class Reader:
    """Somebody who follows a README."""

    def __init__(self, words: Mapping[str, str], environment: Mapping[str, str]) -> None:
        """``words`` are what is replaced, in this order."""
        self.words = words
        self.environment = environment

    def adapt(self, text: str) -> str:
        """Replace what a user replaces."""
        for word, replacement in self.words.items():
            text = text.replace(word, replacement)
        return text

    def follow(self, block: str, typed: str = "") -> str:
        """Do what a block of commands says, ``typed`` put in; return what is printed."""
        first, *rest = EDIT.split(block)
        printed = self._run(first, typed)
        for name, commands in zip(rest[::2], rest[1::2]):
            file = Path(self.adapt(name))
            file.write_text(self.adapt(file.read_text("utf-8")), "utf-8")
            printed += self._run(commands)
        return printed

    def _run(self, commands: str, typed: str = "") -> str:
        done = subprocess.run(
            ["sh", "-euc", self.adapt(commands)],
            input=typed,
            cwd=ROOT,
            env={**self.environment, "PATH": "/usr/sbin:/usr/bin:/sbin:/bin"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            timeout=PATIENCE,
        )
        assert done.returncode == 0, f"{commands}\n{done.stdout}"
        return done.stdout
