"""The plugin logs in with what a file says, and with nothing else given but whom to trust."""

from __future__ import annotations

import json
from base64 import b64decode
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import pytest
from fakes.certificates import Certificates
from fakes.plugin import COMMAND, Run, environment, run
from fakes.ports import asked
from fakes.scripts import ACCEPT, REJECT, answer, clear, implicit, starttls
from fakes.server import Script, Server

from check_smtp_auth.configs import DIALECTS, all_kinds

USER = "alerts@example.test"
SECRET = 'p#w "q" é;\\x'
SENDER = "noreply@example.test"
QUOTED = json.dumps(SECRET)
ENVELOPE: Script = [
    *answer(b"MAIL FROM:", b"250 2.1.0 Ok\r\n"),
    *answer(b"RSET", b"250 2.0.0 Ok\r\n"),
]


class Case(NamedTuple):
    """A file's text, with {port} in it; how TLS starts; and what is told beside --from."""

    kind: str
    text: str
    tls: str
    options: tuple[str, ...] = ()
    name: str = ""
    file: str = "config"
    sender: bool = True


def keys(pattern: str, dialect: str = "") -> tuple[str, ...]:
    """--from-keys with all parts after one pattern."""
    parts = ("host", "port", "user", "password", "tls", "from")
    pairs = [f"{part}={pattern.format(part)}" for part in parts]
    return ("--from-keys", ",".join([*pairs, *([f"dialect={dialect}"] if dialect else [])]))


INI = f"host = localhost\nport = {{port}}\nuser = {USER}\ntls = %s\nfrom = {SENDER}\n"
CASES = {
    "ini, go-ini": Case(
        "ini",
        f"[mail]\n{INI % 'starttls'}password = `{SECRET}`\n",
        "starttls",
        keys("mail.{}", "go-ini"),
    ),
    "ini, git": Case(
        "ini",
        f'[mail "work"]\n{INI % "ssl"}password = {QUOTED}\n'.replace("\\u00e9", "é"),
        "implicit",
        keys("mail.work.{}", "git"),
    ),
    "ini, plain": Case(
        "ini", f"[mail]\n{INI % 'none'}password = {SECRET}\n", "none", keys("mail.{}", "plain")
    ),
    "json": Case(
        "json",
        '{"m": [{"host": "localhost", "port": {port}, "tls": "implicit", '
        f'"user": "{USER}", "from": "{SENDER}", "password": {QUOTED}' + "}]}",
        "implicit",
        keys("m.0.{}"),
    ),
    "yaml": Case(
        "yaml",
        f"m:\n- host: localhost\n  port: {{port}}\n  user: {USER}\n  password: {QUOTED}\n"
        f"  tls: starttls\n  from: Alerts <{SENDER}>\n",
        "starttls",
        keys("m.0.{}"),
    ),
    "alertmanager": Case(
        "alertmanager",
        f"global:\n  smtp_smarthost: localhost:{{port}}\n  smtp_from: A <{SENDER}>\n"
        f"  smtp_auth_username: {USER}\n  smtp_auth_password: {QUOTED}\nreceivers: []\n",
        "starttls",
    ),
    "alertmanager, a receiver": Case(
        "alertmanager",
        "global: {smtp_smarthost: 'other.test:587', smtp_auth_username: x, "
        f"smtp_auth_password: y}}\nreceivers:\n- name: on call\n  email_configs:\n"
        f"  - {{to: z, smarthost: 'localhost:{{port}}', from: {SENDER}, force_implicit_tls: true,\n"
        f"     auth_username: {USER}, auth_password: {QUOTED}}}\n",
        "implicit",
        name="on call",
    ),
    "grafana": Case(
        "grafana",
        f"[smtp]\nenabled = true\nhost = localhost:{{port}}\nuser = {USER}\npassword = `{SECRET}`\n"
        f"from_address = {SENDER}\nstartTLS_policy = MandatoryStartTLS\n",
        "starttls",
    ),
    "gitea": Case(
        "gitea",
        f"[mailer]\nENABLED = true\nPROTOCOL = smtps\nSMTP_ADDR = localhost\nSMTP_PORT = {{port}}\n"
        f"USER = {USER}\nPASSWD = `{SECRET}`\nFROM = {SENDER}\n",
        "implicit",
    ),
    "redmine": Case(
        "redmine",
        "production:\n  email_delivery:\n    smtp_settings:\n      address: localhost\n"
        f"      port: {{port}}\n      user_name: {USER}\n      password: {QUOTED}\n",
        "starttls",
        sender=False,
    ),
    "discourse": Case(
        "discourse",
        "env:\n  DISCOURSE_SMTP_ADDRESS: localhost\n  DISCOURSE_SMTP_PORT: {port}\n"
        f"  DISCOURSE_SMTP_USER_NAME: {USER}\n  DISCOURSE_SMTP_PASSWORD: 'p#w;x'\n"
        f"  DISCOURSE_SMTP_FORCE_TLS: true\n  DISCOURSE_NOTIFICATION_EMAIL: {SENDER}\n",
        "implicit",
    ),
    "spring, properties": Case(
        "spring",
        f"spring.mail.host=localhost\nspring.mail.port={{port}}\nspring.mail.username={USER}\n"
        f"spring.mail.password={QUOTED[1:-1]}\n"
        "spring.mail.properties.mail.smtp.starttls.required=true\n"
        f"spring.mail.properties.mail.smtp.from={SENDER}\n",
        "starttls",
    ),
    "spring, yml": Case(
        "spring",
        f"spring.mail:\n  host: localhost\n  port: {{port}}\n  username: {USER}\n"
        f"  password: {QUOTED}\n  ssl.enabled: true\n  properties.mail.smtp.from: {SENDER}\n",
        "implicit",
        file="application.yml",
    ),
    "mattermost": Case(
        "mattermost",
        '{"EmailSettings": {"SMTPServer": "localhost", "SMTPPort": "{port}", '
        '"EnableSMTPAuth": true, "ConnectionSecurity": "TLS", '
        f'"SMTPUsername": "{USER}", "SMTPPassword": {QUOTED}, "FeedbackEmail": "{SENDER}"' + "}}",
        "implicit",
    ),
}


def script(tls: str, certificates: Certificates, *rest: Script) -> Script:
    """A server's side, with TLS as it is to start."""
    if tls == "none":
        return clear(*rest)
    begin = starttls if tls == "starttls" else implicit
    return begin(certificates.server.file, *rest)


def checked(case: Case, port: int, folder: Path, ca_file: Path) -> Run:
    """The plugin against a server on this port."""
    path = folder / case.file
    path.write_text(case.text.replace("{port}", str(port)), "utf-8")
    path.chmod(0o600)
    name = f"#{case.name}" if case.name else ""
    options = [*case.options, *(("--mail-from", "auto") if case.sender else ())]
    return run("--from", f"{case.kind}:{path}{name}", "--ca-file", ca_file, "-t", "30", *options)


def given(lines: list[bytes]) -> Mapping[str, str]:
    """The user and the password of the one AUTH PLAIN."""
    (response,) = [line.split()[2] for line in lines if line.startswith(b"AUTH PLAIN")]
    _, user, password = b64decode(response).decode().split("\0")
    return {"user": user, "password": password}


@pytest.mark.parametrize("name", CASES)
def test_one_login_as_the_program_is_configured(
    name: str, certificates: Certificates, tmp_path: Path
) -> None:
    """User, password, TLS and sender arrive at the server as the file says."""
    case = CASES[name]
    rest = (ACCEPT, ENVELOPE) if case.sender else (ACCEPT,)
    with Server(script(case.tls, certificates, *rest)) as server:
        told = checked(case, server.port, tmp_path, certificates.ca_file)
        assert told.code == 0, told.output
        expected = "p#w;x" if case.kind == "discourse" else SECRET
        assert given(server.lines) == {"user": USER, "password": expected}
        assert server.count(b"AUTH") == 1
        senders = [line for line in server.lines if line.startswith(b"MAIL FROM:")]
        assert senders == [f"MAIL FROM:<{SENDER}>".encode()] * case.sender
        assert server.count(b"STARTTLS") == (case.tls == "starttls")
    assert USER in told.first


def test_grafana_on_port_465(certificates: Certificates, tmp_path: Path) -> None:
    """The port alone has TLS from the start, and is where the login goes."""
    path = tmp_path / "grafana.ini"
    path.write_text(CASES["grafana"].text.replace("{port}", "465"), "utf-8")
    path.chmod(0o600)
    words = ("--from", f"grafana:{path}", "--mail-from", "auto", "-t", "30")
    command = [*COMMAND, *words, "--ca-file", certificates.ca_file]
    (told,) = asked(certificates.server.file, [command], environment())
    assert told.code == 0, told.output
    ((port, said),) = told.said
    assert (port, told.mode) == (465, "implicit")
    lines = [line.encode() for line in said]
    assert given(lines) == {"user": USER, "password": SECRET}
    assert f"MAIL FROM:<{SENDER}>".encode() in lines


@pytest.mark.parametrize("name", ["alertmanager", "grafana", "spring, yml"])
def test_a_password_that_is_wrong_there_is_critical(
    name: str, certificates: Certificates, tmp_path: Path
) -> None:
    """The program's own password is refused: that is what the check is for, and it is not shown."""
    case = CASES[name]._replace(sender=False)
    with Server(script(case.tls, certificates, REJECT)) as server:
        told = checked(case, server.port, tmp_path, certificates.ca_file)
    assert told.code == 2
    assert "rejected" in told.first
    assert "p#w" not in told.output


def test_a_byte_order_mark_is_what_it_is_to_the_program(tmp_path: Path) -> None:
    """Programs that pass over the mark that an editor of Windows puts first have their files read;
    JSON that begins with one is none, to those programs as well.
    """
    from . import test_code_logins

    texts = {name: (case.kind, case.text, case.options, case.file) for name, case in CASES.items()}
    for kind, (text, ways) in test_code_logins.FILES.items():
        text = text.format(port=587, tls=ways["starttls"])
        texts[kind] = (kind, text, (), "config")
    accounts = []
    for number, (name, (kind, text, options, file)) in enumerate(texts.items()):
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / file).write_text("\ufeff" + text.replace("{port}", "587"), "utf-8")
        (folder / file).chmod(0o600)
        accounts.append(f"[{name}]\nfrom = {kind}:{number}/{file}\n")
        accounts += [f"from-keys = {keys}\n" for keys in options[1:]]
    (tmp_path / "accounts.ini").write_text("".join(accounts))
    told = run("--accounts", tmp_path / "accounts.ini", "--list-accounts", "--output", "json")
    listed = {each["name"]: each for each in told.json["accounts"]}
    refused = {name for name, each in listed.items() if each["error"]}
    assert refused == {"json", "mattermost", "spring, properties"}
    assert "byte order mark" in listed["json"]["error"] and listed.keys() == texts.keys()
    assert {each["host"] for name, each in listed.items() if name not in refused} == {
        "localhost",
        "other.test",  # global's, of the receiver that is not named
    }


# The sender stands in no file of theirs, but in a database, or in code.
WITHOUT_SENDER = {"redmine", "symfony"}


def test_each_kind_has_logged_in() -> None:
    """There is no kind whose login was not seen by a server in one of these tests, and none with a
    sender whose sender was not.
    """
    from test_from import PROGRAMS

    from . import test_code_logins, test_env_logins, test_sender_logins

    cases = [*CASES.values(), *test_env_logins.CASES.values()]
    others = {*test_code_logins.FILES, *PROGRAMS, *test_sender_logins.WRITERS}
    assert {case.kind for case in cases} | others == {*all_kinds()}
    told = {case.kind for case in cases if case.sender} | others
    assert {*all_kinds()} - told == WITHOUT_SENDER
    assert not [case for case in cases if case.options and case.options[0] != "--from-keys"]
    dialects = {
        (case.kind, case.options[1].partition("dialect=")[2])
        for case in cases
        if case.options and case.sender
    }
    assert {("url", each) for each in DIALECTS["url"]} | {
        ("ini", each) for each in DIALECTS["ini"]
    } <= dialects


@pytest.mark.parametrize(("kind", "name"), [("redmine", "redmine"), ("symfony", "symfony")])
def test_a_sender_that_is_not_there_is_told(kind: str, name: str, tmp_path: Path) -> None:
    """Where the file has no sender, --mail-from auto says so."""
    from . import test_env_logins

    case = {**test_env_logins.CASES, **CASES}[name]._replace(sender=True)
    told = checked(case, 1, tmp_path, tmp_path / "no-ca")
    assert told.code == 3
    assert "mail-from auto needs a sender there, and none is configured" in told.first
