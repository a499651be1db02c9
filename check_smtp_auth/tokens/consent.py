"""What the two ways to a first refresh token have in common: their steps, and what the last answer
must contain. Pure.

A way is a generator. It yields what is to be done next, is sent the result, and returns the
refresh token; ``TokenUnavailable`` is thrown into it, and raised if there will be none.
"""

from __future__ import annotations

from ..observation import Kind
from ..record import Record
from .client import TokenUnavailable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Generator
    from typing import Any, Callable, Union

    from ..secret import Secret
    from .answers import Heard
    from .client import Client
    from .grants import Form

    Action = Union["Ask", "Tell", "Pause", "Visit"]
    Way = Generator[Action, Any, Secret]
    Prove = Callable[[], Form]

# How long somebody has for all of it, in seconds.
LONGEST = 600.0
# The ``error`` if time was up: the word is from RFC 8628 section 3.5.
EXPIRED = "expired_token"
# The ``subtype`` of answers that lack something.
NO_REFRESH_TOKEN, OTHER_SCOPE = "no refresh token", "other scope"
# Scopes that are about the sign-in itself, which an answer need not repeat.
NOT_OF_TOKENS = {"offline_access", "openid", "profile", "email"}


class Ask(Record):
    """Post a form there; the result is a ``Heard``."""

    url: str
    form: Form


class Tell(Record):
    """Show these lines."""

    lines: tuple[str, ...]


class Pause(Record):
    """Let so many seconds pass."""

    seconds: float


class Visit(Record):
    """Have somebody open this URL with these fields in a browser; ``lines`` are shown before it,
    ``more`` after it. The result are the fields of the address at which the browser ends, once
    they have no ``flaw``: why they cannot be the answer, "" if they can.
    """

    url: str
    fields: Form
    lines: tuple[str, ...]
    more: tuple[str, ...]
    flaw: Callable[[Form], str]


def expired() -> TokenUnavailable:
    """Return the error if nobody signs in in time."""
    return TokenUnavailable(Kind.TOKEN_REFUSED, "nobody signed in within the time limit", EXPIRED)


def refresh_token(client: Client, heard: Heard) -> Secret:
    """Return the refresh token of an answer; raises TokenUnavailable if there is none, or if it is
    not for SMTP.
    """
    granted = heard.granted()
    if granted.scope and not serves(granted.scope, client.scope):
        detail = "the permission that was granted does not cover sending mail by SMTP"
        raise TokenUnavailable(Kind.TOKEN_ANSWER, detail, status=200, subtype=OTHER_SCOPE)
    if heard.refresh_token is None:
        detail = "the answer contains an access token, but no refresh token"
        raise TokenUnavailable(Kind.TOKEN_ANSWER, detail, status=200, subtype=NO_REFRESH_TOKEN)
    return heard.refresh_token


def serves(given: str, asked: str) -> bool:
    """Tell whether the scope that was given covers what was asked for: those scopes that name
    SMTP, if any does, else all that are not about the sign-in itself.
    """
    wanted = {each for each in _scopes(asked) if each not in NOT_OF_TOKENS}
    wanted = {each for each in wanted if "smtp" in each} or wanted
    return wanted <= _scopes(given)


def _scopes(text: str) -> set[str]:
    """Return the scopes in a text in a uniform spelling; Exchange Online has two names."""
    words = text.lower().replace("//outlook.office365.com/", "//outlook.office.com/").split()
    return {word.rstrip("/") for word in words}
