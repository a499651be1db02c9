"""OAUTHBEARER (RFC 7628) and XOAUTH2 (its predecessor by Google and Microsoft): an access token
instead of a password.

Both are one message. If the token is refused, a challenge with a JSON document says so; it must
be answered, with next to nothing, before the final reply comes.
"""

from __future__ import annotations

from ..observation import MechanismFacts
from . import MAX_FACT, ChallengeRejected, Credential, EarlySuccess, Mechanism

TYPE_CHECKING = False
if TYPE_CHECKING:
    from . import RandomOctets

# What separates the fields of the message: Control-A.
SEPARATOR = "\x01"


class OAuth(Mechanism):
    """One message, and one answer to a refusal. ``acknowledgement`` is that answer."""

    acknowledgement = b""

    def __init__(self, credential: Credential, random_octets: RandomOctets) -> None:
        """Begin an exchange."""
        super().__init__(credential, random_octets)
        self._refused = False

    def start(self) -> bytes:
        """Return the message with the token in it."""
        self.committed = True
        fields = (*self._fields(), "auth=Bearer ")
        token = self.credential.secret.reveal()
        return SEPARATOR.join(fields).encode() + token + 2 * SEPARATOR.encode()

    def respond(self, challenge: bytes) -> bytes:
        """Note why the token is refused, and acknowledge it; raises ChallengeRejected."""
        if self._refused:
            raise ChallengeRejected(f"a challenge after the last message of {self.name}")
        self._refused = True
        self.facts = _error(challenge)
        return self.acknowledgement

    def finish(self) -> None:
        """Agree, if the message was sent and not refused."""
        if not self.committed or self._refused:
            raise EarlySuccess

    def _fields(self) -> tuple[str, ...]:
        """What stands before the token."""
        raise NotImplementedError


class OAuthBearer(OAuth):
    """OAUTHBEARER: with a GS2 header, host and port (RFC 7628 section 3.1)."""

    name = "OAUTHBEARER"
    acknowledgement = SEPARATOR.encode()

    def _fields(self) -> tuple[str, ...]:
        identity = (self.credential.authzid or self.credential.user).replace("=", "=3D")
        header = f"n,a={identity.replace(',', '=2C')},"
        return header, f"host={self.credential.host}", f"port={self.credential.port}"


class XOAuth2(OAuth):
    """XOAUTH2: with the user alone."""

    name = "XOAUTH2"

    def _fields(self) -> tuple[str, ...]:
        return (f"user={self.credential.authzid or self.credential.user}",)


def _error(challenge: bytes) -> MechanismFacts:
    """Read the JSON document of a refusal (RFC 7628 section 3.2.2): status and scope.

    One that cannot be read is ignored: the reply comes all the same.
    """
    import json  # only for a token that is refused

    try:
        document = json.loads(challenge)
    except (ValueError, RecursionError):
        return MechanismFacts()
    if not isinstance(document, dict):
        return MechanismFacts()
    status, scope = (document.get(name) for name in ("status", "scope"))
    return MechanismFacts(token_status=_text(status), token_scope=_text(scope))


def _text(value: object) -> str:
    """Return a value of that document as text, "" if it is not text."""
    return str(value)[:MAX_FACT] if isinstance(value, (str, int)) and value else ""


def create(name: str, credential: Credential, random_octets: RandomOctets) -> Mechanism:
    """Begin an exchange of the kind that the name says."""
    return (XOAuth2 if name == XOAuth2.name else OAuthBearer)(credential, random_octets)
