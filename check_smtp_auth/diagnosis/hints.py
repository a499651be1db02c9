"""Advice for the case at hand, beside that of the diagnosis: mix-ups and their cure. Pure."""

from __future__ import annotations

from ..observation import Kind, Stage
from ..sasl import entry
from ..sasl.choice import Skip, alternatives
from .causes import SPEAKERS, asks_certificate
from .failures import BINDING_ERRORS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..accounts import Account
    from ..observation import Failure, Observation
    from .catalogue import Slug

# What to look at where no password was sent that could be wrong.
WITHOUT_PASSWORD = {
    "EXTERNAL": (
        "The client certificate was refused: check which user it is for, whether it has expired, "
        "and whether the server trusts its issuer."
    ),
    "GSSAPI": (
        "The Kerberos ticket was refused: the server's keytab may be out of date, its clock may "
        "be wrong, or its host name may not be the one in the ticket (--tls-name)."
    ),
}
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
        _forbidden(seen),
        _certificate(seen, slug),
        _proxy(account, seen) or _name_in_ehlo(seen, slug),
        _unsent(account, seen),
        _other_mechanisms(account, seen, slug),
        _stripped(account, seen),
        _stored_secret(seen, slug) if seen.mechanism != worked_before else "",
        _typed_secret(seen, slug),
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


def _stored_secret(seen: Observation, slug: Slug) -> str:
    """A mechanism for which the server may lack a secret, though the password is right."""
    used = entry(seen.mechanism or "")
    if slug != "credentials-rejected" or used is None or not used.stored:
        return ""
    needs = (
        f"{used.name} needs the password stored in a special form on the server, which may be "
        "missing for this account."
    )
    simple = [name for name in _offered(seen) if name in ("PLAIN", "LOGIN")]
    if not simple:
        return f"{needs} The server offers no mechanism to test this with: ask its administrator."
    return (
        f"{needs} To find out, try once with -A {simple[0]}: if that is accepted, the password is "
        f"correct, and your programs have to use {simple[0]} too."
    )


def _offered(seen: Observation) -> list[str]:
    """The mechanisms that the server offers, but for those that this connection forbids."""
    offered = seen.capabilities.mechanisms if seen.capabilities else ()
    return [name for name in offered if seen.skipped.get(name) != Skip.EXPOSED]


def _other_mechanisms(account: Account, seen: Observation, slug: Slug) -> str:
    """What else that is offered could be tried, where one was refused or none was chosen."""
    if slug != "mechanism-unavailable":
        return ""
    others = _others(account, seen)
    if not others:
        return ""
    tried = f"{seen.mechanism} was refused. " if seen.mechanism else ""
    needs = [
        f"{found.name} needs {found.needed}."
        for found in map(entry, others)
        if found and found.needs
    ]
    return " ".join((f"{tried}Of the mechanisms offered, try -A {' or -A '.join(others)}.", *needs))


def _others(account: Account, seen: Observation) -> list[str]:
    """What is offered beside what was tried, and could be named with -A for this account."""
    others = alternatives(seen.mechanism or "", _offered(seen), account.source.proof)
    return [name for name in others if name != "EXTERNAL" or account.trust.client_cert]


def _unsent(account: Account, seen: Observation) -> str:
    """A secret that is too long for the line of AUTH, and a server that asks for none."""
    assert seen.failure is not None
    if seen.failure.kind != Kind.UNSENT:
        return ""
    return (
        f"The {account.source.proof} is too long for the AUTH command (512 bytes), so it is sent "
        "only when the server asks for it (RFC 4954). This server does not ask. Nothing secret "
        f"was sent. Use a shorter {account.source.proof}, or a server that asks."
    )


def _stripped(account: Account, seen: Observation) -> str:
    """How to log in although the secret is to be given away."""
    assert seen.failure is not None
    if seen.failure.kind != Kind.STRIPPED:
        return ""
    named = " or ".join(f"-A {name}" for name in _others(account, seen) if _exposes(name))
    how = f"allow the remaining mechanisms with {named}, or once with --accept-drift"
    if not named:  # since they would send it in clear text
        how = "use TLS (--tls starttls), which the remaining mechanisms need"
    unverified = account.trust.insecure or seen.tls is None
    doubt = (
        " An attacker in between could also have removed it, since TLS is not verified."
        * unverified
    )
    return f"If the server's administrator removed {seen.failure.detail}, {how}.{doubt}"


def _exposes(name: str) -> bool:
    """Tell whether a mechanism gives the secret away."""
    found = entry(name)
    return found is not None and found.exposes


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


def _name_in_ehlo(seen: Observation, slug: Slug) -> str:
    """That it may be the name in EHLO which was refused, and how to give another."""
    failure = seen.failure
    assert failure is not None
    if failure.reply is None or slug not in (*EHLO_SLUGS, "temporary-failure"):
        return ""
    if asks_certificate(failure):
        return ""
    from .reading import read  # not for those whom no reply refused

    named = {"helo", "ehlo"}.intersection(read(failure.reply.unmasked.text))
    if not named and (failure.stage != Stage.EHLO or slug not in EHLO_SLUGS):
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
    """What helps where an access token was not to be had, or was refused."""
    assert seen.failure is not None
    if seen.token is None:
        return ()
    from .token_answers import hints_for_rejected_token, hints_for_token

    if slug == "token-unavailable":
        return hints_for_token(seen.failure, seen.token)
    return hints_for_rejected_token(seen.token) if slug == "token-rejected" else ()
