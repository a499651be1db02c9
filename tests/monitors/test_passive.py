"""Passive results go through the command file of a real Nagios and of a real Icinga 2."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from fakes.files import faulty, rejected, told, unanswered, undecided, working
from fakes.outcomes import NOW
from servers.certificates import Authority
from servers.process import PATIENCE, wait_until
from servers.requirements import require

from check_smtp_auth.outcome import Outcome
from check_smtp_auth.report import nagios as as_nagios

from .icinga import Icinga
from .installed import give
from .nagios import USER, Nagios

# With the dialogue: that of one account fills a command to its limit.
VERBOSE = 2
NAGIOS_HOST = """\
define host {{
    use                     generic-host
    host_name               {host}
    address                 127.0.0.1
    max_check_attempts      1
    contact_groups          admins
}}
"""
NAGIOS_SERVICE = """\
define service {{
    use                     generic-service
    host_name               {host}
    service_description     smtp-auth {name}
    check_command           return-ok
    active_checks_enabled   0
    passive_checks_enabled  1
    max_check_attempts      1
}}
"""


def accounts(now: float = NOW) -> list[Outcome]:
    """Accounts in every state, on two hosts of the monitor, checked at this time."""
    found = [
        *(rejected("fin ance", "5.7.8 no, n\u00f6; not now", used_by="ERP, the copier"),),
        *(working("b"), undecided("c", monitor_host="erp1"), faulty("d"), unanswered("e")),
        rejected("long", *["5.7.8 " + "n\u00f6 " * 250] * 20),
        *(working(f"many-{number}") for number in range(60)),
    ]
    return [outcome.replace(now=now) for outcome in found]


def by_service(found: Sequence[Outcome]) -> dict[tuple[str, str], Outcome]:
    """The outcomes by host and service."""
    return {
        (each.account.monitor_host or each.account.host, f"smtp-auth {each.account.name}"): each
        for each in found
    }


def said(outcome: Outcome) -> tuple[str, str, str, int]:
    """First line, perfdata, long output and exit code that a check of it prints."""
    text, code = as_nagios.render([outcome], VERBOSE)
    first, _, long = text.partition("\n")
    words, _, figures = first.partition(" | ")
    return words, figures, long, code


def require_long(taken: str, long: str) -> None:
    """Fail unless the long output is there, all of it or as much as fits into a command."""
    taken = taken.rstrip("\n")
    if taken != long:
        assert taken.endswith("\n... (shortened)")
        assert long.startswith(taken[: -len("... (shortened)")])
        assert len(taken.encode()) > 6_000


@pytest.fixture(scope="module")
def nagios(plugins: Path, servers_directory: Path) -> Iterator[Nagios]:
    """A Nagios with a passive service for each account."""
    require("nagios4")
    made = Nagios(servers_directory / "passive-nagios", plugins)
    services = by_service(accounts())
    hosts = dict.fromkeys(host for host, _ in services)
    text = "".join(NAGIOS_HOST.format(host=host) for host in hosts)
    text += "".join(
        NAGIOS_SERVICE.format(host=host, name=outcome.account.name)
        for (host, _), outcome in services.items()
    )
    (made.etc / "conf.d" / "passive.cfg").write_text(text, "utf-8")
    made.start()
    yield made
    made.stop()


FROM_FILE = "from a file"


@pytest.mark.parametrize("way", ["by its command file", FROM_FILE])
def test_nagios_takes_every_result(nagios: Nagios, way: str) -> None:
    """State, first line, figures and long output of each service are the plugin's own."""
    found = accounts(time.time() - (0 if way == FROM_FILE else 100))
    pipe = nagios.directory / "var" / "nagios.cmd"
    assert wait_until(pipe.is_fifo, PATIENCE)
    text = told("passive", found, VERBOSE).output
    if way == FROM_FILE:
        file = nagios.directory / "commands"
        file.write_text(text, "utf-8")
        text = f"[{int(time.time())}] PROCESS_FILE;{file};0\n"
    pipe.write_text(text, "utf-8")
    services = by_service(found)
    keys = [f"{host};{service}" for host, service in services]
    moment = int(found[0].now)

    def taken() -> bool:
        return {*map(nagios.last_check, keys)} == {moment}

    assert wait_until(taken, PATIENCE), nagios.read_log()
    for (host, service), outcome in services.items():
        status = nagios.status(f"{host};{service}")
        words, figures, long, code = said(outcome)
        # Nagios shows no semicolon in any plugin's first line.
        first = status["plugin_output"]
        assert (int(status["current_state"]), first) == (code, words.replace(";", ":"))
        assert status["performance_data"] == figures
        require_long(status["long_plugin_output"].replace("\\n", "\n"), long)
    assert "Warning" not in nagios.read_log()


ICINGA_PIPE = """\
object ExternalCommandListener "command" {{ command_path = "{pipe}" }}
"""
ICINGA_HOST = """\
object Host "{host}" {{ check_command = "dummy" }}
"""
ICINGA_SERVICE = """\
object Service "{service}" {{
  host_name = "{host}"
  check_command = "dummy"
  enable_active_checks = false
}}
"""


@pytest.fixture(scope="module")
def icinga(plugins: Path, authority: Authority, servers_directory: Path) -> Iterator[Icinga]:
    """An Icinga 2 with a command pipe, and a passive service for each account."""
    require("icinga2")
    made = Icinga(servers_directory / "passive-icinga", authority, plugins)
    services = by_service(accounts())
    hosts = dict.fromkeys(host for host, _ in services)
    text = ICINGA_PIPE.format(pipe=made.directory / "commands")
    text += "".join(ICINGA_HOST.format(host=host) for host in hosts)
    text += "".join(ICINGA_SERVICE.format(host=host, service=name) for host, name in services)
    (made.etc / "conf.d" / "passive.conf").write_text(text, "utf-8")
    made.start()
    yield made
    made.stop()


def test_icinga_takes_every_result(icinga: Icinga) -> None:
    """From a file that its command pipe is told to read: state, output and figures of each."""
    found = accounts(time.time())
    file = icinga.directory / "results"
    text = told("passive", found, VERBOSE).output
    assert "(shortened)" in text
    file.write_text(text, "utf-8")
    give(USER, file)
    pipe = icinga.directory / "commands"
    assert wait_until(pipe.is_fifo, PATIENCE), icinga.read_log()
    pipe.write_text(f"[{int(time.time())}] PROCESS_FILE;{file};0\n", "utf-8")
    services = by_service(found)

    def results() -> list[Any]:
        names = [f"{host}!{service}" for host, service in services]
        return [icinga.attributes(name)["last_check_result"] for name in names]

    assert wait_until(lambda: all(results()), PATIENCE), icinga.read_log()
    for outcome, result in zip(services.values(), results()):
        words, figures, long, code = said(outcome)
        first, _, rest = result["output"].partition("\n")
        assert (int(result["state"]), first.strip()) == (code, words)
        require_long(rest, long)
        assert " ".join(result["performance_data"]) == figures
        assert int(result["execution_end"]) == int(outcome.now)
