"""URLs of mail servers, as each program parses them. Pure.

The same scheme means TLS from the start to one program, and no TLS to another; what ends a password
differs as well. A module here has a function for each dialect, from text to ``Address``. It raises
``Unfit`` for what the program would reject, in words that do not quote it.
"""

from __future__ import annotations

from ...record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ...accounts import TLSMode

_HEX = "0123456789abcdefABCDEF"


class Unfit(Exception):
    """What is wrong with a URL, without quoting it."""


class Address(Record):
    """The parts of a URL. ``offered_only``: TLS if the server offers it, otherwise clear text;
    ``unverified``: any certificate is accepted.
    """

    host: str
    port: int
    tls: TLSMode
    user: str = ""
    password: bytes = b""
    offered_only: bool = False
    sender: str = ""
    hello: str = ""
    unverified: bool = False


def octets(text: str) -> bytes:
    """Return the octets of a text that was read from a file."""
    return text.encode("utf-8", "surrogateescape")


def decoded(text: str) -> bytes:
    """Return a text with %XX decoded; a % without two hexadecimal digits is kept."""
    first, *rest = text.split("%")
    made = [octets(first)]
    for piece in rest:
        if len(piece) > 1 and piece[0] in _HEX and piece[1] in _HEX:
            made += [bytes((int(piece[:2], 16),)), octets(piece[2:])]
        else:
            made.append(octets("%" + piece))
    return b"".join(made)


def words(text: str) -> str:
    """Return a text with %XX decoded; what is not UTF-8 is replaced."""
    return decoded(text).decode("utf-8", "replace")


def cut(text: str, signs: str) -> tuple[str, str]:
    """Split a text before the first of some characters."""
    at = min((at for at in map(text.find, signs) if at >= 0), default=len(text))
    return text[:at], text[at:]


def query_of(rest: str) -> dict[str, str]:
    """Return the pairs of the query in what follows the authority; the last of equals counts."""
    query = rest.partition("#")[0].partition("?")[2]
    pairs = (pair.replace("+", " ").partition("=") for pair in query.split("&") if pair)
    return {words(name): words(value) for name, _, value in pairs}


def port_number(digits: str, default: int) -> int:
    """Return a port, the default for none; raises Unfit."""
    if not digits:
        return default
    if not (digits.isascii() and digits.isdigit() and int(digits[:6]) < 65536):
        raise Unfit("has a port that is not a number: a / ? # or @ in the password must be encoded")
    return int(digits) or default


def required(host: str) -> str:
    """Return the host; raises Unfit if there is none."""
    if not host:
        raise Unfit("names no server")
    return host
