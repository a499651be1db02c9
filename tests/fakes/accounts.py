"""Accounts files as text, read without a disk."""

from __future__ import annotations

from typing import Any

from check_smtp_auth.accounts import Account, Entry
from check_smtp_auth.accounts_file import entries as reader
from check_smtp_auth.accounts_file.sections import File

FOLDER = "/etc/smtp"
# What an account cannot do without, for those whose test is about something else.
ENOUGH = "host = mail.example.test\nuser = finance\npassword-file = /secret\n"


def file(text: str, name: str = "accounts.ini") -> File:
    """A file of that text."""
    return File(f"{FOLDER}/{name}", FOLDER, text)


def read(*texts: str, **stronger: Any) -> list[Entry]:
    """The entries of files of these texts; of several the first is a.ini, the second b.ini."""
    names = ["accounts.ini"] if len(texts) == 1 else [f"{letter}.ini" for letter in "abcdef"]
    files = [file(text, name) for text, name in zip(texts, names)]
    return list(reader.entries(files, stronger, str))


def entry(text: str, **stronger: Any) -> Entry:
    """The one entry of a file, wherever it stands there."""
    (found,) = read(text, **stronger)
    return found.replace(account=found.account.replace(stands=""))


def account(lines: str, **stronger: Any) -> Account:
    """The account of these lines, which lack nothing."""
    found = entry(f"[finance]\n{lines}", **stronger)
    assert found.problem == ""
    return found.account


def problem(lines: str, **stronger: Any) -> str:
    """What is wrong with the account of these lines."""
    found = entry(f"[finance]\n{lines}", **stronger)
    assert found.problem
    return found.problem
