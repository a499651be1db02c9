"""Record: the base of the package's value types.

A frozen dataclass in what it promises (named fields in order, defaults, equality, a
``repr``, no assignment), without the cost: importing ``dataclasses`` and making fifteen
of them takes 16 ms, a sixth of which would be too much for a plugin that starts
thousands of times an hour. mypy checks Records as it checks dataclasses.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, ClassVar, TypeVar

    from typing_extensions import dataclass_transform

    R = TypeVar("R", bound="Record")
else:

    def dataclass_transform(**_options):
        """Stand in for the typing function, which is read by type checkers only."""
        return lambda cls: cls


@dataclass_transform(frozen_default=True)
class Record:
    """A value with named fields: the annotated names of the subclass's body, in order."""

    if TYPE_CHECKING:
        _fields: ClassVar[tuple[str, ...]]
        _names: ClassVar[frozenset[str]]
        _defaults: ClassVar[dict[str, Any]]

    def __init_subclass__(cls) -> None:
        """Read the fields from the annotations, and the defaults from the class body."""
        names = getattr(cls, "__annotations__", {})
        cls._fields = tuple(names)
        cls._names = frozenset(names)
        cls._defaults = {name: cls.__dict__[name] for name in names if name in cls.__dict__}

    def __init__(self, *values: Any, **named: Any) -> None:
        """Take field values by position or name; TypeError for a missing or unknown one."""
        given = dict(zip(self._fields, values), **named)
        state = {**self._defaults, **given}
        if state.keys() != self._names or len(given) != len(values) + len(named):
            raise TypeError(f"{type(self).__name__} takes the fields {', '.join(self._fields)}")
        self.__dict__.update(state)

    def __setattr__(self, name: str, value: object) -> None:
        """Refuse: a Record does not change."""
        raise AttributeError(f"{type(self).__name__}.{name} cannot be assigned to")

    def __eq__(self, other: object) -> bool:
        """Tell whether the other is of the same type with equal fields."""
        return type(self) is type(other) and self.__dict__ == other.__dict__

    def __hash__(self) -> int:
        """Hash by the field values."""
        return hash((type(self), *map(self.__dict__.__getitem__, self._fields)))

    def __repr__(self) -> str:
        """Name(field=value, ...)."""
        shown = ", ".join(f"{name}={self.__dict__[name]!r}" for name in self._fields)
        return f"{type(self).__name__}({shown})"

    def replace(self: R, **changes: Any) -> R:
        """Return a copy with some fields changed; TypeError for an unknown one."""
        copy = object.__new__(type(self))
        copy.__dict__.update(self.__dict__, **changes)
        if len(copy.__dict__) != len(self._fields):
            raise TypeError(f"{type(self).__name__} has the fields {', '.join(self._fields)}")
        return copy
