"""The lines for zabbix_sender go through the real one into a real Zabbix server."""

from __future__ import annotations

import json
import subprocess
import time
from typing import Any, NamedTuple

import pytest
from fakes.files import faulty, rejected, told, unanswered, working
from servers.process import PATIENCE, wait_until

from check_smtp_auth.outcome import Outcome
from check_smtp_auth.outputs import OUTPUTS

from .zabbix_api import Api
from .zabbix_receiver import Receiver

TRAPPER, TEXT = 2, 4
# Zabbix takes a new host, rule or item into account a moment after it was made.
PAUSE = 0.5


class Zabbix(NamedTuple):
    """What the tests do with it."""

    receiver: Receiver

    def send(self, text: str, host: str = "poller") -> subprocess.CompletedProcess[str]:
        """Pipe text into the sender, as a user does."""
        return self.receiver.send(text, host)

    @property
    def api(self) -> Api:
        """What the frontend does."""
        return self.receiver.api

    def add_host(self, name: str) -> str:
        """Make a host that is told its accounts by discovery, and return its id."""
        (host,) = self.api("host.create", host=name, groups=[self.api.group()])["hostids"]
        names = {"name": "accounts", "key_": "smtp_auth.discovery"}
        rule = self.api("discoveryrule.create", hostid=host, type=TRAPPER, delay="0", **names)
        self.api(
            "itemprototype.create",
            hostid=host,
            ruleid=rule["itemids"][0],
            name="{#NAME} ({#USER} at {#HOST}:{#PORT}) {#USED_BY} {#LABEL.CUSTOMER}",
            key_='smtp_auth.result["{#NAME}"]',
            type=TRAPPER,
            value_type=TEXT,
            delay="0",
        )
        return str(host)

    def values(self, host: str, number: int) -> dict[str, Any]:
        """The items of a host, by key, as soon as each of so many has a value."""

        def items() -> list[dict[str, str]]:
            found = self.api("item.get", hostids=host, output=["key_", "name", "lastvalue"])
            return [item for item in found if item["lastvalue"]]

        assert wait_until(lambda: len(items()) == number, PATIENCE), items()
        return {item["key_"]: item for item in items()}

    def deliver(self, text: str) -> subprocess.CompletedProcess[str]:
        """Send until all is taken: what is discovered is there a moment later."""
        deadline = time.monotonic() + PATIENCE
        while True:
            done = self.send(text)
            if done.returncode == 0 or time.monotonic() > deadline:
                return done
            time.sleep(PAUSE)


@pytest.fixture(scope="module")
def zabbix(receiver: Receiver) -> Zabbix:
    """A Zabbix server with its database and API."""
    return Zabbix(receiver)


def accounts() -> list[Outcome]:
    """Accounts with all that is hard to quote, on two hosts of the monitor."""
    return [
        rejected("fin ance", "5.7.8 no \u4e2d\u6587, {$X} 'a' %s", used_by="ERP, the copier"),
        working("b/c@d", labels=(("customer", "acme & s\u00f6hne"),)),
        faulty("x(y)"),
        unanswered("away", monitor_host="erp 1"),
        # What Zabbix puts values in for, were it not the value of such a name.
        *(working(name) for name in ("{#USER}", "{#NAME} 2", "{$X} {HOST.NAME}")),
        *(working(f"many-{number}") for number in range(300)),
    ]


def test_all_values_are_taken(zabbix: Zabbix) -> None:
    """Every account is discovered, and its value is, octet for octet, its object."""
    hosts = {name: zabbix.add_host(name) for name in ("poller", "erp 1")}
    found = accounts()
    done = zabbix.deliver(told("zabbix", found).output)
    assert done.returncode == 0, done.stdout[-2000:]
    assert "sent: 309; skipped: 0; total: 309" in done.stdout
    objects = {each["name"]: each for each in told("json", found).json["accounts"]}
    for place, names in (
        (hosts["poller"], [each.account.name for each in found if each.account.name != "away"]),
        (hosts["erp 1"], ["away"]),
    ):
        taken = zabbix.values(place, len(names))
        for name in names:
            item = taken[f'smtp_auth.result["{name}"]']
            assert json.loads(item["lastvalue"]) == objects[name]
    named = zabbix.values(hosts["poller"], 306)
    assert named['smtp_auth.result["fin ance"]']["name"].startswith(
        "fin ance (fin ance@example.test at mail.example.test:587) ERP, the copier"
    )
    assert named['smtp_auth.result["b/c@d"]']["name"].endswith(" acme & s\u00f6hne")


def test_an_error_is_no_value(zabbix: Zabbix) -> None:
    """A line that tells of wrong options is taken by no item, and the sender says so."""
    zabbix.add_host("other")
    done = zabbix.send(OUTPUTS["zabbix"].error("no host: 'give' -H HOST") + "\n", "other")
    assert done.returncode == 2
    assert "processed: 0; failed: 1; total: 1" in done.stdout
