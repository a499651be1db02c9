"""From a server's reply to a diagnosis: what the refusals of this world mean. Pure.

What generalises, in this order: phrases of the text; reply code with enhanced status
code; reply code alone, with the stage. A reply that no row knows falls to the meaning
that RFC 5321, 4954 and 3463 give its code.
"""

from __future__ import annotations

from ..observation import Stage
from ..record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..smtp.reply import Reply


class Phrase(Record):
    """Any of these phrases in a reply's text, in lower case, makes the diagnosis.

    ``codes`` limits it to replies whose code starts with one of these digits.
    """

    slug: str
    phrases: tuple[str, ...]
    codes: tuple[str, ...] = ()


# The first row that fits wins, so what is said more exactly stands higher.
PHRASES = (
    Phrase(
        "encryption-required", ("starttls", "must use tls", "requires tls", "encryption required")
    ),
)

# "code enhanced" for the AUTH stage.
CODES = {
    "432 4.7.12": "mechanism-unavailable",
    "432 4.3.2": "rate-limited",
    "525 5.7.13": "account-disabled",
    "525 5.7.1": "client-not-allowed",
    "550 5.7.30": "basic-auth-disabled",
}

# Reply codes at the AUTH stage, RFC 4954 section 6 and RFC 5321 section 4.2.3.
AUTH_CODES = {
    421: "server-unavailable",
    432: "password-expired",
    500: "auth-not-offered",
    501: "protocol-error",
    502: "auth-not-offered",
    503: "protocol-error",
    504: "mechanism-unavailable",
    523: "encryption-required",
    530: "encryption-required",
    534: "mechanism-unavailable",
    538: "encryption-required",
}


def classify(stage: str, reply: Reply) -> str:
    """Return the diagnosis for a refusal at a stage."""
    text = " ".join(reply.text.lower().split())
    code = str(reply.code)
    if stage == Stage.STARTTLS:
        return "starttls-unavailable"
    for row in PHRASES:
        if row.codes and not code.startswith(row.codes):
            continue
        if any(phrase in text for phrase in row.phrases):
            return row.slug
    return CODES.get(f"{code} {reply.enhanced}") or _by_code(stage, reply.code)


def _by_code(stage: str, code: int) -> str:
    """Fall back to what the standards say of the code at this stage."""
    if stage == Stage.AUTH:
        return AUTH_CODES.get(code) or (
            "temporary-failure" if code < 500 else "credentials-rejected"
        )
    return "temporary-failure" if code < 500 and code != 421 else "server-unavailable"
