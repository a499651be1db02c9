"""From the token endpoint's HTTP answer to a token, or to why there is none. Pure."""

from __future__ import annotations

import json
import zlib

from ..mask import Mask
from ..observation import Kind
from ..record import Record
from ..secret import MAX_TOKEN, Secret, with_article
from .client import TOO_LONG, TokenUnavailable
from .message import moment

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any, Callable, TypeVar

    from .message import Answer

    T = TypeVar("T")

# Tokens of some thousand octets are common; an answer of more than this is something else.
MOST = 65_536
# How much of an endpoint's words goes into the first line.
LONGEST_DETAIL = 240
LONGEST_ERROR = 64
# How much of them is masked before that: a secret may begin in it and go on behind it.
LOOKED_AT = 8 * LONGEST_DETAIL
# No token lives longer, and no code, in seconds; what says so is nonsense.
LONGEST_LIFE = 366 * 86_400.0
# What Entra adds to its words about an error; it names the request, and helps no one else.
TRAILERS = ("Trace ID:", "Correlation ID:", "Timestamp:")
# How Entra's numbers begin in its words, if it gives no list of them.
NUMBER = "AADSTS"
MOST_CODES = 8
# A body that was compressed begins so (RFC 1952).
GZIP = b"\x1f\x8b"


class Granted(Record):
    """What the endpoint gave: ``lifetime`` is in seconds, 0 if unknown; ``scope`` is "" if it is
    the one that was asked for (RFC 6749 section 5.1).
    """

    token: Secret
    lifetime: float
    scope: str = ""


class Heard:
    """What was answered ``now`` (seconds since the epoch) to what was sent.

    ``refresh_token`` is the one that came with it, whatever else is wrong with the answer; None
    if there is none. Raises TokenUnavailable for one that could not be read back later.
    """

    def __init__(self, answer: Answer, sent: list[Secret], now: float) -> None:
        """Look for the refresh token."""
        self._answer, self._sent, self.now = answer, sent, now
        self.refresh_token = None
        try:
            fields = _fields(answer.status, answer.body)
        except TokenUnavailable:  # ``granted`` tells
            return
        if "error" not in fields:
            self.refresh_token = _token("refresh_token", fields)

    def granted(self) -> Granted:
        """Return what was given; raises TokenUnavailable, with the difference of the clocks."""
        return self._understood(read)

    def fields(self) -> dict[str, Any]:
        """Return the fields of an answer other than a refusal; raises TokenUnavailable as above."""
        return self._understood(_accepted)

    def _understood(self, understand: Callable[..., T]) -> T:
        """Return what ``understand`` makes of the answer."""
        answer = self._answer
        try:
            return understand(answer.status, answer.body, self._sent)
        except TokenUnavailable as problem:
            told = moment(answer.date)
            problem.ahead = self.now - told if told else 0.0
            raise


def read(status: int, body: bytes, sent: Iterable[Secret] = ()) -> Granted:
    """Understand an answer; raises TokenUnavailable.

    ``sent`` are the secrets of the request: what is quoted of the answer shows none of them.
    """
    return _granted(status, _accepted(status, body, sent))


def _accepted(status: int, body: bytes, sent: Iterable[Secret]) -> dict[str, Any]:
    """Return the fields of an answer that is no refusal; raises TokenUnavailable."""
    if 300 <= status < 400:
        raise no_answer(status, f"a redirect (HTTP {status}), which is not followed")
    fields = _fields(status, body)
    if "error" in fields:
        raise refusal(status, fields, sent)
    if status != 200:
        raise no_answer(status, f"HTTP {status} without saying why")
    return fields


def _fields(status: int, body: bytes) -> dict[str, Any]:
    """Return the JSON object in the body; raises TokenUnavailable if there is none."""
    what = f"HTTP {status} and "
    if not body.strip():
        raise no_answer(status, f"{what}nothing else")
    try:
        fields = json.loads(_text(body))
    except (ValueError, RecursionError):
        page = body.lstrip()[:1] == b"<"
        raise no_answer(status, f"{what}{'a web page' if page else 'no JSON'}") from None
    if not isinstance(fields, dict):
        raise no_answer(status, f"{what}JSON that is not an object")
    if fields.get("error") in (None, ""):  # some endpoints say so if there is none
        fields.pop("error", None)
    if "error" not in fields and "errorCode" in fields:  # Okta's
        return {"error": fields["errorCode"], "error_description": fields.get("errorSummary")}
    return fields


def _text(body: bytes) -> str:
    """Return a body as text: UTF-8 (RFC 8259 section 8.1), but some write their words otherwise."""
    if body.startswith(GZIP):  # though it was not asked for
        try:
            body = zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(body, MOST)
        except zlib.error:
            pass
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError:
        return body.decode("latin-1")


def refusal(
    status: int, fields: Mapping[str, Any], sent: Iterable[Secret] = ()
) -> TokenUnavailable:
    """The error for a refusal of a token, or of a code (RFC 6749 sections 4.1.2.1 and 5.2)."""
    raw, words = fields["error"], fields.get("error_description")
    masks = [Mask(secret) for secret in sent]
    shown = _cleaned(raw, masks)[:LONGEST_ERROR] if isinstance(raw, str) else ""
    if not shown:
        return no_answer(status, f"HTTP {status} and an error in a form that is not OAuth's")
    words = _cleaned(words, masks) if isinstance(words, str) else ""
    subtype = fields.get("error_subtype")  # Google's
    subtype = _cleaned(subtype, masks)[:LONGEST_ERROR] if isinstance(subtype, str) else ""
    detail = f"{words} ({subtype})".strip() if subtype else words
    return TokenUnavailable(
        Kind.TOKEN_REFUSED,
        f"{shown}: {detail}" if detail else shown,
        shown.lower().replace(" ", "_"),
        status,
        words,
        _codes(fields.get("error_codes"), words),
        subtype,
    )


def _codes(listed: object, words: str) -> tuple[int, ...]:
    """Return Entra's numbers: those that it lists, or the one that its words begin with."""
    if isinstance(listed, list) and listed:
        return tuple(each for each in listed[:MOST_CODES] if isinstance(each, int))
    number = words[len(NUMBER) :].partition(":")[0] if words.startswith(NUMBER) else ""
    return (int(number),) if number.isascii() and number.isdigit() and len(number) < 10 else ()


def _cleaned(text: str, masks: list[Mask]) -> str:
    """Return the first line of a text from outside, masked and cut."""
    line = next(iter(text.strip().splitlines()), "")[:LOOKED_AT]
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
        raise no_answer(status, "a token that is not a bearer token")
    token = _token("access_token", fields)
    if token is None:
        raise _without("access_token")
    lifetime = seconds_of(fields.get("expires_in"), 0.0)
    scope = fields.get("scope")
    return Granted(token, lifetime, scope if isinstance(scope, str) else "")


def _token(name: str, fields: dict[str, Any]) -> Secret | None:
    """Return a token of an answer, None if there is none; raises TokenUnavailable for what cannot
    be one: it is visible ASCII (RFC 6749 appendix A), and not too long.
    """
    value = fields.get(name)
    if value in (None, ""):
        return None
    if not is_plain(value):
        raise _without(name)
    if len(value) > MAX_TOKEN:
        size = f"{len(value)} bytes, more than the {MAX_TOKEN} that are accepted"
        raise no_answer(200, f"{with_article(name)} of {size}", TOO_LONG)
    return Secret(value.encode("ascii"))


def is_plain(value: object) -> bool:
    """Tell whether it is text with the characters of tokens only."""
    return isinstance(value, str) and all("!" <= c <= "~" for c in value)


def seconds_of(value: object, otherwise: float) -> float:
    """Return a length of time, which some endpoints write as text; ``otherwise`` if it is none, or
    nonsense.
    """
    try:
        number = float(value) if isinstance(value, (int, float, str)) else 0.0
    except (ValueError, OverflowError):
        return otherwise
    return number if 0.0 < number <= LONGEST_LIFE else otherwise


def _without(name: str) -> TokenUnavailable:
    """Return the error for an answer in which a field is missing, or is nothing of the kind."""
    return no_answer(200, f"HTTP 200 and JSON without a usable {name}")


def no_answer(
    status: int, what: str, subtype: str = "", endpoint: str = "token"
) -> TokenUnavailable:
    """Return the error for an answer that is not OAuth's."""
    detail = f"the {endpoint} endpoint answered with {what}"
    return TokenUnavailable(Kind.TOKEN_ANSWER, detail, status=status, subtype=subtype)
