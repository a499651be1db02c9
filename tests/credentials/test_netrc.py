"""netrc files: the right entry of several, in the notation that ftp and curl read."""

from __future__ import annotations

from pathlib import Path

import pytest
from fakes.certificates import Certificates
from fakes.plugin import SECRET, Check, environment, run
from fakes.scripts import ACCEPT, starttls
from fakes.server import Server

from check_smtp_auth.accounts import Misconfigured
from check_smtp_auth.credentials.netrc import find

HOST = "mail.example.test"


def entry(text: str, user: str | None = None, host: str = HOST) -> tuple[str, str]:
    """Login and password that a file gives for a host, and a user if given."""
    login, secret = find(text, host, user)
    return login, secret.reveal().decode()


TWO_LOGINS = f"""
machine {HOST} login finance password one
machine other.test login finance password two
machine {HOST} login tickets password three
"""


def test_the_entry_of_a_host_and_user() -> None:
    """Of several logins on one host the one asked for is taken; without a user the first."""
    assert entry(TWO_LOGINS, "tickets") == ("tickets", "three")
    assert entry(TWO_LOGINS, "finance") == ("finance", "one")
    assert entry(TWO_LOGINS) == ("finance", "one")
    assert entry(TWO_LOGINS, "finance", "other.test") == ("finance", "two")


WANTED = f"machine {HOST} login finance password secret"
GOOD = {
    "over lines": f"machine {HOST}\n  login finance\n\tpassword secret\n",
    "out of order": f"machine {HOST} password secret login finance",
    "user for login": f"machine {HOST} user finance password secret",
    "an account": f"machine {HOST} login finance account x password secret",
    "quoted": f'machine {HOST} login "finance" password "secret"',
    "upper case": f"machine {HOST.upper()} login finance password secret",
    "a comment": f"# machine {HOST} login x password y\n{WANTED}",
    "a macro": f"macdef init\nmachine {HOST}\nlogin x\npassword y\n\n{WANTED}",
    "a macro within": f"machine a.test login x password y\nmacdef init\nbin\n\n{WANTED}",
    "default": "machine a.test login x password y\ndefault login finance password secret",
    "CRLF": f"machine {HOST}\r\nlogin finance\r\npassword secret\r\n",
}


@pytest.mark.parametrize("case", list(GOOD))
def test_a_netrc_is_read_as_others_read_it(case: str) -> None:
    """The notations that ftp, curl and the standard library know lead to the same entry."""
    assert entry(GOOD[case]) == ("finance", "secret")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ('"two words"', "two words"),
        ('"a \\"quoted\\" b"', 'a "quoted" b'),
        ("back\\\\slash", "back\\slash"),
        ("a\\ b", "a b"),
        ("p#ss", "p#ss"),
        ("#start", "#start"),
        ("machine", "machine"),
        ("grün", "grün"),
        ("it's", "it's"),
    ],
)
def test_passwords_of_every_kind(written: str, meant: str) -> None:
    """Quotes and backslashes hold a password together; a # in it starts no comment."""
    assert entry(f"machine {HOST} login finance password {written}\n")[1] == meant


def test_default_comes_last() -> None:
    """The default entry is for hosts that have none of their own."""
    text = f"machine {HOST} login finance password one\ndefault login any password two\n"
    assert entry(text) == ("finance", "one")
    assert entry(text, host="elsewhere.test") == ("any", "two")


BAD = {
    "nothing": "",
    "another host": "machine other.test login finance password hunter2",
    "another user": f"machine {HOST} login hunter2 password hunter2",
    "no password": f"machine {HOST} login finance",
    "no login": f"machine {HOST} password hunter2",
    "an empty password": f'machine {HOST} login finance password ""',
    "rubbish": "hunter2 hunter2 hunter2",
}


@pytest.mark.parametrize("case", list(BAD))
def test_a_netrc_without_the_entry_is_told_without_quoting_it(case: str) -> None:
    """A file without a whole entry for host and user is misconfigured, and not quoted."""
    with pytest.raises(Misconfigured) as caught:
        find(BAD[case], HOST, "finance")
    assert "hunter2" not in str(caught.value)


@pytest.mark.parametrize("password", ["hunter2\0hunter2", "x" * 5000], ids=["NUL", "too long"])
def test_a_netrc_password_is_held_to_the_rules(tmp_path: Path, password: str) -> None:
    """A password with NUL in it, or too long, is misconfigured from a netrc too."""
    file = tmp_path / "netrc"
    file.touch(0o600)
    file.write_text(f"machine 127.0.0.1 login finance password {password}\n")
    done = run("-H", "127.0.0.1", "-p", "1", "--netrc", file)
    assert done.code == 3
    assert "hunter2" not in done.output


def test_a_netrc_in_latin_1_is_told(tmp_path: Path) -> None:
    """A netrc file that is not in UTF-8 is misconfigured, and not quoted."""
    file = tmp_path / "netrc"
    file.touch(0o600)
    file.write_bytes(b"machine 127.0.0.1 login finance password hunter2\xfc\n")
    done = run("-H", "127.0.0.1", "-p", "1", "--netrc", file)
    assert done.code == 3
    assert "UTF-8" in done.first
    assert "hunter2" not in done.output


def test_the_users_own_netrc(check: Check, certificates: Certificates, tmp_path: Path) -> None:
    """--netrc without a file reads ~/.netrc, and takes the user name from it."""
    file = tmp_path / ".netrc"
    file.touch(0o600)
    file.write_text(f"machine localhost login tickets password {SECRET}\n")
    env = environment(HOME=str(tmp_path))
    with Server(starttls(certificates.server.file, ACCEPT)) as server:
        options = ("-H", "localhost", "-p", str(server.port), "--ca-file", certificates.ca_file)
        done = run(*options, "--netrc", env=env)
    assert done.code == 0
    assert f"tickets at localhost:{server.port} authenticated" in done.first
