"""What the network does to a check: each trouble told apart, with the stage it happened at."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from fakes.certificates import Certificates
from fakes.namespace import (
    BLACKHOLE,
    PROHIBIT,
    UNREACHABLE,
    with_hosts,
    with_mute_dns,
    with_route,
    without_network,
)
from fakes.plugin import USER, Check, Run, Word, run
from fakes.scripts import ACCEPT, GREET, hello, starttls, until_tls
from fakes.server import Script, Server, Step, close, expect, hear, pause, reset, send
from fakes.timing import AT_ONCE, PATIENT


@pytest.fixture
def closed_port() -> Iterator[int]:
    """A port on which nothing listens, nor will for the time of the test."""
    with socket.socket() as taken:
        taken.bind(("0.0.0.0", 0))
        yield taken.getsockname()[1]


def reach(
    host: str, port: int, password_file: Word, *more: str, before: tuple[str, ...] = ()
) -> Run:
    """Run the plugin against a host and port where no fake server is."""
    account = ("-H", host, "-p", str(port), "-u", USER, "-P", password_file)
    return run(*account, "-t", PATIENT, *more, before=before)


def test_a_closed_port_is_refused(password_file: Path, closed_port: int) -> None:
    """A port on which nothing listens is connection-refused, with the total time alone."""
    done = reach("127.0.0.1", closed_port, password_file)
    assert done.code == 2
    said = "the connection was refused: 127.0.0.1"
    assert done.first == f"SMTP_AUTH CRITICAL - {USER} at 127.0.0.1:{closed_port}: {said}"
    assert set(done.perfdata) == {"total_time"}


def test_a_closed_port_in_json(password_file: Path, closed_port: int) -> None:
    """In JSON a refused connection has its slug, stage connect, and no reply, TLS or address."""
    account = reach("127.0.0.1", closed_port, password_file, "--output", "json").account
    assert (account["diagnosis"], account["stage"]) == ("connection-refused", "connect")
    assert (account["reply"], account["mechanism"]) == (None, None)
    assert account["tls"]["certificate"] is None
    assert account["tries"] == ["127.0.0.1: connection refused"]


def test_a_network_without_a_way_is_unreachable(password_file: Path) -> None:
    """An address to which there is no route is unreachable, told at once."""
    done = reach("192.0.2.1", 587, password_file, "--output", "json", before=without_network())
    assert (done.code, done.account["diagnosis"]) == (2, "unreachable")
    assert done.account["stage"] == "connect"
    assert done.seconds < AT_ONCE


def test_a_name_that_is_nowhere_is_dns_failed(password_file: Path) -> None:
    """A name that cannot be resolved is dns-failed, and the first line gives the reason."""
    name = "mail.example.test"
    done = reach(name, 587, password_file, "--output", "json", before=without_network())
    assert (done.code, done.account["diagnosis"]) == (2, "dns-failed")
    assert done.account["stage"] == "dns"
    assert name in done.account["summary"]


def test_a_source_address_is_used(check: Check, certificates: Certificates) -> None:
    """--source gives the address that the connection comes from."""
    with Server(starttls(certificates.server.file, ACCEPT)) as server:
        run = check(server, "--source", "127.0.0.9")
    assert run.code == 0
    assert server.peers == ["127.0.0.9"]


SOURCES = {
    ("127.0.0.1", "192.0.2.7"): "this host has no such address",
    ("::1", "2001:db8::7"): "this host has no such address",
    ("127.0.0.1", "::1"): "the server has no address of that family",
    ("::1", "127.0.0.1"): "the server has no address of that family",
}


@pytest.mark.parametrize(("host", "source"), SOURCES)
def test_a_source_address_that_is_not_ours(password_file: Path, host: str, source: str) -> None:
    """A --source that this host does not have, or of the other family, is our own mistake."""
    done = reach(host, 587, password_file, "--source", source)
    assert (done.code, len(done.lines)) == (3, 1)
    why = SOURCES[host, source]
    assert f"cannot connect from {source} (--source): {why}" in done.first
    in_json = reach(host, 587, password_file, "--source", source, "--output", "json")
    assert in_json.account["diagnosis"] == "misconfigured"


def test_a_source_address_chooses_the_family(
    check: Check, certificates: Certificates, tmp_path: Path
) -> None:
    """Of a server's addresses only those are tried that can be reached from --source."""
    hosts = with_hosts(tmp_path, "::1 two.test", "127.0.0.1 two.test")
    with Server(starttls(certificates.server.file, ACCEPT)) as server:
        options = ("--tls-name", "localhost", "--source", "127.0.0.9", "-v")
        run = check(server, *options, host="two.test", before=hosts)
    assert run.code == 0
    assert "Note: ::1" not in run.long


@pytest.mark.parametrize("kind", [BLACKHOLE, PROHIBIT])
@pytest.mark.parametrize("address", ["192.0.2.1", "2001:db8::1"])
def test_a_host_that_does_not_let_us_out(password_file: Path, kind: int, address: str) -> None:
    """Where this host itself does not let the connection out, it is not the network's fault."""
    done = reach(address, 587, password_file, before=with_route(kind))
    assert done.code == 2
    assert f"this host itself blocks the connection: {address} (" in done.first
    assert "iptables -S OUTPUT" in done.long
    assert "ip route get" in done.long


def test_a_route_that_says_unreachable_is_the_networks(password_file: Path) -> None:
    """A host that is out of reach is told as before, without a word on firewalls of our own."""
    done = reach("192.0.2.1", 587, password_file, before=with_route(UNREACHABLE))
    assert done.code == 2
    assert done.first.endswith("the host cannot be reached: 192.0.2.1 (No route to host)")
    assert "iptables" not in done.long


def test_a_source_is_an_address_and_no_name(tmp_path: Path, password_file: Path) -> None:
    """A --source that looks like an address and is none is refused, not asked of the DNS."""
    mute = with_mute_dns(tmp_path)
    done = reach("127.0.0.1", 1, password_file, "--source", "dead.beef", before=mute)
    assert done.seconds < AT_ONCE
    assert done.code == 3
    assert done.first == "SMTP_AUTH UNKNOWN - --source: must be an address, not a name"


def test_a_source_may_stand_in_brackets_and_needs_its_interface(password_file: Path) -> None:
    """--source takes an address as -H does, and says what a link-local one lacks."""
    done = reach("::1", 1, password_file, "--source", "[::1]")
    assert "the connection was refused: ::1" in done.first
    for address in ("fe80::1", "[fe80::1]"):
        done = reach("::1", 1, password_file, "--source", address)
        assert done.code == 3
        assert "--source: a link-local address needs the interface that it is on" in done.first


STAGES = ("greeting", "ehlo", "starttls", "tls", "ehlo over TLS", "auth")


def cut_at(stage: str, certificates: Certificates, cut: Step) -> Script:
    """A server that behaves up to the stage, and there cuts the connection."""
    server = certificates.server.file
    return {
        "greeting": [pause(0.02), cut],
        "ehlo": [*GREET, expect(b"EHLO"), cut],
        "starttls": [*GREET, *hello("STARTTLS"), expect(b"STARTTLS"), cut],
        "tls": [*until_tls(), hear, cut],
        "ehlo over TLS": [*starttls(server)[:-2], expect(b"EHLO"), cut],
        "auth": starttls(server, [expect(b"AUTH"), cut]),
    }[stage]


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("cut", [close, reset], ids=["FIN", "RST"])
def test_a_cut_connection_is_lost(
    check: Check, certificates: Certificates, stage: str, cut: Step
) -> None:
    """A connection that the server cuts is connection-lost, with the stage it was cut at."""
    with Server(cut_at(stage, certificates, cut)) as server:
        run = check(server, "--output", "json")
    assert (run.code, run.account["diagnosis"]) == (2, "connection-lost")
    assert run.account["stage"] == stage.partition(" ")[0]
    assert run.account["reply"] is None
    assert run.seconds < AT_ONCE


def test_a_reset_at_once_is_lost_too(check: Check) -> None:
    """A connection that is taken and reset in one moment is lost, not a host out of reach."""
    for _ in range(5):
        with Server([reset]) as server:
            run = check(server, "--output", "json")
        assert run.account["diagnosis"] == "connection-lost"
        assert run.account["stage"] == "greeting"


@pytest.mark.parametrize("cut", [close, reset], ids=["FIN", "RST"])
def test_a_cut_in_place_of_an_answer_tells_the_stage(
    check: Check, certificates: Certificates, cut: Step
) -> None:
    """A server that hangs up on a login is CRITICAL, and the first line says that it was AUTH."""
    with Server(cut_at("auth", certificates, cut)) as server:
        run = check(server)
    assert run.code == 2
    assert run.first.endswith("the connection was closed: while waiting for the reply to AUTH")
    assert server.count(b"AUTH") == 1


def test_a_cut_in_the_middle_of_a_refusal(check: Check, certificates: Certificates) -> None:
    """A refusal that breaks off before its end of line is no refusal: protocol-error."""
    script = [expect(b"AUTH"), send(b"535 5.7.8 Authentication fai"), close]
    with Server(starttls(certificates.server.file, script)) as server:
        run = check(server, "--output", "json")
    assert (run.code, run.account["diagnosis"]) == (2, "protocol-error")


@pytest.mark.parametrize("order", [("::1", "127.0.0.1"), ("127.0.0.2", "127.0.0.1")])
def test_an_address_that_refuses_is_passed_over(
    check: Check, certificates: Certificates, tmp_path: Path, order: tuple[str, str]
) -> None:
    """A name with two addresses is checked at the one that answers; -v names the other."""
    hosts = with_hosts(tmp_path, *(f"{address} two.test" for address in order))
    answers = "127.0.0.1" if ":" in order[0] else order[0]
    with Server(starttls(certificates.server.file, ACCEPT), address=answers) as server:
        options = ("--tls-name", "localhost", "-v")
        run = check(server, *options, host="two.test", before=hosts)
    (refused,) = {*order} - {answers}
    assert run.code == 0
    assert f"Note: {refused}: connection refused." in run.long
    assert run.perfdata["connect_time"].value < run.perfdata["total_time"].value


def test_families_take_turns(tmp_path: Path, password_file: Path, closed_port: int) -> None:
    """IPv6 and IPv4 addresses are tried by turns, so that one dead family costs little."""
    addresses = ("::1", "127.0.0.1", "127.0.0.2", "127.0.0.3")
    hosts = with_hosts(tmp_path, *(f"{address} many.test" for address in addresses))
    done = reach("many.test", closed_port, password_file, "--output", "json", before=hosts)
    tried = [entry.partition(": ")[0] for entry in done.account["tries"]]
    assert done.account["diagnosis"] == "connection-refused"
    assert sorted(tried) == sorted(addresses)
    assert [":" in address for address in tried].index(True) in (0, 1)


def test_ipv6_literals_work_in_brackets_and_without(
    check: Check, certificates: Certificates
) -> None:
    """-H takes ::1 and [::1]; the first line and JSON tell the address plainly."""
    with Server(starttls(certificates.server.file, ACCEPT), address="::1") as server:
        for host in ("::1", "[::1]"):
            run = check(server, host=host)
            assert run.code == 0
            assert f"{USER} at [::1]:{server.port} " in run.first
    assert server.names == [None, None]  # addresses are not sent as SNI
