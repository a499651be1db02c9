"""What may be asked after the login: the envelope, a retired credential, drift and pins."""

from __future__ import annotations

import hashlib
import ssl
from pathlib import Path

import pytest
from fakes.certificates import Certificates
from fakes.plugin import Check, Run
from fakes.scripts import ACCEPT, REJECT, answer, hello, starttls, until_tls
from fakes.server import Script, Server, start_tls

ENVELOPE = ("-f", "a@example.com", "--rcpt-to", "b@example.net", "--output", "json")
MAIL = answer(b"MAIL", b"250 2.1.0 Ok\r\n")


@pytest.fixture
def memory(tmp_path: Path) -> tuple[str, str]:
    """The option for a state directory of the test's own."""
    return "--state-dir", str(tmp_path / "memory")


def slug(run: Run) -> tuple[int, str]:
    """Exit code and diagnosis."""
    return run.code, run.json["accounts"][0]["diagnosis"]


def test_the_envelope_is_asked_for_and_taken_back(check: Check, certificates: Certificates) -> None:
    """Sender and recipient are asked for after the login, then RSET: no DATA, no mail."""
    rcpt = answer(b"RCPT", b"251 2.1.5 Will forward\r\n")
    rest = [*ACCEPT, *MAIL, *rcpt, *answer(b"RSET", b"250 Ok\r\n"), *answer(b"QUIT", b"221 x\r\n")]
    with Server(starttls(certificates.server.file, rest)) as server:
        assert slug(check(server, *ENVELOPE)) == (0, "authenticated")
    assert b"MAIL FROM:<a@example.com>" in server.lines
    assert b"RCPT TO:<b@example.net>" in server.lines
    spoken = [line.split(b" ")[0] for line in server.lines]
    assert spoken[-4:] == [b"MAIL", b"RCPT", b"RSET", b"QUIT"]


@pytest.mark.parametrize(
    ("script", "diagnosis"),
    [
        (answer(b"MAIL", b"553 5.7.1 Not owned by user\r\n"), "sender-rejected"),
        (answer(b"MAIL", b"530 5.7.0 Authentication required\r\n"), "sender-rejected"),
        (answer(b"MAIL", b"451 4.3.0 Try later\r\n"), "temporary-failure"),
        ([*MAIL, *answer(b"RCPT", b"550 5.7.1 Unable to relay\r\n")], "recipient-rejected"),
    ],
)
def test_a_refused_envelope(
    check: Check, certificates: Certificates, script: Script, diagnosis: str
) -> None:
    """A sender or recipient that is refused after a good login has a diagnosis of its own."""
    with Server(starttls(certificates.server.file, ACCEPT, script)) as server:
        run = check(server, *ENVELOPE)
    assert slug(run)[1] == diagnosis
    assert run.json["accounts"][0]["stage"] in ("mail", "rcpt")


def test_a_refused_sender_is_no_rejected_login(
    check: Check, certificates: Certificates, memory: tuple[str, str]
) -> None:
    """However often the sender is refused, the login is not held back for it."""
    refuse = answer(b"MAIL", b"553 5.7.1 Not owned by user\r\n")
    for _ in range(4):
        with Server(starttls(certificates.server.file, ACCEPT, refuse)) as server:
            assert slug(check(server, *ENVELOPE, *memory)) == (2, "sender-rejected")


def test_a_retired_credential_is_to_be_refused(
    check: Check, certificates: Certificates, memory: tuple[str, str]
) -> None:
    """With --expect rejected a refusal is OK and tried once a day, acceptance is CRITICAL."""
    options = ("--expect", "rejected", *memory)
    with Server(starttls(certificates.server.file, REJECT)) as server:
        run = check(server, *options)
        assert run.code == 0
        assert "refused, as expected" in run.first
    with Server(starttls(certificates.server.file)) as server:
        run = check(server, *options, "--output", "json")
    assert slug(run) == (0, "held")
    assert server.count(b"AUTH") == 0
    with Server(starttls(certificates.server.file, ACCEPT)) as server:
        run = check(server, *options, "--output", "json", "--retry-now")
    assert slug(run) == (2, "unexpectedly-accepted")


def test_other_trouble_is_not_expected(check: Check, certificates: Certificates) -> None:
    """--expect rejected makes no other outcome good."""
    script = answer(b"AUTH", b"454 4.7.0 Temporary authentication failure\r\n")
    with Server(starttls(certificates.server.file, script)) as server:
        run = check(server, "--expect", "rejected", "--output", "json")
    assert slug(run) == (1, "temporary-failure")


def drift(check: Check, certificates: Certificates, memory: tuple[str, str], *more: str) -> Run:
    """Run against a server that offers PLAIN alone."""
    script = starttls(certificates.server.file, ACCEPT, offer="AUTH PLAIN")
    with Server(script) as server:
        return check(server, *memory, *more)


def test_a_mechanism_that_is_gone_is_drift(
    check: Check, certificates: Certificates, memory: tuple[str, str]
) -> None:
    """A mechanism gone since the last success is WARNING with before and after, until accepted."""
    with Server(starttls(certificates.server.file, ACCEPT)) as server:
        assert check(server, *memory).code == 0
    for _ in range(2):
        run = drift(check, certificates, memory)
        assert run.code == 1
        assert "LOGIN is no longer offered (before: PLAIN LOGIN; now: PLAIN)" in run.first
    assert drift(check, certificates, memory, "--accept-drift").code == 0
    assert drift(check, certificates, memory).code == 0


def test_a_new_mechanism_is_a_note(
    check: Check, certificates: Certificates, memory: tuple[str, str]
) -> None:
    """A mechanism that is newly offered changes no state; the one that worked is kept."""
    assert drift(check, certificates, memory).code == 0
    script = starttls(certificates.server.file, ACCEPT, offer="AUTH SCRAM-SHA-1 PLAIN")
    with Server(script) as server:
        run = check(server, *memory, "-v")
    assert run.code == 0
    assert "authenticated by PLAIN" in run.first
    assert "SCRAM-SHA-1 is newly offered." in run.long
    assert "SCRAM-SHA-1 is offered and stronger, but PLAIN worked before." in run.long


def test_another_issuer_is_drift(
    check: Check, certificates: Certificates, memory: tuple[str, str]
) -> None:
    """A certificate from another issuer is WARNING, and back at the old one it is OK."""
    with Server(starttls(certificates.server.file, ACCEPT)) as server:
        assert check(server, *memory).code == 0
    trust = ("--ca-file", str(certificates.plain_ca_file))
    with Server(starttls(certificates.plain, ACCEPT)) as server:
        run = check(server, *memory, *trust)
    assert run.code == 1
    assert "the certificate is from another issuer (before: " in run.first
    with Server(starttls(certificates.server.file, ACCEPT)) as server:
        assert check(server, *memory).code == 0


def fingerprint(certificate: Path) -> str:
    """The SHA-256 fingerprint of the first certificate in a PEM file."""
    pem = certificate.read_text().partition("-----BEGIN CERTIFICATE-----")[2]
    text = f"-----BEGIN CERTIFICATE-----{pem.partition('-----END')[0]}-----END CERTIFICATE-----"
    return hashlib.sha256(ssl.PEM_cert_to_DER_cert(text)).hexdigest()


@pytest.mark.parametrize(
    "pin", [("--expect-fingerprint", "00" * 32), ("--expect-issuer", "Somebody else")]
)
def test_a_pin_is_held_before_the_login(
    check: Check, certificates: Certificates, pin: tuple[str, str]
) -> None:
    """A certificate that is not the one pinned is CRITICAL at stage tls, and no AUTH is sent."""
    with Server([*until_tls(), start_tls(certificates.server.file)]) as server:
        run = check(server, *pin, "--output", "json")
    assert slug(run) == (2, "drifted")
    assert run.json["accounts"][0]["stage"] == "tls"
    assert server.count(b"AUTH") == 0


@pytest.mark.parametrize(
    ("pin", "value", "words"),
    [
        ("--expect-fingerprint", "00" * 32, "the certificate has another fingerprint: {sha256}"),
        (
            "--expect-issuer",
            "Somebody else",
            "the certificate is from another issuer: OU=Testing CA",
        ),
        ("--expect-mechanism", "NTLM", "the server offers PLAIN LOGIN, not NTLM"),
    ],
)
def test_what_is_there_instead_of_what_was_pinned(
    check: Check, certificates: Certificates, pin: str, value: str, words: str
) -> None:
    """The first line says what the server has in place of what was pinned, and the advice is to
    change the option: pins have no baseline.
    """
    file = certificates.server.file
    rest = hello("AUTH PLAIN LOGIN") if pin == "--expect-mechanism" else []
    with Server([*until_tls(), start_tls(file), *rest]) as server:
        run = check(server, pin, value)
    assert words.format(sha256=fingerprint(file)) in run.first
    assert "does not match a pin" in run.long
    assert "--accept-drift" not in run.long


def test_pins_that_are_met(check: Check, certificates: Certificates) -> None:
    """Pins that are met change nothing."""
    file = certificates.server.file
    pins = ("--expect-fingerprint", fingerprint(file), "--expect-mechanism", "login")
    with Server(starttls(file, ACCEPT)) as server:
        assert check(server, *pins).code == 0
