"""The forms of output in one table: what reads an error, a signal or an option goes by it."""

from __future__ import annotations

import importlib
import json
from pathlib import Path

import pytest
from fakes import outcomes
from fakes.plugin import run

import check_smtp_auth
from check_smtp_auth.outputs import DEFAULT, OUTPUTS, wanted
from check_smtp_auth.report import as_json

REPORTS = Path(check_smtp_auth.__file__).parent / "report"


@pytest.mark.parametrize("name", list(OUTPUTS))
def test_each_form_has_its_module(name: str) -> None:
    """A row's module renders outcomes, whatever the form, by the same arguments."""
    report = importlib.import_module(f"check_smtp_auth.report.{OUTPUTS[name].module}")
    text, code = report.render([outcomes.refused()], 1, ["-H", "x"])
    assert code == (0 if OUTPUTS[name].collector else 2)
    assert "535" in text or "credentials-rejected" in text


@pytest.mark.parametrize("name", list(OUTPUTS))
def test_each_form_is_an_option(name: str) -> None:
    """--output takes each of them, and its errors come in that form."""
    done = run("--output", name, "--frob")
    assert done.code == 3
    assert done.output == OUTPUTS[name].error("--frob is unknown; -h shows all options") + "\n"


def test_an_error_as_an_object_has_the_fields_of_any_other() -> None:
    """What is written by hand is what the report would write."""
    problem = "a 'quoted' word, an ä"
    found = json.loads(OUTPUTS["json"].error(problem))
    usual = json.loads(as_json.render([outcomes.not_tried()])[0])
    assert list(found) == list(usual)
    assert {**usual, "summary": problem, "accounts": []} == found


def test_an_error_is_an_object_whatever_is_in_it() -> None:
    """Quotes and backslashes, were there any, would not break the object."""
    found = json.loads(OUTPUTS["json"].error('a "quoted" word, a back\\slash'))
    assert found["summary"] == "a 'quoted' word, a back/slash"


@pytest.mark.parametrize(
    ("words", "name", "code"),
    [
        ((), DEFAULT, 3),
        (("--output", "json"), "json", 3),
        (("--output=json", "--exit-zero"), "json", 0),
        (("--output", "nagios", "--output=json"), "json", 3),
        (("--output=json", "--output", "nagios"), "nagios", 3),
        (("--output", "unheard-of"), DEFAULT, 3),
        (("--output",), DEFAULT, 3),
        (("-u", "json", "--exit-zero"), DEFAULT, 0),
    ],
)
def test_the_form_is_read_from_any_command_line(
    words: tuple[str, ...], name: str, code: int
) -> None:
    """The last --output counts, and nothing else of a command line need be right."""
    assert wanted(words) == (OUTPUTS[name], code)
