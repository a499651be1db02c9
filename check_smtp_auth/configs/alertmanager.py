"""Alertmanager: the mail settings in ``alertmanager.yml``, of all receivers. Pure.

A receiver's ``email_configs`` override the ``smtp_`` keys of ``global``, as in config.go of release
0.31. A password file is trimmed since 0.27, a file of ``auth_secret`` never; relative paths of
both, and of files in ``tls_config``, are relative to the directory that Alertmanager runs in.
"""

from __future__ import annotations

import re

from ..accounts import Misconfigured
from .as_yaml import documents
from .generic import secret_of, unverified
from .golang import port_number, split_host_port, trim
from .reading import Contents, Found, fault
from .tree import Node, find, text_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Generator, Iterator
    from typing import Any

    from .reading import Query, Reading

TRUE = ("y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON")
FALSE = ("n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF")
IN_FULL = "is relative to the directory that Alertmanager runs in: use an absolute path"
VARIABLE = re.compile(r"\$(\w+|\{\w+\}|\(\w+\))")
WITH_STARTTLS = (
    "Alertmanager before 0.31 asks for STARTTLS on port 465 too, unless require_tls is false."
)


def read(query: Query) -> Reading:
    """Read the logins of ``global`` and of each receiver, and the secret of the one that is named;
    raises Misconfigured.
    """
    logins: list[tuple[Found, _Settings]] = yield Contents(query.path, marked=True, made=_logins)
    found = [login for login, _ in logins]
    for at in () if query.listing else _meant(found, query.name or "global"):
        if not found[at].problem:
            try:
                found[at] = yield from _with_secret(*logins[at])
            except Misconfigured as wrong:
                found[at] = _faulty(found[at].name, wrong, query.path)
    return found


def _logins(text: str, path: str) -> list[tuple[Found, _Settings]]:
    """Return each login in a file without its secret, and its settings; raises Misconfigured."""
    roots = documents(text, path, merge_in_order=True)
    logins = []
    for name, settings in _levels(roots[0] if roots else Node(0, None), path):
        try:
            found = _login(name, settings)
        except Misconfigured as wrong:
            found = _faulty(name, wrong, path)
        logins.append((found, settings))
    return logins


def _faulty(name: str, wrong: Misconfigured, path: str) -> Found:
    """Return a login that cannot be checked."""
    return Found(name=name, problem=str(wrong), place=path)


def _meant(found: list[Found], name: str) -> list[int]:
    """Return the indexes of the logins with a name: NAME, or NAME/2 for the second one."""
    if len(found) == 1:
        return [0]
    base, _, number = name.rpartition("/")
    same = [at for at, each in enumerate(found) if each.name == base]
    numbered = [at for count, at in enumerate(same, 1) if str(count) == number]
    return [at for at, each in enumerate(found) if each.name == name] + numbered


class _Settings:
    """The settings of one mail receiver, and those of ``global`` where it has none of its own."""

    def __init__(self, own: Node | None, common: Node, path: str) -> None:
        levels = ((own, ""), (common, "smtp_"))
        self._levels = [(root, prefix) for root, prefix in levels if root is not None]
        self.path = path

    def node(self, *keys: str) -> tuple[str, Node] | None:
        """Return the one of these keys that is set, with its full name, and its value: if a
        receiver sets any of them, those of ``global`` are ignored. Raises Misconfigured.
        """
        for root, prefix in self._levels:
            names = [prefix + key for key in keys]
            nodes = [(name, find(root, name, self.path)) for name in names]
            there = [(name, node) for name, node in nodes if node and node.value not in (None, "")]
            if len(there) > 1:
                name, node = there[1]
                raise fault(self.path, node.line, f"{name}: at most one of the two may be set")
            if there:
                return there[0]
        return None

    def text(self, key: str) -> str:
        """Return a text, "" if it is not set."""
        there = self.node(key)
        return (text_of(there[1], there[0], self.path) or "") if there else ""

    def switch(self, key: str) -> bool | None:
        """Return a truth value, None if it is not set; raises Misconfigured. In quotes it is a
        text, which Alertmanager rejects.
        """
        for root, prefix in self._levels:
            node = find(root, prefix + key, self.path)
            if node and node.value is not None:
                if node.plain and node.value in TRUE + FALSE:
                    return node.value in TRUE
                words = f"{prefix}{key}: must be true or false, without quotes"
                raise fault(self.path, node.line, words)
        return None

    def fault(self, key: str, words: str) -> Misconfigured:
        """Return the error about a key."""
        there = self.node(key)
        name, node = there if there else (key, None)
        return fault(self.path, node.line if node else 0, f"{name}: {words}")


def _levels(root: Node, path: str) -> Iterator[tuple[str, _Settings]]:
    """Yield name and settings of whatever can log in: receivers, and ``global`` if it has all that
    a receiver needs.
    """
    common = find(root, "global", path) or Node(0, {})
    receivers = find(root, "receivers", path)
    each = receivers.value if receivers is not None and isinstance(receivers.value, list) else []
    logins = []
    for receiver in each:
        name = text_of(find(receiver, "name", path), "name", path) or ""
        configs = find(receiver, "email_configs", path)
        own = configs.value if configs is not None and isinstance(configs.value, list) else []
        logins += [(name, _Settings(config, common, path)) for config in own]
    default = _Settings(None, common, path)
    if default.text("smarthost") and (default.text("auth_username") or not logins):
        yield "global", default
    elif not logins:
        raise fault(path, common.line, "there is no smtp_smarthost, and no email_configs")
    yield from logins


def _login(name: str, settings: _Settings) -> Found:
    """Return one login without its secret; raises Misconfigured."""
    path = settings.path
    address = settings.text("smarthost")
    if not address:
        raise fault(path, 0, f"{name}: neither smarthost nor smtp_smarthost is set")
    parts = split_host_port(address)
    port = port_number(parts[1]) if parts else None
    if parts is None or port is None or not parts[0]:
        raise settings.fault("smarthost", "must be of the form host:port, and the port is required")
    notices: list[str] = []
    implicit = settings.switch("force_implicit_tls")
    required = settings.switch("require_tls")
    if implicit is None:
        implicit = parts[1] == "465"
        if implicit and required is not False:
            notices.append(WITH_STARTTLS)
    found = Found(
        name=name,
        host=parts[0],
        port=port,
        tls="implicit" if implicit else "none" if required is False else "starttls",
        user=settings.text("auth_username"),
        sender=_sender(settings.text("from"), notices),
        hello=settings.text("hello"),
        authzid=settings.text("auth_identity"),
        place=path,
    )
    found = _trust(found, settings, notices)
    if not found.user:
        problem = f"{path}: there is no auth_username, so Alertmanager does not log in"
        return found.replace(problem=problem)
    return found.replace(notices=tuple(notices))


def _sender(text: str, notices: list[str]) -> str:
    """Return the address of the sender; templates are not expanded."""
    if "{{" in text:
        notices.append("The sender is a template, which this check does not expand.")
        return ""
    return text


def _trust(found: Found, settings: _Settings, notices: list[str]) -> Found:
    """Return the login with what tls_config says; raises Misconfigured."""
    there = settings.node("tls_config")
    if there is None:
        return found
    prefix, node = there

    def text(key: str) -> str:
        held = find(node, key, settings.path)
        value = text_of(held, key, settings.path) or ""
        if held is not None and value and key.endswith("_file") and not value.startswith("/"):
            raise fault(settings.path, held.line, f"{prefix}.{key} {IN_FULL}")
        return value

    if text("insecure_skip_verify") in TRUE:
        notices.append(unverified(f"{prefix}.insecure_skip_verify"))
    for key in ("ca", "cert", "key"):
        held = find(node, key, settings.path)
        if held is not None and held.value:
            raise fault(settings.path, held.line, f"{prefix}.{key}: put it in a file, {key}_file")
    return found.replace(
        ca_file=text("ca_file"),
        client_cert=text("cert_file"),
        client_key=text("key_file"),
        tls_name=text("server_name"),
    )


def _with_secret(found: Found, settings: _Settings) -> Generator[Any, Any, Found]:
    """Return the login with its password or, if it has none, the secret for CRAM-MD5; raises
    Misconfigured.
    """
    notices = list(found.notices)
    password = settings.node("auth_password", "auth_password_file")
    secret = settings.node("auth_secret", "auth_secret_file")
    there = password or secret
    if there is None:
        words = "there is no auth_password, auth_password_file or auth_secret"
        return found.replace(problem=f"{settings.path}: {words}")
    name, node = there
    value = text_of(node, name, settings.path) or ""
    if name.endswith("_file"):
        if not value.startswith("/"):
            raise fault(settings.path, node.line, f"{name} {IN_FULL}")
        value = yield Contents(value)
        if password is not None:
            if trim(value) != value:
                notices.append(
                    f"Alertmanager before 0.27 does not trim the {name} file: write it without a "
                    "line end."
                )
            value = trim(value)
        elif value.endswith("\n"):
            notices.append(
                f"Alertmanager takes the line end in the {name} file as part of the secret."
            )
    elif VARIABLE.fullmatch(value):
        notices.append(
            f"Alertmanager does not expand variables: it uses the value of {name} as it is."
        )
    if password is not None and secret is not None:
        notices.append("Where a server offers CRAM-MD5, Alertmanager logs in with auth_secret.")
        mechanisms: tuple[str, ...] = ("PLAIN", "LOGIN")
    else:
        mechanisms = ("CRAM-MD5",) if password is None else ()
    return found.replace(secret=secret_of(value), mechanisms=mechanisms, notices=tuple(notices))
