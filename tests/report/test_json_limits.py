"""The output as JSON is whole and within 8 KiB, whatever others say."""

from __future__ import annotations

import json
from typing import Any

import pytest
from fakes import outcomes
from fakes.outcomes import ACCOUNT
from hypothesis import given
from hypothesis import strategies as st
from properties import PROPERTY

from check_smtp_auth.accounts import Policy
from check_smtp_auth.diagnosis.catalogue import EXIT_CODES
from check_smtp_auth.observation import FailedConnect, Kind, TLSFacts
from check_smtp_auth.outcome import Outcome
from check_smtp_auth.report.as_json import render
from check_smtp_auth.sasl.choice import Skip
from check_smtp_auth.smtp.capabilities import Capabilities

from .test_json import ACCOUNT_FIELDS, only, require_types, whole


@pytest.mark.parametrize("letter", ["a", "é", "\u4e00", "\U0001f600", '"', "\\"])
def test_the_longest_object_stays_within_8_kib(letter: str) -> None:
    """However long everything is that a server sends, one account's object is within 8 KiB."""
    names = tuple(letter * 200 + str(number) for number in range(100))
    seen: dict[str, Any] = {
        "tls": outcomes.tls(subject=letter * 3000, issuer=letter * 3000, names=names),
        "capabilities": Capabilities(letter * 3000, {"AUTH": " ".join(names)}),
        "skipped": dict.fromkeys(names, Skip.UNKNOWN),
        "tries": tuple(
            FailedConnect(f"2001:db8::{n}", Kind.TIMEOUT, letter * 200) for n in range(100)
        ),
    }
    for outcome in (outcomes.accepted(**seen), outcomes.refused(letter * 12_000, **seen)):
        account = only(outcome)
        text, _ = render([outcome])
        assert len(text.encode()) < 8192
        assert len(account["mechanisms_offered"]) < 100
        assert "more" in account["mechanisms_offered"][-1]


def long(**more: Any) -> dict[str, Any]:
    """The changes that make an observation of a server whose certificate has 81 names."""
    names = tuple(
        f"host-{number}.with-a-long-name.mail-cluster.example.test" for number in range(81)
    )
    return {"tls": outcomes.tls(names=names), **more}


def all_that_can_be_long(text: str) -> dict[str, Any]:
    """The changes that make all of an observation long in which others have a say."""
    names = tuple(f"{number}{text}" for number in range(20))
    certificate = outcomes.certificate(subject=text, issuer=text, names=names)
    return {
        "account": ACCOUNT.replace(user=text, host=text),
        "tls": TLSFacts(text, text, True, certificate, notices=names),
        "capabilities": Capabilities(text, {"AUTH": " ".join(names)}),
        "skipped": dict.fromkeys(names, Skip.RANK),
        "tries": tuple(FailedConnect(name, Kind.TIMEOUT, text) for name in names),
        "mechanism": text,
        "address": text,
    }


@pytest.mark.parametrize(
    "outcome",
    [
        outcomes.accepted(**long()),
        outcomes.accepted(**long(), policy=Policy(total=outcomes.thresholds("0.1"))),
        outcomes.refused("5.7.8 " + "zurückgewiesen " * 60, **long()),
        outcomes.refused(*["5.7.8 \U0001f600 \u4e2d\u6587" * 40] * 8, **long()),
        outcomes.accepted(**long(), account=ACCOUNT.replace(user="\u4e2d" * 2_000)),
        outcomes.refused("\U0001f600" * 9_000, **all_that_can_be_long("\U0001f600" * 300)),
    ],
)
def test_the_whole_object_counts(outcome: Outcome) -> None:
    """All that is printed of one account is within 8 KiB: the words of the whole are in it."""
    text, _ = render([outcome])
    assert len(f"{text}\n".encode()) <= 8_192
    whole(outcome)


@PROPERTY
@given(st.text(max_size=40), st.sampled_from([1, 30, 300]), st.integers(0, 90))
def test_no_words_of_others_are_too_long(word: str, times: int, items: int) -> None:
    """Whatever a server says, and however often, its account's object is whole, within 8 KiB."""
    text = word * times
    seen: dict[str, Any] = {
        "tls": outcomes.tls(subject=text, issuer=text, names=(text,) * items),
        "capabilities": Capabilities(text, {"AUTH": f"{text} " * items}),
        "skipped": {f"{text}{number}": Skip.UNKNOWN for number in range(items)},
        "tries": (FailedConnect(text, Kind.TIMEOUT, text),) * items,
    }
    outcome = outcomes.refused(text or "no", account=ACCOUNT.replace(user=text), **seen)
    printed, code = render([outcome])
    assert len(f"{printed}\n".encode()) <= 8_192
    (account,) = json.loads(printed)["accounts"]
    require_types(account, ACCOUNT_FIELDS)
    assert (account["diagnosis"], code) == (outcome.verdict.slug, EXIT_CODES[outcome.verdict.state])
