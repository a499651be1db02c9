"""YAML, read as texts only: tags have no effect, and an alias is the very node that it names. Pure.

PyYAML's scanner yields the events (YAML 1.1); the nodes are built here, so that aliases to aliases
take no more space than the file, and numbers, dates and "no" stay as they are written.
"""

from __future__ import annotations

from ..accounts import Misconfigured
from .generic import found_of, preset_of
from .presets import PRESETS
from .reading import Contents, fault
from .tree import Node, find, text_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .reading import Found, Query, Reading

# No configuration of a program is nested as deeply, nor merges as many keys.
DEEPEST = 100
MOST_MERGED = 100_000
CORE = "tag:yaml.org,2002:"
# With these tags a value is a text, a list or a mapping, as without them.
HARMLESS = {None, "!", f"{CORE}str", f"{CORE}seq", f"{CORE}map"}
# These have a language's parser make an object of its own, which runs code: whoever wrote them
# did not write a configuration.
OBJECTS = (f"{CORE}python/", f"{CORE}ruby/", "!ruby/", f"{CORE}java", "!!javax")
NULLS = ("", "~", "null", "Null", "NULL")


def read(query: Query) -> Reading:
    """Read the values at the paths that a preset or ``--from-keys`` names."""
    preset = PRESETS.get(query.kind) or preset_of(query.keys, "as_yaml")
    roots: list[Node] = yield Contents(query.path, marked=True, made=documents)
    return [found_in(roots, preset, query)]


def found_in(roots: list[Node], preset: Any, query: Query) -> Found:
    """Return the login of the document that has the keys; raises Misconfigured."""

    def node(key: str) -> Node | None:
        there = [found for found in (find(root, key, query.path) for root in roots) if found]
        if len(there) > 1:
            raise fault(query.path, there[1].line, f"{key} is in more than one document")
        return there[0] if there else None

    def get(key: str) -> str | None:
        return text_of(node(key), key, query.path)

    def line(key: str) -> int:
        found = node(key)
        return found.line if found else 0

    return found_of(preset, get, line, query)


def documents(
    text: str, path: str, *, last_wins: bool = False, merge_in_order: bool = False
) -> list[Node]:
    """Return the documents of a file; raises Misconfigured.

    As the program does it, ``last_wins`` takes the last of equal keys, and ``merge_in_order`` lets
    a merge (<<) replace the keys before it.
    """
    try:
        import yaml
    except ImportError:
        raise Misconfigured(
            f"{path} is YAML, for which PyYAML is needed: pip install 'check_smtp_auth[yaml]', or "
            "Debian's python3-yaml"
        ) from None
    builder = _Builder(path, last_wins, merge_in_order)
    try:
        # The scanner in C, where there is one, is twenty times as fast.
        for event in yaml.parse(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader)):
            builder.take(event)
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise fault(path, line, "a character that YAML does not allow") from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise fault(path, mark.line + 1 if mark else 0, "this is not YAML") from None
    return builder.roots


class _Builder:
    """Builds nodes from events, with a stack of its own: no nesting is too deep for Python."""

    def __init__(self, path: str, last_wins: bool, merge_in_order: bool) -> None:
        self.roots: list[Node] = []
        self._path = path
        self._last_wins = last_wins
        self._in_order = merge_in_order
        self._anchors: dict[str, Node] = {}
        # What is open: the collection, the key that waits for its value (none: for a key), what
        # is to be merged when it ends, and the keys that are its own.
        self._open: list[tuple[Node, list[Node], list[Node], set[str]]] = []
        self._merged = 0

    def take(self, event: Any) -> None:
        """Process the next event."""
        kind = type(event).__name__
        line = event.start_mark.line + 1
        if kind == "ScalarEvent":
            plain = event.style is None or (event.style == "" and event.implicit[0])
            value = None if plain and event.value in NULLS and not event.tag else event.value
            self._put(self._named(event, Node(line, value, plain, self._tag(event, line))))
        elif kind == "AliasEvent":
            if event.anchor not in self._anchors:
                raise fault(self._path, line, "an alias to a missing anchor")
            self._put(self._anchors[event.anchor])
        elif kind in ("SequenceStartEvent", "MappingStartEvent"):
            if len(self._open) == DEEPEST:
                raise fault(self._path, line, f"nested more than {DEEPEST} deep")
            value = [] if kind == "SequenceStartEvent" else {}
            node = self._named(event, Node(line, value, False, self._tag(event, line)))
            self._open.append((node, [], [], set()))
        elif kind in ("SequenceEndEvent", "MappingEndEvent"):
            node, _, merges, _ = self._open.pop()
            for other in merges:
                self._merge(node, other, replace=False)
            self._put(node)
        elif kind == "DocumentStartEvent":
            self._anchors.clear()

    def _named(self, event: Any, node: Node) -> Node:
        """Remember the node of an anchor."""
        if event.anchor:
            self._anchors[event.anchor] = node
        return node

    def _tag(self, event: Any, line: int) -> str:
        """Return the tag of an event if it is one that we do not support, "" otherwise."""
        tag: str | None = event.tag
        if tag in HARMLESS:
            return ""
        assert tag is not None
        if tag.startswith(OBJECTS):
            raise fault(self._path, line, "a tag that would create a program's own object")
        return tag

    def _put(self, node: Node) -> None:
        """Add a finished node to the open collection."""
        if not self._open:
            self.roots.append(node)
            return
        parent, key, _, _ = self._open[-1]
        if isinstance(parent.value, list):
            parent.value.append(node)
        elif not key:
            key.append(node)
        else:
            self._set(key.pop(), node)

    def _set(self, key: Node, node: Node) -> None:
        """Set a key of the open mapping; one that is not a text is dropped, since nobody can name
        it.
        """
        parent, _, merges, own = self._open[-1]
        assert isinstance(parent.value, dict)
        if key.value == "<<" and key.plain:
            if self._in_order:
                self._merge(parent, node, replace=True)
            else:
                merges.append(node)
        elif isinstance(key.value, str):
            if key.value in own and not self._last_wins:
                parent.twice[key.value] = key.line
            own.add(key.value)
            parent.value[key.value] = node

    def _merge(self, parent: Node, other: Node, replace: bool) -> None:
        """Add the keys of another mapping, or of a list of them, of which the first takes
        precedence.
        """
        assert isinstance(parent.value, dict)
        if isinstance(other.value, list):
            sources = [source.value for source in other.value]
        else:
            sources = [other.value]
        for source in reversed(sources) if replace else sources:
            if not isinstance(source, dict):
                raise fault(self._path, other.line, "what is merged (<<) is not a mapping")
            self._merged += len(source)
            if self._merged > MOST_MERGED:
                raise fault(self._path, other.line, "too many keys are merged (<<)")
            for key, node in source.items():
                if replace or key not in parent.value:
                    parent.value[key] = node
