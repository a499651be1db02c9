"""Which mechanism is used, what goes over the wire for it, and what is told of it."""

from __future__ import annotations

from base64 import b64decode, b64encode
from pathlib import Path

import pytest
from fakes.certificates import Certificates
from fakes.namespace import with_hosts
from fakes.plugin import SECRET, USER, Check
from fakes.scram import server_first
from fakes.scripts import ACCEPT, REJECTION, answer, clear, starttls
from fakes.server import Server, expect, send
from fakes.timing import AT_ONCE

ACCEPTED = b"235 2.7.0 Authentication successful\r\n"
ASK = b"334 \r\n"


def auth_of(server: Server) -> list[bytes]:
    """The lines from AUTH on, without the farewell."""
    lines = server.lines
    begin = next(number for number, line in enumerate(lines) if line.startswith(b"AUTH"))
    return [line for line in lines[begin:] if line != b"QUIT"]


def test_login_answers_by_position(check: Check, certificates: Certificates) -> None:
    """LOGIN carries no initial response, and its answers do not depend on the prompts."""
    script = [*answer(b"AUTH", b"334 what?!\r\n"), *answer(b"", ASK), *answer(b"", ACCEPTED)]
    with Server(starttls(certificates.server.file, script, offer="AUTH LOGIN")) as server:
        assert check(server).code == 0
    assert auth_of(server) == [b"AUTH LOGIN", b64encode(USER.encode()), b64encode(SECRET.encode())]


def test_a_long_response_is_held_back(
    check: Check, certificates: Certificates, password_file: Path
) -> None:
    """PLAIN's response goes on a line of its own where the AUTH line would pass 512 octets."""
    password_file.write_text("x" * 600)
    script = [*answer(b"AUTH", ASK), *answer(b"", ACCEPTED)]
    with Server(starttls(certificates.server.file, script, offer="AUTH PLAIN")) as server:
        assert check(server).code == 0
    command, response = auth_of(server)
    assert command == b"AUTH PLAIN"
    assert b64decode(response) == f"\0{USER}\0{'x' * 600}".encode()


def test_another_identity_is_asked_for(check: Check, certificates: Certificates) -> None:
    """--authzid goes over the wire as the identity to act as."""
    with Server(starttls(certificates.server.file, ACCEPT)) as server:
        assert check(server, "--authzid", "admin").code == 0
    (line,) = auth_of(server)
    assert b64decode(line.split()[2]) == f"admin\0{USER}\0{SECRET}".encode()


@pytest.mark.parametrize(
    ("options", "offer", "used"),
    [
        ((), "PLAIN LOGIN CRAM-MD5", "PLAIN"),
        ((), "LOGIN CRAM-MD5", "LOGIN"),
        ((), "PLAIN SCRAM-SHA-1 SCRAM-SHA-256", "SCRAM-SHA-256"),
        ((), "plain login", "PLAIN"),
        (("-A", "LOGIN,PLAIN"), "PLAIN LOGIN", "LOGIN"),
        (("-A", "plain"), "PLAIN SCRAM-SHA-512", "PLAIN"),
        (("-A", "SCRAM-SHA-512,LOGIN"), "PLAIN LOGIN", "LOGIN"),
        (("--insecure",), "PLAIN LOGIN CRAM-MD5", "CRAM-MD5"),
        (("--insecure",), "PLAIN CRAM-MD5 SCRAM-SHA-1", "SCRAM-SHA-1"),
    ],
)
def test_one_mechanism_is_chosen(
    check: Check, certificates: Certificates, options: tuple[str, ...], offer: str, used: str
) -> None:
    """The strongest offered is used, or the first allowed; without verification none that
    shows the secret, if there is another. A refusal is not followed by a second try.
    """
    script = starttls(certificates.server.file, answer(b"AUTH", REJECTION), offer=f"AUTH {offer}")
    with Server(script) as server:
        run = check(server, *options, "--output", "json")
    assert auth_of(server)[0].split()[1].decode() == used
    assert server.count(b"AUTH") == 1
    assert run.account["mechanism"] == used
    others = set(offer.upper().split()) - {used}
    assert set(run.account["mechanisms_skipped"]) == others


def test_without_tls_the_secret_stays_at_home(check: Check) -> None:
    """Without TLS CRAM-MD5 is used before PLAIN, and is enough to do without consent."""
    challenge = b"334 " + b64encode(b"<1@fake.test>") + b"\r\n"
    script = [*answer(b"AUTH CRAM-MD5", challenge), *answer(b"", ACCEPTED)]
    for host in ("127.0.0.1", "0.0.0.0"):
        with Server(clear(script, offer="AUTH PLAIN CRAM-MD5")) as server:
            assert check(server, "--tls", "none", host=host).code == 0


def test_no_allowed_mechanism_is_offered(check: Check, certificates: Certificates) -> None:
    """Where nothing allowed is offered the first line says what is, and nothing is sent."""
    with Server(starttls(certificates.server.file)) as server:
        run = check(server, "-A", "SCRAM-SHA-256")
        account = check(server, "-A", "SCRAM-SHA-256", "--output", "json").account
    assert run.code == 2
    assert "the server offers PLAIN LOGIN" in run.first
    assert (account["diagnosis"], account["mechanism"]) == ("mechanism-unavailable", None)
    assert server.count(b"AUTH") == 0


@pytest.mark.parametrize("iterations", [1_000_001, 10**30, 0])
def test_a_wild_iteration_count_is_refused(
    check: Check, certificates: Certificates, iterations: int
) -> None:
    """SCRAM with over a million iterations, or none, is protocol-error, cancelled at once."""
    script = [server_first(iterations), expect(b"*"), send(b"501 5.7.0 Cancelled\r\n")]
    with Server(starttls(certificates.server.file, script, offer="AUTH SCRAM-SHA-256")) as server:
        run = check(server, "--output", "json")
    assert (run.code, run.account["diagnosis"]) == (2, "protocol-error")
    assert run.seconds < AT_ONCE


def test_a_low_iteration_count_is_used_and_told(check: Check, certificates: Certificates) -> None:
    """SCRAM with fewer than 4096 iterations is used, and -v and JSON tell of it."""
    script = [server_first(iterations=1000), *answer(b"", REJECTION)]
    with Server(starttls(certificates.server.file, script, offer="AUTH SCRAM-SHA-1")) as server:
        run = check(server, "-v")
        account = check(server, "--output", "json").account
    assert (run.code, account["diagnosis"]) == (2, "credentials-rejected")
    assert "iteration count is low: 1000" in run.long
    assert any("1000" in notice for notice in account["notices"])


def test_an_identity_that_cannot_be_carried_is_told(
    check: Check, certificates: Certificates
) -> None:
    """--authzid with a mechanism that has no place for it is told of, for it was not sent."""
    script = [*answer(b"AUTH", ASK), *answer(b"", ASK), *answer(b"", ACCEPTED)]
    with Server(starttls(certificates.server.file, script, offer="AUTH LOGIN")) as server:
        run = check(server, "--authzid", "admin", "-v")
    assert run.code == 0
    assert "Note: LOGIN cannot carry --authzid, so it was not sent." in run.long


def test_a_stored_secret_may_be_lacking(check: Check, certificates: Certificates) -> None:
    """A refusal under SCRAM says how to tell a wrong password from one the server lacks."""
    script = [server_first(), *answer(b"", REJECTION)]
    with Server(
        starttls(certificates.server.file, script, offer="AUTH SCRAM-SHA-1 PLAIN")
    ) as server:
        run = check(server)
    assert "-A PLAIN" in run.long


def test_a_stored_secret_that_worked_is_not_lacking(
    check: Check, certificates: Certificates, tmp_path: Path
) -> None:
    """What worked by the same mechanism before is not put down to the server's lacking it."""
    challenge = b"334 " + b64encode(b"<1@fake.test>") + b"\r\n"
    state = ("--state-dir", str(tmp_path / "state"))
    for judged in (ACCEPTED, REJECTION):
        script = [*answer(b"AUTH CRAM-MD5", challenge), *answer(b"", judged)]
        with Server(starttls(certificates.server.file, script, offer="AUTH CRAM-MD5")) as server:
            run = check(server, *state)
    assert "rejected" in run.first
    assert "It last worked at" in run.long
    assert "-A PLAIN" not in run.long


def test_the_name_in_ehlo_needs_no_dns(check: Check) -> None:
    """By default EHLO has the host's qualified name, or the local address as a literal."""
    with Server(clear(ACCEPT)) as server:
        assert check(server, "--tls", "none", host="127.0.0.1").code == 0
    name = server.lines[0].split()[1].decode()
    assert name == "[127.0.0.1]" or ("." in name and "[" not in name)
    with Server(clear(ACCEPT), address="::1") as server:
        assert check(server, "--tls", "none", host="::1").code == 0
    assert server.lines[0].split()[1].decode() in ("[IPv6:::1]", name)


def test_a_host_in_unicode_is_looked_up_as_idna(
    check: Check, certificates: Certificates, tmp_path: Path
) -> None:
    """A host name that is not ASCII is looked up, verified and shown in its IDNA form."""
    name = "xn--grn-ioa.example.test"
    leaf = certificates.issue("idna", name).file
    with Server(starttls(leaf, ACCEPT)) as server:
        hosts = with_hosts(tmp_path, f"127.0.0.1 {name}")
        run = check(server, host="grün.example.test", before=hosts)
    assert run.code == 0
    assert f"at {name}:" in run.first


def test_a_state_can_be_another(check: Check, certificates: Certificates) -> None:
    """--state gives a diagnosis another state, in output, JSON and exit code."""
    script = starttls(certificates.server.file, answer(b"AUTH", REJECTION))
    option = ("--state", "credentials-rejected=warning")
    with Server(script) as server:
        run, in_json = check(server, *option), check(server, *option, "--output", "json")
    assert (run.code, in_json.code) == (1, 1)
    assert run.first.startswith("SMTP_AUTH WARNING - ")
    assert (in_json.account["state"], in_json.account["exit_code"]) == ("WARNING", 1)


@pytest.mark.parametrize("options", [(), ("--output", "json")], ids=["nagios", "json"])
def test_exit_zero_keeps_the_state_in_the_output(
    check: Check, certificates: Certificates, options: tuple[str, ...]
) -> None:
    """With --exit-zero a CRITICAL exits 0, and the output still says what it is."""
    script = starttls(certificates.server.file, answer(b"AUTH", REJECTION))
    with Server(script) as server:
        run = check(server, "--exit-zero", *options)
    assert run.code == 0
    assert "CRITICAL" in run.output
    if options:
        assert run.json["exit_code"] == run.account["exit_code"] == 2


def test_thresholds_are_judged_and_shown(check: Check, certificates: Certificates) -> None:
    """A login over its threshold is slow: WARNING or CRITICAL, told in words and perfdata."""
    with Server(starttls(certificates.server.file, ACCEPT)) as server:
        run = check(server, "-w", "0.00001", "--connect-critical", "10", "--auth-warning", "9")
        worse = check(server, "-c", "0.00001", "--output", "json")
    assert run.code == 1
    assert "authenticated, but slowly: total time" in run.first
    assert run.perfdata["total_time"].warning == "0.00001"
    assert run.perfdata["connect_time"].critical == "10"
    assert (worse.code, worse.account["diagnosis"]) == (2, "slow")


def test_thresholds_are_for_accepted_logins(check: Check, certificates: Certificates) -> None:
    """A refused login is judged as refused, however long it took."""
    with Server(starttls(certificates.server.file, answer(b"AUTH", REJECTION))) as server:
        run = check(server, "-c", "0.00001", "--output", "json")
    assert (run.account["diagnosis"], run.account["also"]) == ("credentials-rejected", [])


@pytest.mark.parametrize(("name", "code"), [("days_10", 1), ("days_2", 2)])
def test_a_certificate_that_runs_out_is_told(
    check: Check, certificates: Certificates, name: str, code: int
) -> None:
    """A certificate that ends within the days of -D is WARNING or CRITICAL, though accepted."""
    file = getattr(certificates, name).file
    with Server(starttls(file, ACCEPT)) as server:
        run = check(server, "--output", "json")
        early = check(server, "-D", "1,1")
    assert (run.code, run.account["diagnosis"]) == (code, "certificate-expiring")
    assert early.code == 0
