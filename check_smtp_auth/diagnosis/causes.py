"""Causes of trouble with TLS, recognised by how the server fails, or by a firewall before it. Pure.

OpenSSL's reason, and text that came instead of TLS, are looked up here; each cause has its words
for the first line and its own advice.
"""

from __future__ import annotations

from ..observation import Kind, Stage
from ..record import Record
from .failures import OF_TLS
from .mishaps import during

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..accounts import Account
    from ..observation import Failure, Observation, StageName
    from .catalogue import Slug

HANDSHAKE: Slug = "tls-failed"
# At these stages a server that closes the connection may still do so because of the handshake: in
# TLS 1.3 it is over on our side before the server has verified our part of it.
EARLY: tuple[StageName, ...] = (Stage.TLS, Stage.GREETING, Stage.EHLO)


class Cause(Record):
    """A cause: words for the first line, advice, and an explanation. "" keeps the text of the
    diagnosis, and None its slug.
    """

    says: str
    advice: str
    explanation: str = ""
    slug: Slug | None = None


MEANS = "The server accepts only clients with a certificate that it trusts."
ASKS = (
    "Give a certificate with --client-cert (and its key with --client-key) from an authority that "
    "this server trusts. Programs that use this account need one too."
)
OURS = (
    "Check the --client-cert certificate: its expiry date, its purpose, and whether this server "
    "trusts its authority. The server's log has the details."
)
OLD = "The mail server's TLS is out of date: ask its administrator to "
# By a part of OpenSSL's reason: what it means, and what to do.
REASONS = {
    "no protocols available": (
        "OpenSSL on this host allows no version of TLS that is used here",
        "Check MinProtocol and MaxProtocol in this host's openssl.cnf, and OPENSSL_CONF in the "
        "monitor's environment: TLS 1.2 and 1.3 must be allowed.",
    ),
    "unsafe legacy renegotiation": (
        "the server supports only unsafe legacy renegotiation (no RFC 5746)",
        f"{OLD}update it. OpenSSL 3 refuses to talk to it, so most programs on new systems fail "
        "too.",
    ),
    "dh key too small": (
        "the server's Diffie-Hellman parameters are too short",
        f"{OLD}use parameters of 2048 bits, or elliptic curves (ECDHE).",
    ),
    "insufficient security": (
        "the server requires stronger ciphers than this host offers",
        "Compare the server's ciphers with those of OpenSSL on this host (openssl ciphers).",
    ),
    "internal error": (
        "the server reports an internal TLS error",
        "Ask its administrator to look in the mail server's log.",
    ),
    "access denied": (
        "the server refuses TLS connections from this client",
        "Ask its administrator to look in the mail server's log. It may accept only certain "
        "addresses or server names (--tls-name).",
    ),
    "sigalg": (
        "the server signs the handshake with an algorithm that is no longer secure",
        f"{OLD}update it, and its certificate.",
    ),
    "wrong signature type": (
        "the server signs the handshake with an algorithm that is no longer secure",
        f"{OLD}update it, and its certificate.",
    ),
}
# Advice for any other reason: port and --tls are right, since both sides spoke TLS.
SPEAKS = (
    "The server speaks TLS, but the handshake fails. Ask its administrator to look in the mail "
    "server's log. If there is nothing, something in between may be changing the traffic."
)
# The words, and advice and explanation, for invalid TLS after the handshake.
GARBLED = "because what came is not valid TLS"
AFTER = (
    "Look in the server's log: the program that encrypts may have crashed. If there is nothing, "
    "look for what else is in between (a firewall or proxy that changes the traffic).",
    "In the middle of the encrypted connection something else arrived, so it was given up.",
)
VERSION = ("protocol version", "unsupported protocol")
# Alerts about a client certificate (RFC 8446 section 6.2), and what is wrong with it. Servers also
# send them if there is none.
ABOUT_OURS = {
    "certificate required": "",
    "certificate expired": "has expired",
    "certificate revoked": "was revoked",
    "unsupported certificate": "is of a type that the server does not accept",
    "unknown ca": "is from an authority that the server does not know",
    "bad certificate": "",
    "certificate unknown": "",
    "access denied": "",
    "decrypt error": "",
    "handshake failure": "",
}
# The words by which a reply is about the client's certificate: "No client certificate presented".
OF_CLIENTS = ("client", "present", "peer", "your")
# By the start of what came instead of TLS: what sends that.
SPEAKERS = {
    "HTTP/": "A web server or a proxy answers on this port: check host and port.",
    "SSH-": "An SSH server answers on this port: check host and port.",
    "+OK": "A POP3 server answers on this port: check the port.",
    "* OK": "An IMAP server answers on this port: check the port.",
}


def cause_of(account: Account, seen: Observation, slug: Slug) -> Cause | None:
    """Return the cause of a failure, None if it has none of these."""
    failure = seen.failure
    assert failure is not None
    if asks_certificate(failure, slug):
        return Cause("", OURS if account.trust.client_cert else ASKS, MEANS)
    if failure.reply is not None:
        return _firewall(account, seen, slug)
    if failure.kind == Kind.NOT_TLS:
        return _in_place_of_tls(account, failure.detail)
    if failure.kind == Kind.INJECTION:
        return Cause(f'"{failure.detail}"' if failure.detail else "", "")
    if failure.stage in EARLY and failure.kind == Kind.LOST:
        return _without_a_word(account, failure.stage) if _asked(seen) else None
    if failure.kind == Kind.GARBLED:
        return Cause(f"{during(failure.stage)}, {GARBLED} ({failure.detail})", *AFTER)
    if failure.stage in EARLY and failure.kind in (Kind.HANDSHAKE, Kind.ALERT):
        cause = _in_the_handshake(account, _asked(seen), failure.detail)
        return cause if cause.slug or failure.kind == Kind.HANDSHAKE else None
    return _firewall(account, seen, slug)


def _in_the_handshake(account: Account, asked: bool, reason: str) -> Cause:
    """Return the cause of a handshake that failed, or that the server rejected, by OpenSSL's
    reason, and by whether the server ``asked`` for a client certificate.
    """
    told = f" ({reason})"
    if "unrecognized name" in reason:
        return _name_unknown(account, told)
    if any(words in reason for words in VERSION):
        return _version(account, told)
    alert = next((words for words in ABOUT_OURS if words in reason), "")
    if alert and (asked or alert == "certificate required"):
        return _client_certificate(account, alert, told)
    for words, (says, advice) in REASONS.items():
        if words in reason:
            return Cause(f"{says}{told}", advice, slug=HANDSHAKE)
    if "handshake failure" not in reason:
        return Cause(reason, SPEAKS)
    # If sent before the server's own certificate, this alert is about the parameters.
    return Cause(
        f"the server found no cipher or key in common with this host{told}",
        f"{OLD}offer TLS 1.2 or 1.3 with ECDHE and AES-GCM and a certificate with an RSA or ECDSA "
        "P-256 key, or to check its log if it already does.",
        slug=HANDSHAKE,
    )


def _asked(seen: Observation) -> bool:
    """Tell whether the server asked for a client certificate."""
    return seen.tls is not None and seen.tls.asked


def _client_certificate(account: Account, alert: str, told: str) -> Cause:
    """Return the cause that the server did not get the client certificate it requires."""
    if account.trust.client_cert is None:
        return Cause(f"the server requires a client certificate{told}", ASKS, MEANS, HANDSHAKE)
    why = ABOUT_OURS[alert] and f": it {ABOUT_OURS[alert]}"
    return Cause(f"the server refuses the client certificate{why}{told}", OURS, MEANS, HANDSHAKE)


def _without_a_word(account: Account, stage: StageName) -> Cause:
    """Return the cause for a server that closed the connection after it asked for a client
    certificate.
    """
    given = account.trust.client_cert is not None
    got = "received the one from --client-cert" if given else "received none"
    return Cause(
        f"{during(stage)}, after the server had asked for a client certificate and {got}",
        f"It may require {'a different one' if given else 'one'}. {OURS if given else ASKS} If "
        "that is not the cause, look in the server's log.",
        "During the TLS handshake the server asked for a client certificate, and then closed the "
        "connection without giving a reason.",
    )


def _name_unknown(account: Account, told: str) -> Cause:
    """Return the cause that the server has no certificate for the name in the handshake (RFC 6066
    section 3). An address is never sent as a name.
    """
    from ..chain import is_address  # needed only here

    name = "a connection to an address" if is_address(account.tls_name) else account.tls_name
    return Cause(
        f"the server has no certificate for {name}{told}",
        "Give the mail server's own name with --tls-name or -H.",
        "The TLS handshake asked for a name that the server does not know.",
        HANDSHAKE,
    )


def _version(account: Account, told: str) -> Cause:
    """Return the cause that both sides have no TLS version in common."""
    if account.trust.minimum == "1.3":
        return Cause(
            f"the server does not support TLS 1.3, the lowest version that --tls-min allows{told}",
            "Ask its administrator for TLS 1.3, or give --tls-min 1.2.",
            slug=HANDSHAKE,
        )
    return Cause(
        f"the server supports only TLS versions before 1.2, which are no longer secure{told}",
        f"{OLD}enable TLS 1.2 and 1.3.",
        slug=HANDSHAKE,
    )


def _in_place_of_tls(account: Account, text: str) -> Cause:
    """Return the cause for what the server sent instead of TLS."""
    says = (
        f'instead of TLS, the server sent "{text}"'
        if text
        else "the server sent neither TLS nor text"
    )
    for begin, advice in SPEAKERS.items():
        if text.startswith(begin):
            return Cause(says, advice, "The service on this port does not speak TLS.")
    if account.tls == "starttls":
        return Cause(
            says,
            "The server agreed to STARTTLS, so its TLS is broken, or something in between changes "
            "the traffic. Ask its administrator to check what it sent, and its log.",
            "The server agreed to start TLS, but then did not.",
        )
    return Cause(says, "", "")


def asks_certificate(failure: Failure, slug: Slug) -> bool:
    """Tell whether a reply is about the client certificate: it says so, or it refuses the client
    because of a certificate without saying whose.
    """
    text = failure.reply.text.lower() if failure.reply else ""
    untold = slug == "client-not-allowed" and "certificate store" not in text
    of_client = untold or any(word in text for word in OF_CLIENTS)
    is_ours = ("certificate" in text and of_client) or "client cert" in text
    return is_ours and failure.stage != Stage.STARTTLS


def _firewall(account: Account, seen: Observation, slug: Slug) -> Cause | None:
    """Return the cause that a firewall hides what the server offers, None if none does."""
    if seen.tls or slug not in OF_TLS:
        return None
    masked = _masked(seen)
    if not masked:
        return None
    hidden = "STARTTLS" if account.tls == "starttls" else "what the server offers"
    return Cause(
        f'a firewall in between hides {hidden} (Cisco ASA or PIX: it wrote "{masked}")',
        "On the firewall (Cisco ASA: inspect esmtp, PIX: fixup protocol smtp), allow TLS "
        "(parameters, allow-tls) or turn this inspection off for the mail server. Port 465 (--tls "
        "implicit) is not inspected.",
        "A firewall between this host and the server inspects SMTP and overwrites what it does "
        "not know. The secret was not sent.",
        "starttls-unavailable" if account.tls == "starttls" else None,
    )


def _masked(seen: Observation) -> str:
    """Return what a firewall wrote over the server's words: X instead of letters, or stars in the
    greeting, with at most some digits left; "" if there is nothing like that.
    """
    for exchange in seen.exchanges:
        text = " ".join(exchange.reply.lines) if exchange.reply else ""
        starry = exchange.stage == Stage.GREETING and text.count("*") >= 4
        if starry and not text.strip("*0123456789 "):
            return text.strip()[:40]
        for word in (each.strip("\"'.:<>()") for each in text.split()):
            if len(word) >= 4 and not word[:-1].strip("X") and word[-1].isupper():
                return word[:40]
    return ""
