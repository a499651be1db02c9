"""The generic reader of INI files: three dialects, one of them Git's, which is asked itself."""

from __future__ import annotations

import random
import string
import subprocess
from pathlib import Path

import pytest
from fakes.memory import facts, logins, secret_of
from hypothesis import given, settings
from hypothesis import strategies as st
from properties import PROPERTY

from check_smtp_auth.accounts import Misconfigured
from check_smtp_auth.configs.gitconfig import parsed
from check_smtp_auth.configs.reading import Found

PATH = "/home/ops/mail.ini"
KEYS = {"host": "mail.host", "user": "mail.user", "password": "mail.password"}
# A file each, with what misleads a reader that goes by other programs' rules.
GIT = {
    "comments": '[s]\na = x#y ; z\nb = "x#y"; z\nc = \'x#y\'\n# d = 1\n;e = 2\nf=\\"#\n',
    "quotes": '[s]\na = "x"y"z"\nb = in "the; middle" of\nc = " blanks "\nd = ""\ne = \\"x\\"\n',
    "escapes": '[s]\na = tab\\tend\nb = back\\\\slash\nc = "x\\"y"\nd = li\\nne\ne = \\bx\n',
    "continued": '[s]\na = one \\\n  two\\\nthree\nb = "x\\\ny"\n',
    "alone": "[s]\na\nb =\nc = \n",
    "blanks": "[s]\n   a  =   x  y   \n\tb=\tz\t\nc = x   # comment\n",
    "sections": '[S]\na=1\n[s "Sub"]\na=2\n[s "x.Y \\"q\\" \\\\"]\na=3\n[s.Old]\na=4\n[s] b=5\n',
    "twice": "[s]\na = first\na = last\nA = other case\n[t]\na = t\n[s]\na = again\n",
    "line ends": "[s]\r\na = x\r\nb = y \\\r\n  z\r\n",
    "no section": "a = 1\n[s]a = 2\n",
    "letters": "[s]\na-b = é€ ñ\nx1 = %(a)s ${HOME} $(id) `id`\n",
    "no line end": "[s]\na = x\\",
}
REFUSED = {
    "no such escape": "[s]\na = s3cr3t\\x\n",
    "quotes that do not end": '[s]\na = "s3cr3t\n',
    "no section's end": "[s\na = s3cr3t\n",
    "a name that is none": "[s]\na_b = s3cr3t\n",
    "no equals sign": "[s]\na s3cr3t\n",
    "no quotes": "[s s3cr3t]\na = 1\n",
}


def read(text: str, dialect: str = "", **files: str) -> Found:
    """What is read of a file."""
    keys = {**KEYS, **({"dialect": dialect} if dialect else {})}
    others = {path.replace("__", "/"): content for path, content in files.items()}
    (found,) = logins("ini", PATH, {PATH: text, **others}, keys=keys, printed=str)
    return found


def git_list(path: Path) -> list[tuple[str, str]] | None:
    """What Git reads in a file, None for what it refuses."""
    command = ["git", "config", "--null", "--includes", "--file", str(path), "--list"]
    done = subprocess.run(command, capture_output=True)
    if done.returncode:
        return None
    pairs = [each.partition("\n") for each in done.stdout.decode().split("\0")[:-1]]
    return [(key, value if end else "true") for key, end, value in pairs]


@pytest.mark.parametrize("name", GIT)
def test_each_value_is_what_git_reads(name: str, tmp_path: Path) -> None:
    """All keys and values of a file are those that git config --list tells."""
    (tmp_path / "config").write_bytes(GIT[name].encode())
    told = git_list(tmp_path / "config")
    assert told
    assert [(key, value) for _, key, value in parsed(GIT[name], "config")] == told


@pytest.mark.parametrize("name", REFUSED)
def test_what_git_refuses_is_refused(name: str, tmp_path: Path) -> None:
    """The error names file and line, and nothing that stands there."""
    (tmp_path / "config").write_bytes(REFUSED[name].encode())
    assert git_list(tmp_path / "config") is None
    with pytest.raises(Misconfigured, match=r"^config:[12]: ") as caught:
        list(parsed(REFUSED[name], "config"))
    assert "s3cr3t" not in str(caught.value)


def test_the_line_of_a_fault_is_its_own() -> None:
    """Blank lines at the start, comments and values over several lines are counted."""
    text = "\n[s]\n# x\na = b\\\n  c\n\nd = \\x\n"
    with pytest.raises(Misconfigured, match=r"^config:7: a backslash"):
        list(parsed(text, "config"))


def quoted(password: str) -> str:
    """A value in quotes, as Git's own documentation has it."""
    escaped = password.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return '"' + escaped.replace("\t", "\\t") + '"'


@settings(PROPERTY, max_examples=100)
@given(st.text(st.characters(blacklist_categories=("Cc", "Cs"))))
def test_any_password_that_git_writes_comes_back(password: str) -> None:
    """A password in Git's quotes is itself, whatever characters it has."""
    ((_, _, value),) = parsed(f"[sendemail]\n\tsmtpPass = {quoted(password)}\n", "config")
    assert value == password


def test_git_writes_them_so(tmp_path: Path) -> None:
    """Passwords that Git itself wrote into a file are read as they were."""
    config = tmp_path / "config"
    passwords = ['p#w;"x\\', " outer ", "it's", "a\\nb", "é€ \t", "$(id)`id`${X}%(a)s", "[x]=y"]
    chance = random.Random(20)
    passwords += ["".join(chance.choices(string.printable[:95], k=20)) for _ in range(60)]
    for number, password in enumerate(passwords):
        command = ["git", "config", "--file", str(config), f"s.k{number}", password]
        subprocess.run(command, check=True)
    told = [value for _, _, value in parsed(config.read_text("utf-8"), "config")]
    assert told == passwords


def test_git_sections_have_names_between() -> None:
    """The subsection is between section and key, as git send-email's identities are."""
    text = '[sendemail "Work"]\nsmtpServer = mail.example.test\nsmtpPass = "p;w"\nsmtpUser = u\n'
    keys = {
        "host": "sendemail.Work.smtpserver",
        "user": "SendEmail.Work.smtpUser",
        "password": "sendemail.Work.smtpPass",
        "dialect": "git",
    }
    (found,) = logins("ini", PATH, {PATH: text}, keys=keys, printed=str)
    assert facts(found) == ("mail.example.test", None, None, "u", "p;w")


@pytest.mark.parametrize(
    ("encryption", "tls"),
    [("smtpEncryption = tls", "starttls"), ("SMTPENCRYPTION=ssl", "implicit"), ("", "none")],
)
def test_git_send_email_has_words_of_its_own_for_tls(encryption: str, tls: str) -> None:
    """What git send-email calls tls is STARTTLS, and without a word it uses none; elsewhere "tls"
    may be either, and the error says what to do.
    """
    text = f"[sendemail]\nsmtpServer = h\nsmtpUser = u\nsmtpPass = p\n{encryption}\nx = tls\n"
    keys = {"host": "sendemail.smtpserver", "user": "sendemail.smtpuser", "dialect": "git"}
    keys = {**keys, "password": "sendemail.smtppass", "tls": "sendemail.smtpEncryption"}
    (found,) = logins("ini", PATH, {PATH: text}, keys=keys, printed=str)
    assert facts(found) == ("h", None, tls, "u", "p")
    with pytest.raises(Misconfigured, match=r"one of .* the port decides, or --tls"):
        logins("ini", PATH, {PATH: text}, keys={**keys, "tls": "sendemail.x"}, printed=str)


def test_git_includes_are_followed() -> None:
    """The password may stand in an included file, relative to the one that includes it."""
    text = "[mail]\nhost = h\nuser = u\npassword = old\n[include]\npath = secret/mail\n"
    included = "[mail]\npassword = new\n[include]\npath = /etc/none\n"
    found = read(text, "git", __home__ops__secret__mail=included)
    assert secret_of(found) == "new"


def test_git_includes_of_the_home() -> None:
    """~ is the home of whoever runs the check, and told where that is not known."""
    text = "[mail]\nhost = h\nuser = u\n[include]\npath = ~/mail\n"
    keys = {**KEYS, "dialect": "git"}
    files = {PATH: text, "/root/mail": "[mail]\npassword = p\n"}
    (found,) = logins("ini", PATH, files, keys=keys, variables={"HOME": "/root"}, printed=str)
    assert secret_of(found) == "p"
    with pytest.raises(Misconfigured, match=rf"^{PATH}:5: .*HOME"):
        logins("ini", PATH, files, keys=keys, printed=str)


def test_git_includes_have_an_end() -> None:
    """A file that includes itself is refused."""
    with pytest.raises(Misconfigured, match="includes within each other"):
        read("[mail]\nhost = h\n[include]\npath = mail.ini\n", "git")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("p#w", "p#w"),
        ('"quoted"', '"quoted"'),
        ("x = y : z", "x = y : z"),
        ("ends in \\", "ends in \\"),
        ("%(host)s", "%(host)s"),
        ("   outer   ", "outer"),
        ("; here too", "; here too"),
        ("it's", "it's"),
        ("a\u2028b\x85c\u00a0", "a\u2028b\x85c\u00a0"),
    ],
)
def test_plain_values_are_all_that_stands_there(value: str, expected: str) -> None:
    """In the plain dialect nothing is cut, unquoted or expanded."""
    assert secret_of(read(f"[mail]\nhost = h\npassword = {value}\nuser = u\n", "plain")) == expected


@pytest.mark.parametrize("password", ["p#w", "p;w", '"quoted"', "x\\\\y", "`x`", "'x'", "%(host)s"])
def test_dialects_that_differ_are_asked_for(password: str) -> None:
    """Where the value depends on the dialect, the error says so and names it, not the value."""
    text = f"[mail]\nhost = h\nuser = u\npassword = {password}\n"
    with pytest.raises(Misconfigured, match=rf"^{PATH}:4: .*dialect=") as caught:
        read(text)
    assert password not in str(caught.value)


@pytest.mark.parametrize("password", ["simple", "two words", "a=b", "é€", "x'y", "pa$$w"])
def test_no_dialect_is_needed_where_all_agree(password: str) -> None:
    """A value that all dialects read alike needs no more to be said."""
    text = f"[other]\nx = p#w\n[mail]\nhost = mail.test:2525\nuser = u\npassword = {password}\n"
    assert facts(read(text)) == ("mail.test", 2525, None, "u", password)


def test_what_is_not_there_is_told_by_its_key() -> None:
    """A key that is missing stands in no line."""
    with pytest.raises(Misconfigured, match=rf"^{PATH}: mail\.host, which names the server, is m"):
        read("[mail]\nuser = u\npassword = p\n")


def test_a_dialect_that_cannot_read_the_file_has_no_say() -> None:
    """A file with keys that Git does not take is none of Git's."""
    text = "[mail]\nfrom_address = x\nhost = h\nuser = u\npassword = pa\\\\w\n"
    assert secret_of(read(text)) == "pa\\\\w"
    with pytest.raises(Misconfigured, match=rf"^{PATH}:2: "):
        read(text, "git")
