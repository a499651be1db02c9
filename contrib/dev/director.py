"""Makes contrib/icinga2/director-basket.json, for Icinga Director, from the plugin's options.

python contrib/dev/director.py           write
python contrib/dev/director.py --check   exit 1 where the file is stale

The objects have no UUIDs: Director 1.10 takes none, and one that was restored without them would
double its fields when they came later.
"""

from __future__ import annotations

import json
import sys
from typing import Any

from generated import write_or_check
from icinga2 import for_a_service, variable

from check_smtp_auth.options.table import Option

FILE = "contrib/icinga2/director-basket.json"
COMMAND = "smtp_auth"
TEMPLATE = "smtp-auth-service"
CATEGORY = "SMTP authentication"
TYPES = "Icinga\\Module\\Director\\DataType\\DataType"
NOTE = "Does this login still work on this SMTP server, and if not, why?"


def basket() -> dict[str, Any]:
    """The whole basket: a command, its fields, and a service template."""
    options = dict(enumerate(for_a_service(), start=1))
    command = {
        "object_name": COMMAND,
        "object_type": "object",
        "methods_execute": "PluginCheck",
        "command": "check_smtp_auth",
        "arguments": {f"--{option.key}": _argument(option) for option in options.values()},
        "fields": [
            {"datafield_id": number, "is_required": "n", "var_filter": None} for number in options
        ],
        "vars": {variable(option): "$address$" for option in options.values() if _is_host(option)},
    }
    template = {
        "object_name": TEMPLATE,
        "object_type": "template",
        "check_command": COMMAND,
        "check_interval": "300",
        "retry_interval": "60",
        "max_check_attempts": "3",
        "notes": NOTE,
        "fields": [],
        "vars": {},
    }
    category = {"category_name": CATEGORY, "description": NOTE}
    return {
        "DatafieldCategory": {CATEGORY: category},
        "Datafield": {str(number): _field(option) for number, option in options.items()},
        "Command": {COMMAND: command},
        "ServiceTemplate": {TEMPLATE: template},
    }


def _is_host(option: Option) -> bool:
    return option.key == "host"


def _argument(option: Option) -> dict[str, Any]:
    """One argument of the command."""
    kind = "value" if option.value else "set_if"
    made: dict[str, Any] = {kind: f"${variable(option)}$", "description": option.help}
    if option.repeats and option.value:
        made["repeat_key"] = True
    return made


def _field(option: Option) -> dict[str, Any]:
    """The field of an option in Director's forms."""
    kind, settings = "String", {"visibility": "visible"}
    if not option.value:
        kind, settings = "Boolean", {}
    elif option.repeats:
        kind, settings = "Array", {}
    return {
        "varname": variable(option),
        "caption": option.key.replace("-", " ").capitalize(),
        "description": option.help,
        "datatype": TYPES + kind,
        "format": None,
        "settings": settings,
        "category": CATEGORY,
    }


if __name__ == "__main__":
    text = json.dumps(basket(), indent=2, ensure_ascii=False) + "\n"
    sys.exit(write_or_check({FILE: text}))
