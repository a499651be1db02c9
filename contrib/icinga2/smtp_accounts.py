#!/usr/bin/env python3
"""Makes a dictionary for Icinga 2 out of an accounts file: the accounts of each host.

check_smtp_auth --accounts FILE --list-accounts --output json | smtp_accounts.py [--hosts]

An account belongs to the host that its ``monitor-host`` names, else to its mail server; --hosts
makes each of them, with its name as its address. Exit code 1 if an account cannot be a service,
because it has no host, or a character in its name that Icinga does not accept: a message on stderr
says so. All others are in the dictionary. If there is no list, as after a mistake in the options of
check_smtp_auth, there is only a message.
"""

from __future__ import annotations

import json
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

HOST = """
object Host {name} {{
  import "generic-host"

  address = {name}
}}
"""
# What parts the names of host and service, and makes the whole configuration bad in either.
ILLEGAL = "!"
KNOWN = ("name", "host", "port", "user", "used_by", "labels")
HEAD = "// Made by smtp_accounts.py from an accounts file.\nconst SmtpAccounts = "


def listed() -> list[dict[str, Any]]:
    """Return the accounts in the list on standard input; end the script if there is no list."""
    if sys.stdin.isatty() or set(sys.argv[1:]) - {"--hosts"}:
        sys.exit(__doc__)
    try:
        given = json.load(sys.stdin)
        accounts: list[dict[str, Any]] = given["accounts"]
    except (ValueError, LookupError, TypeError):
        sys.exit("standard input is not the output of --list-accounts --output json")
    if not accounts:
        sys.exit(f"there are no accounts: {given.get('summary')}")
    return accounts


def by_host(accounts: list[dict[str, Any]]) -> dict[str, dict[str, dict[str, Any]]]:
    """What Icinga is to know of each account, by host and by its name in Icinga."""
    hosts: dict[str, dict[str, dict[str, Any]]] = {}
    for account in accounts:
        host, name = account["monitor_host"] or account["host"], account["monitor_name"]
        if not host or ILLEGAL in name + host:
            why = f"Icinga does not allow {ILLEGAL} in names" if host else "no host"
            print(f"{name}: {why}", file=sys.stderr)
        else:
            hosts.setdefault(host, {})[name] = {key: account[key] for key in KNOWN}
    return hosts


def dsl(value: Any, indent: str = "") -> str:
    """A value as Icinga's configuration has it."""
    if not isinstance(value, dict):
        # Of JSON's escapes only these come: backslash and quote; the texts have no control
        # characters. Icinga has the same.
        return json.dumps(value, ensure_ascii=False)
    deeper = indent + "  "
    lines = (f"{deeper}{dsl(key)} = {dsl(item, deeper)}\n" for key, item in value.items())
    return f"{{\n{''.join(lines)}{indent}}}" if value else "{}"


def main() -> int:
    """Read the list, print the dictionary."""
    accounts = listed()
    hosts = by_host(accounts)
    print(HEAD + dsl(hosts))
    if "--hosts" in sys.argv:
        print("".join(HOST.format(name=dsl(name)) for name in hosts), end="")
    return 1 if sum(map(len, hosts.values())) < len(accounts) else 0


if __name__ == "__main__":
    sys.exit(main())
