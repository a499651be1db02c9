"""The output as JSON: every field of the contract, and its type."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import pytest
from fakes import outcomes
from fakes.plugin import Run, require_clean

from check_smtp_auth import __version__
from check_smtp_auth.accounts import Policy
from check_smtp_auth.diagnosis.catalogue import ENTRIES
from check_smtp_auth.observation import Exchange, Kind, Stage, Times, TLSFacts
from check_smtp_auth.outcome import Outcome
from check_smtp_auth.report.as_json import render
from check_smtp_auth.smtp.reply import Reply

NONE = type(None)
STAGES = [
    "dns",
    "connect",
    "greeting",
    "ehlo",
    "starttls",
    "tls",
    "token",
    "auth",
    "mail",
    "rcpt",
    "quit",
]
FIELDS: dict[str, tuple[type, ...]] = {
    "plugin": (str,),
    "version": (str,),
    "state": (str,),
    "exit_code": (int,),
    "summary": (str,),
    "accounts": (list,),
}
ACCOUNT_FIELDS: dict[str, tuple[type, ...]] = {
    "name": (str,),
    "host": (str,),
    "port": (int,),
    "user": (str,),
    "state": (str,),
    "exit_code": (int,),
    "diagnosis": (str,),
    "summary": (str,),
    "advice": (str,),
    "reply": (dict, NONE),
    "stage": (str, NONE),
    "tls": (dict,),
    "mechanism": (str, NONE),
    "mechanisms_offered": (list,),
    "mechanisms_skipped": (dict,),
    "address": (str, NONE),
    "times": (dict,),
    "held_until": (str, NONE),
    "last_success": (str, NONE),
    "since": (str, NONE),
    "held_diagnosis": (str, NONE),
    "secret_days": (int, NONE),
    "also": (list,),
    "notices": (list,),
}
REPLY: dict[str, tuple[type, ...]] = {"code": (int,), "enhanced": (str, NONE), "text": (str,)}
TLS: dict[str, tuple[type, ...]] = {
    "mode": (str,),
    "version": (str, NONE),
    "cipher": (str, NONE),
    "verified": (bool,),
    "certificate": (dict, NONE),
    "first_to_end": (dict, NONE),
}
FIRST_TO_END: dict[str, tuple[type, ...]] = dict.fromkeys(
    ("role", "subject", "not_after", "sha256"), (str,)
)
CERTIFICATE: dict[str, tuple[type, ...]] = {
    "subject": (str,),
    "issuer": (str,),
    "not_after": (str,),
    "days": (int,),
    "sha256": (str,),
    "names": (list,),
}
TIMES: dict[str, tuple[type, ...]] = dict.fromkeys(
    ("connect", "tls", "auth", "total", "token"), (float, int, NONE)
)

OUTCOMES = {
    "accepted": outcomes.accepted(),
    "refused": outcomes.refused(),
    "not tried": outcomes.not_tried(),
    "no connection": outcomes.unreachable(),
    "no answer": outcomes.failed(Stage.DNS, Kind.TIMEOUT),
    "without TLS": outcomes.accepted(tls=None),
    "a wrong certificate": outcomes.failed(
        Stage.TLS,
        Kind.CERTIFICATE,
        "certificate has expired",
        tls=TLSFacts(None, None, False, outcomes.certificate(-2.5)),
    ),
}


def whole(*outcomes_: Outcome) -> dict[str, Any]:
    """The object that is printed, held to what holds for every output."""
    text, code = render(list(outcomes_))
    require_clean(Run(code, f"{text}\n", "", 0))

    def refuse(constant: str) -> None:
        raise AssertionError(f"{constant} is not JSON")

    found: dict[str, Any] = json.loads(text, parse_constant=refuse)
    return found


def only(outcome: Outcome) -> dict[str, Any]:
    """The one account of the object."""
    (account,) = whole(outcome)["accounts"]
    found: dict[str, Any] = account
    return found


def require_types(found: dict[str, Any], fields: dict[str, tuple[type, ...]]) -> None:
    """Fail unless the object has these fields, of these types."""
    assert set(fields) <= set(found)
    for name, types in fields.items():
        assert type(found[name]) in types, name


@pytest.mark.parametrize("case", list(OUTCOMES))
def test_every_field_of_the_contract_is_there(case: str) -> None:
    """Whatever the outcome, all fields stand there with the types that programs rely on."""
    account = only(OUTCOMES[case])
    require_types(whole(OUTCOMES[case]), FIELDS)
    require_types(account, ACCOUNT_FIELDS)
    require_types(account["tls"], TLS)
    require_types(account["times"], TIMES)
    if account["reply"] is not None:
        require_types(account["reply"], REPLY)
    if account["tls"]["certificate"] is not None:
        require_types(account["tls"]["certificate"], CERTIFICATE)
        require_types(account["tls"]["first_to_end"], FIRST_TO_END)
    assert account["diagnosis"] in ENTRIES
    assert account["stage"] in {*STAGES, None}


def test_an_accepted_login_to_the_letter() -> None:
    """The object of an accepted login, field by field."""
    account = only(outcomes.accepted())
    assert account["reply"] == {
        "code": 235,
        "enhanced": "2.7.0",
        "text": "Authentication successful",
    }
    assert account["tls"] == {
        "mode": "starttls",
        "version": "TLSv1.3",
        "cipher": "TLS_AES_256_GCM_SHA384",
        "verified": True,
        "certificate": {
            "subject": "CN=mail.example.test",
            "issuer": "CN=Example CA, O=Example",
            "not_after": "2027-03-17T20:00:00Z",
            "days": 61,
            "sha256": hashlib.sha256(b"certificate").hexdigest(),
            "names": ["mail.example.test", "192.0.2.25"],
        },
        "first_to_end": {
            "role": "server",
            "subject": "CN=mail.example.test",
            "not_after": "2027-03-17T20:00:00Z",
            "sha256": hashlib.sha256(b"certificate").hexdigest(),
        },
    }
    assert account["times"] == {
        "connect": 0.012,
        "tls": 0.031,
        "auth": 0.104,
        "total": 0.211,
        "token": None,
        "wait": 0.0,
    }
    assert account["mechanisms_offered"] == ["PLAIN", "LOGIN"]
    assert account["mechanisms_skipped"] == {"LOGIN": "PLAIN is preferred"}
    assert (account["mechanism"], account["address"]) == ("PLAIN", "192.0.2.25")
    assert (account["stage"], account["diagnosis"]) == ("quit", "authenticated")
    assert account["name"] == account["user"] == "finance@example.test"
    assert (account["also"], account["notices"]) == ([], [])


NO_TLS = {"version": None, "cipher": None, "verified": False, "certificate": None}


@pytest.mark.parametrize(
    ("case", "stage", "tries"),
    [
        ("not tried", None, []),
        (
            "no connection",
            "connect",
            ["2001:db8::25: connection refused", "192.0.2.25: connection refused"],
        ),
        ("without TLS", "quit", []),
    ],
)
def test_nothing_is_claimed_that_was_not_seen(
    case: str, stage: str | None, tries: list[str]
) -> None:
    """What was not reached is null or empty, and no certificate is called verified."""
    account = only(OUTCOMES[case])
    assert account["tls"] == {"mode": "starttls", **NO_TLS, "first_to_end": None}
    assert (account["stage"], account["tries"]) == (stage, tries)
    for name in ("held_until", "last_success", "since", "held_diagnosis", "monitor_host"):
        assert account[name] is None


def test_an_account_without_a_user() -> None:
    """Who logs in with a certificate or a ticket may have no user: it is empty, and not null."""
    account = only(outcomes.accepted(account=outcomes.ACCOUNT.replace(user=None)))
    assert (account["name"], account["user"]) == ("", "")


def test_a_held_login_has_its_times_and_its_last_diagnosis() -> None:
    """Until when it is held, and what it was when it was last tried."""
    account = only(outcomes.held("credentials-rejected", "CRITICAL"))
    assert (account["diagnosis"], account["held_diagnosis"]) == ("held", "credentials-rejected")
    assert (account["exit_code"], account["held_until"]) == (2, "2027-01-15T09:00:00Z")
    assert account["reply"] is None


def test_the_object_names_the_plugin() -> None:
    """The whole says which plugin and version made it, and repeats the worst account's words."""
    found = whole(outcomes.refused())
    assert (found["plugin"], found["version"]) == ("check_smtp_auth", __version__)
    assert (found["state"], found["exit_code"]) == ("CRITICAL", 2)
    assert found["summary"] == found["accounts"][0]["summary"]


def test_a_refusal_has_its_reply() -> None:
    """The server's reply comes in its parts, the enhanced status code apart."""
    account = only(outcomes.refused("5.7.8 One,", "5.7.8 two"))
    assert account["reply"] == {"code": 535, "enhanced": "5.7.8", "text": "One, two"}
    assert account["stage"] == "auth"
    assert only(outcomes.refused("No"))["reply"]["enhanced"] is None


def test_the_reply_of_an_accepted_login_is_the_last() -> None:
    """Where a login took several replies, the one that accepted it is told."""
    said = ((334, "VXNlcm5hbWU6"), (334, "UGFzc3dvcmQ6"), (235, "2.7.0 Welcome"))
    replies = [Reply(code, (line,)) for code, line in said]
    farewell = Exchange(Stage.QUIT, "QUIT", Reply(221, ("2.0.0 Bye",)), 0.01)
    login = [Exchange(Stage.AUTH, "***", reply, 0.05) for reply in replies]
    account = only(outcomes.accepted(mechanism="LOGIN", exchanges=(*login, farewell)))
    assert account["reply"] == {"code": 235, "enhanced": "2.7.0", "text": "Welcome"}


def test_several_findings_stand_in_also() -> None:
    """The worst of several findings is the diagnosis; the slugs of the rest stand in also."""
    policy = Policy(total=outcomes.thresholds("0.1"))
    account = only(outcomes.accepted(policy, tls=outcomes.tls(1.5)))
    assert (account["diagnosis"], account["also"]) == ("certificate-expiring", ["slow"])
    assert account["exit_code"] == 2


def test_the_worst_account_counts() -> None:
    """Of several accounts the worst gives the state: a refused one hides behind no UNKNOWN."""
    unknown, ok, critical = outcomes.not_tried(), outcomes.accepted(), outcomes.refused()
    warning = outcomes.refused("4.7.0 Later", code=454)
    assert whole(ok, unknown)["state"] == "UNKNOWN"
    assert whole(unknown, warning, ok)["state"] == "WARNING"
    assert whole(ok, critical, unknown, warning)["state"] == "CRITICAL"
    assert len(whole(ok, critical, unknown, warning)["accounts"]) == 4


def test_text_is_not_escaped_away() -> None:
    """Text that is not ASCII comes as UTF-8, readable in a monitor's own display."""
    text, _ = render([outcomes.refused("5.7.8 Anmeldung zurückgewiesen")])
    assert "zurückgewiesen" in text


def test_times_are_rounded_to_microseconds() -> None:
    """Times have at most six decimals."""
    account = only(outcomes.accepted(times=Times(1 / 3, 2 / 3, 1e-7, 10 / 3)))
    assert account["times"]["connect"] == 0.333333
    assert account["times"]["tls"] == 0.666667
    assert account["times"]["auth"] == 0
    assert account["times"]["total"] == 3.333333
