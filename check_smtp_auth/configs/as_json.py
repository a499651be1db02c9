"""JSON, with every value as it is written in the file. Pure."""

from __future__ import annotations

import json

from .env import beside
from .generic import found_of, preset_of
from .presets import PRESETS
from .reading import Contents, fault
from .service import overriding
from .tree import Node, find, text_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .reading import Query, Reading


def read(query: Query) -> Reading:
    """Read the values at the paths that a preset or ``--from-keys`` names."""
    preset = PRESETS.get(query.kind) or preset_of(query.keys, "as_json")
    text: str = yield Contents(query.path)
    root: Node = yield Contents(query.path, made=parsed)

    def get(key: str) -> str | None:
        return text_of(find(root, key, query.path), key, query.path)

    def line(key: str) -> int:
        return _line(text, key)

    found = found_of(preset, get, line, query)
    if preset.environment:
        name, prefix = preset.environment
        keys = (*preset.keys.values(), *(mode.key for mode in preset.modes), preset.unless_clear)
        names = [prefix + key.replace(".", "_").upper() for key in keys]
        told = yield from overriding([beside(query.path, name)], names, query.path)
        found = found.replace(notices=(*found.notices, *told))
    return [found]


def parsed(text: str, path: str) -> Node:
    """Return the content of a file; of equal keys the last counts, as in programs. Raises
    Misconfigured.
    """
    try:
        return _node(
            json.loads(
                text,
                object_pairs_hook=lambda pairs: Node(0, {key: _node(item) for key, item in pairs}),
                parse_int=str,
                parse_float=str,
                parse_constant=str,
            )
        )
    except json.JSONDecodeError as error:
        raise fault(path, error.lineno, "this is not JSON") from None
    except RecursionError:
        raise fault(path, 0, "nested too deeply") from None


def _node(value: Any) -> Node:
    """Return the node of what the parser returns, whose mappings are nodes already."""
    if isinstance(value, Node):
        return value
    if isinstance(value, list):
        return Node(0, [_node(item) for item in value])
    if isinstance(value, bool):
        return Node(0, "true" if value else "false")
    return Node(0, value)


def _line(text: str, key: str) -> int:
    """Return the line of a key, 0 if its last part is not there exactly once: the parser does not
    tell.
    """
    quoted = json.dumps(key.rpartition(".")[2])
    return text.count("\n", 0, text.index(quoted)) + 1 if text.count(quoted) == 1 else 0
