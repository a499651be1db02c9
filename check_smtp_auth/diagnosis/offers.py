"""Advice by the mechanisms that a server offers: which others to try, and what these need. Pure."""

from __future__ import annotations

from ..observation import Kind
from ..sasl import entry
from ..sasl.choice import Skip, alternatives, exposes
from ..secret import Proof

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..accounts import Account
    from ..observation import Observation
    from .catalogue import Slug


def stored_secret(seen: Observation, slug: Slug) -> str:
    """Return the hint that the server may lack a secret for this mechanism."""
    used = entry(seen.mechanism or "")
    if slug != "credentials-rejected" or used is None or not used.stored:
        return ""
    needs = (
        f"{used.name} needs the password stored in a special form on the server, which may be "
        "missing for this account."
    )
    simple = [name for name in _offered(seen) if name in ("PLAIN", "LOGIN")]
    if not simple:
        return f"{needs} The server offers no mechanism to test this with: ask its administrator."
    return (
        f"{needs} To find out, try once with -A {simple[0]}: if that is accepted, the password is "
        f"correct, and your programs have to use {simple[0]} too."
    )


def _offered(seen: Observation) -> list[str]:
    """Return the mechanisms that the server offers and this connection permits."""
    offered = seen.capabilities.mechanisms if seen.capabilities else ()
    return [name for name in offered if seen.skipped.get(name) != Skip.EXPOSED]


def other_mechanisms(account: Account, seen: Observation, slug: Slug) -> str:
    """Return hints on what to try if one mechanism was refused or none was chosen."""
    if slug != "mechanism-unavailable":
        return ""
    others = _others(account, seen)
    if not others:
        return "" if seen.mechanism else _other_proof(account, seen)
    tried = f"{seen.mechanism} was refused. " if seen.mechanism else ""
    needs = [
        f"{found.name} needs {found.needed}."
        for found in map(entry, others)
        if found and found.needs
    ]
    return " ".join((f"{tried}Of the mechanisms offered, try -A {' or -A '.join(others)}.", *needs))


def _other_proof(account: Account, seen: Observation) -> str:
    """Return a hint on which other credential would be accepted by what is offered."""
    found = {proof for each in map(entry, _offered(seen)) if each for proof in each.proofs}
    if account.source.proof == Proof.PASSWORD and Proof.TOKEN in found:
        return (
            "The server accepts OAuth access tokens, not passwords: use --oauth, --token-file or "
            "--token-command if your programs log in with a token."
        )
    if not account.trust.client_cert and found == {Proof.CERTIFICATE}:
        return "The server accepts only client certificates: -A EXTERNAL with --client-cert."
    if account.source.proof == Proof.TOKEN and Proof.PASSWORD in found:
        return "The server accepts passwords, not access tokens: check that it is the right one."
    return ""


def _others(account: Account, seen: Observation) -> list[str]:
    """Return what is offered besides what was tried, and could be named with -A."""
    others = alternatives(seen.mechanism or "", _offered(seen), account.source.proof)
    return [name for name in others if name != "EXTERNAL" or account.trust.client_cert]


def unsent(account: Account, seen: Observation, slug: Slug) -> str:
    """Return hints for a secret that is too long for the line of AUTH, and for a server that asks
    for none and gives no reason of its own.
    """
    assert seen.failure is not None
    if seen.failure.kind != Kind.UNSENT or slug != "mechanism-unavailable":
        return ""
    return (
        f"The {account.source.proof} is too long for the AUTH command (512 bytes), so it is sent "
        "only when the server asks for it (RFC 4954). This server does not ask. Nothing secret "
        f"was sent. Use a shorter {account.source.proof}, or a server that asks."
    )


def stripped(account: Account, seen: Observation) -> str:
    """Return a hint on how to log in although this would expose the secret."""
    assert seen.failure is not None
    if seen.failure.kind != Kind.STRIPPED:
        return ""
    named = " or ".join(f"-A {name}" for name in _others(account, seen) if exposes(name))
    how = f"allow the remaining mechanisms with {named}, or once with --accept-drift"
    if not named:  # since they would send it in clear text
        how = "use TLS (--tls starttls), which the remaining mechanisms need"
    unverified = account.trust.insecure or seen.tls is None
    doubt = ""
    if unverified:
        doubt = " An attacker in between could also have removed it, since TLS is not verified."
    return f"If the server's administrator removed {seen.failure.detail}, {how}.{doubt}"
