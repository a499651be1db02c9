"""Whole checks with a token from an endpoint: what is kept, what is spent, and what is told."""

from __future__ import annotations

import os
import time
from datetime import datetime
from email.utils import formatdate
from pathlib import Path

import pytest
from fakes.authorization import AuthorizationServer
from fakes.certificates import Certificates
from fakes.namespace import with_trust_store
from fakes.plugin import USER, Run, run
from fakes.scripts import ACCEPT, REJECT, clear
from fakes.server import Script, Server, close
from servers.certificates import hashed_directory

from check_smtp_auth.accounts import Misconfigured
from check_smtp_auth.secret import Secret
from check_smtp_auth.tokens import rotation

from .conftest import REFRESH, Place


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


LIMITS: list[tuple[int, dict[str, object]]] = [
    (429, {}),
    (429, {"errorCode": "E0000047", "errorSummary": "API call exceeded rate limit"}),
    (400, {"error": "slow_down"}),
    (
        400,
        {
            "error": "Access Denied",
            "error_description": "You have made too many requests continuously. Please try again",
            "status": "failure",
        },
    ),
    (400, {"error": "invalid_request", "error_description": "No.", "error_codes": [90055]}),
    (400, {"error": "invalid_request", "error_description": "AADSTS50196: A client loop."}),
]


@pytest.mark.parametrize(("status", "fields"), LIMITS)
def test_an_endpoint_that_is_asked_too_often(
    place: Place, server: AuthorizationServer, status: int, fields: dict[str, object]
) -> None:
    """An endpoint that says so is left alone for a while, and the advice is to wait."""
    place.describe_secret(server)
    server.error = (status, fields)
    runs = [check(place) for _ in range(3)]
    assert [slug(each) for each in runs] == ["token-unavailable", "held", "held"]
    assert server.asked == 1
    assert runs[1].account["held_diagnosis"] == "token-unavailable"
    assert "Too many tokens were requested" in runs[0].account["advice"]
    waits = moment(runs[0].account["held_until"]) - time.time()
    assert 800 < waits <= 901


def moment(written: str) -> float:
    """A point in time, in seconds since the epoch."""
    return datetime.fromisoformat(written.replace("Z", "+00:00")).timestamp()


@pytest.mark.parametrize("good", [True, False])
def test_a_token_that_was_left_behind_has_a_budget_of_its_own(
    place: Place, server: AuthorizationServer, good: bool
) -> None:
    """A new token that a killed run left is tried though the old one is held, and it counts."""
    place.describe_refresh(server)
    given = server.provider.refresh_tokens.pop(REFRESH)
    assert [slug(check(place)) for _ in range(3)] == ["token-unavailable"] * 2 + ["held"]
    left_behind(place, "r2")
    if good:
        server.provider.refresh_tokens["r2"] = given
    slugs = [slug(check(place, ACCEPT)) for _ in range(2)]
    assert slugs == (["authenticated"] * 2 if good else ["token-unavailable", "held"])
    assert [form["refresh_token"] for form in server.forms] == [REFRESH] * 2 + ["r2"]


def test_a_token_that_was_left_behind_is_held_as_itself(
    place: Place, server: AuthorizationServer
) -> None:
    """What is refused of a token that a killed run left counts for that token from the first."""
    place.describe_refresh(server)
    left_behind(place, "r2")
    assert [slug(check(place)) for _ in range(3)] == ["token-unavailable"] * 2 + ["held"]
    assert [form["refresh_token"] for form in server.forms] == ["r2"] * 2


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(-12, "is 12 minutes ahead of"), (45, "is 45 minutes behind"), (2, ""), (None, "")],
)
def test_a_clock_that_is_wrong(
    place: Place, server: AuthorizationServer, minutes: int | None, words: str
) -> None:
    """Where the endpoint refuses, and its clock is not ours, it is told by how much."""
    place.describe_secret(server)
    body = b'{"error": "invalid_client", "error_codes": [700024]}'
    date = "" if minutes is None else f"Date: {formatdate(time.time() + 60 * minutes, usegmt=True)}"
    head = f"HTTP/1.1 401 No\r\n{date}\r\nContent-Length: {len(body)}\r\n\r\n"
    server.raw = head.replace("\r\n\r\nC", "\r\nC").encode() + body
    advice = check(place).account["advice"]
    assert "The assertion was not valid at the time it arrived" in advice
    told = f"This host's clock {words} the endpoint's"
    assert (told in advice) if words else ("This host's clock is" not in advice)


def left_behind(place: Place, token: str) -> None:
    """Leave a new token beside the old one, as a run that is ended too early does."""
    path = str(place.refresh_file)
    held = rotation.lock(path)
    successor = rotation.Successor(path, held)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(os, "replace", lambda *_, **__: os.open("/", os.O_WRONLY))
        with pytest.raises(Misconfigured):
            successor.write(Secret(token.encode()))
    held.release()


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
    """Where no token can be got, `since` is the endpoint's, `last_success` the account's own."""
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
    assert "The problem has lasted since" not in refused.account["advice"]
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
