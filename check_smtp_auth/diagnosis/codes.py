"""Replaces what programs send instead of a sentence by one. Pure.

A gateway forwards the JSON of the API behind it, a server the number that Windows returned, and
many send a constant instead of a text: ``AccountLocked``. Apart from ``reading``, since few replies
contain any of this.
"""

from __future__ import annotations

from .names import COLON, FAILURES, MARKS, PAUSE, STOP, word_set
from .reading import BEGINNINGS, CERTAIN, KEYS, LONG
from .vocabulary import beginning_with, is_known

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

# Keys of a JSON object whose values say what is wrong; those of others are names or numbers.
TELLING_KEYS = (
    *("error", "message", "msg", "reason", "status", "code", "detail", "description"),
    *("title", "type", "cause", "info", "text", "result", "fault"),
)
# Codes that stand for a reason: Active Directory's, as it writes them after LDAP's error 49;
# Windows' own status; Entra ID's; and IMAP's response codes (RFC 5530), which begin a text.
REASONS = {
    "[errno": "internal error",
    "data 525": "no such user",
    "data 52e": "invalid credentials",
    "data 52f": "account forbidden",
    "data 530": "account forbidden",
    "data 531": "this host is not allowed",
    "data 532": "password expired",
    "data 533": "account disabled",
    "data 534": "account forbidden",
    "data 701": "account expired",
    "data 773": "password must be changed",
    "data 775": "account locked",
    "0xc000005e": "no logon servers",
    "0xc0000064": "no such user",
    "0xc000006a": "wrong password",
    "0xc000006d": "logon failure",
    "0xc000006e": "account forbidden",
    "0xc000006f": "account forbidden",
    "0xc0000070": "this host is not allowed",
    "0xc0000071": "password expired",
    "0xc0000072": "account disabled",
    "0xc000015b": "account forbidden",
    "0xc000018b": "internal error",
    "0xc000018d": "internal error",
    "0xc0000192": "internal error",
    "0xc0000193": "account expired",
    "0xc0000224": "password must be changed",
    "0xc0000234": "account locked",
    "0xc0000413": "account forbidden",
    "0x80090308": "malformed message",
    "0x8009030c": "logon denied",
    "0x80090311": "no logon servers",
    "0x80090346": "channel binding required",
    "aadsts500121": "second factor required",
    "aadsts500341": "account disabled",
    "aadsts50020": "no such user",
    "aadsts50034": "no such user",
    "aadsts50053": "account locked",
    "aadsts50055": "password expired",
    "aadsts50057": "account disabled",
    "aadsts50105": "account forbidden",
    "aadsts50128": "no such domain",
    "aadsts50133": "token revoked",
    "aadsts50144": "password expired",
    "aadsts50158": "second factor required",
    "aadsts50072": "second factor required",
    "aadsts50074": "second factor required",
    "aadsts50076": "second factor required",
    "aadsts50079": "second factor required",
    "aadsts50126": "invalid credentials",
    "aadsts53000": "device is not compliant",
    "aadsts530034": "conditional access",
    "aadsts53003": "conditional access",
    "aadsts53004": "second factor required",
    "aadsts65001": "consent required",
    "aadsts700016": "token invalid",
    "aadsts7000222": "token expired",
    "aadsts700082": "token expired",
    "aadsts70043": "token expired",
    "aadsts50173": "token revoked",
    "aadsts80002": "backend timed out",
    "aadsts90002": "no such domain",
    "aadsts90033": "temporarily unavailable",
    "rpc error: code = unavailable": "temporarily unavailable",
    "rpc error:": "",
    "(using password:": "database unavailable (",
    "[authenticationfailed]": "invalid credentials",
    "[authorizationfailed]": "identity not permitted",
    "[contactadmin]": "account forbidden",
    "[expired]": "password expired",
    "[privacyrequired]": "encryption required",
    "[unavailable]": "temporarily unavailable",
    "[limit]": "limit exceeded",
    "[inuse]": "temporarily unavailable",
    "[in-use]": "temporarily unavailable",
    "[login-delay]": "too many logins",
    "[overquota]": "quota exceeded",
    "[sys/temp]": "temporarily unavailable",
}
# NetEase's codes (163.com, 126.com and company mail): two letters for the stage, three for the rule
# that was broken; and the keys of its login ("ERR.LOGIN.PASSERR"), by their last part.
NETEASE = {
    "hl:icc": "too many connections",
    "hl:ifc": "too many connections",
    "hl:itc": "too many connections",
    "hl:ipb": "ip address not allowed",
    "hl:ihu": "ip address blocked",
    "hl:rep": "ip address blocked",
    "hl:mep": "ip address blocked",
    "mi:cel": "too many commands",
    "mi:ccl": "too many commands",
    "mi:dmc": "too many messages",
    "mi:sfq": "too many messages",
    "mi:stc": "too many messages",
    "mi:spb": "sender not allowed",
    "mi:imf": "invalid sender address",
    "mi:spf": "spf failed",
    "mi:nhd": "helo name required",
    "rp:ccl": "too many commands",
    "rp:cel": "too many commands",
    "rp:drc": "too many recipients",
    "rp:qrc": "too many recipients",
    "rp:rcl": "too many recipients",
    "rp:trc": "too many recipients",
    "rp:frl": "relaying denied",
    "wm:bli": "ip address not allowed",
    "wm:blu": "sender not allowed",
    "dt:rbl": "ip address is on a block list",
    "passerr": "wrong password",
    "reqcode": "authorization code required",
    "usernotexist": "no such user",
    "userstatus": "account disabled",
    "userexp": "account expired",
    "domainnotexist": "no such domain",
    "domainstatus": "domain disabled",
    "domainexped": "domain expired",
    "ipdeny": "ip address not allowed",
    "smtplimit": "too many logins",
    "systembusy": "system busy",
}
# After a name and a colon, these say what that user was refused.
NEGATIONS = ("no", "not", "unknown", "invalid", "incorrect", "wrong", "bad", "unable", "login")
TELLING_OF = word_set(FAILURES).union(NEGATIONS)
# A token with more parts, or with more letters, is not a constant.
MOST_PARTS = 6
LONGEST = 60


def spelled_out(text: str) -> str:
    """Return a folded text with its first JSON object, and its codes, replaced by sentences."""
    text = " ".join(text.split())
    start = text.find("{")
    if start >= 0:
        import json

        try:
            document, end = json.JSONDecoder().raw_decode(text, start)
            text = " . ".join([text[:start], *_said(document), text[end:]])
        except (ValueError, RecursionError):
            pass  # not JSON, or too deeply nested on purpose
    words = text.split(" ")
    for at, word in enumerate(words):
        says = NETEASE.get(word.rpartition(".")[2])
        if says:
            words[at] = f". {says} ."
    text = " ".join(words)
    for code, says in REASONS.items():
        if code in text and (code[0] != "[" or text.startswith(code)):
            text = text.replace(code, f". {says} .")
    return text


def _said(value: object, key: str = "message") -> Iterator[str]:
    """Yield the texts under the keys of a JSON value that say what is wrong."""
    if isinstance(value, dict):
        for name, each in value.items():
            # OAuth's error document (RFC 7628) only says that the token is refused.
            yield from ["invalid_token"] if name == "schemes" else _said(each, name)
    elif isinstance(value, list):
        for each in value:
            yield from _said(each, key)
    elif value is True:
        yield key
    elif isinstance(value, str) and any(telling in key for telling in TELLING_KEYS):
        yield value


def constants_apart(tokens: list[str], own: frozenset[str]) -> list[str]:
    """Return the tokens with constants as words: "rate_limited", "accountlocked".

    ``own`` as in ``reading.read``.
    """
    apart: list[str] = []
    for at, token in enumerate(tokens):
        said = token not in own and token not in MARKS and _is_said(tokens, at, "_" in token)
        said = said or (len(token) > CERTAIN and token not in own)
        apart += (said and _parts(token)) or [token]
    return apart


def _is_said(tokens: list[str], at: int, marked: bool) -> bool:
    """Tell whether a constant says what is wrong, and is not a name: it is a clause by itself, or
    the text begins with it and does not go on to say what is wrong with it.
    """
    after = tokens[at + 1 :]
    ends = not after or after[0] in (*MARKS, "missing") or after[0] in BEGINNINGS
    if at and (tokens[at - 1] in (STOP, PAUSE) or tokens[at - 1] in KEYS):
        return ends or (marked and tokens[at - 1] in KEYS)
    if any(token not in MARKS and token not in KEYS for token in tokens[:at]):
        return False
    told = after[:1] in ([STOP], [COLON]) and not TELLING_OF.isdisjoint(after)
    return not told and (marked or ends)


def _parts(token: str) -> list[str]:
    """Return the words of a constant; [] if it is not one.

    The parts of one without separators must all be words that servers use.
    """
    if "_" in token and not is_known(token):
        parts = [part for part in token.split("_") if part]
        parts = parts[not parts[0].isalpha() :]  # "KRB5KDC_ERR_CLIENT_REVOKED"
        return parts if all(map(str.isalpha, parts)) else []
    if not LONG < len(token) <= LONGEST or not token.isalnum() or not token.isascii():
        return []
    if is_known(token):
        return []
    parts = _apart(token, MOST_PARTS)
    return parts if len(parts) > 1 else []


def _apart(token: str, most: int) -> list[str]:
    """Return a token as at most so many known words, the longest first; [] if it is not made of
    them.
    """
    known = beginning_with(token[:2])
    for end in range(len(token), 1, -1):
        if token[:end] in known or token[:end] == "err":
            rest = _apart(token[end:], most - 1) if most > 1 and end < len(token) else []
            if rest or end == len(token):
                return [token[:end], *rest]
    return []
