"""From clear text to TLS: nothing is believed that was said before it, nothing sent without it."""

from __future__ import annotations

import pytest
from fakes.certificates import Certificates
from fakes.plugin import Check
from fakes.scripts import ACCEPT, GREET, answer, clear, hello, starttls, until_tls
from fakes.server import Script, Server, expect, hang, hear, pause, send, start_tls
from fakes.timing import in_time


@pytest.mark.parametrize(
    "extra", [b"250 2.0.0 Ok\r\n", b"235 2.7.0 Accepted\r\n", b"\r\n", b"250-half a li", b"\x16"]
)
def test_octets_after_starttls_are_an_injection(
    check: Check, certificates: Certificates, extra: bytes
) -> None:
    """What comes in one packet with the reply to STARTTLS is told as an attack, and ends it."""
    script = [*GREET, *hello("STARTTLS"), expect(b"STARTTLS"), send(b"220 Ready\r\n" + extra)]
    with Server([*script, start_tls(certificates.server.file), *hello("AUTH PLAIN")]) as server:
        run = check(server, "--output", "json")
    assert (run.code, run.account["diagnosis"]) == (2, "starttls-injection")
    assert run.account["stage"] == "starttls"
    assert server.count(b"AUTH") == 0
    assert server.lines[1:] == [b"STARTTLS"]  # no handshake, and no QUIT that might be believed


def test_octets_in_a_packet_of_their_own_are_not_believed(check: Check) -> None:
    """Clear text after STARTTLS in a packet of its own is told too, and nothing is sent."""
    late = [pause(0.05), send(b"250 2.0.0 Ok\r\n" * 20)]
    with Server([*until_tls(), *late, hang]) as server:
        run = check(server, "--output", "json")
    assert run.account["diagnosis"] in ("starttls-injection", "tls-failed")
    assert server.count(b"AUTH") == 0


def test_starttls_not_offered(check: Check) -> None:
    """A server without STARTTLS is starttls-unavailable; the secret is not sent, QUIT is."""
    with Server(clear()) as server:
        run = check(server, "--output", "json")
    assert (run.code, run.account["diagnosis"]) == (2, "starttls-unavailable")
    assert (run.account["stage"], run.account["reply"]) == ("starttls", None)
    assert server.count(b"AUTH") == 0
    assert server.lines[-1] == b"QUIT"


@pytest.mark.parametrize(
    "reply",
    [
        b"454 4.7.0 TLS not available due to local problem\r\n",
        b"502 5.5.1 Not implemented\r\n",
        b"501 Syntax error\r\n",
        b"421 4.4.2 Closing\r\n",
    ],
)
def test_starttls_refused(check: Check, reply: bytes) -> None:
    """A refused STARTTLS is starttls-unavailable with the reply, and the secret is not sent."""
    script = [*GREET, *hello("STARTTLS", "AUTH PLAIN"), *answer(b"STARTTLS", reply)]
    with Server(script) as server:
        run = check(server, "--output", "json")
    assert (run.code, run.account["diagnosis"]) == (2, "starttls-unavailable")
    assert run.account["stage"] == "starttls"
    assert run.account["reply"]["code"] == int(reply[:3])
    assert server.count(b"AUTH") == 0


@pytest.mark.parametrize("together", [True, False])
def test_a_farewell_with_a_reason_is_no_refusal_of_tls(check: Check, together: bool) -> None:
    """A server that takes its leave and says why is told by that, before or after STARTTLS."""
    farewell = b"421 4.7.0 Too many connections\r\n"
    script = [*GREET, *hello("STARTTLS"), *answer(b"STARTTLS", farewell)]
    if together:
        script = [*GREET, expect(b"EHLO"), send(b"250-fake.test\r\n250 STARTTLS\r\n" + farewell)]
    with Server(script) as server:
        run = check(server, "--output", "json")
    assert (run.code, run.account["diagnosis"]) == (1, "rate-limited")
    assert server.count(b"AUTH") == 0


def test_a_strange_answer_to_starttls(check: Check) -> None:
    """An answer to STARTTLS that is neither yes nor no is protocol-error."""
    script = [*GREET, *hello("STARTTLS"), *answer(b"STARTTLS", b"250 Fine\r\n")]
    with Server(script) as server:
        run = check(server, "--output", "json")
    assert (run.code, run.account["diagnosis"]) == (2, "protocol-error")
    assert server.count(b"AUTH") == 0


GARBAGE = {
    "plain text": b"550 5.7.1 What are you talking about?\r\n" * 3,
    "HTTP": b"HTTP/1.1 400 Bad Request\r\n\r\n",
    "noise": bytes(range(256)),
    "zeros": bytes(300),
    "an alert": b"\x15\x03\x01\x00\x02\x02\x28",
    "a broken ServerHello": b"\x16\x03\x03\x00\x04\x02\x00\x00\x00",
}


@pytest.mark.parametrize("garbage", list(GARBAGE))
def test_garbage_in_place_of_a_handshake(check: Check, garbage: str) -> None:
    """What is no TLS is tls-failed at stage tls, both after STARTTLS and with implicit TLS."""
    said: Script = [hear, send(GARBAGE[garbage]), hang]
    with Server([*until_tls(), *said], then=said) as server:
        after_starttls = check(server, "--output", "json")
        implicit = check(server, "--tls", "implicit", "--output", "json")
    for run in (after_starttls, implicit):
        assert (run.code, run.account["diagnosis"]) == (2, "tls-failed")
        assert run.account["stage"] == "tls"
    assert server.count(b"AUTH") == 0


def test_a_clear_text_server_addressed_with_implicit_tls(check: Check) -> None:
    """A server that greets in clear text where TLS was due is tls-failed, told in words."""
    with Server([*GREET, hang]) as server:
        run = check(server, "--tls", "implicit")
    assert run.code == 2
    assert (
        "the TLS handshake failed: instead of TLS, the server sent '220 fake.test ESMTP'"
        in run.first
    )
    assert "587 goes with starttls, 465 with implicit" in run.long


def test_an_implicit_server_addressed_with_starttls(
    check: Check, certificates: Certificates
) -> None:
    """A server that waits for TLS to begin is a timeout at the greeting, in time."""
    with Server([start_tls(certificates.server.file), hang]) as server:
        run = in_time(0.5, lambda: check(server, "-t", "0.5", "--output", "json"))
    assert (run.code, run.account["diagnosis"]) == (2, "timeout")
    assert run.account["stage"] == "greeting"


@pytest.mark.parametrize("reply", [b"530 5.7.0 Must issue STARTTLS\r\n", b"538 5.7.11 TLS\r\n"])
def test_encryption_asked_for_under_tls(
    check: Check, certificates: Certificates, reply: bytes
) -> None:
    """A server that asks for TLS though it has it is encryption-required, as it says."""
    script = starttls(certificates.server.file, answer(b"AUTH", reply))
    with Server(script) as server:
        run = check(server, "--output", "json")
    assert (run.code, run.account["diagnosis"]) == (2, "encryption-required")
    assert "Ask the mail administrator what the server requires." in run.account["advice"]
    assert "--tls starttls" not in run.account["advice"]


def test_what_was_offered_before_tls_is_forgotten(check: Check, certificates: Certificates) -> None:
    """A mechanism offered before TLS only is not used: an attacker may have put it there."""
    script = starttls(certificates.server.file, ACCEPT, offer="AUTH LOGIN PLAIN")
    script[1:3] = answer(b"EHLO", b"250-fake.test\r\n250-STARTTLS\r\n250 AUTH SCRAM-SHA-512\r\n")
    with Server(script) as server:
        run = check(server, "--output", "json")
    assert run.account["mechanism"] == "PLAIN"
    assert run.account["mechanisms_offered"] == ["LOGIN", "PLAIN"]
    assert list(run.account["mechanisms_skipped"]) == ["LOGIN"]
