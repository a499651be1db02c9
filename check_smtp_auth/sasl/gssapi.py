"""GSSAPI, that is Kerberos 5 (RFC 4752), by the system's libraries and the package gssapi.

Tickets come from the credential cache, or are fetched with a client keytab or the password; that
means talking to the KDC, so this is the one mechanism that is not pure.
"""

from __future__ import annotations

from ..secret import Proof
from . import MAX_FACT, ChallengeRejected, Credential, EarlySuccess, Mechanism, NoTicket

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from . import RandomOctets

SERVICE = "smtp"
# RFC 4752 section 3.1: no security layer, since there is TLS.
NO_LAYER = b"\x01\x00\x00\x00"
# MIT's codes (krb5.h) for a KDC that refuses the client: principal unknown, revoked (that is,
# locked or disabled), key expired, preauthentication failed (a wrong key or password).
REFUSED = (-1765328378, -1765328366, -1765328361, -1765328360)


class GSSAPI(Mechanism):
    """Tokens to and fro until both sides are sure, then the security layer."""

    name = "GSSAPI"
    blocking = True
    opaque = True

    def __init__(self, credential: Credential, random_octets: RandomOctets) -> None:
        """Prepare an exchange; raises ImportError without the package gssapi."""
        super().__init__(credential, random_octets)
        import gssapi

        self._gssapi: Any = gssapi
        self._context: Any = None
        self._ended = False

    def start(self) -> bytes:
        """Return the first token; raises NoTicket."""
        try:
            self._context = self._make_context()
            return bytes(self._context.step() or b"")
        except self._gssapi.exceptions.GSSError as error:
            # The KDC counts such a refusal as a failed login, and so do we.
            self.committed = _signed(error.min_code) in REFUSED
            raise NoTicket(_words(error)) from None

    def respond(self, challenge: bytes) -> bytes:
        """Return the next token, or the choice of no security layer; raises ChallengeRejected."""
        if self._ended:
            raise ChallengeRejected("a challenge after the last message of GSSAPI")
        try:
            if not self._context.complete:
                self.committed = True
                return bytes(self._context.step(challenge) or b"")
            offered = self._context.unwrap(challenge).message
            if len(offered) != 4 or not offered[0] & NO_LAYER[0]:
                raise ChallengeRejected("a security layer demanded within GSSAPI")
            self._ended = self.committed = True
            answer = NO_LAYER + self.credential.authzid.encode()
            return bytes(self._context.wrap(answer, False).message)
        except self._gssapi.exceptions.GSSError as error:
            raise ChallengeRejected(f"a challenge that GSSAPI rejects: {_words(error)}") from None

    def finish(self) -> None:
        """Agree, if the server has proved itself and the last message was sent."""
        if not self._ended:
            raise EarlySuccess

    def _make_context(self) -> Any:
        """Make the context for the server's principal, by our ticket or the user's password."""
        gssapi = self._gssapi
        target = f"{SERVICE}@{self.credential.host}"
        service = gssapi.Name(target, gssapi.NameType.hostbased_service)
        user = None
        if self.credential.user:
            user = gssapi.Name(self.credential.user, gssapi.NameType.user)
        if self.credential.proof == Proof.PASSWORD:
            password = self.credential.secret.reveal()
            acquired = gssapi.raw.acquire_cred_with_password(
                user, password, usage="initiate", mechs=[gssapi.MechType.kerberos]
            )
            credentials = acquired.creds
        else:
            credentials = gssapi.Credentials(name=user, usage="initiate")
        flags = gssapi.RequirementFlag.mutual_authentication
        return gssapi.SecurityContext(
            name=service,
            creds=credentials,
            usage="initiate",
            mech=gssapi.MechType.kerberos,
            flags=flags,
        )


def _signed(code: int) -> int:
    """An error code as krb5.h has it: GSSAPI gives it as an unsigned number."""
    return code - (1 << 32) if code >= 1 << 31 else code


def _words(error: Any) -> str:
    """Kerberos's own words for an error."""
    words = error.get_all_statuses(error.min_code, False)
    return "; ".join(words).strip().rstrip(".")[:MAX_FACT]


def create(name: str, credential: Credential, random_octets: RandomOctets) -> Mechanism:
    """Begin a GSSAPI exchange."""
    return GSSAPI(credential, random_octets)
