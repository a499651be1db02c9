"""From what ended an attempt to a diagnosis: by the server's reply, else by what happened. Pure."""

from __future__ import annotations

from ..observation import Kind, Stage
from ..sasl import entry as sasl_entry
from ..secret import Proof
from . import Finding
from .catalogue import CRITICAL, OK, REFUSALS
from .causes import cause_of
from .stages import entry_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..accounts import Account, Policy
    from ..observation import Failure, KindName, Observation, StageName
    from ..smtp.reply import Reply
    from .catalogue import Slug

SLUGS: dict[KindName, Slug] = {
    Kind.DNS: "dns-failed",
    Kind.REFUSED: "connection-refused",
    Kind.UNREACHABLE: "unreachable",
    Kind.TIMEOUT: "timeout",
    Kind.LOST: "connection-lost",
    Kind.ALERT: "connection-lost",
    Kind.GARBLED: "connection-lost",
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
    Kind.STRIPPED: "drifted",
    Kind.NO_UTF8: "misconfigured",
    Kind.UNSENT: "mechanism-unavailable",
    Kind.TOO_LONG: "mechanism-unavailable",
    Kind.PROXY: "misconfigured",
    Kind.SOURCE: "misconfigured",
    Kind.FORBIDDEN: "unreachable",
}
WAITED_FOR: dict[StageName, str] = {
    Stage.CONNECT: "the TCP connection",
    Stage.GREETING: "the greeting",
    Stage.EHLO: "the reply to EHLO",
    Stage.STARTTLS: "the reply to STARTTLS",
    Stage.TLS: "the TLS handshake",
    Stage.AUTH: "the reply to AUTH",
    Stage.MAIL: "the reply to MAIL",
    Stage.RCPT: "the reply to RCPT",
}
# Syntax error in parameters, and parameter not implemented (RFC 5321 section 4.2.2).
PARAMETER_REFUSED = (501, 504)
# By what another code tells of the name behind EHLO: "500 Malformed EHLO argument".
NAMES = {"argument", "arguments", "parameter", "parameters", "domain", "hostname"}
# Where it was ours not to go on.
NOT_SENT = (Kind.STRIPPED, Kind.NO_UTF8, Kind.TOO_LONG, Kind.PROXY)
# Of a pin that is not met: explanation and advice.
PINNED = (
    "The server does not match a pin (--expect-mechanism, --expect-issuer, --expect-fingerprint), "
    "so the login was not tried.",
    "If the change is intended, change the option. If not, ask the mail administrator: another "
    "machine may be answering in the server's place.",
)
# What a server means that requires encryption where there is some: explanation and advice.
ENCRYPTED = (
    "The server asks for encryption although this connection is encrypted: it requires a newer "
    "TLS version, a stronger cipher or a client certificate, or something in front of it decrypts "
    "TLS and passes the connection on in clear text.",
    "Ask the mail administrator what the server requires. -v shows the TLS version and cipher of "
    "this connection; --client-cert gives a client certificate.",
)
# Of a rejection where no password was sent: the first line, explanation and advice.
WITHOUT_PASSWORD = {
    "EXTERNAL": (
        "client certificate rejected",
        "The client certificate was good enough for TLS, but the server does not let this user "
        "log in with it.",
        "Check which user the certificate is for, whether it has expired, and whether the server "
        "trusts its issuer. The server's log has the details.",
    ),
    "GSSAPI": (
        "Kerberos ticket rejected",
        "The server does not accept the Kerberos ticket, or does not let this user log in with it.",
        "The server's keytab may be out of date, its clock may be wrong, or its host name may not "
        "be the one in the ticket (--tls-name). The server's log has the details.",
    ),
}
# Where a server still speaks of what came before EHLO.
BEFORE_HELLO: tuple[StageName, ...] = (Stage.GREETING, Stage.EHLO)
# What no server can have found wrong with an account that it was not told the name of.
OF_AN_ACCOUNT: tuple[Slug, ...] = ("credentials-rejected", "token-rejected", "protocol-error")
# What a server finds wrong with the binding to the TLS channel (RFC 5802 section 7).
BINDING_ERRORS: dict[str, Slug] = {
    "channel-bindings-dont-match": "server-not-authentic",
    "server-does-support-channel-binding": "server-not-authentic",
    "channel-binding-not-supported": "mechanism-unavailable",
    "unsupported-channel-binding-type": "mechanism-unavailable",
}


def judge_failure(account: Account, seen: Observation, policy: Policy, now: float) -> list[Finding]:
    """Judge a login that did not come about; what ended it comes first."""
    failure = seen.failure
    assert failure is not None
    if failure.kind == Kind.CERTIFICATE and failure.stage != Stage.TOKEN:
        from .certificates import judge

        return judge(account, seen, policy, now)
    slug: Slug | None = None
    if failure.reply is not None:
        from .refusals import slug_of_reply

        slug, said = slug_of_reply(failure, own_names(account)), str(failure.reply)
        if failure.stage == Stage.AUTH:
            slug = _by_what_was_tried(slug, seen)
        if slug == "protocol-error" and account.behind_proxy and failure.stage in BEFORE_HELLO:
            slug, said = SLUGS[Kind.PROXY], _header_refused(failure)
    if slug is None:
        slug, said = slug_of(failure), describe(account, seen)
    cause = cause_of(account, seen, slug)
    if cause is not None:
        slug = cause.slug or slug
        said = "; ".join(filter(None, (cause.says, str(failure.reply or "")))) or said
    entry, told = entry_of(slug, failure), _told(slug, seen)
    words = told[0] or entry.says
    says = f"{words}: {said}" if said else words
    state = CRITICAL if failure.kind == Kind.PIN else entry.state
    if policy.expect_rejected and not seen.accepted and slug in REFUSALS:
        state, says = OK, f"refused, as expected: {words}: {said}"
    explained = (cause.explanation, cause.advice) if cause and not any(told) else told[1:]
    return [Finding(slug, policy.states.get(slug, state), says, *explained)]


def _told(slug: Slug, seen: Observation) -> tuple[str, str, str]:
    """Return words, explanation and advice for the case where it has its own; "" where not."""
    assert seen.failure is not None
    if seen.failure.kind == Kind.PIN:
        return "", *PINNED
    if slug == "encryption-required" and seen.tls is not None:
        return "", *ENCRYPTED
    if slug == "credentials-rejected" and seen.mechanism in WITHOUT_PASSWORD:
        return WITHOUT_PASSWORD[seen.mechanism]
    return "", "", ""


def own_names(account: Account) -> frozenset[str]:
    """Return the names that the server has from us, and may echo, in lower case."""
    names = {name.casefold() for name in account.names}
    return frozenset(names | {name.partition("@")[0] for name in names})


def _by_what_was_tried(slug: Slug | None, seen: Observation) -> Slug | None:
    """Return the diagnosis in the light of what was tried, which the reply does not tell."""
    used = sasl_entry(seen.mechanism or "")
    with_token = used is not None and Proof.TOKEN in used.proofs
    if slug in OF_AN_ACCOUNT and _spoken_of_nobody(seen):
        return "mechanism-unavailable"
    if slug == "credentials-rejected":
        error = BINDING_ERRORS.get(seen.mechanism_facts.error, slug)
        return "token-rejected" if with_token else error
    if slug == "token-rejected" and used is not None and not with_token:
        return "credentials-rejected"  # a token that is used as a password
    if slug == "auth-not-offered" and seen.capabilities and seen.capabilities.mechanisms:
        return "mechanism-unavailable"  # since AUTH was offered
    return slug


def _spoken_of_nobody(seen: Observation) -> bool:
    """Tell whether no more than the mechanism's name was said at AUTH."""
    said = [each.said for each in seen.exchanges if each.stage == Stage.AUTH and each.said]
    return said == [f"AUTH {seen.mechanism}"]


def slug_of(failure: Failure) -> Slug:
    """Return the diagnosis of a failure that is not a reply."""
    if failure.stage == Stage.TOKEN:
        return "token-unavailable"
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
        waited = WAITED_FOR.get(failure.stage, "an answer from DNS")
        return f"waited for {waited}, {account.timeout:g} s in total"
    if failure.kind in (Kind.REFUSED, Kind.UNREACHABLE):
        if all(each.kind == Kind.REFUSED for each in seen.tries):
            return ", ".join(each.address for each in seen.tries)
        return _tried(seen)
    if failure.kind == Kind.FORBIDDEN:
        return f"this host itself blocks the connection: {_tried(seen)}"
    if failure.kind == Kind.SOURCE:
        return (
            f"cannot connect from {account.source_address} (--source): "
            f"{failure.detail[:1].lower()}{failure.detail[1:]}"
        )
    if failure.kind == Kind.EARLY:
        return failure.kind
    if failure.kind == Kind.LOST:
        return f"at {failure.stage}"
    if failure.kind == Kind.ALERT:
        return f"at {failure.stage}, {failure.detail}"
    if failure.kind == Kind.EXPOSED:
        return (
            f"the mechanisms offered would send the {account.source.proof} in clear text; use "
            "--tls starttls, or --allow-cleartext if that is intended"
        )
    if failure.kind == Kind.NO_AUTH:
        return _why_no_auth(seen)
    if failure.kind == Kind.NO_MECHANISM:
        offered = seen.capabilities.mechanisms if seen.capabilities else ()
        return f"the server offers {' '.join(offered) or 'no mechanism'}"
    if failure.kind in NOT_SENT:
        return _why_not_sent(account, seen, failure)
    certificate = seen.tls.certificate if seen.tls else None
    if failure.kind == Kind.PIN and failure.stage == Stage.TLS and certificate is not None:
        by_fingerprint = "fingerprint" in failure.detail
        return f"{failure.detail}: {certificate.sha256 if by_fingerprint else certificate.issuer}"
    return failure.detail


def _why_not_sent(account: Account, seen: Observation, failure: Failure) -> str:
    """Say what kept us from saying more."""
    if failure.kind == Kind.PROXY:
        return _header_refused(failure)
    if failure.kind == Kind.TOO_LONG:
        return "the login is longer than the 12,288 bytes that SMTP allows"
    if failure.kind == Kind.NO_UTF8:
        options = {"-f": account.sender, "--rcpt-to": account.recipient}
        which = " and ".join(name for name, value in options.items() if not (value or "").isascii())
        return (
            f"the address of {which} has non-ASCII characters before the @, and the server does "
            "not offer SMTPUTF8, which they require"
        )
    offered = seen.capabilities.mechanisms if seen.capabilities else ()
    gone = "cannot be used" if failure.detail in offered else "is not offered"
    return (
        f"{failure.detail} worked before and {gone} now (offered: {' '.join(offered)}); the "
        f"remaining ones would expose the {account.source.proof}, so the login was not tried"
    )


def _header_refused(failure: Failure) -> str:
    """Say that the PROXY header was refused, as a command or for coming before the greeting."""
    return (
        "the server does not expect the PROXY header of --proxy-protocol, and took it for a "
        f"command: {failure.reply}"
    )


def _tried(seen: Observation) -> str:
    """List the addresses that were tried, each with what came of it."""
    return ", ".join(f"{each.address} ({each.detail})" for each in seen.tries)


def refused_name(seen: Observation) -> Reply | None:
    """Return the reply to EHLO that found fault with what stood behind it, not with EHLO."""
    refused = _refused_ehlo(seen)
    if refused is None or refused.code in PARAMETER_REFUSED:
        return refused
    from .reading import read  # for those few

    return refused if NAMES.intersection(read(refused.unmasked.text)) else None


def _refused_ehlo(seen: Observation) -> Reply | None:
    """Return the reply to EHLO that refused it, None where there is none."""
    replies = (each.reply for each in seen.exchanges if each.said.startswith("EHLO "))
    return next((each for each in replies if each and each.code >= 400), None)


def _why_no_auth(seen: Observation) -> str:
    """Say in which way the login is not offered."""
    if seen.capabilities is not None and not seen.capabilities.extended:
        refused = refused_name(seen)
        if refused is None:
            return "it supports only HELO, not EHLO"
        return f"it accepted HELO, but refused EHLO: {refused}"
    if seen.before_tls is not None and "AUTH" in seen.before_tls.keywords:
        return "AUTH is offered only before TLS"
    if seen.capabilities is not None and "STARTTLS" in seen.capabilities.keywords:
        return "perhaps only after STARTTLS, which --tls none does not use"
    return ""
