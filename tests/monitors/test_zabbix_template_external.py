"""The template by external check against the plugin's own output, without a server."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from fakes.files import faulty, rejected, told, working
from fakes.readers import read_sender

from check_smtp_auth.options.parser import Fleet, parse
from check_smtp_auth.outcome import Outcome
from check_smtp_auth.outputs import OUTPUTS

from .test_zabbix_template import uuids
from .test_zabbix_template_many import EXPORT as MANY
from .test_zabbix_template_many import RULE as RULE_OF_MANY
from .test_zabbix_template_many import prepared
from .zabbix_readme import CHECKOUT

FILE = CHECKOUT / "contrib/zabbix/template_smtp_auth_external.yaml"
TEXT = FILE.read_text("utf-8")
EXPORT = yaml.safe_load(TEXT)["zabbix_export"]
(TEMPLATE,) = EXPORT["templates"]
(RULE,) = TEMPLATE["discovery_rules"]
MASTER = TEMPLATE["items"][0]
(ERROR,) = (item for item in TEMPLATE["items"] if item["key"] == "smtp_auth.error")
MACROS = {macro["macro"]: macro["value"] for macro in TEMPLATE["macros"]}


def test_the_template_is_not_stale() -> None:
    """What is changed in the template for many accounts is changed in this one too."""
    command = [sys.executable, "contrib/dev/zabbix.py", "--check"]
    assert subprocess.run(command, cwd=CHECKOUT, check=False).returncode == 0


def test_the_command_is_right_with_all_defaults() -> None:
    """A host on which nothing was set gets a check that the plugin takes for right, and that has
    ended when Zabbix ends it.
    """
    name, _, parameters = MASTER["key"].partition("[")
    assert name == "check_smtp_auth"
    request = parse([MACROS.get(word, word) for word in json.loads(f"[{parameters}")])
    assert isinstance(request, Fleet)
    assert (request.output, request.exit_zero) == ("json", True)
    assert request.pace.deadline == 26.0


@pytest.mark.parametrize(
    "found",
    [
        [working("a"), working("b", host="2001:db8::1", used_by="ERP, the copier")],
        [rejected("fin ance", labels=(("customer", "acme & s\u00f6hne"), ("site", "")))],
        [faulty("x(y)", host=""), working("\u4e2d", labels=(("a_b", "1"), ("c", "2")))],
    ],
)
def test_accounts_are_found_as_the_other_template_has_them(
    found: list[Outcome], tmp_path: Path
) -> None:
    """A file of accounts becomes the same items and tags by both templates."""
    accounts = json.dumps(told("json", found).json["accounts"])
    sent = read_sender(told("zabbix", found).output)[0].value
    ours = json.loads(prepared(RULE, accounts, tmp_path))
    assert ours == json.loads(prepared(RULE_OF_MANY, sent, tmp_path))


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        (told("json", [rejected("a")]).output, ""),
        (OUTPUTS["json"].error("-t/--timeout: no number"), "-t/--timeout: no number"),
        ("sh: 1: python3:\nnot found", "no results in JSON: sh: 1: python3: not found"),
        ("null", "no results in JSON: null"),
    ],
)
def test_what_comes_in_the_place_of_results_is_shown(
    printed: str, shown: str, tmp_path: Path
) -> None:
    """A run without results is told by what it said, and one with results is no failure."""
    assert prepared(ERROR, printed, tmp_path) == shown


def items(export: dict[str, Any]) -> list[dict[str, Any]]:
    """All items and prototypes of a file."""
    (template,) = export["templates"]
    (rule,) = template["discovery_rules"]
    return [*template["items"], *rule["item_prototypes"]]


@pytest.mark.parametrize("export", [MANY, EXPORT], ids=["many", "external"])
def test_what_is_calculated_all_the_time_is_not_kept_for_long(export: dict[str, Any]) -> None:
    """What each account has calculated three times a minute does not fill the database."""
    often = [
        item for item in items(export) if item["type"] == "CALCULATED" and "{#NAME}" in item["key"]
    ]
    assert len(often) == 2
    for item in often:
        assert (item["history"] in ("1h", "1d"), item["trends"]) == (True, "0")


def test_every_uuid_is_its_own() -> None:
    """No part of it is one of the other templates, but for the group."""
    found = list(uuids(EXPORT))
    assert len(found) == len(set(found))
    assert set(found) & set(uuids(MANY)) == {EXPORT["groups"][0]["uuid"]}
