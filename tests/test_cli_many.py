"""A file of accounts as a process, in each form: what a monitor is handed of a whole run."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from fakes.certificates import Certificates
from fakes.plugin import SECRET, Run, run
from fakes.readers import read_commands, read_local_checks, read_metrics, read_sender
from fakes.scripts import ACCEPT, REJECT, starttls
from fakes.server import Server
from fakes.timing import PATIENT

ACCOUNTS = """\
[defaults]
host = localhost
port = {good}
timeout = {timeout}
ca-file = {ca_file}
password-file = {password_file}
labels = customer=acme

[works]
user = a@example.test
[does not]
port = {bad}
user = b@example.test
used-by = ERP, the copier
labels = customer=beta site=sp
monitor-host = erp1
[odd]
hsot = x
"""


@pytest.fixture
def told(tmp_path: Path, certificates: Certificates, password_file: Path, form: str) -> Run:
    """What a run prints of three accounts: one that works, one that is refused, a faulty one."""
    file = tmp_path / "accounts.ini"
    good = Server(starttls(certificates.server.file, ACCEPT))
    bad = Server(starttls(certificates.server.file, REJECT))
    with good, bad:
        text = ACCOUNTS.format(
            good=good.port,
            bad=bad.port,
            timeout=PATIENT,
            ca_file=certificates.ca_file,
            password_file=password_file,
        )
        file.write_text(text)
        file.chmod(0o600)
        done = run("--accounts", file, "--output", form)
    assert SECRET not in done.output
    return done


@pytest.mark.parametrize("form", ["nagios"])
def test_nagios(told: Run) -> None:
    """The first line has both troubles, the rest who uses the account and what to do."""
    assert told.code == 2
    assert told.first.startswith(
        "SMTP_AUTH CRITICAL - 1 of 3 accounts does not work: does not (user name or password "
        "rejected); 1 could not be checked: odd ("
    )
    assert "Used by: ERP, the copier" in told.lines
    assert told.perfdata["accounts_ok"].value == 1
    assert "works::auth_time" in told.perfdata


@pytest.mark.parametrize("form", ["json"])
def test_json(told: Run) -> None:
    """One object with all accounts, in the order of the file, with what it says of them."""
    assert told.code == told.json["exit_code"] == 2
    found = [(each["name"], each["exit_code"], each["labels"]) for each in told.json["accounts"]]
    beta = {"customer": "beta", "site": "sp"}
    assert found == [
        ("works", 0, {"customer": "acme"}),
        ("does not", 2, beta),
        ("odd", 3, {"customer": "acme"}),
    ]


@pytest.mark.parametrize("form", ["zabbix"])
def test_zabbix(told: Run) -> None:
    """A discovery and the values for each host."""
    sent = read_sender(told.output)
    assert told.code == 0
    assert [(each.host, each.key) for each in sent] == [
        *(("-", "smtp_auth.discovery"), ("erp1", "smtp_auth.discovery")),
        ("-", 'smtp_auth.result["works"]'),
        ("erp1", 'smtp_auth.result["does not"]'),
        ("-", 'smtp_auth.result["odd"]'),
    ]
    assert [json.loads(each.value)["exit_code"] for each in sent[2:]] == [0, 2, 3]
    (row,) = json.loads(sent[1].value)
    assert (row["{#USED_BY}"], row["{#LABEL.SITE}"]) == ("ERP, the copier", "sp")


@pytest.mark.parametrize("form", ["checkmk"])
def test_checkmk(told: Run) -> None:
    """A service for each account, that of another host as its piggyback."""
    assert told.code == 0
    assert [each[:3] for each in read_local_checks(told.output)] == [
        *(("", "SMTP AUTH works", 0), ("", "SMTP AUTH odd", 3), ("erp1", "SMTP AUTH does not", 2)),
    ]


@pytest.mark.parametrize("form", ["prometheus"])
def test_prometheus(told: Run) -> None:
    """The state of each account, with its labels."""
    assert told.code == 0
    states = {
        dict(labels)["account"]: (value, dict(labels)["customer"])
        for (name, labels), value in read_metrics(told.output).items()
        if name == "smtp_auth_state"
    }
    assert states == {"works": (0, "acme"), "does not": (2, "beta"), "odd": (3, "acme")}


@pytest.mark.parametrize("form", ["passive"])
def test_passive(told: Run) -> None:
    """A result for each account, by host and service."""
    assert told.code == 0
    assert [each[1:4] for each in read_commands(told.output)] == [
        ("localhost", "smtp-auth works", 0),
        ("erp1", "smtp-auth does not", 2),
        ("localhost", "smtp-auth odd", 3),
    ]
