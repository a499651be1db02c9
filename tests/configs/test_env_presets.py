"""Laravel, Symfony, Vaultwarden, n8n, authentik and Nextcloud's image: what their files mean."""

from __future__ import annotations

import os
import random
import time
from collections.abc import Mapping
from pathlib import Path

import pytest
from fakes.memory import facts, logins, secret_of

from check_smtp_auth.accounts import Misconfigured, Program
from check_smtp_auth.configs.reading import Found
from check_smtp_auth.credentials.program import read
from check_smtp_auth.net.loop import run_one

from .test_broken import CANARIES, FILES, PIECES, SECRET, broken

PATH = "/srv/app/.env"
LARAVEL = "MAIL_HOST=mail.example.com\nMAIL_USERNAME=app\nMAIL_PASSWORD='p#1 x'\n"
VAULT = "SMTP_HOST=mail.example.com\nSMTP_USERNAME=vw\nSMTP_FROM=vw@example.com\n"
N8N = "N8N_SMTP_HOST=mail.example.com\nN8N_SMTP_USER=n8n\n"
AUTHENTIK = "AUTHENTIK_EMAIL__HOST=mail.example.com\nAUTHENTIK_EMAIL__USERNAME=ak\n"
CLOUD = "SMTP_HOST=mail.example.com\nSMTP_NAME=nc\nMAIL_FROM_ADDRESS=c\nMAIL_DOMAIN=example.com\n"
HOST = "mail.example.com"


def found(kind: str, text: str, more: Mapping[str, str] | None = None) -> list[Found]:
    """What is found in a file of this kind, with others beside it."""
    return logins(kind, PATH, {PATH: text, **(more or {})}, printed=lambda _: "")


def one(kind: str, text: str, more: Mapping[str, str] | None = None) -> Found:
    """The one login, which can be checked."""
    (login,) = found(kind, text, more)
    assert not login.problem
    return login


def refusal(kind: str, text: str, more: Mapping[str, str] | None = None) -> str:
    """Why nothing can be checked."""
    try:
        (login,) = found(kind, text, more)
    except Misconfigured as error:
        return str(error)
    assert login.problem
    return login.problem


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", (HOST, 2525, "starttls", "app", "p#1 x")),
        ("MAIL_PORT=587\nMAIL_MAILER=smtp\n", (HOST, 587, "starttls", "app", "p#1 x")),
        ("MAIL_PORT=465\nMAIL_ENCRYPTION=null\n", (HOST, 465, "implicit", "app", "p#1 x")),
        ("MAIL_SCHEME=smtps\nMAIL_PORT=2465\n", (HOST, 2465, "implicit", "app", "p#1 x")),
        ("MAIL_SCHEME=null\nMAIL_PORT=25\n", (HOST, 25, "starttls", "app", "p#1 x")),
        ("MAIL_PASSWORD='\"in quotes\"'\n", (HOST, 2525, "starttls", "app", "in quotes")),
        ('MAIL_USERNAME="${MAIL_HOST}"\n', (HOST, 2525, "starttls", HOST, "p#1 x")),
        ("MAIL_URL=smtp://u:p%23@h.test:587\n", ("h.test", 587, "starttls", "u", "p#")),
        ("MAIL_URL=smtp://h.test?scheme=smtps\n", ("h.test", 2525, "implicit", "app", "p#1 x")),
    ],
)
def test_laravel(text: str, expected: tuple[object, ...]) -> None:
    """Laravel's keys, its null, and MAIL_URL over the rest."""
    assert facts(one("laravel", LARAVEL + text)) == expected


def test_laravel_with_a_cache_that_is_older(tmp_path: Path) -> None:
    """What config:cache stored counts in place of a later .env, and that is told."""
    path = tmp_path / ".env"
    path.touch(0o600)
    path.write_text(f"MAIL_HOST={HOST}\nMAIL_USERNAME=app\nMAIL_PASSWORD=x\n")
    cache = tmp_path / "bootstrap" / "cache" / "config.php"

    def notices() -> str:
        program = Program("laravel", str(path))
        (login,) = run_one(read(program, time.monotonic() + 20)).found
        return " ".join(login.notices)

    assert "config:cache" not in notices()
    cache.parent.mkdir(parents=True)
    cache.write_text("<?php return [];")
    assert "config:cache" not in notices()
    os.utime(cache, (1, 1))
    assert f"{path} was changed after {cache} was written, and Laravel uses the latter" in notices()
    cache.parent.chmod(0o777)
    assert "config:cache" not in notices()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("MAIL_MAILER=log\n", ":4: MAIL_MAILER is set so that mail does not go"),
        ("MAIL_MAILER=array\n", ":4: MAIL_MAILER is set so that mail does not go"),
        ("MAIL_MAILER=failover\n", ":4: MAIL_MAILER is set so that mail does not go"),
        ("MAIL_DRIVER=ses\n", ":4: MAIL_DRIVER is set so that mail does not go"),
        ("MAIL_USERNAME=null\n", ":4: MAIL_USERNAME is not set, so the program does not log in"),
        ("MAIL_PASSWORD=\n", ":4: MAIL_PASSWORD is not set"),
        ("MAIL_HOST=(null)\n", ":4: MAIL_HOST is not set"),
        ("MAIL_PORT=smtp\n", ":4: MAIL_PORT is not a port"),
        ("MAIL_SCHEME=tls\n", ":4: MAIL_SCHEME is neither smtp nor smtps"),
        ("MAIL_URL=smtps://u:p@h.test\n", ":4: MAIL_URL is not of the scheme smtp"),
        ("MAIL_URL=smtp://u:1e9@h.test\n", ":4: Laravel takes a part of MAIL_URL for a number"),
        ("MAIL_URL=smtp://u:a/b@h.test\n", ":4: MAIL_URL has a port that is not a number"),
        ("APP_NAME=My App\n", ":4: text follows a space"),
    ],
)
def test_laravel_without_a_login(text: str, words: str) -> None:
    """What Laravel would not log in with says so with the line and the key."""
    assert refusal("laravel", LARAVEL + text).startswith(PATH + words)


def test_symfony_reads_the_files_beside_it() -> None:
    """.env.local is over .env, then those of the environment; and values may be of files before."""
    env = "APP_ENV=prod\nU=mailer\nMAILER_DSN=smtp://a:a@one.test:587\n"
    local = {f"{PATH}.local": "MAILER_DSN=smtp://$U:b@two.test:465\n"}
    prod = {f"{PATH}.prod": 'P=x\nMAILER_DSN="smtp://${U}:$P@three.test"\n'}
    assert facts(one("symfony", env)) == ("one.test", 587, "starttls", "a", "a")
    assert facts(one("symfony", env, local)) == ("two.test", 465, "implicit", "mailer", "b")
    login = one("symfony", env, {**local, **prod})
    assert facts(login) == ("three.test", 465, "implicit", "mailer", "x")
    assert login.place == f"{PATH}.prod"
    assert one("symfony", env.replace("prod", "test"), local).host == "one.test"
    assert one("symfony", env.replace("APP_ENV=prod\n", ""), {f"{PATH}.dev": "A=b\n"}).user == "a"
    more = {**local, f"{PATH}.local": "MAILER_DSN=\n"}
    assert refusal("symfony", env, more) == f"{PATH}.local:1: MAILER_DSN is not set"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A=b\n", ": MAILER_DSN is not set"),
        ("MAILER_DSN=null://null\n", ":1: MAILER_DSN is set so that no mail is sent"),
        ("MAILER_DSN=sendmail://default\n", ":1: MAILER_DSN is not for an SMTP server"),
        ("MAILER_DSN=ses://k:s@default\n", ":1: MAILER_DSN is not for an SMTP server"),
        ("MAILER_DSN=brevo+api://k@default\n", ":1: MAILER_DSN is not for an SMTP server"),
        ("MAILER_DSN=mandrill://k@default\n", ":1: MAILER_DSN is not for an SMTP server"),
        ("MAILER_DSN=scaleway://u:p@default\n", ":1: MAILER_DSN is not for an SMTP server"),
        ("MAILER_DSN=smtp://mail.example.com\n", ":1: MAILER_DSN has no user and password"),
        ("MAILER_DSN=smtp://u:$(cat /x)@h\n", ":1: MAILER_DSN runs a command"),
        (
            "MAILER_DSN=smtp://u:$PW@h\n",
            ":1: MAILER_DSN uses a variable from the program's environment",
        ),
        ("A b=c\n", ":1: = must directly follow the name"),
    ],
)
def test_symfony_without_a_login(text: str, words: str) -> None:
    """What Symfony would not log in with says so with the line and the key."""
    assert refusal("symfony", text).startswith(PATH + words)


@pytest.mark.parametrize(
    ("dsn", "expected"),
    [
        ("gmail://u%40x:p%2Fw@default", ("smtp.gmail.com", 465, "implicit", "u@x", "p/w")),
        ("gmail+smtp://u:p@default", ("smtp.gmail.com", 465, "implicit", "u", "p")),
        ("brevo+smtp://u:p@default", ("smtp-relay.brevo.com", 465, "implicit", "u", "p")),
        ("mailjet://u:p@default", ("in-v3.mailjet.com", 587, "starttls", "u", "p")),
        ("mailersend+smtp://u:p@default", ("smtp.mailersend.net", 587, "starttls", "u", "p")),
        ("postmark+smtps://k@default", ("smtp.postmarkapp.com", 587, "starttls", "k", "k")),
        ("sendgrid://k@default", ("smtp.sendgrid.net", 465, "implicit", "apikey", "k")),
        ("mailtrap://k@default", ("live.smtp.mailtrap.io", 587, "starttls", "api", "k")),
        ("mandrill+smtp://u:p@default", ("smtp.mandrillapp.com", 587, "starttls", "u", "p")),
        ("resend+smtp://resend:k@default", ("smtp.resend.com", 465, "implicit", "resend", "k")),
        ("resend://x:k@default", ("smtp.resend.com", 465, "implicit", "resend", "k")),
        ("scaleway+smtps://u:p@default", ("smtp.tem.scw.cloud", 465, "implicit", "u", "p")),
        (
            "ses+smtp://u:p@default",
            ("email-smtp.eu-west-1.amazonaws.com", 465, "implicit", "u", "p"),
        ),
        (
            "ses+smtps://u:p@default?region=us-east-1",
            ("email-smtp.us-east-1.amazonaws.com", 465, "implicit", "u", "p"),
        ),
    ],
)
def test_symfony_with_a_providers_own_scheme(dsn: str, expected: tuple[object, ...]) -> None:
    """gmail:// and its like are the provider's server, as Symfony's package for it has it."""
    assert facts(one("symfony", f"MAILER_DSN={dsn}\n")) == expected


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("SMTP_PASSWORD='pa$$ #w'", False),
        ("SMTP_PASSWORD=plain", False),
        ("SMTP_PASSWORD=pa\\$w", True),
        ("SMTP_PASSWORD=a\\\\b", True),
        ('SMTP_PASSWORD="a\\ b"', True),
        ("SMTP_PASSWORD='a'b", True),
    ],
)
def test_vaultwarden_in_a_container(line: str, told: bool) -> None:
    """Where Compose would hand on another password than Vaultwarden reads, that is told; and where
    Vaultwarden would refuse the file, who may read it.
    """
    notices = one("vaultwarden", f"{VAULT}{line}\n").notices
    assert any("Compose reads SMTP_PASSWORD differently" in each for each in notices) == told
    assert "dialect=compose" in refusal("vaultwarden", f"{VAULT}SMTP_PASSWORD=two words\n")
    saved = {"/srv/app/data/config.json": '{"smtp_password": "x"}'}
    assert not one("vaultwarden", f"{VAULT}{line}\n", saved).notices


def test_symfony_with_several() -> None:
    """Those of failover and roundrobin are told apart by number; a frozen file is told of."""
    text = (
        'MAILER_DSN="failover(smtp://a:b@one.test:587 sendmail://default smtps://c:d@two.test)"\n'
    )
    first, second, third = found("symfony", text)
    assert [each.name for each in (first, second, third)] == ["1", "2", "3"]
    assert facts(first) == ("one.test", 587, "starttls", "a", "b")
    assert "MAILER_DSN is not for an SMTP server" in second.problem
    assert facts(third) == ("two.test", 465, "implicit", "c", "d")


def test_symfony_with_a_frozen_environment() -> None:
    """What composer dump-env wrote counts in place of all others; code in it is not run."""
    frozen = f"{PATH}.local.php"
    text = "MAILER_DSN=smtp://a:b@one.test:587\n"
    dumped = "<?php\n\n// This file is made by composer dump-env\n\nreturn array (\n"
    dumped += "  'APP_ENV' => 'prod',\n  'MAILER_DSN' => 'smtps://c:it\\'s%23@two.test',\n);\n"
    login = one("symfony", text, {frozen: dumped, f"{PATH}.local": "MAILER_DSN=null://null\n"})
    assert facts(login) == ("two.test", 465, "implicit", "c", "it's#")
    assert login.place == frozen
    for code, words in (
        ("<?php return ['MAILER_DSN' => getenv('X')];", ":1: MAILER_DSN is computed by PHP code"),
        ("<?php return f();", ":1: this does not return an array of plain values"),
        ("<?php\n$a = 1;", ": this does not return an array of plain values"),
        ("<?php return ['MAILER_DSN' => 'null://null'];", ":1: MAILER_DSN is set so that no mail"),
        ("<?php return [];", ": MAILER_DSN is not set"),
    ):
        assert refusal("symfony", text, {frozen: code}).startswith(f"{frozen}{words}")


@pytest.mark.parametrize(
    ("text", "saved", "expected"),
    [
        ("SMTP_PASSWORD='p w'\n", "", (HOST, 587, "starttls", "vw", "p w")),
        (
            "SMTP_SECURITY=force_tls\nSMTP_PASSWORD=p\n",
            "",
            (HOST, 465, "implicit", "vw", "p"),
        ),
        ("SMTP_SECURITY=off\nSMTP_PASSWORD=p\n", "", (HOST, 25, "none", "vw", "p")),
        ("SMTP_SSL=false\nSMTP_PASSWORD=p\n", "", (HOST, 25, "none", "vw", "p")),
        ("SMTP_EXPLICIT_TLS=true\nSMTP_PASSWORD=p\n", "", (HOST, 465, "implicit", "vw", "p")),
        ("SMTP_PASSWORD_FILE=pw\n", "", (HOST, 587, "starttls", "vw", "of file")),
        (
            "SMTP_PASSWORD=old\n",
            '{"smtp_password": "new", "smtp_port": 2525, "smtp_host": "h.test", "x": [1]}',
            ("h.test", 2525, "starttls", "vw", "new"),
        ),
        (
            "SMTP_PASSWORD=old\nDATA_FOLDER=/data\n",
            '{"smtp_security": "force_tls", "smtp_username": null}',
            (HOST, 465, "implicit", "vw", "old"),
        ),
        (
            "SMTP_PASSWORD=old\nCONFIG_FILE=../own.json\n",
            '{"smtp_username": "new"}',
            (HOST, 587, "starttls", "new", "old"),
        ),
    ],
)
def test_vaultwarden(text: str, saved: str, expected: tuple[object, ...]) -> None:
    """Vaultwarden's keys, its files for secrets, and the admin page's settings over them."""
    folder = "/data" if "DATA_FOLDER" in text else "/srv/app/data"
    place = "/srv/app/../own.json" if "CONFIG_FILE" in text else f"{folder}/config.json"
    more = {"/srv/app/pw": " of file\n", **({place: saved} if saved else {})}
    assert facts(one("vaultwarden", VAULT + text, more)) == expected


@pytest.mark.parametrize(
    ("text", "saved", "words"),
    [
        (
            "SMTP_PASSWORD=x\nSMTP_PASSWORD_FILE=pw\n",
            "",
            ".env:5: SMTP_PASSWORD_FILE is set beside",
        ),
        ("USE_SENDMAIL=true\n", "", ".env:4: USE_SENDMAIL is set"),
        (
            "SMTP_PASSWORD=x\nSMTP_SECURITY=tls\n",
            "",
            ".env:5: SMTP_SECURITY must be one of starttls",
        ),
        ("SMTP_PORT=x\n", "", ".env:4: SMTP_PORT is not a port"),
        ("", "", ".env: SMTP_PASSWORD is not set"),
        (
            "SMTP_PASSWORD=x\n",
            '{"_enable_smtp": false}',
            "config.json: _ENABLE_SMTP is set so that",
        ),
        ("SMTP_PASSWORD=x\n", '{\n"a": S3CR}', "config.json:2: not JSON"),
        ("SMTP_PASSWORD=x\n", "[]", "config.json: not a JSON object"),
        ("SMTP_PASSWORD=two words\n", "", ".env:4: text follows a space"),
    ],
)
def test_vaultwarden_without_a_login(text: str, saved: str, words: str) -> None:
    """What Vaultwarden would not log in with says so with file, line and key."""
    more = {"/srv/app/data/config.json": saved} if saved else {}
    more["/srv/app/pw"] = "x"
    said = refusal("vaultwarden", VAULT + text, more)
    assert words in said and said.startswith("/srv/app/")
    assert "S3CR" not in said


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("n8n", f"{N8N}N8N_SMTP_PASS=p\n", (HOST, 465, "implicit", "n8n", "p")),
        ("n8n", f"{N8N}N8N_SMTP_PASS=p\nN8N_SMTP_SSL=0\n", (HOST, 465, "starttls", "n8n", "p")),
        (
            "n8n",
            f"{N8N}N8N_SMTP_PASS=p$$w\nN8N_SMTP_SSL=false\nN8N_SMTP_STARTTLS=False\nN8N_SMTP_PORT=25\n",
            (HOST, 25, "none", "n8n", "p$w"),
        ),
        ("n8n", f"{N8N}N8N_SMTP_PASS_FILE=pw\n", (HOST, 465, "implicit", "n8n", "of file")),
        (
            "authentik",
            f"{AUTHENTIK}AUTHENTIK_EMAIL__PASSWORD=p\n",
            (HOST, 25, "none", "ak", "p"),
        ),
        (
            "authentik",
            f"{AUTHENTIK}AUTHENTIK_EMAIL__PASSWORD=file:///srv/app/pw\n"
            "AUTHENTIK_EMAIL__USE_TLS=true\nAUTHENTIK_EMAIL__PORT=587\n",
            (HOST, 587, "starttls", "ak", "of file"),
        ),
        (
            "authentik",
            f"{AUTHENTIK}X=y\nAUTHENTIK_EMAIL__PASSWORD=env://X\nAUTHENTIK_EMAIL__USE_SSL=True\n",
            (HOST, 25, "implicit", "ak", "y"),
        ),
        (
            "authentik",
            f"{AUTHENTIK}AUTHENTIK_EMAIL__PASSWORD=file:///none?other\n",
            (HOST, 25, "none", "ak", "other"),
        ),
        ("nextcloud-docker", f"{CLOUD}SMTP_PASSWORD=p\n", (HOST, 25, "starttls", "nc", "p")),
        (
            "nextcloud-docker",
            f"{CLOUD}SMTP_PASSWORD=p\nSMTP_PASSWORD_FILE=/srv/app/pw\nSMTP_SECURE=ssl\n",
            (HOST, 465, "implicit", "nc", "of file"),
        ),
        (
            "nextcloud-docker",
            f"{CLOUD}SMTP_PASSWORD=p\nSMTP_SECURE=tls\nSMTP_PORT=587\n",
            (HOST, 587, "starttls", "nc", "p"),
        ),
    ],
)
def test_containers(kind: str, text: str, expected: tuple[object, ...]) -> None:
    """The variables of a container, as Compose and then the program reads them."""
    assert facts(one(kind, text, {"/srv/app/pw": " of file\n"})) == expected


@pytest.mark.parametrize(
    ("kind", "text", "words"),
    [
        ("n8n", "N8N_SMTP_USER=u\n", ": N8N_SMTP_HOST is not set"),
        ("n8n", f"{N8N}N8N_SMTP_PASS=\n", ":3: N8N_SMTP_PASS is not set"),
        ("n8n", f"{N8N}N8N_SMTP_PASS=\nN8N_SMTP_PASS_FILE=pw\n", ":3: N8N_SMTP_PASS is not set"),
        (
            "n8n",
            f"{N8N}N8N_SMTP_OAUTH_SERVICE_CLIENT=c\nN8N_SMTP_OAUTH_PRIVATE_KEY=k\n",
            ":4: N8N_SMTP_OAUTH_PRIVATE_KEY is set, so n8n logs in with OAuth",
        ),
        ("n8n", "N8N_EMAIL_MODE=x\n", ":1: N8N_EMAIL_MODE is set so that no mail"),
        (
            "n8n",
            f"{N8N}N8N_SMTP_PASS=${{X}}\n",
            ":3: N8N_SMTP_PASS uses a variable from the program's env",
        ),
        ("authentik", AUTHENTIK, ": AUTHENTIK_EMAIL__PASSWORD is not set"),
        *(
            (
                "authentik",
                f"{AUTHENTIK}AUTHENTIK_EMAIL__PASSWORD={empty}\n",
                ":3: AUTHENTIK_EMAIL__PASSWORD is not set",
            )
            for empty in ("null", "0", "false", "'\"\"'")
        ),
        (
            "authentik",
            "AUTHENTIK_EMAIL__PASSWORD=env://X\n",
            ":1: AUTHENTIK_EMAIL__PASSWORD uses a",
        ),
        (
            "authentik",
            f"{AUTHENTIK}AUTHENTIK_EMAIL__USE_TLS=true\nAUTHENTIK_EMAIL__USE_SSL=true\n",
            ":4: AUTHENTIK_EMAIL__USE_SSL is true as well as USE_TLS",
        ),
        ("nextcloud-docker", "SMTP_HOST=h\n", ": MAIL_FROM_ADDRESS is not set"),
        ("nextcloud-docker", CLOUD, ": SMTP_PASSWORD is not set"),
        ("nextcloud-docker", f"{CLOUD}SMTP_PORT=0\n", ":5: SMTP_PORT is not a port"),
    ],
)
def test_containers_without_a_login(kind: str, text: str, words: str) -> None:
    """What the program would not log in with says so with the line and the key."""
    assert refusal(kind, text).startswith(PATH + words)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        *(("012345", "012345"), ("12345", "12345"), ("1e5", "100000.0"), ("1.50", "1.5")),
        *(
            ("-1.0e1", "-10.0"),
            ("'\"quoted\"'", "quoted"),
            ("'\"a\\u00e9\\n\"'", "aé\n"),
            ("true", "True"),
        ),
        *(
            ("NaN", "nan"),
            ("'\"open'", '"open'),
            ("'\"file:///srv/app/pw\"'", "of file"),
        ),
        *(("'{open'", "{open"), ("nul", "nul"), ("' 7 '", "7"), ("9" * 40, "9" * 40)),
    ],
)
def test_authentik_takes_json_for_what_it_means(text: str, meant: str) -> None:
    """As Python's own reader of JSON has it, whose values are written into the login."""
    found = one(
        "authentik", f"{AUTHENTIK}AUTHENTIK_EMAIL__PASSWORD={text}\n", {"/srv/app/pw": " of file\n"}
    )
    assert secret_of(found) == meant
    same = text.strip("'") == meant or text == "true"
    assert any("as JSON" in each for each in found.notices) != same


@pytest.mark.parametrize("text", ["'[1]'", "'{}'", f"'{'[' * 5000}{']' * 5000}'"])
def test_a_list_is_no_password_of_authentiks(text: str) -> None:
    """JSON that is no single value is told with its line."""
    said = refusal("authentik", f"{AUTHENTIK}AUTHENTIK_EMAIL__PASSWORD={text}\n")
    assert said.startswith(f"{PATH}:3: AUTHENTIK_EMAIL__PASSWORD is a JSON list or object")


def test_senders() -> None:
    """The sender is the one that the program is configured with."""
    told = [
        one("laravel", f'{LARAVEL}MAIL_FROM_ADDRESS="a@example.com"\n'),
        one("vaultwarden", f"{VAULT}SMTP_PASSWORD=x\n"),
        one("n8n", f"{N8N}N8N_SMTP_PASS=p\nN8N_SMTP_SENDER=n <n8n@example.com>\n"),
        one("authentik", f"{AUTHENTIK}AUTHENTIK_EMAIL__PASSWORD=p\n"),
        one("nextcloud-docker", f"{CLOUD}SMTP_PASSWORD=p\n"),
        one("n8n", f"{N8N}N8N_SMTP_PASS=p\n"),
        one("n8n", f"{N8N}N8N_SMTP_PASS=p\nN8N_SMTP_USER=u@example.com\n"),
        one("laravel", f"{LARAVEL}MAIL_FROM=b@example.com\n"),
        one("laravel", f"{LARAVEL}MAIL_FROM=b@example.com\nMAIL_FROM_ADDR=s@example.com\n"),
    ]
    assert [each.sender for each in told] == [
        *("a@example.com", "vw@example.com", "n <n8n@example.com>", "authentik@localhost"),
        *("c@example.com", "", "u@example.com", "b@example.com", "s@example.com"),
    ]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("laravel", "MAIL_URL=smtp://u:p@h.test?verify_peer=0\n"),
        ("symfony", "MAILER_DSN=smtps://u:p@h.test?verify_peer=0\n"),
        ("vaultwarden", f"{VAULT}SMTP_PASSWORD=x\nSMTP_ACCEPT_INVALID_CERTS=true\n"),
        ("vaultwarden", f"{VAULT}SMTP_PASSWORD=x\nSMTP_ACCEPT_INVALID_HOSTNAMES=true\n"),
    ],
)
def test_certificates_that_the_program_does_not_verify(kind: str, text: str) -> None:
    """They are verified here, with a notice."""
    assert "does not verify the server's certificate" in " ".join(one(kind, text).notices)


# By kind, a file that is in order.
SOUND = {
    "laravel": f'MAIL_HOST=h\nMAIL_PORT=25\nMAIL_USERNAME=u\nMAIL_PASSWORD="{SECRET}"\n',
    "symfony": f"A='x'\nMAILER_DSN=\"smtp://u:{CANARIES[0]}%23{CANARIES[1]}@h:25\"\n",
    "vaultwarden": f'SMTP_HOST=h\nSMTP_PORT=25\nSMTP_USERNAME=u\nSMTP_PASSWORD="{SECRET}"\n',
    "n8n": f'{N8N}N8N_SMTP_PORT=25\nN8N_SMTP_PASS="{SECRET}"\n',
    "authentik": f'{AUTHENTIK}AUTHENTIK_EMAIL__PORT=25\nAUTHENTIK_EMAIL__PASSWORD="{SECRET}"\n',
    "nextcloud-docker": f'{CLOUD}SMTP_PORT=25\nSMTP_PASSWORD="{SECRET}"\n',
}


@pytest.mark.parametrize("kind", SOUND)
def test_no_piece_of_a_secret_is_in_any_error(kind: str) -> None:
    """Whatever is wrong with a file, the words about it do not repeat what stands there."""
    chance = random.Random(kind)
    told = []
    for _ in range(FILES):
        text = broken(SOUND[kind], chance)
        saved = broken(f'{{"smtp_password": "{SECRET}", "smtp_port": 25}}', chance)
        try:
            login = found(kind, text, {"/srv/app/data/config.json": saved})[0]
            told += [login.problem, login.lacking, *login.notices]
            assert secret_of(login) is not None
        except Misconfigured as wrong:
            told.append(str(wrong))
    assert len([each for each in told if each]) > 20
    assert not [each for each in told if any(piece in each for piece in PIECES)]
    assert not [each for each in told if "\n" in each]
