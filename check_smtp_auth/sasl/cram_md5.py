"""CRAM-MD5 (RFC 2195): proves knowledge of the password by a keyed digest. Obsolete."""

from __future__ import annotations

import hmac

from ..accounts import Misconfigured
from . import ChallengeRejected, Credential, Mechanism

TYPE_CHECKING = False
if TYPE_CHECKING:
    from . import RandomOctets


class CramMD5(Mechanism):
    """One challenge, one digest."""

    name = "CRAM-MD5"

    def start(self) -> None:
        """Leave the first word to the server."""
        return

    def respond(self, challenge: bytes) -> bytes:
        """Return user SP hex(HMAC-MD5(password, challenge)) (RFC 2195 section 2)."""
        if self.committed:
            raise ChallengeRejected("a second challenge, where CRAM-MD5 has one")
        if not challenge:
            raise ChallengeRejected("an empty CRAM-MD5 challenge")
        self.committed = True
        digest = hmac.new(self.credential.secret.reveal(), challenge, "md5").hexdigest()
        return f"{self.credential.user} {digest}".encode()


def create(name: str, credential: Credential, random_octets: RandomOctets) -> Mechanism:
    """Begin a CRAM-MD5 exchange; raises Misconfigured if there is no MD5, as under FIPS 140."""
    try:
        hmac.new(b"", b"", "md5")
    except ValueError:
        raise Misconfigured(
            "CRAM-MD5 needs MD5, which OpenSSL on this host does not allow (FIPS mode)"
        ) from None
    return CramMD5(credential, random_octets)
