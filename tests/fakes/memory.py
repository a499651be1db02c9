"""Readers of programs' configuration without a file: what they ask for is answered from here."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from importlib import import_module
from typing import Any, Callable

from check_smtp_auth.accounts import Misconfigured
from check_smtp_auth.configs import kind_of
from check_smtp_auth.configs.reading import Contents, Found, Listing, Output, Query, Rights

Printed = Callable[["tuple[str, ...]"], str]


def logins(
    kind: str,
    path: str,
    files: Mapping[str, str],
    name: str = "",
    *,
    keys: Mapping[str, str] | None = None,
    variables: Mapping[str, str] | None = None,
    printed: Printed | None = None,
) -> list[Found]:
    """What a reader finds in these files, by their paths; without what is ``printed`` nothing can
    be run, as for a list.
    """
    known = kind_of(kind)
    assert known is not None
    module: Any = import_module(f"check_smtp_auth.configs.{known.module}")
    reading = module.read(Query(kind, path, name, keys or {}, printed is None))
    answer: Any = None
    problem: Misconfigured | None = None
    while True:
        try:
            wanted = reading.throw(problem) if problem else reading.send(answer)
        except StopIteration as end:
            return list(end.value)
        answer, problem = None, None
        if isinstance(wanted, (Contents, Rights)):
            if wanted.path in files:
                try:
                    answer = wanted.of(files[wanted.path]) if isinstance(wanted, Contents) else 1.0
                except Misconfigured as wrong:
                    problem = wrong
            elif not wanted.optional:
                problem = Misconfigured(f"{wanted.path}: no such file")
        elif isinstance(wanted, Listing):
            parted = [posixpath.split(each) for each in files]
            answer = sorted(base for folder, base in parted if folder == wanted.path.rstrip("/"))
        elif isinstance(wanted, Output):
            assert printed is not None
            answer = printed(wanted.arguments)
        else:
            answer = (variables or {}).get(wanted.name)


def secret_of(login: Found) -> str:
    """The secret as text, "" where there is none."""
    return login.secret.reveal().decode() if login.secret is not None else ""


def facts(login: Found) -> tuple[str, int | None, str | None, str, str]:
    """What a login is made with: host, port, TLS, user and secret."""
    return (login.host, login.port, login.tls, login.user, secret_of(login))
