"""Access tokens, from their source to the wire, and what is told when they are refused."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Callable
from pathlib import Path

import pytest
from fakes.certificates import Certificates
from fakes.plugin import SECRET, USER, Check, ask, run
from fakes.scripts import ACCEPT, answer, clear, starttls
from fakes.server import Connection, Script, Server, expect, send
from test_probe_secrets import require_hidden

MECHANISMS = ("OAUTHBEARER", "XOAUTH2")
REFUSAL = {"status": "invalid_token", "scope": "https://mail.google.com/"}
NO = b"535 5.7.8 Username and Password not accepted\r\n"
SHOWN = (("-vvv",), ("--output", "json"))


@pytest.fixture
def token_file(tmp_path: Path) -> Path:
    """A file with a token, its owner's only."""
    file = tmp_path / "token"
    file.touch(0o600)
    file.write_text(f"{SECRET}\n")
    return file


def message(mechanism: str, port: int, token: str = SECRET) -> str:
    """The one message of a mechanism, in base64."""
    before = {
        "OAUTHBEARER": f"n,a={USER},\1host=localhost\1port={port}",
        "XOAUTH2": f"user={USER}",
    }[mechanism]
    return b64encode(f"{before}\1auth=Bearer {token}\1\1".encode()).decode()


def challenge(document: object) -> bytes:
    """A refusal as it comes before the final reply."""
    return b"334 " + b64encode(json.dumps(document).encode()) + b"\r\n"


def refusing(document: object) -> Script:
    """The server's part of a login with a token that it refuses, and says why."""
    return [expect(b"AUTH"), send(challenge(document)), expect(b""), send(NO)]


def test_a_token_from_a_file(check: Check, certificates: Certificates, token_file: Path) -> None:
    """--token-file logs in by OAUTHBEARER, with one message to the right host and port."""
    script = starttls(certificates.server.file, ACCEPT, offer="AUTH PLAIN XOAUTH2 OAUTHBEARER")
    with Server(script) as server:
        done = check(server, "-P", "", "--token-file", token_file)
    assert done.code == 0
    assert "authenticated by OAUTHBEARER over TLS" in done.first
    line = f"AUTH OAUTHBEARER {message('OAUTHBEARER', server.port)}"
    assert [each for each in server.lines if each.startswith(b"AUTH")] == [line.encode()]


def test_a_token_from_a_command(check: Check, certificates: Certificates) -> None:
    """--token-command takes the first line of the command's output for the token."""
    script = starttls(certificates.server.file, ACCEPT, offer="AUTH PLAIN XOAUTH2")
    with Server(script) as server:
        done = check(server, "-P", "", "--token-command", f"printf '{SECRET}\\nmore\\n'")
    assert done.code == 0
    assert f"AUTH XOAUTH2 {message('XOAUTH2', server.port)}".encode() in server.lines


BAD: dict[str, tuple[Callable[[Path], object], str]] = {
    "absent": (lambda file: file.unlink(), "--token-file: no such file or directory"),
    "open to everyone": (lambda file: file.chmod(0o644), "the file of --token-file is open to"),
    "empty": (lambda file: file.write_text(""), "the token file has an empty first line"),
    "a directory": (lambda file: (file.unlink(), file.mkdir()), "--token-file: a directory"),
    "too long": (lambda file: file.write_text("x" * 32_001), "the token file has a first line of"),
}


@pytest.mark.parametrize("case", BAD)
def test_a_bad_token_file(token_file: Path, case: str) -> None:
    """A token file that is not there, not private or empty is UNKNOWN, told by its option."""
    spoil, words = BAD[case]
    spoil(token_file)
    done = run("-H", "127.0.0.1", "-u", USER, "--token-file", token_file)
    assert (done.code, len(done.lines)) == (3, 1)
    assert words.lower() in done.first.lower()
    assert SECRET not in done.output


# What was given for an access token, and words that tell what it is.
JWT = "eyJhbGciOiJSUzI1NiJ9.eyJhdWQiOiJodHRwczovL291dGxvb2sub2ZmaWNlLmNvbSJ9.c2lnbmF0dXJl"
READY = f"user={USER}\1auth=Bearer {SECRET}\1\1"
GS2 = f"n,a={USER},\1host=mail.example.test\1port=587\1auth=Bearer {SECRET}\1\1"
NO_TOKENS = {
    f"Bearer {SECRET}": "the word bearer before it",
    f"bearer\t{SECRET}": "the word bearer before it",
    f"Basic {b64encode(SECRET.encode()).decode()}": "the word basic before it",
    f"auth=Bearer {SECRET}": "the word auth before it",
    f"AUTH XOAUTH2 {b64encode(SECRET.encode()).decode()}": "the word auth before it",
    b64encode(f"auth=Bearer {SECRET}".encode()).decode(): "a whole SASL message",
    b64encode(f"Bearer {SECRET}".encode()).decode(): "a whole SASL message",
    f"-----BEGIN PRIVATE KEY-----\n{SECRET}": "a key or a certificate",
    f"{SECRET}\t": "spaces before, after or in it",
    f"Authorization: Bearer {SECRET}": "the word authorization before it",
    f"token: {SECRET}": "the word token before it",
    f"access_token={SECRET}": "the word access_token before it",
    f'{{"access_token": "{SECRET}", "expires_in": 3599}}': "JSON",
    f'[{{"token": "{SECRET}"}}]': "JSON",
    f'"{SECRET}"': "one in quotes",
    f"'{JWT}'": "one in quotes",
    f"{SECRET}`": "one in quotes",
    "null": "only the word null",
    "None\n": "only the word none",
    "undefined\r\n": "only the word undefined",
    "Bearer ": "only the word bearer",
    READY: "a whole SASL message",
    READY.replace("\1", "^A"): "a whole SASL message",
    GS2: "a whole SASL message",
    b64encode(READY.encode()).decode(): "a whole SASL message",
    b64encode(GS2.encode()).decode(): "a whole SASL message",
    f" {SECRET}": "spaces before, after or in it",
    f"{SECRET} ": "spaces before, after or in it",
    f"{JWT[:30]} {JWT[30:]}": "spaces before, after or in it",
    f"{SECRET}\x7f": "invalid characters",
    f"{SECRET}\u200b": "invalid characters",
    f"{SECRET}\u00e9": "invalid characters",
    f"“{SECRET}”": "invalid characters",
    f"<{SECRET}>": "invalid characters",
    f"a=b={SECRET}": "invalid characters",
    "7c3d1e1a-4f0c-4a3b-9d57-0f5a2b9c8e11": "an ID",
    "{7C3D1E1A-4F0C-4A3B-9D57-0F5A2B9C8E11}": "JSON",
    f"{JWT[:64]}\n{JWT[64:]}\n": "split over several lines",
    f"{JWT[:50]}\n{JWT[50:]}\n": "split over several lines",
    f"{JWT}\r\n{JWT}\r\n{JWT[:9]}==\r\n": "split over several lines",
    f"{'x' * 76}\n{SECRET}": "split over several lines",
}


@pytest.mark.parametrize("given", NO_TOKENS)
@pytest.mark.parametrize("option", ["--token-file", "--token-command", "stdin"])
def test_what_is_no_token(token_file: Path, given: str, option: str) -> None:
    """What can be no access token is told before anything is sent, and not shown."""
    token_file.write_bytes(given.encode())
    options = {
        "--token-file": ("--token-file", str(token_file)),
        "--token-command": ("--token-command", f"cat {token_file}"),
        "stdin": ("--token-file", "-"),
    }[option]
    with Server([]) as server:
        where = ("-H", "127.0.0.1", "-p", str(server.port), "-u", USER)
        words = (*where, *options, "--state-dir", "none", "--output", "json")
        done = run(*words, stdin=given.encode()) if option == "stdin" else ask(*words)
        assert not server.connections
    assert (done.code, done.account["diagnosis"]) == (3, "misconfigured")
    assert NO_TOKENS[given] in done.account["summary"]
    assert "does not have an access token on its first line, but " in done.account["summary"]
    for secret in (SECRET, JWT[:20], JWT[-9:]):
        assert secret not in done.output


TOKENS = [
    JWT,
    "ya29.a0AfB_byC-4~x/y+z==",
    "EwB4A8l6BAAUkj1NuJYtTVha",
    "1000.8cb99dxxxxxxxxxxxxx9be93.9b8xxxxxxxxxxxxxxxf",
    "fma1-7c3d-1e1a4f0c",
    "user_dXNlcj0.token",
    "x",
]


@pytest.mark.parametrize("rest", ["", "\n", "\r\n", "\nmore\n", "\n\nmore of it, in words\n"])
@pytest.mark.parametrize("token", TOKENS)
def test_what_is_a_token(token_file: Path, token: str, rest: str) -> None:
    """Tokens of real providers are taken, whatever stands in the lines after them."""
    token_file.write_bytes(f"{token}{rest}".encode())
    where = ("-H", "127.0.0.1", "-p", "1", "-u", USER, "--state-dir", "none")
    for option, value in (("file", str(token_file)), ("command", f"cat {token_file}")):
        done = ask(*where, f"--token-{option}", value, "--output", "json")
        assert done.account["diagnosis"] == "connection-refused"


@pytest.mark.parametrize("token", ["1//0gABC-def_", "0.AXEAabc.def", "1.AXEAabc", "M.C507_BAY.0.U"])
def test_a_refresh_token_in_an_access_tokens_place(
    check: Check, certificates: Certificates, token_file: Path, token: str
) -> None:
    """Where it was refused, and looks like a refresh token, that is told."""
    token_file.write_text(token)
    said = "This looks like a refresh token"
    script = starttls(certificates.server.file, refusing(REFUSAL), offer="AUTH XOAUTH2")
    with Server(script) as server:
        assert said in check(server, "-P", "", "--token-file", token_file).long
    with Server(starttls(certificates.server.file, [expect(b"AUTH"), send(NO)])) as server:
        done = check(server, "-P", token_file)
    assert done.code == 2
    assert said not in done.long


@pytest.mark.parametrize(
    ("command", "code", "diagnosis"),
    [
        ("false", 2, "token-unavailable"),
        ("true", 2, "token-unavailable"),
        ("/nonexistent/command", 3, "misconfigured"),
    ],
)
def test_a_bad_token_command(command: str, code: int, diagnosis: str) -> None:
    """A command that gives no token is CRITICAL; one that cannot be run is our own fault."""
    options = ("--token-command", command, "--output", "json")
    done = run("-H", "127.0.0.1", "-u", USER, *options)
    assert (done.code, done.account["diagnosis"]) == (code, diagnosis)
    assert "--token-command" in done.account["summary"]


@pytest.mark.parametrize("mechanism", MECHANISMS)
def test_a_refused_token(
    check: Check, certificates: Certificates, token_file: Path, mechanism: str
) -> None:
    """A refused token is token-rejected after one AUTH, with what the server says of it."""
    options = ("-P", "", "--token-file", token_file)
    script = starttls(certificates.server.file, refusing(REFUSAL), offer=f"AUTH {mechanism}")
    with Server(script) as server:
        done, in_json = check(server, *options), check(server, *options, "--output", "json")
    assert done.code == 2
    assert ": the access token was rejected: 535 5.7.8 Username and Password" in done.first
    says = "The server says about the token: status invalid_token, scope https://mail.google.com/."
    assert says in done.long
    assert in_json.account["diagnosis"] == "token-rejected"
    assert says in in_json.account["advice"]
    assert server.count(b"AUTH") == 2
    acknowledged = {"OAUTHBEARER": b"AQ==", "XOAUTH2": b""}[mechanism]
    lines = server.lines
    assert lines[next(i for i, each in enumerate(lines) if each[:4] == b"AUTH") + 1] == acknowledged


@pytest.mark.parametrize("options", SHOWN)
@pytest.mark.parametrize(
    "status",
    ["a|b", "a\r\nSMTP_AUTH OK - x", "\x1b[2J", "\u202e\u2028", "x" * 9_000, 401, {"a": 1}, None],
)
def test_a_hostile_refusal_breaks_nothing(
    check: Check,
    certificates: Certificates,
    token_file: Path,
    status: object,
    options: tuple[str, ...],
) -> None:
    """Whatever stands in a refusal, first line, perfdata, JSON and exit code stay whole."""
    script = refusing({"status": status, "scope": status})
    with Server(starttls(certificates.server.file, script, offer="AUTH XOAUTH2")) as server:
        done = check(server, "-P", "", "--token-file", token_file, *options)
    assert done.code == 2


def test_accepted_after_a_refusal(
    check: Check, certificates: Certificates, token_file: Path
) -> None:
    """A token that was refused and then accepted is protocol-error, never OK."""
    script = [*refusing(REFUSAL)[:-1], send(b"235 2.7.0 ok\r\n")]
    with Server(starttls(certificates.server.file, script, offer="AUTH XOAUTH2")) as server:
        done = check(server, "-P", "", "--token-file", token_file, "--output", "json")
    assert (done.code, done.account["diagnosis"]) == (2, "protocol-error")


@pytest.mark.parametrize("mechanism", MECHANISMS)
@pytest.mark.parametrize("length", [200, 2000, 9_000])
def test_a_long_token(
    check: Check, certificates: Certificates, token_file: Path, mechanism: str, length: int
) -> None:
    """A token goes on a line of its own where the AUTH line would pass 512 octets."""
    token = "x" * length
    token_file.write_text(token)
    held = [*answer(b"AUTH", b"334 \r\n"), *answer(b"", b"235 2.7.0 ok\r\n")]
    script = held if length > 300 else ACCEPT
    with Server(starttls(certificates.server.file, script, offer=f"AUTH {mechanism}")) as server:
        assert check(server, "-P", "", "--token-file", token_file).code == 0
    lines = server.lines
    begin = next(i for i, each in enumerate(lines) if each.startswith(b"AUTH"))
    sent = message(mechanism, server.port, token)
    together = [f"AUTH {mechanism} {sent}".encode(), b"QUIT"]
    apart = [f"AUTH {mechanism}".encode(), sent.encode(), b"QUIT"]
    assert lines[begin:] == (apart if length > 300 else together)
    assert all(len(each) <= 510 for each in lines if each.startswith(b"AUTH"))


def test_a_token_stays_at_home_without_tls(check: Check, token_file: Path) -> None:
    """Without TLS a token is not sent, unless --allow-cleartext says so."""
    options = ("-P", "", "--token-file", token_file, "--tls", "none")
    offer = "AUTH XOAUTH2 OAUTHBEARER"
    with Server(clear(offer=offer)) as server:
        refused = check(server, *options, host="0.0.0.0")
    assert refused.code == 3
    assert "would send the access token in clear text" in refused.first
    assert "--allow-cleartext" in refused.first
    assert server.count(b"AUTH") == 0
    with Server(clear(ACCEPT, offer=offer)) as server:
        assert check(server, *options, "--allow-cleartext", host="0.0.0.0").code == 0


@pytest.mark.parametrize(
    ("offer", "option"), [("PLAIN LOGIN SCRAM-SHA-256", "--token-file"), ("XOAUTH2", "-P")]
)
def test_a_secret_goes_only_where_it_belongs(
    check: Check, certificates: Certificates, token_file: Path, offer: str, option: str
) -> None:
    """A token is not sent by PLAIN, nor a password by XOAUTH2: nothing is sent at all."""
    script = starttls(certificates.server.file, offer=f"AUTH {offer}")
    with Server(script) as server:
        done = check(server, "-P", "", option, token_file, "--output", "json")
    assert (done.code, done.account["diagnosis"]) == (2, "mechanism-unavailable")
    assert server.count(b"AUTH") == 0


@pytest.mark.parametrize("mechanism", MECHANISMS)
@pytest.mark.parametrize("options", SHOWN)
@pytest.mark.parametrize("before", ["", "x", "xx"], ids=["aligned", "by one", "by two"])
def test_an_echo_of_the_token_is_masked(
    check: Check,
    certificates: Certificates,
    token_file: Path,
    mechanism: str,
    options: tuple[str, ...],
    before: str,
) -> None:
    """A server that repeats the token, plain, encoded or in its message, does not show it."""
    encoded = b64encode(f"{before}{SECRET}{before}".encode()).decode()
    text = f"{SECRET} {encoded}"
    document = {"status": text, "scope": f"auth=Bearer {SECRET}\1\1", "x" + before: encoded}

    def repeat(connection: Connection) -> None:
        line = connection.read_line().decode()
        connection.send(challenge(document))
        connection.read_line()
        piece = line.split()[2][3:-3]
        connection.send(f"535-5.7.8 {text}\r\n535-5.7.8 {line}\r\n535 {piece}\r\n".encode())

    script = starttls(certificates.server.file, [repeat], offer=f"AUTH {mechanism}")
    with Server(script) as server:
        done = check(server, "-P", "", "--token-file", token_file, *options)
    assert done.code == 2
    require_hidden(done)
    assert message(mechanism, server.port) not in done.output
