"""Env files, URLs and the programs that keep theirs there: the login that the plugin makes."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pytest
from fakes.certificates import Certificates
from fakes.plugin import run
from fakes.scripts import ACCEPT, REJECT
from fakes.server import Server

from .test_logins import ENVELOPE, SENDER, USER, Case, checked, given, keys, script

# Whatever the language, single quotes hold it as it is.
SECRET = 'p#w "q" é;\\x $y'
URL = f"{quote(USER, safe='')}:{quote(SECRET, safe='')}@localhost:{{port}}"
ENV = (
    f"A_host=localhost\nA_port={{port}}\nA_user={USER}\nA_from={SENDER}\nA_tls=%s\nA_password=%s\n"
)
ESCAPED = SECRET.replace("\\", "\\\\").replace('"', '\\"').replace("$", "\\$")
N8N = f"N8N_SMTP_HOST=localhost\nN8N_SMTP_PORT={{port}}\nN8N_SMTP_USER={USER}\n"
AUTHENTIK = f"AUTHENTIK_EMAIL__HOST=localhost\nAUTHENTIK_EMAIL__PORT={{port}}\nLOGIN={USER}\n"
NEXTCLOUD = (
    f"SMTP_HOST=localhost\nSMTP_PORT={{port}}\nSMTP_NAME={USER}\nSMTP_PASSWORD_FILE=secret\n"
)
NEXTCLOUD += "MAIL_FROM_ADDRESS=noreply\nMAIL_DOMAIN=example.test\n"
LARAVEL = f"MAIL_FROM_ADDRESS='{SENDER}'\nMAIL_USERNAME={USER}\nMAIL_PASSWORD='{SECRET}'\n"
CASES = {
    "env": Case("env", ENV % ("starttls", f"'{SECRET}'"), "starttls", keys("A_{}")),
    "env, implicit": Case(
        "env", ENV % ("implicit", f'"{ESCAPED}"'), "implicit", keys("A_{}", "phpdotenv")
    ),
    "env, without TLS": Case(
        "env", ENV % ("none", f'"{ESCAPED}"'), "none", keys("A_{}", "systemd")
    ),
    "url, symfony": Case(
        "url",
        f'A_url="smtp://{URL}"\nA_from={SENDER}\n',
        "starttls",
        ("--from-keys", "url=A_url,from=A_from,dialect=symfony"),
    ),
    "url, django-environ": Case(
        "url",
        f"MAIL=smtp+ssl://{URL}\nSENDER={SENDER}\n",
        "implicit",
        ("--from-keys", "url=MAIL,from=SENDER,dialect=django-environ"),
    ),
    "url, dj-email-url": Case(
        "url",
        f"MAIL='submission://{URL}?_default_from_email={SENDER}'\n",
        "starttls",
        ("--from-keys", "url=MAIL,dialect=dj-email-url"),
    ),
    "url, nodemailer": Case(
        "url",
        f"MAIL='smtp://{URL}?ignoreTLS=true'\nSENDER={SENDER}\n",
        "none",
        ("--from-keys", "url=MAIL,from=SENDER,dialect=nodemailer"),
    ),
    "url, mutt": Case(
        "url",
        f"MAIL='smtps://{URL}'\nSENDER={SENDER}\n",
        "implicit",
        ("--from-keys", "url=MAIL,from=SENDER,dialect=mutt"),
    ),
    "url, s-nail": Case(
        "url",
        f"MAIL='submissions://{URL}'\nSENDER={SENDER}\n",
        "implicit",
        ("--from-keys", "url=MAIL,from=SENDER,dialect=s-nail"),
    ),
    "url, opensmtpd": Case(
        "url",
        f"MAIL='smtp+tls://label@localhost:{{port}}'\nU={USER}\nP='{SECRET}'\nS={SENDER}\n",
        "starttls",
        ("--from-keys", "url=MAIL,user=U,password=P,from=S,dialect=opensmtpd"),
    ),
    "laravel": Case(
        "laravel",
        f"MAIL_MAILER=smtp\nMAIL_HOST=localhost\nMAIL_PORT={{port}}\n{LARAVEL}",
        "starttls",
    ),
    "laravel, smtps": Case(
        "laravel",
        f"MAIL_SCHEME=smtps\nMAIL_HOST=localhost\nMAIL_PORT={{port}}\n{LARAVEL}",
        "implicit",
    ),
    "laravel, MAIL_URL": Case(
        "laravel",
        f"MAIL_URL='smtp://{URL}'\nMAIL_HOST=other.test\nMAIL_FROM_ADDRESS={SENDER}\n",
        "starttls",
    ),
    "symfony": Case("symfony", f"MAILER_DSN='smtps://{URL}'\n", "implicit", sender=False),
    "symfony, one of several": Case(
        "symfony",
        f'MAILER_DSN="failover(smtp://x:y@other.test smtp://{URL})"\n',
        "starttls",
        name="2",
        sender=False,
    ),
    "vaultwarden": Case(
        "vaultwarden",
        f"SMTP_HOST=localhost\nSMTP_PORT={{port}}\nSMTP_SECURITY=force_tls\nSMTP_FROM={SENDER}\n"
        f"SMTP_USERNAME={USER}\nSMTP_PASSWORD='{SECRET}'\n",
        "implicit",
    ),
    "vaultwarden, files": Case(
        "vaultwarden",
        f"SMTP_HOST=localhost\nSMTP_PORT={{port}}\nSMTP_FROM={SENDER}\n"
        f"SMTP_USERNAME={USER}\nSMTP_PASSWORD_FILE=secret\n",
        "starttls",
    ),
    "n8n": Case("n8n", f"{N8N}N8N_SMTP_PASS='{SECRET}'\nN8N_SMTP_SENDER={SENDER}\n", "implicit"),
    "n8n, starttls": Case(
        "n8n",
        f"{N8N}N8N_SMTP_PASS='{SECRET}'\nN8N_SMTP_SENDER={SENDER}\nN8N_SMTP_SSL=false\n",
        "starttls",
    ),
    "authentik": Case(
        "authentik",
        f"{AUTHENTIK}AUTHENTIK_EMAIL__FROM={SENDER}\nAUTHENTIK_EMAIL__USE_TLS=true\n"
        "AUTHENTIK_EMAIL__USERNAME=env://LOGIN\nAUTHENTIK_EMAIL__PASSWORD=file://{folder}/secret\n",
        "starttls",
    ),
    "nextcloud-docker": Case("nextcloud-docker", f"{NEXTCLOUD}SMTP_SECURE=ssl\n", "implicit"),
    "nextcloud-docker, tls": Case("nextcloud-docker", f"{NEXTCLOUD}SMTP_SECURE=tls\n", "starttls"),
}
OFFERED_ONLY = (
    *("url, symfony", "laravel", "laravel, MAIL_URL", "symfony, one of several", "n8n, starttls"),
    "nextcloud-docker, tls",
)


def prepared(name: str, folder: Path) -> Case:
    """A case, with a secret in a file beside it."""
    secret = folder / "secret"
    secret.touch(0o600)
    secret.write_text(f"{SECRET}\n", "utf-8")
    case = CASES[name]
    return case._replace(text=case.text.replace("{folder}", str(folder)))


@pytest.mark.parametrize("name", CASES)
def test_one_login_as_the_program_is_configured(
    name: str, certificates: Certificates, tmp_path: Path
) -> None:
    """User, password, TLS and sender arrive at the server as the file says, and a program that
    would go on in clear is told of.
    """
    case = prepared(name, tmp_path)
    case = case._replace(options=(*case.options, "-v"))
    rest = (ACCEPT, ENVELOPE) if case.sender else (ACCEPT,)
    with Server(script(case.tls, certificates, *rest)) as server:
        told = checked(case, server.port, tmp_path, certificates.ca_file)
        assert told.code == 0, told.output
        assert given(server.lines) == {"user": USER, "password": SECRET}
        assert server.count(b"AUTH") == 1
        senders = [line for line in server.lines if line.startswith(b"MAIL FROM:")]
        assert senders == [f"MAIL FROM:<{SENDER}>".encode()] * case.sender
        assert server.count(b"STARTTLS") == (case.tls == "starttls")
    assert USER in told.first
    words = "continues without TLS if the server does not offer STARTTLS"
    assert (words in told.long) == (name in OFFERED_ONLY)


@pytest.mark.parametrize(
    ("dialect", "code"), [("python-dotenv", 0), ("compose", 0), ("symfony", 3)]
)
def test_a_byte_order_mark_is_left_to_the_dialect(
    dialect: str, code: int, certificates: Certificates, tmp_path: Path
) -> None:
    """What an editor of Windows puts first is no trouble to programs that pass over it."""
    text = f"\ufeff{ENV % ('starttls', 'plain')}"
    case = Case("env", text, "starttls", keys("A_{}", dialect), sender=False)
    with Server(script(case.tls, certificates, ACCEPT)) as server:
        told = checked(case, server.port, tmp_path, certificates.ca_file)
    assert told.code == code, told.output
    assert ("byte order mark" in told.first) == (code == 3)


@pytest.mark.parametrize("name", ["env", "url, symfony", "laravel", "vaultwarden, files"])
def test_a_password_that_is_wrong_there_is_critical(
    name: str, certificates: Certificates, tmp_path: Path
) -> None:
    """The program's own password is refused: that is what the check is for, and it is not shown."""
    case = prepared(name, tmp_path)._replace(sender=False)
    with Server(script(case.tls, certificates, REJECT)) as server:
        told = checked(case, server.port, tmp_path, certificates.ca_file)
    assert told.code == 2
    assert "rejected" in told.first
    assert "p#w" not in told.output


@pytest.mark.parametrize(
    ("kind", "text", "words"),
    [
        ("laravel", "MAIL_MAILER=log\nMAIL_HOST=h\n", "MAIL_MAILER"),
        ("symfony", "MAILER_DSN=null://null\n", "MAILER_DSN"),
        ("vaultwarden", "USE_SENDMAIL=true\nSMTP_HOST=h\n", "USE_SENDMAIL"),
        ("n8n", "N8N_EMAIL_MODE=''\n", "N8N_SMTP_HOST"),
        ("authentik", "AUTHENTIK_EMAIL__HOST=h\n", "AUTHENTIK_EMAIL__USERNAME"),
        ("nextcloud-docker", "SMTP_HOST=h\n", "MAIL_FROM_ADDRESS"),
    ],
)
def test_without_a_login_the_key_is_named(kind: str, text: str, words: str, tmp_path: Path) -> None:
    """A program that is set not to log in is UNKNOWN, and the first line names the key."""
    path = tmp_path / "env"
    path.write_text(text)
    path.chmod(0o600)
    told = run("--from", f"{kind}:{path}")
    assert told.code == 3
    assert str(path) in told.first and words in told.first


def test_what_is_configured_is_listed(tmp_path: Path) -> None:
    """A list has host, port, user and file of the login, and not its password."""
    path = tmp_path / "env"
    path.write_text(CASES["env"].text.replace("{port}", "587"))
    path.chmod(0o600)
    told = run("--from", f"env:{path}", *CASES["env"].options, "--list-accounts")
    assert told.code == 0, told.output
    assert "localhost" in told.output and USER in told.output and str(path) in told.output
    assert "problem" not in told.output and "no password" not in told.output
    assert "p#w" not in told.output
