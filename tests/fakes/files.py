"""Outcomes as the accounts of a file bring them: named, placed, and told by any form."""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Sequence
from typing import Any

from check_smtp_auth.observation import Kind, Stage
from check_smtp_auth.outcome import Outcome
from check_smtp_auth.outputs import OUTPUTS
from check_smtp_auth.report.many import as_text

from . import outcomes
from .outcomes import ACCOUNT
from .plugin import Run

SECONDS = 12.3456


def named(name: str, **changes: Any) -> Any:
    """The account of a file with this name; its user has it too."""
    return ACCOUNT.replace(**{"name": name, "user": f"{name}@example.test", **changes})


def working(name: str, **changes: Any) -> Outcome:
    """An account that works."""
    return outcomes.accepted(account=named(name, **changes))


def rejected(name: str, *lines: str, **changes: Any) -> Outcome:
    """An account whose password is refused."""
    return outcomes.refused(*lines, account=named(name, **changes))


def unanswered(name: str, **changes: Any) -> Outcome:
    """An account whose server does not answer."""
    return outcomes.failed(Stage.CONNECT, Kind.TIMEOUT, account=named(name, **changes))


def undecided(name: str, **changes: Any) -> Outcome:
    """An account of which the server has a temporary problem."""
    return outcomes.refused("4.7.0 Later", code=454, account=named(name, **changes))


def faulty(name: str, problem: str = "no such file", **changes: Any) -> Outcome:
    """An account that cannot be checked."""
    account = named(name, **changes)
    return outcomes.not_tried(problem, account)


def told(
    form: str,
    found: Sequence[Outcome],
    verbosity: int = 0,
    arguments: Sequence[str] = (),
    ended: Iterable[int] | None = None,
) -> Run:
    """What a run of these accounts prints in a form; they end in the order of ``ended``."""
    report = importlib.import_module(f"check_smtp_auth.report.{OUTPUTS[form].module}")
    placed = [outcome.replace(place=place) for place, outcome in enumerate(found)]
    order = range(len(placed)) if ended is None else ended
    came = (placed[place] for place in order)
    text, code = report.render_many(came, lambda: SECONDS, verbosity, arguments)
    whole = as_text(text)
    if isinstance(text, str):
        assert not text.endswith("\n")
    return Run(code, f"{whole}\n" if whole else "", "", 0)
