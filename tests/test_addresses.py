"""Sender and recipient with letters that are not ASCII (RFC 6531), as they go over the wire."""

from __future__ import annotations

from pathlib import Path

import pytest
from fakes.certificates import Certificates
from fakes.plugin import Check
from fakes.scripts import ACCEPT, answer, hello, starttls, until_tls
from fakes.server import Script, Server, start_tls


@pytest.fixture
def memory(tmp_path: Path) -> tuple[str, str]:
    """The option for a state directory of the test's own."""
    return "--state-dir", str(tmp_path / "memory")


def nothing_secret(server: Server) -> bool:
    """Whether the server heard no AUTH, and was taken leave of."""
    return server.count(b"AUTH") == 0 and server.lines[-1] == b"QUIT"


LOCAL = [
    "josé@example.test",
    "jürgen@bücher.example",
    "用户@example.test",
    "δοκιμή@παράδειγμα.test",
]
DOMAINS = {
    "ops@bücher.example": b"ops@xn--bcher-kva.example",
    "<ops@BÜCHER.example>": b"ops@xn--bcher-kva.example",
    "ops@straße.example": b"ops@xn--strae-oqa.example",
    "ops@例え.test": b"ops@xn--r8jz45g.test",
    "ops@xn--bcher-kva.example": b"ops@xn--bcher-kva.example",
    "ops@[IPv6:2001:db8::1]": b"ops@[IPv6:2001:db8::1]",
}
UTF8 = ("SIZE", "SMTPUTF8", "8BITMIME")
OK = b"250 2.1.0 Ok\r\n"
ASKED: Script = [*answer(b"MAIL", OK), *answer(b"RCPT", OK), *answer(b"RSET", OK)]


def offering(certificates: Certificates, keywords: tuple[str, ...]) -> Script:
    """A server that offers these keywords beside AUTH over TLS, and takes login and addresses."""
    tls = start_tls(certificates.server.file)
    return [*until_tls(), tls, *hello("AUTH PLAIN", *keywords), *ACCEPT, *ASKED]


QUOTED = {
    '"a b"@example.test': '"a b"@example.test',
    '<"a b"@example.test>': '"a b"@example.test',
    '"support@corp"@example.test': '"support@corp"@example.test',
    r'"o\"neil"@example.test': r'"o\"neil"@example.test',
    '"a>b<c"@bücher.example': '"a>b<c"@xn--bcher-kva.example',
    r'"back\\"@example.test': r'"back\\"@example.test',
    '""@example.test': '""@example.test',
}
UNQUOTED = (
    *("a b@example.test", 'a"b@example.test', '"a b@example.test', 'a b"@example.test', '"'),
    *(r'"a\"@example.test', '"a"b"@example.test', '"a b" @example.test', '"a b"c@example.test'),
    *('"a@b"', '"a b"@example test', "a>@example.test", r"a\b@example.test", '"a\tb"@example.test'),
    *("a@b@example.test", 'a@"b"@example.test', '"a"@b@example.test'),
)


@pytest.mark.parametrize("address", QUOTED)
def test_a_quoted_part_goes_as_it_is(
    check: Check, certificates: Certificates, address: str
) -> None:
    """What is in quotes before the @ may hold blanks, brackets and another @, and is sent so."""
    with Server(offering(certificates, ())) as server:
        run = check(server, "-f", address, "--rcpt-to", address)
    assert run.code == 0
    assert f"MAIL FROM:<{QUOTED[address]}>".encode() in server.lines
    assert f"RCPT TO:<{QUOTED[address]}>".encode() in server.lines


@pytest.mark.parametrize(
    ("option", "address"),
    [*(("-f", each) for each in UNQUOTED), *(("--rcpt-to", each) for each in UNQUOTED[::5])],
)
def test_what_is_quoted_wrongly_is_a_usage_error(
    check: Check, certificates: Certificates, address: str, option: str
) -> None:
    """An address that would break out of the command, or that no server would read as it is meant,
    is refused in one line that does not repeat it, and nothing is sent.
    """
    sender = () if option == "-f" else ("-f", "ops@example.test")
    with Server(offering(certificates, ())) as server:
        run = check(server, *sender, option, address)
    assert run.code == 3
    assert len(run.lines) == 1
    assert "must be a mail address" in run.first
    assert not server.connections


@pytest.mark.parametrize("offer", [(), UTF8])
@pytest.mark.parametrize("address", DOMAINS)
def test_a_domain_goes_as_ascii(
    check: Check, certificates: Certificates, address: str, offer: tuple[str, ...]
) -> None:
    """A domain that is not ASCII is sent as IDNA, with or without SMTPUTF8, which it needs not."""
    with Server(offering(certificates, offer)) as server:
        run = check(server, "-f", address, "--rcpt-to", address)
    assert run.code == 0
    assert b"MAIL FROM:<%b>" % DOMAINS[address] in server.lines
    assert b"RCPT TO:<%b>" % DOMAINS[address] in server.lines


@pytest.mark.parametrize("address", LOCAL)
def test_smtputf8_where_it_is_needed(
    check: Check, certificates: Certificates, address: str
) -> None:
    """A part before the @ that is not ASCII goes in UTF-8, and MAIL says SMTPUTF8."""
    local = address.partition("@")[0].encode()
    with Server(offering(certificates, UTF8)) as server:
        assert check(server, "-f", address, "--rcpt-to", "b@example.net").code == 0
    (mail,) = [line for line in server.lines if line.startswith(b"MAIL")]
    assert mail.startswith(b"MAIL FROM:<%b@" % local)
    assert mail.endswith(b"> SMTPUTF8")
    with Server(offering(certificates, UTF8)) as server:
        assert check(server, "-f", "<>", "--rcpt-to", address).code == 0
    assert b"MAIL FROM:<> SMTPUTF8" in server.lines
    (rcpt,) = [line for line in server.lines if line.startswith(b"RCPT")]
    assert rcpt.startswith(b"RCPT TO:<%b@" % local)
    assert rcpt.endswith(b">")


@pytest.mark.parametrize("address", LOCAL)
@pytest.mark.parametrize("place", ["-f", "--rcpt-to"])
def test_without_smtputf8_nothing_is_sent(
    check: Check, certificates: Certificates, memory: tuple[str, str], address: str, place: str
) -> None:
    """Where the server does not offer SMTPUTF8, that is told before the login, which costs none."""
    addresses = {"-f": "a@example.com", "--rcpt-to": "b@example.com", place: address}
    options = [word for pair in addresses.items() for word in pair]
    for _ in range(3):
        with Server(starttls(certificates.server.file)) as server:
            run = check(server, *options, *memory)
        assert (run.code, len(run.lines)) == (3, 1)
        assert f"the address of {place} has non-ASCII characters before the @" in run.first
        assert "SMTPUTF8" in run.first
        assert nothing_secret(server)
    with Server(starttls(certificates.server.file)) as server:
        account = check(server, *options, "--output", "json").account
    assert (account["diagnosis"], account["stage"]) == ("misconfigured", "ehlo")


def test_smtputf8_before_tls_does_not_count(check: Check, certificates: Certificates) -> None:
    """What is offered before TLS only is not offered."""
    script = starttls(certificates.server.file, offer="AUTH PLAIN")
    with Server([script[0], *hello("STARTTLS", "SMTPUTF8"), *script[3:]]) as server:
        assert check(server, "-f", LOCAL[0]).code == 3
    assert nothing_secret(server)
