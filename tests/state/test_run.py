"""What is said of a login that is held, and of one that may be tried again later."""

from __future__ import annotations

import re
import shlex
import time
from datetime import datetime, timezone
from typing import Any

import pytest
from fakes.certificates import Certificates
from fakes.plugin import USER, run
from fakes.scripts import starttls
from fakes.server import Server, send

from .runs import HOST, Monitor, accepting, judging, rejecting, tarpit

HOUR = 3_600
REPLY = "535 5.7.8 Error: authentication failed: bad password"
CLOCK = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"
ISO = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def moment(text: Any) -> float:
    """Read a time in ISO 8601, UTC, with Z; in seconds since the epoch."""
    assert isinstance(text, str)
    assert ISO.fullmatch(text), text
    parsed = datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ")
    return parsed.replace(tzinfo=timezone.utc).timestamp()


def test_the_first_line_of_a_held_login(held: Monitor) -> None:
    """It says that it was not tried and why, what was last found, the next try, and what helps."""
    with Server(rejecting()) as server:
        done = held.check(server)
    assert done.code == 2
    said = re.fullmatch(
        rf"SMTP_AUTH CRITICAL - {USER} at {HOST}:{server.port}: not tried, "
        rf"to keep the account from being locked; user name or password rejected since ({CLOCK}): "
        rf"{re.escape(REPLY)}; next try at ({CLOCK}), "
        rf"or at once when the secret changes or with --retry-now",
        done.first,
    )
    assert said is not None, done.first
    assert moment(said[2]) == int(held.memory().spent.until)


def test_a_held_login_is_not_tried(held: Monitor) -> None:
    """While it is held no AUTH is sent; the server is asked what it offers, and taken leave of."""
    with Server(rejecting()) as server:
        for _ in range(3):
            held.check(server, "-F", "probe.test")
    assert server.lines == [b"EHLO probe.test", b"QUIT"] * 3


def test_a_held_login_tells_its_history(held: Monitor) -> None:
    """The long output says since when it is so and how often it was tried, and what to do."""
    with Server(rejecting()) as server:
        done = held.check(server)
    assert re.search(rf"The problem has lasted since ({CLOCK}); seen 2 times before\.", done.long)
    assert "To do: " in done.long


def test_the_command_to_try_again_is_printed(held: Monitor) -> None:
    """With -v the whole command that tries at once stands in the long output, and it works."""
    with Server(accepting()) as server:
        done = held.check(server, "-v")
        (command,) = re.findall(r"^To try it now: check_smtp_auth (.*)$", done.long, re.MULTILINE)
        assert f"-u {USER} -P {held.password} " in command
        assert command.endswith(f"--state-dir {held.directory} --retry-now")
        assert run(*shlex.split(command)).code == 0


def test_a_second_retry_now_is_told_when_it_may_be(held: Monitor) -> None:
    """Within ten minutes of a --retry-now, no line says that another helps, but from when on."""
    with Server(rejecting()) as server:
        tried, again = (held.check(server, "--retry-now", "-v") for _ in range(2))
    assert "To try it now" not in tried.output + again.output
    said = re.search(rf" secret changes \(--retry-now: again from ({CLOCK})\)$", again.first)
    assert said is not None, again.first
    assert moment(said[1]) == pytest.approx(time.time() + 600, abs=20)


def test_perfdata_of_a_held_login(held: Monitor) -> None:
    """The figures of what was done come while held too: connect and total."""
    with Server(rejecting()) as server:
        done = held.check(server, "--connect-warning", "5")
    assert set(done.perfdata) == {"connect_time", "total_time"}
    assert done.perfdata["connect_time"].warning == "5"


def held_by_tls(monitor: Monitor, certificates: Certificates, certificate: Any) -> Server:
    """A server with TLS, on which the account is held."""
    monitor.remember(
        "localhost",
        count=2,
        hold=3600.0,
        until=time.time() + HOUR,
        diagnosis="credentials-rejected",
        since=time.time() - 60,
        tries=2,
        reply=REPLY,
    )
    return Server(starttls(certificate.file, [judging(b"535 5.7.8 No\r\n")]))


def trust(certificates: Certificates) -> tuple[str, ...]:
    """The options for TLS."""
    return ("--tls", "starttls", "--ca-file", str(certificates.ca_file))


def test_perfdata_of_a_login_held_under_tls(monitor: Monitor, certificates: Certificates) -> None:
    """Under TLS the days of the certificate and the handshake's time come while held."""
    with held_by_tls(monitor, certificates, certificates.server) as server:
        done = monitor.check(server, *trust(certificates), host="localhost")
    assert "not tried" in done.first
    assert set(done.perfdata) == {"connect_time", "tls_time", "total_time", "certificate_days"}
    assert server.count(b"AUTH") == 0


@pytest.mark.parametrize(("days", "state"), [(10, "WARNING"), (2, "CRITICAL")])
def test_the_certificate_is_judged_while_held(
    monitor: Monitor, certificates: Certificates, days: int, state: str
) -> None:
    """A certificate that runs out is told while the login is held."""
    certificate = getattr(certificates, f"days_{days}")
    with held_by_tls(monitor, certificates, certificate) as server:
        options = (*trust(certificates), "--state", "held=OK", "--output", "json")
        done = monitor.check(server, *options, host="localhost")
    assert done.account["state"] == state
    assert done.account["diagnosis"] == "certificate-expiring"
    assert done.account["also"] == ["held"]
    assert done.account["held_diagnosis"] == "credentials-rejected"


def test_the_connect_time_is_judged_while_held(held: Monitor) -> None:
    """A connection that takes longer than its threshold is told while the login is held."""
    with Server(rejecting()) as server:
        options = ("--state", "held=OK", "--connect-critical", "@0:9", "--output", "json")
        done = held.check(server, *options)
    assert (done.code, done.account["diagnosis"]) == (2, "slow")


def test_json_of_a_held_login(held: Monitor) -> None:
    """JSON has the next try, since when, and the diagnosis that is repeated; times in UTC."""
    with Server(rejecting()) as server:
        account = held.check(server, "--output", "json").account
    memory = held.memory()
    assert (account["diagnosis"], account["held_diagnosis"]) == ("held", "credentials-rejected")
    assert moment(account["held_until"]) == int(memory.spent.until)
    assert moment(account["since"]) == int(memory.since)
    assert account["last_success"] is None
    assert account["times"]["auth"] is None
    assert account["stage"] == "auth"


def test_json_of_a_success_and_what_follows(monitor: Monitor) -> None:
    """JSON says when the login last worked: now, and later when that was."""
    began = int(time.time())
    with Server(accepting()) as server:
        first = monitor.check(server, "--output", "json").account
    worked = moment(first["last_success"])
    assert began <= worked <= time.time()
    assert (first["since"], first["held_until"], first["held_diagnosis"]) == (None, None, None)
    with Server(rejecting()) as server:
        second = monitor.check(server, "--output", "json").account
    assert moment(second["last_success"]) == worked
    assert worked <= moment(second["since"]) <= time.time()
    assert second["held_until"] is None


def test_the_last_rejection_says_when_it_is_tried_again(monitor: Monitor) -> None:
    """The rejection that spends the budget says until when it is not tried again."""
    monitor.remember(count=1, diagnosis="credentials-rejected", since=time.time() - 60, tries=1)
    with Server(rejecting()) as server:
        done = monitor.check(server)
    (until,) = re.findall(r"Not tried again before (\S+), unless the secret changes", done.long)
    assert abs(moment(until) - time.time() - HOUR) < 30


def test_a_failure_before_the_login_is_its_own_diagnosis(held: Monitor) -> None:
    """A server that is down while the login is held is told as that, with the hold's end."""
    with Server([send(b"554 5.3.2 No service\r\n")]) as server:
        account = held.check(server, "--output", "json").account
    assert (account["diagnosis"], account["stage"]) == ("server-unavailable", "greeting")
    assert moment(account["held_until"]) == int(held.memory().spent.until)
    assert account["held_diagnosis"] is None


STATES = {
    "held=OK": 0,
    "held=UNKNOWN": 3,
    "credentials-rejected=WARNING": 1,
    "timeout=OK": 2,
}


@pytest.mark.parametrize("override", list(STATES))
def test_states_of_ones_own(held: Monitor, override: str) -> None:
    """--state goes for the diagnosis that is repeated, and for being held."""
    with Server(rejecting()) as server:
        assert held.check(server, "--state", override).code == STATES[override]


def test_a_state_for_being_held_wins(held: Monitor) -> None:
    """With both given, the one for being held counts."""
    both = ("--state", "held=OK", "--state", "credentials-rejected=WARNING")
    with Server(rejecting()) as server:
        assert held.check(server, *both).code == 0


def test_what_is_held_for_a_tarpit(monitor: Monitor) -> None:
    """A server that answers after our timeout is a failed login too: held 15 minutes after two."""
    with Server(tarpit()) as server:
        for _ in range(2):
            assert "no answer in time" in monitor.check(server, "-t", "2.5").first
        account = monitor.check(server, "--output", "json").account
    assert server.count(b"AUTH") == 2
    assert (account["diagnosis"], account["held_diagnosis"]) == ("held", "timeout")
    assert account["state"] == "CRITICAL"
    assert 14 * 60 < moment(account["held_until"]) - time.time() <= 15 * 60
