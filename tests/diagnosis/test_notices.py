"""What is worth knowing of a login and changes no state."""

from __future__ import annotations

from typing import Any

import pytest
from fakes import outcomes
from fakes.outcomes import ACCOUNT

from check_smtp_auth.accounts import Trust
from check_smtp_auth.diagnosis.notices import notices
from check_smtp_auth.observation import (
    Exchange,
    FailedConnect,
    Failure,
    Kind,
    MechanismFacts,
    Stage,
    TokenFacts,
)
from check_smtp_auth.sasl.choice import Skip
from check_smtp_auth.smtp.reply import Reply
from check_smtp_auth.state.history import Recalled
from check_smtp_auth.state.memory import Memory


def told(account: dict[str, Any] | None = None, **seen: Any) -> tuple[str, ...]:
    """The notices of an accepted login."""
    return notices(ACCOUNT.replace(**(account or {})), outcomes.observation(**seen))


def test_nothing_is_said_of_a_login_as_it_should_be() -> None:
    """A good login has no notices."""
    assert told() == ()


@pytest.mark.parametrize(("iterations", "low"), [(4_095, True), (4_096, False), (None, False)])
def test_a_low_iteration_count(iterations: int | None, low: bool) -> None:
    """SCRAM with fewer iterations than 4096 is told (RFC 7677 section 4)."""
    said = told(mechanism_facts=MechanismFacts(iterations=iterations))
    words = (
        f"The server's SCRAM iteration count is low: {iterations}, where 4096 or more is "
        "recommended."
    )
    assert said == ((words,) if low else ())


def test_what_was_not_verified() -> None:
    """--insecure is told where there was a certificate, and not in clear text."""
    account = {"trust": Trust(insecure=True)}
    assert told(account) == ("The certificate was not verified (--insecure).",)
    assert told(account, tls=None) == ()


def test_formal_faults_of_the_chain() -> None:
    """What strict rules would refuse in the certificates is told."""
    faulty = outcomes.tls().replace(notices=("no key usage", "two extensions of one kind"))
    assert told(tls=faulty) == (
        "The certificate chain has no key usage.",
        "The certificate chain has two extensions of one kind.",
    )


@pytest.mark.parametrize(
    ("mechanism", "can"),
    [
        *((name, True) for name in ("PLAIN", "SCRAM-SHA-1", "SCRAM-SHA-256-PLUS", "EXTERNAL")),
        *((name, True) for name in ("OAUTHBEARER", "XOAUTH2", "GSSAPI")),
        *((name, False) for name in ("LOGIN", "CRAM-MD5", "NTLM")),
    ],
)
def test_an_identity_that_a_mechanism_cannot_carry(mechanism: str, can: bool) -> None:
    """--authzid is told where the mechanism has no place for it."""
    words = (f"{mechanism} cannot carry --authzid, so it was not sent.",)
    assert told({"authzid": "shared"}, mechanism=mechanism) == (() if can else words)
    assert told({}, mechanism=mechanism) == ()


def test_a_stronger_mechanism_that_is_passed_over() -> None:
    """What is stronger than the mechanism that worked before is told, the weaker ones are not."""
    skipped = {"SCRAM-SHA-256": Skip.NEW, "LOGIN": Skip.RANK}
    words = "SCRAM-SHA-256 is offered and stronger, but PLAIN worked before."
    assert told(skipped=skipped) == (words,)


def test_a_token_that_is_not_kept() -> None:
    """Why an access token is not kept is told."""
    facts = TokenFacts("google", "refresh-token", trouble="the access token is not kept: full")
    assert told(token=facts, mechanism="XOAUTH2") == ("the access token is not kept: full.",)
    assert told(token=facts.replace(trouble=""), mechanism="XOAUTH2") == ()


def test_addresses_that_no_connection_came_about_to() -> None:
    """What went before the address that answered is told, each with what it did."""
    tries = (
        FailedConnect("2001:db8::1", Kind.TIMEOUT, ""),
        FailedConnect("192.0.2.1", Kind.REFUSED, ""),
    )
    assert told(tries=tries) == ("2001:db8::1: timeout.", "192.0.2.1: connection refused.")


def test_a_secret_with_a_blank_at_its_end() -> None:
    """A blank that was perhaps not meant is told, and sent."""
    (said,) = told(secret_oddity="blank")
    assert said == "The secret begins or ends with a space, which was sent too."


@pytest.mark.parametrize(("code", "is_told"), [(421, True), (221, False), (250, False)])
def test_a_farewell_that_is_an_error(code: int, is_told: bool) -> None:
    """A server that ends with 421 what it should end with 221 is quoted; one at AUTH is not."""
    reply = Reply(code, ("4.3.2 Going down",))
    words = f"At the end, the server closed the session with an error: {reply}."
    assert told(exchanges=(Exchange(Stage.QUIT, "QUIT", reply, 0.1),)) == ((words,) * is_told)
    assert told(exchanges=(Exchange(Stage.AUTH, "***", reply, 0.1),)) == ()
    assert told(exchanges=(Exchange(Stage.QUIT, "QUIT", None, 0.1),)) == ()


TROUBLE, NOTICE = "the disk is full", "A file was renamed."


@pytest.mark.parametrize(
    ("failure", "said"),
    [
        (None, (NOTICE,)),
        (Failure(Stage.AUTH, Kind.REPLY), (NOTICE,)),
        (Failure(Stage.TOKEN, Kind.TIMEOUT), (NOTICE,)),
        (Failure(Stage.AUTH, Kind.HELD), (f"{TROUBLE}.", NOTICE)),
        (Failure(Stage.TLS, Kind.TIMEOUT), (f"{TROUBLE}.", NOTICE)),
    ],
)
def test_what_is_wrong_with_the_history(failure: Failure | None, said: tuple[str, ...]) -> None:
    """It is a notice where no login was judged, and else a finding; what was set aside is told."""
    recalled = Recalled(Memory("finance"), trouble=TROUBLE, notice=NOTICE)
    assert notices(ACCOUNT, outcomes.observation(failure=failure), recalled) == said
    well = recalled.replace(trouble="", notice="")
    assert notices(ACCOUNT, outcomes.observation(failure=failure), well) == ()
