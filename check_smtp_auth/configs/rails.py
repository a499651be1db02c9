"""Redmine's ``configuration.yml`` and Discourse's ``app.yml``, read as Ruby reads YAML. Pure.

In Redmine (lib/redmine/configuration.rb), the settings of the environment override those of
``default``, key by key; TLS starts as in the gem mail (2.8). Discourse's launcher passes ``env`` to
the container, whose ``copy-env`` writes it into discourse.conf, which GlobalSetting reads
(discourse_docker and discourse of August 2026).
"""

from __future__ import annotations

import re

from .as_yaml import documents
from .generic import MAIL_GEM_REFUSES, found_of
from .presets import PRESETS
from .reading import Contents, Variable, fault
from .scalars import RUBY, decided
from .tree import Node, find

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .reading import Query, Reading

# Keys that are on in the gem mail unless they are false or nil.
SWITCHES = {
    f"smtp_settings.{name}" for name in ("ssl", "tls", "enable_starttls", "enable_starttls_auto")
}
# The same for those that Discourse passes on to it.
DISCOURSE_SWITCHES = {"env.DISCOURSE_SMTP_FORCE_TLS", "env.DISCOURSE_SMTP_ENABLE_START_TLS"}
ESCAPED = re.compile(r"\\(.)")
# A backslash that would escape the line end.
LAST = re.compile(r"(?<!\\)(?:\\\\)*\\$")


def read(query: Query) -> Reading:
    """Read the one login; raises Misconfigured."""
    path = query.path
    text: str = yield Contents(path, marked=True)
    redmine = query.kind == "redmine"
    if redmine and "<%" in text:
        erb = text.count("\n", 0, text.index("<%")) + 1
        raise fault(path, erb, "ERB code, which this check does not run: write the value itself")
    roots: list[Node] = yield Contents(path, marked=True, made=_documents)
    root = roots[0] if roots else Node(0, None)
    if redmine:
        environment = (yield Variable("RAILS_ENV", secret=False)) or "production"
        root = _of_environment(root, environment, path)

    told: dict[str, None] = {}

    def get(key: str) -> str | None:
        node = find(root, key, path)
        value = decided(node, key, path, RUBY, told)
        if value and node and not redmine:
            value = _configured(_launched(value, node, path, told), key, told)
            return "true" if key in DISCOURSE_SWITCHES and value not in ("", "false") else value
        return "true" if key in SWITCHES and node and _is_text(node, value) else value

    def line(key: str) -> int:
        node = find(root, key, path)
        return node.line if node else 0

    found = found_of(PRESETS[query.kind], get, line, query)
    starttls = [get(key) for key in SWITCHES if "starttls" in key]
    if found.tls == "implicit" and any(each not in (None, "false") for each in starttls):
        told[MAIL_GEM_REFUSES] = None
    found = found.replace(notices=(*found.notices, *told))
    method = find(root, "delivery_method", path)
    if redmine and method and str(method.value).lstrip(":") != "smtp":
        problem = fault(path, method.line, "delivery_method is not :smtp: there is no login")
        return [found.replace(problem=str(problem))]
    return [found]


def _is_text(node: Node, value: str | None) -> bool:
    """Tell whether it is a text or a number in Ruby, where all of these are true, even "false"."""
    if value is None or not node.plain:
        return value is not None
    return value not in ("true", "false") and not str(node.value).startswith(":")


def _documents(text: str, path: str) -> list[Node]:
    """Return the documents as Ruby parses them; raises Misconfigured."""
    return documents(text, path, last_wins=True, merge_in_order=True)


def _launched(value: str, node: Node, path: str, told: dict[str, None]) -> str:
    """Return the value after the launcher's shell, whose ``read`` removes backslashes and trailing
    blanks; raises Misconfigured for a value of several lines.
    """
    if "\n" in value or LAST.search(value):
        raise fault(path, node.line, "Discourse's launcher loses all but the first line")
    if "<%" in value:
        raise fault(path, node.line, "ERB code, which Discourse would run but this check does not")
    if "\\" in value:
        told["Discourse's launcher removes backslashes from the values in app.yml."] = None
        value = ESCAPED.sub(r"\1", value)
    config = path.rpartition("/")[2].rpartition(".")[0]
    return value.rstrip(" \t").replace("{{config}}", config)


def _configured(value: str, key: str, told: dict[str, None]) -> str:
    """Return what Discourse makes of a value, which is in quotes in its file, but not escaped;
    digits become a number.
    """
    name = key.rpartition(".")[2]
    value, quote, _ = value.partition("'")
    if quote:
        told[f"Discourse cuts {name} at the single quote in it."] = None
    value = value.strip(" \t\r\n\f\v\0")
    if value.isascii() and value.isdigit() and value[0] == "0" and value != "0":
        told[f"Discourse reads {name} as a number, without its leading zeros."] = None
        return value.lstrip("0") or "0"
    return value


def _of_environment(root: Node, environment: str, path: str) -> Node:
    """Return ``delivery_method`` and ``smtp_settings`` as they apply in an environment."""
    merged: dict[str, Node] = {}
    for section in ("default", environment):
        node = find(root, section, path)
        if node is not None and isinstance(node.value, dict):
            merged.update(node.value)
    delivery = merged.get("email_delivery")
    settings = dict(delivery.value) if delivery and isinstance(delivery.value, dict) else {}
    for key in ("delivery_method", "smtp_settings"):  # as in the old file email.yml
        if key in merged:
            settings[key] = merged[key]
    smtp = settings.get("smtp_settings")
    if smtp is None or not isinstance(smtp.value, dict):
        raise fault(path, 0, f"there are no smtp_settings for the environment {environment}")
    named = {key.lstrip(":"): node for key, node in smtp.value.items()}
    settings["smtp_settings"] = Node(smtp.line, named)
    return Node(0, settings)
