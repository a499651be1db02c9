"""Where a browser comes back to: what is taken there, what is turned away, and by whom."""

from __future__ import annotations

import select
import socket
import time
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from properties import PROPERTY

from check_smtp_auth.tokens import loopback
from check_smtp_auth.tokens.loopback import Loopback
from check_smtp_auth.tokens.url import fields_of, with_fields

Fields = dict[str, str]


@pytest.fixture
def here() -> Iterator[Loopback]:
    """A port that waits for somebody."""
    port = Loopback()
    yield port
    port.close()


def flaw(fields: Fields) -> str:
    """Take the answer with the state "right"."""
    return "" if fields.get("state") == "right" else "it is wrong"


def connect(here: Loopback, octets: bytes = b"") -> socket.socket:
    """Connect, and say this."""
    connection = socket.create_connection(("127.0.0.1", here.port), 5)
    connection.sendall(octets)
    return connection


def look(here: Loopback, seconds: float = 0.1) -> Fields | None:
    """Have all be read that has come, for so long or until the answer is there."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if select.select(here.descriptors, (), (), until - time.monotonic())[0]:
            found = here.look(flaw)
            if found is not None:
                return found
    return None


def page(connection: socket.socket) -> str:
    """What was answered."""
    with connection:
        return connection.makefile("rb").read().decode()


def test_the_answer_may_come_in_pieces(here: Loopback) -> None:
    """A request is read to its end, octet by octet if need be, and answered."""
    with connect(here) as connection:
        for octet in b"GET /?code=c%2Fd&state=right HTTP/1.1\r\nHost: x\r\n\r":
            connection.sendall(bytes([octet]))
            assert look(here, 0.001) is None
        connection.sendall(b"\n")
        assert look(here, 5) == {"code": "c/d", "state": "right"}
        assert page(connection).startswith("HTTP/1.1 200 OK\r\n")


@pytest.mark.parametrize(
    ("request_line", "status"),
    [
        ("GET / HTTP/1.1", 404),
        ("GET /favicon.ico HTTP/1.1", 404),
        ("GET /? HTTP/1.1", 404),
        ("GET /?code=c&state=wrong HTTP/1.1", 400),
        ("GET /?code=c HTTP/1.1", 400),
        ("POST /?code=c&state=right HTTP/1.1", 405),
        ("HEAD /?code=c&state=right HTTP/1.1", 405),
        ("GET /?code=c&state=right", 405),
        ("GET", 405),
        ("\x16\x03\x01", 405),
        ("GET /?" + "&".join(f"a{n}=1" for n in range(40)) + "&state=right HTTP/1.1", 404),
    ],
)
def test_what_is_not_the_answer_is_turned_away(
    here: Loopback, request_line: str, status: int
) -> None:
    """All else is refused, with its own status, and the answer is taken after it."""
    with connect(here, f"{request_line}\r\n\r\n".encode()) as other:
        assert look(here) is None
        answer = page(other)
    assert answer.startswith(f"HTTP/1.1 {status} ")
    assert "no-store" in answer
    with connect(here, b"GET /?code=c&state=right HTTP/1.0\r\n\r\n"):
        assert look(here, 5) == {"code": "c", "state": "right"}


def test_the_silent_and_the_endless_hold_nobody_up(here: Loopback) -> None:
    """Of many who say nothing the oldest is let go; who does not end is cut short."""
    silent = [connect(here, b"GET /") for _ in range(loopback.MOST_CONNECTIONS * 3)]
    endless = connect(here, b"GET /?a=" + b"x" * (loopback.MOST_OCTETS + 1))
    assert look(here) is None
    assert len(here.descriptors) <= loopback.MOST_CONNECTIONS + 1
    with connect(here, b"GET /?code=c&state=right HTTP/1.1\r\n\r\n"):
        assert look(here, 5) == {"code": "c", "state": "right"}
    for each in (*silent, endless):
        each.close()


def test_who_leaves_at_once(here: Loopback) -> None:
    """A connection that is closed, or reset, before or after it says something is forgotten."""
    for octets in (b"", b"GET / HT", b"GET / HTTP/1.1\r\n\r\n"):
        connection = connect(here, octets)
        linger = b"\1\0\0\0\0\0\0\0"
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        connection.close()
        assert look(here) is None
    assert len(here.descriptors) == 1


def test_only_this_host_comes_here(here: Loopback) -> None:
    """The port is open on 127.0.0.1 and nowhere else, not even on other loopback addresses."""
    connect(here).close()
    for address in ("127.0.0.2", "::1"):
        with pytest.raises(OSError):
            socket.create_connection((address, here.port), 5)


def test_it_is_closed_after_use() -> None:
    """Once it is done, nobody can connect any more, and nobody is connected."""
    port = Loopback()
    connection = connect(port)
    assert look(port) is None
    port.close()
    assert connection.recv(1) == b""
    with pytest.raises(OSError):
        connect(port)


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("http://127.0.0.1:40123/?code=a%2Fb&state=x", {"code": "a/b", "state": "x"}),
        ("  http://localhost:40123/?state=x&code=c#_=_ \t", {"code": "c", "state": "x"}),
        ("127.0.0.1:40123/?code=c&state=x", {"code": "c", "state": "x"}),
        ("code=c&state=x", {"code": "c", "state": "x"}),
        ("?code=c&state=x", {"code": "c", "state": "x"}),
        ("http://127.0.0.1/?error=access_denied&state=x", {"error": "access_denied", "state": "x"}),
        ("http://127.0.0.1/", {}),
        ("4/0AX4XfWh", {}),
        ("", {}),
        ("&".join("a=1" for _ in range(100)), {}),
    ],
)
def test_what_is_pasted(text: str, fields: Fields) -> None:
    """As much of an address as was copied will do, if its fields are there."""
    assert fields_of(text) == fields


def test_fields_are_added_behind_those_of_an_address() -> None:
    """An endpoint may have a query of its own, as Azure B2C's with the policy."""
    fields = {"scope": "a b", "redirect_uri": "http://127.0.0.1:1"}
    added = "scope=a+b&redirect_uri=http%3A%2F%2F127.0.0.1%3A1"
    assert with_fields("https://a.test/x", fields) == f"https://a.test/x?{added}"
    assert with_fields("https://a.test/x?p=1", fields) == f"https://a.test/x?p=1&{added}"


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: f"GET /?{text} H".encode()))
@PROPERTY
def test_no_request_makes_a_fault(octets: bytes) -> None:
    """Whatever comes, it is answered, and is not taken for the answer."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        assert loopback._fields(ours, octets + b"\r\n\r\n", lambda _: "it is wrong") is None
        ours.close()
        assert theirs.recv(65536).startswith(b"HTTP/1.1 4")
