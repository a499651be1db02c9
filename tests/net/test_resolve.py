"""Host names to addresses."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest

from check_smtp_auth.net import resolve as module
from check_smtp_auth.net.loop import Broken, run, run_one
from check_smtp_auth.net.resolve import by_turns, resolve
from check_smtp_auth.observation import Kind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from check_smtp_auth.net.loop import Steps
    from check_smtp_auth.net.resolve import Address

V4, V6 = socket.AF_INET, socket.AF_INET6


def addresses(host: str, family: str = "any") -> list[tuple[int, str]]:
    """Family and address of each that a host has."""
    found = run_one(resolve(host, 587, family, time.monotonic() + 20))
    return [(kind, str(address[0])) for kind, address in found]


@pytest.mark.parametrize(
    ("host", "family", "found"),
    [
        ("192.0.2.1", "any", (V4, "192.0.2.1")),
        ("192.0.2.1", "ipv4", (V4, "192.0.2.1")),
        ("2001:db8::1", "any", (V6, "2001:db8::1")),
        ("2001:db8::1", "ipv6", (V6, "2001:db8::1")),
    ],
)
def test_an_address_is_itself(host: str, family: str, found: tuple[int, str]) -> None:
    """An address is not looked up."""
    assert addresses(host, family) == [found]


@pytest.mark.parametrize(("host", "family"), [("192.0.2.1", "ipv6"), ("::1", "ipv4")])
def test_an_address_of_another_family_is_told(host: str, family: str) -> None:
    """An address of the family that was not asked for cannot be resolved."""
    with pytest.raises(Broken) as caught:
        addresses(host, family)
    assert caught.value.kind == Kind.DNS
    assert family in caught.value.detail.lower()


def test_a_name_is_looked_up_once_for_each_address() -> None:
    """Localhost has its address, each once, in the family asked for."""
    found = addresses("localhost")
    assert {address for _, address in found} <= {"127.0.0.1", "::1"}
    assert len(found) == len(set(found))
    assert addresses("localhost", "ipv4") == [(V4, "127.0.0.1")]


@pytest.mark.parametrize("name", ["xn--", "a..b", "-.-", "x" * 64 + ".test"])
def test_a_name_that_no_dns_knows_is_broken(name: str) -> None:
    """A name that cannot exist is told as such, and is no fault of ours."""
    with pytest.raises(Broken) as caught:
        addresses(name)
    assert caught.value.kind == Kind.DNS
    assert caught.value.detail


@pytest.mark.parametrize(
    ("given", "mixed"),
    [
        ("", ""),
        ("4", "4"),
        ("444", "444"),
        ("6644", "6464"),
        ("4466", "4646"),
        ("64444", "64444"),
        ("66664", "64666"),
        ("4664", "4646"),
    ],
)
def test_families_take_turns(given: str, mixed: str) -> None:
    """IPv4 and IPv6 by turns, the system's first choice first, and its order in each."""
    made: list[Address] = [
        (V4 if kind == "4" else V6, (f"{kind}-{n}", 587)) for n, kind in enumerate(given)
    ]
    turned = by_turns(made)
    assert "".join(str(address[0])[0] for _, address in turned) == mixed
    assert sorted(turned) == sorted(made)
    for family in (V4, V6):
        numbers = [int(str(address[0])[2:]) for kind, address in turned if kind == family]
        assert numbers == sorted(numbers)


class Names:
    """Stands in for the system's resolver: counts, and answers when it may."""

    def __init__(self) -> None:
        """Answer at once, until ``free`` is cleared."""
        self.asked: list[tuple[bytes, int]] = []
        self.free = threading.Event()
        self.free.set()
        self.error: OSError | None = None

    def look_up(self, name: bytes, _port: None, family: int, _kind: int) -> list[Any]:
        """Answer as getaddrinfo does."""
        self.asked.append((name, family))
        self.free.wait(10)
        if self.error is not None:
            raise self.error
        return [
            (V6, socket.SOCK_STREAM, 6, "", ("2001:db8::1", 0, 0, 7)),
            (V4, socket.SOCK_STREAM, 6, "", ("192.0.2.1", 0)),
        ]


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> Iterator[Names]:
    """A resolver that was not asked for anything yet."""
    names = Names()
    monkeypatch.setattr(socket, "getaddrinfo", names.look_up)
    monkeypatch.setattr(module, "_questions", {})
    yield names
    names.free.set()


def asking(port: int, seconds: float = 20, host: str = "mail.example.test") -> Steps[list[Address]]:
    """Ask for a host and port."""
    return resolve(host, port, "any", time.monotonic() + seconds)


def test_a_host_is_asked_for_once(names: Names) -> None:
    """A hundred that want one host at once share one question; each gets its own port."""
    names.free.clear()
    threading.Timer(0.1, names.free.set).start()
    ends = list(run((asking(port) for port in range(100)), at_once=100))
    for end in ends:
        assert end.result == [
            (V6, ("2001:db8::1", end.position, 0, 7)),
            (V4, ("192.0.2.1", end.position)),
        ]
    assert run_one(asking(587))[1] == (V4, ("192.0.2.1", 587))
    assert names.asked == [(b"mail.example.test", socket.AF_UNSPEC)]


def test_each_host_and_family_is_its_own_question(names: Names) -> None:
    """What was answered for one host or family is not told of another."""
    run_one(asking(25))
    run_one(asking(25, host="other.example.test"))
    run_one(resolve("mail.example.test", 25, "ipv4", time.monotonic() + 20))
    assert len(set(names.asked)) == len(names.asked) == 3


def test_a_failure_is_shared_too(names: Names) -> None:
    """A name that the DNS does not know is told to all, and not asked for again."""
    names.error = socket.gaierror(socket.EAI_NONAME, "Name or service not known")
    for end in run(asking(port) for port in range(10)):
        assert isinstance(end.error, Broken)
        assert (end.error.kind, end.error.detail) == (Kind.DNS, "Name or service not known")
    assert len(names.asked) == 1


def test_each_waits_until_its_own_deadline(names: Names) -> None:
    """Who has less time is told so in time; who has more still gets the same answer."""
    names.free.clear()
    hurried: list[str] = []
    for end in run([asking(1, 0.05), asking(2), asking(3, 0.1)]):
        if isinstance(end.error, Broken):
            hurried.append(end.error.kind)
            if len(hurried) == 2:
                names.free.set()
        else:
            assert (end.position, len(end.result)) == (1, 2)
    assert hurried == [Kind.TIMEOUT, Kind.TIMEOUT]
    assert len(names.asked) == 1


def test_a_question_that_all_gave_up_is_asked_again(names: Names) -> None:
    """Whoever comes after all others have run out of time is not told that there is no answer."""
    names.free.clear()
    with pytest.raises(Broken):
        run_one(asking(25, 0.5))
    names.free.set()
    assert len(run_one(asking(25))) == 2
    assert len(names.asked) == 2


def test_questions_do_not_pile_up(names: Names, monkeypatch: pytest.MonkeyPatch) -> None:
    """With more hosts than are kept, the oldest is forgotten, and asked for again."""
    monkeypatch.setattr(module, "MOST_QUESTIONS", 5)
    for number in [*range(8), 7, 0]:
        run_one(asking(25, host=f"{number}.example.test"))
    assert [name[:1] for name, _ in names.asked] == list(map(str.encode, "012345670"))
    assert len(module._questions) == 5


def test_a_name_that_cannot_be_written_is_broken() -> None:
    """A name with half a character in it is no fault of ours."""
    with pytest.raises(Broken) as caught:
        addresses("\ud800.example.test")
    assert caught.value.kind == Kind.DNS


@pytest.mark.parametrize("host", ["fe80::1%nosuch", "::1%lo", "2001:db8::1%lo"])
def test_an_address_with_an_interface_it_cannot_have(host: str) -> None:
    """An interface that this host does not have, or on an address that takes none, is said to be
    what is wrong: DNS has no part in it.
    """
    with pytest.raises(Broken) as caught:
        addresses(host)
    assert caught.value.kind == Kind.DNS
    assert "only a link-local address has a % after it" in caught.value.detail
