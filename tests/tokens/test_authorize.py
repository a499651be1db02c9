"""The first refresh token, at a terminal, from an authorization server of real parts."""

from __future__ import annotations

import errno
import http.client
import os
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn
from urllib.parse import parse_qsl, urlsplit

import pytest
from fakes.authorization import AuthorizationServer
from fakes.keys import certificate_pem, pem, private_key, public_pem
from fakes.plugin import USER, Run, as_another_user, run
from fakes.scripts import ACCEPT, REJECT, clear
from fakes.server import Script, Server
from fakes.terminal import Terminal
from fakes.timing import AT_ONCE

from check_smtp_auth.accounts import Misconfigured
from check_smtp_auth.net.loop import Wait, run_one
from check_smtp_auth.secret import Secret
from check_smtp_auth.tokens import authorize, files, interview, rotation
from check_smtp_auth.tokens.client import Client, TokenUnavailable

from .conftest import SECRET, Place

SMTP = "https://outlook.office.com/SMTP.Send"
REFRESH_GRANT = {"grant": "refresh-token", "refresh_token_file": "refresh"}
MICROSOFT = {"provider": "microsoft365", "scope": f"{SMTP} offline_access"}
GOOGLE = {"provider": "google", "scope": "https://mail.google.com/"}


def describe(place: Place, server: AuthorizationServer, **keys: object) -> None:
    """Describe a client for whom somebody is to sign in."""
    server.register("app")
    place.describe(
        **{
            **REFRESH_GRANT,
            "token_endpoint": server.url,
            "ca_file": server.ca_file,
            "client_id": "app",
            **keys,
        }
    )


def describe_google(place: Place, server: AuthorizationServer, **keys: object) -> None:
    """Describe a client of Google's kind."""
    authorization = server.url.replace("/token", "/authorize")
    describe(place, server, **GOOGLE, authorization_endpoint=authorization, **keys)


@contextmanager
def at_terminal(
    place: Place, *options: str, login: Script = ACCEPT, before: tuple[str, ...] = ()
) -> Iterator[Terminal]:
    """Sign in for an account whose mail server plays ``login`` from AUTH on."""
    with Server(clear(login, offer="AUTH OAUTHBEARER")) as mail:
        where = ("-H", "127.0.0.1", "-p", str(mail.port), "--tls", "none", "-u", USER)
        memory = ("--state-dir", place.state, "-t", "10")
        words = (*where, "--oauth", place.file, *memory, "--authorize", *options)
        with Terminal(*words, before=before) as terminal:
            yield terminal


def check(place: Place) -> Run:
    """Check the account as a monitor does."""
    with Server(clear(ACCEPT, offer="AUTH OAUTHBEARER")) as mail:
        where = ("-H", "127.0.0.1", "-p", str(mail.port), "--tls", "none", "-u", USER)
        memory = ("--state-dir", place.state, "--output", "json")
        return run(*where, "--oauth", place.file, *memory)


def enter_code(terminal: Terminal, server: AuthorizationServer, approves: bool = True) -> None:
    """Do in a browser what the terminal says."""
    terminal.until(r"https://login\.example\.test/device\n")
    code = terminal.until(r"Enter this code there:\n\n +(\S+)\n")[1]
    server.people.enter(code, approves)


def ended_at(terminal: Terminal, server: AuthorizationServer, approves: bool = True) -> str:
    """Sign in in a browser; return the address at which it ends."""
    terminal.until("You have ")
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
    given.append(SECRET)
    assert len(given) > 2
    assert [each for each in given if each in terminal.seen] == []


def last_line(terminal: Terminal) -> str:
    """What a monitor would be told."""
    lines = [line for line in terminal.seen.split("\n") if line]
    assert lines[-1].startswith("SMTP_AUTH "), terminal.seen
    return lines[-1]


def refused(place: Place, *options: str, before: tuple[str, ...] = ()) -> str:
    """What is said where nobody is even asked."""
    with at_terminal(place, *options, before=before) as terminal:
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
    describe_google(place, server, client_secret=SECRET)
    server.register("app", SECRET)
    with at_terminal(place) as terminal:
        status, page = come_back(ended_at(terminal, server))
        assert (status, "Go back to the terminal" in page) == (200, True)
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
        terminal.until("That address does not work: it belongs to another sign-in")
        terminal.type("no address at all\n")
        terminal.until("That address does not work: there is no code in it")
        terminal.type(f"  {address}\n")
        assert terminal.end() == 0
    assert place.refresh_file.read_text().strip() in server.provider.refresh_tokens
    require_nothing_shown(terminal, server)


def test_a_certificate_proves_who_asks(place: Place, server: AuthorizationServer) -> None:
    """A client with a certificate shows it with each request, each time anew."""
    key = private_key()
    place.write("both.pem", pem(key) + certificate_pem(key))
    describe(place, server, **MICROSOFT, client_certificate_file="both.pem")
    server.register("app", key=public_pem(key))
    with at_terminal(place) as terminal:
        enter_code(terminal, server)
        assert terminal.end() == 0
    shown = [form["client_assertion"] for form in server.forms]
    assert len(set(shown)) == len(shown) >= 3
    assert not any(each in terminal.seen for each in shown)


def test_a_key_that_cannot_sign_is_found_out_at_first(
    place: Place, server: AuthorizationServer
) -> None:
    """What would be of no use once somebody has signed in is told before."""
    key = private_key()
    place.write("both.pem", certificate_pem(key) + "-----BEGIN PRIVATE KEY-----\nx\n")
    describe_google(place, server, client_certificate_file="both.pem")
    assert "--oauth client-key-file" in refused(place)


def test_nobody_comes_back(
    place: Place, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """After ten minutes it is over in a browser too; a terminal that has ended changes nothing."""
    ended, other = os.pipe()
    os.close(other)
    monkeypatch.setattr(interview, "TERMINAL", ended)
    monkeypatch.setattr(interview, "LONGEST", 0.2)
    client = Client("google", *("refresh-token", "https://x.test/", "mail", "app"))
    with pytest.raises(TokenUnavailable, match="nobody signed in within the time limit"):
        run_one(interview.sign_in(client, USER, 5.0, False))
    os.close(ended)
    assert "Open this address in a browser" in capfd.readouterr().out


def test_a_terminal_whose_lines_end_otherwise(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """What is pasted is read in whatever pieces it comes, and from a terminal in raw mode too."""
    typed, terminal = os.pipe()
    monkeypatch.setattr(interview, "TERMINAL", typed)
    monkeypatch.setattr(os, "urandom", bytes)
    state = "A" * 22
    os.write(terminal, b"what now\rhttp://127.0.0.1:1/?error=server_error")
    client = Client("google", *("refresh-token", "https://x.test/", "mail", "app"))
    steps = interview.sign_in(client, USER, 5.0, False)
    assert typed in next(steps).descriptors
    assert typed in steps.send(True).descriptors
    os.write(terminal, f"&state={state}\r".encode())
    with pytest.raises(TokenUnavailable, match="server_error"):
        steps.send(True)
    assert "there is no code in it" in capfd.readouterr().out
    os.close(typed)
    os.close(terminal)


def test_the_token_is_its_owners_only(place: Place, server: AuthorizationServer) -> None:
    """Whatever was in its place, and whatever the umask, nobody else can read the new token; a
    link stays one, and nothing is left beside.
    """
    describe(place, server, **MICROSOFT)
    kept = place.write("kept", "old\n", 0o644)
    place.refresh_file.symlink_to(kept)
    old = os.umask(0)
    try:
        with at_terminal(place) as terminal:
            enter_code(terminal, server)
            assert terminal.end() == 0
    finally:
        os.umask(old)
    status = kept.stat()
    assert (stat.S_IMODE(status.st_mode), status.st_uid) == (0o600, os.geteuid())
    assert place.refresh_file.is_symlink()
    assert {each.name for each in place.directory.iterdir()} == {
        *("oauth.ini", "refresh", "kept", "state")
    }


def test_the_token_stays_though_the_mail_server_refuses_it(
    place: Place, server: AuthorizationServer
) -> None:
    """What the mail server says of the new token decides the exit code, and not whether it is
    kept.
    """
    describe(place, server, **MICROSOFT)
    with at_terminal(place, "-vvv", login=REJECT) as terminal:
        enter_code(terminal, server)
        assert terminal.end() == 2
    assert "SMTP_AUTH CRITICAL - finance@example.test" in terminal.seen
    assert place.refresh_file.read_text().strip() in server.provider.refresh_tokens
    require_nothing_shown(terminal, server)


def test_what_was_got_with_the_old_token_is_dropped(
    place: Place, server: AuthorizationServer
) -> None:
    """The access token of before is gone, though the check gets no other; the new token stays."""
    describe(place, server, **MICROSOFT)
    server.give("old-token", "app", MICROSOFT["scope"])
    place.write("refresh", "old-token\n")
    assert check(place).code == 0
    (cached,) = place.state.glob("token-*.json")
    server.provider.answered = {"refresh_token": "never-heard-of"}
    with at_terminal(place) as terminal:
        enter_code(terminal, server)
        assert terminal.end() == 2
    assert "no access token" in terminal.seen
    assert not cached.exists()
    assert place.refresh_file.read_text() == "never-heard-of\n"


def test_a_new_token_is_tried_though_the_old_one_is_held(
    place: Place, server: AuthorizationServer
) -> None:
    """Who signs in because the old token was refused need not wait for the end of its hold."""
    describe(place, server, **MICROSOFT)
    place.write("refresh", "dead-token\n")
    assert [check(place).account["diagnosis"] for _ in range(3)] == [
        *("token-unavailable", "token-unavailable", "held")
    ]
    with at_terminal(place) as terminal:
        enter_code(terminal, server)
        assert terminal.end() == 0


REFUSALS: list[tuple[int, dict[str, object], str]] = [
    (
        401,
        {"error": "invalid_client", "error_description": "AADSTS7000218: The request body must"},
        "Allow public client flows",
    ),
    (
        400,
        {"error": "invalid_grant", "error_codes": [53003], "error_description": "AADSTS53003: No"},
        "run it again with --authorize=browser",
    ),
    (500, {"error": "server_error"}, "run it again later"),
]


@pytest.mark.parametrize(("status", "fields", "advice"), REFUSALS)
def test_what_the_provider_refuses(
    place: Place, server: AuthorizationServer, status: int, fields: dict[str, object], advice: str
) -> None:
    """What the provider says is told with what to do about it, in one line; nothing is written."""
    describe(place, server, **MICROSOFT)
    server.error = (status, fields)
    line = refused(place)
    assert f"no refresh token: {fields['error']}" in line
    assert advice in line
    assert sorted(each.name for each in place.directory.iterdir()) == ["oauth.ini"]


@pytest.mark.parametrize(
    ("answered", "words"),
    [
        ({"refresh_token": None}, "but no refresh token. scope must contain offline_access"),
        ({"scope": "openid profile"}, "does not cover sending mail by SMTP. The application needs"),
    ],
)
def test_an_answer_that_will_not_do(
    place: Place, server: AuthorizationServer, answered: dict[str, object], words: str
) -> None:
    """An answer without a refresh token, or for something else, is none: the old one stays."""
    describe(place, server, **MICROSOFT)
    place.write("refresh", "old-token\n")
    server.provider.answered = answered
    with at_terminal(place) as terminal:
        enter_code(terminal, server)
        assert terminal.end() == 3
    assert words in last_line(terminal)
    assert place.refresh_file.read_text() == "old-token\n"
    require_nothing_shown(terminal, server)


def test_a_check_that_is_getting_a_token_is_waited_for(place: Place) -> None:
    """A check that is about to put a new token in the old one's place does not put it in the
    place of the one that somebody has just signed in for.
    """
    place.describe(**MICROSOFT, tenant="t", client_id="app", **REFRESH_GRANT)
    place.write("refresh", "old-token\n")
    client, path = place.client(), str(place.refresh_file)
    place.refresh_file.chmod(0o640)
    held = rotation.lock(path)
    successor = rotation.Successor(path, held)
    kept = authorize._kept(client, Secret(b"first-token"))
    assert isinstance(next(kept), Wait)
    assert isinstance(kept.send(False), Wait)
    successor.write(Secret(b"rotated-token"))
    held.release()
    with pytest.raises(StopIteration):
        kept.send(False)
    assert place.refresh_file.read_text() == "first-token\n"
    assert stat.S_IMODE(place.refresh_file.stat().st_mode) == 0o600


def test_a_file_that_cannot_be_read_is_replaced(place: Place) -> None:
    """What a copy as another user left behind, which we cannot lock, is no reason to lose the
    token.
    """
    place.describe(**MICROSOFT, tenant="t", client_id="app", **REFRESH_GRANT)
    place.write("refresh", "old-token\n")
    client = place.client()
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(rotation, "lock", unreadable)
        run_one(authorize._kept(client, Secret(b"first-token")))
    assert place.refresh_file.read_text() == "first-token\n"


def unreadable(_path: str) -> NoReturn:
    """Fail as for a file without rights."""
    raise Misconfigured("permission denied")


def test_a_full_disk_is_found_out_before_anybody_is_asked(place: Place) -> None:
    """Where there is no room for a token nobody is asked to sign in, and nothing is left there."""
    place.write("refresh", "old-token\n")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(files, "write", full)
        with pytest.raises(Misconfigured, match=r"no space left.*fix that first"):
            rotation.require_place(str(place.refresh_file))
        with pytest.raises(Misconfigured, match=r"no space left.*someone has to sign in again"):
            rotation.put(str(place.refresh_file), Secret(b"first-token"))
    assert place.refresh_file.read_text() == "old-token\n"
    assert [each.name for each in place.directory.iterdir()] == ["refresh"]


def full(_descriptor: int, _octets: bytes) -> NoReturn:
    """Fail as on a full disk."""
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_the_token_is_on_the_disk_before_it_is_in_its_place(place: Place) -> None:
    """A crash leaves the old token or the new one, whole: it is written beside, to a file that was
    not there, flushed, and renamed.
    """
    place.write("refresh", "old-token\n")
    calls: list[str] = []
    with pytest.MonkeyPatch.context() as patched:
        for name in ("open", "fsync", "replace"):
            patched.setattr(os, name, noted(name, getattr(os, name), calls))
        rotation.put(str(place.refresh_file), Secret(b"first-token"))
    assert [call for call in calls if call != "open"] == ["open new", "fsync", "replace", "fsync"]
    assert place.refresh_file.read_text() == "first-token\n"


def noted(name: str, real: Any, calls: list[str]) -> Any:
    """Note each call of a function, and of those that make a new file that they do."""

    def call(*arguments: Any, **more: Any) -> Any:
        new = name == "open" and arguments[1] & os.O_EXCL
        calls.append(f"{name} new" if new else name)
        return real(*arguments, **more)

    return call


@pytest.mark.parametrize("way", ["device", "browser"])
def test_an_endpoint_that_repeats_what_it_was_sent(
    place: Place, server: AuthorizationServer, way: str
) -> None:
    """What a token could be got with is hidden in what the endpoint says."""
    describe(place, server, **MICROSOFT)
    server.echoes = True
    with at_terminal(place, f"--authorize={way}") as terminal:
        if way == "browser":
            come_back(ended_at(terminal, server).replace("localhost", "127.0.0.1"))
        assert terminal.end() == 3
    assert "no refresh token: invalid_grant" in last_line(terminal)
    told = {"device": "run it again, and enter the new one", "browser": "paste all of it"}
    assert told[way] in last_line(terminal)
    hidden = ("device_code", "code", "code_verifier")
    values = [value for name, value in server.forms[-1].items() if name in hidden]
    assert values
    assert not any(value in terminal.seen for value in values)


def test_each_request_has_its_time(place: Place, server: AuthorizationServer) -> None:
    """An endpoint that does not answer is given up after -t."""
    describe(place, server, **MICROSOFT)
    server.held.clear()
    began = time.monotonic()
    assert "did not answer in time" in refused(place, "-t", "0.5")
    assert time.monotonic() - began < AT_ONCE


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


@pytest.mark.parametrize(
    ("fields", "advice"),
    [
        ({"error": "expired_token"}, "Run it again, and finish in the browser within the time"),
        (
            {"error": "invalid_grant", "error_description": "AADSTS53003: Access is blocked"},
            "A Conditional Access policy forbids it, as many do for device codes: run it again "
            "with --authorize=browser.",
        ),
    ],
)
def test_what_ends_a_code_that_was_shown(
    place: Place, server: AuthorizationServer, fields: dict[str, object], advice: str
) -> None:
    """What the provider says while somebody is at the browser ends it in one line, with what to
    do, exit 3, and the old token stays.
    """
    describe(place, server, **MICROSOFT)
    place.write("refresh", "old-token\n")
    with at_terminal(place) as terminal:
        terminal.until(r"Enter this code there:\n\n +(\S+)\n")
        server.error = (400, fields)
        assert terminal.end() == 3
    line = last_line(terminal)
    assert line.startswith(f"SMTP_AUTH UNKNOWN - no refresh token: {fields['error']}")
    assert advice in line
    assert place.refresh_file.read_text() == "old-token\n"
    assert [code for code in server.people.devices if code in terminal.seen] == []


def test_a_code_has_its_life(place: Place, server: AuthorizationServer) -> None:
    """Where nobody enters the code, it ends with the code's own life, however long that is."""
    describe(place, server, **MICROSOFT)
    server.people.life = 1.0
    with at_terminal(place) as terminal:
        terminal.until("You have 1 minute.")
        assert terminal.end() == 3
    assert "no refresh token: nobody signed in within the time limit. Run it" in last_line(terminal)


def test_who_declines_in_a_browser(place: Place, server: AuthorizationServer) -> None:
    """So it is told where the browser brings back a refusal, pasted or not."""
    describe_google(place, server)
    with at_terminal(place) as terminal:
        back = terminal.until(r"redirect_uri=(\S+?)&")[1]
        state = terminal.until(r"state=([\w-]+)")[1]
        terminal.until("You have ")
        assert back.startswith("http%3A%2F%2F127.0.0.1%3A")
        terminal.type(f"http://127.0.0.1:1/?error=access_denied&state={state}#\n")
        assert terminal.end() == 3
    assert "no refresh token: access_denied. The sign-in was declined" in last_line(terminal)


@pytest.mark.parametrize("way", ["device", "browser"])
def test_who_changes_his_mind(place: Place, server: AuthorizationServer, way: str) -> None:
    """Control-C ends it with one line of its own, exit 3."""
    describe(place, server, **MICROSOFT)
    with at_terminal(place, f"--authorize={way}") as terminal:
        terminal.until("You have ")
        terminal.type("half an address\x03")
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
    file = tmp_path / "output"
    with file.open("wb") as output, Terminal(*options, stdout=output.fileno()) as terminal:
        assert terminal.end() == 3
    assert "at a terminal" in file.read_text()
    with file.open("rb") as words, Terminal(*options, stdin=words.fileno()) as terminal:
        assert terminal.end() == 3
    assert "at a terminal" in terminal.seen
    assert server.asked == 0


# With the provider's own endpoints, which are not asked where nobody is.
REAL = {"token_endpoint": None, "ca_file": None, "tenant": "example.test"}
FAULTS: list[tuple[dict[str, object], str]] = [
    (
        {"grant": "client-credentials", "refresh_token_file": None},
        "--authorize is only for refresh",
    ),
    ({"client_id": None}, "--oauth client-id: missing"),
    ({"refresh_token_file": None}, "--oauth refresh-token-file: missing"),
    ({"refresh_token_file": "none/refresh"}, "no such file or directory"),
    ({"refresh_token_file": "state"}, "it is not a file"),
    ({"refresh_token_file": "open/refresh"}, "can be written to by others"),
    (
        {"device_endpoint": "http://login.example.test/"},
        "--oauth device-endpoint: must begin with https://",
    ),
    ({"provider": None}, "--oauth authorization-endpoint: missing; --authorize needs it"),
    (
        {**REAL, "scope": "https://graph.microsoft.com/Mail.Send offline_access"},
        "--oauth scope: for SMTP it is https://outlook.office.com/SMTP.Send offline_access",
    ),
    ({**REAL, "scope": SMTP}, "--oauth scope: without offline_access Microsoft issues no ref"),
    (
        {**REAL, "provider": "google", "tenant": None, "scope": "https://mail.google.example/"},
        "--oauth scope: for SMTP it is https://mail.google.com/",
    ),
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


def test_a_check_without_a_token_says_how_to_get_one(
    place: Place, server: AuthorizationServer
) -> None:
    """Before somebody has signed in, a check says what is missing, and by what it comes."""
    describe(place, server, **MICROSOFT)
    words = "--oauth refresh-token-file: no such file or directory: get the first token with --auth"
    assert words in check(place).account["summary"]
    assert server.asked == 0


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can be another user")
def test_who_may_not_write_there_is_not_asked(place: Place, server: AuthorizationServer) -> None:
    """As a user who cannot put a token there, or to whom the one that is there does not belong,
    nobody signs in.
    """
    describe(place, server, **MICROSOFT)
    line = refused(place, before=as_another_user())
    assert "cannot be written: permission denied; fix that first" in line.lower()
    place.write("refresh", "old-token\n")
    os.chown(place.refresh_file, 12345, -1)
    assert "belongs to user ID 12345: run this as that user" in refused(place)
    assert server.asked == 0


def test_google_gives_no_device_code(place: Place, server: AuthorizationServer) -> None:
    """Who wants a device code at Google is told so at once."""
    describe_google(place, server)
    assert "--authorize=device: Google does not support device codes for mail" in refused(
        place, "--authorize=device"
    )


def test_the_way_that_is_wanted_has_its_endpoint(place: Place, server: AuthorizationServer) -> None:
    """Who wants one of the two ways is told which endpoint that one needs, not of the other's."""
    keys = {**MICROSOFT, "provider": None, "tenant": None, "device_endpoint": server.url}
    describe(place, server, **keys)
    line = refused(place, "--authorize=browser")
    assert "--oauth authorization-endpoint: missing; --authorize=browser needs it" in line, line


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
