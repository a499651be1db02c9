"""The faults that a certificate chain can have: how to recognise each, and how to fix it. Pure.

OpenSSL reports only the first fault that it finds, and not in which certificate. So the chain is
searched for each fault again.
"""

from __future__ import annotations

from ..chain import (
    is_address,
    is_authority,
    is_for,
    is_for_servers,
    is_usable,
    may_serve,
    path_length,
    unknown_extension,
    weak_key,
    weak_signature,
)
from ..moments import how_it_ends, iso
from ..record import Record
from .catalogue import ENTRIES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Callable

    from ..observation import Certificate
    from .catalogue import Slug

    Look = Callable[["View", int], str]

UNTRUSTED: Slug = "certificate-untrusted"
EXPIRED: Slug = "certificate-expired"
MISMATCH: Slug = "certificate-name-mismatch"
CLOCK = "If the dates look right, check this host's clock."
REISSUED = "Have it reissued {}, and reload the mail server."
CANNOT_SEND = "Programs that verify certificates cannot send mail. The secret was not sent."

NAMESAKE = (
    "The usual cause is an authority that was created again under its old name. If this host has "
    "the old one, give the new one with --ca-file. If the mail server sends the wrong one, "
    "replace it in the chain file there."
)


class View(Record):
    """A chain to be searched, from the server's own certificate upwards, at a time, for a host
    name; ``namesakes`` as in ``TLSFacts``.
    """

    chain: tuple[Certificate, ...]
    now: float
    name: str
    namesakes: tuple[Certificate, ...] = ()

    def is_last(self, position: int) -> bool:
        """Tell whether no other certificate is above this one in the chain."""
        return position == len(self.chain) - 1


def _ended(view: View, position: int) -> str:
    end = view.chain[position].not_after
    return how_it_ends(end, view.now) if end <= view.now else ""


def _not_begun(view: View, position: int) -> str:
    begin = view.chain[position].not_before
    return f"is not valid before {iso(begin)}" if begin > view.now else ""


def _other_name(view: View, position: int) -> str:
    usable = any(map(is_usable, view.chain[0].names))
    return _not_that_name(view, position) if usable else ""


def _unusable_name(view: View, position: int) -> str:
    """No host can have any of the names, so that another host name would not help."""
    usable = any(map(is_usable, view.chain[0].names))
    return "" if usable else _not_that_name(view, position)


def _not_that_name(view: View, position: int) -> str:
    names = view.chain[0].names
    if position or not names or is_for(names, view.name):
        return ""
    listed = ", ".join(names[:5]) + (", ..." if names[5:] else "")
    too_wide = f"*.{view.name.partition('.')[2]}".lower() in map(str.lower, names)
    why = " (directly below a top-level domain, * does not count)" if too_wide else ""
    return f"is for {listed}, not for {view.name}{why}"


def _no_name(view: View, position: int) -> str:
    if position or view.chain[0].names:
        return ""
    return f"is for no host name (subjectAltName), not for {view.name}"


def _address_as_name(view: View, position: int) -> str:
    """OpenSSL compares an address only with the addresses in a certificate."""
    if position or not (is_address(view.name) and is_for(view.chain[0].names, view.name)):
        return ""
    return f"has {view.name} as a host name (DNS), not as an address (IP)"


def _short_key(view: View, position: int) -> str:
    key = weak_key(view.chain[position].der)
    return f"has {key}, which is too short" if key else ""


def _forgeable(view: View, position: int) -> str:
    """A self-signed certificate is exempt: its signature vouches for nothing."""
    member = view.chain[position]
    weak = weak_signature(member.der) if member.subject != member.issuer else ""
    return f"is signed with {weak}, which can be forged" if weak else ""


def _not_for_servers(view: View, position: int) -> str:
    der = view.chain[position].der
    if not is_for_servers(der):
        return "is not meant for TLS servers (extended key usage)"
    return "" if position or may_serve(der) else "is not meant for TLS servers (key usage)"


def _unknown_extension(view: View, position: int) -> str:
    name = unknown_extension(view.chain[position].der)
    return f"has a critical extension that is not supported ({name})" if name else ""


def _no_authority(view: View, position: int) -> str:
    if not position or is_authority(view.chain[position].der):
        return ""
    return "is not a CA certificate (basic constraints, key usage), yet it issued the one below it"


def _too_long(view: View, position: int) -> str:
    most = path_length(view.chain[position].der)
    below = position - 1
    if most is None or below <= most:
        return ""
    return f"allows {most} authorities below it, not {below}"


def _no_issuer(view: View, position: int) -> str:
    if not view.is_last(position) or view.namesakes:
        return ""
    issuer = view.chain[position].issuer or "an unnamed authority"
    return f"is from {issuer}, which the server does not send and this host does not trust"


def _namesake(view: View, position: int) -> str:
    if not view.is_last(position) or not view.namesakes:
        return ""
    other, issuer = view.namesakes[0], view.chain[position].issuer
    where = "this host trusts" if other.trusted else "the server sends"
    return f"is from {issuer}, but not from the certificate of that name that {where}"


def _somewhere(words: str) -> Look:
    """A fault known only by its code, which is reported once, for the server's own certificate."""
    return lambda _view, position: "" if position else words


def _strange_root(view: View, position: int) -> str:
    return "is not trusted on this host" if view.is_last(position) else ""


class Fault(Record):
    """A kind of fault: OpenSSL's codes (X509_V_ERR_*), the diagnosis, the function that says how a
    certificate has it ("" if not), what it means, how to fix it. An ``evident`` one can be found
    even if OpenSSL stopped at another.
    """

    codes: tuple[int, ...]
    slug: Slug
    look: Look
    explanation: str
    advice: str
    evident: bool = True


# Code 24 of OpenSSL 1.1.1 is code 79 of later versions.
FAULTS = (
    Fault(
        (62, 64),
        MISMATCH,
        _other_name,
        ENTRIES[MISMATCH].explanation,
        ENTRIES[MISMATCH].advice,
    ),
    Fault(
        (62, 64),
        MISMATCH,
        _unusable_name,
        ENTRIES[MISMATCH].explanation,
        REISSUED.format(
            "with the server's names in subjectAltName (* stands for the first part of a name that "
            "has at least three, and a name has no dot at its end)"
        ),
    ),
    Fault(
        (62, 64),
        MISMATCH,
        _no_name,
        ENTRIES[MISMATCH].explanation,
        REISSUED.format("with the server's names in subjectAltName (the one in CN does not count)"),
    ),
    Fault(
        (64,),
        MISMATCH,
        _address_as_name,
        ENTRIES[MISMATCH].explanation,
        f"{REISSUED.format('with the address as one (IP in subjectAltName)')} Or set a host name "
        "from it with --tls-name.",
        evident=False,
    ),
    Fault((10,), EXPIRED, _ended, "", f"Renew the certificate and reload the mail server. {CLOCK}"),
    Fault((9,), EXPIRED, _not_begun, "", f"Install a certificate that is valid now. {CLOCK}"),
    Fault(
        (66, 67),
        UNTRUSTED,
        _short_key,
        f"A key in the server's certificate chain is too short to be safe. {CANNOT_SEND}",
        REISSUED.format("with a new key (RSA of 2048 bits or more, or ECDSA P-256)"),
    ),
    Fault(
        (68,),
        UNTRUSTED,
        _forgeable,
        f"A signature in the server's certificate chain can be forged. {CANNOT_SEND}",
        REISSUED.format("signed with SHA-256 or better"),
    ),
    Fault(
        (26,),
        UNTRUSTED,
        _not_for_servers,
        f"A certificate in the server's chain is for another purpose. {CANNOT_SEND}",
        REISSUED.format(
            "for TLS servers (extended key usage serverAuth, key usage digitalSignature)"
        ),
    ),
    Fault(
        (34,),
        UNTRUSTED,
        _unknown_extension,
        "A certificate has an extension that every program must understand, and OpenSSL does not. "
        f"{CANNOT_SEND}",
        REISSUED.format("without that extension, or with it marked as not critical"),
        evident=False,
    ),
    Fault(
        (24, 32, 79),
        UNTRUSTED,
        _no_authority,
        "A certificate in the chain was issued by one that may not issue certificates. "
        f"{CANNOT_SEND}",
        "Have the mail server's certificate issued by a real authority (basic constraints "
        "CA:TRUE, key usage keyCertSign).",
        evident=False,
    ),
    Fault(
        (25,),
        UNTRUSTED,
        _too_long,
        f"The chain is longer than one of its authorities allows. {CANNOT_SEND}",
        "Have the mail server's certificate issued by an authority higher up, or have that "
        "authority reissued without the limit (basic constraints, pathlen).",
        evident=False,
    ),
    Fault(
        (22,),
        UNTRUSTED,
        _somewhere("has more than 100 authorities above it"),
        f"The chain is longer than OpenSSL builds it. {CANNOT_SEND}",
        "Have the mail server's certificate issued by an authority higher up.",
        evident=False,
    ),
    Fault(
        (27, 28),
        UNTRUSTED,
        _somewhere("or one above it is marked on this host as not trusted for servers"),
        f"An authority is on this host, but may not vouch for TLS servers there. {CANNOT_SEND}",
        "In this host's trust store or the file of --ca-file it has the form TRUSTED CERTIFICATE, "
        "with the uses that it is trusted for or rejected for. Replace it with the plain "
        "certificate (openssl x509 -in FILE -out FILE).",
        evident=False,
    ),
    Fault(
        (49, 51, 52, 53),
        UNTRUSTED,
        _somewhere("is below an authority with a limit on names that OpenSSL cannot read"),
        f"An authority in the chain is restricted to certain names. {CANNOT_SEND}",
        "Have that authority reissued without the limit, or with one that OpenSSL can read (name "
        "constraints for host names or addresses).",
        evident=False,
    ),
    Fault(
        (18,),
        UNTRUSTED,
        _somewhere("is self-signed, and not trusted on this host"),
        "",
        "If that is intended, compare its SHA-256 with that of the file on the server, and give "
        "the certificate itself with --ca-file. If not, the mail server is using its default "
        "certificate, or another machine is answering in its place.",
        evident=False,
    ),
    Fault(
        (19,),
        UNTRUSTED,
        _strange_root,
        "",
        "If it belongs to a private authority of yours, give it with --ca-file. If it is unknown "
        "to you, another machine may be answering in the server's place.",
        evident=False,
    ),
    Fault((2, 20, 21), UNTRUSTED, _namesake, "", NAMESAKE, evident=False),
    Fault(
        (7,),
        UNTRUSTED,
        _somewhere("or one above it is not signed with the key of its issuer"),
        "",
        NAMESAKE,
        evident=False,
    ),
    Fault(
        (47, 48),
        UNTRUSTED,
        _somewhere("has a name that an authority above it may not issue certificates for"),
        f"An authority in the chain is restricted to other names. {CANNOT_SEND}",
        "Have the mail server's certificate issued by an authority that is allowed to, or for a "
        "name that this one may issue for (name constraints).",
        evident=False,
    ),
    Fault(
        (2, 20, 21),
        UNTRUSTED,
        _no_issuer,
        "",
        "If that is an intermediate of a public authority, the mail server must send it: put the "
        "whole chain into its certificate file. If it is a private authority, give its "
        "certificate with --ca-file.",
        evident=False,
    ),
)
