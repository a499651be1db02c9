"""contrib/zabbix/README.md as a user follows it, on directories and names of our own."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
README = CHECKOUT / "contrib/zabbix/README.md"
# What it takes to build the plugin, which writes beside its sources.
SOURCES = (
    *("check_smtp_auth", "contrib/bin", "contrib/pypi", "contrib/zabbix"),
    *("pyproject.toml", "setup.cfg", "README.md", "LICENSE"),
)
# Debian's own programs, that other users can run too.
PATH = "/usr/sbin:/usr/bin:/sbin:/bin"
# The editor types what is to be typed; what systemd is told is noted, since none may run here.
PROGRAMS = """\
editor() { printf "%s\\n" "$TYPED" >"$1"; }
systemctl() { echo "systemctl $*"; }
"""


class Reader:
    """A user who follows the README, with other names put in the place of its examples."""

    def __init__(
        self,
        directory: Path,
        names: Mapping[str, str],
        typed: str,
        environment: Mapping[str, str],
    ) -> None:
        """Read it; ``names`` gives for each example what to take in its place.

        ``typed`` goes into each file that is edited; all commands have the environment.
        """
        self._text = README.read_text("utf-8")
        for example, ours in names.items():
            assert example in self._text, example
            self._text = self._text.replace(example, ours)
        self._directory = directory
        self._environment = {**os.environ, **environment, "PATH": PATH, "TYPED": typed}

    def follow(self, number: int) -> str:
        """Run a block of commands as root, in a checkout; return its output."""
        blocks = re.findall(r"^```sh\n(.*?)^```", self._text, re.MULTILINE | re.DOTALL)
        done = subprocess.run(
            ["sh", "-euc", PROGRAMS + blocks[number]],
            cwd=self._checkout(),
            env=self._environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
        assert done.returncode == 0, done.stdout
        return done.stdout

    def macros(self) -> dict[str, str]:
        """Return the macros to set on a host."""
        return dict(
            re.findall(r"^\| `(\{\$[A-Z_.]+\})` \| `([^`]+)` \|$", self._text, re.MULTILINE)
        )

    def _checkout(self) -> Path:
        copy = self._directory / "checkout"
        if not copy.exists():
            (copy / "contrib").mkdir(parents=True)
            for name in SOURCES:
                source = CHECKOUT / name
                (shutil.copytree if source.is_dir() else shutil.copy)(str(source), str(copy / name))
        return copy
