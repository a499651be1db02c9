"""The manual page is there, whole, and as man wants it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from check_smtp_auth.options.table import each_option

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "contrib" / "man" / "check_smtp_auth.1"


def shown(width: int) -> str:
    """The page as man shows it in a window that wide, without bold."""
    command = ["man", "--warnings", "-l", str(PAGE)]
    settings = {"MANWIDTH": str(width), "LC_ALL": "C.UTF-8", "MAN_KEEP_FORMATTING": ""}
    done = subprocess.run(command, capture_output=True, env={**os.environ, **settings}, check=True)
    assert done.stderr == b""
    return done.stdout.decode()


@pytest.mark.parametrize("script", ["manual", "completion", "docs"])
def test_what_is_made_from_the_options_is_not_stale(script: str) -> None:
    """The manual page, the completions and the page of diagnoses are what the plugin has."""
    command = [sys.executable, f"contrib/dev/{script}.py", "--check"]
    assert subprocess.run(command, cwd=ROOT, check=False).returncode == 0


def test_a_stale_page_is_noticed(tmp_path: Path) -> None:
    """Where the page is not what the options make, --check says so and exits with 1."""
    for part in ("contrib/dev", "check_smtp_auth"):
        shutil.copytree(ROOT / part, tmp_path / part)
    (tmp_path / "contrib/man").mkdir()
    (tmp_path / "contrib/man/check_smtp_auth.1").write_text("old")
    command = [sys.executable, "contrib/dev/manual.py", "--check"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "contrib/man/check_smtp_auth.1 is stale" in done.stderr


@pytest.mark.skipif(shutil.which("mandoc") is None, reason="Debian package mandoc")
def test_mandoc_finds_nothing() -> None:
    """A strict reader of manual pages has nothing to say of it."""
    command = ["mandoc", "-T", "lint", "-W", "style", str(PAGE)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.stdout, done.returncode) == ("", 0)


@pytest.mark.skipif(shutil.which("man") is None, reason="Debian package man-db")
def test_each_option_is_told() -> None:
    """The page as man shows it has every option by all its names, and what it is for."""
    page = shown(200)
    for section in ("NAME", "SYNOPSIS", "OPTIONS", "EXIT STATUS", "ENVIRONMENT", "EXAMPLES"):
        assert f"\n{section}\n" in page
    told = " ".join(page.split())
    for option in each_option():
        for name in option.names:
            assert f" {name}" in told
        assert " ".join(option.help.split())[1:] in told


@pytest.mark.skipif(shutil.which("man") is None, reason="Debian package man-db")
def test_it_fits_a_terminal() -> None:
    """In 80 columns no line is longer, and no name of a diagnosis or mechanism is torn apart."""
    lines = shown(80).splitlines()
    assert [line for line in lines if len(line) > 80] == []
    assert [line for line in lines if line.endswith(("\N{HYPHEN}", "-"))] == []
