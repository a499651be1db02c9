"""The names that mypy knows and those that the program uses are the same ones."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import check_smtp_auth
from check_smtp_auth.diagnosis.catalogue import CATALOGUE, STATES
from check_smtp_auth.observation import Kind, Stage
from check_smtp_auth.sasl.choice import Skip

ROOT = Path(check_smtp_auth.__file__).parent


def literal(file: str, name: str) -> list[str]:
    """The strings of a Literal, which exists for type checkers only."""
    for node in ast.walk(ast.parse((ROOT / file).read_text("utf-8"))):
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == name:
            assert isinstance(node.value, ast.Subscript)
            return [str(ast.literal_eval(each)) for each in getattr(node.value.slice, "elts", ())]
    raise AssertionError(f"{file} has no {name}")


def constants(names: type) -> list[str]:
    """The constants of a class of names."""
    return [value for name, value in vars(names).items() if name.isupper()]


@pytest.mark.parametrize(
    ("file", "name", "used"),
    [
        ("observation.py", "StageName", constants(Stage)),
        ("observation.py", "KindName", constants(Kind)),
        ("sasl/choice.py", "SkipName", constants(Skip)),
        ("diagnosis/catalogue.py", "Slug", [each.slug for each in CATALOGUE]),
        ("diagnosis/catalogue.py", "State", list(STATES)),
    ],
)
def test_types_and_names_agree(file: str, name: str, used: list[str]) -> None:
    """A name that is added or dropped is so in its type too, in the same order."""
    assert literal(file, name) == used
    assert len(set(used)) == len(used) > 3
