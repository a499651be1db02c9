"""What the endpoint says, understood or refused in clear words."""

from __future__ import annotations

import gzip
import json
from functools import partial

import pytest
from fakes.timing import working
from hypothesis import given
from hypothesis import strategies as st
from properties import PROPERTY

from check_smtp_auth.mask import HIDDEN
from check_smtp_auth.observation import Kind
from check_smtp_auth.secret import MAX_TOKEN, Secret
from check_smtp_auth.tokens.answers import LONGEST_DETAIL, MOST, Granted, Heard, read
from check_smtp_auth.tokens.client import TokenUnavailable
from check_smtp_auth.tokens.message import Answer

TOKEN = "eyJ0.the-access-token"


def said(status: int, body: bytes, *sent: str) -> TokenUnavailable:
    """Why there is no token in an answer."""
    with pytest.raises(TokenUnavailable) as caught:
        read(status, body, [Secret(secret.encode()) for secret in sent])
    return caught.value


@pytest.mark.parametrize(
    ("more", "lifetime"),
    [
        ({"token_type": "Bearer", "expires_in": 3599}, 3599.0),
        ({"token_type": "bearer", "expires_in": "3599"}, 3599.0),
        ({"expires_in": 1.5}, 1.5),
        ({}, 0.0),
        ({"expires_in": None}, 0.0),
        ({"expires_in": -5}, 0.0),
        ({"expires_in": "soon"}, 0.0),
        ({"expires_in": [1]}, 0.0),
        ({"expires_in": 10**400}, 0.0),
        ({"expires_in": float("inf")}, 0.0),
        ({"expires_in": float("nan")}, 0.0),
    ],
)
def test_a_token_and_its_life(more: dict[str, object], lifetime: float) -> None:
    """A token comes with its life in seconds, 0 where the endpoint tells nothing sensible."""
    body = json.dumps({"access_token": TOKEN, **more}).encode()
    assert read(200, body) == Granted(Secret(TOKEN.encode()), lifetime)


@pytest.mark.parametrize("before", [b"\xef\xbb\xbf", b"\xef\xbb\xbf\r\n ", b"\n"])
def test_a_mark_before_the_answer(before: bytes) -> None:
    """What some servers put before their JSON, a byte order mark, is no part of it."""
    assert read(200, before + b'{"access_token": "a1"}').token == Secret(b"a1")
    assert said(400, before + b'{"error": "invalid_grant"}').detail == "invalid_grant"


def heard(**fields: object) -> Heard:
    """An answer with these fields."""
    return Heard(Answer(200, "OK", json.dumps(fields).encode()), [], 0.0)


@pytest.mark.parametrize("size", [2, 1_500, 5_000, 12_000, MAX_TOKEN])
def test_tokens_of_some_length(size: int) -> None:
    """Tokens as long as real ones get are taken, both of them."""
    long = "r" * size
    answer = heard(access_token=long, refresh_token=long)
    assert answer.refresh_token == answer.granted().token == Secret(long.encode())


@pytest.mark.parametrize("name", ["access_token", "refresh_token"])
def test_a_token_that_is_too_long(name: str) -> None:
    """A token that could not be read back is not taken, and its length is told."""
    with pytest.raises(TokenUnavailable) as caught:
        heard(**{"access_token": TOKEN, name: "r" * (MAX_TOKEN + 1)}).granted()
    assert caught.value.detail == (
        f"the token endpoint answered with {'an' if name == 'access_token' else 'a'} {name} of "
        "32001 bytes, more than the 32000 that are accepted"
    )


@pytest.mark.parametrize(
    ("fields", "token"),
    [
        ({"refresh_token": "r2"}, b"r2"),
        ({"access_token": "a b", "refresh_token": "r2"}, b"r2"),
        ({"token_type": "mac", "access_token": "a", "refresh_token": "r2"}, b"r2"),
        ({"access_token": "a", "refresh_token": ""}, None),
        ({"access_token": "a", "refresh_token": None}, None),
        ({"access_token": "a"}, None),
        ({"error": "invalid_grant", "refresh_token": "r2"}, None),
    ],
)
def test_a_new_refresh_token(fields: dict[str, object], token: bytes | None) -> None:
    """A new refresh token is not lost, whatever is wrong with what came with it."""
    assert heard(**fields).refresh_token == (Secret(token) if token else None)


@pytest.mark.parametrize("value", [7, "a b", "ü", "a\nb", ["r2"]])
def test_a_refresh_token_that_is_none(value: object) -> None:
    """What can be no token is not put in the old one's place."""
    with pytest.raises(TokenUnavailable, match="without a usable refresh_token"):
        heard(access_token=TOKEN, refresh_token=value)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"", "HTTP 200 and nothing else"),
        (b" \r\n", "HTTP 200 and nothing else"),
        (b"<!doctype html><p>Hello", "HTTP 200 and a web page"),
        (b"access_token=abc", "HTTP 200 and no JSON"),
        (b'{"access_token": "abc"', "HTTP 200 and no JSON"),
        (b"[" * 60_000, "HTTP 200 and no JSON"),
        (b"\xff\xfe", "HTTP 200 and no JSON"),
        (b"\x1f\x8b\x08no", "HTTP 200 and no JSON"),
        (b'["abc"]', "HTTP 200 and JSON that is not an object"),
        (b"null", "HTTP 200 and JSON that is not an object"),
        (b"{}", "HTTP 200 and JSON without a usable access_token"),
        (b'{"access_token": ""}', "HTTP 200 and JSON without a usable access_token"),
        (b'{"access_token": 7}', "HTTP 200 and JSON without a usable access_token"),
        (b'{"access_token": "a\\u0001b"}', "HTTP 200 and JSON without a usable access_token"),
        (b'{"access_token": "a b"}', "HTTP 200 and JSON without a usable access_token"),
        (b'{"access_token": "abc", "token_type": "mac"}', "a token that is not a bearer token"),
        (b'{"access_token": "abc", "token_type": 7}', "a token that is not a bearer token"),
        (b'{"error": {"code": 404}}', "HTTP 200 and an error in a form that is not OAuth's"),
    ],
)
def test_an_answer_that_is_none(body: bytes, words: str) -> None:
    """Each way to be no OAuth answer has its own words, and quotes nothing."""
    unavailable = said(200, body)
    assert unavailable.kind == Kind.TOKEN_ANSWER
    assert unavailable.detail == f"the token endpoint answered with {words}"
    assert "abc" not in unavailable.detail


def test_a_status_without_words() -> None:
    """JSON with another status than 200, and no error, is no token."""
    assert said(403, b"{}").detail == (
        "the token endpoint answered with HTTP 403 without saying why"
    )


@pytest.mark.parametrize(
    ("fields", "detail"),
    [
        ({"error": "invalid_grant"}, "invalid_grant"),
        (
            {"error": "invalid_grant", "error_description": "Bad Request"},
            "invalid_grant: Bad Request",
        ),
        ({"error": "invalid_grant", "error_description": 7}, "invalid_grant"),
        (
            {"error": "invalid_grant", "error_description": "No", "error_subtype": "invalid_rapt"},
            "invalid_grant: No (invalid_rapt)",
        ),
        (
            {"error": "x", "error_description": "AADSTS1: No.\r\nTrace ID: 1\r\nTimestamp: 2"},
            "x: AADSTS1: No.",
        ),
        (
            {"error": "x", "error_description": "AADSTS1: No. Trace ID: 1 Correlation ID: 2"},
            "x: AADSTS1: No.",
        ),
        ({"error": "x", "error_description": "a\tb\x1b[31m c\u202e"}, "x: a b [31m c"),
    ],
)
def test_a_refusal(fields: dict[str, object], detail: str) -> None:
    """A refusal is told by its error and the first line of its words, cleaned."""
    unavailable = said(400, json.dumps(fields).encode())
    assert (unavailable.kind, unavailable.status) == (Kind.TOKEN_REFUSED, 400)
    assert unavailable.error == fields["error"]
    assert unavailable.detail == detail


@pytest.mark.parametrize(
    ("error", "spends"),
    [
        ("invalid_client", True),
        ("invalid_grant", True),
        ("unauthorized_client", True),
        ("invalid_scope", False),
        ("temporarily_unavailable", False),
        ("", False),
    ],
)
def test_which_refusals_count(error: str, spends: bool) -> None:
    """Those refusals count that would get a client locked or limited if repeated."""
    assert said(400, json.dumps({"error": error}).encode()).spends is spends


def test_long_words_are_cut() -> None:
    """Words that never end do not push all else off the first line."""
    body = json.dumps({"error": "e" * 5000, "error_description": "d" * 5000}).encode()
    unavailable = said(400, body)
    assert len(unavailable.detail) < 64 + 2 + LONGEST_DETAIL + 4
    assert len(unavailable.error) <= 64


def test_endless_words_take_little_time() -> None:
    """Words that take long to search are cut before that, and hide no more of a secret for it."""
    words = "%41&#65;=41 V8Q/s " * 4_000
    for before in ("", "x " * (LONGEST_DETAIL // 2 - 4)):
        fields = {"error": words, "error_description": f"{before}V8Q/secret {words}"}
        body = json.dumps(fields).encode()
        unavailable = working(1.0, partial(said, 400, body, "V8Q/secret", "another-one"))
        assert "V8Q/se" not in unavailable.detail


@pytest.mark.parametrize("echoed", ["V8Q/secret", "VjhRL3NlY3JldA==", "V8Q%2fsecret"])
def test_what_is_echoed_is_masked(echoed: str) -> None:
    """What the endpoint repeats of a secret, plain or encoded, is not shown."""
    fields = {"error": echoed, "error_description": f"no {echoed} here", "error_subtype": echoed}
    unavailable = said(400, json.dumps(fields).encode(), "V8Q/secret")
    assert echoed not in unavailable.detail + unavailable.error
    assert unavailable.detail.count(HIDDEN) == 3


@PROPERTY
@given(st.integers(200, 599), st.binary(max_size=60) | st.from_regex(rb'\{"error": .{0,20}\}'))
def test_noise(status: int, body: bytes) -> None:
    """Whatever is answered, it is a token or a reason why there is none."""
    try:
        assert isinstance(read(status, body), Granted)
    except TokenUnavailable as unavailable:
        assert unavailable.detail.isprintable()


@pytest.mark.parametrize("nothing", ["null", '""'])
def test_an_error_that_is_none(nothing: str) -> None:
    """Where "error" says that there is none, the token is taken."""
    body = f'{{"error": {nothing}, "access_token": "abc"}}'
    assert read(200, body.encode()).token == Secret(b"abc")


def test_words_in_another_encoding() -> None:
    """An error whose words are not in UTF-8 is that error all the same."""
    body = '{"error": "invalid_grant", "error_description": "ungültig"}'.encode("latin-1")
    unavailable = said(400, body)
    assert unavailable.kind == Kind.TOKEN_REFUSED
    assert unavailable.detail == "invalid_grant: ungültig"


def test_a_compressed_answer() -> None:
    """What was compressed unasked is read, as far as an answer may be long."""
    assert read(200, gzip.compress(b'{"access_token": "abc"}')).token == Secret(b"abc")
    bomb = gzip.compress(b" " * 100_000_000 + b'{"access_token": "abc"}')
    assert said(200, bomb[:MOST]).kind == Kind.TOKEN_ANSWER
