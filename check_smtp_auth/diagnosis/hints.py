"""Advice for the case at hand, beside that of the diagnosis: mistakes and their fixes. Pure."""

from __future__ import annotations

from ..observation import Kind, Stage
from ..sasl import entry
from .failures import BINDING_ERRORS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..accounts import Account
    from ..observation import Observation, StageName
    from .catalogue import Slug

LOGIN: tuple[StageName, ...] = (Stage.AUTH, Stage.MAIL, Stage.RCPT)
# The diagnoses, at any stage, that may be due to the name in EHLO.
EHLO_SLUGS: tuple[Slug, ...] = (
    "client-not-allowed",
    "server-unavailable",
    "protocol-error",
    "sender-rejected",
)
# The diagnoses of a refused login that may be due to what came before it.
BEFORE_LOGIN: tuple[Slug, ...] = (*EHLO_SLUGS, "temporary-failure", "auth-not-offered")
# Why we did not go on: the mechanisms would have exposed the secret.
UNSAID = (Kind.UNSENT, Kind.STRIPPED)
# The diagnoses of a secret that has expired.
OF_THE_SECRET = ("credentials-rejected", "password-expired", "token-rejected", "token-unavailable")
# By the oddity of the secret (``secret.oddity``).
ODDITIES = {
    "groups": (
        "The secret has spaces between groups of characters, as app passwords are displayed. They "
        "are used without spaces: remove the spaces from the file."
    ),
    "odd blank": (
        "The secret contains an unusual space or an invisible character (such as U+00A0, U+200B "
        "or U+FEFF), as text copied from a web page often does. Type it in by hand."
    ),
    "not ASCII": (
        "The secret contains non-ASCII characters, which servers expect in different encodings; "
        "it was sent in UTF-8. Try a password without them."
    ),
    "quotes": (
        "The secret is in quotation marks, which were sent too. Remove them unless they are part "
        "of it."
    ),
    "encrypted": (
        "The secret is still encrypted, and was sent like that. Use --password-command with the "
        "program that decrypts it."
    ),
    "blank": "The secret begins or ends with a space: check whether the space is part of it.",
}
MARKS = ("$", "%", "{", "<", "@", "_")  # how placeholders begin
REFRESH_TOKEN = (
    "This looks like a refresh token, which mail servers do not accept. --oauth uses it to get an "
    "access token."
)


def hints_for(
    account: Account, seen: Observation, slug: Slug, worked_before: str = ""
) -> tuple[str, ...]:
    """Return what this case adds to the advice of its diagnosis; ``worked_before`` is the mechanism
    that last succeeded.
    """
    hints = [
        *_before_login(account, seen, slug),
        *_mechanisms(account, seen, slug, worked_before),
        _typed_secret(seen, slug),
        _placeholder(account, slug),
        _binding(seen),
        _token(seen),
        *_oauth(seen, slug),
    ]
    return tuple(hint for hint in hints if hint)


def _before_login(account: Account, seen: Observation, slug: Slug) -> tuple[str, ...]:
    """Return hints on what comes before the login, unless the login itself was refused."""
    assert seen.failure is not None
    if seen.failure.reply is not None and seen.failure.stage in LOGIN and slug not in BEFORE_LOGIN:
        return ()
    from .hints_before_login import hints_before_login

    return hints_before_login(account, seen, slug)


def _mechanisms(
    account: Account, seen: Observation, slug: Slug, worked_before: str
) -> tuple[str, ...]:
    """Return hints by the mechanisms that the server offers."""
    assert seen.failure is not None
    used = entry(seen.mechanism or "")
    of_the_password = slug == "credentials-rejected" and used is not None and used.stored
    of_the_choice = slug == "mechanism-unavailable" or seen.failure.kind in UNSAID
    if not of_the_password and not of_the_choice:
        return ()
    from .offers import other_mechanisms, stored_secret, stripped, unsent

    return (
        unsent(account, seen, slug),
        other_mechanisms(account, seen, slug),
        stripped(account, seen),
        stored_secret(seen, slug) if seen.mechanism != worked_before else "",
    )


def secret_is_over(expires: float, judged: str, now: float) -> tuple[str, ...]:
    """Return the hint that the secret which was refused should have expired by now."""
    from ..moments import days_until, how_a_day_ends

    if judged not in OF_THE_SECRET or days_until(expires, now) > 0:
        return ()
    return (f"According to --secret-expires, the secret {how_a_day_ends(expires, now)}.",)


def _typed_secret(seen: Observation, slug: Slug) -> str:
    """Return a hint on what in a rejected secret is often a typing mistake."""
    if slug == "token-rejected" and seen.secret_oddity == "refresh token":
        return REFRESH_TOKEN
    return ODDITIES.get(seen.secret_oddity, "") if slug == "credentials-rejected" else ""


def _placeholder(account: Account, slug: Slug) -> str:
    """Return the hint that the user name which was refused may be a variable."""
    if slug != "credentials-rejected" or not (account.user or "").startswith(MARKS):
        return ""
    from ..placeholders import is_placeholder  # for those few

    if not is_placeholder(account.user or ""):
        return ""
    return (
        "The user name looks like a variable or a placeholder that was not replaced. This check "
        "sends it as it is: only a shell or a template replaces it."
    )


def _binding(seen: Observation) -> str:
    """Return a hint on what the server said about the binding to the TLS channel."""
    error = seen.mechanism_facts.error
    if error not in BINDING_ERRORS:
        return ""
    if BINDING_ERRORS[error] == "mechanism-unavailable":
        return (
            f"The server says {error}: it offers channel binding, but no type of it that this "
            "check supports. Mechanisms without -PLUS do not need it."
        )
    return (
        f"The server says {error}: it sees a different TLS connection from ours. Something in "
        "between decrypts TLS: a proxy in front of the mail server, or an eavesdropper."
    )


def _token(seen: Observation) -> str:
    """Return a hint on what the server said about a refused token (RFC 7628 section 3.2.2)."""
    facts = {"status": seen.mechanism_facts.token_status, "scope": seen.mechanism_facts.token_scope}
    told = ", ".join(f"{name} {value}" for name, value in facts.items() if value)
    return f"The server says about the token: {told}." if told else ""


def _oauth(seen: Observation, slug: Slug) -> tuple[str, ...]:
    """Return hints if no access token was issued, or if it was refused."""
    assert seen.failure is not None
    if seen.token is None:
        return ()
    from .token_answers import hints_for_rejected_token, hints_for_token

    if slug == "token-unavailable":
        return hints_for_token(seen.failure, seen.token)
    return hints_for_rejected_token(seen.token) if slug == "token-rejected" else ()
