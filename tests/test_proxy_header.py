"""--proxy-protocol: the header as it goes over the wire, and servers that know nothing of it."""

from __future__ import annotations

import pytest
from fakes.certificates import Certificates
from fakes.plugin import Check
from fakes.scripts import ACCEPT, GREET, answer, clear, hello, implicit, starttls
from fakes.server import Connection, Script, Server, close, expect, pause, send

UNKNOWN = [b"500 5.5.2 unknown", b"502 5.5.2 Error: command not recognized", b"500-a\r\n500 b"]


def header(connection: Connection) -> None:
    """Read the header octet by octet, as it must be with TLS behind it, and record it."""
    line = b""
    while not line.endswith(b"\r\n"):
        line += connection.wire.recv(1)
    connection.lines.append(line)


def ports(server: Server) -> tuple[int, int]:
    """The ports that the header tells: the client's, and the server's."""
    words = server.lines[0].split()
    return int(words[4]), int(words[5])


@pytest.mark.parametrize(("address", "family"), [("127.0.0.1", b"TCP4"), ("::1", b"TCP6")])
@pytest.mark.parametrize("tls", ["starttls", "implicit", "none"])
def test_the_header(
    check: Check, certificates: Certificates, address: str, family: bytes, tls: str
) -> None:
    """It is sent before all else, also before TLS, with both real addresses and ports."""
    file = certificates.server.file
    scripts = {"starttls": starttls(file, ACCEPT), "implicit": implicit(file, ACCEPT)}
    script: Script = [header, *scripts.get(tls, clear(ACCEPT))]
    seen: list[int] = []

    def port(connection: Connection) -> None:
        seen.append(connection.wire.getpeername()[1])

    with Server([port, *script], address=address) as server:
        options = ("--proxy-protocol", "--tls", tls, "--tls-name", "localhost")
        run = check(server, *options, host=address)
    assert run.code == 0, run.output
    words = server.lines[0].split(b" ")
    assert words[:4] == [b"PROXY", family, address.encode(), address.encode()]
    assert ports(server) == (seen[0], server.port)
    assert server.lines[0].endswith(b"\r\n")
    assert len(server.lines[0]) <= 107


def test_the_header_tells_the_source(check: Check, certificates: Certificates) -> None:
    """With --source it is that address that is told."""
    with Server([header, *starttls(certificates.server.file, ACCEPT)]) as server:
        assert check(server, "--proxy-protocol", "--source", "127.0.0.9").code == 0
    assert server.lines[0].startswith(b"PROXY TCP4 127.0.0.9 127.0.0.1 ")


def test_without_the_option_there_is_none(check: Check, certificates: Certificates) -> None:
    """Unasked it is not sent."""
    with Server(starttls(certificates.server.file, ACCEPT)) as server:
        assert check(server).code == 0
    assert not any(b"PROXY" in line for line in server.lines)


@pytest.mark.parametrize("reply", UNKNOWN)
@pytest.mark.parametrize("together", [True, False])
def test_a_server_that_takes_it_for_a_command(check: Check, reply: bytes, together: bool) -> None:
    """Whether its refusal comes with the greeting or after it, the option is what is named."""
    reply += b"\r\n"
    script = [expect(b"PROXY"), *GREET, send(reply), *hello("STARTTLS")]
    if together:
        script = [expect(b"PROXY"), send(b"220 fake.test ESMTP\r\n" + reply)]
    with Server(script) as server:
        run = check(server, "--proxy-protocol")
    assert (run.code, len(run.lines)) == (3, 1)
    said = "the server does not expect the PROXY header of --proxy-protocol, and took it for a"
    assert said in run.first
    assert not any(line.startswith(b"HELO") for line in server.lines)


@pytest.mark.parametrize("reply", [b"550 5.7.1 Blocked", b"554 go away", b"504 5.5.2 need fqdn"])
def test_another_refusal_is_not_put_down_to_it(check: Check, reply: bytes) -> None:
    """A server that refuses us, or our name, is told as without the option."""
    script = [expect(b"PROXY"), *GREET, *answer(b"EHLO", reply + b"\r\n")]
    script += answer(b"HELO", reply + b"\r\n") if reply.startswith(b"504") else []
    with Server(script) as server:
        run = check(server, "--proxy-protocol")
    assert run.code == 2
    assert "PROXY" not in run.output


EARLY_TALK = b"Error: SMTP protocol synchronization\r\n"


@pytest.mark.parametrize(
    "script",
    [
        [send(b"554 SMTP synchronization error\r\n")],  # Exim
        [expect(b"PROXY"), *GREET, *answer(b"EHLO", b"554 5.5.0 " + EARLY_TALK)],  # Postfix
    ],
)
def test_a_server_that_must_speak_first(check: Check, script: Script) -> None:
    """One that refuses whoever sends anything before its greeting is told as that, too."""
    with Server(script) as server:
        run = check(server, "--proxy-protocol")
    assert (run.code, len(run.lines)) == (3, 1)
    assert "does not expect the PROXY header of --proxy-protocol" in run.first
    assert "synchronization" in run.first


def test_without_a_header_it_is_not_named(check: Check) -> None:
    """The same refusal, where no header was sent, is a fault of the server's."""
    with Server([send(b"554 SMTP synchronization error\r\n")]) as server:
        run = check(server)
    assert run.code == 2
    assert "--proxy-protocol" not in run.first


WAITING: dict[str, Script] = {
    "silent": [pause(2)],
    "closes": [pause(0.1), close],
    "says so": [send(b"421 PROXY timed out\r\n")],
    "says little": [pause(1.1), send(b"421 4.3.0 fake.test Server local error\r\n")],
}


@pytest.mark.parametrize("how", WAITING)
def test_a_server_that_may_wait_for_it(check: Check, how: str) -> None:
    """Where a server does not greet, or only to take leave, the option is named as a cause."""
    with Server(WAITING[how]) as server:
        run = check(server, "-t", "1.6")
    assert run.code == 2
    assert "use --proxy-protocol." in run.long


LATE = [
    b"503 Command refused, required Proxy negotiation failed",
    b"503 5.5.1 PROXY header expected",
    b"503-5.5.1 No proxy command\r\n503 5.5.1 was sent",
]


@pytest.mark.parametrize("reply", LATE)
def test_a_server_that_greets_without_it(check: Check, reply: bytes) -> None:
    """Where each command is refused for want of it, the option is named, and not -F."""
    with Server([*GREET, *answer(b"EHLO", reply + b"\r\n")]) as server:
        run = check(server, "-F", "mon.example.test")
    assert run.code == 2
    assert "use --proxy-protocol." in run.long
    assert "-F NAME" not in run.long


OTHERS = [b"550 5.7.1 Open proxy at your address", b"554 5.7.1 Listed: proxy", b"503 5.5.1 Not now"]


@pytest.mark.parametrize("reply", OTHERS)
def test_a_proxy_of_another_kind(check: Check, reply: bytes) -> None:
    """A host that is refused as an open proxy, or for no header, is not told of the option."""
    with Server([*GREET, *answer(b"EHLO", reply + b"\r\n")]) as server:
        assert "--proxy-protocol" not in check(server).output


def test_a_busy_server_waits_for_nothing(check: Check) -> None:
    """A server that says goodbye at once, for a reason, does not wait for a header."""
    with Server([send(b"421 4.7.0 Too many connections\r\n")]) as server:
        assert "--proxy-protocol" not in check(server).output
