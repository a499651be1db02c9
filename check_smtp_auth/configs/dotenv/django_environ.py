"""django-environ (0.14), from PyPI: ``Env.read_env``, and ``env(NAME)``. Pure.

The rest of the line is the value, including ``#``. Only quotes around all of it count. ``env``
takes a value that begins with ``$`` for the name of another variable.
"""

from __future__ import annotations

import re
from functools import partial

from . import FROM_OUTSIDE, Untold, Variables, unix

_SETTING = re.compile(r"(?:export )?([A-Za-z_0-9]+)=(.*)\Z", re.DOTALL)
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
# More references in a row than anybody writes.
_MOST_STEPS = 20


def read(text: str, path: str) -> Variables:
    """Return the variables as ``Env.read_env`` parses them and ``env`` returns them."""
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
    """Return a value without quotes; within double quotes, escapes of all but line ends are
    replaced.
    """
    if len(text) > 1 and text[0] == text[-1] == "'":
        text = text[1:-1]
    if len(text) > 1 and text[0] == text[-1] == '"':
        text = _ESCAPE.sub(lambda one: one[0] if one[1] in "rnt" else one[1], text[1:-1])
    return text


def _followed(found: dict[str, tuple[int, str]], name: str) -> str:
    """Return the text of a variable, or of the one that it refers to."""
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
