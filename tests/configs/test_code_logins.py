"""Logins with what stands in the code of Nextcloud, WordPress, Joomla and GitLab, by the plugin."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest
from fakes.certificates import Certificates
from fakes.plugin import Run, Word, run
from fakes.scripts import ACCEPT, answer, implicit, starttls
from fakes.server import Server
from fakes.timing import AT_ONCE, PATIENT

PASSWORD = "it's \\ \"$x #{y}"
OK = b"250 2.0.0 OK\r\n"
ASKED = [*ACCEPT, *answer(b"MAIL", OK), *answer(b"RSET", OK)]
SENDER = b"MAIL FROM:<mailer@example.com>"

# How each has the server, the port, TLS from the start or by STARTTLS, and the rest.
NEXTCLOUD = """<?php
$CONFIG = array (
  'mail_smtphost' => 'localhost', 'mail_smtpport' => '{port}', 'mail_smtpsecure' => '{tls}',
  'mail_smtpauth' => true, 'mail_smtpname' => 'app', 'mail_from_address' => 'mailer',
  'mail_smtppassword' => 'it\\'s \\\\ "$x #{{y}}', 'mail_domain' => 'example.com',
);
"""
WORDPRESS = """<?php
define( 'WPMS_ON', true );
define( 'WPMS_MAILER', 'smtp' );
define( 'WPMS_MAIL_FROM', 'mailer@example.com' );
define( 'WPMS_SMTP_HOST', 'localhost' );
define( 'WPMS_SMTP_PORT', {port} );
define( 'WPMS_SSL', '{tls}' );
define( 'WPMS_SMTP_USER', 'app' );
define( 'WPMS_SMTP_PASS', 'it\\'s \\\\ "$x #{{y}}' );
"""
JOOMLA = """<?php
class JConfig {{
\tpublic $mailer = 'smtp'; public $mailfrom = 'mailer@example.com'; public $smtpauth = true;
\tpublic $smtphost = 'localhost'; public $smtpport = {port}; public $smtpsecure = '{tls}';
\tpublic $smtpuser = 'app';
\tpublic $smtppass = 'it\\'s \\\\ "$x #{{y}}';
}}
"""
GITLAB = """if Rails.env.production?
  smtp_settings = {{
    user_name: "app", password: "it's \\\\ \\"$x \\#{{y}}",
    address: "localhost", port: {port}, {tls}: true, domain: "gitlab.example.com",
  }}
  ActionMailer::Base.smtp_settings = smtp_settings
end
"""
GITLAB_YML = 'production: &base\n  gitlab:\n    email_from: "mailer@example.com"\n'
FILES = {
    "nextcloud": (NEXTCLOUD, {"implicit": "ssl", "starttls": ""}),
    "wordpress": (WORDPRESS, {"implicit": "ssl", "starttls": "tls"}),
    "joomla": (JOOMLA, {"implicit": "ssl", "starttls": "tls"}),
    "gitlab": (GITLAB, {"implicit": "tls", "starttls": "enable_starttls"}),
}


def checked(file: Path, kind: str, text: str, *arguments: Word) -> Run:
    """Write the file, and have the plugin check what is configured there."""
    file.touch(0o600)
    file.write_text(text)
    return run("--from", f"{kind}:{file}", "-t", PATIENT, *arguments)


@pytest.mark.parametrize("tls", ("implicit", "starttls"))
@pytest.mark.parametrize("kind", FILES)
def test_a_login_as_the_program_makes_it(
    tmp_path: Path, certificates: Certificates, kind: str, tls: str
) -> None:
    """Server, port, TLS, user, password and sender are the program's; only trust is given."""
    template, words = FILES[kind]
    way = implicit if tls == "implicit" else starttls
    sender = ("--mail-from", "auto")
    (tmp_path / "gitlab.yml").write_text(GITLAB_YML)
    with Server(way(certificates.server.file, ASKED)) as server:
        text = template.format(port=server.port, tls=words[tls])
        result = checked(
            tmp_path / "config", kind, text, "--ca-file", certificates.ca_file, *sender
        )
    assert result.code == 0, result.output
    assert f"app at localhost:{server.port} authenticated by PLAIN over TLS" in result.first
    answer_sent = base64.b64encode(f"\0app\0{PASSWORD}".encode())
    assert b"AUTH PLAIN " + answer_sent in server.lines
    assert SENDER in [line[: len(SENDER)] for line in server.lines]
    assert server.count(b"STARTTLS") == (tls == "starttls")
    assert (b"EHLO gitlab.example.com" in server.lines) == (kind == "gitlab")


def test_what_is_not_in_the_file_can_be_given(tmp_path: Path, certificates: Certificates) -> None:
    """A GitLab with its login in the encrypted store is checked with what is given beside it."""
    secret = tmp_path / "secret"
    secret.touch(0o600)
    secret.write_text("other\n")
    with Server(starttls(certificates.server.file, ACCEPT)) as server:
        text = GITLAB.format(port=server.port, tls="enable_starttls").replace('"app"', "secrets.x")
        trust = ("--ca-file", certificates.ca_file)
        refused = checked(tmp_path / "config", "gitlab", text, *trust)
        result = checked(tmp_path / "config", "gitlab", text, *trust, "-u", "me", "-P", secret)
    assert refused.code == 3
    assert "smtp.yaml.enc" in refused.first
    assert result.code == 0, result.output
    assert server.count(b"AUTH") == 1


@pytest.mark.parametrize(
    ("kind", "text"),
    (
        ("nextcloud", "<?php " + "[" * 300_000),
        ("wordpress", "<?php " + "if(a):" * 60_000),
        ("joomla", "<?php class JConfig {" * 30_000),
        ("gitlab", 'x "\\x41#$" {' * 35_000),
    ),
)
def test_a_file_that_is_made_to_take_long(tmp_path: Path, kind: str, text: str) -> None:
    """A long row of brackets, blocks or escapes is refused at once, however deep it goes."""
    result = checked(tmp_path / "config", kind, text)
    assert result.code == 3
    assert "config" in result.first
    assert result.cpu < AT_ONCE


def test_the_list_of_a_file_s_logins(tmp_path: Path) -> None:
    """--list-accounts tells each server of a list by its name, with port, user and file."""
    text = NEXTCLOUD.format(port=587, tls="").replace("'localhost'", "'one.test;two.test:465'")
    result = checked(tmp_path / "config", "nextcloud", text, "--list-accounts")
    assert result.code == 0
    one, two = (line.split() for line in result.lines if ".test" in line)
    assert one[:4] == ["one.test", "one.test", "587", "app"]
    assert two[:4] == ["two.test", "two.test", "465", "app"]
    assert str(tmp_path / "config") in result.output
    assert PASSWORD not in result.output
