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
        ":user_name => 'u'",
        ':"password" => "p => q, }"',
        ":address => 'h'",
        "'port' => 1",
        ":port => '2525'",
    ),
    "TLS from the start": settings("'p'").replace("tls: false", "ssl: true").replace("587", "465"),
    "strings with marks in them": settings("\"} end; smtp_settings = { password: 'x' }\""),
    "frozen": settings("'p'").replace("  }\n", "  }.freeze\n"),
    "on the next line": settings("'p'").replace("smtp_settings = {", "smtp_settings =\n\n  {"),
}


def test_equals_what_ruby_evaluates(tmp_path: Path) -> None:
    """Host, port, user, password and the name in EHLO are those that Ruby has."""
    for number, text in enumerate(TRAPS.values()):
        (tmp_path / f"{number}.rb").write_bytes(text.encode())
    truth = ask("gitlab.rb", *(tmp_path / f"{number}.rb" for number in range(len(TRAPS))))
    for (trap, text), said in zip(TRAPS.items(), truth):
        (login,) = found("gitlab", PATH, {PATH: text})
        seen = (login.host, login.port, login.user, secret_of(login), login.hello)
        texts = [plain(said[key]) for key in ("host", "user", "secret", "hello")]
        assert seen == (texts[0], said["port"], *texts[1:]), trap
        assert (login.tls == "implicit") == said["implicit"], trap


CANARY = "K4narie-9zQ"


@pytest.mark.parametrize(
    "value",
    (
        f'"{CANARY}#{{x}}"',
        f'"{CANARY}#$x"',
        f'"{CANARY}#$"',
        f'"{CANARY}#@x"',
        "ENV['SMTP']",
        "ENV.fetch('SMTP', 'K4narie-9zQ')",
        "secret",
        'File.read("/run/K4narie-9zQ").strip',
        f"'{CANARY}' + x",
        f"'{CANARY}'.reverse",
        f"x ? '{CANARY}' : ''",
        f"['{CANARY}']",
        "0123",
        "1.5",
        '"\\c9K4narie-9zQ"',
        '"\\u{110000}K4narie-9zQ"',
    ),
)
def test_code_in_a_value_is_told_with_its_line(value: str) -> None:
    """What Ruby would have to run is refused, with file, line and key, and is not shown."""
    said = fault("gitlab", PATH, {PATH: settings(value)})
    assert said.startswith(f"{PATH}:9: password is computed by code"), said
    assert "K4na" not in said and "9zQ" not in said


@pytest.mark.parametrize(
    ("value", "words"),
    (
        ("%q(K4narie-9zQ)", "only plain strings"),
        ("%(K4narie-9zQ)", "only plain strings"),
        ("<<~X\nK4narie-9zQ\nX\n", "only plain strings"),
        ("/K4narie-9zQ/", "only plain strings"),
        ("`echo K4narie-9zQ`", "only plain strings"),
        ("?'", "only plain strings"),
        ("'K4narie-9zQ\n\n", "only plain strings"),
    ),
)
def test_strings_of_other_forms_are_told_with_their_line(value: str, words: str) -> None:
    """A form of string that is not read is refused with its line, so that none is taken wrong."""
    said = fault("gitlab", PATH, {PATH: plainly("user_name: 'u'", "\n" + f"password: {value}")})
    assert said.startswith(f"{PATH}:5: ") and words in said, said
    assert "K4na" not in said and "9zQ" not in said


@pytest.mark.parametrize(
    "code",
    (
        "smtp_settings[:password] = 'x'",
        "smtp_settings.merge!(password: 'x')",
        "smtp_settings.store(:password, 'x')",
        "smtp_settings ||= {}",
        "smtp_settings = { password: 'x' }",
        "smtp_settings = load",
        "ActionMailer::Base.smtp_settings = smtp_settings.merge(x: 1) if ENV['X']",
        "if ENV['X']",
        "if Rails.env.production? && x",
        "unless x",
        "else",
    ),
)
def test_code_that_may_change_the_settings_is_told_with_its_line(code: str) -> None:
    """A file whose settings code may change is refused with the line of that code."""
    text = settings("'p'").replace("\nend\n", f"\n{code}\nend\n")
    line = 1 + text[: text.index(f"\n{code}\n") + 1].count("\n")
    said = fault("gitlab", PATH, {PATH: text})
    assert said.startswith(f"{PATH}:{line}: "), said


@pytest.mark.parametrize(
    ("old", "new", "said"),
    (
        (
            "smtp_settings",
            "smtp_setting",
            ": no smtp_settings are set here; Omnibus GitLab renders",
        ),
        ("delivery_method = :smtp", "delivery_method = :test", ":21: delivery_method is not smtp"),
        ("authentication: :login", "authentication: false", ":7: authentication is off"),
        ("authentication: :login", "authentication: :none", ":7: authentication is off"),
        ('"gl@example.com"', "nil", ":8: user_name is not set"),
        ("'p'", "nil", ":9: password is not set"),
        ("'p'", "''", ":9: password is not set"),
        ("587", "'K4narie'", ":11: port is not a port"),
        ("587", "70000", ":11: port is not a port"),
        ("user_name:", "**others, user_name:", ":8: smtp_settings is computed by code"),
        ("\n  }\n", "\n  }.merge(x)\n", ":6: smtp_settings is computed by code"),
        ("\n  }\n", "\n  } if x\n", ":6: smtp_settings is computed by code"),
    ),
)
def test_what_is_wrong_names_file_line_and_key(old: str, new: str, said: str) -> None:
    """A GitLab that does not log in, or has no usable value, is told by file, line and key."""
    words = fault("gitlab", PATH, {PATH: settings("'p'").replace(old, new)})
    assert words.startswith(PATH + said), words
    assert "K4na" not in words


@pytest.mark.parametrize("more", ("", "user_name: secrets.username,"))
def test_the_encrypted_store(more: str) -> None:
    """A login that GitLab keeps encrypted is told as such, with what can be done."""
    text = settings("secrets.password").replace('user_name: "gl@example.com",', more)
    (login,) = found("gitlab", PATH, {PATH: text})
    assert login.secret is None and login.host == "mail.example.com"
    for word in ("user_name is not in this file", "smtp.yaml.enc", "--password-command"):
        assert word in login.lacking


@pytest.mark.parametrize(
    ("pairs", "tls", "offered_only"),
    (
        ("", "starttls", True),
        ("enable_starttls_auto: true", "starttls", True),
        ("enable_starttls: :auto", "starttls", True),
        ("enable_starttls: true", "starttls", False),
        ("enable_starttls: :always", "starttls", False),
        ("enable_starttls_auto: false", "none", False),
        ("enable_starttls: false", "none", False),
        ("tls: true", "implicit", False),
        ("tls: false, ssl: true, enable_starttls_auto: true", "implicit", False),
    ),
)
def test_how_tls_starts_is_as_the_mail_gem_has_it(pairs: str, tls: str, offered_only: bool) -> None:
    """Tls or ssl is TLS from the start; STARTTLS is used where it is offered, unless demanded."""
    text = plainly("user_name: 'u'", "password: 'p'", *([pairs] if pairs else []))
    (login,) = found("gitlab", PATH, {PATH: text})
    assert (login.tls, login.port, login.host) == (tls, 25, "localhost")
    assert any("does not offer STARTTLS" in each for each in login.notices) == offered_only
    both = tls == "implicit" and "enable_starttls_auto: true" in pairs  # then no mail is sent
    assert any("are both on: newer releases" in each for each in login.notices) == both


@pytest.mark.parametrize("mode", ('"none"', "OpenSSL::SSL::VERIFY_NONE"))
def test_certificates_that_are_not_verified(mode: str) -> None:
    """A GitLab that does not verify certificates is told so, and its own trust file is used."""
    (login,) = found("gitlab", PATH, {PATH: settings("'p'").replace('"peer"', mode)})
    assert any("not verify" in notice for notice in login.notices)
    assert login.ca_file == "/opt/gitlab/embedded/ssl/certs/cacert.pem"
    (login,) = found("gitlab", PATH, {PATH: settings("'p'")})
    assert not any("not verify" in notice for notice in login.notices)


def test_a_pool_of_connections() -> None:
    """GitLab's pool has the same settings."""
    pool = (
        "  Gitlab::Application.config.action_mailer.delivery_method = :smtp_pool\n"
        "  ActionMailer::Base.smtp_pool_settings = {\n"
        "    pool: Mail::SMTPPool.create_pool(\n"
        "      smtp_settings.merge(pool_size: Gitlab::Runtime.max_threads)\n    )\n  }\nend\n"
    )
    text = "require 'mail/smtp_pool'\n" + settings("'p'").partition("  Gitlab::App")[0] + pool
    (login,) = found("gitlab", PATH, {PATH: text})
    assert secret_of(login) == "p"


@pytest.mark.parametrize(
    "condition",
    [
        "if Gitlab::Application.config.action_mailer.delivery_method == :smtp",
        "if Rails.env.production?",
    ],
)
def test_the_conditions_of_gitlabs_own_examples_are_taken(condition: str) -> None:
    """The file as GitLab's examples for an installation from source have it, of old too."""
    text = plainly('address: "h"', 'user_name: "u"', 'password: "p"')
    text = text.replace("if Rails.env.production?", condition)
    (login,) = found("gitlab", PATH, {PATH: text})
    assert (login.host, login.user, secret_of(login)) == ("h", "u", "p")
    other = text.replace(condition, f"{condition.partition(' == ')[0]} == :test")
    assert "by code" in fault("gitlab", PATH, {PATH: other})


@pytest.mark.parametrize(
    ("line", "sender"),
    [
        ("email_from: gitlab@example.com", "gitlab@example.com"),
        ('email_from: "gitlab@example.com"  # x', "gitlab@example.com"),
        ("email_from: 'gitlab@example.com'", "gitlab@example.com"),
        ("email_from:", ""),
        ("# email_from: gitlab@example.com", ""),
        ("email_from: |", ""),
        ("incoming_email_from: x@example.com", ""),
    ],
)
def test_the_sender_is_in_the_file_beside_it(line: str, sender: str) -> None:
    """In gitlab.yml, of which nothing else is read; it need not be there."""
    beside = f"{PATH.rpartition('/')[0]}/gitlab.yml"
    text = f"production: &base\n  gitlab:\n    host: x\n    {line}\n    email_enabled: true\n"
    (login,) = found("gitlab", PATH, {PATH: settings("'p'"), beside: text})
    assert login.sender == sender
    (login,) = found("gitlab", PATH, {PATH: settings("'p'")})
    assert login.sender == ""
