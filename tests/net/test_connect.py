"""From addresses to a connection: side by side, none of them at the cost of the others.

The races are run against simulated addresses, by a clock that jumps from event to event.
"""

from __future__ import annotations

import gc
import socket
import time
from contextlib import ExitStack
from pathlib import Path
from typing import Union

import pytest
from fakes.certificates import Certificates
from fakes.namespace import with_hosts
from fakes.plugin import Check
from fakes.scripts import ACCEPT, starttls
from fakes.server import Server
from hypothesis import given
from hypothesis import strategies as st

from check_smtp_auth.net import connect as module
from check_smtp_auth.net.connect import DELAY, LEAST_DELAY, connect
from check_smtp_auth.net.loop import WRITABLE, Broken, Wait, run_one
from check_smtp_auth.observation import FailedConnect, Kind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from check_smtp_auth.net.loop import Steps
    from check_smtp_auth.net.resolve import Address
    from check_smtp_auth.net.wire import Wire
    from check_smtp_auth.observation import KindName

# After how many seconds an address answers, never if None; or of what kind it fails at once,
# or after so many seconds.
Manner = Union[float, None, "KindName", tuple[float, "KindName"]]


class Addresses:
    """Simulated addresses, and all the wires that were begun to them."""

    def __init__(self, *manners: Manner) -> None:
        """The n-th address behaves in the n-th manner."""
        self.now = 1_000.0
        self.began = self.now
        self.manners = manners
        self.wires: list[SimulatedWire] = []
        self.tries: list[FailedConnect] = []

    def clock(self) -> float:
        """The time."""
        return self.now

    def race(self, seconds: float) -> tuple[SimulatedWire, float]:
        """Connect within so many seconds."""
        steps = self.steps(seconds)
        wait = next(steps)
        try:
            while True:
                wait = steps.send(self._pass_time(wait))
        except StopIteration as end:
            wire, taken = end.value
            assert isinstance(wire, SimulatedWire)
            return wire, taken

    def steps(self, seconds: float) -> Steps[tuple[Wire, float]]:
        """The conversation itself, with simulated wires in place of real ones."""
        numbers: list[Address] = [(socket.AF_INET, (str(n), 587)) for n in range(len(self.manners))]
        real, module.Wire = module.Wire, SimulatedWire  # type: ignore[attr-defined, assignment]
        try:
            until = self.now + seconds
            return (yield from connect(numbers, None, until, self.clock, self.tries))
        finally:
            module.Wire = real  # type: ignore[attr-defined]

    def _pass_time(self, wait: Wait) -> bool:
        assert wait.events == WRITABLE
        waited_for = [wire for wire in self.wires if wire.descriptor in wait.descriptors]
        assert not any(wire.closed for wire in waited_for)
        decided = min((wire.decided for wire in waited_for), default=wait.until)
        assert wait.until >= self.now
        self.now = max(self.now, min(decided, wait.until))
        return decided < wait.until


class SimulatedWire:
    """What ``connect`` knows of a wire."""

    world: Addresses

    def __init__(self, address: Address, _source: str | None, until: float) -> None:
        """Begin to connect, or fail at once."""
        self.address = str(address[1][0])
        self.descriptor = 100 + int(self.address)
        self.until = until
        self.closed = False
        self.began = self.world.now
        self.manner = self.world.manners[int(self.address)]
        self.world.wires.append(self)
        if isinstance(self.manner, str):
            self.closed = True
            raise Broken(self.manner, "at once")

    @property
    def decided(self) -> float:
        """When it stands or has failed."""
        seconds = self.manner[0] if isinstance(self.manner, tuple) else self.manner
        if seconds is None or isinstance(seconds, str):
            return float("inf")
        return self.began + seconds

    def is_connected(self) -> bool:
        """Tell whether it stands by now."""
        if self.world.now < self.decided:
            return False
        if isinstance(self.manner, tuple):
            raise Broken(self.manner[1], "later")
        return True

    def close(self) -> None:
        """Close it."""
        self.closed = True


def world(*manners: Manner) -> Addresses:
    """Addresses that behave so."""
    SimulatedWire.world = Addresses(*manners)
    return SimulatedWire.world


def fails(addresses: Addresses, seconds: float) -> Broken:
    """What is raised in place of a connection."""
    with pytest.raises(Broken) as caught:
        addresses.race(seconds)
    return caught.value


def test_an_address_that_answers_is_the_only_one_tried() -> None:
    """Where the first address answers before others are due, nobody else is bothered."""
    addresses = world(0.2, 0.0, 0.0)
    wire, taken = addresses.race(10)
    assert (wire.address, round(taken, 6), wire.closed) == ("0", 0.2, False)
    assert len(addresses.wires) == 1
    assert addresses.tries == []


def test_an_address_that_refuses_makes_way_at_once() -> None:
    """A failure costs its own time, no more, and is noted."""
    addresses = world(Kind.UNREACHABLE, (0.01, Kind.REFUSED), 0.02)
    wire, taken = addresses.race(10)
    assert (wire.address, round(taken, 6)) == ("2", 0.02)
    assert round(addresses.now - addresses.began, 6) == 0.03
    assert [(each.address, each.kind) for each in addresses.tries] == [
        ("0", Kind.UNREACHABLE),
        ("1", Kind.REFUSED),
    ]


def test_a_silent_address_costs_a_quarter_of_a_second() -> None:
    """Behind a black hole the next address is tried soon; the time told is its own alone."""
    addresses = world(None, 0.1)
    wire, taken = addresses.race(10)
    assert (wire.address, round(taken, 6)) == ("1", 0.1)
    assert round(addresses.now - addresses.began, 6) == DELAY + 0.1
    assert addresses.tries == [FailedConnect("0", Kind.TIMEOUT, "no answer")]
    assert addresses.wires[0].closed


def test_a_failure_brings_the_next_one_on_while_others_are_awaited() -> None:
    """Who fails beside a silent address makes way at once, too."""
    addresses = world(None, (0.05, Kind.REFUSED), 0.1)
    wire, _ = addresses.race(10)
    assert wire.address == "2"
    assert round(wire.began - addresses.began, 6) == DELAY + 0.05


def test_a_slow_address_may_still_win() -> None:
    """An address is not given up when the next one is begun."""
    addresses = world(0.3, 0.1)
    wire, taken = addresses.race(10)
    assert (wire.address, round(taken, 6)) == ("0", 0.3)
    assert addresses.wires[1].closed
    assert addresses.tries == []


def test_no_share_is_shorter_than_a_round_trip() -> None:
    """Sixteen addresses, all a long way off, and little time: the first one that answers will do.

    Each had a sixteenth of the time once, which was too short for any of them.
    """
    addresses = world(*[0.14] * 16)
    wire, taken = addresses.race(1.8)
    assert (wire.address, round(taken, 6)) == ("0", 0.14)
    assert len(addresses.wires) <= 3


@pytest.mark.parametrize("seconds", [0.5, 1.8, 10])
@pytest.mark.parametrize("number", [2, 5, 16])
def test_half_of_the_time_is_left_to_the_last(number: int, seconds: float) -> None:
    """However many are silent, the last address is begun in time."""
    addresses = world(*[None] * (number - 1), 0.1)
    wire, _ = addresses.race(seconds)
    assert wire.began - addresses.began <= seconds / 2
    assert len(addresses.tries) == number - 1


def test_where_none_answers_the_time_is_up_for_all() -> None:
    """Silent addresses are a timeout at the deadline, each of them noted, none left open."""
    addresses = world(None, Kind.REFUSED, None)
    assert fails(addresses, 2).kind == Kind.TIMEOUT
    assert round(addresses.now - addresses.began, 6) == 2
    assert [each.kind for each in addresses.tries] == [Kind.REFUSED, Kind.TIMEOUT, Kind.TIMEOUT]
    assert all(wire.closed for wire in addresses.wires)


def test_what_the_last_one_failed_of_is_told() -> None:
    """Where all have failed, it is not waited any longer, and the last reason is the answer."""
    addresses = world((0.2, Kind.UNREACHABLE), (0.1, Kind.REFUSED))
    broken = fails(addresses, 10)
    assert (broken.kind, broken.detail) == (Kind.REFUSED, "later")
    assert round(addresses.now - addresses.began, 6) == 0.3


def test_a_name_without_addresses_is_broken() -> None:
    """No address at all is the DNS's doing."""
    assert fails(world(), 10).kind == Kind.DNS


def test_a_race_that_is_given_up_leaves_nothing_open() -> None:
    """Whoever is closed in the middle of it closes all connections under way."""
    addresses = world(None, None)
    steps = addresses.steps(10)
    next(steps)
    addresses.now += 0.3
    steps.send(False)
    steps.close()
    assert [wire.closed for wire in addresses.wires] == [True, True]


KINDS = st.sampled_from([Kind.REFUSED, Kind.UNREACHABLE, Kind.LOST])
TIMES = st.floats(0, 3)
MANNERS = st.lists(
    st.one_of(st.none(), TIMES, KINDS, st.tuples(TIMES, KINDS)), min_size=1, max_size=20
)


@given(MANNERS, st.floats(0.1, 5))
def test_whatever_addresses_do(manners: list[Manner], seconds: float) -> None:
    """It ends in time; the first to answer has won; nothing else is left open; all is noted."""
    addresses = world(*manners)
    try:
        wire, taken = addresses.race(seconds)
    except Broken:
        winner = None
    else:
        winner = wire
        assert taken == pytest.approx(wire.decided - wire.began)
    end = addresses.now
    assert end <= addresses.began + seconds + 1e-6
    answers = [each for each in addresses.wires if isinstance(each.manner, float)]
    first = min((each.decided for each in answers), default=float("inf"))
    if winner is None:
        assert first >= end or not answers
    else:
        assert winner.decided == first
    assert [each for each in addresses.wires if not each.closed] == ([winner] if winner else [])
    noted = [each.address for each in addresses.tries]
    assert len(noted) == len(set(noted)) <= len(addresses.wires)
    failed = {each.address for each in addresses.wires if isinstance(each.manner, str)}
    assert failed <= set(noted)
    if not any(isinstance(each, (str, tuple)) for each in manners):
        starts = [each.began for each in addresses.wires]
        gaps = [later - sooner for sooner, later in zip(starts, starts[1:])]
        assert all(LEAST_DELAY - 1e-6 <= gap <= DELAY + 1e-6 for gap in gaps)


@pytest.mark.parametrize("silent", [True, False])
def test_no_garbage_is_left(silent: bool) -> None:
    """A connection that could not be made is gone when it was told: no cycles hold it."""
    with ExitStack() as stack:
        listener = stack.enter_context(socket.socket())
        listener.bind(("127.0.0.1", 0))
        where = listener.getsockname()
        if silent:
            listener.listen(0)
            stack.enter_context(socket.create_connection(where))

        def once() -> list[FailedConnect]:
            tries: list[FailedConnect] = []
            addresses: list[Address] = [(socket.AF_INET, where)] * 2
            with pytest.raises(Broken):
                run_one(connect(addresses, None, time.monotonic() + 1, time.monotonic, tries))
            return tries

        assert len(once()) == 2
        gc.collect()
        once()
        assert gc.collect() == 0


def test_fifteen_black_holes_leave_time_for_the_sixteenth(
    check: Check, certificates: Certificates, tmp_path: Path
) -> None:
    """A name with sixteen addresses of which the last one answers is checked well in time."""
    numbers = range(2, 18)
    hosts = with_hosts(tmp_path, *(f"127.0.0.{n} many.test" for n in numbers))
    script = starttls(certificates.server.file, ACCEPT)
    with ExitStack() as stack:
        server = stack.enter_context(Server(script, address="127.0.0.17"))
        for n in numbers[:-1]:
            listener = stack.enter_context(socket.socket())
            listener.bind((f"127.0.0.{n}", server.port))
            listener.listen(0)
            stack.enter_context(socket.create_connection(listener.getsockname()))
        options = ("--tls-name", "localhost", "-t", "6", "-v")
        run = check(server, *options, host="many.test", before=hosts)
    assert run.code == 0
    assert run.long.count(": timeout.") == 15
    assert run.perfdata["connect_time"].value < 1
