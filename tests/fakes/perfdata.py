"""A strict reader of perfdata, written from the Monitoring Plugins guidelines.

``'label'=value[UOM];[warn];[crit];[min];[max]``, parted by single spaces. It shares nothing
with the plugin, and raises ValueError where a lenient monitor might get by.
"""

from __future__ import annotations

import re
from typing import NamedTuple

NUMBER = r"-?[0-9]+(?:\.[0-9]+)?"
RANGE = rf"@?(?:(?:~|{NUMBER})?:)?(?:{NUMBER})?"
FIGURE = re.compile(
    rf"(?P<label>[^\s'=|;]+|'[^'=|]+')=(?P<value>{NUMBER}|U)(?P<unit>s|us|ms|%|B|KB|MB|TB|c|)"
    rf"(?:;(?P<warning>{RANGE})(?:;(?P<critical>{RANGE})"
    rf"(?:;(?P<minimum>(?:{NUMBER})?)(?:;(?P<maximum>(?:{NUMBER})?))?)?)?)?"
)


class Figure(NamedTuple):
    """One figure; thresholds as written, empty where there is none."""

    value: float
    unit: str
    warning: str
    critical: str
    minimum: float | None
    text: str


def read_perfdata(text: str) -> dict[str, Figure]:
    """Read what stands behind the "|" of a first line; raises ValueError."""
    figures: dict[str, Figure] = {}
    start = 0
    while start <= len(text):
        match = FIGURE.match(text, start)
        if match is None or text[match.end() : match.end() + 1] not in ("", " "):
            raise ValueError(f"no perfdata: {text[start:]!r} in {text!r}")
        start = match.end() + 1
        label = match["label"].strip("'")
        if label in figures:
            raise ValueError(f"{label!r} twice in {text!r}")
        figures[label] = Figure(
            float(match["value"]),
            match["unit"],
            match["warning"] or "",
            match["critical"] or "",
            float(match["minimum"]) if match["minimum"] else None,
            match["value"],
        )
    return figures
