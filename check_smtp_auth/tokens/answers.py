"""What the token endpoint says: an HTTP answer to a token, or to why there is none. Pure."""

from __future__ import annotations

import json

from ..mask import Mask
from ..observation import Kind
from ..record import Record
from ..secret import Secret
from .client import TokenUnavailable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

# Tokens of some thousand octets are common; an answer of more than this is something else.
MOST = 65_536
# A first line has no room for more words of theirs.
LONGEST_DETAIL = 240
LONGEST_ERROR = 64
# No token lives longer, in seconds; what says so is nonsense.
LONGEST_LIFE = 366 * 86_400.0
# What Entra adds to its words about an error; it names the request, and helps no one else.
TRAILERS = ("Trace ID:", "Correlation ID:", "Timestamp:")


class Granted(Record):
    """What the endpoint gave: ``lifetime`` is in seconds, 0 where it was not told."""

    token: Secret
    lifetime: float
    refresh_token: Secret | None = None


def read(status: int, body: bytes, sent: Iterable[Secret] = ()) -> Granted:
    """Understand an answer; raises TokenUnavailable.

    ``sent`` are the secrets of the request: what is quoted of the answer shows none of them.
    """
    if 300 <= status < 400:
        raise _no_answer(status, f"a redirect (HTTP {status}), which is not followed")
    fields = _fields(status, body)
    if "error" in fields:
        raise _refusal(status, fields, sent)
    if status != 200:
        raise _no_answer(status, f"HTTP {status} without saying why")
    return _granted(status, fields)


def _fields(status: int, body: bytes) -> dict[str, Any]:
    """Return the object that the body holds; raises TokenUnavailable where it is none."""
    what = f"HTTP {status} and "
    if not body.strip():
        raise _no_answer(status, f"{what}nothing else")
    try:
        fields = json.loads(body.decode("utf-8"))
    except UnicodeDecodeError:
        raise _no_answer(status, f"{what}a text that is not in UTF-8") from None
    except (ValueError, RecursionError):
        page = body.lstrip()[:1] == b"<"
        raise _no_answer(status, f"{what}{'a web page' if page else 'no JSON'}") from None
    if not isinstance(fields, dict):
        raise _no_answer(status, f"{what}JSON that is no object")
    return fields


def _refusal(status: int, fields: dict[str, Any], sent: Iterable[Secret]) -> TokenUnavailable:
    """Say why the endpoint gave no token (RFC 6749 section 5.2)."""
    error, words = fields["error"], fields.get("error_description")
    if not isinstance(error, str):
        return _no_answer(status, f"HTTP {status} and an error in a form that is not OAuth's")
    masks = [Mask(secret) for secret in sent]
    error = _cleaned(error, masks)[:LONGEST_ERROR]
    detail = _cleaned(words, masks) if isinstance(words, str) else ""
    subtype = fields.get("error_subtype")  # Google's
    if isinstance(subtype, str):
        detail = f"{detail} ({_cleaned(subtype, masks)[:LONGEST_ERROR]})"
    said = f"{error}: {detail.strip()}" if detail.strip() else error
    return TokenUnavailable(Kind.TOKEN_REFUSED, said, error, status)


def _cleaned(text: str, masks: list[Mask]) -> str:
    """Return the first line of a text that came from outside, masked and cut."""
    line = next(iter(text.strip().splitlines()), "")
    for trailer in TRAILERS:
        line = line.partition(trailer)[0]
    line = "".join(c if c.isprintable() else " " for c in line).strip()
    for mask in masks:
        line = mask.line(line)
    return line if len(line) <= LONGEST_DETAIL else f"{line[:LONGEST_DETAIL]}..."


def _granted(status: int, fields: dict[str, Any]) -> Granted:
    """Return the token of an answer that has one (RFC 6749 section 5.1)."""
    kind = fields.get("token_type", "Bearer")
    if not isinstance(kind, str) or kind.lower() != "bearer":
        raise _no_answer(status, "a token that is no bearer token")
    token = _secret(fields.get("access_token"))
    if token is None:
        raise _no_answer(status, f"HTTP {status} and JSON without a usable access_token")
    return Granted(token, _lifetime(fields), _secret(fields.get("refresh_token")))


def _secret(value: object) -> Secret | None:
    """Wrap a token; None for what can be none: it is visible ASCII (RFC 6749 appendix A)."""
    if not isinstance(value, str) or not value or not value.isascii():
        return None
    return Secret(value.encode("ascii")) if all("!" <= c <= "~" for c in value) else None


def _lifetime(fields: dict[str, Any]) -> float:
    """How long the token lives; some endpoints write the number as a text."""
    value = fields.get("expires_in")
    try:
        seconds = float(value) if isinstance(value, (int, float, str)) else 0.0
    except (ValueError, OverflowError):
        return 0.0
    return seconds if 0.0 < seconds <= LONGEST_LIFE else 0.0


def _no_answer(status: int, what: str) -> TokenUnavailable:
    """The error for an answer that is not OAuth's."""
    detail = f"the token endpoint answered with {what}"
    return TokenUnavailable(Kind.TOKEN_ANSWER, detail, status=status)
