"""HAProxy's PROXY protocol, version 1: tells a server behind a load balancer who connects.

Source: proxy-protocol.txt of HAProxy, section 2.1.
"""

from __future__ import annotations


def header(ours: tuple[str, int], theirs: tuple[str, int]) -> bytes:
    """Return the first line of a connection between two ends, given as address, both IPv4 or both
    IPv6, and port.
    """
    family = "TCP6" if ":" in ours[0] else "TCP4"
    return f"PROXY {family} {ours[0]} {theirs[0]} {ours[1]} {theirs[1]}\r\n".encode("ascii")
