"""URLs of mutt and s-nail: what the programs themselves log in with, where and over which TLS."""

from __future__ import annotations

import os
import random
import re
import string
from base64 import b64decode
from pathlib import Path
from typing import Callable, Optional
from urllib.parse import quote

import pytest
from fakes.certificates import Certificates
from fakes.ports import Told, asked
from servers.requirements import require

from check_smtp_auth.configs.url import reader
from check_smtp_auth.configs.urls import Unfit

SENDER = "sender@example.test"
# Each is a URL that is read otherwise by another program, or in part.
TRAPS = (
    *("smtp://u%40d:p%3Aw@localhost", "SMTPS://u:p:w@[::1]/x", "smtps://u:p@w@localhost"),
    *("smtp://u:gr%C3%BCn%20%E2%82%AC@localhost:587", "smtp://u:100%@localhost"),
    *("smtp://u:p/w@localhost", "submission://u:p@localhost", "submissions://u:p@localhost"),
    *("smtp://u:p%2Fw%23%3F@127.0.0.1", "smtp://u:p+w!$&'*,;=@localhost", "smtp:u:p@localhost"),
    *("smtps://u:p@localhost:465?x=y", "smtp://u:p-_.~@LOCALHOST"),
    *("smtp://u@d.test:p@localhost", "smtp://u:p#w@localhost", 'smtp://u:"q"`x`@localhost'),
    *("smtp://u:p w@localhost", "smtp://u:p%3aw@localhost", "smtp://u:p@localhost:"),
    *("smtp://u:p@localhost:0", "smtp://u:p@localhost:587/", "u:p@localhost", "imap://u:p@h"),
    *("smtp://u:p@localhost:99999", "smtp://u:p@localhost:x", "smtps://u:p%25w@localhost:"),
    *("smtp://u:p@localhost/x", "smtp://u:p\\w@localhost", "smtp://%75:%70@localhost"),
)
# What is read of a URL: port, how TLS starts, user and password; None where it is refused.
Login = Optional["tuple[int, str | None, str, bytes]"]


def mutt(url: str, folder: Path, ca_file: Path) -> list[str]:
    """A command that has mutt send a mail by way of a URL."""
    configuration = folder / f"muttrc{len(list(folder.iterdir()))}"
    value = re.sub(r'(["\\$`])', r"\\\1", url)
    configuration.write_text(
        f'set smtp_url="{value}" copy=no certificate_file="{ca_file}" from={SENDER}\n'
    )
    return ["mutt", "-n", "-F", str(configuration), "-s", "x", "to@example.test"]


def s_nail(url: str, folder: Path, ca_file: Path) -> list[str]:
    """The same of s-nail, which takes a URL without a scheme under the variable's old name."""
    name = "mta" if ":/" in url or url.startswith("smtp:") else "smtp"
    settings = [f"{name}={url}", f"tls-ca-file={ca_file}", f"from={SENDER}", "smtp-auth=plain"]
    options = [f"-S{each}" for each in ("v15-compat=yes", "nosave", *settings)]
    return ["s-nail", "-:/", *options, "-s", "x", "to@example.test"]


PROGRAMS: dict[str, Callable[[str, Path, Path], list[str]]] = {"mutt": mutt, "s-nail": s_nail}


def theirs(told: Told) -> Login:
    """What a program logged in with."""
    if not told.said:
        return None
    ((port, lines),) = told.said
    (at,) = (at for at, line in enumerate(lines) if line.startswith("AUTH PLAIN"))
    _, _, response = lines[at].partition("AUTH PLAIN ")
    _, user, password = b64decode(response or lines[at + 1]).split(b"\0")
    assert any(line.startswith(f"MAIL FROM:<{SENDER}>") for line in lines)
    return port, told.mode, user.decode(), password


def ours(dialect: str, url: str) -> Login:
    """What we would log in with."""
    try:
        address = reader(dialect)(url)
    except Unfit:
        return None
    assert address.host.lower() in ("localhost", "127.0.0.1", "::1")
    return address.port, address.tls, address.user, address.password


@pytest.mark.parametrize("dialect", PROGRAMS)
def test_it_logs_in_with_what_we_read(
    dialect: str, certificates: Certificates, tmp_path: Path
) -> None:
    """Port, TLS, user and password of each URL are the program's; what it refuses is refused."""
    require(dialect)
    chance = random.Random(20)
    made = ["".join(chance.choices(string.printable[:95] + "é€", k=24)) for _ in range(5)]
    urls = [*TRAPS, *(f"smtps://u:{quote(each, safe='')}@localhost" for each in made)]
    environment = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "LANG": "C.UTF-8"}
    read = {url: ours(dialect, url) for url in urls}
    # mutt sleeps for a second after it has refused a URL.
    for refused in (False, True):
        chosen = [url for url, login in read.items() if (login is None) == refused]
        commands = [PROGRAMS[dialect](url, tmp_path, certificates.ca_file) for url in chosen]
        told = asked(certificates.server.file, commands, environment, at_once=refused)
        assert {url: read[url] for url in chosen} == dict(zip(chosen, map(theirs, told)))
    assert 12 < sum(login is not None for login in read.values()) < len(read) - 5
