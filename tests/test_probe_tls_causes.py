"""TLS that does not come about, told by its cause: the same server gets the same line each time."""

from __future__ import annotations

import os
import socket
import ssl
import struct
from pathlib import Path

import pytest
from fakes.certificates import Certificates
from fakes.plugin import Check, Run
from fakes.scripts import ACCEPT, GREET, OFFER, answer, hello, until_tls
from fakes.server import (
    Connection,
    Left,
    Script,
    Server,
    Step,
    close,
    expect,
    hang,
    hear,
    pause,
    reset,
    send,
    start_tls,
)

from check_smtp_auth.net.tls_errors import reason

MODES = ("starttls", "implicit")
OLD, NEW = ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3
VERSIONS = {"1.2": OLD, "1.3": NEW}


def script(mode: str, *tls: Step) -> Script:
    """A good server but for its TLS."""
    before: Script = until_tls() if mode == "starttls" else []
    return [*before, *tls, *([] if before else GREET), *hello(OFFER), *ACCEPT]


def diagnosis(run: Run) -> str:
    """The slug."""
    return str(run.account["diagnosis"])


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("version", VERSIONS)
def test_a_client_certificate_is_wanted(
    check: Check, certificates: Certificates, mode: str, version: str
) -> None:
    """A server that demands a client certificate gets the same line in 20 runs of 20, whenever
    its alert comes, and --client-cert is named.
    """
    tls = start_tls(certificates.server.file, certificates.ca_file, VERSIONS[version])
    with Server(script(mode, tls)) as server:
        runs = [check(server, "--tls", mode) for _ in range(20)]
    (first,) = {run.first for run in runs}
    assert "the TLS handshake failed: the server requires a client certificate" in first
    assert all("--client-cert" in run.long for run in runs)
    assert server.count(b"AUTH") == 0


def at_once(connection: Connection) -> None:
    """Have the server's closing destroy whatever it has not read (RST)."""
    how = struct.pack("ii", 1, 0)
    connection.wire.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, how)


@pytest.mark.parametrize("mode", MODES)
def test_the_alert_is_not_lost(check: Check, certificates: Certificates, mode: str) -> None:
    """What the server said before it cut the connection is heard, each time."""
    tls = start_tls(certificates.server.file, certificates.ca_file)
    with Server(script(mode, at_once, tls)) as server:
        runs = [check(server, "--tls", mode) for _ in range(20)]
    (first,) = {run.first for run in runs}
    assert "certificate required" in first


def asking(certificates: Certificates, then: Step, version: ssl.TLSVersion = NEW) -> Step:
    """Ask for a client certificate, demand none, and go on."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(str(certificates.server.file))
    context.load_verify_locations(str(certificates.ca_file))
    context.verify_mode = ssl.CERT_OPTIONAL
    context.maximum_version = version

    def step(connection: Connection) -> None:
        try:
            connection.wire = context.wrap_socket(connection.wire, server_side=True)
        except OSError:
            raise Left from None
        then(connection)

    return step


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("end", [close, reset])
def test_closed_without_a_word(
    check: Check, certificates: Certificates, end: Step, version: str, mode: str
) -> None:
    """A server that asks for a client certificate, gets none and closes is connection-lost, which
    says so, and names --client-cert.
    """
    step = asking(certificates, end, VERSIONS[version])
    with Server(script(mode, step)) as server:
        runs = [check(server, "--tls", mode, "--output", "json") for _ in range(5)]
        given = check(server, "--tls", mode, "--client-cert", certificates.client.file)
    (summary,) = {run.account["summary"] for run in runs}
    assert diagnosis(runs[0]) == "connection-lost"
    assert "after the server had asked for a client certificate and received none" in summary
    assert "--client-cert" in runs[0].account["advice"]
    assert "and received the one from --client-cert" in given.first


def test_asked_for_and_not_needed(check: Check, certificates: Certificates) -> None:
    """A server that only asks for a client certificate is fine without one."""
    with Server(script("starttls", asking(certificates, lambda _: None))) as server:
        assert check(server).code == 0


def test_no_auth_for_those_without_one(check: Check, certificates: Certificates) -> None:
    """A server that asked for a client certificate and offers no AUTH may want one first."""
    tls = asking(certificates, lambda _: None)
    with Server([*until_tls(), tls, *hello("SIZE 1000")]) as server:
        run = check(server)
        given = check(server, "--client-cert", certificates.client.file)
    assert "the server does not offer AUTH" in run.first
    assert "--client-cert" in run.long
    assert "client certificate" not in given.long
    with Server([*until_tls(), start_tls(certificates.server.file), *hello("SIZE 1000")]) as server:
        assert "client-cert" not in check(server).long


def test_closed_and_never_asked(check: Check, certificates: Certificates) -> None:
    """A server that closes and asked for none says nothing of client certificates."""
    with Server(script("starttls", start_tls(certificates.server.file), close)) as server:
        run = check(server)
    assert run.first.endswith("the connection was closed: while waiting for the reply to EHLO")
    assert "client-cert" not in run.long


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("version", VERSIONS)
def test_a_client_certificate_that_is_refused(
    check: Check, certificates: Certificates, version: str, mode: str
) -> None:
    """A client certificate that has expired, or is from a stranger, is told as the server does."""
    tls = start_tls(certificates.server.file, certificates.ca_file, VERSIONS[version])
    for file, why in (
        (certificates.expired.file, "it has expired"),
        (certificates.untrusted.file, "it is from an authority that the server does not know"),
    ):
        with Server(script(mode, tls)) as server:
            run = check(server, "--tls", mode, "--client-cert", file)
        assert run.code == 2
        assert f"the server refuses the client certificate: {why}" in run.first
        assert "--client-cert" in run.long


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("version", VERSIONS)
def test_a_name_that_the_server_does_not_know(
    check: Check, certificates: Certificates, version: str, mode: str
) -> None:
    """The alert for an unknown name names it, and --tls-name."""
    newest = VERSIONS[version]
    tls = start_tls(certificates.server.file, newest=newest, known=("mail.example.test",))
    with Server(script(mode, tls)) as server:
        run = check(server, "--tls", mode)
        by_address = check(server, "--tls", mode, host="127.0.0.1")
    assert "the server has no certificate for localhost (" in run.first
    assert "--tls-name" in run.long
    assert "no certificate for a connection to an address (" in by_address.first


@pytest.mark.parametrize("mode", MODES)
def test_a_client_that_is_not_let_in(check: Check, mode: str) -> None:
    """The alert by which a server shuts us out is told as that, and blames neither port nor
    ciphers.
    """
    with Server(script(mode, hear, send(b"\x15\x03\x03\x00\x02\x02\x31"), close)) as server:
        run = check(server, "--tls", mode)
    assert "the server refuses TLS connections from this client (" in run.first
    assert "access denied)" in run.first
    assert "cipher" not in run.long and "587 goes with" not in run.long


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (112, "the server has no certificate for localhost (tls alert unrecognized name)"),
        (90, "the TLS handshake failed: tls alert user cancelled"),
        (200, "the TLS handshake failed: tls alert 200"),
        (0, "the connection was closed: during the TLS handshake"),
    ],
)
def test_a_warning_before_the_end(check: Check, number: int, words: str) -> None:
    """A server that closes after a mere warning is told by that, but for its farewell."""
    alert = b"\x15\x03\x03\x00\x02\x01" + bytes((number,))
    for mode in MODES:
        with Server(script(mode, hear, send(alert), close)) as server:
            run = check(server, "--tls", mode)
        assert run.code == 2
        assert words in run.first


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "unknown error"), (115, "unknown psk identity"), (120, "no application protocol")],
)
def test_an_alert_that_python_has_no_name_for(check: Check, number: int, words: str) -> None:
    """Such an alert is told in words, without the place in Python's own source."""
    alert = b"\x15\x03\x03\x00\x02\x02" + bytes((number,))
    with Server(script("implicit", hear, send(alert), close)) as server:
        run = check(server, "--tls", "implicit")
    assert run.first.endswith(words)
    assert "ssl.c" not in run.first and "[" not in run.first


@pytest.mark.parametrize("number", ["", " (0xa0003e8)"])
def test_an_error_without_a_name_on_any_python(number: str) -> None:
    """Python 3.15 adds its number, which says nothing to anybody."""

    class Unnamed(ssl.SSLError):
        reason = None

    assert reason(Unnamed(1, f"[SSL] unknown error{number} (_ssl.c:1081)")) == "unknown error"


@pytest.mark.filterwarnings("ignore:ssl.TLSVersion.TLSv1 is deprecated")
@pytest.mark.parametrize("mode", MODES)
def test_no_version_in_common(check: Check, certificates: Certificates, mode: str) -> None:
    """A server of old versions, and one below --tls-min, are told by that; both are tls-failed."""
    server_file = certificates.server.file
    ancient = start_tls(server_file, newest=ssl.TLSVersion.TLSv1, ciphers="DEFAULT:@SECLEVEL=0")
    with Server(script(mode, ancient)) as server:
        run = check(server, "--tls", mode)
    assert "the server supports only TLS versions before 1.2" in run.first
    with Server(script(mode, start_tls(server_file, newest=OLD))) as server:
        run = check(server, "--tls", mode, "--tls-min", "1.3")
        account = check(server, "--tls", mode, "--tls-min", "1.3", "--output", "json").account
    assert "the server does not support TLS 1.3, the lowest version that --tls-min" in run.first
    assert "--tls-min 1.2" in run.long
    assert account["diagnosis"] == "tls-failed"


@pytest.mark.parametrize("mode", MODES)
def test_no_cipher_in_common(check: Check, certificates: Certificates, mode: str) -> None:
    """A server with old ciphers alone is told by that, and not taken for one that wants a client
    certificate.
    """
    tls = start_tls(certificates.server.file, newest=OLD, ciphers="AES128-SHA")
    with Server(script(mode, tls)) as server:
        run = check(server, "--tls", mode)
    assert "no cipher or key in common" in run.first
    assert "client" not in run.long


def server_hello(version: bytes, cipher: bytes) -> bytes:
    """A ServerHello without extensions (RFC 5246 section 7.4.1.3)."""
    body = version + bytes(32) + b"\0" + cipher + b"\0"
    message = b"\2" + len(body).to_bytes(3, "big") + body
    return b"\x16" + version + len(message).to_bytes(2, "big") + message


@pytest.mark.parametrize("mode", MODES)
def test_servers_of_old(check: Check, mode: str) -> None:
    """A server without secure renegotiation, and one that answers in TLS 1.0, are told by that."""
    for said, words in (
        (server_hello(b"\3\3", b"\xc0\x2f"), "unsafe legacy renegotiation"),
        (server_hello(b"\3\1", b"\0\x2f"), "only TLS versions before 1.2"),
    ):
        with Server(script(mode, hear, send(said), hang)) as server:
            run = check(server, "--tls", mode)
        assert run.code == 2
        assert words in run.first
        assert "out of date" in run.long


# What comes in place of TLS, how it is quoted, what is advised after STARTTLS and with implicit.
IN_PLACE = {
    "454": (
        b"454 4.7.0 TLS not available due to local problem\r\n",
        "the server sent '454 4.7.0 TLS not available due to local problem'",
        ("The server agreed to STARTTLS", "try --tls starttls"),
    ),
    "greeting": (
        b"220 mx.example.test ESMTP\r\n",
        "the server sent '220 mx.example.test ESMTP'",
        ("The server agreed to STARTTLS", "try --tls starttls"),
    ),
    "several lines": (
        b"554-5.7.1 first | line\r\n554 5.7.1 \x1b[31msecond\r\n",
        "the server sent '554-5.7.1 first / line 554 5.7.1 [31msecond'",
        ("The server agreed to STARTTLS", "try --tls starttls"),
    ),
    "HTTP": (
        b"HTTP/1.1 400 Bad Request\r\nServer: nginx\r\n\r\n<html>",
        "the server sent 'HTTP/1.1 400 Bad Request Server: nginx (html)'",
        ("A web server or a proxy", "A web server or a proxy"),
    ),
    "SSH": (
        b"SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n",
        "the server sent 'SSH-2.0-OpenSSH_9.2p1 Debian-2'",
        ("An SSH server", "An SSH server"),
    ),
    "IMAP": (
        b"* OK ready\r\n",
        "the server sent '* OK ready'",
        ("An IMAP server", "An IMAP server"),
    ),
    "noise": (bytes(range(128, 256)), "neither TLS nor text", ("STARTTLS", "--tls starttls")),
    "long": (b"x" * 5_000, "the server sent '" + "x" * 200 + "'", ("STARTTLS", "--tls starttls")),
}


@pytest.mark.parametrize("case", IN_PLACE)
def test_what_comes_in_place_of_tls_is_quoted(check: Check, case: str) -> None:
    """Clear text where TLS was due is in the first line, and what answers there in the advice."""
    octets, quoted, advice = IN_PLACE[case]
    for mode, words in zip(MODES, advice):
        with Server(script(mode, hear, send(octets), hang)) as server:
            run = check(server, "--tls", mode)
            account = check(server, "--tls", mode, "--output", "json").account
        assert (run.code, account["diagnosis"], account["stage"]) == (2, "tls-failed", "tls")
        assert quoted in run.first
        assert words in run.long
        assert ("try --tls starttls" in run.long) == ("starttls" in words)


def test_a_server_that_closes_after_a_word(check: Check) -> None:
    """Text that is shorter than the beginning of TLS is text, and quoted."""
    for mode in MODES:
        with Server(script(mode, hear, send(b"No\r\n"), close)) as server:
            run = check(server, "--tls", mode)
        assert "instead of TLS, the server sent 'No'" in run.first


@pytest.mark.parametrize("end", [hang, reset])
@pytest.mark.parametrize("mode", MODES)
def test_less_than_tls_can_judge(check: Check, mode: str, end: Step) -> None:
    """What is too short for a TLS record, and is the beginning of none, is told as what came, and
    neither as a timeout nor as a lost connection; the beginning of one is still told as those.
    """
    for octets, told in (
        (bytes(3), "the server sent neither TLS nor text"),
        (b"No\r\n", "instead of TLS, the server sent 'No'"),
        (b"\x16\x04", "the server sent neither TLS nor text"),
    ):
        with Server(script(mode, hear, send(octets), pause(0.1), end)) as server:
            run = check(server, "--tls", mode, "-t", "1", "--output", "json")
        assert (diagnosis(run), run.account["stage"]) == ("tls-failed", "tls")
        assert told in run.account["summary"]
    for octets in (b"", b"\x16", b"\x15\x03\x01"):
        with Server(script(mode, hear, send(octets), pause(0.1), end)) as server:
            run = check(server, "--tls", mode, "-t", "1", "--output", "json")
        assert diagnosis(run) == ("timeout" if end is hang else "connection-lost")


def test_what_is_injected_is_quoted(check: Check) -> None:
    """Text in one packet with the reply to STARTTLS is told, and still is an injection."""
    late = b"220 Go ahead\r\n454 4.7.0 TLS is out\x07 of order\r\n"
    with Server([*GREET, *hello("STARTTLS"), *answer(b"STARTTLS", late)]) as server:
        run = check(server)
    assert "between STARTTLS and TLS: '454 4.7.0 TLS is out of order'" in run.first


STARS = b"220 ****************************************0*********************2***\r\n"
COMMAND = b'500 5.5.1 Command unrecognized: "XXXX here"\r\n'
# What a server says behind a firewall that inspects SMTP.
MASKED: dict[str, Script] = {
    "a keyword": [*GREET, *hello("SIZE 10240000", "XXXXXXXA", "8BITMIME")],
    "all keywords": [*GREET, *hello("XXXXXXXXXX", "XXXXXXXB", "XXXXXXXXX")],
    "one beside AUTH": [*GREET, *hello("AUTH PLAIN LOGIN", "XXXXXXXA")],
    "the greeting": [send(STARS), *hello("SIZE 1", "PIPELINING")],
    "greeting and keyword": [send(STARS), *hello("SIZE 1", "XXXXXXXA")],
    "EHLO": [send(STARS), *answer(b"EHLO", COMMAND), *answer(b"HELO", b"250 mx\r\n")],
    "STARTTLS": [*GREET, *hello("STARTTLS"), *answer(b"STARTTLS", COMMAND)],
}


@pytest.mark.parametrize("case", MASKED)
def test_a_firewall_that_hides_starttls(check: Check, case: str) -> None:
    """A firewall that writes X or stars over what the server says is starttls-unavailable, and is
    named, with what to do about it.
    """
    with Server(MASKED[case]) as server:
        run = check(server)
        account = check(server, "--output", "json").account
    assert (run.code, account["diagnosis"]) == (2, "starttls-unavailable")
    assert "a firewall in between hides STARTTLS (Cisco ASA or PIX" in run.first
    assert "inspect esmtp" in run.long
    assert server.count(b"AUTH") == 0


HONEST: dict[str, Script] = {
    "nothing odd": [*GREET, *hello("SIZE 1")],
    "private keywords": [*GREET, *hello("XCLIENT NAME", "XFORWARD", "X-EXPS LOGIN", "XEXCH50")],
    "some stars": [send(b"220 *** mail.example.test ESMTP *** no spam ***\r\n"), *hello("SIZE 1")],
    "many stars": [send(b"220 ********** mx.test ***********\r\n"), *hello("SIZE 1", "XXX")],
}


@pytest.mark.parametrize("case", HONEST)
def test_no_firewall_is_blamed_without_need(check: Check, case: str) -> None:
    """A server that just has no STARTTLS is told as that."""
    with Server(HONEST[case]) as server:
        run = check(server)
    assert "STARTTLS is not available" in run.first
    assert "firewall" not in run.output


def test_no_firewall_is_blamed_for_what_comes_over_tls(
    check: Check, certificates: Certificates
) -> None:
    """Where TLS came about, a server without AUTH is not the doing of a firewall."""
    greeting = [send(STARS), *hello("STARTTLS"), *answer(b"STARTTLS", b"220 Ready\r\n")]
    with Server([*greeting, start_tls(certificates.server.file), *hello("SIZE 1")]) as server:
        run = check(server, "--output", "json")
    assert diagnosis(run) == "auth-not-offered"
    assert "firewall" not in run.output


def test_a_firewall_that_hides_auth(check: Check) -> None:
    """Without TLS the firewall is named where it hides AUTH."""
    with Server([*GREET, *hello("SIZE 1", "XXXXXXXB")]) as server:
        run = check(server, "--tls", "none", "--output", "json")
    assert diagnosis(run) == "auth-not-offered"
    assert "Cisco" in run.account["summary"]


@pytest.mark.parametrize(
    ("when", "reply"),
    [
        (b"EHLO", b"421 4.7.1 mx.test Error: No client certificate presented\r\n"),
        (b"AUTH", b"535 5.7.8 Client didn't present valid SSL certificate.\r\n"),
        (b"EHLO", b"550 5.7.0 Valid TLS client certificate required\r\n"),
        (b"AUTH", b"550 5.7.1 Please present a certificate first\r\n"),
    ],
)
def test_a_reply_that_asks_for_a_client_certificate(
    check: Check, certificates: Certificates, tmp_path: Path, when: bytes, reply: bytes
) -> None:
    """A refusal in words for want of a client certificate names --client-cert."""
    ehlo = hello(OFFER) if when == b"AUTH" else []
    words = [*until_tls(), start_tls(certificates.server.file), *ehlo, *answer(when, reply)]
    with Server([*words, expect(b"QUIT")]) as server:
        run = check(server)
    assert reply[:3].decode() in run.first and "ertificate" in run.first
    assert "--client-cert" in run.long
    assert "-F NAME" not in run.long


GARBAGE = {
    "text in clear": b"421 4.3.2 shutting down\r\n",
    "a broken record": b"\x17\x03\x03\x00\x20" + b"x" * 32,
    "an alert in clear": b"\x15\x03\x03\x00\x02\x02\x50",
}


@pytest.mark.parametrize("case", GARBAGE)
def test_what_is_not_tls_after_the_handshake(
    check: Check, certificates: Certificates, case: str
) -> None:
    """Whatever comes past TLS in the middle of it, the server is not said to have closed."""

    def past_tls(connection: Connection) -> None:
        """Write to the wire itself."""
        os.write(connection.wire.fileno(), GARBAGE[case])

    tls = start_tls(certificates.server.file)
    with Server([*until_tls(), tls, expect(b"EHLO"), past_tls, close]) as server:
        run = check(server)
    assert (
        "closed: while waiting for the reply to EHLO, because what came is not valid TLS"
        in run.first
    )
    assert run.code == 2
