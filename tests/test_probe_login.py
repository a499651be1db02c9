"""A login from beginning to end, against servers that play fair and servers that do not."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest
from fakes.certificates import Certificates
from fakes.plugin import SECRET, USER, Check
from fakes.scripts import ACCEPT, REJECT, REJECTION, answer, clear, implicit, starttls
from fakes.server import Script, Server, close, expect, hang, reset, send
from fakes.timing import AT_ONCE

PLAIN = b"AUTH PLAIN " + base64.b64encode(f"\0{USER}\0{SECRET}".encode())
ACCEPTED = b"235 2.7.0 Authentication successful\r\n"


def test_a_right_password_is_ok(check: Check, certificates: Certificates) -> None:
    """An accepted login is OK, exit 0, and the first line tells who, where, how and how long."""
    with Server(starttls(certificates.server.file, ACCEPT)) as server:
        run = check(server)
    account = f"{USER} at localhost:{server.port}"
    words, _, total = run.first.rpartition(" in ")
    assert run.code == 0
    assert words == f"SMTP_AUTH OK - {account} authenticated by PLAIN over TLSv1.3"
    assert abs(float(total.replace(" s", "")) - run.perfdata["total_time"].value) < 0.001
    assert run.long == ""


def test_nothing_needless_goes_over_the_wire(check: Check, certificates: Certificates) -> None:
    """Implicit TLS with PLAIN is EHLO, AUTH with its initial response, and QUIT."""
    with Server(implicit(certificates.server.file, ACCEPT)) as server:
        assert check(server, "--tls", "implicit", "-F", "probe.test").code == 0
    assert server.lines == [b"EHLO probe.test", PLAIN, b"QUIT"]


def test_after_starttls_the_server_is_asked_again(check: Check, certificates: Certificates) -> None:
    """What a server offers before TLS is asked for again after it, and AUTH comes only then."""
    with Server(starttls(certificates.server.file, ACCEPT)) as server:
        assert check(server, "-F", "probe.test").code == 0
    hello = b"EHLO probe.test"
    assert server.lines == [hello, b"STARTTLS", hello, PLAIN, b"QUIT"]


def test_a_wrong_password_is_tried_once(check: Check, certificates: Certificates) -> None:
    """A refused login is CRITICAL with the server's reply, after one AUTH and a QUIT."""
    with Server(starttls(certificates.server.file, REJECT, offer="AUTH PLAIN LOGIN")) as server:
        run = check(server)
    assert run.code == 2
    assert run.first.startswith(f"SMTP_AUTH CRITICAL - {USER} at localhost:{server.port}: ")
    assert run.first.endswith("535 5.7.8 Error: authentication failed: bad password")
    assert server.count(b"AUTH") == 1
    assert server.lines[-1] == b"QUIT"


FAREWELLS: dict[str, Script] = {
    "unanswered": [hang],
    "answered with nonsense": [expect(b"QUIT"), send(b"\xff\x00 what?\r\n")],
    "refused": answer(b"QUIT", b"502 5.5.1 Not implemented\r\n"),
    "reset": [reset],
    "closed": [close],
}


@pytest.mark.parametrize("farewell", list(FAREWELLS))
def test_quit_does_not_spoil_a_login(
    check: Check, certificates: Certificates, farewell: str
) -> None:
    """Whatever becomes of QUIT, an accepted login stays accepted, told long before -t."""
    script = [*answer(b"AUTH", ACCEPTED), *FAREWELLS[farewell]]
    with Server(starttls(certificates.server.file, script)) as server:
        run = check(server, "--output", "json")
    assert (run.code, run.account["diagnosis"]) == (0, "authenticated")
    assert run.seconds < AT_ONCE


@pytest.mark.parametrize("farewell", list(FAREWELLS))
def test_quit_does_not_hide_a_refusal(
    check: Check, certificates: Certificates, farewell: str
) -> None:
    """Whatever becomes of QUIT, a refused login stays refused, told long before -t."""
    script = [*answer(b"AUTH", REJECTION), *FAREWELLS[farewell]]
    with Server(starttls(certificates.server.file, script)) as server:
        run = check(server, "--output", "json")
    assert (run.code, run.account["diagnosis"]) == (2, "credentials-rejected")
    assert run.account["reply"]["code"] == 535
    assert run.seconds < AT_ONCE


EARLY: dict[str, tuple[str, Script, str]] = {
    "LOGIN, unasked": ("LOGIN", [], "protocol-error"),
    "LOGIN, after the user": ("LOGIN", answer(b"AUTH", b"334 VXNlcm5hbWU6\r\n"), "protocol-error"),
    "CRAM-MD5, unasked": ("CRAM-MD5", [], "protocol-error"),
    "SCRAM-SHA-256, unasked": ("SCRAM-SHA-256", [], "server-not-authentic"),
}


@pytest.mark.parametrize("case", list(EARLY))
def test_a_success_before_the_secret_is_none(
    check: Check, certificates: Certificates, case: str
) -> None:
    """A server that accepts before it asked for secret or proof is never believed."""
    mechanism, asked, diagnosis = EARLY[case]
    script = [*asked, expect(b""), send(ACCEPTED)]
    with Server(starttls(certificates.server.file, script, offer=f"AUTH {mechanism}")) as server:
        run = check(server, "--output", "json")
    assert (run.code, run.account["diagnosis"]) == (2, diagnosis)
    assert run.account["stage"] == "auth"


def test_plain_held_back_must_be_asked_for(
    check: Check, certificates: Certificates, password_file: Path
) -> None:
    """A server that accepts PLAIN before the long response was sent has checked nothing."""
    password_file.write_text("x" * 600)
    script = [expect(b"AUTH PLAIN"), send(ACCEPTED)]
    with Server(starttls(certificates.server.file, script, offer="AUTH PLAIN")) as server:
        run = check(server, "--output", "json")
    assert server.lines.count(b"AUTH PLAIN") == 1
    assert (run.code, run.account["diagnosis"]) == (2, "protocol-error")


@pytest.mark.parametrize("reply", [b"235 2.7.0 Authentication suc", b"235", b"235-2.7.0 Yes\r\n"])
def test_a_success_cut_short_is_none(
    check: Check, certificates: Certificates, reply: bytes
) -> None:
    """A reply that breaks off before its end is protocol-error, though it begins with 235."""
    script = [*answer(b"AUTH", reply), close]
    with Server(starttls(certificates.server.file, script)) as server:
        run = check(server, "--output", "json")
    assert (run.code, run.account["diagnosis"]) == (2, "protocol-error")


@pytest.mark.parametrize("reply", [b"421 4.3.2 Shutting down\r\n", b"554 5.3.2 No service\r\n"])
def test_a_greeting_that_sends_us_away(check: Check, reply: bytes) -> None:
    """A server that greets with 421 or 554 is there, and not available."""
    with Server([send(reply)]) as server:
        run = check(server, "--output", "json")
    assert (run.code, run.account["diagnosis"]) == (2, "server-unavailable")
    assert run.account["stage"] == "greeting"
    assert run.account["reply"]["code"] == int(reply[:3])


def test_old_spelling_of_auth_counts(check: Check, certificates: Certificates) -> None:
    """A server that offers "AUTH=LOGIN" only is logged in to by LOGIN."""
    asked = [*answer(b"AUTH LOGIN", b"334 VXNlcm5hbWU6\r\n"), *answer(b"", b"334 UGFzc3dvcmQ6\r\n")]
    script = [*asked, *answer(b"", ACCEPTED)]
    with Server(starttls(certificates.server.file, script, offer="AUTH=LOGIN")) as server:
        assert check(server).code == 0


def test_helo_only_is_auth_not_offered(check: Check) -> None:
    """A server that knows no EHLO offers no login, and the first line says which it was."""
    script = [*answer(b"EHLO", b"502 5.5.1 What?\r\n"), *answer(b"HELO", b"250 fake.test\r\n")]
    with Server([send(b"220 fake.test\r\n"), *script]) as server:
        run = check(server)
    assert run.code == 2
    assert "HELO" in run.first
    assert server.count(b"AUTH") == 0


def test_auth_only_before_tls_is_told(check: Check, certificates: Certificates) -> None:
    """A server that offers AUTH before TLS and not after it: auth-not-offered, and told so."""
    script = starttls(certificates.server.file, offer="HELP")
    script[1:3] = answer(b"EHLO", b"250-fake.test\r\n250-AUTH PLAIN\r\n250 STARTTLS\r\n")
    with Server(script) as server:
        run = check(server)
    assert run.code == 2
    assert "only before TLS" in run.first
    assert server.count(b"AUTH") == 0


def test_clear_text_needs_consent_off_loopback(check: Check) -> None:
    """Without TLS and off loopback the secret is not sent, and the option for it is named."""
    with Server(clear()) as server:
        # 0.0.0.0 is this machine too, but is not an address that begins with 127.
        run = check(server, "--tls", "none", host="0.0.0.0")
    assert run.code == 3
    assert "--allow-cleartext" in run.first
    assert run.long == ""
    assert server.count(b"AUTH") == 0


def test_clear_text_goes_where_it_was_consented(check: Check) -> None:
    """With --allow-cleartext, or to this machine itself, PLAIN is used without TLS."""
    with Server(clear(ACCEPT)) as server:
        assert check(server, "--tls", "none", host="127.0.0.1").code == 0
        assert check(server, "--tls", "none", "--allow-cleartext", host="0.0.0.0").code == 0
    assert server.count(b"AUTH PLAIN") == 2
