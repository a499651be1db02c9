"""INI as Go's package reads it: its own answers are recorded in go-ini.jsonl (see
contrib/dev/goini.go; release 1.66.2, Debian 12).
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from properties import PROPERTY

from check_smtp_auth.accounts import Misconfigured
from check_smtp_auth.configs.goini import File

RECORD = Path(__file__).with_name("go-ini.jsonl")
CASES = [json.loads(line) for line in RECORD.read_text("utf-8").split("\n") if line]


def answers(case: dict[str, object]) -> list[str | None] | None:
    """What we make of a recorded file, in the form of the record."""
    try:
        file = File(str(case["text"]), "app.ini", continued=bool(case["continued"]))
    except Misconfigured:
        return None
    keys = case["keys"]
    assert isinstance(keys, list)
    return [file.value(*key) if file.entry(*key) else None for key in keys]


def test_each_value_is_what_the_package_itself_reads() -> None:
    """All values of all recorded files are those of Grafana and Gitea, and so are the refusals."""
    assert len(CASES) >= 150
    assert [answers(case) for case in CASES] == [case["answers"] for case in CASES]
    assert len({str(case["answers"]) for case in CASES}) > 60


@settings(PROPERTY, max_examples=100)
@given(st.text(st.characters(blacklist_categories=("Cc", "Cs")), min_size=1))
def test_a_password_in_back_quotes_or_triple_quotes_is_itself(password: str) -> None:
    """Whatever a password has, it can be written in one of the two ways, or in none of Go's."""
    for quote in ('"""', "`"):
        if quote not in password and not password.startswith(quote[0]):
            text = f"[smtp]\nhost = h\npassword = {quote}{password}{quote}\n"
            if "%(" not in password and not password.endswith('"'):
                assert File(text, "app.ini").value("smtp", "password") == password


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("[smtp]\npassword = `s3cr3t\n", 2),
        ('[smtp]\n\npassword = """s3cr3t\nmore', 3),
        ("[smtp\npassword = s3cr3t", 1),
        ("[smtp]\ns3cr3t", 2),
        ("[smtp]\n= s3cr3t", 2),
    ],
)
def test_what_go_refuses_is_told_with_its_line_alone(text: str, line: int) -> None:
    """The error names file and line, and nothing that stands there."""
    with pytest.raises(Misconfigured) as caught:
        File(text, "app.ini")
    assert str(caught.value).startswith(f"app.ini:{line}: ")
    assert "s3cr3t" not in str(caught.value)


def test_values_of_values_have_an_end() -> None:
    """A file whose values double each other is refused, instead of filling the memory."""
    doubling = "\n".join(f"k{n} = %(k{n + 1})s%(k{n + 1})s" for n in range(60))
    with pytest.raises(Misconfigured, match="refers to itself"):
        File(f"[smtp]\n{doubling}\nk60 = abc", "app.ini").value("smtp", "k0")
    assert File("[smtp]\na = %(b)s\nb = %(a)s", "app.ini").value("smtp", "a") in ("%(a)s", "%(b)s")
