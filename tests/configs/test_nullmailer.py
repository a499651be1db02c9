"""nullmailer's servers: what nullmailer itself logs in with, and what it refuses."""

from __future__ import annotations

import os
import random
import shutil
import string
import subprocess
import sys
from base64 import b64decode
from pathlib import Path

import pytest
from fakes.memory import facts, logins, secret_of
from fakes.scripts import REJECTION, clear
from fakes.server import Server, expect, send
from hypothesis import given
from hypothesis import strategies as st
from properties import PROPERTY

from check_smtp_auth.configs.reading import Found

# Where contrib/dev/senders unpacks it.
SENDERS = Path(sys.prefix) / "cache" / "senders"
PATH = "/etc/nullmailer/remotes"
PRINTABLE = st.text(st.characters(blacklist_categories=("Cc", "Cs")), min_size=1, max_size=60)
# What comes after the server, the protocol and the port.
TRAPS = (
    *("user=u pass=p", "--user=u --pass='p #w'", "user=u pass=p\\ w\\\\x", 'user=u "pass=p w"'),
    *('user=u pass="a\\"b\\c\\$d\'e"', "user=u pass=a'b'\"c\"d", "user=u pass=p#w"),
    *("user=u pass='it'\\''s'", "user=u pass=open'x", "user=u pass=p\\", "\tuser=u \v pass=p=q:r "),
    *("user=u pass=old pass=new", "user=ü pass=pä€", "user=u pass=p\r", "user='a b' pass=\"p\\w\""),
    *("user=u pass=$HOME`x`$(y)", "user=u pass='a\\b'", "user=u pass='a\\'b'"),
    *("user=u pass=a\\b c", 'user=u pass="a\\\\"', "user=u pass=a\\\\\\\\b", "user=u pass='p'q"),
    *(
        "user=u pass=\\'a'b c'd",
        'user=u pass="a\'b"',
        "user=u pass='a\"b'",
        "user=u pass=a\\ b\\ c",
    ),
)
REFUSED = (
    *("user=u pass=p #w", "-p 25 user=u pass=p", "auth-login=x user=u pass=p", "us=u pass=p"),
    *("user=u pass", "ssl=1 user=u pass=p", "nosuch user=u pass=p", "user=u pass=a\\bc d"),
)


def read(text: str, **files: str) -> list[Found]:
    """What is read of a file, and of others beside it."""
    more = {f"/etc/nullmailer/{name}": other for name, other in files.items()}
    return logins("nullmailer", PATH, {PATH: text, **more}, printed=str)


def one(options: str) -> Found:
    """The login of one line with these options."""
    (login,) = read(f"h.test smtp port=2525 {options}\n")
    return login


def sent(lines: list[str], folder: Path) -> list[list[str] | None]:
    """What nullmailer logs in with, a line each; None where it does not log in."""
    if not (SENDERS / "usr/sbin/nullmailer-send").exists():
        pytest.skip(f"as root, contrib/dev/senders {SENDERS}")
    for name in ("conf", "protocols", "queue/queue", "queue/tmp", "queue/failed"):
        (folder / name).mkdir(parents=True)
    shutil.copy(SENDERS / "usr/lib/nullmailer/smtp", folder / "protocols")
    os.mkfifo(folder / "queue/trigger")
    (folder / "conf/me").write_text("h.test\n")
    (folder / "conf/pausetime").write_text("0\n")
    env = {"NULLMAILER_TEST_PREFIX": str(folder), "PATH": "/usr/bin:/bin"}
    told: list[list[str] | None] = []
    script = clear([expect(b"AUTH PLAIN"), send(REJECTION)], offer="AUTH PLAIN")
    with Server(script) as server:
        for line in lines:
            text = f"127.0.0.1 smtp port={server.port} {line}\n"
            (folder / "conf/remotes").write_bytes(text.encode())
            (folder / "queue/queue/1").write_text("a@b.test\nc@d.test\n\nSubject: x\n\nx\n")
            before = server.count(b"AUTH")
            command = [SENDERS / "usr/sbin/nullmailer-send"]
            subprocess.run(command, env=env, capture_output=True, timeout=20)
            answers = [each for each in server.lines if each.startswith(b"AUTH PLAIN ")][before:]
            parts = [b64decode(each.split()[2]).decode().split("\0") for each in answers]
            told.append(parts[0][1:] if parts else None)
    return told


def test_it_is_read_as_nullmailer_reads_it(tmp_path: Path) -> None:
    """User and password are what nullmailer sends, whatever the quoting; what it refuses, is."""
    for line, theirs in zip(TRAPS, sent([*TRAPS], tmp_path / "taken")):
        login = one(line)
        assert [login.user, secret_of(login)] == theirs, line
    assert sent([*REFUSED], tmp_path / "refused") == [None] * len(REFUSED)
    for line in REFUSED:
        assert "an option is unknown to nullmailer" in one(line).problem, line


def test_passwords_are_those_that_nullmailer_has(tmp_path: Path) -> None:
    """Passwords of whatever can be printed, in single quotes and with a backslash before each
    character, are read as nullmailer reads them.
    """
    chance = random.Random(20)
    made = ["".join(chance.choices(string.printable[:95], k=20)) for _ in range(12)]
    lines = [f"user=u pass='{word}'" for word in made]
    lines += [f"user=u pass={''.join(chr(92) + letter for letter in word)}" for word in made]
    for line, theirs in zip(lines, sent(lines, tmp_path)):
        login = one(line)
        assert theirs is None or [login.user, secret_of(login)] == theirs, line
        assert (theirs is None) == bool(login.problem), line


@PROPERTY
@given(PRINTABLE.filter(lambda text: "'" not in text))
def test_any_password_in_single_quotes_comes_back(password: str) -> None:
    """All that can be printed is the password between them."""
    assert secret_of(one(f"user=u pass='{password}'")) == password


@pytest.mark.parametrize(
    ("options", "port", "tls"),
    [
        ("", 25, "none"),
        ("starttls", 25, "starttls"),
        ("tls", 465, "implicit"),
        ("ssl starttls port=26", 26, "implicit"),
        ("--starttls --port=587", 587, "starttls"),
    ],
)
def test_how_tls_starts(options: str, port: int, tls: str) -> None:
    """By tls, ssl or starttls, which is then required; and the port goes by that."""
    (login,) = read(f"h.test smtp user=u pass=p {options}\n")
    assert facts(login) == ("h.test", port, tls, "u", "p")
    assert login.mechanisms == ("PLAIN", "LOGIN") and not login.notices


def test_what_goes_with_the_login() -> None:
    """Comments, several servers, the sender for all mail, and certificates."""
    first, second, third = read(
        "# x\n\n  a.test smtp user=u pass=p auth-login insecure tls x509cafile=/ca.pem\n"
        "b.test smtp user=v pass=q x509certfile=/c.pem\nc.test qmqp\n",
        allmailfrom="alerts@example.com\nmore\n",
        helohost=" me.test\n",
    )
    assert (first.name, second.name, third.name) == ("", "2", "3")
    assert first.mechanisms == ("LOGIN",) and first.ca_file == "/ca.pem"
    assert "does not verify the server's certificate (insecure)" in first.notices[0]
    assert second.client_cert == "/c.pem" and second.sender == "alerts@example.com"
    assert second.hello == "me.test"
    assert third.problem == f"{PATH}:5: the protocol is not smtp: there is no login to check"
    assert (
        read("h.test\n")[0].problem == f"{PATH}:1: user= is not set, so the program does not log in"
    )
    assert read("h.test smtp user=u\n")[0].problem == f"{PATH}:1: pass= is not set"
