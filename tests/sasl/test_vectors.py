"""The mechanisms against the examples of their RFCs, and against a server's half of our own.

A mechanism is spoken to without SMTP: challenges in, responses out, both as plain octets.
"""

from __future__ import annotations

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st
from properties import PROPERTY

from check_smtp_auth.accounts import Misconfigured
from check_smtp_auth.sasl import NAMES as ALL
from check_smtp_auth.sasl import (
    ChallengeRejected,
    Credential,
    EarlySuccess,
    Mechanism,
    ServerNotVerified,
    create,
)
from check_smtp_auth.sasl.saslprep import prepare
from check_smtp_auth.secret import Secret

from .scram_server import ScramServer

NAMES = [name for name in ALL if name != "GSSAPI"]  # which would ask a KDC
SCRAM = ("SCRAM-SHA-1", "SCRAM-SHA-256", "SCRAM-SHA-512")
NONCE = "fyko+d2lbbFgONRv9qkxdawL"


def begin(name: str, user: str, password: str, authzid: str = "", nonce: str = NONCE) -> Mechanism:
    """Begin an exchange whose nonce is known."""
    credential = Credential(user, Secret(password.encode()), authzid)
    return create(name, credential, lambda _count: base64.b64decode(nonce))


def scram_login(client: Mechanism, server: ScramServer) -> None:
    """Let both halves speak to each other to the end."""
    first = client.start()
    assert first is not None
    final = client.respond(server.first(first))
    assert client.respond(server.final(final)) == b""
    client.finish()


# RFC 4616 section 4, both examples.
@pytest.mark.parametrize(
    ("authzid", "user", "password", "message"),
    [
        ("", "tim", "tanstaaftanstaaf", b"\0tim\0tanstaaftanstaaf"),
        ("Ursel", "Kurt", "xipj3plmq", b"Ursel\0Kurt\0xipj3plmq"),
    ],
)
def test_plain(authzid: str, user: str, password: str, message: bytes) -> None:
    """PLAIN sends both examples of RFC 4616 as they are printed there."""
    mechanism = begin("PLAIN", user, password, authzid)
    assert mechanism.start() == message
    mechanism.finish()


def test_cram_md5() -> None:
    """CRAM-MD5 gives the digest that RFC 2195 section 2 gives."""
    mechanism = begin("CRAM-MD5", "tim", "tanstaaftanstaaf")
    assert mechanism.start() is None
    response = mechanism.respond(b"<1896.697170952@postoffice.reston.mci.net>")
    assert response == b"tim b913a602c7eda7a495b4e6e7334d3890"
    mechanism.finish()


# RFC 5802 section 5; RFC 7677 section 3.
EXCHANGES = {
    "SCRAM-SHA-1": (
        "n,,n=user,r=fyko+d2lbbFgONRv9qkxdawL",
        "r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,s=QSXCR+Q6sek8bf92,i=4096",
        "c=biws,r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,p=v0X8v3Bz2T0CJGbJQyF0X+HI4Ts=",
        "v=rmF9pqV8S7suAoZWja4dJRkFsKQ=",
    ),
    "SCRAM-SHA-256": (
        "n,,n=user,r=rOprNGfwEbeRWgbNEkqO",
        "r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096",
        "c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,"
        "p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=",
        "v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=",
    ),
}


@pytest.mark.parametrize("name", EXCHANGES)
def test_scram(name: str) -> None:
    """SCRAM sends the messages that its RFC prints, and believes the server's signature."""
    client_first, server_first, client_final, server_final = EXCHANGES[name]
    mechanism = begin(name, "user", "pencil", nonce=client_first.rpartition("r=")[2])
    assert mechanism.start() == client_first.encode()
    assert mechanism.respond(server_first.encode()) == client_final.encode()
    assert mechanism.respond(server_final.encode()) == b""
    mechanism.finish()


@pytest.mark.parametrize("name", SCRAM)
def test_scram_against_a_server(name: str) -> None:
    """Each SCRAM convinces a server written from the formulas, and is convinced by it."""
    scram_login(begin(name, "user", "pencil"), ScramServer(name, "user", "pencil"))


@pytest.mark.parametrize("name", SCRAM)
def test_scram_with_a_wrong_password(name: str) -> None:
    """With another password the server refuses the proof, and nobody is convinced."""
    client, server = begin(name, "user", "pen"), ScramServer(name, "user", "pencil")
    first = client.start()
    assert first is not None
    answer = server.final(client.respond(server.first(first)))
    assert answer == b"e=invalid-proof"
    client.respond(answer)
    with pytest.raises(ServerNotVerified):
        client.finish()


def test_login() -> None:
    """LOGIN gives the name, then the password, in UTF-8, whatever it is asked."""
    mechanism = begin("LOGIN", "jürgen", "pässwort")
    assert mechanism.start() is None
    assert mechanism.respond(b"Password:") == "jürgen".encode()
    assert mechanism.respond(b"") == "pässwort".encode()
    mechanism.finish()


@pytest.mark.parametrize("name", ["LOGIN", "CRAM-MD5"])
def test_no_agreement_before_the_answers(name: str) -> None:
    """LOGIN and CRAM-MD5 agree to a success only when all their answers were asked for."""
    mechanism = begin(name, "user", "pencil")
    mechanism.start()
    for _ in range(2 if name == "LOGIN" else 1):
        with pytest.raises(EarlySuccess):
            mechanism.finish()
        mechanism.respond(b"challenge")
    mechanism.finish()


def test_plain_agrees_only_when_it_has_spoken() -> None:
    """PLAIN does not agree to a success that comes before its message."""
    with pytest.raises(EarlySuccess):
        begin("PLAIN", "user", "pencil").finish()


def test_cram_md5_needs_a_challenge() -> None:
    """An empty challenge would make the digest one that anybody can replay."""
    with pytest.raises(ChallengeRejected):
        begin("CRAM-MD5", "user", "pencil").respond(b"")


@pytest.mark.parametrize(("name", "most"), [("CRAM-MD5", 1), ("LOGIN", 2), ("PLAIN", 0)])
def test_no_exchange_goes_on_for_ever(name: str, most: int) -> None:
    """A server gets no more answers than a mechanism has, whatever it goes on to ask."""
    mechanism = begin(name, "user", "pencil")
    mechanism.start()
    for _ in range(most):
        mechanism.respond(b"challenge")
    for _ in range(2):
        with pytest.raises(ChallengeRejected):
            mechanism.respond(b"another")


@pytest.mark.parametrize("name", SCRAM)
@pytest.mark.parametrize("length", [64, 65, 128, 129, 500])
def test_long_passwords(name: str, length: int) -> None:
    """A password longer than a hash's block is used whole, to its last character."""
    password = "x" * length
    scram_login(begin(name, "user", password), ScramServer(name, "user", password, iterations=1))
    with pytest.raises(ServerNotVerified):
        scram_login(
            begin(name, "user", password), ScramServer(name, "user", password[:-1], iterations=1)
        )


@pytest.mark.parametrize(
    ("user", "sent"),
    [
        ("a,b", "a=2Cb"),
        ("a=b", "a=3Db"),
        ("a=2Cb", "a=3D2Cb"),
        (",=,", "=2C=3D=2C"),
        ("jürgen", "jürgen"),
        ("user@example.com", "user@example.com"),
    ],
)
@pytest.mark.parametrize("name", SCRAM)
def test_names_are_escaped(name: str, user: str, sent: str) -> None:
    """A comma or an equals sign in a name does not break SCRAM's messages (RFC 5802 5.1)."""
    assert begin(name, user, "x").start() == f"n,,n={sent},r={NONCE}".encode()
    first = begin(name, "user", "x", authzid=user).start()
    assert first == f"n,a={sent},n=user,r={NONCE}".encode()


@pytest.mark.parametrize("name", SCRAM)
def test_authorization_identity(name: str) -> None:
    """The identity to act as is told to the server, and covered by the proof."""
    client = begin(name, "user", "pencil", authzid="boss=1")
    server = ScramServer(name, "user", "pencil")
    scram_login(client, server)
    assert server.authzid == "a=boss=3D1"


def test_plain_is_utf8() -> None:
    """PLAIN sends names and passwords in UTF-8, and changes nothing of them."""
    message = begin("PLAIN", "jürgen", "Ⅸ\u00adpässwort", "größe").start()
    assert message == "größe\0jürgen\0Ⅸ\u00adpässwort".encode()


def test_cram_md5_is_utf8() -> None:
    """CRAM-MD5 sends the name in UTF-8, and takes the password so for its digest."""
    response = begin("CRAM-MD5", "jürgen", "pässwort").respond(b"<1@example.com>")
    # As "openssl dgst -md5 -mac HMAC" has it.
    assert response == "jürgen 754448cc991d512789af8ef4b7d664df".encode()


# RFC 4013 section 3, without what is prohibited (see test_saslprep), and a few more.
@pytest.mark.parametrize(
    ("text", "prepared"),
    [
        ("I\u00adX", "IX"),
        ("user", "user"),
        ("USER", "USER"),
        ("\u00aa", "a"),
        ("\u2168", "IX"),
        ("a\u00a0b", "a b"),
        ("a\u3000b", "a b"),
        ("a\u200bb", "ab"),
        ("\ufeffa", "a"),
        ("u\u0308", "ü"),
        ("ü", "ü"),
    ],
)
def test_saslprep(text: str, prepared: str) -> None:
    """Names and passwords that look alike are one, as RFC 4013 has it."""
    assert prepare(text) == prepared


@pytest.mark.parametrize("name", SCRAM)
def test_scram_prepares_name_and_password(name: str) -> None:
    """A name or password typed another way than it was stored is the same under SCRAM."""
    client = begin(name, "ju\u0308rgen\u00ad", "\u2168 pa\u0308sswort")
    scram_login(client, ScramServer(name, "jürgen", "IX pässwort"))


@PROPERTY
@given(st.text(max_size=20), st.text(max_size=20))
def test_any_name_and_password(user: str, password: str) -> None:
    """No name and no password is too odd to begin with, but for what SCRAM does not allow."""
    for name in NAMES:
        try:
            first = begin(name, user, password).start()
        except Misconfigured as problem:
            assert name.startswith("SCRAM") and "SCRAM does not allow" in str(problem)
        else:
            assert first is None or isinstance(first, bytes)


# Noise that comes near to SCRAM's messages.
PIECES = st.sampled_from(
    [
        f"r={NONCE}".encode(),
        b"x",
        b",s=",
        b"c2FsdA==",
        b",i=",
        b"1",
        b"0",
        b"v=",
        b"e=",
        b",",
        b"m=",
    ]
)
CHALLENGES = st.one_of(
    st.binary(max_size=60),
    st.lists(PIECES, max_size=9).map(b"".join),
    st.lists(PIECES, max_size=3).map(
        lambda pieces: f"r={NONCE}x,s=c2FsdA==,i=1".encode() + b"".join(pieces)
    ),
)


@PROPERTY
@given(st.sampled_from(NAMES), st.lists(CHALLENGES, max_size=4))
def test_noise_for_challenges(name: str, challenges: list[bytes]) -> None:
    """Whatever a server sends for a challenge, a mechanism answers or rejects it."""
    mechanism = begin(name, "user", "pencil")
    mechanism.start()
    for challenge in challenges:
        try:
            assert isinstance(mechanism.respond(challenge), bytes)
        except (ChallengeRejected, ServerNotVerified):
            return
