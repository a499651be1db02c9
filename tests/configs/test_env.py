"""A file of environment variables and --from-keys: what is read, and what needs a dialect."""

from __future__ import annotations

import random
from collections.abc import Mapping

import pytest
from fakes.memory import facts, logins, secret_of

from check_smtp_auth.accounts import Misconfigured
from check_smtp_auth.configs import DIALECTS
from check_smtp_auth.configs.reading import Found

PATH = "/app/.env"
KEYS = {"host": "HOST", "user": "LOGIN", "password": "PASSWORD"}
HEAD = "HOST=mail.example.com\nLOGIN=app@example.com\n"


def read(files: Mapping[str, str], keys: Mapping[str, str]) -> list[Found]:
    """What is found in these files, for a check."""
    return logins("env", PATH, files, keys=keys, printed=lambda _: "")


def secret(line: str, dialect: str = "", more: Mapping[str, str] | None = None) -> str:
    """The password of a file with this line."""
    keys = {**KEYS, "dialect": dialect} if dialect else KEYS
    (login,) = read({PATH: f"{HEAD}{line}\n", **(more or {})}, keys)
    assert facts(login)[0] == "mail.example.com"
    assert facts(login)[3] == "app@example.com"
    return secret_of(login)


def refusal(line: str, dialect: str = "", more: Mapping[str, str] | None = None) -> str:
    """The error of a file with this line."""
    with pytest.raises(Misconfigured) as caught:
        secret(line, dialect, more)
    return str(caught.value)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("PASSWORD=plain", "plain"),
        ("PASSWORD='pa #ss $x $(y) `z`'", "pa #ss $x $(y) `z`"),
        ("PASSWORD='two words' # c", None),
        ('PASSWORD="pa#ss"', "pa#ss"),
        ("PASSWORD='x'\nOTHER=two words\nMORE=a#b", "x"),
        ("PASSWORD=first\nPASSWORD=last", "last"),
        ("# c\n\nPASSWORD=x\n# it's", "x"),
        ("PASSWORD=x\r", "x"),
    ],
)
def test_without_a_dialect_all_must_agree(line: str, expected: str | None) -> None:
    """What all programs read alike needs no dialect, whatever stands in other lines."""
    if expected is None:
        assert "dialect=" in refusal(line)
    else:
        assert secret(line) == expected


@pytest.mark.parametrize(
    "line",
    [
        "PASSWORD=pa#ss",
        "PASSWORD=pa #ss",
        "PASSWORD=pa$$w",
        'PASSWORD="pa$HOME"',
        "PASSWORD=pa${HOME}x",
        "PASSWORD=two words",
        'PASSWORD="es\\"c"',
        "PASSWORD=back\\slash",
        "PASSWORD=$(id)",
        "PASSWORD=`id`",
        "PASSWORD='x",
        "PASSWORD=X\nPASSWORD=a#b",
    ],
)
def test_where_they_differ_a_dialect_is_asked_for(line: str) -> None:
    """A value that programs read in different ways is an error with its line, which names dialect,
    and nothing of the value.
    """
    number = 2 + line.count("\n") + 1
    assert refusal(line).startswith(f"{PATH}:{number}: programs differ in how they read PASSWORD")
    assert "dialect=" in refusal(line)
    assert line.partition("=")[2].strip("\"'") not in refusal(line)


@pytest.mark.parametrize(
    ("line", "values"),
    [
        ("PASSWORD=pa#ss", ("pa#ss", "pa#ss", "pa", "pa", "pa#ss", "pa#ss", "pa#ss")),
        ("PASSWORD=pa #ss", ("pa", "pa #ss", "pa", "pa", "pa", "pa", "pa #ss")),
        ('PASSWORD="pa#ss"', ("pa#ss",) * 7),
        ("PASSWORD=pa$$w", ("pa$$w", "pa$$w", "pa$$w", "pa$$w", None, "pa$w", "pa$$w")),
        ('PASSWORD="es\\"c"', ('es"c', 'es"c', 'es\\"c', 'es"c', 'es"c', 'es"c', 'es"c')),
        ("PASSWORD=a\\b", ("a\\b", "a\\b", "a\\b", "a\\b", "a\\b", "a\\b", "ab")),
        ("PASSWORD=two words", ("two words",) * 3 + (None, None) + ("two words",) * 2),
        (
            "PASSWORD=x${LOGIN}",
            ("xapp@example.com", "x${LOGIN}", "x${LOGIN}")
            + ("xapp@example.com",) * 3
            + ("x${LOGIN}",),
        ),
        ("PASSWORD='x'", ("x",) * 7),
        ("export PASSWORD=x", ("x",) * 6 + ("",)),
    ],
)
def test_the_dialect_decides(line: str, values: tuple[str | None, ...]) -> None:
    """Each dialect gives the value that its program has; None where that refuses the file, or takes
    a variable that is not set there.
    """
    for dialect, value in zip(DIALECTS["env"], values):
        if value is None:
            assert refusal(line, dialect).startswith(f"{PATH}:3: ")
        else:
            assert secret(line, dialect) == value, dialect


@pytest.mark.parametrize("dialect", DIALECTS["env"])
@pytest.mark.parametrize("line", ["PASSWORD=x$(id)y", 'PASSWORD="x$(id)y"', "PASSWORD='x$(id)y'"])
def test_commands_are_not_run(dialect: str, line: str) -> None:
    """Where the program would run a command the value is an error with its line; elsewhere it is
    text, as for the program.
    """
    if dialect == "symfony" and "'" not in line:
        assert refusal(line, dialect) == (
            f"{PATH}:3: PASSWORD runs a command, which this check does not"
        )
    else:
        assert secret(line, dialect) == "x$(id)y"


def test_a_command_that_is_escaped_is_a_text() -> None:
    """Where a backslash keeps Symfony from running it, it is the password."""
    assert secret('PASSWORD="x\\$(y)z"', "symfony") == "x$(y)z"


@pytest.mark.parametrize("dialect", ["python-dotenv", "phpdotenv", "symfony", "compose"])
def test_the_programs_own_environment_is_not_known(dialect: str) -> None:
    """A reference to what the file does not set is an error, which names no piece of it."""
    said = refusal("PASSWORD=pa${S3CR3T}w", dialect)
    assert said.startswith(f"{PATH}:3: PASSWORD uses a variable from the program's environment")
    assert "S3CR3T" not in said
    assert secret("X=${S3CR3T}\nPASSWORD=x", dialect) == "x"
    if dialect != "phpdotenv":  # which knows no defaults; elsewhere it is what is configured
        assert secret("PASSWORD=pa${S3CR3T:-x}w", dialect) == "paxw"


def test_a_secret_in_a_file_of_its_own() -> None:
    """PASSWORD_FILE names a file, as images of containers have it; PASSWORD beside it is wrong."""
    more = {"/run/secrets/mail": "a b \n", "/app/own": "own"}
    assert secret("PASSWORD_FILE=/run/secrets/mail", more=more) == "a b "
    assert secret("PASSWORD_FILE=own", "compose", more) == "own"
    assert secret("PASSWORD=\nPASSWORD_FILE=own", "compose", more) == "own"
    assert "both PASSWORD and PASSWORD_FILE are set" in refusal("PASSWORD=x\nPASSWORD_FILE=own")
    assert refusal("PASSWORD_FILE=/none") == "/none: no such file"


@pytest.mark.parametrize(
    ("text", "tls", "port"),
    [
        ("TLS=starttls\nPORT=2525\n", "starttls", 2525),
        ("TLS=Implicit\n", "implicit", None),
        ("TLS='ssl'\n", "implicit", None),
        ("TLS=none\n", "none", None),
        ("TLS=\n", None, None),
        ("PORT=465\n", None, 465),
    ],
)
def test_port_tls_and_sender(text: str, tls: str | None, port: int | None) -> None:
    """Port, TLS and sender stand where the keys say."""
    keys = {**KEYS, "port": "PORT", "tls": "TLS", "from": "SENDER"}
    text = f"{HEAD}PASSWORD=x\nSENDER=a@example.com\n{text}"
    (login,) = read({PATH: text}, keys)
    assert (login.tls, login.port, login.sender) == (tls, port, "a@example.com")


@pytest.mark.parametrize(
    ("host", "server", "port"),
    [
        ("mail.example.com:465", "mail.example.com", 465),
        ("192.0.2.1:2525", "192.0.2.1", 2525),
        ("[2001:db8::1]:587", "2001:db8::1", 587),
        ("[2001:db8::1]", "2001:db8::1", None),
        ("2001:db8::1", "2001:db8::1", None),
        ("mail.example.com:", "mail.example.com:", None),
    ],
)
def test_a_server_may_have_its_port_beside_it(host: str, server: str, port: int | None) -> None:
    """A port goes with a name, or an address in brackets; one of its own is stronger."""
    text = f"HOST={host}\nLOGIN=x\nPASSWORD=y\n"
    (login,) = read({PATH: text}, KEYS)
    assert (login.host, login.port) == (server, port)
    (login,) = read({PATH: f"{text}PORT=26\n"}, {**KEYS, "port": "PORT"})
    assert login.port == 26


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("LOGIN=x\nPASSWORD=y\n", "HOST, which names the server, is missing"),
        (f"{HEAD}PORT=x25\n", ":3: PORT is not a port"),
        (f"{HEAD}PORT=0\n", ":3: PORT is not a port"),
        (f"{HEAD}TLS=tlsv1\n", ":3: TLS must be one of starttls, implicit, ssl, none"),
    ],
)
def test_what_is_wrong_says_where(text: str, words: str) -> None:
    """A value that cannot be is an error with file, line and key."""
    keys = {**KEYS, "port": "PORT", "tls": "TLS"}
    with pytest.raises(Misconfigured) as caught:
        read({PATH: text}, keys)
    assert str(caught.value).startswith(PATH) and words in str(caught.value)


def test_a_byte_order_mark_is_what_it_is_to_the_program() -> None:
    """A mark at the start of the file counts as the program has it."""
    text = f"\ufeff{HEAD}PASSWORD=x\n"
    for dialect in ("python-dotenv", "dotenv", "phpdotenv", "compose"):
        (login,) = read({PATH: text}, {**KEYS, "dialect": dialect})
        assert login.host == "mail.example.com"
    for dialect in ("django-environ", "symfony", "systemd"):
        with pytest.raises(
            Misconfigured, match=r"HOST, which names the server, is missing|byte order mark"
        ):
            read({PATH: text}, {**KEYS, "dialect": dialect})


CANARY = "c4naryPW"
BREAKS = ("'", '"', "\\", "${", "$(", "}", ")", "`", "\n", "\t", " ", "#", "=", "\x85", "\\x", "é")


@pytest.mark.parametrize("dialect", ["", *DIALECTS["env"]])
def test_no_error_quotes_the_file(dialect: str) -> None:
    """Of two hundred broken files no error has a piece of what stands there."""
    chance = random.Random(f"env {dialect}")
    errors = 0
    for _ in range(200):
        pieces = [*chance.choices(BREAKS, k=4), CANARY, *chance.choices(BREAKS, k=3), CANARY]
        chance.shuffle(pieces)
        before = chance.choice(("", f"{CANARY} x\n", f"{CANARY}='\n", f'="{CANARY}\n'))
        text = f"{before}{HEAD}PASSWORD={''.join(pieces)}\nPORT={CANARY}{chance.choice(BREAKS)}\n"
        keys = {**KEYS, **({"port": "PORT"} if chance.random() < 0.3 else {})}
        keys.update({"dialect": dialect} if dialect else {})
        try:
            read({PATH: text}, keys)
        except Misconfigured as error:
            errors += 1
            assert CANARY not in str(error)
            assert error.__cause__ is None
    assert errors > 20
