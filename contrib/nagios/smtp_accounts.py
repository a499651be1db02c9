#!/usr/bin/env python3
"""Creates passive services for Nagios or Naemon from an accounts file, one for each account.

check_smtp_auth --accounts FILE --list-accounts --output json | smtp_accounts.py [--hosts]

An account belongs to its ``monitor-host``, or to its mail server if it has none; --hosts also
creates these hosts. Exit code 1 if an account cannot be a service, because it has no host, or a
character in its name that Nagios does not accept: a message on stderr says so. All others are
created. If there is no list, as after a mistake in the options of check_smtp_auth, there is only a
message.
"""

from __future__ import annotations

import json
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

# The default of Nagios's illegal_object_name_chars.
ILLEGAL = frozenset("`~!$%^&*|'\"<>?,()=")
HOST = """\
define host {{
    use                     smtp-auth-host
    host_name               {host}
    address                 {host}
}}
"""
SERVICE = """\
define service {{
    use                     smtp-auth-passive
    host_name               {host}
    service_description     smtp-auth {name}
{notes}}}
"""
NOTES = "    notes                   {}\n"


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


def main() -> int:
    """Read the list, print the objects."""
    hosts: dict[str, list[str]] = {}
    lost = 0
    for account in listed():
        host, name = account["monitor_host"] or account["host"], account["monitor_name"]
        illegal = ILLEGAL.intersection(name + host)
        if illegal or not host:
            why = (
                f"Nagios does not allow {' '.join(sorted(illegal))} in names" if host else "no host"
            )
            print(f"{name}: {why}", file=sys.stderr)
            lost = 1
        else:
            hosts.setdefault(host, []).append(_service(host, name, account))
    print("# Made by smtp_accounts.py from an accounts file.")
    for host, services in hosts.items():
        print("".join([*([HOST.format(host=host)] if "--hosts" in sys.argv else []), *services]))
    return lost


def _service(host: str, name: str, account: dict[str, Any]) -> str:
    """The service of an account; what uses it becomes its notes."""
    # After a semicolon Nagios takes the rest of a line for a comment.
    notes = account["used_by"].replace(";", ",")
    return SERVICE.format(host=host, name=name, notes=NOTES.format(notes) if notes else "")


if __name__ == "__main__":
    sys.exit(main())
