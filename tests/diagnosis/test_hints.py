"""Advice for the case at hand: mix-ups of ports, certificates, mechanisms and tokens."""

from __future__ import annotations

from typing import Any

import pytest
from fakes import outcomes
from fakes.outcomes import ACCOUNT

from check_smtp_auth.diagnosis.hints import hints_for
from check_smtp_auth.observation import (
    Failure,
    Kind,
    MechanismFacts,
    Stage,
    TLSFacts,
)

REFUSED = Failure(Stage.AUTH, Kind.REPLY)
IMPLICIT = "try --tls implicit"
STARTTLS = "try --tls starttls"


def hints(
    failure: Failure = REFUSED,
    slug: Any = "credentials-rejected",
    worked_before: str = "",
    account: dict[str, Any] | None = None,
    **seen: Any,
) -> str:
    """All hints for a failure in one text."""
    made = ACCOUNT.replace(**(account or {}))
    observation = outcomes.observation(failure=failure, **seen)
    return " ".join(hints_for(made, observation, slug, worked_before))


@pytest.mark.parametrize(("port", "mixed_up"), [(25, True), (587, True), (465, False), (26, False)])
def test_implicit_tls_on_a_port_for_clear_text(port: int, mixed_up: bool) -> None:
    """A handshake that fails on port 25 or 587 is taken for a mix-up of --tls."""
    failed = Failure(Stage.TLS, Kind.HANDSHAKE, "handshake failure")
    said = hints(failed, "tls-failed", account={"tls": "implicit", "port": port})
    assert (STARTTLS in said) == mixed_up
    assert STARTTLS not in hints(failed, "tls-failed", account={"tls": "starttls", "port": port})


def test_an_answer_that_is_no_tls() -> None:
    """Where the answer was no TLS at all, the port may be any."""
    failed = Failure(Stage.TLS, Kind.NOT_TLS, "wrong version number")
    said = hints(failed, "tls-failed", account={"tls": "implicit", "port": 2465})
    assert "Port 2465 seems to start in clear text: try --tls starttls." in said
    assert "use --proxy-protocol." in said
    assert "PROXY" not in hints(failed, "tls-failed", account={"tls": "implicit", "port": 587})


HANDSHAKES = {
    "sslv3 alert unexpected message": True,
    "ssl/tls alert unexpected message": True,
    "tlsv1 alert record overflow": True,
    "tlsv1 alert internal error": False,
    "sslv3 alert handshake failure": False,
}


@pytest.mark.parametrize("words", HANDSHAKES)
@pytest.mark.parametrize("port", [465, 2465, 587])
def test_a_handshake_in_which_a_header_was_looked_for(words: str, port: int) -> None:
    """A server that has read a part of the handshake as a header takes the rest for no beginning;
    on a port for clear text the mix-up is likelier.
    """
    failed = Failure(Stage.TLS, Kind.HANDSHAKE, words)
    said = hints(failed, "tls-failed", account={"tls": "implicit", "port": port})
    assert ("use --proxy-protocol." in said) == (HANDSHAKES[words] and port != 587)
    assert "PROXY" not in hints(failed, "tls-failed", account={"tls": "starttls", "port": port})


@pytest.mark.parametrize("tls", ["starttls", "none"])
def test_a_server_that_is_silent_before_tls(tls: str) -> None:
    """A greeting that does not come may be due after a handshake; on port 465 it is."""
    silent = Failure(Stage.GREETING, Kind.TIMEOUT)
    assert IMPLICIT in hints(silent, "timeout", account={"tls": tls})
    on_465 = hints(silent, "timeout", account={"tls": tls, "port": 465})
    assert on_465.startswith("Port 465 speaks TLS from the start: use --tls implicit.")
    lost = Failure(Stage.GREETING, Kind.LOST)
    assert IMPLICIT not in hints(lost, "connection-lost", account={"tls": tls})
    assert "Port 465" in hints(lost, "connection-lost", account={"tls": tls, "port": 465})


def test_silence_after_the_greeting_is_no_mix_up() -> None:
    """A server that has greeted, or with implicit TLS, is silent for other reasons."""
    assert hints(Failure(Stage.EHLO, Kind.TIMEOUT), "timeout") == ""
    silent = Failure(Stage.GREETING, Kind.TIMEOUT)
    assert hints(silent, "timeout", account={"tls": "implicit", "port": 465}) == ""


def test_which_certificate_it_was() -> None:
    """A certificate that fails is described by subject, issuer, names and digest."""
    names = tuple(f"{letter}.example.test" for letter in "abcdef")
    facts = TLSFacts(None, None, False, outcomes.certificate(names=names))
    failed = Failure(Stage.TLS, Kind.CERTIFICATE, "hostname mismatch", code=62)
    said = hints(failed, "certificate-name-mismatch", tls=facts)
    assert "CN=mail.example.test, issued by CN=Example CA, O=Example, for a.example.test" in said
    assert "e.example.test; SHA-256 " in said
    assert "f.example.test" not in said
    bare = outcomes.certificate(subject="", issuer="", names=())
    said = hints(failed, "certificate-untrusted", tls=TLSFacts(None, None, False, bare))
    assert (
        "The certificate: no subject, issued by an unnamed authority, for no names; SHA-256 "
        in said
    )


@pytest.mark.parametrize(
    ("mechanism", "told"),
    [
        *((name, True) for name in ("CRAM-MD5", "SCRAM-SHA-256", "SCRAM-SHA-1-PLUS", "NTLM")),
        *((name, False) for name in ("PLAIN", "LOGIN", "GSSAPI", "XOAUTH2")),
    ],
)
def test_a_mechanism_that_needs_a_secret_of_its_own(mechanism: str, told: bool) -> None:
    """Where the server may lack a mechanism's own secret, -A PLAIN is advised to find out."""
    said = hints(mechanism=mechanism)
    assert (
        f"{mechanism} needs the password stored in a special form on the server" in said
    ) == told


def test_a_mechanism_that_has_worked_lacks_no_secret() -> None:
    """What once succeeded by this mechanism is refused for another reason; so are other faults."""
    assert hints(mechanism="CRAM-MD5", worked_before="CRAM-MD5") == ""
    assert hints(mechanism="CRAM-MD5", worked_before="PLAIN") != ""
    assert hints(slug="account-locked", mechanism="CRAM-MD5") == ""


@pytest.mark.parametrize(
    ("user", "told"),
    [
        *(
            (user, True)
            for user in ("${USER}", "$SMTP_USER", "$(SMTP_USER)", "%USER%", "{{ user }}")
        ),
        *((user, True) for user in ("${USER}@example.test", "<user>", "@USER@", "__USER__")),
        *((user, False) for user in ("finance@example.test", "HOST$", "$cash", "$100", "$", "a%b")),
        *((user, False) for user in ("_svc_smtp_", "{}", "<>", "a{{b}}@example.test", "$Ops")),
    ],
)
def test_a_user_name_that_was_to_be_replaced(user: str, told: bool) -> None:
    """A user name that looks like a variable is named as such where it is refused, and only
    there: it may be meant.
    """
    words = "looks like a variable or a placeholder that was not replaced"
    assert (words in hints(account={"user": user})) is told
    assert words not in hints(slug="account-locked", account={"user": user})


@pytest.mark.parametrize(
    ("mechanism", "what"), [("EXTERNAL", "client certificate"), ("GSSAPI", "Kerberos ticket")]
)
def test_no_password_is_blamed_where_none_was_sent(mechanism: str, what: str) -> None:
    """A client certificate or a ticket that is refused is named, and no word said of passwords."""
    verdict = outcomes.refused("5.7.8 no", mechanism=mechanism).verdict
    assert verdict.slug == "credentials-rejected"
    assert f": {what} rejected: 535 5.7.8 no" in verdict.summary
    assert what.split()[1] in verdict.explanation
    said = " ".join((verdict.summary, verdict.explanation, verdict.advice, *verdict.hints))
    assert "password" not in said
    missing = outcomes.refused("5.7.8 no such certificate", mechanism=mechanism).verdict
    assert (missing.slug == "credentials-rejected") == (mechanism == "EXTERNAL")
    locked = outcomes.refused("5.7.8 account locked", mechanism=mechanism).verdict
    assert what not in f"{locked.summary} {locked.advice}"


@pytest.mark.parametrize(
    ("error", "words"),
    [
        ("channel-bindings-dont-match", "it sees a different TLS connection from ours"),
        ("server-does-support-channel-binding", "it sees a different TLS connection from ours"),
        ("channel-binding-not-supported", "Mechanisms without -PLUS"),
        ("unsupported-channel-binding-type", "Mechanisms without -PLUS"),
    ],
)
def test_a_binding_that_the_server_does_not_take(error: str, words: str) -> None:
    """What a server finds wrong with the binding to TLS is told, and what it may mean."""
    said = hints(mechanism_facts=MechanismFacts(error=error))
    assert f"The server says {error}: " in said
    assert words in said
    assert "The server says" not in hints(mechanism_facts=MechanismFacts(error="invalid-proof"))


@pytest.mark.parametrize(
    ("status", "scope", "told"),
    [
        ("401", "mail", "status 401, scope mail"),
        ("invalid_token", "", "status invalid_token"),
        ("", "mail", "scope mail"),
    ],
)
def test_what_the_server_says_of_a_token(status: str, scope: str, told: str) -> None:
    """Status and scope are told as far as the server gives them."""
    facts = MechanismFacts(token_status=status, token_scope=scope)
    assert hints(mechanism_facts=facts) == f"The server says about the token: {told}."


@pytest.mark.parametrize(("family", "option"), [("ipv4", "-4"), ("ipv6", "-6")])
def test_a_host_without_an_address_of_the_family_asked_for(family: str, option: str) -> None:
    """Where a name has no address by -4 or -6, the option is named, and only then."""
    failed = Failure(Stage.DNS, Kind.DNS, "Name or service not known")
    said = hints(failed, "dns-failed", account={"family": family})
    assert f"Because of {option}, " in said
    assert "were ignored" not in hints(failed, "dns-failed")
    refused = Failure(Stage.CONNECT, Kind.REFUSED)
    assert "were ignored" not in hints(refused, "connection-refused", account={"family": family})
