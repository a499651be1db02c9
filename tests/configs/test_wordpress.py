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
        "const WPMS_SMTP_USER = 'con' . 'st', OTHER = 1;\n"
        "DEFINE(\"WPMS_SMTP_PASS\", 'upper', false);",
    ),
    "where it is not defined": config(
        "'later'",
        before="if (!defined('WPMS_SMTP_PASS')) define('WPMS_SMTP_PASS', 'guarded');\n"
        "defined('WPMS_SMTP_USER') or define('WPMS_SMTP_USER', 'or');\n"
        "defined('WPMS_MAIL_FROM') || define('WPMS_MAIL_FROM', 'bars@example.com');\n"
        "if ( ! defined( 'WPMS_SMTP_USER' ) ) { define( 'WPMS_SMTP_USER', 'never' ); }\n",
    ),
    "what is not run": config(
        "'real'",
        before="define('SET', 1);\nif (!defined('SET')) { define('WPMS_SMTP_PASS', 'never'); }\n"
        "if (!defined('UNSET')) { define('WPMS_SMTP_USER', 'block'); }\n",
    ),
    "other code": config(
        "'p;q'",
        before="if (isset($_SERVER['HTTPS'])) : $_SERVER['X'] = \"{$_SERVER['HTTPS']}\"; endif;\n"
        "function f() { return \"}\"; }\n$a = array('x' => function () { return ';'; });\n"
        "foreach (['a'] as $b): while (false): endwhile; if ($b): endif; endforeach;\n",
    ),
    "switched off": config("'unused'").replace("'WPMS_ON', true", "'WPMS_ON', 'true'"),
    "no TLS, a number for a password": config("1234")
    .replace("'tls'", "''")
    .replace("AUTOTLS', true", "AUTOTLS', false"),
    "TLS where it is offered": config("'p'").replace("'tls'", "''"),
    "TLS from the start": config("<<<'X'\n in\n it's\nX")
    .replace("587", "'465'")
    .replace("'tls'", "'ssl'"),
    "nothing after the end": config("'p'", "return;\ndefine('WPMS_NEVER', 1);"),
}
MODES = {("ssl", True): "implicit", ("tls", True): "starttls", ("", True): "starttls"}


def test_equals_what_php_defines(tmp_path: Path) -> None:
    """Host, port, user, password, sender and TLS are those of the constants that PHP has."""
    for number, text in enumerate(TRAPS.values()):
        (tmp_path / f"{number}.php").write_bytes(text.encode())
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


CANARY = "K4narie-9zQ"


@pytest.mark.parametrize(
    "value",
    (
        "getenv('SMTP')",
        "$password",
        f'"{CANARY}$x"',
        f"`echo {CANARY}`",
        f"'{CANARY}' . SALT",
        f"getenv_docker('SMTP', '{CANARY}')",
        f"(string) '{CANARY}'",
        f"['{CANARY}']",
        "1.5",
    ),
)
def test_code_in_a_value_is_told_with_its_line(value: str) -> None:
    """What PHP would have to run is refused, with file, line and constant, and is not shown."""
    text = config(value)
    line = 1 + text[: text.index("WPMS_SMTP_PASS")].count("\n")
    said = fault("wordpress", PATH, {PATH: text})
    assert said.startswith(f"{PATH}:{line}: WPMS_SMTP_PASS is computed by code"), said
    assert "K4na" not in said and "9zQ" not in said


@pytest.mark.parametrize(
    "code",
    (
        "if ($x) { define('WPMS_SMTP_PASS', 'x'); }",
        "if ($x) define('WPMS_SMTP_PASS', 'x');",
        "if ($x): define('A', 1); define('WPMS_SMTP_PASS', 'x'); endif;",
        "if ($x): if ($y): define('A', 1); endif; define('WPMS_SMTP_PASS', 'x'); endif;",
        "if ($x) { f(); } else { define('WPMS_SMTP_PASS', 'x'); }",
        "if ($x) f(); else define('WPMS_SMTP_PASS', 'x');",
        "if (!defined('WPMS_ON')): define('WPMS_SMTP_PASS', 'x'); endif;",
        "if (!defined('X')) { if ($x) { define('WPMS_SMTP_PASS', 'x'); } }",
        "function f() { define('WPMS_SMTP_PASS', 'x'); }",
        "$x && define('WPMS_SMTP_PASS', 'x');",
        "$x ?: define('WPMS_SMTP_PASS', 'x');",
        "define('WPMS_SMTP_PASS', 'x') && f();",
        "switch ($x) { case 1: define('WPMS_SMTP_PASS', 'x'); }",
        "while ($x): define('A', 1); ?> <?php define('WPMS_SMTP_PASS', 'x'); endwhile;",
    ),
)
def test_a_constant_that_code_decides_on_is_told_with_its_line(code: str) -> None:
    """A constant that may be set, or not, is refused: what is plain further down may not count."""
    said = fault("wordpress", PATH, {PATH: config("'p'", before=code + "\n")})
    assert said.startswith(f"{PATH}:6: WPMS_SMTP_PASS is computed by code"), said


@pytest.mark.parametrize(
    "code",
    (
        "include 'more.php';",
        "require_once(__DIR__ . '/more.php');",
        "foreach ($_ENV as $k => $v) define($k, $v);",
        "define('WPMS_' . $x, 1);",
    ),
)
def test_constants_that_may_be_set_out_of_sight(code: str) -> None:
    """Where constants may have been set before that cannot be seen, it is told with the line."""
    (login,) = found("wordpress", PATH, {PATH: config("'p'", before=code + "\n")})
    assert any(notice.startswith(f"{PATH}:6 may set constants") for notice in login.notices)
    (login,) = found("wordpress", PATH, {PATH: config("'p'")})
    assert login.notices == ()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    (
        ("'WPMS_ON', true", "'WPMS_ON', 1", "WPMS_ON is not true"),
        ("'WPMS_ON', true", "'WPMS_ON', false", "WPMS_ON is not true"),
        ("WPMS_ON", "WPMS_OFF", "there is no constant WPMS_ON"),
        ("'WPMS_MAILER', 'smtp'", "'WPMS_MAILER', 'gmail'", "WPMS_MAILER is not smtp"),
        ("'WPMS_SMTP_AUTH', true", "'WPMS_SMTP_AUTH', false", "WPMS_SMTP_AUTH is false"),
        ("'WPMS_SSL', 'tls'", "'WPMS_SSL', 'TLS'", "WPMS_SSL is neither"),
        ("587", "'K4narie'", "WPMS_SMTP_PORT is not a port"),
        ("mail.example.com", "h:70000", "WPMS_SMTP_HOST has an invalid port"),
        ("'tls' );", "'tls' ); define('WPMS_DO_NOT_SEND', true);", "WPMS_DO_NOT_SEND is set"),
    ),
)
def test_what_is_wrong_names_file_and_constant(old: str, new: str, said: str) -> None:
    """A WordPress that does not log in, or has no usable value, is told by file and constant."""
    words = fault("wordpress", PATH, {PATH: config("'p'").replace(old, new)})
    assert words.startswith(f"{PATH}:") and said in words
    assert "K4na" not in words
    if "WPMS_ON" in old:
        assert "database" in words and "--password-command" in words


@pytest.mark.parametrize("name", ("WPMS_SMTP_HOST", "WPMS_SMTP_USER", "WPMS_SMTP_PASS"))
@pytest.mark.parametrize("value", ("", "''", "'0'"))
def test_what_stands_in_the_database(name: str, value: str) -> None:
    """A constant that is not there, or empty, leaves it to the database: it says what to do."""
    old = {"WPMS_SMTP_HOST": "'mail.example.com'", "WPMS_SMTP_USER": "'shop'"}.get(name, "'p'")
    text = config("'p'").replace(old, value) if value else config("'p'").replace(name, "NOTHING")
    (login,) = found("wordpress", PATH, {PATH: text})
    assert f"{name} is not set; it is in WordPress's database" in login.lacking
    assert "--password-command" in login.lacking


def test_what_else_stands_in_the_database() -> None:
    """Mailer, port and encryption that no constant sets are not known, and this is told."""
    text = config("'p'")
    for name in ("WPMS_MAILER", "WPMS_SMTP_PORT", "WPMS_SSL"):
        text = text.replace(f"'{name}'", "'NOTHING'")
    (login,) = found("wordpress", PATH, {PATH: text})
    assert (login.port, login.tls) == (None, None)
    assert len(login.notices) == 3


def test_servers_as_phpmailer_takes_them() -> None:
    """A scheme and a port in the host are stronger; of several servers the first is checked."""
    text = config("'p'").replace(
        "'mail.example.com'", "'ssl://one.example.com:465;two.example.com'"
    )
    (first,) = found("wordpress", PATH, {PATH: text})
    assert (first.host, first.port, first.tls) == ("one.example.com", 465, "implicit")
    assert any("2 servers" in notice for notice in first.notices)
    both = found("wordpress", PATH, {PATH: text}, "two.example.com")
    assert [(each.name, each.port, each.tls) for each in both][1] == (
        "two.example.com",
        587,
        "starttls",
    )
