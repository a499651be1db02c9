"""What structured files contain: texts, lists and mappings, and how to find one of them. Pure."""

from __future__ import annotations

from .reading import fault

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Union

    Value = Union[None, str, "list[Node]", "dict[str, Node]"]


class Node:
    """A value at a line (0 if that is not known).

    ``plain`` says that a text is without quotes, which some languages take for a number. ``tag`` is
    one by which a program would do something with the value, "" for none. ``twice`` are the keys of
    a mapping that are set again, with the line of the later one.
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
    """Return the node at a dotted path, where a number is the index of a list; None if there is
    none. A key may contain dots: the shortest one that leads there counts. Raises Misconfigured if
    it is not certain what the value is.
    """
    return _found(root, key.split("."), path)


def _found(node: Node, parts: list[str], path: str) -> Node | None:
    """Follow the parts from a node."""
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
    """Return the text of a value, None if it is null; raises Misconfigured if it is a list or a
    mapping.
    """
    if node is None or node.value is None:
        return None
    if not isinstance(node.value, str):
        raise fault(path, node.line, f"{key} must be text")
    return node.value
