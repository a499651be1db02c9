r"""django-environ (0.14), of PyPI: ``Env.read_env``, and ``env(NAME)``. Pure.

A line is a value, ``#`` and all. Quotes count only around the whole of it. ``env`` takes a value
that begins with ``$`` for the name of another variable.
"""

from __future__ import annotations

import re
from functools import partial

from . import FROM_OUTSIDE, Untold, Variables, unix

_SETTING = re.compile(r"(?:export )?([A-Za-z_0-9]+)=(.*)\Z", re.DOTALL)
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
# More references one after another than anybody writes.
_MOST_STEPS = 20


def read(text: str, path: str) -> Variables:
    """Read as ``Env.read_env`` does, and take each value as ``env`` returns it."""
    found: dict[str, tuple[int, str]] = {}
    line = 1
    # Python's idea of a line is wider than an editor's.
    for row in unix(text).splitlines(keepends=True):
        match = _SETTING.match(row.splitlines()[0])
        if match:
            found[match[1]] = line, _value(match[2])
        line += row.endswith("\n")
    variables = Variables(path)
    for name, (line, _) in found.items():
        variables.put(name, line, partial(_followed, found, name))
    return variables


def _value(text: str) -> str:
    """Take off quotes; within double ones, escapes of all but the ends of lines."""
    if len(text) > 1 and text[0] == text[-1] == "'":
        text = text[1:-1]
    if len(text) > 1 and text[0] == text[-1] == '"':
        text = _ESCAPE.sub(lambda one: one[0] if one[1] in "rnt" else one[1], text[1:-1])
    return text


def _followed(found: dict[str, tuple[int, str]], name: str) -> str:
    """Return the text of a variable, or of the one that it stands for."""
    for _ in range(_MOST_STEPS):
        text = found[name][1]
        if not text.startswith("$"):
            return text
        name = text.lstrip("$")
        if name not in found:
            raise Untold(FROM_OUTSIDE)
    raise Untold(
        "begins with a $, so it refers to another variable, and the references form a loop"
    )
