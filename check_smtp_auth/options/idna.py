"""Domains in other letters than ASCII, as the DNS and mail have them (RFC 5890). Pure."""

from __future__ import annotations

import unicodedata

# Letters that IDNA2008 keeps, and Python's codec, which has IDNA2003, replaces: the name would
# be somebody else's.
DEVIANT = "ß\u03c2\u200c\u200d"
# What parts labels beside the full stop (RFC 3490 section 3.1).
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
