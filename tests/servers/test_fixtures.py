"""The servers do what the tests that use them rely on."""

from __future__ import annotations

import smtplib
import socket
import ssl
from concurrent.futures import ThreadPoolExecutor
from typing import Callable

import pytest

from . import mailserver
from .attempts import Attempt
from .certificates import Authority
from .client import CLIENT, connect, login, login_plain
from .cyrus import MECHANISMS as CYRUS_MECHANISMS
from .dovecot import MECHANISMS as DOVECOT_MECHANISMS
from .dovecot import Dovecot
from .mailserver import MailServer
from .postfix import Postfix
from .process import PATIENCE, free_port, living, loopback_addresses

SERVERS = {
    "postfix_dovecot": DOVECOT_MECHANISMS,
    "postfix_cyrus": CYRUS_MECHANISMS,
    "dovecot_submission": DOVECOT_MECHANISMS,
}
LOGINS = [(server, name) for server, names in SERVERS.items() for name in names]

VERIFY_EXPIRED, VERIFY_WRONG_CA, VERIFY_WRONG_NAME = 10, 20, 62


@pytest.fixture(params=SERVERS)
def server(request: pytest.FixtureRequest) -> MailServer:
    """Each of the three servers in turn."""
    found: MailServer = request.getfixturevalue(request.param)
    return found


def test_ehlo_lists_the_mechanisms(server: MailServer) -> None:
    """Under TLS a server offers what its `mechanisms` says, on both ports."""
    for implicit in (False, True):
        with connect(server, implicit=implicit) as client:
            assert client.esmtp_features["auth"].split() == list(server.mechanisms)


@pytest.mark.parametrize(("name", "mechanism"), LOGINS)
def test_each_mechanism_tells_right_from_wrong(
    name: str, mechanism: str, request: pytest.FixtureRequest
) -> None:
    """A login is accepted with the right password only, and each is one attempt in the log."""
    server: MailServer = request.getfixturevalue(name)
    with server.watch() as seen:
        assert login(server, mechanism, server.user, server.password) == 235
        assert login(server, mechanism, server.user, "wrong", implicit=True) == 535
        assert login(server, mechanism, "nobody-by-this-name", "wrong") == 535
    assert [attempt.mechanism for attempt in seen] == [mechanism] * 3
    assert [attempt.accepted for attempt in seen] == [True, False, False]
    assert [attempt.refused for attempt in seen] == [False, True, True]


def test_a_visit_without_auth_is_no_attempt(server: MailServer) -> None:
    """TLS and EHLO alone count for nothing."""
    with server.watch() as seen:
        connect(server).quit()
    assert seen == []


def test_a_cut_exchange_is_an_attempt_without_a_verdict(server: MailServer) -> None:
    """A client that leaves after the challenge has made an AUTH, neither accepted nor refused."""
    with server.watch() as seen:
        client = connect(server)
        assert client.docmd("AUTH", "LOGIN")[0] == 334
        client.close()
    assert seen == [Attempt("LOGIN")]


def test_each_auth_of_one_connection_counts(server: MailServer) -> None:
    """The login() of smtplib tries a wrong password by three mechanisms: three attempts."""
    with server.watch() as seen:
        client = connect(server)
        with pytest.raises(smtplib.SMTPAuthenticationError):
            client.login(server.user, "wrong")
        client.quit()
    assert [attempt.mechanism for attempt in seen] == ["CRAM-MD5", "PLAIN", "LOGIN"]
    assert all(attempt.refused for attempt in seen)


def test_parallel_logins_are_counted_exactly(server: MailServer) -> None:
    """Forty logins at once, good and bad mixed, are forty attempts with the right verdicts."""
    passwords = [server.password, "wrong"] * 20

    def attempt(password: str) -> int:
        return login(server, "PLAIN", server.user, password)

    with server.watch() as seen, ThreadPoolExecutor(20) as pool:
        codes = list(pool.map(attempt, passwords))
    assert codes == [235, 535] * 20
    assert len(seen) == 40
    assert sum(attempt.accepted for attempt in seen) == 20
    assert sum(attempt.refused for attempt in seen) == 20


def test_a_changed_password_counts_at_once(server: MailServer) -> None:
    """After `set_password` the new one works and the old one does not, whatever is in it."""
    for old, new in (("none", "first: ä"), ("first: ä", "second = €")):
        server.set_password("changing", new)
        assert login_plain(server, "changing", new) == 235
        assert login_plain(server, "changing", old) == 535


def test_a_stopped_server_refuses_and_comes_back(server: MailServer) -> None:
    """While stopped it refuses connections; then it serves on the same ports, log and all."""
    before = len(server.attempts())
    with server.stopped():
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection((server.host, server.port_starttls), 5)
        assert len(server.attempts()) == before
    assert login(server, "PLAIN", server.user, server.password) == 235
    assert len(server.attempts()) == before + 1


def test_a_connection_cut_by_a_stop_is_not_waited_for(server: MailServer) -> None:
    """Of a connection that a stopped server left the attempts are known at once."""
    client = connect(server)
    with server.stopped():
        before = server.attempts()
    assert server.attempts() == before
    client.close()


def test_stopping_leaves_no_process(server: MailServer) -> None:
    """Not one process of a stopped server lives on."""
    connect(server).quit()
    group = server.group
    assert len(living(group)) > 1
    with server.stopped():
        assert living(group) == []


def test_a_port_lost_to_another_is_replaced(
    postfix_variant: Callable[..., Postfix], monkeypatch: pytest.MonkeyPatch
) -> None:
    """When a chosen port is taken before it is bound, the server starts on others."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        busy = taken.getsockname()[1]
        # Dovecot asks for two ports and loses one, then again for two; so does Postfix.
        choices = iter([busy, 0, 0, 0] * 2)
        monkeypatch.setattr(mailserver, "free_port", lambda: next(choices) or free_port())
        server = postfix_variant("dovecot", settings={"smtpd_banner": "replaced.test"})
        assert next(choices, None) is None
    assert busy not in (server.port_starttls, server.port_implicit)
    assert login(server, "PLAIN", server.user, server.password) == 235


def test_every_loopback_address_is_served(server: MailServer) -> None:
    """The server answers on 127.0.0.1, and on ::1 where there is one, by a certificate for it."""
    for address in loopback_addresses():
        connect(server, host=address).quit()
        connect(server, host=address, implicit=True).quit()


def test_another_authority_is_not_trusted(server: MailServer, authority: Authority) -> None:
    """A client that trusts an unrelated authority refuses the server."""
    with pytest.raises(ssl.SSLCertVerificationError) as caught:
        connect(server, ca_file=authority.other_ca_file)
    assert caught.value.verify_code == VERIFY_WRONG_CA


def test_the_hashed_directory_is_trusted(dovecot_submission: Dovecot, authority: Authority) -> None:
    """OpenSSL finds the authority by its hashed name, as SSL_CERT_DIR has it looked up."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.load_verify_locations(capath=str(authority.ca_directory))
    port = dovecot_submission.port_implicit
    with smtplib.SMTP_SSL("localhost", port, CLIENT, timeout=PATIENCE, context=context) as client:
        assert client.noop()[0] == 250


@pytest.mark.parametrize(
    ("name", "code"), [("expired", VERIFY_EXPIRED), ("other_name", VERIFY_WRONG_NAME)]
)
@pytest.mark.parametrize("maker", ["postfix_variant", "dovecot_variant"])
def test_a_bad_certificate_is_bad_in_one_way(
    maker: str, name: str, code: int, authority: Authority, request: pytest.FixtureRequest
) -> None:
    """The expired certificate is only expired, the misnamed one only misnamed."""
    make: Callable[..., MailServer] = request.getfixturevalue(maker)
    server = make(certificate=getattr(authority, name))
    for implicit in (False, True):
        with pytest.raises(ssl.SSLCertVerificationError) as caught:
            connect(server, implicit=implicit)
        assert caught.value.verify_code == code
    assert server.attempts() == []


def test_postfix_without_tls(postfix_variant: Callable[..., Postfix]) -> None:
    """Without TLS there is no STARTTLS and no second port, but AUTH in clear."""
    server = postfix_variant(tls="none")
    with smtplib.SMTP(server.host, server.port_starttls, CLIENT, timeout=PATIENCE) as client:
        client.ehlo()
        assert not client.has_extn("starttls")
        assert client.has_extn("auth")
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection((server.host, server.port_implicit), 5)


def test_postfix_that_wants_tls_first(postfix_variant: Callable[..., Postfix]) -> None:
    """With "encrypt", AUTH before STARTTLS is refused with 530."""
    server = postfix_variant(tls="encrypt")
    with smtplib.SMTP(server.host, server.port_starttls, CLIENT, timeout=PATIENCE) as client:
        client.ehlo()
        assert not client.has_extn("auth")
        assert client.docmd("AUTH", "PLAIN AAAA")[0] == 530
    assert [attempt.reply[:3] for attempt in server.attempts()] == ["530"]


def test_postfix_that_offers_auth_in_clear(postfix_variant: Callable[..., Postfix]) -> None:
    """With `auth_only` off, AUTH is offered before STARTTLS too."""
    server = postfix_variant("dovecot", auth_only=False)
    with smtplib.SMTP(server.host, server.port_starttls, CLIENT, timeout=PATIENCE) as client:
        client.ehlo()
        assert client.has_extn("auth")
        assert client.has_extn("starttls")


def test_postfix_with_chosen_mechanisms_and_settings(
    postfix_variant: Callable[..., Postfix],
) -> None:
    """A variant offers the mechanisms it is given, and its own lines of main.cf win."""
    server = postfix_variant(mechanisms=("NTLM",), settings={"smtpd_banner": "other.test hello"})
    with smtplib.SMTP(server.host, server.port_starttls, CLIENT, timeout=PATIENCE) as client:
        client.starttls()
        client.ehlo()
        assert client.esmtp_features["auth"].split() == ["NTLM"]


def test_postfix_answers_mail_and_rcpt_but_takes_no_mail(postfix_cyrus: Postfix) -> None:
    """After a login sender and recipient are accepted, before it the recipient is not."""
    with connect(postfix_cyrus) as client:
        client.mail("sender@example.test")
        assert client.rcpt("recipient@example.test")[0] == 554
        client.rset()
        client.login(postfix_cyrus.user, postfix_cyrus.password)
        assert client.mail("sender@example.test")[0] == 250
        assert client.rcpt("recipient@example.test")[0] == 250
        assert client.docmd("DATA")[0] == 554


def test_dovecot_as_a_tarpit(dovecot_variant: Callable[..., Dovecot]) -> None:
    """With a failure delay the refusal is still outstanding after half a second."""
    server = dovecot_variant(failure_delay=3)
    with connect(server) as client:
        assert client.sock is not None
        client.sock.settimeout(0.5)
        with pytest.raises(smtplib.SMTPServerDisconnected, match="timed out"):
            client.docmd("AUTH", "PLAIN AHByb2JlAHdyb25n")
