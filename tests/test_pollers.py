"""The simulation of many pollers runs, and sees what is wrong."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[1] / "contrib" / "benchmark" / "pollers.py"
SMALL = ("--accounts", "404", "--servers", "4", "--pollers", "2", "--rounds", "3")


def simulate(*more: str) -> tuple[int, str]:
    """Run a small house; return exit code and output."""
    command = [sys.executable, SCRIPT, *SMALL, *more]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
    return done.returncode, done.stdout


def test_all_accounts_are_tried_in_time() -> None:
    """Two pollers with a share each try all accounts at each interval, and no server is over its
    budget, though one does not answer for a while and some accounts are refused.
    """
    code, said = simulate()
    assert code == 0, said
    assert said.count("never tried 0") == 2
    assert "told timeout" in said and "told credentials-rejected" in said


@pytest.mark.parametrize(
    ("more", "fault"),
    [
        (("--interval", "100"), "a run took longer than the interval"),
        (("--latency", "30"), "an account was never tried"),
    ],
)
def test_what_does_not_fit_is_said(more: tuple[str, ...], fault: str) -> None:
    """Where the pollers are too few, or the network too slow, the simulation says so."""
    code, said = simulate(*more)
    assert code == 1
    assert fault in said
