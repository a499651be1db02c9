"""--list-accounts: names, hosts, users, without network or secrets."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest
from fakes.plugin import COMMAND, UNPRINTABLE, environment

from check_smtp_auth.accounts_file.entries import entries
from check_smtp_auth.accounts_file.sections import File
from check_smtp_auth.report import listing

TEXT = """\
[defaults]
host = mail.example.test
[finance]
user = finance@example.test
password-command = touch RAN
used-by = ERP, invoices
labels = customer=acme site=sp
monitor-host = erp
[alerts]
port = 465
user = Grün
password-file = nowhere
[bad]
user = b
port = hunter2
[bad|name]
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """An accounts file whose server and secrets are nowhere."""
    path = tmp_path / "accounts.ini"
    path.write_text(TEXT)
    path.chmod(0o644)
    return path


def listed(path: Path | str, *words: str) -> str:
    """What is printed, having seen that it is clean, that it exits 0 and that nothing ran."""
    command = [*COMMAND, "--accounts", str(path), "--list-accounts", *words]
    done = subprocess.run(command, capture_output=True, env=environment(), cwd=Path(path).parent)
    assert (done.returncode, done.stderr) == (0, b"")
    output = done.stdout.decode()
    assert not UNPRINTABLE.search(output)
    assert "hunter2" not in output
    assert not (Path(path).parent / "RAN").exists()
    return output


def test_a_table_for_people(path: Path) -> None:
    """By default it is a table, its columns below each other, with what is wrong at the end."""
    head, *rows = listed(path).splitlines()
    assert head.split() == ["NAME", "HOST", "PORT", "USER", "USED", "BY", "LABELS"]
    assert len(rows) == 4
    for column, cells in {
        "NAME": ["finance", "alerts", "bad", "accounts.ini:16"],
        "HOST": ["mail.example.test"] * 4,
        "PORT": ["587", "465", "587", "587"],
        "USER": ["finance@example.test", "Grün", "b", ""],
        "USED": ["ERP, invoices", "", "", ""],
        "LABELS": ["customer=acme site=sp", "", "", ""],
    }.items():
        place = head.index(column)
        assert [row[place:].split("  ")[0].strip() for row in rows][: len(cells)] == cells
    assert rows[2].endswith(f"error: {path}:15: port: must be a port number, 1 to 65535")


def test_an_object_for_programs(path: Path) -> None:
    """As JSON it is one object; a faulty account has its error, others null."""
    whole = json.loads(listed(path, "--output", "json"))
    assert (whole["plugin"], whole["state"], whole["exit_code"]) == ("check_smtp_auth", "OK", 0)
    assert whole["summary"] == "4 accounts, 2 with an error"
    finance, alerts, bad, nameless = whole["accounts"]
    assert finance == {
        "name": "finance",
        "host": "mail.example.test",
        "port": 587,
        "user": "finance@example.test",
        "used_by": "ERP, invoices",
        "labels": {"customer": "acme", "site": "sp"},
        "monitor_host": "erp",
        "monitor_name": "finance",
        "error": None,
    }
    assert alerts["port"] == 465
    assert alerts["error"] is alerts["monitor_host"] is None
    assert f"{path}:15: port" in bad["error"]
    assert (bad["name"], bad["user"]) == ("bad", "b")
    assert nameless["name"] == "accounts.ini:16"


def test_names_as_results_have_them(tmp_path: Path) -> None:
    """A name with blanks or brackets is told as the results for the monitor have it, beside the one
    that --account takes; so is the host.
    """
    file = tmp_path / "accounts.ini"
    file.write_text("[a  <b>]\nhost = h\nuser = u\npassword-file = p\nmonitor-host = ERP  1\n")
    file.chmod(0o644)
    whole = json.loads(listed(file, "--output", "json"))
    assert whole["summary"] == "1 account, 0 with an error"
    (account,) = whole["accounts"]
    assert (account["name"], account["monitor_name"]) == ("a  <b>", "a (b)")
    assert account["monitor_host"] == "ERP 1"


def test_rows_for_discovery(path: Path) -> None:
    """For Zabbix it is the array of rows that a low-level discovery rule takes."""
    rows = json.loads(listed(path, "--output", "zabbix"))
    assert rows[0] == {
        "{#NAME}": "finance",
        "{#HOST}": "mail.example.test",
        "{#PORT}": "587",
        "{#USER}": "finance@example.test",
        "{#USED_BY}": "ERP, invoices",
        "{#LABEL.CUSTOMER}": "acme",
        "{#LABEL.SITE}": "sp",
    }
    assert [row["{#NAME}"] for row in rows] == ["finance", "alerts", "bad", "accounts.ini:16"]
    assert [bool(row.get("{#ERROR}")) for row in rows] == [False, False, True, True]


def test_some_of_the_accounts_can_be_listed(path: Path) -> None:
    """--account lists only these, and an option shows as it would count."""
    whole = json.loads(listed(path, "--account", "alerts", "-p", "2525", "--output", "json"))
    (alerts,) = whole["accounts"]
    assert (alerts["name"], alerts["port"]) == ("alerts", 2525)


@pytest.mark.parametrize("output", ["nagios", "json", "zabbix"])
def test_a_file_that_cannot_be_read_is_listed_with_its_error(path: Path, output: str) -> None:
    """What is wrong with a file is an entry too, so that the list exits 0 whatever it finds."""
    path.chmod(0o666)
    told = listed(path, "--output", output)
    assert "accounts.ini" in told
    assert "run chmod go-w" in told
    assert "no such file" in listed(path.parent / "none.ini", "--output", output)


def test_nothing_in_a_file_upsets_a_terminal() -> None:
    """Marks that turn text round, and what is very long, do no harm to the table."""
    text = f"[a]\nhost = a.test\nuser = u\npassword-file = p\nused-by = {'x' * 5000}\n"
    text += "[b]\nhost = a.test\nuser = u\npassword-file = p\nlabels = a=|\n"
    made = list(entries([File("f.ini", "/", text)], {}, str))
    table = listing.render(made, "nagios")
    assert "|" not in table
    assert max(map(len, table.splitlines())) < 1500
    assert os.linesep == "\n"
