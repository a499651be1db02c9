"""PLAIN (RFC 4616): identity, user and password in one message."""

from __future__ import annotations

from . import ChallengeRejected, Credential, Mechanism

TYPE_CHECKING = False
if TYPE_CHECKING:
    from . import RandomOctets


class Plain(Mechanism):
    """One message."""

    name = "PLAIN"
    heeds_challenges = False

    def start(self) -> bytes:
        """Return [authzid] NUL authcid NUL passwd, in UTF-8."""
        self.committed = True
        identities = f"{self.credential.authzid}\0{self.credential.user}\0".encode()
        return identities + self.credential.secret.reveal()

    def respond(self, challenge: bytes) -> bytes:
        """Reject: after its one message PLAIN has nothing more to say."""
        raise ChallengeRejected("a challenge after the only message of PLAIN")


def create(name: str, credential: Credential, random_octets: RandomOctets) -> Mechanism:
    """Begin a PLAIN exchange."""
    return Plain(credential, random_octets)
