"""Octets as a network may deliver them. Whatever the way, the reader must read the same."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Union

from check_smtp_auth.smtp.reply import NEED_DATA, ProtocolViolation, Reply, ReplyReader

# What comes out of a reader: replies, then perhaps the violation that ends it.
Events = list[Union[Reply, type[ProtocolViolation]]]

WAYS = ("whole", "octet by octet", "glued to what follows")
FOLLOWING, FOLLOWING_REPLY = b"250 following\r\n", Reply(250, ("following",))


def deliver(octets: bytes, way: str) -> Events:
    """Return the events of octets delivered this way, without those of what follows them."""
    if way == "whole":
        return events([octets])
    if way == "octet by octet":
        return events(octets[i : i + 1] for i in range(len(octets)))
    seen = events([octets + FOLLOWING])
    return seen[:-1] if seen[-1] == FOLLOWING_REPLY else seen


def events(chunks: Iterable[bytes]) -> Events:
    """Push the chunks into a reader; return what comes out, to the first violation.

    Whatever else the reader may raise or return comes out as an error of the test.
    """
    reader = ReplyReader()
    seen: Events = []
    for chunk in chunks:
        reader.receive_data(chunk)
        try:
            while True:
                event = reader.next_event()
                if event is NEED_DATA:
                    break
                assert isinstance(event, Reply)
                seen.append(event)
        except ProtocolViolation:
            return [*seen, ProtocolViolation]
    return seen
