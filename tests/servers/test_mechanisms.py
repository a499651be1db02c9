"""The plugin against real servers with mechanisms that want more than a password by PLAIN."""

from __future__ import annotations

from pathlib import Path
from typing import Callable

import pytest
from fakes.authorization import AuthorizationServer
from fakes.certificates import Certificates
from fakes.plugin import Run, run
from fakes.plugin import environment as plugin_environment

from .external import CertificateDovecot
from .gsasl import GsaslServer
from .kerberos import SERVICE, KerberosDovecot
from .mailserver import MailServer
from .oauth import SCOPE, OauthDovecot
from .postfix import Postfix
from .requirements import require_gssapi


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    """A file for the secret, its owner's only."""
    file = tmp_path / "secret"
    file.touch(0o600)
    return file


def check(server: MailServer, *options: object) -> Run:
    """Run the plugin as an operator would."""
    where = ("-H", "localhost", "-p", str(server.port_starttls), "--ca-file", server.ca_file)
    return run(*where, "--state-dir", "none", *map(str, options))


def describe(file: Path, endpoint: AuthorizationServer, grant: str, proof: str) -> None:
    """Write the description of the OAuth client app, which proves itself so."""
    file.write_text(
        f"[oauth]\ngrant = {grant}\nscope = mail\nclient-id = app\n{proof}\n"
        f"token-endpoint = {endpoint.url}\nca-file = {endpoint.ca_file}\n"
    )


@pytest.mark.parametrize("mechanism", ["XOAUTH2", "OAUTHBEARER"])
def test_a_good_token(dovecot_oauth2: OauthDovecot, secret: Path, mechanism: str) -> None:
    """The right token is OK after one AUTH by the mechanism asked for."""
    secret.write_text(dovecot_oauth2.token)
    with dovecot_oauth2.watch() as seen:
        done = check(
            dovecot_oauth2, "-u", dovecot_oauth2.user, "--token-file", secret, "-A", mechanism
        )
    assert done.code == 0
    assert f"authenticated by {mechanism} over TLSv1.3" in done.first
    assert [(each.mechanism, each.accepted) for each in seen] == [(mechanism, True)]


@pytest.mark.parametrize("mechanism", ["XOAUTH2", "OAUTHBEARER"])
def test_a_bad_token(dovecot_oauth2: OauthDovecot, secret: Path, mechanism: str) -> None:
    """A token that is not good any more is token-rejected, after one AUTH, with the reply."""
    secret.write_text("expired-token")
    with dovecot_oauth2.watch() as seen:
        done = check(
            dovecot_oauth2, "-u", dovecot_oauth2.user, "--token-file", secret, "-A", mechanism
        )
    assert done.code == 2
    assert "the access token was rejected: 535 5.7.8" in done.first
    assert "The server says about the token: status" in done.long
    assert [(each.mechanism, each.accepted) for each in seen] == [(mechanism, False)]


def test_a_token_goes_by_oauthbearer(dovecot_oauth2: OauthDovecot, secret: Path) -> None:
    """Unasked, a token goes by OAUTHBEARER, and never by a mechanism for passwords."""
    secret.write_text(dovecot_oauth2.token)
    done = check(dovecot_oauth2, "-u", dovecot_oauth2.user, "--token-file", secret, "-v")
    assert "authenticated by OAUTHBEARER" in done.first
    assert "Not chosen: PLAIN: needs a password" in done.long


def test_a_password_goes_by_plain(dovecot_oauth2: OauthDovecot, secret: Path) -> None:
    """A password is not tried as a token where OAuth is offered too."""
    secret.write_text(dovecot_oauth2.password)
    done = check(dovecot_oauth2, "-u", dovecot_oauth2.user, "-P", secret)
    assert "authenticated by PLAIN" in done.first


def test_oauth_from_the_endpoint_to_the_mail_server(
    dovecot_oauth2: OauthDovecot,
    secret: Path,
    certificates: Certificates,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A token got with the client's secret logs in, is kept, and is dropped when refused."""
    state = ("--state-dir", secret.parent / "state")
    with AuthorizationServer(certificates.server.file, certificates.ca_file) as endpoint:
        endpoint.register("app", "client-secret-1")
        describe(secret, endpoint, "client-credentials", "client-secret = client-secret-1")
        options = ("-u", dovecot_oauth2.user, "--oauth", secret, *state)
        refused = check(dovecot_oauth2, *options)
        assert "the access token was rejected" in refused.first
        assert "token_time" in refused.perfdata
        # The first token was dropped; the endpoint gives another, and Dovecot learns of it.

        def answer(token: str) -> dict[str, object]:
            good = token == endpoint.tokens[-1]
            return {"active": good, "username": dovecot_oauth2.user, "scope": SCOPE}

        monkeypatch.setattr(dovecot_oauth2.introspection, "answer", answer)
        accepted = [check(dovecot_oauth2, *options) for _ in range(2)]
        assert [each.code for each in accepted] == [0, 0]
        assert endpoint.asked == 2
    for done in (refused, *accepted):
        assert not any(token in done.output for token in endpoint.tokens)


def test_an_endpoint_that_refuses_the_client(
    dovecot_oauth2: OauthDovecot, secret: Path, certificates: Certificates
) -> None:
    """A wrong client secret is token-unavailable; the endpoint is asked twice, then held."""
    state = ("--state-dir", secret.parent / "state")
    with AuthorizationServer(certificates.server.file, certificates.ca_file) as endpoint:
        endpoint.register("app", "client-secret-1")
        describe(secret, endpoint, "client-credentials", "client-secret = client-secret-2")
        options = ("-u", dovecot_oauth2.user, "--oauth", secret, *state)
        with dovecot_oauth2.watch() as seen:
            runs = [check(dovecot_oauth2, *options) for _ in range(4)]
        assert endpoint.asked == 2
        secret.write_text(secret.read_text().replace("secret-2", "secret-1"))
        check(dovecot_oauth2, *options)
        assert endpoint.asked == 3
    assert not seen
    assert [each.code for each in runs] == [2] * 4
    assert "no access token could be obtained" in runs[0].first
    assert "invalid_client" in runs[0].first
    assert "not tried" in runs[2].first
    assert "no access token could be obtained" in runs[3].first


def test_a_rotated_refresh_token_releases_nothing(
    dovecot_oauth2: OauthDovecot, secret: Path, certificates: Certificates
) -> None:
    """Tokens that the mail server refuses are tried twice, though each came with a new one."""
    state = ("--state-dir", secret.parent / "state")
    refresh = secret.parent / "refresh"
    refresh.touch(0o600)
    refresh.write_text("refresh-token-0")
    with AuthorizationServer(certificates.server.file, certificates.ca_file) as endpoint:
        endpoint.register("app")
        endpoint.give("refresh-token-0", "app")
        endpoint.provider.rotates = True
        describe(secret, endpoint, "refresh-token", "refresh-token-file = refresh")
        options = ("-u", dovecot_oauth2.user, "--oauth", secret, *state)
        with dovecot_oauth2.watch() as seen:
            runs = [check(dovecot_oauth2, *options) for _ in range(4)]
    assert len(seen) == 2
    assert ["not tried" in each.first for each in runs] == [False, False, True, True]
    assert refresh.read_text().strip() != "refresh-token-0"


@pytest.mark.parametrize("name", ["SCRAM-SHA-1-PLUS", "SCRAM-SHA-256-PLUS"])
def test_a_bound_login(gsasl_server: Callable[..., GsaslServer], secret: Path, name: str) -> None:
    """GNU SASL accepts a login that is bound to the TLS channel, and refuses a wrong password."""
    server = gsasl_server(tls="1.2")
    secret.write_text(server.password)
    done = check(server, "-u", server.user, "-P", secret, "-A", name)
    assert f"authenticated by {name} over TLSv1.2" in done.first
    secret.write_text("wrong")
    done = check(server, "-u", server.user, "-P", secret, "-A", name)
    assert "user name or password rejected" in done.first
    assert server.headers == ["p=tls-unique,,"] * 2


def test_the_strongest_is_bound(gsasl_server: Callable[..., GsaslServer], secret: Path) -> None:
    """Unasked, the login is bound to the channel where this Python can do that."""
    for tls, name, header in (
        ("1.2", "SCRAM-SHA-256-PLUS", "p=tls-unique,,"),
        ("1.3", "SCRAM-SHA-256", "n,,"),
    ):
        server = gsasl_server(tls=tls)
        secret.write_text(server.password)
        done = check(server, "-u", server.user, "-P", secret)
        assert f"authenticated by {name} over TLSv{tls}" in done.first
        assert server.headers == [header]


def test_a_stripped_offer_is_found_out(
    gsasl_server: Callable[..., GsaslServer], secret: Path
) -> None:
    """When somebody takes -PLUS from the list, the server learns that we could have bound."""
    server = gsasl_server(tls="1.2")
    server.offered = ("SCRAM-SHA-256",)
    secret.write_text(server.password)
    done = check(server, "-u", server.user, "-P", secret)
    assert server.headers == ["y,,"]
    assert done.code == 2


def test_a_certificate_logs_in(dovecot_external: CertificateDovecot) -> None:
    """A client certificate logs in without a user name; the wrong one is refused, once each."""
    right = dovecot_external.certificates["right"]
    with dovecot_external.watch() as seen:
        done = check(dovecot_external, "--client-cert", right)
        expired = check(dovecot_external, "--client-cert", dovecot_external.certificates["expired"])
    assert done.first.startswith("SMTP_AUTH OK - localhost:")
    assert "authenticated by EXTERNAL" in done.first
    assert expired.code == 2
    assert "535 5.7.8" in expired.first
    assert ": client certificate rejected: " in expired.first
    assert [(each.mechanism, each.accepted) for each in seen] == [
        ("EXTERNAL", True),
        ("EXTERNAL", False),
    ]


def test_ntlm(postfix_ntlm: Postfix, secret: Path) -> None:
    """NTLM logs in with the right password and not with another, by one AUTH each."""
    with postfix_ntlm.watch() as seen:
        for password in (postfix_ntlm.password, "wrong"):
            secret.write_text(password)
            done = check(postfix_ntlm, "-u", postfix_ntlm.user, "-P", secret, "-A", "NTLM")
            assert done.code == (0 if password == postfix_ntlm.password else 2)
    assert "user name or password rejected: 535" in done.first
    assert [(each.mechanism, each.accepted) for each in seen] == [("NTLM", True), ("NTLM", False)]


def kerberos(server: KerberosDovecot, environment: dict[str, str] | None, *options: str) -> Run:
    """Run the plugin with the tickets that an environment has."""
    require_gssapi()
    assert environment is not None
    settings = plugin_environment(**environment)
    where = ("-H", "localhost", "-p", str(server.port_starttls), "--ca-file", server.ca_file)
    return run(*where, "-A", "GSSAPI", *options, env=settings)


def test_a_ticket(dovecot_gssapi: KerberosDovecot) -> None:
    """A Kerberos ticket, or a keytab to get one by, logs in without user name or password."""
    realm, user = dovecot_gssapi.realm, dovecot_gssapi.user
    with dovecot_gssapi.watch() as seen:
        for environment in (
            realm.tickets(user, dovecot_gssapi.password),
            realm.keytab_environment(user),
        ):
            done = kerberos(dovecot_gssapi, environment)
            assert done.first.startswith("SMTP_AUTH OK - localhost:")
            assert "authenticated by GSSAPI" in done.first
    assert [(each.mechanism, each.accepted) for each in seen] == [("GSSAPI", True)] * 2


def test_no_ticket(dovecot_gssapi: KerberosDovecot, tmp_path: Path) -> None:
    """Without a ticket it is token-unavailable, in Kerberos's words, and no AUTH is sent."""
    environment = {**dovecot_gssapi.realm.environment(), "KRB5CCNAME": f"FILE:{tmp_path}/none"}
    with dovecot_gssapi.watch() as seen:
        done = kerberos(dovecot_gssapi, environment)
    assert done.code == 2
    assert "no access token could be obtained: No Kerberos credentials available" in done.first
    assert not seen


def test_a_password_for_kerberos(dovecot_gssapi: KerberosDovecot, secret: Path) -> None:
    """With -P the ticket is got by the password; a wrong one is tried twice, then held."""
    environment = {**dovecot_gssapi.realm.environment(), "KRB5CCNAME": "MEMORY:"}
    state = ("--state-dir", str(secret.parent / "state"))
    options = ("-u", dovecot_gssapi.user, "-P", str(secret), *state)
    secret.write_text(dovecot_gssapi.password)
    assert kerberos(dovecot_gssapi, environment, *options).code == 0
    secret.write_text("wrong")
    with dovecot_gssapi.watch() as seen:
        runs = [kerberos(dovecot_gssapi, environment, *options) for _ in range(3)]
    assert not seen
    assert "no access token could be obtained: Preauthentication failed" in runs[0].first
    assert ["not tried" in each.first for each in runs] == [False, False, True]


def test_the_service_has_another_key(dovecot_gssapi: KerberosDovecot) -> None:
    """A ticket that the server cannot read is a refusal, with its reply."""
    with dovecot_gssapi.realm.new_key(SERVICE):
        tickets = dovecot_gssapi.realm.tickets(dovecot_gssapi.user, dovecot_gssapi.password)
        done = kerberos(dovecot_gssapi, tickets)
    assert done.code == 2
    assert "535 5.7.8" in done.first
