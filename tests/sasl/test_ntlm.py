"""NTLM against the acceptor of pyspnego, which checks the proof as a server does."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import spnego

from check_smtp_auth.sasl import (
    ChallengeRejected,
    Credential,
    EarlySuccess,
    Mechanism,
    create,
)
from check_smtp_auth.secret import Secret

PASSWORD = "pässwort, lang"


@pytest.fixture
def acceptor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """A server that knows two accounts, one of a domain."""
    users = tmp_path / "users"
    users.write_text(f"EXAMPLE:finance:{PASSWORD}\n:probe:{PASSWORD}\n", "utf-8")
    monkeypatch.setenv("NTLM_USER_FILE", str(users))
    return spnego.server(protocol="ntlm")


def begin(user: str = "EXAMPLE\\finance", password: str = PASSWORD) -> Mechanism:
    """Begin an exchange as far as the server's first, empty challenge."""
    mechanism = create("NTLM", Credential(user, Secret(password.encode())), lambda n: bytes(n))
    assert mechanism.start() is None
    return mechanism


@pytest.mark.parametrize("user", ["EXAMPLE\\finance", "probe"])
@pytest.mark.parametrize("invitation", [b"", b"ntlm supported"])
def test_the_right_password(acceptor: Any, user: str, invitation: bytes) -> None:
    """The server is convinced, however it invited us, with a domain or without."""
    mechanism = begin(user)
    challenge = acceptor.step(mechanism.respond(invitation))
    proof = mechanism.respond(challenge)
    acceptor.step(proof)
    assert acceptor.complete
    assert acceptor.client_principal.upper().endswith(user.upper())
    mechanism.finish()
    for octets in (proof, challenge):
        assert PASSWORD.encode() not in octets
        assert PASSWORD.encode("utf-16-le") not in octets


@pytest.mark.parametrize(
    ("user", "password"), [("EXAMPLE\\finance", "x"), ("EXAMPLE\\x", PASSWORD)]
)
def test_the_wrong_password(acceptor: Any, user: str, password: str) -> None:
    """With another password, or as another user, the server is not convinced."""
    mechanism = begin(user, password)
    proof = mechanism.respond(acceptor.step(mechanism.respond(b"")))
    with pytest.raises(spnego.exceptions.SpnegoError):
        acceptor.step(proof)


def test_the_login_counts_from_the_proof_on(acceptor: Any) -> None:
    """Before the proof nothing is spent, and a success is not believed."""
    mechanism = begin()
    for challenge in (b"", acceptor.step(mechanism.respond(b""))):
        assert not mechanism.committed
        with pytest.raises(EarlySuccess):
            mechanism.finish()
        if challenge:
            mechanism.respond(challenge)
    assert mechanism.committed
    with pytest.raises(ChallengeRejected):
        mechanism.respond(b"")


@pytest.mark.parametrize(
    "challenge",
    [
        b"",
        b"noise",
        b"NTLMSSP\0",
        b"NTLMSSP\0\1\0\0\0" + bytes(24),
        b"NTLMSSP\0\2\0\0\0",
        b"NTLMSSP\0\3\0\0\0" + bytes(80),
    ],
)
def test_what_is_no_challenge(challenge: bytes) -> None:
    """What is not a challenge of NTLM is refused, and not quoted."""
    mechanism = begin()
    assert mechanism.respond(b"").startswith(b"NTLMSSP\0\1\0\0\0")
    with pytest.raises(ChallengeRejected) as rejection:
        mechanism.respond(challenge)
    assert str(rejection.value) == "a challenge that is not NTLM's"
    assert not mechanism.committed


def test_only_the_first_challenge_may_be_any_text() -> None:
    """The invitation need not be base64; from then on challenges must be."""
    mechanism = begin()
    assert not mechanism.heeds_challenges
    mechanism.respond(b"ntlm supported")
    assert mechanism.heeds_challenges
