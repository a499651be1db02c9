"""--list-accounts: what would be checked, for people and for discovery. Without any secret."""

from __future__ import annotations

from ..printable import clean
from .many import macros, monitor_host, name_of
from .text import counted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from ..accounts import Entry

HEAD = ("NAME", "HOST", "PORT", "USER", "USED BY", "LABELS", "FILE", "")
FILE = HEAD.index("FILE")
WIDEST = 40


def render(entries: Iterable[Entry], output: str) -> str:
    """Return the list in this output format."""
    return FORMS[output]([*entries])


def _row(entry: Entry) -> dict[str, Any]:
    """Return what the list has for one account."""
    account = entry.account
    return {
        "name": account.name,
        "host": account.host,
        "port": account.port,
        "user": clean(account.user or ""),
        "used_by": clean(account.used_by),
        "labels": {name: clean(value) for name, value in account.labels},
        "monitor_host": monitor_host(account) or None,
        "monitor_name": name_of(account),
        "error": clean(entry.problem) or None,
        **({"file": clean(entry.place)} if entry.place else {}),
    }


def _table(entries: list[Entry]) -> str:
    """Return the list as a table, with columns as wide as needed up to a limit."""
    cells: list[tuple[str, ...]] = [
        (
            *(row["name"], row["host"], str(row["port"] if row["host"] else ""), row["user"]),
            *(row["used_by"], " ".join(f"{name}={value}" for name, value in row["labels"].items())),
            row.get("file", ""),
            f"error: {row['error']}" if row["error"] else "",
        )
        for row in map(_row, entries)
    ]
    cells.insert(0, HEAD)
    if not any(line[FILE] for line in cells[1:]):
        cells = [(*line[:FILE], *line[FILE + 1 :]) for line in cells]
    widths = [min(WIDEST, max(map(len, column))) for column in zip(*cells)]
    lines = ("  ".join(cell.ljust(width) for cell, width in zip(line, widths)) for line in cells)
    return "\n".join(line.rstrip() for line in lines)


def _object(entries: list[Entry]) -> str:
    """Return the list as one JSON object."""
    from .as_json import around, to_json

    rows = [*map(_row, entries)]
    faulty = sum(row["error"] is not None for row in rows)
    front, end = around("OK", f"{counted(len(rows), 'account')}, {faulty} with an error")
    return f"{front}{', '.join(map(to_json, rows))}{end}"


def _discovery(entries: list[Entry]) -> str:
    """Return the list for Zabbix's low-level discovery."""
    import json

    return json.dumps([*map(_macros, entries)], ensure_ascii=False)


def _macros(entry: Entry) -> dict[str, str]:
    """Return one account's macros."""
    error = clean(entry.problem)
    more = {"{#ERROR}": error, "{#FILE}": clean(entry.place)}
    return {**macros(entry.account), **{name: text for name, text in more.items() if text}}


FORMS = {"nagios": _table, "json": _object, "zabbix": _discovery}
