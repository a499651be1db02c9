"""GSSAPI, that is Kerberos 5 (RFC 4752), by the system's libraries and the package gssapi.

Tickets come from the credential cache, or are got by a client keytab or the password: which
means talking to the KDC, so that this is the one mechanism that is not pure.
"""

from __future__ import annotations

from ..accounts import Misconfigured
from . import ChallengeRejected, Credential, EarlySuccess, Mechanism, NoTicket, Proof

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from . import RandomOctets

SERVICE = "smtp"
# RFC 4752 section 3.1: no security layer, which TLS has taken the place of.
NO_LAYER = b"\x01\x00\x00\x00"


class GSSAPI(Mechanism):
    """Tokens to and fro until both sides are sure, then the security layer."""

    name = "GSSAPI"
    blocking = True

    def __init__(self, credential: Credential, random_octets: RandomOctets) -> None:
        """Prepare an exchange; raises Misconfigured without the package gssapi."""
        super().__init__(credential, random_octets)
        try:
            import gssapi
        except ImportError:
            raise Misconfigured(
                "GSSAPI needs a package that is not installed: "
                "run pip install 'check_smtp_auth[gssapi]'"
            ) from None
        self._gssapi: Any = gssapi
        self._context: Any = None
        self._established = False

    def start(self) -> bytes:
        """Return the first token; raises NoTicket."""
        try:
            self._context = self._make_context()
            return bytes(self._context.step() or b"")
        except self._gssapi.exceptions.GSSError as error:
            raise NoTicket(_words(error)) from None

    def respond(self, challenge: bytes) -> bytes:
        """Return the next token, or the choice of no security layer; raises ChallengeRejected."""
        if self.committed:
            raise ChallengeRejected("a challenge after the last message of GSSAPI")
        try:
            if not self._context.complete:
                return bytes(self._context.step(challenge) or b"")
            offered = self._context.unwrap(challenge).message
            if len(offered) != 4 or not offered[0] & NO_LAYER[0]:
                raise ChallengeRejected("a security layer demanded within GSSAPI")
            self.committed = True
            answer = NO_LAYER + self.credential.authzid.encode()
            return bytes(self._context.wrap(answer, False).message)
        except self._gssapi.exceptions.GSSError as error:
            raise ChallengeRejected(f"a challenge that GSSAPI rejects: {_words(error)}") from None

    def finish(self) -> None:
        """Agree, if the server has proved itself and the last message was sent."""
        if not self.committed:
            raise EarlySuccess

    def _make_context(self) -> Any:
        """Prepare the exchange with the server's principal, as ourselves or as the user."""
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


def _words(error: Any) -> str:
    """The library's own words, without its codes."""
    text = str(getattr(error, "min_message", "") or "")
    try:
        text = error.get_all_statuses(error.min_code, False)[0]
        text = text.decode("utf-8", "replace") if isinstance(text, bytes) else str(text)
    except Exception:  # it is only for people to read
        text = str(error)
    return text.strip().rstrip(".")[:200]


def create(name: str, credential: Credential, random_octets: RandomOctets) -> Mechanism:
    """Begin a GSSAPI exchange."""
    return GSSAPI(credential, random_octets)
