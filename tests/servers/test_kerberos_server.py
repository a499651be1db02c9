"""Dovecot with Kerberos does what the tests that use it rely on."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from .client import login
from .clients import gsasl
from .kerberos import SERVICE, KerberosDovecot
from .requirements import require

REFUSED = "535 5.7.8 Authentication failed."


def show(server: KerberosDovecot, environment: Mapping[str, str] | None, *options: str) -> str:
    """Log in with the ticket of an environment, and return the last reply."""
    require("gsasl")
    assert environment is not None
    replies = gsasl(server, "GSSAPI", server.user, "", *options, environment=environment)
    assert [reply[:3] for reply in replies[:-1]] == ["334"] * (len(replies) - 1)
    return replies[-1]


def test_a_ticket_logs_in(dovecot_gssapi: KerberosDovecot) -> None:
    """The ticket got for the right password is accepted, and that is one attempt."""
    tickets = dovecot_gssapi.realm.tickets(dovecot_gssapi.user, dovecot_gssapi.password)
    with dovecot_gssapi.watch() as seen:
        assert show(dovecot_gssapi, tickets)[:3] == "235"
    assert [(attempt.mechanism, attempt.accepted) for attempt in seen] == [("GSSAPI", True)]


def test_a_keytab_logs_in(dovecot_gssapi: KerberosDovecot) -> None:
    """A client that finds a keytab needs no ticket beforehand."""
    environment = dovecot_gssapi.realm.keytab_environment(dovecot_gssapi.user)
    assert show(dovecot_gssapi, environment)[:3] == "235"


def test_the_realm_gives_no_ticket(dovecot_gssapi: KerberosDovecot) -> None:
    """There is no ticket for a wrong password, an unknown user, or one who is locked."""
    realm = dovecot_gssapi.realm
    assert realm.tickets(dovecot_gssapi.user, "wrong") is None
    assert realm.tickets("nobody-by-this-name", "wrong") is None
    realm.add("locked", "secret")
    assert realm.tickets("locked", "secret") is not None
    realm.change("locked", "-allow_tix")
    assert realm.tickets("locked", "secret") is None


def test_nobody_acts_for_another(dovecot_gssapi: KerberosDovecot) -> None:
    """Who asks to act for somebody else is refused by the server."""
    tickets = dovecot_gssapi.realm.tickets(dovecot_gssapi.user, dovecot_gssapi.password)
    assert show(dovecot_gssapi, tickets, "--authorization-id=somebody") == REFUSED


def test_an_outdated_key_of_the_service(dovecot_gssapi: KerberosDovecot) -> None:
    """A server whose keytab is out of date refuses a good ticket, until it has the new key."""
    server = dovecot_gssapi
    with server.realm.new_key(SERVICE):
        assert show(server, server.realm.tickets(server.user, server.password)) == REFUSED
    assert show(server, server.realm.tickets(server.user, server.password))[:3] == "235"


@pytest.mark.parametrize(("password", "code"), [("right-secret", 235), ("wrong", 535)])
def test_the_password_still_logs_in(
    dovecot_gssapi: KerberosDovecot, password: str, code: int
) -> None:
    """The same server takes the password by PLAIN, without a ticket."""
    assert login(dovecot_gssapi, "PLAIN", dovecot_gssapi.user, password) == code
