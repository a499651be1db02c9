"""Failures without a reply of the server: their diagnosis, and their words. Pure."""

from __future__ import annotations

from ..observation import Kind, Stage

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..accounts import Account
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
    Stage.QUIT: "the reply to QUIT",
}
# Syntax error in parameters, and parameter not implemented (RFC 5321 section 4.2.2).
PARAMETER_REFUSED = (501, 504)
# The words by which a reply with another code is about the name: "500 Malformed EHLO argument".
NAMES = {"argument", "arguments", "parameter", "parameters", "domain", "hostname"}
# The failures in which we chose not to go on.
NOT_SENT = (Kind.STRIPPED, Kind.NO_UTF8, Kind.TOO_LONG, Kind.PROXY)


def during(stage: StageName) -> str:
    """Return the words for when something happened, by its stage."""
    if stage == Stage.TLS:
        return "during the TLS handshake"
    return f"while waiting for {WAITED_FOR.get(stage, 'an answer')}"


def slug_of(failure: Failure) -> Slug:
    """Return the diagnosis of a failure without a reply."""
    if failure.stage == Stage.TOKEN:
        return "token-unavailable"
    if failure.kind == Kind.TIMEOUT and failure.stage == Stage.DNS:
        return "dns-failed"
    return SLUGS[failure.kind]


def describe(account: Account, seen: Observation) -> str:
    """Return what the first line adds to the words of the diagnosis; "" if nothing."""
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
        return during(failure.stage)
    if failure.kind == Kind.ALERT:
        return f"{during(failure.stage)}, {failure.detail}"
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
    """Return the words for why we sent no more."""
    if failure.kind == Kind.PROXY:
        return header_refused(failure)
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


def header_refused(failure: Failure) -> str:
    """Return the words for a PROXY header refused as a command, or as sent before the greeting."""
    return (
        "the server does not expect the PROXY header of --proxy-protocol, and took it for a "
        f"command: {failure.reply}"
    )


def _tried(seen: Observation) -> str:
    """Return the addresses that were tried, each with its result."""
    return ", ".join(f"{each.address} ({each.detail})" for each in seen.tries)


def refused_name(seen: Observation) -> Reply | None:
    """Return the reply that refused the name in EHLO, not EHLO itself; None if there is none."""
    refused = _refused_ehlo(seen)
    if refused is None or refused.code in PARAMETER_REFUSED:
        return refused
    from .reading import read  # for those few

    return refused if NAMES.intersection(read(refused.unmasked.text)) else None


def _refused_ehlo(seen: Observation) -> Reply | None:
    """Return the reply that refused EHLO, None if there is none."""
    replies = (each.reply for each in seen.exchanges if each.said.startswith("EHLO "))
    return next((each for each in replies if each and each.code >= 400), None)


def _why_no_auth(seen: Observation) -> str:
    """Return the words for why no login is offered; "" if unknown."""
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
