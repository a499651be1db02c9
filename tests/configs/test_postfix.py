"""Postfix as a client: what postconf and postmap say, and what is made of it."""

from __future__ import annotations

import os
import random
import string
import subprocess
import time
from pathlib import Path
from typing import Callable

import pytest
from fakes.memory import facts, logins, secret_of
from hypothesis import given
from hypothesis import strategies as st
from properties import PROPERTY
from servers.process import program
from servers.requirements import require

from check_smtp_auth.accounts import Misconfigured, Program
from check_smtp_auth.configs.postfix_maps import ABSENT
from check_smtp_auth.configs.reading import Found
from check_smtp_auth.credentials.program import Logins, read
from check_smtp_auth.net.loop import run_one

FOLDER = "/etc/postfix"
MAIN, MAP = f"{FOLDER}/main.cf", f"{FOLDER}/sasl_passwd"
LEAST = {
    "relayhost": "[mail.example.com]:587",
    "smtp_sasl_auth_enable": "yes",
    "smtp_sasl_password_maps": f"hash:{MAP}",
    "smtp_tls_security_level": "secure",
}
FILES = {MAIN: "", MAP: "", f"{MAP}.db": ""}
BROKEN = f"{FOLDER}/broken"
PASSWORD = st.text(st.characters(blacklist_categories=("Cc", "Cs")), min_size=1, max_size=60)


def postfix(
    settings: dict[str, str], tables: dict[str, str], name: str = "", files: dict[str, str] = FILES
) -> list[Found]:
    """What is found where postconf prints these settings, and postmap has these keys; a table
    whose name ends in "broken" makes it fail.
    """

    def printed(words: tuple[str, ...]) -> str:
        if words == ("postconf", "-m"):
            return "hash\ntexthash\nunionmap\nsocketmap\n"
        if words[3] == "-xP":
            return f"{words[4]}/smtp_tls_wrappermode = yes\n" * (words[4] == "wrapped/unix")
        if words[0] == "postconf":
            known = {**LEAST, **settings}
            return "".join(f"{each} = {known[each]}\n" for each in words if each in known)
        assert words[:4] == ("postmap", "-c", FOLDER, "-q")
        if words[5].endswith("broken"):
            return ""
        value = tables.get(f"{words[5]} {words[4]}", tables.get(words[4]))
        return f"{value}\n" if value is not None else f"{ABSENT}\n"

    return logins("postfix", FOLDER, files, name, printed=printed)


# Lines of main.cf and of the map, the name that is asked for, and what Postfix takes of them.
TRAPS = {
    "a service for a port": (
        "relayhost = [localhost]:submission",
        "[localhost]:submission fin@a.test:pa:ss w#1\n",
        ("localhost", 587, "starttls", "fin@a.test", "pa:ss w#1"),
    ),
    "the bare host comes first": (
        "relayhost = [localhost]:2525",
        "[localhost]:2525 u:late\nlocalhost u:early\n",
        ("localhost", 2525, "starttls", "u", "early"),
    ),
    "one parameter in another, over lines": (
        "hub = [local\nrelayhost = ${hub}host]:2525\n# x\n   \nhub =\n  [localhost]:26 \n"
        "relayhost = $hub",
        "[localhost]:26 u:${hub}$hub\n",
        ("localhost", 26, "starttls", "u", "${hub}$hub"),
    ),
    "capitals": (
        "relayhost = [LocalHost]:587",
        "[LOCALHOST]:587 User:PassWord\n",
        ("LocalHost", 587, "starttls", "User", "PassWord"),
    ),
    "blanks and comments in the map": (
        "relayhost = [localhost]",
        "# [localhost] a:b\n\n[localhost]\t u : p \n  q\n",
        ("localhost", 25, "starttls", "u", " p   q"),
    ),
    "TLS from the start": (
        "relayhost = [localhost]:465\nsmtp_tls_wrappermode = yes",
        "[localhost]:465 u:#p;\"'\\n\n",
        ("localhost", 465, "implicit", "u", "#p;\"'\\n"),
    ),
    "no brackets, no port": (
        "relayhost = localhost\nsmtp_tls_security_level = none",
        "localhost u:p=q\n",
        ("localhost", 25, "none", "u", "p=q"),
    ),
    "a text that is no map": (
        "relayhost = [localhost]:587\nsmtp_sasl_password_maps = texthash:$config_directory/map",
        "[localhost]:587 u:grün€\n",
        ("localhost", 587, "starttls", "u", "grün€"),
    ),
    "the second map": (
        "relayhost = [localhost]:587\nsmtp_sasl_password_maps = inline:{ {x = a:b} }, \n"
        "   proxy:$default_database_type:$config_directory/map",
        "[localhost]:587 u:p\n",
        ("localhost", 587, "starttls", "u", "p"),
    ),
    "an address": (
        "relayhost = [::1]:587",
        "[::1]:587 u:p\n",
        ("::1", 587, "starttls", "u", "p"),
    ),
    "values of their own": (
        "relayhost = [localhost]:587\n"
        "smtp_sasl_password_maps = inline:{ { [LOCALHOST]:587 = u:p q, r } }",
        "",
        ("localhost", 587, "starttls", "u", "p q, r"),
    ),
    "values without blanks": (
        "relayhost = [localhost]:587\nsmtp_sasl_password_maps = inline:{{[localhost]:587=u:p=q}}",
        "",
        ("localhost", 587, "starttls", "u", "p=q"),
    ),
    "tables in a table": (
        "relayhost = [localhost]:587\nsmtp_sasl_password_maps = "
        "unionmap:{$default_database_type:$config_directory/map}",
        "[localhost]:587 u:p#q\n",
        ("localhost", 587, "starttls", "u", "p#q"),
    ),
    "one for all": (
        "relayhost = [localhost]:587\nsmtp_sasl_password_maps = static:{u:p q}",
        "",
        ("localhost", 587, "starttls", "u", "p q"),
    ),
}


@pytest.fixture
def folder(tmp_path: Path) -> Callable[[str, str], Path]:
    """Make a directory of Postfix's, with these lines in main.cf and in a map."""

    def make(lines: str, table: str) -> Path:
        directory = tmp_path / "etc"
        directory.mkdir()
        (directory / "main.cf").write_text(
            "compatibility_level = 3.6\nsmtp_sasl_auth_enable = yes\n"
            "smtp_tls_security_level = encrypt\n"
            "smtp_sasl_password_maps = $default_database_type:$config_directory/map\n"
            f"{lines}\n"
        )
        # Postfix's programs wait until a fresh main.cf is over a second old.
        os.utime(directory / "main.cf", (time.time() - 60, time.time() - 60))
        (directory / "master.cf").touch()
        path = directory / "map"
        path.touch(0o600)
        path.write_text(table, "utf-8")
        os.utime(path, (time.time() - 60, time.time() - 60))
        ask(directory, "postmap", str(path))
        return directory

    return make


def ask(directory: Path, name: str, *words: str) -> str:
    """What a program of Postfix's prints."""
    command = [program(name) or name, "-c", str(directory), *words]
    return subprocess.run(command, stdout=subprocess.PIPE, timeout=20).stdout.decode()


def real(path: Path, name: str = "", listing: bool = False) -> Logins:
    """What is read of real files, by the real programs."""
    return run_one(read(Program("postfix", str(path), name), time.monotonic() + 30, listing))


@pytest.mark.parametrize(("lines", "table", "expected"), TRAPS.values(), ids=TRAPS)
def test_it_is_read_as_postfix_reads_it(
    lines: str, table: str, expected: tuple[object, ...], folder: Callable[[str, str], Path]
) -> None:
    """Host, port, TLS, user and password are what Postfix has, whatever the texts look like; and a
    list says the same without a program run.
    """
    require("postfix")
    directory = folder(lines, table)
    (login,) = real(directory).found
    assert facts(login) == expected, login.problem
    relay = ask(directory, "postconf", "-xh", "relayhost").strip()
    if table:
        keys = (login.host, relay)
        maps = ask(directory, "postconf", "-xh", "smtp_sasl_password_maps").split()[-1]
        found = [ask(directory, "postmap", "-q", key, maps.replace("proxy:", "")) for key in keys]
        user, _, password = next(filter(None, found)).rstrip("\n").partition(":")
        assert (login.user, secret_of(login)) == (user.strip(), password)
    (listed,) = real(directory, listing=True).found
    assert facts(listed)[:4] == expected[:4]


def test_the_map_counts_and_not_the_text(folder: Callable[[str, str], Path]) -> None:
    """A text that was changed, or is gone, changes nothing before postmap is run; the first is
    told.
    """
    require("postfix")
    directory = folder("relayhost = [localhost]:587", "[localhost]:587 u:old\n")
    path = directory / "map"
    path.write_text("[localhost]:587 u:new\n")
    os.utime(path, (time.time() + 60, time.time() + 60))
    (login,) = real(directory).found
    assert secret_of(login) == "old"
    assert any("run postmap on it" in notice for notice in login.notices)
    path.unlink()
    (login,) = real(directory).found
    assert secret_of(login) == "old"
    assert not any("postmap" in notice for notice in login.notices)


def test_passwords_are_those_that_postfix_has(folder: Callable[[str, str], Path]) -> None:
    """Passwords of whatever can be printed are what Postfix itself finds in its map."""
    require("postfix")
    chance = random.Random(20)
    made = ["".join(chance.choices(string.printable[:95], k=20)).strip() for _ in range(200)]
    text = "".join(f"[h{at}]:587 u{at}:{word}\n" for at, word in enumerate(made))
    directory = folder("relayhost = [h0]:587", text)
    keys = "".join(f"[h{at}]:587\n" for at in range(len(made)))
    command = [program("postmap") or "", "-c", str(directory), "-q", "-", f"{directory}/map"]
    done = subprocess.run(command, input=keys.encode(), stdout=subprocess.PIPE, timeout=20)
    table = dict(line.split("\t", 1) for line in done.stdout.decode().splitlines())
    assert len(table) == len(made)
    for at, word in enumerate(made):
        (login,) = postfix({"relayhost": f"[h{at}]:587"}, table)
        assert (login.user, secret_of(login)) == (f"u{at}", word)


def test_the_map_must_not_be_everybodys(folder: Callable[[str, str], Path]) -> None:
    """A map, or its text, that everyone can write to is refused; one that everybody can read is
    told, and main.cf, which everybody may read, is not.
    """
    require("postfix")
    directory = folder("relayhost = [localhost]:587", "[localhost]:587 u:p\n")
    assert real(directory).notices == ()
    compiled = next(directory.glob("map.*"))
    for name in ("map", compiled.name):
        path = directory / name
        path.chmod(0o644)
        assert real(directory).notices == (f"{path} can be read by everyone.",)
        path.chmod(0o662)
        (login,) = real(directory).found
        assert login.problem == f"{path}: everyone can write to it: run chmod o-w on it"
        path.chmod(0o600)
    (directory / "main.cf").write_text(
        (directory / "main.cf")
        .read_text()
        .replace("$default_database_type:$config_directory/map", "unionmap:{&}")
        .replace("&", "$default_database_type:$config_directory/map")
    )
    os.utime(directory / "main.cf", (time.time() - 60, time.time() - 60))
    compiled.chmod(0o662)
    assert f"{compiled}: everyone can write to it" in real(directory).found[0].problem
    (directory / "main.cf").chmod(0o666)
    with pytest.raises(Misconfigured, match=r"main\.cf: everyone can write to it"):
        real(directory)


def test_a_file_of_the_directory_stands_for_it(folder: Callable[[str, str], Path]) -> None:
    """main.cf, the map, and the directory, with a slash or without, name one configuration."""
    require("postfix")
    directory = folder("relayhost = [localhost]:587", "[localhost]:587 u:p\n")
    for path in (directory / "main.cf", directory / "map", directory):
        assert [each.user for each in real(path).found] == ["u"]
    with pytest.raises(Misconfigured, match=r"/no/where/main\.cf: no such file"):
        real(directory / "no" / "where")
    with pytest.raises(Misconfigured, match=r"/no/main\.cf: no such file"):
        real(directory / "no" / "main.cf")


@PROPERTY
@given(PASSWORD)
def test_any_password_comes_back(password: str) -> None:
    """Whatever can be printed is the password, as far as one line of a map holds it."""
    (login,) = postfix({}, {LEAST["relayhost"]: f"u:{password}"})
    assert secret_of(login) == password


@pytest.mark.parametrize(
    ("settings", "tls", "words"),
    [
        ({"smtp_tls_security_level": ""}, "none", ""),
        ({"smtp_tls_security_level": "none"}, "none", ""),
        ({"smtp_tls_security_level": "", "smtp_use_tls": "yes"}, "starttls", "level may"),
        ({"smtp_tls_security_level": "", "smtp_enforce_tls": "yes"}, "starttls", "not verify"),
        ({"smtp_tls_security_level": "May"}, "starttls", "sends the password in clear"),
        ({"smtp_tls_security_level": "dane"}, "starttls", "only if the server offers it"),
        ({"smtp_tls_security_level": "encrypt"}, "starttls", "does not verify the certificate"),
        ({"smtp_tls_security_level": "secure"}, "starttls", ""),
        ({"smtp_tls_security_level": "dane-only"}, "starttls", ""),
        ({"smtp_tls_wrappermode": "yes"}, "implicit", ""),
        ({"smtp_tls_security_level": "may", "smtp_tls_policy_maps": "hash:/p"}, "none", ""),
    ],
)
def test_the_level_says_how_tls_starts(settings: dict[str, str], tls: str, words: str) -> None:
    """TLS is as Postfix's level has it, and what is weaker there than here is told."""
    tables = {"mail.example.com": "u:p"}
    if "smtp_tls_policy_maps" in settings:
        tables[LEAST["relayhost"]] = "none protocols=x"
    files = {**FILES, "/p": "", "/p.db": ""}
    (login,) = postfix(settings, tables, files=files)
    assert login.tls == tls, login.problem
    assert words in " ".join(login.notices)
    assert bool(words) == bool(login.notices)


def test_what_goes_with_the_login() -> None:
    """Postfix's own trust and certificate, its mechanisms, and what else should be known."""
    settings = {
        "relayhost": "mail.example.com:587",
        "smtp_tls_CAfile": "/ca.pem",
        "smtp_tls_CApath": "/certs",
        "smtp_tls_cert_file": "/c.pem",
        "smtp_tls_key_file": "/k.pem",
        "smtp_sasl_mechanism_filter": "login, Plain",
        "smtp_sasl_tls_security_options": "noplaintext,noanonymous",
    }
    (login,) = postfix(settings, {"mail.example.com": "u:p"})
    assert (login.ca_file, login.ca_path) == ("/ca.pem", "/certs")
    assert (login.client_cert, login.client_key) == ("/c.pem", "/k.pem")
    assert login.mechanisms == ("PLAIN", "LOGIN")
    told = " ".join(login.notices)
    assert "has no brackets" in told and "(MX)" in told
    assert "smtp_sasl_tls_security_options has noplaintext" in told
    (login,) = postfix(
        {"smtp_sasl_mechanism_filter": "!plain, static:all"}, {"mail.example.com": "u:p"}
    )
    assert login.mechanisms == ()


def test_logins_may_depend_on_the_sender() -> None:
    """A sender after # has the login and the relay host that Postfix takes for it: by its address,
    without what is added to it, then by its domain.
    """
    settings = {
        "smtp_sender_dependent_authentication": "yes",
        "sender_dependent_relayhost_maps": "hash:/r",
    }
    tables = {
        "mail.example.com": "all:p",
        "a@x.test": "a:1",
        "@y.test": "y:2",
        "[other.test]:26": "late:p",
        "hash:/r c@z.test": "[other.test]:26",
        "hash:/r d@z.test": "DUNNO",
    }
    files = {**FILES, "/r": "", "/r.db": ""}

    def of(name: str) -> tuple[object, ...]:
        (login,) = postfix(settings, tables, name, files)
        assert (login.name, login.sender) == (name, name)
        return facts(login)

    assert of("c@z.test") == ("other.test", 26, "starttls", "late", "p")
    assert of("d@z.test") == ("mail.example.com", 587, "starttls", "all", "p")
    settings["sender_dependent_relayhost_maps"] = ""
    assert of("a@x.test") == ("mail.example.com", 587, "starttls", "a", "1")
    assert of("a+b@x.test")[3:] == ("all", "p")
    settings["recipient_delimiter"] = "-+"
    assert of("a+b-c@x.test")[3:] == ("a", "1")
    assert of("b@y.test")[3:] == ("y", "2")
    assert of("b@z.test")[3:] == ("all", "p")
    del settings["smtp_sender_dependent_authentication"]
    assert of("a@x.test")[3:] == ("all", "p")


def test_a_list_of_relay_hosts() -> None:
    """The first of several is meant where none is named, the others have their names; one without
    a login hides no other.
    """
    settings = {"relayhost": "[a.test]:587, b.test:26\t[c.test]:nope"}
    first, second, third = postfix(settings, {"a.test": "u:p", "b.test:26": "v:q"})
    assert (first.name, *facts(first)) == ("", "a.test", 587, "starttls", "u", "p")
    assert (second.name, *facts(second)) == ("b.test:26", "b.test", 26, "starttls", "v", "q")
    assert (
        third.problem == f"{MAIN}: relayhost has a port that is neither a number nor a known name"
    )


HOPS = {
    "default_transport is over relayhost": (
        {"default_transport": "smtp:[d.test]:26"},
        {},
        "",
        ("d.test", 26, "starttls"),
    ),
    "a transport alone leaves relayhost": (
        {"default_transport": "relay", "transport_maps": "hash:/t"},
        {"hash:/t x.test": "smtp:[x.test]"},
        "",
        ("mail.example.com", 587, "starttls"),
    ),
    "the map's * is over both": (
        {"default_transport": "smtp:[d.test]", "transport_maps": "hash:/t"},
        {"hash:/t *": ":[t.test]:465"},
        "",
        ("t.test", 465, "starttls"),
    ),
    "what the sender has is over what all have": (
        {
            "default_transport": "smtp:[d.test]",
            "sender_dependent_default_transport_maps": "hash:/t",
        },
        {"hash:/t @x.test": "smtp:[s.test]:26"},
        "a@x.test",
        ("s.test", 26, "starttls"),
    ),
    "a service has parameters of its own": (
        {"default_transport": "wrapped:[d.test]:465"},
        {},
        "",
        ("d.test", 465, "implicit"),
    ),
}
MASTER = (
    "smtp unix - - n - - smtp\n  -o smtp_tls_security_level=encrypt\nsmtp inet n - y - - smtpd\n"
    "# wrapped unix - - y - - smtp -o smtp_tls_wrappermode=no\n"
    "wrapped unix - - y - - smtp\n  # x\n -v -o { smtp_tls_wrappermode = yes } -o syslog_name=x\n"
    "\terror unix - - y - - error\nnone unix - - y - - error\n"
)


@pytest.mark.parametrize(("settings", "tables", "sender", "expected"), HOPS.values(), ids=HOPS)
def test_it_goes_where_mail_to_others_goes(
    settings: dict[str, str],
    tables: dict[str, str],
    sender: str,
    expected: tuple[object, ...],
) -> None:
    """Not only relayhost names a server; and the service that goes there may have its own TLS."""
    files = {**FILES, "/t": "", "/t.db": "", f"{FOLDER}/master.cf": MASTER}
    tables = {**tables, expected[0]: "u:p"}  # type: ignore[dict-item]
    (login,) = postfix(settings, tables, sender, files)
    assert facts(login) == (*expected, "u", "p"), login.problem
    with pytest.raises(Misconfigured, match="the service none, which is not an SMTP client"):
        postfix({"default_transport": "none:mail goes nowhere"}, {}, files=files)


def test_a_service_of_master_cf_is_asked_of_postfix(folder: Callable[[str, str], Path]) -> None:
    """What postconf says of a service is what counts, with other parameters in it; a list takes it
    from the text.
    """
    require("postfix")
    directory = folder(
        "relayhost =\ndefault_transport = wrapped:[localhost]:465\non = yes",
        "[localhost]:465 u:p\n",
    )
    (directory / "master.cf").write_text(
        "wrapped unix - - n - - smtp\n  -o smtp_tls_wrappermode=$on\n  -o smtp_bind_address=\n"
    )
    (login,) = real(directory).found
    assert facts(login) == ("localhost", 465, "implicit", "u", "p"), login.problem
    assert (login.host, login.port) == (lambda each: (each.host, each.port))(
        real(directory, listing=True).found[0]
    )


def test_a_token_is_not_taken_for_a_password() -> None:
    """Where Postfix logs in with OAuth, its map names a file of tokens: that is told."""
    (login,) = postfix({"smtp_sasl_mechanism_filter": "xoauth2"}, {"mail.example.com": "u:/S3CR"})
    assert login.secret is None and login.mechanisms == ("XOAUTH2",)
    assert "give one beside --from, with --token-file" in login.lacking


@pytest.mark.parametrize("kind", ["hash", "btree", "cdb", "lmdb", "texthash", "nosuch"])
def test_a_type_of_table_is_read_where_postfix_reads_it(
    kind: str, folder: Callable[[str, str], Path]
) -> None:
    """Whatever type main.cf names, its login is read if Postfix has that type; if not, that is
    told, and not that there is no login.
    """
    require("postfix")
    table = f"smtp_sasl_password_maps = {kind}:$config_directory/map"
    directory = folder(f"relayhost = [localhost]:587\n{table}", "[localhost]:587 u:p\n")
    if kind in ask(directory, "postconf", "-m").split():
        if kind != "texthash":
            ask(directory, "postmap", f"{kind}:{directory}/map")
        (login,) = real(directory).found
        assert (login.user, secret_of(login)) == ("u", "p"), login.problem
        (directory / "map").write_text("[elsewhere.test] u:p\n")
        ask(directory, "postmap", f"{kind}:{directory}/map")
        assert "there is no login for the relay host" in real(directory).found[0].problem
    else:
        for ending in (".cdb", ".lmdb"):
            (directory / f"map{ending}").touch(0o600)
        said = real(directory).found[0].problem
        unknown = "what smtp_sasl_password_maps names: Postfix has no such type of table"
        assert said.startswith(
            unknown if kind == "nosuch" else f"{directory}/map: this Postfix cannot read tables of "
        )


@pytest.mark.parametrize("ending", [".db", ".cdb", ".lmdb"])
def test_a_table_that_was_migrated(ending: str) -> None:
    """What main.cf calls hash: may lie there in a form that Postfix 3.11 reads in its place."""
    files = {MAIN: "", f"{MAP}{ending}": ""}
    (found,) = postfix({}, {"[mail.example.com]:587": "fin:S3CR"}, files=files)
    assert found.user == "fin"


@pytest.mark.parametrize(
    ("settings", "tables", "words"),
    [
        ({"smtp_sasl_auth_enable": "no"}, {}, f"{MAIN}: smtp_sasl_auth_enable is not yes"),
        ({"relayhost": ""}, {}, f"{MAIN}: relayhost is empty"),
        ({"smtp_sasl_password_maps": ""}, {}, f"{MAIN}: smtp_sasl_password_maps is empty"),
        ({}, {}, f"{MAP}: there is no login for the relay host"),
        ({"smtp_sender_dependent_authentication": "yes"}, {}, "name one after #"),
        ({}, {"mail.example.com": "S3CR"}, "lacks user or password"),
        ({}, {"mail.example.com": ":S3CR"}, "lacks user or password"),
        *(
            ({"smtp_sasl_password_maps": f"{kind}:/no"}, {}, f"/no{end}: no such file: run postmap")
            for kind, end in (("hash", ".db"), ("btree", ".db"), ("cdb", ".cdb"), ("lmdb", ".lmdb"))
        ),
        *(
            ({"smtp_sasl_password_maps": table}, {}, words)
            for table, words in (
                (f"lmdb:{BROKEN}", f"{BROKEN}: this Postfix cannot read tables of the type lmdb"),
                (f"mysql:{BROKEN}", "(in Debian: postfix-mysql)"),
                (f"proxy:pcre:{BROKEN}", "tables of the type pcre: install what reads them"),
                (f"hash:{BROKEN}", f"main.cf says hash: but there is only {BROKEN}.lmdb: change"),
                (f"texthash:{BROKEN}", f"postmap -q KEY texthash:{BROKEN} says why"),
                ("socketmap:broken", "postmap -q KEY socketmap:... says why"),
                ("u:S3CR", "Postfix has no such type of table"),
                ("unionmap:{ u:S3CR }", "Postfix has no such type of table"),
            )
        ),
        *(
            (
                {"smtp_sasl_password_maps": table},
                {"mail.example.com": "u:S3CR"},
                "contains tables with their values",
            )
            for table in (
                *("unionmap:{hash:/a,static:u:S3CR}", "pipemap:{inline:{a=u:S3CR}}"),
                *("randmap:{u:S3CR, v:S3CR}", "debug:static:u:S3CR", "proxy:randmap:{u:S3CR}"),
            )
        ),
    ],
)
def test_what_cannot_be_used_is_told(
    settings: dict[str, str], tables: dict[str, str], words: str
) -> None:
    """What is wrong is told with the file and the parameter, and no piece of a login."""
    try:
        (login,) = postfix(settings, tables, files={**FILES, BROKEN: "", f"{BROKEN}.lmdb": ""})
        said = login.problem
    except Misconfigured as error:
        said = str(error)
    assert words in said and "S3CR" not in said


def test_a_value_in_a_tables_own_name_is_not_asked_for() -> None:
    """No password is put on the command line of postmap, where all can read it."""
    for table in ("static:u:S3CR", "inline:{mail.example.com=u:S3CR}"):
        asked: list[str] = []

        def printed(words: tuple[str, ...], table: str = table, asked: list[str] = asked) -> str:
            asked.extend(words)
            known = {**LEAST, "smtp_sasl_password_maps": table}
            return "".join(f"{each} = {known[each]}\n" for each in words if each in known)

        (login,) = logins("postfix", FOLDER, FILES, printed=printed)
        assert secret_of(login) == "S3CR"
        assert "postmap" not in asked and not any("S3CR" in word for word in asked)


def test_a_list_needs_no_program_and_no_map() -> None:
    """Relay hosts and senders with a login of their own are told by the texts alone; a parameter
    that grows without bound, or into itself, ends.
    """
    bomb = "".join(f"b{at} = $b{at + 1}$b{at + 1}$b{at + 1}\n" for at in range(60))
    main = (
        f"{bomb}b60 = x$b60 ${{b0\nrelayhost = $(r)\nr = [mail.example.com]:587\n"
        "smtp_sasl_auth_enable = yes\nsmtp_sender_dependent_authentication = yes\n"
        f"smtp_sasl_password_maps = hash:{MAP}\nsmtp_tls_security_level = may\n"
    )
    table = "[mail.example.com]:587 u:p\nA@x.test a:q\n@y.test y:r\n"
    found = logins("postfix", FOLDER, {MAIN: main, MAP: table})
    told = [(each.name, each.host, each.port, each.tls, each.user) for each in found]
    assert told == [
        ("", "mail.example.com", 587, "starttls", "u"),
        ("a@x.test", "mail.example.com", 587, "starttls", "a"),
    ]
    assert all(each.secret is None for each in found)
    (login,) = logins("postfix", FOLDER, {MAIN: main.replace("dependent", "x")})
    assert (login.host, login.user) == ("mail.example.com", "")
