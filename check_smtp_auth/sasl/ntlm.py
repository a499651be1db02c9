"""NTLM in SMTP (Microsoft's MS-SMTPNTLM): three messages, made by the package pyspnego."""

from __future__ import annotations

from . import ChallengeRejected, Credential, Mechanism

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from . import RandomOctets


class NTLM(Mechanism):
    """A negotiation, a challenge and the proof of the password."""

    name = "NTLM"
    blocking = True  # pyspnego imports cryptography, and makes slow hashes
    opaque = True
    heeds_challenges = False  # the first one is any text; see ``respond``

    def __init__(self, credential: Credential, random_octets: RandomOctets) -> None:
        """Prepare an exchange; raises ImportError without pyspnego."""
        super().__init__(credential, random_octets)
        import spnego

        self._context: Any = None
        self._spnego: Any = spnego

    def start(self) -> None:
        """Let the server speak first: it answers AUTH NTLM with any text."""
        return

    def respond(self, challenge: bytes) -> bytes:
        """Return the negotiation, then the proof; raises ChallengeRejected."""
        if self.committed:
            raise ChallengeRejected("a challenge after the last message of NTLM")
        if self._context is None:
            self._context = self._spnego.client(
                self.credential.user, self.credential.secret.reveal().decode(), protocol="ntlm"
            )
            self.heeds_challenges = True
            return bytes(self._context.step() or b"")
        try:
            proof = self._context.step(challenge)
        except Exception:  # pyspnego may raise anything for what a server sends
            raise ChallengeRejected("a challenge that is not NTLM's") from None
        self.committed = True
        return bytes(proof or b"")


def create(name: str, credential: Credential, random_octets: RandomOctets) -> Mechanism:
    """Begin an NTLM exchange."""
    return NTLM(credential, random_octets)
