"""LOGIN (draft-murchison-sasl-login): user name, then password, each when asked for.

The prompts differ from server to server and are not to be relied on, so the answers go by
position. It never carries an initial response: several servers refuse one.
"""

from __future__ import annotations

from . import ChallengeRejected, Credential, Mechanism

TYPE_CHECKING = False
if TYPE_CHECKING:
    from . import RandomOctets


class Login(Mechanism):
    """Two questions, two answers."""

    name = "LOGIN"
    heeds_challenges = False

    def __init__(self, credential: Credential, random_octets: RandomOctets) -> None:
        """Begin with both answers to give."""
        super().__init__(credential, random_octets)
        self._answers = [credential.user.encode(), credential.secret.reveal()]

    def start(self) -> None:
        """Leave the first word to the server."""
        return

    def respond(self, challenge: bytes) -> bytes:
        """Answer with the user name first, then with the password."""
        if not self._answers:
            raise ChallengeRejected("a third question, where LOGIN has two")
        answer = self._answers.pop(0)
        self.committed = not self._answers
        return answer


def create(name: str, credential: Credential, random_octets: RandomOctets) -> Mechanism:
    """Begin a LOGIN exchange."""
    return Login(credential, random_octets)
