"""Servers that are no mail servers, or send what no mail server should: one clean result."""

from __future__ import annotations

from pathlib import Path
from typing import Callable

import pytest
from fakes.certificates import Certificates
from fakes.plugin import SECRET, USER, Check
from fakes.scripts import ACCEPT, GREET, answer, clear, starttls
from fakes.server import Script, Server, close, expect, flood, hang, send
from fakes.timing import AT_ONCE, in_time

STRANGERS: dict[str, Script] = {
    "SSH": [send(b"SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u3\r\n"), hang],
    "HTTP": [send(b"HTTP/1.0 400 Bad Request\r\nServer: nginx\r\n\r\n<html>"), close],
    "POP3": [send(b"+OK Dovecot ready.\r\n"), hang],
    "IMAP": [send(b"* OK [CAPABILITY IMAP4rev1] Dovecot ready.\r\n"), hang],
    "MySQL": [send(b"J\x00\x00\x00\x0a5.7.40\x00\x08\x00\x00\x00\r\n"), hang],
    "a lone line end": [send(b"\r\n"), hang],
    "zeros": [send(bytes(5000)), close],
    "two digits": [send(b"22 fake.test ESMTP\r\n"), hang],
    "no space": [send(b"220fake.test ESMTP\r\n"), hang],
    "mixed codes": [send(b"220-fake.test\r\n250 fake.test\r\n"), hang],
    "an odd code": [send(b"199 fake.test\r\n"), hang],
    "a wrong code": [send(b"250 fake.test\r\n"), hang],
    "334 for a greeting": [send(b"334 VXNlcm5hbWU6\r\n"), hang],
    "Arabic digits": [send("٢٢٠ fake.test\r\n".encode()), hang],
}


@pytest.mark.parametrize("stranger", list(STRANGERS))
def test_what_is_not_smtp_is_a_protocol_error(check: Check, stranger: str) -> None:
    """A service that does not speak SMTP is protocol-error at the greeting, told at once."""
    with Server(STRANGERS[stranger]) as server:
        run = check(server, "--output", "json")
    assert (run.code, run.account["diagnosis"]) == (2, "protocol-error")
    assert run.account["stage"] == "greeting"
    assert run.seconds < AT_ONCE
    assert server.count(b"AUTH") == 0


@pytest.mark.parametrize(
    ("stranger", "said"),
    [
        ("SSH", "'SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u3'"),
        ("HTTP", "'HTTP/1.0 400 Bad Request'"),
        ("IMAP", "'* OK [CAPABILITY IMAP4rev1] Dovecot ready.'"),
        ("two digits", "'22 fake.test ESMTP'"),
    ],
)
def test_what_speaks_another_protocol_is_quoted(check: Check, stranger: str, said: str) -> None:
    """The first line has what was said in place of a reply: it names the service that answers."""
    with Server(STRANGERS[stranger]) as server:
        run = check(server)
    assert run.first.endswith(f"a line that does not start with a reply code: {said}")


def test_what_is_quoted_gives_no_secret_away(check: Check) -> None:
    """A line that is no reply, and has the secret in it, is not quoted."""
    script = clear([expect(b"AUTH"), send(f"denied: {SECRET}\r\n".encode()), hang])
    with Server(script) as server:
        run = check(server, "--tls", "none", "-vvv")
    assert "the answer is not valid SMTP: [a line that held the secret]" in run.first
    assert SECRET not in run.output


FLOODS: dict[str, Script] = {
    "an endless line": [flood(b"2" * 65_536)],
    "an endless line of a reply": [send(b"220 "), flood(b"x" * 65_536)],
    "endless lines": [flood(b"220-fake.test\r\n" * 4096)],
    "endless replies": [flood(b"220 fake.test\r\n" * 4096)],
    "endless line ends": [flood(b"\r\n" * 4096)],
    "an endless EHLO": [*GREET, expect(b"EHLO"), flood(b"250-SIZE 10000000\r\n" * 4096)],
    "endless zeros": [*GREET, expect(b"EHLO"), flood(bytes(65_536))],
}


# Far less than a flood sends; a plain check needs a quarter of it.
LITTLE_MEMORY = ("prlimit", f"--data={96 * 1024 * 1024}")


@pytest.mark.parametrize("kind", list(FLOODS))
def test_a_flood_is_a_protocol_error_in_little_memory(check: Check, kind: str) -> None:
    """A server that never stops sending ends the check at once, and fills no memory."""
    with Server(FLOODS[kind]) as server:
        run = check(server, "--output", "json", before=LITTLE_MEMORY)
    assert (run.code, run.account["diagnosis"]) == (2, "protocol-error")
    assert run.seconds < AT_ONCE
    assert server.connections[0].octets_sent < 32 * 1024 * 1024


@pytest.mark.parametrize("command", ["AUTH", "QUIT"])
def test_a_flood_over_tls_is_bounded(
    check: Check, certificates: Certificates, command: str
) -> None:
    """A flood that comes after the login began, encrypted, is bounded in time and memory too."""
    accepted = ACCEPT if command == "QUIT" else []
    script = [*accepted, expect(command.encode()), flood(b"334 x\r\n" * 4096)]
    with Server(starttls(certificates.server.file, script)) as server:
        run = check(server, "--output", "json", before=LITTLE_MEMORY)
    expected = {"AUTH": (2, "protocol-error"), "QUIT": (0, "authenticated")}
    assert (run.code, run.account["diagnosis"]) == expected[command]
    assert run.seconds < AT_ONCE


def test_a_flood_in_place_of_a_handshake_is_bounded(check: Check) -> None:
    """A flood of what looks like TLS, and never ends, is bounded in time and memory."""
    record = b"\x16\x03\x03\x40\x00" + bytes(16_384)
    with Server([flood(record * 4)]) as server:
        options = ("--tls", "implicit", "-t", "1", "--output", "json")
        run = in_time(1, lambda: check(server, *options, before=LITTLE_MEMORY))
    assert run.code == 2
    assert run.account["diagnosis"] in ("tls-failed", "timeout")


def test_a_challenge_for_ever_is_cancelled(check: Check, certificates: Certificates) -> None:
    """A server that goes on asking after LOGIN's two answers is told "*", and given up."""
    ask = [expect(b""), send(b"334 UGFzc3dvcmQ6\r\n")]
    with Server(starttls(certificates.server.file, ask * 50, offer="AUTH LOGIN")) as server:
        run = check(server, "--output", "json")
    assert (run.code, run.account["diagnosis"]) == (2, "protocol-error")
    assert server.lines.count(b"*") == 1


# What a reply may hold: each would upset a terminal, a monitor, perfdata or JSON.
NASTY: dict[str, bytes] = {
    "a bar": b"no | total_time=0s;;;0",
    "perfdata": b"x' | 'evil'=1;2;3;4 || a=b",
    "ANSI colours": b"\x1b[31mred\x1b[0m\x1b]0;title\x07",
    "a bell and a backspace": b"\x07\x08\x08\x08OK",
    "a lone carriage return": b"bad\rSMTP_AUTH OK - forged",
    "a vertical tab and a form feed": b"bad\x0bSMTP_AUTH OK\x0cforged",
    "NUL": b"a\x00b",
    "DEL and C1": "a\x7fb\x85c\x9b31m".encode(),
    "invalid UTF-8": b"\xff\xfe\xc3(\xe2\x82",
    "Latin-1": "Mot de passe refus\xe9".encode("latin-1"),
    "surrogates": b"\xed\xa0\x80\xed\xb0\x80",
    "right to left": "\u202eKO\u202c \u2066x\u2069 \u200f".encode(),
    "an Arabic letter mark": "a\u061cb".encode(),
    "line separators": "a\u2028SMTP_AUTH OK\u2029b\u0085c".encode(),
    "hidden characters": "a\u200bb\ufeffc\u00add\u2060e\U000e0041".encode(),
    "HTML": b"<script>alert(1)</script>&amp;",
    "quotes": b"\"quoted\" 'single' \\back\\slash $(id) `id`",
    "an emoji": "\U0001f600 caf\u00e9".encode(),
    "too long": b"A" * 4000 + b"\xc3\xa9" * 4000,
    "spaces": b"  \t  spaced   out  \t ",
    "nothing": b"",
}


@pytest.mark.parametrize("nasty", list(NASTY))
def test_a_reply_cannot_break_the_output(
    check: Check, certificates: Certificates, nasty: str
) -> None:
    """Whatever a refusal says, first line, perfdata, long output and exit code stay whole."""
    script = answer(b"AUTH", b"535 5.7.8 " + NASTY[nasty] + b"\r\n")
    with Server(starttls(certificates.server.file, script)) as server:
        run = check(server, "-vv")
    assert run.code == 2
    account = f"{USER} at localhost:{server.port}"
    assert run.first.startswith(f"SMTP_AUTH CRITICAL - {account}: user name or password")
    assert set(run.perfdata) == {
        *("auth_time", "certificate_days", "connect_time", "tls_time", "total_time")
    }
    assert len(run.output.encode()) < 8192


@pytest.mark.parametrize("nasty", list(NASTY))
def test_a_reply_cannot_break_json(check: Check, certificates: Certificates, nasty: str) -> None:
    """Whatever greeting, EHLO and refusal say, JSON is one object within 8 KiB."""
    text = NASTY[nasty]
    hello = b"250-" + text + b"\r\n250-" + text + b"\r\n250 AUTH PLAIN " + text + b"\r\n"
    refusal = answer(b"AUTH", b"535-5.7.8 " + text + b"\r\n535 5.7.8 " + text + b"\r\n")
    script = [send(b"220 " + text + b"\r\n"), *answer(b"EHLO", hello), *refusal]
    with Server(script) as server:
        run = check(server, "--tls", "none", "--output", "json", host="127.0.0.1")
    assert (run.code, run.account["diagnosis"]) == (2, "credentials-rejected")
    assert run.account["reply"]["code"] == 535
    assert len(run.output.encode()) < 8192


@pytest.mark.parametrize("options", [(), ("-v",), ("-vv",), ("--output", "json")], ids=" ".join)
def test_a_talkative_ehlo_stays_within_bounds(check: Check, options: tuple[str, ...]) -> None:
    """An EHLO reply with hundreds of long mechanisms neither floods nor breaks the output."""
    names = " ".join("\U0001f600" * 90 + str(number) for number in range(20)).encode()
    lines = b"".join(b"250-AUTH %s-%d\r\n" % (names, number) for number in range(6))
    script = [*GREET, *answer(b"EHLO", b"250-fake.test\r\n" + lines + b"250 AUTH PLAIN\r\n")]
    refused = answer(b"AUTH", b"535 5.7.8 " + "\U0001f600".encode() * 2000 + b"\r\n")
    with Server([*script, *refused]) as server:
        run = check(server, "--tls", "none", *options, host="127.0.0.1")
    assert run.code == 2
    assert len(run.output.encode()) < 8192


def names_of(server: str) -> bytes:
    """A reply to EHLO with the most mechanisms that the reader lets through."""
    lines = (
        f"AUTH {' '.join(f'{server}{line:X}-{number}' for number in range(14))}"
        for line in range(500)
    )
    return "".join(f"250-{line}\r\n" for line in lines).encode() + b"250 AUTH PLAIN\r\n"


def words_of(server: str) -> bytes:
    """A reply to EHLO with the most extensions, each as long as can be."""
    lines = (f"{server}{line}-{'X' * 90} {'y' * 20}" for line in range(500))
    return "".join(f"250-{line}\r\n" for line in lines).encode() + b"250 AUTH PLAIN\r\n"


@pytest.mark.parametrize("offer", [names_of, words_of], ids=["mechanisms", "extensions"])
def test_a_server_cannot_fill_the_memory(
    check: Check, tmp_path: Path, offer: Callable[[str], bytes]
) -> None:
    """Thousands of new names at each check cost no time, and no place in what is remembered."""
    state = tmp_path / "state"
    for server_name in ("A", "B", "C"):
        hello = offer(server_name)
        assert len(hello) > 40_000
        script = [*GREET, *answer(b"EHLO", b"250-fake.test\r\n" + hello), *ACCEPT]
        with Server(script) as server:
            options = ("--tls", "none", "--state-dir", state, "--output", "json")
            run = check(server, *options, host="127.0.0.1")
        assert run.account["diagnosis"] in ("authenticated", "drifted")
        assert run.seconds < 2
    assert sum(file.stat().st_size for file in state.rglob("*") if file.is_file()) < 32_768


def test_of_a_long_reply_the_first_lines_are_shown(check: Check) -> None:
    """All of a long reply is heeded; as much as anybody reads is shown with -vvv, and nothing that
    was not searched for the secret.
    """
    lines = b"".join(b"250-X%d %s\r\n" % (number, b"y" * 100) for number in range(500))
    script = [*GREET, *answer(b"EHLO", b"250-fake.test\r\n" + lines + b"250 AUTH PLAIN\r\n")]
    refusal = (
        b"535-no\r\n" * 3 + lines.replace(b"250", b"535") + b"535 " + SECRET.encode() + b"\r\n"
    )
    with Server([*script, *answer(b"AUTH", refusal), close]) as server:
        run = check(server, "--tls", "none", "-vvv", host="127.0.0.1")
    assert run.code == 2
    assert 20_000 < len(run.output.encode()) < 40_000
    assert run.output.count(" more lines") == 2
    assert SECRET not in run.output


def test_a_reply_of_many_lines_is_one_text(check: Check) -> None:
    """The lines of a reply stand in the first line one after the other, each code told once."""
    refusal = b"535-5.7.8 Username and Password not accepted.\r\n535 5.7.8  See example.test\r\n"
    with Server(clear(answer(b"AUTH", refusal))) as server:
        run = check(server, "--tls", "none", host="127.0.0.1")
    assert run.first.endswith("535 5.7.8 Username and Password not accepted. See example.test")
