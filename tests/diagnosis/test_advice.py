"""Advice for the case at hand, beside that of the diagnosis."""

from __future__ import annotations

from typing import Any

import pytest
from fakes import outcomes

from check_smtp_auth.accounts import Policy, Source
from check_smtp_auth.diagnosis import diagnose
from check_smtp_auth.observation import Exchange, Failure, Kind, Stage
from check_smtp_auth.outcome import Outcome
from check_smtp_auth.secret import Proof
from check_smtp_auth.smtp.capabilities import Capabilities
from check_smtp_auth.smtp.reply import Reply

TYPE_CHECKING = False
if TYPE_CHECKING:
    from check_smtp_auth.diagnosis import Verdict
    from check_smtp_auth.observation import StageName


def offering(*mechanisms: str) -> Capabilities:
    """What a server says that offers these mechanisms."""
    return Capabilities("mail.example.test", {"AUTH": " ".join(mechanisms)})


def refused_at(stage: StageName, code: int, text: str) -> Verdict:
    """The verdict on a session that was refused at a stage."""
    reply = Reply(code, (text,))
    said = Exchange(Stage.EHLO, "EHLO monitor.example.test", reply, 0.1)
    seen = outcomes.observation(
        failure=Failure(stage, Kind.REPLY, reply=reply),
        exchanges=(said,),
        accepted=stage == Stage.RCPT,
    )
    return diagnose(outcomes.ACCOUNT, seen, Policy(), outcomes.NOW)


def hints(outcome: Outcome) -> str:
    """All hints of an outcome in one."""
    return " ".join(outcome.verdict.hints)


@pytest.mark.parametrize(
    ("code", "text", "slug"),
    [
        (501, "5.5.4 Invalid domain name", "client-not-allowed"),
        (501, "Syntactically invalid EHLO argument(s)", "client-not-allowed"),
        (
            504,
            "5.5.2 <x>: Helo command rejected: need fully-qualified hostname",
            "client-not-allowed",
        ),
        (550, "Invalid HELO name", "client-not-allowed"),
        (421, "4.7.0 Try again later, closing connection. (EHLO)", "server-unavailable"),
    ],
)
def test_a_refused_name_in_ehlo(code: int, text: str, slug: str) -> None:
    """What we said in EHLO is told, and how to say something else."""
    verdict = refused_at(Stage.EHLO, code, text)
    assert verdict.slug == slug
    (hint,) = verdict.hints
    assert "This host sent EHLO monitor.example.test." in hint
    assert "-F NAME" in hint


def test_a_refused_name_is_told_of_later_too() -> None:
    """Postfix refuses the name in EHLO not before RCPT."""
    text = "5.5.2 <localhost>: Helo command rejected: need fully-qualified hostname"
    verdict = refused_at(Stage.RCPT, 504, text)
    assert verdict.explanation.startswith("The login works")
    assert any("-F NAME" in hint for hint in verdict.hints)


def test_another_refusal_is_not_of_the_name() -> None:
    """A password that is wrong has nothing to do with EHLO."""
    assert "-F" not in hints(outcomes.refused())


@pytest.mark.parametrize(
    ("used", "offered", "advised"),
    [
        ("SCRAM-SHA-256", ("SCRAM-SHA-256", "PLAIN", "LOGIN"), "-A PLAIN"),
        ("CRAM-MD5", ("CRAM-MD5", "LOGIN"), "-A LOGIN"),
    ],
)
def test_what_is_offered_is_advised(used: str, offered: tuple[str, ...], advised: str) -> None:
    """Where the server may lack a secret, another mechanism tells, if it is offered."""
    outcome = outcomes.refused(mechanism=used, capabilities=offering(*offered))
    assert f"try once with {advised}:" in hints(outcome)


@pytest.mark.parametrize("used", ["NTLM", "CRAM-MD5"])
def test_what_is_not_offered_is_not_advised(used: str) -> None:
    """Where PLAIN is not offered, it is not advised."""
    outcome = outcomes.refused(mechanism=used, capabilities=offering(used))
    assert "-A" not in hints(outcome)
    assert "ask its administrator" in hints(outcome)


def test_only_by_name() -> None:
    """Where only NTLM is offered, the option that uses it is named."""
    outcome = outcomes.failed(
        Stage.AUTH, Kind.NO_MECHANISM, mechanism=None, capabilities=offering("NTLM")
    )
    assert "try -A NTLM." in hints(outcome)


def test_only_with_a_certificate() -> None:
    """Where only EXTERNAL is offered, both options that it takes are named."""
    outcome = outcomes.failed(
        Stage.AUTH, Kind.NO_MECHANISM, mechanism=None, capabilities=offering("EXTERNAL")
    )
    assert "-A EXTERNAL with --client-cert." in hints(outcome)


@pytest.mark.parametrize(
    ("name", "module", "package"),
    [("NTLM", "spnego", "python3-pyspnego"), ("GSSAPI", "gssapi", "python3-gssapi")],
)
def test_what_a_mechanism_needs(name: str, module: str, package: str) -> None:
    """Whoever is told to use a mechanism is told which module it needs, and both ways to it."""
    for offered in ((name,), ("PLAIN", name)):
        outcome = outcomes.failed(
            Stage.AUTH, Kind.NO_MECHANISM, mechanism=None, capabilities=offering(*offered)
        )
        extra = f"pip install 'check_smtp_auth[{name.lower()}]'"
        said = f"{name} needs the Python module {module} ({extra}, or Debian's package {package})."
        assert said in hints(outcome)


def test_what_cannot_be_done_is_not_advised() -> None:
    """EXTERNAL needs a client certificate, and what gives the secret away needs TLS, or leave."""
    refused = {"mechanism": "SCRAM-SHA-1", "code": 504}
    offers = offering("SCRAM-SHA-1", "PLAIN", "EXTERNAL", "CRAM-MD5")
    outcome = outcomes.refused(
        "no", capabilities=offers, skipped={"PLAIN": "clear text"}, **refused
    )
    assert "try -A CRAM-MD5." in hints(outcome)
    trust = outcomes.ACCOUNT.trust.replace(client_cert="/etc/smtp/client.pem")
    account: Any = outcomes.ACCOUNT.replace(trust=trust)
    outcome = outcomes.refused("no", capabilities=offers, account=account, **refused)
    assert "try -A PLAIN or -A EXTERNAL or -A CRAM-MD5." in hints(outcome)


@pytest.mark.parametrize(
    ("skipped", "said"),
    [
        (
            {},
            "allow the remaining mechanisms with -A LOGIN or -A PLAIN, or once with",
        ),
        (
            {"LOGIN": "clear text", "PLAIN": "clear text"},
            "use TLS (--tls starttls), which the remaining mechanisms need.",
        ),
    ],
)
def test_a_mechanism_that_went(skipped: Any, said: str) -> None:
    """What allows a login by what is left is named, as far as the connection allows it."""
    outcome = outcomes.failed(
        *(Stage.EHLO, Kind.STRIPPED, "SCRAM-SHA-1"),
        mechanism=None,
        skipped=skipped,
        capabilities=offering("LOGIN", "PLAIN", "GSSAPI"),
    )
    told = f"If the server's administrator removed SCRAM-SHA-1, {said}"
    assert told in hints(outcome)


@pytest.mark.parametrize(("verified", "insecure"), [(True, False), (True, True), (False, False)])
def test_who_may_have_taken_a_mechanism(verified: bool, insecure: bool) -> None:
    """Where the channel is not verified, somebody in between may have taken it from the list."""
    account = outcomes.ACCOUNT.replace(trust=outcomes.ACCOUNT.trust.replace(insecure=insecure))
    outcome = outcomes.failed(
        *(Stage.EHLO, Kind.STRIPPED, "SCRAM-SHA-1"),
        mechanism=None,
        account=account,
        tls=outcomes.tls() if verified else None,
        capabilities=offering("PLAIN"),
    )
    doubted = "An attacker in between could also have removed it" in hints(outcome)
    assert doubted == (insecure or not verified)


def test_another_proof_is_not_advised() -> None:
    """A password serves no mechanism for tokens, so none is named; what is wanted is told."""
    outcome = outcomes.failed(
        Stage.AUTH, Kind.NO_MECHANISM, mechanism=None, capabilities=offering("XOAUTH2", "X-NEW")
    )
    assert "-A" not in hints(outcome)
    assert "The server accepts OAuth access tokens, not passwords" in hints(outcome)
    account: Any = outcomes.ACCOUNT.replace(source=Source("file", "/x", Proof.TOKEN))
    outcome = outcomes.failed(
        *(Stage.AUTH, Kind.NO_MECHANISM),
        mechanism=None,
        capabilities=offering("PLAIN", "LOGIN"),
        account=account,
    )
    assert "The server accepts passwords, not access tokens" in hints(outcome)
    for either in (outcomes.ACCOUNT, account):
        outcome = outcomes.failed(
            *(Stage.AUTH, Kind.NO_MECHANISM),
            mechanism=None,
            capabilities=offering("X-NEW", "X-NEWER"),
            account=either,
        )
        assert "The server accepts" not in hints(outcome)


@pytest.mark.parametrize("offered", [("DIGEST-MD5",), ("XOAUTH2",), ("NTLM",), ()])
def test_nothing_that_could_be_tried(offered: tuple[str, ...]) -> None:
    """Where no mechanism was tried, none is said to have been refused."""
    outcome = outcomes.failed(
        Stage.AUTH, Kind.NO_MECHANISM, mechanism=None, capabilities=offering(*offered)
    )
    assert outcome.verdict.slug == "mechanism-unavailable"
    assert "does not offer a usable mechanism" in outcome.verdict.summary
    assert "refused this" not in outcome.verdict.summary
    assert "does not offer any authentication mechanism" in outcome.verdict.explanation


@pytest.mark.parametrize("text", ["Invalid input", "5.5.1 Already authenticated", ""])
def test_a_refused_command(text: str) -> None:
    """What answers AUTH in no way leaves the other mechanisms that are offered to try."""
    outcome = outcomes.refused(text, code=503, capabilities=offering("PLAIN", "LOGIN"))
    assert outcome.verdict.slug == "mechanism-unavailable"
    assert "PLAIN was refused. Of the mechanisms offered, try -A LOGIN." in hints(outcome)
    assert "EHLO" not in outcome.verdict.explanation


def test_auth_unknown_though_it_was_offered() -> None:
    """A server that offers AUTH and does not know it is not said to offer none."""
    outcome = outcomes.refused("5.5.1 Command not recognized", code=500)
    assert outcome.verdict.slug == "mechanism-unavailable"


def test_a_token_that_is_a_password() -> None:
    """A token rejected under PLAIN is a password; under XOAUTH2 it is a token."""
    text = "5.7.8 Token is expired"
    assert outcomes.refused(text).verdict.slug == "credentials-rejected"
    account: Any = outcomes.ACCOUNT.replace(source=Source("file", "/x", Proof.TOKEN))
    refused = outcomes.refused(text, account=account, mechanism="XOAUTH2")
    assert refused.verdict.slug == "token-rejected"


@pytest.mark.parametrize(
    ("oddity", "words"),
    [
        ("groups", "remove the spaces from the file"),
        ("odd blank", "U+00A0"),
        ("not ASCII", "non-ASCII characters"),
        ("blank", "begins or ends with a space"),
        ("quotes", "in quotation marks"),
        ("encrypted", "--password-command"),
    ],
)
def test_a_slip_in_the_secret(oddity: str, words: str) -> None:
    """What is odd in a rejected secret is told, and only when it was rejected."""
    assert words in hints(outcomes.refused(secret_oddity=oddity))
    assert words not in hints(outcomes.refused("account locked", secret_oddity=oddity))


def test_a_user_named_quota() -> None:
    """A user of ours that the server names is no word of it."""
    account: Any = outcomes.ACCOUNT.replace(user="over-quota@example.test")
    refused = outcomes.refused("5.7.8 over-quota: authentication failed", account=account)
    assert refused.verdict.slug == "credentials-rejected"
