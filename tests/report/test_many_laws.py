"""Whatever others say, no form for many breaks; and ten thousand accounts need little memory."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from fakes import outcomes
from fakes.files import faulty, rejected, told, unanswered, undecided, working
from fakes.outcomes import ACCOUNT
from fakes.plugin import Run, environment, require_clean
from fakes.readers import read_commands, read_local_checks, read_metrics, read_sender
from hypothesis import given
from hypothesis import strategies as st
from properties import PROPERTY

from check_smtp_auth.observation import Kind, Stage, TLSFacts
from check_smtp_auth.outcome import Outcome
from check_smtp_auth.outputs import OUTPUTS
from check_smtp_auth.report.many import BLOCK, arguments_of, in_blocks
from check_smtp_auth.smtp.capabilities import Capabilities

States = list[int]


def read_nagios(run: Run) -> States:
    """Only the number of accounts in each state is told of all."""
    require_clean(run)
    assert len(run.output.encode()) <= 8_192
    counts = {name: run.perfdata[f"accounts_{name}"].value for name in STATES}
    return [code for code, name in enumerate(STATES) for _ in range(int(counts[name]))]


def read_json(run: Run) -> States:
    """The states of the accounts in the object."""
    require_clean(run)
    return [account["exit_code"] for account in run.json["accounts"]]


def read_zabbix(run: Run) -> States:
    """The states of the accounts' values; the rows of all discoveries are as many."""
    lines = read_sender(run.output)
    rows = [json.loads(each.value) for each in lines if each.key == "smtp_auth.discovery"]
    results = [each for each in lines if each.key != "smtp_auth.discovery"]
    keys = [f'smtp_auth.result["{row["{#NAME}"]}"]' for found in rows for row in found]
    assert sorted(keys) == sorted(each.key for each in results)
    return [json.loads(each.value)["exit_code"] for each in results]


STATES = ("ok", "warning", "critical", "unknown")
READERS = {
    "nagios": read_nagios,
    "json": read_json,
    "zabbix": read_zabbix,
    "checkmk": lambda run: [each.state for each in read_local_checks(run.output)],
    "prometheus": lambda run: [
        int(value)
        for (name, _), value in read_metrics(run.output).items()
        if name == "smtp_auth_state"
    ],
    "passive": lambda run: [each.code for each in read_commands(run.output)],
}


def test_each_form_has_its_reader() -> None:
    """No form is left out of what follows."""
    assert READERS.keys() == OUTPUTS.keys()


@pytest.mark.parametrize("form", list(OUTPUTS))
def test_each_form_tells_every_account(form: str) -> None:
    """As many results as accounts, in the order of the file, whatever order they ended in."""
    found = [rejected("a"), working("b"), faulty("c"), undecided("d"), unanswered("e")]
    states = READERS[form](told(form, found, ended=[3, 1, 4, 0, 2]))
    expected = [2, 0, 3, 1, 2]
    assert states == (sorted(expected) if form == "nagios" else expected)


@pytest.mark.parametrize("form", list(OUTPUTS))
def test_the_exit_code_is_the_collectors_affair(form: str) -> None:
    """The worst state where a person or a monitor reads the exit code, 0 for collectors."""
    code = told(form, [working("a"), rejected("b")]).code
    assert code == (0 if OUTPUTS[form].collector else 2)


@pytest.mark.parametrize("number", [0, 1, 65, 66, 500])
def test_what_is_printed_in_blocks_is_whole(number: int) -> None:
    """Whatever is to be printed is printed once, in blocks of some size."""
    pieces = [bytes([place % 256]) * 1_000 for place in range(number)]
    blocks = list(in_blocks(pieces))
    assert b"".join(blocks) == b"".join(pieces)
    assert all(BLOCK <= len(block) < BLOCK + 1_000 for block in blocks[:-1])
    assert all(blocks)


def test_a_command_names_an_account_of_a_file_alone() -> None:
    """The command that tries one account again has its name, if it comes from a file."""
    assert arguments_of(ACCOUNT.replace(name="x"), ("--accounts", "f")) == [
        *("--accounts", "f", "--account", "x")
    ]
    assert arguments_of(ACCOUNT, ("-H", "mail.example.test")) == ["-H", "mail.example.test"]
    assert arguments_of(ACCOUNT.replace(name="x"), ()) == []


def outcome_of(text: str, kind: int) -> Outcome:
    """An outcome in which all that others have a say in is this text."""
    labels = (("customer", text), ("site", text))
    account = ACCOUNT.replace(
        name="", user=text, host=text, used_by=text, labels=labels, monitor_host=text
    )
    seen: dict[str, Any] = {
        "account": account,
        "tls": TLSFacts(text, text, True, outcomes.certificate(subject=text, issuer=text)),
        "capabilities": Capabilities(text, {"AUTH": text}),
        "mechanism": text,
        "address": text,
    }
    makers = (
        lambda: outcomes.accepted(**seen),
        lambda: outcomes.refused(text or "no", **seen),
        lambda: outcomes.failed(Stage.TLS, Kind.HANDSHAKE, text, **seen),
        lambda: outcomes.not_tried(text, account),
    )
    return makers[kind]()


@PROPERTY
@given(
    st.lists(
        st.tuples(
            st.one_of(
                st.text(max_size=30),
                st.text("\\\"'|;=[]<>\n\r\t -#${}`\u2028\x00\x85", max_size=12),
            ),
            st.integers(0, 3),
        ),
        max_size=4,
    ),
    st.integers(0, 2),
)
def test_no_words_of_others_break_a_form(texts: list[tuple[str, int]], verbosity: int) -> None:
    """Whatever servers, files and options say, each form is what its reader takes: one result
    for each account, with its state.
    """
    # Two accounts of one name are one series; a file has no such, and options have one account.
    found = [outcome_of(f"{number}{text}", kind) for number, (text, kind) in enumerate(texts)]
    expected = [("OK", "WARNING", "CRITICAL", "UNKNOWN").index(o.verdict.state) for o in found]
    for form, read in READERS.items():
        run = told(form, found, verbosity)
        if not found and form not in ("nagios", "json"):
            continue
        assert read(run) == (sorted(expected) if form == "nagios" else expected), form


PROGRAM = """
import resource, sys
sys.path.insert(0, sys.argv[1])
from fakes import outcomes
from fakes.outcomes import ACCOUNT
from check_smtp_auth.outputs import OUTPUTS
form, number = sys.argv[2], int(sys.argv[3])
report = __import__("check_smtp_auth.report." + OUTPUTS[form].module, fromlist=["x"])
good, bad = outcomes.accepted(), outcomes.refused("5.7.8 " + "nicht erlaubt \\u4e2d " * 20)

def outcome(place):
    account = ACCOUNT.replace(
        name=f"account-{place}", user=f"user-{place}@example.test", used_by=f"copier {place}",
        labels=(("customer", f"customer-{place}"),), host=f"mail{place % 200}.example.test",
    )
    return (good if place % 2 else bad).replace(account=account, place=place)

peak = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
[report.render([outcome(1)], 1)]
before = peak()
told, code = report.render_many(map(outcome, reversed(range(number))), lambda: 1.0, 0)
size = len(told.encode()) if isinstance(told, str) else sum(map(len, told))
print(peak() - before, size, code)
"""


@pytest.mark.parametrize("form", list(OUTPUTS))
def test_ten_thousand_accounts_need_little_memory(form: str) -> None:
    """What is kept of ten thousand accounts, half of them bad, takes less than 30 MiB."""
    tests = str(Path(__file__).parents[1])
    env = {name: text for name, text in environment().items() if not name.startswith("COV")}
    command = [sys.executable, "-c", PROGRAM, tests, form, "10000"]
    done = subprocess.run(command, capture_output=True, env=env, cwd=tests, check=False)
    assert done.returncode == 0, done.stderr
    kibibytes, size, _ = map(int, done.stdout.split())
    assert kibibytes < 30 * 1024
    assert size < 8_192 if form == "nagios" else size > 2_000_000
