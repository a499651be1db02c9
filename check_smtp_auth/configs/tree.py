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
    does. A key may have dots itself: the shortest one that is there counts. Raises Misconfigured
    where it is not certain what the value is.
    """
    node, parts = root, key.split(".")
    while parts:
        if node.tag:
            raise _tagged(node, path)
        count = 1
        if isinstance(node.value, list):
            index = parts[0]
            if not (index.isascii() and index.isdigit() and int(index[:9]) < len(node.value)):
                return None
            node = node.value[int(index)]
        elif isinstance(node.value, dict):
            while ".".join(parts[:count]) not in node.value:
                count += 1
                if count > len(parts):
                    return None
            name = ".".join(parts[:count])
            if name in node.twice:
                raise fault(path, node.twice[name], "this key is there a second time")
            node = node.value[name]
        else:
            return None
        del parts[:count]
    if node.tag:
        raise _tagged(node, path)
    return node


def text_of(node: Node | None, key: str, path: str) -> str | None:
    """Return the text of a value, None where it is null; raises Misconfigured where it is a list
    or a mapping.
    """
    if node is None or node.value is None:
        return None
    if not isinstance(node.value, str):
        raise fault(path, node.line, f"{key} is not a text")
    return node.value


def _tagged(node: Node, path: str) -> Exception:
    return fault(path, node.line, "a tag stands before this value, which is not followed here")
