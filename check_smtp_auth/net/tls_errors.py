"""What OpenSSL's errors mean, and whether what came was TLS at all."""

from __future__ import annotations

import ssl

from ..observation import Kind
from .loop import Broken

# A record that is an alert and no more, and its level (RFC 5246 section 7.2).
ALERT, ALERT_SIZE, WARNING = 21, 7, 1
# How a TLS record begins: its type, and the first octet of its version (RFC 8446 section 5.1).
RECORD_TYPES, RECORD_VERSION = range(20, 25), 3


def is_end(error: ssl.SSLError) -> bool:
    """Tell whether the peer has closed, with TLS's own alert or without.

    Python 3.9 has no error class for the latter with OpenSSL 3.
    """
    closed = isinstance(error, (ssl.SSLZeroReturnError, ssl.SSLEOFError))
    return closed or error.reason == "UNEXPECTED_EOF_WHILE_READING"


def lost(error: ssl.SSLError) -> Broken:
    """Translate an OpenSSL error on an established connection."""
    from ..faults import require_resources

    require_resources(error)
    words = reason(error)
    return Broken(Kind.ALERT if "alert" in words else Kind.GARBLED, words)


def is_tls(octets: bytes) -> bool:
    """Tell whether the first octets from a server may begin a TLS record, as none at all may."""
    begin = octets[:2] + bytes((RECORD_TYPES[0], RECORD_VERSION))[len(octets) :]
    return begin[0] in RECORD_TYPES and begin[1] == RECORD_VERSION


def last_word(octets: bytes) -> str:
    """Return the TLS warning that was the last answer of a server, in words; "" if it was none.
    OpenSSL ignores a mere warning, but the server may close the connection after it.
    """
    if octets[:1] != bytes((ALERT,)) or len(octets) != ALERT_SIZE or octets[5] != WARNING:
        return ""
    try:
        name = ssl.AlertDescription(octets[6]).name
    except ValueError:
        return f"tls alert {octets[6]}"
    words = name.replace("ALERT_DESCRIPTION_", "").replace("_", " ").lower()
    return "" if words == "close notify" else f"tls alert {words}"


def reason(error: ssl.SSLError) -> str:
    """OpenSSL's reason in plain words: no "[SSL]", no "(_ssl.c:1006)", no number (Python 3.15)."""
    words = error.reason or str(error).rpartition("] ")[2]
    return words.partition(" (")[0].replace("_", " ").lower()
