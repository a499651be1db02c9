"""authentik: its container's variables, which may refer to a file or another variable. Pure.

The rules are those of its authentik/lib/config.py (2024 and newer): JSON is converted to its value,
and users and passwords are written as Python does.
"""

from __future__ import annotations

import json
import re

from .dotenv import compose
from .env import beside
from .generic import login, port_of
from .reading import Contents, Found

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Generator
    from typing import Any

    from ..accounts import TLSMode
    from .dotenv import Variables
    from .reading import Query, Reading

PREFIX = "AUTHENTIK_EMAIL__"
HOST, PORT = "localhost", 25
SENDER = "authentik@localhost"
_URI = re.compile(r"(env|file)://([^/?#]*)([^?#]*)(?:\?([^#]*))?", re.IGNORECASE)


def read(query: Query) -> Reading:
    """Return the one login; raises Misconfigured."""
    variables: Variables = yield Contents(query.path, marked=True, made=compose.read)
    values: dict[str, str] = {}
    told: dict[str, None] = {}
    for part in ("HOST", "PORT", "USERNAME", "PASSWORD", "FROM", "USE_TLS", "USE_SSL"):
        values[part] = yield from _value(variables, PREFIX + part, told)
    starttls, implicit = (values[part].lower() == "true" for part in ("USE_TLS", "USE_SSL"))
    if starttls and implicit:
        why = "is true as well as USE_TLS, which Django refuses"
        raise variables.fault(PREFIX + "USE_SSL", why)
    tls: TLSMode = "implicit" if implicit else "starttls" if starttls else "none"
    digits, key = values["PORT"], PREFIX + "PORT"
    return [
        Found(
            host=values["HOST"] or HOST,
            port=port_of(digits, query.path, variables.line(key), key) if digits else PORT,
            tls=tls,
            **login(
                variables.fault,
                (f"{PREFIX}USERNAME", values["USERNAME"]),
                (f"{PREFIX}PASSWORD", values["PASSWORD"]),
            ),
            sender=values["FROM"] or SENDER,
            notices=tuple(told),
            place=query.path,
        )
    ]


def _value(variables: Variables, key: str, told: dict[str, None]) -> Generator[Contents, Any, str]:
    """Return a value, or what file://PATH or env://NAME (with ?DEFAULT after either) refers to."""
    text = _meant(variables, key, told)
    match = _URI.match(text)
    if not match:
        return text
    scheme, place, path, default = match.groups()
    if scheme.lower() == "file":
        read: str | None = yield Contents(
            beside(variables.path, path), optional=default is not None
        )
        return (default or "") if read is None else read.strip()
    named = variables.get(place)
    if named is None and default is None:
        raise variables.fault(key, "uses a variable that this file does not set")
    return (default or "") if named is None else named


def _meant(variables: Variables, key: str, told: dict[str, None]) -> str:
    """Return the value of JSON in a variable, as text; other text is unchanged. A notice about a
    value that differs from its text is added to ``told``.
    """
    text = variables.get(key) or ""
    try:
        value = json.loads(text)
    except ValueError:
        return text
    except RecursionError:
        value = []
    if isinstance(value, (list, dict)):
        raise variables.fault(key, "is a JSON list or object, not a text")
    meant = str(value) if value else ""
    if meant != text and not isinstance(value, bool):
        told[f"authentik reads {key} as JSON, so its value is not the text in the file."] = None
    return meant
