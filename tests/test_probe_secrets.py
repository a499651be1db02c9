"""A secret is nowhere but in the SMTP dialogue, whatever a server makes of it."""

from __future__ import annotations

import base64
import os
import urllib.parse
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

import pytest
from echoes import CUTS, FORMS
from fakes.certificates import Certificates
from fakes.plugin import SECRET, USER, Check, Run, environment
from fakes.scram import server_first
from fakes.scripts import ACCEPT, answer, starttls
from fakes.server import Connection, Script, Server, Step, expect, send

from check_smtp_auth.printable import clean

SHOWN = (("-vvv",), ("--output", "json"))
RESPONSE = base64.b64encode(f"\0{USER}\0{SECRET}".encode()).decode()


def forms(secret: str) -> Iterator[tuple[str, str]]:
    """The forms in which a secret is not to be found: name, text."""
    octets = secret.encode()
    yield "plain", secret
    yield "hexadecimal", octets.hex()
    yield "hexadecimal, upper case", octets.hex().upper()
    yield "percent-encoded", urllib.parse.quote(secret)
    for before in range(3):
        encoded = base64.b64encode(b"\0" * before + octets).decode().rstrip("=")
        # The first and last characters also depend on the neighbours.
        yield f"base64 at {before}", encoded[(before * 8 + 5) // 6 : -2]


def require_hidden(run: Run, secret: str = SECRET) -> None:
    """Fail where the output has the secret in any form."""
    output = run.output.replace("\\/", "/")
    for name, form in forms(secret):
        assert form not in output, name
        # Nor in two pieces, with a blank or a line end between them.
        assert form not in "".join(output.split()), name


ECHOES: dict[str, bytes] = {
    "plain": SECRET.encode(),
    "plain in a sentence": f"password '{SECRET}' of {USER} is wrong".encode(),
    "base64": base64.b64encode(SECRET.encode()),
    "the response": RESPONSE.encode(),
    "the whole line": f"AUTH PLAIN {RESPONSE}".encode(),
    "the response without padding": RESPONSE.rstrip("=").encode(),
    "the decoded response": f"\0{USER}\0{SECRET}".encode(),
    "hexadecimal": SECRET.encode().hex().encode(),
    "hexadecimal, upper case": SECRET.encode().hex().upper().encode(),
    "hexadecimal of the response": f"\0{USER}\0{SECRET}".encode().hex().encode(),
    "twice": f"{SECRET}{SECRET}".encode(),
    "folded": f"{SECRET[:9]}\r\n535 {SECRET[9:]}".encode(),
    "folded with a status code": f"{SECRET[:9]}\r\n535 5.7.8 {SECRET[9:]}".encode(),
    "folded with a blank": f"{SECRET[:9]} \r\n535  {SECRET[9:]}".encode(),
    "folded in three": f"{SECRET[:5]}\r\n535-{SECRET[5:9]}\r\n535 {SECRET[9:]}".encode(),
    "the response, folded": f"{RESPONSE[:24]}\r\n535 5.7.8 {RESPONSE[24:]}".encode(),
}


@pytest.mark.parametrize("echo", list(ECHOES))
def test_an_echo_of_the_secret_is_masked(
    check: Check, certificates: Certificates, echo: str
) -> None:
    """A server that repeats the secret in its refusal does not make it appear anywhere."""
    text = ECHOES[echo]
    hyphen = b"-" if b"\r\n" in text else b" "
    script = answer(b"AUTH", b"535" + hyphen + b"5.7.8 " + text + b"\r\n")
    for options in SHOWN:
        with Server(starttls(certificates.server.file, script)) as server:
            run = check(server, *options)
        assert run.code == 2
        require_hidden(run)


# Each with one secret: the mask is tried with all of them in its own room.
SECRETS = cycle(["k9#Zq", "pässwört—€ § <&>", "eyJ0eXAi" + "Q7rT2xWv9LkP" * 60])
SOME_FORMS = (
    *("the middle starred", "capitals", "letters quoted", "groups of four with dashes", "a dump"),
    *("HTML, decimal", "HTML, all named", "JSON, all escaped", "xtext", "full-width", "backwards"),
    *("quoted-printable, soft breaks", "percent-encoded twice", "base64 for URLs"),
    *("hexadecimal with blanks", "base64 twice", "HTTP's Basic"),
)


@pytest.mark.parametrize(("form", "secret"), [*zip(SOME_FORMS, SECRETS)])
def test_an_echo_in_another_form_is_masked(
    check: Check, certificates: Certificates, password_file: Path, secret: str, form: str
) -> None:
    """Whatever a server makes of the secret, none of it is shown, in no output, at no -v."""
    password_file.write_text(secret)
    echo = {**FORMS, **CUTS}[form](secret)
    lines = [b"5.7.8 wrong:", *(line.encode() for line in echo.splitlines()), b"5.7.8 sorry"]
    text = b"".join(b"535-" + line + b"\r\n" for line in lines[:-1]) + b"535 " + lines[-1] + b"\r\n"
    script = answer(b"AUTH", text)
    for options in SHOWN:
        with Server(starttls(certificates.server.file, script)) as server:
            run = check(server, *options)
        assert run.code == 2
        assert "5.7.8" in run.output
        for line in echo.splitlines():
            assert clean(line) not in run.output
        assert secret not in run.output


@pytest.mark.parametrize("secret", ["abc", "a b", "pass", "x" * 40, "grün—geheim", "50% & <b>=+/"])
def test_secrets_of_every_kind_are_masked(
    check: Check, certificates: Certificates, password_file: Path, secret: str
) -> None:
    """Short, blank-ridden, long and non-ASCII secrets are masked where a server repeats them."""
    password_file.write_text(secret)
    echo = f"535 5.7.8 wrong: {secret} ({base64.b64encode(secret.encode()).decode()})\r\n"
    with Server(starttls(certificates.server.file, answer(b"AUTH", echo.encode()))) as server:
        run = check(server, "-vvv")
    assert run.code == 2
    assert secret not in run.output.replace(password_file.name, "").replace("password", "")


def test_a_short_secret_does_not_riddle_the_words(
    check: Check, certificates: Certificates, password_file: Path
) -> None:
    """A secret of three letters is masked as a word, and leaves other words as they are."""
    password_file.write_text("the")
    script = answer(b"AUTH", b"535 5.7.8 the other one, not the one\r\n")
    with Server(starttls(certificates.server.file, script)) as server:
        run = check(server)
    assert run.first.endswith("535 5.7.8 *** other one, not *** one")


def test_the_dialogue_shows_stars(check: Check, certificates: Certificates) -> None:
    """At -vv the AUTH line is shown with its secret as stars, and the rest as it was."""
    with Server(starttls(certificates.server.file, ACCEPT)) as server:
        run = check(server, "-vv", "-F", "probe.test")
    assert "C: AUTH PLAIN ***" in run.lines
    assert "C: EHLO probe.test" in run.lines
    require_hidden(run)


def conversation(mechanism: str) -> Script:
    """The server's part of a login that is refused in the end."""
    refuse = [expect(b""), send(b"535 5.7.8 No\r\n")]
    challenge = b"334 " + base64.b64encode(b"<1.2@fake.test>") + b"\r\n"
    return {
        "LOGIN": [*answer(b"AUTH", b"334 VXNlcm5hbWU6\r\n"), *answer(b"", b"334 UGFzc3\r\n")],
        "CRAM-MD5": answer(b"AUTH", challenge),
        "SCRAM-SHA-256": [server_first()],
        "SCRAM-SHA-512": [server_first()],
    }[mechanism] + refuse


@pytest.mark.parametrize("mechanism", ["LOGIN", "CRAM-MD5", "SCRAM-SHA-256", "SCRAM-SHA-512"])
def test_responses_and_proofs_are_masked(
    check: Check, certificates: Certificates, mechanism: str
) -> None:
    """Of every mechanism's responses, proofs among them, the dialogue shows stars only."""
    script = starttls(certificates.server.file, conversation(mechanism), offer=f"AUTH {mechanism}")
    with Server(script) as server:
        run = check(server, "-vvv")
    assert run.code == 2
    require_hidden(run)
    begin = next(i for i, line in enumerate(server.lines) if line.startswith(b"AUTH"))
    responses = [line.split(b" ")[-1].decode() for line in server.lines[begin:-1]]
    for response in responses:
        if response != mechanism:
            assert response not in run.output


def test_a_proof_that_comes_back_is_masked(check: Check, certificates: Certificates) -> None:
    """A server that repeats a CRAM-MD5 response does not make it appear."""

    def repeat(connection: Connection) -> None:
        connection.send(b"535 5.7.8 wrong: " + connection.read_line() + b"\r\n")

    ask: list[Step] = answer(b"AUTH", b"334 " + base64.b64encode(b"<1@fake.test>") + b"\r\n")
    offer = "AUTH CRAM-MD5"
    with Server(starttls(certificates.server.file, [*ask, repeat], offer=offer)) as server:
        run = check(server, "-vvv")
    (response,) = (line for line in server.lines if line.startswith(b"ZmluYW5jZ"))
    assert response.decode() not in run.output


@pytest.mark.parametrize("options", SHOWN)
def test_a_server_that_knows_the_secret_cannot_show_it(
    check: Check, password_file: Path, options: tuple[str, ...]
) -> None:
    """A secret in greeting, server name or offer, known from an earlier login, is masked too."""
    secret = "SEKRET-9471-SEKRET"
    password_file.write_text(secret)
    hello = f"250-{secret}\r\n250-X{secret} {secret}\r\n250 AUTH PLAIN {secret}\r\n"
    script = [send(f"220 {secret}\r\n".encode()), *answer(b"EHLO", hello.encode()), *ACCEPT]
    with Server(script) as server:
        run = check(server, "--tls", "none", *options, host="127.0.0.1")
    require_hidden(run, secret)


def test_no_environment_of_ours_has_the_secret(
    check: Check, certificates: Certificates, tmp_path: Path
) -> None:
    """A command that gives the secret finds nothing of it in its environment or arguments."""
    seen = tmp_path / "seen"
    script = tmp_path / "give"
    script.write_text(f'#!/bin/sh\n(env; echo "$@") > {seen}\necho {SECRET}\n')
    script.chmod(0o700)
    with Server(starttls(certificates.server.file, ACCEPT)) as server:
        run = check(server, "-P", "", "--password-command", f"{script} now")
    assert run.code == 0
    assert "now" in seen.read_text()
    assert SECRET not in seen.read_text()


def test_a_secret_in_the_environment_is_not_shown(check: Check, certificates: Certificates) -> None:
    """--password-env logs in with the variable's value, and shows nothing of it."""
    env = environment(MAIL_SECRET=SECRET)
    with Server(starttls(certificates.server.file, ACCEPT)) as server:
        run = check(server, "-P", "", "--password-env", "MAIL_SECRET", "-vvv", env=env)
    assert run.code == 0
    assert RESPONSE.encode() in server.lines[-2]
    require_hidden(run)
    assert os.environ.get("MAIL_SECRET") is None
