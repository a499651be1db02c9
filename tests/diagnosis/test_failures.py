"""From what ended an attempt to its diagnosis, where no reply decides."""

from __future__ import annotations

import pytest
from fakes import outcomes

from check_smtp_auth.diagnosis.failures import SLUGS
from check_smtp_auth.observation import FailedConnect, Kind, Stage

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
    [(Stage.EHLO, "at ehlo"), (Stage.AUTH, "at auth"), (Stage.QUIT, "at quit")],
)
def test_where_the_connection_was_lost(stage: StageName, words: str) -> None:
    """A connection that is lost is told with its stage, and with the alert that ended it."""
    system = "connection reset by peer"
    assert outcomes.failed(stage, Kind.LOST, system).verdict.summary.endswith(words)
    alert = "tlsv13 alert certificate required"
    summary = outcomes.failed(stage, Kind.ALERT, alert).verdict.summary
    assert summary.endswith(f"{words}, {alert}")


@pytest.mark.parametrize("kind", [Kind.HANDSHAKE, Kind.NOT_TLS])
@pytest.mark.parametrize("port", [465, 587, 2525])
def test_clear_text_on_a_port_for_tls(kind: KindName, port: int) -> None:
    """An answer that is no TLS, or a port for STARTTLS, is told as a mix-up of --tls."""
    account = outcomes.ACCOUNT.replace(tls="implicit", port=port)
    verdict = outcomes.failed(Stage.TLS, kind, "wrong version number", account=account).verdict
    mixed_up = kind == Kind.NOT_TLS or port == 587
    assert any("try --tls starttls" in hint for hint in verdict.hints) == mixed_up
