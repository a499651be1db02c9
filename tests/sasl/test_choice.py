"""Which mechanism is used: once, from what is offered, what is allowed, and how safe the way is."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from properties import PROPERTY

from check_smtp_auth.observation import MechanismFacts
from check_smtp_auth.sasl import NAMES, Credential, Proof, create, entry
from check_smtp_auth.sasl.choice import Channel, Choice, Skip, instead_of
from check_smtp_auth.sasl.choice import choose as choose_on
from check_smtp_auth.secret import Secret

ALL = ("PLAIN", "LOGIN", "CRAM-MD5", "SCRAM-SHA-1", "SCRAM-SHA-256", "SCRAM-SHA-512")
STRONGEST_FIRST = ["SCRAM-SHA-512", "SCRAM-SHA-256", "SCRAM-SHA-1", "PLAIN", "LOGIN", "CRAM-MD5"]
HIDING_FIRST = ["SCRAM-SHA-512", "SCRAM-SHA-256", "SCRAM-SHA-1", "CRAM-MD5", "PLAIN", "LOGIN"]
EXPOSING = {"PLAIN", "LOGIN"}
ORDERS = {
    Channel.VERIFIED: STRONGEST_FIRST,
    Channel.UNVERIFIED: HIDING_FIRST,
    Channel.CLEAR_ALLOWED: HIDING_FIRST,
    Channel.CLEAR: [name for name in HIDING_FIRST if name not in EXPOSING],
}
CHANNELS = list(ORDERS)


def choose(
    offered: Sequence[str],
    wanted: Sequence[str],
    trust: str = Channel.VERIFIED,
    kept: str = "",
    bindings: Sequence[str] = (),
    proof: str = Proof.PASSWORD,
    host: str = "mail.example.test",
) -> Choice:
    """Choose for a connection that is trusted so far, and a credential of this kind."""
    channel = Channel(trust, {kind: kind.encode() for kind in bindings})
    credential = Credential("user", Secret(b"pencil"), proof=proof, host=host)
    return choose_on(offered, wanted, channel, credential, kept)


@pytest.mark.parametrize("channel", CHANNELS)
def test_order(channel: str) -> None:
    """The strongest that is offered is used; without verified TLS, what hides the secret first."""
    offered = list(ALL)
    order = []
    while (name := choose(offered, (), channel).name) is not None:
        order.append(name)
        offered.remove(name)
    assert order == ORDERS[channel]


def test_the_servers_order_does_not_matter() -> None:
    """A server cannot talk us into a weaker mechanism by naming it first."""
    for offered in permutations(("PLAIN", "SCRAM-SHA-256", "CRAM-MD5", "LOGIN")):
        assert choose(offered, (), Channel.VERIFIED).name == "SCRAM-SHA-256"


@pytest.mark.parametrize("channel", [Channel.VERIFIED, Channel.UNVERIFIED, Channel.CLEAR_ALLOWED])
def test_the_order_asked_for(channel: str) -> None:
    """-A gives the order, whatever we would have preferred, and nothing else is used."""
    assert choose(ALL, ("LOGIN", "SCRAM-SHA-512"), channel).name == "LOGIN"
    assert choose(ALL, ("SCRAM-SHA-1", "SCRAM-SHA-512"), channel).name == "SCRAM-SHA-1"
    assert choose(("PLAIN",), ("LOGIN", "PLAIN"), channel).name == "PLAIN"
    assert choose(("PLAIN", "CRAM-MD5"), ("LOGIN", "SCRAM-SHA-1"), channel).name is None


def test_asking_for_it_is_no_leave_for_clear_text() -> None:
    """-A PLAIN does not by itself send the secret in clear text."""
    choice = choose(("PLAIN", "LOGIN"), ("PLAIN",), Channel.CLEAR)
    assert (choice.name, choice.exposed) == (None, True)
    choice = choose(("PLAIN", "CRAM-MD5"), ("PLAIN", "CRAM-MD5"), Channel.CLEAR)
    assert (choice.name, choice.exposed) == ("CRAM-MD5", False)


@pytest.mark.parametrize(
    ("offered", "wanted", "exposed"),
    [
        (("PLAIN", "LOGIN"), (), True),
        (("LOGIN",), (), True),
        (("NTLM", "PLAIN"), (), True),
        (("NTLM",), (), False),
        ((), (), False),
        (("PLAIN",), ("SCRAM-SHA-1",), False),
        (("PLAIN",), ("LOGIN",), False),
        (("PLAIN", "CRAM-MD5"), (), False),
        (("PLAIN", "CRAM-MD5"), ("PLAIN",), True),
    ],
)
def test_exposed(offered: tuple[str, ...], wanted: tuple[str, ...], exposed: bool) -> None:
    """It is told when only leave to send the secret in clear text was missing."""
    assert choose(offered, wanted, Channel.CLEAR).exposed == exposed
    for channel in (Channel.VERIFIED, Channel.UNVERIFIED, Channel.CLEAR_ALLOWED):
        assert not choose(offered, wanted, channel).exposed


def test_why_the_others_were_not_used() -> None:
    """For each mechanism offered and not used there is a reason, each its own."""
    offered = ("SCRAM-SHA-1", "X-OTHER", "LOGIN", "PLAIN", "SCRAM-SHA-256")
    choice = choose(offered, ("SCRAM-SHA-1", "PLAIN"), Channel.CLEAR)
    assert choice.name == "SCRAM-SHA-1"
    assert choice.skipped == {
        "X-OTHER": Skip.UNKNOWN,
        "LOGIN": Skip.NOT_ALLOWED,
        "PLAIN": Skip.EXPOSED,
        "SCRAM-SHA-256": Skip.NOT_ALLOWED,
    }
    choice = choose(("LOGIN", "PLAIN"), (), Channel.VERIFIED)
    assert choice.skipped == {"LOGIN": Skip.RANK}


@pytest.mark.parametrize("channel", [Channel.VERIFIED, Channel.UNVERIFIED])
def test_what_worked_before_is_kept(channel: str) -> None:
    """A server that comes to offer something stronger does not turn a good account red."""
    choice = choose(ALL, (), channel, "SCRAM-SHA-1")
    assert choice.name == "SCRAM-SHA-1"
    assert choice.skipped["SCRAM-SHA-512"] == Skip.NEW
    assert choice.skipped["PLAIN"] == Skip.RANK


def test_what_worked_before_is_kept_only_while_it_may_be_used() -> None:
    """What is no longer offered, allowed, safe or known is not kept."""
    assert choose(("SCRAM-SHA-1",), (), Channel.VERIFIED, "PLAIN").name == "SCRAM-SHA-1"
    assert choose(ALL, ("LOGIN",), Channel.VERIFIED, "PLAIN").name == "LOGIN"
    assert choose(ALL, (), Channel.CLEAR, "PLAIN").name == "SCRAM-SHA-512"
    assert choose(("NTLM", "PLAIN"), (), Channel.VERIFIED, "NTLM").name == "PLAIN"
    assert choose((), (), Channel.VERIFIED, "PLAIN").name is None


def test_without_verified_tls_what_gives_the_secret_away_is_not_kept() -> None:
    """That PLAIN worked before is no reason to show the password to who knows whom."""
    assert choose(ALL, (), Channel.UNVERIFIED, "PLAIN").name == "SCRAM-SHA-512"
    assert choose(ALL, (), Channel.UNVERIFIED, "CRAM-MD5").name == "CRAM-MD5"
    assert choose(("PLAIN", "LOGIN"), (), Channel.UNVERIFIED, "LOGIN").name == "PLAIN"


@PROPERTY
@given(
    st.lists(st.sampled_from([*ALL, "NTLM", "X-OTHER", ""]), unique=True),
    st.lists(st.sampled_from(ALL), unique=True),
    st.sampled_from(CHANNELS),
    st.sampled_from(["", *ALL]),
)
def test_every_choice(offered: list[str], wanted: list[str], channel: str, kept: str) -> None:
    """What is used is offered, allowed and safe; all else that is offered has a reason."""
    choice = choose(offered, wanted, channel, kept)
    safe = [name for name in wanted or ALL if channel != Channel.CLEAR or name not in EXPOSING]
    assert choice.name in set(offered) & set(safe) or choice.name is None
    assert (choice.name is None) == (not set(offered) & set(safe))
    assert choice.skipped.keys() == set(offered) - {choice.name}
    assert all(choice.skipped.values())
    assert choice.name or not {Skip.RANK, Skip.NEW} & set(choice.skipped.values())


@pytest.mark.parametrize(
    ("name", "offered", "said"),
    [
        (
            "SCRAM-SHA-256",
            ["SCRAM-SHA-256", "SCRAM-SHA-1", "LOGIN", "PLAIN"],
            "LOGIN, PLAIN (-A LOGIN)",
        ),
        ("NTLM", ["X-OTHER", "NTLM", "XOAUTH2", "PLAIN"], "PLAIN (-A PLAIN)"),
        ("SCRAM-SHA-256", ["SCRAM-SHA-1", "SCRAM-SHA-256-PLUS", "OAUTHBEARER"], ""),
    ],
)
def test_what_there_is_in_place_of_a_mechanism(name: str, offered: list[str], said: str) -> None:
    """Of what is offered, mechanisms of another kind are named that the password serves."""
    expected = f"; the server also offers {said}" if said else ""
    assert instead_of(name, offered, Proof.PASSWORD) == expected


def test_names() -> None:
    """The names that -A takes for passwords are in order, the strongest first."""
    assert [name for name in NAMES if name in ALL] == STRONGEST_FIRST
    assert entry("scram-sha-1") is None
    assert entry("") is None


@pytest.mark.parametrize("name", ALL)
def test_each_name_makes_its_mechanism(name: str) -> None:
    """Each registered name begins an exchange of that name, which knows if it takes long."""
    mechanism = create(name, Credential("user", Secret(b"pencil")), lambda count: bytes(count))
    assert mechanism.name == name
    assert mechanism.facts == MechanismFacts()
    assert mechanism.blocking == name.startswith("SCRAM")
    registered = entry(name)
    assert registered is not None
    assert registered.exposes == (name in EXPOSING)
    assert registered.stored == (name not in EXPOSING)
