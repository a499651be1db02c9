"""Nagios runs the plugin through the command that is shipped."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from servers.mailserver import MailServer
from servers.process import PATIENCE, wait_until
from servers.requirements import require

from .installed import give
from .nagios import USER, Nagios
from .readme import ROOT, Reader, blocks
from .story import OK, UNKNOWN, Account, tell

README = "contrib/nagios/README.md"
FINANCE = "mail.example.com;SMTP finance"
# A file's name with all that has a meaning in Nagios's files or in the shell.
ODD_NAME = "o'neil!a;b$c"
ODD_WRITTEN = "o'\\''neil\\!a\\;b$$c"
MORE = """\
define service {{
    use                     smtp-auth-service
    host_name               mail.example.com
    service_description     {name}
    check_command           check_smtp_auth!{arguments} {here}
}}
"""


@pytest.fixture(scope="module")
def nagios(plugins: Path, servers_directory: Path) -> Iterator[Nagios]:
    """A Nagios without any object of ours."""
    require("nagios4")
    made = Nagios(servers_directory / "nagios", plugins)
    made.start()
    yield made
    made.stop()


@pytest.fixture(scope="module")
def account(nagios: Nagios, plugins: Path, postfix_dovecot: MailServer) -> Account:
    """The README's account, set up by following the README step by step."""
    server = postfix_dovecot
    private = nagios.directory / "smtp"
    here = f"-p {server.port_starttls} --ca-file {server.ca_file}"
    words = {
        "--tls-name mail.example.com": f"--tls-name localhost {here}",
        "192.0.2.1": "127.0.0.1",
        "/etc/smtp": str(private),
        "/etc/nagios4": str(nagios.etc),
        "/usr/lib/nagios/plugins": str(plugins),
        "nagios4 -v": nagios.verifying,
        "systemctl reload nagios4": f"kill -HUP {nagios.group}",
        "sudo -u nagios ": "runuser -u nagios -- ",
        "sudo ": "",
    }
    server.set_password("finance@example.com", "as agreed")
    reader = Reader(words, nagios.environment())
    secret, by_hand, *rest = blocks(README, "A first result in five minutes")
    reader.follow(secret, "as agreed\n")
    assert reader.follow(by_hand).startswith("SMTP_AUTH OK - finance@example.com")
    file = private / "finance"
    more = {
        "empty": f"finance@example.com!!-P {file} --tls '' -t '' -w '' --state '' -A ''",
        "nameless": f"!{file}!",
        "odd": f"finance@example.com!{private}/{ODD_WRITTEN}!",
    }
    texts = [MORE.format(name=name, arguments=more[name], here=here) for name in more]
    (nagios.etc / "conf.d" / "more.cfg").write_text("".join(texts), "utf-8")
    for step in rest:
        reader.follow(step)
    assert wait_until(lambda: nagios.knows(FINANCE), PATIENCE), nagios.read_log()
    return Account(server, "finance@example.com", file)


def test_a_changed_password(nagios: Nagios, account: Account) -> None:
    """State, words and figures tell what becomes of a login whose password is changed."""
    tell(account, lambda: nagios.check(FINANCE))


def test_all_files_are_valid(plugins: Path, servers_directory: Path) -> None:
    """Nagios finds nothing to warn of in what is shipped for it, put together."""
    require("nagios4")
    made = Nagios(servers_directory / "verified", plugins)
    for file in (ROOT / "contrib" / "nagios").rglob("*.cfg"):
        if "command[" not in file.read_text("utf-8"):  # which is NRPE's
            shutil.copy(file, made.etc / "conf.d" / f"{file.parent.name}-{file.name}")
    made.verify()


def test_empty_arguments_count_as_not_given(nagios: Nagios, account: Account) -> None:
    """Empty options, and no password file among the arguments, change nothing."""
    assert nagios.check("mail.example.com;empty").state == OK


def test_an_empty_user_name(nagios: Nagios, account: Account) -> None:
    """A service without a user name is UNKNOWN and says why."""
    seen = nagios.check("mail.example.com;nameless")
    assert seen.state == UNKNOWN
    assert seen.first.startswith("SMTP_AUTH UNKNOWN - -u")
    assert "the user name is empty" in seen.first


def test_an_odd_name(nagios: Nagios, account: Account) -> None:
    """A name with "!", ";", "$" and "'" in it comes through, written as the command's file says."""
    file = account.file.with_name(ODD_NAME)
    file.touch(0o600)
    file.write_text(account.file.read_text("utf-8"), "utf-8")
    give(USER, file)
    seen = nagios.check("mail.example.com;odd")
    assert seen.state == OK, seen.first


@pytest.fixture
def hasty(account: Account, plugins: Path, servers_directory: Path) -> Iterator[Nagios]:
    """A Nagios by the examples, whose minutes are seconds."""
    made = Nagios(servers_directory / "hasty", plugins, interval=1)
    server = account.server
    words = {
        "--tls-name mail.example.com": f"-p {server.port_starttls} --ca-file {server.ca_file}",
        "!587": f"!{server.port_starttls}",
        "check_interval          5": "check_interval          2",
        "192.0.2.1": "127.0.0.1",
        "/etc/smtp/tickets": str(account.file),
        "/etc/smtp": str(account.file.parent),
        "tickets@example.com": account.user,
    }
    for name in ("smtp_auth.cfg", "examples/accounts.cfg", "examples/outage.cfg"):
        text = Reader(words, {}).adapt((ROOT / "contrib" / "nagios" / name).read_text("utf-8"))
        (made.etc / "conf.d" / Path(name).name).write_text(text, "utf-8")
    made.start()
    yield made
    made.stop()


def test_an_outage(hasty: Nagios, account: Account) -> None:
    """While the server is away it alone is alerted, and its accounts are not checked."""
    server, *services = (f"mail.example.com;SMTP{name}" for name in ("", " finance", " tickets"))
    assert wait_until(lambda: hasty.knows(server), PATIENCE), hasty.read_log()
    for service in (server, *services):
        assert hasty.check(service).state == OK

    with account.server.stopped():
        assert wait_until(lambda: alerts(hasty) == [f"{server};CRITICAL"], PATIENCE)
        # What was under way has ended by then.
        settled = hasty.last_check(server) + 1
        assert wait_until(lambda: hasty.last_check(server) > settled, PATIENCE)
        before = [hasty.last_check(each) for each in services]
        # Longer than it takes an account to fail three times.
        assert wait_until(lambda: hasty.last_check(server) > settled + 5, PATIENCE)
        assert [hasty.last_check(each) for each in services] == before

    assert wait_until(lambda: len(alerts(hasty)) > 1, PATIENCE)
    for service in services:
        assert hasty.check(service).state == OK
    assert alerts(hasty) == [f"{server};CRITICAL", f"{server};OK"]


def alerts(nagios: Nagios) -> list[str]:
    """The alerts for services of the mail server so far: host;service;state."""
    lines = re.findall(
        r"SERVICE NOTIFICATION: nobody;(mail\.[^;]*;[^;]*;[^;]*);", nagios.read_log()
    )
    return [str(line) for line in lines]
