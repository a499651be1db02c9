"""Env files as programs read them that are too large for each run of the tests: their own answers
are recorded (see contrib/dev/env_files.py; compose-go v2 of July 2026, dotenvy 0.15.7).
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from check_smtp_auth.configs.dotenv import Refused, compose, dotenvy

UNTOLD = "(untold)"


def recorded(name: str) -> list[dict[str, Any]]:
    """The files and answers of a program."""
    text = Path(__file__).with_name(name).read_text("utf-8")
    return [json.loads(line) for line in text.split("\n") if line]


def answers(read: Any, text: str) -> dict[str, str | None] | None:
    """What we make of a recorded file: None where it is refused."""
    try:
        variables = read(text, ".env")
    except Refused:
        return None
    found: dict[str, str | None] = {}
    for name in variables.names():
        try:
            found[name] = variables.get(name)
        except Refused:
            found[name] = UNTOLD
    return found


def agrees(ours: dict[str, str | None] | None, case: dict[str, Any]) -> bool:
    """Tell whether our reading is the program's, but for what its environment decides."""
    theirs = case["answers"]
    if ours is None or UNTOLD not in ours.values():
        # ${A:?} without a variable A, which is set to something further down.
        return ours == theirs or bool(
            case.get("outside") and theirs is None and ":?" in case["text"]
        )
    if theirs is None:  # the program starts no more than this check does
        return True
    known = {name: value for name, value in ours.items() if value != UNTOLD}
    # A name alone is no variable where there is none of its name outside.
    return theirs.keys() <= ours.keys() and known == {name: theirs.get(name) for name in known}


def test_compose_itself_reads_each_value_so() -> None:
    """All values of all recorded files are those of Compose, and so are the refusals."""
    cases = recorded("compose.jsonl")
    told = [(case, answers(compose.read, case["text"])) for case in cases]
    assert [case for case, ours in told if not agrees(ours, case)] == []
    assert len([1 for case, ours in told if ours and UNTOLD not in ours.values()]) > 60
    assert len([1 for case, ours in told if ours is None]) > 20


def test_dotenvy_itself_reads_each_value_so() -> None:
    """All values of all recorded files are those that Vaultwarden has, and so are the refusals."""
    cases = recorded("dotenvy.jsonl")
    told = [(case, answers(dotenvy.read, case["text"])) for case in cases]
    assert [case for case, ours in told if not agrees(ours, case)] == []
    assert len([1 for case, ours in told if ours and UNTOLD not in ours.values()]) > 60
    assert len([1 for case, ours in told if ours is None]) > 60
