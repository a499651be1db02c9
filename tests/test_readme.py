"""The README tells what the code does."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from check_smtp_auth.accounts_file.entries import entries
from check_smtp_auth.accounts_file.sections import File
from check_smtp_auth.diagnosis.catalogue import ENTRIES
from check_smtp_auth.options.table import each_option
from check_smtp_auth.outputs import OUTPUTS

ROOT = Path(__file__).resolve().parents[1]


def test_readme_is_not_stale() -> None:
    """The help and the list of diagnoses in the README are those of the plugin."""
    command = [sys.executable, "contrib/dev/readme.py", "--check"]
    assert subprocess.run(command, cwd=ROOT, check=False).returncode == 0


@pytest.mark.parametrize("name", ["README.md", "README.pt-BR.md"])
def test_the_first_example_is_in_the_plugin_s_words(name: str) -> None:
    """What the README shows of a refused login is what the plugin says of one."""
    text, entry = (ROOT / name).read_text("utf-8"), ENTRIES["credentials-rejected"]
    assert f"{entry.explanation}\nTo do: {entry.advice}\n" in text


@pytest.mark.parametrize("name", ["README.md", "README.pt-BR.md"])
def test_the_accounts_file_shown_is_one_that_is_taken(name: str) -> None:
    """What the README shows of an accounts file is read without a fault, and each form of output
    is told what it is for.
    """
    text = (ROOT / name).read_text("utf-8")
    example = text.partition("<!-- accounts file -->\n```ini\n")[2].partition("```")[0]
    found = list(entries([File("accounts.ini", "/etc", example)], {}, str))
    assert [(entry.account.name, entry.problem) for entry in found] == [
        ("finance", ""),
        ("alerts", ""),
    ]
    assert all(f"\n| `{output}` |" in text for output in OUTPUTS)


def told(name: str) -> dict[str, set[str] | list[int]]:
    """What a README tells of, but for what is made from the code."""
    text = (ROOT / name).read_text("utf-8")
    text = re.sub(r"<!-- (help|diagnoses) -->.*?<!-- end of", "", text, flags=re.DOTALL)
    words = set(re.findall(r"[\w./-]+", text))
    return {
        "headings": [len(mark) for mark in re.findall(r"^(#+) ", text, flags=re.MULTILINE)],
        "options": words & {each for option in each_option() for each in option.names},
        "outputs": words & set(OUTPUTS),
        "folders": set(re.findall(r"\bcontrib/[a-z0-9]+", text)),
    }


@pytest.mark.parametrize("what", ["headings", "options", "outputs", "folders"])
def test_the_translation_keeps_up(what: str) -> None:
    """README.pt-BR.md has the sections that README.md has, and names the same options, outputs
    and folders.
    """
    assert told("README.pt-BR.md")[what] == told("README.md")[what]
