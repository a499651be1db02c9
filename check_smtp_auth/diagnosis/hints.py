"""Advice for the case at hand, beside that of the diagnosis: mix-ups and their cure. Pure."""

from __future__ import annotations

from ..observation import Kind, Stage
from .causes import SPEAKERS, asks_certificate
from .failures import BINDING_ERRORS, refused_name
from .offers import other_mechanisms, stored_secret, stripped, unsent

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..accounts import Account
    from ..observation import Failure, Observation
    from .catalogue import Slug

# What a secret that has ended is refused with.
OF_THE_SECRET = ("credentials-rejected", "password-expired", "token-rejected", "token-unavailable")
CLEAR_PORTS, IMPLICIT_PORT = (25, 587), 465
# Servers that wait for something before they greet do so for seconds.
LONG_WAIT = 1.0
# What is said of a handshake whose first octets were taken for a header that was waited for.
CUT = ("unexpected message", "record overflow")
# What a refusal of the name in EHLO is taken for.
EHLO_SLUGS = ("client-not-allowed", "server-unavailable", "protocol-error", "sender-rejected")
# By what is odd in the secret (``secret.oddity``).
ODDITIES = {
    "groups": (
        "The secret has spaces between groups of characters, as app passwords are displayed. They "
        "are used without spaces: remove the spaces from the file."
    ),
    "odd blank": (
        "The secret contains an unusual space or an invisible character (such as U+00A0, U+200B "
        "or U+FEFF), as text copied from a web page often does. Type it in by hand."
    ),
    "not ASCII": (
        "The secret contains non-ASCII characters, which servers expect in different encodings; "
        "it was sent in UTF-8. Try a password without them."
    ),
    "quotes": (
        "The secret is in quotation marks, which were sent too. Remove them unless they are part "
        "of it."
    ),
    "encrypted": (
        "The secret is still encrypted, and was sent like that. Use --password-command with the "
        "program that decrypts it."
    ),
    "blank": "The secret begins or ends with a space: check whether the space is part of it.",
}
REFRESH_TOKEN = (
    "This looks like a refresh token, which mail servers do not accept. --oauth uses it to get an "
    "access token."
)


def hints_for(
    account: Account, seen: Observation, slug: Slug, worked_before: str = ""
) -> tuple[str, ...]:
    """Return what this case adds to the advice of its diagnosis; ``worked_before`` is the
    mechanism that last succeeded.
    """
    hints = [
        _mixed_up(account, seen),
        _one_family(account, slug),
        _forbidden(seen),
        _certificate(seen, slug),
        _certificate_asked(account, seen, slug),
        _proxy(account, seen) or _name_in_ehlo(seen, slug),
        unsent(account, seen, slug),
        other_mechanisms(account, seen, slug),
        stripped(account, seen),
        stored_secret(seen, slug) if seen.mechanism != worked_before else "",
        _typed_secret(seen, slug),
        _placeholder(account, slug),
        _binding(seen),
        _token(seen),
        *_oauth(seen, slug),
    ]
    return tuple(hint for hint in hints if hint)


def secret_is_over(expires: float, judged: str, now: float) -> tuple[str, ...]:
    """That the secret which was refused should have ended by now."""
    from ..moments import days_until, how_a_day_ends

    if judged not in OF_THE_SECRET or days_until(expires, now) > 0:
        return ()
    return (f"According to --secret-expires, the secret {how_a_day_ends(expires, now)}.",)


def _mixed_up(account: Account, seen: Observation) -> str:
    """Port and --tls that do not go together."""
    failure = seen.failure
    assert failure is not None
    if account.tls == "implicit" and failure.kind in (Kind.HANDSHAKE, Kind.NOT_TLS):
        if failure.kind == Kind.NOT_TLS and failure.detail.startswith(tuple(SPEAKERS)):
            return ""
        if failure.kind == Kind.NOT_TLS or account.port in CLEAR_PORTS:
            return f"Port {account.port} seems to start in clear text: try --tls starttls."
    elif account.tls != "implicit" and failure.stage == Stage.GREETING:
        if account.port == IMPLICIT_PORT:
            return f"Port {IMPLICIT_PORT} speaks TLS from the start: use --tls implicit."
        if failure.kind == Kind.TIMEOUT:
            return (
                "A server that expects TLS from the start sends nothing before it: try --tls "
                "implicit."
            )
    return ""


def _one_family(account: Account, slug: Slug) -> str:
    """That only addresses of one kind were asked for."""
    if slug != "dns-failed" or account.family == "any":
        return ""
    option, other = ("-4", "IPv6") if account.family == "ipv4" else ("-6", "IPv4")
    return f"Because of {option}, {other} addresses were ignored: the host may have no others."


def _certificate(seen: Observation, slug: Slug) -> str:
    """Which certificate it was that failed."""
    certificate = seen.tls.certificate if seen.tls else None
    if certificate is None or not slug.startswith("certificate-"):
        return ""
    names = ", ".join(certificate.names[:5]) or "no names"
    return (
        f"The certificate: {certificate.subject or 'no subject'}, issued by "
        f"{certificate.issuer or 'an unnamed authority'}, for {names}; SHA-256 "
        f"{certificate.sha256}."
    )


def _certificate_asked(account: Account, seen: Observation, slug: Slug) -> str:
    """That a server which offers no AUTH asked for a client certificate, and got none."""
    asked = seen.tls is not None and seen.tls.asked and account.trust.client_cert is None
    if slug != "auth-not-offered" or not asked:
        return ""
    return (
        "During the TLS handshake the server asked for a client certificate and got none. It may "
        "offer AUTH only to clients that have one (--client-cert)."
    )


def _forbidden(seen: Observation) -> str:
    """Where to look if this host does not let us connect."""
    assert seen.failure is not None
    if seen.failure.kind != Kind.FORBIDDEN:
        return ""
    return (
        "No packet left this host. Check its own firewall (nft list ruleset, iptables -S OUTPUT), "
        "IPAddressDeny= in the monitoring system's unit (systemctl cat), SELinux (ausearch -m "
        "avc) or AppArmor, and routes of type prohibit or blackhole (ip route get ADDRESS)."
    )


def _may_wait_for_header(account: Account, seen: Observation, failure: Failure) -> bool:
    """Tell whether a server that has not begun may have waited for a PROXY header: it may then
    hang up, with a 421 or without, or as Exim does greet at last and refuse every command.
    """
    if failure.reply is not None:
        waited = sum(each.seconds for each in seen.exchanges)
        told = "proxy" in failure.reply.text.lower()
        if failure.stage == Stage.EHLO:
            return failure.reply.code == 503 and told
        return failure.reply.code == 421 and (told or waited >= LONG_WAIT)
    if failure.stage == Stage.EHLO:
        return False
    if failure.kind == Kind.NOT_TLS or any(words in failure.detail for words in CUT):
        return account.port not in CLEAR_PORTS
    return failure.kind in (Kind.TIMEOUT, Kind.LOST)


def _proxy(account: Account, seen: Observation) -> str:
    """A PROXY header that is not expected, or one that may be waited for in vain."""
    failure = seen.failure
    assert failure is not None
    first = Stage.TLS if account.tls == "implicit" else Stage.GREETING
    if account.behind_proxy:
        unexpected = "If the server does not expect a PROXY header, remove --proxy-protocol."
        return unexpected if failure.stage == first else ""
    if failure.stage not in (first, Stage.EHLO):
        return ""
    if not _may_wait_for_header(account, seen, failure):
        return ""
    return (
        "If the server takes connections only from a load balancer, it may be waiting for a PROXY "
        "header: use --proxy-protocol."
    )


def _may_mean_the_name(seen: Observation, failure: Failure, slug: Slug) -> bool:
    """Tell whether what was refused may be the name in EHLO."""
    if failure.kind == Kind.NO_AUTH:
        return refused_name(seen) is not None
    if failure.reply is None or slug not in (*EHLO_SLUGS, "temporary-failure"):
        return False
    if asks_certificate(failure):
        return False
    from .reading import read  # not for those whom no reply refused

    named = {"helo", "ehlo"}.intersection(read(failure.reply.unmasked.text))
    return bool(named) or (failure.stage == Stage.EHLO and slug in EHLO_SLUGS)


def _name_in_ehlo(seen: Observation, slug: Slug) -> str:
    """That it may be the name in EHLO which was refused, and how to give another."""
    failure = seen.failure
    assert failure is not None
    if not _may_mean_the_name(seen, failure, slug):
        return ""
    said = [each.said for each in seen.exchanges if each.stage == Stage.EHLO and each.said]
    if not said:
        return ""
    return f"This host sent {said[-1]}. If the server refuses that name, give another with -F NAME."


def _typed_secret(seen: Observation, slug: Slug) -> str:
    """What in the secret is often a slip, where it was rejected."""
    if slug == "token-rejected" and seen.secret_oddity == "refresh token":
        return REFRESH_TOKEN
    return ODDITIES.get(seen.secret_oddity, "") if slug == "credentials-rejected" else ""


def _placeholder(account: Account, slug: Slug) -> str:
    """That the user name which was refused may be a variable."""
    if slug != "credentials-rejected" or not any(mark in (account.user or "") for mark in "$%{<@_"):
        return ""
    from ..placeholders import is_placeholder  # for those few

    if not is_placeholder(account.user or ""):
        return ""
    return (
        "The user name looks like a variable or a placeholder that was not replaced. This check "
        "sends it as it is: only a shell or a template replaces it."
    )


def _binding(seen: Observation) -> str:
    """What the server said of the binding to the TLS channel."""
    error = seen.mechanism_facts.error
    if error not in BINDING_ERRORS:
        return ""
    if BINDING_ERRORS[error] == "mechanism-unavailable":
        return (
            f"The server says {error}: it offers channel binding, but no type of it that this "
            "check supports. Mechanisms without -PLUS do not need it."
        )
    return (
        f"The server says {error}: it sees a different TLS connection from ours. Something in "
        "between decrypts TLS: a proxy in front of the mail server, or an eavesdropper."
    )


def _token(seen: Observation) -> str:
    """What the server said of a token that it refused (RFC 7628 section 3.2.2)."""
    facts = {"status": seen.mechanism_facts.token_status, "scope": seen.mechanism_facts.token_scope}
    told = ", ".join(f"{name} {value}" for name, value in facts.items() if value)
    return f"The server says about the token: {told}." if told else ""


def _oauth(seen: Observation, slug: Slug) -> tuple[str, ...]:
    """What helps where no access token could be got, or it was refused."""
    assert seen.failure is not None
    if seen.token is None:
        return ()
    from .token_answers import hints_for_rejected_token, hints_for_token

    if slug == "token-unavailable":
        return hints_for_token(seen.failure, seen.token)
    return hints_for_rejected_token(seen.token) if slug == "token-rejected" else ()
