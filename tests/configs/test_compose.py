"""Files for env_file as Compose reads them: its own answers are recorded in compose.jsonl (see
contrib/dev/compose_env.go; compose-go v2 of July 2026).
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from check_smtp_auth.configs.dotenv import Refused, compose

RECORD = Path(__file__).with_name("compose.jsonl")
CASES = [json.loads(line) for line in RECORD.read_text("utf-8").split("\n") if line]
UNTOLD = "(untold)"


def answers(text: str) -> dict[str, str | None] | None:
    """What we make of a recorded file: None where it is refused."""
    try:
        variables = compose.read(text, ".env")
    except Refused:
        return None
    found: dict[str, str | None] = {}
    for name in variables.names():
        try:
            found[name] = variables.get(name)
        except Refused:
            found[name] = UNTOLD
    return found


def agrees(case: dict[str, Any]) -> bool:
    """Tell whether our reading is Compose's, but for what its environment decides."""
    ours, theirs = answers(case["text"]), case["answers"]
    if not case["outside"] or ours is None:
        return ours == theirs or bool(theirs is None and ours and UNTOLD in ours.values())
    if theirs is None:  # ${A:?} without a variable A
        return ":?" in case["text"] or UNTOLD in ours.values()
    known = {name: value for name, value in ours.items() if value != UNTOLD}
    # A name alone is no variable where there is none of its name outside.
    return theirs.keys() <= ours.keys() and known == {name: theirs.get(name) for name in known}


def test_each_value_is_what_compose_itself_reads() -> None:
    """All values of all recorded files are those of Compose, and so are the refusals."""
    assert len(CASES) > 200
    assert [case["text"] for case in CASES if not agrees(case)] == []
    assert len([case for case in CASES if case["answers"] and not case["outside"]]) > 60
    assert len([case for case in CASES if case["answers"] is None]) > 20
