"""What is judged before the secret is given away: pins, and mechanisms that went."""

from __future__ import annotations

from pathlib import Path

import pytest
from fakes.certificates import Certificates
from fakes.plugin import Check, Run, Word
from fakes.scram import scram
from fakes.scripts import ACCEPT, OFFER, REJECTION, answer, clear, implicit, starttls
from fakes.server import Server

# What worked before, what is offered then, and options.
WENT = [
    ("SCRAM-SHA-1", "PLAIN", ()),
    ("SCRAM-SHA-256", "LOGIN", ("--insecure",)),
    ("SCRAM-SHA-512", "LOGIN PLAIN", ("--insecure",)),
    ("SCRAM-SHA-256", "LOGIN CRAM-MD5 PLAIN", ()),
]


@pytest.fixture
def memory(tmp_path: Path) -> tuple[str, str]:
    """The option for a state directory of the test's own."""
    return "--state-dir", str(tmp_path / "memory")


def nothing_secret(server: Server) -> bool:
    """Whether the server heard no AUTH, and was taken leave of."""
    return server.count(b"AUTH") == 0 and server.lines[-1] == b"QUIT"


def scram_login(check: Check, certificates: Certificates, *options: Word, name: str) -> Run:
    """Log in by SCRAM, at a server that offers simple mechanisms too."""
    script = starttls(certificates.server.file, scram(name), offer=f"{OFFER} {name}")
    with Server(script) as server:
        run = check(server, *options)
    assert f"authenticated by {name}" in run.first, run.output
    return run


PINS = [
    ("SCRAM-SHA-256", "AUTH PLAIN LOGIN"),
    ("scram-sha-1", "AUTH SCRAM-SHA-256 PLAIN"),
    ("CRAM-MD5", "AUTH LOGIN"),
    ("PLAIN", "AUTH LOGIN CRAM-MD5"),
    ("SCRAM-SHA-256-PLUS", "AUTH SCRAM-SHA-256 PLAIN"),
    ("XOAUTH2", "AUTH PLAIN"),
    ("SCRAM-SHA-256", "AUTH"),
]


@pytest.mark.parametrize(("pin", "offer"), PINS)
@pytest.mark.parametrize("more", [(), ("--insecure",), ("-A", "PLAIN,LOGIN,SCRAM-SHA-256")])
def test_a_pinned_mechanism_is_judged_first(
    check: Check, certificates: Certificates, pin: str, offer: str, more: tuple[str, ...]
) -> None:
    """A mechanism that must be offered and is not is CRITICAL, and nothing secret is sent."""
    with Server(starttls(certificates.server.file, offer=offer)) as server:
        run = check(server, "--expect-mechanism", pin, *more, "--output", "json")
    assert (run.code, run.account["diagnosis"]) == (2, "drifted")
    assert (run.account["stage"], run.account["mechanism"]) == ("ehlo", None)
    assert f"not {pin.upper()}" in run.account["summary"]
    assert nothing_secret(server)


@pytest.mark.parametrize("way", [implicit, clear])
def test_a_pinned_mechanism_on_other_ways(
    check: Check, certificates: Certificates, way: object
) -> None:
    """The pin holds under implicit TLS and without TLS too."""
    tls = way is implicit
    script = implicit(certificates.server.file) if tls else clear()
    with Server(script) as server:
        mode = ("--tls", "implicit" if tls else "none")
        run = check(server, *mode, "--expect-mechanism", "SCRAM-SHA-1", host="localhost")
    assert run.code == 2
    assert "something it relies on has changed: the server offers PLAIN LOGIN" in run.first
    assert nothing_secret(server)


def test_a_pinned_mechanism_that_is_offered(check: Check, certificates: Certificates) -> None:
    """Where it is offered the pin changes nothing, whatever mechanism is then used."""
    with Server(starttls(certificates.server.file, ACCEPT)) as server:
        assert check(server, "--expect-mechanism", "LOGIN", "-A", "PLAIN").code == 0


def test_a_pin_not_met_spends_nothing(
    check: Check, certificates: Certificates, memory: tuple[str, str]
) -> None:
    """However often the pin is not met, the login is not held back for it."""
    for _ in range(4):
        with Server(starttls(certificates.server.file)) as server:
            assert check(server, "--expect-mechanism", "CRAM-MD5", *memory).code == 2
    with Server(starttls(certificates.server.file, ACCEPT)) as server:
        assert check(server, *memory).code == 0


@pytest.mark.parametrize(("name", "offer", "more"), WENT)
def test_after_scram_the_password_is_not_given_away(
    check: Check,
    certificates: Certificates,
    memory: tuple[str, str],
    name: str,
    offer: str,
    more: tuple[str, ...],
) -> None:
    """Once SCRAM has worked, a server that offers only what shows it the password gets none."""
    scram_login(check, certificates, *memory, name=name)
    for _ in range(3):
        with Server(starttls(certificates.server.file, offer=f"AUTH {offer}")) as server:
            run = check(server, *memory, *more, "--output", "json")
        assert (run.code, run.account["diagnosis"]) == (1, "drifted")
        assert f"{name} worked before and is not offered now" in run.account["summary"]
        assert run.account["stage"] == "ehlo"
        assert nothing_secret(server)
    scram_login(check, certificates, *memory, name=name)


def test_the_words_for_it(
    check: Check, certificates: Certificates, memory: tuple[str, str]
) -> None:
    """First line and advice say what is gone, that nothing was tried, and how to allow it."""
    scram_login(check, certificates, *memory, name="SCRAM-SHA-256")
    with Server(starttls(certificates.server.file, offer="AUTH LOGIN PLAIN GSSAPI")) as server:
        run = check(server, *memory)
    assert run.first.endswith(
        "something it relies on has changed: SCRAM-SHA-256 worked before and is not offered now "
        "(offered: LOGIN PLAIN GSSAPI); the remaining ones would expose the password, so the login "
        "was not tried"
    )
    assert (
        "allow the remaining mechanisms with -A LOGIN or -A PLAIN, or once with --accept-drift."
        in run.long
    )
    assert "-A GSSAPI" not in run.long
    assert "It last worked at" in run.long
    with Server(starttls(certificates.server.file, offer="AUTH LOGIN PLAIN")) as server:
        run = check(server, *memory, "--insecure")
    assert (
        "An attacker in between could also have removed it, since TLS is not verified." in run.long
    )


@pytest.mark.parametrize("allowed", [("--accept-drift",), ("-A", "PLAIN"), ("-A", "NTLM,PLAIN")])
def test_what_is_left_can_be_allowed(
    check: Check, certificates: Certificates, memory: tuple[str, str], allowed: tuple[str, ...]
) -> None:
    """--accept-drift and -A allow it; what worked then is what is kept from there on."""
    scram_login(check, certificates, *memory, name="SCRAM-SHA-256")
    with Server(starttls(certificates.server.file, ACCEPT)) as server:
        run = check(server, *memory, *allowed, "--output", "json")
    assert run.account["mechanism"] == "PLAIN"
    assert run.code == (0 if "--accept-drift" in allowed else 1)
    with Server(starttls(certificates.server.file, ACCEPT)) as server:
        run = check(server, *memory, "--output", "json")
    assert run.account["mechanism"] == "PLAIN"


def test_a_refused_login_does_not_make_it_the_new_normal(
    check: Check, certificates: Certificates, memory: tuple[str, str]
) -> None:
    """Only what succeeds is kept: after a refusal by PLAIN it is still SCRAM that worked."""
    scram_login(check, certificates, *memory, name="SCRAM-SHA-256")
    with Server(starttls(certificates.server.file, answer(b"AUTH", REJECTION))) as server:
        assert "rejected" in check(server, *memory, "-A", "PLAIN").first
    with Server(starttls(certificates.server.file)) as server:
        assert "SCRAM-SHA-256 worked before" in check(server, *memory).first
    assert nothing_secret(server)


def test_another_that_keeps_the_secret_is_used(
    check: Check, certificates: Certificates, memory: tuple[str, str]
) -> None:
    """Where another mechanism is left that keeps the password to itself, that is used."""
    scram_login(check, certificates, *memory, name="SCRAM-SHA-256")
    with Server(
        starttls(certificates.server.file, scram("SCRAM-SHA-1"), offer=f"{OFFER} SCRAM-SHA-1")
    ) as server:
        run = check(server, *memory)
    assert "authenticated" in run.first
    assert "SCRAM-SHA-256 is no longer offered" in run.first
    assert server.count(b"AUTH SCRAM-SHA-1") == 1


def test_in_clear_text_it_is_not_the_options_that_are_blamed(
    check: Check, memory: tuple[str, str]
) -> None:
    """Without TLS too, a SCRAM that went is drift, and no advice to send the password in clear."""
    none = ("--tls", "none", *memory)
    with Server(clear(scram("SCRAM-SHA-1"), offer="AUTH SCRAM-SHA-1")) as server:
        assert check(server, *none).code == 0
    with Server(clear(offer="AUTH PLAIN")) as server:
        run = check(server, *none)
    assert (run.code, "SCRAM-SHA-1 worked before" in run.first) == (1, True)
    assert nothing_secret(server)


def test_a_token_after_a_password_is_no_drift(
    check: Check, certificates: Certificates, memory: tuple[str, str], password_file: Path
) -> None:
    """One who gives another kind of secret has changed the mechanism himself."""
    scram_login(check, certificates, *memory, name="SCRAM-SHA-256")
    script = starttls(certificates.server.file, ACCEPT, offer="AUTH XOAUTH2")
    with Server(script) as server:
        run = check(server, *memory, "-P", "", "--token-file", password_file)
    assert "authenticated, but" in run.first
    assert server.count(b"AUTH XOAUTH2") == 1
