"""--authorize among the other options: what it needs, what it excludes, and what it spares."""

from __future__ import annotations

import pytest

from check_smtp_auth.accounts import Account, Misconfigured
from check_smtp_auth.options.parser import Request, UsageError, parse
from check_smtp_auth.tokens.authorize import with_server
from check_smtp_auth.tokens.client import Client

LEAST = ("-u", "finance@example.test", "--oauth", "oauth.ini")


def request(*words: str) -> Request:
    """What these words ask for."""
    found = parse([*LEAST, *words])
    assert isinstance(found, Request)
    return found


@pytest.mark.parametrize(
    ("words", "way"),
    [
        (["--authorize"], "any"),
        (["--authorize", "-t", "5"], "any"),
        (["--authorize=device"], "device"),
        (["--authorize", "browser"], "browser"),
        (["-H", "mail.example.test"], ""),
        (["-H", "mail.example.test", "--authorize="], ""),
    ],
)
def test_the_way(words: list[str], way: str) -> None:
    """The way may be left to the provider; an empty one counts as not given."""
    assert request(*words).authorize == way


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (["-u", "a", "--authorize"], "--authorize needs --oauth FILE"),
        (["-u", "a", "-P", "x", "-H", "h", "--authorize"], "--authorize needs --oauth FILE"),
        (["--oauth", "x", "--authorize"], "no user name: give -u USER"),
        ([*LEAST, "--authorize", "--output", "json"], "--authorize is for a person"),
        ([*LEAST, "--authorize", "--output", "zabbix"], "--authorize is for a person"),
        ([*LEAST, "--authorize", "--accounts", "x"], "--authorize is for one account"),
        ([*LEAST, "--authorize=qr"], "--authorize: must be one of browser, device"),
        ([*LEAST, "--authorize", "-P", "x"], "more than one source for the secret"),
        ([*LEAST], "no host: give -H HOST"),
    ],
)
def test_what_does_not_go_together(words: list[str], problem: str) -> None:
    """What cannot be is said in one line, before anything is done."""
    with pytest.raises(UsageError) as caught:
        parse(words)
    assert problem in str(caught.value)


@pytest.mark.parametrize(
    ("provider", "words", "server"),
    [
        ("microsoft365", [], ("smtp.office365.com", 587, "starttls", "smtp.office365.com")),
        ("google", [], ("smtp.gmail.com", 587, "starttls", "smtp.gmail.com")),
        ("google", ["-p", "465"], ("smtp.gmail.com", 465, "implicit", "smtp.gmail.com")),
        ("google", ["-H", "h.test"], ("h.test", 587, "starttls", "h.test")),
        ("", ["-H", "h.test", "--tls-name", "n.test"], ("h.test", 587, "starttls", "n.test")),
        ("google", ["--tls-name", "n.test"], ("smtp.gmail.com", 587, "starttls", "n.test")),
    ],
)
def test_without_a_host_it_is_the_providers(
    provider: str, words: list[str], server: tuple[str, int, str, str]
) -> None:
    """Who signs in at a provider need not say where its mail server is."""
    client = Client(provider, "refresh-token", "https://x.test/", "x", "app")
    account: Account = with_server(request("--authorize", *words).account, client)
    assert (account.host, account.port, account.tls, account.tls_name) == server


def test_the_server_of_others_must_be_given() -> None:
    """Of other providers it is not known where their mail server is."""
    client = Client("", "refresh-token", "https://x.test/", "x", "app")
    with pytest.raises(Misconfigured, match="give -H HOST"):
        with_server(request("--authorize").account, client)
