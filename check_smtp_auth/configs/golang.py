"""What programs in Go have from its library: blanks, addresses, truth values. Pure."""

from __future__ import annotations

# unicode.IsSpace; Python's own strip() takes off four separators more.
BLANKS = (
    "\t\n\v\f\r \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)
# net.LookupPort knows more of them; these are for mail.
SERVICES = {"smtp": 25, "submission": 587, "smtps": 465, "submissions": 465}


def trim(text: str) -> str:
    """Take off outer blanks as strings.TrimSpace does."""
    return text.strip(BLANKS)


def split_host_port(address: str) -> tuple[str, str] | None:
    """Split an address as net.SplitHostPort does; None for what it refuses."""
    host, colon, port = address.rpartition(":")
    if not colon:
        return None
    if address.startswith("["):
        if not host.endswith("]") or "[" in host[1:] or "]" in host[1:-1]:
            return None
        return host[1:-1], port
    if any(character in address for character in "[]") or ":" in host:
        return None
    return host, port


def port_number(text: str) -> int | None:
    """Return the number of a port, or of a service's name; None for what is none."""
    if text in SERVICES:
        return SERVICES[text]
    if text.isascii() and text.isdigit() and 0 < int(text[:9]) < 65536:
        return int(text[:9])
    return None
