"""A secret that is too long for the AUTH command, and what is never sent (RFC 4954 section 4)."""

from __future__ import annotations

from pathlib import Path

import pytest
from fakes.certificates import Certificates
from fakes.plugin import SECRET, Check
from fakes.scripts import REJECTION, answer, starttls
from fakes.server import Server

ASK = b"334 \r\n"


@pytest.fixture
def memory(tmp_path: Path) -> tuple[str, str]:
    """The option for a state directory of the test's own."""
    return "--state-dir", str(tmp_path / "memory")


LONG = "x" * 420
HELD_BACK = [
    b"535 5.7.8 Error: authentication failed\r\n",
    b"535 5.7.8 Error: authentication failed: bad protocol / cancel\r\n",
    b"535 Incorrect authentication data\r\n",
    b"501 5.5.4 Syntax: AUTH mechanism\r\n",
    b"501 5.5.2 Cannot decode response\r\n",
    b"504 5.5.4 Unrecognized authentication type\r\n",
    b"500 5.5.1 Unrecognised command\r\n",
    b"502 5.5.1 Not implemented\r\n",
    b"535-5.7.8 Username and Password not accepted.\r\n535 5.7.8 gsmtp\r\n",
]


@pytest.mark.parametrize("refusal", HELD_BACK)
def test_a_long_password_that_is_not_asked_for(
    check: Check,
    certificates: Certificates,
    password_file: Path,
    memory: tuple[str, str],
    refusal: bytes,
) -> None:
    """A server that refuses AUTH PLAIN without an initial response has rejected no password."""
    password_file.write_text(f"{LONG}\n")
    for _ in range(4):
        script = starttls(certificates.server.file, answer(b"AUTH PLAIN", refusal))
        with Server(script) as server:
            run = check(server, *memory)
        assert b"AUTH PLAIN" in server.lines
        assert run.code == 2
        assert "the server refused this mechanism" in run.first
        assert "The password is too long for the AUTH command (512 bytes)" in run.long
        assert "-A LOGIN" in run.long
        assert "Not tried again before" not in run.long


@pytest.mark.parametrize(
    ("refusal", "slug"),
    [
        (b"421 4.7.0 Too many failed logins from your address\r\n", "rate-limited"),
        (b"454 4.7.0 Temporary authentication failure\r\n", "temporary-failure"),
        (b"550 5.7.1 Your account is disabled\r\n", "account-disabled"),
    ],
)
def test_a_reason_that_is_not_the_length(
    check: Check, certificates: Certificates, password_file: Path, refusal: bytes, slug: str
) -> None:
    """Where the server gives another reason, no shorter password is advised."""
    password_file.write_text(f"{LONG}\n")
    with Server(starttls(certificates.server.file, answer(b"AUTH PLAIN", refusal))) as server:
        run = check(server, "--output", "json")
    assert run.account["diagnosis"] == slug
    assert "too long" not in run.account["advice"]


@pytest.mark.parametrize("name", ["XOAUTH2", "OAUTHBEARER"])
def test_a_long_token_that_is_not_asked_for(
    check: Check, certificates: Certificates, password_file: Path, name: str
) -> None:
    """The same holds for an access token, which mostly is that long."""
    password_file.write_text("t" * 2000 + "\n")
    refusal = answer(b"AUTH", b"535 5.7.3 Authentication unsuccessful\r\n")
    with Server(starttls(certificates.server.file, refusal, offer=f"AUTH {name}")) as server:
        run = check(server, "-P", "", "--token-file", password_file, "--output", "json")
    assert (run.code, run.account["diagnosis"]) == (2, "mechanism-unavailable")
    assert any("The access token is too long" in hint for hint in run.account["advice"].split("\n"))


def test_a_long_password_that_is_asked_for(
    check: Check, certificates: Certificates, password_file: Path
) -> None:
    """After a 334 the long password is sent, on a line of its own, and counts as others do."""
    password_file.write_text(f"{LONG}\n")
    for last, slug in ((b"235 ok\r\n", "authenticated"), (REJECTION, "credentials-rejected")):
        script = [*answer(b"AUTH PLAIN", ASK), *answer(b"", last)]
        with Server(starttls(certificates.server.file, script)) as server:
            run = check(server, "--output", "json")
        assert run.account["diagnosis"] == slug
        assert max(map(len, server.lines)) > 512


@pytest.mark.parametrize("name", ["LOGIN", "CRAM-MD5", "NTLM"])
def test_a_refusal_before_any_name(check: Check, certificates: Certificates, name: str) -> None:
    """A mechanism that is refused before the server heard of any account is unavailable."""
    script = answer(b"AUTH", b"535 5.7.8 Authentication failed\r\n")
    with Server(starttls(certificates.server.file, script, offer=f"AUTH {name}")) as server:
        run = check(server, "-A", name, "--output", "json")
    assert (run.code, run.account["diagnosis"]) == (2, "mechanism-unavailable")


@pytest.mark.parametrize("name", ["PLAIN", "LOGIN"])
def test_what_is_longer_than_smtp_takes(
    check: Check, certificates: Certificates, memory: tuple[str, str], name: str
) -> None:
    """A login of more than 12,288 octets of base64 is not sent, and says so."""
    cancelled = [*answer(b"AUTH", ASK), *answer(b"*", b"501 5.0.0 Cancelled\r\n")]
    script = cancelled if name == "LOGIN" else []
    for _ in range(3):
        with Server(starttls(certificates.server.file, script, offer=f"AUTH {name}")) as server:
            run = check(server, "-u", "u" * 12_000, *memory, "--output", "json")
        assert (run.code, run.account["diagnosis"]) == (2, "mechanism-unavailable")
        assert "12,288 bytes" in run.account["summary"]
        assert SECRET.encode() not in b"".join(server.lines)
