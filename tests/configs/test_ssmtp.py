"""ssmtp's configuration: what ssmtp itself logs in with."""

from __future__ import annotations

import random
import string
import subprocess
import sys
from base64 import b64decode
from pathlib import Path

import pytest
from fakes.memory import facts, logins, secret_of
from fakes.scripts import REJECTION, clear
from fakes.server import Server, expect, send

from check_smtp_auth.accounts import Misconfigured
from check_smtp_auth.configs.reading import Found

# Where contrib/dev/senders unpacks it.
SSMTP = Path(sys.prefix) / "cache" / "senders" / "usr/sbin/ssmtp"
PATH = "/etc/ssmtp/ssmtp.conf"
# What comes after Mailhub.
TRAPS = (
    *(
        "AuthUser=u\nAuthPass=p\n",
        "authuser=u@x\nAUTHPASS=p:w\\$`'\"\n",
        "AuthUser=u\nAuthPass=p=w\n",
    ),
    *("AuthUser=u # x\nAuthPass=p # y\n", "AuthUser=u\nAuthPass=old\nAuthPass=new\n"),
    *(
        "AuthUser=u\r\nAuthPass=p\r\n",
        'AuthUser=u\nAuthPass="p w"\n',
        "AuthUser=a\nAuthUser=b\nAuthPass=p\n",
    ),
    *("AuthUser=a\nAuthPass=#q\nAuthPass=z\n", "AuthUser=a AuthPass=q\nAuthPass=z\n"),
    *(
        "AuthUser=ü\nAuthPass=pä\n",
        "=AuthUser=u\nAuthUser=v\nAuthPass=p\n",
        "AuthUser:x=u\nAuthUser=v\nAuthPass=p\n",
    ),
    *("AuthUser=u\nAuthPass=p\vq\n", "AuthUser=u\nAuthPass=:p:\nHostname=a\nHostname=b.test\n"),
)
# Where ssmtp logs in without a password.
EMPTY = (
    *("AuthUser=u\nAuthPass=p#w\n", "AuthUser=u\nAuthPass= p\n", "AuthUser=u\nAuthPass=p"),
    *("AuthUser=u\nAuthPass==p\n", "AuthUser=u\nAuthPass = p\n", "AuthUser=u\n AuthPass=p\n"),
)


def read(text: str, aliases: str | None = None) -> list[Found]:
    """What is read of a file."""
    files = {PATH: text, **({} if aliases is None else {"/etc/ssmtp/revaliases": aliases})}
    return logins("ssmtp", PATH, files, printed=str)


def one(text: str) -> Found:
    """The one login of a file."""
    (login,) = read(f"Mailhub=h.test:2525\n{text}")
    return login


def sent(texts: list[str], folder: Path) -> list[list[bytes]]:
    """User and password that ssmtp logs in with, for each of these files."""
    if not SSMTP.exists():
        pytest.skip(f"as root, contrib/dev/senders {SSMTP.parents[2]}")
    more = [send(b"334 x\r\n"), expect(b"")]
    asked = [expect(b"AUTH LOGIN"), *more, *more, send(REJECTION)]
    path = folder / "ssmtp.conf"
    with Server(clear(asked, offer="AUTH LOGIN")) as server:
        for text in texts:
            path.write_bytes(f"Mailhub=127.0.0.1:{server.port}\n{text}".encode())
            command = [SSMTP, f"-C{path}", "x@example.test"]
            subprocess.run(command, input=b"\nx\n", capture_output=True, timeout=20)
        lines = [*server.lines]
    begun = [at for at, line in enumerate(lines) if line.startswith(b"AUTH LOGIN")]
    return [[b64decode(each) for each in lines[at + 1 : at + 3]] for at in begun]


def test_it_is_read_as_ssmtp_reads_it(tmp_path: Path) -> None:
    """User and password are those that ssmtp sends, of whatever is left of them."""
    for text, theirs in zip(TRAPS, sent([*TRAPS], tmp_path)):
        login = one(text)
        assert [login.user.encode(), secret_of(login).encode()] == theirs, text
    for text, theirs in zip(EMPTY, sent([*EMPTY], tmp_path)):
        assert theirs[1] == b"" and "AuthPass is" in one(text).problem, text


def test_passwords_are_those_that_ssmtp_has(tmp_path: Path) -> None:
    """Passwords of whatever can be printed are read as ssmtp reads them, cut as they may be; where
    one is cut that is told.
    """
    chance = random.Random(20)
    made = ["".join(chance.choices(string.printable[:95], k=12)) for _ in range(24)]
    texts = [f"AuthUser=u\nAuthPass={word}\n" for word in made]
    for word, text, theirs in zip(made, texts, sent(texts, tmp_path)):
        login = one(text)
        assert secret_of(login).encode() == theirs[1], text
        cut = secret_of(login) != word.rstrip()
        told = [*login.notices, login.problem]
        assert any("first space, = or #" in each for each in told) == cut, text


@pytest.mark.parametrize(
    ("lines", "tls"),
    [
        ("", "none"),
        ("UseTLS=Yes\n", "implicit"),
        ("UseTLS=1\n", "none"),
        ("UseSTARTTLS=YES\n", "starttls"),
        ("UseSTARTTLS=YES\nUseTLS=YES\n", "starttls"),
        ("UseTLS=no\nUseSTARTTLS=yes\n", "starttls"),
        ("UseSTARTTLS=yes\nUseTLS=no\n", "none"),
        ("UseSTARTTLS=yes\nUseSTARTTLS=no\n", "implicit"),
    ],
)
def test_how_tls_starts(lines: str, tls: str) -> None:
    """As was seen on ssmtp: each keyword also changes what the other said before."""
    login = one(f"{lines}AuthUser=u\nAuthPass=p\n")
    assert facts(login) == ("h.test", 2525, tls, "u", "p")
    assert ("ssmtp does not verify" in " ".join(login.notices)) == (tls != "none")


def test_what_goes_with_the_login() -> None:
    """The method, the host's own name, and users whose mail has another sender or server."""
    text = (
        "mailhub=one.test\nmailhub=two.test:587x\nAuthMethod=Cram-MD5\nAuthUser=u\nAuthPass=p\n"
        "Hostname=me.test\n"
    )
    login, root, app = read(text, "# x\nroot:noc@a.test\napp:app@b.test:mail.b.test:26\nx\n")
    assert facts(login) == ("two.test", 587, "none", "u", "p")
    assert (login.mechanisms, login.hello, login.sender) == (("CRAM-MD5",), "me.test", "")
    assert (root.name, root.sender, root.host, root.port) == ("root", "noc@a.test", "two.test", 587)
    assert (app.name, app.sender, app.host, app.port) == ("app", "app@b.test", "mail.b.test", 26)
    assert one("AuthUser=u\nAuthPass=p\n").mechanisms == ("LOGIN",)
    assert one("").problem == f"{PATH}: AuthUser is not set, so the program does not log in"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("AuthUser=u\n", "Mailhub, which names the server, is missing"),
        ("mailhub=:25\n", f"{PATH}:1: Mailhub is not of the form host:port"),
        ("mailhub=h:S3CR\n", f"{PATH}:1: Mailhub is not of the form host:port"),
        ("mailhub=h:99999\n", f"{PATH}:1: Mailhub's port is not a port"),
    ],
)
def test_what_is_wrong_is_told_by_its_line(text: str, words: str) -> None:
    """Nothing of the file is repeated."""
    with pytest.raises(Misconfigured) as told:
        read(text)
    assert words in str(told.value) and "S3CR" not in str(told.value)
