"""URLs of mail servers: read as each program reads them."""

from __future__ import annotations

import base64
import json
import random
import string
import warnings
from pathlib import Path
from typing import Any, Optional
from urllib.parse import quote

import pytest
from fakes.memory import facts, logins
from hypothesis import given, settings
from hypothesis import strategies as st
from properties import PROPERTY

from check_smtp_auth.accounts import Misconfigured
from check_smtp_auth.configs import DIALECTS
from check_smtp_auth.configs.url import reader
from check_smtp_auth.configs.urls import Address, Unfit

from . import parsers

PATH = "/app/.env"
TRAPS = (
    *("smtp://u:p@h.example", "smtps://u:p@h.example", "smtp://u:p@h.example:465"),
    *("smtp://u:p@localhost", "smtps://u:p@h.example:587", "smtp://u:p@h.example:25"),
    *("smtp://u%40d:p%3Aw@h.example:587", "smtp://u:p%2Fw%23%3F%40@h.example:587"),
    *("smtp://u:p:w@h.example:587", "smtp://u:p@w@h.example:587", "smtp://u:p/w@h.example:587"),
    *("smtp://u:p?w@h.example:587", "smtp://u:p#w@h.example:587", "smtp://u:100%@h.example:587"),
    *(
        "smtp://u:%zz%41@h.example:587",
        "smtp://u:p+w@h.example:587",
        "smtp://u:gr%C3%BCn@h.example",
    ),
    *("smtp://u:p@[::1]:587", "smtps://u:p@[::1]", "smtp://u:p@192.0.2.1:2525"),
    *("smtp+tls://u:p@h.example", "smtp+ssl://u:p@h.example", "submission://u:p@h.example"),
    *(
        "smtp://u:p@h.example:587?tls=True",
        "smtp://u:p@h.example:465/?ssl=True",
        "smtp://:p@h.example",
    ),
    *("smtp://u@h.example", "SMTP://u:p@h.example:587", "smtps://u:p@h.example/path?verify_peer=0"),
    *(
        "smtp://u:p@h.example:99999",
        "smtp://u:p@h.example:x",
        "smtp://u:p@",
        "mail.example.com",
        "",
    ),
    *("smtp://u:p@h.example:587?requireTLS=true", "smtp://u:p@h.example:587?ignoreTLS=true"),
    *(
        "smtp://u:p@h.example:587?EMAIL_USE_SSL=1",
        "consolemail://",
        "smtp+tls://u:p@h.example?EMAIL_USE_SSL=1",
    ),
    *(
        "smtp://u:p w@h.example:587",
        "smtp://u:p)w@h.example:587",
        "smtp://u:p!$&'*,;=w@h.example:587",
    ),
    "smtp://u:p@h.example:587?_default_from_email=a@example.com",
    *(
        f"smtp://u:p@h.example?{name}={value}"
        for name in ("requireTLS", "ignoreTLS")
        for value in "01"
    ),
    "smtp://u:p@h.example:587?requireTLS=false&ignoreTLS=yes",
)
Told = Optional["tuple[Any, ...]"]


def ours(dialect: str, url: str) -> Address | None:
    """What we read, None where it is refused."""
    try:
        return reader(dialect)(url)
    except Unfit:
        return None


def test_it_is_read_as_symfony_reads_it() -> None:
    """Server, login, TLS and whether certificates are verified are Symfony's own."""
    theirs = parsers.ask_php("urls.php", TRAPS, "Symfony/Component/Mailer")
    for url, each in zip(TRAPS, theirs):
        address = ours("symfony", url)
        if each is not None:
            host, port, user, password, first, verified = each
            each = (host.strip("[]"), port, user, base64.b64decode(password), first, verified)
        told = address and (
            *(address.host, address.port, address.user, address.password),
            *(address.tls == "implicit", not address.unverified),
        )
        assert told == each, url


def test_it_is_read_as_nodemailer_reads_it() -> None:
    """Server, login and TLS are nodemailer's own."""
    theirs = parsers.ask_node("urls.js", TRAPS)
    for url, each in zip(TRAPS, theirs):
        if url in ("smtp://u:p@", "smtp://u:p@h.example:99999"):  # no server, or no port of one
            continue
        address = ours("nodemailer", url)
        told = address and [
            *(address.host, address.port, address.user, address.password.decode()),
            address.tls == "implicit",
            address.tls == "starttls" and not address.offered_only,
            address.tls == "none",
        ]
        assert told == each, url


def django(settings_of: dict[str, Any]) -> Told:
    """What Django makes of its settings for mail; None for what it refuses, or has no server."""
    if not settings_of["EMAIL_BACKEND"].endswith(".smtp.EmailBackend"):
        return None
    tls, first = bool(settings_of.get("EMAIL_USE_TLS")), bool(settings_of.get("EMAIL_USE_SSL"))
    if (tls and first) or not settings_of["EMAIL_HOST"]:
        return None
    return (
        settings_of["EMAIL_HOST"],
        settings_of["EMAIL_PORT"] or (465 if first else 25),
        settings_of["EMAIL_HOST_USER"] or "",
        (settings_of["EMAIL_HOST_PASSWORD"] or "").encode(),
        "implicit" if first else "starttls" if tls else "none",
        settings_of.get("DEFAULT_FROM_EMAIL", ""),
    )


@pytest.mark.parametrize("dialect", ["django-environ", "dj-email-url"])
def test_it_is_read_as_django_reads_it(dialect: str) -> None:
    """Server, login, TLS and sender are those of the settings that the package makes."""
    import dj_email_url
    import environ

    parse = environ.Env.email_url_config if dialect == "django-environ" else dj_email_url.parse
    seen = 0
    for url in TRAPS:
        theirs: Told = None
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                theirs = django(parse(url))
            except (ValueError, KeyError, environ.ImproperlyConfigured):
                pass
        address = ours(dialect, url)
        told = address and (
            *(address.host, address.port, address.user, address.password),
            *(address.tls, address.sender),
        )
        assert told == theirs, url
        seen += theirs is not None
    assert seen > 20


# What OpenSMTPD 6.8 said itself: see contrib/dev/relay_hosts.py.
RELAYS = Path(__file__).with_name("opensmtpd.jsonl")
MODES = {"smtp": "starttls", "smtp+tls": "starttls", "smtps": "implicit", "smtp+notls": "none"}


def test_relay_hosts_are_read_as_opensmtpd_reads_them() -> None:
    """Server, port and TLS are OpenSMTPD's own, and so are the refusals, but for LMTP."""
    rows = [json.loads(line) for line in RELAYS.read_text("utf-8").splitlines()]
    for row in rows:
        address = ours("opensmtpd", row["relay"])
        told = address and (address.host.lower(), address.port, address.tls, address.offered_only)
        said = row["answer"]
        expected = said and (
            *(said["host"].strip("[]").replace("ipv6:", ""), said["port"]),
            *(MODES.get(said["scheme"]), said["scheme"] == "smtp"),
        )
        assert told == (None if said and said["scheme"] == "lmtp" else expected), row
    assert len(rows) > 60
    assert len([row for row in rows if row["answer"]]) > 30


# As mutt and s-nail have it in their source; test_clients asks the programs themselves.
BY_SOURCE = [
    ("mutt", "smtp://u%40d:p%3Aw@h.example", ("h.example", 25, "starttls", "u@d", b"p:w")),
    ("mutt", "SMTPS://u:p:w@[::1]:2465/x", ("::1", 2465, "implicit", "u", b"p:w")),
    ("mutt", "smtps://u:p@w@h.example", ("h.example", 465, "implicit", "u", b"p@w")),
    ("mutt", "smtp://u:p%zz@h.example", None),
    ("mutt", "smtp://u:p/w@h.example", None),
    ("mutt", "submission://u:p@h.example", None),
    ("s-nail", "smtps://u%40d:p%3Aw@H.example", ("h.example", 465, "implicit", "u@d", b"p:w")),
    ("s-nail", "smtp://u:p@h.example", ("h.example", 25, "none", "u", b"p")),
    ("s-nail", "submissions://u:p@h.example", ("h.example", 465, "implicit", "u", b"p")),
    ("s-nail", "submission://u:p@h.example", ("h.example", 587, "none", "u", b"p")),
    ("s-nail", "u:p-_.~@h.example:2525", ("h.example", 2525, "none", "u", b"p-_.~")),
    ("s-nail", "smtp://u:p:w@h.example", None),
    ("s-nail", "smtp://u:p%3aw@h.example", None),
    ("s-nail", "smtp://u:p@h.example/x", None),
    ("s-nail", "imap://u:p@h.example", None),
]


@pytest.mark.parametrize(("dialect", "url", "expected"), BY_SOURCE)
def test_mail_programs_read_it_by_their_rules(dialect: str, url: str, expected: Told) -> None:
    """Schemes, ports, TLS and decoding are those of the program's source."""
    address = ours(dialect, url)
    told = address and (
        *(address.host, address.port, address.tls, address.user),
        address.password,
    )
    assert told == expected


PRINTABLE = st.text(st.sampled_from(string.printable[:95] + "äß€"), min_size=1, max_size=40)
WITH_PASSWORD = tuple(each for each in DIALECTS["url"] if each != "opensmtpd")


@pytest.mark.parametrize("dialect", WITH_PASSWORD)
@settings(PROPERTY, max_examples=60)
@given(PRINTABLE, PRINTABLE)
def test_any_password_comes_back(dialect: str, user: str, password: str) -> None:
    """User and password of whatever signs, percent-encoded, are read as they are."""
    text = f"MAIL='smtp://{quote(user, safe='')}:{quote(password, safe='')}@h.example:587'\n"
    (login,) = logins("url", PATH, {PATH: text}, keys={"url": "MAIL", "dialect": dialect})
    assert facts(login)[3:] == (user, password)
    assert facts(login)[:2] == ("h.example", 587)


@pytest.mark.parametrize(
    "url", ["smtp://u:p@h.example", "smtps://u:p@h.example", "submission://u:p@h.example:587"]
)
def test_without_a_dialect_they_differ(url: str) -> None:
    """The same URL means other TLS to other programs: the dialect is asked for, with the line."""
    with pytest.raises(
        Misconfigured,
        match=r"^/app/.env:2: programs differ in how they read the URL in MAIL.*dialect=",
    ):
        logins("url", PATH, {PATH: f"A=x\nMAIL={url}\n"}, keys={"url": "MAIL"})


def test_one_program_alone_needs_no_dialect() -> None:
    """A scheme that only one program knows needs none."""
    text = "MAIL=smtp+ssl://u:p@h.example\n"
    (login,) = logins("url", PATH, {PATH: text}, keys={"url": "MAIL"})
    assert facts(login) == ("h.example", 465, "implicit", "u", "p")


def test_keys_beside_the_url() -> None:
    """User, password and sender come from other keys where the URL has none."""
    text = "MAIL=smtp+tls://label@h.example\nU=u\nP='p w'\nS=s@example.com\n"
    keys = {"url": "MAIL", "user": "U", "password": "P", "from": "S", "dialect": "opensmtpd"}
    (login,) = logins("url", PATH, {PATH: text}, keys=keys)
    assert facts(login) == ("h.example", 25, "starttls", "u", "p w")
    assert login.sender == "s@example.com"
    assert any("(MX), this check connects to the host" in each for each in login.notices)
    address = text.replace("h.example", "[192.0.2.1]")
    assert not logins("url", PATH, {PATH: address}, keys=keys)[0].notices
    del keys["user"], keys["password"]
    (login,) = logins("url", PATH, {PATH: text}, keys=keys)
    assert "OpenSMTPD's table of secrets" in login.problem


@pytest.mark.parametrize(
    "url", ["smtp://u:p@h.example:587", "smtp://u:p@h.example:587?verify_peer=1"]
)
def test_tls_where_it_is_offered_is_told(url: str) -> None:
    """A program that goes on in clear is checked with STARTTLS, and a notice says so."""
    (login,) = logins("url", PATH, {PATH: f"M={url}\n"}, keys={"url": "M", "dialect": "symfony"})
    assert login.tls == "starttls"
    assert "continues without TLS" in " ".join(login.notices)


CANARY = "c4naryPW"
BREAKS = (
    ":",
    "/",
    "?",
    "#",
    "@",
    "%",
    "%4",
    "[",
    "]",
    " ",
    "\\",
    "^",
    "{",
    "|",
    "é",
    "&",
    "=",
    ")",
)


@pytest.mark.parametrize("dialect", ["", *DIALECTS["url"]])
def test_no_error_quotes_the_url(dialect: str) -> None:
    """Of two hundred broken URLs no error has a piece of what stands there."""
    chance = random.Random(f"url {dialect}")
    errors = 0
    for _ in range(200):
        login = [*chance.choices(BREAKS, k=3), CANARY, *chance.choices(BREAKS, k=2), CANARY]
        chance.shuffle(login)
        scheme = chance.choice(("smtp://", "smtps://", CANARY, f"{CANARY}://", "smtp:"))
        port = chance.choice(("", ":587", f":{CANARY}", ":99999"))
        text = f"MAIL='{scheme}u:{''.join(login)}@h.example{port}'\n"
        keys = {"url": "MAIL", **({"dialect": dialect} if dialect else {})}
        try:
            found = logins("url", PATH, {PATH: text}, keys=keys)
        except Misconfigured as error:
            errors += 1
            assert CANARY not in str(error)
            assert error.__cause__ is None
        else:
            assert CANARY not in repr([each.notices for each in found])
    assert errors > 20
