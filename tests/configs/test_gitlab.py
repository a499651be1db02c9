"""GitLab's rendered settings: what Ruby has of them, and what is no plain value."""

from __future__ import annotations

from pathlib import Path

import pytest

from .programs import ask, plain
from .reading import fault, found, secret_of

PATH = "/var/opt/gitlab/gitlab-rails/etc/smtp_settings.rb"


def settings(password: str, *more: str) -> str:
    """The file as Omnibus GitLab renders it, with this literal for a password."""
    lines = (
        "authentication: :login,",
        'user_name: "gl@example.com",',
        f"password: {password},",
        'address: "mail.example.com",',
        "port: 587,",
        'domain: "gitlab.example.com",',
        "enable_starttls_auto: true,",
        "tls: false,",
        'openssl_verify_mode: "peer",',
        *more,
        'ca_file: "/opt/gitlab/embedded/ssl/certs/cacert.pem",',
        "open_timeout: 30,",
    )
    return "\n".join(
        (
            "# This file is managed by gitlab-ctl. Manual changes will be",
            "# erased! To change the contents below, edit /etc/gitlab/gitlab.rb",
            "",
            "if Rails.env.production?",
            "  secrets = Gitlab::Email::SmtpConfig.secrets",
            "  smtp_settings = {",
            *(f"    {line}" for line in lines),
            "    ",
            "  }",
            "",
            "  Gitlab::Application.config.action_mailer.delivery_method = :smtp",
            "  ActionMailer::Base.delivery_method = :smtp",
            "",
            "  ActionMailer::Base.smtp_settings = smtp_settings",
            "end",
            "",
        )
    )


def plainly(*pairs: str) -> str:
    """The file as an installation from source has it."""
    return (
        "if Rails.env.production?\n"
        "  Rails.application.config.action_mailer.delivery_method = :smtp\n"
        "  ActionMailer::Base.delivery_method = :smtp\n"
        f"  ActionMailer::Base.smtp_settings = {{ {', '.join(pairs)} }}\n"
        "end # of it\n"
    )


TRAPS = {
    "as inspect writes it": settings(r'"p\"w\\ \#{x} \#$y \#@z #a # \e\a\b\t\n\v\f\r\u200B\x7F"'),
    "single quotes": settings(r"'it\'s \\ \n #{x} \" #{'"),
    "octets and characters": settings(r'"\303\251 \xC3\xA9 \u00e9 \u{1F511 41} \s\q\1011"'),
    "unicode as it is": settings('"pässwörd🔑"'),
    "a line that goes on": settings('"one\\\ntwo\nthree"'),
    "the last of two counts": settings("'first'", '"password": "second",'),
    "comments": settings("'real'", "# password: 'old',", "read_timeout: 60, # password: 'hash',"),
    "long comment and end": "=begin\nsmtp_settings = { password: 'no' }\n=end\n"
    + settings("'real'")
    + "__END__\nsmtp_settings = { password: 'no' }\n",
    "numbers and no port": plainly("user_name: 'u'", "password: 12_34", "address: 'h'"),
    "rockets, other keys, a text for a port": plainly(
        ":user_name => 'u'", ':"password" => "p => q, }"', ":address => 'h'", "'port' => 1",
        ":port => '2525'",
    ),
    "TLS from the start": settings("'p'").replace("tls: false", "ssl: true").replace("587", "465"),
    "strings with marks in them": settings('"} end; smtp_settings = { password: \'x\' }"'),
    "frozen": settings("'p'").replace("  }\n", "  }.freeze\n"),
}


def test_equals_what_ruby_evaluates(tmp_path: Path) -> None:
    """Host, port, user, password and the name in EHLO are those that Ruby has."""
    for number, text in enumerate(TRAPS.values()):
        (tmp_path / f"{number}.rb").write_text(text, "utf-8", newline="")
    truth = ask("gitlab.rb", *(tmp_path / f"{number}.rb" for number in range(len(TRAPS))))
    for (trap, text), said in zip(TRAPS.items(), truth):
        (login,) = found("gitlab", PATH, {PATH: text})
        seen = (login.host, login.port, login.user, secret_of(login), login.hello)
        texts = [plain(said[key]) for key in ("host", "user", "secret", "hello")]
        assert seen == (texts[0], said["port"], *texts[1:]), trap
        assert (login.tls == "implicit") == said["implicit"], trap
