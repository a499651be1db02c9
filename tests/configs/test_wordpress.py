"""WP Mail SMTP's constants: what PHP has of them, and what is no plain value."""

from __future__ import annotations

from pathlib import Path

import pytest

from .programs import ask, plain
from .reading import fault, found, secret_of

PATH = "/var/www/html/wp-config.php"
BEFORE = """<?php
/** @package WordPress */
define( 'DB_NAME', 'wordpress' );
define( 'DB_PASSWORD', getenv('DB_PASSWORD') ?: 'x' );
$table_prefix = 'wp_';
"""
AFTER = """
/* That's all, stop editing! Happy publishing. */

/** Absolute path to the WordPress directory. */
if ( ! defined( 'ABSPATH' ) ) {
	define( 'ABSPATH', __DIR__ . '/' );
}

/** Sets up WordPress vars and included files. */
require_once ABSPATH . 'wp-settings.php';
"""


def config(password: str, *more: str, before: str = "") -> str:
    """A wp-config.php whose constants have this literal for a password, and further lines."""
    lines = (
        "define( 'WPMS_ON', true );",
        "define( 'WPMS_MAILER', 'smtp' );",
        "define( 'WPMS_MAIL_FROM', 'shop@example.com' );",
        "define( 'WPMS_SMTP_HOST', 'mail.example.com' ); // The SMTP mail host.",
        "define( 'WPMS_SMTP_PORT', 587 );",
        "define( 'WPMS_SSL', 'tls' ); // Possible values '', 'ssl', 'tls'",
        "define( 'WPMS_SMTP_AUTH', true );",
        "define( 'WPMS_SMTP_USER', 'shop' );",
        f"define( 'WPMS_SMTP_PASS', {password} );",
        "define( 'WPMS_SMTP_AUTOTLS', true );",
    )
    return "\n".join((BEFORE + before, *lines, *more)) + AFTER


TRAPS = {
    "as the plugin's page shows it": config("'pa\\'ss\\\\ $x'"),
    "double quotes": config(r'"a\tb\"c\$d \x41\u{e9}\101 $5 {x}"'),
    "commented out": config(
        "'real'",
        before="# define('WPMS_SMTP_PASS', 'hash');\n// define('WPMS_SMTP_PASS', 'slashes');\n"
        "/* define('WPMS_SMTP_PASS', 'stars'); */\n//?> x\n<?php define('AFTER', 1);\n",
    ),
    "the first counts": config("'first'", "define('WPMS_SMTP_PASS', 'second');"),
    "the first counts, in code too": config(
        "'first'", "if (time()) { define('WPMS_SMTP_PASS', 'second'); }"
    ),
    "const and capitals": config("'later'").replace(
        "define( 'WPMS_SMTP_USER', 'shop' );",
        "const WPMS_SMTP_USER = 'con' . 'st', OTHER = 1; DEFINE(\"WPMS_SMTP_PASS\", 'upper', false);",
    ),
    "where it is not defined": config(
        "'later'",
        before="if (!defined('WPMS_SMTP_PASS')) define('WPMS_SMTP_PASS', 'guarded');\n"
        "defined('WPMS_SMTP_USER') or define('WPMS_SMTP_USER', 'or');\n"
        "defined('WPMS_MAIL_FROM') || define('WPMS_MAIL_FROM', 'bars@example.com');\n"
        "if ( ! defined( 'WPMS_SMTP_USER' ) ) { define( 'WPMS_SMTP_USER', 'never' ); }\n",
    ),
    "other code": config(
        "'p;q'",
        before="if (isset($_SERVER['HTTPS'])) : $_SERVER['X'] = \"{$_SERVER['HTTPS']}\"; endif;\n"
        "function f() { return \"}\"; }\n$a = array('x' => function () { return ';'; });\n"
        "foreach (['a'] as $b): while (false): endwhile; if ($b): endif; endforeach;\n",
    ),
    "switched off": config("'unused'").replace("'WPMS_ON', true", "'WPMS_ON', 'true'"),
    "no TLS, a number for a password": config("1234").replace("'tls'", "''").replace(
        "AUTOTLS', true", "AUTOTLS', false"
    ),
    "TLS where it is offered": config("'p'").replace("'tls'", "''"),
    "TLS from the start": config("<<<'X'\n in\n it's\nX").replace("587", "'465'").replace("'tls'", "'ssl'"),
    "nothing after the end": config("'p'", "return;\ndefine('WPMS_NEVER', 1);"),
}
MODES = {("ssl", True): "implicit", ("tls", True): "starttls", ("", True): "starttls"}


def test_equals_what_php_defines(tmp_path: Path) -> None:
    """Host, port, user, password, sender and TLS are those of the constants that PHP has."""
    for number, text in enumerate(TRAPS.values()):
        (tmp_path / f"{number}.php").write_text(text, "utf-8", newline="")
    (tmp_path / "wp-settings.php").write_text("<?php")
    truth = ask("wordpress.php", *(tmp_path / f"{number}.php" for number in range(len(TRAPS))))
    assert len(truth) == len(TRAPS)
    for (trap, text), said in zip(TRAPS.items(), truth):
        if not said["on"]:
            assert "WPMS_ON is not true" in fault("wordpress", PATH, {PATH: text}), trap
            continue
        (login,) = found("wordpress", PATH, {PATH: text})
        seen = (login.host, login.port, login.user, secret_of(login), login.sender)
        texts = [plain(said[key]) for key in ("host", "user", "secret", "sender")]
        assert seen == (texts[0], said["port"], *texts[1:]), trap
        assert login.tls == MODES.get((said["ssl"], said["autotls"]), "none"), trap
