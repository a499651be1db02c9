"""Fixtures: a real mail server, and the plugin installed for the monitors' user."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from servers.certificates import Authority
from servers.conftest import (  # noqa: F401
    authority,
    postfix_dovecot,
    servers_directory,
    variants,
)
from servers.requirements import require

from .installed import install
from .zabbix_api import Host
from .zabbix_many import Installation, followed, installed
from .zabbix_receiver import Receiver, receiving

_HERE = Path(__file__).parent


def pytest_configure(config: pytest.Config) -> None:
    """Make the marker known."""
    config.addinivalue_line("markers", "monitors: needs real monitors (Icinga 2, Nagios, NRPE)")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test in this directory."""
    for item in items:
        if _HERE in item.path.parents:
            item.add_marker("monitors")


@pytest.fixture(scope="session")
def plugins(servers_directory: Path, authority: Authority) -> Path:  # noqa: F811
    """The directory with the monitors' plugins, ours among them."""
    require("python3", "check_smtp", root=True)
    authority.ca_file.chmod(0o644)
    return install(servers_directory / "usr")


@pytest.fixture(scope="session")
def receiver() -> Iterator[Receiver]:
    """A Zabbix that is sent its values, with nothing in it yet, and with time for its checks."""
    with receiving({"Timeout": 30}) as made:
        yield made


@pytest.fixture(scope="module")
def accounts(receiver: Receiver, plugins: Path) -> Iterator[Installation]:
    """Sixty accounts, of which this Zabbix, or a module's own, knows nothing yet."""
    with installed(receiver, plugins) as made:
        yield made


@pytest.fixture(scope="module")
def host(accounts: Installation) -> Host:
    """Their host, after the README was followed from its first step of many to its last."""
    return followed(accounts)


@pytest.fixture(scope="module", autouse=True)
def readable_files() -> Iterator[None]:
    """What is written to configure a monitor can be read by its user, whatever the umask."""
    before = os.umask(0o022)
    yield
    os.umask(before)
