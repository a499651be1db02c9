"""What is different in Zabbix 7.0, for contrib/dev/zabbix7 to run in Debian 13.

The template for one account: a server that lets a wrong password wait for longer than Zabbix
waits by default, and the time for external checks alone that 7.0 has.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fakes.passwords import PasswordServer
from servers.process import free_port, make_directory, workshop

from .zabbix_api import CHECK
from .zabbix_readme import CHECKOUT
from .zabbix_receiver import Receiver

TEMPLATE = CHECKOUT / "contrib/zabbix/template_smtp_auth.yaml"
USER, SECRET = "finance@example.test", "right-secret"
TARPIT = 5.0


@pytest.fixture
def server() -> Iterator[PasswordServer]:
    """A server that lets a wrong password wait, as Exchange does."""
    made = PasswordServer(free_port(), TARPIT)
    made.passwords[USER] = SECRET
    made.start()
    yield made
    made.stop()


def test_one_account_with_a_time_of_its_own(
    receiver: Receiver, plugins: Path, server: PasswordServer
) -> None:
    """The template for one account is taken, and with the time for external checks raised a wrong
    password behind a tarpit is told by its reason; it ends when it is fixed.
    """
    api = receiver.api
    assert api.version >= 7
    api.import_template(TEMPLATE)
    directory = workshop()
    try:
        memory, file = directory / "memory", directory / "password"
        make_directory(memory)
        file.touch(0o600)
        file.write_text(SECRET)
        for path in (memory, file):
            shutil.chown(path, "zabbix")
        # In the clear, which the template does not know of: a script on the way adds it.
        script = receiver.server.scripts / CHECK
        script.write_text(f'#!/bin/sh\nexec {plugins}/{CHECK} "$@" --tls none\n')
        script.chmod(0o755)
        api("settings.update", timeout_external_check="12s")
        macros = {
            "USER": USER,
            "PASSWORD_FILE": str(file),
            "STATE_DIR": str(memory),
            "PORT": str(server.port),
            "TIMEOUT": "10",
            "INTERVAL": "2s",
        }
        given = {f"{{$SMTP_AUTH.{name}}}": value for name, value in macros.items()}
        host = api.add_host("finance", "127.0.0.1", given)
        host.wait_for("state", "0")
        server.passwords[USER] = "changed"
        problem = host.problem()
        assert "user name or password rejected: 535 5.7.8" in problem.name
        file.write_text("changed")
        host.wait(lambda: host.value("state") == "0" and not host.problems())
        assert [item["error"] for item in host.items().values() if item["state"] == "1"] == []
    finally:
        shutil.rmtree(directory, ignore_errors=True)
