"""The words for a diagnosis at a stage where the catalogue's own would not be true. Pure.

A server that refuses a mail after the login has not refused the login; and before the login, no
account was named.
"""

from __future__ import annotations

from ..observation import Kind, Stage
from .catalogue import ENTRIES, Entry

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..observation import Failure, StageName
    from .catalogue import Slug

BEFORE: tuple[StageName, ...] = (Stage.GREETING, Stage.EHLO)
AFTER: tuple[StageName, ...] = (Stage.MAIL, Stage.RCPT)

# By diagnosis and stage: the words for the first line, the explanation and the advice; for "",
# the catalogue's count.
WORDS: dict[tuple[Slug, tuple[StageName, ...]], tuple[str, str, str]] = {
    ("timeout", AFTER): (
        "authenticated, but then there was no answer in time",
        "The login works, but the server, or the network in between, did not answer the next "
        "command before the timeout (-t).",
        "",
    ),
    ("connection-lost", AFTER): (
        "authenticated, but then the connection was closed",
        "The login works, but then the server, or something in between, closed the connection.",
        "",
    ),
    ("protocol-error", AFTER): (
        "authenticated, but then the answer was not valid SMTP",
        "The login works, but a later reply from the server violates the protocol.",
        "",
    ),
    ("temporary-failure", BEFORE): (
        "the server is not ready for a login",
        "The server has a temporary problem, so the login could not be tried.",
        "",
    ),
    ("temporary-failure", AFTER): (
        "authenticated, but the server defers the mail",
        "The login works. The server has a temporary problem with this sender or recipient, or "
        "defers the first mail from senders it does not know yet (greylisting).",
        "Nothing is wrong with the login. If the problem lasts for several checks, ask the mail "
        "administrator to look in the server's log.",
    ),
    ("server-unavailable", AFTER): (
        "authenticated, but then the server became unavailable",
        "The login works, but then the server closed the session or reported that it is not "
        "available.",
        "",
    ),
    ("client-not-allowed", (Stage.EHLO,)): (
        "",
        "The server refused the name that this host sent in EHLO, or this host's address, not the "
        "account.",
        "Read in the reply which of them it is. If it is the name, give the one with -F that DNS "
        "has for this host. If it is the address, ask the mail administrator about allow lists, "
        "and look it up in the block list that the reply names.",
    ),
    ("client-not-allowed", AFTER): (
        "authenticated, but the server does not accept mail from this client",
        "The login works, but the server refuses mail from this host's address or network, or the "
        "name that this host sends in EHLO.",
        "",
    ),
    ("encryption-required", AFTER): (
        "authenticated, but the server requires encryption",
        "The login works, but the server accepts mail only over an encrypted connection, or a "
        "more strongly encrypted one.",
        "",
    ),
    # Diagnoses with a row for AUTH are in AT_AUTH as well.
    ("auth-not-offered", (Stage.AUTH,)): (
        "the server does not accept AUTH here",
        "The server refused the AUTH command itself, not the credentials.",
        "",
    ),
    ("mechanism-unavailable", (Stage.AUTH,)): (
        "the server refused this mechanism",
        "The server offers the mechanism that was tried, but refused it for this account or this "
        "connection.",
        "",
    ),
}


def entry_of(slug: Slug, failure: Failure) -> Entry:
    """Return the words for the diagnosis of a failure; if nothing was attempted, they do not say
    that the server refused it.
    """
    if failure.kind in (Kind.NO_MECHANISM, Kind.TOO_LONG):
        return ENTRIES[slug]
    return entry_at(slug, failure.stage)


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
