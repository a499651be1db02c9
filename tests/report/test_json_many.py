"""Many accounts as one object: each whole, in the order of the file, with what a file adds."""

from __future__ import annotations

from typing import Any

import pytest
from fakes import outcomes
from fakes.files import faulty, named, rejected, told, unanswered, undecided, working
from fakes.plugin import require_clean

from check_smtp_auth.accounts import Policy
from check_smtp_auth.observation import Times
from check_smtp_auth.options.names import labels as parsed
from check_smtp_auth.outcome import Outcome
from check_smtp_auth.report.as_json import render

from .test_json import ACCOUNT_FIELDS, FIELDS, require_types

MORE: dict[str, tuple[type, ...]] = {
    "used_by": (str,),
    "labels": (dict,),
    "monitor_host": (str, type(None)),
}


def whole(*found: Outcome) -> dict[str, Any]:
    """The object that is printed, held to what holds for every output."""
    run = told("json", found)
    require_clean(run)
    assert run.code == run.json["exit_code"]
    require_types(run.json, FIELDS)
    return run.json


@pytest.mark.parametrize(
    ("found", "state"),
    [
        ([working("a"), working("b")], "OK"),
        ([undecided("a"), faulty("b"), working("c")], "WARNING"),
        ([faulty("a"), rejected("b"), undecided("c"), working("d")], "CRITICAL"),
        ([working("a"), faulty("b")], "UNKNOWN"),
        ([], "UNKNOWN"),
    ],
)
def test_the_worst_state_is_the_whole_ones(found: list[Outcome], state: str) -> None:
    """State and words of the whole are those of the first line that Nagios gets."""
    object_ = whole(*found)
    assert object_["state"] == state
    first = told("nagios", found).first
    assert first == f"SMTP_AUTH {state} - {object_['summary']}"


def test_each_account_is_as_if_told_alone() -> None:
    """Each account's object is the one that a check of it alone prints, in the file's order."""
    found = [rejected("b"), working("a"), unanswered("c"), faulty("d")]
    run = told("json", found, ended=[2, 0, 3, 1])
    alone = [render([outcome])[0] for outcome in found]
    assert [account["name"] for account in run.json["accounts"]] == ["b", "a", "c", "d"]
    for account, text in zip(run.json["accounts"], alone):
        assert text.endswith(f'"accounts": [{outcome_text(run.output, account["name"])}]}}')
        require_types(account, {**ACCOUNT_FIELDS, **MORE})


def outcome_text(output: str, name: str) -> str:
    """The piece of the output that is an account's object."""
    start = output.index(f'{{"name": "{name}"')
    return output[start : output.index('"monitor_host": null}', start)] + '"monitor_host": null}'


def test_what_a_file_says_of_an_account() -> None:
    """Who uses it, its labels and its host in the monitor are handed on; else the fields are
    empty, and there all the same.
    """
    labels = (("customer", "acme"), ("site", "são paulo"))
    told_of = working("finance", used_by="ERP, copier", labels=labels, monitor_host="erp1")
    object_ = whole(told_of, working("b"))
    first, second = object_["accounts"]
    assert (first["name"], first["user"]) == ("finance", "finance@example.test")
    assert (first["used_by"], first["monitor_host"]) == ("ERP, copier", "erp1")
    assert first["labels"] == {"customer": "acme", "site": "são paulo"}
    assert (second["used_by"], second["labels"], second["monitor_host"]) == ("", {}, None)


def test_all_labels_that_a_file_may_have_are_handed_on() -> None:
    """No label that an accounts file may have is left out."""
    text = " ".join(f"{f'l{n:02}':_<60}={n}" for n in range(16))
    (account,) = whole(working("a", labels=parsed(text)))["accounts"]
    assert account["labels"] == dict(each.split("=") for each in text.split())


def test_waiting_is_always_told() -> None:
    """What a run waited for other checks of ours stands in times, 0 where it did not."""
    waited = outcomes.accepted(times=Times(0.1, 0.1, 0.1, 3.5, wait=2.25), account=named("a"))
    times = [account["times"]["wait"] for account in whole(waited, working("b"))["accounts"]]
    assert times == [2.25, 0]


def test_each_account_is_cut_and_the_whole_is_not() -> None:
    """An account keeps its own bounds, however much a server says; many are not cut."""
    long = outcomes.accepted(
        Policy(),
        named("a", used_by="u" * 3000, labels=tuple((f"l{n}", "v" * 300) for n in range(90))),
        tls=outcomes.tls(names=tuple(f"{n}.example.test" * 9 for n in range(99))),
    )
    assert len(render([long])[0].encode()) < 8_192
    run = told("json", [long] * 50)
    assert len(run.json["accounts"]) == 50
    assert len(run.output) > 100_000
