"""What a user does in Zabbix's frontend, done by its API: import, make hosts, look at them."""

from __future__ import annotations

import json
import urllib.request
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Callable, NamedTuple

from servers.process import PATIENCE, wait_until

TEMPLATE = "SMTP authentication by check_smtp_auth"
TEMPLATE_OF_MANY = "SMTP authentication of many accounts by check_smtp_auth"
TEMPLATE_BY_CHECK = "SMTP authentication of many accounts by external check"
CHECK = "check_smtp_auth"
# What the frontend's form "Import" has ticked, beside the groups, which have another name since.
KINDS = (
    "templates",
    "items",
    "triggers",
    "graphs",
    "discoveryRules",
    "valueMaps",
    "templateDashboards",
)
GROUPS = {6: ("groups",), 7: ("host_groups", "template_groups")}
SEVERITIES = ("Not classified", "Information", "Warning", "Average", "High", "Disaster")


class Problem(NamedTuple):
    """A problem as the screen of that name shows it, and its trigger's description."""

    name: str
    severity: str
    operational_data: str
    description: str
    tags: list[tuple[str, str]]


class Api:
    """The API of a frontend, logged in as the administrator that a new database has."""

    def __init__(self, url: str) -> None:
        """Log in."""
        self._url = f"{url}/api_jsonrpc.php"
        self._session: str | None = None
        self.version = int(self("apiinfo.version").partition(".")[0])
        self._session = self("user.login", username="Admin", password="zabbix")

    def __call__(self, method: str, **parameters: Any) -> Any:
        """Call a method; an error it answers with is raised."""
        call = {"jsonrpc": "2.0", "method": method, "params": parameters, "id": 1}
        header = {"Content-Type": "application/json-rpc"}
        if self._session is not None and self.version < 7:
            call["auth"] = self._session
        elif self._session is not None:
            header["Authorization"] = f"Bearer {self._session}"
        request = urllib.request.Request(self._url, json.dumps(call).encode(), header)
        with urllib.request.urlopen(request, timeout=PATIENCE) as response:
            answer = json.load(response)
        assert "error" not in answer, answer["error"]
        return answer["result"]

    def import_template(self, file: Path) -> None:
        """Import a template."""
        assert self("configuration.import", **self._source(file))

    def changes(self, file: Path) -> Any:
        """Return what an import would still change."""
        return self("configuration.importcompare", **self._source(file))

    def _source(self, file: Path) -> dict[str, Any]:
        kinds = (*KINDS, *GROUPS[self.version])
        rules = {kind: {"createMissing": True, "updateExisting": True} for kind in kinds}
        return {"format": "yaml", "rules": rules, "source": file.read_text("utf-8")}

    def add_host(
        self, name: str, address: str, macros: Mapping[str, str], template: str = TEMPLATE
    ) -> Host:
        """Make a host with the template, whose interface has this name or IPv4 address; it has
        none where that is empty.
        """
        by_address = address.replace(".", "").isdigit()
        interface = {
            "type": 1,
            "main": 1,
            "useip": int(by_address),
            "ip": address if by_address else "",
            "dns": "" if by_address else address,
            "port": "10050",
        }
        made = self(
            "host.create",
            host=name.replace("@", "."),  # which has no @
            name=name,
            groups=[self.group()],
            templates=self("template.get", filter={"host": template}, output=["templateid"]),
            interfaces=[interface] if address else [],
            macros=[{"macro": macro, "value": value} for macro, value in macros.items()],
        )
        return Host(self, made["hostids"][0])

    def group(self) -> Any:
        """A group for hosts."""
        return self("hostgroup.get", filter={"name": "Discovered hosts"}, output=["groupid"])[0]


class Host:
    """A host, and what is known of it."""

    def __init__(self, api: Api, number: str) -> None:
        """Take a host by its id."""
        self._api = api
        self.number = number
        self._where = {"hostids": number}

    def items(self) -> dict[str, dict[str, str]]:
        """Return the items by key; the external check has only its name for one."""
        fields = ["itemid", "key_", "state", "error", "lastvalue", "lastclock"]
        found = self._api("item.get", output=fields, **self._where)
        return {item["key_"].partition("[")[0]: item for item in found}

    def disable(self) -> None:
        """Have nothing checked on it any more."""
        self._api("host.update", hostid=self.number, status=1)

    def triggers(self) -> int:
        """How many triggers there are."""
        return int(self._api("trigger.get", countOutput=True, **self._where))

    def set_macro(self, macro: str, value: str) -> None:
        """Change a macro that the host has."""
        (found,) = self._api("usermacro.get", filter={"macro": macro}, **self._where)
        self._api("usermacro.update", hostmacroid=found["hostmacroid"], value=value)

    def values(self) -> dict[str, str]:
        """Return the last values by whole key, of the items that have one."""
        fields = ["key_", "lastvalue", "lastclock"]
        found = self._api("item.get", output=fields, **self._where)
        return {item["key_"]: item["lastvalue"] for item in found if item["lastclock"] != "0"}

    def value(self, key: str) -> str | None:
        """Return the last value of smtp_auth.KEY, None if there was none yet."""
        item = self.items()[f"smtp_auth.{key}"]
        return str(item["lastvalue"]) if item["lastclock"] != "0" else None

    def execute_now(self) -> None:
        """Have the external check run without waiting for its interval."""
        number = self.items()[CHECK]["itemid"]
        self._api("task.create", type="6", request={"itemid": number})

    def problems(self) -> list[Problem]:
        """Return the present problems, the newest first."""
        found = self._api(
            "problem.get",
            output="extend",
            selectTags="extend",
            sortfield="eventid",
            sortorder="DESC",
            **self._where,
        )
        triggers = self._api("trigger.get", output="extend", expandComment=1, **self._where)
        comments = {trigger["triggerid"]: trigger["comments"] for trigger in triggers}
        return [
            Problem(
                each["name"],
                SEVERITIES[int(each["severity"])],
                each["opdata"],
                comments[each["objectid"]],
                [(tag["tag"], tag["value"]) for tag in each["tags"]],
            )
            for each in found
        ]

    def problem(self, severity: str = "") -> Problem:
        """Wait until there is one problem alone, of that severity if one is given: while values
        come in, or on a busy machine for want of time, there may first have been others.
        """
        found: list[Problem] = []

        def told() -> bool:
            found[:] = self.problems()
            return len(found) == 1 and severity in ("", found[0].severity)

        self.wait(told)
        return found[0]

    def wait_for(self, key: str, value: str) -> None:
        """Wait until smtp_auth.KEY has this value."""
        self.wait(lambda: self.value(key) == value)

    def wait(self, condition: Callable[[], bool]) -> None:
        """Poll until the condition holds; fail with what is known of the host."""
        held = wait_until(condition, PATIENCE, 0.2)
        assert held, json.dumps([self.items(), self.problems()], indent=1)
