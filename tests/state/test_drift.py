"""Drift, sentence by sentence as the README has it: what is compared, what warns, for how long."""

from __future__ import annotations

import pytest
from fakes import outcomes
from fakes.outcomes import ACCOUNT, NOW
from hypothesis import given
from hypothesis import strategies as st
from properties import PROPERTY

from check_smtp_auth.accounts import Policy
from check_smtp_auth.diagnosis import Verdict, diagnose
from check_smtp_auth.observation import Observation, TLSFacts
from check_smtp_auth.smtp.capabilities import Capabilities
from check_smtp_auth.state.drift import Learnt, baseline, compare
from check_smtp_auth.state.history import Recalled
from check_smtp_auth.state.memory import Baseline, Memory

VERSIONS = ("", "TLSv1.2", "TLSv1.3")


def sight(
    offer: str = "PLAIN LOGIN", version: str = "TLSv1.3", issuer: str = "Example", **more: str
) -> Observation:
    """A login that is accepted; without a version it is in clear text, so without a certificate."""
    capabilities = Capabilities("mail.example.test", {"AUTH": offer, **more})
    certificate = outcomes.certificate(issuer=f"CN=R10, O={issuer}", issuer_organisation=issuer)
    tls = TLSFacts(version, "A-CIPHER", True, certificate) if version else None
    return outcomes.observation(capabilities=capabilities, tls=tls)


def known(*sights: Observation, accept: bool = False) -> Baseline:
    """The baseline after successes in which these were seen; the last may be accepted."""
    found = Baseline()
    for each in sights[:-1]:
        found = baseline(found, each, False)
    return baseline(found, sights[-1], accept)


def judged(before: Baseline, seen: Observation, accept: bool = False) -> Verdict:
    """The judgement on a login that is accepted."""
    recalled = Recalled(Memory("finance", baseline=before), None, None, "", True)
    return diagnose(ACCOUNT, seen, Policy(accept_drift=accept), NOW, recalled)


def worse(before: Baseline, seen: Observation) -> str:
    """What has changed for the worse, in words."""
    return "; ".join(compare(before, seen).worse)


GONE = "LOGIN is no longer offered (before: PLAIN LOGIN; now: PLAIN)"
LOWER = "TLS dropped from TLSv1.3 to TLSv1.2"
OTHER = "the certificate is from another issuer (before: Example; now: Another)"
CHANGED = [
    pytest.param(sight("PLAIN"), GONE, id="a mechanism that is gone"),
    pytest.param(sight(version="TLSv1.2"), LOWER, id="a lower TLS"),
    pytest.param(sight(issuer="Another"), OTHER, id="another issuer"),
]


@pytest.mark.parametrize(("seen", "words"), CHANGED)
def test_what_is_worse_is_a_warning_with_before_and_after(seen: Observation, words: str) -> None:
    """A mechanism gone, a lower TLS or another issuer is `drifted`, WARNING: before and after."""
    verdict = judged(known(sight()), seen)
    assert (verdict.slug, verdict.state) == ("drifted", "WARNING")
    assert verdict.summary.endswith(f": authenticated, but {words}")


@pytest.mark.parametrize(("seen", "words"), CHANGED)
def test_it_warns_until_it_is_back(seen: Observation, words: str) -> None:
    """However often it is seen, it stays a WARNING; once all is as it was, it is OK."""
    often = known(sight(), seen, seen, seen)
    assert worse(often, seen) == words
    assert judged(often, sight()).state == "OK"


@pytest.mark.parametrize(("seen", "words"), CHANGED)
def test_or_until_it_is_accepted(seen: Observation, words: str) -> None:
    """--accept-drift is OK at once, and makes what is seen the new baseline."""
    before = known(sight(), seen)
    assert judged(before, seen, accept=True).state == "OK"
    accepted = baseline(before, seen, True)
    assert judged(accepted, seen).state == "OK"
    assert accepted == known(seen)


@pytest.mark.parametrize(("seen", "words"), CHANGED)
def test_what_was_before_is_drift_once_the_change_is_accepted(
    seen: Observation, words: str
) -> None:
    """What was accepted is what counts: a change back to another issuer is one more change."""
    told = worse(known(sight(), seen, accept=True), sight())
    back = "the certificate is from another issuer (before: Another; now: Example)"
    assert told == (back if words == OTHER else "")


def test_all_three_at_once() -> None:
    """Several changes are told together."""
    seen = sight("PLAIN", "TLSv1.2", "Another")
    assert worse(known(sight()), seen) == "; ".join((GONE, LOWER, OTHER))


def test_what_is_better_is_the_measure_from_then_on() -> None:
    """A higher TLS, and a mechanism more, are no drift; to lose them again is."""
    first, better = sight("PLAIN", "TLSv1.2"), sight("PLAIN LOGIN", "TLSv1.3")
    assert worse(known(first), better) == ""
    assert worse(known(first, better), first) == "; ".join((GONE, LOWER))


def test_without_tls_it_is_lower_than_any() -> None:
    """An account that had TLS and has none is told so; that it has none any more stays drift."""
    clear = sight(version="")
    assert worse(known(sight()), clear) == "TLS dropped from TLSv1.3 to none"
    assert worse(known(sight(), clear, clear), clear) == "TLS dropped from TLSv1.3 to none"


def test_the_first_certificate_is_no_other_issuer() -> None:
    """An account that gets TLS after years without it has nothing to be compared with."""
    assert worse(known(sight(version="")), sight()) == ""
    assert worse(known(sight(version=""), sight()), sight(issuer="Another")) == OTHER


def test_a_renewed_certificate_of_the_same_issuer_is_no_drift() -> None:
    """Another certificate, by another CA of the same organisation, is none."""
    renewed = outcomes.certificate(
        der=b"renewed", issuer="CN=R11, O=Example", issuer_organisation="Example"
    )
    seen = sight().replace(tls=TLSFacts("TLSv1.3", "A-CIPHER", True, renewed))
    assert judged(known(sight()), seen).slug == "authenticated"


def test_one_of_several_issuers_is_not_another() -> None:
    """Where more than one has been accepted, each of them is known."""
    two = Baseline(("PLAIN", "LOGIN"), (), "TLSv1.3", ("Another", "Example"))
    assert worse(two, sight()) == ""
    third = worse(two, sight(issuer="A third"))
    assert third.endswith("(before: Another, Example; now: A third)")


@pytest.mark.parametrize("seen", [sight(), sight("PLAIN", "", "")], ids=["TLS", "clear text"])
def test_the_first_success_has_nothing_to_be_compared_with(seen: Observation) -> None:
    """Without a baseline nothing has changed."""
    assert judged(Baseline(), seen).slug == "authenticated"
    assert compare(Baseline(), seen) == compare(known(seen), seen)


def test_what_was_not_seen_changes_nothing() -> None:
    """Without an EHLO there is nothing to compare, and nothing to learn."""
    unseen = sight().replace(capabilities=None)
    assert worse(known(sight()), unseen) == ""
    assert baseline(known(sight()), unseen, True) == known(sight())


def test_an_upgrade_is_told_and_turns_nothing_red() -> None:
    """A mechanism that is newly offered, and an extension gone or come, change no state."""
    before = known(sight(SIZE="1", CHUNKING=""))
    verdict = judged(before, sight("SCRAM-SHA-256 PLAIN LOGIN", SIZE="2", PIPELINING=""))
    assert (verdict.slug, verdict.state) == ("authenticated", "OK")
    assert verdict.notices == (
        "SCRAM-SHA-256 is newly offered.",
        "The extension CHUNKING is no longer offered.",
    )


def test_an_extension_is_told_once() -> None:
    """An extension that is gone is told at the first success without it, not for ever."""
    first = known(sight(CHUNKING=""))
    assert compare(first, sight()).neutral == ("The extension CHUNKING is no longer offered.",)
    assert compare(baseline(first, sight(), False), sight()).neutral == ()


def test_what_a_success_teaches_is_remembered() -> None:
    """The mechanism that worked, the file with the secret, and what the server is like; where
    all of it is known there is nothing to write.
    """
    learnt = Learnt("PLAIN", "a file", known(sight()))
    memory = learnt.added_to(Memory("finance", mechanism="LOGIN"))
    assert (memory.mechanism, memory.mark, memory.baseline) == ("PLAIN", "a file", known(sight()))
    assert learnt.added_to(memory) is memory


@PROPERTY
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["PLAIN", "LOGIN", "PLAIN LOGIN", ""]),
            st.sampled_from(VERSIONS),
            st.sampled_from(["Example", "Another"]),
        ),
        min_size=1,
        max_size=6,
    )
)
def test_nothing_gets_well_by_waiting(seen: list[tuple[str, str, str]]) -> None:
    """What warns at one success warns at each further one, until it is accepted."""
    sights = [sight(*each) for each in seen]
    before, last = known(*sights), sights[-1]
    assert compare(baseline(before, last, False), last).worse == compare(before, last).worse
    assert compare(baseline(before, last, True), last).worse == ()
