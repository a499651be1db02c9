"""From what a token endpoint said to what helps: tables. Pure.

OAuth's ``error`` says which kind of refusal it is (RFC 6749 section 5.2) and gives the general
advice. What tells more, Entra's numbers, Google's subtype, and words of those who have neither,
may change without notice: so it only takes the place of the general one. Words count from
their beginning: what an endpoint quotes further on is none of its own.
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
    """What to say where the endpoint's words begin in one of these ways, in lower case, with one
    of these errors, by this grant, at this provider; of each nothing means any.
    """

    begins: tuple[str, ...]
    hint: str
    errors: tuple[str, ...] = ()
    grant: str = ""
    provider: str = ""


SIGN_IN_AGAIN = (
    "Somebody has to sign in again, as the mailbox's user: run check_smtp_auth --oauth FILE "
    "-u USER --authorize, as the user that runs the checks."
)
CLOCK = "See that NTP runs here (timedatectl)."
BUSY = "The endpoint has trouble or is limiting us; it is asked again with the next check."
LIMITED = (
    "Too many tokens were asked for, so wait: the endpoint is left alone for a quarter of an hour. "
    "See that the access token can be kept (-v tells), and which other program asks so often."
)
# Entra's AADSTS numbers, by what helps.
ENTRA: dict[str, tuple[int, ...]] = {
    "The client secret has expired. Make a new one (Entra admin centre, App registrations, "
    "Certificates & secrets), put its value into client-secret or client-secret-file here "
    "and into every program that uses it; --secret-expires warns before the next time.": (7000222,),
    "The client secret is wrong. Mostly its ID was copied in place of its Value, which is "
    "shown only once, when it is made: make a new one and copy the Value.": (7000215, 70002),
    "The application is not in this tenant. Compare client-id (the Application (client) ID "
    "of the App registration) and tenant; an application of another tenant needs an "
    "administrator's consent first, which makes its Enterprise application.": (
        *(700016, 700011, 7000229, 90099),
    ),
    "The client certificate has expired, or is not valid yet. Upload a new one to the App "
    "registration (Certificates & secrets), and put it and its key into "
    "client-certificate-file and client-key-file. If it has not, this host's clock or the "
    "certificate's dates are wrong.": (1000502,),
    "The assertion was not valid at the time it arrived: most likely this host's clock is wrong. "
    f"{CLOCK}": (500133, 700024),
    "The refresh token is not good for this: it is not whole, it is another application's or "
    "tenant's, or it was not granted this scope. The scope for SMTP is "
    f"https://outlook.office.com/SMTP.Send offline_access. {SIGN_IN_AGAIN}": (70000, 700005, 54005),
    "The endpoint finds the form malformed: mostly the refresh token is not whole, for it was "
    "cut short or broken over lines when it was copied.": (9002313, 90013, 90023),
    "The refresh token was got for a single-page application, which only a browser may use. In "
    "the App registration, Authentication, register the redirect URI under Mobile and desktop "
    f"applications, not Single-page application. {SIGN_IN_AGAIN}": (9002326, 9002327, 700084),
    "The certificate's assertion was not taken. See that this certificate is uploaded to the "
    "App registration and has not expired, and that client-key-file is its key.": (
        *(700027, 50012, 700021, 700030, 50048),
    ),
    "The application is disabled. In Entra, Enterprise applications, Properties: enable it "
    "for users to sign in; see also whether it was deleted or blocked by Microsoft.": (
        *(7000112, 70001, 1000031),
    ),
    "The application is no public client, so it has to show a secret or a certificate: give "
    "client-secret-file, or allow public client flows in its App registration.": (7000218,),
    "The application is a public client: take client-secret or the certificate out.": (700025,),
    "There is no such tenant. tenant is the Directory (tenant) ID or a verified domain of "
    "it; national clouds have endpoints of their own (token-endpoint).": (
        *(90002, 900023, 900021, 50059, 50128, 90019, 90038, 900382, 900432),
    ),
    "The application is for one tenant only: give its Directory (tenant) ID as tenant, not common, "
    "organizations or consumers.": (50194, 9001023, 90124, 90130, 9002332),
    "The refresh token has expired: not used for too long (90 days as a rule), or by a policy "
    f"on how often to sign in. {SIGN_IN_AGAIN} A check that runs regularly keeps it alive.": (
        *(700082, 70008, 70043, 50089, 50085, 50139),
    ),
    "The refresh token was withdrawn: the user's password was changed or reset, or somebody "
    f"revoked the sessions. {SIGN_IN_AGAIN}": (50173, 50132, 50133),
    "The user's password has expired: it has to be changed first (in Active Directory, where the "
    f"account comes from there). {SIGN_IN_AGAIN} For an account that no person uses, let the "
    "password not expire.": (50055, 50144),
    "The user's password is taken for known to others and has to be changed first; see Risky users "
    f"in Entra. {SIGN_IN_AGAIN}": (50135, 50125, 53011),
    "A second factor is demanded, which an unattended program cannot give. Sign in again with "
    "it in a browser for a new refresh token, or move to client-credentials with a "
    "certificate, which no user's second factor touches.": (50076, 50074, 50078, 50158, 700020),
    "The user has to set up a second factor first: sign in once as the mailbox's user at "
    f"https://aka.ms/mfasetup. {SIGN_IN_AGAIN} Or move to client-credentials, which no user's "
    "second factor touches.": (50079, 50072, 53004, 53010),
    "A Conditional Access policy (or security defaults) forbids it. The sign-in log in Entra "
    "names the policy: allow this application, this user or the address of this host.": (
        *(53003, 53000, 53001, 53002, 50131, 530032, 530034, 530035, 50005, 50097, 50129),
        *(50155, 50187, 500212, 500213),
    ),
    "A proxy of this network lets nobody into that tenant (tenant restrictions): have the tenant "
    "added to its list.": (500021, 500022, 50002),
    "The user does not exist in this tenant: compare tenant and the mailbox's address.": (
        *(50034, 51004, 50020, 50014, 90072, 16003, 16000, 500208),
    ),
    "The user is not assigned to the application. In Entra, Enterprise applications, Users and "
    "groups: assign the user, or turn off that assignment is required.": (50105,),
    "The user's account is disabled in Entra: a shared mailbox's sign-in is blocked by design. "
    "Use client-credentials for it, or another account.": (50057,),
    "The account is locked after failed sign-ins, or the address of this host is on a block "
    "list: the sign-in log in Entra tells which. Stop what signs in with an old password.": (
        50053,
    ),
    "Consent is missing. An administrator grants it in Entra, App registrations, API "
    "permissions, Grant admin consent.": (
        *(65001, 65004, 65005, 650056, 650057, 90008, 90094, 90095, 9002341),
    ),
    "The scope does not exist or does not go with the grant. client-credentials takes "
    "https://outlook.office365.com/.default, refresh-token takes "
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
# Google's error_subtype, and what we find wrong ourselves.
SUBTYPES = {
    "invalid_rapt": SESSION_CONTROL,
    "rapt_required": SESSION_CONTROL,
    TOO_LONG: "Have the provider put less into its tokens: at Entra fewer groups and claims (App "
    "registration, Token configuration). refresh-token-file was left as it was; if the provider "
    "does not take that token any more, somebody has to sign in again.",
}
GOOGLE_ENDS = (
    "Google ends a refresh token when the user changes the password (if it is for Gmail, as here), "
    "when the access is taken away, after six months without use, when the client has more than "
    "100 of the account, and after 7 days while the consent screen's publishing status is "
    "Testing: set it to In production first."
)
DELEGATION = (
    "Domain-wide delegation is missing: in the Admin console, Security, API controls, Domain "
    "wide delegation, add the service account's numeric client ID (not its address) with the "
    "scope https://mail.google.com/. It takes effect after minutes, at most a day."
)
TRUST_APPLICATION = (
    "A policy of the Workspace forbids it: an administrator has to trust the application "
    "(Admin console, Security, API controls, App access control)."
)
GONE = (
    "The OAuth client was deleted or disabled, or client-id is not its own. See the Google Cloud "
    "console, Clients; a deleted one can be restored for 30 days."
)
NOT_THIS_CLIENTS = (
    "The refresh token is not one of this client's, or not any more: changing the password or "
    f"removing the application in the account ends it. {SIGN_IN_AGAIN}"
)
SESSION_ENDED = (
    "The session behind the refresh token has ended: by its idle or maximum time, by a sign-out, "
    "or by an administrator. Ask for the scope offline_access when signing in, so that the token "
    f"outlives the session. {SIGN_IN_AGAIN}"
)
USED_TWICE = (
    "The refresh token was used before: each is good once, so another program, or another host, "
    f"uses the same. Give each its own. {SIGN_IN_AGAIN}"
)
# Words of those who have no numbers: Google, Keycloak, Okta, Auth0.
WORDS = (
    Said(("reauth related error",), SESSION_CONTROL),
    Said(
        ("token has been expired or revoked", "token has been revoked"),
        f"{GOOGLE_ENDS} {SIGN_IN_AGAIN}",
        ("invalid_grant",),
    ),
    Said(
        ("bad request",),
        f"Google knows the refresh token no more, or it is not whole. {GOOGLE_ENDS} "
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
        f"The time in the assertion was not taken: most likely this host's clock is wrong. {CLOCK}",
    ),
    Said(
        ("invalid jwt signature", "invalid jwt: no valid verifier", "java.security.signature"),
        "The service account's key was deleted, disabled, or belongs to another account: make a "
        "new one (Google Cloud console, Service accounts, Keys) for service-account-file.",
    ),
    Said(
        ("invalid email", "not a valid email", "invalid impersonation"),
        "There is no such mailbox in the Workspace: subject, or the user where it is missing, "
        "must be its primary address; and a service account serves no gmail.com address.",
    ),
    Said(
        ("account not found", "invalid grant: account not found", "robot is "),
        "The service account was deleted or disabled (Google Cloud console, Service accounts). "
        "Enable it; a new one needs the delegation of its own ID.",
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
        "The client secret is wrong: compare it with the provider's, or make a new one.",
    ),
    Said(
        ("account restricted",),
        "Google has restricted the account: sign in as the mailbox's user and see what it wants.",
    ),
    Said(
        ("session not active", "offline session not active", "client session not active"),
        SESSION_ENDED,
    ),
    Said(("session doesn't have", "offline user session", "user session not"), SESSION_ENDED),
    Said(
        ("token is not active",),
        "The refresh token has expired, or its session has; or a clock is wrong, and it is not "
        f"valid yet. Ask for the scope offline_access when signing in. {SIGN_IN_AGAIN}",
    ),
    Said(
        ("stale token", "maximum allowed refresh token reuse", "refresh token reused"), USED_TWICE
    ),
    Said(
        ("invalid refresh token", "invalid token issuer"),
        "The refresh token is not whole, or another realm's or client's: compare token-endpoint "
        f"and client-id with where it was got. {SIGN_IN_AGAIN}",
    ),
    Said(
        ("user disabled", "account disabled", "user is disabled", "account is not fully set up"),
        "The user's account is disabled at the provider, or something is left to do there at the "
        "first sign-in: an administrator has to enable it.",
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
        "The refresh token has expired, was revoked, or was used before: where each is good once, "
        f"no other program may use the same. {SIGN_IN_AGAIN}",
    ),
)
# By the error, for what no row above knows: those of single providers, then OAuth's own.
GENERAL = {
    "invalid_refresh_token": NOT_THIS_CLIENTS,
    "refresh_token_reused": USED_TWICE,
    "invalid_code": "The refresh token is not good any more, is another client's, or the endpoint "
    "is that of another region (accounts.zoho.com, .eu, .in, ...): each account has its own. "
    f"{SIGN_IN_AGAIN}",
    "invalid_client_secret": "The client secret is wrong, or the endpoint is that of another "
    "region: compare both with the provider's console.",
    "deleted_client": GONE,
    "disabled_client": GONE,
    "admin_policy_enforced": TRUST_APPLICATION,
    "org_internal": "The OAuth client is for users of its own organisation only (user type "
    "Internal): use a mailbox of it, or make the client External in the Google Cloud console, "
    "Audience.",
    "invalid_client": "The endpoint does not know this client, or not with this secret or "
    "certificate: compare client-id, and see whether the secret was changed or has expired.",
    "invalid_grant": "The refresh token or assertion is not good any more: it has expired, was "
    "withdrawn, was used before, belongs to another client, or this host's clock is wrong.",
    "unauthorized_client": "The client is known, but may not get tokens in this way: see which "
    "grants and permissions it was given at the provider.",
    "access_denied": "A policy of the organisation, or a missing consent, forbids it: ask its "
    "administrator.",
    "invalid_scope": "The scope is misspelt, or the client was not given it.",
    "invalid_target": "The scope is for a service that the provider does not know.",
    "invalid_resource": "The scope is for a service that the tenant does not have.",
    "unsupported_grant_type": "The endpoint does not know this grant: compare grant and "
    "token-endpoint.",
    "invalid_request": "The endpoint misses something, or finds the form malformed: compare "
    "token-endpoint, grant and tenant.",
    "interaction_required": f"The provider wants to see a person. {SIGN_IN_AGAIN}",
    "consent_required": "Consent is missing: an administrator or the user has to grant it.",
    "temporarily_unavailable": "The endpoint is busy; it is asked again with the next check.",
    "server_error": "The endpoint has trouble of its own; it is asked again with the next check.",
}
ON_THE_WAY = (
    "See whether this host reaches the token endpoint (curl -v URL, as the monitor's user). Where "
    "the internet is reached by a proxy only, https_proxy must be set in the environment of the "
    "monitoring service, not just in a shell's."
)
KINDS: dict[KindName, str] = {
    Kind.DNS: ON_THE_WAY,
    Kind.REFUSED: ON_THE_WAY,
    Kind.UNREACHABLE: ON_THE_WAY,
    Kind.TIMEOUT: ON_THE_WAY,
    Kind.LOST: ON_THE_WAY,
    Kind.ALERT: ON_THE_WAY,
    Kind.HANDSHAKE: ON_THE_WAY,
    Kind.NOT_TLS: ON_THE_WAY,
    Kind.CERTIFICATE: "Nothing was sent. If a proxy on the way opens TLS, or the endpoint has an "
    "authority of its own, give that authority's certificate with ca-file.",
}
NOT_OAUTH = (
    "What answers there is no token endpoint: compare token-endpoint with the provider's "
    "documentation, and see whether a proxy or a sign-in page of the network stands in between."
)


BY_CODE = {code: hint for hint, codes in ENTRA.items() for code in codes}
# HTTP's statuses for trouble of the server's own begin there.
SERVER_ERROR = 500
# So many seconds may lie between our clock and the endpoint's: what assertions are allowed.
MOST_SKEW = 300
UNITS = ((2 * 86_400, 86_400, "day"), (2 * 3600, 3600, "hour"), (0, 60, "minute"))


def hints_for_token(failure: Failure, token: TokenFacts) -> tuple[str, ...]:
    """Return what helps where no token was to be had."""
    kind = failure.kind
    if kind in KINDS:
        return (KINDS[kind],)
    if kind not in (Kind.TOKEN_REFUSED, Kind.TOKEN_ANSWER):
        return ()
    hints = (_hint(kind, token), _about_clocks(token))
    return tuple(hint for hint in hints if hint)


def _hint(kind: KindName, token: TokenFacts) -> str:
    """Return what helps with an answer."""
    if token.limited:
        return LIMITED
    for code in token.codes:
        if code in BY_CODE:
            return BY_CODE[code]
    if token.subtype in SUBTYPES:
        return SUBTYPES[token.subtype]
    if not token.codes:  # whoever has numbers has no words to go by
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
    """Tell whether a row is for these words, from this error, by this grant."""
    return (
        token.words.lower().startswith(row.begins)
        and (not row.errors or token.error in row.errors)
        and row.grant in ("", token.grant)
        and row.provider in ("", token.provider)
    )


def _about_clocks(token: TokenFacts) -> str:
    """Tell how far this host's clock is off the endpoint's, if it is."""
    off = abs(token.ahead)
    if off <= MOST_SKEW:
        return ""
    unit, name = next(each[1:] for each in UNITS if off >= each[0])
    count = round(off / unit)
    direction = "ahead of" if token.ahead > 0 else "behind"
    return (
        f"This host's clock is {count} {name}{'' if count == 1 else 's'} {direction} the "
        "endpoint's, which is why it may refuse: set it right (timedatectl)."
    )


def hints_for_rejected_token(client: TokenFacts) -> tuple[str, ...]:
    """Return what helps where the endpoint gave a token and the mail server refused it."""
    if client.provider == MICROSOFT and client.grant == CLIENT_CREDENTIALS:
        return (
            "The application needs the permission SMTP.SendAsApp of Office 365 Exchange Online "
            "as an application permission, with an administrator's consent.",
            "New-ServicePrincipal must have been given the Object ID of the Enterprise "
            "application, which is another than that of the App registration: a wrong one is "
            "taken without a word, and every login refused (Get-ServicePrincipal shows it).",
            "That service principal needs a right on the mailbox: Add-MailboxPermission with "
            "FullAccess, and SendAs by Add-RecipientPermission.",
            "SMTP AUTH must be on for the mailbox (Set-CASMailbox "
            "-SmtpClientAuthenticationDisabled $false), for tokens too.",
        )
    if client.provider == MICROSOFT:
        return (
            "The refresh token must be of the mailbox's own user, with the scope "
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
        "Compare the scope with what the provider asks for SMTP, and the user with the token's.",
    )
