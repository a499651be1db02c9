"""Proxmox's notification targets, by the rules of its own source: there is no package to ask."""

from __future__ import annotations

import pytest
from fakes.memory import facts, logins
from hypothesis import given
from hypothesis import strategies as st
from properties import PROPERTY

from check_smtp_auth.accounts import Misconfigured
from check_smtp_auth.configs.reading import Found

PATH = "/etc/pve/notifications.cfg"
PRIVATE = "/etc/pve/priv/notifications.cfg"
# As the web interface writes it.
TARGETS = (
    "matcher: default-matcher\n\ttarget office\n\tmode all\n\nsendmail: mail-to-root\n"
    "\tmailto-user root@pam\n\nsmtp: office\n\tcomment all: our mail\n"
    "\tfrom-address a@example.com\n\tmailto-user root@pam\n\tmode starttls\n"
    "\tserver mail.example.com\n\tusername pve@example.com\n"
    "\nsmtp: other\n\tfrom-address b@example.com\n\tserver 192.0.2.1\n\tport 2465\n\tusername b\n"
)
SECRETS = (
    "smtp: office\n\tpassword p #w: 'x'\n\ngotify: g\n\ttoken t\n\nsmtp: other\n\tpassword q\n"
)


def read(text: str = TARGETS, secrets: str | None = SECRETS, listing: bool = False) -> list[Found]:
    """What is read of both files."""
    files = {PATH: text, **({} if secrets is None else {PRIVATE: secrets})}
    return logins("proxmox", PATH, files, printed=None if listing else str)


def test_each_target_is_a_login() -> None:
    """With server, mode, user and sender of one file, and the password of the other."""
    office, other = read()
    assert (office.name, other.name) == ("office", "other")
    login = ("mail.example.com", 587, "starttls", "pve@example.com", "p #w: 'x'")
    assert (facts(office), office.sender) == (login, "a@example.com")
    assert facts(other) == ("192.0.2.1", 2465, "implicit", "b", "q")
    assert office.mechanisms == ("PLAIN", "LOGIN") and not office.notices
    listed = read(secrets=None, listing=True)
    assert [(each.name, each.user, each.problem) for each in listed] == [
        ("office", "pve@example.com", ""),
        ("other", "b", ""),
    ]


def test_backup_server_has_its_passwords_beside_it() -> None:
    """In notifications-priv.cfg of the same directory."""
    files = {"/e/notifications.cfg": TARGETS, "/e/notifications-priv.cfg": SECRETS}
    found = logins("proxmox", "/e/notifications.cfg", files, printed=str)
    assert facts(found[1])[4] == "q"


@pytest.mark.parametrize(
    ("mode", "port", "tls"),
    [("insecure", 25, "none"), ("starttls", 587, "starttls"), ("tls", 465, "implicit")],
)
def test_the_mode_says_how_tls_starts(mode: str, port: int, tls: str) -> None:
    """And what the port is where none is set."""
    login = read(TARGETS.replace("starttls", mode))[0]
    assert facts(login)[1:3] == (port, tls)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("\tusername pve", "\tx pve", f"{PATH}:8: username is not set"),
        ("\tmode starttls", "\tdisable true", f"{PATH}:12: disable is set"),
        ("\tmode starttls", "\tmode S3CR", f"{PATH}:12: mode is unknown"),
        ("\tmode starttls", "\tport S3CR", f"{PATH}:12: port is not a port"),
        ("\tserver mail", "\tx mail", f"{PATH}:8: server is missing"),
    ],
)
def test_what_is_wrong_with_one_target_is_its_own(old: str, new: str, words: str) -> None:
    """The other one is read."""
    office, other = read(TARGETS.replace(old, new))
    assert office.problem.startswith(words) and "S3CR" not in office.problem
    assert not other.problem


@pytest.mark.parametrize(
    ("text", "secrets", "words"),
    [
        (TARGETS, None, f"{PRIVATE}: no such file"),
        ("sendmail: x\n", SECRETS, "there is no target of the type smtp"),
        ("S3CR\n", SECRETS, f"{PATH}:1: this is not the beginning of a section"),
        (TARGETS, "\tx\nS3CR", f"{PRIVATE}:2: this is not the beginning of a section"),
    ],
)
def test_what_cannot_be_used_is_told(text: str, secrets: str | None, words: str) -> None:
    """By file and line, and nothing that stands there."""
    with pytest.raises(Misconfigured) as told:
        read(text, secrets)
    assert words in str(told.value) and "S3CR" not in str(told.value)
    other = read(secrets="smtp: office\n\tpassword x\n\nsmtp: other\n")[1]
    assert other.problem == f"{PRIVATE}:4: password is not set"


@PROPERTY
@given(
    st.text(st.characters(blacklist_categories=("Cc", "Cs")), min_size=1).filter(
        lambda text: text == text.strip()
    )
)
def test_any_password_comes_back(password: str) -> None:
    """Whatever can be printed, without blanks around it."""
    (office, _) = read(secrets=f"smtp: office\n\tpassword {password}\n")
    assert facts(office)[4] == password
