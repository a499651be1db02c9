"""What tests/conftest.py makes of tests: those that cannot run, and those with many specimens."""

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

MANY = """
import pytest

@pytest.mark.parametrize("number", range(10))
def test_of_ten(number):
    assert number in (0, 3, 6, 9)

@pytest.mark.parametrize("number", range(3))
def test_of_three(number):
    pass

def test_of_one():
    pass
"""


@pytest.mark.parametrize(("ci", "expected"), [("1", "1 failed, 2 errors"), ("", "3 skipped")])
def test_nothing_is_skipped_in_ci(tmp_path: Path, ci: str, expected: str) -> None:
    """In CI every way to skip a test makes it fail, and the reason is told."""
    done = pytest_with(SKIPPED, tmp_path, CI=ci)
    assert done.returncode == (1 if ci else 0), done.stdout
    assert f" {expected} in " in done.stdout
    assert "no namespaces here" in done.stdout


def test_a_few_specimens_are_from_all_over(tmp_path: Path) -> None:
    """Where four specimens of a test are wanted, they are spread over all that it has."""
    done = pytest_with(MANY, tmp_path, SPECIMENS="4")
    assert " 8 passed, 6 deselected in " in done.stdout, done.stdout


def pytest_with(text: str, directory: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run pytest on a file with this text, with our conftest."""
    (directory / "test_it.py").write_text(text)
    tests = Path(__file__).parent
    path = os.pathsep.join((str(tests.parent), str(tests)))
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-rs", "-p", "no:cacheprovider", "-p", "conftest"],
        cwd=directory,
        env={**os.environ, **variables, "PYTHONPATH": path},
        capture_output=True,
        text=True,
    )
