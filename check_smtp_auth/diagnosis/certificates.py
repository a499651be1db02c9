"""What is wrong with the server's certificates, with which of them, and who can fix it. Pure.

Needed only if a certificate fails or expires soon.
"""

from __future__ import annotations

from ..moments import DAY, date, how_it_ends
from ..record import Record
from . import Finding
from .catalogue import ENTRIES
from .chain_faults import CANNOT_SEND, CLOCK, EXPIRED, FAULTS, UNTRUSTED, Fault, View

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..accounts import Account, Policy, Trust
    from ..observation import Certificate, Observation, TLSFacts
    from .catalogue import Slug


# Explanation and advice for a reason of OpenSSL's that none of the faults has.
UNFAMILIAR = (
    "OpenSSL finds a fault in the server's certificate, or in another one of its chain. "
    f"{CANNOT_SEND}",
    "The reason is OpenSSL's own. See the whole chain with openssl s_client -showcerts, and have "
    "the faulty certificate reissued.",
)


class Sign(Record):
    """A fault that a certificate of the chain has, in words."""

    fault: Fault
    member: Certificate
    says: str


def judge(account: Account, seen: Observation, policy: Policy, now: float) -> list[Finding]:
    """Return the findings about certificates that OpenSSL did not verify. The first is by the fault
    that OpenSSL reported, with any other faults in the chain; each other diagnosis of these
    follows.
    """
    failure, tls = seen.failure, seen.tls
    assert failure is not None
    chain = () if tls is None or tls.certificate is None else tls.chain or (tls.certificate,)
    view = View(chain, now, account.tls_name, tls.namesakes if tls else ())
    told = [fault for fault in FAULTS if failure.code in fault.codes]
    signs = list(_signs(view, told))
    slug = told[0].slug if told else UNTRUSTED
    if not signs:
        subject = f" ({_subject(chain[0])})" if chain else ""
        says = f"{ENTRIES[slug].says}: {failure.detail}{subject}"
        means = (told[0].explanation, told[0].advice) if told else UNFAMILIAR
        return [_finding(policy, slug, says, *(means if means[0] and slug == UNTRUSTED else ()))]
    signs += _signs(view, [fault for fault in FAULTS if fault.evident and fault not in told])
    found = [_finding(policy, slug, *_told(slug, signs, chain[0], account.trust))]
    for other in dict.fromkeys(sign.fault.slug for sign in signs):
        if other != slug:
            own = [sign for sign in signs if sign.fault.slug == other]
            found.append(_finding(policy, other, *_told(other, own, chain[0], account.trust)))
    return found


# The explanation for an expired certificate that did not prevent the login.
_ENDED = (
    "The login works, but only because this check does not verify certificates (--insecure): "
    "programs that verify them cannot log in."
)


def ending(trust: Trust, tls: TLSFacts, now: float) -> tuple[str, str, str]:
    """Return in words when the first certificate of a chain expires; what that means, if it is not
    what the catalogue says; and how to fix it.
    """
    member, own = tls.first_to_end, tls.certificate
    assert member is not None and own is not None
    ends, means = how_it_ends(member.not_after, now), ""
    if member.not_after < now:
        ends += f", on {date(member.not_after)}" if now - member.not_after >= DAY else ""
        means = _ENDED if trust.insecure else ""
    if member.role == "server":
        advice = f"{ENTRIES['certificate-expiring'].advice}{_trusted_itself(own, trust)}"
        return f"the certificate of {_subject(member)} {ends}", means, advice
    chain = f"and with it the chain of {_subject(own)}"
    return f"{_what(member)} {ends}, {chain}", means, _above(member, trust)


def _finding(
    policy: Policy, slug: Slug, says: str, explanation: str = "", advice: str = ""
) -> Finding:
    """Return the finding, in the state that the user wants for it."""
    state = policy.states.get(slug, ENTRIES[slug].state)
    return Finding(slug, state, says, explanation, advice)


def _signs(view: View, faults: list[Fault]) -> Iterator[Sign]:
    """Yield each occurrence of these faults in a chain."""
    for fault in faults:
        for position, member in enumerate(view.chain):
            says = fault.look(view, position)
            if says:
                yield Sign(fault, member, says)


def _told(slug: Slug, signs: list[Sign], own: Certificate, trust: Trust) -> tuple[str, str, str]:
    """Return words, explanation and advice for faults in a chain. "It" is the server's own
    certificate, unless another one was named before.
    """
    says, whose = ENTRIES[slug].says, ""
    if all(sign.member is not own for sign in signs):
        says = says.replace("the certificate", "the certificate chain", 1)
        whose = "the server's own: "
    each, it = [], own
    for sign in signs:
        name = _what(sign.member) if sign.member is not own else "the server's own"
        each.append(f"{'it' if sign.member is own is it else name} {sign.says}")
        it = sign.member
    advice = dict.fromkeys(_advice(sign, own, trust) for sign in signs)
    return (
        f"{says}: {', and '.join(each)} ({whose}{_subject(own)})",
        signs[0].fault.explanation,
        " ".join(advice),
    )


def _what(member: Certificate) -> str:
    """Return the words for a certificate above the server's own: its role, and its subject."""
    return f"the {member.role} certificate {_subject(member)}"


def _subject(certificate: Certificate) -> str:
    """Return the subject of a certificate."""
    return certificate.subject or ", ".join(certificate.names) or "without a name"


def _advice(sign: Sign, own: Certificate, trust: Trust) -> str:
    """Return how to fix a fault: on the server if that sends the certificate, else on this host."""
    if not sign.fault.evident:
        return sign.fault.advice
    if sign.member is not own:
        clock = f" {CLOCK}" if sign.fault.slug == EXPIRED else ""
        return f"{_above(sign.member, trust)}{clock}"
    return f"{sign.fault.advice}{_trusted_itself(own, trust)}"


def _trusted_itself(own: Certificate, trust: Trust) -> str:
    """Return what else to do if the server's certificate is self-signed; "" if it is not."""
    is_alone = own.subject == own.issuer and not trust.insecure
    return f" Also put the new one {_store(trust)}." if is_alone else ""


def _above(member: Certificate, trust: Trust) -> str:
    """Return how to fix a certificate above the server's own, where it is sent or trusted."""
    advice = []
    if member.sent and not (member.trusted and member.role == "root"):
        advice.append(
            "The mail server sends it: replace it there in the chain file with the authority's "
            "current certificate, and reload the mail server."
        )
    if member.trusted:
        advice.append(
            f"This host trusts it: put the authority's current certificate {_store(trust)}."
        )
    return " ".join((*advice, f"The SHA-256 of the one to replace is {member.sha256}."))


def _store(trust: Trust) -> str:
    """Return the words for the store of certificates that this host trusts."""
    if trust.ca_file:
        return "into the file of --ca-file"
    if trust.ca_path:
        return "into the directory of --ca-path (and run openssl rehash)"
    return "into this host's trust store (usually by updating the package ca-certificates)"
