"""The loop: many conversations at once, each to its own deadline."""

from __future__ import annotations

import os
import socket
import time
from collections.abc import Iterator

import pytest

from check_smtp_auth.net.loop import READABLE, WRITABLE, Broken, Wait, ready, run
from check_smtp_auth.observation import Kind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from check_smtp_auth.net.loop import Steps


@pytest.fixture
def pair() -> Iterator[tuple[socket.socket, socket.socket]]:
    """Two ends of one wire."""
    ours, theirs = socket.socketpair()
    ours.setblocking(False)
    with ours, theirs:
        yield ours, theirs


def answered(result: str) -> Steps[str]:
    """A conversation that never has to wait."""
    return result
    yield Wait(0, READABLE, 0)


def listening(ours: socket.socket, seconds: float) -> Steps[bytes]:
    """A conversation that waits for octets so long, and no longer."""
    yield from ready(ours.fileno(), READABLE, time.monotonic() + seconds)
    return ours.recv(100)


def test_a_conversation_that_need_not_wait_ends_at_once() -> None:
    """Conversations that never wait give their results in order."""
    assert list(run([answered("a"), answered("b")])) == ["a", "b"]


def test_nothing_to_do() -> None:
    """Without conversations there is nothing to wait for."""
    assert list(run([])) == []


def test_a_conversation_goes_on_when_its_descriptor_is_ready(
    pair: tuple[socket.socket, socket.socket],
) -> None:
    """Octets that come wake the conversation that waits for them, long before its time is up."""
    ours, theirs = pair
    theirs.send(b"hello")
    assert list(run([listening(ours, 60)])) == [b"hello"]


def test_a_conversation_is_broken_when_its_time_is_up(
    pair: tuple[socket.socket, socket.socket],
) -> None:
    """What does not come by the deadline is a timeout, neither early nor late."""
    began = time.monotonic()
    with pytest.raises(Broken) as caught:
        list(run([listening(pair[0], 0.2)]))
    assert caught.value.kind == Kind.TIMEOUT
    assert 0.2 <= time.monotonic() - began < 0.4


def test_a_deadline_in_the_past_is_over_though_octets_are_there(
    pair: tuple[socket.socket, socket.socket],
) -> None:
    """A peer that sends all the time gains no time by it: the clock is asked first."""
    pair[1].send(b"hello")
    with pytest.raises(Broken):
        list(run([listening(pair[0], -1)]))


def test_conversations_do_not_wait_for_each_other() -> None:
    """A hundred conversations that each wait a fifth of a second take that long together."""

    def pausing(number: int) -> Steps[int]:
        reader, writer = os.pipe()
        try:
            yield from ready(reader, READABLE, time.monotonic() + 0.2)
        except Broken:
            return number
        finally:
            os.close(reader)
            os.close(writer)
        raise AssertionError("nothing was written")

    began = time.monotonic()
    assert sorted(run(map(pausing, range(100)), at_once=100)) == list(range(100))
    assert time.monotonic() - began < 1


def test_no_more_than_so_many_at_once() -> None:
    """With a limit the next conversation begins when one has ended."""
    under_way, most = 0, 0

    def counted(number: int) -> Steps[int]:
        nonlocal under_way, most
        under_way += 1
        most = max(most, under_way)
        reader, writer = os.pipe()
        os.close(writer)
        yield from ready(reader, READABLE, time.monotonic() + 5)
        os.close(reader)
        under_way -= 1
        return number

    assert sorted(run(map(counted, range(20)), at_once=3)) == list(range(20))
    assert most == 3


def test_what_a_conversation_raises_comes_out() -> None:
    """A fault in a conversation is not swallowed."""

    def faulty() -> Steps[None]:
        raise ZeroDivisionError
        yield Wait(0, READABLE, 0)

    with pytest.raises(ZeroDivisionError):
        list(run([faulty()]))


def test_a_descriptor_ready_for_writing(pair: tuple[socket.socket, socket.socket]) -> None:
    """A conversation may wait to write, too."""

    def writing() -> Steps[int]:
        yield from ready(pair[0].fileno(), WRITABLE, time.monotonic() + 5)
        return pair[0].send(b"hello")

    assert list(run([writing()])) == [5]
