"""Whole checks with a token from an endpoint: what is kept, what is spent, and what is told."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from fakes.authorization import AuthorizationServer
from fakes.certificates import Certificates
from fakes.namespace import with_trust_store
from fakes.plugin import USER, Run, run
from fakes.scripts import ACCEPT, REJECT, clear
from fakes.server import Script, Server, close
from servers.certificates import hashed_directory

from .conftest import Place


def check(place: Place, *login: Script, before: tuple[str, ...] = ()) -> Run:
    """Check the account once; the mail server plays ``login`` from AUTH on."""
    memory = ("--state-dir", place.state, "--output", "json", "-t", "20")
    with Server(clear(*login, offer="AUTH OAUTHBEARER")) as server:
        where = ("-H", "127.0.0.1", "-p", str(server.port), "--tls", "none", "-u", USER)
        return run(*where, "--oauth", place.file, *memory, before=before)


def slug(done: Run) -> str:
    """The diagnosis."""
    found = done.account["diagnosis"]
    assert isinstance(found, str)
    return found


def test_a_token_that_is_accepted_is_used_again(place: Place, server: AuthorizationServer) -> None:
    """While the mail server takes the token the endpoint is not asked again."""
    place.describe_secret(server)
    assert [slug(check(place, ACCEPT)) for _ in range(3)] == ["authenticated"] * 3
    assert server.asked == 1


def test_a_token_that_is_refused_is_not_used_again(
    place: Place, server: AuthorizationServer
) -> None:
    """A token that the mail server does not take is dropped: the next check gets another."""
    place.describe_secret(server)
    assert slug(check(place, REJECT)) == "token-rejected"
    assert slug(check(place, ACCEPT)) == "authenticated"
    assert server.asked == 2


def test_an_endpoint_that_refuses_us_is_not_asked_for_ever(
    place: Place, server: AuthorizationServer
) -> None:
    """A client that the endpoint refuses has two tries, as a password has, and is held."""
    place.describe_secret(server)
    server.register("app", "another secret")
    runs = [check(place) for _ in range(4)]
    assert [slug(each) for each in runs] == ["token-unavailable"] * 2 + ["held"] * 2
    assert server.asked == 2
    held = runs[-1].account
    assert held["held_diagnosis"] == "token-unavailable"
    assert "no access token could be obtained since" in held["summary"]
    assert "invalid_client" in held["summary"]


@pytest.mark.parametrize("fault", ["away", "cut", "HTTP 503"])
def test_an_endpoint_in_trouble_spends_nothing(
    place: Place, server: AuthorizationServer, certificates: Certificates, fault: str
) -> None:
    """An endpoint that is away, cuts us off, or is out of service is asked by every check."""
    place.describe_secret(server)
    if fault == "HTTP 503":
        server.raw = b"HTTP/1.1 503 Unavailable\r\nContent-Length: 0\r\n\r\n"
        runs = [check(place) for _ in range(4)]
        assert server.asked == 4
    else:
        with Server([close]) as other:
            port = other.port if fault == "cut" else 1
            place.describe_secret(server, token_endpoint=f"https://localhost:{port}/token")
            runs = [check(place) for _ in range(4)]
            assert len(other.connections) == (4 if fault == "cut" else 0)
    assert [slug(each) for each in runs] == ["token-unavailable"] * 4


def test_since_when_and_when_it_last_worked(place: Place, server: AuthorizationServer) -> None:
    """Where no token is to be had, `since` is the endpoint's, `last_success` the account's own."""
    place.describe_secret(server)
    first = check(place, ACCEPT)
    time.sleep(1.1)  # times are told in whole seconds
    later = check(place, ACCEPT)  # with the kept token: the endpoint last worked for the first
    assert (slug(first), slug(later)) == ("authenticated", "authenticated")
    (kept,) = place.state.glob("token-*.json")
    kept.unlink()
    server.register("app", "another secret")
    refused, again = check(place), check(place)
    assert again.account["last_success"] == refused.account["last_success"]
    assert again.account["last_success"] > first.account["last_success"]
    assert again.account["since"] == refused.account["since"]
    assert "It has been so since" not in refused.account["advice"]
    assert "; seen once before." in again.account["advice"]


def test_an_endpoint_whose_authority_is_in_the_bundle_only(
    place: Place, server: AuthorizationServer, certificates: Certificates, tmp_path: Path
) -> None:
    """The endpoint is trusted by the whole of the system's store, as the mail server is."""
    place.describe_secret(server, ca_file=None)
    hashed = hashed_directory(tmp_path / "hashed", certificates.other_ca_file)
    system = with_trust_store(tmp_path / "whole", hashed, certificates.ca_file)
    assert slug(check(place, ACCEPT, before=system)) == "authenticated"
    (kept,) = place.state.glob("token-*.json")
    kept.unlink()
    system = with_trust_store(tmp_path / "neither", hashed, certificates.other_ca_file)
    refused = check(place, ACCEPT, before=system)
    assert slug(refused) == "token-unavailable"
    assert "is not trusted" in refused.account["summary"]
