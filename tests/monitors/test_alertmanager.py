"""Alertmanager itself sends mail with the settings of a file; what it logs in with is what we read.

Each trap is the password of a receiver, whose name is the user's: one alert has all of them used.
"""

from __future__ import annotations

import json
import random
import string
import subprocess
import urllib.request
from base64 import b64decode, b64encode
from hmac import digest
from pathlib import Path
from typing import Any

import yaml
from fakes.certificates import Certificates
from fakes.memory import logins, secret_of
from fakes.scripts import answer, clear, starttls
from fakes.server import Connection, Script, Server
from servers.process import Daemon, free_port, make_directory, program, wait_until
from servers.requirements import require

from check_smtp_auth.configs.reading import Found

# As they stand after "auth_password:"; what they are in YAML 1.1 and Go's types is the matter.
TRAPS = (
    *(
        "0123456",
        "1_000",
        "yes",
        "1:30",
        "2024-01-02",
        "1.50",
        ".inf",
        "0x1F",
        "+1",
        "1e5",
        "=",
        "<<",
    ),
    *(
        "p#w",
        "pa #ss",
        "'pa #ss'",
        "'it''s'",
        '"x\\ty\\u20ac\\x41"',
        '"$(id)`id`${X}"',
        "'{{ .x }}'",
    ),
    *("x:y!&*", "'  outer  '", "two words", "'null'", "'~'", "!!str 12", "'%(a)s'", "caf\u00e9"),
    *("|-\n      a block", ">-\n      folded\n      twice", '"goes\n      on"', "'tab\there'"),
    *("&anchor shared", "*anchor", "~", "null", ""),
)
HEAD = """\
global:
  smtp_smarthost: 127.0.0.1:{port}
  smtp_from: Alerts <alerts@example.test>
  smtp_require_tls: false
  smtp_auth_username: common
  smtp_auth_password: of global
  smtp_auth_identity: ''
"""
ROUTE = """\
route:
  receiver: inherits
  routes: [{routes}]
  group_wait: 0s
"""
# A receiver each, beside those of TRAPS.
OWN = """\
- name: inherits
  email_configs:
  - {{to: a@example.test, auth_password: '', hello: ''}}
- name: two
  email_configs:
  - {{to: a@example.test, auth_username: two-a, auth_password: one, from: two@example.test}}
  - {{to: a@example.test, auth_username: two-b, auth_password_file: {folder}/password}}
- name: merged
  email_configs:
  - to: a@example.test
    auth_password: own
    auth_username: merged
    <<: {{auth_password: merged later}}
- name: base
  email_configs:
  - &base {{to: a@example.test, auth_username: base, auth_password: of the base}}
- name: beside
  email_configs:
  - <<: *base
    auth_username: beside
    auth_password: beside it
- name: cram
  email_configs:
  - to: a@example.test
    smarthost: localhost:{cram}
    auth_username: cram
    auth_secret: 'for #CRAM'
    auth_password: other
- name: encrypted
  email_configs:
  - to: a@example.test
    smarthost: localhost:{tls}
    auth_username: encrypted
    auth_password: over TLS
    require_tls: YES
    tls_config: {{ca_file: {ca_file}}}
"""
TAKEN: Script = [
    *answer(b"MAIL FROM", b"250 2.1.0 Ok\r\n"),
    *answer(b"RCPT TO", b"250 2.1.5 Ok\r\n"),
    *answer(b"DATA", b"354 Go on\r\n"),
]
CHALLENGE = b"<1@fake.test>"


def whole(connection: Connection) -> None:
    """Read the mail to its end."""
    while connection.read_line() != b".":
        pass
    connection.send(b"250 2.0.0 Taken\r\n")


def log_in(connection: Connection) -> None:
    """Accept a login with PLAIN, or ask for CRAM-MD5's answer."""
    line = connection.read_line()
    if line == b"AUTH CRAM-MD5":
        connection.send(b"334 " + b64encode(CHALLENGE) + b"\r\n")
        connection.read_line()
    connection.send(b"235 2.7.0 Yes\r\n")


MAIL: Script = [log_in, *TAKEN, whole]


class Alertmanager(Daemon):
    """One with a configuration of ours."""

    ready = "Listening on"

    def __init__(self, directory: Path, config: Path) -> None:
        """Make one that is not yet started."""
        super().__init__(directory)
        self.log = directory / "output"
        self.port = free_port()
        self.config = config
        make_directory(directory / "data")

    def command(self) -> list[str]:
        """Return the command line."""
        return [
            program("prometheus-alertmanager") or "prometheus-alertmanager",
            f"--config.file={self.config}",
            f"--storage.path={self.directory / 'data'}",
            f"--web.listen-address=127.0.0.1:{self.port}",
            "--cluster.listen-address=",
        ]

    def shown(self, text: str) -> Any:
        """What amtool shows of the configuration, once a file was written anew."""
        self.config.write_bytes(text.encode())
        place = f"http://127.0.0.1:{self.port}"
        urllib.request.urlopen(urllib.request.Request(f"{place}/-/reload", b"")).close()
        command = ("amtool", f"--alertmanager.url={place}", "config", "show")
        done = subprocess.run(command, stdout=subprocess.PIPE, check=True, timeout=20)
        return yaml.load(done.stdout, Loader=yaml.BaseLoader)

    def alert(self) -> None:
        """Have all receivers send a mail."""
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.port}/api/v2/alerts",
            json.dumps([{"labels": {"alertname": "test"}}]).encode(),
            {"Content-Type": "application/json"},
        )
        urllib.request.urlopen(request).close()


def used(*servers: Server) -> dict[str, tuple[str, str]]:
    """By user: the password, or CRAM-MD5's answer, and the sender that came to the servers."""
    found = {}
    for server in servers:
        for connection in server.connections:
            lines = list(connection.lines)
            begun = next((at for at, line in enumerate(lines) if line.startswith(b"AUTH")), None)
            senders = [line for line in lines if line.startswith(b"MAIL FROM")]
            if begun is None or not senders:
                continue
            if lines[begun].startswith(b"AUTH PLAIN"):
                response = b64decode(lines[begun].split()[2])
                _, user, password = response.decode().split("\0")
            else:
                user, password = b64decode(lines[begun + 1]).decode().split()
            sender = senders[0].partition(b"<")[2].partition(b">")[0].decode()
            found[user] = (password, sender)
    return found


def test_what_alertmanager_logs_in_with_is_what_we_read(
    servers_directory: Path, certificates: Certificates, tmp_path: Path
) -> None:
    """User, password and sender of every receiver are those that Alertmanager itself used."""
    require("alertmanager")
    generator = random.Random(20)
    passwords = ["".join(generator.choices(string.printable[:95], k=24)) for _ in range(20)]
    traps = [*TRAPS, *(json.dumps(password) for password in passwords)]
    receivers = "".join(
        f"- name: r{at}\n  email_configs:\n  - to: a@example.test\n    auth_username: r{at}\n"
        f"    auth_password: {trap}\n"
        for at, trap in enumerate(traps)
    )
    names = [f"r{at}" for at in range(len(traps))]
    names += ["inherits", "two/1", "two/2", "merged", "cram", "encrypted"]
    plain = Server(clear(MAIL, offer="AUTH PLAIN"))
    cram = Server(clear(MAIL, offer="AUTH CRAM-MD5 PLAIN"))
    tls = Server(starttls(certificates.server.file, MAIL, offer="AUTH PLAIN"))
    with plain, cram, tls:
        folder = tmp_path / "etc"
        folder.mkdir()
        (folder / "password").write_text(" of the file ")
        routed = dict.fromkeys(name.partition("/")[0] for name in names)
        routes = ", ".join(f"{{receiver: {name}, continue: true}}" for name in routed)
        text = HEAD.format(port=plain.port) + ROUTE.format(routes=routes) + "receivers:\n"
        text += receivers
        text += OWN.format(
            folder=folder, cram=cram.port, tls=tls.port, ca_file=certificates.ca_file
        )
        config = folder / "alertmanager.yml"
        config.write_text(text, "utf-8")
        daemon = Alertmanager(servers_directory / "alertmanager", config)
        daemon.start()
        try:
            daemon.alert()
            done = wait_until(lambda: len(used(plain, cram, tls)) == len(names), 20)
            assert done, (set(names) - set(used(plain, cram, tls)), daemon.read_log()[-2000:])
        finally:
            daemon.stop()
        seen = used(plain, cram, tls)
    files = {str(config): text, f"{folder}/password": " of the file "}
    assert len(names) == len(seen)
    for name in names:
        (found,) = [each for each in named(str(config), files, name) if each.secret is not None]
        password, sender = seen[found.user]
        if found.user == "cram":
            # What Alertmanager uses where CRAM-MD5 is offered is told; the password is tried.
            assert password == digest(b"for #CRAM", CHALLENGE, "md5").hex()
            assert found.mechanisms == ("PLAIN", "LOGIN")
            assert any("auth_secret" in notice for notice in found.notices)
        elif found.user == "two-b":
            assert (password, secret_of(found)) == (" of the file ", "of the file")  # since 0.27
            assert any("0.27" in notice for notice in found.notices)
        else:
            assert (found.user, secret_of(found)) == (found.user, password), name
        assert sender in found.sender
        assert found.tls == ("starttls" if found.user == "encrypted" else "none")


def named(path: str, files: dict[str, str], name: str) -> list[Found]:
    """What is read where one of the receivers is asked for."""
    return logins("alertmanager", path, files, name, printed=str)


TEAMS = """\
route: {receiver: ops, routes: [{receiver: dba, matchers: [team="dba"]}]}
receivers:
"""
# Files as they are written, each with what misleads a reader that knows less of YAML or of Go.
WRITTEN = {
    "one account for all": """\
# Managed by Ansible, do not edit
global:
    resolve_timeout: 5m
    smtp_smarthost: 'smtp.example.com:587'   # was: mail.example.com:25
    smtp_from: "Alerts <alerts@example.com>"
    smtp_auth_username: alerts@example.com
    #smtp_auth_password: 0ld-0ne
    smtp_auth_password: N3w#one
    smtp_hello: mon.example.com
"""
    + TEAMS
    + "- {name: ops, email_configs: [{to: ops@example.com, send_resolved: true}]}\n- name: dba\n",
    "receivers of their own": "global: {smtp_from: a@example.com, smtp_require_tls: no}\n"
    + TEAMS
    + """\
- name: ops
  webhook_configs: [{url: http://localhost/x}]
  email_configs:
  - {to: x@y.test, smarthost: 'a.example.com:smtp', auth_username: a, auth_password: "1"}
  - to: z@y.test
    smarthost: "[2001:db8::25]:2525"
    auth_username: &name "b c"
    auth_password: 012
    require_tls: yes
    from: b@example.com
- name: dba
  email_configs: [{to: z@y.test, smarthost: 'h:465', auth_username: *name, auth_secret: s}]
""",
    "merged": TEAMS
    + """\
- name: dba
  email_configs:
  - &mail
    to: x@example.com
    smarthost: mail.example.com:587
    auth_username: shared
    auth_password: shared
    from: shared@example.com
- name: ops
  email_configs:
  - <<: *mail
    auth_username: ops
  - auth_username: dba
    <<: *mail
""",
    "numbers and words": """\
global:
  smtp_smarthost: 192.0.2.25:587
  smtp_from: yes@example.com
  smtp_auth_username: 00123
  smtp_auth_password: 0x10
  smtp_auth_identity: no
  smtp_require_tls: ON
"""
    + TEAMS
    + "- {name: ops, email_configs: [{to: a@b.test, hello: 1e3, auth_username: 1_0}]}\n"
    + "- name: dba\n",
    "from Windows": (
        '\ufeffglobal:\r\n  smtp_smarthost: "mail.example.com:587"\r\n  smtp_from: a@b.test\r\n'
        "  smtp_auth_username: >-\r\n    alerts\r\n  smtp_auth_password: |-\r\n    pa ss\r\n"
        "route: {receiver: ops}\r\nreceivers:\r\n- name: ops\r\n  email_configs:\r\n"
        "  - to: x@y.test\r\n"
    ),
    "empty values": """\
global:
  smtp_smarthost: mail.example.com:25
  smtp_from: a@b.test
  smtp_auth_username: u
  smtp_auth_password: p
  smtp_require_tls: false
"""
    + TEAMS
    + """\
- name: ops
  email_configs: [{to: x@y.test, smarthost: '', auth_username: '', auth_password: ~, hello: }]
- name: dba
  email_configs: [{to: x@y.test, require_tls: ~, from: "", auth_identity: other}]
""",
    "other letters": """\
global:
  "smtp_smarthost": mail.example.com:submission
  'smtp_from': "Überwachung <ü@example.com>"
  smtp_auth_username: "j\\u00fcrgen\\x40example.com"
  smtp_auth_password: "p\\u20acx"
"""
    + TEAMS
    + "- name: ops\n  email_configs: [{to: größe@example.com}]\n- name: dba\n",
    "text over lines": """\
global:
  smtp_smarthost:
    mail.example.com:587
  smtp_from: Alerts of all
    kinds <a@example.com>
  smtp_auth_username: "a\\
    @example.com"
  ? smtp_auth_password
  : secret # not this
"""
    + TEAMS
    + "- name: ops\n  email_configs:\n  -\n    to: x@y.test\n- name: dba\n...\n",
    "certificates": """\
global:
  smtp_smarthost: mail.example.com:587
  smtp_from: a@b.test
  smtp_auth_username: u
  smtp_auth_password_file: /etc/alertmanager/password
"""
    + TEAMS
    + """\
- name: ops
  email_configs:
  - to: x@y.test
    tls_config: {server_name: mx.example.com, insecure_skip_verify: true}
- name: dba
  email_configs: [{to: x@y.test, auth_password: '{{ template }}', from: "x@y.test"}]
""",
}


def test_each_value_is_the_one_that_amtool_shows(servers_directory: Path) -> None:
    """Host, port, TLS, user, sender and whatever else a login is made with, of each receiver of
    each file, are those that Alertmanager has, as its own tool shows them.
    """
    require("alertmanager")
    directory = servers_directory / "amtool"
    make_directory(directory)
    config = directory / "alertmanager.yml"
    config.write_text(WRITTEN["certificates"])
    daemon = Alertmanager(directory, config)
    daemon.start()
    seen = 0
    try:
        for name, text in WRITTEN.items():
            files = {str(config): text, "/etc/alertmanager/password": "p"}
            shown = daemon.shown(text)
            theirs = [
                (receiver["name"], each)
                for receiver in shown["receivers"]
                for each in receiver.get("email_configs", ())
            ]
            found = [each for each in named(str(config), files, "") if each.name != "global"]
            assert [each.name.partition("/")[0] for each in found] == [each for each, _ in theirs]
            for each, (_, settings) in zip(found, theirs):
                assert as_shown(each) == expected(settings), name
                seen += 1
    finally:
        daemon.stop()
    assert seen > 12


def expected(settings: dict[str, Any]) -> dict[str, object]:
    """What amtool shows of one receiver's login."""
    host, _, port = settings["smarthost"].rpartition(":")
    required = settings["require_tls"] == "true"
    return {
        "host": host.strip("[]"),
        "port": {"smtp": "25", "submission": "587"}.get(port, port),
        "tls": "implicit" if port == "465" else "starttls" if required else "none",
        "user": settings["auth_username"],
        "sender": settings["from"],
        "hello": settings["hello"].replace("localhost", ""),
        "authzid": settings.get("auth_identity", ""),
        "tls_name": settings.get("tls_config", {}).get("server_name", ""),
        "unverified": settings.get("tls_config", {}).get("insecure_skip_verify") == "true",
    }


def as_shown(found: Found) -> dict[str, object]:
    """The same of what we have read."""
    return {
        "host": found.host,
        "port": str(found.port),
        "tls": found.tls,
        "user": found.user,
        "sender": found.sender,
        "hello": found.hello,
        "authzid": found.authzid,
        "tls_name": found.tls_name,
        "unverified": any("insecure_skip_verify" in each for each in found.notices),
    }
