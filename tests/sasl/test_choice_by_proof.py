"""The choice by what a credential proves itself with, by the host, and by the TLS channel."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from properties import PROPERTY

from check_smtp_auth.sasl import NAMES, Binding, Proof
from check_smtp_auth.sasl.choice import Channel, Skip, can_serve

from .test_choice import CHANNELS, choose

PROOFS = (Proof.PASSWORD, Proof.TOKEN, Proof.CERTIFICATE, Proof.TICKET)
# What each kind of proof is used for unasked, and what only where -A names it.
UNASKED = {
    Proof.PASSWORD: {
        *("SCRAM-SHA-512-PLUS", "SCRAM-SHA-256-PLUS", "SCRAM-SHA-1-PLUS", "SCRAM-SHA-512"),
        *("SCRAM-SHA-256", "SCRAM-SHA-1", "PLAIN", "LOGIN", "CRAM-MD5"),
    },
    Proof.TOKEN: {"OAUTHBEARER", "XOAUTH2"},
    Proof.CERTIFICATE: {"EXTERNAL"},
    Proof.TICKET: {"GSSAPI"},
}
BY_NAME = {Proof.PASSWORD: {"NTLM", "EXTERNAL", "GSSAPI"}}
BINDINGS = ("tls-exporter", "tls-unique", "tls-server-end-point")


def used(proof: str, *wanted: str) -> set[str]:
    """The mechanisms that are used for this proof, each offered alone."""
    chosen = {choose([name], wanted, bindings=BINDINGS, proof=proof).name for name in NAMES}
    return {name for name in chosen if name is not None}


@pytest.mark.parametrize("proof", PROOFS)
def test_each_proof_has_its_mechanisms(proof: str) -> None:
    """A token never goes to PLAIN, a password never to XOAUTH2; NTLM and GSSAPI are not guessed."""
    assert used(proof) == UNASKED[proof]


@pytest.mark.parametrize("proof", PROOFS)
def test_naming_a_mechanism_does_not_make_it_take_any_secret(proof: str) -> None:
    """-A adds for a password what was not to be guessed, and sends nothing where it is wrong."""
    served = UNASKED[proof] | BY_NAME.get(proof, set())
    assert used(proof, *NAMES) == served
    assert {name for name in NAMES if can_serve(name, proof)} == served
    assert not can_serve("X-OTHER", proof)


@pytest.mark.parametrize(
    ("host", "first"),
    [
        ("mail.example.test", "OAUTHBEARER"),
        ("smtp.office365.com", "XOAUTH2"),
        ("smtp-mail.outlook.com", "XOAUTH2"),
        ("smtp.gmail.com", "XOAUTH2"),
        ("smtp-relay.gmail.com", "XOAUTH2"),
        ("outlook.office365.com.example.test", "OAUTHBEARER"),
        ("office365.com", "XOAUTH2"),
        ("SMTP.Office365.COM", "XOAUTH2"),
    ],
)
def test_which_of_two_for_a_token(host: str, first: str) -> None:
    """OAUTHBEARER is preferred, but at Microsoft's and Google's hosts XOAUTH2, their own."""
    for offered in (("XOAUTH2", "OAUTHBEARER"), ("OAUTHBEARER", "XOAUTH2")):
        choice = choose(offered, (), proof=Proof.TOKEN, host=host)
        assert choice.name == first
        (other,) = set(offered) - {first}
        assert choice.skipped == {other: Skip.RANK}
        by_name = choose(offered, (other, first), proof=Proof.TOKEN, host=host)
        assert by_name.name == other


@pytest.mark.parametrize("host", ["notgmail.com", "mygoogle.com", "xoutlook.com"])
def test_a_host_is_known_by_whole_labels(host: str) -> None:
    """A host whose name only ends in the same letters is nobody's of them."""
    choice = choose(("XOAUTH2", "OAUTHBEARER"), (), proof=Proof.TOKEN, host=host)
    assert choice.name == "OAUTHBEARER"


def test_why_the_others_were_not_used() -> None:
    """Why a mechanism was passed over is known of each: its proof, its name, its binding."""
    offered = ("XOAUTH2", "PLAIN", "EXTERNAL", "GSSAPI", "NTLM", "SCRAM-SHA-256-PLUS")
    assert choose(offered, ()).skipped == {
        "XOAUTH2": Skip.PROOF,
        "EXTERNAL": Skip.BY_NAME,
        "GSSAPI": Skip.BY_NAME,
        "NTLM": Skip.BY_NAME,
        "SCRAM-SHA-256-PLUS": Skip.NO_BINDING,
    }
    by_token = choose(offered, (), proof=Proof.TOKEN)
    assert by_token.skipped == dict.fromkeys(set(offered) - {"XOAUTH2"}, Skip.PROOF)


@pytest.mark.parametrize("name", ["OAUTHBEARER", "XOAUTH2"])
def test_a_token_is_a_secret(name: str) -> None:
    """A token is not sent in clear text without leave; with leave, or --insecure, it is."""
    refused = choose((name,), (), Channel.CLEAR, proof=Proof.TOKEN)
    assert (refused.name, refused.exposed) == (None, True)
    for channel in (Channel.CLEAR_ALLOWED, Channel.UNVERIFIED, Channel.VERIFIED):
        assert choose((name,), (), channel, proof=Proof.TOKEN).name == name


def test_what_worked_before_is_kept_for_tokens_too() -> None:
    """XOAUTH2 that worked before is used again though OAUTHBEARER comes to be offered."""
    choice = choose(("XOAUTH2", "OAUTHBEARER"), (), kept="XOAUTH2", proof=Proof.TOKEN)
    assert choice.name == "XOAUTH2"
    assert choice.skipped["OAUTHBEARER"] == Skip.NEW
    # Not so where it was a password that worked, and now there is a token.
    assert choose(("PLAIN", "XOAUTH2"), (), kept="PLAIN", proof=Proof.TOKEN).name == "XOAUTH2"


ALL_PLUS = ("SCRAM-SHA-1-PLUS", "SCRAM-SHA-256", "SCRAM-SHA-512", "SCRAM-SHA-256-PLUS", "PLAIN")


def test_a_bound_mechanism_is_the_strongest() -> None:
    """-PLUS goes before all else, even SHA-256 with it before SHA-512 without."""
    for kind in ("tls-exporter", "tls-unique"):
        choice = choose(ALL_PLUS, (), bindings=[kind])
        assert choice.name == "SCRAM-SHA-256-PLUS"
        assert choice.binding == Binding(kind, kind.encode())
    both = choose(ALL_PLUS, (), bindings=["tls-unique", "tls-exporter"])
    assert both.binding.flag == "tls-exporter"


@pytest.mark.parametrize("bindings", [(), ("tls-server-end-point",)])
def test_never_bound_where_it_cannot_be(bindings: tuple[str, ...]) -> None:
    """Without a binding by the channel itself -PLUS is not used unasked, and the flag is "n"."""
    choice = choose(ALL_PLUS, (), bindings=bindings)
    assert (choice.name, choice.binding) == ("SCRAM-SHA-512", Binding("n"))
    assert choice.skipped["SCRAM-SHA-256-PLUS"] == Skip.NO_BINDING
    alone = choose(("SCRAM-SHA-256-PLUS",), (), bindings=bindings)
    assert (alone.name, alone.exposed) == (None, False)


def test_the_certificate_binds_only_by_name() -> None:
    """Where -A names -PLUS, the certificate is bound to if there is nothing better."""
    wanted = ("SCRAM-SHA-256-PLUS",)
    choice = choose(ALL_PLUS, wanted, bindings=["tls-server-end-point"])
    assert choice.binding == Binding("tls-server-end-point", b"tls-server-end-point")
    choice = choose(ALL_PLUS, wanted, bindings=BINDINGS)
    assert choice.binding.flag == "tls-exporter"
    assert choose(ALL_PLUS, wanted).name is None


@pytest.mark.parametrize(
    ("offered", "wanted", "bindings", "flag"),
    [
        (("SCRAM-SHA-1",), (), ("tls-unique",), "y"),
        (("SCRAM-SHA-1",), (), ("tls-exporter",), "y"),
        (("SCRAM-SHA-1",), ("SCRAM-SHA-1",), ("tls-exporter",), "y"),
        (("SCRAM-SHA-1",), (), (), "n"),
        (("SCRAM-SHA-1",), (), ("tls-server-end-point",), "n"),
        (ALL_PLUS, ("SCRAM-SHA-256",), ("tls-exporter",), "n"),
        (("SCRAM-SHA-1", "SCRAM-SHA-256-PLUS"), ("SCRAM-SHA-1",), ("tls-unique",), "n"),
        (("SCRAM-SHA-1", "SCRAM-SHA3-512-PLUS"), (), ("tls-unique",), "n"),
        (("SCRAM-SHA-1", "GS2-KRB5-PLUS"), (), ("tls-unique",), "y"),
    ],
)
def test_the_flag(
    offered: tuple[str, ...], wanted: tuple[str, ...], bindings: tuple[str, ...], flag: str
) -> None:
    """The flag is "y" only if we could bind and no SCRAM with -PLUS is offered, else "n"."""
    assert choose(offered, wanted, bindings=bindings).binding == Binding(flag)


@PROPERTY
@given(
    st.lists(st.sampled_from([*NAMES, "X-OTHER"]), unique=True),
    st.lists(st.sampled_from(NAMES), unique=True),
    st.sampled_from(CHANNELS),
    st.lists(st.sampled_from(BINDINGS), unique=True),
    st.sampled_from(PROOFS),
    st.sampled_from(["", *NAMES]),
)
def test_every_choice(
    offered: list[str],
    wanted: list[str],
    channel: str,
    bindings: list[str],
    proof: str,
    kept: str,
) -> None:
    """What is used can serve the secret and bind if it has to; all else has a reason."""
    choice = choose(offered, wanted, channel, kept, bindings, proof)
    assert choice.skipped.keys() == set(offered) - {choice.name}
    assert all(choice.skipped.values())
    if choice.name is not None:
        assert choice.name in (wanted or UNASKED[proof])
        assert can_serve(choice.name, proof)
        assert choice.name.endswith("-PLUS") == (choice.binding.flag in bindings)
