"""Logins that a program keeps, by --from and in files of accounts: what comes over the wire."""

from __future__ import annotations

import json
import os
import random
import subprocess
import time
from base64 import b64decode
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fakes.certificates import Certificates
from fakes.plugin import environment, run
from fakes.scripts import ACCEPT, REJECT, answer, clear, implicit, starttls
from fakes.server import Script, Server
from fakes.timing import PATIENT
from servers.process import program
from servers.requirements import require

from check_smtp_auth.accounts import (
    Account,
    Caution,
    Entry,
    Origin,
    Policy,
    Program,
    Source,
    Trust,
)
from check_smtp_auth.configs.postfix_maps import ABSENT, pairs
from check_smtp_auth.configured import resolved
from check_smtp_auth.credentials import answers
from check_smtp_auth.net.loop import run_one

PASSWORD = "pa:ss \"w#1' $HOME"
USER = "fin@example.test"
SENDER = "alerts@example.test"
MAIL = answer(b"MAIL", b"250 2.1.0 Ok\r\n") + answer(b"RSET", b"250 2.0.0 Ok\r\n")

Write = Callable[[Path, Server, str], Path]


def write_msmtp(folder: Path, server: Server, tls: str) -> Path:
    """An msmtprc for a server."""
    path = folder / "msmtprc"
    path.touch(0o600)
    path.write_text(
        f"defaults\nport {server.port}\nauth on\ntls {'off' if tls == 'none' else 'on'}\n"
        f"tls_starttls {'off' if tls == 'implicit' else 'on'}\naccount alerts\nhost localhost\n"
        f"user {USER}\npassword {PASSWORD}\nfrom {SENDER}\naccount default : alerts\n"
    )
    return path


def write_postfix(folder: Path, server: Server, tls: str) -> Path:
    """A directory of Postfix's for a server."""
    require("postfix")
    level = "none" if tls == "none" else "encrypt"
    wrapped = "yes" if tls == "implicit" else "no"
    (folder / "main.cf").write_text(
        f"compatibility_level = 3.6\nrelayhost = [localhost]:{server.port}\n"
        f"smtp_tls_security_level = {level}\nsmtp_tls_wrappermode = {wrapped}\n"
        "smtp_sasl_auth_enable = yes\nsmtp_sasl_tls_security_options = noanonymous\n"
        "smtp_sasl_security_options = noanonymous\nsmtp_sender_dependent_authentication = yes\n"
        "smtp_sasl_password_maps = hash:$config_directory/sasl_passwd\n"
    )
    os.utime(folder / "main.cf", (time.time() - 60, time.time() - 60))
    (folder / "master.cf").touch()
    path = folder / "sasl_passwd"
    path.touch(0o600)
    path.write_text(f"[localhost]:{server.port} other:one\n{SENDER} {USER}:{PASSWORD}\n")
    subprocess.run(
        [program("postmap") or "", "-c", str(folder), f"hash:{path}"], check=True, timeout=20
    )
    return folder


def write_exim(folder: Path, server: Server, tls: str) -> Path:
    """A directory of Debian's Exim for a server."""
    (folder / "update-exim4.conf.conf").write_text(
        f"dc_eximconfig_configtype='smarthost'\ndc_smarthost='localhost::{server.port}'\n"
    )
    name = "PROTOCOL = smtps" if tls == "implicit" else "HOSTS_AVOID_TLS = *"
    if tls != "starttls":
        (folder / "exim4.conf.localmacros").write_text(f"REMOTE_SMTP_SMARTHOST_{name}\n")
    path = folder / "passwd.client"
    path.touch(0o600)
    path.write_text(f"*:{USER}:{PASSWORD}\n")
    (folder.parent / "email-addresses").write_text(f"# x\nroot: {SENDER}\n")
    return folder


PROGRAMS: dict[str, Write] = {"msmtp": write_msmtp, "postfix": write_postfix, "exim": write_exim}


def script(certificates: Certificates, tls: str, *rest: Script) -> Script:
    """A server that starts TLS in this way."""
    if tls == "none":
        return clear(*rest, offer="AUTH PLAIN")
    start = implicit if tls == "implicit" else starttls
    return start(certificates.server.file, *rest, offer="AUTH PLAIN")


def login(server: Server) -> list[str]:
    """User and password that a server was given."""
    (line,) = (line for line in server.lines if line.startswith(b"AUTH PLAIN "))
    return b64decode(line.split()[2]).decode().split("\0")[1:]


@pytest.mark.parametrize("tls", ["starttls", "implicit", "none"])
@pytest.mark.parametrize("kind", PROGRAMS)
def test_the_login_is_the_programs(
    kind: str, tls: str, certificates: Certificates, tmp_path: Path
) -> None:
    """With nothing but --from and trust the server gets the user, the password, the way of TLS and
    the sender that the program is configured with; Exim has root's, Postfix one for each login.
    """
    folder = tmp_path / "etc"
    folder.mkdir()
    with Server(script(certificates, tls, ACCEPT, MAIL)) as server:
        path = PROGRAMS[kind](folder, server, tls)
        name = f"#{SENDER}" if kind == "postfix" else ""
        trust = ("--ca-file", certificates.ca_file) if tls != "none" else ()
        words = (*trust, "--mail-from", "auto", "-t", PATIENT, "--output", "json")
        done = run("--from", f"{kind}:{path}{name}", *words)
        assert login(server) == [USER, PASSWORD]
        senders = [line for line in server.lines if line.startswith(b"MAIL")]
        assert senders == [f"MAIL FROM:<{SENDER}>".encode()]
    assert done.code == 0, done.output
    account = done.account
    assert (account["user"], account["name"], account["tls"]["mode"]) == (USER, USER, tls)
    assert PASSWORD[:5] not in done.output


def test_the_sender_is_the_programs(certificates: Certificates, tmp_path: Path) -> None:
    """--mail-from auto asks for the configured sender; where there is none, that is told."""
    with Server(script(certificates, "starttls", ACCEPT, MAIL)) as server:
        path = write_msmtp(tmp_path, server, "starttls")
        words = ("--mail-from", "auto", "--ca-file", certificates.ca_file, "-t", PATIENT)
        done = run("--from", f"msmtp:{path}", *words)
        assert done.code == 0, done.output
        assert any(line.startswith(f"MAIL FROM:<{SENDER}>".encode()) for line in server.lines)
        path.write_text(path.read_text().replace(f"from {SENDER}", "from"))
        done = run("--from", f"msmtp:{path}", *words)
    assert (done.code, done.first) == (
        3,
        f"SMTP_AUTH UNKNOWN - {path}: mail-from auto needs a sender there, and none is configured",
    )


def test_options_beside_it_are_stronger(
    certificates: Certificates, tmp_path: Path, password_file: Path
) -> None:
    """Host, port, TLS, user and a source of their own count before what stands in the file."""
    password_file.write_text("other")
    with Server(script(certificates, "implicit", ACCEPT)) as server:
        path = write_msmtp(tmp_path, server, "starttls")
        path.write_text(path.read_text().replace(str(server.port), "9").replace("localhost", "x"))
        words = ("-H", "localhost", "-p", str(server.port), "--tls", "implicit", "-u", "me")
        more = ("-P", password_file, "--ca-file", certificates.ca_file, "-t", PATIENT)
        done = run("--from", f"msmtp:{path}#alerts", *words, *more)
        assert login(server) == ["me", "other"]
    assert done.code == 0, done.output


def test_the_programs_own_trust_counts(certificates: Certificates, tmp_path: Path) -> None:
    """The program's trust file is used where none is given, and gives way to one that is; that a
    program does not verify changes nothing but for a notice.
    """
    with Server(script(certificates, "starttls", ACCEPT)) as server:
        path = write_msmtp(tmp_path, server, "starttls")
        text = path.read_text()
        path.write_text(f"{text}tls_trust_file {certificates.ca_file}\ntls_certcheck off\n")
        done = run("--from", f"msmtp:{path}", "-t", PATIENT, "--output", "json")
        assert done.code == 0, done.output
        assert "msmtp does not verify the certificate" in " ".join(done.account["notices"])
        assert done.account["tls"]["verified"]
        path.write_text(f"{text}tls_trust_file {path}\n")
        words = ("--ca-file", certificates.ca_file, "-t", PATIENT)
        assert run("--from", f"msmtp:{path}", *words).code == 0
        path.write_text(f"{text}tls_certcheck off\n")
        done = run("--from", f"msmtp:{path}", "-t", PATIENT)
    assert done.code == 2
    assert "certificate" in done.first
    assert "Note: msmtp does not verify the certificate here; this check does." in done.long


def test_a_command_for_the_password_is_run(certificates: Certificates, tmp_path: Path) -> None:
    """A passwordeval is run by a shell, as by msmtp; its first line is the password, and a command
    that fails or prints nothing is told without its words.
    """
    with Server(script(certificates, "starttls", ACCEPT)) as server:
        path = write_msmtp(tmp_path, server, "starttls")
        text = path.read_text().replace(f"password {PASSWORD}", "passwordeval {}")
        words = ("--ca-file", certificates.ca_file, "-t", PATIENT)
        path.write_text(text.format('echo "it\'s" | tr s d; echo more'))
        done = run("--from", f"msmtp:{path}", *words)
        assert login(server)[1] == "it'd"
        assert done.code == 0, done.output
        for command, said in (("exit 3 # s3cr", "exit code 3"), ("true s3cr", "empty first line")):
            path.write_text(text.format(command))
            done = run("--from", f"msmtp:{path}", *words)
            assert done.code == 3 and said in done.first and "s3cr" not in done.output
            assert str(path) in done.first


def test_accounts_of_a_file_may_be_a_programs(certificates: Certificates, tmp_path: Path) -> None:
    """In a file of accounts ``from`` is stronger than the defaults, and weaker than what stands
    beside it; what is wrong with one is its own, and a list runs nothing.
    """
    with Server(script(certificates, "starttls", ACCEPT)) as server:
        path = write_msmtp(tmp_path, server, "starttls")
        marker = tmp_path / "was-run"
        path.write_text(
            f"{path.read_text()}account other : alerts\npassword\npasswordeval touch {marker}\n"
        )
        accounts = tmp_path / "accounts.ini"
        accounts.touch(0o644)
        accounts.write_text(
            f"[defaults]\nhost = nowhere.test\nport = 9\ntls = implicit\npassword-file = /none\n"
            f"timeout = {PATIENT}\nca-file = {certificates.ca_file}\nfrom-keys = host=x\n"
            "[alerts]\nfrom = msmtp:msmtprc\nused-by = all\n[mine]\nfrom = msmtp:msmtprc#alerts\n"
            "user = me\n[gone]\nfrom = msmtp:msmtprc#gone\n[other]\nfrom = msmtp:msmtprc#other\n"
            "mail-from = auto\n[no]\nmail-from = auto\nuser = x\n"
        )
        listed = run("--accounts", accounts, "--list-accounts", "--output", "json")
        assert not marker.exists()
        alone = run("--accounts", accounts, "--account", "alerts", "--output", "json")
        done = run("--accounts", accounts, "--output", "json")
        assert server.count(b"AUTH") == 3
    assert alone.code == 0 and alone.account["name"] == "alerts"
    found = {each["name"]: each for each in done.json["accounts"]}
    assert [each["diagnosis"] for each in found.values()] == [
        *("authenticated", "authenticated", "misconfigured", "misconfigured", "misconfigured"),
    ]
    assert [each["user"] for each in found.values()][:2] == [USER, "me"]
    assert (found["alerts"]["host"], found["alerts"]["port"]) == ("localhost", server.port)
    assert found["gone"]["summary"] == (
        f"{accounts}:15: {path}: there is no login of that name, only alerts, default, other"
    )
    assert "empty first line" in found["other"]["summary"]
    assert "mail-from = auto needs from = KIND" in found["no"]["summary"]
    rows = {each["name"]: each for each in listed.json["accounts"]}
    assert (rows["other"]["host"], rows["other"]["user"]) == ("localhost", USER)
    assert rows["other"]["file"] == str(path) and rows["other"]["error"] is None
    assert "no login of that name" in rows["gone"]["error"]


def test_an_empty_value_beside_it_takes_only_a_default_back(tmp_path: Path) -> None:
    """In a file of accounts an empty key undoes what [defaults] say, not what the program has."""
    config = tmp_path / "app.env"
    config.write_text("MAIL_HOST=mail.test\nMAIL_PORT=465\nMAIL_USERNAME=app\nMAIL_PASSWORD=x\n")
    config.chmod(0o600)
    keys = ("host", "port", "tls", "user", "timeout", "ca-file", "helo")
    file = tmp_path / "accounts.ini"
    parts = [f"[{key}]\nfrom = laravel:app.env\n{key} =\n" for key in keys]
    file.write_text(f"[defaults]\nhelo = a.test\n{''.join(parts)}")
    listed = run("--accounts", file, "--list-accounts", "--output", "json")
    told = json.loads(listed.output)["accounts"]
    assert [each["name"] for each in told] == [*keys]
    for each in told:
        assert (each["host"], each["port"], each["user"]) == ("mail.test", 465, "app")
        assert not each["error"]
    many = run("--accounts", file, "--deadline", "0.001", "--state-dir", "none")
    assert "fault in this plugin" not in many.output


def test_many_are_read_within_the_runs_time(certificates: Certificates, tmp_path: Path) -> None:
    """A run with a deadline reads its programs' files too; one that cannot be read in time ends
    with the run, and no other waits for it.
    """
    with Server(script(certificates, "starttls", ACCEPT)) as server:
        write_msmtp(tmp_path, server, "starttls")
        accounts = tmp_path / "accounts.ini"
        accounts.touch(0o644)
        parts = [f"[a{at}]\nfrom = msmtp:msmtprc\nuser = u{at}\n" for at in range(12)]
        accounts.write_text(f"[defaults]\nca-file = {certificates.ca_file}\n{''.join(parts)}")
        done = run("--accounts", accounts, "--deadline", "60", "-t", PATIENT)
        assert done.code == 0, done.output
        assert server.count(b"AUTH") == 12
    done = run("--accounts", accounts, "--deadline", "0.001")
    # Where even the file of accounts was not read in time, it is the one that is told.
    in_time = "did not answer in time" not in done.output
    assert "not tried" in done.first or not in_time
    assert done.perfdata["accounts_unknown"].value == (12 if in_time else 1)


def test_a_list_names_what_there_is(certificates: Certificates, tmp_path: Path) -> None:
    """--list-accounts tells names, hosts, ports, users and the file of a program's logins, with
    exit code 0, whatever is wrong.
    """
    with Server(script(certificates, "starttls", ACCEPT)) as server:
        path = write_msmtp(tmp_path, server, "starttls")
        path.write_text(f"{path.read_text()}account off : alerts\nauth off\n")
        table = run("--from", f"msmtp:{path}", "--list-accounts")
        rows = run("--from", f"msmtp:{path}", "--list-accounts", "--output", "zabbix")
        none = run("--from", f"msmtp:{path}x", "--list-accounts")
        assert not server.connections
    assert table.code == rows.code == none.code == 0
    lines = [line.split() for line in table.lines]
    assert lines[0] == ["NAME", "HOST", "PORT", "USER", "USED", "BY", "LABELS", "FILE"]
    assert [line[:5] for line in lines[1:3]] == [
        [name, "localhost", str(server.port), USER, str(path)] for name in ("alerts", "default")
    ]
    assert lines[3][0] == "off" and "auth is off" in table.lines[3]
    assert f'"{{#FILE}}": "{path}"' in rows.output and '"{#NAME}": "alerts"' in rows.output
    assert f"error: {path}x: no such file" in none.output


def test_it_tells_when_the_file_was_changed(certificates: Certificates, tmp_path: Path) -> None:
    """A login that is refused after it worked says whether the program's file was changed."""
    certificate = certificates.server.file
    first = starttls(certificate, ACCEPT, offer="AUTH PLAIN")
    then = starttls(certificate, REJECT, offer="AUTH PLAIN")
    with Server(first, then) as server:
        path = write_msmtp(tmp_path, server, "starttls")
        words = ("--from", f"msmtp:{path}", "--ca-file", certificates.ca_file, "-t", PATIENT)
        state = ("--state-dir", tmp_path / "state")
        assert run(*words, *state).code == 0
        done = run(*words, *state)
        assert "The program's file has not changed since the login last worked" in done.long
        path.write_text(path.read_text().replace("w#1", "w#2"))
        os.utime(path, (time.time() + 5, time.time() + 5))
        done = run(*words, *state)
    assert done.code == 2
    assert "The program's file was changed at " in done.long
    assert "look there first" in done.long


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--from", "S3CR"), "--from: unknown kind of program; known are postfix, msmtp"),
        (("--from", "S3CR/x"), "--from: the kind of program comes before the file: KIND:FILE"),
        (("--from", "Postfix"), "--from: unknown kind of program; did you mean postfix?"),
        (("--from", "postfx:S3CR"), "did you mean postfix?"),
        (("--from", "forgejo:S3CR"), "did you mean gitea?"),
        (("--from", "gitea"), "--from: gitea has no default file: give its path, as in gitea:FILE"),
        (
            ("--from", "ini:/x"),
            "--from ini needs to know where each part is: --from-keys host=MAIL_HOST,user=MAIL_",
        ),
        (("--from", "url:/x"), "where each part is: --from-keys url=MAIL_URL"),
        (("--from", "msmtp", "--from-keys", "host=x"), "--from msmtp takes no --from-keys: they"),
        (
            ("--from", "ini:/x", "--from-keys", "S3CR=x"),
            "pair 1 does not start with one of host, port,",
        ),
        (("--from", "ini:/x", "--from-keys", "host=a,S3CR"), "pair 2 has no equals sign: write"),
        (("--from", "ini:/x", "--from-keys", "host="), "--from-keys: host= does not name a key"),
        (("--from", "ini:/x", "--from-keys", "host=x,host=S3CR"), "host= is given twice"),
        (("--from", "ini:/x", "--from-keys", "url=x"), "is for --from url, not for ini"),
        (("--from", "url:/x", "--from-keys", "host=x"), "--from url needs url=KEY in --from-keys"),
        (
            ("--from", "env:/x", "--from-keys", "host=x,dialect=S3CR"),
            "must be one of env's: python-dot",
        ),
        (("--from", "json:/x", "--from-keys", "host=x,dialect=S3CR"), "--from json has no dialec"),
        (("--from-keys", "host=x"), "--from-keys needs --from KIND"),
        (("-H", "x", "-u", "x", "-P", "/x", "-f", "auto"), "-f auto needs --from KIND"),
        (("--list-accounts",), "--list-accounts needs --accounts PATH or --from KIND"),
    ],
)
def test_a_wrong_command_line_is_told(words: tuple[str, ...], said: str) -> None:
    """What does not go together is one line that names the option, and repeats no value."""
    done = run(*words)
    assert (done.code, len(done.lines)) == (3, 1)
    assert said in done.first and "S3CR" not in done.output


def broken(text: str, secret: str) -> list[str]:
    """A file that is broken in two hundred ways, each with a piece of the secret in it."""
    chance, made = random.Random(20), []
    signs = (
        '"',
        "'",
        "\\",
        "$(",
        "`",
        "{",
        "\n",
        " ",
        ":",
        "=",
        "#",
        "\r",
        ";",
        ",",
        "[",
        "^",
        "\t",
    )
    while len(made) < 200:
        new = text
        for _ in range(chance.randint(1, 6)):
            at = chance.randrange(len(new))
            end = at + chance.choice((0, 0, 1, 5, 9))
            new = f"{new[:at]}{chance.choice((*signs, ''))}{new[end:]}"
        if secret[:8] in new or secret[8:] in new:
            made.append(new)
    return made


@pytest.mark.parametrize("kind", PROGRAMS)
def test_no_piece_of_a_secret_is_in_what_is_told(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of two hundred broken files none has a piece of its password told, whatever it is broken
    into; and none ends in a fault.
    """
    secret = "Kanarienvogel-4711"
    tmp_path /= "etc"
    tmp_path.mkdir()
    with Server([]) as server:
        PROGRAMS[kind](tmp_path, server, "starttls")
    name = {"msmtp": "msmtprc", "postfix": "sasl_passwd", "exim": "passwd.client"}[kind]
    path = tmp_path / name
    where = tmp_path if kind == "postfix" else path
    if kind == "postfix":
        # As postconf and postmap would print it; to ask them so often takes its time.
        main = (tmp_path / "main.cf").read_text().replace("$config_directory", str(tmp_path))

        def printed(words: tuple[str, ...], *_: object, **__: object) -> Iterator[bytes]:
            yield from ()
            found = dict(pairs(path.read_text())).get(words[4].lower(), ABSENT)
            return (main if words[0] == "postconf" else found).encode()

        monkeypatch.setattr(answers, "printed", printed)
    account = Account("", 587, None, Source("file", ""), "starttls", Trust(), "")
    entry = Entry(account, Policy(), Caution(), origin=Origin(Program(kind, str(where)), {}))
    for text in broken(path.read_text().replace(PASSWORD, f"{secret} x"), secret):
        path.write_bytes(text.encode())
        read = run_one(resolved(entry, time.monotonic() + 60))
        said = f"{read.problem} {read.account.source!r} {read.account.notices}"
        assert not any(secret[at : at + 6] in said for at in range(len(secret) - 5)), (text, said)
        assert "a fault in this plugin" not in said


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        (
            "user=U,password=P",
            "no server is configured there: name its key by host= in --from-keys",
        ),
        ("host=H,user=U", "for this login: name its key by password= in --from-keys"),
        ("host=H,user=U,password=P#x", "there is only one login: leave out the name after #"),
    ],
)
def test_what_is_left_out_is_named(keys: str, said: str, tmp_path: Path) -> None:
    """What --from-keys do not tell of is asked for; and where a name is too much, that is told."""
    path = tmp_path / "app.env"
    path.touch(0o600)
    path.write_text("H=localhost\nU=u\nP=p\n")
    keys, mark, name = keys.partition("#")
    done = run("--from", f"env:{path}{mark}{name}", "--from-keys", keys)
    assert done.code == 3 and done.first.endswith(said)


def test_what_stands_there_as_code_may_be_given_beside(
    certificates: Certificates, tmp_path: Path
) -> None:
    """Where a constant of WordPress is made by code, an option beside --from has its value; without
    one that is told, with the line.
    """
    path = tmp_path / "wp-config.php"
    path.touch(0o600)
    with Server(script(certificates, "implicit", ACCEPT)) as server:
        path.write_text(
            "<?php\ndefine('WPMS_ON', true);\ndefine('WPMS_MAILER', 'smtp');\n"
            "define('WPMS_SMTP_HOST', getenv('H'));\ndefine('WPMS_SMTP_USER', getenv('U'));\n"
            f"define('WPMS_SMTP_PASS', getenv('P'));\ndefine('WPMS_SMTP_PORT', {server.port});\n"
            "define('WPMS_SSL', 'ssl');\n"
        )
        words = ("--from", f"wordpress:{path}", "--ca-file", certificates.ca_file, "-t", PATIENT)
        beside = ("-H", "localhost", "-u", "someone", "--password-env", "P")
        done = run(*words, *beside, env=environment(P=PASSWORD))
        assert done.code == 0, done.output
        assert login(server) == ["someone", PASSWORD]
    for left_out in (0, 2, 4):
        done = run(*words, *beside[:left_out], *beside[left_out + 2 :])
        assert f"{path}:4: WPMS_SMTP_HOST is computed by code" in done.first
        assert "give host, user and the source of the password as options instead" in done.first
