"""Constructors of Records for a run that makes hundreds of thousands of them."""

from __future__ import annotations

from .record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

_KEPT: Any = object()


def quicken() -> None:
    """Give each type of Record a constructor and a ``replace`` of its own, several times as fast:
    where thousands are made, making those is worth it. What they take and raise is the same. To
    that end these types refuse an assignment no more, which mypy does all the same.
    """
    for kind in Record.__subclasses__():
        fields = kind._fields
        defaults = (f"{each}=_[{each!r}]" if each in kind._defaults else each for each in fields)
        source = _function(
            "__init__", defaults, (f"self.{each} = {each}" for each in fields)
        ) + _function(
            "replace",
            (f"{each}=_kept" for each in fields),
            (
                "copy = _new(type(self))",
                *(f"copy.{each} = self.{each} if {each} is _kept else {each}" for each in fields),
                "return copy",
            ),
        )
        made: dict[str, Any] = {"_": kind._defaults, "_kept": _KEPT, "_new": object.__new__}
        exec(source, made)
        type.__setattr__(kind, "__setattr__", object.__setattr__)
        for name in ("__init__", "replace"):
            type.__setattr__(kind, name, made[name])


def _function(name: str, parameters: Iterable[str], lines: Iterable[str]) -> str:
    """Write a method."""
    body = "".join(f"    {line}\n" for line in (*lines, "pass"))
    return f"def {name}(self, {', '.join(parameters)}):\n{body}"
