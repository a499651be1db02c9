"""From a reply's code to a diagnosis if its words tell nothing, as defined in RFC 5321, 4954, 3463
and 7504. Pure.
"""

from __future__ import annotations

from ..observation import Stage
from ..smtp.reply import enhanced_code
from .rows import AFTER

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..observation import StageName
    from ..smtp.reply import Reply
    from .catalogue import Slug

# Reply code and enhanced status code at AUTH (RFC 4954 section 6; RFC 3463 section 3.8).
AUTH_PAIRS: dict[str, Slug] = {
    "432 4.3.2": "rate-limited",
    "432 4.7.12": "mechanism-unavailable",
    "435 4.7.8": "credentials-rejected",
    "525 5.7.1": "client-not-allowed",
}
# Enhanced status codes with the same meaning at every stage, in any class (RFC 3463 section 3.8,
# and what IANA has registered since: RFC 5248, 7372).
ENHANCED: dict[str, Slug] = {
    "5.7.10": "encryption-required",
    "5.7.11": "encryption-required",
    "5.7.25": "client-not-allowed",
    "5.7.28": "rate-limited",
}
# Enhanced status codes at AUTH, whatever the reply code; "5.7.8" stands for any class.
AUTH_ENHANCED: dict[str, Slug] = {
    "5.2.1": "account-disabled",
    "5.5.2": "protocol-error",
    "5.5.6": "protocol-error",
    "5.7.4": "mechanism-unavailable",
    "5.7.6": "mechanism-unavailable",
    "5.7.9": "mechanism-unavailable",
    "5.7.12": "mechanism-unavailable",
    "5.7.13": "account-disabled",
}
# Reply codes at AUTH (RFC 4954 section 6; RFC 5321 section 4.2.3).
AUTH_CODES: dict[int, Slug] = {
    421: "server-unavailable",
    432: "password-expired",
    500: "mechanism-unavailable",
    501: "protocol-error",
    502: "mechanism-unavailable",
    503: "mechanism-unavailable",
    504: "mechanism-unavailable",
    521: "protocol-error",
    524: "encryption-required",
    525: "account-disabled",
    530: "encryption-required",
    534: "mechanism-unavailable",
}


def by_code(stage: StageName, reply: Reply) -> Slug:
    """Return the diagnosis of the codes at this stage according to the standards."""
    code, enhanced = reply.code, reply.enhanced or _trailing(reply.text)
    anywhere = ENHANCED.get(f"5{enhanced[1:]}")
    if anywhere:
        return anywhere
    if stage == Stage.AUTH:
        found = AUTH_PAIRS.get(f"{code} {enhanced}") or AUTH_ENHANCED.get(f"5{enhanced[1:]}")
        if found or code in AUTH_CODES:
            return found or AUTH_CODES[code]
        if code < 300:
            return "authenticated"
        return "temporary-failure" if code < 500 else "credentials-rejected"
    if stage in AFTER:
        if code < 300:
            return "authenticated"
        if stage == Stage.RCPT and enhanced[1:] == ".5.3":
            return "rate-limited"  # too many recipients (RFC 3463 section 3.6)
        if code < 500:
            return "temporary-failure"
        return "sender-rejected" if stage == Stage.MAIL else "recipient-rejected"
    if stage == Stage.EHLO and code in (500, 502, 504):
        return "auth-not-offered"  # it supports only HELO
    if stage == Stage.EHLO and code in (501, 550, 553) and enhanced[:3] != "5.3":
        return "client-not-allowed"  # because of the name that we gave
    if code < 500:
        return "server-unavailable" if code == 421 else "temporary-failure"
    # 550, 553 and x.7.z are refusals by policy; 554 and 521 say that there is no service.
    policy = enhanced.startswith("5.7.") or (not enhanced and code in (550, 553))
    return "client-not-allowed" if policy else "server-unavailable"


def _trailing(text: str) -> str:
    """Return the enhanced status code that qmail puts at the end: "text (#5.7.1)"; "" without."""
    code = text.rpartition("(#")[2].rstrip(")")
    return code if enhanced_code(code) else ""
