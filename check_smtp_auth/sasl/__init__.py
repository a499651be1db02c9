"""SASL mechanisms (RFC 4422), pure: challenges in, responses out.

A mechanism is ``start``, ``respond`` and ``finish``; it knows nothing of SMTP. Each family
has a file of its own, imported when it is chosen. To add one, write the file and add its
line to ``REGISTRY``.
"""

from __future__ import annotations

from functools import lru_cache

from ..accounts import Misconfigured
from ..observation import MechanismFacts
from ..record import Record
from ..secret import Proof, Secret

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable

    RandomOctets = Callable[[int], bytes]


class ChallengeRejected(Exception):
    """The challenge breaks the mechanism's rules; the text says how."""


class EarlySuccess(Exception):
    """The server accepted before it asked for the secret."""


class ServerNotVerified(Exception):
    """The server did not prove that it knows the secret too."""


class Credential(Record):
    """Who logs in, where: authentication identity, secret (empty for certificates and tickets,
    which others keep), the authorization identity if it is another, and what ``proof`` the secret
    is.
    """

    user: str
    secret: Secret
    authzid: str = ""
    proof: str = Proof.PASSWORD
    host: str = ""
    port: int = 0


class NoTicket(Exception):
    """Kerberos gave no ticket; the text says why."""


# What a mechanism's functions raise, besides EarlySuccess.
FAILURES = (ChallengeRejected, NoTicket, ServerNotVerified)


# How many characters of a server's or library's words are kept as a fact.
MAX_FACT = 200


class Binding(Record):
    """How an exchange is bound to its TLS channel (RFC 5801 section 5): the GS2 flag "n" (it
    is not), "y" (it could be, and the server does not offer it) or the name of the kind of
    binding, and that binding's data.
    """

    flag: str = "n"
    data: bytes = b""


class Mechanism:
    """One authentication exchange, the client's side.

    ``facts`` is what the server has shown of itself. ``blocking`` says that ``respond`` may take
    long and must not hold up other conversations. ``heeds_challenges`` is False if the response
    does not depend on the challenge, so that one that cannot be decoded does no harm. ``opaque``
    says that challenges mean nothing to people: they are not shown, since looking for the secret
    in them would take longer than the login. ``committed`` turns True with the response that
    contains the secret or a proof of it: from then on the login counts. ``binding`` is for
    mechanisms that can be bound to the TLS channel.
    """

    name = ""
    binding = Binding()
    facts = MechanismFacts()
    blocking = False
    heeds_challenges = True
    opaque = False
    committed = False

    def __init__(self, credential: Credential, random_octets: RandomOctets) -> None:
        """Prepare an exchange; ``random_octets(n)`` gives n unpredictable octets."""
        self.credential = credential
        self.random_octets = random_octets

    def start(self) -> bytes | None:
        """Return the initial response; None if the server speaks first.

        b"" is an empty initial response, which is not the same as none. Raises NoTicket.
        """
        raise NotImplementedError

    def respond(self, challenge: bytes) -> bytes:
        """Return the response to a challenge; raises ChallengeRejected."""
        raise NotImplementedError

    def finish(self) -> None:
        """Agree to the server's success, here as soon as the exchange is ``committed``; raises
        EarlySuccess, or ServerNotVerified.
        """
        if not self.committed:
            raise EarlySuccess


class Entry(Record):
    """A registered mechanism.

    ``proofs`` are the kinds of proof for which it is chosen, ``by_name`` those for which it is
    chosen only if -A names it. ``exposes`` says that the server, or an eavesdropper, gets the
    secret itself. ``stored`` says that the server must store the secret in the mechanism's own
    form, which an account with the right password may lack. ``binds`` says that the exchange is
    bound to its TLS channel, ``authzid`` that it can carry an authorization identity. ``needs`` is
    a third-party module, with pip's extra and Debian's package that install it.
    """

    name: str
    module: str
    exposes: bool = False
    stored: bool = False
    binds: bool = False
    authzid: bool = True
    proofs: tuple[str, ...] = (Proof.PASSWORD,)
    by_name: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()

    @property
    def needed(self) -> str:
        """Words for what it needs, and both ways to get it; "" if it needs nothing."""
        if not self.needs:
            return ""
        module, extra, package = self.needs
        ways = f"pip install 'check_smtp_auth[{extra}]', or Debian's package {package}"
        return f"the Python module {module} ({ways})"


# In the order of preference over verified TLS. CRAM-MD5 comes late: it is obsolete, and
# offered by servers whose accounts have no secret for it.
REGISTRY = (
    Entry("SCRAM-SHA-512-PLUS", "scram", stored=True, binds=True),
    Entry("SCRAM-SHA-256-PLUS", "scram", stored=True, binds=True),
    Entry("SCRAM-SHA-1-PLUS", "scram", stored=True, binds=True),
    Entry("SCRAM-SHA-512", "scram", stored=True),
    Entry("SCRAM-SHA-256", "scram", stored=True),
    Entry("SCRAM-SHA-1", "scram", stored=True),
    Entry("PLAIN", "plain", exposes=True),
    Entry("LOGIN", "login", exposes=True, authzid=False),
    Entry("CRAM-MD5", "cram_md5", stored=True, authzid=False),
    Entry(
        "NTLM",
        "ntlm",
        stored=True,
        authzid=False,
        proofs=(),
        by_name=(Proof.PASSWORD,),
        needs=("spnego", "ntlm", "python3-pyspnego"),
    ),
    Entry("OAUTHBEARER", "oauth", exposes=True, proofs=(Proof.TOKEN,)),
    Entry("XOAUTH2", "oauth", exposes=True, proofs=(Proof.TOKEN,)),
    Entry("EXTERNAL", "external", proofs=(Proof.CERTIFICATE,), by_name=(Proof.PASSWORD,)),
    Entry(
        "GSSAPI",
        "gssapi",
        proofs=(Proof.TICKET,),
        by_name=(Proof.PASSWORD,),
        needs=("gssapi", "gssapi", "python3-gssapi"),
    ),
)
_BY_NAME = {entry.name: entry for entry in REGISTRY}
NAMES = tuple(_BY_NAME)


def entry(name: str) -> Entry | None:
    """Return the registered mechanism of that name, or None."""
    return _BY_NAME.get(name)


@lru_cache(16)  # importing it again would take longer than the rest of ``create``
def _module(name: str) -> Any:
    """Import the module of mechanisms."""
    return __import__(f"{__name__}.{name}", fromlist=["create"])


def create(
    name: str,
    credential: Credential,
    random_octets: RandomOctets,
    binding: Binding | None = None,
) -> Mechanism:
    """Import the module of a registered mechanism and begin an exchange.

    Raises Misconfigured if a package is missing, or if the credential cannot be put into the
    mechanism's form.
    """
    found = entry(name)
    assert found is not None, name
    module = _module(found.module)
    try:
        mechanism: Mechanism = module.create(name, credential, random_octets)
    except ImportError:
        if not found.needs:
            raise
        raise Misconfigured(f"{name} needs {found.needed}, which is not installed") from None
    if binding is not None:
        mechanism.binding = binding
    return mechanism
