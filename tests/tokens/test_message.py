"""HTTP answers, whole and in pieces."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from check_smtp_auth.tokens.message import (
    MOST_HEAD,
    MOST_INTERIM,
    Answer,
    NotHTTP,
    moment,
    parse,
)

ANSWERS = [
    (b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}", Answer(200, "OK", b"{}")),
    (b"HTTP/1.1 401 \r\ncontent-length:2\r\nX: y\r\n\r\n{}", Answer(401, "", b"{}")),
    (b"HTTP/1.0 200\r\nContent-Length: 0\r\n\r\n", Answer(200, "", b"")),
    (b"HTTP/1.1 204 None\r\n\r\n", Answer(204, "None", b"")),
    (b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 204 No\r\n\r\n", Answer(204, "No", b"")),
    (
        b"HTTP/1.1 400 Bad Request\r\nTransfer-Encoding: Chunked\r\n\r\n"
        b"1\r\n{\r\nA;q=1\r\n0123456789\r\n1\r\n}\r\n0\r\n",
        Answer(400, "Bad Request", b"{0123456789}"),
    ),
    (
        b"HTTP/1.1 200 OK\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\nContent-Length: 0\r\n\r\n",
        Answer(200, "OK", b"", "Sun, 06 Nov 1994 08:49:37 GMT"),
    ),
]


@pytest.mark.parametrize(("octets", "answer"), ANSWERS)
def test_an_answer_octet_by_octet(octets: bytes, answer: Answer) -> None:
    """An answer is there with its last octet, and not before."""
    for end in range(len(octets)):
        assert parse(octets[:end], False) is None
    assert parse(octets, False) == answer
    assert parse(octets + b"more", False) == answer


def test_an_answer_that_ends_with_the_connection() -> None:
    """Without a length the end of the connection is the end of the answer."""
    octets = b"HTTP/1.1 200 OK\r\n\r\n<html>"
    assert parse(octets, False) is None
    assert parse(octets, True) == Answer(200, "OK", b"<html>")


OBJECT = b'{"a": {"b": "}"}, "c": [1]}'


@pytest.mark.parametrize("end", [b"", b"\r\n"])
@pytest.mark.parametrize(
    "head", [b"", b"Content-Length: 999\r\n", b"Transfer-Encoding: chunked\r\n"]
)
def test_a_whole_object_is_the_whole_body(head: bytes, end: bytes) -> None:
    """Nothing can follow a JSON object: it is not waited for, whatever length was announced.

    A connection that is kept open, or cut too early, loses no token.
    """
    size = b"%x\r\n" % (len(OBJECT) + 50) if b"chunked" in head else b""
    octets = b"HTTP/1.1 200 OK\r\n%s\r\n%s%s" % (head, size, OBJECT)
    for cut in range(1, len(OBJECT) + 1):
        assert parse(octets[:-cut], False) is None
    answer = parse(octets + end, False)
    assert answer is not None
    assert answer.body.strip() == OBJECT


def test_lines_that_end_without_a_carriage_return() -> None:
    """A head whose lines end in LF alone is read (RFC 9112 section 2.2)."""
    octets = b"HTTP/1.1 400 Bad\nContent-Length: 3\nDate: x\n\n<a>\r\n\r\n"
    assert parse(octets, False) == Answer(400, "Bad", b"<a>", "x")


def test_a_proxys_answer_has_no_body() -> None:
    """After CONNECT what follows the head belongs to the endpoint."""
    assert parse(b"HTTP/1.1 200 Go\r\n\r\n", False, bodiless=True) == Answer(200, "Go", b"")


@pytest.mark.parametrize(
    "interim", [b"100 Continue", b"102 Processing", b"103 Early Hints\r\nA: b"]
)
@pytest.mark.parametrize("final", [b"200 Go\r\nX: y", b"407 No\r\nContent-Length: 5"])
def test_a_few_interim_answers(interim: bytes, final: bytes) -> None:
    """Interim answers before the answer are passed over, a proxy's to CONNECT too."""
    octets = (b"HTTP/1.1 " + interim + b"\r\n\r\n") * MOST_INTERIM
    octets += b"HTTP/1.1 " + final + b"\r\n\r\n"
    for end in range(len(octets)):
        assert parse(octets[:end], False, bodiless=True) is None
    answer = parse(octets, False, bodiless=True)
    assert answer == Answer(int(final[:3]), final[4:6].decode(), b"")


@pytest.mark.parametrize("count", [MOST_INTERIM + 1, 1_200, 2_500])
def test_many_interim_answers(count: int) -> None:
    """A row of interim answers without end is told as what it is."""
    octets = b"HTTP/1.1 100 Continue\r\n\r\n" * count
    for whole in (octets, octets + ANSWERS[0][0]):
        with pytest.raises(NotHTTP, match=r"^more than 8 interim answers$"):
            parse(whole, False)


def test_switching_protocols_ends_it() -> None:
    """After 101 no answer in HTTP comes, so none is waited for."""
    octets = b"HTTP/1.1 101 Switching Protocols\r\nContent-Length: 0\r\n\r\n"
    assert parse(octets, False) == Answer(101, "Switching Protocols", b"")


@pytest.mark.parametrize(
    ("date", "seconds"),
    [
        ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777.0),
        ("Sunday, 06-Nov-94 08:49:37 GMT", 784_111_777.0),
        ("Sun Nov  6 08:49:37 1994", 784_111_777.0),
        ("Thu, 01 Jan 1970 00:00:10 GMT", 10.0),
        ("", None),
        ("yesterday", None),
        ("Sun, 06 Nov 99999999999999999999 08:49:37 GMT", None),
        ("\x00", None),
    ],
)
def test_dates(date: str, seconds: float | None) -> None:
    """A date in each form of HTTP's is read, and nothing else is."""
    assert moment(date) == seconds


@given(st.text(max_size=40))
def test_dates_of_noise(date: str) -> None:
    """Whatever stands there, it is a moment or none."""
    assert isinstance(moment(date), (float, type(None)))


@pytest.mark.parametrize(
    "octets",
    [
        b"SSH-2.0-x\r\n",
        b"HTTP/2 200\r\n\r\n",
        b"HTTP/1.1\r\n\r\n",
        b"HTTP/1.1 abc\r\n\r\n",
        b"HTTP/1.1 2000 OK\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 9999999999\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n000000001\r\n",
        b"HTTP/1.1 200 OK\r\nX: " + b"y" * MOST_HEAD,
    ],
)
def test_what_is_no_http(octets: bytes) -> None:
    """What breaks the rules is refused rather than guessed at."""
    with pytest.raises(NotHTTP):
        parse(octets, True)


@given(st.binary(max_size=200), st.sampled_from(ANSWERS), st.booleans())
def test_noise(noise: bytes, known: tuple[bytes, Answer], ended: bool) -> None:
    """Whatever comes, it is an answer, the wait for one, or no HTTP."""
    for octets in (noise, known[0][: len(noise)] + noise):
        try:
            assert isinstance(parse(octets, ended), (Answer, type(None)))
        except NotHTTP:
            pass
