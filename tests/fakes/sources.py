"""Secrets read by the package's own reader, without a server."""

from __future__ import annotations

import time

import pytest

from check_smtp_auth.accounts import Account, Misconfigured, Source, Trust
from check_smtp_auth.credentials import source as credentials
from check_smtp_auth.net.loop import run_one

TYPE_CHECKING = False
if TYPE_CHECKING:
    from check_smtp_auth.net.loop import Steps


def reading(
    kind: str, place: str, user: str | None = "finance", host: str = "mail.example.test"
) -> Steps[credentials.Login]:
    """The steps by which a source is read, within some seconds."""
    account = Account(host, 587, user, Source(kind, place), "starttls", Trust(), host)
    return credentials.read(account, time.monotonic() + 5)


def found(
    kind: str, place: str, user: str | None = "finance", host: str = "mail.example.test"
) -> tuple[str | None, bytes]:
    """The user and the secret that a source gives."""
    login = run_one(reading(kind, place, user, host))
    return login.user, login.secret.reveal()


def refusal(kind: str, place: str, user: str | None = "finance") -> str:
    """What is said of a source that gives no secret."""
    with pytest.raises(Misconfigured) as caught:
        found(kind, place, user)
    return str(caught.value)
