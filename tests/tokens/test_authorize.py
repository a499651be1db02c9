"""The first refresh token, at a terminal, from an authorization server of real parts."""

from __future__ import annotations

import http.client
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
from fakes.authorization import AuthorizationServer
from fakes.plugin import USER, run
from fakes.scripts import ACCEPT, REJECT, clear
from fakes.server import Script, Server
from fakes.terminal import Terminal

from .conftest import Place

SMTP = "https://outlook.office.com/SMTP.Send"
MICROSOFT = {"provider": "microsoft365", "scope": f"{SMTP} offline_access"}
GOOGLE = {"provider": "google", "scope": "https://mail.google.com/"}


def describe(place: Place, server: AuthorizationServer, **keys: object) -> None:
    """Describe a client for whom somebody is to sign in."""
    server.register("app")
    place.describe(
        **{
            "grant": "refresh-token",
            "token_endpoint": server.url,
            "ca_file": server.ca_file,
            "client_id": "app",
            "refresh_token_file": "refresh",
            **keys,
        }
    )


def describe_google(place: Place, server: AuthorizationServer, **keys: object) -> None:
    """Describe a client of Google's kind."""
    authorization = server.url.replace("/token", "/authorize")
    describe(place, server, **GOOGLE, authorization_endpoint=authorization, **keys)


@contextmanager
def at_terminal(
    place: Place, *options: str, login: Script = ACCEPT, way: str = "--authorize"
) -> Iterator[Terminal]:
    """Sign in for an account whose mail server plays ``login`` from AUTH on."""
    with Server(clear(login, offer="AUTH OAUTHBEARER")) as mail:
        where = ("-H", "127.0.0.1", "-p", str(mail.port), "--tls", "none", "-u", USER)
        memory = ("--state-dir", place.state, "-t", "10")
        with Terminal(*where, "--oauth", place.file, *memory, way, *options) as terminal:
            yield terminal


def enter_code(terminal: Terminal, server: AuthorizationServer, approves: bool = True) -> None:
    """Do in a browser what the terminal says."""
    terminal.until(r"https://login\.example\.test/device\n")
    code = terminal.until(r"Enter this code there:\n\n +(\S+)\n")[1]
    server.people.enter(code, approves)


def ended_at(terminal: Terminal, server: AuthorizationServer, approves: bool = True) -> str:
    """Sign in in a browser; return the address at which it ends."""
    terminal.until("This waits for it")
    return server.people.visit(terminal.until(r"(https://\S+\?\S+)\n")[1], approves)


def come_back(address: str) -> tuple[int, str]:
    """Open an address of this host, as a browser does; return the status, and the page."""
    parts = urlsplit(address)
    connection = http.client.HTTPConnection("127.0.0.1", parts.port or 80, timeout=5)
    connection.request("GET", f"{parts.path or '/'}?{parts.query}")
    answer = connection.getresponse()
    return answer.status, answer.read().decode()


def require_nothing_shown(terminal: Terminal, server: AuthorizationServer) -> None:
    """Fail if a token, or what a token is got by, was shown."""
    given = [*server.provider.access_tokens, *server.provider.refresh_tokens]
    given += server.people.devices
    given += [form["code_verifier"] for form in server.forms if "code_verifier" in form]
    assert given
    assert [each for each in given if each in terminal.seen] == []


def last_line(terminal: Terminal) -> str:
    """What a monitor would be told."""
    lines = [line for line in terminal.seen.split("\n") if line]
    assert lines[-1].startswith("SMTP_AUTH "), terminal.seen
    return lines[-1]


def refused(place: Place, *options: str) -> str:
    """What is said where nobody is even asked."""
    with at_terminal(place, *options) as terminal:
        assert terminal.end() == 3
    (line,) = terminal.seen.strip().split("\n")
    assert line.startswith("SMTP_AUTH UNKNOWN - ")
    return line


def test_microsoft_by_device_code(place: Place, server: AuthorizationServer) -> None:
    """At Microsoft a code is entered anywhere, and the mailbox is checked with what comes of it."""
    describe(place, server, **MICROSOFT)
    with at_terminal(place) as terminal:
        terminal.until(f"sign in as {USER}")
        enter_code(terminal, server)
        assert terminal.end() == 0
    assert last_line(terminal).startswith(f"SMTP_AUTH OK - {USER}")
    device, *polls, refresh = server.forms
    assert device == {"client_id": "app", "scope": MICROSOFT["scope"]}
    assert {form["grant_type"] for form in polls} == {
        "urn:ietf:params:oauth:grant-type:device_code"
    }
    assert refresh["grant_type"] == "refresh_token"
    assert place.refresh_file.read_text().strip() in server.provider.refresh_tokens
    require_nothing_shown(terminal, server)


def test_google_by_a_browser_here(place: Place, server: AuthorizationServer) -> None:
    """At Google a browser on this host comes back by itself, and the mailbox is checked."""
    describe_google(place, server)
    with at_terminal(place) as terminal:
        status, page = come_back(ended_at(terminal, server))
        assert (status, "go back to the terminal" in page) == (200, True)
        assert terminal.end() == 0
    assert last_line(terminal).startswith(f"SMTP_AUTH OK - {USER}")
    (visit,) = server.people.visits
    port = urlsplit(visit["redirect_uri"]).port
    assert visit["redirect_uri"] == f"http://127.0.0.1:{port}"
    assert visit["code_challenge_method"] == "S256"
    assert (visit["access_type"], visit["prompt"]) == ("offline", "consent")
    assert (visit["login_hint"], visit["scope"]) == (USER, "https://mail.google.com/")
    require_nothing_shown(terminal, server)


def test_google_by_a_browser_elsewhere(place: Place, server: AuthorizationServer) -> None:
    """Where the browser is on another computer, the address that it ended at is pasted."""
    describe_google(place, server)
    with at_terminal(place) as terminal:
        address = ended_at(terminal, server)
        terminal.type("http://127.0.0.1:1/?code=of-another&state=sign-in\n")
        terminal.until("That is not it: it belongs to another sign-in")
        terminal.type("no address at all\n")
        terminal.until("That is not it: there is no code in it")
        terminal.type(f"  {address}\n")
        assert terminal.end() == 0
    assert place.refresh_file.read_text().strip() in server.provider.refresh_tokens
    require_nothing_shown(terminal, server)


def test_the_token_is_its_owners_only(place: Place, server: AuthorizationServer) -> None:
    """Whatever was in its place, and whatever the umask, nobody else can read the new token; a
    link stays one, and nothing is left beside.
    """
    describe(place, server, **MICROSOFT)
    kept = place.write("kept", "old\n", 0o644)
    place.refresh_file.symlink_to(kept)
    before = kept.stat().st_ino
    old = os.umask(0)
    try:
        with at_terminal(place) as terminal:
            enter_code(terminal, server)
            assert terminal.end() == 0
    finally:
        os.umask(old)
    status = kept.stat()
    assert (stat.S_IMODE(status.st_mode), status.st_uid) == (0o600, os.geteuid())
    assert status.st_ino != before
    assert place.refresh_file.is_symlink()
    assert {each.name for each in place.directory.iterdir()} == {
        *("oauth.ini", "refresh", "kept", "state")
    }


def test_the_token_stays_though_the_mail_server_refuses_it(
    place: Place, server: AuthorizationServer
) -> None:
    """What the mail server says of the new token decides the exit code, and not whether it is
    kept; nor is the access token used that was got with the old one.
    """
    describe(place, server, **MICROSOFT)
    server.give("old-token", "app", MICROSOFT["scope"])
    place.write("refresh", "old-token\n")
    with Server(clear(ACCEPT, offer="AUTH OAUTHBEARER")) as mail:
        where = ("-H", "127.0.0.1", "-p", str(mail.port), "--tls", "none", "-u", USER)
        assert run(*where, "--oauth", place.file, "--state-dir", place.state).code == 0
    (cached,) = place.state.glob("token-*.json")
    old = cached.read_text()
    with at_terminal(place, login=REJECT) as terminal:
        enter_code(terminal, server)
        assert terminal.end() == 2
    assert "access token" in terminal.seen.split("SMTP_AUTH CRITICAL")[1]
    assert place.refresh_file.read_text().strip() in server.provider.refresh_tokens
    assert not cached.exists() or cached.read_text() != old
    assert server.forms[-1]["grant_type"] == "refresh_token"


def test_who_declines(place: Place, server: AuthorizationServer) -> None:
    """A person who declines gets told what to do, exit 3, and everything stays as it was."""
    describe(place, server, **MICROSOFT)
    place.write("refresh", "old-token\n")
    with at_terminal(place) as terminal:
        enter_code(terminal, server, approves=False)
        assert terminal.end() == 3
    line = last_line(terminal)
    assert line.startswith("SMTP_AUTH UNKNOWN - no refresh token: access_denied")
    assert "Run it again and accept" in line
    assert place.refresh_file.read_text() == "old-token\n"


def test_who_declines_in_a_browser(place: Place, server: AuthorizationServer) -> None:
    """So it is told where the browser brings back a refusal, pasted or not."""
    describe_google(place, server)
    with at_terminal(place) as terminal:
        back = terminal.until(r"redirect_uri=(\S+?)&")[1]
        state = terminal.until(r"state=([\w-]+)")[1]
        terminal.until("This waits for it")
        assert back.startswith("http%3A%2F%2F127.0.0.1%3A")
        terminal.type(f"http://127.0.0.1:1/?error=access_denied&state={state}#\n")
        assert terminal.end() == 3
    assert "no refresh token: access_denied. It was declined" in last_line(terminal)


@pytest.mark.parametrize("ended", ["a line", "nothing"])
def test_who_changes_his_mind(place: Place, server: AuthorizationServer, ended: str) -> None:
    """Control-C ends it with one line of its own, exit 3."""
    describe_google(place, server)
    with at_terminal(place) as terminal:
        terminal.until("This waits for it")
        terminal.type("half an add" if ended == "nothing" else "")
        terminal.type("\x03")
        assert terminal.end() == 3
    assert last_line(terminal) == "SMTP_AUTH UNKNOWN - stopped by SIGINT before there was a result"
    assert sorted(each.name for each in place.directory.iterdir()) == ["oauth.ini"]


def test_it_is_for_a_terminal(place: Place, server: AuthorizationServer, tmp_path: Path) -> None:
    """Without a terminal to read from, and one to write to, nobody is asked."""
    describe(place, server, **MICROSOFT)
    options = ("-u", USER, "--oauth", place.file, "--authorize")
    done = run(*options, stdin=b"yes\n")
    assert (done.code, len(done.lines)) == (3, 1)
    assert "is for a person at a terminal" in done.first
    with (tmp_path / "output").open("wb") as output:
        with Terminal(*options, stdout=output.fileno()) as terminal:
            assert terminal.end() == 3
    assert "at a terminal" in (tmp_path / "output").read_text()
    assert server.asked == 0


FAULTS: list[tuple[dict[str, object], str]] = [
    ({"grant": "client-credentials", "refresh_token_file": None}, "--authorize is for refresh"),
    ({"client_id": None}, "--oauth client-id: missing"),
    ({"refresh_token_file": None}, "--oauth refresh-token-file: missing"),
    ({"refresh_token_file": "none/refresh"}, "No such file or directory"),
    ({"refresh_token_file": "state"}, "it is not a file"),
    ({"refresh_token_file": "open/refresh"}, "can be written to by others"),
    ({"device_endpoint": "http://login.example.test/"}, "--oauth device-endpoint: https:// is"),
    ({"provider": None}, "--oauth authorization-endpoint: missing; --authorize needs it"),
]


def test_what_is_wrong_is_told_before_anybody_is_asked(
    place: Place, server: AuthorizationServer
) -> None:
    """Grant, keys, file and directory are looked at first."""
    place.state.mkdir(0o700)
    (place.directory / "open").mkdir()
    (place.directory / "open").chmod(0o777)
    for keys, words in FAULTS:
        describe(place, server, **{**MICROSOFT, **keys})
        assert words.lower() in refused(place).lower()
    assert server.asked == 0


def test_google_gives_no_device_code(place: Place, server: AuthorizationServer) -> None:
    """Who wants a device code at Google is told so at once."""
    describe_google(place, server)
    assert "--authorize=device: Google gives nothing for mail" in refused(place, "--authorize=device")


def test_others_sit_there_and_say_nothing(place: Place, server: AuthorizationServer) -> None:
    """Connections that are silent, or are not the answer, hold the answer up in nothing."""
    describe_google(place, server)
    with at_terminal(place) as terminal:
        address = ended_at(terminal, server)
        parts = urlsplit(address)
        silent = [http.client.HTTPConnection("127.0.0.1", parts.port or 0) for _ in range(40)]
        for each in silent:
            each.connect()
        fields = dict(parse_qsl(parts.query))
        forged = f"http://127.0.0.1:{parts.port}/?code={fields['code']}&state=another"
        status, page = come_back(forged)
        assert (status, "belongs to another sign-in" in page) == (400, True)
        assert come_back(f"http://127.0.0.1:{parts.port}/favicon.ico")[0] == 404
        assert terminal.seen.count("SMTP_AUTH") == 0
        assert come_back(address)[0] == 200
        assert terminal.end() == 0
