"""Misspelt words: which are set right, and which are left alone."""

from __future__ import annotations

import pytest

from check_smtp_auth.diagnosis.misspellings import corrected
from check_smtp_auth.diagnosis.refusals import classify
from check_smtp_auth.smtp.reply import Reply


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("your acount is suspeded", "your account is suspended"),  # a letter too few
        ("the passwword has expired", "the password has expired"),  # one too many
        ("the recepient was rejected", "the recipient was rejected"),  # a wrong one
        ("the databsae is not available", "the database is not available"),  # two exchanged
        ("the directories of workers failed", "the directories of worker failed"),
        ("user looked at", "user looked at"),  # a word of its own
        ("user accound is locked", "user accound is locked"),  # at the end: another form
        ("user bckup is locked", "user bckup is locked"),  # too short
    ],
)
def test_a_letter_is_set_right(written: str, meant: str) -> None:
    """What is one letter away from a word of the vocabulary is read as that word."""
    assert corrected(written.split()) == meant.split()


@pytest.mark.parametrize(
    "text",
    [
        "cuenta del cliente bloqueeda",
        "le comppte est fermé",
        "konto gespert",
        "ваш пароль неверен",
    ],
)
def test_another_language_is_left_alone(text: str) -> None:
    """Words of other languages are no misspelt English."""
    assert corrected(text.split()) == text.split()


@pytest.mark.parametrize(
    ("text", "diagnosis"),
    [
        ("your acount is suspened", "account-locked"),
        ("subscripton expired", "account-disabled"),
        ("conection to databse failed", "temporary-failure"),
        ("quota exeeded", "rate-limited"),
        ("your conection is not encrypted, login refused", "encryption-required"),
    ],
)
def test_a_misspelt_reply_means_what_it_says(text: str, diagnosis: str) -> None:
    """A server whose author could not spell gets the diagnosis of one that can."""
    assert classify("auth", Reply(535, (text,))) == diagnosis


@pytest.mark.parametrize(
    "words",
    [
        ["user", "is", "a" * 4_000],
        ["user", "is"] * 500 + [f"unkn{chr(97 + at)}wnn" for at in range(26)],
    ],
)
def test_what_is_too_long_is_left_alone(words: list[str]) -> None:
    """No reply, however long, keeps the plugin at spelling."""
    assert corrected(words) == words


def test_a_text_that_a_row_knows_is_read_as_it_stands() -> None:
    """No word is set right in a text that is understood without."""
    assert classify("auth", Reply(535, ("wrong password for usre",))) == "credentials-rejected"
    assert classify("auth", Reply(535, ("account locked by lokced",))) == "account-locked"
