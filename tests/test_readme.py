"""The README tells what the code does."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from fakes import outcomes

from check_smtp_auth.accounts_file.entries import entries
from check_smtp_auth.accounts_file.sections import File
from check_smtp_auth.diagnosis.catalogue import ENTRIES
from check_smtp_auth.options.parser import parse
from check_smtp_auth.options.table import each_option
from check_smtp_auth.outputs import OUTPUTS
from check_smtp_auth.report import as_json

ROOT = Path(__file__).resolve().parents[1]


def test_readme_is_not_stale() -> None:
    """The help and the list of diagnoses in the documents are those of the plugin."""
    command = [sys.executable, "contrib/dev/readme.py", "--check"]
    assert subprocess.run(command, cwd=ROOT, check=False).returncode == 0


@pytest.mark.parametrize("name", ["README.md", "README.pt-BR.md"])
def test_the_first_example_is_in_the_plugin_s_words(name: str) -> None:
    """What the README shows of a refused login is what the plugin says of one."""
    text, entry = (ROOT / name).read_text("utf-8"), ENTRIES["credentials-rejected"]
    assert f"{entry.explanation}\nTo do: {entry.advice}\n" in text


@pytest.mark.parametrize("name", ["README.md", "README.pt-BR.md"])
def test_the_accounts_file_shown_is_one_that_is_taken(name: str) -> None:
    """What the README shows of an accounts file is read without a fault."""
    text = (ROOT / name).read_text("utf-8")
    example = text.partition("<!-- accounts file -->\n```ini\n")[2].partition("```")[0]
    found = list(entries([File("accounts.ini", "/etc", example)], {}, str))
    assert [(entry.account.name, entry.problem) for entry in found] == [
        ("finance", ""),
        ("alerts", ""),
    ]


@pytest.mark.parametrize("name", ["outputs.md", "pt-BR/outputs.md"])
def test_each_output_is_told(name: str) -> None:
    """The page of outputs says of each what it is for."""
    text = (ROOT / "contrib" / "docs" / name).read_text("utf-8")
    assert all(f"\n| `{output}` |" in text for output in OUTPUTS)


@pytest.mark.parametrize("name", ["outputs.md", "pt-BR/outputs.md"])
def test_the_example_of_json_has_every_field(name: str) -> None:
    """The object on the page of outputs has all fields of a real one, in their order."""
    text = (ROOT / "contrib" / "docs" / name).read_text("utf-8")
    shown = json.loads(text.partition("```json\n")[2].partition("```")[0])
    printed = json.loads(as_json.render([outcomes.refused()], 0, ())[0])
    assert list(shown) == list(printed)
    assert list(shown["accounts"][0]) == list(printed["accounts"][0])
    for field in ("tls", "times", "reply"):
        assert list(shown["accounts"][0][field]) == list(printed["accounts"][0][field])


DOCUMENTS = {
    "README.pt-BR.md": "README.md",
    **{
        f"contrib/docs/pt-BR/{page.name}": f"contrib/docs/{page.name}"
        for page in sorted((ROOT / "contrib/docs/pt-BR").glob("*.md"))
        # Those are shorter in Portuguese, and lead to the English for the rest.
        if page.name not in ("costs.md", "diagnoses.md", "oauth.md")
    },
}
PAGES = sorted(
    str(path.relative_to(ROOT))
    for path in (*ROOT.glob("*.md"), *ROOT.glob("contrib/**/*.md"), *ROOT.glob(".github/*.md"))
)
REPOSITORY = re.compile(
    r"https://[^/]*github[a-z]*\.com/check-smtp-auth/check_smtp_auth/(blob/)?main/"
)
LINK = re.compile(r"\]\(([^)\s]+)\)")


def told(name: str) -> dict[str, set[str] | list[int]]:
    """What a document tells of, but for what is made from the code."""
    text = (ROOT / name).read_text("utf-8")
    text = re.sub(r"<!-- (help|diagnoses|peers) -->.*?<!-- end of", "", text, flags=re.DOTALL)
    words = set(re.findall(r"[\w./-]+", text))
    return {
        "headings": [len(mark) for mark in re.findall(r"^(#+) ", text, flags=re.MULTILINE)],
        "options": words & {each for option in each_option() for each in option.names},
        "outputs": {output for output in OUTPUTS if f"`{output}`" in text},
    }


@pytest.mark.parametrize("what", ["headings", "options", "outputs"])
@pytest.mark.parametrize("translation", DOCUMENTS)
def test_the_translation_keeps_up(translation: str, what: str) -> None:
    """What is there in Portuguese has the sections that the English has, and names the same
    options and outputs.
    """
    assert told(translation)[what] == told(DOCUMENTS[translation])[what]


def anchors(page: Path) -> set[str]:
    """What can be linked to in a page: its headings, as GitHub names them."""
    headings = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", each.lower()).replace(" ", "-") for each in headings}


@pytest.mark.parametrize("name", PAGES)
def test_links_lead_somewhere(name: str) -> None:
    """Whatever a document links to in this repository is there, also by the name of a section."""
    page = ROOT / name
    for link in LINK.findall(page.read_text("utf-8")):
        inside = REPOSITORY.match(link)
        if link.startswith(("http:", "https:", "mailto:")) and not inside:
            continue
        path, _, anchor = (link[inside.end() :] if inside else link).partition("#")
        target = (ROOT / path if inside else page.parent / path) if path else page
        assert target.exists(), link
        assert not anchor or anchor in anchors(target), link


# A command with its options, up to the end of its line, of what is set as code, or of a pipeline.
COMMAND = re.compile(r"(?:^|[\s/`(])check_smtp_auth( -[^\n`]*)", flags=re.MULTILINE)
END = re.compile(r" \\?[|>#]| &&|[;)]")
# What stands for something else, or is not the whole command.
PLACEHOLDERS = ("...", "[", "$")
WHOLE = {"-H", "--from", "--accounts", "--explain", "--oauth"}


@pytest.mark.parametrize("name", PAGES)
def test_the_commands_shown_are_taken(name: str) -> None:
    """Every whole command in a document has options that the plugin takes, with such values."""
    text = (ROOT / name).read_text("utf-8").replace("\\\n", " ")
    for shown in COMMAND.findall(text):
        command = END.split(shown, maxsplit=1)[0]
        if WHOLE & set(command.split()) and not any(each in command for each in PLACEHOLDERS):
            parse(shlex.split(command))


def test_links_work_on_pypi() -> None:
    """The README's links lead out of the page that PyPI shows, or to a section of it."""
    for link in LINK.findall((ROOT / "README.md").read_text("utf-8")):
        assert link.startswith(("https://", "#")), link
