"""From a token endpoint's error to advice: tables. Pure.

OAuth's ``error`` (RFC 6749 section 5.2) is the kind of refusal, and selects the general advice.
Details such as Entra's numbers, Google's subtype, or the words of providers without either may
change without notice: so they only replace the general advice. Words are compared from their
beginning: what an endpoint quotes further on is not its own.
"""

from __future__ import annotations

from ..observation import Kind
from ..record import Record
from ..tokens.client import (
    ALIASES,
    CLIENT_CREDENTIALS,
    GOOGLE,
    MICROSOFT,
    REFRESH_TOKEN,
    SERVICE_ACCOUNT,
    TOO_LONG,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..observation import Failure, KindName, TokenFacts


class Said(Record):
    """The hint if the endpoint's words, in lower case, begin in one of these ways, with one of
    these errors, for this grant, at this provider; an empty field matches any.
    """

    begins: tuple[str, ...]
    hint: str
    errors: tuple[str, ...] = ()
    grant: str = ""
    provider: str = ""


SIGN_IN_AGAIN = (
    "Someone has to sign in again as the mailbox's user: run check_smtp_auth --oauth FILE -u USER "
    "--authorize as the user that runs the checks."
)
CLOCK = "Check that NTP is running here (timedatectl)."
BUSY = "The endpoint has a problem or is rate-limiting this client. The next check asks it again."
LIMITED = (
    "Too many tokens were requested, so the endpoint will not be asked again for 15 minutes. "
    "Check that the access token can be cached (-v says whether), and which other program asks so "
    "often."
)
# Entra's AADSTS numbers, by hint.
ENTRA: dict[str, tuple[int, ...]] = {
    "The client secret has expired. Create a new one (Entra admin centre, App registrations, "
    "Certificates & secrets), put its value into client-secret or client-secret-file here and "
    "into every program that uses it; --secret-expires warns before that happens again.": (
        7000222,
    ),
    "The client secret is wrong. Often its ID was copied instead of its Value, which is shown "
    "only once, when it is created: create a new one and copy the Value.": (7000215, 70002),
    "The application is not in this tenant. Compare client-id (the Application (client) ID of the "
    "App registration) and tenant; an application of another tenant needs an administrator's "
    "consent first, which creates its Enterprise application.": (
        *(700016, 700011, 7000229, 90099),
    ),
    "The client certificate has expired, or is not valid yet. Upload a new one to the App "
    "registration (Certificates & secrets), and put it and its key into "
    "client-certificate-file and client-key-file. If it has not, this host's clock or the "
    "certificate's dates are wrong.": (1000502,),
    "The assertion was not valid at the time it arrived: most likely this host's clock is wrong. "
    f"{CLOCK}": (500133, 700024),
    "The refresh token cannot be used here: it is incomplete, it belongs to another application "
    "or tenant, or it was not granted this scope. The scope for SMTP is "
    f"https://outlook.office.com/SMTP.Send offline_access. {SIGN_IN_AGAIN}": (70000, 700005, 54005),
    "The endpoint reports a malformed request. Usually the refresh token is incomplete: it was "
    "cut off or split over lines when it was copied.": (9002313, 90013, 90023),
    "The refresh token was issued for a single-page application, which only a browser may use. In "
    "the App registration, Authentication, register the redirect URI under Mobile and desktop "
    f"applications, not Single-page application. {SIGN_IN_AGAIN}": (9002326, 9002327, 700084),
    "The assertion signed with the certificate was rejected. Check that this certificate is "
    "uploaded to the App registration and has not expired, and that client-key-file is its key.": (
        *(700027, 50012, 700021, 700030, 50048),
    ),
    "The application is disabled. In Entra, Enterprise applications, Properties: enable it for "
    "users to sign in; also check whether it was deleted or blocked by Microsoft.": (
        *(7000112, 70001, 1000031),
    ),
    "The application is not a public client, so it must send a secret or a certificate: give "
    "client-secret-file, or allow public client flows in its App registration.": (
        *(7000218, 7000216),
    ),
    "The application is a public client: remove client-secret or the certificate.": (700025,),
    "There is no such tenant. tenant must be the Directory (tenant) ID or one of its verified "
    "domains; national clouds have their own endpoints (token-endpoint).": (
        *(90002, 900023, 900021, 50059, 50128, 90019, 90038, 900382, 900432),
    ),
    "The application is for one tenant only: give its Directory (tenant) ID as tenant, not common, "
    "organizations or consumers.": (50194, 9001023, 90124, 90130, 9002332),
    "The refresh token has expired: it was not used for too long (usually 90 days), or a policy "
    f"limits how long a sign-in lasts. {SIGN_IN_AGAIN} Regular checks keep it alive.": (
        *(700082, 70008, 70043, 50089, 50085, 50139),
    ),
    "The refresh token was revoked: the user's password was changed or reset, or someone revoked "
    f"the sessions. {SIGN_IN_AGAIN}": (50173, 50132, 50133),
    "The user's password has expired: change it first (in Active Directory, if the account comes "
    f"from there). {SIGN_IN_AGAIN} For an account that no person uses, set the password not to "
    "expire.": (50055, 50144),
    "The user's password is considered compromised and must be changed first; see Risky users in "
    f"Entra. {SIGN_IN_AGAIN}": (50135, 50125, 53011),
    "A second factor is required, which an unattended program cannot provide. Sign in again with "
    "it in a browser to get a new refresh token, or move to client-credentials with a "
    "certificate, which needs no second factor.": (50076, 50074, 50078, 50158, 700020),
    "The user has to set up a second factor first: sign in once as the mailbox's user at "
    f"https://aka.ms/mfasetup. {SIGN_IN_AGAIN} Or move to client-credentials, which needs no "
    "second factor.": (50079, 50072, 53004, 53010),
    "A Conditional Access policy (or security defaults) forbids it. The sign-in log in Entra "
    "names the policy: allow this application, this user or this host's address.": (
        *(53003, 53000, 53001, 53002, 50131, 530003, 530032, 530034, 530035, 50005, 50097),
        *(50129, 50155, 50187, 53009, 500212, 500213),
    ),
    "A proxy in this network blocks that tenant (tenant restrictions): have the tenant added to "
    "its list.": (500021, 500022, 50002),
    "The user does not exist in this tenant: compare tenant and the mailbox's address.": (
        *(50034, 51004, 50020, 50014, 90072, 16003, 16000, 500208),
    ),
    "The user is not assigned to the application. In Entra, Enterprise applications, Users and "
    "groups: assign the user, or turn off Assignment required.": (50105,),
    "The user's account is disabled in Entra: a shared mailbox's sign-in is blocked by design. "
    "Use client-credentials for it, or another account.": (50057,),
    "The account is locked after failed sign-ins, or the address of this host is on a block list: "
    "the sign-in log in Entra says which. Stop the program that signs in with an old password.": (
        50053,
    ),
    "Consent is missing. An administrator grants it in Entra, App registrations, API "
    "permissions, Grant admin consent.": (
        *(65001, 65004, 65005, 650056, 650057, 90008, 90094, 90095, 9002341),
    ),
    "The scope does not exist or does not match the grant. client-credentials needs "
    "https://outlook.office365.com/.default, refresh-token needs "
    "https://outlook.office.com/SMTP.Send offline_access.": (
        *(70011, 1002012, 28002, 28003, 500011, 50001, 700022, 700023, 650052, 650054, 900144),
    ),
    BUSY: (50000, 50033, 50087, 70012, 90006, 90012, 90024, 90033, 90090, 90091),
}
SESSION_CONTROL = (
    "The organisation's Google session control ends sessions after some hours. Exempt the "
    "application (Admin console, Security, Google Cloud session control) or use a service "
    f"account. {SIGN_IN_AGAIN}"
)
# Hints by Google's error_subtype, and by those that we set ourselves.
SUBTYPES = {
    "invalid_rapt": SESSION_CONTROL,
    "rapt_required": SESSION_CONTROL,
    TOO_LONG: (
        "Have the provider put less into its tokens: in Entra, fewer groups and claims (App "
        "registration, Token configuration). refresh-token-file was not changed. If the provider "
        "no longer accepts that token, someone has to sign in again."
    ),
}
GOOGLE_ENDS = (
    "Google revokes a refresh token when the user changes the password (if it is for Gmail, as "
    "here), when access is removed, after six months without use, when the client has more than "
    "100 for the account, and after 7 days while the consent screen's publishing status is "
    "Testing: set it to In production first."
)
DELEGATION = (
    "Domain-wide delegation is missing: in the Admin console, Security, API controls, Domain wide "
    "delegation, add the service account's numeric client ID (not its address) with the scope "
    "https://mail.google.com/. It takes effect within minutes, at most a day."
)
TRUST_APPLICATION = (
    "A policy of the Workspace forbids it: an administrator must trust the application (Admin "
    "console, Security, API controls, App access control)."
)
GONE = (
    "The OAuth client was deleted or disabled, or client-id is wrong. See the Google Cloud "
    "console, Clients; a deleted one can be restored for 30 days."
)
NOT_THIS_CLIENTS = (
    "The refresh token does not belong to this client, or is no longer valid: changing the "
    f"password or removing the application from the account revokes it. {SIGN_IN_AGAIN}"
)
SESSION_ENDED = (
    "The session behind the refresh token has ended: it reached its idle or maximum time, or was "
    "ended by a sign-out or an administrator. Ask for the scope offline_access when signing in, "
    f"so that the token outlives the session. {SIGN_IN_AGAIN}"
)
USED_TWICE = (
    "The refresh token was already used: each works only once, so another program or another host "
    f"uses the same one. Give each its own. {SIGN_IN_AGAIN}"
)
# The words of providers without numbers: Google, Keycloak, Okta, Auth0.
WORDS = (
    Said(("reauth related error",), SESSION_CONTROL),
    Said(
        ("token has been expired or revoked", "token has been revoked"),
        f"{GOOGLE_ENDS} {SIGN_IN_AGAIN}",
        ("invalid_grant",),
    ),
    Said(
        ("bad request",),
        f"Google no longer knows the refresh token, or it is incomplete. {GOOGLE_ENDS} "
        f"{SIGN_IN_AGAIN}",
        ("invalid_grant",),
        REFRESH_TOKEN,
        GOOGLE,
    ),
    Said(
        ("account has been deleted", "the account has been deleted"),
        "The mailbox's Google account was deleted; an administrator can restore it for 20 days. "
        f"{SIGN_IN_AGAIN}",
        ("invalid_grant",),
        REFRESH_TOKEN,
    ),
    Said(
        ("invalid jwt: token must be a short-lived token",),
        f"The time in the assertion was rejected: most likely this host's clock is wrong. {CLOCK}",
    ),
    Said(
        ("invalid jwt signature", "invalid jwt: no valid verifier", "java.security.signature"),
        "The service account's key was deleted, disabled, or belongs to another account: create a "
        "new one (Google Cloud console, Service accounts, Keys) for service-account-file.",
    ),
    Said(
        ("invalid email", "not a valid email", "invalid impersonation"),
        "There is no such mailbox in the Workspace: subject (or the user, if subject is missing) "
        "must be its primary address. Service accounts do not work for gmail.com addresses.",
    ),
    Said(
        ("account not found", "invalid grant: account not found", "robot is "),
        "The service account was deleted or disabled (Google Cloud console, Service accounts). "
        "Enable it; a new one needs delegation for its own ID.",
    ),
    Said(
        ("account has been deleted", "the account has been deleted"),
        "The mailbox that subject names was deleted; an administrator can restore it for 20 days.",
        grant=SERVICE_ACCOUNT,
    ),
    Said(
        ("client is unauthorized to retrieve", "unauthorized client or scope"),
        DELEGATION,
    ),
    Said(("requested client not authorized",), DELEGATION, grant=SERVICE_ACCOUNT),
    Said(("unauthorized",), NOT_THIS_CLIENTS, ("unauthorized_client",), REFRESH_TOKEN),
    Said(("the oauth client was",), GONE),
    Said(
        ("the provided client secret is invalid", "invalid client secret", "the client secret"),
        "The client secret is wrong: compare it with the provider's, or create a new one.",
    ),
    Said(
        ("account restricted",),
        "Google has restricted the account: sign in as the mailbox's user and see what Google "
        "asks for.",
    ),
    Said(
        ("session not active", "offline session not active", "client session not active"),
        SESSION_ENDED,
    ),
    Said(("session doesn't have", "offline user session", "user session not"), SESSION_ENDED),
    Said(
        ("token is not active",),
        "The refresh token or its session has expired, or a clock is wrong and the token is not "
        f"valid yet. Ask for the scope offline_access when signing in. {SIGN_IN_AGAIN}",
    ),
    Said(
        ("stale token", "maximum allowed refresh token reuse", "refresh token reused"), USED_TWICE
    ),
    Said(
        ("invalid refresh token", "invalid token issuer"),
        "The refresh token is incomplete, or belongs to another realm or client: check that "
        f"token-endpoint and client-id are those that issued it. {SIGN_IN_AGAIN}",
    ),
    Said(
        ("user disabled", "account disabled", "user is disabled", "account is not fully set up"),
        "The user's account is disabled at the provider, or the first sign-in there was not "
        "completed: an administrator has to enable it.",
    ),
    Said(
        (
            "client not enabled to retrieve",
            "client not allowed for",
            "grant type '",
            "client is not",
        ),
        "The client may not use this grant: allow it in the client's settings (Keycloak: Service "
        "accounts roles; Auth0: Grant Types, and a client grant for the API).",
    ),
    Said(
        ("the refresh token is invalid or expired", "unknown or invalid refresh token"),
        "The refresh token has expired, was revoked, or was already used: if each works only "
        f"once, no other program may use the same one. {SIGN_IN_AGAIN}",
    ),
)
# By error, if no row above matches: those of single providers, then OAuth's own.
GENERAL = {
    "invalid_refresh_token": NOT_THIS_CLIENTS,
    "refresh_token_reused": USED_TWICE,
    "invalid_code": (
        "The refresh token is no longer valid, belongs to another client, or the endpoint is the "
        "wrong region's (accounts.zoho.com, .eu, .in, ...): each account has its own. "
        f"{SIGN_IN_AGAIN}"
    ),
    "invalid_client_secret": (
        "The client secret is wrong, or the endpoint is the wrong region's: compare both with the "
        "provider's console."
    ),
    "deleted_client": GONE,
    "disabled_client": GONE,
    "admin_policy_enforced": TRUST_APPLICATION,
    "org_internal": (
        "The OAuth client is for users of its own organisation only (user type Internal): use a "
        "mailbox in it, or make the client External in the Google Cloud console, Audience."
    ),
    "invalid_client": (
        "The endpoint does not know this client, or not with this secret or certificate: check "
        "client-id, and whether the secret was changed or has expired."
    ),
    "invalid_grant": (
        "The refresh token or assertion is no longer valid: it has expired, was revoked, was "
        "already used, belongs to another client, or this host's clock is wrong."
    ),
    "unauthorized_client": (
        "The client is known, but may not get tokens this way: check its grants and permissions "
        "at the provider."
    ),
    "access_denied": "A policy of the organisation, or a missing consent, forbids it: ask its "
    "administrator.",
    "invalid_scope": "The scope is misspelt, or was not granted to the client.",
    "invalid_target": "The scope is for a service that the provider does not know.",
    "invalid_resource": "The scope is for a service that the tenant does not have.",
    "unsupported_grant_type": (
        "The endpoint does not know this grant: check grant and token-endpoint."
    ),
    "invalid_request": (
        "The endpoint reports a missing or malformed parameter: check token-endpoint, grant and "
        "tenant."
    ),
    "interaction_required": f"The provider requires a person to sign in. {SIGN_IN_AGAIN}",
    "consent_required": "Consent is missing: an administrator or the user has to grant it.",
    "temporarily_unavailable": "The endpoint is busy; the next check asks it again.",
    "server_error": "The endpoint has an internal problem; the next check asks it again.",
}
ON_THE_WAY = (
    "Check whether this host can reach the token endpoint (curl -v URL, as the monitor's user). "
    "If the internet is reachable only through a proxy, https_proxy must be set in the "
    "environment of the monitoring service, not only in a shell."
)
KINDS: dict[KindName, str] = {
    Kind.DNS: ON_THE_WAY,
    Kind.REFUSED: ON_THE_WAY,
    Kind.UNREACHABLE: ON_THE_WAY,
    Kind.TIMEOUT: ON_THE_WAY,
    Kind.LOST: ON_THE_WAY,
    Kind.ALERT: ON_THE_WAY,
    Kind.GARBLED: ON_THE_WAY,
    Kind.HANDSHAKE: ON_THE_WAY,
    Kind.NOT_TLS: ON_THE_WAY,
    Kind.CERTIFICATE: (
        "Nothing was sent. If a proxy in between decrypts TLS, or the endpoint uses a private "
        "authority, give that authority's certificate in ca-file."
    ),
}
NOT_OAUTH = (
    "The service at this address is not an OAuth endpoint: compare the one in the file of --oauth "
    "with the provider's documentation, and check for a proxy or a network sign-in page in between."
)


BY_CODE = {code: hint for hint, codes in ENTRA.items() for code in codes}
# The first of HTTP's status codes for errors of the server itself.
SERVER_ERROR = 500
# By how many seconds our clock may differ from the endpoint's, which is what assertions allow.
MOST_SKEW = 300
UNITS = ((2 * 86_400, 86_400, "day"), (2 * 3600, 3600, "hour"), (0, 60, "minute"))


def hints_for_token(failure: Failure, token: TokenFacts) -> tuple[str, ...]:
    """Return hints if no token could be got."""
    kind = failure.kind
    if kind in KINDS:
        return (KINDS[kind],)
    if kind not in (Kind.TOKEN_REFUSED, Kind.TOKEN_ANSWER):
        return ()
    hints = (_hint(kind, token), _about_clocks(token))
    return tuple(hint for hint in hints if hint)


def _hint(kind: KindName, token: TokenFacts) -> str:
    """Return the hint for an endpoint's error."""
    if token.limited:
        return LIMITED
    for code in token.codes:
        if code in BY_CODE:
            return BY_CODE[code]
    if token.subtype in SUBTYPES:
        return SUBTYPES[token.subtype]
    if not token.codes:  # an error with numbers is not recognised by words
        for row in WORDS:
            if _fits(row, token):
                return row.hint
    for error in (token.error, ALIASES.get(token.error, "")):
        if error in GENERAL:
            return GENERAL[error]
    if token.status >= SERVER_ERROR:
        return BUSY
    return NOT_OAUTH if kind == Kind.TOKEN_ANSWER else ""


def _fits(row: Said, token: TokenFacts) -> bool:
    """Tell whether a row matches the words, the error, the grant and the provider."""
    return (
        token.words.lower().startswith(row.begins)
        and (not row.errors or token.error in row.errors)
        and row.grant in ("", token.grant)
        and row.provider in ("", token.provider)
    )


def _about_clocks(token: TokenFacts) -> str:
    """Return the hint on how far this host's clock is off the endpoint's; "" if it is not."""
    off = abs(token.ahead)
    if off <= MOST_SKEW:
        return ""
    unit, name = next(each[1:] for each in UNITS if off >= each[0])
    count = round(off / unit)
    direction = "ahead of" if token.ahead > 0 else "behind"
    return (
        f"This host's clock is {count} {name}{'' if count == 1 else 's'} {direction} the "
        "endpoint's, which may be why it refuses: correct it (timedatectl)."
    )


def hints_for_rejected_token(client: TokenFacts) -> tuple[str, ...]:
    """Return hints if the mail server rejected a token that the endpoint issued."""
    if client.provider == MICROSOFT and client.grant == CLIENT_CREDENTIALS:
        return (
            "The application needs the permission SMTP.SendAsApp of Office 365 Exchange Online "
            "as an application permission, with an administrator's consent.",
            "New-ServicePrincipal must have been given the Object ID of the Enterprise "
            "application, which differs from that of the App registration: a wrong one is "
            "accepted silently, and every login is then refused (Get-ServicePrincipal shows it).",
            "That service principal needs a right on the mailbox: Add-MailboxPermission with "
            "FullAccess, and SendAs by Add-RecipientPermission.",
            "SMTP AUTH must be on for the mailbox (Set-CASMailbox "
            "-SmtpClientAuthenticationDisabled $false), for tokens too.",
        )
    if client.provider == MICROSOFT:
        return (
            "The refresh token must belong to the mailbox's own user, with the scope "
            "https://outlook.office.com/SMTP.Send; a token for Graph is refused here.",
            "SMTP AUTH must be on for the mailbox (Set-CASMailbox "
            "-SmtpClientAuthenticationDisabled $false), for tokens too.",
        )
    if client.provider == GOOGLE:
        whose = "subject" if client.grant == SERVICE_ACCOUNT else "the account that consented"
        return (
            f"The user must be the same mailbox as {whose}, and the scope "
            "https://mail.google.com/: the scope gmail.send is for Google's own API, not for SMTP.",
        )
    return (
        "Compare the scope with what the provider requires for SMTP, and the user with the "
        "token's.",
    )
