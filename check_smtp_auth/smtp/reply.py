"""Octets to SMTP replies (RFC 5321 section 4.2, RFC 3463). Pure.

Push what arrives into a ``ReplyReader`` and ask it for the next event: a ``Reply``, or
``NEED_DATA``. It knows lines, codes and continuation; it does not know what any reply means.
What violates the protocol raises ``ProtocolViolation``; however much a server sends, little of it
is kept.
"""

from __future__ import annotations

from binascii import a2b_base64

from ..record import Record
from ..secret import Secret

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Final, Union

    Event = Union["Reply", "Cue"]

# RFC 5321 asks for 512 octets, RFC 4954 section 4 for challenges of up to 12,288 octets
# of base64; "334 " and the line end come on top.
MAX_LINE = 12_288 + 6
MAX_LINES = 512
MAX_QUOTED = 200
MAX_REPLY = 65_536
# How much of a reply is shown, and searched for a secret: more than anybody reads, and as much as
# the longest line.
MAX_SHOWN = MAX_LINE
# A server says the same to all: so many short replies are kept parsed, up to so many octets each.
MOST_HEARD, LONGEST_HEARD = 64, 1_024
_heard: dict[bytes, Reply] = {}
_BASE64 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/="


class ProtocolViolation(Exception):
    """The peer violated the protocol; the text says how, and quotes a line that is no reply."""


class Cue:
    """An event that is nothing but its name."""

    def __init__(self, name: str) -> None:
        """Take the name by which it prints itself."""
        self._name = name

    def __repr__(self) -> str:
        """Its name."""
        return self._name


# No whole reply has come yet.
NEED_DATA: Final = Cue("NEED_DATA")


class Reply(Record):
    """One whole reply: its code and the text of each line, as the server sent it.

    If secrets in the lines were masked, ``original`` has the lines as they came, for judging the
    reply; nothing of it may be shown. Of a very long reply ``beyond`` has the further lines, of
    which nothing may be shown either.
    """

    code: int
    lines: tuple[str, ...]
    original: Secret | None = None
    beyond: Secret | None = None

    @property
    def unmasked(self) -> Reply:
        """The reply as it came: nothing of it may be shown."""
        if self.original is None:
            return self
        return Reply(self.code, _apart(self.original))

    @property
    def all_lines(self) -> tuple[str, ...]:
        """The lines, and those beyond what may be shown."""
        return self.lines if self.beyond is None else self.lines + _apart(self.beyond)

    @property
    def enhanced(self) -> str | None:
        """The enhanced status code at the start of a line ("5.7.8"), or None (RFC 3463)."""
        for line in self.lines:
            word = line.split(" ", 1)[0]
            if enhanced_code(word):
                return word
        return None

    @property
    def text(self) -> str:
        """The lines in one, without the enhanced status code that each may repeat."""
        enhanced = self.enhanced
        lines = self.lines
        if enhanced:
            lines = tuple(_without(enhanced, line) for line in lines)
        return " ".join(line.strip() for line in lines if line.strip())

    def challenge(self, decoded: bool) -> bytes | None:
        """Return the challenge of a 334, decoded from base64 or as it is; None if it is no base64
        (RFC 4954 section 4).
        """
        octets = " ".join(self.lines).strip().encode("utf-8")
        if not decoded:
            return octets
        try:
            return None if octets.translate(None, _BASE64) else a2b_base64(octets)
        except ValueError:
            return None

    def __str__(self) -> str:
        """The reply as it is quoted: "535 5.7.8 text"."""
        return " ".join(part for part in (str(self.code), self.enhanced, self.text) if part)


def together(lines: Iterable[str]) -> Secret:
    """Return lines joined as a Secret, since they are not to be shown."""
    return Secret("\n".join(lines).encode())


def _apart(lines: Secret) -> tuple[str, ...]:
    """Return the lines of such a Secret."""
    return tuple(lines.reveal().decode("utf-8").split("\n"))


def enhanced_code(word: str) -> bool:
    """Tell whether a word is an enhanced status code, "5.7.8" (RFC 3463 section 2)."""
    parts = word.split(".")
    return (
        len(parts) == 3
        and parts[0] in ("2", "4", "5")
        and all(part.isascii() and part.isdigit() and len(part) <= 3 for part in parts)
    )


def _without(enhanced: str, line: str) -> str:
    """Take the enhanced status code off the start of a line."""
    if line == enhanced:
        return ""
    return line[len(enhanced) + 1 :] if line.startswith(enhanced + " ") else line


class ReplyReader:
    """Collects octets until they make a reply."""

    def __init__(self) -> None:
        """Start with nothing received."""
        self._buffer = bytearray()
        self._scanned = 0
        self._code: int | None = None
        self._lines: list[str] = []
        self._beyond: list[str] = []
        self._size = 0
        self.closed = False

    @property
    def unread(self) -> bytes:
        """What has arrived beyond the last reply; must be empty when TLS starts."""
        return bytes(self._buffer)

    def has_begun(self, code: int | None = None) -> bool:
        """Tell whether octets have come beyond the last reply; with a code, whether they can be the
        start of a reply with that code.
        """
        if not self._buffer and not self._code:
            return False
        begun = b"%d" % self._code if self._code else self.unread[:3]
        return code is None or (b"%d" % code).startswith(begun)

    def receive_data(self, data: bytes) -> None:
        """Take octets from the peer; b"" says that it has closed its side."""
        if data:
            self._buffer += data
        else:
            self.closed = True

    def next_event(self) -> Event:
        """Return the next whole Reply, or NEED_DATA.

        Raises ProtocolViolation for what is no reply, for one over the limits, for one
        cut short by the peer's closing, and for one whose lines have different codes.
        """
        if not self._buffer and not self.closed:
            return NEED_DATA
        fresh = self._code is None and len(self._buffer) <= LONGEST_HEARD
        octets = bytes(self._buffer) if fresh else b""
        if octets in _heard:
            self._buffer.clear()
            self._scanned = 0
            return _heard[octets]
        reply = None
        while reply is None:
            line = self._next_line()
            if line is None:
                if self.closed and (self._buffer or self._lines):
                    raise ProtocolViolation("the connection was closed in the middle of a reply")
                return NEED_DATA
            reply = self._take(line)
        if octets and not self._buffer:
            if len(_heard) >= MOST_HEARD:
                _heard.clear()
            _heard[octets] = reply
        return reply

    def _next_line(self) -> bytes | None:
        """Cut the next line off the buffer, without its end (CRLF, or a lone LF)."""
        end = self._buffer.find(b"\n", self._scanned)
        if end < 0:
            self._scanned = len(self._buffer)
        if (end if end >= 0 else len(self._buffer)) > MAX_LINE:
            raise ProtocolViolation(f"a reply line of more than {MAX_LINE} octets")
        if end < 0:
            return None
        line = bytes(self._buffer[:end])
        del self._buffer[: end + 1]
        self._scanned = 0
        return line[:-1] if line.endswith(b"\r") else line

    def _take(self, line: bytes) -> Reply | None:
        """Add one line to the reply under way; return the reply if it was the last."""
        code, last, text = _split(line)
        if self._code not in (None, code):
            raise ProtocolViolation("the lines of one reply have different codes")
        self._size += len(line)
        if len(self._lines) + len(self._beyond) >= MAX_LINES or self._size > MAX_REPLY:
            raise ProtocolViolation("a reply of too many lines or bytes")
        self._code = code
        (self._lines if self._size <= MAX_SHOWN else self._beyond).append(text)
        if not last:
            return None
        beyond = together(self._beyond) if self._beyond else None
        reply = Reply(code, tuple(self._lines), beyond=beyond)
        self._code, self._lines, self._beyond, self._size = None, [], [], 0
        return reply


def _split(line: bytes) -> tuple[int, bool, str]:
    """Split a reply line into its code, whether it is the last, and its text."""
    code = line[:3]
    # RFC 5321 section 4.2: the first digit is 2 to 5, the second 0 to 5; servers use
    # second digits beyond that, so only the first is held to it.
    if len(code) < 3 or not code.isdigit() or code[:1] not in b"2345":
        came = f": '{quoted(line)}'" if quoted(line) else ""
        raise ProtocolViolation(f"a line that does not start with a reply code{came}")
    if line[3:4] not in (b"", b" ", b"-"):
        raise ProtocolViolation("a reply code that neither space nor hyphen follows")
    return int(code), line[3:4] != b"-", _decode(line[4:])


def quoted(octets: bytes) -> str:
    """Return octets that are no reply as text on one line; "" if they are no text."""
    text = " ".join(octets[:MAX_QUOTED].decode("utf-8", "replace").split())
    strange = sum(not each.isprintable() or each == "\ufffd" for each in text)
    return text if 5 * strange < len(text) else ""


def _decode(octets: bytes) -> str:
    """Decode a reply's text: UTF-8 or, if it is not that, Latin-1."""
    try:
        return octets.decode("utf-8")
    except UnicodeDecodeError:
        return octets.decode("latin-1")
