"""Secrets read by the package's own reader, without a server."""

from __future__ import annotations

import time

import pytest

from check_smtp_auth.accounts import Account, Misconfigured, Source, Trust
from check_smtp_auth.credentials import source as credentials
from check_smtp_auth.net.loop import run_one


def found(
    kind: str, place: str, user: str | None = "finance", host: str = "mail.example.test"
) -> tuple[str | None, bytes]:
    """The user and the secret that a source gives."""
    account = Account(host, 587, user, Source(kind, place), "starttls", Trust(), host)
    login = run_one(credentials.read(account, time.monotonic() + 10))
    return login.user, login.secret.reveal()


def refusal(kind: str, place: str, user: str | None = "finance") -> str:
    """What is said of a source that gives no secret."""
    with pytest.raises(Misconfigured) as caught:
        found(kind, place, user)
    return str(caught.value)
