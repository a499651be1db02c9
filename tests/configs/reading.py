"""Readers of programs' configuration, without a file: what they ask for is answered from here."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from importlib import import_module
from typing import Any

from check_smtp_auth.accounts import Misconfigured
from check_smtp_auth.configs import KINDS
from check_smtp_auth.configs.reading import Contents, Found, Listing, Query


def found(kind: str, path: str, files: Mapping[str, str], name: str = "") -> list[Found]:
    """What a reader finds in these files, by their paths."""
    reader: Any = import_module(f"check_smtp_auth.configs.{KINDS[kind].module}")
    reading = reader.read(Query(kind, path, name))
    answer: Any = None
    while True:
        try:
            wanted = reading.send(answer)
        except StopIteration as end:
            return list(end.value)
        if isinstance(wanted, Contents):
            there = wanted.path in files or not wanted.optional
            answer = wanted.of(files[wanted.path]) if there else None
        else:
            assert isinstance(wanted, Listing)
            names = (posixpath.split(each) for each in files)
            answer = sorted(base for folder, base in names if folder == wanted.path.rstrip("/"))


def fault(kind: str, path: str, files: Mapping[str, str], name: str = "") -> str:
    """The words with which a reader refuses these files, or says what is lacking; "" where it
    does not.
    """
    try:
        return "".join(each.lacking for each in found(kind, path, files, name)[:1])
    except Misconfigured as wrong:
        return str(wrong)


def secret_of(login: Found) -> str:
    """The secret, as text."""
    assert login.secret is not None
    return login.secret.reveal().decode("utf-8", "surrogateescape")
