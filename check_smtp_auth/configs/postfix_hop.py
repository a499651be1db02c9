"""Where Postfix sends mail: a next hop as written in relayhost, transport_maps and others. Pure."""

from __future__ import annotations

from .reading import Found, fault

# The ports of named services.
PORTS = {
    "smtp": 25,
    "submission": 587,
    **dict.fromkeys(("smtps", "submissions", "urd", "ssmtp"), 465),
}


def server_of(hop: str, path: str, named_by: str) -> Found:
    """Return the server of a next hop that a parameter of main.cf names; raises Misconfigured."""
    host, port, exact = _parted(hop)
    plain = port.isdigit() and port.isascii() and len(port) < 6
    number = int(port) if plain else PORTS.get(port or "smtp", 0)
    if not 0 < number < 65536:
        raise fault(path, 0, f"{named_by} has a port that is neither a number nor a known name")
    mx = (
        f"{named_by} has no brackets: Postfix asks the DNS for the servers of {host} (MX), this "
        "check connects to the host itself."
    )
    return Found(host=host, port=number, notices=() if exact else (mx,))


def _parted(relay: str) -> tuple[str, str, bool]:
    """Split a relay host into host, port or service, and whether MX records are skipped."""
    if relay.startswith("["):
        host, bracket, port = relay[1:].partition("]")
        if bracket:
            host = host[5:] if host.lower().startswith("ipv6:") else host
            return host, port[1:] if port.startswith(":") else "", True
    host, _, port = relay.partition(":") if relay.count(":") == 1 else (relay, "", "")
    return host, port, False
