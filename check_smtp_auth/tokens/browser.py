"""Signing in with a browser here: an authorization code (RFC 6749 section 4.1) with PKCE (RFC
7636), which comes back to an address of this host (RFC 8252 section 7.3), or is pasted. Pure.
"""

from __future__ import annotations

import hashlib
from hmac import compare_digest

from . import grants
from .answers import refusal
from .client import GOOGLE, MICROSOFT
from .consent import LONGEST, Ask, Visit, refresh_token
from .signing import base64url

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .client import Client
    from .consent import Prove, Way
    from .grants import Form, RandomOctets

# Random octets for a verifier, which then has the least length of 43 characters, and for a state.
VERIFIER, STATE = 32, 16


def redirect(client: Client, port: int) -> str:
    """Return the address to come back to. Entra lets this host be registered only as localhost,
    and accepts any port with that.
    """
    return f"http://{'localhost' if client.provider == MICROSOFT else '127.0.0.1'}:{port}"


def way(client: Client, user: str, redirect: str, prove: Prove, random_octets: RandomOctets) -> Way:
    """The steps of it, for a mailbox, back to the address ``redirect``; ``prove`` returns the
    fields that authenticate the client.
    """
    verifier, state = base64url(random_octets(VERIFIER)), base64url(random_octets(STATE))
    fields = {
        "response_type": "code",
        "client_id": client.identity,
        "redirect_uri": redirect,
        "scope": client.scope,
        "state": state,
        "code_challenge": base64url(hashlib.sha256(verifier.encode("ascii")).digest()),
        "code_challenge_method": "S256",
        "login_hint": user,
        **_more(client),
    }
    answer = yield Visit(
        client.authorization_endpoint,
        fields,
        (f"Open this address in a browser, and sign in as {user}:",),
        (
            "If the browser is on another computer, it ends up on a page that it cannot load. The",
            f"address of that page begins with {redirect}. Paste it here, and press Enter.",
            f"You have {LONGEST / 60:.0f} minutes.",
        ),
        lambda fields: flaw(fields, state),
    )
    if "error" in answer:
        raise refusal(0, answer)
    form = grants.by_code(answer["code"], redirect, verifier, prove())
    heard = yield Ask(client.endpoint, form)
    return refresh_token(client, heard)


def flaw(fields: Form, state: str) -> str:
    """Say why these fields of an address are not the expected ones, "" if they are."""
    if not fields.get("code") and not fields.get("error"):
        return "there is no code in it"
    if not compare_digest(fields.get("state", "").encode("utf-8"), state.encode("utf-8")):
        return "it belongs to another sign-in"
    return ""


def _more(client: Client) -> Form:
    """Return the fields without which there is no refresh token: Google gives none the second
    time, and OpenID Connect (Core, section 11) none without asking for consent.
    """
    if client.provider == GOOGLE:
        return {"access_type": "offline", "prompt": "consent"}
    if client.provider != MICROSOFT and "offline_access" in client.scope.split():
        return {"prompt": "consent"}
    return {}
