"""From what ended an attempt to its diagnosis, where no reply decides."""

from __future__ import annotations

import pytest
from fakes import outcomes

from check_smtp_auth.accounts import Policy
from check_smtp_auth.diagnosis.mishaps import SLUGS
from check_smtp_auth.observation import (
    Exchange,
    FailedConnect,
    Failure,
    Kind,
    MechanismFacts,
    Stage,
)
from check_smtp_auth.smtp.capabilities import Capabilities
from check_smtp_auth.smtp.reply import Reply

TYPE_CHECKING = False
if TYPE_CHECKING:
    from check_smtp_auth.observation import KindName, StageName

KINDS = [value for name, value in vars(Kind).items() if name.isupper()]
# What is told apart by more than its kind: the stage, OpenSSL's code, the reply, the memory.
BY_MORE = {
    *(Kind.CERTIFICATE, Kind.REPLY, Kind.HELD),
    *(Kind.NO_TICKET, Kind.TOKEN_REFUSED, Kind.TOKEN_ANSWER),
}


def test_every_kind_has_a_diagnosis() -> None:
    """No end of an attempt is left without a diagnosis."""
    assert set(KINDS) - set(SLUGS) == BY_MORE


@pytest.mark.parametrize("kind", sorted(SLUGS))
def test_a_kind_gives_its_diagnosis(kind: KindName) -> None:
    """What ended an attempt is judged by its kind, and the account stands first."""
    tries = (FailedConnect("192.0.2.25", kind, "no way"),)
    verdict = outcomes.failed(Stage.TLS, kind, "no way", tries=tries).verdict
    assert verdict.slug == SLUGS[kind]
    assert verdict.summary.startswith("finance@example.test at mail.example.test:587: ")
    assert "::" not in verdict.summary


@pytest.mark.parametrize("kind", [Kind.TOKEN_REFUSED, Kind.TOKEN_ANSWER, Kind.TIMEOUT])
def test_without_a_token(kind: KindName) -> None:
    """Whatever kept us from a token, it is token-unavailable."""
    assert outcomes.failed(Stage.TOKEN, kind, "no token").verdict.slug == "token-unavailable"


@pytest.mark.parametrize(
    ("stage", "words"),
    [
        (Stage.TLS, "the connection was closed: during the TLS handshake"),
        (Stage.EHLO, "the connection was closed: while waiting for the reply to EHLO"),
        (Stage.AUTH, "the connection was closed: while waiting for the reply to AUTH"),
        (Stage.QUIT, "while waiting for the reply to QUIT"),
    ],
)
def test_where_the_connection_was_lost(stage: StageName, words: str) -> None:
    """A connection that is lost is told with its stage, and with the alert that ended it."""
    system = "connection reset by peer"
    assert outcomes.failed(stage, Kind.LOST, system).verdict.summary.endswith(words)
    alert = "tlsv1 alert user cancelled"
    summary = outcomes.failed(stage, Kind.ALERT, alert).verdict.summary
    assert summary.endswith(f"{words}, {alert}")


REFUSED = FailedConnect("192.0.2.1", Kind.REFUSED, "Connection refused")
SILENT = FailedConnect("2001:db8::1", Kind.TIMEOUT, "Connection timed out")


@pytest.mark.parametrize(
    ("tries", "words"),
    [
        ((REFUSED,), "the connection was refused: 192.0.2.1"),
        ((REFUSED, REFUSED), "the connection was refused: 192.0.2.1, 192.0.2.1"),
        (
            (SILENT, REFUSED),
            "the connection was refused: "
            "2001:db8::1 (Connection timed out), 192.0.2.1 (Connection refused)",
        ),
    ],
)
def test_what_each_address_did(tries: tuple[FailedConnect, ...], words: str) -> None:
    """Where all addresses refused they are named; where one did something else, each says what."""
    failure = outcomes.failed(Stage.CONNECT, Kind.REFUSED, tries=tries)
    assert failure.verdict.summary.endswith(f": {words}")


RETIRED = Policy(expect_rejected=True)
NO = Reply(535, ("5.7.8 Error: authentication failed",))


def test_a_retired_credential_that_is_refused_is_well() -> None:
    """With --expect rejected a refusal is OK; any other trouble stays what it is."""
    verdict = outcomes.accepted(RETIRED, failure=Failure(Stage.AUTH, Kind.REPLY, reply=NO)).verdict
    assert (verdict.slug, verdict.state) == ("credentials-rejected", "OK")
    assert "refused, as expected: user name or password rejected: 535 5.7.8" in verdict.summary
    lost = outcomes.accepted(RETIRED, failure=Failure(Stage.AUTH, Kind.LOST)).verdict
    assert (lost.slug, lost.state) == ("connection-lost", "CRITICAL")


def test_what_is_refused_after_the_login_was_not_expected() -> None:
    """A retired credential that is accepted is CRITICAL, whatever the sender is told."""
    for reply in (Reply(553, ("5.7.1 Not owned",)), Reply(530, ("5.7.57 No. Error: 535 5.7.3 x",))):
        failure = Failure(Stage.MAIL, Kind.REPLY, reply=reply)
        verdict = outcomes.accepted(RETIRED, failure=failure, accepted=True).verdict
        assert (verdict.slug, verdict.state) == ("unexpectedly-accepted", "CRITICAL")
        assert len(verdict.also) == 1
        assert "as expected" not in verdict.other[0]


@pytest.mark.parametrize("kind", [Kind.HANDSHAKE, Kind.NOT_TLS])
@pytest.mark.parametrize("port", [465, 587, 2525])
def test_clear_text_on_a_port_for_tls(kind: KindName, port: int) -> None:
    """An answer that is no TLS, or a port for STARTTLS, is told as a mix-up of --tls."""
    account = outcomes.ACCOUNT.replace(tls="implicit", port=port)
    verdict = outcomes.failed(Stage.TLS, kind, "wrong version number", account=account).verdict
    mixed_up = kind == Kind.NOT_TLS or port == 587
    assert any("try --tls starttls" in hint for hint in verdict.hints) == mixed_up


WAITED = {
    Stage.CONNECT: "the TCP connection",
    Stage.GREETING: "the greeting",
    Stage.EHLO: "the reply to EHLO",
    Stage.STARTTLS: "the reply to STARTTLS",
    Stage.TLS: "the TLS handshake",
    Stage.AUTH: "the reply to AUTH",
    Stage.MAIL: "the reply to MAIL",
    Stage.RCPT: "the reply to RCPT",
}


@pytest.mark.parametrize("stage", list(WAITED))
def test_what_was_waited_for(stage: StageName) -> None:
    """Time that runs out is told with what was waited for, and after the login that it works."""
    verdict = outcomes.failed(stage, Kind.TIMEOUT).verdict
    assert f": waited for {WAITED[stage]}, 10 s in " in verdict.summary
    assert (": authenticated, but " in verdict.summary) == (stage in (Stage.MAIL, Stage.RCPT))


@pytest.mark.parametrize(
    ("offered", "told"),
    [("NTLM DIGEST-MD5", "the server offers NTLM DIGEST-MD5"), ("", "the server offers no mechan")],
)
def test_what_was_not_tried_was_not_refused(offered: str, told: str) -> None:
    """Where no mechanism could be used, the server is not said to have refused one."""
    seen = {"mechanism": None, "capabilities": Capabilities("mx.test", {"AUTH": offered})}
    verdict = outcomes.failed(Stage.AUTH, Kind.NO_MECHANISM, **seen).verdict
    assert verdict.slug == "mechanism-unavailable"
    assert told in verdict.summary
    assert "refused" not in verdict.summary
    refusal = outcomes.refused("5.7.9 Mechanism too weak", code=534).verdict
    assert "the server refused" in refusal.summary


def test_a_login_accepted_too_early_is_told_as_that() -> None:
    """A 235 before the secret was sent says so, and not only that SMTP is broken."""
    summary = outcomes.failed(Stage.AUTH, Kind.EARLY).verdict.summary
    assert summary.endswith(": accepted before the secret was asked for")


@pytest.mark.parametrize(
    ("mechanism", "words"),
    [
        ("EXTERNAL", "client certificate rejected: 535 5.7.8 Error: authentication failed"),
        ("GSSAPI", "Kerberos ticket rejected: 535 5.7.8 Error: authentication failed"),
        ("PLAIN", "user name or password rejected: 535 5.7.8 Error: authentication failed"),
    ],
)
def test_what_was_rejected_is_what_was_sent(mechanism: str, words: str) -> None:
    """Where no password was sent, none is called wrong; another refusal is told as it is."""
    rejected = outcomes.refused(mechanism=mechanism).verdict
    assert rejected.slug == "credentials-rejected"
    assert rejected.summary.endswith(f": {words}")
    locked = outcomes.refused("5.7.8 Account locked", mechanism=mechanism).verdict
    assert locked.slug == "account-locked"
    assert "rejected" not in locked.summary


@pytest.mark.parametrize(("encrypted", "advice"), [(True, "-v shows the TLS version"), (False, "")])
def test_encryption_that_is_there_is_not_advised(encrypted: bool, advice: str) -> None:
    """A server that asks for encryption where there is some wants more of it, and not --tls."""
    channel = {"tls": outcomes.tls() if encrypted else None}
    verdict = outcomes.refused("5.7.11 Encryption required", code=538, **channel).verdict
    assert verdict.slug == "encryption-required"
    assert advice in verdict.advice
    assert ("although this connection is encrypted" in verdict.explanation) is encrypted
    assert ("--tls" in verdict.advice) is not encrypted


@pytest.mark.parametrize(
    ("offered", "slug"), [("PLAIN LOGIN", "mechanism-unavailable"), ("", "auth-not-offered")]
)
def test_auth_that_was_offered_is_not_said_to_be_missing(offered: str, slug: str) -> None:
    """A server that offers AUTH and then has none refuses the mechanism, whatever it says."""
    seen = {"capabilities": Capabilities("mx.test", {"AUTH": offered})}
    assert outcomes.refused("5.5.1 AUTH not enabled", code=503, **seen).verdict.slug == slug


@pytest.mark.parametrize(
    ("said", "text", "slug"),
    [
        (("AUTH LOGIN",), "5.7.8 Error: authentication failed", "mechanism-unavailable"),
        (("AUTH LOGIN", "***"), "5.7.8 Error: authentication failed", "credentials-rejected"),
        (("AUTH LOGIN ***",), "5.7.8 Error: authentication failed", "credentials-rejected"),
        (("AUTH LOGIN",), "5.7.8 Too many failed logins", "rate-limited"),
    ],
)
def test_no_account_is_wrong_that_was_not_named(
    said: tuple[str, ...], text: str, slug: str
) -> None:
    """A server that refuses at the mechanism's name has refused neither user nor password."""
    reply = Reply(535, (text,))
    exchanges = [Exchange(Stage.AUTH, each, Reply(334, ("",)), 0.1) for each in said[:-1]]
    exchanges.append(Exchange(Stage.AUTH, said[-1], reply, 0.1))
    verdict = outcomes.accepted(
        failure=Failure(Stage.AUTH, Kind.REPLY, reply=reply),
        exchanges=tuple(exchanges),
        mechanism="LOGIN",
    ).verdict
    assert verdict.slug == slug


@pytest.mark.parametrize(
    ("error", "slug"),
    [
        ("channel-bindings-dont-match", "server-not-authentic"),
        ("server-does-support-channel-binding", "server-not-authentic"),
        ("channel-binding-not-supported", "mechanism-unavailable"),
        ("unsupported-channel-binding-type", "mechanism-unavailable"),
        ("invalid-proof", "credentials-rejected"),
        ("", "credentials-rejected"),
    ],
)
def test_a_binding_that_fails_is_not_the_password(error: str, slug: str) -> None:
    """What SCRAM says of the binding decides over the general words of the refusal after it."""
    facts = MechanismFacts(error=error)
    refused = outcomes.refused(mechanism="SCRAM-SHA-256-PLUS", mechanism_facts=facts)
    assert refused.verdict.slug == slug


@pytest.mark.parametrize("stage", [Stage.TLS, Stage.EHLO])
def test_a_pin_that_is_not_met_is_critical(stage: StageName) -> None:
    """Another server than the one expected is CRITICAL, and says which option is not met."""
    verdict = outcomes.failed(stage, Kind.PIN, "the certificate is from another issuer").verdict
    assert (verdict.slug, verdict.state) == ("drifted", "CRITICAL")
    assert verdict.summary.endswith(": the certificate is from another issuer")
    assert "--expect-fingerprint" in verdict.explanation
    assert "change the option" in verdict.advice
