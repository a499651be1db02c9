"""No server, however mute or slow, keeps a check past its timeout; and the stage is told."""

from __future__ import annotations

import hashlib
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from fakes.certificates import Certificates
from fakes.namespace import with_hosts, with_mute_dns
from fakes.plugin import SECRET, USER, Check, run
from fakes.scram import server_first
from fakes.scripts import ACCEPT, GREET, answer, hello, implicit, starttls, until_tls
from fakes.server import Script, Server, drip, expect, hang, hear
from fakes.timing import in_time

STAGES = ("greeting", "ehlo", "starttls", "tls", "ehlo over TLS", "auth")
# The header of a TLS record of 16 KiB, which then comes an octet at a time.
RECORD = b"\x16\x03\x03\x40\x00" + bytes(60)


def slow_at(stage: str, certificates: Certificates, mute: Script, reply: Script) -> Script:
    """A server that behaves up to the stage, and there only plays ``mute`` or ``reply``.

    ``mute`` is for the handshake, ``reply`` for where a line of SMTP is due.
    """
    server = certificates.server.file
    return {
        "greeting": reply,
        "ehlo": [*GREET, expect(b"EHLO"), *reply],
        "starttls": [*GREET, *hello("STARTTLS"), expect(b"STARTTLS"), *reply],
        "tls": [*until_tls(), *mute],
        "ehlo over TLS": [*starttls(server)[:-2], expect(b"EHLO"), *reply],
        "auth": starttls(server, [expect(b"AUTH"), *reply]),
    }[stage]


@pytest.mark.parametrize("stage", STAGES)
def test_a_silent_server_is_a_timeout(check: Check, certificates: Certificates, stage: str) -> None:
    """A server that falls silent ends the check in time, idle, with the stage at which it did."""
    with Server(slow_at(stage, certificates, [hang], [hang])) as server:
        run = in_time(2, lambda: check(server, "-t", "2", "--output", "json"))
    assert (run.code, run.account["diagnosis"]) == (2, "timeout")
    assert run.account["stage"] == stage.partition(" ")[0]
    assert 2 <= run.account["times"]["total"] <= run.seconds
    assert run.cpu < 1


@pytest.mark.parametrize("stage", STAGES)
def test_a_drip_is_a_timeout(check: Check, certificates: Certificates, stage: str) -> None:
    """A server that sends an octet a second gains no time by it, at any stage."""
    slow = slow_at(
        stage, certificates, [hear, drip(RECORD)], [drip(b"250-fake.test with much to say")]
    )
    with Server(slow) as server:
        run = in_time(2, lambda: check(server, "-t", "2", "--output", "json"))
    assert (run.code, run.account["diagnosis"]) == (2, "timeout")
    assert run.account["stage"] == stage.partition(" ")[0]


@pytest.mark.parametrize("script", [[hang], [drip(RECORD)]], ids=["silent", "drip"])
def test_a_slow_implicit_handshake_is_a_timeout(check: Check, script: Script) -> None:
    """With implicit TLS the handshake is the first thing that can stall, and it is told."""
    with Server(script) as server:
        run = in_time(1.2, lambda: check(server, "--tls", "implicit", "-t", "1.2"))
    assert run.code == 2
    assert "no answer in time: waited for the TLS handshake, 1.2 s in total" in run.first


def test_an_endless_multi_line_drip_is_a_timeout(check: Check, certificates: Certificates) -> None:
    """Whole lines that come one a while, and never the last, gain no time either."""
    lines = drip(b"250-A" * 50 + b"\r\n", interval=0.01)
    with Server([*GREET, expect(b"EHLO"), *[lines] * 20]) as server:
        run = in_time(1, lambda: check(server, "-t", "1", "--output", "json"))
    assert (run.account["diagnosis"], run.account["stage"]) == ("timeout", "ehlo")


def test_a_drip_at_quit_does_not_outlive_the_timeout(
    check: Check, certificates: Certificates
) -> None:
    """A farewell that drips ends in time, and the login stays accepted."""
    script = [*ACCEPT, expect(b"QUIT"), drip(b"221 2.0.0 See you some day\r\n")]
    with Server(implicit(certificates.server.file, script)) as server:
        run = in_time(2, lambda: check(server, "--tls", "implicit", "-t", "2"))
    assert run.code == 0


def test_key_derivation_does_not_outlive_the_timeout(
    check: Check, certificates: Certificates
) -> None:
    """A SCRAM server that asks for a million iterations is not waited for until they are done."""
    began = time.process_time()
    hashlib.pbkdf2_hmac("sha512", b"", b"", 1_000_000)
    derivation = time.process_time() - began
    script: Script = [server_first(iterations=1_000_000), hang]
    with Server(starttls(certificates.server.file, script, offer="AUTH SCRAM-SHA-512")) as server:
        for timeout in ("0.2", "0.4", "0.8", "1.6", "3.2"):
            run = check(server, "-t", timeout, "--output", "json")
            if run.account["stage"] == "auth":  # it takes longer to come there under load
                break
    assert (run.account["diagnosis"], run.account["stage"]) == ("timeout", "auth")
    assert run.cpu < derivation


@contextmanager
def black_hole(address: str = "127.0.0.1", port: int = 0) -> Iterator[int]:
    """An address where packets vanish: a listener whose queue is full."""
    with socket.socket() as listener:
        listener.bind((address, port))
        listener.listen(0)
        with socket.create_connection(listener.getsockname()):
            yield listener.getsockname()[1]


def test_a_black_hole_is_a_timeout_at_connect(password_file: Path) -> None:
    """An address where packets vanish ends in time, at stage connect, with the time spent."""
    with black_hole() as port:
        words = ("-H", "127.0.0.1", "-p", str(port), "-u", USER, "-P", password_file)
        done = in_time(0.5, lambda: run(*words, "-t", "0.5", "--output", "json"))
    assert (done.code, done.account["diagnosis"]) == (2, "timeout")
    assert done.account["stage"] == "connect"
    assert done.account["times"]["connect"] is None


def test_a_black_holed_address_leaves_time_for_the_next(
    check: Check, certificates: Certificates, tmp_path: Path
) -> None:
    """Of two addresses the first one's silence takes its share only, and -v tells of it."""
    hosts = with_hosts(tmp_path, "127.0.0.3 two.test", "127.0.0.2 two.test")
    script = starttls(certificates.server.file, ACCEPT)
    options = ("--tls-name", "localhost", "-t", "4", "-v")
    with Server(script, address="127.0.0.2") as server, black_hole("127.0.0.3", server.port):
        run = check(server, *options, host="two.test", before=hosts)
    assert run.code == 0
    assert "127.0.0.3: timeout" in run.long


def test_a_mute_dns_ends_in_time(tmp_path: Path, password_file: Path) -> None:
    """A DNS server that never answers is dns-failed, at stage dns, and in time."""
    words = ("-H", "mail.example.test", "-u", USER, "-P", password_file, "--output", "json")
    mute = with_mute_dns(tmp_path)
    done = in_time(0.5, lambda: run(*words, "-t", "0.5", before=mute))
    assert (done.code, done.account["diagnosis"]) == (2, "dns-failed")
    assert done.account["stage"] == "dns"
    assert SECRET not in done.output


def test_a_timeout_in_the_middle_says_what_was_waited_for(
    check: Check, certificates: Certificates
) -> None:
    """The first line of a timeout names the account, what was waited for, and for how long."""
    with Server(starttls(certificates.server.file, answer(b"AUTH", b""))) as server:
        run = check(server, "-t", "2")
    account = f"{USER} at localhost:{server.port}"
    waited = "no answer in time: waited for the reply to AUTH, 2 s in total"
    assert run.first == f"SMTP_AUTH CRITICAL - {account}: {waited}"
    assert set(run.perfdata) == {
        *("auth_time", "certificate_days", "connect_time", "tls_time", "total_time")
    }
