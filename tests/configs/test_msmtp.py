"""msmtp's configuration: what msmtp itself says that it has read, and what it logs in with."""

from __future__ import annotations

import random
import string
import subprocess
from base64 import b64decode
from pathlib import Path

import pytest
from fakes.memory import facts, logins, secret_of
from fakes.scripts import REJECTION, clear
from fakes.server import Server, expect, send
from hypothesis import given
from hypothesis import strategies as st
from properties import PROPERTY
from servers.requirements import require

from check_smtp_auth.accounts import Misconfigured
from check_smtp_auth.configs.reading import Found

PATH = "/etc/msmtprc"
PRINTABLE = st.text(
    st.characters(blacklist_categories=("Cc", "Cs")), min_size=1, max_size=60
).filter(lambda text: len(text.encode()) < 400)
# A file each, with what misleads a reader that goes by other programs' rules.
TRAPS = {
    "defaults": (
        "defaults\nport 2525\ntls on\nauth on\naccount a\nhost a.test\nuser a\ndefaults\n"
        "port 2526\naccount b\nhost b.test\ntls off\n"
    ),
    "before any account": "port 2525\nuser lost\naccount a\nhost a.test\nauth on\n",
    "inherited": (
        "defaults\nuser of-all\naccount base\nhost base.test\nfrom b@a.test\ndefaults\nport 26\n"
        "account new : base\nhost new.test\naccount both:base , new\nport 27\n"
        "account default : both\n"
    ),
    "unset again": (
        "account a\nhost a.test\nuser u\nfrom a@b.test\ntls on\naccount b : a\nuser\nfrom\ntls\n"
        "auth\ntls_starttls off\naccount c : b\nport 2465\n"
    ),
    "quotes": (
        'account "a"\nhost "a.test"\nuser "u \' v"\nfrom "a"@"b"\naccount b\nhost "b.test\n'
        'user b"\naccount c\nhost c.test\nuser "\naccount d\nhost d.test\nuser ""x""\n'
        'account e\nhost e.test\nuser ""\nfrom "e@f.test"\n'
    ),
    "comments": "# x\n   # y\naccount a # b\nhost a.test\n\tuser\tu # v\t \n\n#host c.test\n",
    "blanks": "  account  a b  \n\thost \t a.test\t\n user   u   v  \n from x@y.test \n",
    "line ends": "account a\r\nhost a.test\r\nuser u\r\nport 2525\r\nfrom a@b.test",
    "other letters": "account grün\nhost a.test\nuser jürgen\nfrom j@b.test\nport +26\n",
    "TLS": (
        "account a\nhost a.test\ntls on\ntls_starttls off\ntls_trust_file /ca.pem\n"
        "account b : a\ntls_starttls\ntls_trust_file ~/own.pem\ntls_certcheck off\n"
        "tls_host_override other.test\ndomain me.test\ntls_cert_file c\ntls_key_file ~/k\n"
    ),
    "twice": "account a\nhost a.test\nhost b.test\nport 25\nport 26\nuser\nuser x\nuser y\n",
}
PASSWORDS = (
    *('p"w', '"', "#hash # in", "back\\slash\\n", "$(id) `id` ${HOME}", "'single'", "in  ner"),
    *("grün €", "a:b@c/d", "%41%", "=", "\\", "pass\tword"),
)


def msmtp(path: Path, name: str) -> dict[str, str]:
    """What msmtp says that it has read of an account."""
    command = ["msmtp", "-C", str(path), "-a", name, "-P", "x@example.test"]
    home = {"HOME": "/root", "PATH": "/usr/bin:/bin"}
    done = subprocess.run(command, input=b"", capture_output=True, env=home, timeout=20)
    lines = done.stdout.decode().splitlines()
    pairs = (line.partition(" = ") for line in lines if " = " in line)
    return {key: "" if value == "(not set)" else value for key, _, value in pairs}


def ours(login: Found) -> dict[str, str]:
    """The same of what we have read."""
    modes = {"none": ("off", "on"), "starttls": ("on", "on"), "implicit": ("on", "off")}
    tls, starttls = modes[login.tls or "none"]
    return {
        "host": login.host,
        "port": str(login.port),
        "user": login.user,
        "from": login.sender,
        "tls": tls,
        **({"tls_starttls": starttls} if tls == "on" else {}),
        "tls_trust_file": login.ca_file or "system",
        "tls_host_override": login.tls_name,
        "tls_cert_file": login.client_cert,
        "tls_key_file": login.client_key,
        "domain": login.hello or "localhost",
        "tls_certcheck": "off" if any("not verify" in each for each in login.notices) else "on",
    }


@pytest.mark.parametrize("text", TRAPS.values(), ids=TRAPS)
def test_it_is_read_as_msmtp_reads_it(text: str, tmp_path: Path) -> None:
    """Each account has the host, port, user, sender and TLS that msmtp itself takes for it."""
    require("msmtp")
    path = tmp_path / "msmtprc"
    path.touch(0o600)
    path.write_bytes(text.encode())
    with_login = text.replace("account ", "defaults\nauth on\npassword x\naccount ", 1)
    found = logins("msmtp", PATH, {PATH: with_login}, variables={"HOME": "/root"})
    assert found
    for login in found:
        theirs = msmtp(path, login.name)
        assert ours(login).items() <= theirs.items(), login.name


def test_passwords_are_those_that_msmtp_logs_in_with(tmp_path: Path) -> None:
    """Passwords with all that means something elsewhere reach the server from msmtp as they are
    read here, between quotes and without.
    """
    require("msmtp")
    script = clear([expect(b"AUTH PLAIN"), send(REJECTION)], offer="AUTH PLAIN")
    letters = random.Random(7)
    made = ["".join(letters.choices(string.printable[:95], k=24)).strip() for _ in range(16)]
    with Server(script) as server:
        head = f"defaults\nhost 127.0.0.1\nport {server.port}\nauth plain\nuser u\nfrom a@b.test\n"
        written = [f"{word}\n" for word in PASSWORDS] + [f'"{word}"\n' for word in made]
        parts = [f"account a{at}\npassword {each}" for at, each in enumerate(written)]
        path = tmp_path / "msmtprc"
        path.touch(0o600)
        path.write_text(head + "".join(parts), "utf-8")
        found = logins("msmtp", PATH, {PATH: path.read_text("utf-8")})
        for login in found:
            command = ["msmtp", "-C", str(path), "-a", login.name, "x@example.test"]
            subprocess.run(command, input=b"x\n", capture_output=True, timeout=20)
        sent = [line.split()[2] for line in server.lines if line.startswith(b"AUTH PLAIN ")]
    theirs = [b64decode(each).decode().split("\0")[2] for each in sent]
    assert theirs == [secret_of(login) for login in found]
    assert theirs[-len(made) :] == made


@PROPERTY
@given(PRINTABLE, PRINTABLE)
def test_a_password_in_quotes_is_what_it_is(password: str, user: str) -> None:
    """Any password and user name between double quotes come back as they are."""
    text = f'account a\nhost a.test\nauth on\nuser "{user}"\npassword "{password}"\n'
    (login,) = logins("msmtp", PATH, {PATH: text})
    assert (login.user, secret_of(login)) == (user, password)


def test_the_own_file_counts_before_the_systems() -> None:
    """Without a file the user's own is read, else that of XDG, and beside it the system's, whose
    accounts give way to those of the same name.
    """
    one, other = "account a\nhost own.test\nauth on\n", "account a\nhost xdg.test\nauth on\n"
    both = "account a\nhost sys.test\nauth on\naccount b\nhost b.test\nauth on\n"
    files = {"/h/.msmtprc": one, "/h/.config/msmtp/config": other, PATH: both}
    home = {"HOME": "/h"}

    def hosts(files: dict[str, str], variables: dict[str, str]) -> list[str]:
        return [each.host for each in logins("msmtp", "", files, variables=variables)]

    assert hosts(files, home) == ["own.test", "b.test"]
    del files["/h/.msmtprc"]
    assert hosts(files, home) == ["xdg.test", "b.test"]
    assert hosts(files, {**home, "XDG_CONFIG_HOME": "/x"}) == ["sys.test", "b.test"]
    assert hosts({**files, "/x/msmtp/config": one}, {"XDG_CONFIG_HOME": "/x"})[0] == "own.test"
    with pytest.raises(Misconfigured, match="neither /etc/msmtprc nor a file of this user"):
        hosts({}, home)


def test_a_password_from_elsewhere() -> None:
    """A command is named and not run, a password beside it is stronger, and one that is nowhere is
    looked for in netrc.
    """
    text = (
        "defaults\nauth on\nhost a.test\naccount a\nuser u\npasswordeval pass 'my mail'\n"
        "account b : a\npassword own\naccount c\nuser v\naccount d\nauth gssapi\n"
    )
    netrc = {"/h/.netrc": "machine a.test login u password x\nmachine a.test login v password p w"}
    found = logins("msmtp", PATH, {PATH: text, **netrc}, variables={"HOME": "/h"})
    told = [(each.command, secret_of(each), each.mechanisms) for each in found]
    assert told == [
        ("pass 'my mail'", "", ()),
        ("", "own", ()),
        ("", "p", ()),
        ("", "", ("GSSAPI",)),
    ]


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ("auth off", "2: auth is off, so msmtp does not log in"),
        ("", "1: auth is off, so msmtp does not log in"),
        ("auth on\nprotocol lmtp", "3: this check does not support protocol lmtp"),
        ("auth on\nsocket /run/x", "3: msmtp connects to a socket"),
        ("auth digest-md5", "2: this check does not support auth digest-md5"),
        ("auth on\nuser x\neval echo user y", "4: the line comes from a command (eval)"),
    ],
)
def test_an_account_that_cannot_be_checked(lines: str, words: str) -> None:
    """What msmtp does not log in with, or by what is not run here, says so with file and line; and
    so do the accounts that go on from it, and no others.
    """
    text = f"account a\n{lines}\nhost a.test\naccount b : a\naccount c\nhost c.test\nauth on\n"
    first, second, other = logins("msmtp", PATH, {PATH: text})
    assert first.problem.startswith(f"{PATH}:{words}")
    assert second.problem
    assert facts(other)[0] == "c.test" and not other.problem


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("account a\naccount a\n", "2: this account name is already used"),
        ("account a : b\n", "1: it refers to an account that is not defined above it"),
        ("account : a\n", "1: msmtp does not accept this account name"),
        ("account a, b\n", "1: msmtp does not accept this account name"),
        ("account a\nport S3CR\n", "2: port is not a port number"),
        ("account a\nport 0\n", "2: port is not a port number"),
        ("account a\nport 0587\n", "2: port is not a port number"),
        ("account a\ntls S3CR\n", "2: tls is neither on nor off"),
        ("account a\nauth S3CR\n", "2: auth names a method that msmtp does not know"),
        (f"account a\npassword {'S3CR' * 130}\n", "2: the line is longer than 500 bytes"),
    ],
)
def test_what_msmtp_refuses_is_refused(text: str, words: str, tmp_path: Path) -> None:
    """A file that msmtp does not take is an error with its line, which quotes nothing of it."""
    require("msmtp")
    with pytest.raises(Misconfigured) as caught:
        logins("msmtp", PATH, {PATH: text})
    assert str(caught.value).startswith(f"{PATH}:{words}")
    assert "S3CR" not in str(caught.value)
    path = tmp_path / "msmtprc"
    path.touch(0o600)
    path.write_text(f"{text}host a.test\n")
    assert msmtp(path, "a") == {}
