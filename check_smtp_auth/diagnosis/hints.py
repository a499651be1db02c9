"""Advice for the case at hand, beside that of the diagnosis: mix-ups and their cure. Pure."""

from __future__ import annotations

from ..observation import Kind, Stage
from ..sasl import entry
from .failures import BINDING_ERRORS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..accounts import Account
    from ..observation import Observation
    from .catalogue import Slug

# What to look at where no password was sent that could be wrong.
WITHOUT_PASSWORD = {
    "EXTERNAL": "It was the client certificate that was refused: check which user it is for, "
    "whether it has expired, and whether the server trusts its issuer.",
    "GSSAPI": "It was the Kerberos ticket that was refused: the server's keytab may be out of "
    "date, its clock wrong, or its host name not the one in the ticket (--tls-name).",
}
CLEAR_PORTS, IMPLICIT_PORT = (25, 587), 465


def hints_for(
    account: Account, seen: Observation, slug: Slug, worked_before: str = ""
) -> tuple[str, ...]:
    """Return what this case adds to the advice of its diagnosis; ``worked_before`` is the
    mechanism that last succeeded.
    """
    hints = [
        _mixed_up(account, seen),
        _certificate(seen, slug),
        _stored_secret(seen, slug) if seen.mechanism != worked_before else "",
        WITHOUT_PASSWORD.get(seen.mechanism or "", "") if slug == "credentials-rejected" else "",
        _binding(seen),
        _token(seen),
        *_oauth(seen, slug),
    ]
    return tuple(hint for hint in hints if hint)


def _mixed_up(account: Account, seen: Observation) -> str:
    """Port and --tls that do not go together."""
    failure = seen.failure
    assert failure is not None
    if account.tls == "implicit" and failure.kind in (Kind.HANDSHAKE, Kind.NOT_TLS):
        if failure.kind == Kind.NOT_TLS or account.port in CLEAR_PORTS:
            return f"Port {account.port} seems to start in clear text: try --tls starttls."
    elif account.tls != "implicit" and failure.stage == Stage.GREETING:
        if account.port == IMPLICIT_PORT:
            return f"Port {IMPLICIT_PORT} speaks TLS from the start: use --tls implicit."
        if failure.kind == Kind.TIMEOUT:
            return (
                "A server that speaks TLS from the start is silent before it: try --tls implicit."
            )
    return ""


def _certificate(seen: Observation, slug: Slug) -> str:
    """Which certificate it was that failed."""
    certificate = seen.tls.certificate if seen.tls else None
    if certificate is None or not slug.startswith("certificate-"):
        return ""
    names = ", ".join(certificate.names[:5]) or "no names"
    return (
        f"The certificate: {certificate.subject or 'no subject'}, issued by "
        f"{certificate.issuer or 'nobody'}, for {names}; SHA-256 {certificate.sha256}."
    )


def _stored_secret(seen: Observation, slug: Slug) -> str:
    """A mechanism for which the server may lack a secret, though the password is right."""
    used = entry(seen.mechanism or "")
    if slug != "credentials-rejected" or used is None or not used.stored:
        return ""
    return (
        f"{used.name} needs a secret of its own form on the server, which the account may lack. "
        "To find out, try once with -A PLAIN: if that is accepted, the password is right, and "
        "-A PLAIN is what your programs use."
    )


def _binding(seen: Observation) -> str:
    """What the server said of the binding to the TLS channel."""
    error = seen.mechanism_facts.error
    if error not in BINDING_ERRORS:
        return ""
    if BINDING_ERRORS[error] == "mechanism-unavailable":
        return (
            f"The server says {error}: it offers to be bound to the TLS channel, but not in a way "
            "that we have. -A with names that do not end in -PLUS does without."
        )
    return (
        f"The server says {error}: it does not see the TLS channel that we see. Something in "
        "between opens TLS: a proxy of the mail server's own, or somebody who listens."
    )


def _token(seen: Observation) -> str:
    """What the server said of a token that it refused (RFC 7628 section 3.2.2)."""
    facts = {"status": seen.mechanism_facts.token_status, "scope": seen.mechanism_facts.token_scope}
    told = ", ".join(f"{name} {value}" for name, value in facts.items() if value)
    return f"The server says of the token: {told}." if told else ""


def _oauth(seen: Observation, slug: Slug) -> tuple[str, ...]:
    """What helps where an access token was not to be had, or was refused."""
    assert seen.failure is not None
    if seen.token is None:
        return ()
    from .token_answers import hints_for_rejected_token, hints_for_token

    if slug == "token-unavailable":
        return hints_for_token(seen.failure, seen.token)
    return hints_for_rejected_token(seen.token) if slug == "token-rejected" else ()
