"""Whether what was given as an access token is one, judged by how it looks.

An access token is one word (RFC 6750 section 2.1). People often give more than that, or something
else; if it were sent, the server's refusal would be misleading.
"""

from __future__ import annotations

from binascii import Error, a2b_base64

from ..accounts import Misconfigured
from ..private_file import first_line
from ..secret import MAX_TOKEN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..secret import Secret

# The characters of a "b64token", which may end with some "=".
B64TOKEN = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~+/")
# Words before a token in headers, messages and forms.
NAMES = (b"authorization", b"bearer", b"basic", b"auth", b"token", b"access_token")
# What jq, JavaScript and Python print if there is no token, and what is left of a header then.
NOTHING = (b"null", b"undefined", b"none", b"bearer")
QUOTES = b"\"'`"
# The least length of a line at which a token is wrapped; and the customary lengths.
SHORTEST_BROKEN, CUSTOMARY = 40, (60, 64, 72, 76, 78, 79, 80)
JWT = b"eyJ"
# The groups of a GUID, by their lengths.
GUID = [8, 4, 4, 4, 12]
ALONE = "only the token belongs there"


def token(octets: bytes, where: str) -> Secret:
    """Return the access token that is the first line; raises Misconfigured for what is none."""
    secret = first_line(octets, where, MAX_TOKEN)
    flaw = _flaw(secret.reveal(), octets.split(b"\n")[1:])
    if flaw:
        raise Misconfigured(f"{where} does not have an access token on its first line, but {flaw}")
    return secret


def _flaw(line: bytes, more: list[bytes]) -> str:
    """Say what a line is instead of a token, "" if it may be one; ``more`` are those after it."""
    if line[:1] in (b"{", b"["):
        return f"JSON: {ALONE}, which is the value of access_token"
    if line.startswith(b"-----BEGIN"):
        return f"a key or a certificate: {ALONE}"
    word = line.strip().lower()
    if word in NOTHING:
        return f"only the word {word.decode()}: the program or file it came from has no token"
    for name in NAMES:
        if word.startswith(name) and word[len(name) : len(name) + 1] in (b" ", b"\t", b":", b"="):
            return f"one with the word {name.decode()} before it: {ALONE}"
    if _is_message(line) or _is_message(_decoded(line)):
        return f"a whole SASL message: {ALONE}, without user= and auth=Bearer"
    if line[0] in QUOTES or line[-1] in QUOTES:
        return f"one in quotes: {ALONE}"
    if b" " in line or b"\t" in line:
        return f"one with spaces before, after or in it: {ALONE}"
    if not B64TOKEN.issuperset(line.rstrip(b"=")):
        return "one with invalid characters: copy it again"
    if _is_guid(line):
        return "an ID (of a client, a tenant or a secret): an access token is much longer"
    if _goes_on(line, more):
        return "only part of one, split over several lines: put it on one line"
    return ""


def _is_message(text: bytes) -> bool:
    """Tell whether it is what XOAUTH2 or OAUTHBEARER sends, or a part of it."""
    text = text.lower()
    whole = text.startswith((b"user=", b"n,", b"y,")) and b"auth=bearer" in text
    return whole or text.startswith((b"auth=bearer ", b"bearer "))


def _decoded(line: bytes) -> bytes:
    """Decode base64, in which such messages are sent; b"" if it is none."""
    try:
        return a2b_base64(line)
    except Error:
        return b""


def _is_guid(line: bytes) -> bool:
    """Tell whether it has the form of Entra's IDs."""
    groups = line.strip(b"=").split(b"-")
    return list(map(len, groups)) == GUID and all(
        octet in b"0123456789abcdefABCDEF" for group in groups for octet in group
    )


def _goes_on(line: bytes, more: list[bytes]) -> bool:
    """Tell whether the lines after the first look like the rest of it."""
    rest = [each.rstrip(b"\r") for each in more]
    while rest and not rest[-1]:
        rest.pop()
    if not rest or len(line) < SHORTEST_BROKEN:
        return False
    if not all(each and B64TOKEN.issuperset(each.rstrip(b"=")) for each in rest):
        return False
    widths = {len(line), *map(len, rest[:-1])}
    if len(widths) > 1 or len(rest[-1]) > len(line):
        return False
    cut = line.startswith(JWT) and line.count(b".") < 2
    return len(rest) > 1 or len(line) in CUSTOMARY or cut
