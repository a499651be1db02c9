"""Octets of HTTP/1.1 to an answer (RFC 9112). Pure.

Only what a token endpoint may do is understood: one answer, on a connection that is closed
after it.
"""

from __future__ import annotations

from ..record import Record

MOST_HEAD = 16_384


class NotHTTP(ValueError):
    """What came is no answer in HTTP: the text says why."""


class Answer(Record):
    """A final answer: its status, its reason phrase, and its body as it was sent."""

    status: int
    reason: str
    body: bytes


def parse(octets: bytes, ended: bool, bodiless: bool = False) -> Answer | None:
    """Return the answer, None while more of it is to come; raises NotHTTP.

    ``ended`` says that no more will come, ``bodiless`` that it was asked for by CONNECT.
    """
    if not octets.startswith(b"HTTP/1."[: len(octets)]):
        raise NotHTTP("something that is not HTTP")
    head, separator, rest = octets.partition(b"\r\n\r\n")
    if not separator:
        if len(octets) > MOST_HEAD:
            raise NotHTTP("endless header fields")
        return None
    first, *lines = head.decode("latin-1").split("\r\n")
    status, _, reason = first.partition(" ")[2].partition(" ")
    if len(status) != 3 or not (status.isascii() and status.isdigit()):
        raise NotHTTP("HTTP without a status")
    if status[0] == "1":  # an interim answer (RFC 9110 section 15.2)
        return parse(rest, ended) if rest else None
    names = (line.partition(":") for line in lines)
    fields = {name.strip().lower(): value.strip() for name, _, value in names}
    body = b"" if bodiless or status in ("204", "304") else _body(fields, rest, ended)
    return None if body is None else Answer(int(status), reason, body)


def _body(fields: dict[str, str], rest: bytes, ended: bool) -> bytes | None:
    """Return the body if it is all there (RFC 9112 section 6.3)."""
    if "chunked" in fields.get("transfer-encoding", "").lower():
        return _unchunked(rest)
    length = fields.get("content-length")
    if length is None:
        return rest if ended else None
    if not (length.isascii() and length.isdigit()) or len(length) > 9:
        raise NotHTTP("HTTP with a length that is no number")
    return rest[: int(length)] if len(rest) >= int(length) else None


def _unchunked(rest: bytes) -> bytes | None:
    """Join the chunks if they are all there (RFC 9112 section 7.1)."""
    body = b""
    while True:
        line, separator, rest = rest.partition(b"\r\n")
        if not separator:
            return None
        size = line.partition(b";")[0].strip()
        try:
            length = int(size, 16)
        except ValueError:
            raise NotHTTP("HTTP with chunks of no size") from None
        if length < 0 or len(size) > 8:
            raise NotHTTP("HTTP with chunks of no size")
        if length == 0:
            return body
        if len(rest) < length + 2:
            return None
        body, rest = body + rest[:length], rest[length + 2 :]
