"""SCRAM with a server that is wrong, or hostile: what is refused, and what is only told."""

from __future__ import annotations

import base64
import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from properties import PROPERTY

from check_smtp_auth.observation import MechanismFacts
from check_smtp_auth.sasl import (
    ChallengeRejected,
    Credential,
    Mechanism,
    ServerNotVerified,
    create,
)
from check_smtp_auth.secret import Secret

from .scram_server import ScramServer
from .test_vectors import NONCE, SCRAM, begin


def first_message(nonce: str = NONCE + "more", salt: str = "c2FsdA==", count: str = "1") -> bytes:
    """Make a server-first-message."""
    return f"r={nonce},s={salt},i={count}".encode()


def started(name: str = "SCRAM-SHA-256") -> Mechanism:
    """Return an exchange that waits for the server's first message."""
    mechanism = begin(name, "user", "pencil")
    mechanism.start()
    return mechanism


def proved(name: str = "SCRAM-SHA-256", iterations: int = 1) -> tuple[Mechanism, bytes]:
    """Return an exchange that waits for the server's last message, and that message."""
    client = begin(name, "user", "pencil")
    server = ScramServer(name, "user", "pencil", iterations=iterations)
    return client, server.final(client.respond(server.first(client.start() or b"")))


REJECTED = {
    "empty": b"",
    "noise": b"\xff\xfe",
    "a mandatory SCRAM extension": b"m=future," + first_message(),
    "other nonce": first_message(nonce="another"),
    "nonce not extended": first_message(nonce=NONCE),
    "nonce cut": first_message(nonce=NONCE[:-1]),
    "nonce in other letters": first_message(nonce=NONCE.swapcase() + "more"),
    "nonce behind another": first_message(nonce="more" + NONCE),
    "no nonce": b"s=c2FsdA==,i=4096",
    "no salt": f"r={NONCE}more,i=4096".encode(),
    "no count": f"r={NONCE}more,s=c2FsdA==".encode(),
    "another order": f"s=c2FsdA==,r={NONCE}more,i=4096".encode(),
    "salt not base64": first_message(salt="c2Fsd"),
    "salt of other characters": first_message(salt="***"),
    "salt with others among them": first_message(salt="c2Fs-dA=="),
    "count 0": first_message(count="0"),
    "count 00": first_message(count="00"),
    "count negative": first_message(count="-1"),
    "count with a sign": first_message(count="+4096"),
    "count no number": first_message(count="many"),
    "count empty": first_message(count=""),
    "count with a point": first_message(count="4096.0"),
    "count with an underscore": first_message(count="4_096"),
    "count with a blank": first_message(count=" 4096"),
    "count of other digits": first_message(count="٤٠٩٦"),
    "count just too large": first_message(count="1000001"),
    "count too large": first_message(count="4294967296"),
    "count far too large": first_message(count="9" * 5_000),
    "count too large behind zeros": first_message(count="0" * 11 + "1000001"),
    "count far too large behind zeros": first_message(count="0" * 11 + "1" + "9" * 5_000),
    "the signature at once": b"v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=",
    "an error at once": b"e=unknown-user",
}


@pytest.mark.parametrize("case", REJECTED)
def test_first_message_rejected(case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A first message against the rules is refused before any work, and without quoting it."""
    monkeypatch.delattr(hashlib, "pbkdf2_hmac")
    mechanism = started()
    with pytest.raises(ChallengeRejected) as rejection:
        mechanism.respond(REJECTED[case])
    assert len(str(rejection.value)) < 100
    assert NONCE not in str(rejection.value)
    with pytest.raises(ServerNotVerified):
        mechanism.finish()


@pytest.mark.parametrize("count", ["1", "4095", "4096", "10000", "004096"])
def test_iteration_count_is_a_fact(count: str) -> None:
    """A low iteration count is used, and each count is told."""
    mechanism = started("SCRAM-SHA-1")
    assert b",p=" in mechanism.respond(first_message(count=count))
    assert mechanism.facts.iterations == int(count)


def test_the_largest_iteration_count() -> None:
    """A count of exactly 1,000,000 is still used."""
    assert b",p=" in started("SCRAM-SHA-1").respond(first_message(count="1000000"))


@pytest.mark.parametrize("name", SCRAM)
@pytest.mark.parametrize("count", [1, 2, 4095])
def test_a_low_count_is_used_right(name: str, count: int) -> None:
    """With few iterations both sides still come to the same keys."""
    client, final = proved(name, count)
    assert client.respond(final) == b""
    client.finish()


def test_extensions_behind_the_count_are_ignored() -> None:
    """What a later version of SCRAM adds at the end does no harm, and is covered by the proof."""
    message = first_message()
    plain, extended = started(), started()
    assert plain.respond(message) != extended.respond(message + b",x=new,y=newer")
    assert extended.facts == MechanismFacts(iterations=1)


@pytest.mark.parametrize("name", SCRAM)
def test_wrong_signature(name: str) -> None:
    """A server that does not know the secret is found out by its signature."""
    for wrong in (b"\0" * 20, b"\xff" * 64, b""):
        client, _ = proved(name)
        with pytest.raises(ServerNotVerified):
            client.respond(b"v=" + base64.b64encode(wrong))
        with pytest.raises(ServerNotVerified):
            client.finish()


@PROPERTY
@given(st.integers(0, 31), st.integers(0, 7))
def test_one_wrong_bit(octet: int, bit: int) -> None:
    """A signature with one bit wrong is a wrong signature."""
    client, final = proved()
    signature = bytearray(base64.b64decode(final[2:]))
    signature[octet] ^= 1 << bit
    with pytest.raises(ServerNotVerified):
        client.respond(b"v=" + base64.b64encode(bytes(signature)))


NO_SIGNATURE = [b"", b"v", b"v=", b"v=!!!", b"V=", b"r=abc", b"x=1,", b"\xff", b"ve=="]


@pytest.mark.parametrize("message", NO_SIGNATURE)
def test_no_signature(message: bytes) -> None:
    """A last message without a signature is as bad as a wrong one."""
    client, _ = proved()
    with pytest.raises(ServerNotVerified):
        client.respond(message)


def test_signature_under_another_name() -> None:
    """The right signature counts only where it stands as one."""
    for name in (b"x=", b"e=", b"  ", b"V="):
        client, final = proved()
        with pytest.raises(ServerNotVerified):
            client.respond(name + final[2:])
            client.finish()


def test_extensions_behind_the_signature_are_ignored() -> None:
    """What follows the signature does no harm to it."""
    client, final = proved()
    assert client.respond(final + b",x=new") == b""
    client.finish()


def test_missing_signature() -> None:
    """A success without the server's last message is not believed."""
    for client in (begin("SCRAM-SHA-1", "user", "pencil"), started(), proved()[0]):
        with pytest.raises(ServerNotVerified):
            client.finish()


def test_error_message_is_a_fact() -> None:
    """The server's error is noted and answered, so that its final reply comes; never believed."""
    client, _ = proved()
    assert client.respond(b"e=other-error") == b""
    assert client.facts.error == "other-error"
    with pytest.raises(ServerNotVerified):
        client.finish()


def test_a_long_error_message_is_cut() -> None:
    """Of an error as long as a challenge may be no more is kept than can be told."""
    client, _ = proved()
    client.respond(b"e=" + b"x" * 9_000)
    assert client.facts.error == "x" * 200


@pytest.mark.parametrize("what", ["error", "signature", "nothing", "noise"])
def test_nothing_comes_after_the_error_message(what: str) -> None:
    """After its error message a server has no more challenges: no exchange goes on for ever."""
    client, final = proved()
    error = b"e=other-error"
    client.respond(error)
    challenge = {"error": error, "signature": final, "nothing": b"", "noise": b"\xff"}[what]
    with pytest.raises((ChallengeRejected, ServerNotVerified)):
        client.respond(challenge)


def test_nothing_comes_after_the_signature() -> None:
    """After the signature a further challenge is refused."""
    client, final = proved()
    client.respond(final)
    with pytest.raises(ChallengeRejected):
        client.respond(final)


def test_the_nonce_is_new_each_time() -> None:
    """The nonce comes from the source of chance that was given, 18 octets of it."""
    asked: list[int] = []

    def chance(count: int) -> bytes:
        asked.append(count)
        return bytes(range(count))

    first = create("SCRAM-SHA-256", Credential("user", Secret(b"x")), chance).start()
    assert asked == [18]
    assert first == b"n,,n=user,r=" + base64.b64encode(bytes(range(18)))
