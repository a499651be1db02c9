"""Nextcloud's configuration: what PHP has of it, and what is no plain value."""

from __future__ import annotations

from pathlib import Path

import pytest

from .programs import ask, plain
from .reading import fault, found, secret_of

PATH = "/srv/nextcloud/config/config.php"


def config(password: str, *more: str) -> str:
    """A configuration as Nextcloud writes it, with this literal for a password."""
    return "\n".join(
        (
            "<?php",
            "$CONFIG = array (",
            "  'instanceid' => 'oc0123456789',",
            "  'trusted_domains' =>",
            "  array (",
            "    0 => 'cloud.example.com',",
            "  ),",
            "  'mail_smtpmode' => 'smtp',",
            "  'mail_smtphost' => 'mail.example.com',",
            "  'mail_smtpport' => '587',",
            "  'mail_smtpauth' => 1,",
            "  'mail_smtpname' => 'cloud@example.com',",
            f"  'mail_smtppassword' => {password},",
            "  'mail_from_address' => 'cloud',",
            "  'mail_domain' => 'example.com',",
            *more,
            ");",
            "",
        )
    )


TRAPS = {
    "single quotes": {"config.php": config(r"'it\'s \\ \n $x {$y} \" #;//'")},
    "double quotes": {
        "config.php": config(
            r'"t\tn\nr\rv\ve\ef\f d\$x q\" b\\ o\101\60 x\x41\xe9 u\u{20ac} \q {x} $ $1"'
        )
    },
    "octets": {"config.php": config(r'"\303\251\xff\7\400 \u{1F511}"')},
    "joined": {"config.php": config("'a' . \"b\\n\" . 'c' . 12 . true . null . -3")},
    "numbers": {"config.php": config("0x1F_F").replace("'587'", "0o1113")},
    "octal and binary": {"config.php": config("0123").replace("'587'", "0b1001001011")},
    "comments": {
        "config.php": "<?php // 'mail_smtppassword' => 'no',\n"
        + config("/* 'x', */ 'real' # 'hash' ?\n// , 'y'\n")[6:].replace(
            "'mail_domain'", "// 'mail_smtppassword' => 'old',\n  'mail_domain'"
        )
    },
    "short array, capitals, no space": {
        "config.php": "<?PHP\n$CONFIG=['mail_smtphost'=>'h.example.com','mail_smtpauth'=>TRUE,"
        "'mail_smtpname'=>'u','mail_smtppassword'=>'p=>q,]','mail_from_address'=>'a',"
        "'mail_domain'=>'b.example.com','x'=>[[1,[2]],Null,],];"
    },
    "the last of two counts": {"config.php": config("'first'", "'mail_smtppassword' => 'second',")},
    "assigned afterwards": {
        "config.php": config("'first'") + "$CONFIG['mail_smtppassword'] = 'then';\n?>\n"
        "text $CONFIG['mail_smtppassword'] = 'none';\n<?php\n$CONFIG[\"mail_smtpname\"]='me';"
    },
    "nowdoc and heredoc": {
        "config.php": config(
            "<<<'END'\n    it's \\n \"$x\"\n      deep\n    END . <<<X\n\\x41\\\"\\$b\nX"
        )
    },
    "files beside it": {
        "config.php": config("'main'"),
        "10-last.config.php": "<?php\n$CONFIG = ['mail_smtppassword' => 'ten'];",
        "9-first.config.php": "<?php\n$CONFIG = array('mail_smtppassword' => 'nine', "
        "'mail_smtpport' => 465,\n 'mail_smtpsecure' => 'ssl');",
        "old-config.php": "<?php $CONFIG = ['mail_smtpname' => 'not read'];",
        ".hidden.config.php": "<?php $CONFIG = ['mail_smtpname' => 'not read'];",
        "config.sample.php": "<?php $CONFIG = ['mail_smtpname' => 'not read'];",
    },
    "code beside the mail settings": {
        "config.php": config(
            "'real'",
            "'datadirectory' => getenv('DATA') ?: __DIR__ . '/data', 'f' => fn($x) => $x,",
            "'apps' => [\"{$_SERVER['HOME']}\", `id`, PHP_EOL],",
        )
        + "if (PHP_SAPI === 'cli') { $CONFIG['loglevel'] = 0; } else { $CONFIG['loglevel'] = 2; }\n"
        "return;\n$CONFIG['mail_smtpname'] = 'never';\n",
        "z.config.php": "<?php if (PHP_SAPI !== 'cli') { $CONFIG = ['loglevel' => 0, 2 => 1]; }",
        "redis.config.php": "<?php\nif (getenv('REDIS_HOST')) {\n  $CONFIG = array('redis' => "
        "array('host' => getenv('REDIS_HOST')));\n}\n",
    },
}


def test_equals_what_php_includes(tmp_path: Path) -> None:
    """Host, port, user, password and sender are those that PHP has, however it is written."""
    for number, files in enumerate(TRAPS.values()):
        (tmp_path / str(number)).mkdir()
        for name, text in files.items():
            (tmp_path / str(number) / name).write_bytes(text.encode())
    truth = ask("nextcloud.php", *(tmp_path / str(number) for number in range(len(TRAPS))))
    for (trap, files), said in zip(TRAPS.items(), truth):
        placed = {f"/srv/{name}": text for name, text in files.items()}
        (login,) = found("nextcloud", "/srv/config.php", placed)
        seen = (login.host, login.port, login.user, secret_of(login), login.sender)
        texts = [plain(said[key]) for key in ("host", "user", "secret", "sender")]
        assert seen == (texts[0], said["port"], *texts[1:]), trap
        assert (login.tls == "implicit") == said["implicit"], trap


CANARY = "K4narie-9zQ"
CODE = (
    "getenv('SMTP')",
    "$password",
    "trim(file_get_contents('/run/secrets/K4narie-9zQ'))",
    f'"{CANARY}$x"',
    f'"{{$x}}{CANARY}"',
    f'"${{x}}{CANARY}"',
    f"<<<X\n{CANARY}$x\nX",
    f"`echo {CANARY}`",
    f"'{CANARY}' . PHP_EOL",
    f"'{CANARY}' . f()",
    f"$_ENV['X'] ?? '{CANARY}'",
    f"true ? '{CANARY}' : ''",
    f"(string) '{CANARY}'",
    f"('{CANARY}')",
    f"['{CANARY}']",
    "SECRET",
    "Some\\Class::SECRET",
    "new Secret",
    "1.5",
    "1e3",
    "99999999999999999999",
    "089",
    f'"{CANARY}\\u{{110000}}"',
)


@pytest.mark.parametrize("value", CODE)
def test_code_in_a_value_is_told_with_its_line(value: str) -> None:
    """What PHP would have to run is refused, with file, line and key, and is not shown."""
    said = fault("nextcloud", PATH, {PATH: config(value)})
    assert said.startswith(f"{PATH}:13: mail_smtppassword is computed by code"), said
    assert "K4na" not in said and "9zQ" not in said


@pytest.mark.parametrize(
    "statement",
    (
        "$CONFIG = array_merge($CONFIG, array('x' => 1));",
        "$CONFIG = ['x' => 1] + $CONFIG;",
        "$CONFIG = [...$CONFIG, 'x' => 1];",
        "$CONFIG = [$key => 'x'];",
        "$CONFIG += ['x' => 1];",
        "$CONFIG[$key] = 'x';",
        "include 'secrets.php';",
        "require_once(__DIR__ . '/secrets.php');",
        "if ($x) { $CONFIG['mail_smtppassword'] = 'x'; }",
        "if ($x): ?> <?php $CONFIG['mail_smtppassword'] = 'x'; endif;",
        "while ($x) if ($y) $CONFIG['mail_smtpname'] = 'x';",
        "if ($x) { $CONFIG = [$key => 'x']; }",
        "foreach ($_ENV as $k => $v) $CONFIG[$k] = $v;",
        "function f() { global $CONFIG; $CONFIG = g($CONFIG); }",
        "unset($CONFIG['mail_smtppassword']);",
        "eval('x');",
        "extract($_ENV);",
        "$GLOBALS['CONFIG']['x'] = 'x';",
        "$$name = 'x';",
        "$x = &$CONFIG;",
    ),
)
def test_code_that_may_change_the_settings_is_told_with_its_line(statement: str) -> None:
    """A file whose mail settings code may change is refused with the line of that code."""
    text = config("'p'")
    line = 1 + text.count("\n")
    said = fault("nextcloud", PATH, {PATH: text + statement})
    assert said.startswith(f"{PATH}:{line}: "), said
    assert "computed by code" in said


@pytest.mark.parametrize(
    ("old", "new", "said"),
    (
        (
            "'mail_smtpmode' => 'smtp'",
            "'mail_smtpmode' => 'sendmail'",
            ":8: mail_smtpmode is not smtp",
        ),
        ("'mail_smtpmode' => 'smtp'", "'mail_smtpmode' => 'null'", ":8: mail_smtpmode is not smtp"),
        ("'mail_smtpauth' => 1", "'mail_smtpauth' => false", ":11: mail_smtpauth is not true"),
        ("'mail_smtpauth' => 1", "'mail_smtpauth' => '0'", ":11: mail_smtpauth is not true"),
        ("'mail_smtpauth' => 1", "'mail_smtpauth' => ''", ":11: mail_smtpauth is not true"),
        ("'mail_smtpauth'", "'nothing'", ": mail_smtpauth is not true"),
        ("'mail_smtphost'", "'nothing'", ": mail_smtphost names no server"),
        ("'587'", "'smtp'", ":10: mail_smtpport is not a port"),
        ("'587'", "70000", ":10: mail_smtpport is not a port"),
        ("mail.example.com", "h:70000", ":9: mail_smtphost has an invalid port"),
        ("  'instanceid'", "/* 'instanceid'", ":3: the string or comment that begins here"),
        ("'p'", "<<<X\nK4narie", ":13: the string or comment that begins here"),
        ("'p'", '"{$x["K4narie"]}"', ":13: quotes inside code"),
        ("$CONFIG", "$OTHER", ":2: the mail settings are computed by code"),
        ("<?php", "", ": mail_smtphost names no server"),
    ),
)
def test_what_is_wrong_names_file_line_and_key(old: str, new: str, said: str) -> None:
    """A Nextcloud that does not log in, or has no usable value, is told by file, line and key."""
    text = config("'p'").replace(old, new)
    assert fault("nextcloud", PATH, {PATH: text}).startswith(PATH + said)


@pytest.mark.parametrize(
    ("port", "secure", "tls", "at"),
    (
        ("'587'", "''", "starttls", 587),
        ("'587'", "'tls'", "starttls", 587),
        ("587", "'ssl'", "implicit", 587),
        ("465", "''", "implicit", 465),
        ("'465'", "'ssl'", "implicit", 465),
        ("25", "'SSL'", "starttls", 25),
        ("null", "''", "starttls", 25),
        ("''", "'ssl'", "implicit", 465),
        ("0", "''", "implicit", 465),
    ),
)
def test_how_tls_starts_is_as_nextcloud_has_it(port: str, secure: str, tls: str, at: int) -> None:
    """Only ssl, or port 465, is TLS from the start; all else is STARTTLS, if it is offered."""
    text = config("'p'", f"'mail_smtpsecure' => {secure},").replace("'587'", port)
    (login,) = found("nextcloud", PATH, {PATH: text})
    assert (login.tls, login.port) == (tls, at)
    assert any("does not offer STARTTLS" in each for each in login.notices) == (tls == "starttls")


def test_several_servers() -> None:
    """The first of a list is checked, with a word about the others, which can be named."""
    text = config("'p'").replace("'mail.example.com'", "'one.example.com;two.example.com:465'")
    (first,) = found("nextcloud", PATH, {PATH: text})
    assert (first.host, first.port, first.tls, first.name) == (
        "one.example.com",
        587,
        "starttls",
        "",
    )
    assert any("2 servers" in notice for notice in first.notices)
    named = found("nextcloud", PATH, {PATH: text}, "two.example.com")
    assert [(each.name, each.port, each.tls) for each in named] == [
        ("one.example.com", 587, "starttls"),
        ("two.example.com", 465, "implicit"),
    ]


@pytest.mark.parametrize("option", ("'verify_peer' => false", "'allow_self_signed' => true"))
def test_certificates_that_are_not_verified(option: str) -> None:
    """A Nextcloud that does not verify certificates is told so, and its own trust file is used."""
    more = "'cafile' => '/etc/ca.pem', 'peer_name' => 'mx.example.com'"
    options = f"'mail_smtpstreamoptions' => ['ssl' => [{option}, {more}]],"
    (login,) = found("nextcloud", PATH, {PATH: config("'p'", options)})
    assert any("not verify" in notice for notice in login.notices)
    assert (login.ca_file, login.tls_name) == ("/etc/ca.pem", "mx.example.com")
    (login,) = found("nextcloud", PATH, {PATH: config("'p'")})
    assert not any("not verify" in notice for notice in login.notices)


CONTAINER = """<?php
if (getenv('SMTP_HOST') && getenv('MAIL_FROM_ADDRESS') && getenv('MAIL_DOMAIN')) {
  $CONFIG = array (
    'mail_smtphost' => getenv('SMTP_HOST'),
    'mail_smtpport' => getenv('SMTP_PORT') ?: (getenv('SMTP_SECURE') ? 465 : 25),
  );
  if (getenv('SMTP_PASSWORD_FILE')) {
      $CONFIG['mail_smtppassword'] = trim(file_get_contents(getenv('SMTP_PASSWORD_FILE')));
  } else {
      $CONFIG['mail_smtppassword'] = '';
  }
}
"""


def test_the_container_image() -> None:
    """The image's file that asks the environment is told of; alone it cannot be read."""
    other = PATH.replace("config.php", "smtp.config.php")
    (login,) = found("nextcloud", PATH, {PATH: config("'p'"), other: CONTAINER})
    assert secret_of(login) == "p"
    assert any("nextcloud-docker" in notice for notice in login.notices)
    said = fault("nextcloud", PATH, {PATH: "<?php $CONFIG = [];", other: CONTAINER})
    assert said.startswith(f"{other}:2: ") and "--from nextcloud-docker" in said
