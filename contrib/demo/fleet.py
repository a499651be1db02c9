"""The demo's second part: an accounts file of twelve on three servers, told in each form."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from server import NAME, Behaviour, Certificates, MailServers

FILE = "accounts.ini"
INTRODUCTION = f"""\
Many accounts in one run: {FILE} has twelve accounts on three servers.
"""
# What is longer is cut: forms for programs are.
MOST_LINES, LONGEST_LINE = 14, 240


class Form(NamedTuple):
    """A run over the file: how it is called, and how it is to end."""

    heading: str
    options: str
    expected: int


OK, CRITICAL = 0, 2
FORMS = (
    Form("The accounts in the file", "--list-accounts", OK),
    Form("For Nagios and Icinga: worst first, each shared problem once", "", CRITICAL),
    Form("One of the accounts", "--account finance", OK),
    Form("As JSON", "--output json", CRITICAL),
    Form("For zabbix_sender", "--output zabbix", OK),
    Form("As local checks of Checkmk", "--output checkmk", OK),
    Form("For Prometheus's textfile collector", "--output prometheus", OK),
    Form("As passive results for Nagios, Naemon and Icinga 2", "--output passive", OK),
)


def prepare(directory: Path, servers: MailServers, certificates: Certificates) -> str:
    """Start three servers, one well, one with an expired certificate, one that cannot tell;
    write the accounts file, and return what stands in it.
    """
    well = Behaviour(certificates.valid)
    expired = Behaviour(certificates.expired)
    undecided = well._replace(refusal="454 4.7.0 Temporary authentication failure")
    # The lockout guard knows a server by its address.
    first, second, third = (
        f"host = 127.0.0.{number}\nport = {servers.start(behaviour, f'127.0.0.{number}')}\n"
        for number, behaviour in enumerate((well, expired, undecided), 2)
    )
    text = f"""\
# Each [defaults] applies to the accounts after it.
[defaults]
ca-file = {certificates.authority.name}
tls-name = {NAME}
password-file = password
{first}
[finance]
user = finance@example.com
used-by = invoices, reminders
labels = customer=acme

[tickets]
user = tickets@example.com

[scanner]
user = scanner@example.com
used-by = the copier on the second floor

[newsletter]
user = newsletter@example.com

[shop]
user = shop@example.com
password-file = old-password
used-by = order confirmations

[defaults]
{second}
[hr]
user = hr@example.com

[payroll]
user = payroll@example.com

[intranet]
user = intranet@example.com

[defaults]
{third}
[backup]
user = backup@example.com

[alerts]
user = alerts@example.com

[crm]
user = crm@example.com

[printers]
user = printers@example.com
password-file = no-such-file
"""
    (directory / FILE).touch(mode=0o600)
    (directory / FILE).write_text(text, "utf-8")
    return text


def shortened(output: str) -> str:
    """Cut what is too long to be read here; what was cut says so."""
    lines = output.splitlines()
    kept = [line if len(line) <= LONGEST_LINE else f"{line[:LONGEST_LINE]} ..." for line in lines][
        :MOST_LINES
    ]
    if len(lines) > MOST_LINES:
        kept.append(f"... and {len(lines) - MOST_LINES} more lines")
    return "".join(f"{line}\n" for line in kept)
