"""OAUTHBEARER (RFC 7628) and XOAUTH2 (Google's and Microsoft's): the messages of the standards'
own examples, and refusals of every sort.
"""

from __future__ import annotations

import json
from base64 import b64decode

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from properties import PROPERTY

from check_smtp_auth.observation import MechanismFacts
from check_smtp_auth.sasl import (
    ChallengeRejected,
    Credential,
    EarlySuccess,
    Mechanism,
    Proof,
    create,
)
from check_smtp_auth.secret import Secret

NAMES = ("OAUTHBEARER", "XOAUTH2")
# What answers a refusal: RFC 7628 section 3.2.3 asks for ^A, Google for an empty response.
ANSWERS = {"OAUTHBEARER": b"\1", "XOAUTH2": b""}
RFC_TOKEN = "vF9dft4qmTc2Nvb3RlckBhbHRhdmlzdGEuY29tCg=="
GOOGLE_TOKEN = "ya29.vF9dft4qmTc2Nvb3RlckBhdHRhdmlzdGEuY29tCg"
# RFC 7628 section 4.3, and the page "OAuth 2.0 Mechanism" of Google's Gmail documentation.
RFC_ERROR = (
    "eyJzdGF0dXMiOiJpbnZhbGlkX3Rva2VuIiwic2NvcGUiOiJleGFtcGxlX3Njb3BlIiwib3BlbmlkLWNvbmZpZ3Vy"
    "YXRpb24iOiJodHRwczovL2V4YW1wbGUuY29tLy53ZWxsLWtub3duL29wZW5pZC1jb25maWd1cmF0aW9uIn0="
)
GOOGLE_ERROR = (
    "eyJzdGF0dXMiOiI0MDEiLCJzY2hlbWVzIjoiYmVhcmVyIG1hYyIsInNjb3BlIjoiaHR0cHM6Ly9t"
    "YWlsLmdvb2dsZS5jb20vIn0K"
)


def begin(
    name: str,
    user: str = "user@example.com",
    token: str = RFC_TOKEN,
    authzid: str = "",
    port: int = 587,
) -> Mechanism:
    """Begin an exchange with the server of RFC 7628's examples."""
    credential = Credential(
        user, Secret(token.encode()), authzid, Proof.TOKEN, "server.example.com", port
    )
    return create(name, credential, lambda count: bytes(count))


# RFC 7628 section 4.1: to an IMAP server, and to an SMTP server.
@pytest.mark.parametrize(
    ("port", "message"),
    [
        (
            143,
            "bixhPXVzZXJAZXhhbXBsZS5jb20sAWhvc3Q9c2VydmVyLmV4YW1wbGUuY29tAXBvcnQ9MTQzAWF1dGg9QmVhc"
            "mVyIHZGOWRmdDRxbVRjMk52YjNSbGNrQmhiSFJoZG1semRHRXVZMjl0Q2c9PQEB",
        ),
        (
            587,
            "bixhPXVzZXJAZXhhbXBsZS5jb20sAWhvc3Q9c2VydmVyLmV4YW1wbGUuY29tAXBvcnQ9NTg3AWF1dGg9QmVhc"
            "mVyIHZGOWRmdDRxbVRjMk52YjNSbGNrQmhiSFJoZG1semRHRXVZMjl0Q2c9PQEB",
        ),
    ],
)
def test_the_message_of_rfc_7628(port: int, message: str) -> None:
    """OAUTHBEARER sends the message that RFC 7628 prints, octet by octet."""
    mechanism = begin("OAUTHBEARER", port=port)
    assert mechanism.start() == b64decode(message)
    mechanism.finish()


def test_googles_message() -> None:
    """XOAUTH2 sends the message that Google's (and Microsoft's) page prints, octet by octet."""
    mechanism = begin("XOAUTH2", "someuser@example.com", GOOGLE_TOKEN)
    assert mechanism.start() == b64decode(
        "dXNlcj1zb21ldXNlckBleGFtcGxlLmNvbQFhdXRoPUJlYXJlciB5YTI5LnZGOWRmdDRxbVRjMk52"
        "YjNSbGNrQmhkSFJoZG1semRHRXVZMjl0Q2cBAQ=="
    )
    mechanism.finish()


@pytest.mark.parametrize(
    ("authzid", "header", "user"),
    [("", "n,a=a=3Db=2Cc,", "a=b,c"), ("boss", "n,a=boss,", "boss"), ("b,s", "n,a=b=2Cs,", "b,s")],
)
def test_identities(authzid: str, header: str, user: str) -> None:
    """The identity to act as, else the user, is named; OAUTHBEARER escapes it (RFC 5801)."""
    message = begin("OAUTHBEARER", "a=b,c", authzid=authzid).start()
    assert message is not None
    assert message.split(b"\1")[0].decode() == header
    message = begin("XOAUTH2", "a=b,c", authzid=authzid).start()
    assert message is not None
    assert message.split(b"\1")[0].decode() == f"user={user}"


@pytest.mark.parametrize(
    ("name", "error", "status", "scope"),
    [
        ("OAUTHBEARER", RFC_ERROR, "invalid_token", "example_scope"),
        ("XOAUTH2", GOOGLE_ERROR, "401", "https://mail.google.com/"),
    ],
)
def test_why_a_token_is_refused(name: str, error: str, status: str, scope: str) -> None:
    """A refusal is acknowledged, so that the final reply comes, and its words are told."""
    mechanism = begin(name)
    mechanism.start()
    assert mechanism.respond(b64decode(error)) == ANSWERS[name]
    assert mechanism.facts == MechanismFacts(token_status=status, token_scope=scope)


@pytest.mark.parametrize("name", NAMES)
def test_a_refused_token_is_not_accepted(name: str) -> None:
    """A success after the refusal, or before the token was sent, is not believed."""
    mechanism = begin(name)
    with pytest.raises(EarlySuccess):
        mechanism.finish()
    mechanism.start()
    mechanism.respond(b64decode(RFC_ERROR))
    with pytest.raises(EarlySuccess):
        mechanism.finish()


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("again", [b"", b"{}", b64decode(RFC_ERROR)])
def test_a_second_refusal_is_one_too_many(name: str, again: bytes) -> None:
    """After the acknowledgement a further challenge is refused: no exchange goes on for ever."""
    mechanism = begin(name)
    mechanism.start()
    mechanism.respond(b64decode(RFC_ERROR))
    with pytest.raises(ChallengeRejected):
        mechanism.respond(again)


NOTHING = MechanismFacts()
ODD = {
    "nothing": (b"", NOTHING),
    "no JSON": (b"invalid token", NOTHING),
    "broken JSON": (b'{"status":"401"', NOTHING),
    "a list": (b'["401"]', NOTHING),
    "a text": (b'"401"', NOTHING),
    "null": (b"null", NOTHING),
    "no UTF-8": (b'{"status":"\xff"}', NOTHING),
    "UTF-16, cut": (b"\xff\xfe{", NOTHING),
    "an empty object": (b"{}", NOTHING),
    "empty fields": (b'{"status":"","scope":null}', NOTHING),
    "other fields": (b'{"error":"invalid_token"}', NOTHING),
    "a number": (b'{"status":401}', MechanismFacts(token_status="401")),
    "a list within": (b'{"status":["401"],"scope":{"a":"b"}}', NOTHING),
    "deep": (b'{"status":' + b"[" * 9_000, NOTHING),
    "deep and whole": (b'{"scope":' + b"[" * 400 + b"]" * 400 + b"}", NOTHING),
    "a long number": (b'{"status":' + b"9" * 9_000 + b"}", None),
    "huge": (b'{"status":"' + b"x" * 9_000 + b'"}', MechanismFacts(token_status="x" * 200)),
}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("case", ODD)
def test_odd_refusals_are_acknowledged(name: str, case: str) -> None:
    """Whatever stands in a refusal, it is acknowledged, and little is kept of it."""
    challenge, facts = ODD[case]
    mechanism = begin(name)
    mechanism.start()
    assert mechanism.respond(challenge) == ANSWERS[name]
    assert facts is None or mechanism.facts == facts
    assert all(len(value) <= 200 for value in told(mechanism))


def told(mechanism: Mechanism) -> tuple[str, str]:
    """What is kept of a refusal."""
    return mechanism.facts.token_status, mechanism.facts.token_scope


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["status", "scope", "x"]), inner, max_size=3)
    ),
)


@PROPERTY
@given(st.sampled_from(NAMES), JSON)
@example("XOAUTH2", {"status": True})
def test_any_refusal(name: str, document: object) -> None:
    """Any JSON document is a refusal, and what is kept of it are short texts."""
    mechanism = begin(name)
    mechanism.start()
    assert mechanism.respond(json.dumps(document).encode()) == ANSWERS[name]
    assert all(isinstance(value, str) for value in told(mechanism))


@pytest.mark.parametrize("name", NAMES)
def test_the_token_is_spent_when_it_is_sent(name: str) -> None:
    """From the message on the login counts: the token is in it."""
    mechanism = begin(name)
    assert not mechanism.committed
    mechanism.start()
    assert mechanism.committed
