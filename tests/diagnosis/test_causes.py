"""The causes of trouble with TLS, by OpenSSL's reasons and by what was seen."""

from __future__ import annotations

import pytest
from fakes import outcomes
from fakes.outcomes import ACCOUNT

from check_smtp_auth.accounts import Trust
from check_smtp_auth.diagnosis import Verdict
from check_smtp_auth.diagnosis.causes import ABOUT_OURS, REASONS
from check_smtp_auth.observation import Failure, Kind, Stage, TLSFacts
from check_smtp_auth.smtp.reply import Reply

TYPE_CHECKING = False
if TYPE_CHECKING:
    from check_smtp_auth.observation import KindName, StageName

ASKED = TLSFacts(None, None, False, None, asked=True)
NOT_ASKED = ASKED.replace(asked=False)
WITH_OURS = ACCOUNT.replace(trust=Trust(client_cert="/client.pem"))


def failed(
    reason: str,
    tls: TLSFacts | None = None,
    kind: KindName = Kind.HANDSHAKE,
    stage: StageName = Stage.TLS,
    account: object = ACCOUNT,
) -> Verdict:
    """The verdict on a handshake that failed for this reason."""
    return outcomes.failed(stage, kind, reason, tls=tls, account=account).verdict


@pytest.mark.parametrize("alert", sorted(ABOUT_OURS))
def test_alerts_for_the_client_certificate(alert: str) -> None:
    """Each alert for it says that one is wanted, or that ours is refused, with the alert."""
    for stage, kind in ((Stage.TLS, Kind.HANDSHAKE), (Stage.EHLO, Kind.ALERT)):
        wanted = failed(f"sslv3 alert {alert}", ASKED, kind, stage)
        assert wanted.slug == "tls-failed"
        assert f"requires a client certificate (sslv3 alert {alert})" in wanted.summary
        assert "Give a certificate with --client-cert" in wanted.advice
        refused = failed(f"sslv3 alert {alert}", ASKED, kind, stage, WITH_OURS)
        assert refused.slug == "tls-failed"
        assert "the server refuses the client certificate" in refused.summary
        assert "Check the --client-cert certificate" in refused.advice


@pytest.mark.parametrize("account", [ACCOUNT, WITH_OURS])
def test_an_alert_where_no_certificate_was_asked_for(account: object) -> None:
    """A server that fails before it asks for a certificate is not blamed on ours."""
    for tls in (None, NOT_ASKED):
        verdict = failed("sslv3 alert handshake failure", tls, account=account)
        assert "no cipher or key in common" in verdict.summary
        assert "client" not in verdict.advice
        assert "client" not in failed("sslv3 alert bad certificate", tls, account=account).advice


@pytest.mark.parametrize("reason", sorted(REASONS))
def test_reasons_have_words_and_advice_of_their_own(reason: str) -> None:
    """Each reason that is known is tls-failed, in plain words, with OpenSSL's beside them."""
    verdict = failed(f"tlsv1 alert {reason}")
    assert verdict.slug == "tls-failed"
    assert verdict.summary.endswith(f"{REASONS[reason][0]} (tlsv1 alert {reason})")
    assert verdict.advice == REASONS[reason][1]


@pytest.mark.parametrize(
    "reason", ["bad ecpoint", "tlsv1 alert decode error", "unexpected message", "unknown error"]
)
@pytest.mark.parametrize("tls", ["starttls", "implicit"])
def test_a_reason_that_nobody_knows(reason: str, tls: str) -> None:
    """Any other reason is told as OpenSSL gives it. The server spoke TLS: the advice is not to
    look for another port.
    """
    verdict = failed(reason, account=ACCOUNT.replace(tls=tls, port=465))
    assert verdict.summary.endswith(f"the TLS handshake failed: {reason}")
    assert "mail server's log" in verdict.advice
    assert "--tls" not in verdict.advice


@pytest.mark.parametrize("stage", [Stage.EHLO, Stage.AUTH, Stage.MAIL])
def test_what_is_not_tls_after_the_handshake(stage: StageName) -> None:
    """A connection that was given up for what came is not told as closed by the server."""
    verdict = failed("wrong version number", NOT_ASKED, Kind.GARBLED, stage)
    assert verdict.slug == "connection-lost"
    said = (
        f"the reply to {stage.upper()}, because what came is not valid TLS (wrong version number)"
    )
    assert verdict.summary.endswith(said)
    assert "a login fails" not in verdict.advice


def test_late_alerts_are_lost_connections() -> None:
    """An alert in the middle of a login has nothing to do with the handshake."""
    verdict = failed("sslv3 alert handshake failure", ASKED, Kind.ALERT, Stage.AUTH)
    assert verdict.slug == "connection-lost"
    assert failed("", ASKED, Kind.LOST, Stage.AUTH).summary.endswith(
        "closed: while waiting for the reply to AUTH"
    )


@pytest.mark.parametrize(
    ("stage", "text", "about_ours"),
    [
        (Stage.EHLO, "4.7.1 mx Error: No client certificate presented", True),
        (Stage.EHLO, "4.7.1 mx Error: Client certificate not trusted", True),
        (Stage.AUTH, "5.7.8 Client didn't present valid SSL certificate.", True),
        (Stage.AUTH, "5.7.0 Your certificate has been revoked", True),
        (Stage.EHLO, "5.7.1 Certificate verification failed", True),
        (Stage.EHLO, "4.7.0 no client cert", True),
        (Stage.AUTH, "5.7.8 The certificate has expired", True),
        (Stage.AUTH, "4.7.0 LDAP server certificate has expired", False),
        (Stage.AUTH, "5.7.8 Certified users only", False),
        (Stage.STARTTLS, "4.7.0 TLS not available: present certificate unreadable", False),
        (Stage.EHLO, "4.3.0 The certificate store is out of order", False),
        (Stage.AUTH, "5.7.8 Client not authenticated", False),
    ],
)
def test_replies_about_the_client_certificate(
    stage: StageName, text: str, about_ours: bool
) -> None:
    """What a reply says of our certificate is told from what it says of others."""
    failure = Failure(stage, Kind.REPLY, reply=Reply(550, (text,)))
    verdict = outcomes.accepted(failure=failure).verdict
    assert text.partition(" ")[2] in verdict.summary
    assert ("--client-cert" in verdict.advice) is about_ours
