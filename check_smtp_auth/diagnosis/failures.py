"""From a failure to a diagnosis: by the server's reply or, without one, by what happened. Pure.

Modules that a refused login does not need are imported only if they are needed: such a check is
repeated for as long as nobody fixes the cause.
"""

from __future__ import annotations

from ..observation import Kind, Stage
from ..sasl import entry as sasl_entry
from ..secret import Proof
from . import Finding, entry_of
from .catalogue import CRITICAL, OK, REFUSALS, WITHOUT_PASSWORD

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..accounts import Account, Policy
    from ..observation import Observation, StageName
    from .catalogue import Slug
    from .causes import Cause

# Explanation and advice for a server that does not match a pin.
PINNED = (
    "The server does not match a pin (--expect-mechanism, --expect-issuer, --expect-fingerprint), "
    "so the login was not tried.",
    "If the change is intended, change the option. If not, ask the mail administrator: another "
    "machine may be answering in the server's place.",
)
# Explanation and advice for a server that requires encryption on an encrypted connection.
ENCRYPTED = (
    "The server asks for encryption although this connection is encrypted: it requires a newer "
    "TLS version, a stronger cipher or a client certificate, or something in front of it decrypts "
    "TLS and passes the connection on in clear text.",
    "Ask the mail administrator what the server requires. -v shows the TLS version and cipher of "
    "this connection; --client-cert gives a client certificate.",
)
# The stages at which a reply may still be about what was sent before EHLO.
BEFORE_HELLO: tuple[StageName, ...] = (Stage.GREETING, Stage.EHLO)
# The diagnoses that are impossible if the server was not told the account's name.
OF_AN_ACCOUNT: tuple[Slug, ...] = ("credentials-rejected", "token-rejected", "protocol-error")
# The possible diagnoses of a reply that a firewall has altered.
OF_TLS: tuple[Slug, ...] = ("starttls-unavailable", "auth-not-offered", "protocol-error")
# The SCRAM errors about the channel binding (RFC 5802 section 7).
BINDING_ERRORS: dict[str, Slug] = {
    "channel-bindings-dont-match": "server-not-authentic",
    "server-does-support-channel-binding": "server-not-authentic",
    "channel-binding-not-supported": "mechanism-unavailable",
    "unsupported-channel-binding-type": "mechanism-unavailable",
}


def judge_failure(account: Account, seen: Observation, policy: Policy, now: float) -> list[Finding]:
    """Return the findings about a login that failed; the one about the failure comes first."""
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
            from .mishaps import header_refused

            slug, said = "misconfigured", header_refused(failure)
    if slug is None:
        from .mishaps import describe, slug_of

        slug, said = slug_of(failure), describe(account, seen)
    cause = _cause(account, seen, slug)
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
    """Return words, explanation and advice if the case has its own; "" for the catalogue's."""
    assert seen.failure is not None
    if seen.failure.kind == Kind.PIN:
        return "", *PINNED
    if slug == "encryption-required" and seen.tls is not None:
        return "", *ENCRYPTED
    if slug == "credentials-rejected" and seen.mechanism in WITHOUT_PASSWORD:
        entry = WITHOUT_PASSWORD[seen.mechanism]
        return entry.says, entry.explanation, entry.advice
    return "", "", ""


def _cause(account: Account, seen: Observation, slug: Slug) -> Cause | None:
    """Return the cause of trouble with TLS; replies that are not about TLS are not examined."""
    reply = seen.failure.reply if seen.failure else None
    if reply is not None and slug not in OF_TLS and " cert" not in f" {reply.text.lower()}":
        return None
    from .causes import cause_of

    return cause_of(account, seen, slug)


def own_names(account: Account) -> frozenset[str]:
    """Return the names that the server has from us, and may echo, in lower case."""
    names = {name.casefold() for name in account.names}
    return frozenset(names | {name.partition("@")[0] for name in names})


def _by_what_was_tried(slug: Slug | None, seen: Observation) -> Slug | None:
    """Return the diagnosis corrected by what was tried, which the reply does not say."""
    used = sasl_entry(seen.mechanism or "")
    with_token = used is not None and Proof.TOKEN in used.proofs
    if slug in OF_AN_ACCOUNT and _spoken_of_nobody(seen):
        return "mechanism-unavailable"
    if slug == "credentials-rejected":
        error = BINDING_ERRORS.get(seen.mechanism_facts.error, slug)
        return "token-rejected" if with_token else error
    if slug == "client-not-allowed" and seen.mechanism == "EXTERNAL" and _of_certificate(seen):
        return "credentials-rejected"
    if slug == "token-rejected" and used is not None and not with_token:
        return "credentials-rejected"  # a token that is used as a password
    if slug == "auth-not-offered" and seen.capabilities and seen.capabilities.mechanisms:
        return "mechanism-unavailable"  # since AUTH was offered
    return slug


def _of_certificate(seen: Observation) -> bool:
    """Tell whether the reply is about a certificate, the only credential of EXTERNAL."""
    reply = seen.failure.reply if seen.failure else None
    return reply is not None and "cert" in reply.text.lower()


def _spoken_of_nobody(seen: Observation) -> bool:
    """Tell whether nothing but the mechanism's name was sent at AUTH."""
    said = [each.said for each in seen.exchanges if each.stage == Stage.AUTH and each.said]
    return said == [f"AUTH {seen.mechanism}"]
