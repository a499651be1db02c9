"""What the words of a clause mean together."""

from __future__ import annotations

import pytest

from check_smtp_auth.diagnosis.clauses import Clause, read_clauses
from check_smtp_auth.diagnosis.reading import read


def clauses(text: str) -> list[Clause]:
    """The clauses of a text."""
    return list(read_clauses(read(text)))


def says(text: str, pattern: str) -> bool:
    """Tell whether a clause of a text has a pattern."""
    return any(clause.says(pattern.split()) for clause in clauses(text))


@pytest.mark.parametrize(
    "text",
    [
        "authentication failed. account locked?",
        "authentication failed. perhaps the account is locked",
        "authentication failed, or the account is locked",
        "authentication failed. possible reasons: account locked",
        "authentication failed. accounts that are locked can be freed",
        "login failed. should your account be locked, call us",
        "the lock on your account was lifted",
    ],
)
def test_what_is_only_supposed_is_not_said(text: str) -> None:
    """What a server asks, supposes or says of accounts in general is not told of this one."""
    assert not says(text, "ACCOUNT LOCKED")


@pytest.mark.parametrize(
    "text",
    [
        "account locked?",
        "perhaps the account is locked",
        "accounts that are locked cannot log in",
        "authentication failed: accounts that are locked cannot log in",
    ],
)
def test_what_is_supposed_counts_where_nothing_else_is_said(text: str) -> None:
    """A supposition that is all there is, or stands behind a colon, is the reason."""
    assert says(text, "ACCOUNT LOCKED")


@pytest.mark.parametrize(
    "text",
    [
        "wrong password. two factors enabled? create an app password",
        "wrong password. if you use two factors, create an app password",
        "wrong password; when two factors are on, create an app password",
    ],
)
def test_advice_under_a_condition_is_a_hint(text: str) -> None:
    """What helps only in some cases is no demand."""
    assert not says(text, "APPPASSWORD")


def test_a_method_that_will_be_ended_is_still_there() -> None:
    """What is announced has not happened."""
    assert not says("basic authentication will be disabled in june", "BASICAUTH")
    assert says("basic authentication was disabled in june", "BASICAUTH")


@pytest.mark.parametrize(
    ("text", "pattern"),
    [
        ("your account is locked", "ACCOUNT LOCKED"),
        ("locked account", "ACCOUNT LOCKED"),
        ("the mailbox is not allowed", "ACCOUNT FORBIDDEN"),
        ("user not permitted", "ACCOUNT FORBIDDEN"),
        ("service is not yet enabled", "SERVICE DISABLED"),
        ("it does not exist, user", "UNKNOWN"),
        ("not without tls", "-TLS"),
        ("no such user", "ACCOUNT UNKNOWN"),
        ("sender address blocked", "SENDER LOCKED"),
        ("ip address blocked", "IPADDR|CLIENT LOCKED"),
        ("one time use", "one time use"),
        ("license missing", "-ACCOUNT"),
        ("the password is missing", "-PASSWORD"),
        ("tls absent", "-TLS"),
        ("send permission missing", "FORBIDDEN"),
        ("missing password", "-PASSWORD"),
        ("das kennwort stimmt nicht", "PASSWORD INVALID"),
        ("absender gehört nicht zu diesem konto", "SENDER -OWNED"),
        ("het wachtwoord klopt niet", "PASSWORD INVALID"),
        ("servern svarar inte", "SERVER UNAVAILABLE"),
        ("das kennwort ist nicht gültig", "PASSWORD INVALID"),
        ("mail from your network refused", "CLIENT DENIED"),
        ("mail from: refused", "SENDER"),
    ],
)
def test_meanings_in_one_clause(text: str, pattern: str) -> None:
    """Meanings are found in any order, and "not" makes its opposite of one."""
    assert says(text, pattern)


@pytest.mark.parametrize(
    ("text", "pattern"),
    [
        ("your account. It is locked", "ACCOUNT LOCKED"),
        ("account: locked", "ACCOUNT LOCKED"),
        ("the account is not locked", "ACCOUNT LOCKED"),
        ("the account will be locked", "ACCOUNT LOCKED"),
        ("if the account is locked", "ACCOUNT LOCKED"),
        ("not because the user is allowed", "FORBIDDEN"),
        ("not valid, allowed", "FORBIDDEN"),
        ("sender address blocked", "IPADDR|CLIENT LOCKED"),
        (
            "account one two three four five six seven eight nine ten eleven locked",
            "ACCOUNT LOCKED",
        ),
        ("the user", "ACCOUNT ACCOUNT"),
        ("mail from your network refused", "SENDER DENIED"),
        ("mail from 192.0.2.10 refused", "SENDER DENIED"),
        ("mail from a dynamic ip refused", "SENDER DENIED"),
        ("license missing for this user", "-ACCOUNT -ACCOUNT"),
        ("das kennwort stimmt, es gilt nicht", "PASSWORD INVALID"),
        ("the password of the user was one that is missing", "-ACCOUNT"),
    ],
)
def test_what_does_not_belong_together(text: str, pattern: str) -> None:
    """Clauses part, distance parts; what is denied, threatened or conditional is not said."""
    assert not says(text, pattern)


def test_what_ends_in_not_tells_of_the_last_noun_alone() -> None:
    """What is fine before a "but" is in no trouble."""
    text = "your ip is fine, but the password isn't"
    assert says(text, "PASSWORD INVALID")
    assert not says(text, "IPADDR INVALID")


def test_a_condition_ends_at_the_comma() -> None:
    """After "if ..., " the server says again what is so."""
    assert says("if you see this, the account is locked", "ACCOUNT LOCKED")


@pytest.mark.parametrize(
    "text",
    [
        "after 10 wrong attempts the account is locked",
        "after five failures your account gets blocked",
        "accounts are suspended after repeated failures",
        "too many failures will lock the account",
        "repeated attempts may block the account",
        "the account locks after 3 more attempts",
    ],
)
def test_a_warning_tells_of_no_trouble(text: str) -> None:
    """What happens to anybody in general has not happened to this account."""
    assert not says(text, "ACCOUNT LOCKED")
    assert not says(text, "TOOMANY")


@pytest.mark.parametrize(
    "text",
    [
        "account locked after 5 failed attempts",
        "after 5 failures your account has been locked",
        "your account is locked after too many tries",
    ],
)
def test_what_has_happened_is_no_warning(text: str) -> None:
    """A lock that is told is a lock, whatever led to it."""
    assert says(text, "ACCOUNT LOCKED")


def test_advice_under_a_condition_is_not_asked_for() -> None:
    """After "if you ...," an application password is advice for some, and not the reason."""
    assert not says("if two steps are on, use an app password", "APPPASSWORD")
    assert says("two steps are on, use an app password", "APPPASSWORD")


def test_a_comma_keeps_further_apart() -> None:
    """What a comma parts must stand closer to belong together."""
    between = "one two three four five six seven"
    assert says(f"account {between} locked", "ACCOUNT LOCKED")
    assert not says(f"account, {between} locked", "ACCOUNT LOCKED")


def test_the_words_are_told() -> None:
    """A pattern that is found names the words it was found by."""
    (clause,) = clauses("sorry the sending domain was blacklisted here")
    assert clause.words_at(clause.says(["SENDER", "LISTED"])) == "sending domain ... blacklisted"
