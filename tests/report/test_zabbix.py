"""Lines for zabbix_sender: what Zabbix finds accounts by, and what became of each."""

from __future__ import annotations

import json

from fakes import outcomes
from fakes.files import faulty, rejected, told, unanswered, working
from fakes.readers import Sent, read_sender

from check_smtp_auth.outcome import Outcome
from check_smtp_auth.report.zabbix import render


def sent(*found: Outcome) -> list[Sent]:
    """What is sent of these accounts."""
    run = told("zabbix", found)
    assert (run.code, run.errors) == (0, "")
    return read_sender(run.output)


def test_the_discovery_comes_first() -> None:
    """The first line has a row for each account, in the order of the file, with its labels."""
    labels = (("customer", "acme"), ("site", "s\u00e3o paulo"))
    found = [rejected("fin ance", used_by="ERP, copier", labels=labels), working("b")]
    discovery, *results = sent(*found)
    assert told("zabbix", found).output.startswith('- smtp_auth.discovery "[{')
    assert (discovery.host, discovery.key) == ("-", "smtp_auth.discovery")
    assert json.loads(discovery.value) == [
        {
            "{#NAME}": "fin ance",
            "{#HOST}": "mail.example.test",
            "{#PORT}": "587",
            "{#USER}": "fin ance@example.test",
            "{#USED_BY}": "ERP, copier",
            "{#LABEL.CUSTOMER}": "acme",
            "{#LABEL.SITE}": "s\u00e3o paulo",
        },
        {
            "{#NAME}": "b",
            "{#HOST}": "mail.example.test",
            "{#PORT}": "587",
            "{#USER}": "b@example.test",
            "{#USED_BY}": "",
        },
    ]
    assert [each.key for each in results] == [
        'smtp_auth.result["fin ance"]',
        'smtp_auth.result["b"]',
    ]


def test_a_label_becomes_no_more_than_a_tag_can_be() -> None:
    """A long label is cut: for a tag of more than 255 characters Zabbix makes no item at all."""
    (row,) = json.loads(sent(working("a", labels=(("site", "v" * 400),)))[0].value)
    assert row["{#LABEL.SITE}"] == f"{'v' * 251} ..."


def test_a_result_is_the_accounts_object() -> None:
    """An account's value is the object that --output json has for it; exit code 0 all the same."""
    found = [rejected("a"), unanswered("b"), faulty("c"), working("d")]
    objects = told("json", found).json["accounts"]
    assert [json.loads(each.value) for each in sent(*found)[1:]] == objects
    assert [each["exit_code"] for each in objects] == [2, 2, 3, 0]


def test_each_monitor_host_has_its_discovery() -> None:
    """Accounts of another host in Zabbix are found by that host, and their values go there."""
    found = [
        *(working("a"), working("b", monitor_host="erp 1"), working("c", monitor_host="web")),
        *(rejected("d", monitor_host="erp 1"), working("e")),
    ]
    lines = sent(*found)
    rows = {each.host: json.loads(each.value) for each in lines[:3]}
    assert {host: [row["{#NAME}"] for row in rows[host]] for host in rows} == {
        "-": ["a", "e"],
        "erp 1": ["b", "d"],
        "web": ["c"],
    }
    assert [(each.host, each.key[18:-2]) for each in lines[3:]] == [
        *(("-", "a"), ("erp 1", "b"), ("web", "c"), ("erp 1", "d"), ("-", "e")),
    ]


def test_one_account_by_options() -> None:
    """A check by options is found by its user, whatever characters that has."""
    odd = outcomes.accepted(account=outcomes.ACCOUNT.replace(user="CORP\\o\"neil[1];x=y|z's"))
    text, code = render([odd])
    discovery, result = read_sender(f"{text}\n")
    (row,) = json.loads(discovery.value)
    assert (code, row["{#NAME}"]) == (0, "CORP/o_neil_1__x_y/z_s")
    assert result.key == f'smtp_auth.result["{row["{#NAME}"]}"]'
    assert json.loads(result.value)["diagnosis"] == "authenticated"


def test_no_account_is_an_empty_discovery() -> None:
    """Where there is no account Zabbix is told so."""
    assert told("zabbix", []).output in ("", '- smtp_auth.discovery "[]"\n')
