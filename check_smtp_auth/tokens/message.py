"""Parse an answer in HTTP/1.1 (RFC 9112). Pure.

Only what a token endpoint sends is understood: one answer, on a connection that is closed
after it. A token must not be lost because of a wrong length, since there may be no other: a
complete JSON object counts as the whole body.
"""

from __future__ import annotations

import json

from ..record import Record

MOST_HEAD = 16_384
# Switching Protocols: the only status below 200 that is final.
SWITCHED = 101
# Interim answers before the final one: one or two are usual, many are not.
MOST_INTERIM = 8


class NotHTTP(ValueError):
    """Not an answer in HTTP: the text says why."""


class Answer(Record):
    """A final answer: its status, its reason phrase, its body, and its Date field, "" if it has
    none.
    """

    status: int
    reason: str
    body: bytes
    date: str = ""


def parse(octets: bytes, ended: bool, bodiless: bool = False) -> Answer | None:
    """Return the answer, None while it is incomplete; raises NotHTTP.

    ``ended`` says that no more octets will come, ``bodiless`` that it answers a CONNECT.
    """
    for _ in range(MOST_INTERIM + 1):
        if not octets.startswith(b"HTTP/1."[: len(octets)]):
            raise NotHTTP("something that is not HTTP")
        head, separator, rest = _parted(octets)
        if len(head) > MOST_HEAD:
            raise NotHTTP("header fields without end")
        if not separator:
            return None
        first, *lines = head.decode("latin-1").replace("\r\n", "\n").split("\n")
        status, reason = _status(first)
        if not 100 <= status < 200 or status == SWITCHED:
            names = (line.partition(":") for line in lines)
            fields = {name.strip().lower(): value.strip() for name, _, value in names}
            body = b"" if bodiless or status in (204, 304) else _body(fields, rest, ended)
            return None if body is None else Answer(status, reason, body, fields.get("date", ""))
        octets = rest  # an interim answer (RFC 9110 section 15.2): the next one counts
    raise NotHTTP(f"more than {MOST_INTERIM} interim answers")


def _parted(octets: bytes) -> tuple[bytes, bytes, bytes]:
    """Split off the head; a line may also end without CR (RFC 9112 section 2.2)."""
    usual, other = octets.partition(b"\r\n\r\n"), octets.partition(b"\n\n")
    return other if len(other[0]) < len(usual[0]) else usual


def _status(line: str) -> tuple[int, str]:
    """Return status and reason phrase of an answer's first line."""
    status, _, reason = line.partition(" ")[2].partition(" ")
    if len(status) != 3 or not (status.isascii() and status.isdigit()):
        raise NotHTTP("HTTP without a status code")
    return int(status), reason


def _body(fields: dict[str, str], rest: bytes, ended: bool) -> bytes | None:
    """Return the body, None while it is incomplete (RFC 9112 section 6.3)."""
    length = fields.get("content-length")
    if "chunked" in fields.get("transfer-encoding", "").lower():
        body, is_whole = _unchunked(rest)
    elif length is None:
        body, is_whole = rest, ended
    elif not (length.isascii() and length.isdigit()) or len(length) > 9:
        raise NotHTTP("HTTP with a Content-Length that is not a number")
    else:
        body, is_whole = rest[: int(length)], len(rest) >= int(length)
    return body if is_whole or _is_object(body) else None


def _is_object(body: bytes) -> bool:
    """Tell whether it is exactly one JSON object."""
    if not body.rstrip().endswith(b"}"):
        return False
    try:
        return isinstance(json.loads(body.decode("utf-8-sig")), dict)
    except (ValueError, RecursionError):
        return False


def _unchunked(rest: bytes) -> tuple[bytes, bool]:
    """Return the chunks that have come, joined, and whether all have (RFC 9112 section 7.1)."""
    body = b""
    while True:
        line, separator, rest = rest.partition(b"\r\n")
        if not separator:
            return body, False
        size = line.partition(b";")[0].strip()
        try:
            length = int(size, 16)
        except ValueError:
            raise NotHTTP("HTTP with a chunk without a size") from None
        if length < 0 or len(size) > 8:
            raise NotHTTP("HTTP with a chunk without a size")
        if length == 0:
            return body, True
        if len(rest) < length + 2:
            return body + rest[:length], False
        body, rest = body + rest[:length], rest[length + 2 :]


def moment(date: str) -> float | None:
    """Return the time in a Date field, in seconds since the epoch; None if it is not a date (RFC
    9110 section 5.6.7).
    """
    from email.utils import mktime_tz, parsedate_tz  # needed only when an endpoint refuses

    try:
        parsed = parsedate_tz(date)
        return None if parsed is None else float(mktime_tz(parsed))
    except (ValueError, OverflowError, TypeError):
        return None
