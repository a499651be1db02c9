"""Advice on what comes before the login: port, TLS, certificate, proxy, the name in EHLO. Pure."""

from __future__ import annotations

from ..observation import Kind, Stage
from .causes import SPEAKERS, asks_certificate
from .hints import EHLO_SLUGS
from .mishaps import refused_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..accounts import Account
    from ..observation import Failure, Observation
    from .catalogue import Slug

CLEAR_PORTS, IMPLICIT_PORT = (25, 587), 465
# Servers that wait for something before the greeting wait for at least so many seconds.
LONG_WAIT = 1.0
# OpenSSL's reasons if the server took the start of the handshake for a header that it waited for.
CUT = ("unexpected message", "record overflow")


def hints_before_login(account: Account, seen: Observation, slug: Slug) -> tuple[str, ...]:
    """Return the hints on what comes before the login, "" for each that does not apply."""
    return (
        _mixed_up(account, seen),
        _one_family(account, slug),
        _forbidden(seen),
        _certificate(seen, slug),
        _certificate_asked(account, seen, slug),
        _proxy(account, seen) or _name_in_ehlo(seen, slug),
    )


def _mixed_up(account: Account, seen: Observation) -> str:
    """Return the hint that port and --tls do not fit together."""
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
    """Return the hint that only addresses of one family were asked for."""
    if slug != "dns-failed" or account.family == "any":
        return ""
    option, other = ("-4", "IPv6") if account.family == "ipv4" else ("-6", "IPv4")
    return f"Because of {option}, {other} addresses were ignored: the host may have no others."


def _certificate(seen: Observation, slug: Slug) -> str:
    """Return the details of the certificate that failed."""
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
    """Return the hint that a server which offers no AUTH asked for a client certificate in vain."""
    asked = seen.tls is not None and seen.tls.asked and account.trust.client_cert is None
    if slug != "auth-not-offered" or not asked:
        return ""
    return (
        "During the TLS handshake the server asked for a client certificate and got none. It may "
        "offer AUTH only to clients that have one (--client-cert)."
    )


def _forbidden(seen: Observation) -> str:
    """Return the hint on where to look if this host itself blocks the connection."""
    assert seen.failure is not None
    if seen.failure.kind != Kind.FORBIDDEN:
        return ""
    return (
        "No packet left this host. Check its own firewall (nft list ruleset, iptables -S OUTPUT), "
        "IPAddressDeny= in the monitoring system's unit (systemctl cat), SELinux (ausearch -m "
        "avc) or AppArmor, and routes of type prohibit or blackhole (ip route get ADDRESS)."
    )


def _may_wait_for_header(account: Account, seen: Observation, failure: Failure) -> bool:
    """Tell whether the server may have waited for a PROXY header. If so, it closes the connection,
    with a 421 or without, or, as Exim does, greets late and refuses every command.
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
    """Return the hint on a PROXY header that is not expected, or that may be missing."""
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
    """Tell whether the server may have refused the name in EHLO."""
    if failure.kind == Kind.NO_AUTH:
        return refused_name(seen) is not None
    if failure.reply is None or slug not in (*EHLO_SLUGS, "temporary-failure"):
        return False
    if asks_certificate(failure, slug):
        return False
    from .reading import read  # needed only for a refusing reply

    named = {"helo", "ehlo"}.intersection(read(failure.reply.unmasked.text))
    return bool(named) or (failure.stage == Stage.EHLO and slug in EHLO_SLUGS)


def _name_in_ehlo(seen: Observation, slug: Slug) -> str:
    """Return the hint that the name in EHLO may have been refused, and how to change it."""
    failure = seen.failure
    assert failure is not None
    if not _may_mean_the_name(seen, failure, slug):
        return ""
    talk = [each for each in seen.exchanges if each.stage == Stage.EHLO and each.said]
    if not talk:
        return ""
    refused = [each for each in talk if each.reply and each.reply.code >= 400]
    said = (refused or talk)[-1].said
    return f"This host sent {said}. If the server refuses that name, give another with -F NAME."
