"""A short run of the fuzzer: no input of any kind ends in a fault."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

FUZZ = Path(__file__).parent.parent / "contrib" / "fuzz"
sys.path.append(str(FUZZ))

from fuzz import fuzz, mutated  # noqa: E402
from seeds import SEEDS  # noqa: E402
from targets import TARGETS  # noqa: E402


@pytest.mark.laws
@pytest.mark.parametrize("target", TARGETS)
def test_no_input_makes_a_fault(
    target: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever comes in, by whichever way, it is told in one clean line, or leaves the output
    whole; inputs that once were faults among it.
    """
    monkeypatch.chdir(tmp_path)
    assert fuzz(target, 300) == 0
    assert len(SEEDS[target]) < 300


def test_a_fault_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An input that makes a fault is kept, and can be tried alone."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setitem(TARGETS, "netrc", lambda octets: [][len(octets)])
    assert fuzz("netrc", 1) == 1
    (file,) = tmp_path.glob("fault-netrc-*")
    assert file.read_bytes() == SEEDS["netrc"][0]
    assert "IndexError" in capsys.readouterr().err


def test_a_run_tells_how_far_it_is(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One that is ended before its end has still told how many inputs made no fault."""
    monkeypatch.setattr("fuzz.TOLD", 20)
    assert fuzz("netrc", 50) == 0
    told = [line.partition(",")[0] for line in capsys.readouterr().out.splitlines()]
    assert told == ["netrc: 20 inputs", "netrc: 40 inputs", "netrc: 50 inputs"]


def test_the_same_seed_makes_the_same_inputs() -> None:
    """A run can be repeated."""
    from random import Random

    first, second = ([mutated(Random(n), [b"a b c"]) for n in range(50)] for _ in range(2))
    assert first == second
    assert len(set(first)) > 25


@pytest.mark.parametrize(("words", "code"), [(["netrc", "20"], 0), (["none"], 2)])
def test_it_runs_by_itself(words: list[str], code: int, tmp_path: Path) -> None:
    """It is run as a program; a target that does not exist is named as such."""
    command = [sys.executable, str(FUZZ / "fuzz.py"), *words]
    done = subprocess.run(command, capture_output=True, cwd=tmp_path, text=True)
    assert done.returncode == code
    assert "netrc" in done.stdout + done.stderr
