"""A test that cannot run is skipped by a developer's pytest, and fails in CI."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

SKIPPED = """
import pytest

@pytest.mark.skipif(True, reason="no namespaces here")
def test_by_a_mark():
    pass

@pytest.fixture
def server():
    pytest.skip("no namespaces here")

def test_by_its_fixture(server):
    pass

def test_by_itself():
    pytest.skip("no namespaces here")
"""


@pytest.mark.parametrize(("ci", "expected"), [("1", "1 failed, 2 errors"), ("", "3 skipped")])
def test_nothing_is_skipped_in_ci(tmp_path: Path, ci: str, expected: str) -> None:
    """In CI every way to skip a test makes it fail, and the reason is told."""
    (tmp_path / "test_skipped.py").write_text(SKIPPED)
    tests = Path(__file__).parent
    path = os.pathsep.join((str(tests.parent), str(tests)))
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-rs", "-p", "no:cacheprovider", "-p", "conftest"],
        cwd=tmp_path,
        env={**os.environ, "CI": ci, "PYTHONPATH": path},
        capture_output=True,
        text=True,
    )
    assert done.returncode == (1 if ci else 0), done.stdout
    assert f" {expected} in " in done.stdout
    assert "no namespaces here" in done.stdout
