"""What is wrong here with several accounts alike is one error of the run, by either template."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from fakes.files import faulty, rejected, told, working
from fakes.readers import Sent, read_sender

from check_smtp_auth.outcome import Outcome

from .test_zabbix_template_external import ERROR
from .test_zabbix_template_many import prepared
from .zabbix_many import FOLDER

MISTAKE = '/x "y" z/accounts.ini:3: unknown key hots: a\\b'
# In the words of a path quotes and backslashes are replaced.
TOLD = MISTAKE.replace('"', "'").replace("\\", "/")
COMMANDS = {"check_smtp_auth": 'cat "$HERE/printed"', "zabbix_sender": 'eval "cat \\"\\$$#\\""'}


def errors(found: list[Outcome], directory: Path) -> list[Sent]:
    """What smtp_auth_send sends of the run itself, before the results."""
    for name, does in COMMANDS.items():
        (directory / name).write_text(f"#!/bin/sh\n{does}\n")
        (directory / name).chmod(0o755)
    (directory / "printed").write_text(told("zabbix", found).output, "utf-8")
    environment = {"PATH": f"{directory}:{os.environ['PATH']}", "HERE": str(directory)}
    done = subprocess.run(
        [FOLDER / "smtp_auth_send", "--accounts", "a", "--", "-z", "localhost"],
        env={**environment, "LC_ALL": "C"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    assert done.returncode == 0, done.stdout
    lines = read_sender(done.stdout.decode("utf-8"))
    sent = [each for each in lines if each.key == "smtp_auth.error"]
    assert lines == [*sent, *read_sender(told("zabbix", found).output)]
    return sent


@pytest.mark.parametrize(
    ("found", "shown"),
    [
        ([working("a"), rejected("b"), faulty("c", "no file"), faulty("d", "other")], ""),
        ([faulty(name, MISTAKE) for name in "abc"], f"3 accounts: {TOLD}"),
        (
            [faulty("a", "full", host="2001:db8::1"), working("b"), faulty("\u00fc ber", "full")],
            "2 accounts: full",
        ),
    ],
)
def test_a_fault_that_several_accounts_share(
    found: list[Outcome], shown: str, tmp_path: Path
) -> None:
    """One that is a single account's is that account's; of others one error is told."""
    assert errors(found, tmp_path) == [Sent("-", "smtp_auth.error", shown)] * bool(shown)
    assert prepared(ERROR, told("json", found).output, tmp_path) == shown


def test_each_host_has_its_own(tmp_path: Path) -> None:
    """Accounts of another host in Zabbix have their error there, and there alone."""
    there = [faulty(name, MISTAKE, monitor_host="acme \u00fc") for name in "ab"]
    sent = errors([*there, working("c"), faulty("d", MISTAKE)], tmp_path)
    assert sent == [Sent("acme \u00fc", "smtp_auth.error", f"2 accounts: {TOLD}")]
