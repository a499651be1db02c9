"""EXTERNAL (RFC 4422 appendix A): the client certificate has said who the client is."""

from __future__ import annotations

from . import ChallengeRejected, Credential, Mechanism

TYPE_CHECKING = False
if TYPE_CHECKING:
    from . import RandomOctets


class External(Mechanism):
    """One message: the identity to act as, empty for the certificate's own."""

    name = "EXTERNAL"
    heeds_challenges = False

    def start(self) -> bytes:
        """Return the identity to act as."""
        self.committed = True
        return self.credential.authzid.encode()

    def respond(self, challenge: bytes) -> bytes:
        """Reject: after its one message EXTERNAL has nothing more to say."""
        raise ChallengeRejected("a challenge after the only message of EXTERNAL")


def create(name: str, credential: Credential, random_octets: RandomOctets) -> Mechanism:
    """Begin an EXTERNAL exchange."""
    return External(credential, random_octets)
