"""The loop: many conversations at once, each to its own deadline."""

from __future__ import annotations

import gc
import os
import select
import socket
import threading
import time
import tracemalloc
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

import pytest
from fakes.crowd import room_for

from check_smtp_auth.net.loop import (
    READABLE,
    WRITABLE,
    Bell,
    Broken,
    Wait,
    abandon,
    heard,
    ready,
    run,
    run_one,
)
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


@pytest.fixture(params=["epoll", "poll"])
def poller(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each way in which a system tells which descriptors are ready."""
    if request.param == "poll":
        monkeypatch.delattr(select, "epoll")


def answered(result: str) -> Steps[str]:
    """A conversation that never has to wait."""
    return result
    yield Wait(0)


def listening(ours: socket.socket, seconds: float) -> Steps[bytes]:
    """A conversation that waits for octets so long, and no longer."""
    yield from ready(ours.fileno(), READABLE, time.monotonic() + seconds)
    return ours.recv(100)


def sleeping(number: int, seconds: float) -> Steps[int]:
    """A conversation that waits for nothing but the time."""
    yield Wait(time.monotonic() + seconds)
    return number


def results(conversations: Iterable[Steps[Any]], at_once: int = 50) -> list[Any]:
    """What comes of each, in the order in which they end."""
    return [ended.result for ended in run(conversations, at_once)]


def test_a_conversation_that_need_not_wait_ends_at_once() -> None:
    """Conversations that never wait give their results in order."""
    ends = list(run([answered("a"), answered("b")]))
    assert [(end.position, end.result, end.error) for end in ends] == [
        (0, "a", None),
        (1, "b", None),
    ]


def test_nothing_to_do() -> None:
    """Without conversations there is nothing to wait for."""
    assert list(run([])) == []


@pytest.mark.usefixtures("poller")
def test_a_conversation_goes_on_when_its_descriptor_is_ready(
    pair: tuple[socket.socket, socket.socket],
) -> None:
    """Octets that come wake the conversation that waits for them, long before its time is up."""
    ours, theirs = pair
    theirs.send(b"hello")
    assert run_one(listening(ours, 60)) == b"hello"


@pytest.mark.usefixtures("poller")
def test_a_descriptor_may_have_the_number_of_one_that_was_closed() -> None:
    """A second connection that gets the first one's number is heard as the first was."""

    def twice() -> Steps[list[bytes]]:
        heard = []
        for word in (b"hello", b"again"):
            ours, theirs = socket.socketpair()
            with ours, theirs:
                numbers.append(ours.fileno())
                theirs.send(word)
                heard.append((yield from listening(ours, 60)))
        return heard

    numbers: list[int] = []
    assert run_one(twice()) == [b"hello", b"again"]
    assert numbers[0] == numbers[1]


@pytest.mark.usefixtures("poller")
def test_what_comes_too_late_wakes_nobody(pair: tuple[socket.socket, socket.socket]) -> None:
    """Octets that come once their time is up do not end the wait for something else."""

    def late() -> Steps[bool]:
        yield Wait(time.monotonic() + 0.01, (pair[0].fileno(),))
        pair[1].send(b"late")
        return (yield Wait(time.monotonic() + 0.2))

    assert run_one(late()) is False


@pytest.mark.usefixtures("poller")
def test_a_conversation_is_broken_when_its_time_is_up(
    pair: tuple[socket.socket, socket.socket],
) -> None:
    """What does not come by the deadline is a timeout, neither early nor late."""
    began = time.monotonic()
    with pytest.raises(Broken) as caught:
        run_one(listening(pair[0], 0.2))
    assert caught.value.kind == Kind.TIMEOUT
    assert 0.2 <= time.monotonic() - began < 5


def test_a_deadline_in_the_past_is_over_though_octets_are_there(
    pair: tuple[socket.socket, socket.socket],
) -> None:
    """A peer that sends all the time gains no time by it: the clock is asked first."""
    pair[1].send(b"hello")
    with pytest.raises(Broken):
        run_one(listening(pair[0], -1))


def test_a_descriptor_ready_for_writing(pair: tuple[socket.socket, socket.socket]) -> None:
    """A conversation may wait to write, too."""

    def writing() -> Steps[int]:
        yield from ready(pair[0].fileno(), WRITABLE, time.monotonic() + 5)
        return pair[0].send(b"hello")

    assert run_one(writing()) == 5


def test_the_first_of_several_descriptors_counts(
    pair: tuple[socket.socket, socket.socket],
) -> None:
    """Who waits for several descriptors is woken once, by whichever is ready, or by the time."""
    quiet, other = socket.socketpair()

    def watching() -> Steps[tuple[bool, bool, bool]]:
        both = (quiet.fileno(), pair[0].fileno())
        early = yield Wait(time.monotonic() + 0.02, both)
        pair[1].send(b"x")
        one = yield Wait(time.monotonic() + 60, both)
        other.send(b"x")
        two = yield Wait(time.monotonic() + 60, both)
        return early, one, two

    with quiet, other:
        assert run_one(watching()) == (False, True, True)


def test_conversations_do_not_wait_for_each_other() -> None:
    """A hundred conversations that each wait a fifth of a second take that long together."""
    began = time.monotonic()
    assert results([sleeping(n, 0.2) for n in range(100)], at_once=100) == list(range(100))
    assert time.monotonic() - began < 10


def test_those_who_pause_wake_in_the_order_of_their_times() -> None:
    """The soonest deadline comes first, whoever came first; a pause costs no descriptor."""
    before = len(os.listdir("/proc/self/fd"))
    began = time.monotonic()

    def waking(number: int) -> Steps[int]:
        yield Wait(began + 0.1 + number / 100)
        return number

    assert results(map(waking, [6, 2, 4, 1, 5, 3])) == [1, 2, 3, 4, 5, 6]
    assert len(os.listdir("/proc/self/fd")) <= before + 2  # the loop's own, for other threads


def test_the_order_of_deadlines_outlasts_those_that_were_given_up(
    pair: tuple[socket.socket, socket.socket],
) -> None:
    """Among a thousand deadlines that do not count any more, those that do come up in order."""
    began, woken = time.monotonic(), []

    def waking(number: int) -> Steps[None]:
        with pair[0].dup() as ours:
            for sooner in range(30):
                yield from ready(ours.fileno(), WRITABLE, began + 600 + number % 7 - sooner)
        until = began + 0.5 + number * 7 % 40 / 1000  # each is that of two
        yield Wait(until)
        woken.append(until)

    assert all(end.error is None for end in run(map(waking, range(80)), at_once=80))
    assert len(woken) == 80
    assert woken == sorted(woken)


@pytest.mark.parametrize("others", [0, 20])
def test_each_wait_has_its_own_deadline(others: int) -> None:
    """Longer and shorter waits by turns end each at its time, or when the bell rings."""

    def restless() -> Steps[None]:
        for seconds in (0.02, 0.001, 0.03, 60, 0.01, 60, 1, 1.1, 0.001):
            rung = seconds in (60, 1)  # and the wait after it comes to its end later, or sooner
            bell = Bell()
            if rung:
                threading.Timer(0.01, bell.ring_from_thread).start()
            until = time.monotonic() + seconds
            assert (yield from heard(bell, until)) == rung
            assert (time.monotonic() >= until) != rung

    conversations = [restless(), *(sleeping(n, 0.005 * n) for n in range(others))]
    assert [end.error for end in run(conversations)] == [None] * len(conversations)


@pytest.mark.usefixtures("poller")
def test_what_comes_while_nobody_waits_for_it_is_there_later(
    pair: tuple[socket.socket, socket.socket],
) -> None:
    """Octets that come while a conversation waits for something else neither keep the processor
    busy nor get lost.
    """
    looks = []

    def clock() -> float:
        looks.append(time.monotonic())
        return looks[-1]

    def talking() -> Steps[bytes]:
        more = Wait(time.monotonic() + 5, (pair[0].fileno(),))
        heard = b""
        for octet in (b"a", b"b", b"c"):
            pair[1].sendall(octet)
            assert (yield more)
            heard += pair[0].recv(1)
            pair[1].sendall(b"-")
            assert not (yield Wait(time.monotonic() + 0.1))
            assert (yield more)
            heard += pair[0].recv(1)
        return heard

    (ended,) = run([talking()], clock=clock)
    assert ended.result == b"a-b-c-"
    assert len(looks) < 50


@pytest.mark.usefixtures("poller")
@pytest.mark.parametrize("first", [b"x", b""])
def test_a_descriptor_that_was_closed_may_come_again(first: bytes) -> None:
    """Another connection of the same number is waited for like one of a new number."""

    def talking() -> Steps[list[bytes]]:
        heard = []
        for octets in (first, b"y"):
            ours, theirs = socket.socketpair()
            with ours, theirs:
                theirs.sendall(octets)
                if not octets:
                    theirs.close()
                assert (yield Wait(time.monotonic() + 5, (ours.fileno(),)))
                heard.append(ours.recv(9))
        return heard

    assert results([talking()]) == [[first, b"y"]]


@pytest.mark.laws
@pytest.mark.parametrize("waits_of_one", [20_000, 1])
def test_deadlines_that_were_given_up_do_not_pile_up(
    pair: tuple[socket.socket, socket.socket], waits_of_one: int
) -> None:
    """Waits, and whole conversations, that ended long before their time leave nothing behind."""

    def busy() -> Steps[None]:
        for number in range(waits_of_one):  # each sooner than the last: none serves for two
            yield from ready(pair[0].fileno(), WRITABLE, time.monotonic() + 600 - number / 100)

    def ringing() -> Steps[None]:
        yield Wait(0)
        bell.ring()

    bell = Bell()
    several = (busy() for _ in range(20_000 // waits_of_one))
    conversations = chain([heard(bell, time.monotonic() + 600)], several, [ringing()])
    tracemalloc.start()
    try:
        assert all(end.error is None for end in run(conversations, at_once=2))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 200_000


def test_there_may_be_no_deadline() -> None:
    """A wait without an end goes on until what it waits for has come."""
    bell = Bell()
    threading.Timer(0.05, bell.ring_from_thread).start()
    assert run_one(heard(bell, float("inf")))


def test_the_time_is_up_at_the_deadline_itself(pair: tuple[socket.socket, socket.socket]) -> None:
    """At the very moment of the deadline nothing counts any more, and nobody waits longer."""
    pair[1].send(b"hello")

    def late() -> Steps[bool]:
        yield Wait(5.0)
        return (yield Wait(5.0, (pair[0].fileno(),)))

    assert not run_one(late(), clock=lambda: 5.0)


def test_no_more_than_so_many_at_once() -> None:
    """With a limit the next conversation begins when one has ended."""
    under_way, most = 0, 0

    def counted(number: int) -> Steps[int]:
        nonlocal under_way, most
        under_way += 1
        most = max(most, under_way)
        yield Wait(time.monotonic() + 0.001)
        under_way -= 1
        return number

    assert sorted(results([counted(n) for n in range(20)], at_once=3)) == list(range(20))
    assert most == 3


@pytest.mark.parametrize("at_once", [1, 2, 50])
def test_waiting_costs_nothing(at_once: int) -> None:
    """While all wait the loop sleeps, also while more are to begin and may not yet."""
    looked = 0

    def clock() -> float:
        nonlocal looked
        looked += 1
        return time.monotonic()

    conversations = [sleeping(n, 0.1) for n in range(3)]
    Bell().ring_from_thread()
    assert len(list(run(conversations, at_once, clock))) == 3
    assert looked < 40


@pytest.mark.parametrize("wait", [0.0, 0.01])
def test_an_end_is_told_before_another_is_begun(wait: float) -> None:
    """What is to be begun next may follow from how one ended, be it at once or later."""
    over: list[str] = []
    told: list[str] = []

    def one(name: str) -> Steps[str]:
        if wait:
            yield Wait(time.monotonic() + wait)
        over.append(name)
        return name

    def conversations() -> Iterator[Steps[str] | None]:
        for name in "abcdefgh":
            yield one(name)
            assert told == over
        while len(told) < 8:
            yield None
            assert told == over

    for ended in run(conversations(), at_once=3):
        told.append(ended.result)
    assert sorted(told) == list("abcdefgh")


def test_a_fault_is_one_conversations_own() -> None:
    """What one raises is told as its end, in its place; the others go on to theirs."""

    def faulty(number: int) -> Steps[int]:
        yield Wait(time.monotonic() + 0.01)
        return 60 // number

    ends = {end.position: end for end in run(faulty(n) for n in range(4))}
    assert [ends[n].result for n in range(4)] == [None, 60, 30, 20]
    assert isinstance(ends[0].error, ZeroDivisionError)
    assert [ends[n].error for n in (1, 2, 3)] == [None] * 3


def test_what_the_only_conversation_raises_comes_out() -> None:
    """Who runs one conversation gets its fault as it is."""

    def faulty() -> Steps[None]:
        raise ZeroDivisionError
        yield Wait(0)

    with pytest.raises(ZeroDivisionError):
        run_one(faulty())


def test_two_cannot_wait_for_one_descriptor(pair: tuple[socket.socket, socket.socket]) -> None:
    """Who waits for a descriptor that another waits for is told so, and disturbs nobody."""
    tidied = []

    def greedy() -> Steps[None]:
        try:
            yield Wait(time.monotonic() + 60, (pair[1].fileno(), pair[0].fileno()))
        finally:
            tidied.append(True)

    ends = run([listening(pair[0], 60), greedy(), listening(pair[1], 60)])
    assert isinstance(next(ends).error, FileExistsError)
    assert tidied == [True]
    pair[0].send(b"hello")
    pair[1].send(b"hello")
    assert [end.result for end in ends] == [b"hello", b"hello"]


@pytest.mark.parametrize("caught", [True, False])
def test_a_fault_leaves_no_cycles(caught: bool) -> None:
    """A fault is gone when nobody wants it any more: our processes collect no garbage."""

    def faulty() -> Steps[int]:
        yield Wait(time.monotonic())
        raise Broken(Kind.LOST)

    def once() -> None:
        if caught:
            assert [isinstance(end.error, Broken) for end in run([faulty(), faulty()])]
            return
        try:
            run_one(faulty())
        except Broken:
            pass

    once()
    gc.collect()
    once()
    assert gc.collect() == 0


def test_others_go_on_while_many_begin(pair: tuple[socket.socket, socket.socket]) -> None:
    """Who has something to do need not wait until all the others have begun."""
    begun = 0

    def early() -> Steps[int]:
        for _ in range(10):
            yield from ready(pair[0].fileno(), WRITABLE, time.monotonic() + 60)
        return begun

    def late() -> Steps[None]:
        nonlocal begun
        begun += 1
        yield Wait(time.monotonic() + 60)

    conversations = iter([early(), *(late() for _ in range(1_000))])
    first = next(run(conversations, at_once=10_000))
    assert first.position == 0
    assert 10 <= first.result <= 100


def test_a_bell_wakes_all_who_wait_for_it_in_their_order() -> None:
    """Whoever waits when it rings hears it; a ring that nobody waits for is lost."""
    bell, woken = Bell(), []

    def listener(number: int) -> Steps[None]:
        assert (yield from heard(bell, time.monotonic() + 60))
        woken.append(number)

    def ringer() -> Steps[None]:
        yield Wait(time.monotonic() + 0.01)
        bell.ring()
        assert not (yield from heard(bell, time.monotonic() + 0.01))

    before = len(os.listdir("/proc/self/fd"))
    for end in run([*map(listener, range(8)), ringer()]):
        assert end.error is None
        assert len(os.listdir("/proc/self/fd")) <= before + 3  # the loop's own
    assert woken == list(range(8))


def test_a_bell_that_is_rung_too_late_is_not_heard() -> None:
    """Who is no longer waiting is not woken again by a ring."""
    bell = Bell()

    def listener() -> Steps[tuple[bool, bool]]:
        first = yield from heard(bell, time.monotonic() + 0.01)
        bell.ring()
        until = time.monotonic() + 0.1
        yield Wait(until)
        assert time.monotonic() >= until
        return first, (yield from heard(bell, time.monotonic() + 0.01))

    assert run_one(listener()) == (False, False)


def test_another_thread_may_ring() -> None:
    """A ring from a thread wakes the loop at once, a hundred at a time as well as one."""
    bells = [Bell() for _ in range(100)]

    def listener(bell: Bell) -> Steps[bool]:
        return (yield from heard(bell, time.monotonic() + 60))

    def ring_all() -> None:
        for bell in bells:
            bell.ring_from_thread()

    timer = threading.Timer(0.1, ring_all)
    timer.start()
    assert results(map(listener, bells), at_once=100) == [True] * 100
    timer.join()


def test_a_thread_that_rings_is_never_held_up() -> None:
    """However often it rings while the loop is busy, it need not wait for the loop to look."""
    bell = Bell()
    thread = threading.Thread(target=lambda: [bell.ring_from_thread() for _ in range(100_000)])

    def busy() -> Steps[bool]:
        thread.start()
        thread.join(20)
        assert not thread.is_alive()
        return (yield from heard(bell, time.monotonic() + 20))

    assert run_one(busy())


@pytest.mark.filterwarnings("error")
def test_who_is_given_up_is_closed() -> None:
    """When nobody wants the rest of the results, all who are under way are tidied up."""
    tidied = []

    def stubborn(number: int) -> Steps[None]:
        try:
            yield Wait(time.monotonic() + 60)
        finally:
            yield Wait(time.monotonic() + 60)  # it may not, but others do
            tidied.append(number)

    def failing() -> Steps[None]:
        try:
            yield Wait(time.monotonic() + 60)
        finally:
            tidied.append(-1)
            raise ZeroDivisionError

    ends = run([failing(), stubborn(1), stubborn(2), sleeping(3, 0.01)])
    assert next(ends).position == 3
    ends.close()  # type: ignore[attr-defined]
    gc.collect()
    assert tidied == [-1]


@pytest.mark.filterwarnings("error")
def test_closing_goes_on_until_a_conversation_is_over() -> None:
    """A conversation that waits in its clean-up gets to the end of it, and raises nothing."""
    tidied = []

    def stubborn() -> Steps[None]:
        try:
            yield Wait(60)
        finally:
            try:
                yield Wait(60)
            finally:
                tidied.append(True)

    steps = stubborn()
    next(steps)
    abandon(steps)
    assert tidied == [True]


def cost_of_a_wake_up(number: int) -> float:
    """CPU time of handing a token round among so many, all of whom wait but for one."""
    pipes = [os.pipe() for _ in range(number)]
    left = 5_000
    began = 0.0

    def player(place: int) -> Steps[None]:
        nonlocal left, began
        if place == number - 1:
            began = time.process_time()
            os.write(pipes[0][1], b"x")
        while left > 0:
            yield from ready(pipes[place][0], READABLE, time.monotonic() + 60)
            os.read(pipes[place][0], 1)
            left -= 1
            os.write(pipes[(place + 1) % number][1], b"x")

    try:
        next(run(map(player, range(number)), at_once=number))
        return time.process_time() - began
    finally:
        for descriptor in (each for pipe in pipes for each in pipe):
            os.close(descriptor)


def test_a_wake_up_costs_the_same_however_many_wait() -> None:
    """With a thousand in the loop, one of them is woken as cheaply as one of fifty."""
    many = room_for(2_000) // 2
    few = min(cost_of_a_wake_up(50) for _ in range(3))
    assert min(cost_of_a_wake_up(many) for _ in range(3)) < 2.5 * few
