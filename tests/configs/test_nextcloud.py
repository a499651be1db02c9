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
    "double quotes": {"config.php": config(r'"t\tn\nr\rv\ve\ef\f d\$x q\" b\\ o\101\60 x\x41\xe9 u\u{20ac} \q {x} $ $1"')},
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
        "config.php": config("<<<'END'\n    it's \\n \"$x\"\n      deep\n    END . <<<X\n\\x41\\\"\\$b\nX")
    },
    "files beside it": {
        "config.php": config("'main'"),
        "10-last.config.php": "<?php\n$CONFIG = ['mail_smtppassword' => 'ten'];",
        "9-first.config.php": "<?php\n$CONFIG = array('mail_smtppassword' => 'nine', 'mail_smtpport' => 465,"
        "\n 'mail_smtpsecure' => 'ssl');",
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
        "redis.config.php": "<?php\nif (getenv('REDIS_HOST')) {\n  $CONFIG = array('redis' => array("
        "'host' => getenv('REDIS_HOST')));\n}\n",
    },
}


def test_equals_what_php_includes(tmp_path: Path) -> None:
    """Host, port, user, password and sender are those that PHP has, in whatever way it is written."""
    for number, files in enumerate(TRAPS.values()):
        (tmp_path / str(number)).mkdir()
        for name, text in files.items():
            (tmp_path / str(number) / name).write_text(text, "utf-8", newline="")
    truth = ask("nextcloud.php", *(tmp_path / str(number) for number in range(len(TRAPS))))
    for (trap, files), said in zip(TRAPS.items(), truth):
        placed = {f"/srv/{name}": text for name, text in files.items()}
        (login,) = found("nextcloud", "/srv/config.php", placed)
        seen = (login.host, login.port, login.user, secret_of(login), login.sender)
        texts = [plain(said[key]) for key in ("host", "user", "secret", "sender")]
        assert seen == (texts[0], said["port"], *texts[1:]), trap
        assert (login.tls == "implicit") == said["implicit"], trap
