"""The name that this host gives in EHLO, and what is told when a server refuses it."""

from __future__ import annotations

import pytest
from fakes.namespace import with_host_name
from fakes.plugin import Check
from fakes.scripts import ACCEPT, GREET, answer, clear
from fakes.server import Server

QUALIFIED = ["mon.example.org", "mon.example.org.", "MON-1.example.org", "a.b", "3com.example"]
UNFIT = [
    *("mon", "localhost", "localhost.localdomain", "localhost4.localdomain4", "mon.localdomain"),
    *("localhost.example.org", "10.0.0.5", "192.0.2.300", "2001:db8::5", "mon_1.example.org"),
    *("-mon.example.org", "mon..example.org", ".example.org", "mon.", "(none)", "mön.example.org"),
]


@pytest.mark.parametrize("name", QUALIFIED)
def test_a_qualified_host_name_is_given(check: Check, name: str) -> None:
    """A host name that can be this host's alone is given as it is, without a dot at its end."""
    with Server(clear(ACCEPT)) as server:
        run = check(server, "--tls", "none", host="127.0.0.1", before=with_host_name(name))
    assert run.code == 0
    assert server.lines[0] == f"EHLO {name.rstrip('.')}".encode()


@pytest.mark.parametrize("name", UNFIT)
def test_a_name_that_says_nothing_is_not_given(check: Check, name: str) -> None:
    """A name that many hosts have, or none can have, gives way to the address as a literal."""
    with Server(clear(ACCEPT)) as server:
        run = check(server, "--tls", "none", host="127.0.0.1", before=with_host_name(name))
    assert run.code == 0
    assert server.lines[0] == b"EHLO [127.0.0.1]"


def test_the_literal_of_ipv6(check: Check) -> None:
    """Over IPv6 the literal says so (RFC 5321 section 4.1.3)."""
    with Server(clear(ACCEPT), address="::1") as server:
        run = check(server, "--tls", "none", host="::1", before=with_host_name("mon"))
    assert run.code == 0
    assert server.lines[0] == b"EHLO [IPv6:::1]"


GIVEN = {
    "mon.example.org": b"mon.example.org",
    "mon": b"mon",
    "10.0.0.5": b"[10.0.0.5]",
    "[10.0.0.5]": b"[10.0.0.5]",
    "2001:db8::5": b"[IPv6:2001:db8::5]",
    "[2001:db8::5]": b"[IPv6:2001:db8::5]",
    "[IPv6:2001:db8::5]": b"[IPv6:2001:db8::5]",
    "::1": b"[IPv6:::1]",
}


@pytest.mark.parametrize("name", GIVEN)
def test_a_name_of_ones_own(check: Check, name: str) -> None:
    """-F gives any name; an address given with it is sent as a literal."""
    with Server(clear(ACCEPT)) as server:
        assert check(server, "--tls", "none", "-F", name, host="127.0.0.1").code == 0
    assert server.lines[0] == b"EHLO " + GIVEN[name]


REFUSALS = {
    b"553 sorry, your HELO is not RFC compliant": "client-not-allowed",
    # Postfix, Exim, Sendmail, Exchange, Haraka, cPanel, Google.
    b"504 5.5.2 <mon>: Helo command rejected: need fully-qualified hostname": "client-not-allowed",
    b"501 Syntactically invalid EHLO argument(s)": "client-not-allowed",
    b"501 5.0.0 Invalid domain name": "client-not-allowed",
    b"501 5.5.4 Invalid domain name": "client-not-allowed",
    b"550 HELO needs to be a FQDN": "client-not-allowed",
    b"550 Access denied - Invalid HELO name (See RFC2821 4.1.1.1)": "client-not-allowed",
    b"450 4.7.1 <mon>: Helo command rejected: Host not found": "client-not-allowed",
    b"421 4.7.0 Try again later, closing connection. (EHLO)": "server-unavailable",
}


@pytest.mark.parametrize("refusal", REFUSALS)
def test_a_name_that_is_refused(check: Check, refusal: bytes) -> None:
    """A server that refuses the name is told as that, with what was said and the option for it."""
    script = [*GREET, *answer(b"EHLO", refusal + b"\r\n")]
    if refusal[:3] in (b"501", b"504"):
        script += answer(b"HELO", refusal + b"\r\n")
    with Server(script) as server:
        run = check(server, "-F", "mon")
    assert refusal.decode().translate({ord("<"): "(", ord(">"): ")"}) in run.first
    word = "HELO" if len(script) > 3 else "EHLO"
    assert f"This host sent {word} mon." in run.long
    assert "-F NAME" in run.long
    if REFUSALS[refusal] == "client-not-allowed":
        name, _, address = run.long.partition("If it is the address, ")
        assert "The server refused the name that this host sent in EHLO, or" in name
        assert "block list" not in name
        assert "block list" in address
    with Server(script) as server:
        account = check(server, "-F", "mon", "--output", "json").account
    assert account["diagnosis"] == REFUSALS[refusal]
    assert server.count(b"AUTH") == 0


@pytest.mark.parametrize("code", [b"500", b"501", b"502", b"504"])
def test_a_name_that_only_ehlo_refuses(check: Check, code: bytes) -> None:
    """A server that refuses the name in EHLO, and takes HELO, knows EHLO: what it said is told."""
    refusal = code + b" 5.5.4 mon: invalid domain name\r\n"
    script = [*GREET, *answer(b"EHLO", refusal), *answer(b"HELO", b"250 fake.test\r\n")]
    with Server(script) as server:
        run = check(server, "-F", "mon")
    said = f"it accepted HELO, but refused EHLO: {code.decode()} 5.5.4 mon: invalid domain name"
    assert f"the server does not offer AUTH: {said}" in run.first
    assert "This host sent EHLO mon. If the server refuses that name" in run.long
    assert "-F NAME" in run.long


@pytest.mark.parametrize(
    "refusal", [b"500 what\r\n", b"502 5.5.1 Unimplemented: EHLO mon\r\n", b"500 unrecognized\r\n"]
)
def test_a_server_that_knows_no_ehlo(check: Check, refusal: bytes) -> None:
    """Where EHLO itself is unknown, nothing is said of the name."""
    script = [*GREET, *answer(b"EHLO", refusal), *answer(b"HELO", b"250 fake.test\r\n")]
    with Server(script) as server:
        run = check(server, "-F", "mon")
    assert "it supports only HELO, not EHLO" in run.first
    assert "-F NAME" not in run.long
