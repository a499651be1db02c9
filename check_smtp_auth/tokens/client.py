"""An OAuth client: who asks for access tokens, where, and with what. Pure."""

from __future__ import annotations

from ..record import Record
from ..secret import Secret

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..observation import KindName

CLIENT_CREDENTIALS, REFRESH_TOKEN = "client-credentials", "refresh-token"
SERVICE_ACCOUNT = "service-account"
GRANTS = (CLIENT_CREDENTIALS, REFRESH_TOKEN, SERVICE_ACCOUNT)
MICROSOFT, GOOGLE = "microsoft365", "google"

# Errors about the credential itself: trying it again and again may get the client locked or
# rate-limited.
SPENDING = ("invalid_client", "invalid_grant", "unauthorized_client")
# The same in words of single providers: Yahoo, Zoho, and those who rotate refresh tokens.
ALIASES = {
    "invalid_refresh_token": "invalid_grant",
    "refresh_token_reused": "invalid_grant",
    "invalid_code": "invalid_grant",
    "bad_refresh_token": "invalid_grant",
    "expired_refresh_token": "invalid_grant",
    "invalid_client_secret": "invalid_client",
    "invalid_client_id": "invalid_client",
    "deleted_client": "invalid_client",
    "disabled_client": "invalid_client",
}
# Rate limits, by OAuth's error, by Entra's number, and by Zoho's words, which have neither.
LIMITING = ("slow_down", "rate_limit", "rate_limit_exceeded", "too_many_requests", "e0000047")
LIMITING_CODES = (90055, 50196, 50166)
LIMITING_WORDS = ("you have made too many requests", "too many requests", "rate limit")
TOO_MANY_REQUESTS = 429
# The ``subtype`` of an answer with a token that could not be read back.
TOO_LONG = "too long"


class Client(Record):
    """What ``--oauth FILE`` describes; the names are those of its keys.

    ``provider`` is "" unless it is one of the two that we know. ``identity`` is the client id, or a
    service account's address; ``key_id`` names the key in Google's list. ``secret`` is the
    client secret, ``key`` the private key of certificate or service account, in PEM form,
    ``certificate`` the certificate. ``cache_file`` None is the default place, "none" keeps
    nothing. ``marks`` has each file's mark (see ``private_file.mark``). ``device_endpoint`` and
    ``authorization_endpoint`` are where somebody signs in, "" if that is not possible.
    """

    provider: str
    grant: str
    endpoint: str
    scope: str
    identity: str
    secret: Secret | None = None
    certificate: bytes = b""
    key: Secret | None = None
    key_id: str = ""
    refresh_token: Secret | None = None
    refresh_token_file: str = ""
    device_endpoint: str = ""
    authorization_endpoint: str = ""
    subject: str = ""
    ca_file: str | None = None
    cache_file: str | None = None
    marks: dict[str, str] = {}

    @property
    def credential(self) -> Secret:
        """All secrets of the client: if they change, its budget at the endpoint starts anew.

        The refresh token is the one that was in its file when the client was read.
        """
        parts = (self.secret, self.key, self.refresh_token)
        return Secret(b"\0".join(part.reveal() for part in parts if part is not None))


class TokenUnavailable(Exception):
    """No access token can be got, for a reason other than a fault on our side.

    ``kind`` is an ``observation.Kind``: TOKEN_REFUSED is the endpoint's own refusal; TOKEN_ANSWER
    is an answer that is not OAuth's; HELD is the guard; all others are trouble on the way.
    ``detail`` are words for the first line, with every secret masked; ``status`` is HTTP's, 0 if
    there was none. Of a refusal ``error`` is OAuth's (RFC 6749 section 5.2, in lower case),
    ``words`` its description, ``codes`` Entra's numbers and ``subtype`` Google's word, or TOO_LONG.
    ``ahead`` is how many seconds this host's clock is ahead of the endpoint's.
    """

    def __init__(
        self,
        kind: KindName,
        detail: str,
        error: str = "",
        status: int = 0,
        words: str = "",
        codes: tuple[int, ...] = (),
        subtype: str = "",
    ) -> None:
        """Note what happened."""
        super().__init__(kind, detail)
        self.kind = kind
        self.detail = detail
        self.error = error
        self.status = status
        self.words = words
        self.codes = codes
        self.subtype = subtype
        self.ahead = 0.0

    @property
    def limited(self) -> bool:
        """Whether the endpoint says that we ask too often."""
        return (
            self.status == TOO_MANY_REQUESTS
            or self.error in LIMITING
            or any(code in LIMITING_CODES for code in self.codes)
            or self.words.lower().startswith(LIMITING_WORDS)
        )

    @property
    def spends(self) -> bool:
        """Whether it was a definite refusal of the credential."""
        return ALIASES.get(self.error, self.error) in SPENDING
