"""The template for Zabbix against the plugin's own options and output, without a server."""

from __future__ import annotations

import json
import re
import subprocess
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from fakes import outcomes

from check_smtp_auth.options.parser import parse
from check_smtp_auth.report.as_json import render

from .zabbix import require_zabbix

FILE = Path(__file__).resolve().parents[2] / "contrib/zabbix/template_smtp_auth.yaml"
TEXT = FILE.read_text("utf-8")
EXPORT = yaml.safe_load(TEXT)["zabbix_export"]
(TEMPLATE,) = EXPORT["templates"]
CHECK, *DEPENDENT = TEMPLATE["items"]
KEYS = [item["key"] for item in TEMPLATE["items"]]
MACROS = {macro["macro"]: macro.get("value", "") for macro in TEMPLATE["macros"]}
GIVEN = {
    "{HOST.CONN}": "192.0.2.1",
    "{$SMTP_AUTH.USER}": "finance",
    "{$SMTP_AUTH.PASSWORD_FILE}": "f",
}
# What Zabbix allows an external check if it is not told otherwise, and what we may overrun.
TIMEOUT, GRACE = 3, 1


def arguments() -> list[str]:
    """The arguments that Zabbix gives to the plugin on a host where little was set."""
    name, _, parameters = CHECK["key"].partition("[")
    assert name == "check_smtp_auth"
    values = {**MACROS, **GIVEN}
    return [values.get(word, word) for word in json.loads(f"[{parameters}")]


def paths() -> Iterator[str]:
    """The JSONPaths of all items."""
    for item in DEPENDENT:
        for step in item["preprocessing"]:
            if step["type"] == "JSONPATH":
                yield from step["parameters"]


def uuids(part: Any) -> Iterator[str]:
    """All UUIDs in a part of the file."""
    if isinstance(part, dict):
        yield from (value for name, value in part.items() if name == "uuid")
    for below in part.values() if isinstance(part, dict) else part:
        if isinstance(below, (dict, list)):
            yield from uuids(below)


def test_the_command_is_right_with_all_defaults() -> None:
    """A host with just user and password file gets a check that the plugin takes for right."""
    request = parse(arguments())
    assert (request.account.host, request.account.port) == ("192.0.2.1", 587)
    assert (request.account.user, request.account.tls) == ("finance", "starttls")
    assert (request.output, request.exit_zero) == ("json", True)


def test_the_check_ends_before_zabbix_ends_it() -> None:
    """With the defaults of both the plugin has ended, at its latest, when Zabbix loses patience."""
    timeout = arguments()[arguments().index("-t") + 1]
    assert float(timeout) + GRACE < TIMEOUT


def test_every_macro_is_there_and_used() -> None:
    """No item or trigger has a macro that the template does not have, and none is left over."""
    used = set(re.findall(r"\{\$[A-Z_.]+\}", TEXT.partition("      macros:")[0]))
    assert used == set(MACROS)
    assert MACROS["{$SMTP_AUTH.TLS}"] == MACROS["{$SMTP_AUTH.TLS_NAME}"] == ""


@pytest.mark.parametrize("path", sorted(set(paths())))
def test_every_path_is_in_the_output(path: str) -> None:
    """What an item takes from the output by its path is there."""
    text, _ = render([outcomes.accepted()])
    found = json.loads(text)
    for step in re.findall(r"\w+", path):
        found = found[int(step) if step.isdigit() else step]
    assert not isinstance(found, (dict, list))


def test_what_is_shown_exists() -> None:
    """Every item and graph that a dashboard, graph or trigger names is in the template."""
    assert all(item["master_item"]["key"] == CHECK["key"] for item in DEPENDENT)
    shown = set(re.findall(r"smtp_auth\.[a-z_]+", TEXT))
    assert shown == {item["key"] for item in DEPENDENT}
    (graph,) = EXPORT["graphs"]
    assert all(each["item"]["key"] in KEYS for each in graph["graph_items"])
    assert f"name: '{graph['name']}'" in TEXT.partition("dashboards:")[2].partition("valuemaps:")[0]


@pytest.mark.parametrize("output", ["sh: 1: python3: not found", "Traceback\n  File", "[]", ""])
def test_a_plugin_that_is_broken(output: str, tmp_path: Path) -> None:
    """Whatever comes in the place of the plugin's answer is a problem, and shown."""
    require_zabbix()
    (report,) = (item for item in DEPENDENT if item["key"] == "smtp_auth.report")
    script = tmp_path / "report.js"
    script.write_text(report["preprocessing"][0]["parameters"][0])
    command = ["zabbix_js", "--script", str(script), "--param", output]
    shown = subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout.decode()
    assert shown.strip().startswith("UNKNOWN misconfigured\nthe plugin did not answer in JSON: ")
    assert " ".join(output.split()) in shown


def test_every_uuid_is_its_own() -> None:
    """Zabbix takes each part for one of its own: the UUIDs are of version 4 and differ."""
    found = list(uuids(EXPORT))
    assert len(found) == len(set(found)) > len(KEYS)
    assert {uuid.UUID(each).version for each in found} == {4}
