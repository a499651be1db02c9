"""What the Checkmk agent would send, by the README's steps; there is no Checkmk to send it to."""

from __future__ import annotations

import re
import shlex
import subprocess
from pathlib import Path

import pytest
from fakes.readers import Service, read_local_checks
from servers.mailserver import MailServer
from servers.process import make_directory
from servers.requirements import require

from .prometheus import run_unit
from .readme import ROOT, Reader, blocks

README = "contrib/checkmk/README.md"
ACCOUNTS = {"finance": "finance@example.com", "acme-tickets": "tickets@acme.example.com"}
FIRST = "A first result in five minutes"
TIMER = "With a timer, without root"


class Host:
    """A machine with the agent's folders, and the plugin installed."""

    def __init__(self, directory: Path, plugins: Path, server: MailServer) -> None:
        """Make one, with accounts on the mail server."""
        self.directory = directory
        self.agent = directory / "agent"
        make_directory(self.agent / "spool")
        make_directory(directory / "check_mk")
        make_directory(directory / "units")
        for user in ACCOUNTS.values():
            server.set_password(user, f"of {user}")
        here = f"port = {server.port_starttls}\nca-file = {server.ca_file}"
        options = f"-p {server.port_starttls} --ca-file {server.ca_file}"
        words = {
            "host = mail.example.com": f"host = {server.host}\n{here}",
            "-H mail.example.com": f"-H {server.host} {options}",
            "/etc/smtp": f"{directory}/smtp",
            "/etc/check_smtp_auth": f"{directory}/accounts",
            "/etc/systemd/system": f"{directory}/units",
            "/etc/check_mk": f"{directory}/check_mk",
            "/usr/lib/check_mk_agent": str(self.agent),
            "/var/lib/check_mk_agent": str(self.agent),
            "/usr/lib/nagios/plugins": str(plugins),
            "systemctl ": "true ",
            "sudo ": "",
        }
        self.state = {"MP_STATE_PATH": str(directory / "state")}
        self.reader = Reader(words, self.state)

    def adapt(self, file: Path) -> None:
        """Have a file that was copied know where things are here."""
        file.write_text(self.reader.adapt(file.read_text("utf-8")), "utf-8")


@pytest.fixture
def host(
    servers_directory: Path, plugins: Path, postfix_dovecot: MailServer, tmp_path: Path
) -> Host:
    """A machine on which the README's first two steps were done."""
    made = Host(servers_directory / f"checkmk-{tmp_path.name}", plugins, postfix_dovecot)
    *passwords, accounts, _ = blocks(README, FIRST)
    for user, block in zip(ACCOUNTS.values(), passwords):
        made.reader.follow(block, f"of {user}\n")
    made.reader.follow(accounts)
    return made


def require_both_work(found: list[Service]) -> None:
    """Fail unless each account is a service that is OK, the customer's on a host of its own."""
    assert [(each.host, each.item, each.state) for each in found] == [
        ("", "SMTP AUTH finance", 0),
        ("acme", "SMTP AUTH acme-tickets", 0),
    ]
    assert all("total_time" in each.metrics for each in found)


def test_a_local_check(host: Host, postfix_dovecot: MailServer) -> None:
    """The local check prints a service for each account; a bad password is told with what to do."""
    install, run = blocks(README, FIRST)[-1].splitlines()
    host.reader.follow(install)
    script = host.agent / "local" / "300" / "smtp_auth"
    host.adapt(script)
    require_both_work(read_local_checks(host.reader.follow(run)))
    postfix_dovecot.set_password(ACCOUNTS["finance"], "changed by somebody")
    bad, good = read_local_checks(host.reader.follow(run))
    assert (bad.state, good.state) == (2, 0)
    assert "user name or password rejected: 535" in bad.text
    assert "\nTo do: " in bad.text


def test_the_spool(host: Host) -> None:
    """The timer's run leaves a file that the agent can send as it stands."""
    require("systemd-analyze")
    host.reader.follow(blocks(README, TIMER)[0])
    accounts = host.directory / "accounts" / "accounts.ini"
    text = accounts.read_text("utf-8")
    accounts.write_text(re.sub(r"password-file = .*/", "credential = smtp_", text), "utf-8")
    units = host.directory / "units"
    service, drop_in = units / "smtp-auth.service", units / "smtp-auth.service.d" / "spool.conf"
    whole = host.reader.adapt(service.read_text("utf-8") + drop_in.read_text("utf-8"))
    assert run_unit(whole, host.directory) == 0
    first, _, rest = host.reader.follow(blocks(README, TIMER)[1]).partition("\n")
    assert first == "<<<local>>>"
    require_both_work(read_local_checks(rest))
    assert [each.name for each in (host.agent / "spool").iterdir()] == ["900_smtp_auth"]


def test_mrpe(host: Host) -> None:
    """The line for MRPE is one the agent takes, and the check by it tells the account's state."""
    host.reader.follow(blocks(README, "With MRPE")[0])
    lines = (host.directory / "check_mk" / "mrpe.cfg").read_text("utf-8").splitlines()
    (line,) = [line for line in lines if not line.startswith("#")]
    name, interval, command = line.split(" ", 2)
    assert (name, interval) == ("SMTP_finance", "(interval=300)")
    require_ok(shlex.split(command), host)


def test_the_rule(host: Host) -> None:
    """The command line for the rule is one that checks the account."""
    text = (ROOT / README).read_text("utf-8")
    (command,) = re.findall(r"^\| \*Command line\* \| `(.*)` \|$", text, re.MULTILINE)
    ours = {
        "check_smtp_auth -H '$HOSTADDRESS$' --tls-name mail": "/usr/lib/nagios/plugins/"
        "check_smtp_auth -H mail",
        "/omd/sites/SITE": "",
    }
    for word, replacement in ours.items():
        command = command.replace(word, replacement)
    require_ok(shlex.split(host.reader.adapt(command)), host)


def require_ok(command: list[str], host: Host) -> None:
    """Fail unless a plugin's run tells of the account that it works."""
    done = subprocess.run(command, stdout=subprocess.PIPE, encoding="utf-8", env=host.state)
    assert done.returncode == 0, done.stdout
    assert done.stdout.startswith(f"SMTP_AUTH OK - {ACCOUNTS['finance']} at ")
