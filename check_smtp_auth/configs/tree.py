"""What structured files hold: texts, lists and mappings, and the way to one of them. Pure."""

from __future__ import annotations

from .reading import fault

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Union

    Value = Union[None, str, "list[Node]", "dict[str, Node]"]


class Node:
    """A value at a line (0 where that is not known).

    ``plain`` is a text without quotes, which some languages take for a number. ``tag`` is one
    that would have a program do something with the value, "" where there is none. ``twice`` are
    the keys of a mapping that are there again, with the line of the later one.
    """

    __slots__ = ("line", "plain", "tag", "twice", "value")

    def __init__(self, line: int, value: Value, plain: bool = False, tag: str = "") -> None:
        """Make a node."""
        self.line = line
        self.value = value
        self.plain = plain
        self.tag = tag
        self.twice: dict[str, int] = {}


def find(root: Node, key: str, path: str) -> Node | None:
    """Return what stands at a dotted path, a list's index being a number; None where nothing
    does. A key may have dots itself: the shortest one that leads there counts. Raises
    Misconfigured where it is not certain what the value is.
    """
    return _found(root, key.split("."), path)


def _found(node: Node, parts: list[str], path: str) -> Node | None:
    """Follow the parts from a node on."""
    if node.tag:
        raise fault(path, node.line, "this value has a tag, which this check does not support")
    if not parts:
        return node
    if isinstance(node.value, list):
        index = parts[0]
        if index.isascii() and index.isdigit() and int(index[:9]) < len(node.value):
            return _found(node.value[int(index)], parts[1:], path)
    elif isinstance(node.value, dict):
        for count in range(1, len(parts) + 1):
            name = ".".join(parts[:count])
            if name not in node.value:
                continue
            if name in node.twice:
                raise fault(path, node.twice[name], "this key is set twice")
            found = _found(node.value[name], parts[count:], path)
            if found is not None:
                return found
    return None


def text_of(node: Node | None, key: str, path: str) -> str | None:
    """Return the text of a value, None where it is null; raises Misconfigured where it is a list
    or a mapping.
    """
    if node is None or node.value is None:
        return None
    if not isinstance(node.value, str):
        raise fault(path, node.line, f"{key} must be text")
    return node.value
