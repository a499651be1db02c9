"""Domains with letters other than ASCII, converted to A-labels (RFC 5890). Pure."""

from __future__ import annotations

import unicodedata

# Letters that IDNA2008 keeps but Python's codec, which implements IDNA2003, replaces: that would
# be somebody else's name.
DEVIANT = "ß\u03c2\u200c\u200d"
# What separates labels beside the full stop (RFC 3490 section 3.1).
STOPS = {ord(stop): "." for stop in "\u3002\uff0e\uff61"}


def ascii_name(name: str) -> str:
    """Return a domain with each label that is not ASCII as an A-label; raises UnicodeError."""
    return ".".join(map(_a_label, name.translate(STOPS).split(".")))


def _a_label(label: str) -> str:
    """Return one label in ASCII; raises UnicodeError."""
    if label.isascii():
        return label
    if not any(letter in DEVIANT for letter in label):
        return label.encode("idna").decode("ascii")
    return f"xn--{unicodedata.normalize('NFC', label.lower()).encode('punycode').decode('ascii')}"
