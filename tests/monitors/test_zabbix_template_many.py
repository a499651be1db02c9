"""The template for many accounts against the plugin's own output, without a server."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from fakes import outcomes
from fakes.files import faulty, named, rejected, told, unanswered, undecided, working
from fakes.readers import read_sender

from check_smtp_auth.diagnosis.catalogue import ENTRIES
from check_smtp_auth.outcome import Outcome
from check_smtp_auth.report.tally import IF_SAID_ALIKE, OF_THE_SERVER

from .test_zabbix_template import uuids
from .zabbix import require_zabbix

FILE = Path(__file__).resolve().parents[2] / "contrib/zabbix/template_smtp_auth_many.yaml"
TEXT = FILE.read_text("utf-8")
EXPORT = yaml.safe_load(TEXT)["zabbix_export"]
(TEMPLATE,) = EXPORT["templates"]
(RULE,) = TEMPLATE["discovery_rules"]
PROTOTYPES = {item["key"]: item for item in RULE["item_prototypes"]}
REPORT = PROTOTYPES['smtp_auth.report["{#NAME}"]']
TROUBLE = PROTOTYPES['smtp_auth.server["{#SERVER}"]']


def script(part: Any) -> str:
    """The script that prepares a value."""
    (found,) = (step for step in part["preprocessing"] if step["type"] == "JAVASCRIPT")
    return str(found["parameters"][0])


def prepared(part: Any, value: str, directory: Path) -> str:
    """What Zabbix makes of a value."""
    require_zabbix()
    (directory / "script.js").write_text(script(part), "utf-8")
    (directory / "value").write_text(value, "utf-8")
    command = ["zabbix_js", "--script", str(directory / "script.js")]
    done = subprocess.run(
        [*command, "--input", str(directory / "value")], check=True, stdout=subprocess.PIPE
    )
    return done.stdout.decode().strip("\n")


def rows(found: list[Outcome], directory: Path) -> list[dict[str, str]]:
    """The rows that items are made from, of what is sent of these accounts."""
    discovery = read_sender(told("zabbix", found).output)[0]
    made: list[dict[str, str]] = json.loads(prepared(RULE, discovery.value, directory))
    return made


def test_accounts_and_servers_are_found(tmp_path: Path) -> None:
    """Each account has its server and its labels by name; each server counts and names its own."""
    labels = (("customer", "acme"), ("site", "s\u00e3o paulo"))
    found = [
        working("a", used_by="ERP", labels=labels),
        *(working(name, host="2001:db8::1") for name in "bcdef"),
        faulty("x", host=""),
    ]
    made = rows(found, tmp_path)
    first, second = made[0], made[1]
    assert first["{#SERVER}"] == "mail.example.test:587"
    tags = {first[f"{{#TAG{number}}}"]: first[f"{{#VALUE{number}}}"] for number in (1, 2)}
    assert tags == dict(labels)
    assert second["{#SERVER}"] == "[2001:db8::1]:587"
    assert "{#TAG1}" not in second
    assert made[7:] == [
        {"{#SERVER}": "mail.example.test:587", "{#COUNT}": "1", "{#ACCOUNTS}": "a (ERP)"},
        {"{#SERVER}": "[2001:db8::1]:587", "{#COUNT}": "5", "{#ACCOUNTS}": "b, c, d and 2 more"},
    ]


def test_four_labels_are_tags(tmp_path: Path) -> None:
    """Of more labels than four the first are tags, and an empty one is none."""
    labels = tuple((f"l{number}", "" if number == 1 else "v") for number in range(7))
    (row, _) = rows([working("a", labels=labels)], tmp_path)
    assert [row[f"{{#TAG{number}}}"] for number in range(1, 5)] == ["l0", "l2", "l3", "l4"]
    assert "{#TAG5}" not in row


@pytest.mark.parametrize(
    ("outcome", "front"),
    [
        (working("a"), "OK own authenticated 0"),
        (rejected("a"), "CRITICAL own credentials-rejected 0"),
        (faulty("a"), "UNKNOWN own misconfigured 0"),
        (unanswered("a"), r"CRITICAL shared timeout 2\d\d"),
        (undecided("a"), r"WARNING shared temporary-failure 1\d\d"),
        (outcomes.held("timeout", "CRITICAL", named("a")), r"CRITICAL shared held 2\d\d"),
        (outcomes.held(None, "UNKNOWN", named("a")), r"UNKNOWN shared held 1\d\d"),
        (
            outcomes.held("credentials-rejected", "CRITICAL", named("a")),
            "CRITICAL own held 0",
        ),
        (outcomes.held("authenticated", "OK", named("a")), "OK own held 0"),
    ],
)
def test_what_may_be_the_servers_fault(outcome: Outcome, front: str, tmp_path: Path) -> None:
    """What others on the server may have too is told from what is the account's own."""
    result = read_sender(told("zabbix", [outcome]).output)[1]
    first, summary, advice = prepared(REPORT, result.value, tmp_path).split("\n")
    assert re.fullmatch(front, first)
    object_ = json.loads(result.value)
    assert (summary, advice) == (object_["summary"], object_["advice"])


def test_who_uses_the_account_is_told(tmp_path: Path) -> None:
    """The sentence that names the problem ends with who uses the account."""
    result = read_sender(told("zabbix", [rejected("a", used_by="ERP, copier")]).output)[1]
    assert prepared(REPORT, result.value, tmp_path).split("\n")[1].endswith("; used by ERP, copier")


@pytest.mark.parametrize("value", ["null", "Traceback\n  File", "[1]", '{"a": '])
def test_a_value_that_is_no_result(value: str, tmp_path: Path) -> None:
    """Whatever is sent in the place of a result is a problem, and shown."""
    shown = prepared(REPORT, value, tmp_path)
    assert shown.startswith("UNKNOWN own misconfigured 0\nno result in JSON: ")
    assert " ".join(value.split()) in shown


def test_the_servers_troubles_are_the_plugins() -> None:
    """All that the plugin tells as one problem of several accounts is one in Zabbix, and in the
    same words.
    """
    numbers = {
        slug: int(number) for slug, number in re.findall(r'"([a-z-]+)": (\d+)', script(REPORT))
    }
    assert {*numbers} == OF_THE_SERVER | IF_SAID_ALIKE | {"held"}
    words = re.findall(r'^  "(.*)",?$', script(TROUBLE), re.MULTILINE)
    assert words[0] == "none"
    for slug, number in numbers.items():
        if slug != "held":
            assert words[number] == ENTRIES[slug].says


def test_a_trouble_has_words(tmp_path: Path) -> None:
    """The number of a trouble is shown as a state and words."""
    number = re.search(r'"connection-refused": (\d+)', script(REPORT))
    assert number is not None
    code = int(number.group(1))
    assert prepared(TROUBLE, str(200 + code), tmp_path) == "CRITICAL the connection was refused"
    assert prepared(TROUBLE, str(100 + code), tmp_path) == "WARNING the connection was refused"
    assert prepared(TROUBLE, "0", tmp_path) == "OK none"


def test_every_path_is_in_a_result() -> None:
    """What an item takes from an account's object by its path is there."""
    result = json.loads(read_sender(told("zabbix", [working("a")]).output)[1].value)
    paths = {
        path
        for item in PROTOTYPES.values()
        for step in item.get("preprocessing", ())
        if step["type"] == "JSONPATH"
        for path in step["parameters"]
    }
    assert len(paths) >= 8
    for path in paths:
        found = result
        for step in path.split(".")[1:]:
            found = found[step]
        assert not isinstance(found, (dict, list))


def test_every_macro_is_there_and_used() -> None:
    """No item or trigger has a macro that the template does not have, and none is left over."""
    macros = {macro["macro"] for macro in TEMPLATE["macros"]}
    assert set(re.findall(r"\{\$[A-Z_.]+\}", TEXT.partition("      macros:")[0])) == macros
    assert "{$SMTP_AUTH.NODATA}" in macros


def test_a_removed_account_is_never_disabled() -> None:
    """What is lost is kept for a while, and goes on if it comes back."""
    assert RULE["lifetime"] == "{$SMTP_AUTH.LIFETIME}"


def test_every_uuid_is_its_own() -> None:
    """The UUIDs differ, from those of the other template too, but for the group's."""
    other = yaml.safe_load((FILE.parent / "template_smtp_auth.yaml").read_text("utf-8"))
    found = list(uuids(EXPORT))
    assert len(found) == len(set(found)) > len(PROTOTYPES)
    assert set(found) & set(uuids(other)) == {EXPORT["groups"][0]["uuid"]}
