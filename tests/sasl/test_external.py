"""EXTERNAL (RFC 4422 appendix A): who we are, the client certificate has told."""

from __future__ import annotations

import pytest

from check_smtp_auth.sasl import (
    ChallengeRejected,
    Credential,
    EarlySuccess,
    Mechanism,
    Proof,
    create,
)
from check_smtp_auth.secret import Secret


def begin(user: str = "", authzid: str = "") -> Mechanism:
    """Begin an exchange."""
    credential = Credential(user, Secret(b""), authzid, Proof.CERTIFICATE)
    return create("EXTERNAL", credential, lambda count: bytes(count))


@pytest.mark.parametrize(
    ("authzid", "message"),
    [("", b""), ("fred@example.com", b"fred@example.com"), ("größe", "größe".encode())],
)
def test_the_one_message(authzid: str, message: bytes) -> None:
    """The message is the identity to act as, and empty where the certificate tells it alone."""
    mechanism = begin("finance", authzid)
    assert mechanism.start() == message
    mechanism.finish()


def test_nothing_follows_the_message() -> None:
    """A challenge after the one message is refused."""
    mechanism = begin()
    mechanism.start()
    for challenge in (b"", b"who?"):
        with pytest.raises(ChallengeRejected):
            mechanism.respond(challenge)


def test_no_agreement_before_the_message() -> None:
    """A success that comes before the message is not believed."""
    with pytest.raises(EarlySuccess):
        begin().finish()
