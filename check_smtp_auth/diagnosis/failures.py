"""From what ended an attempt to a diagnosis: by the server's reply, else by what happened. Pure."""

from __future__ import annotations

from ..observation import Kind, Stage
from ..sasl import entry as sasl_entry
from ..secret import Proof
from . import Finding
from .catalogue import CRITICAL, OK, REFUSALS
from .stages import entry_at

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..accounts import Account, Policy
    from ..observation import Failure, KindName, Observation, StageName
    from .catalogue import Slug

SLUGS: dict[KindName, Slug] = {
    Kind.DNS: "dns-failed",
    Kind.REFUSED: "connection-refused",
    Kind.UNREACHABLE: "unreachable",
    Kind.TIMEOUT: "timeout",
    Kind.LOST: "connection-lost",
    Kind.ALERT: "connection-lost",
    Kind.HANDSHAKE: "tls-failed",
    Kind.NOT_TLS: "tls-failed",
    Kind.PROTOCOL: "protocol-error",
    Kind.NO_STARTTLS: "starttls-unavailable",
    Kind.INJECTION: "starttls-injection",
    Kind.NO_AUTH: "auth-not-offered",
    Kind.NO_MECHANISM: "mechanism-unavailable",
    Kind.EXPOSED: "misconfigured",
    Kind.EARLY: "protocol-error",
    Kind.UNPROVEN: "server-not-authentic",
    Kind.PIN: "drifted",
}
# OpenSSL's X509_V_ERR_*; all others mean that the chain is not trusted.
CERTIFICATE_CODES: dict[int, Slug] = {
    9: "certificate-expired",  # not yet valid
    10: "certificate-expired",
    62: "certificate-name-mismatch",  # host name
    64: "certificate-name-mismatch",  # IP address
}
WAITED_FOR: dict[StageName, str] = {
    Stage.CONNECT: "the TCP connection",
    Stage.GREETING: "the greeting",
    Stage.EHLO: "the reply to EHLO",
    Stage.STARTTLS: "the reply to STARTTLS",
    Stage.TLS: "the TLS handshake",
    Stage.AUTH: "the reply to AUTH",
}
# What a server finds wrong with the binding to the TLS channel (RFC 5802 section 7).
BINDING_ERRORS: dict[str, Slug] = {
    "channel-bindings-dont-match": "server-not-authentic",
    "server-does-support-channel-binding": "server-not-authentic",
    "channel-binding-not-supported": "mechanism-unavailable",
    "unsupported-channel-binding-type": "mechanism-unavailable",
}


def judge_failure(account: Account, seen: Observation, policy: Policy) -> Finding:
    """Judge a login that did not come about."""
    failure = seen.failure
    assert failure is not None
    slug: Slug | None = None
    if failure.reply is not None:
        from .refusals import slug_of_reply

        slug, said = slug_of_reply(failure, own_names(account)), str(failure.reply)
        if failure.stage == Stage.AUTH:
            slug = _by_what_was_tried(slug, seen)
    if slug is None:
        slug, said = slug_of(failure), describe(account, seen)
    entry = entry_at(slug, failure.stage)
    says = f"{entry.says}: {said}" if said else entry.says
    state = CRITICAL if failure.kind == Kind.PIN else entry.state
    if policy.expect_rejected and not seen.accepted and slug in REFUSALS:
        state, says = OK, f"refused, as expected: {entry.says}: {said}"
    return Finding(slug, policy.states.get(slug, state), says)


def own_names(account: Account) -> frozenset[str]:
    """Return the names that the server has from us, and may echo, in lower case."""
    names = {name.casefold() for name in account.names}
    return frozenset(names | {name.partition("@")[0] for name in names})


def _by_what_was_tried(slug: Slug | None, seen: Observation) -> Slug | None:
    """Return the diagnosis in the light of what was tried, which the reply does not tell."""
    used = sasl_entry(seen.mechanism or "")
    with_token = used is not None and Proof.TOKEN in used.proofs
    if slug == "credentials-rejected":
        error = BINDING_ERRORS.get(seen.mechanism_facts.error, slug)
        return "token-rejected" if with_token else error
    if slug == "token-rejected" and used is not None and not with_token:
        return "credentials-rejected"  # a token that is used as a password
    if slug == "auth-not-offered" and seen.capabilities and seen.capabilities.mechanisms:
        return "mechanism-unavailable"  # since AUTH was offered
    return slug


def slug_of(failure: Failure) -> Slug:
    """Return the diagnosis of a failure that is not a reply."""
    if failure.stage == Stage.TOKEN:
        return "token-unavailable"
    if failure.kind == Kind.CERTIFICATE:
        return CERTIFICATE_CODES.get(failure.code or 0, "certificate-untrusted")
    if failure.kind == Kind.TIMEOUT and failure.stage == Stage.DNS:
        return "dns-failed"
    return SLUGS[failure.kind]


def describe(account: Account, seen: Observation) -> str:
    """What the first line adds to the diagnosis's own words; "" where they say it all."""
    failure = seen.failure
    assert failure is not None
    if failure.stage == Stage.TOKEN:
        return failure.detail or failure.kind
    if failure.kind == Kind.TIMEOUT:
        waited = WAITED_FOR.get(failure.stage, "an answer from the DNS")
        return f"waited for {waited}, {account.timeout:g} s in all"
    if failure.kind in (Kind.REFUSED, Kind.UNREACHABLE):
        if all(each.kind == Kind.REFUSED for each in seen.tries):
            return ", ".join(each.address for each in seen.tries)
        return ", ".join(f"{each.address} ({each.detail})" for each in seen.tries)
    if failure.kind == Kind.LOST:
        return f"at {failure.stage}"
    if failure.kind == Kind.ALERT:
        return f"at {failure.stage}, {failure.detail}"
    if failure.kind == Kind.EXPOSED:
        return (
            f"what is offered would send the {account.source.proof} in clear text; "
            "use --tls starttls, or --allow-cleartext if you mean it"
        )
    if failure.kind == Kind.NO_AUTH:
        return _why_no_auth(seen)
    if failure.kind == Kind.NO_MECHANISM:
        offered = seen.capabilities.mechanisms if seen.capabilities else ()
        return f"the server offers {' '.join(offered) or 'no mechanism'}"
    if failure.kind == Kind.CERTIFICATE:
        return f"{failure.detail}{_which(seen)}"
    return failure.detail


def _which(seen: Observation) -> str:
    """Say which certificate it was."""
    certificate = seen.tls.certificate if seen.tls else None
    if certificate is None:
        return ""
    return f" ({certificate.subject or ', '.join(certificate.names)})"


def _why_no_auth(seen: Observation) -> str:
    """Say in which way the login is not offered."""
    if seen.capabilities is not None and not seen.capabilities.extended:
        return "it knows only HELO, not EHLO"
    if seen.before_tls is not None and "AUTH" in seen.before_tls.keywords:
        return "AUTH is offered only before TLS"
    if seen.capabilities is not None and "STARTTLS" in seen.capabilities.keywords:
        return "perhaps only after STARTTLS, which --tls none does without"
    return ""
