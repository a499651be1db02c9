"""Joomla's configuration: what PHP has of it, and what is no plain value."""

from __future__ import annotations

from pathlib import Path

import pytest
from fakes.memory import facts

from .programs import ask, plain
from .reading import fault, found, secret_of

PATH = "/srv/joomla/configuration.php"


def config(password: str = "'p'", *more: str) -> str:
    """A configuration as Joomla writes it, with this literal for a password."""
    return "\n".join(
        (
            "<?php",
            "class JConfig {",
            "\tpublic $offline = false;",
            "\tpublic $offline_message = 'Down.<br>$x \\'soon\\' { ';",
            "\tpublic $mailonline = true;",
            "\tpublic $mailer = 'smtp';",
            "\tpublic $mailfrom = 'web@example.com';",
            "\tpublic $fromname = 'Example';",
            "\tpublic $smtpauth = true;",
            "\tpublic $smtpuser = 'web@example.com';",
            f"\tpublic $smtppass = {password};",
            "\tpublic $smtphost = 'mail.example.com';",
            "\tpublic $smtpsecure = 'tls';",
            "\tpublic $smtpport = 587;",
            *(f"\t{line}" for line in more),
            "}",
        )
    )


TRAPS = {
    "as Joomla writes it": config(r"'it\'s $x \\ \n \" #;//}'"),
    "as Joomla 1.5 wrote it": config('"a\\tb\\x41 $ 1"')
    .replace("public ", "var ")
    .replace("true", "'1'"),
    "numbers and texts": config("0x1F").replace("587", "'465'").replace("'tls'", "'ssl'"),
    "joined": config("'a' . \"b\" . 12"),
    "types and comments": config("/* 'x' */ 'real' # }\n")
    .replace("public $smtpp", "public ?string $smtpp")
    .replace("public ?string $smtpport = 587", "public int $smtpport = 26"),
    "code after it": config("'p'")
    + "\ndefine('X', 1);\nif (true) { $config = new JConfig(); }\n?>\ntext",
    "methods and constants": config(
        "'q'", "const X = 'y';", "public function f($a = 1) { $this->smtppass = 'x'; return 1; }"
    ),
    "several of a line": config(
        "'p;q,r'", "public $a = [1, ['b' => 2]]; public $debug = false; protected $z;"
    ),
    "nothing for TLS": config("'p'").replace("'tls'", "'none'"),
    "final": config("'p'").replace("class", "final class"),
}


def test_equals_what_php_has(tmp_path: Path) -> None:
    """Server, port, user, password and sender are those of an object that PHP makes."""
    paths = [tmp_path / str(number) for number in range(len(TRAPS))]
    for path, text in zip(paths, TRAPS.values()):
        path.write_text(text)
    for (trap, text), said in zip(TRAPS.items(), ask("joomla.php", *paths)):
        theirs = {name: plain(value) for name, value in said.items() if name != "on"}
        (login,) = found("joomla", PATH, {PATH: text})
        assert said["on"] and theirs["mailer"] == "smtp"
        assert login.host == theirs["smtphost"], trap
        assert (str(login.port), login.user) == (theirs["smtpport"], theirs["smtpuser"]), trap
        assert (secret_of(login), login.sender) == (theirs["smtppass"], theirs["mailfrom"]), trap
        assert (login.tls == "implicit") == (theirs["smtpsecure"] == "ssl"), trap


def test_servers_as_phpmailer_takes_them() -> None:
    """A list by semicolons, each with a scheme and port of its own if it has one."""
    text = config().replace("'mail.example.com'", "'ssl://a.test:465;b.test'")
    (login,) = found("joomla", PATH, {PATH: text})
    assert facts(login)[:3] == ("a.test", 465, "implicit")
    second = found("joomla", PATH, {PATH: text}, "b.test")[1]
    assert facts(second)[:3] == ("b.test", 587, "starttls")
    assert not second.notices
    (login,) = found("joomla", PATH, {PATH: config().replace("'tls'", "''")})
    assert "does not offer STARTTLS" in login.notices[0]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("'smtp'", "'mail'", f"{PATH}:6: mailer is not smtp, so Joomla does not log in"),
        ("mailonline = true", "mailonline = false", f"{PATH}:5: mailonline is off"),
        ("smtpauth = true", "smtpauth = '0'", f"{PATH}:9: smtpauth is off"),
        ("'mail.example.com'", "''", f"{PATH}:12: smtphost is empty"),
        ("587", "'S3CR'", f"{PATH}:14: smtpport is not a port"),
        ("'p'", "self::S3CR", f"{PATH}:11: smtppass is computed by code"),
        ("'p'", '"S3CR{$x}"', f"{PATH}:11: smtppass is computed by code"),
        ("JConfig", "S3CR", f"{PATH}: there is no class JConfig"),
        ("'p'", "'S3CR", f"{PATH}:13: the string or comment that begins here has no end"),
    ],
)
def test_what_is_wrong_names_file_line_and_setting(old: str, new: str, words: str) -> None:
    """And nothing that stands there."""
    told = fault("joomla", PATH, {PATH: config().replace(old, new)})
    assert told.startswith(words), told
    assert "S3CR" not in told
