"""The facts of a TLS handshake: the parameters agreed on, and the certificates shown."""

from __future__ import annotations

import ssl
import sys
import time

from ..certificate import read, survey
from ..observation import Certificate, TLSFacts

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    Sent = frozenset[bytes]
    # Address, port and name.
    Server = tuple[Any, ...]
    # The certificates of a chain, and the faults in it.
    Read = tuple[tuple[Certificate, ...], tuple[str, ...]]

# A TLS ContentType, and two HandshakeTypes (RFC 8446 sections 5.1 and 4).
HANDSHAKE = 22
CERTIFICATE, CERTIFICATE_REQUEST = 11, 13
# More than OpenSSL accepts, which is 100 kB of certificates (SSL_set_max_cert_list).
MOST_CERTIFICATES = 500
# Python 3.9 has no methods for the chain.
HAS_CHAINS = sys.version_info >= (3, 10)
# The chains that were parsed lately; and how many are kept.
_reads: dict[tuple[tuple[bytes, ...], Sent, bool], Read] = {}
MOST_READS = 500
# By server, whether it asks for a client certificate; as many at most.
_asking: dict[Server, bool] = {}
# By context, how many connections have the callback set at the moment; and the callback's
# descriptor.
_listeners: dict[ssl.SSLContext, int] = {}
_HOOK: Any = getattr(ssl.SSLContext.__base__, "_msg_callback", None)


def facts(tls: ssl.SSLObject, used: ssl.SSLContext, server: Server) -> TLSFacts:
    """Return the facts of a handshake that succeeded."""
    if server not in _asking:
        if len(_asking) >= MOST_READS:
            _asking.clear()
        _asking[server] = _asked(tls, server)
    cipher = tls.cipher()
    verified = used.check_hostname  # is set together with verify_mode, which is slow to read
    chain = tuple(_chain(tls, used) or [tls.getpeercert(True) or b""])
    members, faults = _read(chain, frozenset(_sent(tls)), verified)
    return TLSFacts(
        tls.version(),
        cipher[0] if cipher else None,
        verified,
        members[0] if members else None,
        faults,
        _bindings(tls),
        members,
        _asking[server],
    )


def _read(chain: tuple[bytes, ...], sent: Sent, verified: bool) -> Read:
    """Return the certificates and the faults of a chain. The result is kept for all checks of a
    server, since parsing takes longer than the rest.
    """
    key = chain, sent, verified
    if key not in _reads:
        if len(_reads) >= MOST_READS:
            _reads.clear()
        told, faults = survey(chain)
        members = _placed(told, sent, chain[-1:] if verified else ())
        _reads[key] = members, tuple(faults) if verified else ()
    return _reads[key]


def facts_of_failed(tls: ssl.SSLObject, used: ssl.SSLContext, server: Server) -> TLSFacts | None:
    """Return the facts of a handshake that failed; None if there are none."""
    asked = _asked(tls, server)
    chain = tuple(filter(None, map(read, _chain(tls, used))))
    if not chain:
        return TLSFacts(None, None, False, None, asked=True) if asked else None
    trusted = used.get_ca_certs(True)
    sent = _sent(tls)
    members = _placed(chain, frozenset(sent), [der for der in trusted if der == chain[-1].der])
    others = filter(None, map(read, dict.fromkeys((*sent, *trusted))))
    namesakes = tuple(
        other.replace(sent=other.der not in trusted, trusted=other.der in trusted)
        for other in others
        if other.subject == chain[-1].issuer and other not in chain
    )
    return TLSFacts(
        *(None, None, False, members[0]),
        chain=members,
        asked=asked,
        namesakes=namesakes,
    )


def _placed(
    chain: tuple[Certificate, ...], sent: Sent, trusted: Sequence[bytes]
) -> tuple[Certificate, ...]:
    """Return the certificates of a chain, the server's own first, each with its role in it, and
    with whether it was sent and whether it is trusted.
    """
    above = []
    for member in chain[1:]:
        role = "root" if member.subject == member.issuer else "intermediate"
        place = {"role": role, "sent": member.der in sent, "trusted": member.der in trusted}
        above.append(member.replace(**place))
    return (*chain[:1], *above)


def _asked(tls: ssl.SSLObject, server: Server) -> bool:
    """Tell whether the server asked for a client certificate, now or in an earlier handshake."""
    return _asking.get(server, False) or getattr(tls, "_check_smtp_auth_asked", False)


def _bindings(tls: ssl.SSLObject) -> dict[str, bytes]:
    """Return the channel bindings of this connection: "tls-unique" (RFC 5929) is defined up to TLS
    1.2, "tls-exporter" (RFC 9266) is there if Python has it.
    """
    kinds = [kind for kind in ("tls-exporter",) if kind in ssl.CHANNEL_BINDING_TYPES]
    if tls.version() == "TLSv1.2":
        kinds.append("tls-unique")
    found = ((kind, tls.get_channel_binding(kind)) for kind in kinds)
    return {kind: data for kind, data in found if data}


def _chain(tls: ssl.SSLObject, used: ssl.SSLContext) -> list[bytes]:
    """Return the chain that OpenSSL built, from the server's own certificate upwards, in DER form;
    OpenSSL keeps it even if it does not trust it. Empty if there is none.
    """
    if HAS_CHAINS:
        return _certificates(tls, "get_verified_chain")
    from ..chain import path

    return path(_sent(tls), used.get_ca_certs(True), time.time())


def _sent(tls: ssl.SSLObject) -> list[bytes]:
    """Return the certificates that the server sent, in DER form."""
    return _certificates(tls, "get_unverified_chain") if HAS_CHAINS else _noted(tls)


def _certificates(tls: ssl.SSLObject, method: str) -> list[bytes]:
    """Return the result of one of Python's methods, in DER form; the method is public since 3.13,
    and one of a private object in 3.10 to 3.12.
    """
    public = getattr(tls, method, None)
    if public is not None:
        return list(public() or ())
    private: Any = getattr(getattr(tls, "_sslobj", None), method, None)
    if private is None:
        return []
    encoding_der = 2  # _ssl.ENCODING_DER
    return [certificate.public_bytes(encoding_der) for certificate in private() or ()]


class Listening:
    """A context manager in which each new connection of an SSL context notes what Python does not
    report about a handshake: whether the server asks for a client certificate and, on Python 3.9,
    the certificates that it sends. From Python 3.10 on, nothing is noted for a server that is known
    already, since that is slow.

    It uses ``SSLContext._msg_callback`` without its wrapper, which converts all numbers to
    enumerations.
    """

    def __init__(self, used: ssl.SSLContext, server: Server) -> None:
        """Take the context, and the ``server`` that the next connection is to."""
        self._used = used
        self._is_on = _HOOK is not None and not (HAS_CHAINS and server in _asking)

    def __enter__(self) -> None:
        """Set the callback."""
        if self._is_on:
            _listeners[self._used] = _listeners.get(self._used, 0) + 1
            _HOOK.__set__(self._used, _hear)

    def __exit__(self, *_: object) -> None:
        """Remove the callback, unless other connections of the context still need it."""
        if self._is_on:
            _listeners[self._used] -= 1
            if not _listeners[self._used]:
                del _listeners[self._used]
                _HOOK.__set__(self._used, None)


def _hear(tls: Any, direction: str, version: int, content: int, kind: int, data: bytes) -> None:
    """Note one TLS message."""
    if content == HANDSHAKE and direction == "read":
        if kind == CERTIFICATE_REQUEST:
            tls._check_smtp_auth_asked = True
        elif kind == CERTIFICATE and not HAS_CHAINS:
            tls._check_smtp_auth_sent = version, data


def _noted(tls: ssl.SSLObject) -> list[bytes]:
    """Return the certificates in the Certificate message that was noted (RFC 8446 section 4.4.2,
    RFC 5246 section 7.4.2), in DER form.
    """
    version, message = getattr(tls, "_check_smtp_auth_sent", (0, b""))
    is_1_3 = version == ssl.TLSVersion.TLSv1_3
    # The header is followed, in TLS 1.3, by a context, then by the length of the list.
    position = 4 + (1 + int.from_bytes(message[4:5], "big") if is_1_3 else 0) + 3
    found: list[bytes] = []
    while position + 3 < len(message) and len(found) < MOST_CERTIFICATES:
        end = position + 3 + int.from_bytes(message[position : position + 3], "big")
        found.append(message[position + 3 : end])
        # In TLS 1.3, extensions follow each certificate.
        position = end + (2 + int.from_bytes(message[end : end + 2], "big") if is_1_3 else 0)
    return found
