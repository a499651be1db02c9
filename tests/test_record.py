"""Record works like a frozen dataclass."""

from __future__ import annotations

import copy
import pickle

import pytest

from check_smtp_auth.observation import Kind, Stage
from check_smtp_auth.quicken import quicken
from check_smtp_auth.record import Record


class Point(Record):
    """Two fields, both needed."""

    x: int
    y: int


class Labelled(Record):
    """Fields with defaults behind one without."""

    name: str
    size: int = 1
    tags: tuple[str, ...] = ()


class Other(Record):
    """The fields of a Point under another name."""

    x: int
    y: int


class Empty(Record):
    """No fields at all."""


def test_fields_by_position_or_name() -> None:
    """Values are given in order or by name, and read by name."""
    for point in (Point(1, 2), Point(1, y=2), Point(y=2, x=1)):
        assert (point.x, point.y) == (1, 2)


def test_defaults() -> None:
    """A field with a default may be left out, and be given in either way."""
    assert Labelled("a") == Labelled("a", 1, ()) == Labelled(name="a", tags=())
    assert Labelled("a", 2).size == 2
    assert Labelled("a", tags=("x",)).tags == ("x",)


WRONG: list[tuple[type[Record], tuple[object, ...], dict[str, object]]] = [
    (Point, (), {}),
    (Point, (1,), {}),
    (Point, (1, 2, 3), {}),
    (Point, (1, 2), {"x": 1}),
    (Point, (1,), {"x": 1}),
    (Point, (1, 2), {"z": 3}),
    (Point, (1,), {"z": 3}),
    (Point, (), {"x": 1, "z": 3}),
    (Labelled, (), {"size": 1}),
    (Labelled, ("a",), {"colour": "red"}),
    (Labelled, (), {"colour": "red"}),
    (Empty, (1,), {}),
    (Empty, (), {"x": 1}),
]


@pytest.mark.parametrize(("record", "values", "named"), WRONG)
def test_wrong_fields(
    record: type[Record], values: tuple[object, ...], named: dict[str, object]
) -> None:
    """A missing, unknown or doubled field is a TypeError where the value is made."""
    with pytest.raises(TypeError):
        record(*values, **named)


def test_no_assignment() -> None:
    """A value does not change once it is made, and gets no further fields."""

    class Fresh(Record):
        x: int

    value = Fresh(1)
    for name in ("x", "z"):
        with pytest.raises(AttributeError):
            setattr(value, name, 3)
    assert value == Fresh(1)


def test_a_run_of_many_changes_nothing() -> None:
    """Values that are made fast are made, copied, compared and shown as others are."""
    before = Labelled("a", 2)
    quicken()
    assert Labelled("a", 2) == before == Labelled(size=2, name="a")
    assert hash(Labelled("a", 2)) == hash(before)
    assert Labelled("b").tags == ()
    for made in (before, Labelled("a", 2)):
        assert made.replace(size=3, tags=("x",)) == Labelled("a", 3, ("x",))
        assert made.replace(name="") == Labelled("", 2)
        assert repr(made) == "Labelled(name='a', size=2, tags=())"
        assert vars(made) == {"name": "a", "size": 2, "tags": ()}
        assert pickle.loads(pickle.dumps(made)) == copy.copy(made) == before
        with pytest.raises(TypeError):
            made.replace(colour="red")
    for record, values, named in WRONG:
        with pytest.raises(TypeError):
            record(*values, **named)
    assert Empty() == Empty().replace()


def test_equality() -> None:
    """Values are equal if type and fields are; a tuple or another type is never equal."""
    assert Point(1, 2) == Point(1, 2)
    assert Point(1, 2) != Point(2, 1)
    assert Point(1, 2) != Other(1, 2)
    assert Point(1, 2) != (1, 2)
    assert Empty() == Empty()


def test_hash() -> None:
    """Equal values are one key of a dict."""
    assert len({Point(1, 2), Point(1, 2), Point(2, 1), Other(1, 2)}) == 3
    assert hash(Point(1, 2)) == hash(Point(x=1, y=2))


def test_unhashable_fields() -> None:
    """A value with a list in it cannot be a key, as with any frozen value."""
    with pytest.raises(TypeError):
        hash(Labelled("a", tags=[]))  # type: ignore[arg-type]


def test_repr() -> None:
    """A value shows its name and its fields, in order."""
    assert repr(Labelled("a", 2)) == "Labelled(name='a', size=2, tags=())"
    assert repr(Empty()) == "Empty()"


def test_truth() -> None:
    """A value without fields is still a value, and not false as an empty tuple is."""
    assert Empty()


def test_replace() -> None:
    """A copy with some fields changed leaves the first as it was."""
    first = Labelled("a", 2)
    assert first.replace(size=3) == Labelled("a", 3)
    assert first == Labelled("a", 2)
    assert first.replace() == first
    with pytest.raises(TypeError):
        first.replace(colour="red")


def test_copies() -> None:
    """A value can be copied and pickled, and comes back equal."""
    first = Labelled("a", 2, ("x",))
    assert copy.copy(first) == copy.deepcopy(first) == first
    assert pickle.loads(pickle.dumps(first)) == first


def test_defaults_are_not_mixed_up() -> None:
    """Each type has its own fields and defaults."""
    assert Point._fields == ("x", "y")
    assert Labelled._fields == ("name", "size", "tags")
    assert Labelled._defaults == {"size": 1, "tags": ()}
    assert (Empty._fields, Empty._defaults) == ((), {})


@pytest.mark.parametrize("names", [Stage, Kind])
def test_names_are_told_apart(names: type) -> None:
    """No two stages, and no two kinds of failure, have the same name."""
    values = [value for name, value in vars(names).items() if name.isupper()]
    assert len(values) == len(set(values)) > 5


def test_stages_of_json() -> None:
    """The stages are those that the JSON output promises, in the order of a run."""
    promised = "dns connect greeting ehlo starttls tls token auth mail rcpt quit"
    stages = [value for name, value in vars(Stage).items() if name.isupper()]
    assert stages == [stage for stage in promised.split() if stage in stages]
