"""SASL mechanisms (RFC 4422), pure: challenges in, responses out.

A mechanism is ``start``, ``respond`` and ``finish``; it knows nothing of SMTP. Each family
has a file of its own, imported when it is chosen. To add one, write the file and add its
line to ``REGISTRY``.
"""

from __future__ import annotations

from ..record import Record
from ..secret import Secret

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Callable

    RandomOctets = Callable[[int], bytes]


class ChallengeRejected(Exception):
    """The challenge breaks the mechanism's rules; the text says how."""


class EarlySuccess(Exception):
    """The server accepted before it asked for the secret."""


class ServerNotVerified(Exception):
    """The server did not prove that it knows the secret too."""


class Credential(Record):
    """Who logs in: authentication identity, secret, and the identity to act as, if another."""

    user: str
    secret: Secret
    authzid: str = ""


class Mechanism:
    """One authentication exchange, the client's side.

    ``facts`` collects what the server showed of itself, for people to read. ``blocking``
    says that ``respond`` may take long and is not to hold up other conversations.
    ``heeds_challenges`` is False where the response does not depend on the challenge, so
    that one that cannot be decoded does no harm. ``committed`` turns True with the response
    that has the secret in it, or a proof of it: from there on a login counts.
    """

    name = ""
    blocking = False
    heeds_challenges = True
    committed = False

    def __init__(self, credential: Credential, random_octets: RandomOctets) -> None:
        """Prepare an exchange; ``random_octets(n)`` gives n unpredictable octets."""
        self.credential = credential
        self.random_octets = random_octets
        self.facts: dict[str, str] = {}

    def start(self) -> bytes | None:
        """Return the initial response; None where the server speaks first.

        b"" is an empty initial response, which is not the same as none.
        """
        raise NotImplementedError

    def respond(self, challenge: bytes) -> bytes:
        """Return the response to a challenge; raises ChallengeRejected."""
        raise NotImplementedError

    def finish(self) -> None:
        """Agree to the server's success; raises EarlySuccess or ServerNotVerified."""
        raise NotImplementedError


class Entry(Record):
    """A registered mechanism.

    ``exposes`` says that the server, or whoever listens, gets the secret itself.
    ``stored`` says that the server must keep a secret of the mechanism's own form, which
    it may lack for accounts whose password is right.
    """

    name: str
    module: str
    exposes: bool = False
    stored: bool = False


# In the order of preference over verified TLS. CRAM-MD5 comes last: it is obsolete, and
# offered by servers whose accounts have no secret for it.
REGISTRY = (
    Entry("SCRAM-SHA-512", "scram", stored=True),
    Entry("SCRAM-SHA-256", "scram", stored=True),
    Entry("SCRAM-SHA-1", "scram", stored=True),
    Entry("PLAIN", "plain", exposes=True),
    Entry("LOGIN", "login", exposes=True),
    Entry("CRAM-MD5", "cram_md5", stored=True),
)
NAMES = tuple(entry.name for entry in REGISTRY)


def entry(name: str) -> Entry | None:
    """Return the registered mechanism of that name, or None."""
    return next((entry for entry in REGISTRY if entry.name == name), None)


class Channel:
    """How far the connection can be trusted with a secret."""

    VERIFIED = "verified TLS"
    UNVERIFIED = "TLS without verification"
    CLEAR_ALLOWED = "clear text, allowed"
    CLEAR = "clear text"


class Choice(Record):
    """The mechanism to use, or None; and why each of the others offered is not.

    ``exposed`` says that only mechanisms were left that would give the secret away.
    """

    name: str | None
    skipped: dict[str, str]
    exposed: bool = False


def choose(offered: Sequence[str], wanted: Sequence[str], channel: str, kept: str = "") -> Choice:
    """Choose one mechanism of those offered, once.

    ``wanted`` gives the allowed ones in order; empty, the strongest first: over verified
    TLS the registry's order, else those first that keep the secret to themselves.
    ``kept`` is one that worked before: it is used again while it may be, since a stronger
    one that a server's upgrade brings may lack the account's secret.
    """
    order = list(wanted) or list(NAMES)
    if not wanted and channel != Channel.VERIFIED:
        order.sort(key=lambda name: _exposes(name))
    barred = [name for name in order if channel == Channel.CLEAR and _exposes(name)]
    usable = [name for name in order if name in offered and name not in barred]
    if kept in usable and (channel != Channel.UNVERIFIED or not _exposes(kept)):
        chosen: str | None = kept
    else:
        chosen = usable[0] if usable else None
    skipped = {}
    for name in offered:
        if name == chosen:
            continue
        if entry(name) is None:
            skipped[name] = "not supported by this plugin"
        elif name not in order:
            skipped[name] = "not among the allowed ones (-A)"
        elif name in barred:
            skipped[name] = "would send the secret in clear text"
        else:
            worked = chosen == kept and order.index(name) < order.index(kept)
            skipped[name] = f"{chosen} {'worked before' if worked else 'is preferred'}"
    exposed = chosen is None and any(name in offered for name in barred)
    return Choice(chosen, skipped, exposed)


def _exposes(name: str) -> bool:
    """Tell whether the mechanism gives the secret itself to the server."""
    found = entry(name)
    return found is not None and found.exposes


def create(name: str, credential: Credential, random_octets: RandomOctets) -> Mechanism:
    """Import the module of a registered mechanism and begin an exchange."""
    found = entry(name)
    assert found is not None, name
    module = __import__(f"{__name__}.{found.module}", fromlist=["create"])
    mechanism: Mechanism = module.create(name, credential, random_octets)
    return mechanism
