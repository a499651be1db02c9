"""What is told of many accounts at once reaches a real Nagios and a real Icinga 2 whole."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fakes.files import named, rejected, told, unanswered, working
from fakes.perfdata import read_perfdata
from fakes.plugin import Run
from servers.certificates import Authority
from servers.process import PATIENCE, wait_until
from servers.requirements import require

from .icinga import Icinga
from .nagios import Nagios
from .story import Seen

HOST, SERVICE = "localhost", "all accounts"
NAGIOS = """\
define command {{
    command_name            all-accounts
    command_line            {command}
}}
define service {{
    use                     generic-service
    host_name               {host}
    service_description     {service}
    check_command           all-accounts
}}
"""
ICINGA = """\
object CheckCommand "all-accounts" {{ command = [ "{command}" ] }}
object Host "{host}" {{ check_command = "dummy" }}
object Service "{service}" {{
  host_name = "{host}"
  check_command = "all-accounts"
  check_interval = 1h
}}
"""


@pytest.fixture(scope="module")
def printed() -> Run:
    """The output of a run of 300 accounts with many problems, as long as it gets."""
    one = rejected("one", "5.7.8 n\u00f6; no")
    found = [
        *(working(f"good {number}") for number in range(40)),
        *(unanswered(f"away {number}", used_by="ERP, the copier") for number in range(60)),
        *(one.replace(account=named(f"b\u00e4d {number}")) for number in range(200)),
    ]
    run = told("nagios", found)
    assert 7_000 < len(run.output.encode()) < 8_192
    return run


@pytest.fixture(scope="module")
def command(printed: Run, servers_directory: Path) -> Path:
    """A plugin that prints it."""
    text = servers_directory / "output-of-many"
    text.write_text(printed.output, "utf-8")
    text.chmod(0o644)
    script = servers_directory / "check-many"
    script.write_text(f"#!/bin/sh\ncat {text}\nexit {printed.code}\n")
    script.chmod(0o755)
    return script


def require_whole(seen: Seen, printed: Run, colon: str) -> None:
    """Fail unless state, first line, figures and long output are there as printed. ``colon`` is
    what the monitor shows for a semicolon in the first line.
    """
    first, _, figures = printed.lines[0].partition(" | ")
    assert (seen.state, seen.first.strip()) == (printed.code, first.replace(";", colon))
    assert read_perfdata(seen.perfdata) == read_perfdata(figures)
    assert seen.long.rstrip("\n") == printed.long


@pytest.fixture
def nagios(plugins: Path, servers_directory: Path, command: Path) -> Iterator[Nagios]:
    """A Nagios with that check."""
    require("nagios4")
    made = Nagios(servers_directory / "nagios-of-many", plugins)
    text = NAGIOS.format(command=command, host=HOST, service=SERVICE)
    (made.etc / "conf.d" / "many.cfg").write_text(text, "utf-8")
    made.start()
    yield made
    made.stop()


def test_nagios_shows_all_of_it(nagios: Nagios, printed: Run) -> None:
    """Nagios keeps state, first line, figures and every problem that is told."""
    assert wait_until(lambda: nagios.knows(f"{HOST};{SERVICE}"), PATIENCE)
    require_whole(nagios.check(f"{HOST};{SERVICE}"), printed, ":")


@pytest.fixture
def icinga(
    plugins: Path, authority: Authority, servers_directory: Path, command: Path
) -> Iterator[Icinga]:
    """An Icinga 2 with that check."""
    require("icinga2")
    made = Icinga(servers_directory / "icinga-of-many", authority, plugins)
    text = ICINGA.format(command=command, host=HOST, service=SERVICE)
    (made.etc / "conf.d" / "many.conf").write_text(text, "utf-8")
    made.start()
    yield made
    made.stop()


def test_icinga_shows_all_of_it(icinga: Icinga, printed: Run) -> None:
    """Icinga 2 keeps state, first line, figures and every problem that is told."""
    require_whole(icinga.check(f"{HOST}!{SERVICE}"), printed, ";")
