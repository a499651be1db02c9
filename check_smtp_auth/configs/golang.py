"""What programs in Go use of its library: blanks, addresses, ports. Pure."""

from __future__ import annotations

# unicode.IsSpace; Python's own strip() also strips four separators.
BLANKS = (
    "\t\n\v\f\r \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)
# Those of net.LookupPort that are for mail.
SERVICES = {"smtp": 25, "submission": 587, "smtps": 465, "submissions": 465}


def trim(text: str) -> str:
    """Strip outer blanks as strings.TrimSpace does."""
    return text.strip(BLANKS)


def split_host_port(address: str) -> tuple[str, str] | None:
    """Split an address as net.SplitHostPort does; None if that fails."""
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
    """Return a port given as number or service name; None if it is neither."""
    if text in SERVICES:
        return SERVICES[text]
    if text.isascii() and text.isdigit() and 0 < int(text[:9]) < 65536:
        return int(text[:9])
    return None
