"""Host names to addresses."""

from __future__ import annotations

import socket
import time

import pytest

from check_smtp_auth.net.loop import Broken, run_one
from check_smtp_auth.net.resolve import by_turns, resolve
from check_smtp_auth.observation import Kind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from check_smtp_auth.net.resolve import Address

V4, V6 = socket.AF_INET, socket.AF_INET6


def addresses(host: str, family: str = "any") -> list[tuple[int, str]]:
    """Family and address of each that a host has."""
    found = run_one(resolve(host, 587, family, time.monotonic() + 5))
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
    assert family in caught.value.detail


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
