"""What the templates for many accounts cost in Zabbix: from the import to the problems.

    python contrib/benchmark/zabbix.py [--external] [ACCOUNTS [SERVERS]]

10,000 accounts on 200 mail servers if not told otherwise. Starts a private Zabbix, as the tests do,
with the caches and processes below, and gives it results that this file makes: no mail server is
asked. Needs root, the Debian packages that tests/monitors/zabbix.py names, zabbix_sender, and the
extra "test" of the package.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from fakes.files import rejected, told, working  # noqa: E402
from monitors.zabbix import DATABASE  # noqa: E402
from monitors.zabbix_api import TEMPLATE_OF_MANY, Host  # noqa: E402
from monitors.zabbix_receiver import Receiver, receiving  # noqa: E402

FOLDER = ROOT / "contrib" / "zabbix"
EXTERNAL = "SMTP authentication of many accounts by external check"
# What README.md beside the templates advises for so many; the processes are Zabbix's own defaults.
SETTINGS = {
    "CacheSize": "512M",
    "ValueCacheSize": "256M",
    "HistoryCacheSize": "64M",
    "HistoryIndexCacheSize": "32M",
    "TrendCacheSize": "64M",
    "StartPreprocessors": 3,
    "StartTrappers": 5,
    "StartDBSyncers": 4,
    "StartHistoryPollers": 5,
    "StartLLDProcessors": 2,
    "CacheUpdateFrequency": 60,
    "Timeout": 30,
}
TICK = os.sysconf("SC_CLK_TCK")


class Meter:
    """Times and processor times of Zabbix and its database."""

    def __init__(self, receiver: Receiver) -> None:
        """Take one that runs."""
        self._receiver = receiver

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Measure what is done within, and print it."""
        clock, before, size = time.monotonic(), self._used(), self.size()
        yield
        server, database = (now - then for now, then in zip(self._used(), before))
        print(
            f"{name}: {time.monotonic() - clock:.1f} s by the clock, server {server:.1f} s, "
            f"database {database:.1f} s of processor time, "
            f"{(self.size() - size) / 2**20:.1f} MiB more in the database",
            flush=True,
        )

    def size(self) -> int:
        """Octets of the database."""
        return int(self.ask(f"SELECT pg_database_size('{DATABASE}')"))

    def ask(self, query: str) -> str:
        """Ask the database."""
        database = self._receiver.database
        command = ["psql", *database.place, "-Atc", query, DATABASE]
        return subprocess.run(
            command, stdout=subprocess.PIPE, check=True, encoding="utf-8", cwd=database.directory
        ).stdout.strip()

    def _used(self) -> tuple[float, float]:
        return (
            processor_time(self._receiver.server.group),
            processor_time(self._receiver.database.group),
        )


def processor_time(parent: int) -> float:
    """Seconds that a process and all its children have used, the ended ones too."""
    ticks = 0
    for file in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = file.read_text("utf-8", "replace").rpartition(")")[2].split()
        except OSError:
            continue
        if parent in (int(fields[1]), int(file.parent.name)):
            own = int(file.parent.name) == parent
            ticks += sum(int(field) for field in fields[11 : 15 if own else 13])
    return ticks / TICK


def main() -> None:
    """Measure, and print a line for each step."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("accounts", nargs="?", type=int, default=10_000)
    parser.add_argument("servers", nargs="?", type=int, default=200)
    parser.add_argument("--external", action="store_true", help="the template by external check")
    parser.add_argument("--wait", type=float, default=1800, help="seconds for one step at most")
    parser.add_argument("--evaluate", default="1m", help="the macro of this name")
    options = parser.parse_args()
    with receiving(SETTINGS) as receiver:
        measure(receiver, options)


def results(number: int, servers: int, form: str, bad: int = 0) -> str:
    """What a run prints of so many accounts, some of which are rejected."""
    found = [
        (rejected if each < bad else working)(
            f"account-{each}",
            host=f"mail{each % servers}.example.test",
            used_by=f"program {each}",
            labels=(("customer", f"c{each % 50}"),),
        )
        for each in range(number)
    ]
    return told(form, found).output


def measure(receiver: Receiver, options: argparse.Namespace) -> None:
    """Import, discover, take values, tell a problem, and let an hour's worth pass in short."""
    meter, api = Meter(receiver), receiver.api
    number, servers = options.accounts, options.servers
    form, template, file = "zabbix", TEMPLATE_OF_MANY, "template_smtp_auth_many.yaml"
    if options.external:
        form, template, file = "json", EXTERNAL, "template_smtp_auth_external.yaml"
    good, ill = (results(number, servers, form, bad) for bad in (0, 3))
    print(f"{number} accounts on {servers} servers: {len(good.encode()) / 2**20:.2f} MiB a run")
    with meter.step("import and host"):
        api.import_template(FOLDER / file)
        macros = {"{$SMTP_AUTH.EVALUATE}": options.evaluate}
        host = api.add_host("accounts", "127.0.0.1", macros, template)

    def give(text: str) -> bool:
        """Have Zabbix get what a run prints; whether it has taken all."""
        if options.external:
            plugin = receiver.server.scripts / "check_smtp_auth"
            (receiver.server.scripts / "printed").write_text(text, "utf-8")
            plugin.write_text('#!/bin/sh\nexec cat "${0%/*}/printed"\n')
            plugin.chmod(0o755)
            host.execute_now()
            return True
        return receiver.send(text, "accounts").returncode == 0

    def until(name: str, condition: object) -> None:
        """Wait for it."""
        deadline = time.monotonic() + options.wait
        while not condition():  # type: ignore[operator]
            if time.monotonic() > deadline:
                print(receiver.server.read_log()[-3000:], host_errors(host, meter))
                raise SystemExit(f"{name}: not within {options.wait:.0f} s")
            time.sleep(1)

    def count(query: str) -> int:
        return int(meter.ask(query.format(host=host.number)))

    made = "SELECT count(*) FROM items WHERE flags = 4 AND hostid = {host}"
    triggers = "SELECT count(*) FROM triggers WHERE flags = 4"
    with meter.step("discovery: all items and triggers made"):
        # Until it is taken: Zabbix has to read of the host first.
        until("known", lambda: give(good if options.external else good.partition("\n")[0] + "\n"))
        until("items", lambda: count(made) == number * 16 + servers * 2)
        until("triggers", lambda: count(triggers) == number * 4 + servers * 2)
    valued = (
        "SELECT count(DISTINCT h.itemid) FROM history_uint h JOIN items i USING (itemid) "
        "WHERE i.key_ LIKE 'smtp_auth.works%' AND i.hostid = {host} AND h.clock >= "
    )
    for name, text in (("first values", good), ("a run", good), ("another", good)):
        begun = int(time.time())
        with meter.step(f"{name}: taken and stored"):
            until("taken", lambda text=text: give(text))  # type: ignore[misc]
            again = {"at": time.monotonic()}

            def stored(begun: int = begun, text: str = text, again: dict[str, float] = again) -> bool:
                if count(valued + str(begun)) >= number:
                    return True
                if options.external and time.monotonic() - again["at"] > 20:
                    again["at"] = time.monotonic()
                    host.execute_now()
                return False

            until("stored", stored)
    problems = "SELECT count(*) FROM problem WHERE source = 0 AND name LIKE 'SMTP AUTH: account-%'"
    with meter.step("five minutes without a run"):
        time.sleep(300)
    with meter.step("a run, three problems told"):
        until("taken", lambda: give(ill))
        until("problems", lambda: count(problems) == 3)
    print(host_errors(host, meter) or "no item is in error")


def host_errors(host: Host, meter: Meter) -> str:
    """Which items Zabbix cannot take, and why."""
    return meter.ask(
        "SELECT i.key_, r.error FROM items i JOIN item_rtdata r USING (itemid) "
        f"WHERE i.hostid = {host.number} AND r.state = 1 LIMIT 5"
    )


if __name__ == "__main__":
    main()
