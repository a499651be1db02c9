"""Debian's Exim as a client: what Exim itself finds in passwd.client and makes of dc_smarthost."""

from __future__ import annotations

import os
import random
import re
import string
import subprocess
import tempfile
from pathlib import Path

import pytest
from fakes.memory import facts, logins, secret_of
from hypothesis import given
from hypothesis import strategies as st
from properties import PROPERTY
from servers.process import program
from servers.requirements import require_exim

from check_smtp_auth.accounts import Misconfigured
from check_smtp_auth.configs.reading import Found

FOLDER = "/etc/exim4"
MAIN, LOGINS = f"{FOLDER}/update-exim4.conf.conf", f"{FOLDER}/passwd.client"
# The server, and a file in which its login stands among what misleads.
TRAPS = {
    "colons": ("a.test", "a.test:fin:pa:ss:\n"),
    "the first counts": ("a.test", "b.test:x:y\na.test:fin:one\na.test:fin:two\n*:x:y\n"),
    "capitals": ("A.test", "a.TEST:Fin:Pw\n"),
    "ends with": ("smtp.a.test", "*.b.test:x:y\n*.A.test:fin:pw\n"),
    "ends with, no dot": ("smtpa.test", "*a.test:fin:pw\n"),
    "all": ("a.test", "# *:x:y\n\n*:fin:p#w # no comment\n"),
    "expression": ("mx12.a.test", "^mx[0-9].a:x:y\n^mx\\d+\\.A\\.test$:fin:pw\n"),
    "expression in quotes": ("a.test", '"^a[.:]test$" : fin:pw\n'),
    "expression not at the end": ("a.test", "^a:fin:pw\n"),
    "goes on": ("a.test", "a.test:fin:one\n  two  \n\tthree\n\n four\nb.test:x:y\n"),
    "a comment ends it": ("a.test", "a.test:fin:one\n# two\n three\n"),
    "outer blanks": ("a.test", "a.test \t: \t fin:p w \t \nb:x:y\n"),
    "inner blanks": ("a.test", "a.test: fin : pw\n"),
    "no colon after the name": ("a.test", "a.test fin:pw\n"),
    "quotes": ("a.test", 'a.test:"fin":"p\\"w"\n'),
    "a name in quotes": ("a.test", '"\\x61.t\\est":fin:pw\n'),
    "dollars": ("a.test", "a.test:fin:${pw}$x\\n^\n"),
    "user alone": ("a.test", "a.test:justuser\n"),
    "line ends": ("a.test", "a.test:fin:pw\r\nb.test:x:y\r\n"),
    "other letters": ("a.test", "a.test:jürgen:grün€\n"),
    "double colon": ("a.test", "a.test:fin::pw:\n"),
    "an address": ("192.0.2.1", "192.0.2.10:x:y\n192.0.2.1:fin:pw\n"),
}
PRINTABLE = st.text(
    st.characters(blacklist_categories=("Cc", "Cs", "Zs", "Zl", "Zp")), min_size=1, max_size=60
)


def conf(smarthost: str, kind: str = "smarthost") -> str:
    """Debian's answers to debconf."""
    return f"# x\ndc_eximconfig_configtype='{kind}'\ndc_smarthost='{smarthost}'\nCFILEMODE='644'\n"


def found(files: dict[str, str], smarthost: str = "a.test::587") -> list[Found]:
    """What is found with these files beside the main one."""
    return logins("exim", FOLDER, {MAIN: conf(smarthost), **files})


def exim(*words: str) -> str:
    """What Exim prints."""
    command = [program("exim4") or "exim4", *words]
    done = subprocess.run(command, capture_output=True, cwd="/", timeout=20)
    return done.stdout.decode()


def theirs(text: str, *hosts: str) -> list[tuple[str, str]]:
    """User and password as Debian's authenticators take them of a file for each server."""
    # To expand a text Exim gives up root's rights, and does not get into a folder of root's.
    with tempfile.NamedTemporaryFile(prefix="check_smtp_auth-") as file:
        file.write(text.encode())
        file.flush()
        os.chmod(file.name, 0o644)
        expansions = []
        for host in hosts:
            look_up = f"${{lookup{{{host}}}nwildlsearch{{{file.name}}}{{$value}}fail}}"
            user = f"${{extract{{1}}{{:}}{{{look_up}}}}}"
            password = f"${{sg{{{look_up}}}{{\\N([^:]+:)(.*)\\N}}{{\\$2}}}}"
            expansions.append(f"{user}|{password}")
        lines = exim("-C", "/dev/null", "-be", *expansions).splitlines()
    parted = [line.partition("|") for line in lines]
    return [(user, password) for user, _, password in parted]


@pytest.mark.parametrize(("host", "text"), TRAPS.values(), ids=TRAPS)
def test_the_login_is_the_one_that_exim_finds(host: str, text: str) -> None:
    """User and password are those that Exim's own search of the file has for that server."""
    require_exim()
    text = f"other.test:no:no\n{text}"  # a single one would be taken whatever its name
    (login,) = found({LOGINS: text}, f"{host}::587")
    assert not login.problem
    assert [(login.user, secret_of(login))] == theirs(text, host)


def test_passwords_are_those_that_exim_has() -> None:
    """Passwords of whatever can be printed are what Exim itself finds, and what was written."""
    require_exim()
    chance = random.Random(20)
    made = ["".join(chance.choices(string.printable[:95], k=20)).strip() for _ in range(80)]
    hosts = [f"h{at}.test" for at in range(len(made))]
    text = "".join(f"{host}:u@{host}:{word}\n" for host, word in zip(hosts, made))
    expected = [(f"u@{host}", word) for host, word in zip(hosts, made)]
    assert theirs(text, *hosts) == expected
    read = [found({LOGINS: text}, f"{host}::587")[0] for host in hosts]
    assert [(each.user, secret_of(each)) for each in read] == expected


@pytest.mark.parametrize(
    "smarthost",
    [
        *("127.0.0.1", "127.0.0.1::587", "[127.0.0.1]::587", "::::1", "[::::1]::26", "localhost"),
        *("127.0.0.1::26;127.0.0.2", " 127.0.0.1 : 127.0.0.2::2525 ", "127.0.0.1; 127.0.0.3;"),
        *("LOCALHOST::587", "localhost::0587"),
    ],
)
def test_the_servers_are_those_that_exim_goes_to(smarthost: str, tmp_path: Path) -> None:
    """Hosts and ports of dc_smarthost are those to which Exim would deliver."""
    require_exim()
    path = tmp_path / "exim.conf"
    # As update-exim4.conf has it.
    listed = smarthost.lower().replace(";", ":")
    path.write_text(
        f"log_file_path = {tmp_path}/%s\nkeep_environment =\nspool_directory = {tmp_path}\n"
        "begin routers\nsmarthost:\n  driver = manualroute\n"
        f'  domains = *\n  transport = t\n  self = send\n  route_list = * "{listed}" byname\n'
        "begin transports\nt:\n  driver = smtp\n"
    )
    told = exim("-C", str(path), "-bt", "x@example.test")
    hosts = re.findall(r"^ +host (\S+) +\[(\S+)\](?:.* port=(\d+))?", told, re.MULTILINE)
    expected = [(name, int(port or 25)) for name, _, port in hosts]
    assert expected
    assert [(each.host, each.port) for each in found({LOGINS: "*:u:p\n"}, smarthost)] == expected


@pytest.mark.parametrize(
    "smarthost", ["a.test::submission", "a.test::25x", "a.test::", "[::::1]::x", "a.test::70000"]
)
def test_a_port_that_is_no_number_is_told(smarthost: str) -> None:
    """Exim knows no names of ports and finds no server; the other servers of a list are read."""
    first, other = found({LOGINS: "*:u:p\n"}, f"{smarthost};b.test")
    assert first.problem == f"{MAIN}: dc_smarthost has a port that is not a valid number"
    assert (other.host, other.problem) == ("b.test", "")


@PROPERTY
@given(PRINTABLE, PRINTABLE)
def test_any_password_comes_back(user: str, password: str) -> None:
    """A user without a colon and a password of whatever can be printed are what they are."""
    user = user.replace(":", "")
    if user:
        (login,) = found({LOGINS: f"x:y:z\na.test:{user}:{password}\n"})
        assert facts(login) == ("a.test", 587, "starttls", user, password)


@pytest.mark.parametrize(
    ("macros", "tls", "port", "words"),
    [
        ("", "starttls", 25, "does not log in otherwise"),
        ("AUTH_CLIENT_ALLOW_NOTLS_PASSWORDS = 1\n", "starttls", 25, "sends the password in clear"),
        ("REMOTE_SMTP_SMARTHOST_HOSTS_REQUIRE_TLS = *\n", "starttls", 25, ""),
        ("REMOTE_SMTP_SMARTHOST_PROTOCOL=smtps\n", "implicit", 465, ""),
        ("REMOTE_SMTP_SMARTHOST_HOSTS_AVOID_TLS = *\n", "none", 25, ""),
        ("#REMOTE_SMTP_SMARTHOST_PROTOCOL = smtps\n", "starttls", 25, "only if the server"),
    ],
)
@pytest.mark.parametrize("place", ["exim4.conf.localmacros", "conf.d/main/000_localmacros"])
def test_the_macros_say_how_tls_starts(
    macros: str, tls: str, port: int, words: str, place: str
) -> None:
    """TLS is as the administrator's macros have it, in one file or among many."""
    (login,) = found({LOGINS: "*:u:p\n", f"{FOLDER}/{place}": macros}, "a.test")
    assert (login.tls, login.port) == (tls, port)
    assert words in " ".join(login.notices)
    assert bool(words) == bool(login.notices)


def test_what_an_administrator_should_know() -> None:
    """A name that the DNS decides on, a colon in the password, and another configuration are told
    without a change of the outcome.
    """
    (login,) = found({LOGINS: "a.test:u:p:w\n", f"{FOLDER}/exim4.conf": ""})
    told = " ".join(login.notices)
    assert "by the name that DNS has" in told and "colon" in told and "exim4.conf instead" in told
    assert login.mechanisms == ("PLAIN", "LOGIN")
    (login,) = found({LOGINS: "out.a.test:u:pw\n"})
    assert (login.user, login.mechanisms) == ("u", ())
    assert any("for a name other than the one in dc_smarthost" in each for each in login.notices)
    (login,) = found({LOGINS: "gmail-smtp.l.b.test:u:pw\n*.b.test : u:pw \n"})
    assert (login.user, secret_of(login)) == ("u", "pw")
    assert any("for a name other than the one in dc_smarthost" in each for each in login.notices)


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({MAIN: conf("a.test", "internet")}, "dc_eximconfig_configtype is not smarthost"),
        ({MAIN: "dc_smarthost=a.test\n"}, "dc_eximconfig_configtype is not smarthost"),
        ({MAIN: conf("")}, "dc_smarthost is empty"),
        ({MAIN: conf("a").replace("'a'", '"$(id S3CR)"')}, "conf:3: the value is code"),
        ({MAIN: conf("a").replace("'a'", "`S3CR`")}, "conf:3: the value is code"),
        ({MAIN: conf("a").replace("'a'", "$S3CR")}, "conf:3: the value is code"),
        (
            {MAIN: conf("a").replace("'a'", "'S3CR")},
            "conf:3: the value is code, or a closing quote is missing",
        ),
        ({}, "passwd.client: no such file, so Exim does not log in"),
        ({LOGINS: '"S3CR:u:p\n'}, "client:1: a closing quote is missing"),
        ({LOGINS: "^(S3CR+)+$:u:p\n"}, "client:1: a regular expression that is too complex"),
        ({LOGINS: "^S3CR[:u:p\n"}, "client:1: a regular expression that this check cannot"),
        ({LOGINS: "^S3CR[[:alpha:]]$:u:p\n"}, "client:1: a regular expression that this check"),
        ({LOGINS: "dbm;/S3CR:u:p\n"}, "client:1: a lookup instead of a name"),
        ({LOGINS: "a.test:\n"}, "client:1: user or password are missing"),
        ({LOGINS: "b:S3CR:p\nc:u:S3CR\n"}, "client: there is no login for the name in dc_smart"),
        ({LOGINS: ""}, "client: there is no login for the name in dc_smarthost"),
    ],
)
def test_what_cannot_be_used_is_told(files: dict[str, str], words: str) -> None:
    """What is wrong is told with its place, and nothing is quoted or run."""
    try:
        (login,) = found(files)
        said = login.problem
    except Misconfigured as error:
        said = str(error)
    assert words in said and "S3CR" not in said


def test_a_file_of_the_directory_stands_for_it() -> None:
    """Either file, and the directory with a slash or without, name the same configuration."""
    files = {MAIN: conf("a.test"), LOGINS: "*:u:p\n"}
    for path in (FOLDER, f"{FOLDER}/", MAIN, LOGINS):
        assert [each.host for each in logins("exim", path, files)] == ["a.test"]


def test_the_sender_is_roots() -> None:
    """Whom Debian's configuration names as the sender of root's mail, which is that of cron and of
    all that watches the host; others have theirs.
    """
    files = {MAIN: conf("a.test"), LOGINS: "*:u:p\n"}
    assert logins("exim", FOLDER, files)[0].sender == ""
    files["/etc/email-addresses"] = "# root: x\nme: me@a.test\nROOT :\talerts@a.test \nroot: x\n"
    for path in (FOLDER, LOGINS):
        assert logins("exim", path, files)[0].sender == "alerts@a.test"
