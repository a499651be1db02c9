"""What the templates for many accounts cost in Zabbix, for contrib/benchmark/zabbix to run.

A private Zabbix, with caches and processes for so many accounts, is given results that are made
here: no mail server is asked. For each step it tells the time by the clock, the processor time of
server and database, and how much the database has grown.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Callable

from fakes.files import rejected, told, working

from .zabbix import DATABASE
from .zabbix_api import CHECK, TEMPLATE_BY_CHECK, TEMPLATE_OF_MANY
from .zabbix_many import EXTERNAL, TEMPLATE
from .zabbix_receiver import Receiver, receiving

# What contrib/zabbix/README.md advises for 10,000; all else is Zabbix's own default.
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
NAME = "accounts"
BAD = 3
TICK = os.sysconf("SC_CLK_TCK")
MADE = "SELECT count(*) FROM {kind} WHERE flags = 4"
STORED = """
SELECT count(DISTINCT itemid) FROM history_uint JOIN items USING (itemid)
WHERE key_ LIKE 'smtp_auth.works%' AND clock >= {since}
"""
PROBLEMS = "SELECT count(*) FROM problem WHERE source = 0 AND name LIKE 'SMTP AUTH: account-%'"
ERRORS = """
SELECT key_, error FROM items JOIN item_rtdata USING (itemid)
WHERE state = 1 AND key_ LIKE '%smtp_auth%' LIMIT 5
"""


def results(accounts: int, servers: int, form: str, bad: int = 0) -> str:
    """What a run prints of so many accounts, of which some are rejected."""
    found = (
        (rejected if each < bad else working)(
            f"account-{each}",
            host=f"mail{each % servers}.example.test",
            used_by=f"program {each}",
            labels=(("customer", f"c{each % 50}"),),
        )
        for each in range(accounts)
    )
    return told(form, list(found)).output


def processor_time(parent: int) -> float:
    """Seconds that a process and all its children have used, the ended ones too."""
    ticks = 0
    for file in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = file.read_text("utf-8", "replace").rpartition(")")[2].split()
        except OSError:
            continue
        own = int(file.parent.name) == parent
        if own or int(fields[1]) == parent:
            ticks += sum(int(field) for field in fields[11 : 15 if own else 13])
    return ticks / TICK


class Scale:
    """A Zabbix with a host for all accounts, fed by one of the templates."""

    def __init__(self, receiver: Receiver, options: argparse.Namespace) -> None:
        """Take one that runs, with nothing in it."""
        self._receiver, self._options = receiver, options
        form = "json" if options.external else "zabbix"
        self._good, self._bad = (
            results(options.accounts, options.servers, form, bad) for bad in (0, BAD)
        )
        print(f"{options}: {len(self._good.encode()) / 2**20:.2f} MiB a run")

    def measure(self) -> None:
        """Import, discover, take values, tell problems, and wait."""
        accounts, servers = self._options.accounts, self._options.servers
        with self._step("import"):
            self._make_host()
        with self._step("all items, triggers and graphs made"):
            # Until it is taken: Zabbix has to read of the host first.
            self._until(lambda: self._give(self._good))
            self._until(lambda: self._made("items") == accounts * 16 + servers * 2)
            self._until(lambda: self._made("triggers") == accounts * 4 + servers * 2)
            self._until(lambda: self._made("graphs") == accounts)
        for name in ("first values", "a run", "another run"):
            with self._step(name):
                since = int(time.time())
                self._until(lambda: self._give(self._good, whole=True))
                self._until(lambda since=since: self._stored(since))  # type: ignore[misc]
        with self._step("five minutes without a run"):
            time.sleep(300)
        with self._step(f"a run, {BAD} problems told"):
            self._until(lambda: self._give(self._bad, whole=True))
            self._until(lambda: self._count(PROBLEMS) == BAD)
        print(self._ask(ERRORS) or "no item is in error")

    def _make_host(self) -> None:
        by_check, api = self._options.external, self._receiver.api
        api.import_template(EXTERNAL if by_check else TEMPLATE)
        template = TEMPLATE_BY_CHECK if by_check else TEMPLATE_OF_MANY
        macros = {"{$SMTP_AUTH.EVALUATE}": self._options.evaluate}
        if by_check:
            macros["{$SMTP_AUTH.INTERVAL}"] = "30s"
        self._host = api.add_host(NAME, "127.0.0.1", macros, template)

    def _give(self, text: str, whole: bool = False) -> bool:
        """Have Zabbix get what a run prints, or which accounts there are; whether it has."""
        if not self._options.external:
            sent = text if whole else text.partition("\n")[0] + "\n"
            return self._receiver.send(sent, NAME).returncode == 0
        scripts = self._receiver.server.scripts
        (scripts / "printed").write_text(text, "utf-8")
        (scripts / CHECK).write_text('#!/bin/sh\nexec cat "${0%/*}/printed"\n')
        (scripts / CHECK).chmod(0o755)
        return True

    def _made(self, kind: str) -> int:
        """How many were made of a kind, by discovery."""
        return self._count(MADE.format(kind=kind))

    def _stored(self, since: int) -> bool:
        """Whether each account has a value that is not older."""
        return self._count(STORED.format(since=since)) >= int(self._options.accounts)

    @contextmanager
    def _step(self, name: str) -> Iterator[None]:
        """Measure what is done within, and print it."""
        clock, before, size = time.monotonic(), self._used(), self._size()
        yield
        server, database = (now - then for now, then in zip(self._used(), before))
        print(
            f"{name}: {time.monotonic() - clock:.1f} s by the clock; processor time of the "
            f"server {server:.1f} s, of the database {database:.1f} s; "
            f"{(self._size() - size) / 2**20:.1f} MiB more",
            flush=True,
        )

    def _used(self) -> tuple[float, float]:
        parts = (self._receiver.server, self._receiver.database)
        server, database = (processor_time(part.group) for part in parts)
        return server, database

    def _size(self) -> int:
        return int(self._ask(f"SELECT pg_database_size('{DATABASE}')"))

    def _count(self, query: str) -> int:
        return int(self._ask(query))

    def _ask(self, query: str) -> str:
        database = self._receiver.database
        command = ["psql", *database.place, "-Atc", query, DATABASE]
        done = subprocess.run(
            command, stdout=subprocess.PIPE, check=True, encoding="utf-8", cwd=database.directory
        )
        return str(done.stdout).strip()

    def _until(self, condition: Callable[[], bool]) -> None:
        """Wait for it, and give up with what is known."""
        deadline = time.monotonic() + self._options.wait
        while not condition():
            if time.monotonic() > deadline:
                log = self._receiver.server.read_log()[-2000:]
                raise SystemExit(f"{log}\n{self._ask(ERRORS)}\nnot within {self._options.wait} s")
            time.sleep(1)


def main() -> None:
    """Measure, and print a line for each step."""
    parser = argparse.ArgumentParser(
        prog="contrib/benchmark/zabbix",
        description="What the templates for many accounts cost in Zabbix.",
    )
    parser.add_argument("accounts", nargs="?", type=int, default=10_000)
    parser.add_argument("servers", nargs="?", type=int, default=200)
    parser.add_argument("--external", action="store_true", help="the template by external check")
    parser.add_argument("--wait", type=float, default=1800, help="seconds for one step at most")
    parser.add_argument("--evaluate", default="1m", help="the macro of this name")
    options = parser.parse_args()
    with receiving(SETTINGS) as receiver:
        Scale(receiver, options).measure()


if __name__ == "__main__":
    main()
