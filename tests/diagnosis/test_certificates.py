"""What is said of a chain by its facts alone: whose fault it is, and who is to fix it."""

from __future__ import annotations

from typing import Any

import pytest
from fakes import outcomes
from fakes.outcomes import ACCOUNT, DAY, NOW

from check_smtp_auth.accounts import Account, Policy, Trust
from check_smtp_auth.diagnosis import Verdict
from check_smtp_auth.diagnosis.chain_faults import FAULTS
from check_smtp_auth.observation import Certificate, Failure, Kind, Stage, TLSFacts

OWN = outcomes.certificate(40.5)
MIDDLE = {"subject": "CN=Mail CA", "issuer": "CN=Root", "names": (), "role": "intermediate"}
TOP = {"subject": "CN=Root", "issuer": "CN=Root", "names": (), "role": "root"}
FILE = ACCOUNT.replace(trust=Trust(ca_file="/ca.pem"))


def facts(*above: Certificate, own: Certificate = OWN) -> TLSFacts:
    """A chain that was not verified."""
    return TLSFacts(None, None, False, own, chain=(own, *above))


def judged(
    code: int, tls: TLSFacts | None, account: Account = ACCOUNT, policy: Policy | None = None
) -> Verdict:
    """The verdict on a chain for which OpenSSL told a code."""
    failure = Failure(Stage.TLS, Kind.CERTIFICATE, "in OpenSSL's words", code=code)
    return outcomes.accepted(policy, account, failure=failure, tls=tls).verdict


@pytest.mark.parametrize("code", [3, 6, 23, 92, 10_000])
def test_a_reason_that_has_no_words_of_ours(code: int) -> None:
    """Any other reason is certificate-untrusted, in OpenSSL's own words."""
    verdict = judged(code, facts())
    assert verdict.slug == "certificate-untrusted"
    assert verdict.summary.endswith("not trusted: in OpenSSL's words (CN=mail.example.test)")
    assert "--ca-file" not in verdict.advice


# What is known by its code, whatever the certificates look like.
BY_CODE = (2, 7, 18, 19, 20, 21, 22, 27, 28, 47, 48, 49, 51, 52, 53)


@pytest.mark.parametrize("code", sorted({code for fault in FAULTS for code in fault.codes}))
def test_a_fault_that_cannot_be_found(code: int) -> None:
    """Where nothing in the chain shows the fault, or the chain is not known, OpenSSL is quoted."""
    well = outcomes.certificate(der=b"", subject="CN=x", names=(ACCOUNT.tls_name,))
    slugs = {slug for fault in FAULTS for slug in (fault.slug,) if code in fault.codes}
    for tls in (None, facts(own=well)) if code not in BY_CODE else (None,):
        verdict = judged(code, tls)
        assert {verdict.slug} == slugs
        assert "in OpenSSL's words" in verdict.summary


def certificate(days: float, place: dict[str, Any], **changes: Any) -> Certificate:
    """A certificate above the server's own that expires in so many days."""
    return outcomes.certificate(days, **{**place, **changes})


WAYS: dict[str, tuple[Trust, str]] = {
    "file": (Trust(ca_file="/ca.pem"), "into the file of --ca-file"),
    "directory": (Trust(ca_path="/ca"), "into the directory of --ca-path (and run openssl rehash)"),
    "system": (Trust(), "into this host's trust store"),
}


@pytest.mark.parametrize("way", WAYS)
def test_where_a_root_is_replaced(way: str) -> None:
    """A root that has ended, or is about to, is replaced where this host takes it from."""
    trust, words = WAYS[way]
    account = ACCOUNT.replace(trust=trust)
    ended = certificate(-1.5, TOP, sent=False, trusted=True)
    verdict = judged(10, facts(ended), account)
    assert "the root certificate CN=Root expired 1 day ago" in verdict.summary
    assert words in verdict.advice
    assert "mail server sends" not in verdict.advice
    ending = facts(certificate(5.5, TOP, sent=False, trusted=True)).replace(verified=True)
    assert words in outcomes.accepted(account=account, tls=ending).verdict.advice


REPLACED = "The mail server sends it: replace it there"
TRUSTED = "This host trusts it: put the authority's current certificate"


@pytest.mark.parametrize(
    ("place", "sent", "trusted", "advice"),
    [
        (MIDDLE, True, False, [REPLACED]),
        (MIDDLE, True, True, [REPLACED, TRUSTED]),
        (MIDDLE, False, True, [TRUSTED]),
        (TOP, True, False, [REPLACED]),
        (TOP, True, True, [TRUSTED]),
    ],
)
def test_who_replaces_what_is_above(
    place: dict[str, Any], sent: bool, trusted: bool, advice: list[str]
) -> None:
    """It is replaced where it is sent and where it is trusted; a trusted root, only here."""
    ended = certificate(-1.5, place, sent=sent, trusted=trusted)
    verdict = judged(10, facts(ended))
    assert [words for words in (REPLACED, TRUSTED) if words in verdict.advice] == advice
    assert f"The SHA-256 of the one to replace is {ended.sha256}." in verdict.advice
    assert "clock" in verdict.advice


@pytest.mark.parametrize(
    ("days", "insecure", "words"),
    [
        (-2.5, True, "expired 2 days ago, on 2027-01-12"),
        (-0.5, True, "expired less than a day ago, at 2027-01-14T20:00:00Z"),
        (5.5, True, "expires in 5 days"),
        (5.5, False, "expires in 5 days"),
    ],
)
def test_one_that_has_ended_and_is_not_verified(days: float, insecure: bool, words: str) -> None:
    """With --insecure a login works beside an expired certificate: only because of that."""
    account = ACCOUNT.replace(trust=Trust(insecure=insecure))
    verdict = outcomes.accepted(account=account, tls=facts(own=outcomes.certificate(days))).verdict
    assert verdict.slug == "certificate-expiring"
    assert verdict.summary.endswith(f"the certificate of CN=mail.example.test {words}")
    assert ("only because this check does not verify" in verdict.explanation) == (days < 0)


@pytest.mark.parametrize("way", [*WAYS, "insecure"])
@pytest.mark.parametrize("alone", [True, False])
def test_one_that_nobody_else_has_signed(way: str, alone: bool) -> None:
    """What follows a certificate that stands for itself has to be trusted anew, where certificates
    are verified at all.
    """
    trust, words = WAYS.get(way, (Trust(insecure=True), ""))
    own = outcomes.certificate(5.5, **({"issuer": "CN=mail.example.test"} if alone else {}))
    verdict = outcomes.accepted(account=ACCOUNT.replace(trust=trust), tls=facts(own=own)).verdict
    assert ("Also put the new one" in verdict.advice) == (alone and way != "insecure")
    if alone:
        assert words in verdict.advice


def test_the_days_are_those_of_the_first_to_end() -> None:
    """Thresholds and words are for the certificate of the chain that ends first."""
    for days, state in ((15.0, "OK"), (13.5, "WARNING"), (2.5, "CRITICAL"), (-1.0, "CRITICAL")):
        tls = facts(certificate(days, MIDDLE), certificate(999, TOP))
        verdict = outcomes.accepted(tls=tls).verdict
        assert verdict.state == state
        assert ("the intermediate certificate CN=Mail CA" in verdict.summary) == (state != "OK")
        off = Policy(warning_days=0, critical_days=0)
        assert outcomes.accepted(off, tls=tls).verdict.state == "OK"


def test_states_of_ones_own() -> None:
    """--state counts for each of several faults."""
    own = outcomes.certificate(-1.5, names=("other.example.test",))
    policy = Policy(states={"certificate-name-mismatch": "WARNING"})
    verdict = judged(62, facts(own=own), policy=policy)
    assert (verdict.slug, verdict.state) == ("certificate-expired", "CRITICAL")
    assert verdict.also == ("certificate-name-mismatch",)


def test_the_moment_counts() -> None:
    """A certificate that ends this very second has ended, as it has for OpenSSL."""
    own = OWN.replace(not_after=int(NOW))
    assert "it expires in less than a day" in judged(10, facts(own=own)).summary
    own = OWN.replace(not_before=int(NOW + DAY))
    assert "it is not valid before 2027-01-16T08:00:00Z" in judged(9, facts(own=own)).summary


def test_many_names_are_cut_short() -> None:
    """Of a certificate for many names the first five are told."""
    own = OWN.replace(names=tuple(f"{n}.example.test" for n in range(1, 9)))
    assert "5.example.test, ..., not for mail.example.test" in judged(62, facts(own=own)).summary
