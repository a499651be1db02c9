"""SCRAM-SHA-1, SCRAM-SHA-256 and SCRAM-SHA-512, each also with -PLUS (RFC 5802, RFC 7677):
both sides prove that they know the password without exposing it. With -PLUS they also prove that
they see the same TLS channel, so that nobody is in between.

The messages, in the order in which they are exchanged (RFC 5802 section 5)::

    C: n,a=authzid,n=user,r=client-nonce
    S: r=client-nonce+server-nonce,s=salt,i=iterations
    C: c=biws,r=both-nonces,p=proof
    S: v=server-signature

With -PLUS "n" is "p=kind-of-binding", and "biws" has the binding's data in it. The names of
the values are those of RFC 5802 section 3.
"""

from __future__ import annotations

import hashlib
import hmac
from binascii import Error, a2b_base64, b2a_base64

from ..accounts import Misconfigured
from . import MAX_FACT, ChallengeRejected, Credential, Mechanism, ServerNotVerified
from .saslprep import prepare

TYPE_CHECKING = False
if TYPE_CHECKING:
    from . import RandomOctets

NONCE_OCTETS = 18
BASE64 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/="
# Fewer than RFC 7677 asks for are accepted, with a notice (``diagnosis.notices``); a number that
# would keep a processor busy for seconds is refused.
MOST_ITERATIONS = 1_000_000


class Scram(Mechanism):
    """The client's side of one SCRAM exchange."""

    blocking = True  # deriving the key takes up to a second
    opaque = True

    def __init__(self, name: str, credential: Credential, random_octets: RandomOctets) -> None:
        """Begin an exchange; the hash follows from the mechanism's name.

        Raises Misconfigured for a user or a password that SCRAM cannot carry.
        """
        super().__init__(credential, random_octets)
        self.name = name
        plain_name = name[: -len("-PLUS")] if name.endswith("-PLUS") else name
        self._hash = plain_name[len("SCRAM-") :].replace("-", "").lower()  # "sha256"
        self._user = _prepared(credential.user, "user name")
        self._password = _prepared(credential.secret.reveal().decode("utf-8"), "password").encode()
        self._nonce = b2a_base64(random_octets(NONCE_OCTETS), newline=False)
        self._first_bare = b""
        self._signature: bytes | None = None
        self._verified = False
        self._ended = False

    def start(self) -> bytes:
        """Return the client-first-message."""
        self._first_bare = b"n=" + _saslname(self._user) + b",r=" + self._nonce
        return self._gs2_header() + self._first_bare

    def respond(self, challenge: bytes) -> bytes:
        """Answer the server-first-message with the proof, the server-final with nothing."""
        if self._signature is None:
            return self._prove(challenge)
        if self._ended:
            raise ChallengeRejected("a challenge after the last message of SCRAM")
        self._ended = True
        self._verify(challenge)
        return b""

    def finish(self) -> None:
        """Agree only when the server's signature was right."""
        if not self._verified:
            raise ServerNotVerified

    def _gs2_header(self) -> bytes:
        """Return the GS2 header: channel binding flag, and the authorization identity if there is
        one.
        """
        flag, authzid = self.binding.flag, self.credential.authzid
        bound = flag if flag in ("n", "y") else f"p={flag}"
        return f"{bound},".encode() + (b"a=" + _saslname(authzid) if authzid else b"") + b","

    def _prove(self, server_first: bytes) -> bytes:
        """Return the client-final-message, and keep the server signature to expect."""
        nonce, salt, iterations = self._read_server_first(server_first)
        self.facts = self.facts.replace(iterations=iterations)
        salted = hashlib.pbkdf2_hmac(self._hash, self._password, salt, iterations)
        client_key = self._hmac(salted, b"Client Key")
        stored_key = hashlib.new(self._hash, client_key).digest()
        binding = b2a_base64(self._gs2_header() + self.binding.data, newline=False)
        without_proof = b"c=" + binding + b",r=" + nonce
        auth_message = b",".join((self._first_bare, server_first, without_proof))
        client_signature = self._hmac(stored_key, auth_message)
        proof = bytes(a ^ b for a, b in zip(client_key, client_signature))
        server_key = self._hmac(salted, b"Server Key")
        self._signature = self._hmac(server_key, auth_message)
        self.committed = True
        return without_proof + b",p=" + b2a_base64(proof, newline=False)

    def _read_server_first(self, message: bytes) -> tuple[bytes, bytes, int]:
        """Return nonce, salt and iteration count; raises ChallengeRejected."""
        parts = message.split(b",")
        if parts[0].startswith(b"m="):
            raise ChallengeRejected("a mandatory SCRAM extension that is not supported")
        if [part[:2] for part in parts[:3]] != [b"r=", b"s=", b"i="]:
            raise ChallengeRejected("a SCRAM message without nonce, salt and iteration count")
        nonce, salt, count = (part[2:] for part in parts[:3])
        if not nonce.startswith(self._nonce) or len(nonce) == len(self._nonce):
            raise ChallengeRejected("a SCRAM nonce that does not continue ours")
        iterations = int(count.lstrip(b"0")[:12] or 0) if count.isdigit() else 0
        if not 0 < iterations <= MOST_ITERATIONS:
            raise ChallengeRejected(f"a SCRAM iteration count outside 1 to {MOST_ITERATIONS}")
        try:
            if salt.translate(None, BASE64):  # a2b_base64 would pass over it
                raise Error
            return nonce, a2b_base64(salt), iterations
        except Error:
            raise ChallengeRejected("a SCRAM salt that is not base64") from None

    def _verify(self, server_final: bytes) -> None:
        """Compare the server's signature with the expected one; raises ServerNotVerified.

        An error message ("e=invalid-proof") is noted and answered like the signature, so
        that the server's final reply comes and tells the rest.
        """
        if server_final.startswith(b"e="):
            error = server_final[2:].decode("utf-8", "replace")
            self.facts = self.facts.replace(error=error[:MAX_FACT])
            return
        try:
            signature = a2b_base64(server_final.split(b",")[0][2:])
        except Error:
            signature = b""
        if not server_final.startswith(b"v=") or not hmac.compare_digest(
            signature, self._signature or b""
        ):
            raise ServerNotVerified
        self._verified = True

    def _hmac(self, key: bytes, message: bytes) -> bytes:
        """HMAC with the mechanism's hash."""
        return hmac.new(key, message, self._hash).digest()


def _prepared(text: str, what: str) -> str:
    """Prepare a user or a password (RFC 5802 section 5.1); raises Misconfigured."""
    try:
        return prepare(text)
    except ValueError:
        raise Misconfigured(
            f"the {what} contains characters that SCRAM does not allow (RFC 4013)"
        ) from None


def _saslname(name: str) -> bytes:
    """Escape "=" and "," (RFC 5802 section 5.1, saslname)."""
    return name.replace("=", "=3D").replace(",", "=2C").encode()


def create(name: str, credential: Credential, random_octets: RandomOctets) -> Mechanism:
    """Begin a SCRAM exchange with the hash that the name says."""
    return Scram(name, credential, random_octets)
