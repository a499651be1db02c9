"""The words of a diagnosis at a stage where the catalogue's own would not be true. Pure.

What refuses a mail after the login has not refused the login; and before the login no account
was named.
"""

from __future__ import annotations

from ..observation import Stage
from .catalogue import ENTRIES, Entry

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..observation import StageName
    from .catalogue import Slug

BEFORE: tuple[StageName, ...] = (Stage.GREETING, Stage.EHLO)
AFTER: tuple[StageName, ...] = (Stage.MAIL, Stage.RCPT)

# By diagnosis and stage: what it says in the first line, what happened, and what to do; ""
# leaves the catalogue's.
WORDS: dict[tuple[Slug, tuple[StageName, ...]], tuple[str, str, str]] = {
    ("timeout", AFTER): (
        "authenticated, but then there was no answer in time",
        "The login works, but the server, or the network on the way, did not answer what was "
        "asked after it before the time was up.",
        "",
    ),
    ("connection-lost", AFTER): (
        "authenticated, but then the connection was closed",
        "The login works, but the server, or something on the way, closed the connection after it.",
        "",
    ),
    ("protocol-error", AFTER): (
        "authenticated, but then the answer was not proper SMTP",
        "The login works, but what the server answered after it breaks the rules of SMTP.",
        "",
    ),
    ("temporary-failure", BEFORE): (
        "the server is not ready for a login",
        "The server has a passing trouble and did not let the login be tried.",
        "",
    ),
    ("temporary-failure", AFTER): (
        "authenticated, but the server puts the mail off",
        "The login works. The server has a passing trouble with this sender or recipient, or "
        "puts off the first mail of those it does not know yet (greylisting).",
        "Nothing is wrong with the login. If it lasts over several checks, the mail "
        "administrator finds the reason in the server's log.",
    ),
    ("server-unavailable", AFTER): (
        "authenticated, but the server ends its service",
        "The login works, but then the server closed or offered no service.",
        "",
    ),
    ("client-not-allowed", AFTER): (
        "authenticated, but the server takes no mail from this client",
        "The login works, but mail from this host's address or network is refused, or the name "
        "that this host gives in EHLO.",
        "",
    ),
    ("encryption-required", AFTER): (
        "authenticated, but the server wants encryption first",
        "The login works, but the server takes mail only over a connection that is encrypted, "
        "or encrypted better.",
        "",
    ),
    ("auth-not-offered", (Stage.AUTH,)): (
        "the server takes no login here",
        "The server refused the command AUTH itself, not what was sent with it.",
        "",
    ),
    ("mechanism-unavailable", (Stage.AUTH,)): (
        "the server refused this way to log in",
        "The server offers the mechanism that was tried, and refused it for this account or "
        "this connection.",
        "",
    ),
}


def entry_at(slug: Slug, stage: StageName) -> Entry:
    """Return the words for a diagnosis that was made at a stage."""
    entry = ENTRIES[slug]
    for (other, stages), (says, explanation, advice) in WORDS.items():
        if other == slug and stage in stages:
            return entry.replace(
                says=says or entry.says,
                explanation=explanation,
                advice=advice or entry.advice,
            )
    return entry
