"""What every monitor has to show of an account whose password is changed."""

from __future__ import annotations

from pathlib import Path
from typing import Callable, NamedTuple

from servers.mailserver import MailServer

OK, WARNING, CRITICAL, UNKNOWN = range(4)


class Seen(NamedTuple):
    """A check's result as a monitor has it: the first line, the lines below it, the figures."""

    state: int
    first: str
    long: str
    perfdata: str


class Account(NamedTuple):
    """A mail account, and the file that the plugin reads its password from."""

    server: MailServer
    user: str
    file: Path

    def change_on_server(self, password: str) -> None:
        """Give the account another password."""
        self.server.set_password(self.user, password)

    def change_in_file(self, password: str) -> None:
        """Have the plugin use another password; the file stays its owner's."""
        self.file.write_text(f"{password}\n", "utf-8")


def tell(account: Account, check: Callable[[], Seen]) -> None:
    """Change the password on the server, then in the file, and look at each check between."""
    with account.server.watch() as attempts:
        well = check()
        account.change_on_server("changed by somebody")
        rejected, again, held = check(), check(), check()
        account.change_in_file("changed by somebody")
        repaired = check()

    assert well.state == repaired.state == OK
    assert well.first.startswith(f"SMTP_AUTH OK - {account.user} at "), well.first
    assert " authenticated by SCRAM-SHA-256 over TLS" in well.first
    for figure in ("auth_time=", "total_time=", "certificate_days="):
        assert figure in well.perfdata
    for each in (rejected, again):
        assert each.state == CRITICAL
        assert "user name or password rejected: 535 5.7.8" in each.first
        assert "the secret was changed on the server" in each.long
        assert "To do: " in each.long
        assert "total_time=" in each.perfdata
    assert held.state == CRITICAL
    assert "not tried, to keep the account from being locked" in held.first
    assert "next try at" in held.first
    assert [each.accepted for each in attempts] == [True, False, False, True]
